/* The kind `parts`: what is told of by which channel or account it went out, behind a list of
 * something else. */
#include "rule/parts.h"

static bool names_channel(const struct parts_reader *r, const struct clause *cl)
{
	return r->how->channel &&
	       pattern_find_in(r->how->channel, passage_clause(r->p, cl), 0, &cl->chars);
}

/* "其中文件3条，动态5条，通过微博发布9条": of other parts it is told what they are, not where. */
bool parts_is_by_channel(const struct parts_reader *r, size_t clause)
{
	const struct list *l = &r->list;

	return l->items.n && names_channel(r, &r->p->clauses[clause]) &&
	       !names_channel(r, parts_clause_at(r, parts_quantity(r, l->items.v[0])->from));
}

static bool names_account(const struct parts_reader *r, const struct clause *cl)
{
	return r->how->account &&
	       pattern_find_in(r->how->account, passage_clause(r->p, cl), 0, &cl->chars);
}

/* "门户网站更新456条，其中重点领域107条；公众号推送393条": what another account put out is no part
 * of what the first one did. */
bool parts_is_of_another_account(const struct parts_reader *r, size_t clause)
{
	return r->list.whole != STR_NONE && names_account(r, &r->p->clauses[clause]) &&
	       names_account(r, parts_clause_at(r, parts_quantity(r, r->list.whole)->from));
}

/* The kind `claim`: numbers of a group whose words name a row of it.
 *
 * 因涉及商业秘密，不予公开9件 is no number of all that was refused, but of that reason. Which words
 * name which row the rule tells; a number that is the whole group's after all is no finding. */
#include "rule/claim.h"

#include <string.h>

/* So many rows are named at once: 属于信访投诉、重复申请的不予处理. */
#define ROWS_MOST 4

static const char *const narrow_keys[] = {"of", "cause", "many", "groups", NULL};
static const char *const group_keys[] = {"within", "why", "rows", NULL};
static const char *const row_keys[] = {"tag", "says", "plus", NULL};

static bool load_row(struct claim_load *k, const struct ynode *node, struct claim_narrow_row *out)
{
	const char *says = NULL;

	return yaml_need_map(k->l->doc, node, k->l->err) &&
	       yaml_known_keys(k->l->doc, node, row_keys, k->l->err) &&
	       yaml_need_str(k->l->doc, node, "says", &says, k->l->err) &&
	       lexicon_load_tags(k->l, k->rule->lexicon, node, "tag", &out->tag) &&
	       (out->says = claim_find_meaning(k, node, str_of(says))) != NULL &&
	       (!yaml_get(node, "plus") ||
		       (out->plus = rule_load_pattern(k->l, node, "plus", k->macros)) != NULL);
}

/* The rows of one group, behind those of the groups before. */
static bool load_group(struct claim_load *k, const struct ynode *node, struct claim_narrows *out)
{
	const struct ynode *rows = yaml_get(node, "rows");
	struct claim_narrow_row all = {0};

	if (!yaml_need_map(k->l->doc, node, k->l->err) ||
		!yaml_known_keys(k->l->doc, node, group_keys, k->l->err) ||
		!yaml_need_seq(k->l->doc, rows ? rows : node, k->l->err) ||
		!yaml_opt_bool(k->l->doc, node, "why", &all.why, k->l->err) ||
		!claim_load_meanings(k, node, "within", &all.within, &all.n_within))
		return false;
	for (size_t i = 0; i < rows->n; i++) {
		struct claim_narrow_row *row = &out->rows[out->n++];

		*row = all;
		if (!load_row(k, rows->items[i], row))
			return false;
	}
	return true;
}

static size_t count_rows(const struct ynode *groups)
{
	size_t n = 0;

	for (size_t i = 0; i < groups->n; i++) {
		const struct ynode *rows = yaml_get(groups->items[i], "rows");

		n += rows && rows->kind == YAML_SEQ ? rows->n : 0;
	}
	return n;
}

bool claim_load_narrows(struct claim_load *k, const struct ynode *node)
{
	const struct ynode *map = yaml_get(node, "narrows");
	const struct ynode *groups = map ? yaml_get(map, "groups") : NULL;
	struct claim_narrows *out = &k->rule->narrows;

	if (!map)
		return true;
	if (!yaml_need_map(k->l->doc, map, k->l->err) ||
		!yaml_known_keys(k->l->doc, map, narrow_keys, k->l->err) ||
		!yaml_need_seq(k->l->doc, groups ? groups : map, k->l->err) ||
		!claim_load_meanings(k, map, "of", &out->of, &out->n_of) ||
		!(out->cause = rule_load_pattern(k->l, map, "cause", k->macros)) ||
		!(out->many = rule_load_pattern(k->l, map, "many", k->macros)))
		return false;
	out->rows = arena_alloc_array(k->l->rules->arena, count_rows(groups), sizeof *out->rows);
	for (size_t i = 0; i < groups->n; i++)
		if (!load_group(k, groups->items[i], out))
			return false;
	return true;
}

static bool is_among(
	const struct claim_meaning *const *list, size_t n, const struct claim_meaning *meaning)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == meaning)
			return true;
	return false;
}

static bool has(const struct claim_reader *r, struct pattern *pattern, struct text_span span)
{
	return pattern_find(pattern, str_slice(r->p->shadow, span.from, span.to), 0);
}

/* The words of the clauses right before that have no number and say why. */
static struct text_span cause_before(const struct claim_reader *r)
{
	const struct clause *cl = r->cl;
	struct text_span out = {cl->from, cl->from};

	while (cl > r->p->clauses && cl[-1].sentence == r->cl->sentence &&
		cl[-1].depth == r->cl->depth && !claim_has_counts(r, cl - 1))
		cl--;
	if (cl < r->cl && has(r, r->how->narrows.cause, (struct text_span){cl->from, r->cl->from}))
		out.from = cl->from;
	return out;
}

/* Is the row one of those that `whole` is the group of, or all there is? */
static bool is_below(const struct claim_narrows *how, const struct claim_narrow_row *row,
	const struct claim_meaning *whole)
{
	return row->says != whole &&
	       (is_among(row->within, row->n_within, whole) || is_among(how->of, how->n_of, whole));
}

/* What the words of a number say of why it is so. */
struct why {
	struct text_span own, before;
	struct gloss gloss;
};

static struct why read_why(struct claim_reader *r, size_t number)
{
	struct why out = {.own = {r->cl->from, r->cl->to}};

	if (number != STR_NONE)
		out.own = claim_own_words(r, number);
	claim_gloss_outside(r, out.own, false, &out.gloss);
	if (out.own.from == r->cl->from)
		out.before = cause_before(r);
	if (out.before.from < out.before.to)
		claim_gloss(r, out.before.from, out.before.to, &out.gloss);
	return out;
}

/* The rows below `whole` that the words name. */
static size_t find_rows(const struct claim_narrows *how, const struct claim_meaning *whole,
	const struct tags *said, const struct claim_narrow_row **rows)
{
	size_t n = 0;

	for (size_t i = 0; i < how->n && n < ROWS_MOST; i++)
		if (tags_meet(&how->rows[i].tag, said) && is_below(how, &how->rows[i], whole))
			rows[n++] = &how->rows[i];
	return n;
}

/* Adds a row to a sum of rows. */
static const struct claim_meaning *add_row(
	struct claim_reader *r, const struct claim_meaning *sum, const struct claim_meaning *row)
{
	static const char *const formats[] = {[LANG_EN] = "%s, %s", [LANG_ZH] = "%s、%s"};
	struct claim_meaning *out = arena_alloc(r->c->arena, sizeof *out);
	size_t n = sum->cells.n + row->cells.n;

	*out = *sum;
	out->cells =
		(struct sum_words){arena_alloc_array(r->c->arena, n, sizeof *out->cells.terms), n};
	memcpy(out->cells.terms, sum->cells.terms, sum->cells.n * sizeof *out->cells.terms);
	memcpy(out->cells.terms + sum->cells.n, row->cells.terms,
		row->cells.n * sizeof *out->cells.terms);
	for (enum lang l = LANG_EN; l <= LANG_ZH; l++)
		out->say.text[l] =
			arena_printf(r->c->arena, formats[l], sum->say.text[l], row->say.text[l]);
	return out;
}

bool claim_names_why(const struct claim_reader *r, struct text_span words)
{
	const struct claim_narrows *how = &r->how->narrows;
	struct gloss gloss = {0};

	if (how->n)
		claim_gloss(r, words.from, words.to, &gloss);
	for (size_t i = 0; i < how->n; i++)
		if (how->rows[i].why && tags_meet(&how->rows[i].tag, &gloss.tags))
			return true;
	return false;
}

void claim_narrow(struct claim_reader *r, struct spoken *s)
{
	const struct claim_narrows *how = &r->how->narrows;
	const struct claim_narrow_row *rows[ROWS_MOST];

	if (!how->n)
		return;
	struct why why = read_why(r, s->number);
	size_t n = find_rows(how, s->meaning, &why.gloss.tags, rows);

	if (!n || has(r, how->many, why.own) || has(r, how->many, why.before))
		return;
	s->meaning = rows[0]->says;
	s->plus = rows[0]->plus;
	for (size_t i = 1; i < n; i++)
		if (rows[i]->says != rows[i - 1]->says)
			s->meaning = add_row(r, s->meaning, rows[i]->says);
}

bool claim_is_some_row(struct claim_reader *r, const struct spoken *s)
{
	const struct claim_narrows *how = &r->how->narrows;
	struct sum sum;

	if (!how->n || s->meaning != s->says->meaning || s->number == STR_NONE)
		return false;
	struct why why = read_why(r, s->number);

	if (!why.gloss.unknown || !(has(r, how->cause, why.own) || why.before.from < why.before.to))
		return false;
	for (size_t i = 0; i < how->n; i++) {
		if (!is_below(how, &how->rows[i], s->meaning))
			continue;
		claim_sum(r, &how->rows[i].says->cells, NULL, &sum);
		if (sum.state == SUM_KNOWN && quantity_allows(&s->quantity, sum.value))
			return true;
	}
	return false;
}

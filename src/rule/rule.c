/* The ruleset: its kinds, its rules, its examples. */
#include "rule/kind.h"

#include <string.h>

#include "rule/message.h"

/* One row a kind. */
static const struct rule_kind *const kinds[] = {
	&identity_kind,
	&cells_kind,
	&condition_kind,
	&claim_kind,
	&parts_kind,
	&ratio_kind,
	&portion_kind,
	&twice_kind,
	&trend_kind,
	&balance_kind,
	&phrase_kind,
	&shape_kind,
	&caption_kind,
	&children_kind,
	&text_kind,
};

const struct rule_kind *kind_find(struct str name)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (str_is(name, kinds[i]->name))
			return kinds[i];
	}
	return NULL;
}

void rules_free(struct ruleset *rs)
{
	if (!rs)
		return;
	for (size_t i = 0; i < rs->runs->v.n; i++) {
		re_match_free(rs->runs->v.v[i].match);
		re_free(rs->runs->v.v[i].re);
	}
	vec_free(&rs->runs->v);
	re_room_free(rs->room);
	vec_free(&rs->patterns);
	vec_free(&rs->docs);
	vec_free(&rs->rules);
	once_free(rs->once);
	arena_free(rs->trees);
	arena_free(rs->arena);
	free(rs);
}

size_t rules_count(const struct ruleset *rs)
{
	return rs->rules.n;
}

const struct rule *rules_at(const struct ruleset *rs, size_t i)
{
	return &rs->rules.v[i]->rule;
}

const struct rule *rules_find(const struct ruleset *rs, const char *id)
{
	for (size_t i = 0; i < rs->rules.n; i++) {
		if (!strcmp(rs->rules.v[i]->rule.id, id))
			return &rs->rules.v[i]->rule;
	}
	return NULL;
}

size_t rules_example_count(const struct ruleset *rs)
{
	size_t n = 0;

	for (size_t i = 0; i < rs->rules.n; i++)
		n += rs->rules.v[i]->n_examples;
	return n;
}

const struct rule_example *rules_example_at(const struct ruleset *rs, size_t i)
{
	size_t j = 0;

	while (i >= rs->rules.v[j]->n_examples)
		i -= rs->rules.v[j++]->n_examples;
	return &rs->rules.v[j]->examples[i];
}

const char *severity_name(enum severity s)
{
	static const char *const names[] = {"note", "warning", "error"};

	return names[s];
}

const char *cause_name(enum cause c)
{
	static const char *const names[] = {"source", "extraction", "reading"};

	return names[c];
}

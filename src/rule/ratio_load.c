/* Reading rules of the kind `ratio`. */
#include "rule/ratio.h"

const char *const ratio_keys[] = {"shares", "changes", "unless", "part", "tabled", "wholes",
	"hints", "macros", "share", "change", "rate", "way", "same", "full", "hundred", "now",
	"outright", "before", "each", "told", "behind", NULL};
static const char *const ratio_slots[] = {"quote", "part", "whole", "declared", "actual", NULL};

static bool load_pattern(
	struct rule_load *l, const struct ynode *node, const char *key, struct pattern **out)
{
	return !yaml_get(node, key) ||
	       (*out = rule_load_pattern(l, node, key, yaml_get(node, "macros")));
}

static bool load_whole(struct rule_load *l, const struct ynode *node, const struct ynode *item,
	struct ratio_whole *out)
{
	static const char *const keys[] = {"cells", "named", NULL};

	*out = (struct ratio_whole){0};
	if (!yaml_need_map(l->doc, item, l->err) || !yaml_known_keys(l->doc, item, keys, l->err) ||
		!sum_load(l, item, "cells", &out->cells))
		return false;
	return !yaml_get(item, "named") ||
	       (out->named = rule_load_pattern(l, item, "named", yaml_get(node, "macros")));
}

static bool load_wholes(struct rule_load *l, const struct ynode *node, const char *key,
	struct ratio_whole **out, size_t *n)
{
	const struct ynode *list = yaml_get(node, key);

	if (!list)
		return true;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	*out = arena_alloc_array(l->rules->arena, list->n, sizeof **out);
	for (; *n < list->n; ++*n)
		if (!load_whole(l, node, list->items[*n], &(*out)[*n]))
			return false;
	return true;
}

const void *ratio_load(struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct ratio_rule *r = arena_alloc(l->rules->arena, sizeof *r);
	const struct ynode *macros = yaml_get(node, "macros");

	const char *told = "";

	(void)rule;
	*r = (struct ratio_rule){0};
	if (!l->rules->prose) {
		yaml_err(l->doc, node, l->err,
			_("rules over prose need \"%s\", in a file that comes before"), "prose");
		return NULL;
	}
	if (!rule_load_hinted(l, node, "shares", macros, &r->shares, &r->n_shares) ||
		!rule_load_hinted(l, node, "changes", macros, &r->changes, &r->n_changes) ||
		!load_wholes(l, node, "wholes", &r->wholes, &r->n_wholes) ||
		!load_wholes(l, node, "now", &r->now, &r->n_now) ||
		!rule_load_template(l, node, "share", ratio_slots, &r->share) ||
		!rule_load_template(l, node, "change", ratio_slots, &r->change) ||
		!rule_load_template(l, node, "rate", ratio_slots, &r->rate) ||
		!rule_load_template(l, node, "way", ratio_slots, &r->way) ||
		!rule_load_template(l, node, "same", ratio_slots, &r->same))
		return NULL;
	if (yaml_get(node, "told") && !yaml_need_str(l->doc, node, "told", &told, l->err))
		return NULL;
	r->told = arena_str(l->rules->arena, str_of(told));
	if (!load_pattern(l, node, "unless", &r->unless) ||
		!load_pattern(l, node, "part", &r->part) ||
		!load_pattern(l, node, "behind", &r->behind) ||
		!load_pattern(l, node, "tabled", &r->tabled) ||
		!load_pattern(l, node, "outright", &r->outright) ||
		!load_pattern(l, node, "before", &r->before) ||
		!load_pattern(l, node, "each", &r->each) ||
		!load_pattern(l, node, "full", &r->full) ||
		(r->full && !rule_load_template(l, node, "hundred", ratio_slots, &r->hundred)))
		return NULL;
	return r;
}

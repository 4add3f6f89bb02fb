/* Reading rules of the kind `claim`. */
#include "rule/claim.h"

#include <string.h>

const char *const claim_keys[] = {"message", "reading", "macros", "about", "list", "whole", "past",
	"skip", "subject", "own", "apart", "base", "claims", NULL};

static const char *const row_keys[] = {"id", "as", "patterns", "hints", "unless", "then", "near",
	"topics", "after", "ignore", "list", "past", "base", "none", "says", NULL};
static const char *const says_keys[] = {"cells", "say", "readings", "any", NULL};
static const char *const reading_keys[] = {"cells", "say", NULL};
static const char *const message_slots[] = {"quote", "say", "declared", "actual", "difference",
	"sum", "reading", "reading_value", "reading_sum", NULL};

struct claim_load {
	struct rule_load *l;
	const struct ynode *macros;
	struct claim_rule *rule;
};

static bool load_optional(
	struct claim_load *k, const struct ynode *map, const char *key, struct pattern **out)
{
	*out = NULL;
	if (!yaml_get(map, key))
		return true;
	*out = rule_load_pattern(k->l, map, key, k->macros);
	return *out != NULL;
}

static bool load_topics(struct claim_load *k, const struct ynode *node, struct claim *claim)
{
	const struct prose_words *words = k->l->rules->prose;
	struct form_list list;

	if (!rule_load_list(k->l, node, "topics", &list))
		return false;
	claim->topics = arena_alloc_array(k->l->rules->arena, list.n, sizeof *claim->topics);
	for (size_t i = 0; i < list.n; i++) {
		size_t t = 0;

		while (t < words->n_topics && strcmp(words->topics[t].name, list.items[i]))
			t++;
		if (t == words->n_topics)
			return yaml_err(k->l->doc, yaml_get(node, "topics"), k->l->err,
				_("no topic \"%s\""), list.items[i]);
		claim->topics[claim->n_topics++] = t;
	}
	return true;
}

static bool load_readings(struct claim_load *k, const struct ynode *list, struct claim_says *says)
{
	if (!list)
		return true;
	if (!yaml_need_seq(k->l->doc, list, k->l->err))
		return false;
	says->readings = arena_alloc_array(k->l->rules->arena, list->n, sizeof *says->readings);
	for (; says->n_readings < list->n; says->n_readings++) {
		const struct ynode *node = list->items[says->n_readings];
		struct claim_reading *r = &says->readings[says->n_readings];

		if (!yaml_need_map(k->l->doc, node, k->l->err) ||
			!yaml_known_keys(k->l->doc, node, reading_keys, k->l->err) ||
			!sum_load(k->l, node, "cells", &r->cells) ||
			!rule_load_words(k->l, node, "say", &r->say))
			return false;
	}
	return true;
}

static bool load_says_one(
	struct claim_load *k, const struct ynode *node, const char *group, struct claim_says *says)
{
	says->group = group;
	return yaml_need_map(k->l->doc, node, k->l->err) &&
	       yaml_known_keys(k->l->doc, node, says_keys, k->l->err) &&
	       sum_load(k->l, node, "cells", &says->cells) &&
	       rule_load_words(k->l, node, "say", &says->say) &&
	       yaml_opt_bool(k->l->doc, node, "any", &says->any, k->l->err) &&
	       load_readings(k, yaml_get(node, "readings"), says);
}

/* `says:` is a map from the pattern's groups to cells; of a claim of zero, `none:` is the cells. */
static bool load_says(struct claim_load *k, const struct ynode *node, struct claim *claim)
{
	const struct ynode *map = yaml_get(node, "says"), *none = yaml_get(node, "none");
	size_t n = (map ? map->n : 0) + (none != NULL);

	if (claim->ignore)
		return true;
	if (n == 0)
		return yaml_err(k->l->doc, node, k->l->err, _("\"%s\" is missing"), "says");
	claim->says = arena_alloc_array(k->l->rules->arena, n, sizeof *claim->says);
	if (none)
		return load_says_one(k, none, NULL, &claim->says[claim->n_says++]);
	if (!yaml_need_map(k->l->doc, map, k->l->err))
		return false;
	for (size_t i = 0; i < map->n; i++) {
		if (!load_says_one(
			    k, map->items[i], map->keys[i]->text.p, &claim->says[claim->n_says++]))
			return false;
	}
	return true;
}

static bool load_patterns(struct claim_load *k, const struct ynode *node, struct claim *claim)
{
	const struct ynode *list = yaml_get(node, "patterns");
	struct form_list hints;

	if (!list)
		return yaml_err(k->l->doc, node, k->l->err, _("\"%s\" is missing"), "patterns");
	if (!yaml_need_seq(k->l->doc, list, k->l->err) ||
		!rule_load_list(k->l, node, "hints", &hints))
		return false;
	claim->patterns = arena_alloc_array(k->l->rules->arena, list->n, sizeof *claim->patterns);
	for (; claim->n_patterns < list->n; claim->n_patterns++) {
		struct pattern *p = rule_load_pattern_at(
			k->l, list->items[claim->n_patterns], &hints, k->macros);

		if (!p)
			return false;
		claim->patterns[claim->n_patterns] = p;
	}
	return true;
}

static bool load_claim(struct claim_load *k, const struct ynode *node, struct claim *claim)
{
	const struct ydoc *doc = k->l->doc;
	struct err *err = k->l->err;

	*claim = (struct claim){.list = true, .base = true};
	if (!yaml_need_map(doc, node, err) || !yaml_known_keys(doc, node, row_keys, err) ||
		!yaml_need_str(doc, node, "id", &claim->id, err) ||
		!yaml_opt_bool(doc, node, "ignore", &claim->ignore, err) ||
		!yaml_opt_bool(doc, node, "list", &claim->list, err) ||
		!yaml_opt_bool(doc, node, "past", &claim->past, err) ||
		!yaml_opt_bool(doc, node, "base", &claim->base, err) ||
		!rule_load_list(k->l, node, "after", &claim->after) || !load_topics(k, node, claim))
		return false;
	claim->as = claim->id;
	return yaml_opt_str(doc, node, "as", &claim->as, err) && load_patterns(k, node, claim) &&
	       load_optional(k, node, "unless", &claim->unless) &&
	       load_optional(k, node, "then", &claim->then) &&
	       load_optional(k, node, "near", &claim->near) && load_says(k, node, claim);
}

static bool load_claims(struct claim_load *k, const struct ynode *node)
{
	const struct ynode *list = yaml_get(node, "claims");
	struct claim_rule *r = k->rule;

	if (!list)
		return yaml_err(k->l->doc, node, k->l->err, _("\"%s\" is missing"), "claims");
	if (!yaml_need_seq(k->l->doc, list, k->l->err))
		return false;
	r->claims = arena_alloc_array(k->l->rules->arena, list->n, sizeof *r->claims);
	for (; r->n_claims < list->n; r->n_claims++) {
		if (!load_claim(k, list->items[r->n_claims], &r->claims[r->n_claims]))
			return false;
	}
	return true;
}

const void *claim_load(struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct claim_rule *r = arena_alloc(l->rules->arena, sizeof *r);
	struct claim_load k = {.l = l, .macros = yaml_get(node, "macros"), .rule = r};

	(void)rule;
	if (!l->rules->prose) {
		yaml_err(l->doc, node, l->err,
			_("rules over prose need \"%s\", in a file that comes before"), "prose");
		return NULL;
	}
	bool good = rule_load_template(l, node, "message", message_slots, &r->message) &&
		    rule_load_template(l, node, "reading", message_slots, &r->reading) &&
		    rule_load_list(l, node, "about", &r->about) &&
		    load_optional(&k, node, "list", &r->list) &&
		    load_optional(&k, node, "whole", &r->whole) &&
		    load_optional(&k, node, "past", &r->past) &&
		    load_optional(&k, node, "skip", &r->skip) &&
		    load_optional(&k, node, "subject", &r->subject) &&
		    load_optional(&k, node, "own", &r->own) &&
		    load_optional(&k, node, "apart", &r->apart) &&
		    sum_load(l, node, "base", &r->base) && load_claims(&k, node);

	return good ? r : NULL;
}

/* Reading rules of the kind `claim`. */
#include "rule/claim.h"

#include <string.h>

const char *const claim_keys[] = {"message", "reading", "together", "macros", "about", "opening",
	"list", "held", "whole", "fresh", "past", "present", "skip", "subject", "own", "apart",
	"area", "seats", "base", "bracket_topics", "bracket_of", "lexicon", "of_kind", "nouns",
	"counted", "bodies", "between", "within", "reason", "share", "matter", "columns", "narrows",
	"head", "none", "meanings", "claims", NULL};

static const char *const row_keys[] = {"id", "as", "patterns", "hints", "unless", "behind", "then",
	"near", "nowhere", "topics", "after", "ignore", "list", "past", "base", "none", "says",
	"of", "with", "under", "denied", "readings", "any", "zero", "most", "far", "vague", "loose",
	"part", "mild", "here", "exact", "plus", "differ", "borne", "some", NULL};
static const char *const group_keys[] = {"as", "unless", "near", "nowhere", "behind", "topics",
	"after", "ignore", "list", "past", "base", "readings", "any", "part", "mild", "loose",
	"here", "with", "under", "denied", "differ", "claims", NULL};
static const char *const meaning_keys[] = {"cells", "say", "less", "money", "told", NULL};
static const char *const message_slots[] = {"quote", "say", "declared", "actual", "difference",
	"sum", "unit", "reading", "reading_value", "reading_sum", NULL};

static const char *const together_slots[] = {"quote", NULL};

static const struct ynode *map_with(
	const struct claim_load *k, const struct ynode *node, const char *key)
{
	return yaml_get(node, key) || !yaml_get(k->group, key) ? node : k->group;
}

static bool load_optional(
	struct claim_load *k, const struct ynode *node, const char *key, struct pattern **out)
{
	const struct ynode *map = map_with(k, node, key);

	*out = NULL;
	if (!yaml_get(map, key))
		return true;
	*out = rule_load_pattern(k->l, map, key, k->macros);
	return *out != NULL;
}

static bool load_bool(struct claim_load *k, const struct ynode *node, const char *key, bool *out)
{
	return yaml_opt_bool(k->l->doc, map_with(k, node, key), key, out, k->l->err);
}

static bool load_names(
	struct claim_load *k, const struct ynode *node, const char *key, struct form_list *out)
{
	return rule_load_list(k->l, map_with(k, node, key), key, out);
}

/* The bit of a name that claims must stand after; 0 where there are too many of them. */
static uint64_t name_bit(struct claim_load *k, const char *name, bool add)
{
	size_t i = 0;

	while (i < k->names.n && strcmp(k->names.v[i], name))
		i++;
	if (i == k->names.n && add && i < 64)
		*vec_push(&k->names) = name;
	return i < k->names.n ? (uint64_t)1 << i : 0;
}

static bool load_after(struct claim_load *k, const struct ynode *node, struct claim *claim)
{
	struct form_list list;

	if (!load_names(k, node, "after", &list))
		return false;
	name_bit(k, "heading", true);
	for (size_t i = 0; i < list.n; i++) {
		uint64_t bit = name_bit(k, list.items[i], true);

		if (!bit)
			return yaml_err(k->l->doc, node, k->l->err,
				_("claims stand after more than %d names"), 64);
		claim->after |= bit;
	}
	return true;
}

static bool find_topic(
	struct claim_load *k, const struct ynode *node, const char *name, size_t *topic)
{
	const struct prose_words *words = k->l->rules->prose;

	for (*topic = 0; *topic < words->n_topics; ++*topic)
		if (!strcmp(words->topics[*topic].name, name))
			return true;
	return yaml_err(k->l->doc, node, k->l->err, _("no topic \"%s\""), name);
}

static bool load_topics(
	struct claim_load *k, const struct ynode *node, const char *key, struct topics *out)
{
	struct form_list list;

	if (!load_names(k, node, key, &list))
		return false;
	out->v = arena_alloc_array(k->l->rules->arena, list.n, sizeof *out->v);
	for (out->n = 0; out->n < list.n; out->n++)
		if (!find_topic(k, node, list.items[out->n], &out->v[out->n]))
			return false;
	return true;
}

const struct claim_meaning *claim_find_meaning(
	struct claim_load *k, const struct ynode *at, struct str name)
{
	for (size_t i = 0; i < k->rule->n_meanings; i++) {
		if (str_eq(k->rule->meanings[i].name, name))
			return &k->rule->meanings[i];
	}
	yaml_err(k->l->doc, at, k->l->err, _("no meaning \"%.*s\""), STR_ARG(name));
	return NULL;
}

static bool load_meanings(struct claim_load *k, const struct ynode *node)
{
	const struct ynode *map = yaml_get(node, "meanings");
	struct claim_rule *r = k->rule;

	if (!map)
		return yaml_err(k->l->doc, node, k->l->err, _("\"%s\" is missing"), "meanings");
	if (!yaml_need_map(k->l->doc, map, k->l->err))
		return false;
	r->meanings = arena_alloc_array(k->l->rules->arena, map->n, sizeof *r->meanings);
	for (; r->n_meanings < map->n; r->n_meanings++) {
		const struct ynode *value = map->items[r->n_meanings];
		struct claim_meaning *m = &r->meanings[r->n_meanings];

		m->name = yaml_text(k->l->doc, map->keys[r->n_meanings]);
		if (!yaml_need_map(k->l->doc, value, k->l->err) ||
			!yaml_known_keys(k->l->doc, value, meaning_keys, k->l->err) ||
			!yaml_opt_bool(k->l->doc, value, "told", &m->told, k->l->err) ||
			(!m->told && !sum_load(k->l, value, "cells", &m->cells)) ||
			!yaml_opt_bool(k->l->doc, value, "less", &m->less, k->l->err) ||
			!yaml_opt_bool(k->l->doc, value, "money", &m->money, k->l->err) ||
			!rule_load_words(k->l, value, "say", &m->say))
			return false;
	}
	return true;
}

bool claim_load_meanings(struct claim_load *k, const struct ynode *node, const char *key,
	const struct claim_meaning ***out, size_t *n)
{
	struct form_list list;

	*n = 0;
	if (!load_names(k, node, key, &list))
		return false;
	*out = arena_alloc_array(k->l->rules->arena, list.n, sizeof **out);
	for (; *n < list.n; ++*n) {
		const struct claim_meaning *m = claim_find_meaning(k, node, str_of(list.items[*n]));

		if (!m)
			return false;
		(*out)[*n] = m;
	}
	return true;
}

/* The brackets that tell of a part. */
static bool load_bracket(struct claim_load *k, const struct ynode *node)
{
	struct claim_rule *r = k->rule;

	return load_topics(k, node, "bracket_topics", &r->bracket_topics) &&
	       claim_load_meanings(k, node, "bracket_of", &r->bracket_of, &r->n_bracket_of);
}

/* `says:` is a map from the pattern's groups to meanings; of a claim of zero, `none:` is the
 * meaning. */
static bool load_says(struct claim_load *k, const struct ynode *node, struct claim *claim)
{
	const struct ynode *map = yaml_get(node, "says"), *none = yaml_get(node, "none");
	size_t n = none ? 1 : map ? map->n : 0;

	if (claim->ignore)
		return true;
	if (n == 0)
		return yaml_err(k->l->doc, node, k->l->err, _("\"%s\" is missing"), "says");
	if (!none && !yaml_need_map(k->l->doc, map, k->l->err))
		return false;
	claim->says = arena_alloc_array(k->l->rules->arena, n, sizeof *claim->says);
	for (; claim->n_says < n; claim->n_says++) {
		const struct ynode *value = none ? none : map->items[claim->n_says];
		struct claim_says *says = &claim->says[claim->n_says];

		says->group = none ? NULL : yaml_text(k->l->doc, map->keys[claim->n_says]).p;
		says->meaning = claim_find_meaning(k, value, value->text);
		if (!says->meaning)
			return false;
	}
	claim->denied.meaning = claim->says[0].meaning;
	return true;
}

/* Tags of which a clause that denies the claim must have one besides; an empty list: none may. */
static bool load_denied(struct claim_load *k, const struct ynode *node, struct claim *claim)
{
	const struct ynode *map = map_with(k, node, "denied");

	if (!lexicon_load_tags(k->l, k->rule->lexicon, map, "denied", &claim->denied_with))
		return false;
	claim->deniable = !yaml_get(map, "denied") || tags_any(&claim->denied_with);
	return true;
}

/* What makes the claim: words of the lexicon, patterns, or both. */
static bool load_words_or_patterns(
	struct claim_load *k, const struct ynode *node, struct claim *claim)
{
	const struct lexicon *x = k->rule->lexicon;

	if (!lexicon_load_tags(k->l, x, node, "of", &claim->of) ||
		!lexicon_load_tags(k->l, x, map_with(k, node, "with"), "with", &claim->with))
		return false;
	if (!lexicon_load_tags(k->l, x, map_with(k, node, "under"), "under", &claim->under))
		return false;
	if (tags_any(&claim->of) && !yaml_get(node, "patterns"))
		return true;
	return rule_load_hinted(
		k->l, node, "patterns", k->macros, &claim->patterns, &claim->n_patterns);
}

static bool load_claim(struct claim_load *k, const struct ynode *node)
{
	const struct ydoc *doc = k->l->doc;
	struct err *err = k->l->err;
	struct claim *claim = vec_push(&k->claims);

	*claim = (struct claim){.list = true, .base = true};
	if (!yaml_need_map(doc, node, err) || !yaml_known_keys(doc, node, row_keys, err) ||
		!yaml_need_str(doc, node, "id", &claim->id, err) ||
		!load_bool(k, node, "ignore", &claim->ignore) ||
		!yaml_opt_bool(doc, node, "zero", &claim->zero, err) ||
		!yaml_opt_bool(doc, node, "borne", &claim->borne, err) ||
		!yaml_opt_bool(doc, node, "some", &claim->some, err) ||
		!yaml_opt_bool(doc, node, "most", &claim->most, err) ||
		!load_bool(k, node, "part", &claim->part) ||
		!load_bool(k, node, "loose", &claim->loose) ||
		!yaml_opt_bool(doc, node, "far", &claim->far, err) ||
		!yaml_opt_bool(doc, node, "vague", &claim->vague, err) ||
		!load_bool(k, node, "mild", &claim->mild) ||
		!load_bool(k, node, "here", &claim->here) ||
		!load_bool(k, node, "list", &claim->list) ||
		!load_bool(k, node, "past", &claim->past) ||
		!load_bool(k, node, "base", &claim->base) ||
		!load_bool(k, node, "any", &claim->any) || !load_after(k, node, claim) ||
		!load_topics(k, node, "topics", &claim->topics))
		return false;
	claim->as = claim->id;
	return yaml_opt_str(doc, map_with(k, node, "as"), "as", &claim->as, err) &&
	       load_words_or_patterns(k, node, claim) && load_denied(k, node, claim) &&
	       load_optional(k, node, "unless", &claim->unless) &&
	       load_optional(k, node, "behind", &claim->behind) &&
	       load_optional(k, node, "then", &claim->then) &&
	       load_optional(k, node, "exact", &claim->exact) &&
	       load_optional(k, node, "plus", &claim->plus) &&
	       load_optional(k, node, "near", &claim->near) &&
	       load_optional(k, node, "nowhere", &claim->nowhere) && load_says(k, node, claim) &&
	       claim_load_meanings(k, node, "readings", &claim->readings, &claim->n_readings) &&
	       claim_load_meanings(k, node, "differ", &claim->differ, &claim->n_differ);
}

/* A group is a map with a list of claims in it; its other keys hold for each of them. */
static bool load_group(struct claim_load *k, const struct ynode *node)
{
	const struct ynode *list = yaml_get(node, "claims");

	if (!yaml_known_keys(k->l->doc, node, group_keys, k->l->err) ||
		!yaml_need_seq(k->l->doc, list, k->l->err))
		return false;
	k->group = node;
	for (size_t i = 0; i < list->n; i++) {
		if (!load_claim(k, list->items[i]))
			return false;
	}
	k->group = NULL;
	return true;
}

static bool load_claims(struct claim_load *k, const struct ynode *node)
{
	const struct ynode *list = yaml_get(node, "claims");

	if (!list)
		return yaml_err(k->l->doc, node, k->l->err, _("\"%s\" is missing"), "claims");
	if (!yaml_need_seq(k->l->doc, list, k->l->err))
		return false;
	for (size_t i = 0; i < list->n; i++) {
		const struct ynode *item = list->items[i];

		if (!(yaml_get(item, "claims") ? load_group(k, item) : load_claim(k, item)))
			return false;
	}
	k->rule->n_claims = k->claims.n;
	k->rule->claims =
		arena_alloc_array(k->l->rules->arena, k->claims.n, sizeof *k->rule->claims);
	if (k->claims.n)
		memcpy(k->rule->claims, k->claims.v, k->claims.n * sizeof *k->rule->claims);
	return true;
}

bool claim_needs_number(const struct claim *claim)
{
	return claim->ignore || claim->says[0].group;
}

/* What no claim stands after needs no bit. */
static void name_claims(struct claim_load *k)
{
	for (size_t i = 0; i < k->rule->n_claims; i++)
		k->rule->claims[i].made = name_bit(k, k->rule->claims[i].as, false);
}

static void sort_claims(struct rule_load *l, struct claim_rule *r)
{
	r->wordy = arena_alloc_array(l->rules->arena, r->n_claims, sizeof *r->wordy);
	r->patterned = arena_alloc_array(l->rules->arena, r->n_claims, sizeof *r->patterned);
	r->worded = arena_alloc_array(l->rules->arena, r->n_claims, sizeof *r->worded);
	for (size_t i = 0; i < r->n_claims; i++) {
		const struct claim *claim = &r->claims[i];

		if (tags_any(&claim->of))
			r->worded[r->n_worded++] = claim;
		if (!claim->n_patterns)
			continue;
		r->patterned[r->n_patterned++] = claim;
		if (!claim_needs_number(claim))
			r->wordy[r->n_wordy++] = claim;
	}
}

/* Of claims of the same words each stands only under its own. */
static void set_rivals(struct claim_rule *r)
{
	for (size_t i = 0; i < r->n_claims; i++) {
		struct claim *claim = &r->claims[i];

		for (size_t j = 0; j < r->n_claims && tags_any(&claim->under); j++)
			if (!memcmp(&claim->of, &r->claims[j].of, sizeof claim->of))
				tags_add(&claim->rivals, &r->claims[j].under);
		for (size_t j = 0; j < sizeof claim->rivals.bits / sizeof *claim->rivals.bits; j++)
			claim->rivals.bits[j] &= ~claim->under.bits[j];
	}
}

static bool load_word_list(
	struct rule_load *l, const struct ynode *node, const char *key, struct word_list *out)
{
	struct form_list list;

	if (!rule_load_list(l, node, key, &list))
		return false;
	out->items = arena_alloc_array(l->rules->arena, list.n, sizeof *out->items);
	for (; out->n < list.n; out->n++)
		out->items[out->n] = str_of(list.items[out->n]);
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
		    (!yaml_get(node, "together") || rule_load_template(l, node, "together",
							    together_slots, &r->together)) &&
		    rule_load_list(l, node, "about", &r->about) &&
		    load_optional(&k, node, "opening", &r->opening) &&
		    load_optional(&k, node, "list", &r->list) &&
		    load_optional(&k, node, "whole", &r->whole) &&
		    load_optional(&k, node, "fresh", &r->fresh) &&
		    load_optional(&k, node, "held", &r->held) &&
		    load_optional(&k, node, "past", &r->past) &&
		    load_optional(&k, node, "present", &r->present) &&
		    load_optional(&k, node, "skip", &r->skip) &&
		    load_optional(&k, node, "subject", &r->subject) &&
		    load_optional(&k, node, "own", &r->own) &&
		    load_optional(&k, node, "apart", &r->apart) &&
		    load_optional(&k, node, "area", &r->area) &&
		    load_word_list(l, node, "seats", &r->seats) &&
		    sum_load(l, node, "base", &r->base) && load_meanings(&k, node) &&
		    (r->lexicon = lexicon_load(l, node, "lexicon")) &&
		    load_optional(&k, node, "of_kind", &r->of_kind) &&
		    lexicon_load_tags(l, r->lexicon, node, "nouns", &r->nouns) &&
		    load_word_list(l, node, "counted", &r->counted) &&
		    load_word_list(l, node, "bodies", &r->bodies) &&
		    load_optional(&k, node, "between", &r->between) &&
		    load_optional(&k, node, "within", &r->within) &&
		    load_optional(&k, node, "reason", &r->reason) &&
		    load_optional(&k, node, "share", &r->share) &&
		    load_optional(&k, node, "matter", &r->matter) &&
		    claim_load_columns(l, node, k.macros, &r->columns) &&
		    claim_load_narrows(&k, node) && load_optional(&k, node, "head", &r->title) &&
		    load_optional(&k, node, "none", &r->none) && load_bracket(&k, node) &&
		    load_claims(&k, node);

	if (good) {
		name_claims(&k);
		sort_claims(l, r);
		set_rivals(r);
	}
	vec_free(&k.claims);
	vec_free(&k.names);
	return good ? r : NULL;
}

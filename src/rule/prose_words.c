/* The words the prose engine goes by: units, numerals, approximations, topics. data: `prose:`. */
#include "rule/prose.h"

#include <string.h>

static const char *const prose_keys[] = {"units", "numerals", "near", "about", "over", "more",
	"around", "least", "ordinal", "cardinal", "idioms", "counted", "alone", "alone_before",
	"join", "zero", "each", "alike", "and", "one", "common", "periods", "ends", "openings",
	"years", "topics", NULL};
static const char *const family_keys[] = {"family", "mark", "of", "scaled", NULL};
static const char *const topic_keys[] = {"topic", "words", "section", NULL};

static int longer_first(const void *a, const void *b)
{
	const struct str *x = a, *y = b;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	return str_cmp(*x, *y);
}

static int longer_unit_first(const void *a, const void *b)
{
	return longer_first(&((const struct unit *)a)->text, &((const struct unit *)b)->text);
}

bool word_list_load(
	struct rule_load *l, const struct ynode *map, const char *key, struct word_list *out)
{
	struct form_list list;

	if (!rule_load_list(l, map, key, &list))
		return false;
	out->n = list.n;
	out->items = arena_alloc_array(l->rules->arena, list.n, sizeof *out->items);
	for (size_t i = 0; i < list.n; i++)
		out->items[i] = str_of(list.items[i]);
	if (list.n)
		qsort(out->items, list.n, sizeof *out->items, longer_first);
	return true;
}

bool unit_families_load(struct rule_load *l, const struct ynode *map, const char *key, bool **out)
{
	const struct quantity_words *w;
	struct form_list list;

	if (!l->rules->prose)
		return yaml_err(l->doc, map, l->err,
			_("rules over prose need \"%s\", in a file that comes before"), "prose");
	w = &l->rules->prose->quantity;
	*out = arena_alloc_array(l->rules->arena, w->n_families, sizeof **out);
	if (!rule_load_list(l, map, key, &list))
		return false;
	for (size_t i = 0; i < list.n; i++) {
		size_t f = 0;

		while (f < w->n_families && strcmp(w->families[f].name, list.items[i]))
			f++;
		if (f == w->n_families)
			return yaml_err(l->doc, yaml_get(map, key), l->err,
				_("no family of units \"%s\""), list.items[i]);
		(*out)[f] = true;
	}
	return true;
}

static bool load_number(struct rule_load *l, const struct ynode *node, struct dec *out)
{
	if (node->kind == YAML_SCALAR && dec_parse(node->text, out) && out->units > 0)
		return true;
	return yaml_err(l->doc, node, l->err, _("a number above zero is due here"));
}

static void add_unit(struct quantity_words *w, struct str text, struct dec factor, size_t family)
{
	w->units[w->n_units++] = (struct unit){text, factor, family};
}

static size_t count_units(const struct ynode *list)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		const struct ynode *of = yaml_get(list->items[i], "of");
		const struct ynode *scaled = yaml_get(list->items[i], "scaled");

		n += (of ? of->n + (of->kind == YAML_SCALAR) : 0) + (scaled ? scaled->n : 0);
	}
	return n;
}

static bool load_family(
	struct rule_load *l, const struct ynode *node, struct quantity_words *w, size_t at)
{
	const struct ynode *scaled = yaml_get(node, "scaled");
	const char *mark = "";
	struct form_list of;

	if (!yaml_need_map(l->doc, node, l->err) ||
		!yaml_known_keys(l->doc, node, family_keys, l->err) ||
		!yaml_need_str(l->doc, node, "family", &w->families[at].name, l->err) ||
		!yaml_opt_str(l->doc, node, "mark", &mark, l->err) ||
		!rule_load_list(l, node, "of", &of))
		return false;
	if (strlen(mark) > 1)
		return yaml_err(l->doc, node, l->err, _("a mark is one ASCII character"));
	w->families[at].mark = mark[0];
	for (size_t i = 0; i < of.n; i++)
		add_unit(w, str_of(of.items[i]), dec_of(1), at);
	for (size_t i = 0; scaled && i < scaled->n; i++) {
		struct dec factor;

		if (scaled->kind != YAML_MAP || !load_number(l, scaled->items[i], &factor))
			return false;
		add_unit(w, yaml_text(l->doc, scaled->keys[i]), factor, at);
	}
	return true;
}

static bool load_units(struct rule_load *l, const struct ynode *list, struct quantity_words *w)
{
	if (!list || !yaml_need_seq(l->doc, list, l->err) || !list->n)
		return list ? yaml_err(l->doc, list, l->err, _("there must be a unit"))
			    : err_set(l->err, ERR_FORMAT, _("\"%s\" is missing"), "units");
	w->families = arena_alloc_array(l->rules->arena, list->n, sizeof *w->families);
	w->units = arena_alloc_array(l->rules->arena, count_units(list), sizeof *w->units);
	for (w->n_families = 0; w->n_families < list->n; w->n_families++) {
		if (!load_family(l, list->items[w->n_families], w, w->n_families))
			return false;
	}
	qsort(w->units, w->n_units, sizeof *w->units, longer_unit_first);
	return true;
}

static bool load_numerals(struct rule_load *l, const struct ynode *map, struct quantity_words *w)
{
	if (!map)
		return true;
	if (!yaml_need_map(l->doc, map, l->err))
		return false;
	w->numerals = arena_alloc_array(l->rules->arena, map->n, sizeof *w->numerals);
	for (size_t i = 0; i < map->n; i++) {
		struct dec value;

		if (!dec_parse(map->items[i]->text, &value) || value.scale || value.units < 0)
			return yaml_err(
				l->doc, map->items[i], l->err, _("a numeral is a whole number"));
		struct str numeral = yaml_text(l->doc, map->keys[i]);
		struct utf8_set chars = utf8_set_of(numeral);

		utf8_set_add(&w->numeral_chars, &chars);
		w->numerals[w->n_numerals++] = (struct numeral){numeral, value.units};
	}
	return true;
}

static bool load_topics(struct rule_load *l, const struct ynode *list, struct prose_words *w)
{
	if (!list)
		return true;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	w->topics = arena_alloc_array(l->rules->arena, list->n, sizeof *w->topics);
	for (w->n_topics = 0; w->n_topics < list->n; w->n_topics++) {
		const struct ynode *node = list->items[w->n_topics];
		struct topic *t = &w->topics[w->n_topics];
		struct word_list words = {0};
		int64_t section = 0;

		if (!yaml_need_map(l->doc, node, l->err) ||
			!yaml_known_keys(l->doc, node, topic_keys, l->err) ||
			!yaml_need_str(l->doc, node, "topic", &t->name, l->err) ||
			!yaml_opt_int(l->doc, node, "section", &section, l->err) ||
			!word_list_load(l, node, "words", &words))
			return false;
		t->words = re_any_of(words.items, words.n, l->rules->once);
		t->section = (unsigned)section;
	}
	return true;
}

static bool load_years(struct rule_load *l, const struct ynode *map, struct prose_words *w)
{
	static const char *const keys[] = {"unit", "last", "this", "next", "other", NULL};
	const struct ynode *node = yaml_get(map, "years");
	const char *unit;

	if (!node)
		return yaml_err(l->doc, map, l->err, _("\"%s\" is missing"), "years");
	if (!yaml_need_map(l->doc, node, l->err) || !yaml_known_keys(l->doc, node, keys, l->err) ||
		!yaml_need_str(l->doc, node, keys[0], &unit, l->err))
		return false;
	w->each.year = w->year_unit = str_of(unit);
	for (size_t i = 0; i < 4; i++) {
		if (!yaml_need_str(l->doc, node, keys[i + 1], &w->year[i], l->err))
			return false;
	}
	return true;
}

bool prose_words_load(struct rule_load *l, const struct ynode *node)
{
	struct prose_words *w;

	if (!node)
		return true;
	if (!yaml_need_map(l->doc, node, l->err) ||
		!yaml_known_keys(l->doc, node, prose_keys, l->err))
		return false;
	if (l->rules->prose)
		return yaml_err(l->doc, node, l->err, _("\"%s\" was told already"), "prose");
	w = arena_alloc(l->rules->arena, sizeof *w);
	struct quantity_words *q = &w->quantity;
	const struct {
		const char *key;
		struct word_list *list;
	} lists[] = {{"near", &q->near}, {"about", &q->about}, {"over", &q->over},
		{"more", &q->more}, {"around", &q->around}, {"least", &q->least},
		{"ordinal", &q->ordinal}, {"cardinal", &q->cardinal}, {"idioms", &q->idioms},
		{"counted", &q->counted}, {"join", &q->join}, {"alone", &q->alone},
		{"alone_before", &q->alone_before}, {"zero", &q->zero}, {"each", &w->each.each},
		{"alike", &w->each.alike}, {"and", &w->each.and }, {"one", &w->each.one},
		{"common", &w->each.common}, {"periods", &w->each.periods}, {"ends", &w->ends},
		{"openings", &w->openings}};

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		if (!word_list_load(l, node, lists[i].key, lists[i].list))
			return false;
	}
	l->rules->prose = w;
	return load_units(l, yaml_get(node, "units"), q) &&
	       load_numerals(l, yaml_get(node, "numerals"), q) && load_years(l, node, w) &&
	       load_topics(l, yaml_get(node, "topics"), w);
}

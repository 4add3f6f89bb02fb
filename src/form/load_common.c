/* report.yaml: what all reports share. */
#include "form/load.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static bool load_section(struct loader *ld, const struct ynode *n, struct form_section *out)
{
	static const char *const known[] = {"number", "title", "variants", NULL};
	int64_t number = 0;

	if (!yaml_known_keys(ld->doc, n, known, ld->err) ||
		!yaml_opt_int(ld->doc, n, "number", &number, ld->err) ||
		!load_label(ld, n, "title", &out->title, &out->variants.items, &out->variants.n))
		return false;
	if (number < 1 || number > 6) {
		const struct ynode *key = yaml_get(n, "number");
		return yaml_err(ld->doc, key ? key : n, ld->err,
			_("`%s` must be a number from %d to %d"), "number", 1, 6);
	}
	out->number = (unsigned)number;
	return true;
}

static bool load_sections(struct loader *ld, const struct ynode *root, struct form_common *c)
{
	const struct ynode *list;

	if (!load_maps(ld, root, "sections", &list))
		return false;
	c->n_sections = list->n;
	c->sections = arena_alloc_array(ld->arena, list->n, sizeof *c->sections);
	for (size_t i = 0; i < list->n; i++) {
		if (!load_section(ld, list->items[i], &c->sections[i]))
			return false;
		if (i && c->sections[i].number <= c->sections[i - 1].number)
			return yaml_err(ld->doc, list->items[i], ld->err,
				_("the sections are not in order"));
	}
	return true;
}

static bool load_money(struct loader *ld, const struct ynode *root, struct form_common *c)
{
	static const char *const known[] = {"unit", "yuan", NULL};
	const struct ynode *list;

	if (!load_maps(ld, root, "money", &list))
		return false;
	c->money_units.n = list->n;
	c->money_units.items = arena_alloc_array(ld->arena, list->n, sizeof(const char *));
	c->money_factors = arena_alloc_array(ld->arena, list->n, sizeof *c->money_factors);
	for (size_t i = 0; i < list->n; i++) {
		const struct ynode *n = list->items[i];
		if (!yaml_known_keys(ld->doc, n, known, ld->err) ||
			!yaml_need_str(ld->doc, n, "unit", &c->money_units.items[i], ld->err) ||
			!yaml_opt_dec(ld->doc, n, "yuan", &c->money_factors[i], ld->err))
			return false;
		if (dec_cmp(c->money_factors[i], dec_of(0)) <= 0)
			return yaml_err(
				ld->doc, n, ld->err, _("`%s` must be a number above zero"), "yuan");
	}
	return true;
}

static int longer_cmp(const void *left, const void *right)
{
	const char *a = *(const char *const *)left, *b = *(const char *const *)right;
	size_t m = strlen(a), n = strlen(b);

	return m != n ? (m < n ? 1 : -1) : strcmp(a, b);
}

/* Longest first, so that 人民政府办公室 is found before 办公室. */
static bool load_endings(struct loader *ld, const struct ynode *root, struct form_list *out)
{
	if (!load_list(ld, root, "agency_endings", out))
		return false;
	const char **sorted = arena_alloc_array(ld->arena, out->n, sizeof *sorted);
	if (out->n)
		memcpy(sorted, out->items, out->n * sizeof *sorted);
	qsort(sorted, out->n, sizeof *sorted, longer_cmp);
	out->items = sorted;
	return true;
}

bool load_common(struct loader *ld, struct form_common *c)
{
	static const char *const known[] = {"format", "sections", "nothing", "zero", "minus",
		"plus", "units", "remarks", "money", "title_words", "title_fields",
		"title_openings", "sentence_words", "nameless", "towns", "towns_of", "governments",
		"law_words", "older_words", "agency_endings", "pieces", "page_marks",
		"agency_contexts", "year_patterns", NULL};
	static const char *const formats[] = {"gouji-report/1", NULL};
	const struct ynode *root = yaml_root(ld->doc);
	size_t format;

	return yaml_need_map(ld->doc, root, ld->err) &&
	       load_choice(ld, root, "format", formats, &format) &&
	       yaml_known_keys(ld->doc, root, known, ld->err) && load_sections(ld, root, c) &&
	       load_list(ld, root, "nothing", &c->nothing) &&
	       load_list(ld, root, "zero", &c->zero) &&
	       load_list(ld, root, "minus", &c->signs_minus) &&
	       load_list(ld, root, "plus", &c->signs_plus) &&
	       load_list(ld, root, "remarks", &c->remarks) &&
	       load_list(ld, root, "units", &c->units) && load_money(ld, root, c) &&
	       load_list(ld, root, "title_words", &c->title_words) &&
	       load_list(ld, root, "title_fields", &c->title_fields) &&
	       load_list(ld, root, "title_openings", &c->title_openings) &&
	       load_list(ld, root, "sentence_words", &c->sentence_words) &&
	       load_list(ld, root, "nameless", &c->nameless) &&
	       load_list(ld, root, "towns", &c->towns) &&
	       load_list(ld, root, "towns_of", &c->towns_of) &&
	       load_list(ld, root, "governments", &c->governments) &&
	       load_list(ld, root, "law_words", &c->law_words) &&
	       load_list(ld, root, "older_words", &c->older_words) &&
	       load_endings(ld, root, &c->agency_endings) && load_patterns(ld, root, c);
}

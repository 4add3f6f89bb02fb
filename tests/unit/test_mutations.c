/* A check that can fail: copies of the samples with one printed number changed, and for each the
 * findings that come of it (mutations.tsv), no more and no fewer. */
#include "unit/samples.h"

#include <fnmatch.h>

/* One row of the table. */
struct mutation {
	struct str sample, cell, text, expected;
};

/* What was found in the sample as it is, to compare with. */
struct basis {
	const char *name;
	struct report *report;
	struct check check;
};

static void basis_free(struct basis *b)
{
	if (!b->report)
		return;
	check_free(&b->check);
	report_free(b->report);
	b->report = NULL;
}

static void check_printed(
	const struct ruleset *rules, const struct report *report, struct check *check)
{
	struct values values;

	values_init(&values, report);
	rules_check(rules, report, &values, check);
	values_free(&values);
}

static bool next_mutation(struct str *rest, struct mutation *m)
{
	struct str line;

	while (next_line(rest, &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		m->sample = next_field(&line, "\t");
		m->cell = next_field(&line, "\t");
		m->text = next_field(&line, "\t");
		m->expected = line;
		return true;
	}
	return false;
}

/* The sample with the bytes at the cell's span replaced. */
static struct report *mutate(
	const struct basis *basis, const struct mutation *m, const struct forms *forms)
{
	size_t cell = report_cell_find(basis->report, m->cell);
	struct buf bytes = {0};
	struct str source = doc_source(basis->report->doc);
	struct disk_span span;

	cr_assert_neq(cell, STR_NONE, "no cell %.*s", STR_ARG(m->cell));
	span = doc_disk(basis->report->doc, basis->report->cells[cell].span);
	cr_assert_lt(span.from, span.to, "nothing printed at %.*s", STR_ARG(m->cell));
	buf_add(&bytes, str_slice(source, 0, span.from));
	buf_add(&bytes, m->text);
	buf_add(&bytes, str_slice(source, span.to, source.n));
	return sample_report(basis->name, &bytes, forms);
}

/* "rule PATTERN": the rule, and its cells are those of the form that the pattern matches. */
static bool is_meant(const struct report *r, const struct finding *f, struct str item)
{
	struct str rule = next_field(&item, " ");
	char *pattern = mem_strndup(item.p, item.n);
	bool same = str_is(rule, f->rule->id);
	size_t matching = 0;

	for (size_t i = 0; i < r->n_cells; i++)
		matching +=
			fnmatch(pattern, r->cells[i].def->name, FNM_PATHNAME | FNM_EXTMATCH) == 0;
	for (size_t i = 0; i < f->n_cells && same; i++)
		same = fnmatch(pattern, r->cells[f->cells[i]].def->name,
			       FNM_PATHNAME | FNM_EXTMATCH) == 0;
	free(pattern);
	return same && matching == f->n_cells;
}

/* Strikes the first item out that means the finding; items are parted by "; ". */
static bool strike_out(const struct report *r, const struct finding *f, struct buf *items)
{
	struct str rest = buf_str(items);

	while (rest.n) {
		struct str item = next_field(&rest, "; ");

		if (rest.n)
			rest = str_slice(rest, 1, rest.n); /* the blank behind the semicolon */
		if (!is_meant(r, f, item))
			continue;
		/* the item goes, its separator stays */
		size_t from = (size_t)(item.p - items->p);

		memmove(items->p + from, items->p + from + item.n, items->n - from - item.n + 1);
		items->n -= item.n;
		return true;
	}
	return false;
}

static bool all_struck(const struct buf *items)
{
	for (size_t i = 0; i < items->n; i++)
		if (!strchr("; ", items->p[i]))
			return false;
	return true;
}

static void try_mutation(const struct basis *basis, const struct mutation *m,
	const struct ruleset *rules, const struct forms *forms)
{
	struct report *report = mutate(basis, m, forms);
	struct buf items = {0};
	struct check check;

	check_printed(rules, report, &check);
	if (!str_is(m->expected, "none"))
		buf_add(&items, m->expected);
	for (size_t i = 0; i < check.n_findings; i++) {
		const struct finding *f = &check.findings[i];

		if (!check_find(&basis->check, f->id))
			cr_expect(strike_out(report, f, &items),
				"%.*s %.*s=%.*s: not expected: [%s] %s", STR_ARG(m->sample),
				STR_ARG(m->cell), STR_ARG(m->text), f->rule->id,
				f->message[LANG_EN]);
	}
	cr_expect(all_struck(&items), "%.*s %.*s=%.*s: not found: %.*s", STR_ARG(m->sample),
		STR_ARG(m->cell), STR_ARG(m->text), STR_ARG(buf_str(&items)));
	for (size_t i = 0; i < basis->check.n_findings; i++) {
		const struct finding *f = &basis->check.findings[i];

		cr_expect(check_find(&check, f->id), "%.*s %.*s=%.*s: gone: [%s] %s",
			STR_ARG(m->sample), STR_ARG(m->cell), STR_ARG(m->text), f->rule->id,
			f->message[LANG_EN]);
	}
	check_free(&check);
	report_free(report);
	buf_free(&items);
}

static void take_basis(struct basis *basis, struct str sample, const struct ruleset *rules,
	const struct forms *forms)
{
	struct buf bytes = {0};

	if (basis->report && str_is(sample, basis->name))
		return;
	basis_free(basis);
	for (size_t i = 0; i < ROWS(sample_names); i++)
		if (str_is(sample, sample_names[i]))
			basis->name = sample_names[i];
	cr_assert(basis->name && str_is(sample, basis->name), "no sample %.*s", STR_ARG(sample));
	sample_bytes(basis->name, ".txt", &bytes);
	basis->report = sample_report(basis->name, &bytes, forms);
	check_printed(rules, basis->report, &basis->check);
}

Test(mutations, one_number_changed)
{
	struct forms *forms = sample_forms();
	struct ruleset *rules = sample_rules(forms);
	struct basis basis = {0};
	struct buf table = {0}, path = {0};
	struct str rest;
	struct mutation m;
	struct err err = {0};
	size_t tried = 0;

	buf_addf(&path, "%s/tests/unit/mutations.tsv", getenv("GOUJI_SRCDIR"));
	cr_assert(file_read(path.p, IMPORT_LIMIT, &table, &err), "%s", err.text);
	rest = buf_str(&table);
	while (next_mutation(&rest, &m)) {
		take_basis(&basis, m.sample, rules, forms);
		try_mutation(&basis, &m, rules, forms);
		tried++;
	}
	cr_expect(tried >= 20, "only %zu mutations", tried);
	basis_free(&basis);
	buf_free(&table);
	buf_free(&path);
	rules_free(rules);
	forms_free(forms);
}

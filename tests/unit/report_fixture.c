#include "unit/report_fixture.h"

#include "base/file.h"
#include "unit/unit.h"

void fixture_check(struct fixture *f)
{
	if (f->check.arena)
		check_free(&f->check);
	rules_check(f->rules, f->report, &f->values, &f->check);
}

void fixture_open_text(struct fixture *f, const struct example_text *text)
{
	struct err err = {0};
	char *data = path_data_dir();
	char *forms = path_join(data, "forms"), *rules = path_join(data, "rules");

	*f = (struct fixture){0};
	f->forms = forms_load(forms, &err);
	cr_assert(f->forms, "%s:%u: %s", err.file, err.line, err.text);
	f->rules = rules_load(rules, f->forms, &err);
	cr_assert(f->rules, "%s:%u: %s", err.file, err.line, err.text);
	f->report = example_report(f->forms, text);
	values_init(&f->values, f->report);
	fixture_check(f);
	free(data);
	free(forms);
	free(rules);
}

void fixture_open(struct fixture *f, const char *prose, const struct example_cell *cells, size_t n)
{
	fixture_open_text(f, &(struct example_text){.form = "2019",
				     .agency = "临江市教育局",
				     .year = 2020,
				     .prose = prose,
				     .cells = cells,
				     .n_cells = n});
}

void fixture_close(struct fixture *f)
{
	check_free(&f->check);
	values_free(&f->values);
	example_free(f->report);
	rules_free(f->rules);
	forms_free(f->forms);
}

size_t fixture_cell(const struct fixture *f, const char *name)
{
	size_t i = 0;

	while (i < f->report->n_cells && strcmp(f->report->cells[i].def->name, name))
		i++;
	cr_assert(i < f->report->n_cells, "no cell %s", name);
	return i;
}

size_t fixture_count(const struct fixture *f, const char *rule)
{
	size_t n = 0;

	for (size_t i = 0; i < f->check.n_findings; i++)
		n += !strcmp(f->check.findings[i].rule->id, rule);
	return n;
}

size_t fixture_not_checked(const struct fixture *f, const char *rule)
{
	size_t n = 0;

	for (size_t i = 0; i < f->check.n_not_checked; i++)
		n += !strcmp(f->check.not_checked[i].rule->id, rule);
	return n;
}

const struct finding *fixture_finding(const struct fixture *f, const char *rule, size_t nth)
{
	for (size_t i = 0; i < f->check.n_findings; i++) {
		if (!strcmp(f->check.findings[i].rule->id, rule) && nth-- == 0)
			return &f->check.findings[i];
	}
	return NULL;
}

const char *fixture_cells(const struct fixture *f, const size_t *cells, size_t n)
{
	static char text[8192];
	size_t at = 0;

	text[0] = '\0';
	for (size_t i = 0; i < n; i++)
		at += (size_t)snprintf(text + at, sizeof text - at, "%s%s", i ? " " : "",
			f->report->cells[cells[i]].def->name);
	return text;
}

struct str fixture_words(const struct fixture *f, const struct finding *found, size_t nth)
{
	return nth < found->n_spans ? doc_str(f->report->doc, found->spans[nth]) : STR("");
}

/* Finding and reading the reports that one is checked against. */
#include "cli/beside.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "cli/inputs.h"

static void take_last(struct beside *b, struct report *last)
{
	b->last = last;
	values_init(&b->last_values, last);
	b->rules.last = last;
	b->rules.last_values = &b->last_values;
}

/* The path with the report's year in its name set back by one; NULL where the name has no year. */
static char *path_before(const char *path, int year)
{
	const char *name = path_base(path);
	char digits[16], before[16];
	struct buf out = {0};
	const char *at;

	snprintf(digits, sizeof digits, "%d", year);
	snprintf(before, sizeof before, "%d", year - 1);
	at = year ? strstr(name, digits) : NULL;
	if (!at)
		return NULL;
	buf_add(&out, (struct str){path, (size_t)(at - path)});
	buf_adds(&out, before);
	buf_adds(&out, at + strlen(digits));
	return buf_take(&out);
}

/* Two names of which one is the fuller of the other. */
static bool same_agency(const struct report *a, const struct report *b)
{
	struct str x = str_of(a->agency_text), y = str_of(b->agency_text);

	if (!x.n || !y.n)
		return false;
	return str_ends(x, b->agency_text) || str_ends(y, a->agency_text);
}

static void find_last(
	struct beside *b, const struct forms *forms, const char *path, const struct report *report)
{
	char *before = strcmp(path, "-") ? path_before(path, report->year) : NULL;
	struct err err = {0};
	struct report *last = NULL;

	if (before && file_exists(before))
		last = inputs_open_report(before, forms, NULL, &err);
	if (last && last->year == report->year - 1 && same_agency(last, report))
		take_last(b, last);
	else
		report_free(last);
	free(before);
}

static bool open_last(
	struct beside *b, const struct forms *forms, const char *path, const struct report *report)
{
	struct err err = {0};
	struct report *last = inputs_open_report(path, forms, NULL, &err);

	if (!last) {
		cli_error(&err);
		return false;
	}
	if (last->year && report->year && last->year != report->year - 1) {
		cli_message(_("%s: this report is of %d, not of %d"), path, last->year,
			report->year - 1);
		report_free(last);
		return false;
	}
	take_last(b, last);
	return true;
}

static bool open_children(
	struct beside *b, const struct forms *forms, const char *dir, const char *parent)
{
	struct inputs_files files = {0};
	struct err err = {0};
	bool ok = inputs_expand(dir, &files, &err);

	if (!ok)
		cli_error(&err);
	b->children = mem_alloc_array(files.n + 1, sizeof *b->children);
	b->values = mem_alloc_array(files.n + 1, sizeof *b->values);
	for (size_t i = 0; i < files.n; i++) {
		struct rule_child *child = &b->children[b->rules.n_children];
		struct values *values = &b->values[b->rules.n_children];
		struct report *report;

		if (strcmp(files.v[i], parent) == 0)
			continue;
		report = inputs_open_report(files.v[i], forms, NULL, &err);
		child->file = mem_strdup(path_base(files.v[i]));
		child->report = report;
		child->values = values;
		b->rules.n_children++;
		if (report)
			values_init(values, report);
		else
			cli_error(&err);
		err = (struct err){0};
	}
	b->rules.children = b->children;
	inputs_free_files(&files);
	return ok;
}

bool beside_open(struct beside *b, const struct cli *cli, const struct forms *forms,
	const char *path, const struct report *report)
{
	bool ok = true;

	*b = (struct beside){0};
	if (cli->value[OPT_PREVIOUS])
		ok = open_last(b, forms, cli->value[OPT_PREVIOUS], report);
	else
		find_last(b, forms, path, report);
	if (cli->value[OPT_CHILDREN])
		ok = open_children(b, forms, cli->value[OPT_CHILDREN], path) && ok;
	return ok;
}

void beside_close(struct beside *b)
{
	if (b->last) {
		values_free(&b->last_values);
		report_free(b->last);
	}
	for (size_t i = 0; i < b->rules.n_children; i++) {
		if (b->children[i].report)
			values_free(&b->values[i]);
		report_free((struct report *)b->children[i].report);
		free((char *)b->children[i].file);
	}
	free(b->children);
	free(b->values);
}

/* Making numbers, falsifying them, and looking for the truth among the repairs. */
#include "unit/repair_kit.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "base/mem.h"
#include "rule/example.h"

unsigned repair_kit_roll(struct repair_kit *k, unsigned n)
{
	unsigned long long z = k->state += 0x9e3779b97f4a7c15ull;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
	return (unsigned)((z ^ (z >> 31)) % n);
}

struct repair_kit *repair_kit_open(const char *form)
{
	struct err err = {0};
	struct repair_kit *k = mem_alloc(sizeof *k);
	char *data = path_data_dir();
	char *forms = path_join(data, "forms"), *rules = path_join(data, "rules");
	struct example_text text = {.form = form, .year = 2022, .prose = ""};

	k->forms = forms_load(forms, &err);
	k->rules = k->forms ? rules_load(rules, k->forms, &err) : NULL;
	if (k->rules) {
		k->report = example_report(k->forms, &text);
		values_init(&k->values, k->report);
		k->truth = mem_alloc_array(k->report->n_cells, sizeof *k->truth);
	}
	free(data);
	free(forms);
	free(rules);
	if (k->report)
		return k;
	fprintf(stderr, "%s:%u: %s\n", err.file, err.line, err.text);
	repair_kit_free(k);
	return NULL;
}

void repair_kit_free(struct repair_kit *k)
{
	repairs_free(&k->repairs);
	check_free(&k->check);
	values_free(&k->values);
	free(k->truth);
	example_free(k->report);
	rules_free(k->rules);
	forms_free(k->forms);
	free(k);
}

/* --- numbers --- */

static int64_t some_count(struct repair_kit *k)
{
	static const unsigned limit[] = {2, 10, 100, 1000, 100000};

	return repair_kit_roll(k, 10) < 6 ? 0 : repair_kit_roll(k, limit[repair_kit_roll(k, 5)]);
}

static const struct report_table *table_of(const struct repair_kit *k, const char *name)
{
	for (size_t i = 0; i < k->report->n_tables; i++) {
		if (!strcmp(k->report->tables[i].def->name, name))
			return &k->report->tables[i];
	}
	abort();
}

static int64_t *at(struct repair_kit *k, const struct report_table *t, size_t row, size_t column)
{
	return &k->truth[t->cell + (form_cell_at(t->def, row, column) - t->def->cell)].units;
}

static size_t row_named(const struct report_table *t, const char *name)
{
	for (size_t i = 0; i < t->def->n_rows; i++) {
		if (!strcmp(t->def->rows[i].name, name))
			return i;
	}
	abort();
}

static void fill_totals(struct repair_kit *k, const struct report_table *t)
{
	size_t n = t->def->blocks[0].n_columns;

	for (size_t row = 0; row < t->def->n_rows; row++) {
		int64_t sum = 0;

		for (size_t c = 0; c + 1 < n; c++)
			sum += *at(k, t, row, c);
		*at(k, t, row, n - 1) = sum;
	}
}

static void fill_requests(struct repair_kit *k, const struct report_table *t)
{
	size_t total = row_named(t, "outcome.total"), forward = row_named(t, "carried_forward");
	size_t fresh = row_named(t, "new"), over = row_named(t, "carried_over");

	for (size_t c = 0; c + 1 < t->def->blocks[0].n_columns; c++) {
		int64_t sum = 0, left = some_count(k);

		for (size_t r = 0; r < t->def->n_rows; r++) {
			if (r == total || r == forward || r == fresh || r == over)
				continue;
			sum += *at(k, t, r, c) = some_count(k);
		}
		*at(k, t, total, c) = sum;
		*at(k, t, forward, c) = left;
		*at(k, t, over, c) =
			repair_kit_roll(k, 2) ? 0 : repair_kit_roll(k, (unsigned)(sum + left) + 1);
		*at(k, t, fresh, c) = sum + left - *at(k, t, over, c);
	}
	fill_totals(k, t);
}

void repair_kit_fill(struct repair_kit *k, unsigned seed)
{
	const struct report_table *disputes = table_of(k, "disputes");

	k->state = seed;
	fill_requests(k, table_of(k, "requests"));
	for (size_t r = 0; r < disputes->def->n_rows; r++) {
		for (size_t c = 0; c < 4; c++)
			*at(k, disputes, r, c) = some_count(k);
	}
	fill_totals(k, disputes);
	for (size_t i = 0; i < k->values.n; i++)
		k->values.v[i] = (struct value){CELL_GIVEN, k->truth[i], false};
}

/* --- mistakes --- */

static int64_t change_digit(struct repair_kit *k, int64_t v)
{
	int64_t place = 1;

	for (int64_t rest = v / 10; rest && repair_kit_roll(k, 2); rest /= 10)
		place *= 10;
	return v - v / place % 10 * place + (int64_t)repair_kit_roll(k, 10) * place;
}

static int64_t swap_digits(int64_t v)
{
	return v / 100 * 100 + v % 10 * 10 + v / 10 % 10;
}

static int64_t falsify(struct repair_kit *k, int64_t v)
{
	switch (repair_kit_roll(k, 8)) {
	case 0:
		return 0;
	case 1:
		return v / 10; /* dropped */
	case 2:
		return v * 10 + v % 10; /* doubled */
	case 3:
		return swap_digits(v);
	case 4:
		return v + 1;
	case 5:
		return some_count(k);
	default:
		return change_digit(k, v);
	}
}

static bool is_false(const struct falsified *f, size_t n, size_t cell)
{
	for (size_t i = 0; i < n; i++) {
		if (f[i].cell == cell)
			return true;
	}
	return false;
}

void repair_kit_falsify(struct repair_kit *k, struct falsified *out, size_t n)
{
	size_t first = table_of(k, "requests")->cell;

	for (size_t i = 0; i < n;) {
		size_t cell = first + repair_kit_roll(k, (unsigned)(k->report->n_cells - first));
		struct dec to = {falsify(k, k->truth[cell].units), 0};

		if (is_false(out, i, cell) || dec_cmp(to, k->truth[cell]) == 0)
			continue;
		out[i++] = (struct falsified){cell, k->truth[cell], to};
		k->values.v[cell].value = to;
	}
}

void repair_kit_lose(struct repair_kit *k, const struct falsified *false_, size_t n_false, size_t n)
{
	while (n-- > 0) {
		size_t cell = repair_kit_roll(k, (unsigned)k->values.n);
		bool blank = k->truth[cell].units == 0 && repair_kit_roll(k, 2);

		if (!is_false(false_, n_false, cell))
			k->values.v[cell] =
				(struct value){blank ? CELL_BLANK : CELL_MISSING, dec_of(0), false};
	}
}

long repair_kit_find(struct repair_kit *k, const struct repair_options *o)
{
	struct timespec from, to;

	repairs_free(&k->repairs);
	check_free(&k->check);
	rules_check(k->rules, k->report, &k->values, &k->check);
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &from);
	repairs_find(k->report, &k->values, &k->check, o, &k->repairs);
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &to);
	return (to.tv_sec - from.tv_sec) * 1000000000L + (to.tv_nsec - from.tv_nsec);
}

/* --- the truth --- */

static bool same_group(const struct repair_kit *k, size_t a, size_t b)
{
	const struct form_cell *x = k->report->cells[a].def, *y = k->report->cells[b].def;

	return x->table == y->table && (!strcmp(x->table->name, "requests") || x->row == y->row);
}

static bool is_broken(const struct finding *f)
{
	return !strcmp(f->rule->kind, "identity");
}

static bool is_truth(const struct repair_kit *k, const struct repair *r,
	const struct falsified *false_, size_t n, size_t i)
{
	size_t found = 0, all = 0;

	for (size_t j = 0; j < n; j++) {
		if (!same_group(k, false_[j].cell, false_[i].cell))
			continue;
		all++;
		for (size_t c = 0; c < r->n_changes; c++)
			found += r->changes[c].cell == false_[j].cell &&
				 dec_cmp(r->changes[c].to, false_[j].from) == 0;
	}
	return found == all && r->n_changes == all;
}

bool repair_kit_is_beside(const struct repair_list *l, size_t i)
{
	for (size_t j = 0; j < l->n; j++) {
		if (l->v[i]->line && (l->v[j]->n_changes < l->v[i]->n_changes ||
					     l->v[j]->n_settles > l->v[i]->n_settles))
			return true;
	}
	return false;
}

struct fate repair_kit_fate(
	const struct repair_kit *k, const struct falsified *false_, size_t n, size_t i)
{
	struct fate fate = {.smallest = true};
	size_t finding = 0, cells = 0, listed = 0;

	for (size_t j = 0; j < i; j++) {
		if (same_group(k, false_[j].cell, false_[i].cell))
			return fate;
	}
	for (size_t j = i; j < n; j++)
		cells += same_group(k, false_[j].cell, false_[i].cell);
	while (finding < k->check.n_findings &&
		!(is_broken(&k->check.findings[finding]) &&
			same_group(k, k->check.findings[finding].cells[0], false_[i].cell)))
		finding++;
	if (finding == k->check.n_findings)
		return fate;
	struct repair_list list = repairs_whole(&k->repairs, finding);

	fate.n = cells;
	fate.bounded = list.bounded;
	for (size_t j = 0; j < list.n; j++) {
		if (repair_kit_is_beside(&list, j))
			continue;
		fate.size = list.v[j]->n_changes;
		fate.smallest = fate.smallest && fate.size >= cells;
		if (is_truth(k, list.v[j], false_, n, i)) {
			fate.among = true;
			fate.first = j == 0;
		}
		listed++;
	}
	fate.listed = listed;
	return fate;
}

/* --- soundness --- */

static bool is_sound(struct repair_kit *k, const struct repair *r)
{
	struct check after;
	bool sound = true;

	for (size_t i = 0; i < r->n_changes; i++) {
		k->values.v[r->changes[i].cell].state = CELL_GIVEN;
		k->values.v[r->changes[i].cell].value = r->changes[i].to;
		sound = sound && r->changes[i].to.units >= 0 && r->changes[i].to.scale == 0;
	}
	rules_check(k->rules, k->report, &k->values, &after);
	for (size_t i = 0; i < r->n_settles; i++)
		sound = sound && !check_find(&after, k->check.findings[r->settles[i]].id);
	for (size_t i = 0; i < after.n_findings; i++)
		sound = sound && (!is_broken(&after.findings[i]) ||
					 check_find(&k->check, after.findings[i].id));
	for (size_t i = 0; i < r->n_changes; i++)
		k->values.v[r->changes[i].cell] = r->changes[i].from;
	check_free(&after);
	return sound;
}

size_t repair_kit_unsound(struct repair_kit *k)
{
	size_t unsound = 0;

	for (size_t i = 0; i < k->repairs.n_findings; i++) {
		struct repair_list lists[2] = {
			repairs_whole(&k->repairs, i), repairs_parts(&k->repairs, i)};

		for (size_t j = 0; j < 2; j++) {
			for (size_t m = 0; m < lists[j].n; m++)
				unsound += !is_sound(k, lists[j].v[m]);
		}
	}
	return unsound;
}

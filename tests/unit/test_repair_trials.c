#include "unit/unit.h"

#include "unit/repair_kit.h"

/* A sample of what `make bench-repair` tries ten thousand of. */
enum { TRIALS = 1000, FALSE_MAX = 4, SOUND_EVERY = 20 };

static void expect_fate(
	const struct repair_kit *k, const struct falsified *f, size_t n, size_t i, unsigned seed)
{
	struct fate fate = repair_kit_fate(k, f, n, i);
	bool requests = !strncmp(k->report->cells[f[i].cell].def->name, "requests", 8);

	if (fate.n == 0)
		return;
	cr_expect_not(fate.bounded, "seed %u", seed);
	cr_expect_gt(fate.listed, 0, "seed %u: nothing listed", seed);
	cr_expect_leq(fate.size, fate.n, "seed %u: smaller than the truth is enough", seed);
	cr_expect(!fate.smallest || fate.among, "seed %u: the truth is not listed", seed);
	if (fate.n == 1 && requests)
		cr_expect(fate.first, "seed %u: the truth is not first", seed);
}

static void try_form(const char *form, unsigned first)
{
	struct repair_kit *k = repair_kit_open(form);
	struct falsified f[FALSE_MAX];

	cr_assert(k);
	for (unsigned seed = first; seed < first + TRIALS / 2; seed++) {
		size_t n = 1 + seed % FALSE_MAX;

		repair_kit_fill(k, seed);
		repair_kit_falsify(k, f, n);
		repair_kit_find(k, NULL);
		for (size_t i = 0; i < n; i++)
			expect_fate(k, f, n, i, seed);
		if (seed % SOUND_EVERY == 0)
			cr_expect_eq(repair_kit_unsound(k), 0, "seed %u", seed);
	}
	repair_kit_free(k);
}

Test(repair_trials, form_2019)
{
	try_form("2019", 1);
}

Test(repair_trials, form_2021)
{
	try_form("2021", 100001);
}

/* Identities of lost cells are not checked: what settles the others may be smaller than the truth,
 * and one false cell is among the candidates still. */
Test(repair_trials, cells_lost_beside_the_false_one)
{
	struct repair_kit *k = repair_kit_open("2021");
	struct falsified f[FALSE_MAX];

	cr_assert(k);
	for (unsigned seed = 0; seed < TRIALS / 4; seed++) {
		size_t n = 1 + seed % FALSE_MAX;

		repair_kit_fill(k, seed);
		repair_kit_falsify(k, f, n);
		repair_kit_lose(k, f, n, 1 + seed % 40);
		repair_kit_find(k, NULL);
		for (size_t i = 0; i < n; i++) {
			struct fate fate = repair_kit_fate(k, f, n, i);

			cr_expect(fate.n == 0 || fate.bounded || fate.listed, "seed %u", seed);
			cr_expect(n > 1 || fate.n == 0 || fate.among, "seed %u", seed);
		}
		if (seed % SOUND_EVERY < 2)
			cr_expect_eq(repair_kit_unsound(k), 0, "seed %u", seed);
	}
	repair_kit_free(k);
}

Test(repair_trials, consistent_numbers_need_no_repair)
{
	struct repair_kit *k = repair_kit_open("2021");

	cr_assert(k);
	for (unsigned seed = 0; seed < 10; seed++) {
		repair_kit_fill(k, seed);
		repair_kit_find(k, NULL);
		for (size_t i = 0; i < k->repairs.n_findings; i++)
			cr_expect_eq(repairs_whole(&k->repairs, i).n, 0);
	}
	repair_kit_free(k);
}

/* Nothing true left: the search stops where it is told to, and says so. */
Test(repair_trials, stops_on_numbers_without_sense)
{
	struct repair_kit *k = repair_kit_open("2021");
	struct repair_options o = repair_defaults;
	size_t stopped = 0;

	cr_assert(k);
	o.bound_ms = 0;
	for (unsigned seed = 0; seed < 6; seed++) {
		repair_kit_fill(k, seed);
		for (size_t i = 0; i < k->values.n; i++)
			k->values.v[i].value =
				dec_of(repair_kit_roll(k, seed % 2 ? 2 : 1000000000));
		repair_kit_find(k, &o);
		cr_expect_leq(k->repairs.nodes, o.nodes);
		stopped += k->repairs.bounded;
		cr_expect_eq(repair_kit_unsound(k), 0, "seed %u", seed);
	}
	cr_expect_gt(stopped, 0);
	repair_kit_free(k);
}

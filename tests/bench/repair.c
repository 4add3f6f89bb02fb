/* `make bench-repair`: ten thousand made-up reports with one to four cells falsified, against the
 * bars of the search for repairs, and reports that mean it harm. It prints what it found, and fails
 * where a bar is missed. Times are the processor's. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/repair_kit.h"

enum { TRIALS = 10000, FALSE_MAX = 4, SOUND_EVERY = 20, HARD = 300, HARD_FALSE = 60 };

#define MEDIAN_MS 1
#define P99_MS 10
#define BOUND_MS 50

struct tally {
	size_t groups, smallest, among, first, bounded, smaller, empty, most;
};

struct times {
	long ns[TRIALS];
	size_t n;
	size_t nodes; /* most branches */
};

struct bench {
	struct tally requests[FALSE_MAX + 1], disputes[FALSE_MAX + 1];
	size_t unsound, judged;
	struct times times;
	bool missed;
};

static void add(struct tally *t, const struct fate *f)
{
	t->groups++;
	t->smallest += f->smallest && f->size == f->n;
	t->smaller += f->listed && f->size < f->n;
	t->among += f->among;
	t->first += f->first;
	t->bounded += f->bounded;
	t->empty += f->listed == 0;
	t->most = f->listed > t->most ? f->listed : t->most;
}

static void find(struct times *t, struct repair_kit *k)
{
	t->ns[t->n++] = repair_kit_find(k, NULL);
	if (k->repairs.nodes > t->nodes)
		t->nodes = k->repairs.nodes;
}

static void try(struct bench *b, struct repair_kit *k, unsigned seed)
{
	struct falsified f[FALSE_MAX];
	size_t n = 1 + seed % FALSE_MAX;

	repair_kit_fill(k, seed);
	repair_kit_falsify(k, f, n);
	find(&b->times, k);
	for (size_t i = 0; i < n; i++) {
		struct fate fate = repair_kit_fate(k, f, n, i);
		bool requests = !strncmp(k->report->cells[f[i].cell].def->name, "requests", 8);

		if (fate.n)
			add(requests ? &b->requests[fate.n] : &b->disputes[fate.n], &fate);
	}
	if (seed % SOUND_EVERY == 0) {
		b->unsound += repair_kit_unsound(k);
		b->judged++;
	}
}

static int by_size(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;

	return (x > y) - (x < y);
}

static double ms(const struct times *t, size_t i)
{
	return (double)t->ns[i < t->n ? i : t->n - 1] / 1e6;
}

static void tell_times(const char *what, struct times *t)
{
	qsort(t->ns, t->n, sizeof *t->ns, by_size);
	printf("%-38s median %6.3f ms, 99 %% %6.3f ms, most %6.3f ms; %5zu branches\n", what,
		ms(t, t->n / 2), ms(t, t->n * 99 / 100), ms(t, t->n), t->nodes);
}

static void tell(const char *table, const struct tally *t)
{
	for (size_t n = 1; n <= FALSE_MAX; n++) {
		if (t[n].groups)
			printf("%-8s %zu false: %4zu sets; truth smallest %4zu, listed %4zu, first "
			       "%4zu; smaller %3zu; stopped %zu, none %zu; at most %zu listed\n",
				table, n, t[n].groups, t[n].smallest, t[n].among, t[n].first,
				t[n].smaller, t[n].bounded, t[n].empty, t[n].most);
	}
}

static void expect(struct bench *b, bool holds, const char *bar)
{
	if (!holds)
		printf("MISSED: %s\n", bar);
	b->missed = b->missed || !holds;
}

/* Numbers as bad as can be: many false, lost ones between, or none that belong together. */
static void spoil(struct repair_kit *k, unsigned kind)
{
	static const size_t false_[] = {5, 8, 16, HARD_FALSE, 6};
	struct falsified f[HARD_FALSE];

	if (kind < 5)
		repair_kit_falsify(k, f, false_[kind]);
	if (kind == 4)
		repair_kit_lose(k, f, false_[kind], 30);
	for (size_t i = 0; kind >= 5 && i < k->values.n; i++)
		k->values.v[i].value = dec_of(repair_kit_roll(k, kind == 5 ? 2 : 1000000000));
}

static void try_hard(struct bench *b, struct repair_kit *k)
{
	static const char *const kinds[] = {"5 cells false", "8 cells false", "16 cells false",
		"60 cells false", "6 cells false, 30 lost", "all cells 0 or 1 at random",
		"all cells large at random"};

	for (unsigned kind = 0; kind < sizeof kinds / sizeof *kinds; kind++) {
		struct times *t = calloc(1, sizeof *t);

		for (unsigned seed = 0; t && seed < HARD; seed++) {
			repair_kit_fill(k, seed);
			spoil(k, kind);
			find(t, k);
		}
		if (!t)
			exit(2);
		tell_times(kinds[kind], t);
		expect(b, ms(t, t->n) < BOUND_MS, "the bound");
		free(t);
	}
}

static void judge(struct bench *b)
{
	const struct tally *one = &b->requests[1], *two = &b->requests[2];

	expect(b, one->among == one->groups, "one false: among the smallest");
	expect(b, b->disputes[1].among == b->disputes[1].groups, "disputes: all candidates");
	expect(b, one->first * 100 >= one->groups * 95, "one false in requests: first");
	expect(b, two->among == two->smallest && two->smallest + two->smaller == two->groups,
		"two false: among the smallest");
	expect(b, !b->unsound, "never an identity left broken");
	expect(b, ms(&b->times, b->times.n / 2) < MEDIAN_MS, "median");
	expect(b, ms(&b->times, b->times.n * 99 / 100) < P99_MS, "99th percentile");
}

int main(void)
{
	struct repair_kit *kits[2] = {repair_kit_open("2019"), repair_kit_open("2021")};
	struct bench *b = calloc(1, sizeof *b);

	if (!kits[0] || !kits[1] || !b)
		return 2;
	for (unsigned seed = 0; seed < TRIALS; seed++)
		try(b, kits[seed / FALSE_MAX % 2], seed);
	tell("requests", b->requests);
	tell("disputes", b->disputes);
	printf("applied and checked again: %zu reports, %zu repairs unsound\n", b->judged,
		b->unsound);
	tell_times("1 to 4 cells false", &b->times);
	judge(b);
	try_hard(b, kits[1]);
	bool missed = b->missed;

	printf("%s\n", missed ? "A BAR IS MISSED" : "all bars held");
	free(b);
	repair_kit_free(kits[0]);
	repair_kit_free(kits[1]);
	return missed;
}

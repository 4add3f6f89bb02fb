/* `make bench-repair`: ten thousand made-up reports with one to four cells falsified, against the
 * bars of the search for repairs. It prints what it found, and fails where a bar is missed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit/repair_kit.h"

enum { TRIALS = 10000, FALSE_MAX = 4, SOUND_EVERY = 20 };

struct tally {
	size_t groups, smallest, among, first, bounded, smaller, empty, most;
};

struct bench {
	struct tally requests[FALSE_MAX + 1], disputes[FALSE_MAX + 1];
	size_t unsound, judged, nodes_most;
	long *ns;
	size_t n;
};

static void add(struct tally *t, const struct fate *f)
{
	t->groups++;
	t->smallest += f->smallest;
	t->smaller += f->listed && f->size < f->n;
	t->among += f->among;
	t->first += f->first;
	t->bounded += f->bounded;
	t->empty += f->listed == 0;
	t->most = f->listed > t->most ? f->listed : t->most;
}

static void try(struct bench *b, struct repair_kit *k, unsigned seed)
{
	struct falsified f[FALSE_MAX];
	size_t n = 1 + seed % FALSE_MAX;

	repair_kit_fill(k, seed);
	repair_kit_falsify(k, f, n);
	b->ns[b->n++] = repair_kit_find(k, NULL);
	if (k->repairs.nodes > b->nodes_most)
		b->nodes_most = k->repairs.nodes;
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

static void tell(const char *table, const struct tally *t)
{
	for (size_t n = 1; n <= FALSE_MAX; n++) {
		if (t[n].groups)
			printf("%-9s %zu false: %5zu reports; truth smallest %5zu, listed %5zu, "
			       "first "
			       "%5zu; smaller found %4zu; stopped %3zu, none listed %3zu; at most "
			       "%zu\n",
				table, n, t[n].groups, t[n].smallest, t[n].among, t[n].first,
				t[n].smaller, t[n].bounded, t[n].empty, t[n].most);
	}
}

int main(void)
{
	struct repair_kit *kits[2] = {repair_kit_open("2019"), repair_kit_open("2021")};
	struct bench b = {.ns = calloc(TRIALS, sizeof(long))};

	if (!kits[0] || !kits[1] || !b.ns)
		return 2;
	for (unsigned seed = 0; seed < TRIALS; seed++)
		try(&b, kits[seed / FALSE_MAX % 2], seed);
	qsort(b.ns, b.n, sizeof *b.ns, by_size);
	tell("requests", b.requests);
	tell("disputes", b.disputes);
	printf("time: median %.3f ms, 99 %% %.3f ms, most %.3f ms; at most %zu branches\n",
		(double)b.ns[b.n / 2] / 1e6, (double)b.ns[b.n * 99 / 100] / 1e6,
		(double)b.ns[b.n - 1] / 1e6, b.nodes_most);
	printf("repairs applied and checked again for %zu reports: %zu unsound\n", b.judged,
		b.unsound);
	const struct tally *one = &b.requests[1], *two = &b.requests[2];
	bool good = one->among == one->groups && one->first * 100 >= one->groups * 95 &&
		    b.disputes[1].among == b.disputes[1].groups && two->among == two->smallest &&
		    !b.unsound;

	printf("%s\n", good ? "all bars held" : "A BAR IS MISSED");
	free(b.ns);
	repair_kit_free(kits[0]);
	repair_kit_free(kits[1]);
	return good ? 0 : 1;
}

/* `make bench`: how quick the program is, beside others, on this machine, now, and which of its
 * bars hold. No test: it prints and passes. What a key may cost in bytes, and that an idle desk
 * sleeps, are tests of their own (tests/desk/test_terminal.c).
 *
 * The floor is tests/bench/floor.c, the least a curses program can do. Other programs are found by
 * PATH and left out where they are not installed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/measure.h"
#include "temp.h"

enum { ROUNDS = 15, LARGE_ROUNDS = 5, LARGE = 8 << 20 };

struct bench {
	char gouji[512], bare[512];
	char sample[512]; /* a report of 8 KB */
	char twelve[512]; /* one with twelve findings, as large */
	char large[512];  /* the same with 8 MB of prose behind */
	long small_kb;
};

/* What a desk does with its keys, on one report. */
struct keys {
	struct series step, scroll, jump, dead, redraw;
	struct series lead; /* down to where it scrolls: not told */
};

static void tell_all(struct contender *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		measure_tell(&c[i].series);
}

static void bench_check(const struct bench *b)
{
	char *vim = measure_program("vim");
	struct contender c[] = {
		{{.name = "gouji check"}, {b->gouji, "check", b->sample}},
		{{.name = "vim -u NONE -N -n -c q"},
			{vim, "-u", "NONE", "-N", "-n", "-c", "q", b->sample}},
	};

	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < 2; i++)
			measure_run(&c[i]);
	measure_head("A report checked, from start to end");
	tell_all(c, 2);
	measure_bar("gouji check, 8 KB", "ms", measure_min(&c[0].series), "vim, start to end",
		measure_min(&c[1].series), 1);
	free(vim);
}

static void bench_first(struct bench *b)
{
	char *vim = measure_program("vim"), *less = measure_program("less");
	char *nano = measure_program("nano"), *tig = measure_program("tig");
	struct contender c[] = {
		{{.name = "gouji, all checks done"}, {b->gouji, b->sample}},
		{{.name = "bare curses"}, {b->bare, b->sample}},
		{{.name = "vim -u NONE -N -n"}, {vim, "-u", "NONE", "-N", "-n", b->sample}},
		{{.name = "less"}, {less, b->sample}},
		{{.name = "nano"}, {nano, b->sample}},
		{{.name = "tig status"}, {tig, "status"}},
	};
	enum { N = sizeof c / sizeof c[0] };

	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < N; i++) {
			struct pty *p = measure_screen(&c[i]);

			if (p && i == 0)
				b->small_kb = measure_status(p, "VmRSS");
			if (p)
				pty_close(p);
		}
	measure_head("The first screen, 8 KB");
	tell_all(c, N);
	measure_bar("first screen, 8 KB, all checks done", "ms", measure_min(&c[0].series),
		"bare curses", measure_min(&c[1].series), 3);
	measure_bar("resident memory, 8 KB", "MB", (double)b->small_kb / 1024, "MB", 10, 1);
	free(vim);
	free(less);
	free(nano);
	free(tig);
}

static void bench_large(const struct bench *b)
{
	char *vim = measure_program("vim"), *nano = measure_program("nano");
	struct contender c[] = {
		{{.name = "gouji, its first lines"}, {b->gouji, b->large}},
		{{.name = "nano"}, {nano, b->large}},
		{{.name = "vim -u NONE -N -n"}, {vim, "-u", "NONE", "-N", "-n", b->large}},
	};
	struct contender all = {{.name = "gouji, all checks done"}, {b->gouji, b->large}};
	long kb = 0;

	for (int round = 0; round < LARGE_ROUNDS; round++) {
		struct pty *p = measure_screen(&all);

		kb = measure_status(p, "VmHWM");
		pty_close(p);
		for (size_t i = 0; i < 3; i++) {
			p = measure_words(&c[i], "2023");
			if (p)
				pty_close(p);
		}
	}
	measure_head("The first screen, 8 MB");
	tell_all(c, 3);
	measure_tell(&all.series);
	measure_bar("first lines on the screen, 8 MB", "ms", measure_min(&c[0].series), "nano",
		measure_min(&c[1].series), 1);
	measure_bar("most memory for 8 MB, over that for 8 KB", "MB",
		(double)(kb - b->small_kb) / 1024, "MB of text", LARGE >> 20, 12);
	free(vim);
	free(nano);
}

/* A round of keys: down the text to where it scrolls, to findings, and keys that do nothing. */
static void press(struct pty *p, struct keys *k, int round)
{
	enum { SCROLLS = 300 }; /* bytes: what only moves the cursor takes fewer */
	struct series *lead = &k->lead;

	for (int i = 0; i < 8; i++)
		measure_key(p, round % 2 ? "p" : "n", &k->jump);
	pty_send(p, "1gg");
	pty_rest(p);
	for (int i = 0; i < 6; i++)
		measure_key(p, "j", &k->step);
	*lead = (struct series){.name = ""};
	for (int i = 0; i < BENCH_ROWS && lead->bytes_most < SCROLLS; i++)
		measure_key(p, "j", lead);
	for (int i = 0; i < 8; i++)
		measure_key(p, "j", &k->scroll);
	measure_key(p, "\x14", &k->dead);
	measure_key(p, "\x0c", &k->redraw);
	pty_send(p, "3");
	pty_rest(p);
}

static void bench_idle(struct pty *p)
{
	long before = measure_status(p, "voluntary_ctxt_switches");
	size_t bytes = p->bytes;

	for (int i = 0; i < 10; i++)
		pty_pump(p, 100);
	printf("\nAn idle second: %zu bytes, %ld wakeups\n", p->bytes - bytes,
		measure_status(p, "voluntary_ctxt_switches") - before);
}

static void bars_of_keys(struct keys *small, struct keys *large, struct series *floor_scroll,
	struct series *floor_page)
{
	double scroll = measure_median(floor_scroll), most = measure_most(floor_scroll);

	measure_bar(
		"a step, median", "ms", measure_median(&small->step), "bare scroll", scroll, 1.5);
	measure_bar("a step, 99 %", "ms", measure_most(&small->step), "bare scroll, 99 %", most, 3);
	measure_bar("a scroll, median", "ms", measure_median(&small->scroll), "bare scroll", scroll,
		1.5);
	measure_bar(
		"a scroll, 99 %", "ms", measure_most(&small->scroll), "bare scroll, 99 %", most, 3);
	measure_bar("to a finding, both panes, median", "ms", measure_median(&small->jump),
		"bare page", measure_median(floor_page), 1.5);
	measure_bar("a step, 8 MB", "ms", measure_median(&large->step), "8 KB",
		measure_median(&small->step), 1.2);
	measure_bar("a scroll, 8 MB", "ms", measure_median(&large->scroll), "8 KB",
		measure_median(&small->scroll), 1.2);
	measure_bar("to a finding, 8 MB", "ms", measure_median(&large->jump), "8 KB",
		measure_median(&small->jump), 1.2);
	measure_bar("a step, most", "bytes", (double)small->step.bytes_most, "bytes", 400, 1);
	measure_bar("a scroll of the text, most", "bytes", (double)small->scroll.bytes_most,
		"a redraw", (double)small->redraw.bytes / (double)small->redraw.tries, 0.6);
	measure_bar("a key without effect, most", "bytes", (double)small->dead.bytes_most, "bytes",
		40, 1);
}

static void tell_keys(struct keys *k)
{
	measure_tell(&k->step);
	measure_tell(&k->scroll);
	measure_tell(&k->jump);
	measure_tell(&k->dead);
	measure_tell(&k->redraw);
}

static void bench_keys(const struct bench *b)
{
	static struct keys small = {
		.step.name = "8 KB: a step",
		.scroll.name = "8 KB: a scroll",
		.jump.name = "8 KB: to a finding",
		.dead.name = "8 KB: a key without effect",
		.redraw.name = "8 KB: a redraw",
	};
	static struct keys large = {
		.step.name = "8 MB: a step",
		.scroll.name = "8 MB: a scroll",
		.jump.name = "8 MB: to a finding",
		.dead.name = "8 MB: a key without effect",
		.redraw.name = "8 MB: a redraw",
	};
	static struct series scroll = {.name = "bare curses: a scroll"};
	static struct series page = {.name = "bare curses: a page"};
	static struct contender s, l, f;

	s = (struct contender){{.name = ""}, {b->gouji, b->twelve}};
	l = (struct contender){{.name = ""}, {b->gouji, b->large}};
	f = (struct contender){{.name = ""}, {b->bare, b->twelve}};
	struct pty *p = measure_screen(&s), *q = measure_screen(&l), *r = measure_screen(&f);

	for (int round = 0; round < ROUNDS; round++) {
		press(p, &small, round);
		press(q, &large, round);
		for (int i = 0; i < 8; i++)
			measure_key(r, "j", &scroll);
		for (int i = 0; i < 8; i++)
			measure_key(r, "r", &page);
	}
	measure_head("From a key to the screen");
	tell_keys(&small);
	tell_keys(&large);
	measure_tell(&scroll);
	measure_tell(&page);
	bars_of_keys(&small, &large, &scroll, &page);
	bench_idle(p);
	pty_close(p);
	pty_close(q);
	pty_close(r);
}

/* The report with twelve findings, and lines of prose that nobody's eye meets twice. */
static bool write_large(const struct bench *b)
{
	FILE *from = fopen(b->twelve, "r"), *to = fopen(b->large, "w");
	char line[4096];
	bool good = from && to;

	while (good && fgets(line, sizeof line, from))
		fputs(line, to);
	for (unsigned i = 1; good && ftell(to) < LARGE; i++)
		fprintf(to, "第%u项工作由办公室%u组牵头，按季度把编号%u的进展报给分管领导。\n", i,
			i % 97, i * 7919u % 100003u);
	if (from)
		fclose(from);
	return (to && fclose(to) == 0) && good;
}

int main(void)
{
	static struct bench b;
	const char *build = getenv("GOUJI_BUILDDIR"), *source = getenv("GOUJI_SRCDIR");
	char dir[TEMP_DIR_MAX];

	if (!build || !source || !temp_dir(dir))
		return 2;
	snprintf(b.gouji, sizeof b.gouji, "%s/gouji", build);
	snprintf(b.bare, sizeof b.bare, "%s/tests/bench/floor", build);
	snprintf(b.sample, sizeof b.sample, "%s/data/samples/xidian-2020.txt", source);
	snprintf(b.twelve, sizeof b.twelve, "%s/tests/desk/twelve-2023.txt", source);
	snprintf(b.large, sizeof b.large, "%s/large.txt", dir);
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("Rounds in turn, on a pty of %d by %d\n", BENCH_COLS, BENCH_ROWS);
	bool good = write_large(&b);

	if (good) {
		bench_check(&b);
		bench_first(&b);
		bench_large(&b);
		bench_keys(&b);
		measure_bars();
	}
	return good ? 0 : 2;
}

/* `make bench`: how quick the program is, beside others, on this machine, now. No test: it prints
 * and passes. What is compared is run in turn, round after round, since a machine's speed changes
 * under one; of each series the minimum and the median are told.
 *
 * Time to the screen is from the start of the program, or from a key, to the last byte it wrote
 * before it slept. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "desk/pty.h"

enum { ROUNDS = 15, STEPS = 40, ROWS = 40, COLS = 120, SERIES_MAX = STEPS * ROUNDS };

struct series {
	const char *name;
	double ms[SERIES_MAX];
	size_t n;
	size_t bytes; /* to the terminal, all in all */
};

struct contender {
	struct series series;
	const char *const *argv;
};

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void add(struct series *s, double ms)
{
	if (s->n < SERIES_MAX)
		s->ms[s->n++] = ms;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void tell(struct series *s)
{
	if (s->n == 0) {
		printf("  %-34s      not here\n", s->name);
		return;
	}
	qsort(s->ms, s->n, sizeof *s->ms, by_size);
	printf("  %-34s %8.2f %8.2f %8.2f %10zu\n", s->name, s->ms[0], s->ms[s->n / 2],
		s->ms[s->n * 99 / 100], s->bytes / s->n);
}

static void head(const char *title)
{
	printf("\n%-36s %8s %8s %8s %10s\n", title, "min ms", "median", "99 %", "bytes");
}

static struct pty *start(const char *const *argv)
{
	static char data[512];
	const char *env[] = {"TERM=xterm-256color", "LC_ALL=C.UTF-8", "LANGUAGE=zh_CN",
		"GOUJI_REVIEWER=bench", "HOME=/nonexistent", data, NULL};

	snprintf(data, sizeof data, "GOUJI_DATADIR=%s", getenv("GOUJI_DATADIR"));
	return pty_open(&(struct pty_start){ROWS, COLS, NULL, argv, env});
}

static bool can_run(const char *const *argv)
{
	return access(argv[0], X_OK) == 0;
}

/* From start to end. */
static void run_once(struct contender *c)
{
	if (!can_run(c->argv))
		return;
	double from = now_ms();
	struct pty *p = start(c->argv);

	pty_end(p);
	add(&c->series, p->ended_at - from);
	c->series.bytes += p->bytes;
	pty_close(p);
}

/* From start to the first screen; the program is left running. */
static struct pty *first_screen(struct contender *c)
{
	if (!can_run(c->argv))
		return NULL;
	double from = now_ms();
	struct pty *p = start(c->argv);

	while (p->bytes == 0 && pty_pump(p, 2000) > 0)
		;
	pty_rest(p);
	add(&c->series, p->wrote_at - from);
	c->series.bytes += p->bytes;
	return p;
}

static void press(struct pty *p, const char *key, struct series *s)
{
	size_t before = p->bytes;
	double from = now_ms();

	pty_send(p, key);
	pty_rest(p);
	if (p->bytes > before)
		add(s, p->wrote_at - from);
	s->bytes += p->bytes - before;
}

static long rss_kb(struct pty *p)
{
	char path[64], line[256];
	long kb = -1;

	snprintf(path, sizeof path, "/proc/%d/status", (int)p->pid);
	FILE *f = fopen(path, "r");

	while (f && fgets(line, sizeof line, f))
		sscanf(line, "VmRSS: %ld", &kb);
	if (f)
		fclose(f);
	return kb;
}

static void bench_check(const char *gouji, const char *sample)
{
	struct contender c[] = {
		{{.name = "gouji check"}, (const char *[]){gouji, "check", sample, NULL}},
		{{.name = "vim -u NONE -N -c q"}, (const char *[]){"/usr/bin/vim", "-u", "NONE",
							  "-N", "-c", "q", sample, NULL}},
		{{.name = "vim.tiny -u NONE -N -c q"},
			(const char *[]){
				"/usr/bin/vim.tiny", "-u", "NONE", "-N", "-c", "q", sample, NULL}},
	};

	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < sizeof c / sizeof c[0]; i++)
			run_once(&c[i]);
	head("A report checked, from start to end");
	for (size_t i = 0; i < sizeof c / sizeof c[0]; i++)
		tell(&c[i].series);
}

static void bench_first(const char *gouji, const char *bare, const char *sample)
{
	struct contender c[] = {
		{{.name = "gouji"}, (const char *[]){gouji, sample, NULL}},
		{{.name = "bare curses"}, (const char *[]){bare, sample, NULL}},
		{{.name = "vim -u NONE -N -n"},
			(const char *[]){"/usr/bin/vim", "-u", "NONE", "-N", "-n", sample, NULL}},
		{{.name = "less"}, (const char *[]){"/usr/bin/less", sample, NULL}},
		{{.name = "nano"}, (const char *[]){"/usr/bin/nano", sample, NULL}},
	};
	long kb = 0;

	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < sizeof c / sizeof c[0]; i++) {
			struct pty *p = first_screen(&c[i]);

			if (p && i == 0)
				kb = rss_kb(p);
			if (p)
				pty_close(p);
		}
	head("The first screen");
	for (size_t i = 0; i < sizeof c / sizeof c[0]; i++)
		tell(&c[i].series);
	printf("  gouji's resident memory: %.1f MB\n", (double)kb / 1024);
}

static void bench_keys(const char *gouji, const char *bare, const char *sample)
{
	struct contender g = {{.name = ""}, (const char *[]){gouji, sample, NULL}};
	struct contender b = {{.name = ""}, (const char *[]){bare, sample, NULL}};
	struct series cursor = {.name = "gouji: cursor down, scrolls"};
	struct series cell = {.name = "gouji: focus to the next cell"};
	struct series jump = {.name = "gouji: other end of text, and back"};
	struct series nothing = {.name = "gouji: a key without effect"};
	struct series scroll = {.name = "bare curses: scroll a line"};
	struct series repaint = {.name = "bare curses: another page"};
	struct pty *p = first_screen(&g), *q = first_screen(&b);

	for (int i = 0; i < STEPS * 2; i++) {
		press(p, i == 0 ? "1" : "j", &cursor);
		press(q, "j", &scroll);
	}
	for (int i = 0; i < STEPS; i++) {
		press(p, i % 2 ? "gg" : "G", &jump);
		press(q, "r", &repaint);
	}
	press(p, "2", &nothing);
	nothing = (struct series){.name = nothing.name};
	for (int i = 0; i < STEPS; i++)
		press(p, i % 8 < 4 ? "j" : "k", &cell);
	for (int i = 0; i < STEPS; i++)
		press(p, "\x07", &nothing);
	head("From a key to the screen");
	tell(&cursor);
	tell(&scroll);
	tell(&cell);
	tell(&jump);
	tell(&repaint);
	printf("  %-34s %37.1f\n", nothing.name, (double)nothing.bytes / STEPS);
	pty_close(p);
	pty_close(q);
}

int main(void)
{
	static char gouji[512], bare[512], sample[512];
	const char *build = getenv("GOUJI_BUILDDIR"), *source = getenv("GOUJI_SRCDIR");

	if (!build || !source)
		return 2;
	snprintf(gouji, sizeof gouji, "%s/gouji", build);
	snprintf(bare, sizeof bare, "%s/tests/bench/floor", build);
	snprintf(sample, sizeof sample, "%s/data/samples/xidian-2020.txt", source);
	printf("%d rounds in turn, on a pty of %d by %d, %s\n", ROUNDS, COLS, ROWS, sample);
	bench_check(gouji, sample);
	bench_first(gouji, bare, sample);
	bench_keys(gouji, bare, sample);
	return 0;
}

/* Series, contenders and bars. */
#include "bench/measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BARS_MAX = 40 };

struct bar {
	const char *what, *unit, *peer_name;
	double figure, peer, most;
};

static struct bar bars[BARS_MAX];
static size_t n_bars;

static double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* What wrote nothing took no time that could be told. */
static void add(struct series *s, double ms, size_t bytes)
{
	s->tries++;
	s->bytes += bytes;
	s->bytes_most = bytes > s->bytes_most ? bytes : s->bytes_most;
	if (bytes > 0 && s->n < SERIES_MAX)
		s->ms[s->n++] = ms;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double at_percent(struct series *s, size_t percent)
{
	if (s->n == 0)
		return -1;
	qsort(s->ms, s->n, sizeof *s->ms, by_size);
	return s->ms[s->n * percent / 100];
}

double measure_min(struct series *s)
{
	return at_percent(s, 0);
}

double measure_median(struct series *s)
{
	return at_percent(s, 50);
}

double measure_most(struct series *s)
{
	return at_percent(s, 99);
}

char *measure_program(const char *name)
{
	const char *path = getenv("PATH");

	while (path && *path) {
		size_t n = strcspn(path, ":");
		char *file = malloc(n + strlen(name) + 2);

		sprintf(file, "%.*s/%s", (int)n, path, name);
		if (access(file, X_OK) == 0)
			return file;
		free(file);
		path += n + (path[n] == ':');
	}
	return NULL;
}

static struct pty *start(const char *const *argv)
{
	static char data[512];
	const char *env[] = {"TERM=xterm-256color", "LC_ALL=C.UTF-8", "LANGUAGE=zh_CN",
		"GOUJI_REVIEWER=bench", "HOME=/nonexistent", data, NULL};

	snprintf(data, sizeof data, "GOUJI_DATADIR=%s", getenv("GOUJI_DATADIR"));
	return pty_open(&(struct pty_start){BENCH_ROWS, BENCH_COLS, NULL, argv, env});
}

void measure_run(struct contender *c)
{
	if (!c->argv[0])
		return;
	double from = now_ms();
	struct pty *p = start(c->argv);

	pty_end(p);
	add(&c->series, p->ended_at - from, p->bytes);
	pty_close(p);
}

struct pty *measure_screen(struct contender *c)
{
	if (!c->argv[0])
		return NULL;
	double from = now_ms();
	struct pty *p = start(c->argv);

	while (p->bytes == 0 && pty_pump(p, 2000) > 0)
		;
	pty_rest(p);
	add(&c->series, p->wrote_at - from, p->bytes);
	return p;
}

struct pty *measure_words(struct contender *c, const char *words)
{
	if (!c->argv[0])
		return NULL;
	double from = now_ms();
	struct pty *p = start(c->argv);

	if (pty_wait(p, words))
		add(&c->series, p->wrote_at - from, p->bytes);
	return p;
}

void measure_key(struct pty *p, const char *key, struct series *s)
{
	size_t before = p->bytes;
	double from = now_ms();

	pty_send(p, key);
	pty_rest(p);
	add(s, p->wrote_at - from, p->bytes - before);
}

long measure_status(const struct pty *p, const char *field)
{
	char path[64], line[256];
	size_t n = strlen(field);
	long found = -1;

	snprintf(path, sizeof path, "/proc/%d/status", (int)p->pid);
	FILE *f = fopen(path, "r");

	while (f && fgets(line, sizeof line, f))
		if (strncmp(line, field, n) == 0 && line[n] == ':')
			found = strtol(line + n + 1, NULL, 10);
	if (f)
		fclose(f);
	return found;
}

void measure_head(const char *title)
{
	printf("\n%-44s %8s %8s %8s %8s %8s\n", title, "min ms", "median", "99 %", "bytes", "most");
}

void measure_tell(struct series *s)
{
	if (s->n == 0) {
		printf("  %-42s not here\n", s->name);
		return;
	}
	printf("  %-42s %8.2f %8.2f %8.2f %8zu %8zu\n", s->name, measure_min(s), measure_median(s),
		measure_most(s), s->bytes / s->tries, s->bytes_most);
}

void measure_bar(const char *what, const char *unit, double figure, const char *peer_name,
	double peer, double most)
{
	if (n_bars < BARS_MAX)
		bars[n_bars++] = (struct bar){what, unit, peer_name, figure, peer, most};
}

static void tell_bar(const struct bar *b)
{
	printf("%-44s %9.2f %-5s", b->what, b->figure, b->unit);
	if (b->peer <= 0) {
		printf(" %-24s not here\n", b->peer_name);
		return;
	}
	double ratio = b->figure / b->peer;

	printf(" %-24s %9.2f %7.2f %7.2f  %s\n", b->peer_name, b->peer, ratio, b->most,
		ratio <= b->most ? "holds" : "MISSED");
}

void measure_bars(void)
{
	printf("\n%-44s %9s %-5s %-24s %9s %7s %7s\n", "Bar", "figure", "", "beside", "", "ratio",
		"at most");
	for (size_t i = 0; i < n_bars; i++)
		tell_bar(&bars[i]);
}

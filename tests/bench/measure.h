/* What the benchmark measures with: programs on a pty, series of times, and bars they are held
 * against.
 *
 * Contenders run in turn, round after round, since a machine's speed changes under one; of each
 * series the minimum, the median and the 99th percentile are told. Times are in milliseconds, from
 * the start of a program or from a key to the last byte it wrote before it slept, or, for
 * measure_words(), to the byte that put the words on the screen. */
#ifndef GOUJI_TESTS_BENCH_MEASURE_H
#define GOUJI_TESTS_BENCH_MEASURE_H

#include "desk/pty.h"

enum { SERIES_MAX = 1200, BENCH_ROWS = 40, BENCH_COLS = 120 };

struct series {
	const char *name;
	double ms[SERIES_MAX];
	size_t n;
	size_t tries;		  /* also those that wrote nothing */
	size_t bytes, bytes_most; /* to the terminal: all in all, and of one */
};

struct contender {
	struct series series;
	const char *argv[10]; /* [0] NULL: it is not installed */
};

double measure_min(struct series *s);
double measure_median(struct series *s);
double measure_most(struct series *s); /* 99th percentile */

/* The program's path by PATH, allocated; NULL where there is none. */
char *measure_program(const char *name);
/* From start to end. */
void measure_run(struct contender *c);
/* From start until it rests; the program is left running. NULL where it is not installed. */
struct pty *measure_screen(struct contender *c);
/* From start until the words are on the screen; likewise. */
struct pty *measure_words(struct contender *c, const char *words);
void measure_key(struct pty *p, const char *key, struct series *s);
/* A line of /proc/PID/status, in its unit; -1 where there is none. */
long measure_status(const struct pty *p, const char *field);

void measure_head(const char *title);
void measure_tell(struct series *s);
/* Notes a bar: figure / peer is to be at most `most`. A peer of 0 or less was not there. */
void measure_bar(const char *what, const char *unit, double figure, const char *peer_name,
	double peer, double most);
void measure_bars(void); /* prints those noted */

#endif

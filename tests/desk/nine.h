/* The desk on all of desk_windows at once: three sizes on three types of terminal. Keys go to all,
 * and rest is waited for once, so that nine take hardly longer than one. What an expectation says
 * when it fails tells which. */
#ifndef GOUJI_TESTS_DESK_NINE_H
#define GOUJI_TESTS_DESK_NINE_H

#include "desk/kit.h"

struct nine {
	struct desk d[ROWS(desk_windows)];
};

#define EACH_OF_NINE(n, one) for (struct desk *one = (n)->d; one < (n)->d + ROWS((n)->d); one++)

#define nine_open(n, ...) nine_open_with((n), (struct desk_start){__VA_ARGS__})
void nine_open_with(struct nine *n, struct desk_start start); /* and waits for the title bars */
/* Another command line; waits for `shown`. */
void nine_start(
	struct nine *n, struct desk_start start, const char *const *argv, const char *shown);
/* A shell's script, in which "$0" is the program; waits for the title bars. */
void nine_script(struct nine *n, struct desk_start start, const char *script);
/* A list of the report and as many more of the same, r1.txt, r2.txt and so on, all of them read. */
void nine_list(struct nine *n, struct desk_start start, int more);
void nine_close(struct nine *n);
void nine_send(struct nine *n, const char *keys);
void nine_rest(struct nine *n, const char *after);
void nine_keys(struct nine *n, const char *keys); /* both */
void nine_signal(struct nine *n, int sig);
void nine_expect(struct nine *n, const char *after, const char *shown, const char *gone);
void nine_expect_whole(struct nine *n);
void nine_expect_ended(struct nine *n, int status); /* that it exits with, the terminal restored */

struct step {
	const char *keys;
	const char *shown, *gone; /* NULL: whatever */
};
#define nine_follow(n, steps) nine_follow_all((n), (steps), ROWS(steps))
void nine_follow_all(struct nine *n, const struct step *steps, size_t n_steps);

#endif

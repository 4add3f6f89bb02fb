/* What the desk tests share: the real program on a pty, on a copy of a sample in a folder of its
 * own, with clock, reviewer, locale and language pinned. */
#ifndef GOUJI_TESTS_DESK_KIT_H
#define GOUJI_TESTS_DESK_KIT_H

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "desk/pty.h"
#include "temp.h"

#define ROWS(rows) (sizeof(rows) / sizeof((rows)[0]))

struct desk_start {
	int rows, cols;	       /* 24 by 80 where 0 */
	const char *sample;    /* "xidian-2020" where NULL */
	const char *old, *new; /* replaced once in the copy, where not NULL */
	const char *append;    /* put at the copy's end */
	const char *term;      /* "xterm-256color" where NULL */
	const char *language;  /* "zh_CN" where NULL */
	const char *extra;     /* one more variable, "NAME=value" */
};

/* Three sizes on three types of terminal, all of them. */
struct desk_window {
	int rows, cols;
	const char *term;
};
extern const struct desk_window desk_windows[9];

struct desk {
	struct pty *p;
	struct desk_start start;
	char dir[TEMP_DIR_MAX];
	char file[64]; /* the report's name in dir */
};

/* The sample with one figure changed that breaks two relations: the outcome total of 自然人 and the
 * row total of 予以公开. */
#define BROKEN .old = "(一) 予以公开\t20\t", .new = "(一) 予以公开\t21\t"

#define KEY_UP "\033OA"
#define KEY_DOWN "\033OB"
#define KEY_RIGHT "\033OC"
#define KEY_LEFT "\033OD"
#define KEY_ESC "\033"
#define CTRL(c) ((char[]){(c)&0x1f, '\0'})

#define desk_open(d, ...) desk_open_with((d), (struct desk_start){__VA_ARGS__})
void desk_open_with(struct desk *d, struct desk_start start); /* and waits for the title bar */
void desk_start_only(struct desk *d, struct desk_start start, const char *const *argv);
const char *desk_program(void);
/* A shell's script, in which "$0" is the program; waits for the title bar. */
void desk_script(struct desk *d, struct desk_start start, const char *script);
void desk_again(struct desk *d);		   /* the program once more on the same file */
void desk_again_list(struct desk *d);		   /* on all files of its folder */
void desk_close(struct desk *d);		   /* and removes the folder */
void desk_keys(struct desk *d, const char *keys);  /* and waits for rest */
char *desk_read(struct desk *d, const char *name); /* a file of the folder, NULL: none; allocated */
/* How many processes have its folder as their own. */
int desk_processes(const struct desk *d);
/* Is `words` on the screen somewhere with all its cells reversed? */
bool desk_is_lit(struct desk *d, const char *words);
/* Is it on the screen twice or more so? */
int desk_count_lit(struct desk *d, const char *words);

#define expect_text(d, words)                                                                      \
	cr_expect(pty_wait((d)->p, words), "not shown: %s\n%s", words, pty_text((d)->p))
#define expect_no_text(d, words)                                                                   \
	cr_expect(pty_wait_gone((d)->p, words), "still shown: %s\n%s", words, pty_text((d)->p))
#define expect_whole(d)                                                                            \
	cr_expect_null(pty_torn((d)->p), "%s\n%s", pty_torn((d)->p), pty_text((d)->p))

#endif

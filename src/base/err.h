/* Why an operation failed: the facts are set where it happened, the words are for people above.
 *
 * Fallible functions are `bool f(..., struct err *)`: true is success, and on false the err is
 * filled. An imperfect report is never an err; it is a finding or a doubt (rule/, table/). */
#ifndef GOUJI_BASE_ERR_H
#define GOUJI_BASE_ERR_H

#include <stdbool.h>

enum err_kind {
	ERR_NONE,
	ERR_USAGE,   /* asked for in a way that makes no sense */
	ERR_IO,	     /* the system refused: errno is in `sys` */
	ERR_FORMAT,  /* the bytes are not what they should be */
	ERR_LIMIT,   /* larger or deeper than the program takes */
	ERR_REFUSED, /* well asked, but not now: a precondition does not hold */
};

struct err {
	enum err_kind kind;
	int sys;	 /* errno, for ERR_IO, else 0 */
	char file[256];	 /* where; empty where no file is meant */
	unsigned line;	 /* from 1; 0 where unknown */
	unsigned column; /* from 1, in code points; 0 where unknown */
	char text[512]; /* in the interface language, no file, no line, no full stop, valid UTF-8 */
};

/* Always false, so that `return err_set(...)` reads well. err may be NULL. */
bool err_set(struct err *err, enum err_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* ERR_IO with errno's text behind: "cannot open: No such file or directory". */
bool err_sys(struct err *err, const char *file, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* Names the place of an error already set (or about to be passed up); NULL and 0 leave alone what
 * is known already. Always false. */
bool err_at(struct err *err, const char *file, unsigned line, unsigned column);
/* "file:line:column: text" as GNU tools print it; into buf, always terminated. */
const char *err_str(const struct err *err, char *buf, unsigned long size);

#endif

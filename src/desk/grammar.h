/* A command's usage, read as its grammar: "CELL VALUE [REASON]". A word in lower case is a list of
 * literals (a|b), one in capitals is filled in, brackets mean it may be left out (its argument is
 * then empty where needed ones follow), and the last takes the rest of the line. */
#ifndef GOUJI_DESK_GRAMMAR_H
#define GOUJI_DESK_GRAMMAR_H

#include "desk/command.h"

struct grammar {
	struct str rest; /* of the usage */
};

struct param {
	struct str words; /* "CELL|FINDING", "accept|return|query" */
	bool literal, optional, last;
};

bool grammar_next(struct grammar *g, struct param *p);
/* The i-th of "a|b|c". */
bool param_alternative(const struct param *p, size_t i, struct str *out);
bool param_names(const struct param *p, const char *name);

/* The usage as it is shown: "CELL VALUE [REASON]" is "单元格 值 [理由]" in Chinese, fixed words are
 * those of argument.h. */
void usage_words(const struct command *c, struct buf *out);
/* Has it fixed words, which completion offers? */
bool usage_has_choices(const struct command *c);

/* How many bytes of a blank s begins with; 0: none. */
size_t str_blank(struct str s);
struct str str_skip_blanks(struct str s);

#endif

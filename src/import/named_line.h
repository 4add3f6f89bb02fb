/* One line of a list that names its values: what it says, by its signs alone. */
#ifndef GOUJI_IMPORT_NAMED_LINE_H
#define GOUJI_IMPORT_NAMED_LINE_H

#include "import/layout.h"

enum named_kind {
	NAMED_NONE,
	NAMED_LABEL,  /* words alone, which name what is below */
	NAMED_ROW,    /* a label and its values: "规章：制发 1，废止 0" */
	NAMED_HOLLOW, /* the same without any value, and no sign but between names */
	NAMED_MORE,   /* values of the label above: "- 制发：1" */
};

#define NAMED_PAIRS_MAX 64

struct named_pair {
	struct text_span name, value; /* an empty value stands where it would be */
};

struct named_line {
	enum named_kind kind;
	struct text_span label;
	bool marked; /* a bullet before it, a colon behind it, or bold */
	bool bullet, colon;
	struct named_pair pairs[NAMED_PAIRS_MAX];
	size_t n, filled; /* pairs; those with a value */
	size_t signs;	  /* those with a sign behind the name */
};

void named_line_read(const struct layout *l, size_t line, struct named_line *out);

bool named_line_has_bullet(const struct layout *l, size_t line);

/* A line that names its cell all by itself: "规章 / 制发：1". */
struct named_path {
	struct text_span label;
	struct named_pair pair;
};

/* `label`: of the line above, which may go on here; empty where there is none. */
bool named_path_read(
	const struct layout *l, size_t line, struct text_span label, struct named_path *out);

#endif

/* The headings of a report's sections among its paragraphs, for the checks of the kind `shape`. */
#ifndef GOUJI_RULE_SHAPE_HEADINGS_H
#define GOUJI_RULE_SHAPE_HEADINGS_H

#include "base/mem.h"
#include "table/report.h"

/* A title that the form has for a section, ready to be compared. */
struct section_title {
	struct buf core;
	unsigned number;
};

/* The section whose heading each paragraph is, 0 where none. Looked for once: a text may be nothing
 * but paragraphs with numbers, as headings have. */
struct shape_headings {
	VEC(struct section_title) titles;
	bool han;     /* the sections' numbers are Han numerals */
	unsigned *of; /* by paragraph; NULL: not looked for yet */
};

void shape_headings_free(struct shape_headings *h);
/* By paragraph; `h` keeps them. */
const unsigned *shape_headings_of(const struct report *r, struct shape_headings *h);
/* Is it of a table of contents, several headings with nothing between them? */
bool shape_is_contents(const struct report *r, const unsigned *of, size_t para);
/* Is there a heading of the section anywhere but in a table of contents before the first? */
const struct report_para *shape_heading_find(
	const struct report *r, struct shape_headings *h, unsigned number);

#endif

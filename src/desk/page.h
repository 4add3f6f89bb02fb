/* The pages that overlays show, unfolded. Each appends a title and lines. */
#ifndef GOUJI_DESK_PAGE_H
#define GOUJI_DESK_PAGE_H

#include "desk/session.h"

void page_help(const struct session *s, struct buf *title, struct buf *text);
void page_why(const struct session *s, struct buf *title, struct buf *text);
void page_rule(const struct session *s, struct buf *title, struct buf *text);
void page_overview(const struct session *s, struct buf *title, struct buf *text);
/* The current finding looks at another report. */
void page_beside(const struct session *s, struct buf *title, struct buf *text);

/* How much of the line fits, broken where Chinese and Latin words may be. At least one character.
 */
size_t page_fits(struct str line, size_t columns, int ambiguous);

/* A line with a label, which has a line of its own where it is too long; nothing where the format
 * gives nothing. */
void page_field(const struct session *s, struct buf *text, const char *label, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* s padded with blanks to at least `columns`, and one more. */
void page_pad(const struct session *s, struct buf *text, struct str word, size_t columns);

#endif

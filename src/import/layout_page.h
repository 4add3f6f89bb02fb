/* Lines of a page that are none of its text. */
#ifndef GOUJI_IMPORT_LAYOUT_PAGE_H
#define GOUJI_IMPORT_LAYOUT_PAGE_H

#include "import/layout.h"

/* Is the line, without white space around it, a page mark (—5—, - 2 -, 5 / 12, 第5页, Page 5) or a
 * web page's buttons (【打印】【关闭】)? */
bool layout_is_page_mark(struct str s);

/* Numbers alone that are the last lines of pages, before their feeds, and count them, are marks,
 * too; and such between blank lines that count on by one, pages apart, where there are no others,
 * or that have no sign of a cell amid lines that all have one. */
void layout_count_pages(struct layout *l);

/* Makes those marks in words no lines that stand right below or above other lines, as the middle of
 * a table's cells has them: they part nothing. */
void layout_drop_marks(struct layout *l);

/* A cell of several lines without such marks at its end. */
struct text_span layout_trim_marks(struct str text, struct text_span cell);

#endif

/* Numbers that Word writes by itself before paragraphs: "一、", "（二）", "3." They are in no text,
 * but a report's section headings are often made so. */
#ifndef GOUJI_IMPORT_DOCX_NUMBERS_H
#define GOUJI_IMPORT_DOCX_NUMBERS_H

#include "base/err.h"
#include "base/str.h"

struct docx_numbers;

/* numbering: the part of the archive that defines lists; styles: the one that may say which style
 * is of which list. Either may be empty. */
struct docx_numbers *docx_numbers_new(struct str numbering, struct str styles, struct err *err);
void docx_numbers_free(struct docx_numbers *n); /* NULL is fine */

/* What a paragraph says of its list; -1 and "" where it says nothing. */
struct docx_list {
	long list, level;
	char style[64];
};

/* The number of the next paragraph of that kind, appended to out; nothing where it has none.
 * Counts. */
void docx_numbers_next(struct docx_numbers *n, const struct docx_list *of, struct buf *out);

#endif

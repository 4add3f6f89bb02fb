/* Texts made fit for Markdown (CommonMark with GitHub's tables): whatever a report, a note or a
 * file's name holds is shown as it is and never read as markup; hidden characters become visible as
 * <U+202E>. Texts must be valid UTF-8. */
#ifndef GOUJI_EXPORT_MARKDOWN_H
#define GOUJI_EXPORT_MARKDOWN_H

#include "base/str.h"

/* In the middle of a line: line breaks and tabs become blanks. */
void md_inline(struct buf *out, struct str s);
/* The same where a line may begin with it. */
void md_line(struct buf *out, struct str s);
/* The same without white space around it. */
void md_text(struct buf *out, struct str s);
/* The same in bold, where the text allows it: emphasis must not begin or end with punctuation. */
void md_strong(struct buf *out, struct str s);
/* In a table's cell, line breaks kept. */
void md_cell(struct buf *out, struct str s);
/* As code, on one line. In a table's cell `|` must be escaped even there. */
void md_code(struct buf *out, struct str s, bool in_table);
/* As a quotation of one or more lines, each behind `indent` blanks; ends with a line break. */
void md_quote(struct buf *out, unsigned indent, struct str s);

#endif

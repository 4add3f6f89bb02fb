/* Our own Markdown as HTML. */
#ifndef GOUJI_EXPORT_MARKDOWN_HTML_H
#define GOUJI_EXPORT_MARKDOWN_HTML_H

#include "base/str.h"

/* Appends what a browser shows of it, without a page's head. Texts that were made fit by
 * markdown.h are shown as they were: nothing in them becomes markup. */
void markdown_to_html(struct str text, struct buf *out);

#endif

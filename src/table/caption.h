/* Who reports what year: title, agency and year of a report. */
#ifndef GOUJI_TABLE_CAPTION_H
#define GOUJI_TABLE_CAPTION_H

#include "table/report.h"

/* Fills r->title, title_text, agency, agency_text, year, year_span; needs r->sections. */
void caption_find(struct report *r);
/* The name or title as the report prints it: with the traditional characters that stand at that
 * place. text: as caption_find() has it; "" for NULL. */
void caption_printed(
	const struct report *r, struct text_span at, const char *text, struct buf *out);

#endif

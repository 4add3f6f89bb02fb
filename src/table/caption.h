/* Who reports what year: title, agency and year of a report. */
#ifndef GOUJI_TABLE_CAPTION_H
#define GOUJI_TABLE_CAPTION_H

#include "table/report.h"

/* Fills r->title, title_text, agency, agency_text, year, year_span; needs r->sections. */
void caption_find(struct report *r);

#endif

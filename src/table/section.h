/* The report's six sections and its prose. */
#ifndef GOUJI_TABLE_SECTION_H
#define GOUJI_TABLE_SECTION_H

#include "table/report.h"

/* Fills r->sections. */
void sections_find(struct report *r);
/* Where the table of section `number` may lie: its section, else from the last section found before
 * it to the next one behind. */
struct text_span sections_region(const struct report *r, unsigned number);
/* Fills r->paras: paragraphs, those left out whose block number is marked in `taken`. */
void paras_find(struct report *r, const bool *taken);

#endif

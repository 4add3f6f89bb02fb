/* The report's six sections and its prose. */
#ifndef GOUJI_TABLE_SECTION_H
#define GOUJI_TABLE_SECTION_H

#include "table/report.h"

struct section_core {
	struct str core;
	unsigned number; /* of its section */
};

/* The cores of the headings of the forms' sections, a variant each, section by section. */
struct section_cores {
	struct section_core *v;
	size_t n;
	uint32_t lengths; /* a bit for each: with 64 it would look like a pointer (image.h) */
};

struct section_cores *section_cores_in(struct arena *a, const struct form_common *common);

/* Does the core end in a section's heading? */
bool sections_end(const struct section_cores *cores, struct str core);

/* Fills r->sections. */
void sections_find(struct report *r);
/* Where the table of section `number` may lie: its section, else from the last section found before
 * it to the next one behind. */
struct text_span sections_region(const struct report *r, unsigned number);
/* Fills r->paras: paragraphs, those left out whose block number is marked in `taken`. */
void paras_find(struct report *r, const bool *taken);

#endif

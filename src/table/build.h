/* Reads the statutory tables of a report. */
#ifndef GOUJI_TABLE_BUILD_H
#define GOUJI_TABLE_BUILD_H

#include "table/report.h"

/* Fills r->form, tables, cells and paras, anew each time; needs r->sections and r->year. How many
 * tables were found. */
size_t tables_build(struct report *r, const struct mend *mends, size_t n);

#endif

/* A requests table of the 2021 form from its printed rows, and a look at what came of it. */
#ifndef GOUJI_TESTS_TABLE_KIT_H
#define GOUJI_TESTS_TABLE_KIT_H

#include "table/report.h"
#include "unit/unit.h"

/* Suite fixtures: the forms of the data folder, for kit_forms(). */
void kit_load(void);
void kit_unload(void);
const struct forms *kit_forms(void);
/* Title, section heading and column headings, then these lines of bars. The caller frees. */
struct report *kit_build(const char *rows);
/* Where those words stand in the text. */
struct text_span kit_find(const struct report *r, const char *words);
/* The cells of a row in order: a number, "." missing, "_" blank, "!" unreadable; "?" behind those
 * in doubt. */
void kit_expect_row(const struct report *r, const char *row, const char *wanted);
/* Of the report that is this text: the named cells, blanks between, shown likewise; "-" where there
 * is none such. */
void kit_expect_cells(const char *text, const char *cells, const char *wanted);

struct kit_cells {
	const char *text, *cells, *wanted;
};

#define KIT_EXPECT(rows)                                                                           \
	for (size_t i = 0; i < ROWS(rows); i++)                                                    \
	kit_expect_cells(rows[i].text, rows[i].cells, rows[i].wanted)

#endif

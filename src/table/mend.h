/* What a reviewer mends in the structure of a table that the layout broke. A mend names printed
 * rows by their place in the text and the form's rows by name; it never changes a printed value,
 * only which cell it is. Kept under `structure` in the sidecar. */
#ifndef GOUJI_TABLE_MEND_H
#define GOUJI_TABLE_MEND_H

#include "doc/doc.h"
#include "form/form.h"

enum mend_kind {
	MEND_SHIFT,  /* the cells of a form's row stand `by` columns further right (left where
			negative) */
	MEND_LABEL,  /* the printed row at `at` is the form's row `row` */
	MEND_JOIN,   /* the printed row at `at` goes on with the row before it */
	MEND_SPLIT,  /* at `at` another row begins */
	MEND_REGION, /* the text `at` is the table `row` names */
};
#define MEND_KINDS 5

struct mend {
	enum mend_kind kind;
	const char *row;     /* "requests/outcome.granted"; MEND_REGION: "requests"; else NULL */
	long by;	     /* MEND_SHIFT */
	struct text_span at; /* MEND_REGION: all of it; else any part of the printed row;
				MEND_SHIFT: unused */
};

/* Which members a kind has. */
struct mend_form {
	const char *name; /* "shift", ... */
	bool row, table;  /* `row` names a row, or a table */
	bool columns;	  /* `by` */
	bool place;	  /* `at` */
};

const struct mend_form *mend_form(enum mend_kind kind);
bool mend_parse(struct str s, enum mend_kind *out); /* whole names only */
/* "requests/outcome.granted" and "requests" in the first of the forms that has it; NULL where none
 * has. */
const struct form_row *mend_row_find(const struct forms *forms, const char *name);
const struct form_table *mend_table_find(const struct forms *forms, const char *name);

#endif

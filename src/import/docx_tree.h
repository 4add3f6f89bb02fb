/* A stretch of a DOCX as a tree: paragraphs and tables as they lie in one another. Built front to
 * back by docx_read.c, put by docx_put.c, and let go when its topmost block is put. */
#ifndef GOUJI_IMPORT_DOCX_TREE_H
#define GOUJI_IMPORT_DOCX_TREE_H

#include "base/err.h"
#include "base/mem.h"
#include "import/feed.h"
#include "import/weigh.h"

/* Tables within tables; deeper ones are left out. */
#define DOCX_NEST_MAX 32

struct docx_table;

struct docx_block {
	struct docx_table *table; /* NULL: a paragraph */
	struct buf text;	  /* of a paragraph; "\n" where its line is broken */
	unsigned page;		  /* from 1; 0: not known */
};

struct docx_blocks {
	struct docx_block *v;
	size_t n, cap;
};

enum docx_merge { DOCX_ALONE, DOCX_TOP, DOCX_BELOW }; /* BELOW: the cell above goes on */

struct docx_cell {
	struct docx_blocks blocks;
	size_t span; /* columns */
	enum docx_merge merge;
	struct weight weight;
	bool holds_table; /* more than a box around one thing */
};

struct docx_row {
	VEC(struct docx_cell) cells;
	size_t before; /* columns left out at its begin */
};

struct docx_table {
	VEC(struct docx_row) rows;
};

void docx_blocks_free(struct docx_blocks *b);
void docx_table_free(struct docx_table *t);
/* What a cell holds, when it is complete. */
void docx_cell_weigh(struct docx_cell *c);
/* A table with nothing but one cell filled is the box around it. */
bool docx_table_is_box(const struct docx_table *t);

/* false: more table cells than any report. */
bool docx_put(struct feed *out, const struct docx_blocks *blocks, struct err *err);

#endif

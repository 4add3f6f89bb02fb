/* What of a document's main part is open: a stack of frames, each something that may hold others
 * (the body, a text box, a table, a row, a cell, a paragraph). Closed, a frame's content goes to
 * the one it is in, as blocks, rows or cells; the blocks of the body are put as they come.
 *
 * Only docx_read.c and docx_frames.c include this. */
#ifndef GOUJI_IMPORT_DOCX_FRAMES_H
#define GOUJI_IMPORT_DOCX_FRAMES_H

#include "import/docx_numbers.h"
#include "import/docx_tree.h"
#include "import/xml.h"

enum docx_frame_kind {
	DOCX_FRAME_BODY,
	DOCX_FRAME_BOX,
	DOCX_FRAME_TABLE,
	DOCX_FRAME_ROW,
	DOCX_FRAME_CELL,
	DOCX_FRAME_PARA
};

struct docx_frame {
	enum docx_frame_kind kind;
	size_t depth; /* of its element */
	/* body, box, cell */
	struct docx_blocks blocks;
	struct buf carry; /* of paragraphs whose end is deleted: begins the next one */
	/* table, row, cell */
	struct docx_table *table;
	struct docx_row row;
	struct docx_cell cell;
	bool deleted; /* row, cell, paragraph mark */
	/* box: of the run it hangs in */
	size_t run;
	bool hidden;
	/* paragraph */
	struct buf text;
	struct docx_list list;
	struct docx_blocks boxes; /* to come behind it */
	unsigned page;
};

struct docx_reader {
	struct feed *out;
	struct docx_numbers *numbers;
	struct err *err;
	VEC(struct docx_frame) frames;
	size_t tables; /* that are open */
	size_t run;    /* depth of the open run, 0: none */
	size_t text;   /* depth of the open w:t */
	bool hidden;   /* the run is */
	bool contents; /* the open block of the document is its table of contents */
	unsigned page; /* 0: not known */
};

/* The innermost; NULL: none. */
struct docx_frame *docx_frame_top(struct docx_reader *r);
bool docx_frame_is_top(struct docx_reader *r, enum docx_frame_kind kind);
bool docx_frame_holds_blocks(const struct docx_frame *f);
/* The element that has just begun makes one. */
struct docx_frame *docx_frame_open(struct docx_reader *r, struct xml *x, enum docx_frame_kind kind);
/* The element of the innermost has ended. */
void docx_frame_close(struct docx_reader *r, struct xml *x);

#endif

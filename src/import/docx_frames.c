/* Frames: what closes goes to what it was in. */
#include "import/docx_frames.h"

struct docx_frame *docx_frame_top(struct docx_reader *r)
{
	return r->frames.n ? &r->frames.v[r->frames.n - 1] : NULL;
}

bool docx_frame_is_top(struct docx_reader *r, enum docx_frame_kind kind)
{
	return docx_frame_top(r) && docx_frame_top(r)->kind == kind;
}

struct docx_frame *docx_frame_open(struct docx_reader *r, struct xml *x, enum docx_frame_kind kind)
{
	struct docx_frame *f = vec_push(&r->frames);

	f->kind = kind;
	f->depth = xml_depth(x);
	f->page = r->page;
	return f;
}

bool docx_frame_holds_blocks(const struct docx_frame *f)
{
	return f && (f->kind == DOCX_FRAME_BODY || f->kind == DOCX_FRAME_BOX ||
			    f->kind == DOCX_FRAME_CELL);
}

static struct docx_block *push_block(struct docx_frame *to)
{
	return vec_push(&to->blocks);
}

/* The blocks of the body are put as they come. */
static void flush(struct docx_reader *r, struct xml *x)
{
	struct docx_frame *f = docx_frame_top(r);
	struct err err = {0};

	if (!f || f->kind != DOCX_FRAME_BODY)
		return;
	if (!docx_put(r->out, &f->blocks, &err))
		xml_stop(x, &err);
	docx_blocks_free(&f->blocks);
}

static void close_para(struct docx_reader *r, struct docx_frame *p)
{
	struct docx_frame *to = docx_frame_top(r);
	struct buf text = {0};

	if (!p->deleted || p->text.n)
		docx_numbers_next(r->numbers, &p->list, &text);
	buf_add(&text, buf_str(&to->carry));
	buf_add(&text, buf_str(&p->text));
	buf_free(&p->text);
	buf_clear(&to->carry);
	if (p->deleted) {
		buf_free(&to->carry);
		to->carry = text;
	} else if (str_trim(buf_str(&text)).n) {
		struct docx_block *b = push_block(to);

		b->text = text;
		b->page = p->page;
	} else {
		buf_free(&text);
	}
	for (size_t i = 0; i < p->boxes.n; i++)
		*push_block(to) = p->boxes.v[i];
	vec_free(&p->boxes);
}

static void close_box(struct docx_reader *r, struct docx_frame *box)
{
	struct docx_frame *para = docx_frame_top(r);

	if (box->carry.n)
		push_block(box)->text = box->carry;
	for (size_t i = 0; i < box->blocks.n; i++)
		*vec_push(&para->boxes) = box->blocks.v[i];
	vec_free(&box->blocks);
	r->run = box->run;
	r->hidden = box->hidden;
}

static void close_cell(struct docx_frame *row, struct docx_frame *cell)
{
	if (cell->carry.n)
		push_block(cell)->text = cell->carry;
	if (cell->deleted) {
		docx_blocks_free(&cell->blocks);
		return;
	}
	cell->cell.blocks = cell->blocks;
	docx_cell_weigh(&cell->cell);
	*vec_push(&row->row.cells) = cell->cell;
}

static void close_row(struct docx_frame *table, struct docx_frame *row)
{
	if (!row->deleted) {
		*vec_push(&table->table->rows) = row->row;
		return;
	}
	for (size_t i = 0; i < row->row.cells.n; i++)
		docx_blocks_free(&row->row.cells.v[i].blocks);
	vec_free(&row->row.cells);
}

static void close_table(struct docx_reader *r, struct docx_frame *table)
{
	struct docx_block *b = push_block(docx_frame_top(r));

	b->table = table->table;
	b->page = table->page;
	r->tables--;
}

void docx_frame_close(struct docx_reader *r, struct xml *x)
{
	struct docx_frame f = *docx_frame_top(r);

	if (f.kind == DOCX_FRAME_BODY && f.carry.n) {
		push_block(docx_frame_top(r))->text = f.carry;
		flush(r, x);
	}
	r->frames.n--;
	if (f.kind == DOCX_FRAME_PARA)
		close_para(r, &f);
	else if (f.kind == DOCX_FRAME_BOX)
		close_box(r, &f);
	else if (f.kind == DOCX_FRAME_CELL)
		close_cell(docx_frame_top(r), &f);
	else if (f.kind == DOCX_FRAME_ROW)
		close_row(docx_frame_top(r), &f);
	else if (f.kind == DOCX_FRAME_TABLE)
		close_table(r, &f);
	flush(r, x);
}

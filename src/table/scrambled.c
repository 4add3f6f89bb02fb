/* Tables a cell a line whose words do not stand in the order of any table: a program read the page
 * piece by piece, each label, heading and number where it came upon it. Whose a number is that
 * stands behind a label is not told then. */
#include <string.h>

#include "base/utf8.h"
#include "table/build_forms.h"

/* Words of one run are no longer, in bytes: else they are prose. */
#define RUN_BYTES_MAX 600
/* A piece of a row's label that a line broke off. */
#define PIECE_BYTES (4 * 3)

#define MATCHES_MAX 8

/* What the words between two numbers are, one behind another. */
struct words {
	struct buf cores;
	bool label, heading;
	size_t block; /* of the label; STR_NONE: not known */
};

struct reader {
	struct placing p;
	struct words run;
	bool from_heading;   /* the numbers being read stand behind a heading, and no label */
	bool *rows, *blocks; /* labels of rows, headings of blocks read so far */
	bool *above;	     /* labels of rows before this run */
	bool label_first, heading_first; /* in some block its labels, or its headings are */
	bool label_late, label_bare;	 /* a label stands behind its numbers; one before none */
	size_t waiting;			 /* the row whose numbers are to come; STR_NONE: none's */
	const struct form_group *over;	 /* the heading above several columns, once it was read */
	uint64_t columns;		 /* whose headings were read, as bits */
	bool single_late;		 /* and one behind that, though the form has it before */
	bool values, scrambled;
};

static bool is_row_label(const struct reader *r, const struct token *t, size_t *row)
{
	struct label_match m;
	*row = STR_NONE;
	if (place_labels(&r->p, t, LABEL_ROW, &m, 1) && m.fit >= FIT_CLOSE &&
		(m.fit == FIT_EXACT || place_label_fit(&r->p, t, LABEL_GROUP) < FIT_EXACT)) {
		*row = m.index;
		return true;
	}
	if (t->core.n < PIECE_BYTES)
		return false;
	return (label_ends(r->p.labels, t->core, LABEL_ROW) &&
		       !label_ends(r->p.labels, t->core, LABEL_COLUMN)) ||
	       (!place_is_heading(&r->p, t) &&
		       label_rows_holding(r->p.labels, t->core, STR_NONE) > 0);
}

static size_t block_of(const struct reader *r, const struct token *t, enum label_kind kind)
{
	struct label_match m;
	if (!place_labels(&r->p, t, kind, &m, 1) || m.fit < FIT_EXACT)
		return STR_NONE;
	return kind == LABEL_BLOCK ? m.index : m.block;
}

static bool has_row(const struct reader *r, size_t block)
{
	const struct form_block *b = &r->p.def->blocks[block];
	for (size_t i = b->row; i < b->row + b->n_rows; i++)
		if (r->rows[i])
			return true;
	return false;
}

/* The heading above a block is read behind a label that stands below it. */
static void see_block(struct reader *r, const struct token *t)
{
	size_t block = block_of(r, t, LABEL_BLOCK);
	if (block == STR_NONE || r->blocks[block])
		return;
	r->blocks[block] = true;
	r->scrambled |= has_row(r, block);
}

/* Is it the heading of a column of the block that the run's label is in? */
static bool is_of_block(const struct reader *r, const struct token *t)
{
	struct label_match m[MATCHES_MAX];
	size_t n = place_labels(&r->p, t, LABEL_COLUMN, m, MATCHES_MAX);
	for (size_t i = 0; i < n; i++)
		if (m[i].fit == FIT_EXACT && m[i].block == r->run.block)
			return true;
	return false;
}

static void see_label(struct reader *r, size_t row)
{
	/* numbers between a heading and a label are that label's, above them */
	r->label_late |= r->from_heading;
	r->heading_first |= r->run.heading;
	r->run.label = true;
	if (row == STR_NONE)
		return;
	r->label_bare |= r->waiting != STR_NONE && r->waiting != row;
	r->waiting = row;
	r->rows[row] = true;
	r->run.block = r->p.def->rows[row].block;
}

/* Headings of columns, read only behind that above others and before these, though the form has one
 * of them first: as high on the page as the two rows of these, they stand between them. */
static void see_over(struct reader *r, const struct token *t)
{
	struct label_match m;
	const struct form_block *block = &r->p.def->blocks[0];
	if (place_labels(&r->p, t, LABEL_ASIDE, &m, 1) && m.fit >= FIT_CLOSE && m.index > 0 &&
		block->column_groups[m.index - 1].n + 1 < block->n_columns) {
		r->over = r->over ? r->over : &block->column_groups[m.index - 1];
	} else if (place_labels(&r->p, t, LABEL_COLUMN, &m, 1) && m.fit == FIT_EXACT) {
		uint64_t bit = (uint64_t)1 << m.index,
			 total = (uint64_t)1 << (block->n_columns - 1);
		bool below = r->over && m.index - r->over->first < r->over->n;
		r->single_late |= r->over && m.index < r->over->first && !(r->columns & bit);
		r->scrambled |= below && r->single_late && r->columns & total;
		r->columns |= bit;
	}
}

static void see_heading(struct reader *r, const struct token *t)
{
	r->label_bare |= r->waiting != STR_NONE;
	r->label_first |= r->run.label && (r->run.block == STR_NONE || is_of_block(r, t));
	r->run.heading = true;
}

/* Words on their way to the numbers behind them. */
static void see_words(struct reader *r, const struct token *t)
{
	size_t row;
	bool heading = block_of(r, t, LABEL_COLUMN) != STR_NONE;
	bool label = is_row_label(r, t, &row) && (!heading || t->number[0]);
	if (label)
		see_label(r, row);
	else if (heading || place_is_heading(&r->p, t))
		see_heading(r, t);
	if (!label && r->p.def->n_blocks == 1)
		see_over(r, t);
	r->from_heading = false;
	see_block(r, t);
	/* a row's label may have its group's name before it */
	if (r->run.cores.n < RUN_BYTES_MAX)
		buf_add(&r->run.cores, label && row != STR_NONE ? STR("\n") : t->core);
}

/* Is there a group's name in the words, whose rows have all begun above? */
static bool has_late_group(const struct reader *r)
{
	for (size_t i = 0; i < r->p.def->n_groups; i++) {
		const struct form_group *g = &r->p.def->groups[i];
		struct buf core = {0};
		char number[8];
		label_core(str_of(g->variants[0]), &core, number);
		bool late = r->above[g->first] && core.n > 0 &&
			    str_find(buf_str(&r->run.cores), buf_str(&core), 0) != STR_NONE;
		buf_free(&core);
		if (late)
			return true;
	}
	return false;
}

static void end_run(struct reader *r)
{
	if (r->run.cores.n > 0 && r->run.cores.n < RUN_BYTES_MAX && r->values)
		r->scrambled |= has_late_group(r);
	memcpy(r->above, r->rows, r->p.def->n_rows * sizeof *r->above);
	r->run.cores.n = 0;
	r->run.label = r->run.heading = false;
	r->run.block = STR_NONE;
}

static void see_value(struct reader *r)
{
	if (r->run.cores.n > 0)
		r->from_heading = r->run.heading && !r->run.label;
	end_run(r);
	r->waiting = STR_NONE;
	r->values = true;
}

static bool is_whole(const struct reader *r, const struct token *t)
{
	return place_label_fit(&r->p, t, LABEL_ROW) >= FIT_CLOSE ||
	       place_label_fit(&r->p, t, LABEL_COLUMN) >= FIT_CLOSE;
}

/* Each line of a cell that is no label as a whole: several may have run into one. */
static void see_lines(struct reader *r, const struct doc *d, const struct token *t)
{
	struct str text = doc_str(d, t->span);
	for (size_t at = 0, end; at < text.n; at = end + 1) {
		struct token line = *t;
		struct buf core = {0};
		for (end = at; end < text.n && text.p[end] != '\n';)
			end++;
		label_core(str_slice(text, at, end), &core, line.number);
		line.core = buf_str(&core);
		line.marks = label_text_of(line.core, line.number).marks;
		if (core.n > 0)
			see_words(r, &line);
		buf_free(&core);
	}
}

static void read_row(struct reader *r, const struct doc *d, const struct token_row *row)
{
	for (size_t i = row->first; i < row->first + row->n; i++) {
		const struct token *t = &r->p.stream->tokens.v[i];
		if (token_has_value(t))
			see_value(r);
		else if (t->reading.kind == READ_OTHER && t->core.n > 0 && is_whole(r, t))
			see_words(r, t);
		else if (t->reading.kind == READ_OTHER && t->core.n > 0)
			see_lines(r, d, t);
	}
}

/* Lines of a text that no signs and no places part. */
static bool is_bare(const struct doc *d, const struct token_row *row)
{
	if (row->para || row->narrow)
		return true;
	const struct block *b = doc_block(d, row->grid);
	return b->kind == BLOCK_GRID && strcmp(b->grid->reader, "bare") == 0;
}

static bool is_scrambled(struct builder *b, const struct built *t)
{
	size_t from, to;
	struct reader r = {.run.block = STR_NONE,
		.waiting = STR_NONE,
		.p = {.def = t->table.def,
			.form = t->table.form,
			.labels = label_book_set(b->book, t->table.def),
			.stream = &b->stream}};
	r.rows = mem_alloc_array(t->table.def->n_rows + 1, sizeof *r.rows);
	r.above = mem_alloc_array(t->table.def->n_rows + 1, sizeof *r.above);
	r.blocks = mem_alloc_array(t->table.def->n_blocks + 1, sizeof *r.blocks);
	rows_within(&b->stream, t->region, &from, &to);
	for (size_t i = from; i < to && !r.scrambled; i++) {
		const struct token_row *row = &b->stream.rows.v[i];
		if (is_bare(b->r->doc, row))
			read_row(&r, b->r->doc, row);
	}
	end_run(&r);
	buf_free(&r.run.cores);
	free(r.rows);
	free(r.above);
	free(r.blocks);
	r.label_bare |= r.waiting != STR_NONE;
	return r.scrambled || (r.label_first && r.heading_first) || (r.label_late && r.label_bare);
}

/* Is there anything to doubt? */
static bool is_any_sure(const struct built *t)
{
	for (size_t k = 0; k < t->table.def->n_cells; k++)
		if (t->cells[k].state != CELL_MISSING && !t->cells[k].doubt)
			return true;
	return false;
}

void scrambled_doubt(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++) {
		struct built *t = &b->tables.v[i];
		if (t->table.def->layout != FORM_ROWS || !is_any_sure(t) || !is_scrambled(b, t))
			continue;
		for (size_t k = 0; k < t->table.def->n_cells; k++)
			if (t->cells[k].state != CELL_MISSING && !t->cells[k].doubt)
				cell_doubt(&t->cells[k], "pieces");
	}
}

/* Blocks on their side, set upright. */
#include "table/blocks.h"

#include "base/mem.h"
#include "table/book.h"
#include "table/side.h"

enum {
	COLS_MAX = 16,
	LINES_MAX = 16, /* of a block */
	VALUES_MIN = 2, /* of all blocks */
};

struct block_line {
	const struct grid_cell *label, *at[COLS_MAX]; /* NULL: nothing stands there */
};

struct turner {
	const struct doc *d;
	const struct value_words *words;
	const struct label_book *book;
	const struct grid_cell *corner, *heads[COLS_MAX]; /* of the block that is read */
	struct block_line lines[LINES_MAX];
	size_t n_lines, values;
	bool open;
	VEC(struct grid_cell) out;
	size_t row, cols;
};

static bool is_value(const struct turner *t, const struct grid_cell *c)
{
	enum reading_kind kind = value_read(doc_str(t->d, c->span), t->words).kind;
	return kind == READ_NUMBER || kind == READ_NOTHING;
}

static bool is_empty(const struct grid_cell *c)
{
	return text_span_empty(c->span);
}

struct names {
	bool row, column;
};

static struct names names_of(const struct turner *t, const struct grid_cell *c)
{
	struct buf core = {0};
	char number[8];
	label_core(doc_str(t->d, c->span), &core, number);
	struct names n = {label_book_fit(t->book, buf_str(&core), number) == FIT_EXACT,
		label_book_heading(t->book, buf_str(&core)) >= FIT_CLOSE};
	buf_free(&core);
	return n;
}

static void put(struct turner *t, const struct grid_cell *c, size_t col, struct text_span none)
{
	*vec_push(&t->out) = (struct grid_cell){.row = t->row,
		.col = col,
		.rowspan = 1,
		.colspan = 1,
		.span = c ? c->span : none,
		.unsure = c && c->unsure};
	t->cols = col < t->cols ? t->cols : col + 1;
}

/* The block that was read, its rows upright; false where it has no number. */
static bool close_block(struct turner *t)
{
	if (!t->open)
		return true;
	struct text_span none = {0, 0};
	for (size_t col = 0; col < COLS_MAX; col++)
		if (t->heads[col])
			none = (struct text_span){
				t->heads[col]->span.from, t->heads[col]->span.from};
	put(t, t->corner, 0, none);
	for (size_t i = 0; i < t->n_lines; i++)
		put(t, t->lines[i].label, i + 1, none);
	t->row++;
	for (size_t col = 0; col < COLS_MAX; col++) {
		if (!t->heads[col])
			continue;
		put(t, t->heads[col], 0, none);
		for (size_t i = 0; i < t->n_lines; i++)
			put(t, t->lines[i].at[col], i + 1, none);
		t->row++;
	}
	t->open = false;
	return t->n_lines > 0;
}

/* Words that all label rows of the form, but for what stands in the corner. */
static bool open_block(struct turner *t, const struct grid_cell *c, size_t n)
{
	const struct grid_cell *corner = NULL, *heads[COLS_MAX] = {NULL};
	size_t found = 0, filled = 0;
	for (size_t i = 0; i < n; i++) {
		if (is_empty(&c[i]))
			continue;
		if (c[i].col > 0 && !names_of(t, &c[i]).row)
			return false;
		*(c[i].col > 0 ? &heads[c[i].col] : &corner) = &c[i];
		found += c[i].col > 0;
		filled++;
	}
	if (found == 0 || filled > found + 1)
		return false;
	t->corner = corner;
	for (size_t col = 0; col < COLS_MAX; col++)
		t->heads[col] = heads[col];
	t->n_lines = 0;
	t->open = true;
	return true;
}

/* The label of a column, and what stands below the labels of rows. */
static bool add_line(struct turner *t, const struct grid_cell *c, size_t n)
{
	struct block_line *line = &t->lines[t->n_lines];
	if (!t->open || t->n_lines == LINES_MAX || c[0].col > 0 || is_empty(&c[0]))
		return false;
	struct names names = names_of(t, &c[0]);
	if (!names.column || names.row)
		return false;
	*line = (struct block_line){.label = &c[0]};
	for (size_t i = 1; i < n; i++) {
		if (!t->heads[c[i].col] && !is_empty(&c[i]))
			return false;
		line->at[c[i].col] = &c[i];
		t->values += !is_empty(&c[i]);
	}
	t->n_lines++;
	return true;
}

static bool add_title(struct turner *t, const struct grid_cell *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put(t, &c[i], c[i].col, c[i].span);
	t->row++;
	return true;
}

static bool add_row(struct turner *t, const struct grid_cell *c, size_t n)
{
	size_t values = 0;
	for (size_t i = 0; i < n; i++)
		values += i > 0 && !is_empty(&c[i]) && is_value(t, &c[i]);
	if (values > 0 || (t->open && add_line(t, c, n)))
		return values == 0 || add_line(t, c, n);
	return close_block(t) && (open_block(t, c, n) || add_title(t, c, n));
}

/* Does the first number stand behind the label of a column, not of a row? Few tables go on. */
static bool may_be(const struct turner *t, const struct grid *g)
{
	const struct grid_cell *first = g->cells;
	for (size_t i = 0; i < g->n; i++) {
		const struct grid_cell *c = &g->cells[i];
		first = c->row == first->row ? first : c;
		if (c->more || c->col >= COLS_MAX)
			return false;
		if (c == first || is_empty(c) || !is_value(t, c))
			continue;
		struct names names = names_of(t, first);
		return first->row > 0 && names.column && !names.row;
	}
	return false;
}

bool grid_turn_blocks(const struct doc *d, const struct grid *g, const struct value_words *words,
	const struct label_book *book, struct grid *out)
{
	struct turner t = {.d = d, .words = words, .book = book};
	bool is = g->cols <= COLS_MAX && grid_columns_are_told(g) && may_be(&t, g);
	for (size_t i = 0, end; i < g->n && is; i = end) {
		for (end = i + 1; end < g->n && g->cells[end].row == g->cells[i].row;)
			end++;
		is = add_row(&t, &g->cells[i], end - i);
	}
	if (!is || !close_block(&t) || t.values < VALUES_MIN) {
		vec_free(&t.out);
		return false;
	}
	*out = *g;
	out->cells = t.out.v;
	out->n = t.out.n;
	out->rows = t.row;
	out->cols = t.cols > g->cols ? t.cols : g->cols;
	return true;
}

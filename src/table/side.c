/* Tables on their side, set upright. */
#include "table/side.h"

#include <string.h>

#include "base/mem.h"
#include "table/book.h"

enum {
	LABELS_MIN = 2, /* headings that are a row's labels, and lines that are a column's */
	COLS_MAX = 256,
	LINES_MAX = 64, /* headings and lines */
	MATCHES_MAX = 8,
};

struct side {
	const struct doc *d;
	const struct grid *g;
	size_t body;			    /* the first row with a number */
	size_t first;			    /* the first column with one */
	struct text_span heads[COLS_MAX];   /* by column: the lowest heading; empty: none */
	const struct grid_cell *cells_from; /* of the body */
};

bool grid_columns_are_told(const struct grid *g)
{
	static const char *const readers[] = {"tabs", "pipes", "html", "docx", "latex", "mediawiki",
		"asciidoc", "boxes", "drawn"};
	for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
		if (strcmp(g->reader, readers[i]) == 0)
			return true;
	return false;
}

static bool has_value(const struct side *s, const struct grid_cell *c, const struct value_words *w)
{
	enum reading_kind kind =
		text_span_empty(c->span) ? READ_OTHER : value_read(doc_str(s->d, c->span), w).kind;
	return kind == READ_NUMBER || kind == READ_NOTHING;
}

/* Where the numbers begin, below the headings and beside the labels. */
static bool find_body(struct side *s, const struct value_words *words)
{
	const struct grid *g = s->g;
	if (g->cols > COLS_MAX || g->rows > LINES_MAX)
		return false;
	s->body = s->first = STR_NONE;
	for (const struct grid_cell *c = g->cells; c < g->cells + g->n; c++) {
		if (c->more)
			return false;
		if (c->col >= s->first || !has_value(s, c, words))
			continue;
		if (s->body == STR_NONE)
			s->body = c->row;
		s->first = c->col;
	}
	return s->body != STR_NONE && s->body > 0 && s->first > 0 &&
	       g->cols >= s->first + LABELS_MIN && g->rows >= s->body + LABELS_MIN;
}

/* Each column's lowest heading; what stands above several is none. */
static bool find_heads(struct side *s)
{
	const struct grid_cell *c = s->g->cells;
	for (; c < s->g->cells + s->g->n && c->row < s->body; c++)
		if (!text_span_empty(c->span))
			for (size_t col = c->col; col < c->col + c->colspan && col < s->g->cols;
				col++)
				s->heads[col] =
					c->colspan == 1 ? c->span : (struct text_span){0, 0};
	s->cells_from = c;
	for (size_t col = s->first; col < s->g->cols; col++)
		if (text_span_empty(s->heads[col]))
			return false;
	return true;
}

/* The line's cells from `c` on: past them, NULL where it has not one cell to each heading. */
static const struct grid_cell *past_line(const struct side *s, const struct grid_cell *c)
{
	const struct grid_cell *end = s->g->cells + s->g->n;
	size_t row = c->row, n = 0;
	for (; c < end && c->row == row; c++) {
		if (c->col < s->first)
			continue;
		if (c->rowspan != 1 || c->colspan != 1 || c->col != s->first + n)
			return NULL;
		n++;
	}
	return n == s->g->cols - s->first ? c : NULL;
}

static size_t matches_of(const struct side *s, const struct label_set *set, struct text_span span,
	enum label_kind kind, struct label_match *m)
{
	struct buf core = {0};
	char number[8];
	label_core(doc_str(s->d, span), &core, number);
	size_t n = label_find(set, buf_str(&core), number, kind, m, MATCHES_MAX);
	buf_free(&core);
	while (n > 0 && m[n - 1].fit < FIT_CLOSE)
		n--;
	return n;
}

/* Are the headings labels of the table's rows, in its order, but for one in three? */
static bool are_rows(const struct side *s, const struct label_set *set)
{
	size_t next = 0, read = 0, n = s->g->cols - s->first;
	for (size_t col = s->first, missed = 0; col < s->g->cols && missed * 3 <= n; col++) {
		struct label_match m[MATCHES_MAX];
		size_t found = matches_of(s, set, s->heads[col], LABEL_ROW, m), best = STR_NONE;
		for (size_t i = 0; i < found && m[i].fit == m[0].fit; i++)
			if (m[i].index >= next && m[i].index < best)
				best = m[i].index;
		if (best == STR_NONE) {
			missed++;
			continue;
		}
		next = best + 1;
		read++;
	}
	return read >= LABELS_MIN && read * 3 >= n * 2;
}

/* Are the lines' own labels, the last before the numbers, those of the table's columns? */
static bool are_columns(const struct side *s, const struct label_set *set)
{
	size_t lines = 0, read = 0;
	const struct grid_cell *end = s->g->cells + s->g->n;
	for (const struct grid_cell *c = s->cells_from; c < end; lines++) {
		const struct grid_cell *label = NULL, *past = past_line(s, c);
		struct label_match m[MATCHES_MAX];
		if (!past)
			return false;
		for (; c < past && c->col < s->first; c++)
			if (!text_span_empty(c->span))
				label = c;
		read += label && matches_of(s, set, label->span, LABEL_COLUMN, m) > 0;
		c = past;
	}
	return read >= LABELS_MIN && read * 3 >= lines * 2;
}

static int by_column(const void *a, const void *b)
{
	const struct grid_cell *x = a, *y = b;
	if (x->col != y->col)
		return x->col < y->col ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static void turn(const struct side *s, struct grid *out)
{
	*out = *s->g;
	out->rows = s->g->cols;
	out->cols = s->g->rows;
	out->cells = mem_alloc_array(s->g->n, sizeof *out->cells);
	memcpy(out->cells, s->g->cells, s->g->n * sizeof *out->cells);
	qsort(out->cells, out->n, sizeof *out->cells, by_column);
	for (size_t i = 0; i < out->n; i++) {
		struct grid_cell *c = &out->cells[i], was = *c;
		c->row = was.col;
		c->col = was.row;
		c->rowspan = was.colspan;
		c->colspan = was.rowspan;
	}
}

size_t grid_turn_side(const struct doc *d, const struct grid *g, const struct value_words *words,
	const struct label_book *book, struct grid *out)
{
	struct side s = {.d = d, .g = g};
	if (!grid_columns_are_told(g) || !find_body(&s, words) || !find_heads(&s))
		return 0;
	for (size_t i = 0; i < label_book_sets(book); i++) {
		const struct label_set *set = label_book_nth(book, i);
		if (are_rows(&s, set) && are_columns(&s, set)) {
			turn(&s, out);
			return s.body;
		}
	}
	return 0;
}

void side_doubt(struct stream *s, size_t row, size_t labels)
{
	/* where hardly a cell is filled rows are read otherwise (unfold.h) */
	if (row == s->rows.n || s->rows.v[row].narrow)
		return;
	bool empty[LINES_MAX] = {false};
	size_t n_empty = 0, n = 0;
	const struct token_row *last = &s->rows.v[s->rows.n - 1];
	for (size_t i = last->first; i < last->first + last->n; i++) {
		const struct token *t = &s->tokens.v[i];
		if (t->col < labels)
			continue;
		empty[t->col] = t->reading.kind == READ_EMPTY;
		n_empty += empty[t->col];
		n++;
	}
	if (n_empty == n)
		return;
	for (size_t i = s->rows.v[row].first; i < s->tokens.n; i++)
		if (empty[s->tokens.v[i].col])
			s->tokens.v[i].slid = true;
}

/* Blocks of the document to rows of tokens. */
#include "table/stream.h"

#include <string.h>

#include "base/utf8.h"
#include "table/unfold.h"
#include "table/blocks.h"
#include "table/book.h"
#include "table/digits.h"
#include "table/named.h"
#include "table/numbered.h"
#include "table/row_numbers.h"
#include "table/run_on.h"
#include "table/side.h"
#include "table/spelled.h"
#include "table/stream_add.h"

static size_t chars_in(struct str s)
{
	size_t n = 0;
	for (size_t at = 0; at < s.n; n++)
		utf8_next(s, &at);
	return n;
}

/* "1 2 0" may be a number that blanks broke, or as many numbers. */
static void add_pieces(
	struct stream *s, struct token *t, struct str text, const struct value_words *words)
{
	size_t before = s->pieces.n, behind = 0;
	t->apart = true;
	for (struct text_span w = {0, 0}; w = text_next_word(text, w.to, text.n), w.from < w.to;) {
		t->apart &= w.from == behind || chars_in(str_slice(text, behind, w.from)) > 1;
		behind = w.to;
		struct token *piece = vec_push(&s->pieces);
		piece->span = (struct text_span){t->span.from + w.from, t->span.from + w.to};
		piece->col = t->col;
		piece->end = t->end;
		piece->reading = value_read(str_slice(text, w.from, w.to), words);
	}
	t->n_pieces = s->pieces.n - before;
}

/* "持\n0": below the last character of a heading that stands one to a line, where a page ended amid
 * headings, the number is the cell's. */
static void read_below_character(struct token *t, struct str text, const struct value_words *words)
{
	size_t at = 0;
	if (!utf8_is_han(text.n ? utf8_next(text, &at) : 0) || at >= text.n || text.p[at] != '\n')
		return;
	struct reading r = value_read(str_slice(text, at, text.n), words);
	if (r.kind != READ_NUMBER || !r.bare || r.broken)
		return;
	r.from += at;
	r.to += at;
	t->reading = r;
}

void stream_add_token(struct stream *s, const struct doc *d, struct text_span span, size_t col,
	const struct value_words *words)
{
	if (s->tokens.n >= STREAM_TOKENS_MAX) {
		s->cut = true;
		return;
	}
	struct token *t = vec_push(&s->tokens);
	struct str text = doc_str(d, span);
	t->span = span;
	t->col = col;
	t->end = col + 1;
	t->reading = value_read(text, words);
	t->digits = digits_only(text) ? text : (struct str){0};
	if (t->reading.kind == READ_OTHER)
		read_below_character(t, text, words);
	if (t->reading.kind == READ_NUMBER && t->reading.broken)
		add_pieces(s, t, text, words);
	if (t->reading.kind == READ_OTHER && text.n <= STREAM_LABEL_MAX)
		token_tell_core(t, text, s->book);
	s->rows.v[s->rows.n - 1].n++;
}

static bool is_bare_number(const struct reading *r)
{
	return r->kind == READ_NUMBER && r->bare && !r->broken;
}

struct text_span stream_next_value(
	struct str text, size_t at, const struct value_words *words, struct reading *r)
{
	struct text_span w = text_next_word(text, at, text.n);
	struct text_span next = text_next_word(text, w.to, text.n);
	*r = value_read(str_slice(text, w.from, w.to), words);
	if (next.from == next.to || (r->kind != READ_OTHER && !is_bare_number(r)))
		return w;
	struct reading behind = value_read(str_slice(text, next.from, next.to), words);
	if (is_bare_number(r) ? behind.kind != READ_OTHER : !is_bare_number(&behind))
		return w;
	struct reading both = value_read(str_slice(text, w.from, next.to), words);
	if (!is_bare_number(&both))
		return w;
	*r = both;
	w.to = next.to;
	return w;
}

/* A cell of a line whose cells blanks part: what stands behind its last word that is no number nor
 * a mark for nothing is cells, too; all of it where it has no such word. How many more cells there
 * are. */
static size_t add_apart(struct stream *s, const struct doc *d, struct text_span span, size_t col,
	const struct value_words *words)
{
	struct str text = doc_str(d, span);
	size_t label_to = 0, more = 0;
	struct reading r;
	for (struct text_span w = {0, 0};
		w = stream_next_value(text, w.to, words, &r), w.from < w.to;)
		if (r.kind != READ_NUMBER && r.kind != READ_NOTHING)
			label_to = w.to;
	if (label_to == text.n || (label_to == 0 && value_read(text, words).kind != READ_OTHER)) {
		stream_add_token(s, d, span, col, words);
		return 0;
	}
	if (label_to)
		stream_add_token(
			s, d, (struct text_span){span.from, span.from + label_to}, col++, words);
	for (struct text_span w = {0, label_to};
		w = stream_next_value(text, w.to, words, &r), w.from < w.to;)
		stream_add_token(s, d, (struct text_span){span.from + w.from, span.from + w.to},
			col + more++, words);
	return label_to ? more : more - 1;
}

/* Reads the last token's text anew, as more of it is known. */
static void token_retell(struct stream *s, struct str text, const struct value_words *words)
{
	struct token *t = &s->tokens.v[s->tokens.n - 1];
	token_take_core(t, &(struct buf){0});
	t->reading = value_read(text, words);
	s->pieces.n -= t->n_pieces;
	t->n_pieces = 0;
	if (t->reading.kind == READ_NUMBER && t->reading.to > t->span.to - t->span.from)
		t->reading.kind = READ_OTHER;
	if (t->reading.kind != READ_OTHER)
		return;
	t->reading.from = 0;
	t->reading.to = t->span.to - t->span.from;
	if (text.n <= STREAM_LABEL_MAX)
		token_tell_core(t, text, s->book);
}

/* The text of a cell that is printed over several rows of the grid. Its span is that of the first
 * piece, so a number may not reach into the others. */
static void add_in_pieces(struct stream *s, const struct doc *d, const struct grid *g, size_t first,
	const struct value_words *words)
{
	struct text_span span = g->cells[first].span;
	struct buf all = {0};
	size_t row = g->cells[first].row;
	for (size_t i = first; i < g->n && (g->cells[i].row == row || g->cells[i].more); i++) {
		const struct grid_cell *c = &g->cells[i];
		if (c->col != g->cells[first].col || text_span_empty(c->span))
			continue;
		span = text_span_empty(span) ? c->span : span;
		buf_add(&all, doc_str(d, c->span));
	}
	stream_add_token(s, d, span, g->cells[first].col, words);
	if (!s->cut && all.n > span.to - span.from)
		token_retell(s, buf_str(&all), words);
	buf_free(&all);
}

struct token_row *stream_open_row(struct stream *s, size_t grid, size_t at)
{
	struct token_row *r = vec_push(&s->rows);
	r->first = s->tokens.n;
	r->grid = grid;
	r->at = at;
	return r;
}

/* A grid whose rows are no rows of the table: the reader says so, or it is hardly wider than one
 * cell, or nearly all of its rows hold a single one (a cell a line with a bar behind it; where
 * blanks hold the columns labels run over lines, one word on each). */
static bool is_narrow(const struct grid *g)
{
	size_t single = 0, rows = 0, filled = 0, row = (size_t)-1;
	if (strcmp(g->reader, "spaces") == 0)
		return g->cols < 3;
	if (g->cols < 3 || strcmp(g->reader, "lines") == 0)
		return true;
	for (size_t i = 0; i <= g->n; i++) {
		if (i < g->n && g->cells[i].more)
			continue;
		if (i == g->n || g->cells[i].row != row) {
			rows += filled > 0;
			single += filled == 1;
			filled = 0;
			row = i < g->n ? g->cells[i].row : row;
		}
		filled += i < g->n && !text_span_empty(g->cells[i].span);
	}
	return single * 10 >= rows * 7;
}

/* A grid whose cells are the source's own. One without any cell over several columns may have been
 * filled up to a rectangle by what made the file. */
static bool is_exact(const struct grid *g)
{
	static const char *const readers[] = {"html", "docx", "latex", "mediawiki", "asciidoc"};
	size_t i = 0;
	if (strcmp(g->reader, "boxes") == 0)
		return true;
	while (i < sizeof readers / sizeof *readers && strcmp(g->reader, readers[i]) != 0)
		i++;
	if (i == sizeof readers / sizeof *readers)
		return false;
	i = 0;
	while (i < g->n && g->cells[i].colspan == 1)
		i++;
	return i < g->n;
}

/* A cell a line whose rows nothing ends: all the table would be one row. */
#define ROW_CELLS_MAX 16

static bool is_endless(const struct grid *g, size_t at)
{
	size_t end = at;
	while (end < g->n && g->cells[end].row == g->cells[at].row && end - at <= ROW_CELLS_MAX)
		end++;
	return end - at > ROW_CELLS_MAX;
}

static bool has_pieces(const struct grid *g)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->cells[i].more)
			return true;
	return false;
}

static bool is_parted(const struct stream *s, const struct doc *d, size_t at)
{
	size_t from = s->tokens.n ? s->tokens.v[s->tokens.n - 1].span.to : 0;
	return from >= at || str_trim(doc_str(d, (struct text_span){from, at})).n > 0;
}

static void add_grid(struct stream *s, const struct doc *d, const struct grid *g, size_t number,
	const struct value_words *words)
{
	size_t row = (size_t)-1, from = s->rows.n, more = 0;
	bool narrow = is_narrow(g), lines = strcmp(g->reader, "lines") == 0, endless = false,
	     pieces = has_pieces(g), exact = is_exact(g), bare = strcmp(g->reader, "bare") == 0;
	for (size_t i = 0; i < g->n && !s->cut; i++) {
		const struct grid_cell *c = &g->cells[i];
		if (c->more)
			continue;
		if (c->row != row)
			endless = lines && is_endless(g, i);
		if (c->row != row || endless) {
			bool parted = narrow && is_parted(s, d, c->span.from);
			struct token_row *r = stream_open_row(s, number, c->span.from);
			r->narrow = narrow;
			r->exact = exact;
			r->parted = parted;
		}
		if (pieces)
			add_in_pieces(s, d, g, i, words);
		else if (bare && c->row != row)
			more = add_apart(s, d, c->span, c->col, words);
		else
			stream_add_token(s, d, c->span, c->col + more, words);
		row = c->row;
		if (s->cut)
			break;
		s->tokens.v[s->tokens.n - 1].unsure = c->unsure;
		s->tokens.v[s->tokens.n - 1].end = c->col + more + c->colspan;
	}
	if (narrow && !s->cut)
		rows_unfold(s, from);
	rows_split_labels(s, d, from, words);
	rows_split_heads(s, from);
	row_numbers_empty(s, from);
}

/* As the form prints it, though it lies on its side. */
static void add_upright(struct stream *s, const struct doc *d, const struct grid *g, size_t number,
	const struct value_words *words)
{
	struct grid turned;
	size_t row = s->rows.n, labels = grid_turn_side(d, g, words, s->book, &turned);
	bool is = labels || grid_turn_blocks(d, g, words, s->book, &turned);
	add_grid(s, d, is ? &turned : g, number, words);
	if (is)
		free(turned.cells);
	if (labels)
		side_doubt(s, row, labels);
}

/* Pointers to pieces hold once no more are added. */
static void settle_pieces(struct stream *s)
{
	for (size_t i = 0, piece = 0; i < s->tokens.n; i++) {
		struct token *t = &s->tokens.v[i];
		t->pieces = t->n_pieces ? s->pieces.v + piece : NULL;
		piece += t->n_pieces;
	}
}

void stream_make(struct stream *s, const struct doc *d, struct text_span span,
	const struct value_words *words, const struct label_book *book)
{
	memset(s, 0, sizeof *s);
	s->book = book;
	for (size_t i = 0; i < doc_block_count(d) && !s->cut; i++) {
		const struct block *b = doc_block(d, i);
		if (b->span.from < span.from || b->span.from >= span.to)
			continue;
		if (b->kind == BLOCK_GRID && grid_is_named(d, b->grid, words, book))
			stream_add_named(s, d, b->grid, i, words);
		else if (b->kind == BLOCK_GRID)
			add_upright(s, d, b->grid, i, words);
		else if (b->kind == BLOCK_PARA)
			stream_add_para(s, d, b, i, words);
	}
	settle_pieces(s);
	stream_spell(s, d, words);
}

void stream_free(struct stream *s)
{
	for (size_t i = 0; i < s->tokens.n; i++)
		free((char *)s->tokens.v[i].core.p);
	vec_free(&s->tokens);
	vec_free(&s->pieces);
	vec_free(&s->rows);
}

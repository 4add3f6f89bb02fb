/* Building a document: text with its map, blocks in order, grids cell by cell. */
#include "doc/sink.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/inside.h"

struct doc *doc_new(const char *file, const char *kind, struct buf *bytes)
{
	struct doc *d = mem_alloc(sizeof *d);

	d->arena = arena_new();
	d->file = arena_cstr(d->arena, str_of(file));
	d->kind = arena_cstr(d->arena, str_of(kind));
	d->encoding = "UTF-8";
	d->bytes = *bytes;
	*bytes = (struct buf){0};
	assert(d->bytes.n < UINT32_MAX);
	d->size = d->bytes.n;
	d->sha256 = arena_alloc(d->arena, HASH_HEX_SIZE);
	return d;
}

void sink_source_is_text(struct doc *d)
{
	assert(d->text.n == 0 && !d->done);
	d->source_is_text = true;
}

void sink_keeps_lines(struct doc *d)
{
	assert(!d->done);
	d->keeps_lines = true;
}

struct str sink_bytes(const struct doc *d)
{
	assert(!d->done);
	return buf_str(&d->bytes);
}

void sink_encoding(struct doc *d, const char *name)
{
	assert(!d->done);
	d->encoding = arena_cstr(d->arena, str_of(name));
}

void sink_reserve(struct doc *d, size_t bytes)
{
	buf_reserve(&d->text, bytes);
}

/* Does what follows the last run at text byte `end` go on where that run leaves off? */
static bool run_continues(
	const struct doc_run *run, size_t end, size_t from, size_t text_unit, size_t disk_unit)
{
	return run->text_unit == text_unit && run->disk_unit == disk_unit &&
	       run->disk_from + (end - run->text_from) / text_unit * disk_unit == from;
}

static void sink_run(struct doc *d, size_t from, size_t text_unit, size_t disk_unit)
{
	if (d->source_is_text)
		return;
	if (d->runs.n &&
		run_continues(&d->runs.v[d->runs.n - 1], d->text.n, from, text_unit, disk_unit))
		return;
	*vec_push(&d->runs) = (struct doc_run){
		.text_from = (uint32_t)d->text.n,
		.disk_from = (uint32_t)from,
		.text_unit = (uint16_t)text_unit,
		.disk_unit = (uint16_t)disk_unit,
	};
}

/* Notes the lines that begin in the text from `at` on, which was just put. */
static void sink_lines(struct doc *d, size_t at)
{
	const char *p = d->text.p;

	if (at == 0 || p[at - 1] == '\n')
		*vec_push(&d->lines) = (uint32_t)at;
	for (;;) {
		const char *end = memchr(p + at, '\n', d->text.n - at);

		if (!end || (size_t)(end + 1 - p) >= d->text.n)
			return;
		at = (size_t)(end + 1 - p);
		*vec_push(&d->lines) = (uint32_t)at;
	}
}

static struct text_span sink_put(struct doc *d, struct str text)
{
	size_t from = d->text.n;

	assert(text.n < UINT32_MAX - from);
	buf_add(&d->text, text);
	sink_lines(d, from);
	return (struct text_span){from, d->text.n};
}

struct text_span sink_text(
	struct doc *d, struct str text, size_t from, size_t text_unit, size_t disk_unit)
{
	assert(!d->done && text_unit > 0 && text_unit <= UINT16_MAX && text.n % text_unit == 0);
	if (text.n == 0)
		return (struct text_span){d->text.n, d->text.n};
	/* a character reference of 64 KiB is legal HTML, and its first bytes are a fair place to
	 * point at */
	sink_run(d, from, text_unit, disk_unit < UINT16_MAX ? disk_unit : UINT16_MAX);
	return sink_put(d, text);
}

struct text_span sink_glue(struct doc *d, struct str text, size_t from)
{
	assert(!d->done);
	if (text.n == 0)
		return (struct text_span){d->text.n, d->text.n};
	sink_run(d, from, 1, 0);
	return sink_put(d, text);
}

struct text_span sink_trim(const struct doc *d, struct text_span s)
{
	struct str text = buf_str(&d->text);

	assert(s.to <= text.n);
	size_t from = s.from, to = s.to;

	while (from < to) {
		size_t at = from;

		if (!utf8_is_space(utf8_next(text, &at)))
			break;
		from = at;
	}
	while (to > from) {
		size_t before = utf8_prev(text, to), at = before;

		if (!utf8_is_space(utf8_next(text, &at)))
			break;
		to = before;
	}
	if (from >= to)
		return (struct text_span){s.from, s.from};
	return (struct text_span){from, to};
}

static struct block *sink_block(struct doc *d, enum block_kind kind, struct text_span span)
{
	struct block *block = vec_push(&d->blocks);

	block->kind = kind;
	block->span = span;
	block->page = d->page;
	return block;
}

void sink_para(struct doc *d, struct text_span span)
{
	assert(!d->done && !d->reader);
	span = sink_trim(d, span);
	if (!text_span_empty(span))
		sink_block(d, BLOCK_PARA, span);
}

void sink_mark(struct doc *d, struct text_span span)
{
	assert(!d->done && !d->reader);
	struct text_span trimmed = sink_trim(d, span);

	sink_block(d, BLOCK_MARK, text_span_empty(trimmed) ? span : trimmed);
}

void sink_page(struct doc *d, unsigned page)
{
	d->page = page;
}

void sink_grid_begin(struct doc *d, const char *reader)
{
	assert(!d->done && !d->reader && d->cells.n == 0);
	d->reader = reader;
}

void sink_cell(struct doc *d, size_t row, size_t col, size_t rowspan, size_t colspan,
	struct text_span span)
{
	assert(d->reader);
	*vec_push(&d->cells) = (struct grid_cell){
		.row = row,
		.col = col,
		.rowspan = rowspan ? rowspan : 1,
		.colspan = colspan ? colspan : 1,
		.span = sink_trim(d, span),
	};
}

/* The line that holds byte `at` begins there, but for the signs of a quote. */
static bool begins_quoted(struct str text, size_t at)
{
	while (at > 0 && (text.p[at - 1] == '>' || text.p[at - 1] == ' '))
		at--;
	return at == 0 || text.p[at - 1] == '\n';
}

static struct text_span unquoted(const struct doc *d, struct text_span s)
{
	struct str text = buf_str(&d->text);
	size_t to = s.to;

	while (s.from < s.to && text.p[s.from] == '>' && begins_quoted(text, s.from))
		s = sink_trim(d, (struct text_span){s.from + 1, s.to});
	while (to > s.from && (text.p[to - 1] == '>' || text.p[to - 1] == ' '))
		to--;
	if (to == s.to || to == s.from || text.p[to - 1] != '\n')
		return s;
	return unquoted(d, sink_trim(d, (struct text_span){s.from, to}));
}

void sink_unquote(struct doc *d)
{
	assert(d->reader);
	for (size_t i = 0; i < d->cells.n; i++)
		d->cells.v[i].span = unquoted(d, d->cells.v[i].span);
}

void sink_unsure(struct doc *d)
{
	assert(d->reader);
	if (d->cells.n)
		d->cells.v[d->cells.n - 1].unsure = true;
}

void sink_goes_on(struct doc *d)
{
	assert(d->reader);
	if (d->cells.n)
		d->cells.v[d->cells.n - 1].more = true;
}

static int cell_cmp(const void *a, const void *b)
{
	const struct grid_cell *x = a, *y = b;

	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->col != y->col)
		return x->col < y->col ? -1 : 1;
	return (x->span.from > y->span.from) - (x->span.from < y->span.from);
}

static void cells_sort(struct grid_cell *cells, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (cell_cmp(&cells[i - 1], &cells[i]) > 0) {
			qsort(cells, n, sizeof *cells, cell_cmp);
			return;
		}
}

size_t sink_grid_end(struct doc *d, struct text_span span)
{
	assert(d->reader);
	if (d->cells.n > 0) {
		struct grid *grid = arena_alloc(d->arena, sizeof *grid);

		grid->reader = d->reader;
		grid->n = d->cells.n;
		grid->cells = arena_alloc_array(d->arena, grid->n, sizeof *grid->cells);
		memcpy(grid->cells, d->cells.v, grid->n * sizeof *grid->cells);
		cells_sort(grid->cells, grid->n);
		for (size_t i = 0; i < grid->n; i++) {
			const struct grid_cell *c = &grid->cells[i];

			if (c->row + c->rowspan > grid->rows)
				grid->rows = c->row + c->rowspan;
			if (c->col + c->colspan > grid->cols)
				grid->cols = c->col + c->colspan;
		}
		grid->span = span;
		sink_block(d, BLOCK_GRID, grid->span)->grid = grid;
	}
	size_t n = d->cells.n;

	d->cells.n = 0;
	d->reader = NULL;
	return n;
}

/* "\n", "\r\n" and a lone "\r" end a line. */
static void index_source_lines(struct doc *d)
{
	struct str s = buf_str(&d->bytes);

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] != '\n' && (s.p[i] != '\r' || (i + 1 < s.n && s.p[i + 1] == '\n')))
			continue;
		if (i + 1 < s.n)
			*vec_push(&d->source_lines) = (uint32_t)(i + 1);
	}
}

/* Gives back what growing left over. */
#define vec_fit(x)                                                                                 \
	((x)->n && (x)->n < (x)->cap ? ((x)->v = vec_shrunk((x)->v, (x)->n * sizeof *(x)->v),      \
					       (x)->cap = (x)->n)                                  \
				     : 0)

static void *vec_shrunk(void *v, size_t size)
{
	void *p = realloc(v, size);

	return p ? p : v;
}

void doc_done(struct doc *d)
{
	assert(!d->done && !d->reader);
	if (d->source_is_text) {
		doc_sha256(d);
		buf_free(&d->bytes);
	} else if (!d->keeps_lines) {
		index_source_lines(d);
	}
	vec_fit(&d->runs);
	vec_fit(&d->lines);
	vec_fit(&d->source_lines);
	vec_fit(&d->blocks);
	vec_free(&d->cells);
	d->done = true;
}

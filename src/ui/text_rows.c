/* Choosing rows of the text for the pane.
 *
 * The fold: each span's rows make a stretch; stretches that touch are one. Then the stretches grow
 * in turn, a row up and a row down, until the pane is full; one that reaches the next takes it in,
 * and the row that marked the gap is free again. */
#include "ui/text_rows.h"

#include <string.h>

struct stretch {
	struct wrap_row first, last;
	size_t rows;
};

struct fold {
	const struct doc *doc;
	const struct wrap *wrap;
	VEC(struct stretch) list;
	size_t used, room; /* rows, those that mark gaps counted */
};

void text_rows_free(struct text_rows *rows)
{
	vec_free(&rows->list);
	rows->gaps = 0;
}

static bool same_row(const struct wrap_row *a, const struct wrap_row *b)
{
	return a->line == b->line && a->span.from == b->span.from;
}

/* Steps back up to n rows; returns how many it was. */
static size_t step_back(const struct doc *d, const struct wrap *w, struct wrap_row *row, size_t n)
{
	size_t done = 0;

	while (done < n && wrap_row_prev(d, w, row))
		done++;
	return done;
}

/* How many rows `to` is below `from`; limit where it is that or more. */
static size_t distance(const struct doc *d, const struct wrap *w, struct wrap_row from,
	const struct wrap_row *to, size_t limit)
{
	size_t n = 0;

	while (n < limit && !same_row(&from, to) && wrap_row_next(d, w, &from))
		n++;
	return same_row(&from, to) ? n : limit;
}

/* Adds rows behind the last of the list until there are n, or the text ends. */
static void fill(struct text_rows *rows, const struct doc *d, const struct wrap *w, size_t n)
{
	struct wrap_row row = rows->list.v[rows->list.n - 1].row;

	while (rows->list.n < n && wrap_row_next(d, w, &row))
		*vec_push(&rows->list) = (struct text_row){.row = row};
}

/* The page that begins with that row. */
static void begin(struct text_rows *rows, const struct doc *d, const struct wrap *w, size_t n,
	const struct wrap_row *first)
{
	rows->list.n = 0;
	*vec_push(&rows->list) = (struct text_row){.row = *first};
	fill(rows, d, w, n);
}

/* Where a row is in the list; STR_NONE where it is not. */
static size_t index_of(const struct text_rows *rows, const struct wrap_row *row)
{
	for (size_t i = 0; i < rows->list.n; i++)
		if (same_row(&rows->list.v[i].row, row))
			return i;
	return STR_NONE;
}

/* The page with `back` rows above the cursor's; what of it is in the list stays there. */
static void move_to(struct text_rows *rows, const struct doc *d, const struct wrap *w, size_t n,
	const struct wrap_row *cursor, size_t back)
{
	size_t at = index_of(rows, cursor);

	if (at != STR_NONE && at >= back) {
		rows->list.n -= at - back;
		memmove(rows->list.v, rows->list.v + (at - back),
			rows->list.n * sizeof *rows->list.v);
		fill(rows, d, w, n);
		return;
	}
	struct wrap_row top = *cursor;

	step_back(d, w, &top, back);
	begin(rows, d, w, n, &top);
}

/* How many rows are to be above the cursor's, where the page from the old top on, which is in the
 * list, does not do: as many as bring it into sight where it is near, else half a page. */
static size_t rows_above(const struct text_rows *rows, const struct doc *d, const struct wrap *w,
	size_t n, const struct wrap_row *cursor)
{
	size_t margin = n > 8 ? 2 : 0;
	const struct wrap_row *top = &rows->list.v[0].row;
	const struct wrap_row *last = &rows->list.v[rows->list.n - 1].row;

	if (cursor->span.from < top->span.from)
		return distance(d, w, *cursor, top, n) <= n / 2 ? margin : n / 2;
	size_t at = index_of(rows, cursor);

	if (at == STR_NONE)
		at = rows->list.n - 1 + distance(d, w, *last, cursor, n);
	return at < margin ? margin : at < n + n / 2 ? n - 1 - margin : n / 2;
}

/* The old page where the cursor is in it and not at its edge; else it is scrolled. */
void text_rows_page(struct text_rows *rows, const struct doc *d, const struct wrap *w, size_t n,
	size_t at, size_t *top)
{
	size_t margin = n > 8 ? 2 : 0, text = doc_text(d).n;
	struct wrap_row cursor, first;

	wrap_row_at(d, w, at, &cursor);
	wrap_row_at(d, w, *top < text ? *top : text, &first);
	begin(rows, d, w, n, &first);
	size_t now = index_of(rows, &cursor);

	if (now == STR_NONE || now + margin >= n || (now < margin && first.span.from > 0))
		move_to(rows, d, w, n, &cursor, rows_above(rows, d, w, n, &cursor));
	first = rows->list.v[0].row;
	/* no blank rows below the end where there is text above */
	if (rows->list.n < n && step_back(d, w, &first, n - rows->list.n) > 0)
		begin(rows, d, w, n, &first);
	*top = rows->list.v[0].row.span.from;
}

static void add_row(struct fold *f, const struct wrap_row *row)
{
	struct stretch *last = f->list.n > 0 ? &f->list.v[f->list.n - 1] : NULL;
	struct wrap_row next;

	if (last && row->span.from <= last->last.span.from && row->line <= last->last.line)
		return; /* has it */
	next = last ? last->last : *row;
	if (last && wrap_row_next(f->doc, f->wrap, &next) && same_row(&next, row)) {
		last->last = *row;
		last->rows++;
		f->used++;
		return;
	}
	*vec_push(&f->list) = (struct stretch){*row, *row, 1};
	f->used += f->list.n > 1 ? 2 : 1;
}

static void add_span(struct fold *f, struct text_span span)
{
	struct wrap_row row;

	wrap_row_at(f->doc, f->wrap, span.from, &row);
	do
		add_row(f, &row);
	while (f->used <= f->room && row.span.to < span.to && wrap_row_next(f->doc, f->wrap, &row));
}

/* Takes the stretch after i in where nothing is left out between. */
static void join_next(struct fold *f, size_t i)
{
	struct stretch *a = &f->list.v[i], *b = a + 1;
	struct wrap_row next = a->last;

	if (i + 1 >= f->list.n || !wrap_row_next(f->doc, f->wrap, &next) ||
		!same_row(&next, &b->first))
		return;
	a->last = b->last;
	a->rows += b->rows;
	f->used--;
	for (size_t j = i + 1; j + 1 < f->list.n; j++)
		f->list.v[j] = f->list.v[j + 1];
	f->list.n--;
}

/* A row more at the end of stretch i, or at its start. A full pane takes one more only where it
 * closes a gap, whose mark it replaces. */
static bool grow_one(struct fold *f, size_t i, bool down)
{
	struct stretch *s = &f->list.v[i], old = *s;
	size_t stretches = f->list.n;

	if (down ? !wrap_row_next(f->doc, f->wrap, &s->last)
		 : !wrap_row_prev(f->doc, f->wrap, &s->first))
		return false;
	s->rows++;
	f->used++;
	if (down)
		join_next(f, i);
	else if (i > 0)
		join_next(f, i - 1);
	if (f->used <= f->room || f->list.n < stretches)
		return true;
	*s = old;
	f->used--;
	return false;
}

static void grow(struct fold *f)
{
	for (bool grown = true; grown;) {
		grown = false;
		for (size_t i = 0; i < f->list.n; i++)
			grown |= grow_one(f, i, true);
		for (size_t i = f->list.n; i-- > 0;)
			if (i < f->list.n)
				grown |= grow_one(f, i, false);
	}
}

static void emit(const struct fold *f, struct text_rows *rows)
{
	text_rows_free(rows);
	for (size_t i = 0; i < f->list.n; i++) {
		struct wrap_row row = f->list.v[i].first;

		for (size_t j = 0; j < f->list.v[i].rows; j++) {
			*vec_push(&rows->list) = (struct text_row){row, i > 0 && j == 0};
			wrap_row_next(f->doc, f->wrap, &row);
		}
	}
	rows->gaps = f->list.n - 1;
}

bool text_rows_fold(struct text_rows *rows, const struct doc *d, const struct wrap *w, size_t n,
	const struct text_span *spans, size_t n_spans)
{
	struct fold f = {.doc = d, .wrap = w, .room = n};

	for (size_t i = 0; i < n_spans && f.used <= n; i++)
		if (!text_span_empty(spans[i]))
			add_span(&f, spans[i]);
	bool fits = f.list.n > 0 && f.used <= n;

	if (fits) {
		grow(&f);
		emit(&f, rows);
	}
	vec_free(&f.list);
	return fits;
}

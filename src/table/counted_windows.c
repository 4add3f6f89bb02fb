/* Numbers of a table before its own labels, or behind the heading of the next one. */
#include "table/counted.h"

#include <string.h>

#include "table/wide.h"

/* The first of the rows with words that are this table's label, and hardly another's; `from` where
 * no numbers stand before it. */
static size_t own_from(const struct builder *b, const struct built *t, size_t from, size_t to)
{
	struct placing p = {.def = t->table.def,
		.form = t->table.form,
		.labels = label_book_set(b->book, t->table.def)};
	bool values = false;
	for (size_t i = from; i < to; i++) {
		const struct token_row *r = &b->stream.rows.v[i];
		for (size_t k = r->first; k < r->first + r->n; k++) {
			if (wide_is_telling(&p, &b->stream.tokens.v[k]))
				return values ? i : from;
			values |= token_has_value(&b->stream.tokens.v[k]);
		}
	}
	return from;
}

/* The region of the table that the text has next; an empty one where there is none. */
static struct text_span next_region(const struct builder *b, const struct built *t)
{
	struct text_span next = {0, 0};
	for (size_t i = 0; i < b->tables.n; i++) {
		struct text_span at = b->tables.v[i].region;
		if (at.from >= t->region.to && (text_span_empty(next) || at.from < next.from))
			next = at;
	}
	return next;
}

/* Past the numbers behind the next heading: before the first label of another table. */
static size_t own_to(const struct builder *b, const struct built *t, size_t to)
{
	size_t from, end, past = to;
	rows_within(&b->stream, next_region(b, t), &from, &end);
	for (size_t i = from; i < end; i++) {
		const struct token_row *r = &b->stream.rows.v[i];
		if (b->owners[i] && strcmp(b->owners[i], t->table.def->name) != 0)
			break;
		for (size_t k = r->first; k < r->first + r->n; k++)
			past = token_has_value(&b->stream.tokens.v[k]) ? i + 1 : past;
	}
	return past;
}

bool counted_goes_on(const struct builder *b, const struct built *t)
{
	size_t from, to, past, n = 0;
	rows_within(&b->stream, t->region, &from, &to);
	past = own_to(b, t, to);
	for (size_t i = to; i < past; i++) {
		const struct token_row *r = &b->stream.rows.v[i];
		for (size_t k = r->first; k < r->first + r->n; k++)
			n += token_has_value(&b->stream.tokens.v[k]);
	}
	return n >= t->table.def->blocks[0].n_columns;
}

size_t counted_windows(const struct builder *b, const struct built *t, struct counted_window own,
	struct counted_window out[COUNTED_WINDOWS])
{
	size_t n = 0, late = own_from(b, t, own.from, own.to), past = own_to(b, t, own.to);
	if (late > own.from)
		out[n++] = (struct counted_window){late, own.to};
	if (past > own.to)
		out[n++] = (struct counted_window){own.from, past};
	if (late > own.from && past > own.to)
		out[n++] = (struct counted_window){late, past};
	return n;
}

/* Numbers that count the rows, and are none of the table's. */
#include "table/row_numbers.h"

/* So many rows in turn count; fewer may be numbers of the table by accident. */
#define COUNTED_MIN 4

/* The first cell from `at` on with something in it; r->n where there is none. */
static size_t next_filled(const struct stream *s, const struct token_row *r, size_t at)
{
	while (at < r->n && s->tokens.v[r->first + at].reading.kind == READ_EMPTY)
		at++;
	return at;
}

static bool is_words(const struct stream *s, const struct token_row *r, size_t at)
{
	return at < r->n && s->tokens.v[r->first + at].reading.kind == READ_OTHER &&
	       s->tokens.v[r->first + at].core.n > 0;
}

static bool has_values(const struct stream *s, const struct token_row *r, size_t at)
{
	for (; at < r->n; at++)
		if (token_has_value(&s->tokens.v[r->first + at]))
			return true;
	return false;
}

/* The row's number, which stands right before words; NULL: it has none. */
static struct token *number_of(const struct stream *s, const struct token_row *r)
{
	size_t at = next_filled(s, r, 0);
	struct token *t = at < r->n ? &s->tokens.v[r->first + at] : NULL;

	return t && t->reading.kind == READ_NUMBER && t->reading.bare &&
			       t->reading.value.scale == 0 && t->reading.value.units > 0 &&
			       is_words(s, r, next_filled(s, r, at + 1))
		       ? t
		       : NULL;
}

/* A row with words and values, which has no number before them. */
static bool is_unnumbered(const struct stream *s, const struct token_row *r)
{
	size_t words = next_filled(s, r, 0);

	return is_words(s, r, words) && has_values(s, r, words);
}

/* Where the rows end that count on from the one at `row`, all in one column, among rows without
 * values; *n: how many these are. */
static size_t run_end(const struct stream *s, size_t row, size_t *n)
{
	const struct token *last = number_of(s, &s->rows.v[row]);

	*n = 1;
	for (size_t i = row + 1; i < s->rows.n; i++) {
		const struct token_row *r = &s->rows.v[i];
		const struct token *t = number_of(s, r);

		if (t ? t->col != last->col ||
					t->reading.value.units != last->reading.value.units + 1
		      : is_unnumbered(s, r))
			return i;
		last = t ? t : last;
		*n += t != NULL;
	}
	return s->rows.n;
}

void row_numbers_empty(struct stream *s, size_t row)
{
	for (size_t end, n; row < s->rows.n; row = end) {
		end = row + 1;
		if (!number_of(s, &s->rows.v[row]))
			continue;
		end = run_end(s, row, &n);
		for (; n >= COUNTED_MIN && row < end; row++) {
			struct token *t = number_of(s, &s->rows.v[row]);

			if (t)
				t->reading = (struct reading){.kind = READ_EMPTY};
		}
	}
}

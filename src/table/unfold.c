/* A cell a line, the empty ones, too, of a table filled up to a rectangle: each so many lines are a
 * row. That they are is told by the rows themselves, which have all their words before all their
 * numbers, in the same columns from first to last; any other width mixes them up. */
#include "table/unfold.h"

enum {
	WIDTH_MIN = 4,
	WIDTH_MAX = 20,
	ROWS_MIN = 5, /* rows with words and numbers that it takes */
};

static bool has_words(const struct token *t)
{
	return t->reading.kind == READ_OTHER;
}

/* The place of the first number; n where there is none. */
static size_t first_value(const struct token *t, size_t n)
{
	size_t i = 0;
	while (i < n && !token_has_value(&t[i]))
		i++;
	return i;
}

/* Rows of that width from the one with the first number on: do words and numbers keep apart? Rows
 * without a number may be headings. */
static bool fits(const struct token *t, size_t n, size_t width)
{
	size_t words_to = 0, values_from = width, rows = 0, labelled = 0;
	for (size_t r = first_value(t, n) / width * width; r < n; r += width) {
		size_t row = n - r < width ? n - r : width, value = first_value(&t[r], row),
		       words = 0;
		if (value == row)
			continue;
		values_from = value < values_from ? value : values_from;
		for (size_t i = 0; i < row; i++)
			words = has_words(&t[r + i]) ? i + 1 : words;
		words_to = words > words_to ? words : words_to;
		rows++;
		labelled += words > 0;
		if (words_to > values_from)
			return false;
	}
	return labelled >= ROWS_MIN && labelled * 4 >= rows * 3;
}

/* The rows from `row` on, one token in each; 0: they have more, or no such width. */
static size_t width_of(const struct stream *s, size_t row, size_t *n)
{
	const struct token *t = &s->tokens.v[s->rows.v[row].first];
	*n = 0;
	for (size_t r = row; r < s->rows.n; r++, ++*n)
		if (s->rows.v[r].n != 1)
			return 0;
	for (size_t width = WIDTH_MIN; width <= WIDTH_MAX && width * ROWS_MIN <= *n; width++)
		if (fits(t, *n, width))
			return width;
	return 0;
}

void rows_unfold(struct stream *s, size_t row)
{
	size_t n, width = row < s->rows.n ? width_of(s, row, &n) : 0;
	if (width == 0)
		return;
	struct token *t = &s->tokens.v[s->rows.v[row].first];
	for (size_t i = 0; i < n; i++) {
		t[i].col = i % width;
		t[i].end = t[i].col + 1;
	}
	for (size_t i = 0; i < n; i += width) {
		struct token_row *r = &s->rows.v[row + i / width];
		size_t at = s->rows.v[row + i].at, first = s->rows.v[row + i].first;
		*r = (struct token_row){.first = first,
			.n = n - i < width ? n - i : width,
			.grid = r->grid,
			.at = at};
	}
	s->rows.n = row + (n + width - 1) / width;
}

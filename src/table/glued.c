/* Rows that lost the white space between their numbers. */
#include "table/glued.h"

#include <string.h>

/* More runs than that in one table are no table's rows, and not worth the time. */
#define RUNS_MAX 400

static struct token number_token(const struct token *t, size_t from, size_t to, size_t place)
{
	struct token n = {.col = t->col + place, .end = t->col + place + 1, .unsure = t->unsure};
	n.span = (struct text_span){t->span.from + from, t->span.from + to};
	n.reading = (struct reading){.kind = READ_NUMBER, .to = to - from, .bare = true};
	dec_parse(str_slice(t->digits, from, to), &n.reading.value);
	return n;
}

static struct token unreadable_token(const struct token *t)
{
	struct token n = {.col = t->col, .end = t->end, .span = t->span, .unsure = true};
	n.reading = (struct reading){.kind = READ_OTHER, .to = t->span.to - t->span.from};
	return n;
}

struct token *token_part(const struct token *t, size_t rows, size_t columns,
	const struct form_identity *sum, enum digits_parting *told)
{
	size_t ends[DIGITS_NUMBERS_MAX], n = rows * columns;
	if (n < 2 || n > DIGITS_NUMBERS_MAX || t->digits.n < n ||
		t->digits.n > n * DIGITS_NUMBER_LONGEST)
		return NULL;
	struct token *out = mem_alloc_array(n, sizeof *out);
	*told = digits_part(t->digits, rows, columns, sum, ends);
	for (size_t k = 0; k < n; k++)
		out[k] = *told == DIGITS_SEVERAL ? unreadable_token(t)
						 : number_token(t, k ? ends[k - 1] : 0, ends[k], k);
	return out;
}

/* Do the digits stand right behind the label? */
static bool is_glued(const struct line *l, const struct token *t)
{
	return l->label->span.to == t->span.from;
}

/* The line's run of digits, where that is all it has; NULL where it is another. Apart from the
 * label, only one that begins with a zero is no number. */
static const struct token *run_of(const struct line *l)
{
	const struct token *t = l->cells.n == 1 ? l->cells.v[0] : NULL;
	if (!l->label || l->mended || l->touched || !t || t->digits.n == 0)
		return NULL;
	return is_glued(l, t) || t->digits.p[0] == '0' ? t : NULL;
}

/* Has a line fewer digits than columns? Then cells were empty, and who knows where else. */
static bool has_empty(const struct placing *p, const struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++) {
		const struct token *t = run_of(&l->v.v[i]);
		if (t && t->digits.n < place_columns_of(p, l->v.v[i].row))
			return true;
	}
	return false;
}

static bool is_zero(const struct token *t)
{
	for (size_t i = 0; i < t->digits.n; i++)
		if (t->digits.p[i] != '0')
			return false;
	return true;
}

void lines_part(const struct placing *p, struct lines *l)
{
	const struct form_identity *sum = place_row_sum(p);
	bool empty = has_empty(p, l);
	for (size_t i = 0; i < l->v.n && l->parted.n < RUNS_MAX; i++) {
		struct line *line = &l->v.v[i];
		const struct token *t = run_of(line);
		size_t n = t ? place_columns_of(p, line->row) : 0;
		enum digits_parting told;
		struct token *parts = t ? token_part(t, 1, n, sum, &told) : NULL;
		if (!parts)
			continue;
		*vec_push(&l->parted) = parts;
		line->cells.n = 0;
		for (size_t k = 0; k < n; k++)
			*vec_push(&line->cells) = &parts[k];
		line->filled = n;
		line->split = told != DIGITS_ONE || !is_glued(line, t) || (empty && !is_zero(t));
	}
}

/* Rows that lost the white space between their numbers. */
#include "table/glued.h"

#include <string.h>

#include "table/align_ways.h"

/* More runs than that in one table are no table's rows, and not worth the time. */
#define RUNS_MAX 400
/* Runs of zeros that show how the table's rows are printed. */
#define RUNS_MIN 3

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

static bool is_zero(const struct token *t)
{
	for (size_t i = 0; i < t->digits.n; i++)
		if (t->digits.p[i] != '0')
			return false;
	return true;
}

static bool may_part(const struct placing *p, const struct line *l)
{
	const struct token_row *r = &p->stream->rows.v[l->stream_row];
	return l->label && !l->mended && !l->touched && (r->para || row_is_by_look(r));
}

/* The line's run of digits, where that is all it has; NULL where it is another. Apart from the
 * label, only one that begins with a zero is no number, unless other lines show that one as long is
 * none. */
static const struct token *run_of(
	const struct placing *p, const struct line *l, size_t columns, bool runs)
{
	const struct token *t = l->cells.n == 1 ? l->cells.v[0] : NULL;
	if (!may_part(p, l) || !t || t->digits.n == 0)
		return NULL;
	return is_glued(l, t) || t->digits.p[0] == '0' || (runs && t->digits.n >= columns) ? t
											   : NULL;
}

/* Are several lines zeros without white space, as many as the table has columns? */
static bool has_runs(const struct placing *p, const struct lines *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->v.n; i++) {
		size_t columns = l->v.v[i].label ? place_columns_of(p, l->v.v[i].row) : 0;
		const struct token *t = columns > 2 ? run_of(p, &l->v.v[i], columns, false) : NULL;
		n += t && t->digits.n == columns && is_zero(t);
	}
	return n >= RUNS_MIN;
}

/* Has a line fewer digits than columns? Then cells were empty, and who knows where else. */
static bool has_empty(const struct placing *p, const struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++) {
		const struct token *t = run_of(p, &l->v.v[i], 0, false);
		if (t && t->digits.n < place_columns_of(p, l->v.v[i].row))
			return true;
	}
	return false;
}

static void part_run(struct lines *l, struct line *line, const struct token *t, size_t n,
	const struct form_identity *sum, bool empty)
{
	enum digits_parting told;
	struct token *parts = token_part(t, 1, n, sum, &told);
	if (!parts)
		return;
	*vec_push(&l->parted) = parts;
	line->cells.n = 0;
	for (size_t k = 0; k < n; k++)
		*vec_push(&line->cells) = &parts[k];
	line->filled = n;
	line->split = told != DIGITS_ONE || !is_glued(line, t) || (empty && !is_zero(t));
}

/* How many numbers the cells hold, zeros without white space between them taken apart; 0 where
 * there are none such, or more than numbers. */
static size_t count_zeros(const struct line *l)
{
	size_t n = 0, runs = 0;
	for (size_t i = 0; i < l->cells.n; i++) {
		const struct token *t = l->cells.v[i];
		bool run = t->digits.n > 1 && is_zero(t);
		if (token_is_filled(t) && t->digits.n == 0)
			return 0;
		n += run ? t->digits.n : token_is_filled(t);
		runs += run;
	}
	return runs > 0 ? n : 0;
}

/* In either order, and not to zero. */
static bool adds_up(const struct form_identity *sum, const struct token *const *numbers, size_t n)
{
	for (int total_first = 0; sum && total_first < 2; total_first++) {
		struct columns c = {.n = n, .sum = sum, .total_first = total_first};
		struct alignment a = {0};
		align_take(&c, numbers, n, &a);
		if (align_sum_holds(&c, &a))
			return true;
	}
	return false;
}

/* "3 1 0000 4": where that makes as many numbers as there are columns, each zero is one. */
static void part_zeros(const struct placing *p, struct lines *l, struct line *line, size_t n)
{
	struct token *parts;
	size_t k = 0;
	if (!may_part(p, line) || line->cells.n < 2 || line->cells.n >= n || count_zeros(line) != n)
		return;
	parts = mem_alloc_array(n, sizeof *parts);
	*vec_push(&l->parted) = parts;
	for (size_t i = 0; i < line->cells.n; i++) {
		const struct token *t = line->cells.v[i];
		bool run = t->digits.n > 1 && is_zero(t);
		for (size_t at = 0; run && at < t->digits.n; at++)
			parts[k++] = number_token(t, at, at + 1, at);
		if (!run && token_is_filled(t))
			parts[k++] = *t;
	}
	line->cells.n = 0;
	for (k = 0; k < n; k++)
		*vec_push(&line->cells) = &parts[k];
	line->filled = n;
	line->split = !adds_up(place_row_sum(p), line->cells.v, n);
}

void lines_part(const struct placing *p, struct lines *l)
{
	const struct form_identity *sum = place_row_sum(p);
	bool empty = has_empty(p, l), runs = has_runs(p, l);
	for (size_t i = 0; i < l->v.n && l->parted.n < RUNS_MAX; i++) {
		struct line *line = &l->v.v[i];
		size_t n = line->label ? place_columns_of(p, line->row) : 0;
		const struct token *t = run_of(p, line, n, runs);
		if (t)
			part_run(l, line, t, n, sum, empty);
		else
			part_zeros(p, l, line, n);
	}
}

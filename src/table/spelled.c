/* Which of them are numbers, row by row; a table of a cell a line is one row. */
#include "table/spelled.h"

#include "base/utf8.h"

/* A row of nothing but numbers has so many at least. */
#define ALONE_MIN 3

static bool is_words(const struct token *t)
{
	return t->reading.kind == READ_OTHER && !t->reading.spelled;
}

/* Past the last row that goes on the line which begins at `row`. */
static size_t line_end(const struct stream *s, size_t row)
{
	const struct token_row *r = s->rows.v;
	size_t end = row + 1;
	if (r[row].n != 1 || !(r[row].narrow || r[row].para))
		return end;
	while (end < s->rows.n && r[end].n == 1 && r[end].narrow == r[row].narrow &&
		r[end].para == r[row].para)
		end++;
	return end;
}

/* Numbers in one way: the same character begins them, or both are Han numerals. */
static bool are_alike(const struct doc *d, const struct token *a, const struct token *b)
{
	struct str x = doc_str(d, a->span), y = doc_str(d, b->span);
	if (x.n == 0 || y.n == 0)
		return false;
	unsigned first = utf8_next(x, &(size_t){0}), other = utf8_next(y, &(size_t){0});
	return first == other || (utf8_is_han(first) && utf8_is_han(other) && !is_words(a));
}

/* One after another they count what stands beside or below them. */
static bool is_count(
	const struct token *t, size_t n, const struct doc *d, const struct value_words *words)
{
	struct reading r, before = {0};
	for (size_t i = 0; i < n; i++, before = r) {
		struct dec next;
		if (!value_spelled(doc_str(d, t[i].span), words, &r))
			return false;
		if (i && (!dec_add(before.value, dec_of(1), &next) || dec_cmp(next, r.value) != 0))
			return false;
	}
	return true;
}

/* By itself a stroke is a number nowhere: others have to be written so. */
static bool is_stroke(const struct token *t, const struct doc *d, const struct value_words *words)
{
	struct reading r;
	return value_spelled(doc_str(d, t->span), words, &r) && r.odd == ODD_STROKE;
}

struct speller {
	struct stream *s;
	const struct doc *d;
	const struct value_words *words;
	bool strokes;
};

static void spell_token(const struct speller *p, struct token *t)
{
	struct reading r;
	if (!p->strokes && is_stroke(t, p->d, p->words))
		return;
	if (value_spelled(doc_str(p->d, t->span), p->words, &r)) {
		t->reading = r;
		token_take_core(t, &(struct buf){0});
	}
}

/* A line of a cell each: words may follow right behind the last number of a row. */
static bool is_number_among(const struct speller *p, const struct token *t, size_t i, size_t n)
{
	bool follows = i + 1 < n && is_words(&t[i + 1]);
	return !follows || (i > 0 && !is_words(&t[i - 1]) && are_alike(p->d, &t[i - 1], &t[i]));
}

static void spell_line(const struct speller *p, struct token *t, size_t n, bool cells)
{
	size_t first = 0, past = n;
	while (first < n && !is_words(&t[first]))
		first++;
	while (past > 0 && !is_words(&t[past - 1]))
		past--;
	if (first == n && (n < ALONE_MIN || is_count(t, n, p->d, p->words)))
		return;
	for (size_t i = cells && first < n ? first : past; i < n; i++)
		if (t[i].reading.spelled && (!cells || is_number_among(p, t, i, n)))
			spell_token(p, &t[i]);
}

static bool has_spelled(const struct stream *s)
{
	for (size_t i = 0; i < s->tokens.n; i++)
		if (s->tokens.v[i].reading.spelled)
			return true;
	return false;
}

/* Is a number read that is a Han numeral, and no stroke? */
static bool has_numerals(const struct speller *p)
{
	for (size_t i = 0; i < p->s->tokens.n; i++) {
		const struct token *t = &p->s->tokens.v[i];
		struct str text = doc_str(p->d, t->span);
		if (t->reading.kind == READ_NUMBER && text.n &&
			utf8_is_han(utf8_next(text, &(size_t){0})) && !t->reading.spelled)
			return true;
	}
	return false;
}

static void spell_lines(const struct speller *p)
{
	for (size_t row = 0, end; row < p->s->rows.n; row = end) {
		end = line_end(p->s, row);
		const struct token_row *first = &p->s->rows.v[row], *last = &p->s->rows.v[end - 1];
		spell_line(p, p->s->tokens.v + first->first, last->first + last->n - first->first,
			end > row + 1);
	}
}

void stream_spell(struct stream *s, const struct doc *d, const struct value_words *words)
{
	struct speller p = {s, d, words, false};
	if (!has_spelled(s))
		return;
	spell_lines(&p);
	p.strokes = has_numerals(&p);
	if (p.strokes)
		spell_lines(&p);
}

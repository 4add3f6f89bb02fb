/* Joining wrapped labels that have others beside them: on the lines of such a label stand the names
 * of its groups, each wrapped in its own column. What is the label's are the last words of each
 * line. Fewest lines first. */
#include <string.h>

#include "table/wrapped.h"

enum {
	LINES_MAX = 12,	     /* of one label above its numbers, and below, headings among them */
	WORDS_MAX = 8,	     /* on one line */
	CORE_MIN = 4 * 3,    /* bytes; a label with less could be part of another */
	STEPS_MAX = 1 << 15, /* as many looks at labels, whatever the text is */
};

/* What stands on a line before its numbers, from its end. */
struct words {
	size_t n, from[WORDS_MAX], end;
};

struct searcher {
	struct stream *s;
	const struct doc *d;
	const struct label_book *book;
	size_t steps;
	size_t row, from, to; /* of the numbers; the first of the label's lines, and the last */
	size_t used[2 * LINES_MAX + 1]; /* words of each line that are the label's */
	struct buf text;
	struct found {
		const char *name; /* of the row; NULL: none */
		bool several;
		size_t from, to, used[2 * LINES_MAX + 1];
		char number[8];
		struct buf core;
	} found;
};

static bool has_numbers(const struct stream *s, size_t row)
{
	const struct token_row *r = &s->rows.v[row];
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (token_has_value(&s->tokens.v[i]))
			return true;
	return false;
}

/* Words on a line of a page, not more than a label has: no row with cells of its own, were they
 * empty. */
static bool is_words(const struct searcher *x, size_t row)
{
	const struct token_row *r = &x->s->rows.v[row];
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (x->s->tokens.v[i].reading.kind != READ_OTHER ||
			x->s->tokens.v[i].core.n > label_book_longest(x->book))
			return false;
	return !r->narrow && !r->exact;
}

static void find_words(const struct searcher *x, size_t row, struct words *w)
{
	const struct token_row *r = &x->s->rows.v[row];
	size_t starts = 0, at[4 * WORDS_MAX];
	*w = (struct words){0};
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &x->s->tokens.v[i];
		struct str text = doc_str(x->d, t->span);
		if (token_has_value(t))
			break;
		for (struct text_span v = {0, 0};
			t->reading.kind == READ_OTHER && starts < 4 * WORDS_MAX &&
			(v = text_next_word(text, v.to, text.n), v.from < v.to);) {
			at[starts++] = t->span.from + v.from;
			w->end = t->span.from + v.to;
		}
	}
	while (w->n < WORDS_MAX && w->n < starts) {
		w->from[w->n] = at[starts - w->n - 1];
		w->n++;
	}
}

/* Must the line's words be the label's? Those at its begin and end are, and those beside the
 * numbers, or where there are none right above and below them. */
static bool is_needed(const struct searcher *x, size_t row)
{
	bool around = x->from < x->row && x->row < x->to;
	if (row == x->from || row == x->to || (row == x->row && !around))
		return true;
	return x->used[x->row - x->from] == 0 && row == x->row + 1 && around;
}

/* Is it the label of another row than that one, and of none that is a group in some form? */
static bool is_anothers(
	const struct searcher *x, struct str core, const char number[8], const char *name)
{
	const char *own = core.n >= CORE_MIN ? label_book_row(x->book, core, number) : NULL;
	return own && strncmp(name, own, strlen(own)) != 0;
}

/* Are the words of the numbers' line that are not the label's of the names of groups? */
static bool leaves_pieces(const struct searcher *x, const char *name)
{
	struct words w;
	bool pieces = true;
	find_words(x, x->row, &w);
	for (size_t i = x->used[x->row - x->from]; i < w.n && pieces; i++) {
		struct buf core = {0};
		char number[8];
		struct str text = doc_str(x->d, (struct text_span){w.from[i], w.end});
		struct text_span word = text_next_word(text, 0, text.n);
		label_core(str_slice(text, word.from, word.to), &core, number);
		pieces = label_book_holds(x->book, buf_str(&core)) &&
			 !is_anothers(x, buf_str(&core), number, name);
		buf_free(&core);
	}
	return pieces;
}

static void note_found(struct searcher *x)
{
	struct buf core = {0};
	char number[8];
	label_core(buf_str(&x->text), &core, number);
	bool telling = core.n >= CORE_MIN && (number[0] || x->from < x->to);
	const char *name = telling ? label_book_row(x->book, buf_str(&core), number) : NULL;
	if (name && !leaves_pieces(x, name))
		name = NULL;
	bool first = name && !x->found.name;
	x->found.several |= name && !first && strcmp(name, x->found.name) != 0;
	if (first) {
		x->found.name = name;
		x->found.from = x->from;
		x->found.to = x->to;
		memcpy(x->found.used, x->used, sizeof x->used);
		memcpy(x->found.number, number, sizeof number);
		x->found.core = core;
		return;
	}
	buf_free(&core);
}

/* May a label begin so? */
static bool may_go_on(struct searcher *x)
{
	struct buf core = {0};
	char number[8];
	x->steps++;
	label_core(buf_str(&x->text), &core, number);
	bool may = label_book_begins(x->book, buf_str(&core));
	buf_free(&core);
	return may;
}

static void try_line(struct searcher *x, size_t row)
{
	struct words w;
	size_t before = x->text.n;
	if (row > x->to) {
		note_found(x);
		return;
	}
	find_words(x, row, &w);
	for (size_t n = 0; n <= w.n && x->steps < STEPS_MAX; n++) {
		x->used[row - x->from] = n;
		if (n == 0 && is_needed(x, row))
			continue;
		if (n > 0)
			buf_add(&x->text, doc_str(x->d, (struct text_span){w.from[n - 1], w.end}));
		if (n == 0 || may_go_on(x))
			try_line(x, row + 1);
		x->text.n = before;
	}
}

/* How many lines without numbers stand above, or below, in the text of the same look. */
static size_t lines_beside(const struct searcher *x, size_t row, bool above)
{
	size_t n = 0;
	while (n < LINES_MAX) {
		size_t at = above ? row - n - 1 : row + n + 1;
		if ((above && row < n + 1) || at >= x->s->rows.n || !is_words(x, at))
			break;
		n++;
	}
	return n;
}

/* What is left of a line whose last words went to another, from `end` on. */
static void cut_line(struct searcher *x, size_t row, size_t end)
{
	struct token_row *r = &x->s->rows.v[row];
	size_t kept = 0;
	r->rest_of = x->row + 1;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		struct token *t = &x->s->tokens.v[i];
		struct buf core = {0};
		if (t->span.to <= end) {
			kept = i + 1 - r->first;
			continue;
		}
		token_take_core(t, &core);
		if (t->span.from >= end)
			continue;
		t->span.to = t->span.from +
			     str_trim(doc_str(x->d, (struct text_span){t->span.from, end})).n;
		t->reading.to = t->span.to - t->span.from;
		label_core(doc_str(x->d, t->span), &core, t->number);
		token_take_core(t, &core);
		kept = i + 1 - r->first;
	}
	r->n = kept;
}

/* The words right before the numbers; or else the last of the line above, which become the row's.
 */
static struct token *label_of(struct searcher *x)
{
	struct token_row *r = &x->s->rows.v[x->row];
	struct token *label = NULL;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		struct token *t = &x->s->tokens.v[i];
		if (token_has_value(t))
			break;
		label = t->reading.kind == READ_OTHER ? t : label;
	}
	struct token_row *above = r - 1;
	if (label || x->row == 0 || above->n == 0 || above->first + above->n != r->first)
		return label;
	above->n--;
	r->first--;
	r->n++;
	return &x->s->tokens.v[r->first];
}

static void take(struct searcher *x)
{
	const struct found *f = &x->found;
	size_t ends[2 * LINES_MAX + 1];
	for (size_t row = f->from; row <= f->to; row++) {
		struct words w;
		size_t n = f->used[row - f->from];
		find_words(x, row, &w);
		ends[row - f->from] = n > 0 ? w.from[n - 1] : STR_NONE;
	}
	struct token *label = label_of(x);
	for (size_t row = f->from; label && row <= f->to; row++)
		if (row != x->row && ends[row - f->from] != STR_NONE)
			cut_line(x, row, ends[row - f->from]);
	if (!label)
		return;
	token_take_core(label, &x->found.core);
	memcpy(label->number, f->number, sizeof label->number);
}

/* May a label begin with the last words of the line? Asked first, for it is seldom so. */
static bool may_begin(struct searcher *x, size_t row)
{
	struct words w;
	bool may = false;
	find_words(x, row, &w);
	for (size_t n = 1; n <= w.n && !may; n++) {
		buf_add(&x->text, doc_str(x->d, (struct text_span){w.from[n - 1], w.end}));
		may = may_go_on(x);
		buf_clear(&x->text);
	}
	return may;
}

static void find_label(struct searcher *x, size_t row)
{
	size_t above = lines_beside(x, row, true), below = lines_beside(x, row, false);
	bool begins[LINES_MAX + 1];
	x->row = row;
	x->found = (struct found){0};
	for (size_t a = 0; a <= above; a++)
		begins[a] = may_begin(x, row - a);
	for (size_t n = 0; n <= above + below && !x->found.name; n++)
		for (size_t a = 0; a <= n && a <= above; a++) {
			if (n - a > below || !begins[a])
				continue;
			x->from = row - a;
			x->to = row + n - a;
			try_line(x, x->from);
		}
	if (x->found.name && !x->found.several)
		take(x);
	buf_free(&x->found.core);
}

/* Numbers behind words, none of which is a row's label by itself; or alone. */
static bool lacks_label(const struct searcher *x, size_t row)
{
	const struct token_row *r = &x->s->rows.v[row];
	if (!row_is_by_look(r) || !has_numbers(x->s, row))
		return false;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &x->s->tokens.v[i];
		if (t->reading.kind == READ_OTHER && t->core.n > 0 &&
			label_book_row(x->book, t->core, t->number))
			return false;
	}
	return true;
}

void labels_unwrap_beside(struct stream *s, const struct doc *d, const struct label_book *b)
{
	struct searcher x = {.s = s, .d = d, .book = b};
	for (size_t i = 0; i < s->rows.n && x.steps < STEPS_MAX; i++)
		if (lacks_label(&x, i))
			find_label(&x, i);
	buf_free(&x.text);
}

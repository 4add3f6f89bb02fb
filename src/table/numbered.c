/* Numbers out of the cells of their labels. */
#include "table/numbered.h"

#include <string.h>

#include "base/utf8.h"
#include "table/book.h"

/* Rows of a grid longer than this are counted as one length. */
#define CELLS_MAX 32

struct lengths {
	size_t rows[CELLS_MAX + 2]; /* how many have so many cells behind their words */
	size_t plain;		    /* all of them */
};

static struct token *tokens_of(const struct stream *s, const struct token_row *r)
{
	return s->tokens.v + r->first;
}

/* The row's last words that values follow; r->n where there are none. */
static size_t label_at(const struct stream *s, const struct token_row *r)
{
	const struct token *t = tokens_of(s, r);
	size_t i = 0;
	while (i < r->n && !token_has_value(&t[i]))
		i++;
	if (i == r->n)
		return r->n;
	while (i > 0 && t[i - 1].reading.kind != READ_OTHER)
		i--;
	return i > 0 ? i - 1 : r->n;
}

/* The cells behind the label, but for empty ones at the end. */
static size_t cells_behind(const struct stream *s, const struct token_row *r, size_t label)
{
	const struct token *t = tokens_of(s, r);
	size_t end = r->n;
	while (end > label && t[end - 1].reading.kind == READ_EMPTY)
		end--;
	return end - label - 1 < CELLS_MAX ? end - label - 1 : CELLS_MAX;
}

static bool ends_in_digit(struct str s)
{
	unsigned ch = s.n ? utf8_next(s, &(size_t){utf8_prev(s, s.n)}) : 0;
	return (ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19);
}

/* Where the digits begin that the text ends in. */
static size_t number_at(struct str s)
{
	size_t at = s.n;
	while (at > 0 && ends_in_digit(str_slice(s, 0, at)))
		at = utf8_prev(s, at);
	return at;
}

/* Without the sign of a list. */
static struct str unlisted(struct str text)
{
	while (text.n && strchr("-*+ ", text.p[0]))
		text = str_slice(text, 1, text.n);
	return text;
}

static bool is_row_label(const struct stream *s, struct str text)
{
	struct buf core = {0};
	char number[8];
	label_core(unlisted(text), &core, number);
	bool is = label_book_fit(s->book, buf_str(&core), number) == FIT_EXACT;
	buf_free(&core);
	return is;
}

/* Is it a row's label with a number behind it? Where the number begins; 0: it is none. */
static size_t numbered_at(const struct stream *s, const struct doc *d, const struct token *t)
{
	struct str text = doc_str(d, t->span);
	if (!ends_in_digit(text))
		return 0;
	size_t at = number_at(text);
	return at > 0 && !is_row_label(s, text) && is_row_label(s, str_slice(text, 0, at)) ? at : 0;
}

static void insert_token(struct stream *s, size_t row, size_t at)
{
	struct token *t = vec_push(&s->tokens);
	size_t index = s->rows.v[row].first + at;
	t = s->tokens.v;
	memmove(&t[index + 1], &t[index], (s->tokens.n - index - 1) * sizeof *t);
	for (size_t i = row + 1; i < s->rows.n; i++)
		s->rows.v[i].first++;
	for (size_t i = 1; i < s->rows.v[row].n + 1 - at; i++) {
		t[index + i].col++;
		t[index + i].end++;
	}
	s->rows.v[row].n++;
}

static void split(struct stream *s, const struct doc *d, size_t row, size_t label, size_t number,
	bool hole, const struct value_words *words)
{
	if (!hole)
		insert_token(s, row, label + 1);
	struct token *t = tokens_of(s, &s->rows.v[row]) + label, *value = t + 1;
	struct text_span all = t->span;
	struct str text = doc_str(d, all);
	struct buf left = {0};
	size_t to = str_trim(str_slice(text, 0, number)).n;
	label_core(unlisted(str_slice(text, 0, number)), &left, t->number);
	token_take_core(t, &left);
	t->span.to = all.from + to;
	t->reading.to = to;
	size_t col = hole ? value->col : t->end;
	*value = (struct token){.span = {all.from + number, all.to},
		.reading = value_read(str_slice(text, number, text.n), words),
		.col = col,
		.end = col + 1};
	const struct token_row *r = &s->rows.v[row];
	for (size_t i = label; i < r->n; i++)
		tokens_of(s, r)[i].unsure = true;
}

/* Rows all of whose labels have their number behind a colon, headings alike: so many at least. */
#define COLONS_MIN 4

/* Past the last colon; 0 where there is none. */
static size_t past_colon(struct str s)
{
	for (size_t at = s.n, from; at > 0; at = from) {
		from = utf8_prev(s, at);
		unsigned ch = utf8_next(s, &(size_t){from});
		if (ch == ':' || ch == 0xff1a)
			return at;
	}
	return 0;
}

/* "列：自然人": where the heading begins; 0: it is none. */
static size_t heading_at(const struct stream *s, struct str text)
{
	struct buf core = {0};
	char number[8];
	size_t at = past_colon(text);
	label_core(str_slice(text, at, text.n), &core, number);
	bool is = at > 0 && label_book_heading(s->book, buf_str(&core)) >= FIT_CLOSE;
	buf_free(&core);
	return is ? at : 0;
}

static void split_heading(struct stream *s, const struct doc *d, size_t row, size_t at)
{
	struct token *t = tokens_of(s, &s->rows.v[row]);
	struct text_span all = t->span;
	struct buf core = {0};
	insert_token(s, row, 1);
	t = tokens_of(s, &s->rows.v[row]);
	t[1] = (struct token){.span = {all.from + at, all.to}, .col = t->end, .end = t->end + 1};
	t[1].reading = (struct reading){.kind = READ_OTHER, .to = all.to - all.from - at};
	label_core(doc_str(d, t[1].span), &core, t[1].number);
	token_take_core(&t[1], &core);
	t->span.to = all.from + at;
	t->reading.to = at;
	token_take_core(t, &(struct buf){0});
}

/* Each of them has its first cell within its label's. */
static void split_all(
	struct stream *s, const struct doc *d, size_t row, const struct value_words *words)
{
	for (size_t i = row; i < s->rows.n; i++) {
		const struct token_row *r = &s->rows.v[i];
		size_t label = label_at(s, r), at;
		if (label < r->n && (at = numbered_at(s, d, tokens_of(s, r) + label)) > 0)
			split(s, d, i, label, at, false, words);
		else if (r->n > 1 && (at = heading_at(s, doc_str(d, tokens_of(s, r)->span))) > 0)
			split_heading(s, d, i, at);
	}
}

/* Rows by their lengths, those with a number behind their label apart; how many of these have a
 * colon before it. */
static size_t count(const struct stream *s, const struct doc *d, size_t row, struct lengths *out)
{
	size_t colons = 0;
	for (size_t i = row; i < s->rows.n; i++) {
		const struct token_row *r = &s->rows.v[i];
		size_t label = label_at(s, r);
		if (label == r->n)
			continue;
		struct str text = doc_str(d, tokens_of(s, r)[label].span);
		if (!ends_in_digit(text))
			out->rows[cells_behind(s, r, label)]++;
		else
			colons += past_colon(text) > 0;
		out->plain += !ends_in_digit(text);
	}
	return colons;
}

void rows_split_labels(
	struct stream *s, const struct doc *d, size_t row, const struct value_words *words)
{
	struct lengths lengths = {.plain = 0};
	bool counted = false;
	for (size_t i = row; i < s->rows.n; i++) {
		const struct token_row *r = &s->rows.v[i];
		size_t label = label_at(s, r);
		size_t number = label < r->n ? numbered_at(s, d, tokens_of(s, r) + label) : 0;
		if (number == 0)
			continue;
		if (!counted && count(s, d, row, &lengths) >= COLONS_MIN && lengths.plain == 0) {
			split_all(s, d, row, words);
			return;
		}
		counted = true;
		size_t n = cells_behind(s, r, label);
		bool hole = tokens_of(s, r)[label + 1].reading.kind == READ_EMPTY &&
			    lengths.rows[n] > 0;
		if (hole || lengths.rows[n + 1] > lengths.rows[n])
			split(s, d, i, label, number, hole, words);
	}
}

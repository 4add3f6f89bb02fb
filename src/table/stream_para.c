/* A paragraph as a row: "行政许可 73 -2 25318". The words before the last run of numbers are one
 * token, each number is one. */
#include <string.h>

#include "base/utf8.h"
#include "table/book.h"
#include "table/digits.h"
#include "table/run_on.h"
#include "table/stream_add.h"

/* A paragraph longer than this (bytes) is prose and no row of a table. */
#define PARA_BYTES_MAX 200
/* Digits right behind headings that are a row's numbers and no sentence's. */
#define ROW_DIGITS_MIN 7

/* A line of a page that was seen as no table's may lack what stands in the lines around it. */
static void doubt_line(struct stream *s, const struct doc *d, size_t from)
{
	for (size_t i = from; i < s->tokens.n; i++)
		s->tokens.v[i].unsure = strcmp(doc_kind(d), "pdf") == 0;
}

/* All headings of a table may have run together into one line, and a row's digits with them. */
static bool may_be_headings(struct str text)
{
	size_t digits = digits_behind(text);
	return text.n <= STREAM_LABEL_MAX && str_find(text, STR("。"), 0) == STR_NONE &&
	       (digits == 0 || digits >= ROW_DIGITS_MIN);
}

/* May the words before `at` end there, so that the digits behind are a number without a sign and
 * the first of its row? "规章/000" has four cells. */
static bool ends_words(struct str text, size_t at, const struct value_words *words)
{
	size_t last = utf8_prev(text, at), end = last;
	unsigned ch = utf8_next(text, &end);
	bool closing = ch == ')' || ch == 0xff09 || ch == 0x201d || ch == 0x300b;
	return (closing || utf8_is_han(ch)) &&
	       value_read(str_slice(text, last, at), words).kind == READ_OTHER &&
	       value_read(str_slice(text, last, text.n), words).kind == READ_OTHER;
}

static bool is_row_label(struct str text, const struct label_book *book)
{
	struct buf core = {0};
	char row[8];
	label_core(text, &core, row);
	bool is = label_book_fit(book, buf_str(&core), row) >= FIT_CLOSE;
	buf_free(&core);
	return is;
}

/* How many digits stand right behind a row's label, or headings that have as many values, without
 * white space: "规章000". */
static size_t digits_behind_label(
	struct str text, const struct value_words *words, const struct label_book *book)
{
	size_t n = digits_behind(text);
	if (n == 0 || n == text.n || !ends_words(text, text.n - n, words))
		return 0;
	struct str label = str_slice(text, 0, text.n - n);
	bool is = is_row_label(label, book) || run_on_label(label, book) > 0 ||
		  run_on_heads(label, n, book);
	return is ? n : 0;
}

/* A table without labels may have run together into one line, too. */
static bool is_all_numbers(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (!strchr("0123456789-.,/ \t\n", text.p[i]))
			return false;
	return true;
}

static size_t blanks_before(struct str text, size_t at)
{
	size_t n = 0;
	while (n < at && text.p[at - n - 1] == ' ')
		n++;
	return n;
}

/* Where the words end and the cells behind them begin. */
struct parts {
	size_t label_from; /* of the last label, others run on into it; 0: it is the only one */
	size_t label_to, glued;
};

static struct parts parts_of(
	struct str text, const struct value_words *words, const struct label_book *book)
{
	struct parts p = {0};
	struct reading r;
	for (struct text_span w = {0, 0};
		w = stream_next_value(text, w.to, words, &r), w.from < w.to;)
		if (r.kind != READ_NUMBER && r.kind != READ_NOTHING &&
			!digits_only(str_slice(text, w.from, w.to)))
			p.label_to = w.to;
	if (p.label_to == text.n)
		p.glued = digits_behind_label(text, words, book);
	p.label_to -= p.glued;
	if (p.label_to && p.label_to < text.n)
		p.label_from = run_on_label(str_slice(text, 0, p.label_to), book);
	return p;
}

/* Without a bar that is left of a table at its end. */
static struct str unbarred(struct str text)
{
	while (text.n && strchr("| \t", text.p[text.n - 1]))
		text.n--;
	return text;
}

static void open_row(struct stream *s, const struct doc *d, size_t number, size_t at)
{
	struct token_row *row = stream_open_row(s, number, at);
	row->para = true;
	row->left = blanks_before(doc_text(d), at);
}

static void add_values(struct stream *s, const struct doc *d, const struct block *b, size_t col,
	const struct parts *p, const struct value_words *words)
{
	struct str text = unbarred(doc_str(d, b->span));
	struct reading r;
	for (struct text_span w = {0, p->label_to};
		w = stream_next_value(text, w.to, words, &r), w.from < w.to; col++) {
		struct str value = str_slice(text, w.from, w.to);
		stream_add_token(s, d,
			(struct text_span){b->span.from + w.from, b->span.from + w.to}, col, words);
		if (!s->cut && p->glued)
			s->tokens.v[s->tokens.n - 1].digits = value;
	}
}

void stream_add_para(struct stream *s, const struct doc *d, const struct block *b, size_t number,
	const struct value_words *words)
{
	struct str text = unbarred(doc_str(d, b->span));
	size_t from = b->span.from, first = s->tokens.n;
	if (text.n > PARA_BYTES_MAX && !may_be_headings(text) && !is_all_numbers(text))
		return;
	struct parts p = parts_of(text, words, s->book);
	open_row(s, d, number, from);
	if (p.label_from) {
		stream_add_token(s, d, (struct text_span){from, from + p.label_from}, 0, words);
		open_row(s, d, number, from + p.label_from);
	}
	if (p.label_to)
		stream_add_token(
			s, d, (struct text_span){from + p.label_from, from + p.label_to}, 0, words);
	if (p.glued && run_on_heads(str_slice(text, 0, p.label_to), p.glued, s->book))
		open_row(s, d, number, from + p.label_to);
	add_values(s, d, b, p.label_to > 0, &p, words);
	doubt_line(s, d, first);
}

/* Labels that end where another begins. */
#include "table/run_on.h"

#include <string.h>

#include "base/utf8.h"
#include "table/section.h"

/* Characters of white space and punctuation that a label may be longer by than its core. */
#define LOOSE_BYTES 60

static size_t past_char(struct str s, size_t at)
{
	utf8_next(s, &at);
	return at;
}

/* The first character's place that is at most n bytes before the end. */
static size_t back_from_end(struct str s, size_t n)
{
	size_t at = s.n > n ? s.n - n : 0;
	while (at < s.n && ((unsigned char)s.p[at] & 0xc0) == 0x80)
		at++;
	return at;
}

/* Does the core end in a label, or a section's heading? from: where that begins. */
static bool ends_in_label(const struct label_book *book, struct str core, size_t *from)
{
	for (size_t at = back_from_end(core, label_book_longest(book)); at < core.n;
		at = past_char(core, at))
		if (label_book_has(book, str_slice(core, at, core.n))) {
			*from = at;
			return true;
		}
	*from = 0;
	return sections_end(label_book_sections(book), core);
}

static bool words_end_in_label(const struct label_book *book, struct str words)
{
	struct buf core = {0};
	char number[8];
	size_t from;
	label_core(words, &core, number);
	bool ends = ends_in_label(book, buf_str(&core), &from);
	buf_free(&core);
	return ends;
}

/* Does the text label a row to the letter, and no column? */
static bool is_row(const struct label_book *book, struct str text)
{
	struct buf core = {0};
	char number[8];
	label_core(text, &core, number);
	struct str c = buf_str(&core);
	bool is = c.n > 0 && label_book_has(book, c) && label_book_row(book, c, number) &&
		  label_book_heading(book, c) < FIT_CLOSE;
	buf_free(&core);
	return is;
}

static bool is_label(const struct label_book *book, struct str text)
{
	struct buf core = {0};
	char number[8];
	label_core(text, &core, number);
	bool is = core.n == 0 || label_book_fit(book, buf_str(&core), number) >= FIT_CLOSE;
	buf_free(&core);
	return is;
}

size_t run_on_label(struct str words, const struct label_book *book)
{
	if (is_label(book, words))
		return 0;
	for (size_t at = back_from_end(words, label_book_longest(book) + LOOSE_BYTES); at < words.n;
		at = past_char(words, at))
		if (at > 0 && is_row(book, str_slice(words, at, words.n)) &&
			words_end_in_label(book, str_slice(words, 0, at)))
			return at;
	return 0;
}

bool run_on_heads(struct str words, size_t values, const struct label_book *book)
{
	struct buf core = {0};
	char number[8];
	size_t last, next;
	if (values == 0 || values != label_book_wide(book))
		return false;
	label_core(words, &core, number);
	struct str c = buf_str(&core);
	bool are = ends_in_label(book, c, &last) && last > 0 &&
		   label_book_heading(book, str_slice(c, last, c.n)) == FIT_EXACT &&
		   ends_in_label(book, str_slice(c, 0, last), &next);
	buf_free(&core);
	return are;
}

/* The row's values, where nothing else stands in it; STR_NONE where something does. */
static size_t values_only(const struct stream *s, const struct token_row *r)
{
	size_t n = 0;
	for (const struct token *t = &s->tokens.v[r->first], *end = t + r->n; t < end; t++) {
		if (t->reading.kind == READ_OTHER)
			return STR_NONE;
		n += token_has_value(t);
	}
	return n;
}

/* Do the values behind headings and those of the rows right below make up such a table? */
static bool are_all(const struct stream *s, size_t row, size_t values, size_t wide)
{
	for (row++; row < s->rows.n && values < wide; row++) {
		size_t n = values_only(s, &s->rows.v[row]);
		if (n == STR_NONE)
			return false;
		values += n;
	}
	return values == wide;
}

/* The row's first value behind headings, the last two of which are headings of columns; its length
 * where other words stand behind it, or the values are not as many as such a table has. */
static size_t heads_end(const struct stream *s, size_t row, size_t wide)
{
	const struct token_row *r = &s->rows.v[row];
	const struct token *t = &s->tokens.v[r->first];
	size_t heads = 0, first = 0, values = 0;
	for (size_t i = 0; i < r->n; i++) {
		if (token_has_value(&t[i])) {
			first = values++ == 0 ? i : first;
			continue;
		}
		if (t[i].reading.kind != READ_OTHER)
			continue;
		if (values > 0)
			return r->n;
		heads = label_book_heading(s->book, t[i].core) >= FIT_CLOSE ? heads + 1 : 0;
	}
	return heads >= 2 && values > 0 && are_all(s, row, values, wide) ? first : r->n;
}

void rows_split_heads(struct stream *s, size_t row)
{
	size_t wide = label_book_wide(s->book);
	for (; wide > 0 && row < s->rows.n; row++) {
		size_t end = heads_end(s, row, wide);
		if (end == s->rows.v[row].n)
			continue;
		vec_push(&s->rows);
		struct token_row *r = &s->rows.v[row];
		memmove(r + 1, r, (s->rows.n - 1 - row) * sizeof *r);
		r[0].n = end;
		r[1].first += end;
		r[1].n -= end;
		r[1].at = s->tokens.v[r[1].first].span.from;
		row++;
	}
}

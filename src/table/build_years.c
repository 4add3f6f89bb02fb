/* Tables of another year beside this one's, told by the captions above them: 2022年收到和处理…情况,
 * 上年度同期数据. */
#include <string.h>

#include "table/build_forms.h"

/* A caption has no more bytes; a sentence has. */
#define CAPTION_BYTES 120
#define YEAR_DIGITS 4

enum year { YEAR_NONE, YEAR_OWN, YEAR_OTHER };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The year that four digits before 年 say, from `at` on; 0: none. */
static int year_from(struct str s, size_t *at)
{
	for (size_t i = *at; i + YEAR_DIGITS <= s.n; i++) {
		int year = 0;
		size_t n = 0;
		while (i + n < s.n && n <= YEAR_DIGITS && is_digit(s.p[i + n]))
			year = year * 10 + (s.p[i + n++] - '0');
		*at = i + n;
		if (n == YEAR_DIGITS && str_has_at(s, i + n, STR("年")))
			return year;
		i += n;
	}
	*at = s.n;
	return 0;
}

/* Whose numbers stand below the words? */
static enum year year_of(const struct report *r, struct str s)
{
	enum year found = YEAR_NONE;
	if (s.n > CAPTION_BYTES || str_find(s, STR("。"), 0) != STR_NONE)
		return YEAR_NONE;
	for (size_t at = 0; at < s.n;) {
		int year = year_from(s, &at);
		if (year == r->year)
			return YEAR_OWN;
		if (year == r->year - 1)
			found = YEAR_OTHER;
	}
	return found;
}

static bool is_section(const struct report *r, size_t at)
{
	for (size_t i = 0; i < r->n_sections; i++)
		if (r->sections[i].span.from == at)
			return true;
	return false;
}

/* The words of a row that has nothing else; empty where it has. */
static struct text_span lone_words(const struct stream *s, const struct token_row *row)
{
	struct text_span words = {0, 0};
	for (size_t i = row->first; i < row->first + row->n; i++) {
		const struct token *t = &s->tokens.v[i];
		if (t->reading.kind == READ_EMPTY)
			continue;
		if (t->reading.kind != READ_OTHER || !text_span_empty(words))
			return (struct text_span){0, 0};
		words = t->span;
	}
	return words;
}

/* What the words say from there on; `now` where they say nothing. */
static enum year read_year(const struct report *r, struct text_span words, enum year now)
{
	enum year said = year_of(r, doc_str(r->doc, words));
	return said ? said : now;
}

bool years_mark(const struct builder *b, bool *other)
{
	const struct report *r = b->r;
	enum year year = YEAR_NONE;
	bool any = false;
	for (size_t i = 0, row = 0; i < doc_block_count(r->doc) && r->year; i++) {
		const struct block *block = doc_block(r->doc, i);
		if (is_section(r, block->span.from))
			year = YEAR_NONE;
		else if (block->kind == BLOCK_PARA)
			year = read_year(r, block->span, year);
		while (row < b->stream.rows.n && b->stream.rows.v[row].grid < i)
			row++;
		for (; row < b->stream.rows.n && b->stream.rows.v[row].grid == i; row++) {
			year = read_year(r, lone_words(&b->stream, &b->stream.rows.v[row]), year);
			any |= other[row] = year == YEAR_OTHER;
		}
	}
	return any;
}

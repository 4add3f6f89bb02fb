/* Paragraphs that a page break or a line end cut apart. */
#include "rule/prose.h"

#include <string.h>

#include "base/utf8.h"

/* A line shorter than this was not broken because it was full. */
#define FULL_LINE 15
/* What an entry of a list begins with has fewer characters. */
#define ENTRY_MAX 12

/* "（二）", "3、", "三、", "2.": the paragraph has a number of its own. */
static bool is_numbered(const struct prose_words *words, struct str s)
{
	const struct quantity_words *w = &words->quantity;
	size_t at = 0;

	if (str_starts(s, "(") || str_starts(s, "（"))
		return true;
	while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
		at++;
	for (size_t i = 0; !at && i < w->n_numerals; i++) {
		if (str_starts(s, w->numerals[i].text.p))
			at = w->numerals[i].text.n;
	}
	struct str rest = str_slice(s, at, s.n);

	return at && (str_starts(rest, ".") || str_starts(rest, "、") || str_starts(rest, "．"));
}

static bool table_between(const struct report *r, size_t from, size_t to)
{
	for (size_t i = 0; i < r->n_tables; i++) {
		struct text_span t = r->tables[i].span;

		if (r->tables[i].found && t.from < to && t.to > from)
			return true;
	}
	return false;
}

/* "本年新收：39件", by what it begins with: a row of a list of its own. */
static bool is_entry(struct str s)
{
	size_t at = 0;

	for (size_t n = 0; at < s.n && n < ENTRY_MAX; n++) {
		unsigned ch = utf8_next(s, &at);

		if (ch == ':' || ch == 0xff1a)
			return n > 1;
		if (!utf8_is_han(ch))
			return false;
	}
	return false;
}

/* Does the text end in a number and its unit? Or in a number alone. */
static bool ends_in_quantity(const struct prose_words *words, struct str s)
{
	const struct quantity_words *w = &words->quantity;

	for (size_t i = 0; i < w->n_units; i++) {
		struct str unit = w->units[i].text;

		if (s.n > unit.n && !memcmp(s.p + s.n - unit.n, unit.p, unit.n)) {
			s.n -= unit.n;
			break;
		}
	}
	while (s.n && s.p[s.n - 1] == ' ')
		s.n--;
	size_t last = utf8_prev(s, s.n);

	return s.n && ((s.p[s.n - 1] >= '0' && s.p[s.n - 1] <= '9') ||
			      utf8_han_digit(utf8_next(s, &last)) >= 0);
}

bool prose_continues(const struct rule_context *c, const struct report_para *para,
	const struct report_para *next)
{
	const struct prose_words *words = c->rules->prose;
	const struct report *r = c->report;
	struct str text = doc_str(r->doc, para->span);

	if (para->heading || next->heading || para->section != next->section)
		return false;
	if (word_list_before(&words->ends, text, text.n) || utf8_count(text) < FULL_LINE)
		return false;
	if (is_entry(doc_str(r->doc, next->span)) && ends_in_quantity(words, text))
		return false;
	return !is_numbered(words, doc_str(r->doc, next->span)) &&
	       !table_between(r, para->span.to, next->span.from);
}

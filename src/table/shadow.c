/* Making the shadow: fold, then drop what a reader would not miss. */
#include "table/shadow.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

/* A page's line has so many characters at least. */
enum { WRAPPED_MIN = 24 };

static bool is_markup(unsigned ch)
{
	return ch == '*' || ch == '#';
}

/* A space goes if what stands before or behind it (other spaces aside) is Han or a line's edge. */
static bool is_idle_space(struct str s, size_t at, unsigned before)
{
	if (before == 0 || before == '\n' || utf8_is_han(before))
		return true;
	while (at < s.n) {
		unsigned ch = utf8_next(s, &at);
		if (ch == '\n' || utf8_is_han(ch))
			return true;
		if (!utf8_is_space(ch))
			return false;
	}
	return true;
}

/* Signs that some markup has around a heading: "== 一、总体情况 ==". Within a line they are none.
 */
static bool is_heading_sign(struct str s, size_t at, unsigned ch, unsigned before)
{
	if (ch != '=')
		return false;
	if (before == 0 || before == '\n')
		return true;
	while (at < s.n && (s.p[at] == '=' || s.p[at] == ' '))
		at++;
	return at == s.n || s.p[at] == '\n';
}

void shadow_make(struct shadow *s, const struct doc *d, struct text_span span)
{
	struct fold f;
	struct buf out = {0};
	unsigned before = 0;
	fold_make(&f, doc_str(d, span), FOLD_PLAIN);
	s->back = mem_alloc_array(f.text.n + 1, sizeof *s->back);
	s->past = mem_alloc_array(f.text.n + 1, sizeof *s->past);
	for (size_t at = 0; at < f.text.n;) {
		size_t from = at;
		unsigned ch = utf8_next(f.text, &at);
		if (is_markup(ch) || (!utf8_is_space(ch) && utf8_is_hidden(ch)) ||
			is_heading_sign(f.text, at, ch, before) ||
			(ch != '\n' && utf8_is_space(ch) && is_idle_space(f.text, at, before)))
			continue;
		size_t back = span.from + fold_back(&f, from),
		       past = span.from + fold_past(&f, from);
		for (size_t i = from; i < at; i++) {
			s->back[out.n] = back;
			s->past[out.n] = past;
			buf_addc(&out, f.text.p[i]);
		}
		before = ch;
	}
	s->back[out.n] = span.to;
	s->text = (struct str){out.p ? out.p : "", out.n};
	if (!out.p)
		s->text.p = buf_take(&out);
	s->chars = utf8_set_of(s->text);
	fold_free(&f);
}

/* Does the line end that s[at] is break a sentence? Words on both sides, and before it a line as
 * long as a page is wide that has a clause's sign. */
static bool is_wrapped(struct str s, size_t line, size_t at)
{
	struct str above = str_slice(s, line, at);
	size_t last = above.n > 0 ? utf8_prev(s, at) : at, next = at + 1;
	if (above.n == 0 || next >= s.n || !utf8_is_han(utf8_next(s, &next)))
		return false;
	unsigned before = utf8_next(s, &last);
	if (!utf8_is_han(before) && before != ',' && before != 0x3001)
		return false;
	bool clause = str_find(above, STR(","), 0) != STR_NONE ||
		      str_find(above, STR("、"), 0) != STR_NONE ||
		      str_find(above, STR("。"), 0) != STR_NONE;
	size_t chars = 0;
	for (size_t i = 0; i < above.n; i++)
		chars += ((unsigned char)above.p[i] & 0xc0) != 0x80;
	return clause && chars >= WRAPPED_MIN;
}

void shadow_unwrap(struct shadow *s)
{
	struct buf out = {0};
	for (size_t i = 0, line = 0; i < s->text.n; i++) {
		bool ends = s->text.p[i] == '\n', drop = ends && is_wrapped(s->text, line, i);
		if (ends)
			line = i + 1;
		if (drop)
			continue;
		s->back[out.n] = s->back[i];
		s->past[out.n] = s->past[i];
		buf_addc(&out, s->text.p[i]);
	}
	s->back[out.n] = s->back[s->text.n];
	free((char *)s->text.p);
	s->text.n = out.n;
	s->text.p = buf_take(&out);
	s->chars = utf8_set_of(s->text);
}

void shadow_free(struct shadow *s)
{
	free((char *)s->text.p);
	free(s->back);
	free(s->past);
	*s = (struct shadow){0};
}

struct text_span shadow_span(const struct shadow *s, size_t from, size_t to)
{
	if (from >= to)
		return (struct text_span){s->back[from], s->back[from]};
	return (struct text_span){s->back[from], s->past[to - 1]};
}

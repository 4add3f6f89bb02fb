#include "export/markdown.h"

#include <string.h>

#include "base/utf8.h"

static bool is_break(unsigned ch)
{
	return ch == '\n' || ch == '\r' || ch == '\t' || ch == '\v' || ch == '\f';
}

/* Escaped wherever it stands. A backslash before ASCII punctuation is always just that character.
 */
static bool is_special(unsigned ch)
{
	return ch && ch < 0x80 && strchr("\\`*_{}[]<>#|~&$", (char)ch);
}

void md_inline(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		unsigned ch = utf8_next(s, &at);

		if (is_break(ch))
			buf_addc(out, ' ');
		else if (utf8_is_hidden(ch))
			buf_addf(out, "\\<U+%04X\\>", ch);
		else {
			if (is_special(ch))
				buf_addc(out, '\\');
			buf_add(out, str_slice(s, from, at));
		}
	}
}

/* What makes a list, a heading's underline or an indented block at the start of a line. */
static size_t put_line_start(struct buf *out, struct str s)
{
	size_t at = 0;

	for (; at < s.n && (s.p[at] == ' ' || is_break((unsigned char)s.p[at])); at++)
		buf_adds(out, s.p[at] == ' ' || s.p[at] == '\t' ? "&nbsp;" : "");
	size_t digits = at;

	while (digits < s.n && s.p[digits] >= '0' && s.p[digits] <= '9')
		digits++;
	buf_add(out, str_slice(s, at, digits));
	if (digits > at && digits < s.n && (s.p[digits] == '.' || s.p[digits] == ')'))
		buf_addc(out, '\\');
	else if (digits == at && at < s.n && strchr("+-=", s.p[at]))
		buf_addc(out, '\\');
	else
		return digits;
	buf_addc(out, s.p[digits]);
	return digits + 1;
}

void md_line(struct buf *out, struct str s)
{
	size_t at = put_line_start(out, s);

	md_inline(out, str_slice(s, at, s.n));
}

void md_text(struct buf *out, struct str s)
{
	md_line(out, str_trim(s));
}

static bool is_word(unsigned ch)
{
	return (ch >= '0' && ch <= '9') || (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z') ||
	       utf8_is_han(ch);
}

void md_strong(struct buf *out, struct str s)
{
	s = str_trim(s);
	size_t at = 0;
	bool fit = s.n > 0 && is_word(utf8_next(s, &at));

	at = utf8_prev(s, s.n);
	fit = fit && is_word(utf8_next(s, &at));
	if (!fit) {
		md_line(out, s);
		return;
	}
	buf_adds(out, "**");
	md_inline(out, s);
	buf_adds(out, "**");
}

/* The line at *at without its end; moves past that. */
static struct str next_line(struct str s, size_t *at)
{
	size_t end = str_find(s, STR("\n"), *at);
	struct str line = str_slice(s, *at, end == STR_NONE ? s.n : end);

	*at = end == STR_NONE ? s.n : end + 1;
	if (str_ends(line, "\r"))
		line.n--;
	return line;
}

void md_cell(struct buf *out, struct str s)
{
	s = str_trim(s);
	for (size_t at = 0; at < s.n;) {
		if (at > 0)
			buf_adds(out, "<br>");
		md_inline(out, next_line(s, &at));
	}
}

static size_t longest_run(struct str s, char c)
{
	size_t longest = 0, run = 0;

	for (size_t i = 0; i < s.n; i++) {
		run = s.p[i] == c ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest;
}

void md_code(struct buf *out, struct str s, bool in_table)
{
	size_t fence = longest_run(s, '`') + 1;
	bool pad = s.n == 0 || s.p[0] == '`' || s.p[s.n - 1] == '`' || s.p[0] == ' ';

	for (size_t i = 0; i < fence; i++)
		buf_addc(out, '`');
	buf_adds(out, pad ? " " : "");
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		unsigned ch = utf8_next(s, &at);

		if (is_break(ch))
			buf_addc(out, ' ');
		else if (utf8_is_hidden(ch))
			buf_addf(out, "<U+%04X>", ch);
		else {
			buf_adds(out, ch == '|' && in_table ? "\\" : "");
			buf_add(out, str_slice(s, from, at));
		}
	}
	buf_adds(out, pad ? " " : "");
	for (size_t i = 0; i < fence; i++)
		buf_addc(out, '`');
}

/* A line break is kept by a backslash, which at the end of a paragraph would be one. */
void md_quote(struct buf *out, unsigned indent, struct str s)
{
	s = str_trim(s);
	size_t at = 0;

	do {
		struct str line = next_line(s, &at);
		size_t ahead = at;
		bool more = at < s.n && str_trim(next_line(s, &ahead)).n > 0;

		for (unsigned i = 0; i < indent; i++)
			buf_addc(out, ' ');
		buf_addc(out, '>');
		if (str_trim(line).n > 0) {
			buf_addc(out, ' ');
			md_line(out, line);
			buf_adds(out, more ? "\\" : "");
		}
		buf_addc(out, '\n');
	} while (at < s.n);
}

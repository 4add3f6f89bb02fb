/* Our own Markdown as HTML: headings, paragraphs, tables, quotations, lists in lists, rules. What
 * the writers here make of texts (markdown.h) is all that is understood, not Markdown at large. */
#include "export/markdown_html.h"

#include <string.h>

struct page {
	struct buf *out;
	struct str text;
	size_t at;    /* where the next line begins */
	size_t lists; /* open ones, each with an open item */
};

/* --- within a line --- */

static void put_char(struct buf *out, char c)
{
	const char *entity = c == '<'	? "&lt;"
			     : c == '>' ? "&gt;"
			     : c == '&' ? "&amp;"
			     : c == '"' ? "&quot;"
					: NULL;

	if (entity)
		buf_adds(out, entity);
	else
		buf_addc(out, c);
}

static size_t run_of(struct str s, size_t at, char c)
{
	size_t n = 0;

	while (at + n < s.n && s.p[at + n] == c)
		n++;
	return n;
}

/* A blank inside both fences keeps them from what they hold. */
static struct str without_padding(struct str s)
{
	bool padded = s.n >= 2 && s.p[0] == ' ' && s.p[s.n - 1] == ' ';

	return padded ? str_slice(s, 1, s.n - 1) : s;
}

/* The bytes that were read: a code span, or just a fence where none ends it. */
static size_t put_code(struct buf *out, struct str s, size_t at, bool in_table)
{
	size_t fence = run_of(s, at, '`'), end = at + fence;

	while (end < s.n && run_of(s, end, '`') != fence)
		end += s.p[end] == '`' ? run_of(s, end, '`') : 1;
	if (end >= s.n) {
		buf_add(out, str_slice(s, at, at + fence));
		return fence;
	}
	struct str code = without_padding(str_slice(s, at + fence, end));

	buf_adds(out, "<code>");
	for (size_t i = 0; i < code.n; i++)
		if (!in_table || code.p[i] != '\\' || i + 1 == code.n || code.p[i + 1] != '|')
			put_char(out, code.p[i]);
	buf_adds(out, "</code>");
	return end + fence - at;
}

/* What the writers put in as it is; 0 where it is none of that. */
static size_t put_markup(struct buf *out, struct str s, size_t at)
{
	static const char *const whole[] = {"<br>", "&nbsp;", "&emsp;"};

	for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
		struct str markup = str_of(whole[i]);

		if (!str_eq(str_slice(s, at, at + markup.n < s.n ? at + markup.n : s.n), markup))
			continue;
		buf_add(out, markup);
		return markup.n;
	}
	return 0;
}

struct marks {
	bool strong, deleted;
};

static size_t put_mark(struct buf *out, struct str s, size_t at, struct marks *on)
{
	bool strong = run_of(s, at, '*') >= 2, deleted = run_of(s, at, '~') >= 2;
	bool *now = strong ? &on->strong : &on->deleted;

	if (!strong && !deleted)
		return 0;
	buf_addf(out, "<%s%s>", *now ? "/" : "", strong ? "strong" : "del");
	*now = !*now;
	return 2;
}

static void put_inline(struct buf *out, struct str s, bool in_table)
{
	struct marks on = {0};

	for (size_t at = 0, n; at < s.n; at += n) {
		char c = s.p[at];

		if (c == '\\' && at + 1 < s.n) {
			put_char(out, s.p[at + 1]);
			n = 2;
		} else if (c == '\\') {
			buf_adds(out, "<br>");
			n = 1;
		} else if (c == '`') {
			n = put_code(out, s, at, in_table);
		} else if ((n = put_mark(out, s, at, &on)) == 0 &&
			   (n = put_markup(out, s, at)) == 0) {
			put_char(out, c);
			n = 1;
		}
	}
}

/* --- blocks --- */

static bool peek(const struct page *p, struct str *line)
{
	size_t end = str_find(p->text, STR("\n"), p->at);

	*line = str_slice(p->text, p->at, end == STR_NONE ? p->text.n : end);
	return p->at < p->text.n;
}

static void next(struct page *p, struct str line)
{
	p->at += line.n + 1;
}

static size_t indent_of(struct str line)
{
	return run_of(line, 0, ' ');
}

static struct str from(struct str s, size_t at)
{
	return str_slice(s, at < s.n ? at : s.n, s.n);
}

static void close_lists(struct page *p, size_t down_to)
{
	for (; p->lists > down_to; p->lists--)
		buf_adds(p->out, "</li></ul>\n");
}

static void put_item(struct page *p, struct str line, size_t level)
{
	level = level <= p->lists + 1 ? level : p->lists + 1;
	if (p->lists >= level) {
		close_lists(p, level);
		buf_adds(p->out, "</li>\n<li>");
	} else {
		buf_adds(p->out, "<ul>\n<li>");
		p->lists++;
	}
	put_inline(p->out, line, false);
}

static void put_heading(struct page *p, struct str line)
{
	size_t level = run_of(line, 0, '#');

	buf_addf(p->out, "<h%zu>", level);
	put_inline(p->out, str_trim(from(line, level)), false);
	buf_addf(p->out, "</h%zu>\n", level);
}

static void put_quote(struct page *p, size_t indent)
{
	struct str line;

	buf_adds(p->out, "<blockquote><p>");
	for (bool fresh = true; peek(p, &line) && indent_of(line) == indent && indent < line.n &&
				line.p[indent] == '>';
		next(p, line)) {
		struct str words = str_trim(from(line, indent + 1));

		buf_adds(p->out, !words.n ? "</p>\n<p>" : fresh ? "" : "\n");
		put_inline(p->out, words, false);
		fresh = !words.n;
	}
	buf_adds(p->out, "</p></blockquote>\n");
}

static bool is_plain(struct str line)
{
	return line.n > 0 && !strchr("#>|-", line.p[0]);
}

static void put_paragraph(struct page *p, struct str line)
{
	buf_adds(p->out, "<p>");
	put_inline(p->out, line, false);
	next(p, line);
	for (; peek(p, &line) && is_plain(line); next(p, line)) {
		buf_addc(p->out, '\n');
		put_inline(p->out, line, false);
	}
	buf_adds(p->out, "</p>\n");
}

/* The cell that begins at *at, behind a bar; moves past the next bar. */
static struct str next_cell(struct str row, size_t *at)
{
	size_t begin = *at, end = begin;

	while (end < row.n && row.p[end] != '|')
		end += row.p[end] == '\\' ? 2 : 1;
	end = end < row.n ? end : row.n;
	*at = end + 1;
	return str_trim(str_slice(row, begin, end));
}

/* `rule`: the line under the headings, which tells what stands at the right. */
static void put_row(struct page *p, struct str row, struct str rule, const char *tag)
{
	size_t rule_at = 1;

	buf_adds(p->out, "<tr>");
	for (size_t at = 1; at < row.n;) {
		struct str cell = next_cell(row, &at);
		bool right = rule_at < rule.n && str_ends(next_cell(rule, &rule_at), ":");

		buf_addf(p->out, "<%s%s>", tag, right ? " class=\"n\"" : "");
		put_inline(p->out, cell, true);
		buf_addf(p->out, "</%s>", tag);
	}
	buf_adds(p->out, "</tr>\n");
}

static void put_table(struct page *p, struct str head)
{
	struct str rule, row;

	next(p, head);
	if (peek(p, &rule))
		next(p, rule);
	buf_adds(p->out, "<table>\n<thead>");
	put_row(p, str_trim(head), str_trim(rule), "th");
	buf_adds(p->out, "</thead>\n<tbody>\n");
	for (; peek(p, &row) && row.n && row.p[0] == '|'; next(p, row))
		put_row(p, str_trim(row), str_trim(rule), "td");
	buf_adds(p->out, "</tbody></table>\n");
}

static void put_block(struct page *p, struct str line)
{
	size_t indent = indent_of(line);
	struct str rest = from(line, indent);

	if (str_starts(rest, "- ")) {
		put_item(p, from(rest, 2), indent / 2 + 1);
		next(p, line);
		return;
	}
	close_lists(p, indent / 2 < p->lists ? indent / 2 : p->lists);
	if (rest.p[0] == '>') {
		put_quote(p, indent);
	} else if (rest.p[0] == '|') {
		put_table(p, line);
	} else if (rest.p[0] == '#') {
		put_heading(p, rest);
		next(p, line);
	} else {
		put_paragraph(p, line);
	}
}

void markdown_to_html(struct str text, struct buf *out)
{
	struct page p = {.out = out, .text = text};

	for (struct str line; peek(&p, &line);) {
		if (str_trim(line).n)
			put_block(&p, line);
		else
			next(&p, line);
	}
	close_lists(&p, 0);
}

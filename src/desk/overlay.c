/* Opening, closing and folding what lies over the panes. */
#include <string.h>

#include "base/utf8.h"
#include "desk/overlay.h"
#include "desk/page.h"

void overlay_open(struct session *s, enum overlay which, const char *topic)
{
	char *copy = topic ? mem_strdup(topic) : NULL;
	free(s->topic);
	s->topic = copy;
	s->overlay = which;
	s->overlay_top = 0;
}

void overlay_close(struct session *s)
{
	overlay_open(s, OVERLAY_NONE, NULL);
}

enum { ROOM_MIN = 20 }; /* columns that are left for words beside an indent */

/* Columns that the lines a long one goes on in are indented by: to the last of its fields that
 * begins well before the end, else to its own indent. */
static size_t hanging(struct str line, size_t columns, int ambiguous)
{
	size_t at = 0, indent;
	while (at < line.n && line.p[at] == ' ')
		at++;
	indent = at;
	for (size_t gap = str_find(line, STR("  "), at); gap != STR_NONE;
		gap = str_find(line, STR("  "), gap)) {
		while (gap < line.n && line.p[gap] == ' ')
			gap++;
		size_t column = utf8_columns(str_slice(line, 0, gap), ambiguous);
		if (column + ROOM_MIN > columns || column * 5 > columns * 3)
			break;
		indent = column;
	}
	return indent + ROOM_MIN <= columns ? indent : 0;
}

static bool is_one_of(struct str chars, unsigned ch)
{
	for (size_t at = 0; at < chars.n;)
		if (utf8_next(chars, &at) == ch)
			return true;
	return false;
}

/* No line begins with a mark that closes, none ends with one that opens; Latin words are whole. */
static bool may_break(unsigned before, unsigned ch)
{
	if (is_one_of(STR("，。、；：？！）》〉」』】〕”’"), ch) ||
		is_one_of(STR("（《〈「『【〔“‘"), before))
		return false;
	return ch >= 0x80 || ch == ' ' || before >= 0x80 || before == ' ';
}

size_t page_fits(struct str line, size_t columns, int ambiguous)
{
	size_t used = 0, good = 0;
	unsigned before = 0;
	for (size_t at = 0; at < line.n;) {
		size_t start = at;
		unsigned ch = utf8_next(line, &at);
		int width = utf8_width(ch, ambiguous);
		if (start > 0 && may_break(before, ch))
			good = start;
		used += width > 0 ? (size_t)width : 0;
		if (used > columns && start > 0)
			return good ? good : start;
		before = ch;
	}
	return line.n;
}

static void fold_line(struct str line, size_t columns, int ambiguous, struct buf *out)
{
	size_t indent = hanging(line, columns, ambiguous), room = columns;
	do {
		size_t n = page_fits(line, room, ambiguous);
		buf_add(out, str_slice(line, 0, n));
		buf_addc(out, '\n');
		line = str_slice(line, n, line.n);
		while (line.n && line.p[0] == ' ')
			line = str_slice(line, 1, line.n);
		if (line.n && indent)
			buf_addf(out, "%*s", (int)indent, "");
		room = columns - indent;
	} while (line.n);
}

static void fold_all(struct str text, size_t columns, int ambiguous, struct buf *out)
{
	while (text.n) {
		size_t end = str_find(text, STR("\n"), 0);
		size_t n = end == STR_NONE ? text.n : end;
		fold_line(str_slice(text, 0, n), columns, ambiguous, out);
		text = str_slice(text, end == STR_NONE ? n : n + 1, text.n);
	}
}

static const struct {
	void (*write)(const struct session *s, struct buf *title, struct buf *text);
} pages[] = {
	[OVERLAY_NONE] = {NULL},
	[OVERLAY_HELP] = {page_help},
	[OVERLAY_WHY] = {page_why},
	[OVERLAY_RULE] = {page_rule},
	[OVERLAY_OVERVIEW] = {page_overview},
	[OVERLAY_BESIDE] = {page_beside},
};

/* What a report or a note holds must not harm or hide: it is told by name. */
static void disarm(struct buf *text)
{
	struct buf out = {0};
	struct str s = buf_str(text);
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		unsigned ch = utf8_next(s, &at);
		if (ch == '\t')
			buf_addc(&out, ' ');
		else if (ch != '\n' && utf8_is_hidden(ch))
			buf_addf(&out, "<U+%04X>", ch);
		else
			buf_add(&out, str_slice(s, from, at));
	}
	buf_free(text);
	*text = out;
}

void overlay_write(const struct session *s, struct buf *title, struct buf *text)
{
	struct buf raw = {0};
	if (s->overlay == OVERLAY_NONE)
		return;
	pages[s->overlay].write(s, title, &raw);
	disarm(&raw);
	if (s->overlay_columns)
		fold_all(buf_str(&raw), s->overlay_columns, s->options.ambiguous, text);
	else
		buf_add(text, buf_str(&raw));
	buf_free(&raw);
}

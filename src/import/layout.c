/* Lines and what they look like, one pass over the text. */
#include "import/layout.h"

#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "import/centred.h"
#include "import/layout_holes.h"
#include "import/layout_lone.h"
#include "import/layout_page.h"
#include "import/signs.h"
#include "import/lineless.h"
#include "import/rowless.h"

enum {
	PROSE_CHARS = 60, /* longer lines with punctuation are prose */
	LABEL_CHARS = 20, /* of a label before a remark */
	REMARKED_CHARS = 240,
	LINES_MAX = 4000000,
	QUOTED_MIN = 3,	    /* lines of a quote */
	QUOTED_SHARE = 4,   /* for so many of them one may be another, of the mail around it */
	QUOTED_OTHERS = 32, /* at most */
};

size_t layout_bar(struct str text, size_t at)
{
	static const char *const bars[] = {"｜", "│", "┃", "║"};

	if (text.p[at] == '|')
		return at == 0 || text.p[at - 1] != '\\';
	/* all Han characters come by here, so look at the lead byte first */
	if (text.p[at] != bars[0][0] && text.p[at] != bars[1][0])
		return 0;
	for (size_t i = 0; i < sizeof bars / sizeof bars[0]; i++)
		if (str_starts(str_slice(text, at, at + 3), bars[i]))
			return 3;
	return 0;
}

/* Back over white space (or over all else) from `to`, not past `from`. */
static size_t back_over(struct str s, size_t from, size_t to, bool space)
{
	while (to > from) {
		size_t before = utf8_prev(s, to), at = before;

		if (utf8_is_space(utf8_next(s, &at)) != space)
			break;
		to = before;
	}
	return to;
}

static struct str trimmed(struct str s)
{
	size_t from = 0, to = back_over(s, 0, s.n, true);

	for (size_t at = 0; from < to && utf8_is_space(utf8_next(s, &at));)
		from = at;
	return str_slice(s, from, to);
}

struct text_span layout_strip(struct str text, struct text_span span, const char *bytes)
{
	while (span.from < span.to && strchr(bytes, text.p[span.from]))
		span.from++;
	while (span.to > span.from && strchr(bytes, text.p[span.to - 1]))
		span.to--;
	return span;
}

struct text_span layout_last_word(const struct layout *l, size_t from, size_t to)
{
	to = back_over(l->text, from, to, true);
	return (struct text_span){back_over(l->text, from, to, false), to};
}

/* Where the last word of s begins; with the number before it, where it is that number's unit. */
static size_t last_value(struct str s)
{
	size_t from = back_over(s, 0, s.n, false);
	size_t number = back_over(s, 0, back_over(s, 0, from, true), false);

	return layout_is_united(str_slice(s, number, s.n)) ? number : from;
}

/* Without the bars at its ends, and the white space around them. */
static struct str unbarred(struct str s)
{
	s = trimmed(s);
	while (s.n && layout_bar(s, 0))
		s = trimmed(str_slice(s, layout_bar(s, 0), s.n));
	while (s.n && layout_bar(s, utf8_prev(s, s.n)))
		s = trimmed(str_slice(s, 0, utf8_prev(s, s.n)));
	return s;
}

/* Past blanks (no tab) and Markdown's # and *; *marks is how many # come first. */
static size_t past_indent(struct str s, size_t *marks)
{
	size_t at = 0;

	*marks = 0;
	while (at < s.n) {
		size_t start = at;
		unsigned ch = utf8_next(s, &at);

		if (ch == '\t' || (ch != '#' && ch != '*' && !utf8_is_space(ch)))
			return start;
		*marks += ch == '#' && start == *marks;
	}
	return at;
}

/* 三、 or a heading of Markdown's. */
static bool is_heading(struct str s)
{
	static const char *const numerals[] = {
		"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
	size_t marks, at = past_indent(s, &marks), count = 0;

	if (marks > 0 && marks <= 6 && marks < s.n && s.p[marks] == ' ')
		return true;
	for (bool more = true; more && count < 4;) {
		more = false;
		for (size_t i = 0; i < sizeof numerals / sizeof numerals[0] && !more; i++)
			more = str_starts(str_slice(s, at, s.n), numerals[i]);
		at += more ? 3 : 0;
		count += more;
	}
	return count > 0 && str_starts(str_slice(s, at, s.n), "、");
}

/* Nothing but bars, dashes, colons, crosses and blanks, and somewhere three dashes in a row (one
 * drawn one will do): "| - | - |" is a row of marks for nothing. */
static bool is_rule(struct str s)
{
	size_t row = 0, longest = 0;

	for (size_t at = 0; at < s.n;) {
		size_t bar = layout_bar(s, at);
		unsigned ch = utf8_next(s, &at);

		if (sign_is_drawn(ch) && !bar)
			longest = 3;
		row = sign_is_dash(ch) || ch == '=' ? row + 1 : 0;
		if (row > longest)
			longest = row;
		if (!bar && !sign_is_dash(ch) && !sign_is_drawn(ch) && !utf8_is_space(ch) &&
			ch != ':' && ch != '+' && ch != '=')
			return false;
	}
	return longest >= 3;
}

/* What one pass over a line counts. */
struct counts {
	size_t chars, tabs, bars, commas, stops, gaps;
	size_t blanks;	/* since the last other character */
	size_t singles; /* blanks between words that are no gaps */
	size_t widest;	/* of the gaps, in columns */
	size_t depth;	/* of brackets */
	size_t clauses; /* commas outside of them */
	bool held; /* a wide one right behind a digit: of thousands, if another digit follows */
	unsigned last;
};

static void count_brackets(struct counts *c, unsigned ch, unsigned last)
{
	if (sign_is_opening(ch))
		c->depth++;
	else if (sign_is_closing(ch) && c->depth > 0)
		c->depth--;
	else if (sign_is_closing(ch))
		c->clauses = 0; /* all before was in a bracket that opened lines ago */
	else if (c->depth == 0 && !sign_is_digit(last))
		c->clauses += ch == 0xff0c || ch == ',';
	else if (c->depth == 0)
		c->held = ch == 0xff0c;
}

static void count_char(struct counts *c, unsigned ch)
{
	unsigned last = c->last;

	if (utf8_is_space(ch)) {
		c->blanks += ch == 0x3000 || ch == '\t' ? 2 : 1;
		c->tabs += ch == '\t';
		return;
	}
	if (c->chars > 0) {
		c->gaps += c->blanks >= 2;
		c->singles += c->blanks == 1;
		c->widest = c->blanks > c->widest ? c->blanks : c->widest;
	}
	c->blanks = 0;
	c->chars++;
	c->last = ch;
	c->clauses += c->held && !sign_is_digit(ch);
	c->held = false;
	if (ch >= 0x4e00 && ch <= 0x9fff)
		return; /* Han are no sign of anything */
	c->stops += ch == 0x3002 || ch == 0xff1b || ch == 0xff01 || ch == 0xff1f;
	c->commas += ch == 0xff0c || ch == 0x3001 || ch == ',';
	count_brackets(c, ch, last);
}

static uint16_t capped(size_t n)
{
	return n < UINT16_MAX ? (uint16_t)n : UINT16_MAX;
}

/* A number behind all else; one with words of its own behind another. */
static bool ends_in_values(struct str s)
{
	size_t from = last_value(s), to = back_over(s, 0, from, true);
	struct str last = str_slice(s, from, s.n);

	if (layout_is_number(last))
		return true;
	return to > 0 && (layout_is_value(last) || layout_is_united(last)) &&
	       layout_is_value(str_slice(s, back_over(s, 0, to, false), to));
}

static unsigned classify(struct str s, const struct counts *c)
{
	struct str core = trimmed(s);
	unsigned flags = 0;

	if (core.n == 0)
		flags |= LINE_BLANK;
	if (c->stops)
		flags |= LINE_SENTENCE;
	if (c->chars > PROSE_CHARS && c->stops + c->commas > 0)
		flags |= LINE_PROSE;
	/* a blank too many among words with one between does not make columns */
	if (c->gaps && (c->widest > 2 || c->singles <= c->gaps))
		flags |= LINE_GAPS;
	if (c->clauses)
		flags |= LINE_CLAUSE;
	if (s.n && s.p[0] == '\t')
		flags |= LINE_TAB_FIRST;
	if (s.n && memchr(s.p + 1, '\t', s.n - 1))
		flags |= LINE_TAB_INNER;
	if (core.n && layout_bar(core, 0))
		flags |= LINE_BAR_FIRST;
	if (core.n && layout_bar(core, utf8_prev(core, core.n)))
		flags |= LINE_BAR_LAST;
	if (core.n && is_heading(s))
		flags |= LINE_HEADING;
	if (core.n && is_rule(core))
		flags |= LINE_RULE;
	if (core.n <= 96 && layout_is_number(unbarred(core)))
		flags |= LINE_NUMBER;
	if (core.n && core.n <= 96 && !c->tabs && !c->bars && layout_is_page_mark(core))
		flags |= LINE_MARK;
	if (!c->tabs && !c->bars && ends_in_values(core))
		flags |= LINE_VALUES;
	return flags;
}

/* As many as the line has if it is a table's row. Commas are prose's as well, but not with next to
 * nothing between them. */
static size_t columns_of(const struct counts *c)
{
	size_t commas = c->stops == 0 && c->commas > c->chars / 8 ? c->commas : 0;
	size_t most = c->bars > c->tabs ? c->bars : c->tabs;

	most = c->gaps > most ? c->gaps : most;
	return commas > most ? commas : most;
}

static void layout_add(struct layout *l, size_t from, size_t to)
{
	struct str s = str_slice(l->text, from, to);
	struct counts c = {0};

	for (size_t at = 0; at < s.n;) {
		size_t bar = layout_bar(s, at);

		c.bars += bar > 0;
		count_char(&c, utf8_next(s, &at));
	}
	c.clauses += c.held;
	size_t cols = columns_of(&c);

	l->cols = cols > l->cols ? cols : l->cols;
	*vec_push(&l->lines) = (struct layout_line){
		.from = (uint32_t)from,
		.to = (uint32_t)to,
		.flags = (uint16_t)classify(s, &c),
		.chars = capped(c.chars),
		.tabs = capped(c.tabs),
		.bars = capped(c.bars),
	};
}

/* A line, or the rows that ran together in it. */
static void layout_add_rows(struct layout *l, size_t from, size_t to)
{
	size_t next = l->rowless ? rowless_next(l->text, from, to) : to;

	for (; next < to && l->lines.n <= LINES_MAX; next = rowless_next(l->text, from, to)) {
		layout_add(l, from, next);
		from = next;
	}
	layout_add(l, from, to);
}

/* What stands between the signs, a line each. */
static void layout_add_signed(struct layout *l, size_t from, size_t to, char sign)
{
	while (from <= to && l->lines.n <= LINES_MAX) {
		const char *p = from < to ? memchr(l->text.p + from, sign, to - from) : NULL;
		size_t end = p ? (size_t)(p - l->text.p) : to;

		layout_add(l, from, end);
		from = end + 1;
	}
}

/* A line, or the pieces of one that lost the ends of some before centred words. */
static void layout_add_centred(struct layout *l, size_t from, size_t to)
{
	struct str line = str_slice(l->text, from, to);

	if (!l->axis || line.n == 0) {
		layout_add_rows(l, from, to);
		return;
	}
	for (size_t at = 0, next; at < line.n && l->lines.n <= LINES_MAX; at = next) {
		next = centred_next(line, at, l->axis);
		layout_add(l, from + at, from + next);
	}
}

/* A line, or the pieces of one that lost the ends of many. */
static void layout_add_pieces(struct layout *l, size_t from, size_t to)
{
	struct str line = str_slice(l->text, from, to);
	char sign = lineless_sign(line);

	if (sign) {
		layout_add_signed(l, from, to, sign);
		return;
	}
	if (!lineless_is_due(line)) {
		layout_add_centred(l, from, to);
		return;
	}
	for (size_t at = 0, next; at < line.n && l->lines.n <= LINES_MAX; at = next) {
		next = lineless_next(line, at);
		layout_add_rows(l, from + at, from + next);
	}
}

/* One line of the text: form feeds apart, as far as there is room for lines. */
static void layout_split(struct layout *l, struct text_span line)
{
	size_t from = line.from;

	while (l->lines.n <= LINES_MAX) {
		const char *feed =
			from < line.to ? memchr(l->text.p + from, '\f', line.to - from) : NULL;
		size_t to = feed ? (size_t)(feed - l->text.p) : line.to;

		if (to > from || line.to == line.from)
			layout_add_pieces(l, from, to);
		if (!feed)
			return;
		*vec_push(&l->lines) = (struct layout_line){
			.from = (uint32_t)to,
			.to = (uint32_t)to + 1,
			.flags = LINE_FEED | LINE_MARK,
		};
		from = to + 1;
	}
}

/* Past the signs of a line that a mail quotes: "> > ". */
static size_t past_quotes(struct str text, size_t at, size_t to)
{
	while (at < to && text.p[at] == '>')
		at += at + 1 < to && text.p[at + 1] == ' ' ? 2 : 1;
	return at;
}

static size_t line_end(struct str text, size_t at, size_t to)
{
	const char *end = memchr(text.p + at, '\n', to - at);

	return end ? (size_t)(end - text.p) : to;
}

/* Do nearly all lines begin with a quote's sign, blank ones apart? */
static bool is_quoted(struct str text, struct text_span span)
{
	size_t quoted = 0, others = 0;

	for (size_t at = span.from; at < span.to; at = line_end(text, at, span.to) + 1) {
		struct str line = str_slice(text, at, line_end(text, at, span.to));
		bool quote = line.n > 0 && line.p[0] == '>';

		quoted += quote;
		others += !quote && str_trim(line).n > 0;
		/* most texts are none: that shows soon */
		if (others > QUOTED_OTHERS)
			return false;
	}
	return quoted >= QUOTED_MIN && quoted >= others * QUOTED_SHARE;
}

bool layout_init(
	struct layout *l, struct doc *d, struct text_span span, size_t cells_left, struct err *err)
{
	*l = (struct layout){.d = d, .text = doc_text(d), .cells_left = cells_left};
	l->quoted = is_quoted(l->text, span);
	l->axis = centred_axis(str_slice(l->text, span.from, span.to));
	l->rowless = rowless_is_due(str_slice(l->text, span.from, span.to));
	const char *quote = memrchr(l->text.p + span.from, '"', span.to - span.from);

	l->quotes_to = quote ? (size_t)(quote - l->text.p) + 1 : 0;

	for (size_t at = span.from; at < span.to && l->lines.n <= LINES_MAX;) {
		size_t end = line_end(l->text, at, span.to);
		struct text_span line = {l->quoted ? past_quotes(l->text, at, end) : at, end};

		layout_split(l, line);
		at = end + 1;
	}
	if (l->lines.n > LINES_MAX)
		return err_set(
			err, ERR_LIMIT, _("more than %d lines, which is no report"), LINES_MAX);
	if (l->cols > LAYOUT_COLS_TOLD)
		return err_set(
			err, ERR_LIMIT, _("a table has more than %zu columns"), LAYOUT_COLS_TOLD);
	layout_count_pages(l);
	layout_drop_marks(l);
	layout_drop_tabs(l);
	layout_find_nothing(l);
	layout_holes_find(l);
	return true;
}

void layout_free(struct layout *l)
{
	vec_free(&l->lines);
	vec_free(&l->dropped);
}

bool line_is_short(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	unsigned not = LINE_BLANK | LINE_FEED | LINE_MARK | LINE_SENTENCE | LINE_PROSE;

	return v->chars <= LAYOUT_SHORT && !(v->flags & not );
}

bool layout_is_remarked(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	unsigned not = LINE_BLANK | LINE_FEED | LINE_MARK | LINE_SENTENCE | LINE_CLAUSE;
	struct str s = layout_line_text(l, line);
	size_t depth = 0, before = 0, behind = 0;

	if (v->chars > REMARKED_CHARS || v->tabs || v->bars || v->flags & not )
		return false;
	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if (sign_is_opening(ch))
			depth++;
		else if (sign_is_closing(ch) && depth > 0)
			behind = --depth == 0 ? at : behind;
		before += behind == 0 && depth == 0;
	}
	return before > 0 && before <= LABEL_CHARS && behind == s.n;
}

size_t layout_skip_blank(const struct layout *l, size_t at)
{
	while (at < l->lines.n && line_is(l, at, LINE_BLANK) && !l->lines.v[at].tabs)
		at++;
	return at;
}

enum { MARK_REACH = 32 };

size_t layout_behind_mark(const struct layout *l, size_t at)
{
	bool marked = false;

	for (size_t n = 0; n < MARK_REACH && at > 0; n++) {
		at--;
		if (line_is(l, at, LINE_MARK))
			marked = true;
		else if (!line_is(l, at, LINE_BLANK))
			return marked ? at : l->lines.n;
	}
	return l->lines.n;
}

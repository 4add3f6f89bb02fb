/* Lines of a page that are none of its text: its number, and the buttons of a web page. */
#include "import/layout_page.h"

#include "base/utf8.h"
#include "import/signs.h"

enum {
	MARK_CHARS = 24, /* no page mark is longer */
	PAGES_MIN = 3,	 /* so many numbers count pages */
	PAGE_LINES = 2,	 /* with more than bars, at least */
	NEAR_LINES = 32, /* looked at for a number beside another */
};

/* Up to MARK_CHARS characters of `s` without white space; the count, or 0 where there are more, or
 * white space parts digits: "1 1 4 / 3 4 13" is a row of numbers. */
static size_t squeezed(struct str s, unsigned out[MARK_CHARS])
{
	size_t n = 0;
	bool gap = false;

	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if (utf8_is_space(ch)) {
			gap = true;
			continue;
		}
		if (n == MARK_CHARS ||
			(gap && n > 0 && sign_is_digit(ch) && sign_is_digit(out[n - 1])))
			return 0;
		out[n++] = ch;
		gap = false;
	}
	return n;
}

/* Past the digits from `i` on, no more than four of them; `i` where there are none. */
static size_t past_digits(const unsigned *ch, size_t i, size_t n)
{
	size_t from = i;

	while (i < n && i - from < 4 && sign_is_digit(ch[i]))
		i++;
	return i;
}

static size_t past_dashes(const unsigned *ch, size_t i, size_t n)
{
	while (i < n && (sign_is_dash(ch[i]) || ch[i] == 0xb7 || ch[i] == '~'))
		i++;
	return i;
}

/* 第5页, with 共12页 behind or a slash and the count. */
static bool is_counted_page(const unsigned *ch, size_t n)
{
	static const unsigned page = 0x9875, nth = 0x7b2c, of = 0x5171;
	size_t i = past_digits(ch, 1, n);

	if (n < 3 || ch[0] != nth || i == 1 || i == n || ch[i] != page)
		return false;
	if (++i < n && (sign_is_slash(ch[i]) || ch[i] == ',' || ch[i] == 0xff0c))
		i++;
	if (i == n)
		return true;
	i += ch[i] == of;
	size_t count = past_digits(ch, i, n);

	return count > i && (count == n || (count + 1 == n && ch[count] == page));
}

static size_t past_word(const unsigned *ch, size_t i, size_t n, const char *word)
{
	size_t at = i;

	for (; *word; word++, at++)
		if (at == n || (ch[at] | 0x20) != (unsigned)*word)
			return i;
	return at;
}

/* P. 5, Page 5, with of 12 behind, a slash and the count, or a dash and the document's name. */
static bool is_lettered_page(const unsigned *ch, size_t n)
{
	size_t word = past_word(ch, 0, n, "page");
	size_t from = word > 0 ? word : past_word(ch, 0, n, "p");

	from += from > 0 && from < n && ch[from] == '.';
	size_t i = past_digits(ch, from, n);
	if (from == 0 || i == from)
		return false;
	if (i == n || (word > 0 && past_dashes(ch, i, n) > i))
		return true;
	size_t of = sign_is_slash(ch[i]) ? i + 1 : past_word(ch, i, n, "of");
	return of > i && past_digits(ch, of, n) == n && of < n;
}

/* 【字体：大 中 小】, 【打印】【关闭】: what pages print between such brackets is for the screen,
 * where it is several words. One word may be a title's. */
static bool is_button(const unsigned *ch, size_t n)
{
	static const unsigned open = 0x3010, close = 0x3011;
	size_t depth = 0, words = 0;

	for (size_t i = 0; i < n; i++) {
		if (depth == 0 && ch[i] != open)
			return false;
		words += ch[i] == open || ch[i] == ':' || ch[i] == 0xff1a;
		depth = ch[i] == open ? depth + 1 : ch[i] == close ? depth - 1 : depth;
	}
	return depth == 0 && words > 1;
}

static bool is_worded(const unsigned *ch, size_t n)
{
	return n > 0 && (is_counted_page(ch, n) || is_lettered_page(ch, n) || is_button(ch, n));
}

bool layout_is_page_mark(struct str s)
{
	unsigned ch[MARK_CHARS];
	size_t n = squeezed(s, ch);
	size_t number = past_dashes(ch, 0, n), behind = past_digits(ch, number, n);

	if (n == 0)
		return false;
	if (number > 0)
		return behind > number && behind < n && past_dashes(ch, behind, n) == n;
	if (behind > 0)
		return behind < n && sign_is_slash(ch[behind]) && behind + 1 < n &&
		       past_digits(ch, behind + 1, n) == n;
	return is_worded(ch, n);
}

/* A mark that no cell can be: not "3 / 7", which two numbers may be. */
static bool is_plain_mark(const struct layout *l, size_t line)
{
	unsigned ch[MARK_CHARS];
	const struct layout_line *v = &l->lines.v[line];

	return v->flags & LINE_MARK &&
	       is_worded(ch, squeezed(str_slice(l->text, v->from, v->to), ch));
}

static bool is_open(const struct layout *l, size_t line)
{
	return line >= l->lines.n || line_is(l, line, LINE_BLANK | LINE_FEED | LINE_MARK);
}

/* The number that the line's digits are, where it has nothing else; STR_NONE: it has. */
static size_t digits_alone(const struct layout *l, size_t line)
{
	unsigned ch[MARK_CHARS];
	const struct layout_line *v = &l->lines.v[line];
	size_t number = 0;

	if (!(v->flags & LINE_NUMBER) || v->bars || v->tabs)
		return STR_NONE;
	size_t n = squeezed(str_slice(l->text, v->from, v->to), ch);

	if (n == 0 || past_digits(ch, 0, n) < n)
		return STR_NONE;
	for (size_t i = 0; i < n; i++)
		number = number * 10 + (ch[i] >= 0xff10 ? ch[i] - 0xff10 : ch[i] - '0');
	return number;
}

/* The same of a line between blank lines, a page's end or the text's. */
static size_t lone_number(const struct layout *l, size_t line)
{
	return is_open(l, line + 1) && (line == 0 || is_open(l, line - 1)) ? digits_alone(l, line)
									   : STR_NONE;
}

/* The number that is the last line of the page that ends there, and nothing else on that line;
 * STR_NONE: none. */
static size_t last_number(const struct layout *l, size_t feed, size_t *line)
{
	*line = feed;
	while (*line > 0 && line_is(l, *line - 1, LINE_BLANK))
		--*line;
	return *line > 0 ? digits_alone(l, --*line) : STR_NONE;
}

static void mark_number(struct layout *l, size_t line)
{
	struct layout_line *v = &l->lines.v[line];

	v->flags = (uint16_t)((v->flags & ~(LINE_NUMBER | LINE_VALUES)) | LINE_MARK);
}

/* The number that ends the page, counted from 1, whose feed that is; *page counts feeds. */
static size_t number_of(const struct layout *l, size_t line, size_t *page, size_t *at)
{
	if (!line_is(l, line, LINE_FEED))
		return STR_NONE;
	++*page;
	return last_number(l, line, at);
}

/* The number of the page before the first, as the last lines of the pages count them: the second
 * says, and all but the first and the last page have to agree. Two numbers alone do only as they
 * are counted from one. false: they do not. */
static bool feeds_count(const struct layout *l, size_t *before)
{
	size_t pages = 0, page = 0, counted = 0, at;

	for (size_t i = 0; i < l->lines.n; i++) {
		size_t number = number_of(l, i, &pages, &at);

		if (pages == 2 && number != STR_NONE)
			*before = number - 2;
	}
	for (size_t i = 0; i < l->lines.n; i++) {
		size_t number = number_of(l, i, &page, &at);
		bool counts = number != STR_NONE && number - page == *before;

		counted += counts;
		if (line_is(l, i, LINE_FEED) && !counts && page > 1 && page < pages)
			return false;
	}
	return counted >= PAGES_MIN || (counted > 1 && *before == 0);
}

static void mark_counts(struct layout *l, size_t before)
{
	size_t page = 0, at;

	for (size_t i = 0; i < l->lines.n; i++) {
		size_t number = number_of(l, i, &page, &at);

		if (number != STR_NONE && number - page == before)
			mark_number(l, at);
	}
}

static const unsigned cell_signs = LINE_TAB_FIRST | LINE_BAR_FIRST | LINE_BAR_LAST;

/* The signs of a cell that the next line up (-1) or down (1) has that is no blank. */
static unsigned signs_beside(const struct layout *l, size_t line, int step)
{
	for (size_t i = line + (size_t)step; i < l->lines.n; i += (size_t)step)
		if (!line_is(l, i, LINE_BLANK) || l->lines.v[i].tabs)
			return l->lines.v[i].flags & cell_signs;
	return 0;
}

/* Counts the numbers near the line, up (-1) or down (1); false: one of them has no such sign, as
 * the last cells of rows may have none. */
static bool are_signed(const struct layout *l, size_t line, int step, size_t *numbers)
{
	size_t i = line + (size_t)step;

	for (size_t n = 0; n < NEAR_LINES && i < l->lines.n; n++, i += (size_t)step) {
		if (!line_is(l, i, LINE_NUMBER))
			continue;
		if (!line_is(l, i, cell_signs))
			return false;
		++*numbers;
	}
	return true;
}

/* Is it amid cells that all have a sign of theirs, and has none? */
static bool is_signless(const struct layout *l, size_t line)
{
	size_t numbers = 0;

	return signs_beside(l, line, -1) & signs_beside(l, line, 1) &&
	       are_signed(l, line, -1, &numbers) && are_signed(l, line, 1, &numbers) && numbers > 0;
}

static void mark_signless(struct layout *l)
{
	for (size_t i = 0; i < l->lines.n; i++)
		if (lone_number(l, i) != STR_NONE && is_signless(l, i))
			mark_number(l, i);
}

static void mark_counting(struct layout *l)
{
	size_t pages = 0, before = 0, lines = 0;

	for (size_t i = 0; i < l->lines.n; i++) {
		size_t number = lone_number(l, i);

		lines += l->lines.v[i].chars > l->lines.v[i].bars;
		if (number == STR_NONE)
			continue;
		if (pages > 0 && (number != before + 1 || lines <= PAGE_LINES))
			return;
		before = number;
		lines = 0;
		pages++;
	}
	for (size_t i = 0; i < l->lines.n && pages >= PAGES_MIN; i++)
		if (lone_number(l, i) != STR_NONE)
			mark_number(l, i);
}

void layout_count_pages(struct layout *l)
{
	size_t page = STR_NONE;

	if (feeds_count(l, &page)) {
		mark_counts(l, page);
		return;
	}
	mark_counting(l);
	mark_signless(l);
}

void layout_drop_marks(struct layout *l)
{
	size_t kept = 0;

	for (size_t i = 0; i < l->lines.n; i++) {
		const struct layout_line *v = &l->lines.v[i];
		bool apart = i == 0 || (is_open(l, i - 1) && is_open(l, i + 1));

		if (apart || !is_plain_mark(l, i))
			l->lines.v[kept++] = *v;
		else
			*vec_push(&l->dropped) = (struct text_span){v->from, v->to};
	}
	l->lines.n = kept;
}

struct text_span layout_trim_marks(struct str text, struct text_span cell)
{
	for (;;) {
		struct str s = str_trim(str_slice(text, cell.from, cell.to));
		unsigned ch[MARK_CHARS];
		size_t from = s.n;

		while (from > 0 && s.p[from - 1] != '\n')
			from--;
		if (from == 0 || !is_worded(ch, squeezed(str_slice(s, from, s.n), ch)))
			return cell;
		cell.to = (size_t)(s.p - text.p) + from;
	}
}

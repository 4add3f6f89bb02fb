/* Which lines of a page are a table's. */
#include "import/pdf_table.h"

#include "base/utf8.h"
#include "import/pdf_extent.h"

/* Lines of one table are no farther apart, in em. */
#define LINE_GAP 2.2
/* So many lines of one piece may come between lines of several. */
#define SINGLES_MAX 16
/* Before the first and behind the last line of several pieces. */
#define LEAD_MAX 8
#define TRAIL_MAX 8
/* Lines below one another reach into each other by no more, in em. */
#define BESIDE 0.3
/* A line of one piece that takes this much of the page's width is prose. */
#define PROSE_WIDTH 0.62

static bool is_numeral(unsigned ch)
{
	return utf8_is_han_numeral(ch) || (ch >= '0' && ch <= '9') ||
	       (ch >= 0xff10 && ch <= 0xff19);
}

/* The mark behind the numerals at the begin, in *mark; how many numerals. */
static size_t numbering(struct str s, bool *bracket, unsigned *mark, bool *han)
{
	size_t n = 0;

	*bracket = *han = false;
	*mark = 0;
	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if (n == 0 && !*bracket && (ch == '(' || ch == 0xff08)) {
			*bracket = true;
		} else if (is_numeral(ch)) {
			*han = utf8_is_han_numeral(ch);
			n++;
		} else {
			*mark = at < s.n || n > 0 ? ch : 0;
			break;
		}
	}
	return n;
}

bool pdf_is_numbered(struct str s)
{
	bool bracket, han;
	unsigned mark;
	size_t n = numbering(s, &bracket, &mark, &han);

	if (n == 0 || n > 3)
		return false;
	if (bracket)
		return mark == ')' || mark == 0xff09;
	return mark == 0x3001 || (!han && (mark == '.' || mark == 0xff0e || mark == 0xff0c));
}

bool pdf_is_section(struct str s)
{
	bool bracket, han;
	unsigned mark;
	size_t n = numbering(s, &bracket, &mark, &han);

	return n > 0 && n <= 3 && !bracket && han && mark == 0x3001;
}

static double gap(const struct pdf_line *above, const struct pdf_line *below)
{
	return below->y0 - above->y1;
}

static struct str first_word(const struct pdf_page *p, const struct pdf_line *l)
{
	return p->words.v[l->first].text;
}

static bool holds_number(const struct pdf_page *p, const struct pdf_line *l)
{
	for (size_t i = l->first; i < l->first + l->n; i++)
		if (p->words.v[i].number)
			return true;
	return false;
}

/* Does another line reach into the height of this one? Then they are of cells side by side. */
static bool is_beside(const struct pdf_page *p, size_t at)
{
	const struct pdf_line *l = &p->lines.v[at];

	return (at > 0 && gap(l - 1, l) < -BESIDE * p->em) ||
	       (at + 1 < p->lines.n && gap(l, l + 1) < -BESIDE * p->em);
}

/* A section's heading has no values of its own beside it: nothing with numbers is as near as the
 * halves of a label are to their row. */
static bool is_heading(const struct pdf_page *p, size_t at)
{
	const struct pdf_line *l = &p->lines.v[at];

	if (l->pieces > 1 || !pdf_is_section(first_word(p, l)) || is_beside(p, at))
		return false;
	if (at > 0 && holds_number(p, l - 1) && gap(l - 1, l) < 0)
		return false;
	for (size_t k = 1; k <= 3 && at + k < p->lines.n; k++)
		if (holds_number(p, l + k) && l[k].pieces > 1)
			return gap(l, l + k) > 0.9 * p->em;
	return true;
}

static bool is_prose(const struct pdf_page *p, size_t at)
{
	const struct pdf_line *l = &p->lines.v[at];

	return l->pieces == 1 &&
	       l->x1 - l->x0 > PROSE_WIDTH * greater(p->right - p->left, p->width / 3);
}

static bool is_stop(const struct pdf_page *p, size_t at)
{
	return p->lines.v[at].kind == PDF_MARK || is_prose(p, at) || is_heading(p, at);
}

/* Behind the last line of several pieces that belongs to the table which has one at `at`. */
static size_t find_end(const struct pdf_page *p, size_t at)
{
	size_t end = at + 1, singles = 0;

	for (size_t i = at + 1; i < p->lines.n && i - at < PDF_LINES_MAX; i++) {
		const struct pdf_line *l = &p->lines.v[i];

		if (is_stop(p, i) || gap(l - 1, l) > LINE_GAP * p->em || singles > SINGLES_MAX)
			break;
		singles = l->pieces > 1 ? 0 : singles + 1;
		if (l->pieces > 1)
			end = i + 1;
	}
	return end;
}

bool pdf_stretch_find(const struct pdf_page *p, size_t at, struct pdf_stretch *s)
{
	size_t first = at, end;

	while (first < p->lines.n && (p->lines.v[first].pieces == 1 || is_stop(p, first)))
		first++;
	if (first == p->lines.n)
		return false;
	end = find_end(p, first);
	s->sure = end;
	for (size_t n = 0; n < LEAD_MAX && first > at; n++, first--)
		if (is_stop(p, first - 1) ||
			gap(&p->lines.v[first - 1], &p->lines.v[first]) > LINE_GAP * p->em)
			break;
	for (size_t n = 0; n < TRAIL_MAX && end < p->lines.n; n++, end++)
		if (is_stop(p, end) || p->lines.v[end].pieces > 1 ||
			gap(&p->lines.v[end - 1], &p->lines.v[end]) > p->em)
			break;
	s->from = first;
	s->to = end;
	return true;
}

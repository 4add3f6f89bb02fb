/* Lines at the edges of pages. */
#include "import/pdf_marks.h"

#include <math.h>

#include "base/utf8.h"
#include "import/pdf_extent.h"

/* A page mark stands in this much of the page's height at its top or bottom. */
#define EDGE 0.1
/* and, where it is the number of the page, below this much of it; the page's end, too. */
#define LOW 0.6
#define MARK_CHARS 16
/* and so far from other lines, in em. */
#define MARK_GAP 0.8
/* Of two heights, by so much of the greater one. */
#define SAME_HEIGHT 0.25
/* A running head has no more words. */
#define EDGE_WORDS 64

static bool is_mark_char(unsigned ch)
{
	static const unsigned others[] = {'-', '/', '.', '~', '|', 0x2014, 0x2013, 0x2212, 0xff0d,
		0x2015, 0xb7, 0x7b2c, 0x9875, 0x5171, 0x30fb};

	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
		if (ch == others[i])
			return true;
	return (ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19) || utf8_is_space(ch);
}

/* "- 5 -", "—5—", "5", "第5页 共9页" */
static bool is_page_number(struct str s)
{
	size_t n = 0, digits = 0;

	for (size_t at = 0; at < s.n; n++) {
		unsigned ch = utf8_next(s, &at);

		if (!is_mark_char(ch))
			return false;
		digits += (ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19);
	}
	return digits > 0 && digits <= 6 && n <= MARK_CHARS;
}

/* In the page's margin, apart from everything else. */
static bool is_at_edge(const struct pdf_page *p, const struct pdf_line *l)
{
	const struct pdf_line *first = p->lines.v, *last = first + p->lines.n - 1;

	if (l->y1 < EDGE * p->height)
		return l == last || l[1].y0 - l->y1 > MARK_GAP * p->em;
	return l->y0 > (1 - EDGE) * p->height &&
	       (l == first || l->y0 - l[-1].y1 > MARK_GAP * p->em);
}

/* Does it say which page this is? Margins differ, so it may stand higher than at the edge. */
static bool tells_page(const struct pdf_page *p, const struct pdf_line *l, struct str s)
{
	unsigned number = 0;

	if (l != p->lines.v + p->lines.n - 1 || l->y0 < LOW * p->height)
		return false;
	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if (ch >= '0' && ch <= '9')
			number = number * 10 + ch - '0';
	}
	return number == p->number;
}

/* Without digits and blanks. */
static void add_bare(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		unsigned ch = utf8_next(s, &at);

		if (!utf8_is_space(ch) && !(ch >= '0' && ch <= '9'))
			buf_add(out, str_slice(s, from, at));
	}
}

static bool is_repeated(const struct pdf_line *l, struct str bare, const struct pdf_edge *before)
{
	double height = l->y1 - l->y0;

	return bare.n && str_eq(bare, buf_str(&before->text)) &&
	       fabs(height - before->height) < SAME_HEIGHT * greater(height, before->height);
}

static void mark_line(struct pdf_page *p, struct pdf_line *l, struct pdf_edge *before)
{
	struct buf text = {0}, bare = {0};

	pdf_words_text(p, l->first, l->n, &text);
	add_bare(&bare, buf_str(&text));
	bool number = is_page_number(buf_str(&text));

	if (l->kind == PDF_PROSE &&
		((is_at_edge(p, l) && (number || is_repeated(l, buf_str(&bare), before))) ||
			(number && tells_page(p, l, buf_str(&text)))))
		l->kind = PDF_MARK;
	buf_free(&text);
	buf_free(&before->text);
	*before = (struct pdf_edge){bare, l->y1 - l->y0};
}

void pdf_marks_find(struct pdf_marks *m, struct pdf_page *p)
{
	if (p->lines.n == 0)
		return;
	mark_line(p, &p->lines.v[p->lines.n - 1], &m->foot);
	mark_line(p, &p->lines.v[0], &m->head);
}

/* --- a page that has no lines yet --- */

static double middle_of(const struct pdf_word *w)
{
	return pdf_middle(w->y0, w->y1);
}

/* Of the words in line with `edge`, the first to the right of `than`; NULL: none. */
static const struct pdf_word *next_right(
	const struct pdf_page *p, const struct pdf_word *edge, const struct pdf_word *than)
{
	const struct pdf_word *best = NULL;

	for (size_t i = 0; i < p->words.n; i++) {
		const struct pdf_word *w = &p->words.v[i];

		if (middle_of(w) < edge->y0 || middle_of(w) > edge->y1 ||
			(than && (w->x0 < than->x0 || (w->x0 == than->x0 && w <= than))))
			continue;
		if (!best || w->x0 < best->x0)
			best = w;
	}
	return best;
}

/* The line that the word is in. */
static void look_at(struct pdf_edge *e, const struct pdf_page *p, const struct pdf_word *edge)
{
	const struct pdf_word *w = NULL;

	buf_clear(&e->text);
	e->height = edge->y1 - edge->y0;
	for (size_t n = 0; n < EDGE_WORDS && (w = next_right(p, edge, w)) != NULL; n++)
		add_bare(&e->text, w->text);
}

void pdf_marks_ahead(struct pdf_marks *m, const struct pdf_page *next)
{
	const struct pdf_word *top = next->words.v, *bottom = top;

	if (next->words.n == 0)
		return;
	for (size_t i = 1; i < next->words.n; i++) {
		const struct pdf_word *w = &next->words.v[i];

		if (middle_of(w) < middle_of(top))
			top = w;
		if (middle_of(w) > middle_of(bottom))
			bottom = w;
	}
	look_at(&m->head, next, top);
	look_at(&m->foot, next, bottom);
}

void pdf_marks_free(struct pdf_marks *m)
{
	buf_free(&m->head.text);
	buf_free(&m->foot.text);
}

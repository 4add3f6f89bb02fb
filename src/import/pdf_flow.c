/* Paragraphs. A line goes on with the paragraph where the line before it reaches the right margin
 * and it begins at the left one, as lines within a paragraph do and first lines, indented, do not.
 */
#include "import/pdf_flow.h"

#include <math.h>

#include "base/utf8.h"
#include "import/pdf_extent.h"
#include "import/pdf_table.h"

/* How far from the margins, in em. */
#define RIGHT_SLACK 1.8
#define LEFT_SLACK 0.8
/* A line is wide that takes this much of the widest. */
#define WIDE 0.6

void pdf_flow_margins(struct pdf_page *p)
{
	double widest = 0, left = INFINITY, right = 0;

	for (size_t i = 0; i < p->lines.n; i++)
		if (p->lines.v[i].kind == PDF_PROSE)
			widest = greater(widest, p->lines.v[i].x1 - p->lines.v[i].x0);
	for (size_t i = 0; i < p->lines.n; i++) {
		const struct pdf_line *l = &p->lines.v[i];

		if (l->kind != PDF_PROSE || l->x1 - l->x0 < WIDE * widest)
			continue;
		left = lesser(left, l->x0);
		right = greater(right, l->x1);
	}
	if (left < right) {
		p->left = left;
		p->right = right;
	}
}

static void put_marks(struct pdf_flow *f)
{
	for (size_t i = 0; i < f->marks.n; i++) {
		struct pdf_mark *m = &f->marks.v[i];

		feed_page(f->out, m->page);
		feed_mark(f->out, feed_plain(f->out, buf_str(&m->text)));
		feed_plain(f->out, STR("\n"));
		buf_free(&m->text);
	}
	f->marks.n = 0;
}

void pdf_flow_end(struct pdf_flow *f)
{
	if (f->text.n) {
		feed_page(f->out, f->page);
		feed_para(f->out, feed_plain(f->out, buf_str(&f->text)));
		feed_plain(f->out, STR("\n"));
		buf_clear(&f->text);
	}
	put_marks(f);
	f->full = f->wide = false;
}

void pdf_flow_free(struct pdf_flow *f)
{
	buf_free(&f->text);
	for (size_t i = 0; i < f->marks.n; i++)
		buf_free(&f->marks.v[i].text);
	vec_free(&f->marks);
}

static bool is_wide(unsigned ch)
{
	return ch > 0x7f && utf8_width(ch, 2) == 2;
}

static bool is_digit(unsigned ch)
{
	return ch >= '0' && ch <= '9';
}

/* The end of a line is a blank only between words of letters. */
static bool is_blank_between(struct str a, struct str b)
{
	size_t at = utf8_prev(a, a.n), first = 0;
	unsigned last = utf8_next(a, &at), next = utf8_next(b, &first);

	return !is_wide(last) && !is_wide(next) && !(is_digit(last) && is_digit(next));
}

/* The rest of a title that was too long for its line: in the middle below it. */
static bool is_centred(const struct pdf_page *p, const struct pdf_line *l)
{
	double height = l->y1 - l->y0;

	return l->x0 > p->left + 0.5 * height &&
	       fabs(pdf_middle(l->x0, l->x1) - pdf_middle(p->left, p->right)) < 0.5 * height;
}

static bool goes_on(const struct pdf_flow *f, const struct pdf_page *p, const struct pdf_line *l)
{
	double height = l->y1 - l->y0;
	bool in_place =
		(f->full && l->x0 <= p->left + LEFT_SLACK * p->em) || (f->wide && is_centred(p, l));

	return f->text.n && in_place && l->pieces == 1 &&
	       fabs(height - f->height) < 0.25 * greater(height, f->height) &&
	       !pdf_is_section(p->words.v[l->first].text);
}

void pdf_flow_mark(struct pdf_flow *f, struct str text, unsigned page)
{
	struct pdf_mark *m = vec_push(&f->marks);

	buf_add(&m->text, text);
	m->page = page;
}

void pdf_flow_line(struct pdf_flow *f, const struct pdf_page *p, const struct pdf_line *l)
{
	struct buf line = {0};

	pdf_words_text(p, l->first, l->n, &line);
	if (l->kind == PDF_MARK) {
		pdf_flow_mark(f, buf_str(&line), p->number);
		buf_free(&line);
		return;
	}
	if (!goes_on(f, p, l)) {
		pdf_flow_end(f);
		f->page = p->number;
	} else if (is_blank_between(buf_str(&f->text), buf_str(&line))) {
		buf_addc(&f->text, ' ');
	}
	buf_add(&f->text, buf_str(&line));
	buf_free(&line);
	f->height = l->y1 - l->y0;
	/* a line with wide gaps is a row of something */
	f->full = l->pieces == 1 && l->x1 >= p->right - RIGHT_SLACK * p->em;
	f->wide = l->pieces == 1 && (p->right - p->left) - (l->x1 - l->x0) < 2 * f->height;
}

/* Words to boxes, boxes to a grid. */
#include "import/pdf_ruled.h"

#include <math.h>
#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "import/layout.h"
#include "import/pdf_extent.h"
#include "import/pdf_overprint.h"
#include "import/pdf_table.h"
#include "import/weigh.h"

/* Borders may be so wide, in points. */
#define BORDER 1.5
/* The least width of a digit in em. */
#define DIGIT 0.5
/* What runs over its box runs over below: a word is in the box where this much of it begins. */
#define ABOVE 0.4
/* Numbers in one box so far apart, in em, stand in two columns that nothing parts. */
#define APART 1.5
/* Cells with more words hold no number that others could be printed on. */
#define OVER_MAX 32

/* --- words --- */

static bool holds(const struct pdf_box *b, const struct pdf_word *w)
{
	double x = pdf_middle(w->x0, w->x1), y = w->y0 + ABOVE * (w->y1 - w->y0);

	return b->x0 <= x && x < b->x1 && b->y0 <= y && y < b->y1;
}

static bool lies_in(const struct pdf_frame *f, const struct pdf_word *w)
{
	struct pdf_box all = {
		0, 0, 0, 0, f->x.v[0], f->y.v[0], f->x.v[f->x.n - 1], f->y.v[f->y.n - 1]};

	return holds(&all, w);
}

static double width_of(unsigned ch)
{
	return utf8_width(ch, 2) == 2 ? 2 : 1;
}

/* The byte of the word that begins nearest to x, by the usual widths of characters. */
static size_t byte_at(const struct pdf_word *w, double x)
{
	double all = 0, now = 0, best = INFINITY;
	size_t found = 0;

	for (size_t at = 0; at < w->text.n;)
		all += width_of(utf8_next(w->text, &at));
	for (size_t at = 0; at < w->text.n;) {
		double here = w->x0 + (w->x1 - w->x0) * now / all;

		if (fabs(here - x) < best) {
			best = fabs(here - x);
			found = at;
		}
		now += width_of(utf8_next(w->text, &at));
	}
	return found;
}

/* Words of two boxes that stand so close that they were taken for one. */
static void cut_word(struct pdf_page *p, size_t word, const struct pdf_frame *f)
{
	for (size_t i = 0; i < f->boxes.n; i++) {
		const struct pdf_box *b = &f->boxes.v[i];
		struct pdf_word w = p->words.v[word];
		double y = pdf_middle(w.y0, w.y1), slack = 0.2 * (w.y1 - w.y0);

		if (y < b->y0 || y >= b->y1 || b->x1 < w.x0 + slack || b->x1 > w.x1 - slack ||
			b->x1 >= f->x.v[f->x.n - 1])
			continue;
		size_t at = byte_at(&w, b->x1);

		if (at == 0)
			continue;
		p->words.v[word].x1 = b->x1;
		p->words.v[word].text = str_slice(w.text, 0, at);
		p->words.v[word].number = layout_is_number(p->words.v[word].text);
		pdf_page_add(p, b->x1, w.y0, w.x1, w.y1, str_slice(w.text, at, w.text.n));
	}
}

static void cut_words(struct pdf_page *p, const struct pdf_frame *f)
{
	for (size_t i = 0; i < p->words.n; i++)
		if (lies_in(f, &p->words.v[i]))
			cut_word(p, i, f);
}

/* --- a box --- */

/* Words of a box as lines. */
static void gather(struct pdf_page *in, const struct pdf_page *p, const struct pdf_box *b)
{
	*in = (struct pdf_page){.arena = p->arena};
	for (size_t i = 0; i < p->words.n; i++)
		if (holds(b, &p->words.v[i]))
			*vec_push(&in->words) = p->words.v[i];
	pdf_lines_find(in);
}

static void release(struct pdf_page *in)
{
	vec_free(&in->words);
	vec_free(&in->lines);
}

static bool is_of_number(unsigned ch)
{
	return (ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19) || ch == '.' ||
	       ch == ',' || ch == 0xff0c || ch == 0xff0e;
}

static bool ends_in_number(struct str s)
{
	size_t at = s.n ? utf8_prev(s, s.n) : 0;

	return s.n && is_of_number(utf8_next(s, &at));
}

static bool begins_with_number(struct str s)
{
	size_t at = 0;

	return s.n && is_of_number(utf8_next(s, &at));
}

/* A line that has no room for one character more, so wide in em, was broken for that. */
static bool is_full(
	const struct pdf_box *b, const struct pdf_line *l, double em, double slack, double more)
{
	return b->x1 - b->x0 - slack - (l->x1 - l->x0) < more * em + BORDER;
}

/* The width of a digit in em, by those of the line. */
static double digit_of(const struct pdf_page *in, const struct pdf_line *l)
{
	size_t n = 0;

	for (size_t i = l->first; i < l->first + l->n; i++)
		n += utf8_count(in->words.v[i].text);
	return greater(DIGIT, n > 0 ? 1.05 * (l->x1 - l->x0) / (double)n / in->em : 0);
}

/* The lines of a box; digits go on over a line's end that was full. */
static void put_lines(struct pdf_ruled_cell *c, const struct pdf_page *in, double slack)
{
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct pdf_line *l = &in->lines.v[i];
		struct buf line = {0};

		pdf_words_text(in, l->first, l->n, &line);
		if (i > 0 && !(is_full(&c->box, l - 1, in->em, slack, digit_of(in, l - 1)) &&
				     ends_in_number(buf_str(&c->text)) &&
				     begins_with_number(buf_str(&line))))
			buf_addc(&c->text, '\n');
		buf_add(&c->text, buf_str(&line));
		buf_free(&line);
		c->full = is_full(
			&c->box, l, in->em, slack, ends_in_number(buf_str(&c->text)) ? DIGIT : 1);
	}
	struct weight w = weigh(buf_str(&c->text), true);
	struct str text = buf_str(&c->text);

	c->numbered = pdf_is_numbered(text);
	c->digit = begins_with_number(text);
	c->number = !c->numbered && c->digit && weigh_is_number(w.text, w.strong);
}

/* The least that any line leaves free in its box: the room on both sides that none may use. */
static double find_slack(const struct pdf_frame *f, const struct pdf_page *p)
{
	double slack = INFINITY;

	for (size_t i = 0; i < f->boxes.n; i++) {
		const struct pdf_box *b = &f->boxes.v[i];
		struct pdf_page in;

		gather(&in, p, b);
		for (size_t k = 0; k < in.lines.n; k++)
			slack = lesser(
				slack, b->x1 - b->x0 - (in.lines.v[k].x1 - in.lines.v[k].x0));
		release(&in);
	}
	return greater(slack, 0);
}

/* Numbers side by side, far apart: borders are not what parts them. */
static bool holds_columns(const struct pdf_page *in)
{
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct pdf_word *w = in->words.v + in->lines.v[i].first;

		for (size_t k = 1; k < in->lines.v[i].n; k++)
			if (w[k - 1].number && w[k].number &&
				w[k].x0 - w[k - 1].x1 > APART * in->em)
				return true;
	}
	return false;
}

/* --- the table --- */

static bool fill_cells(struct pdf_ruled *t, const struct pdf_page *p, const struct pdf_frame *f)
{
	double slack = find_slack(f, p);
	bool good = true;

	for (size_t i = 0; i < f->boxes.n && good; i++) {
		struct pdf_ruled_cell *c = vec_push(&t->cells);
		struct pdf_page in;

		c->box = f->boxes.v[i];
		gather(&in, p, &c->box);
		good = !holds_columns(&in);
		c->unsure = in.words.n <= OVER_MAX && pdf_overprint_is_in(&in);
		put_lines(c, &in, slack);
		release(&in);
	}
	return good;
}

static bool is_table(const struct pdf_ruled *t)
{
	struct nature n = {0};
	size_t row = 0, cols = 0;

	for (size_t i = 0; i < t->cells.n; i++) {
		const struct pdf_ruled_cell *c = &t->cells.v[i];
		struct weight w = weigh(buf_str(&c->text), true);

		cols = c->box.row == row ? cols + 1 : 1;
		row = c->box.row;
		n.cols = cols > n.cols ? cols : n.cols;
		n.filled += w.text > 0;
		if (weigh_is_number(w.text, w.strong)) {
			n.numbers++;
		} else if (weigh_is_prose(w.text, w.sentences)) {
			n.prose++;
			n.within += w.strong;
		}
	}
	return n.filled > 0 && !nature_is_scaffold(&n);
}

static void drop_words(struct pdf_page *p, const struct pdf_frame *f)
{
	size_t n = 0;

	for (size_t i = 0; i < p->words.n; i++)
		if (!lies_in(f, &p->words.v[i]))
			p->words.v[n++] = p->words.v[i];
	p->words.n = n;
}

bool pdf_ruled_take(struct pdf_ruled *t, struct pdf_page *p, const struct pdf_frame *f,
	struct pdf_ruled *before)
{
	*t = (struct pdf_ruled){p->number, f->x.v[0], f->y.v[0], f->x.v[f->x.n - 1],
		f->y.v[f->y.n - 1], f->y.n - 1, .cells = {0}};
	for (size_t i = 0; i < f->x.n; i++)
		*vec_push(&t->x) = f->x.v[i];
	cut_words(p, f);
	if (!fill_cells(t, p, f) || !(is_table(t) || (before && pdf_ruled_follows(before, t)))) {
		pdf_ruled_free(t);
		return false;
	}
	drop_words(p, f);
	return true;
}

void pdf_ruled_doubt_under(struct pdf_ruled *t, const struct pdf_ruled *first)
{
	if (t->x0 > first->x0 && t->x1 < first->x1 && t->y0 > first->y0 && t->y1 < first->y1)
		return;
	for (size_t i = 0; i < t->cells.n; i++) {
		const struct pdf_box *b = &t->cells.v[i].box;

		if (first->x0 + BORDER < b->x1 && b->x0 < first->x1 - BORDER &&
			first->y0 + BORDER < b->y1 && b->y0 < first->y1 - BORDER)
			t->cells.v[i].unsure = true;
	}
}

bool pdf_ruled_is_open(const struct pdf_ruled *t, double x0, double x1)
{
	if (x0 < t->x.v[0] || x1 > t->x.v[t->x.n - 1])
		return false;
	for (size_t i = 0; i < t->cells.n; i++) {
		const struct pdf_box *b = &t->cells.v[i].box;

		if (b->rowspan == 1 && b->row + 1 == t->rows && b->x0 < x1 - BORDER &&
			x0 + BORDER < b->x1)
			return false;
	}
	return true;
}

void pdf_ruled_free(struct pdf_ruled *t)
{
	for (size_t i = 0; i < t->cells.n; i++)
		buf_free(&t->cells.v[i].text);
	vec_free(&t->cells);
	vec_free(&t->x);
}

/* Has each row boxes side by side up to the last column, and is nothing in doubt? At its begin it
 * may have none, where a page ends within a label of several rows. */
static bool is_tiled(const struct pdf_ruled *t)
{
	size_t cols = 0, n = 1;

	for (size_t i = 0; i < t->cells.n; i++) {
		if (t->cells.v[i].unsure)
			return false;
		size_t right = t->cells.v[i].box.col + t->cells.v[i].box.colspan;

		cols = right > cols ? right : cols;
	}
	for (size_t row = 0; row < t->rows && n > 0; row++) {
		size_t first = cols;

		n = 0;
		for (size_t i = 0; i < t->cells.n; i++) {
			const struct pdf_box *b = &t->cells.v[i].box;

			if (row < b->row || row >= b->row + b->rowspan)
				continue;
			first = b->col < first ? b->col : first;
			n += b->colspan;
		}
		if (n != cols - first)
			return false;
	}
	return n > 0;
}

bool pdf_ruled_put(struct feed *out, const struct pdf_ruled *t, struct err *err)
{
	bool good = true;
	size_t row = STR_NONE;

	feed_page(out, t->page);
	feed_grid_begin(out, is_tiled(t) ? FEED_BOXES : FEED_PDF);
	size_t from = feed_length(out);

	for (size_t i = 0; good && i < t->cells.n; i++) {
		const struct pdf_ruled_cell *c = &t->cells.v[i];

		if (c->continued)
			continue;
		if (row != STR_NONE)
			feed_plain(out, row == c->box.row ? STR("\t") : STR("\n"));
		row = c->box.row;
		good = feed_cell(out, row, c->box.col, c->box.rowspan, c->box.colspan,
			feed_plain(out, buf_str(&c->text)));
		if (good && c->unsure)
			feed_unsure(out);
	}
	if (!good)
		return err_set(err, ERR_LIMIT, _("it has more table cells than any report"));
	feed_grid_end(out, (struct text_span){from, feed_length(out)});
	feed_plain(out, STR("\n"));
	return true;
}

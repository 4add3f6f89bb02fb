/* Made reports as PDF: set here, page by page, in a font that is named and not embedded, as Chinese
 * office software does; pdftotext finds its characters by the tables of poppler-data. */
#include "unit/corpus_inside.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define PAGE_WIDTH 595.0
#define PAGE_HEIGHT 842.0
#define MARGIN 70.0
#define TEXT_SIZE 14.0
#define CELL_SIZE 9.0

/* How tables are set. */
struct style {
	double pad;    /* above and below the text of a cell */
	bool centred;  /* else everything begins at the top left */
	bool stacked;  /* headings of tables without labels: a character a line */
	double bottom; /* where pages end */
	double border; /* how wide the lines around cells are; 0: none are drawn */
	double grey;   /* how light they are */
	bool boxed;    /* drawn as where no font has the characters: a box for each */
};

struct setting {
	struct style style;
	VEC(struct buf) pages; /* what is drawn on each */
	double y;	       /* how far the page is filled */
};

static struct setting *own(struct pen *p)
{
	return p->own;
}

/* --- characters --- */

static double char_width(unsigned ch)
{
	return ch < 0x80 ? 0.5 : 1;
}

static double width_of(struct str s, double size)
{
	double width = 0;

	for (size_t at = 0; at < s.n;)
		width += char_width(utf8_next(s, &at)) * size;
	return width;
}

/* A box as fonts have it for what they lack. */
static void put_box(struct buf *out, double x, double base, double size)
{
	buf_addf(out, "0.4 w 0 G %.2f %.2f %.2f %.2f re S\n", x + 0.05 * size, base - 0.18 * size,
		0.5 * size, 0.88 * size);
}

static void put_boxes(struct buf *out, struct str s, double x, double base, double size)
{
	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if (ch >= 0x80)
			put_box(out, x, base, size);
		x += char_width(ch) * size;
	}
}

/* x, y from the top left; y is the line's middle. */
static void put_text(struct pen *p, struct str s, double x, double y, double size)
{
	struct setting *t = own(p);
	struct buf *out = &t->pages.v[t->pages.n - 1];

	if (s.n == 0)
		return;
	double base = PAGE_HEIGHT - y - size * 0.38;

	buf_addf(out, "BT /F %.1f Tf %.2f %.2f Td <", size, x, base);
	for (size_t at = 0; at < s.n;)
		buf_addf(out, "%04X", utf8_next(s, &at));
	buf_adds(out, "> Tj ET\n");
	if (t->style.boxed)
		put_boxes(out, s, x, base, size);
}

/* The lines around [x, x + width) and [y, y + height). */
static void put_border(struct pen *p, double x, double y, double width, double height)
{
	struct setting *t = own(p);

	if (t->style.border > 0)
		buf_addf(&t->pages.v[t->pages.n - 1], "%.2f w %.2f G %.2f %.2f %.2f %.2f re S\n",
			t->style.border, t->style.grey, x, PAGE_HEIGHT - y - height, width, height);
}

static void new_page(struct pen *p)
{
	struct setting *t = own(p);

	vec_push(&t->pages);
	t->y = MARGIN;
	char mark[32];

	snprintf(mark, sizeof mark, "- %zu -", t->pages.n);
	put_text(p, str_of(mark), PAGE_WIDTH / 2 - 12, PAGE_HEIGHT - 30, 10);
}

static void make_room(struct pen *p, double height)
{
	if (own(p)->y + height > own(p)->style.bottom)
		new_page(p);
}

/* Where the line that begins at `at` ends: full, or at a line end; not before a mark that may not
 * begin a line. */
static size_t line_end(struct str s, size_t at, double width, double size)
{
	double used = 0;

	while (at < s.n && s.p[at] != '\n') {
		size_t next = at;

		used += char_width(utf8_next(s, &next)) * size;
		if (used > width + 0.01)
			break;
		at = next;
	}
	return at;
}

/* --- prose --- */

static void put_lines(struct pen *p, struct str s, double indent)
{
	double right = PAGE_WIDTH - MARGIN, x = MARGIN + indent;

	for (size_t at = 0; at < s.n;) {
		size_t end = line_end(s, at, right - x, TEXT_SIZE);

		make_room(p, TEXT_SIZE * 1.8);
		put_text(p, str_slice(s, at, end), x, own(p)->y + TEXT_SIZE * 0.9, TEXT_SIZE);
		own(p)->y += TEXT_SIZE * 1.8;
		at = end;
		x = MARGIN;
	}
}

static void para(struct pen *p, const char *text)
{
	put_lines(p, str_of(text), 2 * TEXT_SIZE);
}

static void title(struct pen *p, const char *text)
{
	double width = width_of(str_of(text), 18);

	put_text(p, str_of(text), PAGE_WIDTH / 2 - width / 2, own(p)->y + 18, 18);
	own(p)->y += 50;
}

/* --- tables --- */

#define LINES_MAX 64

struct lines {
	struct str v[LINES_MAX];
	size_t n;
};

static void break_cell(const struct pcell *c, double width, bool stacked, struct lines *out)
{
	struct str s = str_of(c->text);

	out->n = 0;
	for (size_t at = 0; at < s.n && out->n < LINES_MAX;) {
		size_t end = line_end(s, at, stacked ? CELL_SIZE : width - 4, CELL_SIZE);

		out->v[out->n++] = str_slice(s, at, end);
		at = end < s.n && s.p[end] == '\n' ? end + 1 : end;
	}
}

struct grid_places {
	double x[33], height[64], y[64];
};

static double cell_width(const struct grid_places *g, const struct pcell *c)
{
	return g->x[c->col + c->colspan] - g->x[c->col];
}

static bool is_stacked(struct pen *p, const struct sheet *s, const struct pcell *c)
{
	return own(p)->style.stacked && s->labels == 0 && !c->value && c->colspan == 1;
}

static void find_columns(const struct sheet *s, struct grid_places *g)
{
	static const double labels[] = {34, 48, 92};
	double whole = PAGE_WIDTH - 2 * MARGIN, x = MARGIN;

	for (size_t c = 0; c < s->cols; c++) {
		g->x[c] = x;
		if (s->labels == 3)
			x += c < 3 ? labels[c] : (whole - 174) / (double)(s->cols - 3);
		else
			x += whole / (double)s->cols;
	}
	g->x[s->cols] = x;
}

/* A merged cell that needs more makes its last row higher. */
static void find_heights(struct pen *p, const struct sheet *s, struct grid_places *g)
{
	for (size_t pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < s->cells.n; i++) {
			const struct pcell *c = &s->cells.v[i];
			struct lines l;
			double have = 0;

			if ((c->rowspan > 1) != (pass == 1))
				continue;
			break_cell(c, cell_width(g, c), is_stacked(p, s, c), &l);
			double need =
				(double)(l.n ? l.n : 1) * CELL_SIZE * 1.2 + 2 * own(p)->style.pad;

			for (size_t r = c->row; r < c->row + c->rowspan; r++)
				have += g->height[r];
			if (need > have)
				g->height[c->row + c->rowspan - 1] += need - have;
		}
}

static void put_cell(struct pen *p, const struct sheet *s, const struct grid_places *g,
	const struct pcell *c, size_t last)
{
	struct lines l;
	double width = cell_width(g, c), height = 0, pitch = CELL_SIZE * 1.2;

	break_cell(c, width, is_stacked(p, s, c), &l);
	for (size_t r = c->row; r < c->row + c->rowspan && r < last; r++)
		height += g->height[r];
	double y = g->y[c->row] + own(p)->style.pad;

	put_border(p, g->x[c->col], g->y[c->row], width, height);
	if (own(p)->style.centred)
		y = g->y[c->row] + (height - (double)l.n * pitch) / 2;
	for (size_t i = 0; i < l.n; i++) {
		double x = g->x[c->col] + 2;

		if (own(p)->style.centred)
			x = g->x[c->col] + (width - width_of(l.v[i], CELL_SIZE)) / 2;
		put_text(p, l.v[i], x, y + pitch * ((double)i + 0.5), CELL_SIZE);
	}
}

/* Rows [first, last) are on this page. */
static void put_page_of(struct pen *p, const struct sheet *s, const struct grid_places *g,
	size_t first, size_t last)
{
	for (size_t i = 0; i < s->cells.n; i++) {
		const struct pcell *c = &s->cells.v[i];

		if (c->row >= first && c->row < last)
			put_cell(p, s, g, c, last);
	}
}

static void sheet(struct pen *p, struct sheet *s)
{
	struct grid_places g = {0};
	size_t first = 0;

	find_columns(s, &g);
	find_heights(p, s, &g);
	own(p)->y += 8;
	for (size_t r = 0; r < s->rows; r++) {
		if (own(p)->y + g.height[r] > own(p)->style.bottom) {
			put_page_of(p, s, &g, first, r);
			new_page(p);
			first = r;
		}
		g.y[r] = own(p)->y;
		own(p)->y += g.height[r];
	}
	put_page_of(p, s, &g, first, s->rows);
	own(p)->y += 16;
}

/* --- the file --- */

static void begin_with(struct pen *p, struct style style)
{
	struct setting *t = mem_alloc(sizeof *t);

	t->style = style;
	p->own = t;
	new_page(p);
}

static void begin(struct pen *p)
{
	begin_with(p, (struct style){3, true, false, PAGE_HEIGHT - 80, 0, 0, false});
}

static void begin_tight(struct pen *p)
{
	begin_with(p, (struct style){0.5, corpus_roll(p, 2), true,
			      PAGE_HEIGHT - 300 - corpus_roll(p, 200), 0, 0, false});
}

static void begin_ruled(struct pen *p)
{
	begin_with(
		p, (struct style){(double)corpus_roll(p, 3), corpus_roll(p, 2), corpus_roll(p, 2),
			   PAGE_HEIGHT - 80 - corpus_roll(p, 300), 0.1 + 0.4 * corpus_roll(p, 4),
			   0.25 * corpus_roll(p, 4), corpus_roll(p, 3) == 0});
}

struct offsets {
	size_t at[80], n;
};

static void open_object(struct buf *out, struct offsets *o)
{
	o->at[o->n++] = out->n;
	buf_addf(out, "%zu 0 obj\n", o->n);
}

static void put_object(struct buf *out, struct offsets *o, const char *body)
{
	open_object(out, o);
	buf_addf(out, "%s\nendobj\n", body);
}

static void put_pages(struct buf *out, struct offsets *o, const struct setting *t)
{
	open_object(out, o);
	buf_addf(out, "<< /Type /Pages /Count %zu /Kids [", t->pages.n);
	for (size_t i = 0; i < t->pages.n; i++)
		buf_addf(out, " %zu 0 R", 6 + 2 * i);
	buf_adds(out, " ] >>\nendobj\n");
	put_object(out, o,
		"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
		"/DescendantFonts [4 0 R] >>");
	put_object(out, o,
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
		"<< /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /W [1 95 500] "
		"/FontDescriptor 5 0 R >>");
	put_object(out, o,
		"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 "
		"1000 880] "
		"/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
	for (size_t i = 0; i < t->pages.n; i++) {
		open_object(out, o);
		buf_addf(out,
			"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Contents %zu 0 R "
			"/Resources << /Font << /F 3 0 R >> >> >>\nendobj\n",
			PAGE_WIDTH, PAGE_HEIGHT, 7 + 2 * i);
		open_object(out, o);
		buf_addf(out, "<< /Length %zu >>\nstream\n%sendstream\nendobj\n", t->pages.v[i].n,
			t->pages.v[i].p);
	}
}

static void end(struct pen *p)
{
	struct setting *t = own(p);
	struct offsets o = {0};
	struct buf *out = &p->text;

	buf_adds(out, "%PDF-1.4\n");
	put_object(out, &o, "<< /Type /Catalog /Pages 2 0 R >>");
	put_pages(out, &o, t);
	size_t at = out->n;

	buf_addf(out, "xref\n0 %zu\n0000000000 65535 f \n", o.n + 1);
	for (size_t i = 0; i < o.n; i++)
		buf_addf(out, "%010zu 00000 n \n", o.at[i]);
	buf_addf(
		out, "trailer << /Size %zu /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", o.n + 1, at);
	for (size_t i = 0; i < t->pages.n; i++)
		buf_free(&t->pages.v[i]);
	vec_free(&t->pages);
	free(t);
}

const struct corpus_source corpus_pdf = {begin, title, para, sheet, end, true};
const struct corpus_source corpus_pdf_tight = {begin_tight, title, para, sheet, end, true};
const struct corpus_source corpus_pdf_ruled = {begin_ruled, title, para, sheet, end, true};

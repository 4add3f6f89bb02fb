/* Page by page: words, lines, then tables and prose in turn. */
#include "import/pdf_read.h"

#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "import/pdf_flow.h"
#include "import/pdf_table.h"
#include "import/xml.h"

/* A page mark stands in this much of the page's height at its top or bottom. */
#define EDGE 0.1
#define MARK_CHARS 16
/* and so far from other lines, in em. */
#define MARK_GAP 0.8
/* No file has more words. */
#define WORDS_MAX ((size_t)8 << 20)

struct reader {
	struct pdf_flow flow;
	struct pdf_page page;
	unsigned pages;
	size_t words;
	size_t page_depth; /* of the element of the open page */
	bool in_page, in_word;
	double x0, y0, x1, y1; /* of the word */
	struct buf text;
	struct buf head, foot; /* the page before: its first and last line */
};

/* --- marks --- */

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

/* The page's first or last line: a number, or what the page before has there too. */
static void mark_line(struct pdf_page *p, struct pdf_line *l, struct buf *before)
{
	struct buf text = {0};

	pdf_words_text(p, l->first, l->n, &text);
	if (is_at_edge(p, l) && l->kind == PDF_PROSE &&
		(is_page_number(buf_str(&text)) || str_eq(buf_str(&text), buf_str(before))))
		l->kind = PDF_MARK;
	buf_free(before);
	*before = text;
}

static void mark_edges(struct reader *r)
{
	struct pdf_page *p = &r->page;

	mark_line(p, &p->lines.v[p->lines.n - 1], &r->foot);
	mark_line(p, &p->lines.v[0], &r->head);
}

/* --- a page --- */

static void put_lines(struct reader *r, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		pdf_flow_line(&r->flow, &r->page, &r->page.lines.v[i]);
}

/* What is prose tells the margins, so tables are found before anything is put. */
static bool put_page(struct reader *r, struct err *err)
{
	struct pdf_page *p = &r->page;
	VEC(struct pdf_table) tables = {0};
	struct pdf_stretch s;
	size_t at = 0, last = STR_NONE;
	bool good = true;

	while (p->words.n <= PDF_WORDS_MAX && pdf_stretch_find(p, at, &s)) {
		struct pdf_table *t = vec_push(&tables);

		at = s.sure;
		if (pdf_table_read(t, p, &s, s.from == last)) {
			at = last = t->to;
			for (size_t i = t->from; i < t->to; i++)
				p->lines.v[i].kind = PDF_TABLE;
		} else {
			pdf_table_free(t);
			tables.n--;
		}
	}
	pdf_flow_margins(p);
	at = 0;
	for (size_t i = 0; i < tables.n; i++) {
		put_lines(r, at, tables.v[i].from);
		pdf_flow_end(&r->flow);
		feed_page(r->flow.out, p->number);
		good = good && pdf_table_put(r->flow.out, &tables.v[i], err);
		at = tables.v[i].to;
		pdf_table_free(&tables.v[i]);
	}
	put_lines(r, at, p->lines.n);
	vec_free(&tables);
	return good;
}

static void end_page(struct reader *r, struct xml *x)
{
	struct err err = {0};

	pdf_lines_find(&r->page);
	if (r->page.lines.n) {
		mark_edges(r);
		if (!put_page(r, &err))
			xml_stop(x, &err);
	}
	pdf_page_free(&r->page);
	r->in_page = false;
}

/* --- elements --- */

static double number_of(const struct xml *x, const char *name)
{
	const char *value = xml_attribute(x, name);

	return value ? strtod(value, NULL) : 0;
}

static void on_start(struct xml *x, const char *space, const char *name, void *data)
{
	struct reader *r = data;

	(void)space;
	if (strcmp(name, "page") == 0 && !r->in_page) {
		pdf_page_begin(&r->page, ++r->pages, number_of(x, "width"), number_of(x, "height"));
		r->in_page = true;
		r->page_depth = xml_depth(x);
	} else if (strcmp(name, "word") == 0 && r->in_page) {
		r->x0 = number_of(x, "xMin");
		r->y0 = number_of(x, "yMin");
		r->x1 = number_of(x, "xMax");
		r->y1 = number_of(x, "yMax");
		r->in_word = true;
		buf_clear(&r->text);
	}
}

static void on_text(struct str s, void *data)
{
	struct reader *r = data;

	if (r->in_word)
		buf_add(&r->text, s);
}

static void on_end(struct xml *x, void *data)
{
	struct reader *r = data;
	struct err err = {0};

	if (r->in_word) {
		r->in_word = false;
		pdf_page_add(&r->page, r->x0, r->y0, r->x1, r->y1, buf_str(&r->text));
		if (++r->words > WORDS_MAX) {
			err_set(&err, ERR_LIMIT, _("it has more words than any report"));
			xml_stop(x, &err);
		}
	} else if (r->in_page && xml_depth(x) == r->page_depth) {
		end_page(r, x);
	}
}

bool pdf_read(struct feed *out, int fd, struct err *err)
{
	static const struct xml_reader of_pages = {on_start, on_end, on_text, true};
	struct reader r = {.flow = {.out = out}};
	bool good = xml_read_fd(fd, &of_pages, &r, err);

	pdf_flow_end(&r.flow);
	pdf_flow_free(&r.flow);
	buf_free(&r.text);
	buf_free(&r.head);
	buf_free(&r.foot);
	return good;
}

/* Page by page: words, lines, then tables and prose in turn. */
#include "import/pdf_read.h"

#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "import/pdf_flow.h"
#include "import/pdf_ruled.h"
#include "import/pdf_table.h"
#include "import/xml.h"

/* A page mark stands in this much of the page's height at its top or bottom. */
#define EDGE 0.1
/* and, where it is the number of the page, below this much of it; the page's end, too. */
#define LOW 0.6
#define MARK_CHARS 16
/* and so far from other lines, in em. */
#define MARK_GAP 0.8
/* No file has more words, or pages. */
#define WORDS_MAX ((size_t)2 << 20)
#define PAGES_MAX 5000

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
	struct pdf_pictures *pictures;
	VEC(struct pdf_ruled) ruled; /* of the page */
	struct pdf_ruled held;	     /* the last table, which may go on */
	bool holds;		     /* one */
	struct err err;		     /* of putting */
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

/* The page's first or last line: a number, or what the page before has there too. */
static void mark_line(struct pdf_page *p, struct pdf_line *l, struct buf *before)
{
	struct buf text = {0};

	pdf_words_text(p, l->first, l->n, &text);
	bool number = is_page_number(buf_str(&text));

	if (l->kind == PDF_PROSE &&
		((is_at_edge(p, l) && (number || str_eq(buf_str(&text), buf_str(before)))) ||
			(number && tells_page(p, l, buf_str(&text)))))
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

/* A table with borders waits until it is known whether the next page goes on with it. */
static void put_held(struct reader *r)
{
	if (!r->holds)
		return;
	if (!r->err.text[0])
		pdf_ruled_put(r->flow.out, &r->held, &r->err);
	pdf_ruled_free(&r->held);
	r->holds = false;
}

static void put_line(struct reader *r, const struct pdf_line *l)
{
	if (l->kind != PDF_MARK)
		put_held(r);
	pdf_flow_line(&r->flow, &r->page, l);
}

static void put_table(struct reader *r, const struct pdf_table *t)
{
	put_held(r);
	pdf_flow_end(&r->flow);
	feed_page(r->flow.out, r->page.number);
	if (!r->err.text[0])
		pdf_table_put(r->flow.out, t, &r->err);
}

static void put_ruled(struct reader *r, struct pdf_ruled *t)
{
	if (r->holds && r->held.page != t->page)
		pdf_ruled_join(&r->held, t);
	put_held(r);
	pdf_flow_end(&r->flow);
	r->held = *t;
	r->holds = true;
	*t = (struct pdf_ruled){0};
}

struct tables {
	VEC(struct pdf_table) v;
};

/* Tables without borders. */
static void find_tables(struct pdf_page *p, struct tables *out)
{
	struct pdf_stretch s;
	size_t at = 0, last = STR_NONE;

	while (p->words.n <= PDF_WORDS_MAX && pdf_stretch_find(p, at, &s)) {
		struct pdf_table *t = vec_push(&out->v);

		at = s.sure;
		if (pdf_table_read(t, p, &s, s.from == last)) {
			at = last = t->to;
			for (size_t i = t->from; i < t->to; i++)
				p->lines.v[i].kind = PDF_TABLE;
		} else {
			pdf_table_free(t);
			out->v.n--;
		}
	}
}

/* Is there nothing on the page from line `from` to `to` but marks? */
static bool only_marks(const struct pdf_page *p, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (p->lines.v[i].kind != PDF_MARK)
			return false;
	return true;
}

/* A line of numbers that came to no table: what is missing in the one beside it, maybe. */
static bool is_left_over(const struct pdf_page *p, size_t line)
{
	size_t numbers = 0;

	if (line >= p->lines.n)
		return false;
	const struct pdf_line *l = &p->lines.v[line];

	for (size_t i = l->first; i < l->first + l->n; i++)
		numbers += p->words.v[i].number;
	return numbers > 1;
}

static void doubt_edges(struct tables *tables, const struct pdf_page *p)
{
	for (size_t i = 0; i < tables->v.n; i++) {
		struct pdf_table *t = &tables->v.v[i];

		if ((p->number > 1 && only_marks(p, 0, t->from)) ||
			(t->from > 0 && is_left_over(p, t->from - 1)))
			pdf_table_doubt_edge(t, false);
		if ((p->lines.v[t->to - 1].y1 > LOW * p->height &&
			    only_marks(p, t->to, p->lines.n)) ||
			is_left_over(p, t->to))
			pdf_table_doubt_edge(t, true);
	}
}

/* What is prose tells the margins, so tables are found before anything is put. */
static void put_page(struct reader *r)
{
	struct pdf_page *p = &r->page;
	struct tables tables = {0};
	size_t line = 0, table = 0, ruled = 0;

	find_tables(p, &tables);
	doubt_edges(&tables, p);
	pdf_flow_margins(p);
	while (line < p->lines.n || ruled < r->ruled.n) {
		if (ruled < r->ruled.n &&
			(line == p->lines.n || r->ruled.v[ruled].y0 < p->lines.v[line].y0)) {
			put_ruled(r, &r->ruled.v[ruled++]);
		} else if (table < tables.v.n && tables.v.v[table].from == line) {
			put_table(r, &tables.v.v[table]);
			line = tables.v.v[table].to;
			pdf_table_free(&tables.v.v[table++]);
		} else {
			put_line(r, &p->lines.v[line++]);
		}
	}
	vec_free(&tables.v);
	for (size_t i = 0; i < r->ruled.n; i++)
		pdf_ruled_free(&r->ruled.v[i]);
	r->ruled.n = 0;
}

/* Tables with borders: their words leave the page. */
static void take_ruled(struct reader *r)
{
	struct pdf_page *p = &r->page;
	struct pdf_frames frames = {0};
	struct pdf_rules rules = {0};

	pdf_rules_next(r->pictures, p->width, p->height, &rules);
	pdf_frames_find(&rules, p, &frames);
	pdf_rules_free(&rules);
	for (size_t i = 0; i < frames.v.n; i++) {
		struct pdf_ruled *before = r->holds && i == 0 ? &r->held : NULL;

		if (!pdf_ruled_take(vec_push(&r->ruled), p, &frames.v.v[i], before))
			r->ruled.n--;
	}
	pdf_frames_free(&frames);
}

static void end_page(struct reader *r, struct xml *x)
{
	take_ruled(r);
	pdf_lines_find(&r->page);
	if (r->page.lines.n)
		mark_edges(r);
	put_page(r);
	if (r->err.text[0])
		xml_stop(x, &r->err);
	pdf_page_free(&r->page);
	r->in_page = false;
}

/* --- elements --- */

static void stop(struct xml *x, const char *why)
{
	struct err err = {0};

	err_set(&err, ERR_LIMIT, "%s", why);
	xml_stop(x, &err);
}

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
		if (r->pages >= PAGES_MAX)
			stop(x, _("it has more pages than any report"));
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

	if (r->in_word) {
		r->in_word = false;
		pdf_page_add(&r->page, r->x0, r->y0, r->x1, r->y1, buf_str(&r->text));
		if (++r->words > WORDS_MAX)
			stop(x, _("it has more words than any report"));
	} else if (r->in_page && xml_depth(x) == r->page_depth) {
		end_page(r, x);
	}
}

bool pdf_read(struct feed *out, int words, int pictures, struct err *err)
{
	static const struct xml_reader of_pages = {on_start, on_end, on_text, true};
	struct reader r = {.flow = {.out = out}, .pictures = pdf_pictures_new(pictures)};
	bool good = xml_read_fd(words, &of_pages, &r, err);

	put_held(&r);
	pdf_flow_end(&r.flow);
	pdf_flow_free(&r.flow);
	pdf_pictures_free(r.pictures);
	vec_free(&r.ruled);
	buf_free(&r.text);
	buf_free(&r.head);
	buf_free(&r.foot);
	if (good && r.err.text[0] && err)
		*err = r.err;
	return good && !r.err.text[0];
}

/* Page by page: words, lines, then tables and prose in turn. */
#include "import/pdf_read.h"

#include <string.h>

#include "base/lang.h"
#include "import/pdf_flow.h"
#include "import/pdf_marks.h"
#include "import/pdf_overprint.h"
#include "import/pdf_ruled.h"
#include "import/pdf_table.h"
#include "import/pdf_tall.h"
#include "import/xml.h"

/* A table that ends below this much of the page's height may go on. */
#define LOW 0.6
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
	struct pdf_marks marks;
	struct pdf_overprint overprint;
	struct pdf_page first; /* waits for the second, which tells what is a mark on it */
	struct pdf_pictures *pictures;
	VEC(struct pdf_ruled) ruled; /* of the page */
	struct pdf_ruled held;	     /* the last table, which may go on */
	bool holds;		     /* one */
	struct pdf_before before;    /* the last page's last table without, which may go on */
	struct err err;		     /* of putting */
};

/* --- a page --- */

static bool holds_number(const struct pdf_page *p, const struct pdf_line *l)
{
	for (size_t i = l->first; i < l->first + l->n; i++)
		if (p->words.v[i].number)
			return true;
	return false;
}

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

/* Words of a label of many rows that a page ends within, where no border is drawn around them. */
static bool is_hanging(const struct reader *r, const struct pdf_line *l)
{
	return r->holds && l->pieces == 1 && !holds_number(&r->page, l) &&
	       pdf_ruled_is_open(&r->held, l->x0, l->x1);
}

static void put_line(struct reader *r, const struct pdf_line *l)
{
	struct pdf_line line = *l;

	if (is_hanging(r, l))
		line.kind = PDF_MARK;
	if (line.kind != PDF_MARK)
		put_held(r);
	pdf_flow_line(&r->flow, &r->page, &line);
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

/* Is there nothing on the page from line `from` to `to` but marks? */
static bool only_marks(const struct pdf_page *p, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (p->lines.v[i].kind != PDF_MARK)
			return false;
	return true;
}

/* Tables without borders. */
static void find_tables(struct reader *r, struct tables *out)
{
	struct pdf_page *p = &r->page;
	struct pdf_stretch s;
	size_t at = 0, last = STR_NONE;

	while (p->words.n <= PDF_WORDS_MAX && pdf_stretch_find(p, at, &s)) {
		struct pdf_table *t = vec_push(&out->v);
		bool first = r->before.values.n && only_marks(p, 0, s.from);

		at = s.sure;
		if (pdf_table_read(t, p, &s, s.from == last, first ? &r->before : NULL)) {
			at = last = t->to;
			for (size_t i = t->from; i < t->to; i++)
				p->lines.v[i].kind = PDF_TABLE;
		} else {
			pdf_table_free(t);
			out->v.n--;
		}
	}
}

/* The page's last table, if it ends with the page. */
static void keep_before(struct reader *r, const struct tables *tables)
{
	const struct pdf_page *p = &r->page;

	r->before.values.n = 0;
	r->before.width = p->width;
	if (tables->v.n == 0 || r->ruled.n)
		return;
	const struct pdf_table *t = &tables->v.v[tables->v.n - 1];

	for (size_t c = 0; c < t->values.n && only_marks(p, t->to, p->lines.n); c++)
		*vec_push(&r->before.values) = t->values.v[c];
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

/* Where a table with borders stands beside lines of one without, those may lack its words. */
static void doubt_beside(struct tables *tables, const struct reader *r)
{
	for (size_t i = 0; i < tables->v.n; i++)
		for (size_t k = 0; k < r->ruled.n; k++) {
			struct pdf_table *t = &tables->v.v[i];
			const struct pdf_line *first = &r->page.lines.v[t->from];

			if (r->ruled.v[k].y0 < first[t->to - t->from - 1].y1 &&
				first->y0 < r->ruled.v[k].y1)
				pdf_table_doubt(t);
		}
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

	find_tables(r, &tables);
	keep_before(r, &tables);
	doubt_edges(&tables, p);
	doubt_beside(&tables, r);
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
	if (p->across.n)
		pdf_flow_mark(&r->flow, buf_str(&p->across), p->number);
	vec_free(&tables.v);
	for (size_t i = 0; i < r->ruled.n; i++)
		pdf_ruled_free(&r->ruled.v[i]);
	r->ruled.n = 0;
}

/* Tables with borders: their words leave the page. */
static void take_ruled(struct reader *r, const struct pdf_rules *rules)
{
	struct pdf_page *p = &r->page;
	struct pdf_frames frames = {0};

	pdf_frames_find(rules, p, &frames);
	for (size_t i = 0; i < frames.v.n; i++) {
		struct pdf_ruled *before = r->holds && i == 0 ? &r->held : NULL;

		if (!pdf_ruled_take(vec_push(&r->ruled), p, &frames.v.v[i], before)) {
			r->ruled.n--;
			continue;
		}
		for (size_t k = 0; k + 1 < r->ruled.n; k++)
			pdf_ruled_doubt_under(&r->ruled.v[r->ruled.n - 1], &r->ruled.v[k]);
	}
	pdf_frames_free(&frames);
}

static void finish_page(struct reader *r)
{
	pdf_marks_find(&r->marks, &r->page);
	put_page(r);
	pdf_page_free(&r->page);
}

/* `next`: the second page, NULL where there is none. */
static void finish_first(struct reader *r, struct pdf_page *next)
{
	struct pdf_page page = r->page;

	if (!r->first.number)
		return;
	if (next)
		pdf_marks_ahead(&r->marks, next);
	r->page = r->first;
	r->first = (struct pdf_page){0};
	finish_page(r);
	r->page = page;
}

static void end_page(struct reader *r, struct xml *x)
{
	struct pdf_rules rules = {0};

	pdf_rules_next(r->pictures, r->page.width, r->page.height, &rules);
	pdf_tall_mend(&r->page, r->pictures);
	pdf_overprint_take(&r->overprint, &r->page);
	finish_first(r, &r->page);
	take_ruled(r, &rules);
	pdf_rules_free(&rules);
	pdf_lines_find(&r->page);
	if (r->page.number == 1)
		r->first = r->page;
	else
		finish_page(r);
	if (r->err.text[0])
		xml_stop(x, &r->err);
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

	finish_first(&r, NULL);
	put_held(&r);
	pdf_flow_end(&r.flow);
	pdf_flow_free(&r.flow);
	pdf_pictures_free(r.pictures);
	vec_free(&r.ruled);
	vec_free(&r.before.values);
	buf_free(&r.text);
	pdf_marks_free(&r.marks);
	pdf_overprint_free(&r.overprint);
	if (good && r.err.text[0] && err)
		*err = r.err;
	return good && !r.err.text[0];
}

/* From a page's bytes to the document: decoded here, parsed and read in a child process. */
#include "import/html.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "base/library.h"
#include "import/decode.h"
#include "import/html_parts.h"
#include "import/mht.h"
#include "import/sandbox.h"

/* Tables within tables that become grids; deeper ones are blocks. */
#define NEST_MAX 64

/* --- before it is parsed --- */

static bool is_tag(struct str name, const char *wanted)
{
	return name.n == strlen(wanted) && strncasecmp(name.p, wanted, name.n) == 0;
}

/* Elements that are ended by the next of their kind, or at once: they do not make a page deep. */
static bool is_shallow(struct str name)
{
	static const char *const names[] = {"a", "area", "base", "br", "col", "dd", "dt", "embed",
		"hr", "img", "input", "li", "link", "meta", "nobr", "option", "p", "param",
		"source", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (is_tag(name, names[i]))
			return true;
	return false;
}

static struct str tag_name(struct str text, size_t at)
{
	size_t end = at;

	while (end < text.n && (isalnum((unsigned char)text.p[end]) || text.p[end] == ':'))
		end++;
	return str_slice(text, at, end);
}

/* What the tags of tables come to. */
struct counts {
	size_t cells; /* of the page */
	size_t rows;  /* of the table begun last */
	size_t cols;  /* of the row begun last */
};

static bool count_table(struct counts *c, struct str name, struct err *err)
{
	if (is_tag(name, "table")) {
		c->rows = c->cols = 0;
	} else if (is_tag(name, "tr")) {
		c->rows++;
		c->cols = 0;
	} else if (is_tag(name, "td") || is_tag(name, "th")) {
		c->cells++;
		c->cols++;
	}
	if (c->rows > FEED_ROWS_MAX)
		return err_set(err, ERR_LIMIT, _("a table has more than %zu rows"), FEED_ROWS_MAX);
	if (c->cols > FEED_COLS_MAX)
		return err_set(
			err, ERR_LIMIT, _("a table has more than %zu columns"), FEED_COLS_MAX);
	if (c->cells > FEED_CELLS_MAX)
		return err_set(err, ERR_LIMIT, _("it has more table cells than any report"));
	return true;
}

/* The parser looks through all open elements at every tag, and takes some 200 bytes for each: a
 * page that nests, or a table that goes on, for its own sake is told from the tags, before it takes
 * minutes. */
static bool check_tags(struct str text, struct err *err)
{
	struct counts counts = {0};
	size_t depth = 0;

	for (size_t at = 0; (at = str_find(text, STR("<"), at)) != STR_NONE;) {
		bool end = ++at < text.n && text.p[at] == '/';
		struct str name = tag_name(text, at + end);

		if (!end && !count_table(&counts, name, err))
			return false;
		if (name.n == 0 || is_shallow(name))
			continue;
		if (!end)
			depth++;
		else if (depth > 0)
			depth--;
		if (depth > HTML_DEPTH_MAX)
			return err_set(err, ERR_LIMIT, _("its elements nest more than %d deep"),
				HTML_DEPTH_MAX);
	}
	return true;
}

/* --- in the child --- */

struct page {
	const struct doc *source; /* decoded */
	bool is_text;		  /* with tags in it, whose lines are what they are */
};

bool html_put_blocks(struct html_out *o, size_t from, size_t to, struct err *err)
{
	const struct html_tree *t = o->tree;
	VEC(size_t) ends = {0};
	bool good = true;
	size_t next;

	o->nest++;
	html_end_line(o);
	for (size_t i = from; good && i < to; i = next) {
		const struct html_node *n = &t->v[i];
		bool put = false;

		for (; ends.n && ends.v[ends.n - 1] <= i; ends.n--)
			html_end_line(o);
		next = n->skip ? n->end : i + 1;
		if (n->skip)
			continue;
		if (n->class == HTML_TEXT)
			html_put_text(o, n);
		else if (html_is_block(n) || n->class == HTML_BREAK)
			html_end_line(o);
		if (n->class == HTML_TABLE && o->nest < NEST_MAX) {
			html_end_kept(o);
			good = html_table_put(o, i, &put, err);
		}
		if (put)
			next = n->end;
		else if (html_is_block(n))
			*vec_push(&ends) = n->end;
	}
	html_end_line(o);
	html_end_kept(o);
	vec_free(&ends);
	o->nest--;
	return good;
}

static void *allocate(void *data, size_t size)
{
	void *p = malloc(size);

	(void)data;
	if (!p)
		mem_out();
	return p;
}

static bool put_page(
	struct feed *feed, const struct page *page, struct html_tree *t, struct err *err)
{
	struct html_out o = {
		.feed = feed, .tree = t, .source = page->source, .text = page->is_text};

	if (page->is_text) {
		struct attributes attributes;

		attributes_find(doc_text(page->source), &attributes);
		o.attributes = &attributes;
		bool good = html_put_blocks(&o, 0, t->n, err);

		attributes_free(&attributes);
		return good;
	}
	html_roles_find(t);
	html_boxes_find(t);
	struct html_article a = html_article_find(t);

	if (a.titled)
		html_put_mark(&o, &t->v[a.title], a.title_at);
	for (size_t i = 0; i < a.lines_n; i++)
		if (!html_put_blocks(&o, a.lines[i], t->v[a.lines[i]].end, err))
			return false;
	return html_put_blocks(&o, a.root, t->v[a.root].end, err);
}

static const GumboOutput *parse(struct str bytes, struct err *err)
{
#define FUNCTIONS(X) X(gumbo_parse_with_options) X(kGumboDefaultOptions)
	struct functions {
		FUNCTIONS(LIBRARY_POINTER)
	} f;
	static const struct library_function wanted[] = {FUNCTIONS(LIBRARY_FUNCTION)};

	if (!library_load(GUMBO_SONAME, wanted, sizeof wanted / sizeof *wanted, &f, err))
		return NULL;
	GumboOptions options = *f.kGumboDefaultOptions;

	options.allocator = allocate;
	options.max_errors = 0;
	return f.gumbo_parse_with_options(&options, bytes.p, bytes.n);
}

/* A page that shows its text by a script hides it until then: as little as possible of what is
 * hidden is taken, so that copies that are never shown stay out. */
static bool make_tree(
	struct html_tree *t, const GumboNode *root, struct str source, struct err *err)
{
	enum html_show best = HTML_SHOW_ALL;

	for (int show = HTML_SHOW_PLAIN; show <= HTML_SHOW_ALL; show++) {
		if (!html_tree_make(t, root, source, (enum html_show)show, err))
			return false;
		if (t->v[0].strong > 0)
			return true;
		if (t->v[0].sentences > 0 && best == HTML_SHOW_ALL)
			best = (enum html_show)show;
		html_tree_free(t);
	}
	return html_tree_make(t, root, source, best, err);
}

static bool has_frame(const struct html_tree *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].gumbo->type == GUMBO_NODE_ELEMENT &&
			(t->v[i].gumbo->v.element.tag == GUMBO_TAG_FRAME ||
				t->v[i].gumbo->v.element.tag == GUMBO_TAG_IFRAME))
			return true;
	return false;
}

/* The process ends behind this: nothing is given back. */
static bool read_page(struct feed *feed, const struct sandbox_job *job, struct err *err)
{
	struct html_tree t;

	if (!check_tags(job->bytes, err))
		return false;
	const GumboOutput *page = parse(job->bytes, err);

	if (!page)
		return false;

	if (!make_tree(&t, page->root, job->bytes, err))
		return false;
	if (t.v[0].strong == 0 && t.v[0].sentences == 0 && has_frame(&t))
		return err_set(err, ERR_FORMAT,
			_("its text is in a frame: open what the frame shows by itself and save "
			  "that page"));
	return put_page(feed, job->data, &t, err);
}

/* What the bytes are: a page, text with tags in it, or a page that was found within the file. */
enum page_kind { PAGE, PAGE_TEXT, PAGE_WITHIN };

static bool import_page(struct doc *d, struct str bytes, enum page_kind kind,
	const struct import_options *options, struct err *err)
{
	struct buf copy = {0};

	buf_add(&copy, bytes);
	struct doc *source = doc_new(doc_file(d), doc_kind(d), &copy);
	struct page page = {source, kind == PAGE_TEXT};
	bool good = decode_text(source, bytes, options->encoding, err);

	if (good) {
		sink_encoding(d, doc_encoding(source));
		good = sandbox_read(d,
			&(struct sandbox_job){.read = read_page,
				.bytes = doc_text(source),
				.data = &page,
				.libraries = {GUMBO_SONAME},
				.fd = -1,
				.source_is_text = kind == PAGE_WITHIN},
			err);
	}
	doc_free(source);
	return good;
}

bool import_html(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err)
{
	return import_page(d, bytes, PAGE, options, err);
}

bool import_mht(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err)
{
	struct buf page = {0};
	bool good = mht_page(bytes, &page);

	sink_source_is_text(d);
	good = good ? import_page(d, buf_str(&page), PAGE_WITHIN, options, err)
		    : err_set(err, ERR_FORMAT, _("there is no page in it"));
	buf_free(&page);
	return good;
}

bool import_tagged(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err)
{
	return import_page(d, bytes, PAGE_TEXT, options, err);
}

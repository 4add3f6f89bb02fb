/* Lines of a page. */
#include "import/html_text.h"

#include "base/utf8.h"

/* No tag is wider that stands between two columns. */
#define GAP_MAX ((size_t)4096)

static bool is_fold(unsigned ch)
{
	return ch == ' ' || ch == '\t' || ch == '\n' || ch == '\r' || ch == '\f' || ch == 0;
}

static bool is_wide(unsigned ch)
{
	return ch > 0x7f && utf8_width(ch, 2) == 2;
}

/* Text at [from, to) of the decoded page. Bytes that are the same on disk map one to one, so that
 * runs grow long. */
static void put(struct html_out *o, struct str text, size_t from, size_t to)
{
	struct disk_span disk = doc_disk(o->source, (struct text_span){from, to});
	size_t n = disk.to - disk.from;
	struct str bytes = str_slice(doc_source(o->source), disk.from, disk.to);

	o->disk = disk.from;
	if (n == 0)
		feed_glue(o->feed, text, disk.from);
	else if (str_eq(bytes, text))
		feed_text(o->feed, text, disk.from, 1, 1);
	else
		feed_text(o->feed, text, disk.from, text.n, n);
}

/* White space between two wide characters where the page breaks a line is none: so it was wrapped.
 */
static void put_space(struct html_out *o, unsigned next)
{
	bool wrapped = o->newline && is_wide(o->last) && is_wide(next);

	if (o->broken)
		feed_glue(o->feed, STR("\n"), o->disk);
	else if (o->space && o->last && !wrapped)
		put(o, STR(" "), o->space_at, o->space_at + 1);
	o->space = o->newline = o->broken = false;
}

static void put_char(struct html_out *o, struct str shown, size_t from, size_t to)
{
	size_t at = 0;
	unsigned ch = utf8_next(shown, &at);

	if (is_fold(ch)) {
		if (!o->space)
			o->space_at = from;
		o->space = true;
		o->newline |= ch == '\n' || ch == '\r';
		return;
	}
	put_space(o, ch);
	put(o, shown, from, to);
	o->last = ch;
}

static bool is_kept(const struct html_out *o, const struct html_node *n)
{
	const struct html_tree *t = o->tree;
	size_t at = n->parent;

	while (t->v[at].class == HTML_INLINE && at != t->v[at].parent)
		at = t->v[at].parent;
	if (t->v[at].class == HTML_PRE)
		return true;
	return o->text && (t->v[at].class == HTML_BLOCK || o->barred);
}

/* Columns stand where they stood: tags and the like before or behind white space leave a gap as
 * wide as they were. */
static void fill_gap(struct html_out *o, size_t from, unsigned ch)
{
	struct str gap = str_slice(doc_text(o->source), o->kept_to, from);

	if (!is_fold(ch) && !is_fold(o->last))
		return;
	if (gap.n > GAP_MAX || str_find(gap, STR("\n"), 0) != STR_NONE)
		return;
	for (size_t n = utf8_columns(gap, 1); n > 0; n--)
		feed_glue(o->feed, STR(" "), o->disk);
}

/* White space is what it is; a row of a table keeps to its line. */
static void keep_char(struct html_out *o, struct str shown, size_t from, size_t to)
{
	size_t at = 0;
	unsigned ch = utf8_next(shown, &at);

	if (o->attributes && attributes_hide(o->attributes, from))
		return;
	if (o->text && o->kept_to < from)
		fill_gap(o, from, ch);
	put(o, shown, from, to);
	o->kept_to = to;
	o->last = ch;
	if (ch == '\n')
		o->barred = false;
	else if (ch == '|')
		o->barred = true;
}

static void begin_kept(struct html_out *o)
{
	if (o->kept)
		return;
	html_end_line(o);
	o->kept = true;
	o->kept_from = feed_length(o->feed);
	o->last = '\n';
	o->kept_to = STR_NONE;
}

void html_end_kept(struct html_out *o)
{
	if (!o->kept)
		return;
	feed_glue(o->feed, STR("\n"), o->disk);
	feed_lines(o->feed, (struct text_span){o->kept_from, feed_length(o->feed)});
	o->kept = o->barred = false;
	html_take_line(o);
}

/* A digit above the line, as a note's number is: in a line of text it needs its brackets. */
static bool is_note(const struct html_out *o, const struct html_node *n)
{
	struct html_chars c;
	struct str shown;
	size_t from, to;

	html_chars_of(&c, o->tree, n);
	return html_is_raised(o->tree->v[n->parent].gumbo) &&
	       html_chars_next(&c, &shown, &from, &to) && shown.p[0] >= '0' && shown.p[0] <= '9';
}

void html_put_text(struct html_out *o, const struct html_node *n)
{
	struct html_chars c;
	struct str shown;
	size_t from, to;
	bool keep = is_kept(o, n), note = keep && is_note(o, n);

	if (keep && !o->in_cell)
		begin_kept(o);
	else if (n->text > 0)
		html_end_kept(o);

	if (note)
		feed_glue(o->feed, STR("["), o->disk);
	html_chars_of(&c, o->tree, n);
	while (html_chars_next(&c, &shown, &from, &to)) {
		if (o->kept) {
			keep_char(o, shown, from, to);
		} else if (keep && shown.p[0] == '\n') {
			html_end_line(o);
		} else if (keep && (shown.p[0] == ' ' || shown.p[0] == '\t')) {
			put_space(o, ' ');
			put(o, shown, from, to);
			o->last = ' ';
		} else {
			put_char(o, shown, from, to);
		}
	}
	if (note)
		feed_glue(o->feed, STR("]"), o->disk);
}

void html_put_mark(struct html_out *o, const struct html_node *n, struct text_span at)
{
	struct html_chars c;
	struct str shown;
	size_t from, to;

	html_chars_of(&c, o->tree, n);
	while (html_chars_next(&c, &shown, &from, &to))
		if (from >= at.from && to <= at.to)
			put_char(o, shown, from, to);
	feed_mark(o->feed, html_take_line(o));
	html_put_glue(o, STR("\n"));
}

struct text_span html_take_line(struct html_out *o)
{
	struct text_span line = {o->from, feed_length(o->feed)};

	o->space = o->newline = o->broken = false;
	o->last = 0;
	o->from = line.to;
	return line;
}

void html_put_glue(struct html_out *o, struct str text)
{
	feed_glue(o->feed, text, o->disk);
	o->from = feed_length(o->feed);
}

void html_end_line(struct html_out *o)
{
	if (o->in_cell) {
		o->broken = feed_length(o->feed) > o->from;
		o->space = o->newline = false;
		o->last = 0;
		return;
	}
	if (o->kept) {
		feed_glue(o->feed, o->barred ? STR(" ") : STR("\n"), o->disk);
		return;
	}
	struct text_span line = html_take_line(o);

	if (text_span_empty(line))
		return;
	feed_para(o->feed, line);
	html_put_glue(o, STR("\n"));
}

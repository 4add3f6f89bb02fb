/* MediaWiki's tables: {| to |}, rows begin with |-, cells with | or !, several of a line with || or
 * !! between. What stands before a single bar says how many rows and columns a cell is over. */
#include <string.h>

#include "import/layout_cells.h"

enum { SPAN_MAX = 256 };

struct reader {
	const struct layout *l;
	struct layout_cells cells;
	struct text_span cell; /* that is open */
	bool open, row;	       /* a cell; a row with any */
};

/* The number that the attribute has, 1 where it has none. */
static size_t attribute(struct str s, struct str name)
{
	size_t at = str_find(s, name, 0), n = 0;

	if (at == STR_NONE)
		return 1;
	for (at += name.n; at < s.n && strchr(" =\"'", s.p[at]);)
		at++;
	for (; at < s.n && s.p[at] >= '0' && s.p[at] <= '9' && n < SPAN_MAX; at++)
		n = n * 10 + (size_t)(s.p[at] - '0');
	return n ? n : 1;
}

/* The bar that attributes end in; STR_NONE where the cell has none. */
static size_t attributes_end(struct str s)
{
	for (size_t at = 0; at < s.n; at++) {
		if (s.p[at] == '[' || s.p[at] == '{')
			return STR_NONE;
		if (s.p[at] == '|')
			return at;
	}
	return STR_NONE;
}

/* Without the quotes that make words bold, and blanks. */
static struct text_span bare(struct str text, struct text_span s)
{
	return layout_strip(text, s, " \t\n'");
}

static void end_cell(struct reader *r)
{
	struct str s = str_slice(r->l->text, r->cell.from, r->cell.to);
	size_t end = r->open ? attributes_end(s) : STR_NONE, rows = 1, cols = 1;

	if (!r->open)
		return;
	if (end != STR_NONE) {
		rows = attribute(str_slice(s, 0, end), STR("rowspan"));
		cols = attribute(str_slice(s, 0, end), STR("colspan"));
		r->cell.from += end + 1;
	}
	layout_cells_put(&r->cells, bare(r->l->text, r->cell), rows, cols);
	r->open = false;
	r->row = true;
}

static void end_row(struct reader *r)
{
	end_cell(r);
	if (r->row)
		layout_cells_end_row(&r->cells);
	r->row = false;
}

static void begin_cell(struct reader *r, size_t from)
{
	end_cell(r);
	r->cell = (struct text_span){from, from};
	r->open = true;
}

/* Cells of one line. */
static void read_cells(struct reader *r, struct text_span line)
{
	const char *p = r->l->text.p;
	bool heads = p[line.from] == '!';

	begin_cell(r, line.from + 1);
	for (size_t at = line.from + 1; at + 1 < line.to; at++) {
		if (p[at] != p[at + 1] || (p[at] != '|' && !(heads && p[at] == '!')))
			continue;
		r->cell.to = at;
		begin_cell(r, at + 2);
		at++;
	}
	r->cell.to = line.to;
}

static bool begins_cells(struct str s)
{
	return s.n && (s.p[0] == '|' || s.p[0] == '!');
}

static void read_line(struct reader *r, size_t line)
{
	struct str s = layout_line_text(r->l, line);
	size_t from = s.n ? (size_t)(s.p - r->l->text.p) : 0;

	if (s.n == 0 || str_starts(s, "|+"))
		return;
	if (str_starts(s, "|-"))
		end_row(r);
	else if (begins_cells(s))
		read_cells(r, (struct text_span){from, from + s.n});
	else if (r->open)
		r->cell.to = from + s.n;
}

static enum layout_part part_of(const struct layout *l, size_t line)
{
	struct str s = layout_line_text(l, line);

	if (str_starts(s, "|}"))
		return PART_CLOSES;
	if (str_starts(s, "{|"))
		return PART_OPENS;
	return begins_cells(s) ? PART_CELLS : PART_OTHER;
}

static void read_table(struct reader *r, size_t from, size_t to)
{
	for (size_t line = from + 1; line < to; line++) {
		if (str_starts(layout_line_text(r->l, line), "|}"))
			break;
		if (!line_is(r->l, line, LINE_MARK))
			read_line(r, line);
	}
	end_row(r);
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	struct reader r = {.l = l};

	run->to = at + 1;
	if (!str_starts(layout_line_text(l, at), "{|"))
		return false;
	run->to = layout_table_end(l, at, part_of);
	read_table(&r, at, run->to);
	return layout_cells_are_table(&r.cells) && r.cells.cells * 4 < l->cells_left;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct reader r = {.l = l, .cells = {.l = l}};

	read_table(&r, run->from, run->to);
}

const struct layout_reader layout_wiki = {"mediawiki", find, read};

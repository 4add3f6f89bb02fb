/* The main part, element by element: some open a frame (docx_frames.h), all others only change what
 * happens to the frame they are in. */
#include "import/docx_read.h"

#include <string.h>

#include "base/lang.h"
#include "import/docx_frames.h"

static bool is_true(const char *value)
{
	return !value || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
				 strcmp(value, "off") != 0);
}

static size_t count_of(const char *value, size_t most)
{
	long n = value ? strtol(value, NULL, 10) : 0;

	return n < 0 ? 0 : (size_t)n > most ? most : (size_t)n;
}

/* --- elements that open a frame --- */

static void on_body(struct docx_reader *r, struct xml *x)
{
	docx_frame_open(r, x, DOCX_FRAME_BODY);
}

static void on_box(struct docx_reader *r, struct xml *x)
{
	if (!docx_frame_is_top(r, DOCX_FRAME_PARA)) {
		xml_skip(x);
		return;
	}
	struct docx_frame *f = docx_frame_open(r, x, DOCX_FRAME_BOX);

	f->run = r->run;
	f->hidden = r->hidden;
	r->run = 0;
}

static void on_table(struct docx_reader *r, struct xml *x)
{
	if (!docx_frame_holds_blocks(docx_frame_top(r)) || r->tables >= DOCX_NEST_MAX) {
		xml_skip(x);
		return;
	}
	r->tables++;
	docx_frame_open(r, x, DOCX_FRAME_TABLE)->table = mem_alloc(sizeof(struct docx_table));
}

static void on_row(struct docx_reader *r, struct xml *x)
{
	struct err err = {0};

	if (!docx_frame_is_top(r, DOCX_FRAME_TABLE)) {
		xml_skip(x);
	} else if (docx_frame_top(r)->table->rows.n < FEED_ROWS_MAX) {
		docx_frame_open(r, x, DOCX_FRAME_ROW);
	} else {
		err_set(&err, ERR_LIMIT, _("a table has more than %zu rows"), FEED_ROWS_MAX);
		xml_stop(x, &err);
	}
}

static void on_cell(struct docx_reader *r, struct xml *x)
{
	if (docx_frame_is_top(r, DOCX_FRAME_ROW))
		docx_frame_open(r, x, DOCX_FRAME_CELL)->cell.span = 1;
	else
		xml_skip(x);
}

static void on_para(struct docx_reader *r, struct xml *x)
{
	if (!docx_frame_holds_blocks(docx_frame_top(r))) {
		xml_skip(x);
		return;
	}
	struct docx_frame *f = docx_frame_open(r, x, DOCX_FRAME_PARA);

	f->list = (struct docx_list){-1, -1, ""};
}

/* --- elements that change one --- */

static void on_run(struct docx_reader *r, struct xml *x)
{
	r->run = xml_depth(x);
	r->hidden = false;
}

static void on_vanish(struct docx_reader *r, struct xml *x)
{
	if (r->run)
		r->hidden |= is_true(xml_attribute(x, "val"));
}

static void on_text(struct docx_reader *r, struct xml *x)
{
	r->text = xml_depth(x);
}

static void put(struct docx_reader *r, const char *text)
{
	if (r->run && !r->hidden && docx_frame_is_top(r, DOCX_FRAME_PARA))
		buf_adds(&docx_frame_top(r)->text, text);
}

static void on_tab(struct docx_reader *r, struct xml *x)
{
	(void)x;
	put(r, "\t"); /* those of w:tabs are in no run */
}

static void on_break(struct docx_reader *r, struct xml *x)
{
	(void)x;
	put(r, "\n");
}

static void on_hyphen(struct docx_reader *r, struct xml *x)
{
	(void)x;
	put(r, "-");
}

/* Set above or below the line: the number of a note, no digit of what is before it. */
static void on_raised(struct docx_reader *r, struct xml *x)
{
	const char *value = xml_attribute(x, "val");

	if (value && strcmp(value, "baseline") != 0)
		put(r, " ");
}

static void on_rendered_page(struct docx_reader *r, struct xml *x)
{
	(void)x;
	if (r->page)
		r->page++;
	/* a paragraph belongs where it begins; one that begins with the break, behind it */
	if (docx_frame_is_top(r, DOCX_FRAME_PARA) && docx_frame_top(r)->text.n == 0)
		docx_frame_top(r)->page = r->page;
}

static void on_style(struct docx_reader *r, struct xml *x)
{
	const char *value = xml_attribute(x, "val");

	if (docx_frame_is_top(r, DOCX_FRAME_PARA) && value &&
		strlen(value) < sizeof docx_frame_top(r)->list.style)
		strcpy(docx_frame_top(r)->list.style, value);
}

static void on_list(struct docx_reader *r, struct xml *x)
{
	if (docx_frame_is_top(r, DOCX_FRAME_PARA))
		docx_frame_top(r)->list.list = (long)count_of(xml_attribute(x, "val"), 1 << 30);
}

static void on_level(struct docx_reader *r, struct xml *x)
{
	if (docx_frame_is_top(r, DOCX_FRAME_PARA))
		docx_frame_top(r)->list.level = (long)count_of(xml_attribute(x, "val"), 99);
}

static void on_span(struct docx_reader *r, struct xml *x)
{
	size_t n = count_of(xml_attribute(x, "val"), FEED_COLS_MAX + 1);

	if (docx_frame_is_top(r, DOCX_FRAME_CELL))
		docx_frame_top(r)->cell.span = n ? n : 1;
}

static void on_before(struct docx_reader *r, struct xml *x)
{
	if (docx_frame_is_top(r, DOCX_FRAME_ROW))
		docx_frame_top(r)->row.before = count_of(xml_attribute(x, "val"), FEED_COLS_MAX);
}

static void on_merge(struct docx_reader *r, struct xml *x)
{
	const char *value = xml_attribute(x, "val");

	if (docx_frame_is_top(r, DOCX_FRAME_CELL))
		docx_frame_top(r)->cell.merge =
			value && strcmp(value, "restart") == 0 ? DOCX_TOP : DOCX_BELOW;
}

/* Deleted: a piece of text, a row, or the end of a paragraph. */
static void on_deletion(struct docx_reader *r, struct xml *x)
{
	struct docx_frame *f = docx_frame_top(r);

	if (f && f->kind == DOCX_FRAME_ROW)
		f->deleted = true;
	else if (f && f->kind == DOCX_FRAME_PARA && !r->run && xml_depth(x) == f->depth + 3)
		f->deleted = true; /* w:p/w:pPr/w:rPr/w:del */
	else
		xml_skip(x);
}

/* Accepted, the cell is gone, and those behind it move up. */
static void on_cell_deletion(struct docx_reader *r, struct xml *x)
{
	(void)x;
	if (docx_frame_is_top(r, DOCX_FRAME_CELL))
		docx_frame_top(r)->deleted = true;
}

static void on_skip(struct docx_reader *r, struct xml *x)
{
	(void)r;
	xml_skip(x);
}

/* The table of contents repeats the headings. */
static void on_gallery(struct docx_reader *r, struct xml *x)
{
	const char *value = xml_attribute(x, "val");

	r->contents = value && strcmp(value, "Table of Contents") == 0;
}

static void on_content(struct docx_reader *r, struct xml *x)
{
	if (r->contents)
		xml_skip(x);
	r->contents = false;
}

enum space { SPACE_WORD, SPACE_COMPATIBILITY, SPACE_OTHER };

static const struct {
	enum space space;
	const char *name;
	void (*start)(struct docx_reader *r, struct xml *x);
} elements[] = {
	{SPACE_WORD, "r", on_run},
	{SPACE_WORD, "t", on_text},
	{SPACE_WORD, "p", on_para},
	{SPACE_WORD, "tc", on_cell},
	{SPACE_WORD, "tr", on_row},
	{SPACE_WORD, "tbl", on_table},
	{SPACE_WORD, "body", on_body},
	{SPACE_WORD, "txbxContent", on_box},
	{SPACE_WORD, "tab", on_tab},
	{SPACE_WORD, "ptab", on_tab},
	{SPACE_WORD, "br", on_break},
	{SPACE_WORD, "cr", on_break},
	{SPACE_WORD, "noBreakHyphen", on_hyphen},
	{SPACE_WORD, "vanish", on_vanish},
	{SPACE_WORD, "vertAlign", on_raised},
	{SPACE_WORD, "webHidden", on_vanish},
	/* struck out */
	{SPACE_WORD, "strike", on_vanish},
	{SPACE_WORD, "dstrike", on_vanish},
	{SPACE_WORD, "lastRenderedPageBreak", on_rendered_page},
	{SPACE_WORD, "pStyle", on_style},
	{SPACE_WORD, "numId", on_list},
	{SPACE_WORD, "ilvl", on_level},
	{SPACE_WORD, "gridSpan", on_span},
	{SPACE_WORD, "gridBefore", on_before},
	{SPACE_WORD, "vMerge", on_merge},
	{SPACE_WORD, "docPartGallery", on_gallery},
	{SPACE_WORD, "sdtContent", on_content},
	/* tracked changes, as accepted; what was before a change of format */
	{SPACE_WORD, "del", on_deletion},
	{SPACE_WORD, "cellDel", on_cell_deletion},
	{SPACE_WORD, "moveFrom", on_skip},
	{SPACE_WORD, "pPrChange", on_skip},
	{SPACE_WORD, "rPrChange", on_skip},
	{SPACE_WORD, "tblPrChange", on_skip},
	{SPACE_WORD, "trPrChange", on_skip},
	{SPACE_WORD, "tcPrChange", on_skip},
	{SPACE_WORD, "tblGridChange", on_skip},
	{SPACE_WORD, "numberingChange", on_skip},
	/* not shown, or beside the text */
	{SPACE_WORD, "instrText", on_skip},
	{SPACE_WORD, "rt", on_skip},
	{SPACE_WORD, "sectPr", on_skip},
	{SPACE_COMPATIBILITY, "Fallback", on_skip},
};

static enum space space_of(const char *space)
{
	if (strcmp(space, "http://schemas.openxmlformats.org/wordprocessingml/2006/main") == 0 ||
		strcmp(space, "http://purl.oclc.org/ooxml/wordprocessingml/main") == 0)
		return SPACE_WORD;
	if (strcmp(space, "http://schemas.openxmlformats.org/markup-compatibility/2006") == 0)
		return SPACE_COMPATIBILITY;
	return SPACE_OTHER;
}

static void on_start(struct xml *x, const char *space, const char *name, void *data)
{
	enum space s = space_of(space);

	if (s == SPACE_OTHER)
		return;
	for (size_t i = 0; i < sizeof elements / sizeof elements[0]; i++)
		if (elements[i].space == s && strcmp(elements[i].name, name) == 0) {
			elements[i].start(data, x);
			return;
		}
}

static void on_characters(struct str s, void *data)
{
	struct docx_reader *r = data;

	if (!r->text || !r->run || r->hidden || !docx_frame_is_top(r, DOCX_FRAME_PARA))
		return;
	for (size_t i = 0; i < s.n; i++)
		buf_addc(&docx_frame_top(r)->text, s.p[i] == '\n' || s.p[i] == '\r' ? ' ' : s.p[i]);
}

static void on_end(struct xml *x, void *data)
{
	struct docx_reader *r = data;
	size_t depth = xml_depth(x);

	if (depth == r->text)
		r->text = 0;
	if (depth == r->run)
		r->run = 0;
	if (docx_frame_top(r) && depth == docx_frame_top(r)->depth)
		docx_frame_close(r, x);
}

bool docx_read(struct feed *out, struct str document, struct docx_numbers *numbers, struct err *err)
{
	static const struct xml_reader of_document = {on_start, on_end, on_characters, false};
	struct docx_reader r = {.out = out, .numbers = numbers};

	/* pages are known where the program that wrote it noted where they broke */
	r.page = str_find(document, STR("lastRenderedPageBreak"), 0) != STR_NONE;
	return xml_read(document, &of_document, &r, err);
}

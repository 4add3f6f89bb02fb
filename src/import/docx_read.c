/* The main part, element by element. What may hold others is a frame on a stack: the body, a text
 * box, a table, a row, a cell, a paragraph; everything else only changes what happens to the frame
 * it is in. */
#include "import/docx_read.h"

#include <string.h>

#include "base/lang.h"
#include "import/docx_tree.h"
#include "import/xml.h"

enum frame_kind { FRAME_BODY, FRAME_BOX, FRAME_TABLE, FRAME_ROW, FRAME_CELL, FRAME_PARA };

struct frame {
	enum frame_kind kind;
	size_t depth; /* of its element */
	/* body, box, cell */
	struct docx_blocks blocks;
	struct buf carry; /* of paragraphs whose end is deleted: begins the next one */
	/* table, row, cell */
	struct docx_table *table;
	struct docx_row row;
	struct docx_cell cell;
	bool deleted; /* row, cell, paragraph mark */
	/* box: of the run it hangs in */
	size_t run;
	bool hidden;
	/* paragraph */
	struct buf text;
	struct docx_list list;
	struct docx_blocks boxes; /* to come behind it */
	unsigned page;
};

struct reader {
	struct feed *out;
	struct docx_numbers *numbers;
	struct err *err;
	VEC(struct frame) frames;
	size_t tables; /* that are open */
	size_t run;    /* depth of the open run, 0: none */
	size_t text;   /* depth of the open w:t */
	bool hidden;   /* the run is */
	bool contents; /* the open block of the document is its table of contents */
	unsigned page; /* 0: not known */
};

static struct frame *top(struct reader *r)
{
	return r->frames.n ? &r->frames.v[r->frames.n - 1] : NULL;
}

static bool is_on_top(struct reader *r, enum frame_kind kind)
{
	return top(r) && top(r)->kind == kind;
}

static struct frame *open_frame(struct reader *r, struct xml *x, enum frame_kind kind)
{
	struct frame *f = vec_push(&r->frames);

	f->kind = kind;
	f->depth = xml_depth(x);
	f->page = r->page;
	return f;
}

static bool holds_blocks(const struct frame *f)
{
	return f && (f->kind == FRAME_BODY || f->kind == FRAME_BOX || f->kind == FRAME_CELL);
}

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

static void on_body(struct reader *r, struct xml *x)
{
	open_frame(r, x, FRAME_BODY);
}

static void on_box(struct reader *r, struct xml *x)
{
	if (!is_on_top(r, FRAME_PARA)) {
		xml_skip(x);
		return;
	}
	struct frame *f = open_frame(r, x, FRAME_BOX);

	f->run = r->run;
	f->hidden = r->hidden;
	r->run = 0;
}

static void on_table(struct reader *r, struct xml *x)
{
	if (!holds_blocks(top(r)) || r->tables >= DOCX_NEST_MAX) {
		xml_skip(x);
		return;
	}
	r->tables++;
	open_frame(r, x, FRAME_TABLE)->table = mem_alloc(sizeof(struct docx_table));
}

static void on_row(struct reader *r, struct xml *x)
{
	struct err err = {0};

	if (!is_on_top(r, FRAME_TABLE)) {
		xml_skip(x);
	} else if (top(r)->table->rows.n < FEED_ROWS_MAX) {
		open_frame(r, x, FRAME_ROW);
	} else {
		err_set(&err, ERR_LIMIT, _("a table has more than %zu rows"), FEED_ROWS_MAX);
		xml_stop(x, &err);
	}
}

static void on_cell(struct reader *r, struct xml *x)
{
	if (is_on_top(r, FRAME_ROW))
		open_frame(r, x, FRAME_CELL)->cell.span = 1;
	else
		xml_skip(x);
}

static void on_para(struct reader *r, struct xml *x)
{
	if (!holds_blocks(top(r))) {
		xml_skip(x);
		return;
	}
	struct frame *f = open_frame(r, x, FRAME_PARA);

	f->list = (struct docx_list){-1, -1, ""};
}

/* --- elements that change one --- */

static void on_run(struct reader *r, struct xml *x)
{
	r->run = xml_depth(x);
	r->hidden = false;
}

static void on_vanish(struct reader *r, struct xml *x)
{
	if (r->run)
		r->hidden = is_true(xml_attribute(x, "val"));
}

static void on_text(struct reader *r, struct xml *x)
{
	r->text = xml_depth(x);
}

static void put(struct reader *r, const char *text)
{
	if (r->run && !r->hidden && is_on_top(r, FRAME_PARA))
		buf_adds(&top(r)->text, text);
}

static void on_tab(struct reader *r, struct xml *x)
{
	(void)x;
	put(r, "\t"); /* those of w:tabs are in no run */
}

static void on_break(struct reader *r, struct xml *x)
{
	(void)x;
	put(r, "\n");
}

static void on_hyphen(struct reader *r, struct xml *x)
{
	(void)x;
	put(r, "-");
}

/* Set above or below the line: the number of a note, no digit of what is before it. */
static void on_raised(struct reader *r, struct xml *x)
{
	const char *value = xml_attribute(x, "val");

	if (value && strcmp(value, "baseline") != 0)
		put(r, " ");
}

static void on_rendered_page(struct reader *r, struct xml *x)
{
	(void)x;
	if (r->page)
		r->page++;
	/* a paragraph belongs where it begins; one that begins with the break, behind it */
	if (is_on_top(r, FRAME_PARA) && top(r)->text.n == 0)
		top(r)->page = r->page;
}

static void on_style(struct reader *r, struct xml *x)
{
	const char *value = xml_attribute(x, "val");

	if (is_on_top(r, FRAME_PARA) && value && strlen(value) < sizeof top(r)->list.style)
		strcpy(top(r)->list.style, value);
}

static void on_list(struct reader *r, struct xml *x)
{
	if (is_on_top(r, FRAME_PARA))
		top(r)->list.list = (long)count_of(xml_attribute(x, "val"), 1 << 30);
}

static void on_level(struct reader *r, struct xml *x)
{
	if (is_on_top(r, FRAME_PARA))
		top(r)->list.level = (long)count_of(xml_attribute(x, "val"), 99);
}

static void on_span(struct reader *r, struct xml *x)
{
	size_t n = count_of(xml_attribute(x, "val"), FEED_COLS_MAX + 1);

	if (is_on_top(r, FRAME_CELL))
		top(r)->cell.span = n ? n : 1;
}

static void on_before(struct reader *r, struct xml *x)
{
	if (is_on_top(r, FRAME_ROW))
		top(r)->row.before = count_of(xml_attribute(x, "val"), FEED_COLS_MAX);
}

static void on_merge(struct reader *r, struct xml *x)
{
	const char *value = xml_attribute(x, "val");

	if (is_on_top(r, FRAME_CELL))
		top(r)->cell.merge = value && strcmp(value, "restart") == 0 ? DOCX_TOP : DOCX_BELOW;
}

/* Deleted: a piece of text, a row, or the end of a paragraph. */
static void on_deletion(struct reader *r, struct xml *x)
{
	struct frame *f = top(r);

	if (f && f->kind == FRAME_ROW)
		f->deleted = true;
	else if (f && f->kind == FRAME_PARA && !r->run && xml_depth(x) == f->depth + 3)
		f->deleted = true; /* w:p/w:pPr/w:rPr/w:del */
	else
		xml_skip(x);
}

/* Accepted, the cell is gone, and those behind it move up. */
static void on_cell_deletion(struct reader *r, struct xml *x)
{
	(void)x;
	if (is_on_top(r, FRAME_CELL))
		top(r)->deleted = true;
}

static void on_skip(struct reader *r, struct xml *x)
{
	(void)r;
	xml_skip(x);
}

/* The table of contents repeats the headings. */
static void on_gallery(struct reader *r, struct xml *x)
{
	const char *value = xml_attribute(x, "val");

	r->contents = value && strcmp(value, "Table of Contents") == 0;
}

static void on_content(struct reader *r, struct xml *x)
{
	if (r->contents)
		xml_skip(x);
	r->contents = false;
}

enum space { SPACE_WORD, SPACE_COMPATIBILITY, SPACE_OTHER };

static const struct {
	enum space space;
	const char *name;
	void (*start)(struct reader *r, struct xml *x);
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
	struct reader *r = data;

	if (!r->text || !r->run || r->hidden || !is_on_top(r, FRAME_PARA))
		return;
	for (size_t i = 0; i < s.n; i++)
		buf_addc(&top(r)->text, s.p[i] == '\n' || s.p[i] == '\r' ? ' ' : s.p[i]);
}

/* --- ends --- */

static struct docx_block *push_block(struct frame *to)
{
	return vec_push(&to->blocks);
}

/* The blocks of the body are put as they come. */
static void flush(struct reader *r, struct xml *x)
{
	struct frame *f = top(r);
	struct err err = {0};

	if (!f || f->kind != FRAME_BODY)
		return;
	if (!docx_put(r->out, &f->blocks, &err))
		xml_stop(x, &err);
	docx_blocks_free(&f->blocks);
}

static void close_para(struct reader *r, struct frame *p)
{
	struct frame *to = top(r);
	struct buf text = {0};

	if (!p->deleted || p->text.n)
		docx_numbers_next(r->numbers, &p->list, &text);
	buf_add(&text, buf_str(&to->carry));
	buf_add(&text, buf_str(&p->text));
	buf_free(&p->text);
	buf_clear(&to->carry);
	if (p->deleted) {
		buf_free(&to->carry);
		to->carry = text;
	} else if (str_trim(buf_str(&text)).n) {
		struct docx_block *b = push_block(to);

		b->text = text;
		b->page = p->page;
	} else {
		buf_free(&text);
	}
	for (size_t i = 0; i < p->boxes.n; i++)
		*push_block(to) = p->boxes.v[i];
	vec_free(&p->boxes);
}

static void close_box(struct reader *r, struct frame *box)
{
	struct frame *para = top(r);

	if (box->carry.n)
		push_block(box)->text = box->carry;
	for (size_t i = 0; i < box->blocks.n; i++)
		*vec_push(&para->boxes) = box->blocks.v[i];
	vec_free(&box->blocks);
	r->run = box->run;
	r->hidden = box->hidden;
}

static void close_cell(struct frame *row, struct frame *cell)
{
	if (cell->carry.n)
		push_block(cell)->text = cell->carry;
	if (cell->deleted) {
		docx_blocks_free(&cell->blocks);
		return;
	}
	cell->cell.blocks = cell->blocks;
	docx_cell_weigh(&cell->cell);
	*vec_push(&row->row.cells) = cell->cell;
}

static void close_row(struct frame *table, struct frame *row)
{
	if (!row->deleted) {
		*vec_push(&table->table->rows) = row->row;
		return;
	}
	for (size_t i = 0; i < row->row.cells.n; i++)
		docx_blocks_free(&row->row.cells.v[i].blocks);
	vec_free(&row->row.cells);
}

static void close_table(struct reader *r, struct frame *table)
{
	struct docx_block *b = push_block(top(r));

	b->table = table->table;
	b->page = table->page;
	r->tables--;
}

static void close_frame(struct reader *r, struct xml *x)
{
	struct frame f = *top(r);

	if (f.kind == FRAME_BODY && f.carry.n) {
		push_block(top(r))->text = f.carry;
		flush(r, x);
	}
	r->frames.n--;
	if (f.kind == FRAME_PARA)
		close_para(r, &f);
	else if (f.kind == FRAME_BOX)
		close_box(r, &f);
	else if (f.kind == FRAME_CELL)
		close_cell(top(r), &f);
	else if (f.kind == FRAME_ROW)
		close_row(top(r), &f);
	else if (f.kind == FRAME_TABLE)
		close_table(r, &f);
	flush(r, x);
}

static void on_end(struct xml *x, void *data)
{
	struct reader *r = data;
	size_t depth = xml_depth(x);

	if (depth == r->text)
		r->text = 0;
	if (depth == r->run)
		r->run = 0;
	if (top(r) && depth == top(r)->depth)
		close_frame(r, x);
}

bool docx_read(struct feed *out, struct str document, struct docx_numbers *numbers, struct err *err)
{
	static const struct xml_reader of_document = {on_start, on_end, on_characters, false};
	struct reader r = {.out = out, .numbers = numbers};

	/* pages are known where the program that wrote it noted where they broke */
	r.page = str_find(document, STR("lastRenderedPageBreak"), 0) != STR_NONE;
	return xml_read(document, &of_document, &r, err);
}

/* Made reports as DOCX. */
#include "unit/corpus_inside.h"

#include <string.h>

#include "base/utf8.h"
#include "unit/pack.h"

/* Of a table, in twentieths of a point. */
#define TABLE_WIDTH ((size_t)9000)

static void begin(struct pen *p)
{
	buf_adds(&p->text,
		"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
		"xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
		"xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/"
		"2006\"><w:body>");
}

static void put_escaped(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '&')
			buf_adds(out, "&amp;");
		else if (s.p[i] == '<')
			buf_adds(out, "&lt;");
		else
			buf_addc(out, s.p[i]);
	}
}

static void put_run(struct pen *p, struct str s)
{
	buf_adds(&p->text, "<w:r><w:rPr><w:sz w:val=\"21\"/></w:rPr><w:t xml:space=\"preserve\">");
	put_escaped(&p->text, s);
	buf_adds(&p->text, "</w:t></w:r>");
}

/* Runs of some characters each; a break where the text has one. */
static void put_runs(struct pen *p, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at, n = 1 + corpus_roll(p, 8);

		while (n-- && at < s.n && s.p[at] != '\n')
			utf8_next(s, &at);
		if (at > from)
			put_run(p, str_slice(s, from, at));
		if (at < s.n && s.p[at] == '\n') {
			buf_adds(
				&p->text, corpus_roll(p, 2) ? "<w:r><w:br/></w:r>" : "</w:p><w:p>");
			at++;
		}
	}
}

static void para(struct pen *p, const char *text)
{
	buf_adds(&p->text, "<w:p><w:pPr><w:ind w:firstLine=\"640\"/></w:pPr>");
	put_runs(p, str_of(text));
	buf_adds(&p->text, "</w:p>\n");
}

/* The cell that reaches down to this place; NULL: none. */
static const struct pcell *from_above(const struct sheet *s, size_t row, size_t col)
{
	for (size_t i = 0; i < s->cells.n; i++) {
		const struct pcell *c = &s->cells.v[i];

		if (c->col == col && c->row < row && c->row + c->rowspan > row)
			return c;
	}
	return NULL;
}

static void put_cell(struct pen *p, const struct pcell *c, size_t cols, bool below,
	void (*runs)(struct pen *, struct str))
{
	buf_addf(&p->text, "<w:tc><w:tcPr><w:tcW w:w=\"%zu\" w:type=\"dxa\"/>",
		c->colspan * TABLE_WIDTH / cols);
	if (c->colspan > 1)
		buf_addf(&p->text, "<w:gridSpan w:val=\"%zu\"/>", c->colspan);
	if (c->rowspan > 1)
		buf_adds(&p->text, below ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>");
	buf_adds(&p->text, "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:jc "
			   "w:val=\"center\"/></w:pPr>");
	if (!below)
		runs(p, str_of(c->text));
	buf_adds(&p->text, "</w:p></w:tc>");
}

static void put_table(struct pen *p, const struct sheet *s, void (*runs)(struct pen *, struct str))
{
	buf_adds(&p->text,
		"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>");
	for (size_t c = 0; c < s->cols; c++)
		buf_addf(&p->text, "<w:gridCol w:w=\"%zu\"/>", TABLE_WIDTH / s->cols);
	buf_adds(&p->text, "</w:tblGrid>\n");
	for (size_t r = 0; r < s->rows; r++) {
		buf_adds(&p->text, "<w:tr>");
		for (size_t c = 0; c < s->cols; c++) {
			const struct pcell *cell = corpus_cell_at(s, r, c), *above;

			if (cell)
				put_cell(p, cell, s->cols, false, runs);
			else if ((above = from_above(s, r, c)))
				put_cell(p, above, s->cols, true, runs);
		}
		buf_adds(&p->text, "</w:tr>\n");
	}
	buf_adds(&p->text, "</w:tbl>");
}

static void sheet(struct pen *p, struct sheet *s)
{
	put_table(p, s, put_runs);
}

static void pack_with(struct pen *p, struct str numbering)
{
	struct buf out = {0};

	buf_adds(&p->text, "<w:sectPr/></w:body></w:document>");
	pack_docx(buf_str(&p->text), numbering, STR(""), &out);
	buf_free(&p->text);
	p->text = out;
}

static void end(struct pen *p)
{
	pack_with(p, STR(""));
}

const struct corpus_source corpus_docx = {begin, para, para, sheet, end, true};

/* --- after many hands: changes tracked, headings numbered by themselves, tables in a frame and in
 * a text box --- */

/* Something deleted, something inserted. */
static void put_changed(struct pen *p, struct str s)
{
	if (corpus_roll(p, 3) == 0)
		buf_adds(&p->text, "<w:del w:id=\"1\"><w:r><w:delText>7</w:delText></w:r></w:del>");
	if (corpus_roll(p, 3) == 0 && s.n) {
		buf_adds(&p->text, "<w:ins w:id=\"2\">");
		put_runs(p, str_find(s, STR("\n"), 0) == STR_NONE ? s : STR(""));
		buf_adds(&p->text, "</w:ins>");
		if (str_find(s, STR("\n"), 0) == STR_NONE)
			return;
	}
	put_runs(p, s);
}

/* "三、…" as a list's third paragraph. */
static void changed_para(struct pen *p, const char *text)
{
	size_t at = str_find(str_of(text), STR("、"), 0);

	if (at != 3) {
		para(p, text);
		return;
	}
	buf_adds(&p->text, "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
			   "w:val=\"1\"/></w:numPr></w:pPr>");
	put_changed(p, str_of(text + at + strlen("、")));
	buf_adds(&p->text, "</w:p>");
}

static void changed_sheet(struct pen *p, struct sheet *s)
{
	static const char *const around[][2] = {
		{"", ""},
		{"<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"},
		{"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:txbxContent>",
			"</w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>1</w:t></w:r></"
			"w:p>"
			"</mc:Fallback></mc:AlternateContent></w:r></w:p>"},
	};
	size_t which = corpus_roll(p, 3);

	buf_adds(&p->text, around[which][0]);
	put_table(p, s, put_changed);
	buf_adds(&p->text, around[which][1]);
}

static void changed_end(struct pen *p)
{
	pack_with(
		p, STR("<w:numbering "
		       "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
		       "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start "
		       "w:val=\"1\"/>"
		       "<w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText "
		       "w:val=\"%1、\"/></w:lvl>"
		       "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
		       "</w:numbering>"));
}

const struct corpus_source corpus_docx_changed = {
	begin, para, changed_para, changed_sheet, changed_end, true};

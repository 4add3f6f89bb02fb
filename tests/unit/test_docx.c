/* DOCX, damaged and hostile ones first. */
#include "unit/unit.h"

#include "import/import.h"
#include "unit/pack.h"

#ifdef HAVE_DOCX
#define NEEDS_DOCX ((void)0)
#else
#define NEEDS_DOCX unit_skip("built without a reader for DOCX")
#endif

#define WORD "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"

static struct doc *import_buf(struct buf *bytes, struct err *err)
{
	return import_bytes("x.docx", bytes, NULL, err);
}

static struct doc *import_document(const char *xml, struct err *err)
{
	struct buf bytes = {0};

	pack_docx(str_of(xml), STR(""), STR(""), &bytes);
	return import_buf(&bytes, err);
}

Test(docx, refuses)
{
	static const struct {
		const char *xml;
		enum err_kind kind;
		const char *said;
	} rows[] = {
		{"", ERR_FORMAT, "no document"},
		{" ", ERR_FORMAT, "damaged"},
		{"<", ERR_FORMAT, "damaged"},
		{"no markup", ERR_FORMAT, "damaged"},
		{WORD, ERR_FORMAT, "damaged"},
		{WORD "</w:document>", ERR_FORMAT, "no text"},
		{WORD "<w:body/></w:document>", ERR_FORMAT, "no text"},
		{WORD "<w:body><w:p/><w:tbl/></w:body></w:document>", ERR_FORMAT, "no text"},
		{WORD "<w:body><w:p><w:r><w:t>x</w:t></w:r></w:body>", ERR_FORMAT, "damaged"},
		{WORD "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>",
			ERR_FORMAT, "damaged"},
		{"<!DOCTYPE d [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\">]>" WORD
		 "<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>",
			ERR_FORMAT, "document type"},
		{"<!DOCTYPE d SYSTEM \"file:///etc/passwd\">" WORD "</w:document>", ERR_FORMAT,
			"document type"},
		{"<document><body><p><r><t>of no namespace</t></r></p></body></document>",
			ERR_FORMAT, "no text"},
		/* parts where they do not belong */
		{WORD "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:document>", ERR_FORMAT,
			"no text"},
		{WORD "<w:p><w:r><w:t>x</w:t></w:r></w:p></w:document>", ERR_FORMAT, "no text"},
		{WORD "<w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>", ERR_NONE,
			""},
	};

	NEEDS_DOCX;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct doc *d = import_document(rows[i].xml, &err);

		cr_expect_eq(err.kind, rows[i].kind, "row %zu: %s", i, err.text);
		cr_expect_eq(d == NULL, rows[i].kind != ERR_NONE, "row %zu", i);
		cr_expect(strstr(err.text, rows[i].said), "row %zu: %s", i, err.text);
		doc_free(d);
	}
}

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define ZEROS P("0") P("0") P("0") P("0") P("0")

/* A converter that did not see the table left its cells or rows as paragraphs: they are read as the
 * lines of a text are. Fewer numbers are no table's. */
Test(docx, cells_that_became_paragraphs)
{
	static const struct {
		const char *xml, *reader;
		size_t blocks;
	} rows[] = {
		{WORD "<w:body>" P("一、本年新收") P("1") ZEROS "</w:body></w:document>", NULL, 7},
		{WORD "<w:body>" P("一、本年新收政府信息公开申请数量") P("1") ZEROS P("1") P(
			 "二、上年结转政府信息公开申请数量") P("0") ZEROS P("0") P("（一）予以公开")
				P("1") ZEROS P("1") "</w:body></w:document>",
			"bare", 1},
		{WORD "<w:body>" P("| 规章 | 0 |") P("| 文件 | 0 |") P("| 许可 | 0 |")
				P("| 处罚 | 0 |") P("| 强制 | 0 |")
					P("| 收费 | 0 |") "</w:body></w:document>",
			NULL, 6},
		{WORD "<w:body>" P("| 规章 | 0 |") P("| 文件 | 0 |") P("| 许可 | 0 |")
				P("| 处罚 | 0 |") P("| 强制 | 0 |") P("| 收费 | 0 |")
					P("| 采购 | 0 |") "</w:body></w:document>",
			"pipes", 1},
		{WORD "<w:body>" P("规章") P("制发0") P("废止1") P("有效2") P("文件") P("制发3")
				P("废止4") P("有效5") "</w:body></w:document>",
			NULL, 8},
		{WORD "<w:body>" P("规章") P("制发0") P("废止1") P("有效：2") P("文件") P("制发3")
				P("废止4") P("有效5") P("许可") P("制发3") P("废止4")
					P("有效5") "</w:body></w:document>",
			"named", 1},
	};

	NEEDS_DOCX;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct doc *d = import_document(rows[i].xml, &err);

		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		cr_expect_eq(
			doc_block_count(d), rows[i].blocks, "row %zu: %zu", i, doc_block_count(d));
		const struct grid *grid = doc_block(d, 0)->grid;
		cr_expect_eq(grid != NULL, rows[i].reader != NULL, "row %zu", i);
		if (grid && rows[i].reader)
			cr_expect_str_eq(grid->reader, rows[i].reader);
		doc_free(d);
	}
}

/* Cut anywhere, one byte wrong anywhere: an error or a document, and the same program after it. */
Test(docx, survives_damage)
{
	struct buf whole = {0};

	NEEDS_DOCX;
	pack_docx(STR(WORD "<w:body><w:p><w:r><w:t>text</w:t></w:r></w:p></w:body></w:document>"),
		STR("<numbering/>"), STR(""), &whole);
	for (size_t n = 0; n < whole.n; n += 7) {
		struct buf cut = {0}, bent = {0};
		struct err err = {0};

		buf_add(&cut, str_slice(buf_str(&whole), 0, n));
		cr_expect_null(import_buf(&cut, &err), "cut at %zu", n);
		cr_expect_eq(err.kind, ERR_FORMAT, "cut at %zu: %s", n, err.text);
		buf_add(&bent, buf_str(&whole));
		bent.p[n] ^= 0x10;
		doc_free(import_buf(&bent, &err));
	}
	buf_free(&whole);
}

Test(docx, refuses_a_wrong_sum)
{
	struct pack_part part = {"word/document.xml",
		STR(WORD "<w:body><w:p><w:r><w:t>1234</w:t></w:r></w:p></w:body></w:document>"),
		true};
	struct buf bytes = {0};
	struct err err = {0};

	NEEDS_DOCX;
	pack(&part, 1, &bytes);
	bytes.p[str_find(buf_str(&bytes), STR("1234"), 0)] = '9';
	cr_expect_null(import_buf(&bytes, &err));
	cr_expect_eq(err.kind, ERR_FORMAT);
	cr_expect(strstr(err.text, "damaged"), "%s", err.text);
}

static void expect_limit(struct str xml, const char *said)
{
	struct buf bytes = {0};
	struct err err = {0};

	pack_docx(xml, STR(""), STR(""), &bytes);
	cr_expect_null(import_buf(&bytes, &err), "%s", said);
	cr_expect_eq(err.kind, ERR_LIMIT, "%s", err.text);
	cr_expect(strstr(err.text, said), "%s", err.text);
}

static void repeat(struct buf *b, const char *s, size_t n)
{
	while (n--)
		buf_adds(b, s);
}

Test(docx, is_bounded)
{
	struct buf bomb = {0}, deep = {0}, wide = {0}, high = {0};

	NEEDS_DOCX;
	buf_adds(&bomb, WORD);
	repeat(&bomb, "                                ", 1 << 18);
	expect_limit(buf_str(&bomb), "unpacks to");
	buf_adds(&deep, WORD "<w:body>");
	repeat(&deep, "<w:sdt>", 100000);
	expect_limit(buf_str(&deep), "deep");
	buf_adds(&wide, WORD "<w:body><w:tbl><w:tr>");
	for (int i = 0; i < 5000; i++)
		buf_addf(&wide, "<w:tc><w:p><w:r><w:t>%d</w:t></w:r></w:p></w:tc>", i);
	buf_adds(&wide, "</w:tr></w:tbl></w:body></w:document>");
	expect_limit(buf_str(&wide), "columns");
	buf_adds(&high, WORD "<w:body><w:tbl>");
	for (int i = 0; i < 70000; i++)
		buf_addf(&high, "<w:tr><w:tc><w:p w:rsidR=\"%08X\"/></w:tc></w:tr>",
			(unsigned)i * 2654435761u);
	buf_adds(&high, "</w:tbl></w:body></w:document>");
	expect_limit(buf_str(&high), "65536 rows");
	buf_free(&high);
	buf_free(&bomb);
	buf_free(&deep);
	buf_free(&wide);
}

Test(docx, finds_the_part_that_is_the_document)
{
	struct pack_part parts[] = {
		{"_rels/.rels",
			STR("<Relationships><Relationship Type=\"x/officeDocument\" "
			    "Target=\"/word/document2.xml\"/></Relationships>"),
			true},
		{"word/document2.xml",
			STR(WORD "<w:body><w:p><w:r><w:t>here</w:t></w:r></w:p></w:body></"
				 "w:document>"),
			false},
	};
	struct buf bytes = {0};
	struct err err = {0};

	NEEDS_DOCX;
	pack(parts, 2, &bytes);
	struct doc *d = import_buf(&bytes, &err);

	cr_assert_not_null(d, "%s", err.text);
	expect_str(doc_text(d), STR("here\n"));
	expect_str(doc_source(d), STR("here\n"));
	doc_free(d);
}

/* A note's number, set above the line, is no digit of what it stands behind. */
Test(docx, numbers_of_notes)
{
	NEEDS_DOCX;
#define RUN(align) "<w:r><w:rPr>" align "</w:rPr><w:t>1</w:t></w:r>"
	static const struct {
		const char *run, *text;
	} rows[] = {
		{RUN(""), "51"},
		{RUN("<w:vertAlign/>"), "51"},
		{RUN("<w:vertAlign w:val='baseline'/>"), "51"},
		{RUN("<w:vertAlign w:val='superscript'/>"), "5 1"},
		{RUN("<w:vertAlign w:val='subscript'/>"), "5 1"},
		{RUN("<w:vanish/><w:vertAlign w:val='superscript'/>"), "5"},
		/* struck out */
		{RUN("<w:strike/>"), "5"},
		{RUN("<w:dstrike w:val='true'/>"), "5"},
		{RUN("<w:strike w:val='0'/>"), "51"},
		{RUN("<w:vanish/><w:strike w:val='false'/>"), "5"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct buf xml = {0};

		buf_addf(&xml,
			WORD "<w:body><w:p><w:r><w:t>5</w:t></w:r>%s</w:p></w:body></w:document>",
			rows[i].run);
		struct doc *d = import_document(xml.p, &err);

		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		expect_str(doc_str(d, doc_block(d, 0)->span), str_of(rows[i].text));
		doc_free(d);
		buf_free(&xml);
	}
}

Test(docx, is_told_where_it_is_not_read)
{
#ifndef HAVE_DOCX
	struct buf bytes = {0};
	struct err err = {0};

	buf_add(&bytes, STR("PK\3\4 word/document.xml"));
	cr_expect_null(import_buf(&bytes, &err));
	cr_expect(strstr(err.text, "built without"), "%s", err.text);
#endif
}

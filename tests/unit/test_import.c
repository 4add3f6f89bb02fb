#include "unit/unit.h"

#include "base/file.h"
#include "import/import.h"

#define B(lit)                                                                                     \
	{                                                                                          \
		"" lit, sizeof(lit) - 1                                                            \
	}

#ifdef HAVE_PDF
#define AS_PDF "damaged"
#else
#define AS_PDF "pdftotext -layout"
#endif
#ifdef HAVE_GUMBO
#define AS_HTML "no text in it"
#else
#define AS_HTML "HTML"
#endif

/* What its name promises is not there: another is wanted, not another encoding. */
Test(import, a_damaged_document_is_told_as_that)
{
	static const struct {
		const char *name, *said;
	} rows[] = {{"报告.pdf", "it is damaged"}, {"a.b/x.DOCX", "it is damaged"},
		{"x.doc", "it is damaged"}, {"x.txt", "NUL at offset 3"},
		{".pdf", "NUL at offset 3"}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct buf bytes = {0};

		buf_add(&bytes, (struct str){"abc\0def", 7});
		cr_assert_null(import_bytes(rows[i].name, &bytes, NULL, &err));
		cr_expect(strstr(err.text, rows[i].said), "%s: %s", rows[i].name, err.text);
	}
}

Test(import, refuses_with_advice)
{
	static const struct {
		struct str bytes;
		const char *said;
	} rows[] = {
		{B(""), "the file is empty"},
		{B("\xef\xbb\xbf"), "no text in it"},
		{B(" \n\t\r\n　\xc2\xa0"), "no text in it"},
		{B("\t"), "no text in it"},
		{B("\x7f"
		   "ELF\0"),
			"it is damaged"},
		{B("%PDF-1.7\n%\0"), AS_PDF},
		{B("junk before\n%PDF-1.4"), AS_PDF},
		{B("PK\3\4....[Content_Types].xml....word/document.xml"), "DOCX"},
		{B("PK\3\4..........................mimetypeapplication/vnd.oasis.opendocument."
		   "textPK"),
			"--convert-to docx"},
		{B("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a"
		   "\0g\0e\0"),
			"password"},
		{B("PK\3\4..........................mimetypeapplication/vnd.oasis.opendocument."
		   "spreadsheetPK"),
			"--convert-to csv"},
		{B("PK\3\4....[Content_Types].xml....xl/workbook.xml"), "workbook"},
		{B("PK\3\4....OFD.xml....Doc_0/Document.xml"), "OFD"},
		{B("PK\3\4\0\0"), "ZIP"},
		{B("PK\5\6\0\0"), "ZIP"},
		{B("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..W\0o\0r\0k\0b\0o\0o\0k\0"), "workbook"},
		{B("<?xml version='1.0'?>\n<office:document xmlns:office='x'>"), "OpenDocument"},
		{B("<?xml version='1.0'?>\n<?mso-application "
		   "progid=\"Word.Document\"?>\n<w:wordDocument>"),
			"in XML"},
		{B("<?xml version='1.0'?>\n<pkg:package xmlns:pkg='x'>"), "in XML"},
		{B("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"), "soffice --headless --convert-to"},
		{B("{\\rtf1\\ansi"), "RTF"},
		{B("\x89PNG\r\n\x1a\n"), "image"},
		{B("\xff\xd8\xff\xe0\0\x10JFIF"), "image"},
		{B("GIF89a"), "image"},
		{B("RIFF\0\0\0\0WEBPVP8 "), "image"},
		{B("II*\0"), "image"},
		{B("BM\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), "image"},
		{B("<!DOCTYPE html>\n<html>"), AS_HTML},
		{B("\xef\xbb\xbf \n<!-- x --><HTML lang=zh>"), AS_HTML},
		{B("<?xml version='1.0'?><html/>"), AS_HTML},
		{B("<!--[if gte mso 9]><xml><w:View>1</w:View></xml><![endif]-->\n<p>"), AS_HTML},
		{B("<!--[if gte mso 9]><xml>"), AS_HTML},
		{B("<H2 class=title>"), AS_HTML},
		{B("<p\nclass=text>"), AS_HTML},
		{B("<pre>\n"), AS_HTML},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf bytes = {0};
		struct err err = {0};

		buf_add(&bytes, rows[i].bytes);
		cr_expect_null(import_bytes("dir/x.doc", &bytes, NULL, &err), "row %zu", i);
		cr_expect(strstr(err.text, rows[i].said), "row %zu: %s", i, err.text);
		cr_expect_eq(err.kind, ERR_FORMAT, "row %zu", i);
		cr_expect_str_eq(err.file, "dir/x.doc", "row %zu", i);
		cr_expect(bytes.p == NULL && bytes.n == 0, "row %zu: the bytes are taken over", i);
	}
}

/* What only begins like a kind that is known is text all the same. */
Test(import, takes_text)
{
	static const char *const rows[] = {"x", "|", "BM", "PK", "GIF", "<", "<年度报告>", "{", "%",
		"RIFF", "<p", "<!-- ", "<preface>", "<h>", "p>"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf bytes = {0};
		struct err err = {0};

		buf_adds(&bytes, rows[i]);
		struct doc *d = import_bytes("-", &bytes, NULL, &err);

		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		cr_expect_str_eq(doc_kind(d), "text");
		expect_str(doc_source(d), str_of(rows[i]));
		doc_free(d);
	}
}

/* A piece of a page whose tags a converter left around what it made of the rest; a page, or a piece
 * of one, has no lines that are another markup's. */
Test(import, text_in_boxes_of_a_page)
{
	static const struct {
		const char *bytes, *kind;
	} rows[] = {
		{"<div>\n\n## x\n\n</div>\n", "text"},
		{"<div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n</div>\n", "text"},
		{"<div>\n{|\n| a\n|}\n</div>\n", "text"},
		{"<p>x</p>\n+---+---+\n| 1 | 2 |\n+---+---+\n", "text"},
		{"<div>\n\n#\n|\n||\n--- x\n\n</div>\n", "html"},
		{"<html>\n\n## x\n\n</html>\n", "html"},
		{"<pre>\n## x\n</pre>\n", "html"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf bytes = {0};
		struct err err = {0};

		buf_adds(&bytes, rows[i].bytes);
		struct doc *d = import_bytes("-", &bytes, NULL, &err);
#ifndef HAVE_GUMBO
		if (strcmp(rows[i].kind, "html") == 0)
			continue;
#endif
		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		cr_expect_str_eq(doc_kind(d), rows[i].kind, "row %zu", i);
		doc_free(d);
	}
}

Test(import, files)
{
	char dir[64];
	struct err err = {0};

	unit_temp_dir(dir);
	char *path = path_join(dir, "report.txt");

	cr_expect_null(import_file(path, NULL, &err));
	cr_expect_eq(err.kind, ERR_IO);
	cr_expect_str_eq(err.file, path);
	cr_expect_null(import_file(dir, NULL, &err), "a folder");
	cr_assert(file_write_atomic(path, STR("\xb9\xe6\xd5\xc2\n"), &err), "%s", err.text);
	struct doc *d = import_file(path, NULL, &err);

	cr_assert_not_null(d, "%s", err.text);
	cr_expect_str_eq(doc_file(d), path);
	expect_str(doc_text(d), STR("规章\n"));
	doc_free(d);
	cr_expect_null(import_file(path, &(struct import_options){.encoding = "UTF-8"}, &err));
	cr_expect(strstr(err.text, "not UTF-8"), "%s", err.text);
	free(path);
}

/* The first lines of what begins with `begin` and goes on with `line` up to `bytes`. */
static bool head_of(const char *begin, const char *line, size_t bytes, struct buf *out)
{
	char dir[64];
	struct buf text = {0};

	unit_temp_dir(dir);
	char *path = path_join(dir, "report.txt");

	buf_adds(&text, begin);
	while (text.n < bytes)
		buf_adds(&text, line);
	cr_assert(file_write_atomic(path, buf_str(&text), NULL));
	*out = (struct buf){0};
	bool good = import_head(path, NULL, out);

	cr_expect_eq(unlink(path), 0);
	cr_expect_eq(rmdir(dir), 0);
	free(path);
	buf_free(&text);
	return good;
}

Test(import, the_first_lines_of_a_large_text)
{
	struct buf out;

	cr_expect_not(head_of("", "一行\n", IMPORT_LARGE / 2, &out));
	cr_expect_not(head_of("<html>", "一行\n", IMPORT_LARGE, &out));
	cr_expect_not(head_of("%PDF-1.7\n", "一行\n", IMPORT_LARGE, &out));
	cr_expect_not(head_of("", "一行没有行末", IMPORT_LARGE, &out));
	cr_expect_not(import_head("-", NULL, &out));
	cr_expect(head_of("\xef\xbb\xbf标题\r\n", "一行\n", IMPORT_LARGE, &out));
	cr_expect(str_starts(buf_str(&out), "标题\n一行\n") && str_ends(buf_str(&out), "一行\n"));
	buf_free(&out);
	cr_expect(head_of("", "\xb1\xea\xcc\xe2\n", IMPORT_LARGE, &out));
	cr_expect(str_starts(buf_str(&out), "标题\n标题\n"));
	buf_free(&out);
}

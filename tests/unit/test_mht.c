/* Pages saved with their pictures in one file, degenerate ones first. */
#include "unit/unit.h"

#include "import/import.h"
#include "import/mht.h"

#define HEADER(boundary)                                                                           \
	"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"                                      \
	"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=" boundary        \
	"\r\n\r\n"
#define PART(how) "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: " how "\r\n\r\n"
#define PICTURE                                                                                    \
	"--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n"

struct message {
	const char *bytes, *page; /* page NULL: there is none */
};

static void expect_pages(const struct message *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct buf page = {0};
		bool found = mht_page(str_of(rows[i].bytes), &page);

		cr_expect_eq(found, rows[i].page != NULL, "row %zu", i);
		expect_str(buf_str(&page), str_of(rows[i].page));
		buf_free(&page);
	}
}

Test(mht, what_is_one)
{
	static const struct {
		const char *bytes;
		bool is;
	} rows[] = {
		{"", false},
		{"\r\n", false},
		{"Content-Type: multipart/related; boundary=b", false}, /* no end */
		{"Content-Type: multipart/related; boundary=b\n\n", true},
		{"CONTENT-TYPE:multipart/related;BOUNDARY=\"b c\"\n\n", true},
		{"Content-Type: multipart/related\n\n", false},
		{"Content-Type: multipart/related; boundary=\n\n", false},
		{"Content-Type: text/html; boundary=b\n\n", false},
		{"X-Content-Type: multipart/related; boundary=b\n\n", false},
		{"Content-Type\n\nContent-Type: multipart/related; boundary=b\n\n", false},
		{HEADER("b"), true},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_eq(mht_is(str_of(rows[i].bytes)), rows[i].is, "row %zu", i);
}

Test(mht, pages_in_messages)
{
	static const struct message rows[] = {
		{"", NULL},
		{HEADER("b"), NULL},
		{HEADER("b") "--b", NULL},
		{HEADER("b") "--b--\r\n", NULL},
		{HEADER("b") PICTURE "--b--\r\n", NULL},
		{HEADER("c") PART("8bit") "<p>x\r\n--c--", NULL},
		{HEADER("b") PART("8bit") "--b--\r\n", ""},
		{HEADER("b") PART("8bit") "<p>x\r\n--b--\r\n", "<p>x\r\n"},
		{HEADER("\"b\"") PICTURE PART("") "<p>x", "<p>x"}, /* cut off */
		{HEADER("b") PART("8bit") "1\r\n" PART("8bit") "2\r\n--b--", "1\r\n"},
		/* lines that go on, codes, what is none */
		{HEADER("b") PART(
			 "Quoted-Printable") "<p>=E4=B8=\r\n=80=3D=3d\r\n=4\r\n==\r\n--b--",
			"<p>一==\r\n=4\r\n="},
		{HEADER("b") PART("quoted-printable") "=", ""},
		{HEADER("b") PART("quoted-printable") "=ZZ=0", "=ZZ=0"},
		{HEADER("b") PART("base64") "PHA+\r\n5LiA\r\n--b--", "<p>一"},
		{HEADER("b") PART("base64") "P", ""},
		{HEADER("b") PART("base64") "PA==PA==", "<"},
		/* a message within a message */
		{HEADER("b") "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
			     "--c\r\nContent-Type: text/plain\r\n\r\nx\r\n"
			     "--c\r\nContent-Type: text/html\r\n\r\n<p>y\r\n--c--\r\n--b--",
			"<p>y\r\n"},
	};

	expect_pages(rows, ROWS(rows));
}

/* So many messages within one another that it does not pay to look on. */
Test(mht, messages_within_messages)
{
	struct buf all = {0}, page = {0};

	for (int i = 0; i < 1000; i++)
		buf_addf(
			&all, "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i);
	buf_adds(&all, "Content-Type: text/html\r\n\r\n<p>x");
	cr_expect(mht_is(buf_str(&all)));
	cr_expect_not(mht_page(buf_str(&all), &page));
	buf_free(&all);
	buf_free(&page);
}

#ifdef HAVE_GUMBO
#define NEEDS_HTML ((void)0)
#else
#define NEEDS_HTML unit_skip("built without a reader for HTML")
#endif

/* Read as the page; places are the text's, and the digest the file's. */
Test(mht, is_read)
{
	NEEDS_HTML;
	static const char bytes[] = HEADER("b")
		PART("quoted-printable") "<html><body><p>=E4=B8=80</p><table><tr><td>=\r\n"
					 "a<td>1<td>2</table>\r\n--b--\r\n";
	struct buf copy = {0};
	struct err err = {0};

	buf_adds(&copy, bytes);
	struct doc *d = import_bytes("x.mht", &copy, NULL, &err);

	cr_assert_not_null(d, "%s", err.text);
	cr_expect_str_eq(doc_kind(d), "html");
	cr_assert_eq(doc_block_count(d), 2);
	expect_str(doc_str(d, doc_block(d, 0)->span), STR("一"));
	cr_assert_eq(doc_block(d, 1)->kind, BLOCK_GRID);
	expect_str(doc_str(d, doc_block(d, 1)->grid->cells[2].span), STR("2"));
	expect_str(doc_source(d), doc_text(d));
	doc_free(d);
}

Test(mht, has_no_page)
{
	NEEDS_HTML;
	struct buf copy = {0};
	struct err err = {0};

	buf_adds(&copy, HEADER("b") PICTURE "--b--\r\n");
	cr_expect_null(import_bytes("x.mht", &copy, NULL, &err));
	cr_expect(strstr(err.text, "no page"), "%s", err.text);
}

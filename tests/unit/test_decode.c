#include "unit/unit.h"

#include <iconv.h>

#include "base/lang.h"
#include "import/decode.h"
#include "unit/samples.h"
#include "unit/text_kit.h"

static struct doc *doc_empty(void)
{
	struct buf none = {0};

	return doc_new("decode", "text", &none);
}

#define B(lit)                                                                                     \
	{                                                                                          \
		"" lit, sizeof(lit) - 1                                                            \
	}

Test(decode, takes)
{
	static const struct {
		struct str bytes;
		const char *asked, *text, *encoding;
	} rows[] = {
		{B(""), NULL, "", "UTF-8"},
		{B("\xef\xbb\xbf"), NULL, "", "UTF-8"},
		{B("\xff\xfe"), NULL, "", "UTF-16LE"},
		{B("a"), NULL, "a", "UTF-8"},
		{B("\r"), NULL, "\n", "UTF-8"},
		{B("\n\r"), NULL, "\n\n", "UTF-8"},
		{B("\r\r\n\n\r"), NULL, "\n\n\n\n", "UTF-8"},
		{B("a\r\nb\rc\n"), NULL, "a\nb\nc\n", "UTF-8"},
		{B("规章"), NULL, "规章", "UTF-8"},
		{B("\xef\xbb\xbf规章"), NULL, "规章", "UTF-8"},
		{B("𠮷"), NULL, "𠮷", "UTF-8"},
		{B("\xb9\xe6"), NULL, "规", "GB18030"},
		{B("\xb9\xe6\r\n\xd5\xc2\r"), NULL, "规\n章\n", "GB18030"},
		{B("\x84\x31\x95\x33\xb9\xe6"), NULL, "规", "GB18030"},
		{B("\xb9\xe6\xa1\xaa\xa1\xaa"), NULL, "规——", "GB18030"},   /* not U+2015 */
		{B("\xb9\xe6\x95\x34\xb2\x35x"), NULL, "规𠮷x", "GB18030"}, /* four bytes */
		{B("\xb9\xe6\x81\x30\x84\x36"), NULL, "规¥", "GB18030"},
		{B("\xa1\xa4\xa1\xc1\xb9\xe6"), NULL, "·×规",
			"GB18030"},				  /* two bytes here and there */
		{B("\x81\x7c\x94\x5c"), NULL, "亅擻", "GB18030"}, /* | and \ as trail bytes */
		{B("\xb9\xe6"), "gbk", "规", "GB18030"},
		{B("\xb9\xe6"), "GB2312", "规", "GB18030"},
		{B("\xef\xbb\xbfx"), "utf8", "x", "UTF-8"},
		{B("\xff\xfe\xc4\x89\r\0\n\0a\0"), NULL, "规\na", "UTF-16LE"},
		{B("\xfe\xff\x89\xc4\0\r\0a"), NULL, "规\na", "UTF-16BE"},
		{B("\xfe\xff\x89\xc4"), "utf-16", "规", "UTF-16BE"},
		{B("\xc4\x89"), "UTF-16LE", "规", "UTF-16LE"},
		{B("\x42\xd8\xb7\xdf"), "UTF-16LE", "𠮷", "UTF-16LE"},
		{B("\xff\xfe\0\0\xc4\x89\0\0"), NULL, "规", "UTF-32LE"},
		{B("\xb3W\r\nx"), "BIG5", "規\nx", "BIG5"},
		{B("caf\xe9"), "ISO-8859-1", "café", "ISO-8859-1"},
		{B("\x1b$)A\x0e\x39\x66\x0fz"), "ISO-2022-CN", "规z", "ISO-2022-CN"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct doc *d = doc_empty();
		struct err err = {0};

		cr_assert(decode_text(d, rows[i].bytes, rows[i].asked, &err), "row %zu: %s", i,
			err.text);
		cr_expect(str_is(doc_text(d), rows[i].text), "row %zu: \"%.*s\"", i,
			STR_ARG(doc_text(d)));
		cr_expect_str_eq(doc_encoding(d), rows[i].encoding, "row %zu", i);
		doc_free(d);
	}
}

Test(decode, refuses)
{
	static const struct {
		struct str bytes;
		const char *asked, *said;
		enum err_kind kind;
	} rows[] = {
		{B("\0"), NULL, "NUL at offset 0", ERR_FORMAT},
		{B("ab\0c"), NULL, "NUL at offset 2", ERR_FORMAT},
		{B("\xb9\xe6\0"), NULL, "NUL at offset 2", ERR_FORMAT},
		{B("\xb9\xe6\0"), "gbk", "NUL at offset 2", ERR_FORMAT},
		{B("\xff\xfe\xc4\x89\0\0"), NULL, "NUL at offset 4", ERR_FORMAT},
		{B("\xff\xfe\xc4"), NULL, "not UTF-16LE: the byte at offset 2", ERR_FORMAT},
		{B("\xff\xfe\0\xd8x\0"), NULL, "not UTF-16LE: the byte at offset 2", ERR_FORMAT},
		{B("x\xff"), NULL,
			"neither UTF-8 (bad byte at offset 1) nor GB18030 (bad byte at offset 1)",
			ERR_FORMAT},
		{B("\xb9\xe6\xb9"), NULL,
			"neither UTF-8 (bad byte at offset 0) nor GB18030 (bad byte at offset 2)",
			ERR_FORMAT},
		{B("\xb9\xe6\x81\x30\x81"), NULL, "nor GB18030 (bad byte at offset 2)", ERR_FORMAT},
		{B("\xb9\xe6\xfe\x39\xfe\x39"), NULL, "nor GB18030 (bad byte at offset 2)",
			ERR_FORMAT}, /* unassigned */
		{B("规章规章规章规章\x80规章"), NULL, "damaged UTF-8: the byte at offset 24",
			ERR_FORMAT},
		{B("规章\xe8\xa7"), NULL, "damaged UTF-8: the byte at offset 6", ERR_FORMAT},
		{B("规章\xf0\xa0\xae"), NULL, "damaged UTF-8: the byte at offset 6", ERR_FORMAT},
		{B("\xef\xbb\xbf\xb9\xe6"), NULL, "not UTF-8: the byte at offset 3", ERR_FORMAT},
		{B("\xb9\xe6"), "UTF-8", "not UTF-8: the byte at offset 0", ERR_FORMAT},
		{B("规"), "GB18030", "not GB18030: the byte at offset 2", ERR_FORMAT},
		{B("\xc0\x80"), "utf-8", "not UTF-8: the byte at offset 0", ERR_FORMAT},
		{B("\xed\xa0\x80"), "utf-8", "not UTF-8: the byte at offset 0", ERR_FORMAT},
		{B("a"), "no-such", "unknown encoding `no-such`", ERR_USAGE},
		{B("a"), "", "unknown encoding ``", ERR_USAGE},
		{B("a"), "GB18030//IGNORE", "unknown encoding", ERR_USAGE},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct doc *d = doc_empty();
		struct err err = {0};

		cr_expect_not(decode_text(d, rows[i].bytes, rows[i].asked, &err), "row %zu", i);
		cr_expect(strstr(err.text, rows[i].said), "row %zu: %s", i, err.text);
		cr_expect_eq(err.kind, rows[i].kind, "row %zu", i);
		doc_free(d);
	}
}

Test(decode, every_character_maps)
{
	/* the text is 规𠮷 , a line end, ·a, a line end */
	static const struct {
		size_t from, to, disk_from, disk_to;
	} rows[] = {
		{0, 3, 0, 2},
		{3, 7, 2, 6},
		{0, 7, 0, 6},
		{7, 8, 6, 8},
		{7, 7, 6, 6},
		{8, 8, 8, 8},
		{8, 10, 8, 10},
		{10, 11, 10, 11},
		{11, 12, 11, 12},
		{0, 12, 0, 12},
	};
	struct doc *d = doc_empty();

	cr_assert(decode_text(d,
		STR("\xb9\xe6\x95\x34\xb2\x35\r\n\xa1\xa4"
		    "a\r"),
		NULL, NULL));
	expect_str(doc_text(d), STR("规𠮷\n·a\n"));
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct disk_span disk = doc_disk(d, (struct text_span){rows[i].from, rows[i].to});

		cr_expect(disk.from == rows[i].disk_from && disk.to == rows[i].disk_to,
			"row %zu: [%zu,%zu)", i, disk.from, disk.to);
	}
	doc_free(d);
}

static void convert(struct str text, const char *to, struct buf *out)
{
	iconv_t cd = iconv_open(to, "UTF-8");
	size_t in_left = text.n, out_left = text.n * 4 + 16, room = out_left;
	char *in = (char *)text.p;

	cr_assert_neq(cd, (iconv_t)-1);
	buf_reserve(out, room);
	char *p = out->p + out->n;

	cr_assert_eq(iconv(cd, &in, &in_left, &p, &out_left), 0);
	out->n += room - out_left;
	iconv_close(cd);
}

static void with_crlf(struct str text, struct buf *out)
{
	for (size_t i = 0; i < text.n; i++) {
		if (text.p[i] == '\n')
			buf_addc(out, '\r');
		buf_addc(out, text.p[i]);
	}
}

/* The bytes at every span decode to the text there, whatever the encoding and the line ends, and
 * the blocks are the same. */
Test(decode, samples_in_every_dress)
{
	static const struct {
		const char *mark, *encoding;
		bool crlf;
	} rows[] = {
		{"", "UTF-8", false},
		{"\xef\xbb\xbf", "UTF-8", true},
		{"", "GB18030", false},
		{"", "GB18030", true},
		{"\xff\xfe", "UTF-16LE", true},
	};

	for (size_t s = 0; s < ROWS(sample_names); s++) {
		struct buf plain = {0}, first = {0};

		sample_bytes(sample_names[s], ".txt", &plain);
		for (size_t i = 0; i < ROWS(rows); i++) {
			struct buf lines = {0}, bytes = {0}, blocks = {0};

			if (rows[i].crlf)
				with_crlf(buf_str(&plain), &lines);
			else
				buf_add(&lines, buf_str(&plain));
			buf_adds(&bytes, rows[i].mark);
			convert(buf_str(&lines), rows[i].encoding, &bytes);
			struct doc *d = kit_doc(buf_str(&bytes));

			cr_expect_str_eq(doc_encoding(d), rows[i].encoding);
			kit_check(d, sample_names[s]);
			kit_blocks(d, i ? &blocks : &first);
			cr_expect(i == 0 || str_eq(buf_str(&blocks), buf_str(&first)),
				"%s, row %zu", sample_names[s], i);
			doc_free(d);
			buf_free(&lines);
			buf_free(&bytes);
			buf_free(&blocks);
		}
		buf_free(&plain);
		buf_free(&first);
	}
}

#include "unit/unit.h"

#include "doc/sink.h"

static struct doc *doc_of(const char *bytes)
{
	struct buf buf = {0};

	buf_adds(&buf, bytes);
	return doc_new("name", "text", &buf);
}

Test(doc, nothing)
{
	struct buf none = {0};
	struct doc *d = doc_new("none", "text", &none);

	doc_done(d);
	cr_expect(doc_text(d).n == 0 && doc_source(d).n == 0 && doc_bytes(d) == 0);
	cr_expect(doc_line_count(d) == 0 && doc_block_count(d) == 0);
	cr_expect_str_eq(
		doc_sha256(d), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	struct text_span line = doc_line(d, 7);
	struct disk_span disk = doc_disk(d, (struct text_span){3, 9});

	cr_expect(line.from == 0 && line.to == 0 && disk.from == 0 && disk.to == 0);
	cr_expect(doc_line_at(d, 5) == 0 && doc_source_line(d, 5) == 1);
	doc_free(d);
	doc_free(NULL);
}

Test(doc, takes_the_bytes_over)
{
	struct buf bytes = {0};

	buf_adds(&bytes, "abc");
	struct doc *d = doc_new("a/b.txt", "text", &bytes);

	cr_expect(bytes.p == NULL && bytes.n == 0);
	expect_str(sink_bytes(d), STR("abc"));
	sink_encoding(d, "GB18030");
	doc_done(d);
	expect_str(doc_source(d), STR("abc"));
	cr_expect_str_eq(doc_file(d), "a/b.txt");
	cr_expect_str_eq(doc_kind(d), "text");
	cr_expect_str_eq(doc_encoding(d), "GB18030");
	doc_free(d);
}

/* The digest is of the file's bytes whenever it is asked for, also where the text is the source and
 * they are gone by then. */
Test(doc, digest_is_made_when_it_is_wanted)
{
	static const char abc[] =
		"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

	for (int extracted = 0; extracted < 2; extracted++) {
		struct doc *d = doc_of("abc");

		if (extracted)
			sink_source_is_text(d);
		sink_text(d, STR("x"), 0, 1, 1);
		doc_done(d);
		cr_expect_str_eq(doc_sha256(d), abc);
		cr_expect_eq(doc_sha256(d), doc_sha256(d));
		doc_free(d);
	}
}

/* The source is "\xb9\xe6 &nbsp;x<br>\xd5\xc2": what an importer of a page in GB18030 would make of
 * it. */
static struct doc *mapped_doc(void)
{
	struct doc *d = doc_of("\xb9\xe6 &nbsp;x<br>\xd5\xc2");

	sink_text(d, STR("规"), 0, 3, 2);
	sink_text(d, STR(" "), 2, 1, 1);
	sink_text(d, STR("\xc2\xa0"), 3, 2, 6);
	sink_text(d, STR("x"), 9, 1, 1);
	sink_glue(d, STR("\n\n"), 10);
	sink_text(d, STR("章"), 14, 3, 2);
	doc_done(d);
	return d;
}

Test(doc, map)
{
	static const struct {
		size_t from, to, disk_from, disk_to;
	} rows[] = {
		{0, 0, 0, 0},
		{0, 3, 0, 2},
		{1, 2, 0, 2}, /* inside a character: all of it */
		{0, 4, 0, 3},
		{4, 4, 3, 3},
		{4, 6, 3, 9},
		{5, 7, 3, 10},
		{6, 7, 9, 10},
		{7, 9, 10, 10}, /* glue */
		{6, 9, 9, 10},
		{6, 12, 9, 16},
		{9, 12, 14, 16},
		{12, 12, 16, 16},
		{10, 99, 14, 16},
		{99, 99, 16, 16},
	};
	struct doc *d = mapped_doc();

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct disk_span disk = doc_disk(d, (struct text_span){rows[i].from, rows[i].to});

		cr_expect(disk.from == rows[i].disk_from && disk.to == rows[i].disk_to,
			"row %zu: [%zu,%zu)", i, disk.from, disk.to);
	}
	doc_free(d);
}

Test(doc, source_that_is_the_text)
{
	struct doc *d = doc_of("PK, and so on\n");

	sink_source_is_text(d);
	sink_text(d, STR("一\n"), 0, 1, 1);
	cr_expect_eq(sink_bytes(d).n, 14);
	struct text_span span = sink_glue(d, STR("\n二"), 0);

	sink_para(d, span);
	doc_done(d);
	expect_str(doc_source(d), STR("一\n\n二"));
	cr_expect_eq(doc_bytes(d), 14);
	struct disk_span disk = doc_disk(d, doc_block(d, 0)->span);

	cr_expect(disk.from == 5 && disk.to == 8);
	cr_expect_eq(doc_source_line(d, 5), 3);
	doc_free(d);
}

Test(doc, lines)
{
	static const struct {
		const char *text;
		size_t count, at, line, from, to; /* the line that holds byte `at` */
	} rows[] = {
		{"\n", 1, 0, 0, 0, 0},
		{"\n\n", 2, 1, 1, 1, 1},
		{"a", 1, 0, 0, 0, 1},
		{"a\n", 1, 1, 0, 0, 1},
		{"a\n", 1, 9, 0, 0, 1},
		{"a\nbc", 2, 2, 1, 2, 4},
		{"a\nbc\n", 2, 4, 1, 2, 4},
		{"a\n\n\nb", 4, 2, 1, 2, 2},
		{"a\n\n\nb", 4, 4, 3, 4, 5},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		for (int split = 0; split < 2; split++) {
			struct str text = str_of(rows[i].text);
			struct doc *d = doc_of(rows[i].text);

			/* at once, or a byte at a time */
			for (size_t at = 0; at < text.n; at += split ? 1 : text.n)
				sink_text(
					d, str_slice(text, at, split ? at + 1 : text.n), at, 1, 1);
			doc_done(d);
			struct text_span line = doc_line(d, rows[i].line);

			cr_expect_eq(doc_line_count(d), rows[i].count, "row %zu", i);
			cr_expect_eq(doc_line_at(d, rows[i].at), rows[i].line, "row %zu", i);
			cr_expect(line.from == rows[i].from && line.to == rows[i].to, "row %zu", i);
			cr_expect_eq(
				doc_source_line(d, rows[i].at), rows[i].line + 1, "row %zu", i);
			doc_free(d);
		}
}

/* The text has other lines than the source: the source's line ends count, of all three kinds. */
Test(doc, source_lines)
{
	static const char source[] = "<p>a\r\n</p>\r<b>\n\n</b>c\n";
	struct doc *d = doc_of(source);

	sink_text(d, STR("a"), 3, 1, 1);
	sink_glue(d, STR("\n"), 4);
	sink_text(d, STR("c"), 20, 1, 1);
	doc_done(d);
	cr_expect_eq(doc_source_line(d, 0), 1);
	cr_expect_eq(doc_source_line(d, 2), 5);
	cr_expect_eq(doc_line_at(d, 2), 1);
	doc_free(d);
}

Test(doc, blocks_are_trimmed)
{
	struct doc *d = doc_of(" \t甲 乙　\xc2\xa0\n\n \f 丙");
	struct str text = sink_bytes(d);

	sink_text(d, text, 0, 1, 1);
	sink_para(d, (struct text_span){0, 14});
	sink_para(d, (struct text_span){14, 16});
	sink_para(d, (struct text_span){3, 3});
	sink_page(d, 2);
	sink_mark(d, (struct text_span){17, 18});
	sink_mark(d, (struct text_span){18, text.n});
	doc_done(d);
	cr_assert_eq(doc_block_count(d), 3);
	expect_str(doc_str(d, doc_block(d, 0)->span), STR("甲 乙"));
	cr_expect_eq(doc_block(d, 0)->page, 0);
	expect_str(doc_str(d, doc_block(d, 1)->span), STR("\f"));
	expect_str(doc_str(d, doc_block(d, 2)->span), STR("丙"));
	cr_expect(doc_block(d, 2)->kind == BLOCK_MARK && doc_block(d, 2)->page == 2);
	doc_free(d);
}

Test(doc, grids)
{
	struct doc *d = doc_of("甲 乙 \n1 2");

	sink_text(d, sink_bytes(d), 0, 1, 1);
	sink_grid_begin(d, "test");
	cr_expect_eq(sink_grid_end(d, (struct text_span){0, 3}), 0); /* no cells, no grid */
	sink_grid_begin(d, "test");
	sink_cell(d, 1, 1, 0, 0, (struct text_span){11, 12});
	sink_cell(d, 0, 0, 1, 1, (struct text_span){0, 4});
	sink_cell(d, 1, 0, 1, 1, (struct text_span){9, 11});
	sink_cell(d, 0, 1, 2, 3, (struct text_span){3, 8});
	sink_cell(d, 0, 9, 1, 1, (struct text_span){7, 8});
	cr_expect_eq(sink_grid_end(d, (struct text_span){0, 12}), 5);
	doc_done(d);
	cr_assert_eq(doc_block_count(d), 1);
	const struct grid *g = doc_block(d, 0)->grid;

	cr_expect(g->rows == 2 && g->cols == 10 && g->n == 5);
	cr_expect_str_eq(g->reader, "test");
	expect_str(doc_str(d, g->cells[0].span), STR("甲"));
	expect_str(doc_str(d, g->cells[1].span), STR("乙"));
	cr_expect(g->cells[1].rowspan == 2 && g->cells[1].colspan == 3);
	cr_expect(g->cells[2].col == 9 && g->cells[2].span.from == 7 && g->cells[2].span.to == 7);
	expect_str(doc_str(d, g->cells[3].span), STR("1"));
	cr_expect(g->cells[4].rowspan == 1 && g->cells[4].colspan == 1);
	doc_free(d);
}

Test(doc, dump)
{
	struct doc *d = doc_of("一\"\\\x01\n2\n");
	struct buf out = {0};

	sink_text(d, sink_bytes(d), 0, 1, 1);
	sink_para(d, (struct text_span){0, 6});
	sink_grid_begin(d, "test");
	sink_cell(d, 0, 0, 1, 1, (struct text_span){7, 8});
	sink_cell(d, 0, 1, 1, 2, (struct text_span){8, 8});
	sink_grid_end(d, (struct text_span){7, 8});
	sink_page(d, 3);
	sink_mark(d, (struct text_span){7, 8});
	doc_done(d);
	doc_dump(d, &out);
	expect_str(buf_str(&out), STR("text UTF-8 9 bytes 2 lines\n"
				      "para 1 [0,6) \"一\\\"\\\\\\x01\"\n"
				      "grid 2 [7,8) test 1x3\n"
				      "  0,0 [7,8) \"2\"\n"
				      "  0,1 1x2 [8,8)\n"
				      "mark 2 [7,8) page 3 \"2\"\n"));
	buf_free(&out);
	doc_free(d);
}

/* A reference of more bytes than a run can tell still maps in order. */
Test(doc, reference_without_end)
{
	struct buf source = {0};

	for (int i = 0; i < 70000; i++)
		buf_addc(&source, '0');
	struct doc *d = doc_new("long", "text", &source);

	sink_text(d, STR("x"), 0, 1, 69999);
	sink_text(d, STR("0"), 69999, 1, 1);
	doc_done(d);
	struct disk_span x = doc_disk(d, (struct text_span){0, 1});
	struct disk_span all = doc_disk(d, (struct text_span){0, 2});

	cr_expect(x.from == 0 && x.to > 0 && x.to <= 69999);
	cr_expect(all.from == 0 && all.to == 70000);
	doc_free(d);
}

Test(doc, words_of_a_line)
{
	static const struct {
		const char *text;
		size_t at, to, from, end;
	} rows[] = {{"", 0, 0, 0, 0}, {"  ", 0, 2, 2, 2}, {"ab", 0, 2, 0, 2},
		{" ab cd", 0, 6, 1, 3}, {" ab cd", 3, 6, 4, 6}, {" ab cd", 6, 6, 6, 6},
		{"abcd ", 0, 2, 0, 2}, {"abcd ", 2, 5, 2, 4},
		{"\u3000规章\u3000\u3000零", 0, 18, 3, 9},
		{"\u3000规章\u3000\u3000零", 9, 18, 15, 18}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct text_span w = text_next_word(str_of(rows[i].text), rows[i].at, rows[i].to);

		cr_expect(w.from == rows[i].from && w.to == rows[i].end, "row %zu: %zu to %zu", i,
			w.from, w.to);
	}
}

/* PDF, damaged ones first. */
#include "unit/pdf.h"

Test(pdf, refuses)
{
	static const struct {
		const char *bytes, *said;
	} rows[] = {
		{"%PDF-", "damaged"},
		{"%PDF-1.4\n%%EOF\n", "damaged"},
		{"%PDF-1.4\ntrailer\n<< /Root 1 0 R >>\n", "damaged"},
		{"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R "
		 "/Encrypt "
		 "<< /Filter /Standard /V 1 /R 2 /P -4 /O (12345678901234567890123456789012) /U "
		 "(12345678901234567890123456789012) >> /ID [(1) (2)] >>\n%%EOF\n",
			"password"},
	};

	NEEDS_PDF;
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf bytes = {0};
		struct err err = {0};

		buf_adds(&bytes, rows[i].bytes);
		cr_expect_null(import_buf(&bytes, &err), "row %zu", i);
		cr_expect_eq(err.kind, ERR_FORMAT, "row %zu", i);
		cr_expect(strstr(err.text, rows[i].said), "row %zu: %s", i, err.text);
	}
}

Test(pdf, tells_of_pages_without_text)
{
	static const char *const draw[] = {"0 0 100 100 re f"};
	struct buf bytes = {0};
	struct err err = {0};

	NEEDS_PDF;
	make(&bytes, draw, 1);
	cr_expect_null(import_buf(&bytes, &err));
	cr_expect_eq(err.kind, ERR_FORMAT);
	cr_expect(strstr(err.text, "OCR"), "%s", err.text);
}

/* Cut anywhere: an error or a document, and the same program after it. */
Test(pdf, survives_being_cut)
{
	static const char *const draw[] = {"BT /F 10 Tf 50 700 Td (some words) Tj ET"};
	struct buf whole = {0};

	NEEDS_PDF;
	make(&whole, draw, 1);
	for (size_t n = 5; n < whole.n; n += 61) {
		struct buf cut = {0};
		struct err err = {0};

		buf_add(&cut, str_slice(buf_str(&whole), 0, n));
		struct doc *d = import_buf(&cut, &err);

		cr_expect(d || err.text[0], "cut at %zu", n);
		doc_free(d);
	}
	buf_free(&whole);
}

/* Where lines reach the margin they go on, over a page's end too, and the page's number is no part.
 */
Test(pdf, joins_lines_of_a_paragraph)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 74 700 Td (first line of a paragraph that goes on) Tj "
		"-24 -15 Td (to the margin where the page ends for it and) Tj "
		"0 -15 Td (then ends.) Tj "
		"24 -15 Td (second one, which goes on as far as it) Tj "
		"ET BT /F 10 Tf 290 30 Td (- 1 -) Tj ET",
		"BT /F 10 Tf 50 700 Td (can behind the end of the page as if no end) Tj "
		"0 -15 Td (was there.) Tj ET BT /F 10 Tf 290 30 Td (- 2 -) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 2,
		"para 1 [0,94) page 1 \"first line of a paragraph that goes on "
		"to the margin where the page ends for it and then ends.\"\n"
		"para 2 [95,188) page 1 \"second one, which goes on as far as it "
		"can behind the end of the page as if no end was there.\"\n"
		"mark 3 [189,194) page 1 \"- 1 -\"\n"
		"mark 4 [195,200) page 2 \"- 2 -\"\n");
}

/* A running head is one on the first page as well, whatever page it counts; a title as high that is
 * set larger is none, nor what the pages do not share. */
Test(pdf, running_heads)
{
#define PAGE "BT /F 10 Tf 50 700 Td (words to the right margin) Tj 0 -14 Td (end) Tj ET "
	static const struct {
		const char *first, *second, *dump;
	} rows[] = {
		{"BT /F 10 Tf 50 780 Td (a head 1/2) Tj ET " PAGE,
			"BT /F 10 Tf 50 780 Td (a head 2/2) Tj ET " PAGE,
			"mark 1 [0,10) page 1 \"a head 1/2\"\n"
			"para 2 [11,40) page 1 \"words to the right margin end\"\n"
			"mark 3 [41,51) page 2 \"a head 2/2\"\n"
			"para 4 [52,81) page 2 \"words to the right margin end\"\n"},
		{"BT /F 10 Tf 50 20 Td (a foot) Tj ET " PAGE,
			"BT /F 10 Tf 50 20 Td (a foot) Tj ET " PAGE,
			"para 1 [0,29) page 1 \"words to the right margin end\"\n"
			"mark 2 [30,36) page 1 \"a foot\"\n"
			"para 3 [37,66) page 2 \"words to the right margin end\"\n"
			"mark 4 [67,73) page 2 \"a foot\"\n"},
		{"BT /F 22 Tf 50 770 Td (a head) Tj ET " PAGE,
			"BT /F 10 Tf 50 780 Td (a head) Tj ET " PAGE,
			"para 1 [0,6) page 1 \"a head\"\n"
			"para 2 [7,36) page 1 \"words to the right margin end\"\n"
			"para 3 [37,43) page 2 \"a head\"\n"
			"para 4 [44,73) page 2 \"words to the right margin end\"\n"},
		{"BT /F 10 Tf 50 780 Td (a head) Tj ET " PAGE,
			"BT /F 10 Tf 50 780 Td (another) Tj ET " PAGE,
			"para 1 [0,6) page 1 \"a head\"\n"
			"para 2 [7,36) page 1 \"words to the right margin end\"\n"
			"para 3 [37,44) page 2 \"another\"\n"
			"para 4 [45,74) page 2 \"words to the right margin end\"\n"},
	};

	NEEDS_PDF;
	for (size_t i = 0; i < ROWS(rows); i++) {
		const char *const draw[] = {rows[i].first, rows[i].second};

		expect_dump(draw, 2, rows[i].dump);
	}
}

/* Two numbers of neighbouring columns with so little white between that they are one word: its
 * digits are wider than others. */
Test(pdf, numbers_that_nearly_touch)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 50 680 Td (one) Tj 170 0 Td (13) Tj 100 0 Td (22) Tj ET "
		"BT /F 10 Tf 50 660 Td (two) Tj 170 0 Td (0) Tj 6.98 0 Td (0) Tj 93 0 Td (40) Tj "
		"ET "
		"BT /F 10 Tf 50 640 Td (three) Tj 170 0 Td (5) Tj 100 0 Td (6) Tj ET "
		"BT /F 10 Tf 50 620 Td (four) Tj 170 0 Td (7) Tj 100 0 Td (8) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,38) page 1 pdf 4x3\n"
		"  0,0 [0,3) \"one\"\n"
		"  0,1 [4,6) \"13\" unsure\n"
		"  0,2 [7,9) \"22\" unsure\n"
		"  1,0 [10,13) \"two\"\n"
		"  1,1 [14,16) \"00\" unsure\n"
		"  1,2 [17,19) \"40\" unsure\n"
		"  2,0 [20,25) \"three\"\n"
		"  2,1 [26,27) \"5\" unsure\n"
		"  2,2 [28,29) \"6\" unsure\n"
		"  3,0 [30,34) \"four\"\n"
		"  3,1 [35,36) \"7\"\n"
		"  3,2 [37,38) \"8\"\n");
}

/* Two rows, each with a value only where the other has none, may be one. */
Test(pdf, halves_of_a_row_are_in_doubt)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 210 700 Td (made) Tj 100 0 Td (kept) Tj ET "
		"BT /F 10 Tf 50 680 Td (one) Tj 170 0 Td (1) Tj 100 0 Td (2) Tj ET "
		"BT /F 10 Tf 50 660 Td (two) Tj 170 0 Td (3) Tj 100 0 Td (4) Tj ET "
		"BT /F 10 Tf 50 640 Td (three) Tj 170 0 Td (5) Tj 100 0 Td (6) Tj ET "
		"BT /F 10 Tf 50 620 Td (four) Tj 170 0 Td (7) Tj ET "
		"BT /F 10 Tf 50 600 Td (five) Tj 270 0 Td (8) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,51) page 1 pdf 6x3\n"
		"  0,1 [0,4) \"made\"\n"
		"  0,2 [5,9) \"kept\"\n"
		"  1,0 [10,13) \"one\"\n"
		"  1,1 [14,15) \"1\"\n"
		"  1,2 [16,17) \"2\"\n"
		"  2,0 [18,21) \"two\"\n"
		"  2,1 [22,23) \"3\"\n"
		"  2,2 [24,25) \"4\"\n"
		"  3,0 [26,31) \"three\"\n"
		"  3,1 [32,33) \"5\" unsure\n"
		"  3,2 [34,35) \"6\" unsure\n"
		"  4,0 [36,40) \"four\"\n"
		"  4,1 [41,42) \"7\" unsure\n"
		"  4,2 [43,43) unsure\n"
		"  5,0 [44,48) \"five\"\n"
		"  5,1 [49,49) unsure\n"
		"  5,2 [50,51) \"8\" unsure\n");
}

/* Columns side by side of which no row has both may be one. */
Test(pdf, columns_by_turns_are_in_doubt)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 50 680 Td (one) Tj 170 0 Td (1) Tj 100 0 Td (2) Tj ET "
		"BT /F 10 Tf 50 660 Td (two) Tj 170 0 Td (3) Tj 100 0 Td (4) Tj ET "
		"BT /F 10 Tf 50 640 Td (three) Tj 190 0 Td (5) Tj 80 0 Td (6) Tj ET "
		"BT /F 10 Tf 50 620 Td (four) Tj 190 0 Td (7) Tj 80 0 Td (8) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,38) page 1 pdf 4x4\n"
		"  0,0 [0,3) \"one\"\n"
		"  0,1 [4,5) \"1\" unsure\n"
		"  0,2 [6,6) unsure\n"
		"  0,3 [7,8) \"2\" unsure\n"
		"  1,0 [9,12) \"two\"\n"
		"  1,1 [13,14) \"3\" unsure\n"
		"  1,2 [15,15) unsure\n"
		"  1,3 [16,17) \"4\" unsure\n"
		"  2,0 [18,23) \"three\"\n"
		"  2,1 [24,24) unsure\n"
		"  2,2 [25,26) \"5\" unsure\n"
		"  2,3 [27,28) \"6\" unsure\n"
		"  3,0 [29,33) \"four\"\n"
		"  3,1 [34,34) unsure\n"
		"  3,2 [35,36) \"7\" unsure\n"
		"  3,3 [37,38) \"8\" unsure\n");
}

/* Rows of several numbers are rows however close they stand; a number alone is a part of one. */
Test(pdf, rows_set_tight)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 50 680 Td (one) Tj 170 0 Td (1) Tj 100 0 Td (2) Tj ET "
		"BT /F 10 Tf 50 673 Td (two) Tj 170 0 Td (3) Tj 100 0 Td (4) Tj ET "
		"BT /F 10 Tf 50 666 Td (three) Tj 170 0 Td (5) Tj 100 0 Td (6) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,25) page 1 pdf 3x3\n"
		"  0,0 [0,3) \"one\"\n"
		"  0,1 [4,5) \"1\"\n"
		"  0,2 [6,7) \"2\"\n"
		"  1,0 [8,11) \"two\"\n"
		"  1,1 [12,13) \"3\"\n"
		"  1,2 [14,15) \"4\"\n"
		"  2,0 [16,21) \"three\"\n"
		"  2,1 [22,23) \"5\"\n"
		"  2,2 [24,25) \"6\"\n");
}

/* A watermark's words are none of the lines they lie across; a title is as large. A value that
 * touches its label leaves a row in doubt. */
Test(pdf, words_across_others)
{
#define ROW                                                                                        \
	"BT /F 10 Tf 50 680 Td (one) Tj 170 0 Td (1) Tj 100 0 Td (2) Tj ET "                       \
	"BT /F 10 Tf 50 660 Td (two) Tj 170 0 Td (3) Tj 100 0 Td (4) Tj ET "
#define TITLE "BT /F 30 Tf 50 720 Td (title) Tj ET "
	static const struct drawn rows[] = {
		{TITLE ROW "BT /F 30 Tf 216 674 Td (9) Tj 150 0 Td (8) Tj ET",
			"para 1 [0,5) page 1 \"title\"\n"
			"grid 2 [6,21) page 1 pdf 2x3\n"
			"  0,0 [6,9) \"one\"\n"
			"  0,1 [10,11) \"1\"\n"
			"  0,2 [12,13) \"2\"\n"
			"  1,0 [14,17) \"two\"\n"
			"  1,1 [18,19) \"3\"\n"
			"  1,2 [20,21) \"4\"\n"
			"mark 4 [22,25) page 1 \"9 8\"\n"},
		{"BT /F 24 Tf 50 720 Td (title) Tj ET " ROW "BT /F 40 Tf 212 670 Td (9) Tj ET",
			"para 1 [0,5) page 1 \"title\"\n"
			"grid 2 [6,21) page 1 pdf 2x3\n"
			"  0,0 [6,9) \"one\"\n"
			"  0,1 [10,11) \"1\"\n"
			"  0,2 [12,13) \"2\"\n"
			"  1,0 [14,17) \"two\"\n"
			"  1,1 [18,19) \"3\"\n"
			"  1,2 [20,21) \"4\"\n"
			"mark 4 [22,23) page 1 \"9\"\n"},
		{"BT /F 10 Tf 50 680 Td (one-7) Tj 170 0 Td (1) Tj 100 0 Td (2) Tj ET "
		 "BT /F 10 Tf 50 660 Td (two) Tj 170 0 Td (3) Tj 100 0 Td (4) Tj ET "
		 "BT /F 10 Tf 50 640 Td (three) Tj 170 0 Td (5) Tj 100 0 Td (6) Tj ET ",
			"grid 1 [0,27) page 1 pdf 3x3\n"
			"  0,0 [0,5) \"one-7\"\n"
			"  0,1 [6,7) \"1\" unsure\n"
			"  0,2 [8,9) \"2\" unsure\n"
			"  1,0 [10,13) \"two\"\n"
			"  1,1 [14,15) \"3\" unsure\n"
			"  1,2 [16,17) \"4\" unsure\n"
			"  2,0 [18,23) \"three\"\n"
			"  2,1 [24,25) \"5\"\n"
			"  2,2 [26,27) \"6\"\n"},
	};

	NEEDS_PDF;
	expect_drawn(rows, ROWS(rows));
}

/* What a watermark is on one page it is on those behind, though there it lies across nothing. */
Test(pdf, watermarks_go_on)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 50 700 Td (words that) Tj 0 -20 Td (are) Tj ET BT /F 40 Tf 50 690 Td "
		"(9) Tj ET",
		"BT /F 10 Tf 50 500 Td (some more of) Tj 0 -20 Td (them) Tj ET BT /F 40 Tf 50 690 "
		"Td (9) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 2,
		"para 1 [0,14) page 1 \"words that are\"\n"
		"mark 2 [15,16) page 1 \"9\"\n"
		"para 3 [17,34) page 2 \"some more of them\"\n"
		"mark 4 [35,36) page 2 \"9\"\n");
}

/* A label of three lines is centred against its value; one of two over it. A column nothing is
 * printed in is told by its heading. */
Test(pdf, lays_labels_to_rows)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 210 700 Td (made) Tj 100 0 Td (kept) Tj 100 0 Td (lost) Tj ET "
		"BT /F 10 Tf 50 680 Td (a-label) Tj 0 -12 Td (of-three) Tj 0 -12 Td (lines) Tj ET "
		"BT /F 10 Tf 220 668 Td (1) Tj 100 0 Td (2) Tj ET "
		"BT /F 10 Tf 50 640 Td (short) Tj 170 0 Td (3) Tj 100 0 Td (4) Tj ET "
		"BT /F 10 Tf 50 624 Td (two) Tj 0 -12 Td (lines) Tj ET "
		"BT /F 10 Tf 220 618 Td (5) Tj 100 0 Td (6) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,68) page 1 pdf 4x4\n"
		"  0,1 [0,4) \"made\"\n"
		"  0,2 [5,9) \"kept\"\n"
		"  0,3 [10,14) \"lost\"\n"
		"  1,0 [15,37) \"a-label\\nof-three\\nlines\"\n"
		"  1,1 [38,39) \"1\"\n"
		"  1,2 [40,41) \"2\"\n"
		"  1,3 [42,42)\n"
		"  2,0 [43,48) \"short\"\n"
		"  2,1 [49,50) \"3\"\n"
		"  2,2 [51,52) \"4\"\n"
		"  2,3 [53,53)\n"
		"  3,0 [54,63) \"two\\nlines\"\n"
		"  3,1 [64,65) \"5\"\n"
		"  3,2 [66,67) \"6\"\n"
		"  3,3 [68,68)\n");
}

/* Rows in which nothing is printed but the label: a number tells where one begins. Of the last on a
 * page the values may be on the next one. */
Test(pdf, rows_of_nothing_but_a_label)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 50 700 Td (1.ab) Tj 170 0 Td (1) Tj 100 0 Td (2) Tj ET "
		"BT /F 10 Tf 50 685 Td (2.cd) Tj ET "
		"BT /F 10 Tf 50 670 Td (3.ef-of) Tj 0 -10 Td (two-lines) Tj ET "
		"BT /F 10 Tf 50 645 Td (4.gh) Tj 170 0 Td (3) Tj 100 0 Td (4) Tj ET "
		"BT /F 10 Tf 50 630 Td (5.ij) Tj ET "
		"BT /F 10 Tf 50 615 Td (6.kl) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,51) page 1 pdf 5x3\n"
		"  0,0 [0,4) \"1.ab\"\n"
		"  0,1 [5,6) \"1\"\n"
		"  0,2 [7,8) \"2\"\n"
		"  1,0 [9,13) \"2.cd\"\n"
		"  1,1 [14,14) unsure\n"
		"  1,2 [15,15) unsure\n"
		"  2,0 [16,33) \"3.ef-of\\ntwo-lines\"\n"
		"  2,1 [34,34) unsure\n"
		"  2,2 [35,35) unsure\n"
		"  3,0 [36,40) \"4.gh\"\n"
		"  3,1 [41,42) \"3\"\n"
		"  3,2 [43,44) \"4\"\n"
		"  4,0 [45,49) \"5.ij\"\n"
		"  4,1 [50,50) unsure\n"
		"  4,2 [51,51) unsure\n"
		"para 7 [52,56) page 1 \"6.kl\"\n");
}

/* Labels without numbers: lines well apart are rows each. */
Test(pdf, rows_well_apart)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 50 715 Td (kind) Tj 170 0 Td (sum) Tj ET "
		"BT /F 10 Tf 50 700 Td (ab) Tj ET "
		"BT /F 10 Tf 50 685 Td (cd) Tj 170 0 Td (179) Tj ET "
		"BT /F 10 Tf 50 670 Td (ef) Tj 170 0 Td (25) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,25) page 1 pdf 4x2\n"
		"  0,0 [0,4) \"kind\"\n"
		"  0,1 [5,8) \"sum\"\n"
		"  1,0 [9,11) \"ab\"\n"
		"  1,1 [12,12) unsure\n"
		"  2,0 [13,15) \"cd\"\n"
		"  2,1 [16,19) \"179\"\n"
		"  3,0 [20,22) \"ef\"\n"
		"  3,1 [23,25) \"25\"\n");
}

/* On the next page most columns have no number: they are those of the page before, whose headings
 * told of them. */
Test(pdf, columns_of_the_page_before)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 50 715 Td (kind) Tj 170 0 Td (one) Tj 100 0 Td (two) Tj 100 0 Td "
		"(all) Tj ET "
		"BT /F 10 Tf 50 700 Td (1.ab) Tj 173 0 Td (1) Tj 102 0 Td (2) Tj ET",
		"BT /F 10 Tf 50 700 Td (2.cd) Tj 173 0 Td (3) Tj ET "
		"BT /F 10 Tf 50 685 Td (3.ef) Tj 173 0 Td (4) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 2,
		"grid 1 [0,26) page 1 pdf 2x4\n"
		"  0,0 [0,4) \"kind\"\n"
		"  0,1 [5,8) \"one\"\n"
		"  0,2 [9,12) \"two\"\n"
		"  0,3 [13,16) \"all\"\n"
		"  1,0 [17,21) \"1.ab\"\n"
		"  1,1 [22,23) \"1\"\n"
		"  1,2 [24,25) \"2\"\n"
		"  1,3 [26,26)\n"
		"grid 3 [27,44) page 2 pdf 2x4\n"
		"  0,0 [27,31) \"2.cd\"\n"
		"  0,1 [32,33) \"3\" unsure\n"
		"  0,2 [34,34) unsure\n"
		"  0,3 [35,35) unsure\n"
		"  1,0 [36,40) \"3.ef\"\n"
		"  1,1 [41,42) \"4\"\n"
		"  1,2 [43,43)\n"
		"  1,3 [44,44)\n");
}

/* The only number of a table, below headings that stand close to one another and are of two lines.
 */
Test(pdf, one_number_below_headings)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 50 700 Td (first) Tj 34 0 Td (other) Tj 34 0 Td (third) Tj ET "
		"BT /F 10 Tf 62 690 Td (a) Tj 34 0 Td (b) Tj 34 0 Td (c) Tj ET "
		"BT /F 10 Tf 62 675 Td (7) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,27) page 1 pdf 2x3\n"
		"  0,0 [0,7) \"first\\na\"\n"
		"  0,1 [8,15) \"other\\nb\"\n"
		"  0,2 [16,23) \"third\\nc\"\n"
		"  1,0 [24,25) \"7\"\n"
		"  1,1 [26,26)\n"
		"  1,2 [27,27)\n");
}

/* Headings set to the left of their cells, numbers to the middle: the last character of a heading
 * over no number is no column of its own. */
Test(pdf, headings_set_to_the_left)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 100 700 Td (first) Tj 40 0 Td (other) Tj 40 0 Td (third) Tj ET "
		"BT /F 10 Tf 140 690 Td (b) Tj 40 0 Td (c) Tj ET "
		"BT /F 10 Tf 50 670 Td (one) Tj 60 0 Td (7) Tj 41 0 Td (8) Tj 40 0 Td (9) Tj ET "
		"BT /F 10 Tf 50 655 Td (two) Tj 60 0 Td (1) Tj 41 0 Td (2) Tj 40 0 Td (3) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,41) page 1 pdf 4x4\n"
		"  0,1 [0,5) \"first\"\n"
		"  1,2 [6,13) \"other\\nb\"\n"
		"  1,3 [14,21) \"third\\nc\"\n"
		"  2,0 [22,25) \"one\"\n"
		"  2,1 [26,27) \"7\"\n"
		"  2,2 [28,29) \"8\"\n"
		"  2,3 [30,31) \"9\"\n"
		"  3,0 [32,35) \"two\"\n"
		"  3,1 [36,37) \"1\"\n"
		"  3,2 [38,39) \"2\"\n"
		"  3,3 [40,41) \"3\"\n");
}

/* Labels whose last line is level with their values. */
Test(pdf, labels_hung_at_their_foot)
{
	static const char *const draw[] = {
		"BT /F 10 Tf 50 692 Td (one) Tj 0 -12 Td (label) Tj ET "
		"BT /F 10 Tf 220 680 Td (1) Tj 100 0 Td (2) Tj ET "
		"BT /F 10 Tf 50 662 Td (of-three) Tj 0 -12 Td (lines) Tj 0 -12 Td (here) Tj ET "
		"BT /F 10 Tf 220 638 Td (3) Tj 100 0 Td (4) Tj ET "
		"BT /F 10 Tf 50 620 Td (of-two) Tj 0 -12 Td (lines) Tj ET "
		"BT /F 10 Tf 220 608 Td (5) Tj 100 0 Td (6) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,54) page 1 pdf 3x3\n"
		"  0,0 [0,9) \"one\\nlabel\"\n"
		"  0,1 [10,11) \"1\"\n"
		"  0,2 [12,13) \"2\"\n"
		"  1,0 [14,33) \"of-three\\nlines\\nhere\"\n"
		"  1,1 [34,35) \"3\"\n"
		"  1,2 [36,37) \"4\"\n"
		"  2,0 [38,50) \"of-two\\nlines\"\n"
		"  2,1 [51,52) \"5\"\n"
		"  2,2 [53,54) \"6\"\n");
}

/* Numbers that begin below each other, under headings in the middle of their columns: these are as
 * wide as the cells, also where one has no number. */
Test(pdf, columns_as_wide_as_cells)
{
#define HEADINGS                                                                                   \
	"BT /F 10 Tf 60 700 Td (kind) Tj 110 0 Td (one) Tj 80 0 Td (two) Tj 80 0 Td (three) Tj "   \
	"ET "
	static const struct drawn rows[] = {
		{HEADINGS "BT /F 10 Tf 50 686 Td (up) Tj 100 0 Td (1) Tj 80 0 Td (2) Tj 80 0 Td "
			  "(345) Tj ET "
			  "BT /F 10 Tf 50 672 Td (down) Tj 100 0 Td (100) Tj 80 0 Td (4) Tj 80 0 "
			  "Td (5) Tj ET",
			"grid 1 [0,42) page 1 pdf 3x4\n"
			"  0,0 [0,4) \"kind\"\n"
			"  0,1 [5,8) \"one\"\n"
			"  0,2 [9,12) \"two\"\n"
			"  0,3 [13,18) \"three\"\n"
			"  1,0 [19,21) \"up\"\n"
			"  1,1 [22,23) \"1\"\n"
			"  1,2 [24,25) \"2\"\n"
			"  1,3 [26,29) \"345\"\n"
			"  2,0 [30,34) \"down\"\n"
			"  2,1 [35,38) \"100\"\n"
			"  2,2 [39,40) \"4\"\n"
			"  2,3 [41,42) \"5\"\n"},
		{HEADINGS "BT /F 10 Tf 50 686 Td (up) Tj 100 0 Td (1) Tj 160 0 Td (345) Tj ET "
			  "BT /F 10 Tf 50 672 Td (down) Tj 100 0 Td (100) Tj 160 0 Td (5) Tj ET",
			"grid 1 [0,40) page 1 pdf 3x4\n"
			"  0,0 [0,4) \"kind\"\n"
			"  0,1 [5,8) \"one\"\n"
			"  0,2 [9,12) \"two\"\n"
			"  0,3 [13,18) \"three\"\n"
			"  1,0 [19,21) \"up\"\n"
			"  1,1 [22,23) \"1\"\n"
			"  1,2 [24,24)\n"
			"  1,3 [25,28) \"345\"\n"
			"  2,0 [29,33) \"down\"\n"
			"  2,1 [34,37) \"100\"\n"
			"  2,2 [38,38)\n"
			"  2,3 [39,40) \"5\"\n"},
	};

	NEEDS_PDF;
	expect_drawn(rows, ROWS(rows));
}

/* Words in columns with no number under them have nothing that tells columns of values. */
Test(pdf, a_heading_alone_is_no_table)
{
	static const char *const rows[] = {
		"BT /F 10 Tf 150 270 Td (one) Tj 70 0 Td (two) Tj 70 0 Td (both) Tj ET",
		"BT /F 10 Tf 150 270 Td (one) Tj 70 0 Td (two) Tj 70 0 Td (both) Tj 9999 0 Td "
		"(off) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(rows, 1, "para 1 [0,12) page 1 \"one two both\"\n");
	expect_dump(rows + 1, 1, "para 1 [0,12) page 1 \"one two both\"\n");
}

Test(pdf, is_told_where_it_is_not_read)
{
#ifndef HAVE_PDF
	struct buf bytes = {0};
	struct err err = {0};

	buf_adds(&bytes, "%PDF-1.4\n");
	cr_expect_null(import_buf(&bytes, &err));
	cr_expect(strstr(err.text, "built without"), "%s", err.text);
#endif
}

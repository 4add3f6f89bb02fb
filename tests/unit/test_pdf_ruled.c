/* Tables with borders, whole and over pages. */
#include "unit/pdf.h"

/* Borders that do not meet make a table of their own within another, which may lack its words. */
Test(pdf_ruled, tables_across_others)
{
	static const char *const draw[] = {
		"50 700 m 240 700 l 310 700 m 450 700 l 50 670 m 240 670 l 310 670 m 450 670 l "
		"50 640 m 450 640 l 50 700 m 50 640 l 150 700 m 150 640 l 450 700 m 450 640 l "
		"245 705 m 305 705 l 245 677 m 305 677 l 245 648 m 305 648 l 255 705 m 255 648 l "
		"295 705 m 295 648 l S "
		"BT /F 10 Tf 90 682 Td (one) Tj 80 0 Td (1) Tj 100 0 Td (2) Tj ET "
		"BT /F 10 Tf 90 652 Td (two) Tj 80 0 Td (3) Tj 100 0 Td (4) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,7) page 1 boxes 2x3\n"
		"  0,0 [0,0)\n"
		"  0,1 [1,2) \"2\"\n"
		"  0,2 [3,3)\n"
		"  1,0 [4,4)\n"
		"  1,1 [5,6) \"4\"\n"
		"  1,2 [7,7)\n"
		"grid 3 [8,19) page 1 pdf 2x2\n"
		"  0,0 [8,11) \"one\"\n"
		"  0,1 [12,13) \"1\" unsure\n"
		"  1,0 [14,17) \"two\"\n"
		"  1,1 [18,19) \"3\" unsure\n");
}

/* Boxes beside lines of a table without borders have words that are missing there. */
Test(pdf_ruled, boxes_beside_lines)
{
	static const char *const draw[] = {
		"290 671 60 -44 re 290 649 m 350 649 l 320 671 m 320 627 l S "
		"BT /F 10 Tf 50 680 Td (one) Tj 170 0 Td (1) Tj 80 0 Td (2) Tj ET "
		"BT /F 10 Tf 50 656 Td (two) Tj 170 0 Td (3) Tj 80 0 Td (4) Tj ET "
		"BT /F 10 Tf 50 634 Td (three) Tj 170 0 Td (5) Tj 80 0 Td (6) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,23) page 1 pdf 3x3\n"
		"  0,0 [0,3) \"one\" unsure\n"
		"  0,1 [4,5) \"1\" unsure\n"
		"  0,2 [6,7) \"2\" unsure\n"
		"  1,0 [8,11) \"two\" unsure\n"
		"  1,1 [12,13) \"3\" unsure\n"
		"  1,2 [14,14) unsure\n"
		"  2,0 [15,20) \"three\" unsure\n"
		"  2,1 [21,22) \"5\" unsure\n"
		"  2,2 [23,23) unsure\n"
		"grid 4 [24,29) page 1 boxes 2x2\n"
		"  0,0 [24,25) \"4\"\n"
		"  0,1 [26,26)\n"
		"  1,0 [27,28) \"6\"\n"
		"  1,1 [29,29)\n");
}

/* A box with rows of numbers in it has borders that part less than the table has. */
Test(pdf_ruled, columns_within_a_box)
{
	static const char *const draw[] = {
		"50 700 200 -60 re 250 700 200 -60 re S "
		"BT /F 10 Tf 60 682 Td (one) Tj 80 0 Td (1) Tj 60 0 Td (2) Tj 120 0 Td (3) Tj ET "
		"BT /F 10 Tf 60 652 Td (two) Tj 80 0 Td (4) Tj 60 0 Td (5) Tj 120 0 Td (6) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 1,
		"grid 1 [0,9) page 1 pdf 1x4\n"
		"  0,0 [0,3) \"one\"\n"
		"  0,1 [4,5) \"1\" unsure\n"
		"  0,2 [6,7) \"2\" unsure\n"
		"  0,3 [8,9) \"3\" unsure\n"
		"grid 2 [10,19) page 1 pdf 1x4\n"
		"  0,0 [10,13) \"two\"\n"
		"  0,1 [14,15) \"4\" unsure\n"
		"  0,2 [16,17) \"5\" unsure\n"
		"  0,3 [18,19) \"6\" unsure\n");
}

/* A page that a label of several rows begins on, and one that it ends on without a border: the rest
 * of it comes between the tables, the columns are the same. */
Test(pdf_ruled, columns_go_on)
{
	static const char *const draw[] = {
		"50 200 250 -60 re 100 200 m 100 140 l 200 200 m 200 140 l 100 170 m 300 170 l S "
		"BT /F 10 Tf 55 165 Td (group) Tj 50 17 Td (one) Tj 135 0 Td (1) Tj ET "
		"BT /F 10 Tf 105 152 Td (two) Tj 135 0 Td (2) Tj ET "
		"BT /F 10 Tf 55 120 Td (rest) Tj ET",
		"100 700 200 -60 re 200 700 m 200 640 l 100 670 m 300 670 l S "
		"BT /F 10 Tf 105 682 Td (three) Tj 135 0 Td (3) Tj ET "
		"BT /F 10 Tf 105 652 Td (four) Tj 135 0 Td (4) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 2,
		"grid 1 [0,17) page 1 boxes 2x3\n"
		"  0,0 2x1 [0,5) \"group\"\n"
		"  0,1 [6,9) \"one\"\n"
		"  0,2 [10,11) \"1\"\n"
		"  1,1 [12,15) \"two\"\n"
		"  1,2 [16,17) \"2\"\n"
		"mark 3 [18,22) page 1 \"rest\"\n"
		"grid 4 [23,37) page 2 boxes 2x3\n"
		"  0,1 [23,28) \"three\"\n"
		"  0,2 [29,30) \"3\"\n"
		"  1,1 [31,35) \"four\"\n"
		"  1,2 [36,37) \"4\"\n");
}

/* Pages that were laid out each for itself number their columns each for itself. */
Test(pdf_ruled, columns_of_their_own)
{
	static const char *const draw[] = {
		"50 200 250 -60 re 100 200 m 100 140 l 200 200 m 200 140 l 250 200 m 250 140 l "
		"50 170 m 300 170 l S "
		"BT /F 10 Tf 55 182 Td (x) Tj 50 0 Td (one) Tj 100 0 Td (1) Tj 50 0 Td (2) Tj ET "
		"BT /F 10 Tf 55 152 Td (y) Tj 50 0 Td (two) Tj 100 0 Td (3) Tj 50 0 Td (4) Tj ET",
		"100 700 200 -60 re 205 700 m 205 640 l 250 700 m 250 640 l 100 670 m 300 670 l S "
		"BT /F 10 Tf 105 682 Td (three) Tj 105 0 Td (5) Tj 45 0 Td (6) Tj ET "
		"BT /F 10 Tf 105 652 Td (four) Tj 105 0 Td (7) Tj 45 0 Td (8) Tj ET",
	};

	NEEDS_PDF;
	expect_dump(draw, 2,
		"grid 1 [0,19) page 1 boxes 2x4\n"
		"  0,0 [0,1) \"x\"\n"
		"  0,1 [2,5) \"one\"\n"
		"  0,2 [6,7) \"1\"\n"
		"  0,3 [8,9) \"2\"\n"
		"  1,0 [10,11) \"y\"\n"
		"  1,1 [12,15) \"two\"\n"
		"  1,2 [16,17) \"3\"\n"
		"  1,3 [18,19) \"4\"\n"
		"grid 3 [20,38) page 2 boxes 2x3\n"
		"  0,0 [20,25) \"three\"\n"
		"  0,1 [26,27) \"5\"\n"
		"  0,2 [28,29) \"6\"\n"
		"  1,0 [30,34) \"four\"\n"
		"  1,1 [35,36) \"7\"\n"
		"  1,2 [37,38) \"8\"\n");
}

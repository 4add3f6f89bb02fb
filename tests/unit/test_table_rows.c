/* Rows of the requests table as layouts leave them, and the cells they give. */
#include "unit/table_kit.h"

#include "import/import.h"

TestSuite(table_rows, .init = kit_load, .fini = kit_unload);

#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"

Test(table_rows, what_a_row_gives)
{
	static const struct {
		const char *printed, *wanted;
	} rows[] = {
		/* nothing behind the label, or nothing that is a cell */
		{"| " NEW " |\n", ". . . . . . ."},
		{"| " NEW " | | | | | | | |\n", "_ _ _ _ _ _ _"},
		{"| " NEW " | / | - | — | 无 | / | / | / |\n", "_ _ _ _ _ _ _"},
		/* plain */
		{"| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n", "1 2 3 0 0 0 6"},
		{"| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 | | |\n", "1 2 3 0 0 0 6"},
		{"| " NEW " | 1 | | | | | | 1 |\n", "1 _ _ _ _ _ 1"},
		{"| " NEW " | 00 | 2 | 3 | 0 | 0 | 0 | 5 |\n", "0 2 3 0 0 0 5"},
		{"| " NEW " | 见附件 | 2 | 3 | 0 | 0 | 0 | 5 |\n", "! 2 3 0 0 0 5"},
		/* too few: in order, in doubt; a sum tells the total */
		{"| " NEW " | 4 | 5 |\n", "4? 5? . . . . ."},
		{"| 甲 | " NEW " | 4 | 5 |\n", "4? 5? . . . . ."},
		/* too many: joined where only that adds up, else in doubt */
		{"| " NEW " | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 12 |\n", "12? 0? 0? 0? 0? 0? 12?"},
		{"| " NEW " | 7 | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n", "1? 2? 3? 0? 0? 0? 6?"},
		{"| " NEW " | 7 | 1 | 2 | 3 | 0 | 0 | 0 | 5 |\n", "7? 1? 2? 3? 0? 0? 0?"},
		/* several in one cell */
		{"| " NEW " | 3 0 0 | 1 0 | 0 | 4 |\n", "3? 0? 0? 1? 0? 0? 4?"},
		{"| " NEW " | 1 2 | 0 | 0 | 0 | 0 | 0 | 12 |\n", "12? 0 0 0 0 0 12"},
		/* a second row in the same line */
		{"| " OVER " | 0 | 0 | 0 | 0 | 0 | 0 | 0 | " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n",
			"1 2 3 0 0 0 6"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report *r = kit_build(rows[i].printed);
		cr_log_info("%s", rows[i].printed);
		kit_expect_row(r, "new", rows[i].wanted);
		report_free(r);
	}
}

#define WHOLE_PLAIN                                                                                \
	NEW " | 1 | 2 | 0 | 0 | 0 | 0 | 3 |\n" OVER " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"             \
	    "三、本年度办理结果 | （一）予以公开 | 1 | 1 | 0 | 0 | 0 | 0 | 2 |\n"
#define WHOLE_PADDED                                                                               \
	NEW " | 1 | 2 | 0 | 0 | 0 | 0 | 3 | | |\n" OVER " | 1 | 0 | 0 | 0 | 0 | 0 | 1 | | |\n"     \
	    "三、本年度办理结果 | （一）予以公开 | 1 | 1 | 0 | 0 | 0 | 0 | 2 | |\n"

/* Where values begin right behind their labels in all rows that can tell, an empty cell there is a
 * value left blank; a row of another width has lost a cell. */
Test(table_rows, an_empty_first_cell)
{
	static const struct {
		const char *printed, *wanted;
	} rows[] = {
		{WHOLE_PLAIN "2.重复申请 | | 3 | 0 | 0 | 0 | 0 | 3 |\n", "_ 3 0 0 0 0 3"},
		{WHOLE_PLAIN "2.重复申请 | | 0 | | 0 | 0 | 0 | 0 |\n", "_ 0 _ 0 0 0 0"},
		/* it does not add up: the others may have moved */
		{WHOLE_PLAIN "2.重复申请 | | 3 | 0 | 0 | 0 | 0 | 4 |\n", "_? 3? 0? 0? 0? 0? 4?"},
		{WHOLE_PLAIN "2.重复申请 | | 3 | 0 | 0 | 0 | 3 |\n", "_? 3? 0? 0? 0? 3? ."},
		{WHOLE_PADDED "2.重复申请 | | 3 | 0 | 0 | 0 | 0 | 3 | | |\n", "_ 3 0 0 0 0 3"},
		{WHOLE_PADDED "2.重复申请 | | 3 | 0 | 0 | 0 | 3 | | | |\n", "_? 3? 0? 0? 0? 3? _?"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report *r = kit_build(rows[i].printed);
		cr_log_info("%s", rows[i].printed);
		kit_expect_row(r, "outcome.rejected.repeated", rows[i].wanted);
		report_free(r);
	}
}

/* Where no row that begins with an empty cell adds up so, that cell may be none, and the last one
 * lost: of zeros nothing else tells. */
Test(table_rows, an_empty_first_cell_that_may_be_none)
{
#define ZEROS OVER " |  | 0 | 0 | 0 | 0 | 0 | 0 |\n"
#define WHOLE_ROW " | （一）予以公开 | 1 | 1 | 0 | 0 | 0 | 0 | 2 |\n"
	static const struct {
		const char *printed, *wanted;
	} rows[] = {
		{"| " NEW " |  | 289 | 66 | 0 | 30 | 70 | 5 |\n| " ZEROS WHOLE_ROW,
			"_? 0? 0? 0? 0? 0? 0?"},
		{"| " NEW " |  | 2 | 1 | 0 | 0 | 0 | 3 |\n| " ZEROS WHOLE_ROW, "_ 0 0 0 0 0 0"},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report *r = kit_build(rows[i].printed);
		cr_log_info("%s", rows[i].printed);
		kit_expect_row(r, "carried_over", rows[i].wanted);
		report_free(r);
	}
}

#define PARTLY "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"

/* A label that the page's width broke: its lines before the numbers, behind them, around them. */
Test(table_rows, a_label_over_several_lines)
{
	static const struct {
		const char *printed, *row, *wanted;
	} rows[] = {
		{"（二）部分公开（区分处理\n的，只计这一情形，不计其\n他情形） 1 2 0 0 0 0 3\n",
			"outcome.partial", "1 2 0 0 0 0 3"},
		{"（二）部分公开（区分处理的 1 2 0 0 0 0 3\n，只计这一情形，不计其他情\n形）\n",
			"outcome.partial", "1 2 0 0 0 0 3"},
		{"（二）部分公开（区分处理的，\n1 2 0 0 0 0 3\n只计这一情形，不计其他情形）\n",
			"outcome.partial", "1 2 0 0 0 0 3"},
		{"（三）不予公开1.属于国\n家秘密 1 2 0 0 0 0 3\n", "outcome.refused.state_secret",
			"1 2 0 0 0 0 3"},
		{"（四）无法提供1.本机关 1 2 0 0 0 0 3\n不掌握相关政府信息\n",
			"outcome.unavailable.not_held", "1 2 0 0 0 0 3"},
		/* a row of its own between them */
		{"（三）不予公开2.其他法律行政法规\n2.重复申请\n禁止公开 1 2 0 0 0 0 3\n",
			"outcome.refused.forbidden_by_law", ". . . . . . ."},
		/* the rest of the row above is not the row's below */
		{PARTLY " 1 2 0 0 0 0 3\n4.保护第三方\n合法权益 4 0 0 0 0 0 4\n", "outcome.partial",
			"1 2 0 0 0 0 3"},
		{PARTLY " 1 2 0 0 0 0 3\n4.保护第三方\n合法权益 4 0 0 0 0 0 4\n",
			"outcome.refused.third_party", "4 0 0 0 0 0 4"},
		{"第三方合法\n权益 1 2 0 0 0 0 3\n", "outcome.refused.third_party",
			"1 2 0 0 0 0 3"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report *r = kit_build(rows[i].printed);
		cr_log_info("%s", rows[i].printed);
		kit_expect_row(r, rows[i].row, rows[i].wanted);
		report_free(r);
	}
}

/* A text full of lines that are nearly rows is left as it is, at once. */
Test(table_rows, labels_that_never_end)
{
	struct buf text = {0};
	for (int i = 0; i < 20000; i++)
		buf_adds(&text, "（三）不予公开1.属于国\n家秘 1 2 0 0 0 0 3\n");
	struct report *r = kit_build(text.p);
	kit_expect_row(r, "outcome.granted", ". . . . . . .");
	report_free(r);
	buf_free(&text);
}

Test(table_rows, a_row_that_stands_twice)
{
	struct report *r = kit_build("| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n"
				     "| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n"
				     "| " OVER " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
				     "| " OVER " | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n");
	kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	kit_expect_row(r, "carried_over", "1? 0? 0? 0? 0? 0? 1?");
	report_free(r);
}

/* Between rows that have theirs as many lie as lack: their place tells which they are, if nothing
 * else there is strange. */
Test(table_rows, rows_without_a_label)
{
	static const char granted[] = "| （一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n";
	static const struct {
		const char *between, *wanted;
	} rows[] = {
		{"| | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n", "3 0 0 0 0 0 3"},
		/* empty rows are none */
		{"| | | | | | | | |\n| | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n", "3 0 0 0 0 0 3"},
		/* the report itself may not add up */
		{"| | 3 | 0 | 0 | 0 | 0 | 0 | 4 |\n", "3 0 0 0 0 0 4"},
		/* pieces of labels, one behind another; words that are none */
		{"| 三不 1.上年结 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n", "3? 0? 0? 0? 0? 0? 3?"},
		{"| 无不 上年了 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n", ". . . . . . ."},
		/* the label of a row that the form does not have */
		{"| 其中：网上申请 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n", ". . . . . . ."},
		/* more rows than lack, fewer cells */
		{"| | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n",
			". . . . . . ."},
		{"| | 3 | 0 | 0 | 0 | 0 | 3 | |\n", ". . . . . . ."},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf text = {0};
		buf_addf(&text, "| " NEW " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n%s%s", rows[i].between,
			granted);
		struct report *r = kit_build(text.p);
		kit_expect_row(r, "carried_over", rows[i].wanted);
		report_free(r);
		buf_free(&text);
	}
}

/* Two rows that do not add up may have lost a number to each other; what lies at the end of a table
 * is none of its rows. */
Test(table_rows, rows_without_a_label_that_may_be_others)
{
	struct report *r = kit_build("| 1.信访举报投诉类申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
				     "| | 3 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
				     "| | 4 | 0 | 0 | 0 | 0 | 0 | 5 |\n"
				     "| 4.无正当理由大量反复申请 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
				     "| | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n");
	kit_expect_row(r, "outcome.rejected.repeated", "3? 0? 0? 0? 0? 0? 2?");
	kit_expect_row(r, "outcome.rejected.reissue", ". . . . . . .");
	report_free(r);
}

/* Layouts that tear labels and numbers apart leave numbers beside labels that are not theirs. */
Test(table_rows, numbers_that_may_be_another_rows)
{
	static const struct {
		const char *printed, *row, *wanted;
	} rows[] = {
		/* all labels, then all numbers, a cell a line */
		{NEW "\n" OVER "\n1\n2\n3\n0\n0\n0\n6\n4\n0\n0\n0\n0\n0\n4\n", "carried_over",
			"1? 2? 3? 0? 0? 0? 6?"},
		/* a number broken over two lines is one cell too many */
		{NEW "\n1\n2\n3\n0\n0\n0\n6\n" OVER "\n1\n2\n0\n0\n0\n0\n0\n12\n", "carried_over",
			"1? 2? 0? 0? 0? 0? 0?"},
		/* whose label is lost, has its numbers behind the row before */
		{NEW "\n1\n2\n3\n0\n0\n0\n6\n4\n0\n0\n0\n0\n0\n4\n（一）予以公开\n5\n0\n0\n0\n0\n0"
		     "\n"
		     "5\n",
			"new", "1 2 3 0 0 0 6"},
		/* words of nobody between a label and its numbers */
		{NEW "\n1\n2\n3\n0\n0\n0\n6\n" OVER "\n小计\n4\n0\n0\n0\n0\n0\n4\n", "carried_over",
			"4? 0? 0? 0? 0? 0? 4?"},
		/* a label broken over two rows, its numbers in the first */
		{"| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n| 3.危及 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
		 "| “三安全一稳定” | | | | | | | |\n",
			"outcome.refused.public_security", "_? _? _? _? _? _? _?"},
		/* one cell lost, the rest moved up */
		{"| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n| " OVER
		 " | 4 | 5 | 0 | 0 | 0 | 10 | |\n",
			"carried_over", "4? 5? 0? 0? 0? 10? _?"},
		/* a number broken off at the end of its row */
		{NEW "\t1\t2\t0\t0\t0\t0\t1\n2\n" OVER "\t4\t0\t0\t0\t0\t0\t4\n", "new",
			"1? 2? 0? 0? 0? 0? 1?"},
		/* or in quotes, empty cells before it */
		{NEW "\t1\t2\t0\t0\t0\t0\t3\n" OVER "\t\t\t89\t89\t90\t60\t\"11\n0\"\t65\n",
			"carried_over", "89? 89? 90? 60? 11? 0? 65?"},
		/* a cell a line behind tabs, no row ever ended */
		{"\t" NEW "\n\t1\n\t2\n\t3\n\t0\n\t0\n\t0\n\t6\n\t" OVER
		 "\n\t4\n\t0\n\t0\n\t0\n\t0\n\t0\n\t4\n\t（一）予以公开\n\t5\n\t0\n\t0\n\t0\n\t0\n"
		 "\t0\n\t5\n",
			"carried_over", "4 0 0 0 0 0 4"},
		/* headings in another order than the form's: the cells stand under them */
		{"| （一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
		 "| 申请 | 自然人 | 科研机构 | 商业企业 | 社会公益组织 | 法律服务机构 | 其他 | "
		 "总计 |\n"
		 "| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n| " OVER
		 " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			"new", "1 3 2 0 0 0 6"},
		/* of which nothing depends */
		{"| （一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
		 "| 申请 | 自然人 | 科研机构 | 商业企业 | 社会公益组织 | 法律服务机构 | 其他 | "
		 "总计 |\n"
		 "| " NEW " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n| " OVER
		 " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			"new", "0 0 0 0 0 0 0"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report *r = kit_build(rows[i].printed);
		cr_log_info("%s", rows[i].printed);
		kit_expect_row(r, rows[i].row, rows[i].wanted);
		report_free(r);
	}
}

/* A draft of the table in another section of the text says otherwise. */
Test(table_rows, a_table_that_stands_twice)
{
#define SECTION "三、收到和处理政府信息公开申请情况\n\n"
#define GRANTED "| （一）予以公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
	struct report *r =
		kit_build(SECTION "| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n| " OVER
				  " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n" GRANTED "\n正文。\n\n" SECTION
				  "| " NEW " | 1 | 2 | 4 | 0 | 0 | 0 | 7 |\n| " OVER
				  " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n" GRANTED);
	kit_expect_row(r, "carried_over", "1 0 0 0 0 0 1");
	kit_expect_row(r, "new", "1 2 4? 0 0 0 7?");
	report_free(r);
}

/* A second copy of a row that says otherwise, be it nothing, puts both in doubt. */
Test(table_rows, copies_of_a_row)
{
	static const struct {
		const char *first, *second, *wanted;
	} rows[] = {
		{"1|2|3|4|5|6|21", "1|2|3|4|5|6|21", "1 2 3 4 5 6 21"},
		{"1|2|3|4|5|6|21", "2|2|3|4|5|6|22", "1? 2? 3? 4? 5? 6? 21?"},
		{"1|2|3|4|5|6|21", "||||||", "1? 2? 3? 4? 5? 6? 21?"},
		{"||||||", "1|2|3|4|5|6|21", "1? 2? 3? 4? 5? 6? 21?"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char text[512];

		snprintf(text, sizeof text,
			"| 一、本年新收政府信息公开申请数量 |%s|\n| "
			"二、上年结转政府信息公开申请数量 |0|0|0|0|0|0|0|\n"
			"| 一、本年新收政府信息公开申请数量 |%s|\n",
			rows[i].first, rows[i].second);
		struct report *r = kit_build(text);

		kit_expect_row(r, "new", rows[i].wanted);
		report_free(r);
	}
}

/* A row that ends in an empty cell, in a table with nothing else empty, has lost one before it:
 * where all are alike only the end is in doubt. */
Test(table_rows, a_cell_lost_before_the_last)
{
	static const struct {
		const char *cells, *wanted;
	} rows[] = {
		{"0|0|0|0|0|0|0|", "0 0 0 0 0 0 0"},
		{"|||||||", "_ _ _ _ _ _ _"},
		{"0|0|0|0|0|0||", "0 0 0 0 0 0 _?"},
		{"4|0|0|0|0|4||", "4? 0? 0? 0? 0? _? 4?"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char text[512];

		snprintf(text, sizeof text,
			"| " NEW " |%s\n| " OVER " |1|0|0|0|0|0|1||\n"
			"| （一）予以公开 |2|0|0|0|0|0|2||\n| （二）部分公开 |3|0|0|0|0|0|3||\n",
			rows[i].cells);
		struct report *r = kit_build(text);

		kit_expect_row(r, "new", rows[i].wanted);
		report_free(r);
	}
}

/* In a table that lost a column with its heading, a row that stands beside the headings and ends in
 * the empty column behind them is in doubt. */
Test(table_rows, an_end_beside_headings_that_lack_one)
{
	struct buf text = {0};
	struct err err = {0};
	struct report *r = NULL;

	buf_adds(&text,
		"某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
		"| 项目 | 自然人 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 | |\n"
		"| " NEW " | 1 | 2 | 3 | 0 | 0 | 6 | |\n| " OVER " | 4 | 0 | 3 | 0 | 0 | 7 | |\n"
		"| | （一）予以公开 | 0 | 5 | 3 | 0 | 0 | 8 | |\n");
	struct doc *d = import_bytes("t.txt", &text, NULL, &err);

	cr_assert_not_null(d, "%s", err.text);
	cr_assert(report_build(d, kit_forms(), &r, &err), "%s", err.text);
	kit_expect_row(r, "new", "1 . 2 3 0 0 6");
	kit_expect_row(r, "outcome.granted", "0? 5? 3? 0? 0? _? 8?");
	report_free(r);
}

/* A label whose lines a row's numbers stand behind, the last of them like another row's label. */
Test(table_rows, a_bare_label_before_numbers_of_its_own)
{
	struct report *r =
		kit_build("\n二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n"
			  "（一）予以公开 1 0 0 0 0 0 1\n（二）部分公开\n（区分处理的，只\n"
			  "计这一情形，不计\n其他情形）\n2 0 0 0 0 0 2\n"
			  "（三）不予公开 1.属于国家秘密 3 0 0 0 0 0 3\n"
			  "2.其他法律行政法规禁止公开 4 0 0 0 0 0 4\n"
			  "（六）其他处理 3.其他 5 0 0 0 0 0 5\n（七）总计 15 0 0 0 0 0 15\n");

	kit_expect_row(r, "outcome.granted", "1 0 0 0 0 0 1");
	kit_expect_row(r, "outcome.partial", "2? 0? 0? 0? 0? 0? 2?");
	kit_expect_row(r, "outcome.refused.state_secret", "3 0 0 0 0 0 3");
	report_free(r);
}

/* An empty row's label, and the next one's in two lines, each with numbers: the upper may be the
 * empty row's. */
Test(table_rows, a_bare_label_before_half_a_label)
{
	struct report *r =
		kit_build("| " NEW " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
			  "| " OVER " | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n| （一）予以公开 |\n"
			  "| （二）部分公 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n"
			  "| 开（区分处理） | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
			  "| 5.属于三类内部事务信息 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n");

	kit_expect_row(r, "outcome.granted", ". . . . . . .");
	report_free(r);
}

/* Labels broken over lines around their numbers, a line of one nearly another's label: rows are as
 * many as the form has there, so they are those, in order. Where they are not, the label parts
 * them. */
Test(table_rows, rows_amid_lines_of_labels)
{
	static const struct {
		const char *more, *repeated, *publication;
	} rows[] = {
		{"|  | 6 | 0 | 0 | 0 | 0 | 0 | 6 |\n", "4? 0? 0? 0? 0? 0? 4?",
			"5? 0? 0? 0? 0? 0? 5?"},
		{"", ". . . . . . .", ". . . . . . ."},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		char text[1024];
		snprintf(text, sizeof text,
			"| " OVER " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
			"| （四）无法提供 3.补正后申请内容仍不明确 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
			"| 1.信访 |\n| 举报 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| 投诉类 |\n"
			"| 2. |\n|  | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
			"| 3.要求 |\n|  | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n| 出版物 |\n"
			"| 4.无正当 |\n%s| 复申请 |\n"
			"| 5.要求行政机关确认或重新出具已获取信息 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n",
			rows[i].more);
		struct report *r = kit_build(text);
		kit_expect_row(r, "outcome.rejected.repeated", rows[i].repeated);
		kit_expect_row(r, "outcome.rejected.publication", rows[i].publication);
		kit_expect_row(r, "outcome.rejected.reissue", "7 0 0 0 0 0 7");
		report_free(r);
	}
}

/* A line of a label that is nearly another row's, level with numbers: as many rows of numbers as
 * the form has there are those, one with an empty cell, too. */
Test(table_rows, a_line_of_a_label_that_is_nearly_anothers)
{
	struct report *r = kit_build(
		"| （四）无法提供 3.补正后申请内容仍不明确 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
		"| 举报 | 3 | 0 | 0 |  | 0 | 0 | 3 |\n|  | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
		"|  | 5 | 0 | 0 | 0 | 0 | 0 | 5 |\n| 复申请 | 6 | 0 | 0 | 0 | 0 | 0 | 6 |\n"
		"| 5.要求行政机关确认或重新出具已获取信息 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |\n");
	kit_expect_row(r, "outcome.rejected.petition", "3? 0? 0? _? 0? 0? 3?");
	kit_expect_row(r, "outcome.rejected.repeated", "4? 0? 0? 0? 0? 0? 4?");
	kit_expect_row(r, "outcome.rejected.excessive", "6? 0? 0? 0? 0? 0? 6?");
	kit_expect_row(r, "outcome.rejected.reissue", "7 0 0 0 0 0 7");
	report_free(r);
}

/* A label alone on a page, and words with numbers that no label has right behind it: they may be
 * its cells. */
Test(table_rows, words_behind_a_label_alone)
{
#define BLOCK                                                                                                    \
	"某县水利局2022年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n" \
	"第二十条第（一）项\n信息内容 本年制发件数 本年废止件数 现行有效件数\n规章\n"
#define BLOCKS                                                                                                                    \
	"行政规范性文件 7305 6 0\n第二十条第（五）项\n行政许可 5\n第二十条第（六）项\n行政处罚 " \
	"75\n"                                                                                                                    \
	"行政强制 1\n"
	static const struct kit_cells rows[] = {
		{BLOCK "0 0 见附表\n" BLOCKS,
			"disclosure/regulation/issued disclosure/regulation/in_force", ". ."},
		{BLOCK BLOCKS, "disclosure/regulation/issued disclosure/regulation/in_force",
			"_ _"},
	};
	KIT_EXPECT(rows);
}

#define FRAME_SHOWN                                                                                \
	"||||自然人|法人或其他组织|总计|\n|" NEW "|||82|5|||2|1|90|\n|" OVER "|||7||||||7|\n"

/* Headings that were not spread over their columns, and rows that have places for three labels and
 * no total: the rows that add up show where the columns begin. One that ends elsewhere lost a cell,
 * or got one. */
Test(table_rows, rows_without_totals_stand_where_others_add_up)
{
	static const struct {
		const char *printed, *wanted;
	} rows[] = {
		{FRAME_SHOWN "|四、结转下年度继续办理|||9||||||9|\n||2.重复申请||25|4|||2|1||\n",
			"25? 4? _? _? 2? 1? _?"},
		{FRAME_SHOWN "|四、结转下年度继续办理|||9||||||9|\n||2.重复申请|||4||||||\n",
			"_? 4? _? _? _? _? _?"},
		/* too few show it, or not the same */
		{FRAME_SHOWN "||2.重复申请||25|4|||2|1||\n", "_? 25? 4? _? _? 2? 1?"},
		{FRAME_SHOWN "|四、结转下年度继续办理||9||||||9|\n||2.重复申请||25|4|||2|1||\n",
			"_? 25? 4? _? _? 2? 1?"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report *r = kit_build(rows[i].printed);
		cr_log_info("%s", rows[i].printed);
		kit_expect_row(r, "outcome.rejected.repeated", rows[i].wanted);
		report_free(r);
	}
}

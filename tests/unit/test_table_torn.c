/* Tables that layouts have torn: what is decidable is right, what is not is in doubt, and nothing
 * is silently wrong. */
#include "unit/table_kit.h"

#include "doc/sink.h"

TestSuite(table_torn, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n"
#define OLD_TITLE "某市财政局2020年政府信息公开工作年度报告\n\n"
#define TWO "二、主动公开政府信息情况\n\n"
#define THREE "三、收到和处理政府信息公开申请情况\n\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"

#define TWO_COLUMNS "requests/new/company requests/new/research"

/* Headings in another order, wherever they stand; for sure only where each has a cell. */
Test(table_torn, headings_out_of_order)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "自然人法人或其他组织总计\n科研机构商业企业社会公益组织法律服务机构其"
			     "他\n" NEW "\n1\n2\n3\n0\n0\n0\n6\n" OVER "\n0\n0\n0\n0\n0\n0\n0\n",
			TWO_COLUMNS, "3? 2?"},
		{TITLE THREE "自然人 |\n法人或其他组织-科研机构 |\n法人或其他组织-商业企业 |\n"
			     "法人或其他组织-社会公益组织 |\n法人或其他组织-法律服务机构 |\n"
			     "法人或其他组织-其他 |\n总计 |\n" NEW
			     " |\n1 |\n2 |\n3 |\n0 |\n0 |\n0 |\n6 |\n",
			TWO_COLUMNS, "3 2"},
		{TITLE THREE "申请人情况|自然人|法人或其他组织|总计|科研机构|商业企业|社会公益组织|"
			     "法律服务机构|其他|" NEW "|1|2|3|0|0|0|6|" OVER "|0|0|0|0|0|0|0\n",
			TWO_COLUMNS, "3? 2?"},
		{TITLE THREE
			"| | 自然人 | 科研机构 | 商业企业 | 社会公益组织 | 法律服务机构 | 其他 "
			"| 总计 |\n|---|---|---|---|---|---|---|---|\n| " NEW
			" | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n| " OVER
			" | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			TWO_COLUMNS, "3 2"},
	};
	KIT_EXPECT(rows);
}

/* The last heading of a row in one cell with the first of the next: the total is no first column.
 */
Test(table_torn, headings_that_ran_together)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "自然人\n法人或其他组织\n总计商业企业\n科研机构\n社会公益组织\n法律服"
			     "务机构\n"
			     "其他\n" NEW "\n11\n/\n/\n/\n/\n/\n11\n" OVER
			     "\n2\n/\n/\n/\n/\n/\n2\n",
			"requests/new/person requests/new/other requests/new/total", "11 _ 11"},
		{TITLE THREE "总计商业企业\n自然人\n科研机构\n社会公益组织\n法律服务机构\n"
			     "其他\n" NEW "\n11\n/\n/\n/\n/\n/\n11\n" OVER
			     "\n2\n/\n/\n/\n/\n/\n2\n",
			"requests/new/person requests/new/other requests/new/total", "_? 11? 11?"},
	};
	KIT_EXPECT(rows);
}

/* A heading that is a row's label, too, last of the headings and right above a row's numbers. */
Test(table_torn, a_heading_above_numbers)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE NEW "\n1\n0\n0\n0\n0\n0\n1\n法律服务机构\n总计\n其他\n5\n0\n0\n0"
				 "\n0\n0\n5\n",
			"requests/outcome.other.misc/person requests/new/person", "5? 1"},
	};
	KIT_EXPECT(rows);
}

#define SIX "requests/new/person requests/new/company requests/new/other requests/new/total"

/* A column whose heading and cells are gone, and an empty one at the edge. */
Test(table_torn, a_column_is_lost)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"项目\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\t\n" NEW
			"\t2\t3\t0\t0\t4\t9\t\n" OVER "\t1\t0\t0\t0\t0\t2\t\n"
			"（一）予以公开\t0\t0\t0\t0\t0\t0\t\n",
			SIX, ". 2 4 9"},
		{TITLE THREE
			"项目\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n" NEW
			"\t1\t2\t0\t0\t0\t4\t\n" OVER "\t1\t0\t0\t0\t0\t0\t\n",
			SIX, "1 2 4 _?"},
	};
	KIT_EXPECT(rows);
}

/* One cell too many, a cell a line. */
Test(table_torn, a_stray_cell)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO "规章\n0\n0\n0\n行政规范性文件\n0\n0\n2\n第二十条第（五）项\n信息内容\n"
			   "本年处理决定数量\n行政许可\n6\n25\n第二十条第（六）项\n信息内容\n"
			   "本年处理决定数量\n行政处罚\n7\n行政强制\n8\n",
			"disclosure/licence/decisions disclosure/penalty/decisions", "6? 7"},
		/* the sum tells the row's own */
		{TITLE THREE NEW "\n1\n2\n3\n0\n0\n0\n6\n9\n" OVER "\n4\n0\n0\n0\n0\n0\n4\n", SIX,
			"1 2 0 6"},
		/* unless a row's worth stands there */
		{TITLE THREE NEW "\n" OVER
				 "\n四、结转下年度继续办理\n1\n2\n3\n0\n0\n0\n6\n4\n0\n0\n0\n0"
				 "\n0\n4\n5\n0\n0\n0\n0\n0\n5\n",
			"requests/carried_forward/person requests/carried_forward/total", "1? 6?"},
		/* a page's furniture between the cells */
		{TITLE THREE NEW " |\n1 |\n2 |\n【字体：大 中 小】\n3 |\n0 |\n0 |\n0 |\n6 |\n" OVER
				 " |\n4 |\n0 |\n0 |\n0 |\n0 |\n0 |\n4 |\n",
			SIX, "1 2 0 6"},
	};
	KIT_EXPECT(rows);
}

/* White space within a number, where white space stands between numbers. */
Test(table_torn, a_number_in_two)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE OVER "　4　0　0　0　0　0　4\n（一）予以公开　4　0　0　0　0　0　4\n" NEW
				  "　1　6  16　0　32　0　0　649\n",
			SIX, "1? 616? 0? 649?"},
	};
	KIT_EXPECT(rows);
}

#define BUY "disclosure/procurement/items disclosure/procurement/amount"

/* Cells over several columns that are printed in each, as their headings are. */
Test(table_torn, cells_stand_repeated)
{
#define BUY_HEAD                                                                                                                           \
	"第二十条第（九）项\t第二十条第（九）项\t第二十条第（九）项\t第二十条第（九）项\n信息内容" \
	"\t采购项目数量\t采购总金额\t采购总金额\n"
	static const struct kit_cells rows[] = {
		{OLD_TITLE TWO BUY_HEAD "政府集中采购\t3\t12.5\t12.5\n", BUY, "3 12.5"},
		{OLD_TITLE TWO BUY_HEAD "政府集中采购\t\t12.5\t12.5\n", BUY, "_ 12.5"},
		{OLD_TITLE TWO BUY_HEAD "政府集中采购\t12.5\t12.5\t\n", BUY, "12.5? 12.5?"},
	};
	KIT_EXPECT(rows);
}

/* Labels of several rows side by side are no row, but may be headings (test_table_side.c). */
Test(table_torn, a_table_on_its_side)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "项目\t" NEW "\t" OVER
			     "\t（一）予以公开\n自然人\t1\t2\t3\n商业企业\t0\t0\t0\n",
			"requests/new/person requests/carried_over/person", "1? 2?"},
		/* whose numbers these are nothing tells */
		{TITLE THREE "项目\t" NEW "\t" OVER
			     "\t（一）予以公开\n上半年\t1\t2\t3\n下半年\t0\t0\t0\n",
			"requests/new/person requests/carried_over/person", ". ."},
	};
	KIT_EXPECT(rows);
}

#define NORMATIVE "disclosure/normative/made disclosure/normative/issued"

/* Labels that two forms print alike: the year tells, if nothing speaks against it. */
Test(table_torn, a_form_that_nothing_tells)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO "规章\t0\t0\t0\n规范性文件\t1\t0\t2\n行政许可\t3\n行政处罚\t4\n",
			NORMATIVE, "- 1"},
		{OLD_TITLE TWO "规章\t0\t0\t0\n规范性文件\t1\t0\t2\n行政许可\t3\n行政处罚\t4\n",
			NORMATIVE, "1? -"},
		{OLD_TITLE TWO "规章\t0\t0\t0\n规范性文件\t1\t0\t2\n行政许可\t3\t1\t4\n", NORMATIVE,
			"1 -"},
	};
	KIT_EXPECT(rows);
}

#define FOUR "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define MIX_HEAD                                                                                                                \
	"| 申请 |  |  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 " \
	"|\n"                                                                                                                   \
	"|---|---|---|---|---|---|---|---|---|---|\n"

/* An empty first cell beside empty places for a second label. */
Test(table_torn, the_first_cell_is_empty)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE MIX_HEAD
			"| " NEW " |  |  |  | 0 | 0 | 0 | 0 |  |  |\n"
			"| " OVER " |  |  | 0 | 0 |  | 0 | 0 |  | 0 |\n"
			"|  | （三）不予公开 | 1.属于国家秘密 | 0 | 0 |  | 0 | 0 | 0 | 0 |\n"
			"|  |  | 2.其他法律行政法规禁止公开 | 0 | 0 |  |  |  | 0 | 0 |\n"
			"|  |  | 3.危及“三安全一稳定” | 0 | 0 | 0 |  | 0 | 0 | 0 |\n"
			"|  |  | 4.保护第三方合法权益 | 0 | 0 |  | 0 | 0 | 0 | 0 |\n",
			"requests/new/person requests/new/company requests/new/other "
			"requests/new/total",
			"_ 0 _ _"},
	};
	KIT_EXPECT(rows);
}

/* A row that alone ends in an empty cell has lost one. */
Test(table_torn, a_row_ends_too_early)
{
#define TWO_ROWS "disclosure/regulation/in_force disclosure/normative/issued"
	static const struct kit_cells rows[] = {
		{TITLE TWO
			"| 规章 | 0 | 0 | 2 |\n|---|---|---|---|\n| 行政规范性文件 | 5 | 6 |  |\n",
			TWO_ROWS, "2 5?"},
		{TITLE TWO
			"| 规章 | 0 |  | 2 |\n|---|---|---|---|\n| 行政规范性文件 | 5 | 6 |  |\n",
			TWO_ROWS, "2 5"},
		{TITLE TWO "| 规章 | 0 | 0 | 2 |\n|---|---|---|---|\n| 行政规范性文件 |  |  |  |\n",
			TWO_ROWS, "2 _"},
	};
	KIT_EXPECT(rows);
}

/* "其他" without its number is a row's label, and no new headings. */
Test(table_torn, a_label_that_is_a_heading_too)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"自然人\n科研机构\n商业企业\n社会公益组织\n法律服务机构\n其他\n总计\n" NEW
			"\n1\n2\n3\n0\n0\n0\n6\n" OVER "\n0\n0\n0\n0\n0\n0\n0\n"
			"申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n"
			"0\n0\n0\n0\n0\n0\n0\n其他\n1\n4\n5\n0\n0\n0\n10\n",
			"requests/outcome.other.misc/company requests/outcome.other.misc/research",
			"5 4"},
	};
	KIT_EXPECT(rows);
}

/* Headings that ran together are those of their table, whichever stood before. */
Test(table_torn, headings_in_one_cell_behind_another_table)
{
	static const struct kit_cells rows[] = {
		{TITLE FOUR "行政复议\n\n" THREE "| 自然人法人或其他组织总计 |\n"
			    "| 科研机构商业企业社会公益组织法律服务机构其他 |\n"
			    "| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n"
			    "| " OVER " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			TWO_COLUMNS, "3? 2?"},
	};
	KIT_EXPECT(rows);
}

/* Where nothing tells the form, a cell that both have, in rows of another length, is in doubt. */
Test(table_torn, rows_as_long_as_another_forms)
{
	static const struct kit_cells rows[] = {
		{OLD_TITLE TWO
			"| 规章 | 0 | 0 | 0 |\n|---|---|---|---|\n| 规范性文件 | 13 | 0 | 7 |\n"
			"| 行政许可 | 98 |  |  |\n| 行政处罚 | 68 |  |  |\n",
			"disclosure/licence/decisions disclosure/penalty/decisions", "_? _?"},
	};
	KIT_EXPECT(rows);
}

/* The lines of a page: paragraphs, and behind the headings' line a grid; cells parted by bars,
 * those of lines that begin with ! not for sure of their row. */
static struct doc *page_as(const char *lines, const char *reader)
{
	struct buf bytes = {0};
	buf_adds(&bytes, lines);
	struct doc *d = doc_new("t.pdf", "pdf", &bytes);
	struct str text = sink_bytes(d);
	sink_text(d, text, 0, 1, 1);
	size_t grid_from = str_find(text, STR("|"), 0), row = 0;
	bool open = false;
	for (size_t from = 0, to; from < text.n; from = to + 1) {
		to = str_find(text, STR("\n"), from);
		bool unsure = text.p[from] == '!', in_grid = from >= grid_from || open;
		size_t at = from + unsure, end, col = 0;
		if (!in_grid) {
			sink_para(d, (struct text_span){from, to});
			continue;
		}
		if (!open)
			sink_grid_begin(d, reader);
		open = true;
		for (; at <= to; at = end + 1, col++) {
			end = str_find(str_slice(text, 0, to), STR("|"), at);
			end = end == STR_NONE ? to : end;
			if (end > at || col > 0)
				sink_cell(d, row, col, 1, 1, (struct text_span){at, end});
			if (end > at && unsure)
				sink_unsure(d);
		}
		row++;
	}
	sink_grid_end(d, (struct text_span){grid_from, text.n});
	doc_done(d);
	return d;
}

static struct doc *page_of(const char *lines)
{
	return page_as(lines, "pdf");
}

/* A paragraph a line, and from the third on a cell a line, the empty ones, too. */
static struct doc *bare_of(const char *lines)
{
	struct buf bytes = {0};
	buf_adds(&bytes, lines);
	struct doc *d = doc_new("t.txt", "text", &bytes);
	struct str text = sink_bytes(d);
	size_t grid_from = 0;
	sink_text(d, text, 0, 1, 1);
	for (size_t row = 0, from = 0, to; from < text.n; from = to + 1, row++) {
		to = str_find(text, STR("\n"), from);
		if (row == 2) {
			sink_grid_begin(d, "bare");
			grid_from = from;
		}
		if (row < 2)
			sink_para(d, (struct text_span){from, to});
		else
			sink_cell(d, row - 2, 0, 1, 1, (struct text_span){from, to});
	}
	sink_grid_end(d, (struct text_span){grid_from, text.n});
	doc_done(d);
	return d;
}

/* Nothing behind the last label: what is its own may stand behind the table. */
Test(table_torn, the_last_label_without_numbers)
{
	struct err err = {0};
	struct report *r = NULL;
	struct doc *d =
		bare_of("某市财政局2022年政府信息公开工作年度报告\n"
			"三、收到和处理政府信息公开申请情况\n" NEW "\n1\n0\n0\n0\n0\n0\n1\n" OVER
			"\n1\n0\n0\n0\n0\n0\n1\n（一）予以公开\n\n\n\n\n\n\n\n");
	cr_assert(report_build(d, kit_forms(), &r, &err), "%s", err.text);
	kit_expect_row(r, "outcome.granted", "_? _? _? _? _? _? _?");
	report_free(r);
}

/* A box that is empty is none that was lost, though it is the last of all rows. */
Test(table_torn, boxes_are_their_columns)
{
	static const struct {
		const char *reader, *wanted;
	} rows[] = {{"pdf", "1? 2? 3? 0? 0? 0? _?"}, {"boxes", "1 2 3 0 0 0 _"}};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct report *r = NULL;
		struct doc *d = page_as(
			"某市财政局2022年政府信息公开工作年度报告\n"
			"三、收到和处理政府信息公开申请情况\n"
			"|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n" NEW
			"|1|2|3|0|0|0|\n" OVER "|4|0|0|0|0|0|\n"
			"（一）予以公开|4|0|0|0|0|0|\n"
			"（七）总计|4|0|0|0|0|0|\n",
			rows[i].reader);
		cr_assert(report_build(d, kit_forms(), &r, &err), "%s", err.text);
		kit_expect_row(r, "new", rows[i].wanted);
		report_free(r);
	}
}

/* A row that adds up under a label of its own is where it is, whatever the page looks like; not so
 * one whose label was put together from lines above or below: they may be another row's. A label
 * alone is an empty row, where it is for sure of its line; in doubt where other rows print zeros.
 */
Test(table_torn, a_joined_label_settles_nothing)
{
	struct err err = {0};
	struct report *r = NULL;
	struct doc *d =
		page_of("某市财政局2022年政府信息公开工作年度报告\n"
			"三、收到和处理政府信息公开申请情况\n"
			"|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n" NEW
			"|1|2|3|0|0|0|6\n"
			"!" OVER "|4|0|0|0|0|0|4\n"
			"!（一）予以公开|4|0|0|0|0|0|5\n"
			"2.其他法律行政\n"
			"!法规禁止公开|5|0|0|0|0|0|5\n"
			"!3.危及“三安全一稳定”\n"
			"4.保护第三方合法权益\n"
			"!5.属于三类内部|6|0|0|0|0|0|6\n"
			"事务信息\n");
	cr_assert(report_build(d, kit_forms(), &r, &err), "%s", err.text);
	kit_expect_row(r, "new", "1 2 3 0 0 0 6");
	kit_expect_row(r, "carried_over", "4 0 0 0 0 0 4");
	kit_expect_row(r, "outcome.granted", "4? 0? 0? 0? 0? 0? 5?");
	kit_expect_row(r, "outcome.refused.forbidden_by_law", "5? 0? 0? 0? 0? 0? 5?");
	kit_expect_row(r, "outcome.refused.public_security", ". . . . . . .");
	kit_expect_row(r, "outcome.refused.third_party", "_? _? _? _? _? _? _?");
	kit_expect_row(r, "outcome.refused.internal", "6? 0? 0? 0? 0? 0? 6?");
	report_free(r);
}

/* Cells a line, and a row between them that lacks one cell: a number alone below it may be what is
 * left of one that was broken, if the sum does not say otherwise. */
Test(table_torn, a_number_alone_below_a_row)
{
	static const struct {
		const char *number, *wanted;
	} rows[] = {{"9", "4 0 0 0 0 5 9"}, {"8", "4? 0? 0? 0? 0? 5? 8?"}};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct report *r = NULL;
		struct buf lines = {0};
		buf_addf(&lines,
			"某市财政局2022年政府信息公开工作年度报告\n"
			"三、收到和处理政府信息公开申请情况\n"
			"|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n" NEW
			"\n1\n2\n3\n0\n0\n0\n6\n" OVER
			"\n0\n0\n0\n0\n0\n0\n0\n（一）予以公开|4|0|0|0|0|5\n%s\n"
			"4.保护第三方合法权益\n1\n0\n0\n0\n0\n0\n1\n",
			rows[i].number);
		cr_assert(report_build(page_of(lines.p), kit_forms(), &r, &err), "%s", err.text);
		kit_expect_row(r, "new", "1 2 3 0 0 0 6");
		kit_expect_row(r, "outcome.granted", rows[i].wanted);
		report_free(r);
		buf_free(&lines);
	}
}

/* Wrapped labels that were put before the rows: they are in the form's order, as the rows are; a
 * page's number between them is no row. */
Test(table_torn, labels_before_several_rows)
{
#define ZEROS "| 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n|---|---|---|---|---|---|---|\n"
#define RULED "|---|---|---|---|---|---|---|---|\n"
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"| 3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n\n"
			"4.无正当理由大量反复\n申请\n5.要求行政机关确认或\n重新出具已获取信息\n1."
			"申请人无正当理由逾\n期不补正、行政机关不\n再处理其政府信息公开\n申请"
			"\n" ZEROS "| 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n|---|---|---|---|---|---|---|\n"
			"| 6 | 2 | 0 | 0 | 0 | 0 | 8 |\n|---|---|---|---|---|---|---|\n\n"
			"2."
			"申请人逾期未按收费\n通知要求缴纳费用、行\n政机关不再处理其政府\n信息公开申"
			"请"
			"\n7\n" ZEROS "| 3.其他 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n" RULED
			"| （七）总计 | 11 | 2 | 0 | 0 | 0 | 0 | 13 |\n",
			"requests/outcome.rejected.excessive/person "
			"requests/outcome.rejected.reissue/total "
			"requests/outcome.other.uncorrected/total "
			"requests/outcome.other.unpaid/person requests/outcome.other.misc/person",
			"0? 1? 8? 0? 4"},
		/* labels behind their rows and before another's */
		{TITLE THREE "| 4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n\n"
			     "5.属于三类内部事务信\n息\n1.本机关不掌握相关政\n府信息\n"
			     "| 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n|---|---|---|---|---|---|---|\n"
			     "| 6.属于四类过程性信息 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n" RULED
			     "| 7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			"requests/outcome.refused.internal/person "
			"requests/outcome.refused.deliberative/person "
			"requests/outcome.unavailable.not_held/person",
			"1? 2? ."},
	};
	KIT_EXPECT(rows);
}

/* The last of the labels has lost characters, and so stands in the line of the first numbers. */
Test(table_torn, labels_before_several_rows_the_last_of_them_damaged)
{
	static const struct kit_cells rows[] = {
		{TITLE "自然人 法人或其他组织 总计\n"
		       "一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n"
		       "四、结转下年度继理\n1 0 0 0 0 0 1\n1 0 0 0 0 0 1\n0 0 0 0 0 0 0\n",
			"requests/new/total requests/carried_over/total "
			"requests/carried_forward/person "
			"requests/carried_forward/total",
			". . . ."},
	};
	KIT_EXPECT(rows);
}

#define SEVEN_HEADS                                                                                        \
	"                                    自然人   商业企业  科研机构  社会公益组织  " \
	"法律服务机构   其他   总计\n"
#define AT(a, b, c, d, e, f, g)                                                                    \
	"  " a "       " b "        " c "          " d "              " e "           " f          \
	"     " g "\n"
#define GAP "                                  "

/* A cell too narrow for a number breaks it over two lines, and what is left of the row may even add
 * up. */
Test(table_torn, numbers_over_two_lines)
{
	static const char looks[] =
		"requests/new/person requests/new/company requests/new/total "
		"requests/carried_over/person requests/carried_over/total requests/outcome.granted/"
		"person requests/outcome.granted/company";
	static const struct kit_cells rows[] = {
		{TITLE THREE SEVEN_HEADS NEW "  " AT("11", "15", " 0", " 0", " 7", " 1", "34")
				GAP AT("16", "  ", "  ", "  ", "  ", "  ", "16") OVER
			"  " AT("21", "15", " 0", "29", " 7", " 1",
				"73") "（一）予以公开                    " AT("12", " 1", " 0",
				" 0", " 0", " 0", "13"),
			looks, "11? 15? 34? 21? 73? 12 1"},
		/* rows that have empty cells beside one that has none */
		{TITLE THREE SEVEN_HEADS NEW "  " AT("16", "  ", "  ", "  ", "  ", "  ", "16") OVER
			"  " AT("21", "15", " 0", "29", " 7", " 1",
				"73") "（一）予以公开                    " AT("12", " 1", " 0",
				" 0", " 0", " 0", "13"),
			looks, "16 _ 16 21 73 12 1"},
		/* a number behind it that is longer: its cell had room */
		{TITLE THREE SEVEN_HEADS NEW "  " AT("11", "15", " 0", " 0", " 7", " 1", "34")
				GAP AT("16", "  ", "  ", "  ", "  ", "  ", "16") OVER
			"  " AT("21", "15", " 0", "29", " 7", " 1",
				"73") "（一）予以公开                   " AT("100", " 1", " 0",
				" 0", " 0", " 0", "101"),
			looks, "11? 15? 34? 21 73 100 1"},
	};
	KIT_EXPECT(rows);
}

/* A remark in a narrow cell puts its number above the row: what looks empty there may not be. */
Test(table_torn, a_number_above_its_row)
{
	static const char looks[] =
		"requests/new/person requests/new/legal requests/new/other requests/new/total "
		"requests/carried_over/legal";
	static const struct kit_cells rows[] = {
		{TITLE THREE SEVEN_HEADS GAP AT("  ", "  ", "  ", "  ", "13", "  ", "  ")
				GAP AT("  ", "  ", "  ", "  ", "（注）", "  ", "") NEW
			"  " AT("20", " 0", " 1", " 0", "  ", " 0", "34") OVER
			"  " AT(" 1", " 0", " 0", " 0", " 7", " 1", " 9"),
			looks, "20 _? 0 34 7"},
		/* nothing above it */
		{TITLE THREE SEVEN_HEADS NEW "  " AT("20", " 0", " 1", " 0", "  ", " 0", "21") OVER
			"  " AT(" 1", " 0", " 0", " 0", " 7", " 1", " 9"),
			looks, "20 _ 0 21 7"},
	};
	KIT_EXPECT(rows);
}

#define BESIDE                                                                                               \
	"      第二十条第（一）项\n"                                                                \
	"      信息内容                    本年新制作数量      本年新公开数量            " \
	"对外公开总数量\n"                                                                            \
	"      规章                                           0                     0            "         \
	"         0\n"                                                                                       \
	"      规范性文件                                                           0            "      \
	"         0\n"                                                                                       \
	"      第二十条第（五）项\n"                                                                \
	"      信息内容                    上一年项目数量      本年增/减                   "  \
	"处理决定数量\n"                                                                               \
	"      行政许可                                       0                     0            "       \
	"         0\n"                                                                                       \
	"      其他对外管理服务事项                           0                     0            " \
	"        ０\n"                                                                                      \
	"      第二十条第（六）项\n"                                                                \
	"      信息内容                    上一年项目数量      本年增/减                   "  \
	"处理决定数量\n"                                                                               \
	"      行政处罚                                       0                     0            "       \
	"         0\n"                                                                                       \
	"      行政强制                                       0                    ０            "      \
	"         0\n"                                                                                       \
	"      第二十条第（八）项\n"                                                                \
	"      信息内容                    上一年项目数量      本年增/减\n"                   \
	"      行政事业性收费                                 0                                  "    \
	"       0\n"                                                                                         \
	"      第二十条第（九）项\n"                                                                \
	"      信息内容                    采购项目数量        采购总金额\n"

/* A page's numbers stand behind their headings in some blocks: in another nothing says which of two
 * cells is the empty one. */
Test(table_torn, numbers_beside_their_headings)
{
	static const char looks[] = "disclosure/fee/previous disclosure/fee/change "
				    "disclosure/procurement/items disclosure/procurement/amount";
	static const struct kit_cells rows[] = {
		{TITLE TWO BESIDE "      政府集中采购                                   0\n\n",
			looks, "0? 0? _? 0?"},
	};
	KIT_EXPECT(rows);
}

/* Where most rows are in doubt, one amid two such is no surer; a sound one beside them is. */
Test(table_torn, a_row_amid_doubtful_ones)
{
#define PETITION "1.信访举报投诉类申请\n"
#define REPEATED "2.重复申请\n0\n0\n0\n0\n9\n0\n9\n"
#define PUBLICATION "3.要求提供公开出版物\n"
#define NINES "requests/outcome.rejected.repeated/legal requests/outcome.rejected.repeated/total"
	static const struct kit_cells rows[] = {
		{TITLE THREE PETITION "3\n4\n" REPEATED PUBLICATION "6\n7\n", NINES, "9? 9?"},
		{TITLE THREE PETITION "3\n4\n" REPEATED PUBLICATION "6\n0\n0\n0\n0\n0\n6\n", NINES,
			"9 9"},
	};
	KIT_EXPECT(rows);
}

/* A cell a line: one heading and one number are left of a row of three. */
Test(table_torn, one_heading_left)
{
	static const struct kit_cells rows[] = {
		{OLD_TITLE TWO "信息内容\n行政许可\n9\n第二十条第（五）项\n处理决定数量\n0\n"
			       "其他对外管理服务事项 88\n行政处罚\n行政强制\n8\n71\n0\n5\n",
			"disclosure/service/previous disclosure/service/decisions", ". 88?"},
	};
	KIT_EXPECT(rows);
}

/* Two pieces of a label, each with a row's numbers: the one that is a row's no more leaves the
 * other as it is. */
Test(table_torn, pieces_of_one_label)
{
	static const struct kit_cells rows[] = {
		{TITLE "4.保护第三方合法权益\n0\n5.属于三类\n0\n0\n0\n0\n0\n0\n0\n"
		       "内部事务信息\n0\n0\n0\n0\n0\n0\n0\n7.属于行政执法案卷\n0\n",
			"requests/outcome.refused.third_party/person "
			"requests/outcome.refused.enforcement_file/person",
			"0? 0?"},
	};
	KIT_EXPECT(rows);
}

#define BLANK_BARS "| |\n| |\n| |\n| |\n| |\n| |\n| |\n"

/* A row of empty cells, and behind it one whose label was lost: its numbers are not the row's. */
Test(table_torn, empty_cells_before_a_row_without_its_label)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"| 自然人 |\n| 法人或其他组织 |\n| 总计 |\n| 商业企业 |\n| 科研机构 |\n| "
			"社会公益组织 |\n| 法律服务机构 |\n| 其他 |\n| " NEW
			" |\n| 4 |\n| 3 |\n| |\n| |\n| |\n| |\n| 7 |\n| 3.其他 |\n" BLANK_BARS
			"| |\n| 4 |\n| 3 |\n| |\n| |\n| |\n| |\n| 7 |\n| 四、结转下年度继续办理 |\n"
			"| 1 |\n| |\n| |\n| |\n| |\n| |\n| 1 |\n",
			"requests/outcome.other.misc/person requests/outcome.other.misc/total "
			"requests/carried_forward/person",
			"_? _? 1"},
	};
	KIT_EXPECT(rows);
}

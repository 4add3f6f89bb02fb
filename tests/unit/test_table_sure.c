/* What a row's reading rests on: headings, rows that have all their cells, as many cells in each
 * row, copies that agree. Where nothing of that confirms it, it is in doubt; where it does, a blank
 * costs no certainty. */
#include "unit/table_kit.h"

TestSuite(table_sure, .init = kit_load, .fini = kit_unload);

/* Leaves a test that makes no sense where the program reads no HTML. */
#ifdef HAVE_GUMBO
#define NEEDS_HTML ((void)0)
#else
#define NEEDS_HTML unit_skip("built without a reader for HTML")
#endif

#define TITLE "某市财政局2020年政府信息公开工作年度报告\n\n"
#define TWO "二、主动公开政府信息情况\n\n"
#define THREE "三、收到和处理政府信息公开申请情况\n\n"
#define FOUR "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"
#define GRANTED "（一）予以公开"
#define PARTIAL "（二）部分公开"
#define NOTE "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
#define GROUP "法人或其他组织"
#define HEADS(gap)                                                                                 \
	"自然人" gap GROUP "·科研机构" gap GROUP "-商业企业" gap GROUP "社会公益组织" gap GROUP    \
	"·法律服务机构" gap GROUP "-其他" gap "总计"

#define TWO_COLUMNS "requests/new/company requests/new/research"
#define EDGES "requests/carried_over/person requests/carried_over/other requests/carried_over/total"

/* Headings in another order are seen wherever they stand: in a line as long as prose, in one
 * cell's words, above an earlier part of the table. */
Test(table_sure, headings_far_and_long)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "      " NOTE
			     "   " HEADS("   ") "\n" NEW "    1   2   3   0   0   0   6\n" OVER
						"    0   0   0   0   0   0   0\n" GRANTED
						"    4   0   0   0   0   0   4\n",
			TWO_COLUMNS, "3? 2?"},
		{TITLE THREE NOTE HEADS("") "\n" NEW "：1；2；3；0；0；0；6\n" OVER
					    "：0；0；0；0；0；0；0\n",
			TWO_COLUMNS, "3? 2?"},
		{TITLE THREE NOTE " " HEADS(" ") " " NEW " 1 2 3 0 0 0 6\n\n" OVER
						 " 0 1 0 0 0 0 1 " GRANTED " 4 1 0 0 0 0 5 " PARTIAL
						 " 0 0 0 0 0 0 0\n",
			TWO_COLUMNS " requests/carried_over/company", "3 2 0"},
		{TITLE THREE
			"| | 自然人 | 科研机构 | 商业企业 | 社会公益组织 | 法律服务机构 | 其他 "
			"| 总计 |\n|---|---|---|---|---|---|---|---|\n| " OVER
			" | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n\n- 2 -\n\n| | 自然人 | " GROUP
			" | | | | | 总计 |\n| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n",
			TWO_COLUMNS, "3? 2?"},
	};
	KIT_EXPECT(rows);
}

/* A column is lost, its place filled up at the end: the last number is the sum of the others, under
 * whichever heading it stands. */
Test(table_sure, a_column_is_lost)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 "
			"| 总计 |\n|---|---|---|---|---|---|---|---|\n| " NEW
			" | 1 | 2 | 3 | 1 | 0 | 7 | |\n| " OVER
			" | 1 | 0 | 0 | 2 | 1 | 4 | |\n| " GRANTED " | 3 | 0 | 1 | 0 | 0 | 4 | |\n",
			EDGES, "1? _? 4?"},
		/* without headings none tells which */
		{TITLE THREE "| " NEW " | 1 | 2 | 3 | 1 | 0 | 7 |\n| " OVER
			     " | 1 | 0 | 0 | 2 | 1 | 4 |\n| " GRANTED
			     " | 3 | 0 | 1 | 0 | 0 | 4 |\n| " PARTIAL " | 0 | 0 | 5 | 0 | 0 | 0 "
			     "| 5 |\n",
			"requests/outcome.partial/person requests/outcome.partial/total", "0? 5?"},
		/* the sum tells the total, not which of the others is not there */
		{TITLE THREE NEW " |  |  | 1 | 2 | 3 | 1 | 0 | 7 | \n" OVER
				 " |  |  | 1 | 0 | 0 | 2 | 1 | 4 | \n三、本年度办理结果 | " GRANTED
				 " |  | 3 | 0 | 1 | 0 | 0 | 4 | \n | " PARTIAL
				 " |  | 2 | 2 | 1 | 0 | 0 | 5 | \n",
			"requests/new/person requests/new/company requests/new/total", "_? 1? 7?"},
	};
	KIT_EXPECT(rows);
}

/* One cell of a row is lost and the others moved up. */
Test(table_sure, a_cell_is_lost)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE NEW ",1,2,0,0,0,0,3\n" OVER ",0,0,0,0,0,0,\n" GRANTED
				 ",1,0,0,0,0,0,1\n" PARTIAL ",0,0,0,0,0,0,0\n",
			EDGES, "0 0 _?"},
		{TITLE THREE
			"| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 "
			"| 总计 |\n|---|---|---|---|---|---|---|---|\n| " NEW
			" | 1 | 2 | | 1 | 0 | 0 | 4 |\n| " OVER
			" | 1 | 0 | | 2 | 1 | | |\n| " GRANTED " | 3 | 0 | 1 | 0 | 0 | | 4 |\n",
			EDGES, "1? _? _?"},
	};
	KIT_EXPECT(rows);
}

/* Rows that have a number first and a number last show where the columns stand, and so do headings:
 * blanks between them are blanks. */
Test(table_sure, blanks_where_columns_are_known)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE NEW " |\n1 |\n|\n|\n|\n|\n|\n1 |\n" OVER
				 " |\n0 |\n|\n|\n|\n|\n2 |\n2 |\n" GRANTED
				 " |\n3 |\n1 |\n0 |\n0 |\n0 |\n0 |\n4 |\n",
			EDGES, "0 2 2"},
		{TITLE THREE "|" NEW "|||1|2||0|0|0|3|\n|" OVER
			     "|||0||0|0|0|0|0|\n|三、本年度办理结果|" GRANTED
			     "|||1|0|0|0|0|1|\n||" PARTIAL "||1|1|0|0|0|0|2|\n",
			"requests/carried_over/company requests/outcome.granted/person "
			"requests/outcome.granted/company",
			"_ _ 1"},
	};
	KIT_EXPECT(rows);
}

#define DISCLOSED TWO "规章 0 0 0\n规范性文件 1 1 5\n\n"

/* A cell is sure only where all copies of the table agree. */
Test(table_sure, copies)
{
	static const struct kit_cells rows[] = {
		/* one without labels */
		{TITLE THREE "| " NEW " | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| " OVER
			     " | 1 | 1 | 0 | 0 | 0 | 0 | 2 |\n\n" THREE "| " NEW
			     " | 2 | 0 | 0 | 0 | 0 | 0 | 1 |\n| " OVER
			     " | 1 | 1 | 0 | 0 | 0 | 0 | 2 |\n",
			"requests/new/person requests/new/total requests/carried_over/person",
			"2? 1 1"},
		/* one that lacks a cell, or a row */
		{TITLE THREE "| " NEW " | 1 | 0 | 0 | 0 | 0 | 1 |\n| " OVER
			     " | 1 | 1 | 0 | 0 | 0 | 0 | 2 |\n\n" THREE "| " NEW
			     " | 1 | 2 | 0 | 0 | 0 | 0 | 1 |\n| " OVER
			     " | 1 | 1 | 0 | 0 | 0 | 0 | 2 |\n",
			TWO_COLUMNS " requests/carried_over/person", "2? 0? 1"},
		/* marks for nothing are not zeros */
		{TITLE DISCLOSED "\n" TWO "规章 0 / 0\n规范性文件 1 1 5\n\n",
			"disclosure/regulation/made disclosure/regulation/released "
			"disclosure/normative/total",
			"0 _? 5"},
	};
	KIT_EXPECT(rows);
}

/* The first number has run into the label: the others are not one place further left for sure. */
Test(table_sure, a_number_within_the_label)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE NEW "12，3，4，5，6，7，8，45\n" OVER "1，0，0，0，0，0，0，1\n",
			TWO_COLUMNS " requests/carried_over/person", "4? 5? 0?"},
	};
	KIT_EXPECT(rows);
}

/* A row of empty cells ends where the next row's label stands, all of the table being one line. */
Test(table_sure, empty_rows_in_one_line)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE NEW "|1|1|0|0|0|0|2|" OVER "||||||||（七）总计|2|0|0|0|0|0|2|"
				 "四、结转下年度继续办理|0|0|0|0|0|0|0|\n",
			"requests/carried_over/person requests/carried_over/total "
			"requests/outcome.total/person",
			"_ _ 2"},
	};
	KIT_EXPECT(rows);
}

#define PAGE                                                                                       \
	"<!DOCTYPE "                                                                               \
	"html><html><head><title>某市财政局2020年政府信息公开工作年度报告</title></head><body>"
#define ROW(label, cells) "<tr><td colspan=2>" label "</td>" cells "</tr>"
#define CELLS(a, b, c, d, e, f, g)                                                                 \
	"<td>" a "</td><td>" b "</td><td>" c "</td><td>" d "</td><td>" e "</td><td>" f             \
	"</td><td>" g "</td>"
#define TABLE                                                                                      \
	PAGE "<h1>某市财政局2020年政府信息公开工作年度报告</"                    \
	     "h1><p>三、收到和处理政府信息公开申请情况</p>"                       \
	     "<table>" ROW("", CELLS("自然人", "商业企业", "科研机构", "社会公益组织",             \
				       "法律服务机构", "其他", "总计"))                            \
		     ROW(NEW, CELLS("1", "2", "3", "0", "0", "0", "6"))                            \
			     ROW(PARTIAL, CELLS("1", "0", "0", "0", "0", "0", "1"))
#define OVERS                                                                                      \
	"requests/carried_over/person requests/carried_over/company requests/carried_over/total"

/* In a page's own grid a row that is as wide as the others has lost no cell, so that an empty one
 * is just that; a shorter one has. A cell too many in all rows makes it no wider than they are. */
Test(table_sure, cells_of_the_sources_own)
{
	NEEDS_HTML;
	static const struct kit_cells rows[] = {
		{TABLE ROW(OVER, CELLS("", "2", "0", "0", "0", "0", "9")) "</table>", OVERS,
			"_ 2 9"},
		{TABLE ROW(OVER, CELLS("1", "2", "0", "0", "0", "0", "")) "</table>", OVERS,
			"1 2 _"},
		{TABLE ROW(OVER, CELLS("", "", "", "5", "", "", "")) "</table>", OVERS, "_ _ _"},
		{TABLE ROW(GRANTED, CELLS("1", "0", "0", "0", "0", "0", "1")) ROW(
			 OVER, "<td>7</td>" CELLS("", "", "", "", "", "", "")) "</table>",
			OVERS, "7? _? _?"},
		/* two cells run into one, and one too many at the end of all rows */
		{PAGE "<p>三、收到和处理政府信息公开申请情况</p><table>" ROW(
			 "", CELLS("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构",
				     "其他", "总计") "<td></td>") ROW(NEW,
			 CELLS("1", "2", "3", "0", "0", "0", "6") "<td></td>") ROW(PARTIAL,
			 CELLS("0", "0", "0", "0", "0", "0", "0") "<td></td>") ROW(GRANTED,
			 CELLS("0", "0", "0", "0", "0", "0", "0") "<td></td>")
				ROW(OVER, "<td>0</td><td>0</td><td>0</td><td>0</td><td>0</td>"
					  "<td colspan=2>00</td><td></td>") "</table>",
			OVERS, "0? 0? _?"},
		{PAGE "<p>三、收到和处理政府信息公开申请情况</p><table>" ROW(
			 "", CELLS("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构",
				     "其他", "总计") "<td></td>") ROW(NEW,
			 CELLS("1", "2", "3", "0", "0", "0", "6") "<td></td>") ROW(PARTIAL,
			 CELLS("0", "0", "0", "0", "0", "0", "0") "<td></td>") ROW(GRANTED,
			 CELLS("0", "0", "0", "0", "0", "0", "0") "<td></td>")
				ROW(OVER, CELLS("0", "0", "0", "0", "0", "0", "")) "</table>",
			OVERS, "0? 0? _?"},
	};
	KIT_EXPECT(rows);
}

/* A page's end tore a row: what stands before it, without a label, is where the row has nothing. */
Test(table_sure, a_row_whose_numbers_stand_in_two)
{
	NEEDS_HTML;
	static const struct kit_cells rows[] = {
		{TABLE ROW("", CELLS("0", "0", "", "0", "0", "0", ""))
				ROW(OVER, CELLS("", "", "9", "", "", "", "9")) "</table>",
			OVERS, "_? _? 9"},
		{TABLE ROW(OVER, CELLS("", "", "9", "", "", "", "9"))
				ROW("", CELLS("0", "0", "", "0", "0", "0", "")) "</table>",
			OVERS, "_? _? 9?"},
		/* where the row has numbers, too, it is none of its lines */
		{TABLE ROW("", CELLS("0", "0", "", "0", "0", "0", "9"))
				ROW(OVER, CELLS("", "", "9", "", "", "", "9")) "</table>",
			OVERS, "_ _ 9"},
	};
	KIT_EXPECT(rows);
}

/* A column that is gone with its heading leaves the others where they are. */
Test(table_sure, a_column_of_the_sources_own_is_gone)
{
	NEEDS_HTML;
	static const struct kit_cells rows[] = {
		{PAGE "<p>三、收到和处理政府信息公开申请情况</p><table>" ROW("",
			 "<td>自然人</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</"
			 "td>"
			 "<td>其他</td><td>总计</td>") ROW(NEW,
			 "<td>1</td><td>2</td><td>0</td><td>0</td>"
			 "<td>0</td><td>9</td>") ROW(OVER, "<td>0</td><td>0</td><td>3</td><td>0</"
							   "td><td>0</td><td>4</td>") ROW(GRANTED,
			 "<td>7</td><td>0</td><td>0</td><td>0</td><td>0</td><td>7</td>") "</table>",
			"requests/new/person requests/new/company requests/new/research "
			"requests/new/total "
			"requests/carried_over/welfare requests/carried_over/total",
			"1 . 2 9 3 4"},
	};
	KIT_EXPECT(rows);
}

/* The total's heading stands in a row above, where rows leave out what is covered: not even a
 * column behind the first, it may as well stand before it. */
Test(table_sure, the_totals_heading_has_no_room)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE NOTE "\t总计\t申请人情况\n自然人\t法人或其他组织\n商业企业\t科研机构\t"
				  "社会公益组织\t法律服务机构\t其他\n" NEW
				  "\t7\t0\t0\t0\t0\t0\t7\n" OVER "\t0\t0\t0\t0\t0\t26\t0\n",
			OVERS, "0 0 0"},
		/* it stands before the one above the others, in one row; behind it, it is the
		   last's */
		{TITLE THREE NOTE
			"\t申请人情况\t\t\t\t\t\t总计\n\t自然人\t法人或其他组织\t\t\t\t\t\n\t\t"
			"商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n" NEW
			"\t7\t0\t0\t0\t0\t0\t7\n" OVER "\t4\t0\t0\t0\t0\t0\t4\n",
			OVERS, "4 0 4"},
	};
	KIT_EXPECT(rows);
}

/* One character lost, a label may be the row's or a group's: its number tells. */
Test(table_sure, a_number_tells_row_from_group)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | "
			"总计 |\n"
			"|---|---|---|---|---|---|---|---|\n| " NEW
			" | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| （一）予公开 | 3 | 0 | 0 | 0 | 0 | 0 "
			"| 3 |\n| 小计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n",
			"requests/outcome.granted/person requests/outcome.granted/total", "3 3"},
	};
	KIT_EXPECT(rows);
}

/* A label with nothing behind it, in a grid that goes on: a row of empty cells. At the end it may
 * be cut off. */
Test(table_sure, a_row_that_is_a_label)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | "
			     "其他 | 总计 |\n"
			     "|---|---|---|---|---|---|---|---|\n| " NEW
			     " | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| " OVER " |\n| " GRANTED
			     " | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n| "
			     "（二）部分公开（区分处理的，只计这一情形，不计其他情形） |\n",
			OVERS " requests/outcome.partial/person requests/outcome.partial/total",
			"_ _ _ . ."},
	};
	KIT_EXPECT(rows);
}

/* Empty cells left out, and as many added at the end: no row says where its total is, which may be
 * the second number as well as the last; what is the sum of those before it is taken for it. */
Test(table_sure, empty_cells_at_the_end)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "申请人情况 |\n||||||||\n自然人 |\n法人或其他组织 |\n总计 |\n|||||||\n"
			     "商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 "
			     "|\n|||||\n" NEW " |\n7 |\n1 |\n8 |\n||||||\n" OVER
			     " |\n0 |\n0 |\n|||||||\n三、本年度办理结果 |\n" GRANTED
			     " |\n0 |\n1 |\n1 |\n|||||\n" PARTIAL " |\n0 |\n0 |\n|||||||\n",
			TWO_COLUMNS " requests/carried_over/company "
				    "requests/outcome.granted/research requests/new/total",
			"1? _? 0? _? 8?"},
		/* one number alone, and nothing but bars behind it */
		{TITLE THREE "申请人情况 |\n||||||||\n自然人 |\n法人或其他组织 |\n总计 |\n|||||||\n"
			     "商业企业 |\n科研机构 |\n社会公益组织 |\n法律服务机构 |\n其他 "
			     "|\n|||||\n" NEW " |\n0 |\n||||||||\n" OVER
			     " |\n0 |\n||||||||\n三、本年度办理结果 |\n" GRANTED
			     " |\n0 |\n|||||||\n" PARTIAL " |\n0 |\n|||||||\n",
			"requests/new/person requests/carried_over/person", "0? 0?"},
		{TITLE TWO "信息内容 |\n上一年项目数量 |\n本年增/减 |\n处理决定数量 |\n|\n行政许可 "
			   "|\n37 |\n"
			   "1125 |\n||\n其他对外管理服务事项 |\n3 |\n减1 |\n40 |\n|\n",
			"disclosure/licence/previous disclosure/licence/change "
			"disclosure/service/change disclosure/service/decisions",
			"37? 1125? -1 40"},
	};
	KIT_EXPECT(rows);
}

#define COLUMN_HEADS "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"

/* A cell a line. Seven numbers that do not add up are not one row's for sure where other rows have
 * fewer, be those the most. */
Test(table_sure, a_broken_sum_among_rows_that_lack_cells)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE COLUMN_HEADS NEW "\n4\n1\n5\n" OVER "\n0\n0\n6\n6\n1\n1\n2\n" GRANTED
					      "\n3\n" PARTIAL "\n1\n0\n1\n",
			"requests/carried_over/person requests/carried_over/total", "0? 2?"},
		/* it is the report's own mistake where none does */
		{TITLE THREE COLUMN_HEADS NEW "\n4\n0\n0\n0\n0\n1\n5\n" OVER
					      "\n0\n0\n6\n6\n1\n1\n2\n" GRANTED
					      "\n3\n0\n0\n0\n0\n0\n3\n",
			"requests/carried_over/person requests/carried_over/total", "0 2"},
	};
	KIT_EXPECT(rows);
}

/* Numbers before their labels: where more rows of them stand between two labels than the form has
 * rows there, those behind the second label are the next row's. */
Test(table_sure, more_rows_than_the_form_has_between)
{
#define ZEROS "0\n0\n0\n0\n0\n0\n0\n"
#define ONE "0\n1\n0\n0\n0\n0\n1\n"
#define LOOK "requests/outcome.refused.internal/company"
	static const struct kit_cells rows[] = {
		{TITLE THREE COLUMN_HEADS GRANTED
			"\n" ZEROS "（三）\n" ZEROS "2.其他\n" ZEROS "法律行政法规禁止公开\n" ZEROS
			"3.危及“三安全一稳定”\n" ZEROS "4.保护第三\n" ZEROS "方合法权益\n" ONE
			"5.属于三类内部事务信息\n" ZEROS,
			LOOK, "0?"},
		{TITLE THREE COLUMN_HEADS GRANTED
			"\n" ZEROS "（三）\n" ZEROS "2.其他\n" ZEROS "3.危及“三安全一稳定”\n" ZEROS
			"4.保护第三\n方合法权益\n" ZEROS "5.属于三类内部事务信息\n" ONE,
			LOOK, "1"},
	};
	KIT_EXPECT(rows);
}

#define PROVED_TOP                                                                                 \
	"||||自然人|法人或其他组织|||||总计|\n"                                        \
	"|||||商业企业|科研机构|社会公益组织|法律服务机构|其他||\n"          \
	"|一、本年新收政府信息公开申请数量|||8|5|||2|1|16|\n"                      \
	"|二、上年结转政府信息公开申请数量|||1||||||1|\n"                          \
	"|三、本年度办理结果|（一）予以公开||4|3|||1|1||\n"
#define PROVED_NONE(label) "|||" label "||||||||\n"
#define PROVED_REST                                                                                \
	PROVED_NONE("1.属于国家秘密")                                                              \
	PROVED_NONE("2.其他法律行政法规禁止公开")                                                  \
	PROVED_NONE("3.危及“三安全一稳定”")                                                        \
	PROVED_NONE("4.保护第三方合法权益")                                                        \
	PROVED_NONE("5.属于三类内部事务信息")                                                      \
	PROVED_NONE("6.属于四类过程性信息")                                                        \
	PROVED_NONE("7.属于行政执法案卷")                                                          \
	PROVED_NONE("8.属于行政查询事项")                                                          \
	PROVED_NONE("1.本机关不掌握相关政府信息")                                                  \
	PROVED_NONE("2.没有现成信息需要另行制作")                                                  \
	PROVED_NONE("3.补正后申请内容仍不明确")                                                    \
	PROVED_NONE("1.信访举报投诉类申请")                                                        \
	PROVED_NONE("2.重复申请")                                                                  \
	PROVED_NONE("3.要求提供公开出版物")                                                        \
	PROVED_NONE("4.无正当理由大量反复申请")                                                    \
	PROVED_NONE("5.要求行政机关确认或重新出具已获取信息")                                      \
	PROVED_NONE("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请")            \
	PROVED_NONE("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请")    \
	PROVED_NONE("3.其他")
#define PROVED_SUM(total) "||（七）总计||8|5|||2|1|" total "|\n"
#define PROVED_END "|四、结转下年度继续办理|||1||||||1|\n"

/* Rows without totals: every column adds up to what is sure, or one does not, or that is not sure.
 */
Test(table_sure, columns_that_add_up_prove_rows_without_totals)
{
	static const struct {
		const char *printed, *wanted;
	} rows[] = {
		{PROVED_TOP "||（二）部分公开||4|2|||1|||\n" PROVED_REST PROVED_SUM("16")
				PROVED_END,
			"4 3 _ _ 1 1 _"},
		{PROVED_TOP "||（二）部分公开||4|2||||1||\n" PROVED_REST PROVED_SUM("16")
				PROVED_END,
			"4? 3? _? _? 1? 1? _?"},
		{PROVED_TOP "||（二）部分公开||4|2|||1|||\n" PROVED_REST PROVED_SUM("") PROVED_END,
			"4? 3? _? _? 1? 1? _?"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report *r = kit_build(rows[i].printed);
		cr_log_info("%s", rows[i].printed);
		kit_expect_row(r, "outcome.granted", rows[i].wanted);
		report_free(r);
	}
}

/* Zeros add nothing to any column: beside blank cells no sum tells where they stand. */
Test(table_sure, columns_that_add_up_prove_no_zeros_beside_blanks)
{
	struct report *r = kit_build(PROVED_TOP
		"||（二）部分公开||4|2|0||1|||\n" PROVED_REST PROVED_SUM("16") PROVED_END);
	kit_expect_row(r, "outcome.granted", "4 3 _ _ 1 1 _");
	kit_expect_row(r, "outcome.partial", "4? 2? 0? _? 1? _? _?");
	report_free(r);
}

/* As many cells as columns, the empty one first where the label might go on, and each beside its
 * heading: the row may have lost its end. */
Test(table_sure, a_row_that_may_have_lost_its_end)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "| | | | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | "
			     "其他 | 总计 |\n|---|---|---|---|---|---|---|---|---|---|\n"
			     "| 三、本年度办理结果 | " GRANTED
			     " |  | 0 | 0 | 0 | 0 | 0 | 0 |\n|  | " PARTIAL
			     " |  | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			"requests/outcome.granted/company requests/outcome.partial/total", "0? 0?"},
	};
	KIT_EXPECT(rows);
}

/* A label that reaches in among the columns has pushed the number behind it out of its own. */
Test(table_sure, a_number_that_its_label_pushed_on)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"                                    自然人  商业企业  科研机构  "
			"社会公益组织  法律服务机构  其他  总计\n" NEW
			"    1                                                             1\n" OVER
			"    0                                                             "
			"0\n" GRANTED
			"                      1                                                  "
			"           1\n1.信访举报投诉类申请                0          "
			"                                                   0\n"
			"4.无正当理由大量反复申请            0\n"
			"5.要求行政机关确认或重新出具已获取信息  0\n"
			"1.申请人无正当理由逾期不补正、行政机关不再处理  0\n",
			"requests/outcome.rejected.excessive/person "
			"requests/outcome.rejected.reissue/person "
			"requests/outcome.other.uncorrected/company",
			"0 0? 0?"},
	};
	KIT_EXPECT(rows);
}

/* A grid with a column of nothing between the others: what stands under its headings and adds up is
 * theirs, though it adds up otherwise as well. */
Test(table_sure, a_column_of_nothing_between)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | | 法律服务机构 | 其他 | "
			"总计 |\n|---|---|---|---|---|---|---|---|---|\n| " NEW
			" | 93 | 22 | 12 | | | | | 127 |\n| " OVER
			" | 16 | | 1 | | | | | 17 |\n| " GRANTED " | | 4 | | | | | | 4 |\n",
			"requests/new/company requests/outcome.granted/person "
			"requests/outcome.granted/company requests/outcome.granted/total",
			"22 _ 4 4"},
	};
	KIT_EXPECT(rows);
}

/* A bar left over behind a line of numbers is none of them. */
Test(table_sure, a_bar_behind_numbers)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE NEW "\n5  0  0  0  0  0  5\n\n" OVER
				 "\n0  1  0  0  0  0  1  |\n\n" GRANTED "\n4  0  0  0  0  0  4\n",
			"requests/carried_over/company requests/carried_over/total", "1 1"},
	};
	KIT_EXPECT(rows);
}

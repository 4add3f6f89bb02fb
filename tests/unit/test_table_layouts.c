/* What the layouts of plain text give in cells: the rows of one small table, printed in each. */
#include "unit/table_kit.h"

TestSuite(table_layouts, .init = kit_load, .fini = kit_unload);

#define TENS "1234567890"
#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"

struct print {
	const char *text, *fresh, *over;
};

static void expect(const struct print *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct report *r = kit_build(rows[i].text);

		cr_log_info("%s", rows[i].text);
		kit_expect_row(r, "new", rows[i].fresh);
		kit_expect_row(r, "carried_over", rows[i].over);
		report_free(r);
	}
}

Test(table_layouts, separated_fields)
{
	static const struct print rows[] = {
		{"\n" NEW ",,,1,2,3,0,0,0,6\n" OVER ",,,0,0,0,0,0,0,0\n", "1 2 3 0 0 0 6",
			"0 0 0 0 0 0 0"},
		{"\n\"一、本年新收政府\n信息公开申请数量\";1,000;;3;0;0;0;1,003\n" OVER
		 ";0;0;0;0;0;0;0\n",
			"1000 _ 3 0 0 0 1003", "0 0 0 0 0 0 0"},
		{"\n" NEW "，1，2，3，0，0，0，6\n" OVER "，0，0，0，0，0，0，0\n", "1 2 3 0 0 0 6",
			"0 0 0 0 0 0 0"},
		{"\n" NEW "：1件；2件；3件；0；0；0；6件；\n" OVER "：0 0 0 0 0 0 0。\n",
			"1 2 3 0 0 0 6", "0 0 0 0 0 0 0"},
		{"\n" NEW "、1、2、3、0、0、0\n" OVER "、0、0、0、0、0、0、0\n",
			"1? 2? 3? 0? 0? 0? .", "0 0 0 0 0 0 0"},
	};

	expect(rows, ROWS(rows));
}

Test(table_layouts, cells_over_lines)
{
	static const struct print rows[] = {
		{"\n+------+---+---+---+---+---+---+---+\n"
		 "| 一、本年新收政府信 | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n"
		 "| 息公开申请数量 | | | | | | | |\n"
		 "+------+---+---+---+---+---+---+---+\n"
		 "| 二、上年结转政府信 | | | | | | | |\n"
		 "| 息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
		 "+------+---+---+---+---+---+---+---+\n",
			"1 2 3 0 0 0 6", "0 0 0 0 0 0 0"},
		/* a number over two lines is not told from two */
		{"\n+------+---+---+---+---+---+---+---+\n"
		 "| 一、本年新收政府信 | 12 | 0 | 0 | 0 | 0 | 0 | 1234 |\n"
		 "|  | 34 | | | | | | |\n"
		 "+------+---+---+---+---+---+---+---+\n"
		 "| 二、上年结转政府信 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
		 "| 息公开申请数量 | | | | | | | |\n"
		 "+------+---+---+---+---+---+---+---+\n",
			"!? 0? 0? 0? 0? 0? 1234?", "0 0 0 0 0 0 0"},
	};

	expect(rows, ROWS(rows));
}

Test(table_layouts, all_in_one_line)
{
	static const struct print rows[] = {
		{"\n" NEW " 1 2 3 0 0 0 6 " OVER " 0 0 0 0 0 0 0 四、结转下年度继续办理 0\n",
			"1 2 3 0 0 0 6", "0 0 0 0 0 0 0"},
		/* labels with blanks in them, anywhere */
		{"\n一、 本年新 收政府信息公开申请数量 1 2 3 0 0 0 6 二、上年 结转 政府信息公开 "
		 "申请 数 量 0 0 0 0 "
		 "0 0 0 四、结转下年度继续办理 0\n",
			"1 2 3 0 0 0 6", "0 0 0 0 0 0 0"},
	};

	expect(rows, ROWS(rows));
}

/* 复申请, the rest of 反复申请, is one character away from 重复申请. */
Test(table_layouts, half_a_label_is_no_other_row)
{
	struct report *r =
		kit_build("\n2.重复申请 1 2 3 0 0 0 6 4.无正当里由大量反 复申请 4 0 0 0 0 0 4 "
			  "四、结转下年度继续办理 0\n");

	kit_expect_row(r, "outcome.rejected.repeated", "1 2 3 0 0 0 6");
	report_free(r);
	r = kit_build(
		"\n1.信访举报投诉类申请 1 2 3 0 0 0 6 4.无正当里由大量反 复申请 4 0 0 0 0 0 4 "
		"四、结转下年度继续办理 0\n");
	kit_expect_row(r, "outcome.rejected.repeated", "4? 0? 0? 0? 0? 0? 4?");
	report_free(r);
}

Test(table_layouts, numbers_without_anything_between)
{
	static const struct print rows[] = {
		{"\n" NEW "1230006\n" OVER "0000000\n", "1 2 3 0 0 0 6", "0 0 0 0 0 0 0"},
		{"\n一、本年新收政府信患公开申请数量1230006\n" OVER "\n0000000\n", "1 2 3 0 0 0 6",
			"0? 0? 0? 0? 0? 0? 0?"},
		/* only the sum tells */
		{"\n" NEW "10230000105\n" OVER "0000000\n", "102? 3? 0? 0? 0? 0? 105?",
			"0 0 0 0 0 0 0"},
		/* nothing tells, or all do */
		{"\n" NEW "1230007\n" OVER "11100011\n", "1? 2? 3? 0? 0? 0? 7?",
			"!? !? !? !? !? !? !?"},
		/* cells were empty: where is not known */
		{"\n" NEW "11\n" OVER "1230006\n", "11? . . . . . .", "1? 2? 3? 0? 0? 0? 6?"},
		/* one cell, blanks around it */
		{"\n" NEW "   1230006\n" OVER "0000000\n", "1230006? . . . . . .", "0 0 0 0 0 0 0"},
		/* more digits than seven numbers have: one number, too long for any */
		{"\n" NEW TENS TENS TENS TENS TENS TENS "1234\n" OVER "0000000\n", "!? . . . . . .",
			"0 0 0 0 0 0 0"},
		/* a sign, a mark: no run of digits */
		{"\n" NEW "1,0010001,002\n" OVER "/000/00\n", "!? !? !? !? !? !? !?",
			"!? !? !? !? !? !? !?"},
	};

	expect(rows, ROWS(rows));
}

Test(table_layouts, a_wide_table_without_anything_between)
{
	static const char head[] =
		"某市2021年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n"
		"行政复议行政诉讼\n结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉\n"
		"结果维持结果纠正其他结果尚未审结总计结果维持结果纠正其他结果尚未审结总计\n%s\n";
	static const struct {
		const char *run, *wanted;
	} rows[] = {
		{"100010000000000", "1 0 0 0 1 0 0 0 0 0 0 0 0 0 0"},
		{"10020120000001001", "10? 0? 2? 0? 12? 0? 0? 0? 0? 0? 0? 1? 0? 0? 1?"},
		{"00000000000000", ". . . . . . . . . . . . . . ."},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char text[1024];
		snprintf(text, sizeof text, head, rows[i].run);
		kit_expect_cells(text,
			"disputes/review/upheld disputes/review/corrected disputes/review/other "
			"disputes/review/pending disputes/review/total disputes/direct/upheld "
			"disputes/direct/corrected disputes/direct/other disputes/direct/pending "
			"disputes/direct/total disputes/after_review/upheld "
			"disputes/after_review/corrected disputes/after_review/other "
			"disputes/after_review/pending disputes/after_review/total",
			rows[i].wanted);
	}
}

/* A cell a line, one of them letters: with it the row has all its cells, and it can't be read. */
Test(table_layouts, letters_in_place_of_a_number)
{
	static const struct print rows[] = {
		{"\n" NEW "\nl\n2\n0\n0\n0\n0\n3\n" OVER "\n0\n0\n0\n0\n0\n0\n0\n", "! 2 0 0 0 0 3",
			"0 0 0 0 0 0 0"},
		{"\n" NEW "\n1\n2\n#REF!\n0\n0\n0\n3\n" OVER "\n0\n0\n0\n#N/A\n0\n0\n0\n",
			"1 2 ! 0 0 0 3", "0 0 0 ! 0 0 0"},
		/* a number more, or one less: it may be none of them */
		{"\n" NEW "\n1\n2\nref\n0\n0\n0\n0\n3\n" OVER "\n0\n0\n0\n0\n0\n0\n0\n",
			"1 2 0 0 0 0 3", "0 0 0 0 0 0 0"},
		{"\n" NEW "\n1\n2\nref\n0\n0\n3\n" OVER "\n0\n0\n0\n0\n0\n0\n0\n",
			"1? 2? 0? 0? . . 3?", "0 0 0 0 0 0 0"},
		/* words are no cell, nor the number of a label */
		{"\n" NEW "\n1\n2\n附件\n0\n0\n0\n3\n" OVER "\n0\n0\n0\n0\n0\n0\n0\n",
			"1? 2? 0? 0? 0? . 3?", "0 0 0 0 0 0 0"},
		/* between signs they are */
		{"\n" NEW " |\n1 |\n2 |\n详见附表 |\n0 |\n0 |\n0 |\n3 |\n" OVER
		 " |\n0 |\n0 |\n0 |\n0 |\n0 |\n0 |\n见附表 |\n",
			"1 2 ! 0 0 0 3", "0 0 0 0 0 0 !"},
		{"\n" NEW " |\n1 |\n2 |\n详见附表 |\n0 |\n0 |\n0 |\n0 |\n3 |\n" OVER
		 " |\n0 |\n0 |\n0 |\n0 |\n0 |\n0 |\n0 |\n",
			"1 2 0 0 0 0 3", "0 0 0 0 0 0 0"},
	};
	expect(rows, ROWS(rows));
}

/* A cell a line behind its bar, most of them empty: a bar alone is one of these, and ends none. */
Test(table_layouts, empty_cells_behind_bars)
{
#define HOLE "| \n\n"
#define BAR(x) "| " x "\n\n"
	static const struct kit_cells rows[] = {
		{"某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n"
		 "\n" BAR("自然人") BAR("商业企业") BAR("科研机构") BAR("社会公益组织")
				BAR("法律服务机构") BAR("其他") BAR("总计") "\n" BAR(
					"一、本年新收政府信息公开申请数量") BAR("5") BAR("2")
					HOLE HOLE HOLE HOLE BAR("7") "\n" BAR(
						"二、上年结转政府信息公开申请数量")
						HOLE HOLE HOLE HOLE HOLE HOLE BAR("0") "\n" BAR(
							"（一）予以公开")
							HOLE HOLE HOLE HOLE HOLE HOLE BAR("0"),
			"requests/new/company requests/new/research requests/new/total "
			"requests/carried_over/person requests/carried_over/total",
			"2 _ 7 _ 0"},
	};
	KIT_EXPECT(rows);
}

/* A mail quotes the report: the signs of its lines are none of a cell's words, wherever the cell
 * ends. */
Test(table_layouts, within_a_quote)
{
#define CELLS                                                                                      \
	"disclosure/regulation/issued disclosure/normative/issued disclosure/normative/in_force"
	static const struct kit_cells rows[] = {{"> 某局2023年政府信息公开工作年度报告\n> \n> "
						 "二、主动公开政府信息情况\n> \n> 信息内容\n> |\n"
						 "> 本年制发件数\n> |\n> 本年废止件数\n> |\n> "
						 "现行有效件数\n> |\n> |\n> 规章\n> |\n> 0\n> |\n"
						 "> 0\n> |\n> 0\n> |\n> |\n> 行政规范性文件\n> "
						 "|\n> 2\n> |\n> 0\n> |\n> 48\n> |\n> |\n",
							CELLS, "0 2 48"},
		{">> 某局2023年政府信息公开工作年度报告\n>> \n>> 二、主动公开政府信息情况\n>> \n>> "
		 "\t信息内容\n"
		 ">> \t本年制发件数\n>> \t本年废止件数\n>> \t现行有效件数\n>> \n>> \t规章\n>> "
		 "\t\n>> 0\n>> \t0\n"
		 ">> \t0\n>> \n>> \t行政规范性文件\n>> \t2\n>> \t0\n>> \t48\n>> \n>> \n",
			CELLS, "0 2 48"}};

	KIT_EXPECT(rows);
}

/* A cell a line, and words for nothing among them; below a heading 无 is all that a section says.
 */
Test(table_layouts, words_for_nothing_a_cell_a_line)
{
#define PRINTED                                                                                              \
	"某市财政局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n" \
	"第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n"
	static const struct kit_cells rows[] = {
		{PRINTED "规章\n无\n无\n无\n行政规范性文件\n3\n无\n5\n第二十条第（五）项\n"
			 "信息内容\n本年处理决定数量\n行政许可\n无\n",
			"disclosure/regulation/in_force disclosure/normative/issued "
			"disclosure/normative/in_force disclosure/licence/decisions",
			"_ 3 5 _"},
		/* too few to be told from an answer */
		{PRINTED "规章\n无\n行政规范性文件\n3\n1\n5\n六、其他需要报告的事项\n无\n",
			"disclosure/regulation/in_force disclosure/normative/in_force", ". ."},
	};
	KIT_EXPECT(rows);
#undef PRINTED
}

/* Labels with long remarks in brackets, which explain what is counted, with commas and years; and a
 * row of the region's own. */
Test(table_layouts, labels_with_long_remarks)
{
#define LONG                                                                                                                                   \
	"（指以本机关名义制发、涉及公民、法人和其他组织权利义务，在一定期限内反复适用的公文，含与" \
	"其他机关联合制发的公文，不含内部管理制度、人事任免和会议纪要）"
#define YEAR "（指2020年度数据，减少的以负数表示）"
#define DISCLOSED                                                                                  \
	"disclosure/regulation/made disclosure/normative/made disclosure/normative/total "         \
	"disclosure/licence/previous disclosure/licence/change disclosure/service/decisions "      \
	"disclosure/procurement/items disclosure/procurement/amount"
#define ROWS_DOWN(X)                                                                                             \
	"某县水利局2020年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n" \
	"第二十条第（一）项" X "信息内容" X "本年新制作数量" X "本年新公开数量" X                                \
	"对外公开总数量" X "规章" X "0" X "2" X "5" X "规范性文件" LONG X "7" X "8" X "19" X                     \
	"其他公开的文件" LONG X "186" X "86" X "255" X "第二十条第（五）项" X "信息内容" X                       \
	"上一年项目数量" YEAR X "本年增/减" YEAR X "处理决定数量" YEAR X "行政许可" X "58" X                     \
	"-4" X "5" X "其他对外管理服务事项" LONG X "224" X "3" X "11" X "第二十条第（九）项" X                   \
	"信息内容" X "采购项目数量" YEAR X "采购总金额" YEAR X "政府集中采购" X "6" X "88.5" X
#define READ "0 7 19 58 -4 11 6 88.5"
	static const struct kit_cells rows[] = {
		{ROWS_DOWN("\n"), DISCLOSED, READ},
		{ROWS_DOWN("\n\n"), DISCLOSED, READ},
		{ROWS_DOWN("\n|\n"), DISCLOSED, READ},
		{ROWS_DOWN("\n\n|\n\n"), DISCLOSED, READ},
		{ROWS_DOWN(" |\n"), DISCLOSED, READ},
		{ROWS_DOWN(" "), DISCLOSED, READ},
	};
	KIT_EXPECT(rows);
}

/* A merged cell's words are in each of its fields, and what else is between commas is hardly more.
 */
Test(table_layouts, merged_cells_in_each_field)
{
#define THRICE(words) words "," words "," words
#define FIVE(words) words "," words "," words "," words "," words
#define RESULTS "结果维持,结果纠正,其他结果,尚未审结,总计"
#define CAPTION(words) words "," THRICE(words) "\n"
#define DECIDED "信息内容," THRICE("本年处理决定数量") "\n"
	static const struct kit_cells rows[] = {
		{"某县水利局2022年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况"
		 "\n" FIVE("行政复议") "," FIVE("行政诉讼") "," FIVE(
			 "行政诉讼") "\n" RESULTS
				     "," FIVE("未经复议直接起诉") "," FIVE(
					     "复议后起诉") "\n" RESULTS "," RESULTS "," RESULTS
							   "\n5,6,17,,28,2,20,,,"
							   "22,,,2,6,8\n五、"
							   "存在的主要问题\n",
			"disputes/review/other disputes/review/total disputes/direct/corrected "
			"disputes/after_review/upheld disputes/after_review/total",
			"17 28 20 _ 8"},
		{"某县水利局2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n" CAPTION(
			 "第二十条第（一）项") "信息内容,本年制发件数,本年废止件数,现行有效件数"
					       "\n规章,无,无,38 "
					       "\n行政规范性文件,无,无,57\n" CAPTION(
						       "第二十条第（五）项") DECIDED
			"行政许可,无,无,无\n" CAPTION("第二十条第（六）项") DECIDED
			"行政处罚," THRICE("334") "\n行政强制,无,无,无\n",
			"disclosure/regulation/in_force disclosure/penalty/decisions "
			"disclosure/normative/in_force",
			"38 334 57"},
	};
	KIT_EXPECT(rows);
}

/* Dashes, and right below them the row of headings, which are empty: a page's end parted the table.
 */
Test(table_layouts, dashes_above_an_empty_row)
{
#define DASHES "  -------------------- ------------------------- --- --- --- --- --- --- ---\n"
#define ZEROS "   0   0   0   0   0   0\n"
	static const struct kit_cells rows[] = {
		{"某县水利局2022年政府信息公开工作年度报告\n\n"
		 "三、收到和处理政府信息公开申请情况\n\n"
		 "  -------------------- ------------------------- ------ -------- -------- "
		 "------------ ------------ ---- ----\n"
		 "                                                 自然人 商业企业 科研机构 "
		 "社会公益组织 法律服务机构 其他 总计\n"
		 "  三、本年度办理结果   （一）予以公开            3      0        0        "
		 "0            0            0    3\n"
		 "                       （二）部分公开            1      0        0        "
		 "0            0            0    1\n"
		 "  -------------------- ------------------------- ------ -------- -------- "
		 "------------ ------------ ---- ----\n\n" DASHES "  "
		 "                                                                          \n"
		 "                       1.属于国家秘密            2" ZEROS
		 "                       2.其他法律行政法规禁止    0" ZEROS
		 "                       （七）总计                6" ZEROS DASHES,
			"requests/outcome.granted/person "
			"requests/outcome.refused.state_secret/person "
			"requests/outcome.total/person",
			"3 2 6"},
	};
	KIT_EXPECT(rows);
}

/* Tabs alone on lines part the cells of a row, and nothing but blank lines its last from the next
 * row's first. */
Test(table_layouts, lone_tabs_between_cells)
{
#define LONE "\n\n\t\n\n"
#define HEADS_OF_FIVE "结果维持" LONE "结果纠正" LONE "其他结果" LONE "尚未审结" LONE "总计"
	kit_expect_cells("某市财政局2022年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行"
			 "政诉讼情况\n\n"
			 "行政复议" LONE "行政诉讼\n\n" HEADS_OF_FIVE LONE "未经复议直接起诉" LONE
			 "复议后起诉\n\n" HEADS_OF_FIVE LONE HEADS_OF_FIVE "\n\n1" LONE "0" LONE
			 "2" LONE "0" LONE "3" LONE "0" LONE "0" LONE "4" LONE "0" LONE "4" LONE
			 "0" LONE "0" LONE "0" LONE "5" LONE "5\n\n"
			 "五、存在的主要问题及改进情况\n\n无。\n",
		"disputes/review/upheld disputes/review/total disputes/direct/other "
		"disputes/after_review/pending disputes/after_review/total",
		"1 3 4 5 5");
}

/* A blank between a sign in words and its number. */
Test(table_layouts, signs_apart_from_their_numbers)
{
#define SIGNED_ROWS(less, more)                                                                                  \
	"某市财政局2020年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n" \
	"第二十条第（六）项\n信息内容 上一年项目数量 本年增/减 处理决定数量\n行政处罚 20 " less                  \
	" 8\n行政强制 20 " more " 7\n"
#define SIGNED_CELLS                                                                               \
	"disclosure/penalty/previous disclosure/penalty/change disclosure/penalty/decisions "      \
	"disclosure/coercion/change disclosure/coercion/decisions"
	kit_expect_cells(SIGNED_ROWS("减12", "增2"), SIGNED_CELLS, "20 -12 8 2 7");
	kit_expect_cells(SIGNED_ROWS("减 12", "增 2"), SIGNED_CELLS, "20 -12 8 2 7");
	kit_expect_cells(SIGNED_ROWS("减少 12", "- 2"), SIGNED_CELLS, "20 -12 8 _? 2?");
}

/* Rows that are a label and nothing behind it: whether their cells are empty, or lost. */
#include "unit/table_kit.h"

TestSuite(table_blank, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n"
#define TWO "二、主动公开政府信息情况\n\n"
#define THREE "三、收到和处理政府信息公开申请情况\n\n"
#define FOUR "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define HEADINGS "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
#define NEW "一、本年新收政府信息公开申请数量\n"
#define OVER "二、上年结转政府信息公开申请数量\n"
#define REFUSED                                                                                                                           \
	"1.属于国家秘密\n2.其他法律行政法规禁止公开\n3.危及“三安全一稳定”\n4.保护第三方合法权益\n" \
	"5.属于三类内部事务信息\n6.属于四类过程性信息\n7.属于行政执法案卷\n8.属于行政查询事项\n"
#define UNAVAILABLE                                                                                \
	"1.本机关不掌握相关政府信息\n2.没有现成信息需要另行制作\n3.补正后申请内容仍不明确\n"
#define REJECTED                                                                                                              \
	"1.信访举报投诉类申请\n2.重复申请\n3.要求提供公开出版物\n4.无正当理由大量反复申请\n" \
	"5.要求行政机关确认或重新出具已获取信息\n"
#define OTHER                                                                                               \
	"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\n" \
	"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\n3.其他\n"
#define BARE_OUTCOMES                                                                              \
	"（二）部分公开\n（三）不予公开\n" REFUSED "（四）无法提供\n" UNAVAILABLE                  \
	"（五）不予处理\n" REJECTED "（六）其他处理\n" OTHER
#define SEVEN "0\n0\n0\n0\n0\n"
#define LOOKS                                                                                      \
	"requests/outcome.granted/person requests/outcome.partial/person "                         \
	"requests/outcome.rejected.repeated/total requests/outcome.total/person"

/* A cell a line, rows of empty cells leave their labels: the sums hold without them. */
Test(table_blank, sums_hold_without_the_row)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE HEADINGS NEW "4\n" SEVEN "4\n" OVER "0\n" SEVEN
					  "0\n（一）予以公开\n3\n" SEVEN "3\n" BARE_OUTCOMES
					  "（七）总计\n3\n" SEVEN
					  "3\n四、结转下年度继续办理\n1\n" SEVEN "1\n",
			LOOKS, "3 _ _ 3"},
		/* the total is empty, too; the balance says that it may be */
		{TITLE THREE HEADINGS NEW "0\n" SEVEN "0\n" OVER "0\n" SEVEN
					  "0\n（一）予以公开\n" BARE_OUTCOMES
					  "（七）总计\n四、结转下年度继续办理\n0\n" SEVEN "0\n",
			LOOKS, "_ _ _ _"},
	};
	KIT_EXPECT(rows);
}

/* Numbers behind the next heading, before all labels of its table, may be theirs. */
Test(table_blank, numbers_behind_the_heading)
{
#define HOLDING                                                                                    \
	TITLE THREE HEADINGS NEW "4\n" SEVEN "4\n" OVER "0\n" SEVEN "0\n（一）予以公开\n3\n" SEVEN \
				 "3\n" BARE_OUTCOMES "（七）总计\n3\n" SEVEN                       \
				 "3\n四、结转下年度继续办理\n1\n" SEVEN "1\n" FOUR
	static const struct kit_cells rows[] = {
		{HOLDING "行政复议\n行政诉讼\n结果维持\n" SEVEN SEVEN, LOOKS, "3 _ _ 3"},
		{HOLDING SEVEN SEVEN "行政复议\n行政诉讼\n结果维持\n", LOOKS, "3 _? _? 3"},
		/* fewer than a row has */
		{HOLDING "0\n0\n行政复议\n行政诉讼\n结果维持\n", LOOKS, "3 _ _ 3"},
	};
	KIT_EXPECT(rows);
}

/* They do not, and the rows that have cells lost some: so may this one have. Labels alone hold
 * nothing; and of numbers that are nobody's some may be a row's. */
Test(table_blank, a_row_may_have_lost_its_numbers)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE HEADINGS NEW "4\n" SEVEN "4\n" OVER
					  "0\n0\n0\n（一）予以公开\n3\n" SEVEN "3\n" BARE_OUTCOMES
					  "（七）总计\n4\n" SEVEN
					  "4\n四、结转下年度继续办理\n0\n" SEVEN "0\n",
			LOOKS, "3 . . 4"},
		{TITLE THREE HEADINGS NEW OVER "（一）予以公开\n" BARE_OUTCOMES
					       "（七）总计\n四、结转下年度继续办理\n",
			LOOKS, ". . . ."},
		{TITLE THREE HEADINGS NEW "4\n" SEVEN "4\n" OVER "0\n" SEVEN
					  "0\n（一）予以公开\n3\n" SEVEN
					  "3\n（二）部分公开\n（七）总计\n3\n" SEVEN
					  "3\n四、结转下年度继续办理\n1\n" SEVEN "1\n2\n2\n",
			"requests/outcome.partial/person", "."},
	};
	KIT_EXPECT(rows);
}

/* A cell a line, the label of the table's last row is followed by other things: its number may have
 * come behind those, as the page was read. */
Test(table_blank, the_last_row_of_a_cell_a_line)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n0\n0\n0\n"
			   "行政规范性文件\n1\n0\n5\n第二十条第（五）项\n信息内容\n"
			   "本年处理决定数量\n行政许可\n7\n第二十条第（六）项\n信息内容\n"
			   "本年处理决定数量\n行政处罚\n3\n行政强制\n2\n第二十条第（八）项\n"
			   "信息内容\n本年收费金额（单位：万元）\n行政事业性收费\n\n" THREE NEW
			   "12\n1\n0\n0\n0\n0\n13\n",
			"disclosure/fee/amount", "."},
	};
	KIT_EXPECT(rows);
}

/* Its label ends that of the row above, whose numbers may be its own: by its label alone nothing is
 * blank then, nor are they the other row's. On lines of the page it is one row. */
Test(table_blank, the_rest_of_the_label_above)
{
#define LAW "requests/outcome.refused.forbidden_by_law/person requests/outcome.other.misc/person"
#define ROW_HEADS "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
#define BAR_HEADS "|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计\n"
#define NEWS(s)                                                                                    \
	"一、本年新收政府信息公开申请数量" s "1" s "0" s "0" s "0" s "0" s "0" s "1\n"             \
	"二、上年结转政府信息公开申请数量" s "2" s "0" s "0" s "0" s "0" s "0" s "2\n"
#define SECRET(s) "（三）不予公开1.属于国家秘密" s "4" s "0" s "0" s "0" s "0" s "0" s "4\n"
#define MISC(s) "（三）不予公开2.其他" s "5" s "0" s "0" s "0" s "0" s "0" s "5\n"
#define STABLE(s) "3.危及“三安全一稳定”" s "7" s "0" s "0" s "0" s "0" s "0" s "7\n"
	static const struct kit_cells rows[] = {
		{TITLE THREE HEADINGS NEWS("\n") SECRET("\n")
				MISC("\n") "法律行政法规禁止公开\n" STABLE("\n"),
			LAW, ". 5?"},
		{TITLE THREE ROW_HEADS NEWS(" ") SECRET(" ")
				MISC(" ") "法律行政法规禁止公开\n" STABLE(" "),
			LAW, "5 ."},
		/* nothing of it above */
		{TITLE THREE ROW_HEADS NEWS(" ") SECRET(" ") "法律行政法规禁止公开\n" STABLE(" "),
			LAW, "_ ."},
		/* rows of a grid; the numbers beside its first line, or its second */
		{TITLE THREE BAR_HEADS NEWS("|") SECRET("|")
				MISC("|") "法律行政法规禁止公开|||||||\n" STABLE("|"),
			LAW, "_? 5?"},
		{TITLE THREE BAR_HEADS NEWS("|") SECRET("|") "（三）不予公开2.其他|||||||\n"
							     "法律行政法规禁止公开|5|0|0|0|0|0|5\n",
			LAW, "5 _?"},
	};
	KIT_EXPECT(rows);
}

/* The lines below a label that is told without them say nothing new: it is not put together anew,
 * and a row that adds up is as sure as it was, though the page's columns are not. */
Test(table_blank, the_rest_of_a_label_that_is_told)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"                                5.属于三类内部事务  0             0       "
			"      0             0             0             0             0\n"
			"                                信息\n"
			"      178         0           51          0           229         8       "
			"    139         0           0           147         0           42        "
			"  0           41          83\n",
			"requests/outcome.refused.internal/person "
			"requests/outcome.refused.internal/total",
			"0 0"},
	};
	KIT_EXPECT(rows);
}

/* A row a line. What is not there was empty where each row's last number is the sum of the others.
 */
Test(table_blank, rows_that_lack_nothing_but_empty_cells)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "一、本年新收政府信息公开申请数量 49 40 2 31 88 29 239\n"
			     "二、上年结转政府信息公开申请数量\n（一）予以公开 21 8 29\n"
			     "（二）部分公开\n（七）总计 50 40 2 31 88 29 240\n",
			"requests/carried_over/person requests/outcome.partial/total", "_ _"},
		{TITLE THREE "一、本年新收政府信息公开申请数量 49 40 2 31 88 29 239\n"
			     "二、上年结转政府信息公开申请数量\n（一）予以公开 21 8 30\n"
			     "（二）部分公开\n（七）总计 50 40 2 31 88 29 240\n",
			"requests/carried_over/person requests/outcome.partial/total", ". ."},
	};
	KIT_EXPECT(rows);
}

#define HEADS                                                                                                              \
	"行政复议|行政诉讼|\n结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉|" \
	"复议后起诉|\n"                                                                                               \
	"结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|总计|\n"
#define ENDS "disputes/review/upheld disputes/after_review/total"

/* A line of bars under the headings of a wide table: as many cells as it has, all empty. */
Test(table_blank, a_wide_line_of_empty_cells)
{
	static const struct kit_cells rows[] = {
		{TITLE FOUR HEADS "|||||||||||||||\n", ENDS, "_ _"},
		{TITLE FOUR HEADS "| | | | | | | | | | | | | | |\n", ENDS, "_ _"},
		/* a number elsewhere may be one of them */
		{TITLE FOUR HEADS "|||||||||||||||\n\n3\n", ENDS, "_? _?"},
		/* rows of nothing elsewhere: it may be one of those */
		{TITLE THREE "| "
			     "自然人 | 商业企业 | 总计 |\n| | | |\n| 1 | 2 | 3 |\n\n" FOUR HEADS
			     "|||||||||||||||\n",
			ENDS, "_? _?"},
		/* fewer than the table has */
		{TITLE FOUR HEADS "||||||||||||\n", ENDS, ". ."},
	};
	KIT_EXPECT(rows);
}

#define MADE "信息内容      本年制发件数  本年废止件数  现行有效件数\n"

/* Columns of a table held by blanks: where numbers are in line, empty cells are seen, and rows of
 * them at its end; where they are not, a number stands under no heading for sure. */
Test(table_blank, held_by_blanks)
{
	static const struct kit_cells rows[] = {
		{TITLE TWO MADE
			"规章                        21\n行政规范性文件              7             "
			"12\n"
			"第二十条第（五）项\n信息内容      本年处理决定数量\n行政许可      5\n"
			"第二十条第（六）项\n信息内容      "
			"本年处理决定数量\n行政处罚\n行政强制\n\n" THREE
			"自然人\n商业企业\n科研机构\n社会公益组织\n",
			"disclosure/regulation/issued disclosure/regulation/repealed "
			"disclosure/normative/repealed disclosure/licence/decisions "
			"disclosure/coercion/decisions",
			"_ 21 7 5 _"},
		{TITLE TWO "信息内容  本年制发件数  本年废止件数  现行有效件数\n规章  621\n"
			   "行政规范性文件  95599\n第二十条第（五）项\n信息内容  本年处理决定数量\n"
			   "行政许可  94280\n",
			"disclosure/regulation/issued disclosure/normative/issued "
			"disclosure/licence/decisions",
			"621? 95599? 94280"},
		/* behind a short label, beside the columns that rows with all their cells show */
		{TITLE THREE "二、上年结转政府信息公开申请数量  0  0  0  22  0  0  22\n"
			     "2.其他法律行政法规禁止公开        5  0  0  0   0  0  5\n"
			     "3.危及“三安全一稳定”              0  9  0  0   0  0  9\n"
			     "（七）总计  34  0  0        0  34\n",
			"requests/carried_over/welfare requests/outcome.total/person "
			"requests/outcome.total/total",
			"22 34? 34?"},
		/* one number alone, and no total: where empty cells are left out it may be that */
		{TITLE THREE "          自然人  商业企业  科研机构  社会公益组织  法律服务机构  "
			     "其他  总计\n"
			     "（一）予以公开  1       0         0         0             0          "
			     "   0     1\n"
			     "（二）部分公开  0       2         0         0             0          "
			     "   0     2\n"
			     "2.重复申请                        0\n"
			     "（七）总计      1       2         0         0             0          "
			     "   0     3\n",
			"requests/outcome.rejected.repeated/research requests/outcome.total/total",
			"0? 3"},
	};
	KIT_EXPECT(rows);
}

/* The numbers of a row stand amid the lines of its label: words behind them, which are a row's
 * label to the letter, are no row of empty cells. */
Test(table_blank, numbers_amid_a_label)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
			"7.属于行政执法案卷 9 5 6 1 1 5 27\n8.属于行政查询事项 2 3 8 1 5 2 21\n"
			"（四）无法提供1.本机关\n1 1 4 / 3 4 13\n不掌握相关政府信息\n"
			"2.没有现成信息需要另行制作 9 7 4 1 9 8 38\n"
			"3.补正后申请内容仍不明确 4 4 8 2 2 5 25\n",
			"requests/outcome.unavailable.not_held/person "
			"requests/outcome.unavailable.not_held/welfare "
			"requests/outcome.unavailable.not_held/total",
			"1 _ 13"},
		{TITLE THREE
			"自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
			"7.属于行政执法案卷 9 5 6 1 1 5 27\n8.属于行政查询事项 2 3 8 1 5 2 21\n"
			"（五）不予处理1.信访举报投诉类\n/ 0 — ／ ／ ／ 无\n申请\n"
			"2.重复申请 0 0 0 0 0 0 0\n3.要求提供公开出版物 0 0 0 0 0 0 0\n",
			"requests/outcome.rejected.petition/person "
			"requests/outcome.rejected.petition/company",
			"_ 0"},
		/* on the page before */
		{TITLE THREE
			"二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0\n三、本年度办理结果（一）\n"
			"0 0 0 0 0 0 0\n\n—5—\n\n自然人 法人或其他组织 总计\n予以公开\n"
			"（二）部分公开 0 0 0 0 0 0 0\n1.属于国家秘密 0 0 0 0 0 0 0\n"
			"2.其他法律行政法规禁止公开 0 0 0 0 0 0 0\n",
			"requests/outcome.granted/person requests/outcome.partial/person", "0? 0"},
	};
	KIT_EXPECT(rows);
}

/* A label over lines, and no numbers beside it. */
Test(table_blank, a_label_over_lines)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE
			"自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
			"一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n二、上年结转政府信息公开\n"
			"申请数量\n（一）予以公开 1 0 0 0 0 0 1\n"
			"（二）部分公开（区分处理的，只计这一情形\n，不计其他情形）\n"
			"（七）总计 1 0 0 0 0 0 1\n四、结转下年度继续办理 0 0 0 0 0 0 0\n",
			"requests/carried_over/person requests/outcome.partial/total", "_ _"},
		/* the second line is a label of its own, or makes none with the first */
		{TITLE THREE "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n"
			     "一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n二、上年结转政府\n"
			     "申请\n（一）予以公开 1 0 0 0 0 0 1\n（七）总计 1 0 0 0 0 0 1\n"
			     "四、结转下年度继续办理 0 0 0 0 0 0 0\n",
			"requests/carried_over/person requests/outcome.granted/person", ". 1"},
	};
	KIT_EXPECT(rows);
}

/* A number of each row is in one of two columns: no row shows both, their headings do. */
Test(table_blank, more_headings_than_columns)
{
	static const struct kit_cells rows[] = {
		{"某市财政局2020年政府信息公开工作年度报告\n\n" TWO
		 "                          第二十条第（一）项\n"
		 "      信息内容         本年新制作数量   本年新公开数量   对外公开总数量\n"
		 "        规章               81767\n"
		 "     规范性文件\n"
		 "                          第二十条第（五）项\n"
		 "      信息内容         上一年项目数量     本年增/减       处理决定数量\n"
		 "      行政许可              7928                              1641\n"
		 "其他对外管理服务事项         6               -14\n"
		 "                          第二十条第（六）项\n"
		 "      信息内容         上一年项目数量     本年增/减       处理决定数量\n"
		 "      行政处罚               67                              24319\n"
		 "      行政强制              953               6\n"
		 "                          第二十条第（八）项\n"
		 "      信息内容         上一年项目数量              本年增/减\n"
		 "   行政事业性收费           6916\n"
		 "                          第二十条第（九）项\n"
		 "      信息内容          采购项目数量              采购总金额\n"
		 "    政府集中采购            4180                    797.388\n",
			"disclosure/licence/previous disclosure/licence/decisions "
			"disclosure/service/decisions disclosure/coercion/decisions",
			"7928? 1641? -14? 6?"},
	};
	KIT_EXPECT(rows);
}

#define PARTIAL                                                                                                                \
	"（二）部分公开（区分处理的，只计这一情形，不计其他情形）  20  9935  31417  54306  70445 " \
	" 17  166140\n"
#define UNHELD                                                                                     \
	"（四）无法提供  1.本机关不掌握相关政府信息  31054  3  44565  80060  6  17740  173428\n"
#define THREE_LINES                                                                                \
	"（三）不予公开  70525  76345  2  12791  93579  27  253269\n"                       \
	"7  95403  27455  67638  85365  60862  336730\n30510  11  59583  4  19  42635  132762\n"
#define FIVE_LINES                                                                                 \
	"76926  17  18  67096  17  41506  185580\n84156  5  19  12  26  69945  154163\n"           \
	"27  19144  0  55526  29576  16  104289\n8736  18  37123  58558  20  76143  180598\n"      \
	"6  1  69210  34284  78610  73327  255438\n"

/* Lines of a page, all of a row's numbers and no label: as many as rows are missing between two
 * that have theirs. One more or less, and nobody can tell which is which. */
Test(table_blank, whole_lines_without_labels)
{
	static const struct kit_cells rows[] = {
		{TITLE THREE "自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  "
			     "总计\n" PARTIAL THREE_LINES FIVE_LINES UNHELD,
			"requests/outcome.partial/person "
			"requests/outcome.refused.state_secret/person "
			"requests/outcome.refused.inquiry/total "
			"requests/outcome.unavailable.not_held/"
			"person",
			"20 70525 255438 31054"},
		{TITLE THREE "自然人  商业企业  科研机构  社会公益组织  法律服务机构  其他  "
			     "总计\n" PARTIAL THREE_LINES UNHELD,
			"requests/outcome.refused.state_secret/person "
			"requests/outcome.refused.inquiry/total",
			". ."},
	};
	KIT_EXPECT(rows);
}

/* A number in a heading's cell is a row's, whose label stands alone below it. */
Test(table_blank, numbers_within_headings)
{
#define HEADED(x)                                                                                  \
	TITLE TWO "| 信息内容 | 本年制发件数" x " | 本年废止件数" x " | 现行有效件数" x            \
		  " |\n|---|---|---|---|\n| 规章 |\n| 行政规范性文件 | 0 | 1 | 5 |\n\n" THREE
	static const struct kit_cells rows[] = {
		{HEADED(""), "disclosure/regulation/issued disclosure/normative/in_force", "_ 5"},
		{HEADED(" 7"), "disclosure/regulation/issued disclosure/normative/in_force", ". 5"},
	};
	KIT_EXPECT(rows);
}

/* Rows with empty cells in tables that only blanks hold: where a number stands among headings and
 * sums tells its column, in doubt, and the other cells are empty, in doubt. */
#include "unit/table_kit.h"

TestSuite(table_spread, .init = kit_load, .fini = kit_unload);

#define THREE "某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
#define ROW(name)                                                                                  \
	"requests/" name "/person requests/" name "/company requests/" name                        \
	"/research requests/" name "/welfare requests/" name "/legal requests/" name               \
	"/other requests/" name "/total"

/* As `pdftotext -layout` prints it: headings broken over lines, which are moved against each other,
 * and the rows against both. */
#define HEADS                                                                                               \
	"                               申请人情况\n"                                                  \
	"                                法人或其他组织\n"                                           \
	"（本列数据的勾稽关系为：第一项加第     商业企 科研机 社会公 法律服\n" \
	"二项之和，等于第三项加第四项之和） 自然人 业    构 益组织 务机构 其他      总计\n"
#define PAGE                                                                                            \
	THREE HEADS " 一、本年新收政府信息公开申请数量   7  1                      8\n" \
		    " 二、上年结转政府信息公开申请数量   0                         0\n" \
		    "  三    （一）予以公开      0                         0\n"                 \
		    "  、  （二）部分公开（区分处理\n"                                     \
		    "  本 的，只计这一情形，不计其他\n"                                   \
		    "  年       情形）       1                            1\n"                      \
		    "  度       1．属于国家秘密  0                            0\n"              \
		    "  办      2．其他法律行政法\n"                                            \
		    "  理         规禁止公开\n"                                                   \
		    "  结       3．危及“三安全一\n"                                           \
		    "  果          稳定”    2                            2\n"

Test(table_spread, columns_by_place)
{
	static const struct kit_cells rows[] = {
		{PAGE, ROW("new"), "7? 1? _? _? _? _? 8?"},
		{PAGE, ROW("carried_over"), "0? _? _? _? _? _? 0?"},
		{PAGE, ROW("outcome.partial"), "1? _? _? _? _? _? 1?"},
		{PAGE, ROW("outcome.refused.public_security"), "2? _? _? _? _? _? 2?"},
		/* no number stands there, between rows that have some */
		{PAGE, ROW("outcome.refused.forbidden_by_law"), "_? _? _? _? _? _? _?"},
		/* nothing tells of those behind */
		{PAGE, ROW("outcome.refused.third_party"), ". . . . . . ."},
	};
	KIT_EXPECT(rows);
}

/* Overleaf no headings stand: its columns are those that were filled before. */
Test(table_spread, a_page_without_headings)
{
#define OVERLEAF                                                                                   \
	PAGE "\n                        -2-\n\f"                                                   \
	     "         4．保护第三方合法\n"                                                \
	     "              权益    3         3\n"                                               \
	     "        （七）总计      6         6\n"                                          \
	     "    四、结转下年度继续办理     1  1      2\n"
	static const struct kit_cells rows[] = {
		{OVERLEAF, ROW("outcome.refused.third_party"), "3? _? _? _? _? _? 3?"},
		{OVERLEAF, ROW("outcome.total"), "6? _? _? _? _? _? 6?"},
		{OVERLEAF, ROW("carried_forward"), "1? 1? _? _? _? _? 2?"},
	};
	KIT_EXPECT(rows);
}

/* The totals are not printed: no row adds up, and the first column is seldom empty. */
Test(table_spread, totals_left_empty)
{
#define TOTALS                                                                                                                 \
	THREE "                                申请人情况\n"                                                              \
	      "                                             法人或其他组织\n"                                           \
	      "                                社会 法律\n"                                                                \
	      "（本列数据的勾稽关系为：第一项加第二项之和， 自然 商业 科研 公益 服务    总\n" \
	      "     等于第三项加第四项之和）       人 企业 机构 组织 机构 其他 计\n"                   \
	      "一、本年新收政府信息公开申请数量                 4       0   0       1   0       "              \
	      "0\n"                                                                                                            \
	      "二、上年结转政府信息公开申请数量                 0       0   0       0   0       "              \
	      "0\n"                                                                                                            \
	      "三、本年   （一）予以公开                   2       0   0       0   0       0\n"                     \
	      "           （七）总计                       4       0   0       1   0       0\n"
	static const struct kit_cells rows[] = {
		{TOTALS, ROW("new"), "4? 0? 0? 1? 0? 0? _?"},
		{TOTALS, ROW("outcome.granted"), "2? 0? 0? 0? 0? 0? _?"},
		{TOTALS, ROW("outcome.total"), "4? 0? 0? 1? 0? 0? _?"},
	};
	KIT_EXPECT(rows);
}

/* A row or two that lack cells may have lost them. */
Test(table_spread, few_rows)
{
	static const struct kit_cells rows[] = {
		{THREE HEADS " 一、本年新收政府信息公开申请数量   7  1                      8\n"
			     " 二、上年结转政府信息公开申请数量   0                         0\n",
			ROW("new"), "7? 1? . . . . 8?"},
		{THREE "\n" HEADS, ROW("new"), ". . . . . . ."},
	};
	KIT_EXPECT(rows);
}

/* The disputes: a line of numbers under headings one letter a line, or none at all. */
Test(table_spread, a_line_with_empty_cells)
{
#define FOUR(values)                                                                                      \
	THREE HEADS " 一、本年新收政府信息公开申请数量   7  1                      8\n\n" \
		    "四、政府信息公开行政复议、行政诉讼情况\n"                         \
		    "                                  行政诉讼\n"                                    \
		    "     行政复议       未经复议直接起诉      复议后起诉\n"             \
		    " 结 结 其 尚    结 结 其 尚    结 结 其 尚\n"                            \
		    " 果 果 他 未    果 果 他 未    果 果 他 未\n"                            \
		    " 维 纠 结 审 总 维 纠 结 审 总 维 纠 结 审 总\n"                      \
		    " 持 正 果 结 计 持 正 果 结 计 持 正 果 结 计\n" values                              \
		    "五、存在的主要问题及改进情况\n无。\n"
#define LINE(row)                                                                                  \
	"disputes/" row "/upheld disputes/" row "/corrected disputes/" row "/other disputes/" row  \
	"/pending disputes/" row "/total"
	static const char some[] = FOUR("    14      14           2  2 1  0  0  0 1\n"),
			  none[] = FOUR("");
	static const struct kit_cells rows[] = {
		{some, LINE("review"), "_? 14? _? _? 14?"},
		{some, LINE("direct"), "_? _? _? 2? 2?"},
		{some, LINE("after_review"), "1? 0? 0? 0? 1?"},
		{none, LINE("direct"), "_? _? _? _? _?"},
	};
	KIT_EXPECT(rows);
}

/* Headings and labels, and no number but the page's; without headings of columns they are a list.
 */
Test(table_spread, nothing_filled_in)
{
#define LABELS                                                                                     \
	"一、本年新收政府信息公开申请数量\n"                                       \
	"二、上年结转政府信息公开申请数量\n"                                       \
	"三、本年度办理结果  （一）予以公开\n"                                     \
	"（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n"   \
	"（三）不予公开  1．属于国家秘密\n"                                          \
	"     2．其他法律行政法规禁止公开\n"                                          \
	"     3．危及“三安全一稳定”\n"                                                \
	"     4．保护第三方合法权益\n"                                                   \
	"     5．属于三类内部事务信息\n"                                                \
	"     6．属于四类过程性信息\n"                                                   \
	"     7．属于行政执法案卷\n"                                                      \
	"     8．属于行政查询事项\n"                                                      \
	"                                - 2 -\n"                                                  \
	"（四）无法提供  1．本机关不掌握相关政府信息\n"                        \
	"     2．没有现成信息需要另行制作\n"                                          \
	"     3．补正后申请内容仍不明确\n"                                             \
	"（五）不予处理  1．信访举报投诉类申请\n"                                 \
	"     2．重复申请\n"                                                                  \
	"     3．要求提供公开出版物\n"                                                   \
	"     4．无正当理由大量反复申请\n"                                             \
	"     5．要求行政机关确认或重新出具已获取信息\n"                        \
	"（七）总计\n"                                                                        \
	"四、结转下年度继续办理\n"
	static const struct kit_cells rows[] = {
		{THREE HEADS LABELS, ROW("new"), "_? _? _? _? _? _? _?"},
		{THREE HEADS LABELS, ROW("carried_forward"), "_? _? _? _? _? _? _?"},
		{THREE LABELS, ROW("new"), ". . . . . . ."},
		{THREE HEADS LABELS "  17\n", ROW("new"), ". . . . . . ."},
	};
	KIT_EXPECT(rows);
}

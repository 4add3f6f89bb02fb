/* A cell a line, where the blank lines among the cells are empty ones. */
#include "unit/text_kit.h"

#define SIX "规章\n1\n\n3\n文件\n4\n5\n\n许可\n7\n8\n9\n处罚\n1\n2\n3\n强制\n\n\n3\n收费\n1\n2\n3\n"
#define SIX_CELLS                                                                                           \
	"规章 / 1 / ~ / 3 / 文件 / 4 / 5 / ~ / 许可 / 7 / 8 / 9 / 处罚 / 1 / 2 / 3 / 强制 / ~ / " \
	"~ / 3 / 收费 / 1 / 2 / 3"

#define PARTED(label) label "\n\n1\n\n2\n\n3\n\n"

Test(text_holes, too_little)
{
	static const struct kit_row rows[] = {
		{SIX, "bare{规章 / 1 / 3 / 文件 / 4 / 5 / 许可 / 7 / 8 / 9 / 处罚 / 1 / 2 / 3 / "
		      "强制 "
		      "/ 3 / 收费 / 1 / 2 / 3}"},
		/* blank lines between the rows */
		{"规章\n1\n2\n\n文件\n3\n4\n\n许可\n5\n6\n\n处罚\n7\n8\n\n强制\n9\n1\n\n收费\n2\n3"
		 "\n\n"
		 "采购\n4\n5\n\n其他\n6\n7",
			"bare{规章 / 1 / 2 / 文件 / 3 / 4 / 许可 / 5 / 6 / 处罚 / 7 / 8 / 强制 / 9 "
			"/ "
			"1 / 收费 / 2 / 3 / 采购 / 4 / 5 / 其他 / 6 / 7}"},
		/* nor between the cells of most rows, whatever others have none */
		{PARTED("规章") PARTED("文件") PARTED("许可") PARTED("处罚") PARTED("强制")
				PARTED("收费") PARTED("采购")
					PARTED("其他") "备案\n1\n2\n确认\n3\n4\n裁决\n\n5\n\n6",
			"bare{规章 / 1 / 2 / 3 / 文件 / 1 / 2 / 3 / 许可 / 1 / 2 / 3 / 处罚 / 1 / "
			"2 / 3 / 强制 / 1 / 2 / 3 / 收费 / 1 / 2 / 3 / 采购 / 1 / 2 / 3 / 其他 / "
			"1 / 2 / 3 / 备案 / 1 / 2 / 确认 / 3 / 4 / 裁决 / 5 / 6}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_holes, empty_cells)
{
	static const struct kit_row rows[] = {
		/* behind labels as many lines each time, with the blank ones counted */
		{SIX "采购\n4\n\n\n其他\n6\n7\n8",
			"bare{" SIX_CELLS " / 采购 / 4 / ~ / ~ / 其他 / 6 / "
			"7 / 8}"},
		/* the last cells of the table, and a line that parts it from what comes */
		{SIX "采购\n4\n5\n6\n其他\n\n\n\n\n五、存在的问题\n无",
			"bare{" SIX_CELLS " / 采购 / 4 / 5 / 6 / 其他 / ~ / ~ / ~} "
			"p(五、存在的问题) p(无)"},
		/* the lines above the report, with blank ones behind them: no table, for they tell
		 * a year and no number */
		{"临江市教育局\n\n\n\n2022年工作年度报告\n\n\n\n网站首页\n\n\n\n"
		 "新闻中心\n\n\n\n办事服务\n\n\n\n互动交流\n\n\n\n好。\n" SIX
		 "采购\n4\n\n\n其他\n6\n7\n8",
			"p(临江市教育局) p(2022年工作年度报告) p(网站首页) p(新闻中心) p(办事服务) "
			"p(互动交流) p(好。) bare{" SIX_CELLS
			" / 采购 / 4 / ~ / ~ / 其他 / 6 / 7 / 8}"},
		/* a table of few numbers: its empty cells are as good, but not without any number
		 */
		{SIX "采购\n4\n\n\n其他\n6\n7\n8\n\n四、行政复议情况\n维持\n纠正\n总计\n直接起诉\n"
		     "复议后\n\n\n2\n\n\n2\n\n五、存在的问题\n无",
			"bare{" SIX_CELLS " / 采购 / 4 / ~ / ~ / 其他 / 6 / 7 / 8} "
			"p(四、行政复议情况) bare{维持 / 纠正 / 总计 / 直接起诉 / 复议后 / ~ / ~ / "
			"2 "
			"/ ~ / ~ / 2} p(五、存在的问题) p(无)"},
		{SIX "采购\n4\n\n\n其他\n6\n7\n8\n\n四、行政复议情况\n维持\n纠正\n总计\n直接起诉\n"
		     "复议后\n\n\n无\n\n\n五、存在的问题\n无",
			"bare{" SIX_CELLS " / 采购 / 4 / ~ / ~ / 其他 / 6 / 7 / 8} "
			"p(四、行政复议情况) p(维持) p(纠正) p(总计) p(直接起诉) p(复议后) p(无) "
			"p(五、存在的问题) p(无)"},
		/* nor where a year stands before it, as above a report */
		{SIX "采购\n4\n\n\n其他\n6\n7\n8\n\n四、行政复议情况\n2022年报告\n纠正\n总计\n直接"
		     "起诉\n"
		     "复议后\n\n\n2\n\n\n2\n\n五、存在的问题\n无",
			"bare{" SIX_CELLS " / 采购 / 4 / ~ / ~ / 其他 / 6 / 7 / 8} "
			"p(四、行政复议情况) p(2022年报告) p(纠正) p(总计) p(直接起诉) p(复议后) "
			"p(2) "
			"p(2) p(五、存在的问题) p(无)"},
		/* a table of labels with nothing filled in */
		{SIX "采购\n4\n5\n6\n其他\n6\n7\n8\n\n三、收到申请情况\n申请人\n自然人\n法人\n总计"
		     "\n一、本年新收申请\n"
		     "\n\n\n"
		     "二、上年结转申请\n\n\n\n三、办理结果\n公开\n\n\n\n总计\n\n\n\n无法提供\n\n\n"
		     "\n"
		     "结转\n\n\n\n\n"
		     "四、"
		     "行政复议情况",
			"bare{" SIX_CELLS " / 采购 / 4 / 5 / 6 / 其他 / 6 / 7 / 8} "
			"p(三、收到申请情况) bare{申请人 / 自然人 / 法人 / 总计 / 一、本年新收申请 "
			"/ ~ / ~ / ~ / "
			"二、上年结转申请 / ~ / ~ / ~ / 三、办理结果 / 公开 / ~ / ~ / ~ / 总计 / ~ "
			"/ ~ "
			"/ ~ / 无法提供 / ~ / ~ / ~ / 结转 / ~ / ~ / ~} p(四、行政复议情况)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

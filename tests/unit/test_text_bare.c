#include "unit/text_kit.h"

Test(text_bare, streams)
{
	static const struct kit_row rows[] = {
		{"规章\n0\n0\n0\n文件\n0\n0\n0", "bare{规章 / 0 / 0 / 0 / 文件 / 0 / 0 / 0}"},
		{"规章\n\n0\n\n\n0\n0\n/\n—\n-2\n", "bare{规章 / 0 / 0 / 0 / / / — / -2}"},
		{"规章\n1,234.5\n０\n+3\n12%\n0.5\n\\",
			"bare{规章 / 1,234.5 / ０ / +3 / 12% / 0.5 / \\}"},
		/* values behind words, blanks between */
		{"规章 0 0\n文件 1 2\n许可 3\n处罚 0\n强制 0\n收费 0",
			"bare{规章 | 0 | 0 / 文件 | 1 | 2 / 许可 | 3 / 处罚 | 0 / 强制 | 0 / 收费 "
			"| 0}"},
		{"规章\n0 0 0\n行政 文件\n0 0 1\n0\n0\n0\n0",
			"bare{规章 / 0 | 0 | 0 / 行政 文件 / 0 | 0 | 1 / 0 / 0 / 0 / 0}"},
		/* a comma in brackets, over two lines as well, is no prose */
		{"公开（区分处理的，只计这一情形）\n0\n0\n0\n（第一项，\n等于第二项，好）\n0\n0\n0",
			"bare{公开（区分处理的，只计这一情形） / 0 / 0 / 0 / （第一项， / "
			"等于第二项，好） / 0 / 0 / 0}"},
		/* a unit behind every number; prose has such too, so more of them are wanted */
		{"规章\n0件\n0件\n3件\n文件\n0件\n0件\n1件\n许可\n4项\n处罚\n5项",
			"bare{规章 / 0件 / 0件 / 3件 / 文件 / 0件 / 0件 / 1件 / 许可 / 4项 / 处罚 / "
			"5项}"},
		{"规章\n0件\n0件\n3件\n文件\n0件\n0件\n1件\n许可\n4项",
			"p(规章) p(0件) p(0件) p(3件) p(文件) p(0件) p(0件) p(1件) p(许可) p(4项)"},
		/* a blank before it, alone and behind other values */
		{"规章\n0\n0\n0\n采购\n0\n0\n33 万元",
			"bare{规章 / 0 / 0 / 0 / 采购 / 0 / 0 / 33 万元}"},
		{"规章 0 0\n采购 2 33 万元\n许可 3\n处罚 0\n强制 0\n收费 0",
			"bare{规章 | 0 | 0 / 采购 2 33 万元 / 许可 | 3 / 处罚 | 0 / 强制 | 0 / 收费 "
			"| 0}"},
		{"规章\n0\n0\n0\n截至 12 月\n0\n0\n0\n万元",
			"bare{规章 / 0 / 0 / 0 / 截至 12 月 / 0 / 0 / 0} p(万元)"},
		/* a wide comma within a number is none of a clause, one at its end is */
		{"规章\n1，225\n0\n文件\n1，225\n0\n许可\n2，817\n2，832",
			"bare{规章 / 1，225 / 0 / 文件 / 1，225 / 0 / 许可 / 2，817 / 2，832}"},
		{"规章 3，\n0\n0\n文件 4，\n0\n0\n许可 5，\n0",
			"p(规章 3，) p(0) p(0) p(文件 4，) p(0) p(0) p(许可 5，) p(0)"},
		/* letters downwards */
		{"结\n果\n维\n持\n其\n他\n结\n果\n总\n计\n0\n0\n0\n0\n0\n0",
			"bare{结 / 果 / 维 / 持 / 其 / 他 / 结 / 果 / 总 / 计 / 0 / 0 / 0 / 0 / 0 "
			"/ 0}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

#define ZEROS "0\n0\n0\n0\n0\n0"

Test(text_bare, where_a_grid_begins_and_ends)
{
	static const struct kit_row rows[] = {
		/* a section's heading is followed by more labels than a row's */
		{"二、主动公开政府信息情况\n第一项\n信息内容\n制发件数\n废止件数\n规章\n" ZEROS,
			"p(二、主动公开政府信息情况) "
			"bare{第一项 / 信息内容 / 制发件数 / 废止件数 / 规章 / 0 / 0 / 0 / 0 / 0 / "
			"0}"},
		{"一、本年新收申请数量\n0\n0\n0\n三、本年度办理结果\n（一）公开\n0\n0\n0",
			"bare{一、本年新收申请数量 / 0 / 0 / 0 / 三、本年度办理结果 / （一）公开 / "
			"0 / 0 / 0}"},
		{"规章\n" ZEROS "\n三、收到申请情况\n申请人\n自然人\n法人\n总计\n新收\n" ZEROS,
			"bare{规章 / 0 / 0 / 0 / 0 / 0 / 0} p(三、收到申请情况) "
			"bare{申请人 / 自然人 / 法人 / 总计 / 新收 / 0 / 0 / 0 / 0 / 0 / 0}"},
		{"规章\n" ZEROS "\n## 收到情况\n申请人\n" ZEROS,
			"bare{规章 / 0 / 0 / 0 / 0 / 0 / 0} p(## 收到情况) "
			"bare{申请人 / 0 / 0 / 0 / 0 / 0 / 0}"},
		/* what follows the last number is not of the table */
		{"规章\n" ZEROS "\n五、存在的问题\n无\n某镇人民政府",
			"bare{规章 / 0 / 0 / 0 / 0 / 0 / 0} p(五、存在的问题) p(无) "
			"p(某镇人民政府)"},
		{"好。\n规章\n" ZEROS "\n好。",
			"p(好。) bare{规章 / 0 / 0 / 0 / 0 / 0 / 0} p(好。)"},
		/* behind a page mark it goes on with less */
		{"规章\n" ZEROS "\n— 3 —\n收费\n0",
			"bare{规章 / 0 / 0 / 0 / 0 / 0 / 0} m(— 3 —) bare{收费 / 0}"},
		{"规章\n" ZEROS "\n\f收费\n0",
			"bare{规章 / 0 / 0 / 0 / 0 / 0 / 0} m() bare{收费 / 0}"},
		{"规章\n— 3 —\n收费\n0", "p(规章) m(— 3 —) p(收费) p(0)"},
		/* and before one it begins with less, where it goes on behind */
		{"规章\n1\n2\n3\n\n第 5 页 共 8 页\n\n文件\n" ZEROS,
			"bare{规章 / 1 / 2 / 3} m(第 5 页 共 8 页) "
			"bare{文件 / 0 / 0 / 0 / 0 / 0 / 0}"},
		{"规章\n1\n2\n3\n— 5 —\n好。\n文件\n" ZEROS,
			"p(规章) p(1) p(2) p(3) m(— 5 —) p(好。) "
			"bare{文件 / 0 / 0 / 0 / 0 / 0 / 0}"},
		{"规章\n1\n2\n— 5 —\n文件\n" ZEROS,
			"p(规章) p(1) p(2) m(— 5 —) bare{文件 / 0 / 0 / 0 / 0 / 0 / 0}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Not one line of prose gets into a grid, however its numbers stand. */
Test(text_bare, prose_stays_prose)
{
	static const char *const rows[] = {
		"规章\n0\n0\n0\n0\n0",
		"甲\n乙\n丙\n丁\n戊\n己\n庚\n辛",
		/* words of a page that lost its spans */
		"共收到申请\n39\n件，其中\n35\n件办结，\n4\n件结转，\n7\n件上年，\n2\n件，占\n5\n"
		"件",
		"全年发布信息\n39\n条。其中\n35\n条。其中\n4\n条。其中\n7\n条。其中\n2\n条。其中\n5"
		"\n条。",
		"2021\n年\n1\n月\n25\n日",
		"一、总体情况\n（一）主动公开\n（二）依申请公开\n（三）信息管理\n（四）平台建设\n（"
		"五）监督保障",
		"电话：0631-8727088\n邮编：264400\n传真：0631-"
		"8727089\n邮编：264401\n邮编：264402\n邮编：264403",
		"甲甲甲\n乙乙乙\n丙丙丙\n丁丁丁\n戊戊戊\n己己己\n庚庚庚\n1\n甲甲甲\n乙乙乙\n丙丙丙"
		"\n丁丁丁\n戊戊戊\n己己己\n"
		"庚庚庚\n1\n甲甲甲\n乙乙乙\n丙丙丙\n丁丁丁\n戊戊戊\n己己己\n庚庚庚\n1\n甲甲甲\n乙乙"
		"乙\n丙丙丙\n丁丁丁\n戊戊戊\n"
		"己己己\n庚庚庚\n1\n甲甲甲\n乙乙乙\n丙丙丙\n丁丁丁\n戊戊戊\n己己己\n庚庚庚\n1\n甲甲"
		"甲\n乙乙乙\n丙丙丙\n丁丁丁\n"
		"戊戊戊\n己己己\n庚庚庚\n1\n",
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct doc *d = kit_doc(str_of(rows[i]));

		kit_check(d, rows[i]);
		for (size_t b = 0; b < doc_block_count(d); b++)
			cr_expect_eq(doc_block(d, b)->kind, BLOCK_PARA, "row %zu", i);
		doc_free(d);
	}
}

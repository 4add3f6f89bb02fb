/* Cells of one line that run on into one another: which label the line's numbers belong to. */
#include "base/arena.h"
#include "table/run_on.h"
#include "unit/table_kit.h"

TestSuite(table_run_on, .init = kit_load, .fini = kit_unload);

static void expect_label(const struct label_book *book, const char *words, const char *label)
{
	struct str all = str_of(words);
	size_t at = run_on_label(all, book);

	expect_str(at ? str_slice(all, at, all.n) : STR(""), str_of(label));
}

Test(table_run_on, a_label_behind_another)
{
	struct arena *arena = arena_new();
	const struct label_book *book = label_book_in(arena, kit_forms());

	expect_label(book, "", "");
	expect_label(book, "规章", "");
	expect_label(book, "现行有效件数规章", "规章");
	expect_label(book, "第二十条第（六）项信息内容本年处理决定数量行政处罚", "行政处罚");
	expect_label(book, "法律服务机构其他一、本年新收政府信息公开申请数量",
		"一、本年新收政府信息公开申请数量");
	expect_label(book,
		"备注：略三、收到和处理政府信息公开申请情况二、上年结转政府信息公开申请数量",
		"二、上年结转政府信息公开申请数量");
	/* a group's name before it is part of the label; a heading is no row's; prose is no label
	 */
	expect_label(book, "三、本年度办理结果（一）予以公开", "");
	expect_label(book, "社会公益组织法律服务机构其他", "");
	expect_label(book, "全年作出行政处罚", "");
	expect_label(book, "行政处罚本年处理决定数量", "");
	arena_free(arena);
}

Test(table_run_on, headings_and_all_values)
{
	struct arena *arena = arena_new();
	const struct label_book *book = label_book_in(arena, kit_forms());

	cr_expect(run_on_heads(STR("结果维持结果纠正其他结果尚未审结总计"), 15, book));
	cr_expect_not(run_on_heads(STR("结果维持结果纠正其他结果尚未审结总计"), 14, book));
	cr_expect_not(run_on_heads(STR("结果维持结果纠正其他结果尚未审结总计"), 0, book));
	cr_expect_not(run_on_heads(STR("总计"), 15, book));
	cr_expect_not(run_on_heads(STR(""), 15, book));
	cr_expect_not(run_on_heads(STR("电话号码"), 15, book));
	arena_free(arena);
}

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n"
#define ALL(row) row "/upheld " row "/corrected " row "/other " row "/pending " row "/total"
#define DISPUTES ALL("disputes/review") " " ALL("disputes/direct") " " ALL("disputes/after_review")
#define HEADS "结果维持 |结果纠正 |其他结果 |尚未审结 |总计 "

Test(table_run_on, a_table_in_a_line)
{
	static const struct kit_cells rows[] = {
		{TITLE "二、主动公开政府信息情况\n第二十条第（六）项信息内容本年处理决定数量行政处"
		       "罚7\n"
		       "行政强制6\n",
			"disclosure/penalty/decisions disclosure/coercion/decisions", "7 6"},
		{TITLE "四、政府信息公开行政复议、行政诉讼情况\n行政复议行政诉讼\n结果维持结果纠正"
		       "其他结果尚未审结总计未经复议直接起诉复议后起诉结果维持结果纠正其他结果"
		       "尚未审结总计结果维持结果纠正其他结果尚未审结总计100010200200000\n",
			DISPUTES, "1 0 0 0 1 0 2 0 0 2 0 0 0 0 0"},
		/* a row with bars that a page's width broke */
		{TITLE "四、政府信息公开行政复议、行政诉讼情况\n" HEADS
		       "|未经复议直接起诉 |复议后起诉 "
		       "| | | | | | |" HEADS "\n|" HEADS "| |6 |2 |1 |13 |22\n"
		       "|1 |0 |8 |4 |13 |0 |5 |0 |11 |16 | |\n",
			DISPUTES, "6? 2? 1? 13? 22? 1? 0? 8? 4? 13? 0? 5? 0? 11? 16?"},
		/* a value too few */
		{TITLE "四、政府信息公开行政复议、行政诉讼情况\n" HEADS "|" HEADS "\n|" HEADS
		       "| |6 |2 |1 |13 |22\n|1 |0 |8 |4 |13 |0 |5 |0 |11 | |\n",
			"disputes/review/upheld", "."},
	};

	KIT_EXPECT(rows);
}

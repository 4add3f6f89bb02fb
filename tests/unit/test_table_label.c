#include "unit/table_kit.h"

#include "form/form.h"
#include "table/label.h"

TestSuite(table_label, .init = kit_load, .fini = kit_unload);

Test(table_label, cores_and_numbers)
{
	static const char *const rows[][3] = {{"", "", ""}, {" \n", "", ""}, {"、", "", ""},
		{"（）", "", ""}, {"1", "", "1"}, {"（七）总计", "总计", "七"},
		{"(七) 总 计", "总计", "七"}, {"一、本年新收", "本年新收", "一"},
		{"8.属于行政查询事项", "属于行政查询事项", "8"},
		{"2 没有现成信息", "没有现成信息", "2"}, {"**（一）予以公开**", "予以公开", "一"},
		{"三类内部事务", "三类内部事务", ""},
		{"3.危及“三安全一稳定 ”", "危及三安全一稳定", "3"}, {"十二、其他", "其他", "十二"},
		{"本年增/减", "本年增减", ""}, {"指", "指", ""}, {"：指", "指", ""},
		{"规章：指省、自治区的规定", "规章", ""}, {"1.规章（指省的规定）", "规章", "1"},
		{"指示批示", "指示批示", ""}, {"行政指导", "行政指导", ""}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf core = {0};
		char number[8];
		label_core(str_of(rows[i][0]), &core, number);
		expect_str(buf_str(&core), str_of(rows[i][1]));
		expect_str(str_of(number), str_of(rows[i][2]));
		buf_free(&core);
	}
}

static const char *row_of(const struct form_table *t, const char *printed, enum label_fit *fit)
{
	struct arena *arena = arena_new();
	struct label_set *set = label_set_in(arena, t);
	struct label_match m[1];
	struct buf core = {0};
	char number[8];
	label_core(str_of(printed), &core, number);
	size_t n = label_find(set, buf_str(&core), number, LABEL_ROW, m, 1);
	*fit = n ? m[0].fit : FIT_NONE;
	arena_free(arena);
	buf_free(&core);
	return n ? t->rows[m[0].index].name : NULL;
}

Test(table_label, what_is_no_row)
{
	static const char *const rows[] = {"", "0", "公", "公开", "自然人", "科研机构", "商业企业",
		"法人或其他组织", "无法提供", "信息内容",
		/* so short that one wrong character of two tells nothing, but where the number does */
		"总汁", "（六）总汁", "（七）其汁", "（七）总", "（七）总汁数", "（七）",
		"本报告中所列数据的统计期限自2020年1月1日起至2020年12月31日止"};
	const struct form_table *t = &forms_find(kit_forms(), "2019")->tables[1];

	for (size_t i = 0; i < ROWS(rows); i++) {
		enum label_fit fit;
		const char *row = row_of(t, rows[i], &fit);
		cr_expect_null(row, "%s: %s", rows[i], row);
	}
}

Test(table_label, rows_as_they_are_printed)
{
	static const struct {
		const char *printed, *row;
		enum label_fit fit;
	} rows[] = {{"一、本年新收政府信息公开申请数量", "new", FIT_EXACT},
		{"二、上年结转政府信息公开申请数量", "carried_over", FIT_EXACT},
		{"（一） 予以\n公开", "outcome.granted", FIT_EXACT},
		{"2.其他法律行政止公开", "outcome.refused.forbidden_by_law", FIT_CLOSE},
		{"2.其他法律行政", "outcome.refused.forbidden_by_law", FIT_PART},
		{"1.信访举投诉类申请", "outcome.rejected.petition", FIT_CLOSE},
		{"1.信访举报投诉类申清", "outcome.rejected.petition", FIT_CLOSE},
		{"（三）不予公开1.属于国家秘密", "outcome.refused.state_secret", FIT_EXACT},
		{"三、本年度办理结果（三）不予公开8.属于行政查询事项", "outcome.refused.inquiry",
			FIT_EXACT},
		{"三、本年度办理结果（七）总计", "outcome.total", FIT_EXACT},
		{"公司情况1.属于国家秘密", "outcome.refused.state_secret", FIT_PART},
		{"（六）总计", "outcome.total", FIT_PART},
		{"（七）总计", "outcome.total", FIT_EXACT},
		{"（七）总汁", "outcome.total", FIT_CLOSE},
		{"四、结专下年度继续办理件数", "carried_forward", FIT_CLOSE},
		{"四、转结下年度继续办理", "carried_forward", FIT_EXACT}};
	const struct form_table *t = &forms_find(kit_forms(), "2019")->tables[1];

	for (size_t i = 0; i < ROWS(rows); i++) {
		enum label_fit fit;
		const char *row = row_of(t, rows[i].printed, &fit);
		cr_expect(row && strcmp(row, rows[i].row) == 0, "%s: %s", rows[i].printed,
			row ? row : "none");
		cr_expect(fit == rows[i].fit, "%s: %d", rows[i].printed, fit);
	}
}

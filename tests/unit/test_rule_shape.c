#include "unit/unit.h"

#include "unit/report_fixture.h"

#define TITLE "西店镇2020年政府信息公开工作年度报告\n"
#define FRONT TITLE FRONT_UNTITLED
#define FRONT_UNTITLED                                                                               \
	"统计期限自2020年1月1日起至2020年12月31日止，联系电话：0574-55881330。" \
	"可在政府网站下载。\n"                                                              \
	"一、总体情况\n加强领导。\n二、主动公开政府信息情况\n见下表。\n"  \
	"三、收到和处理政府信息公开申请情况\n见下表。\n"
#define FOURTH "四、政府信息公开行政复议、行政诉讼情况\n见下表。\n"
#define FIFTH "五、存在的主要问题及改进情况\n宣传不够。\n"
#define SIXTH "六、其他需要报告的事项\n无。\n"
#define SIGNED "宁海县西店镇人民政府\n2021年1月25日\n"

/* A fault planted in a clean report is found, and nothing else is. */
Test(rule_shape, finds_that_alone)
{
	static const struct {
		const char *rule, *prose;
	} rows[] = {
		{NULL, FRONT FOURTH FIFTH SIXTH SIGNED},
		{"form.section-missing", FRONT FIFTH SIXTH SIGNED},
		{"form.section-order", FRONT FOURTH SIXTH FIFTH SIGNED},
		{"form.section-doubled", FRONT FOURTH FIFTH FIFTH SIXTH SIGNED},
		{"form.section-empty",
			FRONT FOURTH "五、存在的主要问题及改进情况\n无\n" SIXTH SIGNED},
		{"report.year", "西店镇2019年政府信息公开工作年度报告\n" FRONT FOURTH FIFTH SIXTH},
		{"report.title-missing",
			"西店镇2020年政府信息公开工作\n" FRONT_UNTITLED FOURTH FIFTH SIXTH},
		{"form.section-silent", FRONT FOURTH FIFTH "六、其他需要报告的事项\n" SIGNED},
		{"report.date-early", FRONT FOURTH FIFTH SIXTH "2020年1月25日\n"},
		{"report.date-late", FRONT FOURTH FIFTH SIXTH "2021年2月25日\n"},
		{"report.agency", FRONT FOURTH FIFTH SIXTH "宁海县强蛟镇人民政府\n2021年1月25日\n"},
		{"report.particulars",
			TITLE "一、总体情况\n加强领导。\n二、主动公开政府信息情况\n见下表。\n"
			      "三、收到和处理政府信息公开申请情况\n见下表。\n" FOURTH FIFTH SIXTH},
		/* last year's work is no year left over */
		{NULL, FRONT FOURTH FIFTH
			"六、其他需要报告的事项\n按时发布2019年政府信息公开工作年度报告。\n"},
		/* "（一）存在的主要问题" is no section's heading */
		{NULL, FRONT FOURTH
			"五、存在的主要问题及改进情况\n（一）存在的主要问题\n宣传不够。\n" SIXTH},
		/* nor is one with an Arabic numeral where theirs are Han */
		{NULL, TITLE "统计期限自2020年1月1日起至2020年12月31日止，联系电话：0574-55881330。"
			     "可在政府网站下载。\n一、总体情况\n1.主动公开情况\n更新栏目。\n"
			     "二、主动公开政府信息情况\n见下表。\n"
			     "三、收到和处理政府信息公开申请情况\n见下表。\n" FOURTH FIFTH SIXTH},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct example_text text = {.form = "2019",
			.year = 2020,
			.agency = "宁海县西店镇人民政府",
			.prose = rows[i].prose};
		struct fixture f;

		fixture_open_text(&f, &text);
		if (rows[i].rule)
			cr_expect_eq(fixture_count(&f, rows[i].rule), 1, "%s", rows[i].rule);
		for (size_t j = 0; j < f.check.n_findings; j++)
			cr_expect_str_eq(f.check.findings[j].rule->id,
				rows[i].rule ? rows[i].rule : "", "%zu: %s", i,
				f.check.findings[j].message[LANG_EN]);
		fixture_close(&f);
	}
}

/* The year that a title tells against all else is one finding, about the title. */
Test(rule_shape, a_title_of_another_year_than_all_else)
{
#define PERIOD "本报告中所列数据的统计期限自2019年1月1日起至2019年12月31日止。\n"
#define LEAD "现将2019年政府信息公开工作情况报告如下。\n"
	static const struct {
		const char *prose;
		size_t findings;
		const char *message;
	} rows[] = {
		{LEAD PERIOD "一、总体情况\n加强领导。\n", 1,
			"the title is of 2020, but the beginning of the period, the end of the "
			"period, the opening are of 2019"},
		/* too few; one that is of the title's year; and two years */
		{PERIOD "一、总体情况\n加强领导。\n", 2,
			"the beginning of the period is of 2019, but the report is of 2020"},
		{LEAD PERIOD "一、总体情况\n2020年，我镇认真贯彻落实条例要求。\n", 3,
			"the opening is of 2019, but the report is of 2020"},
		{"现将2018年政府信息公开工作情况报告如下。\n" PERIOD "一、总体情况\n加强领导。\n",
			3, "the opening is of 2018, but the report is of 2020"},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct example_text text = {.form = "2019", .year = 2020, .prose = rows[i].prose};
		struct fixture f;

		fixture_open_text(&f, &text);
		cr_expect_eq(fixture_count(&f, "report.year"), rows[i].findings, "%zu", i);
		bool told = false;
		for (size_t j = 0; j < f.check.n_findings; j++)
			told |= strcmp(f.check.findings[j].message[LANG_EN], rows[i].message) == 0;
		cr_expect(told, "%zu", i);
		fixture_close(&f);
	}
}

/* A year beside the report's own agency is the report's where it opens the section, and one finding
 * where it is another's; what stands further below, or tells of the report's year too, may be of
 * that year. */
Test(rule_shape, a_year_that_opens_the_section)
{
#define OWN "2019年，宁海县深入贯彻条例规定，推进政务公开。\n"
	static const struct {
		const char *agency, *prose;
		size_t findings;
	} rows[] = {
		{NULL, "", 0},
		{"宁海县人民政府", "2019年，", 0},
		{"宁海县人民政府", OWN, 0},
		{NULL, "一、总体情况\n" OWN, 0},
		{"宁海县人民政府", "一、总体情况\n" OWN, 1},
		{"宁海县审计局", "一、总体情况\n（一）概述\n" OWN, 1},
		{"象山县人民政府", "一、总体情况\n" OWN, 0},
		{"宁海县人民政府", "一、总体情况\n加强领导。\n" OWN, 0},
		{"宁海县西店镇人民政府",
			"一、总体情况\n2019年，西店镇深入贯彻条例规定，推进政务公开。\n", 1},
		{"宁海县人民政府",
			"一、总体情况\n2019年，宁海县深入贯彻条例规定，2020年又有进展。\n", 0},
		{"宁海县人民政府", "一、总体情况\n2017年，宁海县深入贯彻条例规定。\n", 0},
		{"宁海县人民政府", "一、总体情况\n2021年，宁海县深入贯彻条例规定。\n", 1},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct example_text text = {.form = "2019",
			.year = 2020,
			.agency = rows[i].agency,
			.prose = rows[i].prose};
		struct fixture f;

		fixture_open_text(&f, &text);
		cr_expect_eq(fixture_count(&f, "report.year"), rows[i].findings, "%zu", i);
		fixture_close(&f);
	}
#undef OWN
}

/* A heading thirty thousand times before the first section, as in a table of contents: each is
 * looked at once. */
Test(rule_shape, headings_without_end_are_bounded, .timeout = 60)
{
	struct buf prose = {0};
	struct fixture f;

	buf_adds(&prose, TITLE);
	for (size_t i = 0; i < 30000; i++)
		buf_adds(&prose, "五、存在的问题及改进措施\n");
	buf_adds(&prose, FRONT_UNTITLED FOURTH SIXTH SIGNED);
	struct example_text text = {
		.form = "2019", .year = 2020, .agency = "宁海县西店镇人民政府", .prose = prose.p};

	fixture_open_text(&f, &text);
	cr_expect_eq(fixture_count(&f, "form.section-missing"), 1);
	fixture_close(&f);
	buf_free(&prose);
}

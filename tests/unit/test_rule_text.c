#include "unit/unit.h"

#include "unit/report_fixture.h"

#define LONG                                                                                       \
	"成立了政府信息公开工作领导小组，定期召开会议研究部署具体工作，领导小组办公室设在党政办"

static void expect_text(
	const char *agency, const char *prose, const char *rule, size_t n, size_t spans)
{
	struct example_text text = {.form = "2019", .year = 2020, .prose = prose, .agency = agency};
	struct fixture f;

	fixture_open_text(&f, &text);
	cr_expect_eq(
		fixture_count(&f, rule), n, "%s: %zu of %s", prose, fixture_count(&f, rule), rule);
	if (n && fixture_finding(&f, rule, 0))
		cr_expect_eq(fixture_finding(&f, rule, 0)->n_spans, spans, "%s", prose);
	fixture_close(&f);
}

Test(rule_text, repeated_paragraphs)
{
	static const struct {
		const char *prose;
		size_t n, spans;
	} rows[] = {
		{"", 0, 0},
		{LONG "。", 0, 0},
		{LONG "。\n" LONG "。", 1, 2},
		{"1." LONG "。\n其他。\n 3、" LONG "。", 1, 2},
		{LONG "。\n" LONG "。\n" LONG "；", 1, 3},
		{"无\n无", 0, 0},
		{LONG "甲。\n" LONG "乙。", 0, 0},
		{LONG "甲。\n" LONG "乙。\n" LONG "甲。\n" LONG "乙。", 2, 2},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_text(NULL, rows[i].prose, "text.repeated", rows[i].n, rows[i].spans);
}

Test(rule_text, mixed_numbering)
{
	static const struct {
		const char *prose;
		size_t n, spans;
	} rows[] = {
		{"", 0, 0},
		{"（一）甲\n（二）乙\n（三）丙", 0, 0},
		{"（一）甲\n（2）乙\n（三）丙", 1, 3},
		{"(一)甲\n(2) 乙", 1, 2},
		{"（一）甲\n（1）子\n（2）丑\n（二）乙\n（1）子\n（2）丑", 0, 0},
		{"1.甲\n2.乙\n三、丙", 1, 3},
		{"一、甲\n1.子\n2.丑\n二、乙", 0, 0},
		{"（十）甲\n（11）乙", 1, 2},
		{"（二）甲\n（3）乙", 1, 2},
		{"（一）甲（2）乙", 0, 0},
		{"2020年", 0, 0},
		{"1.甲\n2.2020年乙\n三、丙", 1, 3},
		{"一、甲\n2.3万余条信息。", 0, 0},
		{"一、总体情况\n2、加强领导。", 0, 0},
		{"（一", 0, 0},
		{"（", 0, 0},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_text(NULL, rows[i].prose, "text.numbering", rows[i].n, rows[i].spans);
}

Test(rule_text, doubled_words)
{
	static const struct {
		const char *prose;
		size_t n;
	} rows[] = {
		{"", 0},
		{"新冠肺炎疫情疫情影响", 1},
		{"做好疫情 疫情防控工作，加强领导", 1},
		{"结果 结果 其他 尚未 总计", 0},
		{"关怀版 无障碍 无障碍", 0},
		{"疫情，疫情", 0},
		{"进一步进一步加强", 1},
		{"疫情疫情疫情", 1},
		{"常常天天层层一一", 0},
		{"高高兴兴", 0},
		{"哈哈哈哈", 0},
		{"二〇二〇年", 0},
		{"人民政府政府信息公开", 0},
		{"政务公开公开栏", 0},
		{"一个一个落实", 0},
		{"20202020", 0},
		{"落实到位到位，检查检查", 2},
		{"到𠮷到𠮷，𠮷町𠮷町", 2},
		{"疫情防控工作疫情防控工作", 1},
		{"疫情", 0},
		{"甲镇2022年政府信息公开工作年度报告\n报告所列数据截至2022年12月31日。", 0},
		{"甲镇2022年政府信息公开工作年度报告\n报告报告所列数据截至2022年底。", 1},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_text(NULL, rows[i].prose, "text.doubled", rows[i].n, 1);
}

/* Where one word may end as the next begins it is a note. */
Test(rule_text, how_sure_a_doubled_word_is)
{
	static const struct {
		const char *prose;
		enum severity severity;
	} rows[] = {
		{"同推进推进、同落实。", SEVERITY_WARNING},
		{"健全健全内容发布机制。", SEVERITY_WARNING},
		{"落实退税缓税缓费政策。", SEVERITY_NOTE},
		{"加强规范规范性文件管理。", SEVERITY_NOTE},
		{"完善各项制度制度。", SEVERITY_WARNING},
		{"完善各项制度制度建设。", SEVERITY_NOTE},
		{"可以通过可以通过网站查阅。", SEVERITY_WARNING},
		{"做好政府信息信息公开工作。", SEVERITY_WARNING},
		{"检查检查", SEVERITY_NOTE},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fixture f;
		const struct finding *found;

		fixture_open(&f, rows[i].prose, NULL, 0);
		found = fixture_finding(&f, "text.doubled", 0);
		cr_assert_not_null(found, "%s", rows[i].prose);
		cr_expect_eq(found->severity, rows[i].severity, "%s", rows[i].prose);
		fixture_close(&f);
	}
}

/* A sentence in two paragraphs is a note, twice in a row a slip. */
Test(rule_text, how_sure_a_repeated_sentence_is)
{
#define SAID "定期检查栏目更新和链接可用情况，杜绝栏目不更新、互动回应差等各类问题反复发生。"
	static const struct {
		const char *prose;
		size_t n;
		enum severity severity;
	} rows[] = {
		{SAID, 0, SEVERITY_NOTE},
		{SAID SAID, 1, SEVERITY_WARNING},
		{"加强领导。" SAID SAID, 1, SEVERITY_WARNING},
		{SAID "加强领导。\n\n加强培训。" SAID, 1, SEVERITY_NOTE},
		{"加强领导。加强领导。", 0, SEVERITY_NOTE},
		{"（四）平台建设。" SAID SAID, 1, SEVERITY_WARNING},
		{"（四）平台建设情况：" SAID SAID, 1, SEVERITY_WARNING},
		{"全镇" SAID SAID, 0, SEVERITY_NOTE},
		{SAID "定期检查栏目更新", 0, SEVERITY_NOTE},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fixture f;
		const struct finding *found;

		fixture_open(&f, rows[i].prose, NULL, 0);
		cr_expect_eq(fixture_count(&f, "text.repeated-sentence"), rows[i].n, "%zu", i);
		found = fixture_finding(&f, "text.repeated-sentence", 0);
		if (found)
			cr_expect_eq(found->severity, rows[i].severity, "%zu", i);
		fixture_close(&f);
	}
#undef SAID
}

Test(rule_text, what_an_agency_calls_itself)
{
	static const struct {
		const char *agency, *prose;
		size_t n, spans;
	} rows[] = {
		{NULL, "我镇高度重视。", 0, 0},
		{"长春市九台区上河湾街道办事处", "我街道高度重视，我区各镇。", 0, 0},
		{"长春市九台区上河湾街道办事处", "我镇高度重视。\n现将我镇情况报告如下。", 1, 2},
		{"长春市九台区上河湾街道办事处", "上河湾镇在区委的指导下。", 1, 1},
		{"长春市九台区上河湾街道办事处", "上河湾镇在指导下，我镇，我局。", 3, 1},
		{"宁海县西店镇人民政府", "我镇高度重视。", 0, 0},
		{"宁海县西店镇人民政府", "我街道高度重视。", 1, 1},
		{"瑞安市公安局", "我局高度重视。", 0, 0},
		{"瑞安市公安局", "我镇高度重视。", 1, 1},
		{"某某中心", "我镇高度重视。", 0, 0},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_text(rows[i].agency, rows[i].prose, "text.agency-kind", rows[i].n,
			rows[i].spans);
}

#include "unit/unit.h"

#include "unit/report_fixture.h"

/* A planted slip is found, and nothing else is. */
Test(rule_phrase, finds_that_alone)
{
	static const struct {
		const char *rule, *prose;
	} rows[] = {
		{"text.number-missing", "2020年共主动公开条，其中网站公开12条。"},
		{"text.template", "现将XX镇2020年工作情况报告如下。"},
		{"text.url", "登录http://www.wendeng. gov.cn查阅。"},
		{"text.phone", "电话：0574-558813。"},
		{"text.postcode", "邮编：31561。"},
		{"text.personal-id", "申请人（身份证号11010519491231002X）已答复。"},
		{"text.mobile", "联系人：张三，13812345678。"},
		{"text.wrong-characters", "2020年末收取费用。"},
		{"text.lost-characters", "根据国办公开办函〔202130号文件要求编制。"},
		{"text.superseded-order", "根据条例（国务院令第492号）编制。"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fixture f;

		fixture_open(&f, rows[i].prose, NULL, 0);
		cr_expect_eq(fixture_count(&f, rows[i].rule), 1, "%s", rows[i].prose);
		for (size_t j = 0; j < f.check.n_findings; j++)
			cr_expect_str_eq(f.check.findings[j].rule->id, rows[i].rule, "%s: %s",
				rows[i].prose, f.check.findings[j].message[LANG_EN]);
		fixture_close(&f);
	}
}

/* What two patterns see of one slip is told once, the longest of it; two slips are two. */
Test(rule_phrase, one_slip_is_told_once)
{
	static const struct {
		const char *prose;
		size_t n;
		const char *message;
	} rows[] = {
		{"登录查阅。", 0, NULL},
		{"登录http://www.wendeng，gov.cn查阅。", 1, "http://www.wendeng,gov.cn"},
		{"登录http://www.wendeng，gov.cn或wwww.wendeng.gov.cn查阅。", 2,
			"http://www.wendeng,gov.cn"},
		{"登录wwww.wendeng.gov.cn、wwww.wendeng.gov.cn查阅。", 2, "wwww.wendeng.gov.cn"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fixture f;
		const struct finding *found;

		fixture_open(&f, rows[i].prose, NULL, 0);
		cr_expect_eq(fixture_count(&f, "text.url"), rows[i].n, "%s", rows[i].prose);
		found = fixture_finding(&f, "text.url", 0);
		cr_expect(!rows[i].n == !found);
		if (found)
			cr_expect(strstr(found->message[LANG_EN], rows[i].message), "%s",
				found->message[LANG_EN]);
		fixture_close(&f);
	}
}

/* What the first paragraphs cannot hold, which each rule is told once, a later one can. */
Test(rule_phrase, finds_what_only_the_last_paragraph_has)
{
	static const char *const prose[] = {
		"", "全年工作有序。\n\n", "全年工作有序。\n\n依法办理。\n\n"};

	for (size_t i = 0; i < ROWS(prose); i++) {
		struct buf text = {0};
		struct fixture f;

		buf_addf(&text, "%s2020年末收取费用。", prose[i]);
		fixture_open(&f, text.p, NULL, 0);
		cr_expect_eq(fixture_count(&f, "text.wrong-characters"), 1, "%s", text.p);
		fixture_close(&f);
		fixture_open(&f, *prose[i] ? prose[i] : "全年。", NULL, 0);
		cr_expect_eq(fixture_count(&f, "text.wrong-characters"), 0, "%s", prose[i]);
		fixture_close(&f);
		buf_free(&text);
	}
}

Test(rule_phrase, numbers_of_persons_are_starred)
{
	struct fixture f;
	const struct finding *found;

	fixture_open(
		&f, "身份证号１１０１０５１９４９１２３１００２Ｘ，电话13812345678。", NULL, 0);
	found = fixture_finding(&f, "text.personal-id", 0);
	cr_assert_not_null(found);
	cr_expect(found->masked);
	cr_expect(strstr(found->message[LANG_ZH], "110***********002X"), "%s",
		found->message[LANG_ZH]);
	found = fixture_finding(&f, "text.mobile", 0);
	cr_assert_not_null(found);
	cr_expect(strstr(found->message[LANG_EN], "138****5678"), "%s", found->message[LANG_EN]);
	fixture_close(&f);
}

/* Of a number that one rule masks another rule's finding over the same words tells no more. */
Test(rule_phrase, a_masked_number_is_masked_everywhere)
{
	static const char twice[] = "申请人提供的证件号码为11010519491231002X，联系电话为1381234567"
				    "8，材料齐全，按规定予以登记办理。\n\n";
	struct fixture f;
	char prose[2 * sizeof twice];
	size_t others = 0;

	snprintf(prose, sizeof prose, "%s%s", twice, twice);
	fixture_open(&f, prose, NULL, 0);
	for (size_t i = 0; i < f.check.n_findings; i++) {
		const struct finding *found = &f.check.findings[i];

		for (enum lang l = LANG_EN; l <= LANG_ZH; l++) {
			cr_expect_null(
				strstr(found->message[l], "1101051"), "%s", found->message[l]);
			cr_expect_null(
				strstr(found->message[l], "1381234"), "%s", found->message[l]);
		}
		if (strcmp(found->rule->id, "text.repeated") == 0) {
			cr_expect(found->masked, "its passage is not quoted");
			others++;
		}
	}
	cr_expect_eq(others, 1);
	cr_expect_eq(fixture_count(&f, "text.mobile"), 2);
	fixture_close(&f);
}

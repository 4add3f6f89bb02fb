#include "unit/unit.h"

#include "export/export.h"
#include "unit/session_fixture.h"

static void expect_verdict(
	const struct desk *d, const char *format, enum lang lang, const char *wanted, bool there)
{
	struct export_input in = {
		.report = d->s->report, .review = d->s->review, .rules = d->rules, .lang = lang};
	struct buf out = {0};
	struct err err = {0};

	cr_assert(export_format_find(format)->write(&in, &out, &err), "%s", err.text);
	cr_expect_eq(strstr(out.p, wanted) != NULL, there, "%s: %s", format, wanted);
	buf_free(&out);
}

Test(repair_verdict, what_was_suggested_and_what_was_done)
{
	static const char suggested[] =
		"建议：只改一处，予以公开·自然人 21 → 20（错一位数字），可使 2 条关系成立";
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	expect_verdict(&d, "markdown", LANG_ZH, "建议", false);
	desk_close(&d);
	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
	expect_verdict(&d, "markdown", LANG_ZH, suggested, true);
	expect_verdict(&d, "markdown", LANG_ZH, "已照此更正", false);
	expect_verdict(&d, "yaml", LANG_EN, "done: false", true);
	desk_do(&d, "correct requests/outcome.granted/person 22");
	expect_verdict(&d, "markdown", LANG_ZH, suggested, true);
	expect_verdict(&d, "markdown", LANG_ZH, "已照此更正", false);
	desk_do(&d, "undo");
	desk_do(&d, "apply");
	expect_verdict(&d, "markdown", LANG_ZH, suggested, true);
	expect_verdict(&d, "markdown", LANG_ZH, "已照此更正", true);
	expect_verdict(&d, "yaml", LANG_EN, "done: true", true);
	expect_verdict(&d, "yaml", LANG_EN, "edit: \"digit-changed\"", true);
	desk_close(&d);
}

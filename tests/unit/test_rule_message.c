#include "unit/unit.h"

#include "rule/message.h"

Test(rule_message, slots_are_filled)
{
	static const char *const rows[][2] = {{"", ""}, {"plain", "plain"}, {"{a}", "1"},
		{"{a}{b}", "12"}, {"x{a}y{a}z", "x1y1z"}, {"{none}", ""}, {"{{a}}", "{a}"},
		{"{{{a}}}", "{1}"}, {"}", "}"}, {"差 {a}，{b}", "差 1，2"}};
	struct arena *arena = arena_new();
	struct slots s;

	slots_init(&s, arena);
	slots_dec(&s, "a", dec_of(1));
	slots_count(&s, "b", 2);
	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_str_eq(message_fill(&s, rows[i][0], LANG_ZH), rows[i][1]);
	arena_free(arena);
}

Test(rule_message, templates_are_checked)
{
	static const char *const names[] = {"a", "b", NULL};
	static const struct {
		const char *text, *bad; /* NULL: good */
	} rows[] = {{"", NULL}, {"{a}{b}{a}", NULL}, {"{{c}}", NULL}, {"}", NULL}, {"{c}", "c"},
		{"{a}{}", ""}, {"{a} {b", "b"}, {"{", ""}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct str bad;
		bool good = message_check(rows[i].text, names, &bad);

		cr_expect_eq(good, !rows[i].bad, "%s", rows[i].text);
		if (rows[i].bad)
			expect_str(bad, str_of(rows[i].bad));
	}
}

Test(rule_message, both_languages)
{
	struct arena *arena = arena_new();
	struct slots s;
	struct form_words name = {{"new", "新收"}}, out;

	slots_init(&s, arena);
	slots_words(&s, "name", name);
	out = message_words(&s, (struct form_words){{"[{name}]", "“{name}”"}});
	cr_expect_str_eq(out.text[LANG_EN], "[new]");
	cr_expect_str_eq(out.text[LANG_ZH], "“新收”");
	arena_free(arena);
}

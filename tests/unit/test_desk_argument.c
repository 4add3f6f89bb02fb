/* Words of arguments in two languages. */
#include "unit/unit.h"

#include <libintl.h>

#include "desk/argument.h"
#include "desk/filter.h"
#include "desk/grammar.h"
#include "desk/options.h"
#include "unit/session_fixture.h"

static bool knows(const char *usage, const char *name)
{
	size_t n = strlen(name);

	for (const char *at = usage; (at = strstr(at, name)); at += n)
		if ((at == usage || strchr("| [", at[-1])) && (!at[n] || strchr("| ]", at[n])))
			return true;
	return false;
}

/* Every fixed word of a usage has its Chinese one, and no two of one usage share it. */
Test(desk_argument, every_fixed_word_has_its_row)
{
	for (size_t i = 0; i < command_count(); i++) {
		const struct command *c = command_at(i);
		const struct argument_word *row;
		char usage[256];

		snprintf(usage, sizeof usage, "%s", c->usage);
		for (char *word = strtok(usage, " []|"); word; word = strtok(NULL, " []|")) {
			if (word[0] < 'a' || word[0] > 'z')
				continue;
			cr_expect_not_null(
				argument_chinese(word, c->name), "%s: %s", c->name, word);
			for (size_t k = 0; (row = argument_at(k)); k++)
				cr_expect(strcmp(row->name, word) == 0 ||
						  !knows(c->usage, row->name) ||
						  strcmp(row->chinese,
							  argument_chinese(word, c->name)) != 0,
					"%s: %s and %s", c->name, word, row->name);
		}
	}
	for (size_t i = 0; i < option_count(); i++)
		cr_expect_not_null(
			argument_chinese(option_at(i)->name, "set"), "%s", option_at(i)->name);
}

Test(desk_argument, both_languages_are_taken)
{
	static const struct {
		const char *chinese, *english;
	} rows[] = {
		{"filter 错误 待审", "filter error open"},
		{"filter 全部", "filter all"},
		{"next 待审", "next open"},
		{"pane 表格", "pane table"},
		{"select 行", "select line"},
		{"select 取消", "select off"},
		{"decide #1 可接受 惯例", "decide #1 acceptable 惯例"},
		{"decide #1 可", "decide #1 acceptable"},
		{"verdict 退回 不平", "verdict return 不平"},
		{"verdict 撤回", "verdict none"},
		{"shift requests/new/person 左", "shift requests/new/person left"},
		{"set 折行 关", "set wrap off"},
		{"set 鼠 切换", "set mouse toggle"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf english = {0}, chinese = {0};
		struct buf *out[] = {&chinese, &english};
		const char *line[] = {rows[i].chinese, rows[i].english};

		for (size_t k = 0; k < 2; k++) {
			struct desk d;
			char value[16];

			desk_open(&d, "sili-2020.txt");
			desk_do(&d, "verdict query");
			desk_do(&d, line[k]);
			buf_addf(out[k], "%s %d %zu %zu ", d.s->reply.text, d.s->place.pane,
				d.s->place.finding, d.s->place.anchor);
			for (size_t o = 0; o < option_count(); o++)
				buf_adds(out[k], option_text(&d.s->options, option_at(o), value));
			desk_close(&d);
		}
		cr_expect_str_eq(chinese.p, english.p, "%s", rows[i].chinese);
		buf_free(&chinese);
		buf_free(&english);
	}
}

Test(desk_argument, what_is_none_of_them_is_told)
{
	struct desk d;

	desk_open(&d, "sili-2020.txt");
	desk_refuses(&d, "next 甲", "“甲” is none of open|error|warning|note");
	desk_refuses(&d, "filter 错", "no severity");
	desk_refuses(&d, "set 折行 多", "on, off or toggle");
	desk_close(&d);
}

/* What is to be filled in has a Chinese name too: no usage is left half in English. */
Test(desk_argument, usages_are_shown_in_the_language)
{
	static const struct {
		const char *command, *english, *chinese;
	} rows[] = {
		{"verdict", "accept|return|query|none [SUMMARY]", "通过|退回|存疑|撤回 [摘要]"},
		{"correct", "CELL VALUE [REASON]", "单元格 值 [理由]"},
		{"region", "TABLE [LINE-LINE]", "表 [行号-行号]"},
		{"split", "[LINE:COLUMN]", "[行号:列号]"},
		{"shift", "CELL left|right [COLUMNS]", "单元格 左|右 [列数]"},
		{"undo", "", ""},
	};

	char *dir = NULL;

	setenv("LC_ALL", "C.UTF-8", 1);
	cr_assert(asprintf(&dir, "%s/locale", getenv("GOUJI_BUILDDIR")) > 0);
	for (int zh = 0; zh < 2; zh++) {
		cr_assert(lang_init(zh ? "zh" : "en"));
		bindtextdomain("gouji", dir);
		for (size_t i = 0; i < ROWS(rows); i++) {
			struct buf words = {0};

			usage_words(command_find(str_of(rows[i].command), NULL), &words);
			cr_expect(str_is(buf_str(&words), zh ? rows[i].chinese : rows[i].english),
				"%s: %s", rows[i].command, words.p);
			buf_free(&words);
		}
	}
	for (size_t i = 0; i < command_count(); i++) {
		struct buf words = {0};

		usage_words(command_at(i), &words);
		for (size_t k = 0; k < words.n; k++)
			cr_expect(words.p[k] < 'A' || words.p[k] > 'Z', "%s: %s",
				command_at(i)->name, words.p);
		buf_free(&words);
	}
	free(dir);
}

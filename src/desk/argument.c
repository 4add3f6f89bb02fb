/* The table of argument words. The catalog of messages cannot hold it: that has one language at a
 * time. */
#include "desk/argument.h"

#include <string.h>

#include "base/lang.h"

/* clang-format off */
static const struct argument_word rows[] = {
	/* severities and states of findings */
	{"error", "错误", NULL},
	{"warning", "提醒", NULL},
	{"note", "说明", NULL},
	{"open", "待审", NULL},
	{"decided", "已审", NULL},
	{"all", "全部", NULL},
	/* panes and directions */
	{"next", "下一个", NULL},
	{"prev", "上一个", NULL},
	{"text", "原文", NULL},
	{"table", "表格", NULL},
	{"findings", "问题", NULL},
	{"finding", "本格问题", NULL},
	{"list", "清单", NULL},
	{"page", "页面", NULL},
	{"up", "上", NULL},
	{"down", "下", NULL},
	{"left", "左", NULL},
	{"right", "右", NULL},
	/* what is selected */
	{"word", "词", NULL},
	{"line", "行", NULL},
	{"match", "查到的", NULL},
	/* decisions and verdicts */
	{"confirmed", "确认", NULL},
	{"extraction", "提取有误", NULL},
	{"acceptable", "可接受", NULL},
	{"query", "存疑", NULL},
	{"accept", "通过", NULL},
	{"return", "退回", NULL},
	{"none", "撤回", NULL},
	/* the list of reports */
	{"done", "审结", NULL},
	{"undecided", "未定", NULL},
	{"trouble", "读不了", NULL},
	{"given", "原序", NULL},
	{"name", "文件名", NULL},
	{"agency", "单位", NULL},
	{"year", "年度", NULL},
	{"errors", "错误数", NULL},
	{"warnings", "提醒数", NULL},
	{"reviewed", "已审比例", NULL},
	{"verdict", "结论", NULL},
	/* options */
	{"on", "开", NULL},
	{"off", "关", NULL},
	{"off", "取消", "select"},
	{"toggle", "切换", NULL},
	{"advance", "自动前进", NULL},
	{"ambiguous-width", "歧义字宽", NULL},
	{"ascii-borders", "ASCII边框", NULL},
	{"counts", "数字作次数", NULL},
	{"mouse", "鼠标", NULL},
	{"open-only", "只看待审", NULL},
	{"wrap", "折行", NULL},
};
/* clang-format on */

const struct argument_word *argument_at(size_t i)
{
	return i < sizeof rows / sizeof *rows ? &rows[i] : NULL;
}

static const char *chinese_of(struct str name, const char *command)
{
	const char *found = NULL;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (!str_is(name, rows[i].name))
			continue;
		if (rows[i].command && command && strcmp(rows[i].command, command) == 0)
			return rows[i].chinese;
		if (!rows[i].command)
			found = rows[i].chinese;
	}
	return found;
}

const char *argument_chinese(const char *name, const char *command)
{
	return chinese_of(str_of(name), command);
}

const char *argument_shown(const char *name, const char *command)
{
	const char *chinese = lang_now() == LANG_ZH ? argument_chinese(name, command) : NULL;
	return chinese ? chinese : name;
}

static bool begins(struct str typed, struct str word)
{
	return word.n && typed.n <= word.n && memcmp(word.p, typed.p, typed.n) == 0;
}

bool argument_begins(struct str typed, struct str name, const char *command, bool *whole)
{
	struct str chinese = str_of(chinese_of(name, command));
	*whole = typed.n && (str_eq(typed, name) || str_eq(typed, chinese));
	return *whole || begins(typed, name) || begins(typed, chinese);
}

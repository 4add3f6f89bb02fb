/* The configuration, as the desk finds it. */
#include "desk/nine.h"

#define CONFIG(lines)                                                                              \
	"mkdir -p .config/gouji; printf '" lines "' >.config/gouji/config; "                       \
	"exec \"$0\" xidian-2020.txt"

Test(desk_config, options_and_keys_are_taken_and_mistakes_told)
{
	static const struct step steps[] = {
		{"", "config:2", NULL},
		{"", "nonsense", NULL},
		{"", "-- ", "──"},
		{"\x14", "结论", "nonsense"},
		{"=G", "退回", NULL},
		{"qQ", "verdict return", NULL},
		{"q", NULL, NULL},
	};
	struct nine n;

	nine_script(&n, (struct desk_start){BROKEN},
		CONFIG("set ascii-borders on\\nset nonsense on\\n"
		       "bind all ^T verdict return\\nbind all Q help\\n"));
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

Test(desk_config, names_that_have_changed_work_and_are_told)
{
	static const struct step steps[] = {
		{"", "config:1: “auto-advance”在此称作", NULL},
		{"", "（另有 1 处）", NULL},
		{"y", "问题 1/2", NULL}, /* it does not go on */
		{"\033[6~", "已保存", NULL},
	};
	struct nine n;

	nine_script(&n, (struct desk_start){BROKEN},
		CONFIG("set auto-advance off\\nbind findings PageDown write\\n"));
	nine_follow(&n, steps);
	nine_expect_whole(&n);
	nine_close(&n);
}

/* The configuration, as the desk finds it. */
#include "desk/kit.h"

Test(desk_config, options_and_keys_are_taken_and_mistakes_told)
{
	struct desk d;
	char script[512], path[256];

	snprintf(script, sizeof script,
		"mkdir -p .config/gouji; printf 'set ascii-borders on\\nset nonsense on\\nbind all "
		"^T "
		"verdict return\\nbind all Q help\\n' >.config/gouji/config; exec '%s/gouji' "
		"xidian-2020.txt",
		getenv("GOUJI_BUILDDIR"));
	desk_start_only(&d, (struct desk_start){.rows = 40, .cols = 120, BROKEN},
		(const char *[]){"/bin/sh", "-c", script, NULL});
	expect_text(&d, "勾稽");
	expect_text(&d, "config:2");
	expect_text(&d, "nonsense");
	expect_text(&d, "+- 表三");
	desk_keys(&d, CTRL('T'));
	expect_text(&d, "结论 退回");
	desk_keys(&d, "Q");
	expect_text(&d, "verdict return");
	expect_whole(&d);
	static const char *const parts[] = {"/.config/gouji/config", "/.config/gouji", "/.config"};

	for (size_t i = 0; i < ROWS(parts); i++) {
		snprintf(path, sizeof path, "%s%s", d.dir, parts[i]);
		remove(path);
	}
	desk_close(&d);
}

/* The screen of the desk as text, for README and the manual:
 * screen LANGUAGE ROWS COLUMNS KEYS PROGRAM [ARGUMENT]... */
#include <stdio.h>
#include <stdlib.h>

#include "desk/pty.h"

int main(int argc, char **argv)
{
	char language[64], data[4096];
	const char *const env[] = {"TERM=xterm-256color", "LC_ALL=C.UTF-8", language,
		"GOUJI_REVIEWER=李敏", "SOURCE_DATE_EPOCH=1612137600", "HOME=/nonexistent", data,
		NULL};
	struct pty *p;

	if (argc < 6)
		return 2;
	/* a build tree may lie anywhere beside its source */
	snprintf(data, sizeof data, "GOUJI_DATADIR=%s",
		getenv("GOUJI_DATADIR") ? getenv("GOUJI_DATADIR") : "");
	snprintf(language, sizeof language, "LANGUAGE=%s", argv[1]);
	p = pty_open(&(struct pty_start){.rows = atoi(argv[2]),
		.cols = atoi(argv[3]),
		.argv = (const char *const *)argv + 5,
		.env = env});
	/* the last row is the last that is drawn; the reports of a list come later still */
	bool zh = argv[1][0] == 'z';
	bool ok = pty_wait(p, zh ? " 帮助" : " help") &&
		  pty_wait_gone(p, zh ? " 正在读取 " : " reading ") && pty_rest(p);

	for (const char *key = argv[4]; *key && ok; key++) {
		char one[2] = {*key, '\0'};

		pty_send(p, one);
		ok = pty_rest(p);
	}
	if (ok)
		fputs(pty_text(p), stdout);
	pty_close(p);
	return ok ? 0 : 1;
}

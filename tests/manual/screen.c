/* The screen of the desk as text, for README: screen PROGRAM REPORT ROWS COLUMNS [KEYS]... */
#include <stdio.h>
#include <stdlib.h>

#include "desk/pty.h"

int main(int argc, char **argv)
{
	const char *const run[] = {argv[1], "--lang=zh", argc > 4 ? argv[2] : NULL, NULL};
	static const char *const env[] = {"TERM=xterm-256color", "LC_ALL=C.UTF-8",
		"GOUJI_REVIEWER=李敏", "SOURCE_DATE_EPOCH=1612137600", NULL};
	struct pty *p;

	if (argc < 5)
		return 2;
	p = pty_open(&(struct pty_start){
		.rows = atoi(argv[3]), .cols = atoi(argv[4]), .argv = run, .env = env});
	bool ok = pty_wait(p, "勾稽") && pty_rest(p);

	for (int i = 5; i < argc && ok; i++) {
		pty_send(p, argv[i]);
		ok = pty_rest(p);
	}
	if (ok)
		fputs(pty_text(p), stdout);
	pty_close(p);
	return ok ? 0 : 1;
}

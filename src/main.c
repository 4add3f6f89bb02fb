/* The entry: locale, then the command line. */
#include <stdio.h>
#include <string.h>

#include "base/lang.h"

int main(int argc, char **argv)
{
	lang_init(NULL);
	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		printf("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
		return 0;
	}
	fprintf(stderr, _("usage: %s [--version]\n"), argv[0]);
	return 2;
}

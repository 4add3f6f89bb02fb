/* The formats of the commands that list what the program knows. */
#include "cli/formats.h"

const char *cli_list_format(size_t i)
{
	static const char *const names[] = {"text", "json"};

	return i < sizeof names / sizeof names[0] ? names[i] : NULL;
}

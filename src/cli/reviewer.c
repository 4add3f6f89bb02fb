/* Who reviews. */
#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"
#include "cli/reviewer.h"

/* The name, or NULL where it is none that could stand in a review. */
static char *usable(struct str name)
{
	name = str_trim(name);
	if (name.n == 0 || !utf8_valid(name, NULL))
		return NULL;
	for (size_t i = 0; i < name.n; i++)
		if ((unsigned char)name.p[i] < ' ')
			return NULL;
	return mem_strndup(name.p, name.n);
}

/* The first field of the entry's comment is the full name. */
static char *login_name(void)
{
	const struct passwd *pw = getpwuid(geteuid());
	if (!pw)
		return NULL;
	struct str full = str_of(pw->pw_gecos);
	size_t comma = str_find(full, STR(","), 0);
	char *name = usable(str_slice(full, 0, comma == STR_NONE ? full.n : comma));
	return name ? name : usable(str_of(pw->pw_name));
}

char *cli_reviewer(const struct cli *cli)
{
	char *name = usable(str_of(cli->value[OPT_REVIEWER]));
	if (!name)
		name = usable(str_of(getenv("GOUJI_REVIEWER")));
	return name ? name : login_name();
}

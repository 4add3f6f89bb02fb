/* Folders a test may fill: one for the process, which goes with it, and those asked for in it. */
#include "temp.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { OPEN_FOLDERS = 16 };

static char root[TEMP_DIR_MAX - 8];
static pid_t owner;

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
	(void)st, (void)where;
	if (type == FTW_DNR)
		chmod(path, 0700);
	remove(path);
	return 0;
}

/* A child that a test forks ends too, and must not take the folder with it. */
static void remove_root(void)
{
	if (owner == getpid())
		nftw(root, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}

static bool root_make(void)
{
	const char *tmp = getenv("TMPDIR");

	snprintf(root, sizeof root, "%s/gouji-test-XXXXXX", tmp && strlen(tmp) < 32 ? tmp : "/tmp");
	if (!mkdtemp(root))
		return false;
	owner = getpid();
	return atexit(remove_root) == 0;
}

bool temp_dir(char dir[TEMP_DIR_MAX])
{
	static unsigned made;

	if (owner != getpid() && !root_make())
		return false;
	snprintf(dir, TEMP_DIR_MAX, "%s/%u", root, made++);
	return mkdir(dir, 0700) == 0;
}

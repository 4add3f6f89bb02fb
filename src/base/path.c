/* Names of files, and the folders that the program finds by itself. */
#include "base/file.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

const char *path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

char *path_join(const char *dir, const char *name)
{
	struct buf b = {0};

	buf_adds(&b, dir);
	if (b.n && b.p[b.n - 1] != '/')
		buf_addc(&b, '/');
	buf_adds(&b, name);
	return buf_take(&b);
}

/* "a/b" of the program "a/b/gouji"; NULL where the system does not tell. */
static char *program_dir(void)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path);

	if (n <= 0 || (size_t)n >= sizeof path)
		return NULL;
	const char *slash = memrchr(path, '/', (size_t)n);

	return slash ? mem_strndup(path, (size_t)(slash - path)) : NULL;
}

/* `dir` where dir/probe is a folder, else NULL; takes dir. */
static char *take_if_has(char *dir, const char *probe)
{
	char *inside = dir ? path_join(dir, probe) : NULL;
	bool has = inside && file_is_dir(inside);

	free(inside);
	if (has)
		return dir;
	free(dir);
	return NULL;
}

/* `name` beside the program, or one folder above it. */
static char *near_program(const char *name, const char *probe)
{
	char *here = program_dir();

	if (!here)
		return NULL;
	char *found = take_if_has(path_join(here, name), probe);

	if (!found) {
		char *up = path_join(here, "..");

		found = take_if_has(path_join(up, name), probe);
		free(up);
	}
	free(here);
	return found;
}

char *path_data_dir(void)
{
	const char *set = getenv("GOUJI_DATADIR");

	if (set && *set)
		return take_if_has(mem_strdup(set), "forms");
	char *found = near_program("data", "forms");

	return found ? found : take_if_has(mem_strdup(PKGDATADIR), "forms");
}

char *path_locale_dir(void)
{
	char *found = near_program("locale", ".");

	return found ? found : mem_strdup(LOCALEDIR);
}

char *path_image(void)
{
	char *here = program_dir();
	char *found = here ? path_join(here, "data.image") : NULL;

	free(here);
	if (found && file_exists(found))
		return found;
	free(found);
	return mem_strdup(PKGDATADIR "/data.image");
}

char *path_config_dir(void)
{
	const char *xdg = getenv("XDG_CONFIG_HOME");
	const char *home = getenv("HOME");

	if (xdg && *xdg == '/') /* the specification has relative ones ignored */
		return path_join(xdg, "gouji");
	return home && *home ? path_join(home, ".config/gouji") : NULL;
}

/* Libraries over dlopen(). */
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

#include "base/lang.h"

static void *load(const char *soname, struct err *err)
{
	void *library = dlopen(soname, RTLD_NOW | RTLD_LOCAL);

	if (!library)
		err_set(err, ERR_REFUSED, _("cannot load %s: %s"), soname, dlerror());
	return library;
}

bool library_load(const char *soname, const struct library_function *wanted, size_t n, void *out,
	struct err *err)
{
	void *library = load(soname, err);

	for (size_t i = 0; library && i < n; i++) {
		void *found = dlsym(library, wanted[i].name);

		if (!found)
			return err_set(
				err, ERR_REFUSED, _("cannot load %s: %s"), soname, dlerror());
		/* data pointers and functions are one size where there is dlsym(): POSIX */
		memcpy((char *)out + wanted[i].at, &found, sizeof found);
	}
	return library != NULL;
}

bool library_ready(const char *soname, struct err *err)
{
	return load(soname, err) != NULL;
}

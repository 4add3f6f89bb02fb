/* Loading libzip. ZIP_SONAME is the name that linking against it would have left in the program. */
#include "import/zip_library.h"

#include <dlfcn.h>

#include "base/lang.h"

/* Data pointers and functions are one size where there is dlsym(): POSIX. */
static bool find(void *library, const char *name, void *out)
{
	void *found = dlsym(library, name);

	*(void **)out = found;
	return found != NULL;
}

bool zip_library_load(struct zip_library *z, struct err *err)
{
	void *library = dlopen(ZIP_SONAME, RTLD_NOW | RTLD_LOCAL);

	if (library && find(library, "zip_source_buffer_create", &z->source_buffer_create) &&
		find(library, "zip_open_from_source", &z->open_from_source) &&
		find(library, "zip_stat", &z->stat) &&
		find(library, "zip_fopen_index", &z->fopen_index) &&
		find(library, "zip_fread", &z->fread) && find(library, "zip_fclose", &z->fclose))
		return true;
	return err_set(err, ERR_REFUSED, _("cannot load %s, which unpacks DOCX: %s"), ZIP_SONAME,
		dlerror());
}

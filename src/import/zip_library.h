/* libzip, loaded when the first DOCX comes. Linked in, it brought libcrypto, whose loading took as
 * long as all else the program does before main(): half a check's start for a file that few have.
 */
#ifndef GOUJI_IMPORT_ZIP_LIBRARY_H
#define GOUJI_IMPORT_ZIP_LIBRARY_H

#include <zip.h>

#include "base/err.h"

/* The functions used, under their own names less the prefix. */
struct zip_library {
	__typeof__(&zip_source_buffer_create) source_buffer_create;
	__typeof__(&zip_open_from_source) open_from_source;
	__typeof__(&zip_stat) stat;
	__typeof__(&zip_fopen_index) fopen_index;
	__typeof__(&zip_fread) fread;
	__typeof__(&zip_fclose) fclose;
};

/* false (ERR_REFUSED): the library is not there. It stays loaded until the program ends. A reader's
 * process can open nothing: load it before that starts. */
bool zip_library_load(struct zip_library *z, struct err *err);

#endif

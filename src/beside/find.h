/* Finding the report of the year before. Private to beside/. */
#ifndef GOUJI_BESIDE_FIND_H
#define GOUJI_BESIDE_FIND_H

#include "import/shelf.h"
#include "table/report.h"

/* The report of the same agency and the year before, in dir (NULL: beside the report at `path`, or
 * in a folder beside its own that is named by the year). Files are tried by their names, the
 * likeliest first, and few; shelf as in import.h. NULL where there is none; *found is its path
 * then, free(). */
struct report *find_last(const char *path, const char *dir, const struct forms *forms,
	struct shelf *shelf, const struct report *report, char **found);

#endif

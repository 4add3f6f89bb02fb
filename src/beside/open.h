/* From a path to a report: read as what it is, its tables rebuilt. */
#ifndef GOUJI_BESIDE_OPEN_H
#define GOUJI_BESIDE_OPEN_H

#include "import/import.h"
#include "table/report.h"

/* "-" is standard input; encoding NULL: found out. NULL with err told, its file set. */
struct report *report_open(
	const char *path, const struct forms *forms, const char *encoding, struct err *err);
/* The same as import_file() has it. */
struct report *report_open_with(const char *path, const struct forms *forms,
	const struct import_options *options, struct err *err);

#endif

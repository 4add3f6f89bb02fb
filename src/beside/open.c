/* Opening a report. */
#include "beside/open.h"

#include "import/import.h"

struct report *report_open(
	const char *path, const struct forms *forms, const char *encoding, struct err *err)
{
	struct import_options options = {.encoding = encoding};
	struct doc *doc = import_file(path, &options, err);
	struct report *report;

	if (doc && report_build(doc, forms, &report, err))
		return report;
	if (!err->file[0])
		err_at(err, path, 0, 0);
	return NULL;
}

/* Opening a report. */
#include "beside/open.h"

struct report *report_open_with(const char *path, const struct forms *forms,
	const struct import_options *options, struct err *err)
{
	struct doc *doc = import_file(path, options, err);
	struct report *report;

	if (doc && report_build(doc, forms, &report, err))
		return report;
	if (!err->file[0])
		err_at(err, path, 0, 0);
	return NULL;
}

struct report *report_open(
	const char *path, const struct forms *forms, const char *encoding, struct err *err)
{
	struct import_options options = {.encoding = encoding};

	return report_open_with(path, forms, &options, err);
}

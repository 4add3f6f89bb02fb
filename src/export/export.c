/* The formats of the verdict. */
#include "export/export.h"

#include <string.h>

static const struct export_format formats[] = {
	{"markdown", ".md", N_("the verdict for people, with the corrected tables"),
		export_verdict_markdown},
	{"yaml", ".yaml", N_("the verdict as data (gouji-verdict/1), each number with its place"),
		export_verdict_yaml},
};

const struct export_format *export_format_at(size_t i)
{
	return i < sizeof formats / sizeof formats[0] ? &formats[i] : NULL;
}

const struct export_format *export_format_find(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

const struct export_format *export_format_for(const char *file)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (str_ends(str_of(file), formats[i].suffix))
			return &formats[i];
	return NULL;
}

/* Which files of a folder are reports, by their names. */
#include "import/import.h"

#include <string.h>
#include <strings.h>

bool import_is_name(const char *name)
{
	static const char *const endings[] = {".txt", ".md", ".markdown", ".htm", ".html", ".mht",
		".mhtml", ".docx", ".doc", ".wps", ".rtf", ".pdf"};
	size_t n = strlen(name);

	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		size_t m = strlen(endings[i]);

		if (n > m && strcasecmp(name + n - m, endings[i]) == 0)
			return true;
	}
	return false;
}

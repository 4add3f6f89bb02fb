/* The importer of web pages: HTML as gumbo understands it, after the rules browsers share. Spans
 * are bytes of the file on disk. As text.h describes importers. */
#ifndef GOUJI_IMPORT_HTML_H
#define GOUJI_IMPORT_HTML_H

#include "base/err.h"
#include "doc/sink.h"
#include "import/import.h"

bool import_html(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err);
/* The same of a page that was saved with its pictures (mht.h): spans are bytes of its text. */
bool import_mht(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err);
/* The same of text that has tags in it, as Markdown has where a table is too much for it: tables
 * are the tags', lines between them a text file's. */
bool import_tagged(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err);

#endif

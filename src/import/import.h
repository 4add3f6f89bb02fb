/* From a file to a document. One row an importer (import.c): a name, how its bytes are recognised,
 * the function. Importers know no form and no rule; they tell what is where. */
#ifndef GOUJI_IMPORT_IMPORT_H
#define GOUJI_IMPORT_IMPORT_H

#include "base/err.h"
#include "doc/doc.h"
#include "import/shelf.h"

struct import_options {
	const char *encoding; /* overrides detection: a name iconv knows; NULL to detect */
	struct shelf *shelf;  /* what was read elsewhere, or what may be read (shelf.h); or NULL */
};

/* The largest file taken, in bytes. */
#define IMPORT_LIMIT ((size_t)64 << 20)

/* Reads and imports. "-" is standard input (named "-"). NULL with err told: unreadable, empty,
 * binary, of a kind no importer takes (the message says what to convert it with), undecodable. */
struct doc *import_file(const char *path, const struct import_options *options, struct err *err);
/* The same from bytes, taken over. */
struct doc *import_bytes(
	const char *name, struct buf *bytes, const struct import_options *options, struct err *err);

/* What takes no longer to read than a screen to draw has no head worth showing before. */
#define IMPORT_LARGE ((size_t)128 << 10)
/* The first lines of a large text, decoded, to be shown while import_file() is at work. false: it is
 * not large, or no text, or what is wrong with it is import_file()'s to tell. */
bool import_head(const char *path, const char *encoding, struct buf *out);

/* Does the name of a file end as reports' names do? A folder holds other things beside them. */
bool import_is_name(const char *name);

#endif

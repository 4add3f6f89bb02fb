/* Items of the sidecar: records as rows of fields, so that reading, writing and the list of known
 * keys are one table. For the sidecar's own files. */
#ifndef GOUJI_REVIEW_SIDECAR_ITEM_H
#define GOUJI_REVIEW_SIDECAR_ITEM_H

#include "review/model.h"

#define SIDECAR_FORMAT "gouji-review/1"
#define SIDECAR_FAMILY "gouji-review/"

/* The first line of what the program writes; a file that begins like it promises the last line, by
 * which a file that was cut off is known. */
#define SIDECAR_HEAD_MARK "# gouji-review"
#define SIDECAR_HEAD                                                                               \
	SIDECAR_HEAD_MARK ": you may edit this file, see gouji-review(5); keep the last line, "    \
			  "...\n"
#define SIDECAR_TAIL "...\n"

enum field_kind {
	FIELD_KEY,     /* the record's key, checked after its kind */
	FIELD_TEXT,    /* a text; empty is none */
	FIELD_PRINTED, /* a text; empty is kept, absent is empty */
	FIELD_DECIMAL, /* a plain decimal, needed */
	FIELD_TIME,    /* RFC 3339, UTC */
	FIELD_CELLS,
	FIELD_SEEN,
	FIELD_TAGS,
	FIELD_DECISION,
	FIELD_VERDICT,
	FIELD_TARGET,
	/* of mends, each only for kinds that have it (table/mend.h) */
	FIELD_MEND,
	FIELD_ROW,
	FIELD_TABLE,
	FIELD_COLUMNS,
	FIELD_PLACE, /* a target that is words */
};

struct field {
	const char *key;
	enum field_kind kind;
	size_t offset; /* of the char * in struct record, where the field is one */
};

struct record_form {
	const char *name;	 /* the kind's word in the history */
	const char *section;	 /* its key in the document */
	struct field fields[11]; /* in the order written; ended by key NULL */
};

const struct record_form *record_form(enum record_kind kind);
bool record_kind_parse(struct str s, enum record_kind *out);

struct sidecar_reader {
	const struct ydoc *d;
	struct arena *arena; /* for unknown keys: the origin's */
	struct err *err;
};

/* A map of those keys of `map` that are not in the NULL-ended list; NULL where all are. */
const struct ynode *sidecar_unknown(
	const struct sidecar_reader *rd, const struct ynode *map, const char *const *known);
/* Optional text of a map: *out is new, or NULL where absent or null. */
bool sidecar_text(
	const struct sidecar_reader *rd, const struct ynode *map, const char *key, char **out);
bool sidecar_time(
	const struct sidecar_reader *rd, const struct ynode *map, const char *key, char **out);
bool sidecar_count(
	const struct sidecar_reader *rd, const struct ynode *map, const char *key, size_t *out);
/* Is it what RFC 3339 calls a date-time, in UTC ("Z")? */
bool sidecar_is_time(const char *s);

/* Tells that the map lacks the key; false. */
bool sidecar_needed(const struct sidecar_reader *rd, const struct ynode *map, const char *key);
/* "table/row/column", or its first parts, of small letters, digits, "_", "." and "-"; whether a
 * form has it is not asked, for forms change. */
bool sidecar_is_name(const char *s, unsigned parts);
/* One of a mend's fields; FIELD_MEND comes first. */
bool sidecar_read_mend(const struct sidecar_reader *rd, const struct ynode *map,
	const struct field *f, struct record *r);
/* `target` of a map. */
bool sidecar_read_target(
	const struct sidecar_reader *rd, const struct ynode *map, struct record *r);
/* The `beside` list into rv (new). */
bool sidecar_read_beside(
	const struct sidecar_reader *rd, const struct ynode *list, struct review *rv);
void sidecar_write_beside(struct yout *y, const struct review *rv); /* nothing where it is empty */
/* Is it a digest, in small letters? */
bool sidecar_is_sha256(const char *s);
/* One record from a map; *out is new, NULL on failure. key: what it must be where the item need not
 * say so itself (history), else NULL; an annotation without an id then has a NULL key. */
bool sidecar_read_item(const struct sidecar_reader *rd, enum record_kind kind,
	const struct ynode *map, const char *key, struct record **out);
/* The `history` list into rv (new). */
bool sidecar_read_history(
	const struct sidecar_reader *rd, const struct ynode *history, struct review *rv);
void sidecar_write_unknown(struct yout *y, const struct ynode *extra); /* into an open map */

/* What the document says of the report it is about. */
struct sidecar_report {
	const char *file, *sha256, *form;
	size_t bytes;
};

bool sidecar_write_about(const struct review *rv, const struct sidecar_report *about,
	struct buf *out, struct err *err);
/* The document's text into rv (new); path for messages. What is taken can be written again. */
bool sidecar_read(struct str text, const char *path, struct review *rv, struct err *err);
/* The text in place of the file at path, under the conditions of sidecar_save(). */
bool sidecar_save_text(const char *path, struct review *rv, struct str text, struct err *err);

#endif

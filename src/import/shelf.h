/* The shelf: documents that another process of the program has read, so that opening them here
 * takes no time. import_file() uses it where its options name one.
 *
 * One that keeps (shelf_new(SHELF_KEEP)) lets everything be read and notes what came of it; its
 * bytes go to the other process. One that gives hands out what such bytes hold, and reads what they
 * do not. A hasty one has nothing: it lets small texts be read and refuses all that may take longer
 * than a key may wait, which shelf_lacks() tells of. */
#ifndef GOUJI_IMPORT_SHELF_H
#define GOUJI_IMPORT_SHELF_H

#include "base/err.h"
#include "doc/doc.h"

enum shelf_use { SHELF_KEEP, SHELF_GIVE, SHELF_HASTY };

struct shelf;

struct shelf *shelf_new(enum shelf_use use);
void shelf_free(struct shelf *s); /* NULL is fine */
/* SHELF_KEEP: all that was read, and what could not be; borrowed. */
struct str shelf_bytes(const struct shelf *s);
/* SHELF_GIVE: what is to be given; copied. */
void shelf_fill(struct shelf *s, struct str bytes);
/* SHELF_HASTY: something was refused that would have to be read. */
bool shelf_lacks(const struct shelf *s);

/* --- for import_file() --- */

bool shelf_is_hasty(const struct shelf *s);
/* Refuses: false, err told. */
bool shelf_refuse(struct shelf *s, struct err *err);
/* d NULL: err says why. Nothing where the shelf does not keep. */
void shelf_put(struct shelf *s, const char *path, const char *encoding, const struct doc *d,
	const struct err *err);
/* What came of that file: true, and *d is the document, or NULL with err told. false: nobody has
 * read it. */
bool shelf_take(const struct shelf *s, const char *path, const char *encoding, struct doc **d,
	struct err *err);

#endif

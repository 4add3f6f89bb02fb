/* Forms and rules packed: read once, when the program is built, into an image (base/image.h), with
 * their patterns compiled and their labels ready to be compared.
 *
 * The image holds the text of every file it was made from. Where the folder has other files now, or
 * one of them another text, it is not used, and the files are read. */
#ifndef GOUJI_RULE_PACK_H
#define GOUJI_RULE_PACK_H

#include "form/form.h"
#include "rule/rule.h"

/* make_id: what stands for this make of the program, base/make_id.h. */
bool pack_write(const char *data_dir, const char *path, const char *make_id, struct err *err);

struct pack;

/* The forms and rules of data_dir from the image at `path`; NULL where it does not fit. */
struct pack *pack_open(const char *data_dir, const char *path, const char *make_id);
/* Owned by the pack. Rules may be added and changed. */
struct forms *pack_forms(struct pack *p);
struct ruleset *pack_rules(struct pack *p);
void pack_free(struct pack *p); /* NULL is fine */

#endif

/* Compiled patterns of the program's own data, in one file beside its packed trees. Compiling was a
 * sixth of a check's instructions; `make` compiles each pattern of data/ once, and what is wanted
 * is read back from the file.
 *
 * A pattern is found by its whole text, so a changed one is simply compiled, as before. PCRE2 gives
 * back nothing that another version of it, or another machine, has made. It does not look into the
 * code itself: the file is the program's, installed beside it, never a user's. */
#ifndef GOUJI_BASE_RE_STORE_H
#define GOUJI_BASE_RE_STORE_H

#include "base/re.h"

struct re_store;

/* NULL where there is no such file, or not a whole one. */
struct re_store *re_store_open(const char *path);
void re_store_free(struct re_store *store);
/* What re_new() gives; from the store (NULL: none) where it has the pattern. */
struct re *re_store_new(const struct re_store *store, struct str pattern, struct err *err);
/* Appends a store of the patterns; those that do not compile are left out, those told twice have
 * one place. */
void re_store_write(const struct str *patterns, size_t n, struct buf *out);

#endif

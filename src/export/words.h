/* Words of a report and names of files, made fit for where they are shown. */
#ifndef GOUJI_EXPORT_WORDS_H
#define GOUJI_EXPORT_WORDS_H

#include "base/json.h"
#include "base/str.h"

/* A file's name, which need not be UTF-8: bytes that are not become U+FFFD. */
void words_clean_name(struct buf *out, const char *name);
void words_json_name(struct json *j, const char *name);
/* On one line and harmless on a terminal: white space becomes one blank, what is hidden or a
 * control is shown as <U+202E>. s must be valid UTF-8. */
void words_show(struct buf *out, struct str s);
/* The same of a file's name. */
void words_show_name(struct buf *out, const char *name);
/* As a cell of a CSV record (RFC 4180): quoted where it must be. */
void words_csv(struct buf *out, struct str s);

#endif

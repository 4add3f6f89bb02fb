/* Files: read whole with a limit, write atomically, find. */
#ifndef GOUJI_BASE_FILE_H
#define GOUJI_BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"

/* The whole file into out (new). "-" is standard input. Folders, devices that never end and more
 * than `limit` bytes are refused (ERR_IO, ERR_LIMIT). */
bool file_read(const char *path, size_t limit, struct buf *out, struct err *err);

/* The first `bytes` of a regular file (fewer where it has fewer) into out (new), and how large it
 * is. false, untold: there is no such file, or it cannot be read. */
bool file_head(const char *path, size_t bytes, struct buf *out, size_t *size);

/* Replaces `path` by `data` or leaves it as it was, whatever happens: a temporary file in the same
 * folder, written, fsynced, renamed over, the folder fsynced. A symbolic link is followed (its
 * target is replaced); mode and, where permitted, owner of an existing file are kept. */
bool file_write_atomic(const char *path, struct str data, struct err *err);

bool file_exists(const char *path);
bool file_is_dir(const char *path);
/* May a file be made or replaced in the folder of `path`? */
bool file_may_write(const char *path);
/* Regular files of a folder (not below it) and links that lead nowhere, which whoever opens them is
 * told; sorted by bytes, full paths; hidden ones and *.review.yaml left out. Caller frees each and
 * the array with file_list_free(). */
bool file_list(const char *dir, char ***paths, size_t *n, struct err *err);
void file_list_free(char **paths, size_t n);
/* The part after the last slash; borrowed. */
const char *path_base(const char *path);
/* dir + "/" + name, the caller's to free(). */
char *path_join(const char *dir, const char *name);
/* The folder with forms/ and rules/: $GOUJI_DATADIR, else beside the program or one above it (a
 * build tree), else the installed one. The caller's to free(); NULL where none has a forms/. */
char *path_data_dir(void);
/* The folder with gettext catalogs, found in the same way (build tree: locale/ beside the program).
 */
char *path_locale_dir(void);
/* The image of the data (rule/pack.h): data.image beside the program, else the installed one, which
 * may not be there. free(). */
char *path_image(void);
/* $XDG_CONFIG_HOME/gouji or ~/.config/gouji; free(); NULL without a home. */
char *path_config_dir(void);

#endif

/* Names of files relative to a report. Private to beside/. */
#ifndef GOUJI_BESIDE_NAMES_H
#define GOUJI_BESIDE_NAMES_H

/* The path told from the folder of the report at `from`: "xidian-2019.txt", "../2019/xidian.txt".
 * Where the two have no folder in common, the path as it is on disk. free(). */
char *name_relative(const char *path, const char *from);
/* The other way: a path that can be opened. free(). */
char *name_resolve(const char *name, const char *from);

#endif

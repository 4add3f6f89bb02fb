/* Landlock, where the kernel has it: a process takes the file system away from itself. Called by
 * its system calls, since no C library wraps them. */
#ifndef GOUJI_IMPORT_LANDLOCK_H
#define GOUJI_IMPORT_LANDLOCK_H

#include <stddef.h>

/* From now on only what lies in these folders can be read and run, and nothing written; none of
 * them needs to be there. On newer kernels no TCP either. */
void landlock_confine(const char *const *folders, size_t n);

#endif

/* What a process of the sandbox gives up before it touches a foreign byte. Nothing here can be
 * taken back, so only a child calls it. */
#ifndef GOUJI_IMPORT_CONFINE_H
#define GOUJI_IMPORT_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

/* Of processor time, of waiting, and of address space. */
#define CONFINE_CPU_SECONDS 30
#define CONFINE_WALL_SECONDS 90
#define CONFINE_MEMORY ((size_t)512 << 20)

/* `seconds` of processor time. May only compute, read and write open descriptors, and end. */
void confine_reader(unsigned seconds);
/* Is about to run the program at `path` (absolute), for `seconds` of processor time: may read and
 * run what lies beside it and in the system's folders of libraries and data. */
void confine_program(const char *path, unsigned seconds);

#endif

/* What a process of the sandbox gives up before it touches a foreign byte. Nothing here can be
 * taken back, so only a child calls it. */
#ifndef GOUJI_IMPORT_CONFINE_H
#define GOUJI_IMPORT_CONFINE_H

#include <stdbool.h>
#include <stddef.h>

/* What one may take: of processor time, of waiting, and of memory, where nothing else is said. */
#define CONFINE_CPU_SECONDS 12
#define CONFINE_WALL_SECONDS 120
#define CONFINE_MEMORY ((size_t)384 << 20)

struct confine_limits {
	unsigned seconds; /* of processor time; 0: as above */
	size_t memory; /* bytes of address space, a reader's beyond what it was forked with; 0: as
			  above */
};

/* May only compute, read and write open descriptors, and end. */
void confine_reader(struct confine_limits limits);
/* Is about to run the program at `path` (absolute): may read and run what lies beside it and in the
 * system's folders of libraries and data. */
void confine_program(const char *path, struct confine_limits limits);

#endif

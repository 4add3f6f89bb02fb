/* The system calls of a save, replaced at link time (-Wl,--wrap), so that the nth of a kind can be
 * made to fail. */
#ifndef GOUJI_TESTS_FAULT_H
#define GOUJI_TESTS_FAULT_H

#include <stdbool.h>
#include <stddef.h>

enum call {
	CALL_OPEN,
	CALL_WRITE,
	CALL_FSYNC,
	CALL_CLOSE,
	CALL_FCHMOD,
	CALL_LINK,
	CALL_RENAME,
	CALLS
};

/* Which call fails, and how many there were; set anew for every run. */
struct fault {
	enum call call;
	unsigned nth; /* 0: none fails */
	int why;      /* errno; or, below 0, the signal that ends the program at that call */
	unsigned counts[CALLS];
	size_t write_max; /* 0: no limit; else as much as one write() takes */
};

extern struct fault fault;

const char *fault_call_name(enum call call);
/* Is the save to succeed all the same? Without a second name it still goes on, what was interrupted
 * is tried again, and of all close() only that of the new file can lose anything. `reads`: how many
 * files are read before. */
bool fault_is_harmless(unsigned reads);
unsigned fault_files_in(const char *dir);
bool fault_file_holds(const char *path, const char *text);
unsigned fault_descriptors(void);

#endif

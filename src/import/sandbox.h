/* Readers of foreign formats run in a child process that can do no harm: no new files, no writing,
 * no network, no new processes, little memory and time (confine.h). What it finds comes back over a
 * pipe and is checked there (feed.h).
 *
 * Must work wherever the program does: what the system does not offer (Landlock, seccomp in some
 * containers, an address space limit under a sanitizer) is left out, the rest still holds. */
#ifndef GOUJI_IMPORT_SANDBOX_H
#define GOUJI_IMPORT_SANDBOX_H

#include <sys/types.h>

#include "base/err.h"
#include "doc/sink.h"
#include "import/confine.h"
#include "import/feed.h"

#define SANDBOX_LIBRARIES 3

/* Reads what `job` names and feeds it. Runs confined: it can compute and read descriptors that are
 * open. false with err told: the err goes to the parent. */
struct sandbox_job {
	bool (*read)(struct feed *out, const struct sandbox_job *job, struct err *err);
	struct str bytes; /* what it reads */
	const void *data; /* what else it wants */
	/* sonames of what it loads (base/library.h), for it cannot open them itself */
	const char *libraries[SANDBOX_LIBRARIES];
	int fd;	  /* a descriptor it reads; below 0: none */
	int more; /* and another; 0 or below: none */
	struct confine_limits limits;
	bool source_is_text; /* of the document */
};

/* Runs the job and replays what it feeds into d. false: its own trouble, or it died, hung or grew
 * (ERR_LIMIT), or what came back makes no sense (ERR_FORMAT). */
bool sandbox_read(struct doc *d, const struct sandbox_job *job, struct err *err);

/* A program run under the same limits; it may read its own files, nothing of the user's. */
struct sandbox_program {
	struct confine_limits limits;
	pid_t pid;
	int output; /* its standard output, to be closed by whoever started it */
};

/* `limits` are set before. Starts argv[0] (a path) with `input` as its standard input, its messages
 * thrown away, no environment but a plain locale. */
bool sandbox_start(
	struct sandbox_program *p, const char *const *argv, struct str input, struct err *err);
/* Waits; kills it first where `kill_it`. The exit status, or 128 + the signal that ended it. */
int sandbox_finish(struct sandbox_program *p, bool kill_it);

#endif

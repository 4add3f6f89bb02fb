/* Where results go: standard output, as they come, or with -o a file, all at once and only when
 * done.
 *
 * Fill out.buf and flush now and then. A reader that went away or a full disk is told once, and
 * from then on the output counts as failed. */
#ifndef GOUJI_CLI_OUTPUT_H
#define GOUJI_CLI_OUTPUT_H

#include "base/str.h"
#include "cli/cli.h"

struct output {
	struct buf buf;
	const char *path; /* of -o; NULL: standard output */
	bool color;	  /* wanted, and borne by where it goes */
	bool failed;
};

/* false, with the reason told, where -o names one of the arguments. */
bool output_open(struct output *out, const struct cli *cli);
/* Writes what is there, unless it waits for the end; false where nothing more can be written. */
bool output_flush(struct output *out);
/* The end. Returns `status`, or CLI_TROUBLE where the results did not get out; frees. */
int output_close(struct output *out, int status);
/* The end where there are no results: a file named by -o stays as it was. */
void output_discard(struct output *out);

#endif

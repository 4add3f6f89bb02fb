/* What a document is made of; only doc/ sees it.
 *
 * Offsets are 32 bits wide: no source and no text may pass 4 GiB, which sink.c asserts and
 * importers see to (IMPORT_LIMIT is far below). The index of an 8 MB report so stays a fraction of
 * its text. */
#ifndef GOUJI_DOC_INSIDE_H
#define GOUJI_DOC_INSIDE_H

#include <stdint.h>

#include "base/arena.h"
#include "doc/doc.h"

/* A run of characters that map alike: text bytes from `text_from` up to the next run's are units of
 * `text_unit` bytes, each of which is `disk_unit` bytes of the source, the first at `disk_from`.
 * Glue has a `disk_unit` of 0. */
struct doc_run {
	uint32_t text_from, disk_from;
	uint16_t text_unit, disk_unit;
};

struct doc {
	struct arena *arena; /* names, grids and their cells */
	const char *file, *kind, *encoding;
	char *sha256;	  /* "" until it is asked for: a check asks for none */
	size_t size;	  /* of the file */
	struct buf bytes; /* the file; let go by doc_done() where the text is the source */
	struct buf text;
	bool source_is_text; /* disk spans are text spans; no runs are kept */
	bool keeps_lines;    /* lines of the text are lines of the source */
	bool done;
	VEC(struct doc_run) runs;   /* by text_from, which is also by place in a sane source */
	VEC(uint32_t) lines;	    /* where each begins */
	VEC(uint32_t) source_lines; /* where each but the first begins; empty where keeps_lines */
	VEC(struct block) blocks;
	unsigned page;
	const char *reader;	     /* of the grid being put, else NULL */
	VEC(struct grid_cell) cells; /* of the grid being put */
};

/* The span without white space at its ends; an empty one stays where it began. */
struct text_span sink_trim(const struct doc *d, struct text_span s);

#endif

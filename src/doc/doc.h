/* The document: what an importer made of a file, before anyone knows what it says.
 *
 * Coordinates. Three, each a type of its own:
 *   struct disk_span  bytes of the source: the file as it lies on disk, or, for DOCX and PDF, the text
 *                     extracted from it (what `--format=source` prints)
 *   struct text_span  bytes of the document's text: valid UTF-8, "\n" line ends, no BOM; all the program
 *                     above import/ thinks in these
 *   size_t line       lines of the text from 0 (shown to people from 1)
 * doc_disk() maps the second to the first; the bytes on disk there, decoded, are the text at the span.
 *
 * Shape. The text is covered by blocks in reading order: a paragraph (one line of a text file, one <p>),
 * or a grid (something that looks like a table: cells at rows and columns). A grid may be wrong in every
 * way a lost layout can be wrong; it is evidence for table/, not truth. A page mark is a block too.
 *
 * Ownership: the document owns everything; what its functions return is borrowed and lives as long. */
#ifndef GOUJI_DOC_DOC_H
#define GOUJI_DOC_DOC_H

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"

struct text_span {
	size_t from, to;
};

struct disk_span {
	size_t from, to;
};

struct grid_cell {
	size_t row, col;         /* from 0; col counts grid columns, so a cell behind a colspan of 2 skips one */
	size_t rowspan, colspan; /* from 1 */
	struct text_span span;   /* its text without surrounding white space; empty (from == to) where blank */
	bool more;               /* goes on with the text of the cell above it; all of its row do */
	bool unsure;             /* the importer cannot tell for sure that this is its text and its place */
};

struct grid {
	const char *reader; /* which layout reader made it: "pipes", "tabs", "lines", "html", ... */
	size_t rows, cols;
	struct grid_cell *cells; /* by row, then column */
	size_t n;
	struct text_span span; /* from the first byte to past the last */
};

enum block_kind {
	BLOCK_PARA, /* span without its line end, never empty */
	BLOCK_GRID,
	BLOCK_MARK, /* a page mark or form feed: no words of the report */
};

struct block {
	enum block_kind kind;
	struct text_span span;
	const struct grid *grid; /* BLOCK_GRID */
	unsigned page;           /* from 1; 0 where the source has no pages */
};

struct doc;

void doc_free(struct doc *d); /* NULL is fine */
const char *doc_file(const struct doc *d);       /* as it was named */
struct str doc_source(const struct doc *d);      /* what disk spans index */
struct str doc_text(const struct doc *d);        /* what text spans index */
const char *doc_encoding(const struct doc *d);   /* "UTF-8", "UTF-8 with BOM" is "UTF-8", "GB18030" */
const char *doc_kind(const struct doc *d);       /* the importer: "text", "html", "docx", "pdf" */
const char *doc_sha256(const struct doc *d);     /* of the file's bytes */
size_t doc_bytes(const struct doc *d);           /* the file's size */
size_t doc_block_count(const struct doc *d);
const struct block *doc_block(const struct doc *d, size_t i);

struct str doc_str(const struct doc *d, struct text_span s); /* the text there */
struct disk_span doc_disk(const struct doc *d, struct text_span s);
size_t doc_line_count(const struct doc *d);
struct text_span doc_line(const struct doc *d, size_t line); /* without its line end */
size_t doc_line_at(const struct doc *d, size_t at);          /* the line that holds byte `at` */
/* The line in the source, from 1, as an editor would number it. */
size_t doc_source_line(const struct doc *d, size_t at);
/* The whole document as an indented tree for goldens and `gouji tables --format=tree`. */
void doc_dump(const struct doc *d, struct buf *out);

static inline bool text_span_empty(struct text_span s)
{
	return s.from >= s.to;
}
static inline bool text_span_covers(struct text_span s, size_t at)
{
	return s.from <= at && at < s.to;
}
/* The smallest span that holds both; an empty one adds nothing. */
static inline struct text_span text_span_join(struct text_span a, struct text_span b)
{
	if (text_span_empty(a))
		return b;
	if (text_span_empty(b))
		return a;
	return (struct text_span){a.from < b.from ? a.from : b.from, a.to > b.to ? a.to : b.to};
}
/* The next run without white space at or behind `at`, no farther than `to`; empty where none is. */
struct text_span text_next_word(struct str text, size_t at, size_t to);

#endif

/* The sink importers feed. One document is built front to back:
 *   doc_new → sink_text (as often as it takes, in order) → blocks in order → doc_done
 * Text comes first or goes along with the blocks, but a block may only name text already put.
 * Neither the file nor the text may reach 4 GiB (asserted): an importer that unpacks keeps a limit.
 * Text and lines can be read back (doc_text, doc_line) while the document is being made. */
#ifndef GOUJI_DOC_SINK_H
#define GOUJI_DOC_SINK_H

#include "doc/doc.h"

/* `file` is copied. `bytes` is the file as read: taken over (*bytes is new again). Unless
 * sink_source() says otherwise it is also the source. */
struct doc *doc_new(const char *file, const char *kind, struct buf *bytes);
/* For importers whose spans are in extracted text: the source is what sink_text() puts. */
void sink_source_is_text(struct doc *d);
/* Promises that line n of the text is line n of the source (else the source's line ends are
 * counted). */
void sink_keeps_lines(struct doc *d);
/* The file as read, until doc_done(), also where the source is the text. */
struct str sink_bytes(const struct doc *d);
void sink_encoding(struct doc *d, const char *name);
/* So much text is still to come; saves moving it as it grows. */
void sink_reserve(struct doc *d, size_t bytes);

/* Appends text that the source holds at `from`, character for character: each character of
 * `text_unit` bytes here is `disk_unit` bytes there (1:1 for ASCII and UTF-8, 3:2 for Han in
 * GB18030, the whole of a character reference such as &nbsp; is 2:6). Returns where it lies now.
 * Runs that continue the one before are joined, so calling it for each character is cheap. */
struct text_span sink_text(
	struct doc *d, struct str text, size_t from, size_t text_unit, size_t disk_unit);
/* Text the source does not hold (a line end between two table cells of HTML); maps to the empty
 * disk span at `from`. */
struct text_span sink_glue(struct doc *d, struct str text, size_t from);

/* A paragraph; white space around it is trimmed off, an empty one is dropped. */
void sink_para(struct doc *d, struct text_span span);
void sink_mark(struct doc *d, struct text_span span);
void sink_page(struct doc *d, unsigned page); /* of the blocks that follow */

/* A grid, cell by cell in any order; white space around a cell's text is trimmed off. Grids do not
 * nest (importers flatten nested tables: the inner one comes first as a grid of its own). */
void sink_grid_begin(struct doc *d, const char *reader); /* reader: a static string */
void sink_cell(struct doc *d, size_t row, size_t col, size_t rowspan, size_t colspan,
	struct text_span span);
/* The cell put last may be another's, or hold another's text. */
void sink_unsure(struct doc *d);
/* The cell put last goes on with the text of the one above it. */
void sink_goes_on(struct doc *d);
/* The text is a mail's quote: cells of the grid being put that run to the next line, or begin
 * there, end or begin with no ">" of it. */
void sink_unquote(struct doc *d);
/* Rows of the grid being put that are several, kept in one by line breaks: each cell with values in
 * it has so many, one a line, and a label as many lines. They become rows, and cells beside them go
 * over all of these. */
typedef bool sink_is_value(struct str s);
void sink_split_rows(struct doc *d, sink_is_value *is_value);
/* span: all of it; no cells, no grid. Returns how many cells. */
size_t sink_grid_end(struct doc *d, struct text_span span);

/* Sorts and seals. No sink_ call afterwards. */
void doc_done(struct doc *d);

#endif

/* How a reader in a child process hands over what it found: the calls of doc/sink.h as records on a
 * pipe. The child writes them with feed_*(), which mirror sink_*(); the parent checks each one like
 * any input and replays it into the document (feed_replay()).
 *
 * Coordinates are those of the sink: places of the text count what was fed so far, places of the
 * source are bytes of the file; a document whose source is its text (DOCX, PDF) feeds plain text.
 *
 * A record is a byte that says which, then numbers (seven bits a byte, the lowest first, the high
 * bit where more follow) and, for text, as many bytes as said. The last one is FEED_END or
 * FEED_TROUBLE: a stream without either was cut off. */
#ifndef GOUJI_IMPORT_FEED_H
#define GOUJI_IMPORT_FEED_H

#include "base/err.h"
#include "doc/sink.h"

/* No document has more cells; the table of a report has 160, and a file may hold some hundred
 * reports. Rows and columns of one grid are bounded as well. */
#define FEED_CELLS_MAX ((size_t)1 << 20)
#define FEED_ROWS_MAX ((size_t)1 << 16)
#define FEED_COLS_MAX ((size_t)4096)
/* And more paragraphs; text has lines instead. */
#define FEED_PARAS_MAX ((size_t)1 << 20)
/* No source is unpacked to more text than this, in bytes. */
#define FEED_TEXT_MAX ((size_t)256 << 20)

enum feed_record {
	FEED_END = 'E',
	FEED_TROUBLE = '!', /* kind, bytes of the message */
	FEED_TEXT = 'T',    /* from, text unit, disk unit, bytes of text */
	FEED_GLUE = 'G',    /* from, bytes of text */
	FEED_PARA = 'P',    /* from, to */
	FEED_LINES = 'L',   /* from, to: lines as of a text file */
	FEED_MARK = 'M',    /* from, to */
	FEED_PAGE = 'F',    /* number */
	FEED_GRID = '(',    /* number of the reader in feed_readers */
	FEED_CELL = 'C',    /* row, column, row span, column span, from, to */
	FEED_UNSURE = '?',  /* of the cell before */
	FEED_CLOSE = ')',   /* from, to */
};

/* FEED_BOXES: of a PDF, with a border around each cell. */
enum feed_reader { FEED_HTML, FEED_DOCX, FEED_PDF, FEED_BOXES, FEED_READERS };

/* --- the child's side --- */

struct feed;

/* Writes to fd, which stays the caller's. The process ends where nobody reads any more. */
struct feed *feed_new(int fd);
void feed_free(struct feed *f); /* writes nothing: what was not ended is cut off */
void feed_end(struct feed *f);
void feed_trouble(struct feed *f, const struct err *err);

size_t feed_length(const struct feed *f); /* of the text so far */
struct text_span feed_text(
	struct feed *f, struct str text, size_t from, size_t text_unit, size_t disk_unit);
struct text_span feed_glue(struct feed *f, struct str text, size_t from);
/* Text of a document whose source is its text. */
struct text_span feed_plain(struct feed *f, struct str text);
void feed_para(struct feed *f, struct text_span span);
void feed_mark(struct feed *f, struct text_span span);
/* Whole lines of plain text, of which the parent makes paragraphs and grids as of a text file's. */
void feed_lines(struct feed *f, struct text_span span);
void feed_page(struct feed *f, unsigned page);
void feed_grid_begin(struct feed *f, enum feed_reader reader);
/* false: the document has as many cells as it may, or the grid as many rows; this one is not put.
 */
bool feed_cell(struct feed *f, size_t row, size_t col, size_t rowspan, size_t colspan,
	struct text_span span);
void feed_unsure(struct feed *f); /* as sink_unsure() */
void feed_grid_end(struct feed *f, struct text_span span);

/* --- the parent's side --- */

/* Reads records from fd until the last and puts them into d. `deadline` is a time of
 * CLOCK_MONOTONIC in milliseconds, `source` how many bytes the source has (FEED_TEXT_MAX where it
 * is the text). false: the child's own trouble, a cut stream (ERR_IO: the caller knows more), time
 * is up (ERR_LIMIT), or records that make no sense (ERR_FORMAT). */
bool feed_replay(int fd, long long deadline, size_t source, struct doc *d, struct err *err);
long long feed_clock(void); /* that clock now */

#endif

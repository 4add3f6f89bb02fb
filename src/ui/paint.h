/* A screen in memory, and drawing on it. Views draw here with widths of our own (base/utf8.h), so
 * that nothing in them needs a terminal; term.c puts what changed on the real one.
 *
 * Coordinates: row and column of the screen from 0. A glyph is what takes columns together: a base
 * character with its combining marks (1 or 2 columns; 0 for marks that have no base), or, for what
 * would hide or harm (utf8_is_hidden()), its name in brackets, <U+202E>. A glyph that does not fit
 * is left out whole: there is never half of one. */
#ifndef GOUJI_UI_PAINT_H
#define GOUJI_UI_PAINT_H

#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"
#include "ui/style.h"

#define PAINT_CHARS 3 /* a base and two marks */

struct glyph {
	size_t from, to;	  /* bytes in the text it was read from */
	uint32_t ch[PAINT_CHARS]; /* 0-padded; unused where hidden */
	int columns;
	bool hidden;
	char name[12]; /* hidden: as shown */
};

/* The glyph at *at, which moves past it. A tab is a glyph of one blank: its gap is the view's
 * affair. */
struct glyph glyph_next(struct str s, size_t *at, int ambiguous);
/* Of a text longer than any screen is wide it tells no more than that: a message may be megabytes.
 */
#define GLYPH_COLUMNS_MAX 4096
size_t glyph_columns(struct str s, int ambiguous);
/* The longest beginning of s that fits in `columns`. */
struct str glyph_fit(struct str s, int columns, int ambiguous);

struct rect {
	int row, col, rows, cols;
};

struct paint_cell {
	uint32_t ch[PAINT_CHARS];
	uint8_t columns; /* 1, 2; 0: the right half of the cell before */
	uint8_t role;
};

/* What stands where, for the mouse: told by the views as they draw. */
enum hit_kind {
	HIT_TEXT,    /* index: where the row shown begins, a byte of the text */
	HIT_CELL,    /* report cell */
	HIT_FINDING, /* finding */
	HIT_REPORT,  /* place in the list of reports */
	HIT_MAP	     /* the map of the report (ui/map.h): its row is the click's in r */
};
struct hit {
	struct rect r;
	enum hit_kind kind;
	size_t index;
};

struct canvas {
	int rows, cols;
	struct paint_cell *cells;   /* owned; rows * cols */
	int ambiguous;		    /* columns of ambiguous characters: 1 or 2 */
	bool ascii;		    /* borders and marks from ASCII */
	int cursor_row, cursor_col; /* -1: no cursor is shown */
	VEC(struct hit) hits;
	unsigned long cleared; /* so often was all of it */
};

/* Glyphs for marks and borders: as wished, or in ASCII where wished or where the terminal would
 * take two columns for them. */
enum mark {
	MARK_NONE,
	MARK_BAR,      /* ▌ */
	MARK_DONE,     /* ✓ */
	MARK_ARROW,    /* → */
	MARK_GAP,      /* ⋮ */
	MARK_ELLIPSIS, /* … */
	MARK_BLANK,    /* · */
	MARK_POINT,    /* › */
	MARK_PENCIL,   /* ✎ */
	MARK_RETURN,   /* ↵ */
};

void canvas_resize(struct canvas *c, int rows, int cols);
void canvas_free(struct canvas *c);
void canvas_clear(struct canvas *c);
/* Blanks r, and forgets the hits in it. No glyph may lie across its border. */
void canvas_wipe(struct canvas *c, struct rect r);
/* As text, a line a row, trailing blanks left out: for tests. */
void canvas_dump(const struct canvas *c, struct buf *out);
static inline struct paint_cell *canvas_at(const struct canvas *c, int row, int col)
{
	return &c->cells[row * c->cols + col];
}

void canvas_add_hit(struct canvas *c, struct rect r, enum hit_kind kind, size_t index);
/* The last one drawn there; NULL: none. */
const struct hit *canvas_hit(const struct canvas *c, int row, int col);
const char *paint_mark(const struct canvas *c, enum mark mark);
/* Draws s from (row, col), clipped to `clip`; returns the column past it, or the first one past
 * the clip. */
int paint_text(struct canvas *c, struct rect clip, int row, int col, enum role role, struct str s);
int paint_cstr(struct canvas *c, struct rect clip, int row, int col, enum role role, const char *s);
int paint_glyph(struct canvas *c, struct rect clip, int row, int col, enum role role,
	const struct glyph *g);
/* In a field of `cols`: cut with an ellipsis where too long, padded with blanks where short. */
void paint_field(struct canvas *c, struct rect clip, int row, int col, int cols, enum role role,
	struct str s, bool right);
void paint_fill(struct canvas *c, struct rect r, enum role role); /* with blanks */
/* Lines of a border; where they meet another line they join it. */
void paint_hline(struct canvas *c, int row, int col, int cols);
void paint_vline(struct canvas *c, int row, int col, int rows);

static inline struct rect rect_of(int row, int col, int rows, int cols)
{
	return (struct rect){row, col, rows, cols};
}

#endif

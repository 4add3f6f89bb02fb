/* Roles: what a piece of the screen means. Views name roles; style.c says how each looks on the
 * terminal at hand, with 256 colours, 8, or none (NO_COLOR, monochrome). Every distinction that
 * matters is also made by a glyph or an attribute, never by colour alone. */
#ifndef GOUJI_UI_STYLE_H
#define GOUJI_UI_STYLE_H

#include "desk/session.h"

enum role {
	ROLE_TEXT,
	ROLE_STRONG,
	ROLE_FAINT, /* there, but not what is looked for: line numbers, folded runs */
	ROLE_BORDER,
	ROLE_TITLE,	 /* the title bar */
	ROLE_TITLE_MARK, /* what needs attention on it */
	ROLE_HEAD,	 /* heading of a pane */
	ROLE_HEAD_FOCUS, /* heading of the pane that has the keys */
	ROLE_COLUMN,	 /* column and row headings of a table */
	ROLE_BAR,	 /* key bar */
	ROLE_BAR_KEY,
	ROLE_ERROR, /* severities: glyphs and words */
	ROLE_WARNING,
	ROLE_NOTE,
	ROLE_DONE,	/* decided */
	ROLE_LIT_ERROR, /* words and cells of the current finding */
	ROLE_LIT_WARNING,
	ROLE_LIT_NOTE,
	ROLE_FOUND, /* words and cells of other findings */
	ROLE_FOCUS, /* the cell or character under the cursor */
	ROLE_SELECTED,
	ROLE_HIT,    /* search hits */
	ROLE_STRUCK, /* the printed value of a corrected cell */
	ROLE_CORRECTED,
	ROLE_HIDDEN, /* <U+202E> and the like */
	ROLE_SAY,    /* messages */
	ROLE_SAY_WARNING,
	ROLE_SAY_ERROR,
	ROLE_PROMPT,
	ROLE_COUNT
};

enum style_attr {
	STYLE_BOLD = 1 << 0,
	STYLE_DIM = 1 << 1,
	STYLE_UNDERLINE = 1 << 2,
	STYLE_REVERSE = 1 << 3,
	STYLE_ITALIC = 1 << 4,
};

struct style {
	unsigned attrs; /* of enum style_attr */
	short colour;	/* foreground; -1: the terminal's own */
};

/* colours: what the terminal has, 0 for none wanted. */
struct style style_of(enum role role, int colours);

enum role style_severity(enum severity s);
enum role style_lit(enum severity s);
/* One column wide, ASCII: "!", "?", "i". */
const char *style_severity_glyph(enum severity s);

#endif

/* How roles look. Colours were picked to be readable on light and dark backgrounds alike; the
 * background is always the terminal's own, "reverse" is how things stand out. */
#include "ui/style.h"

#include <assert.h>

enum { OWN = -1 };

/* Attributes with colours, attributes without, colour of 256, colour of 8: of those red and magenta
 * alone are readable on black and on white. */
struct row {
	enum role role;
	unsigned attrs, mono;
	short many, few;
};

static const struct row rows[ROLE_COUNT] = {
	{ROLE_TEXT, 0, 0, OWN, OWN},
	{ROLE_STRONG, STYLE_BOLD, STYLE_BOLD, OWN, OWN},
	{ROLE_FAINT, 0, STYLE_DIM, 244, OWN},
	{ROLE_BORDER, 0, 0, 244, OWN},
	{ROLE_TITLE, STYLE_REVERSE, STYLE_REVERSE, OWN, OWN},
	{ROLE_TITLE_MARK, STYLE_REVERSE | STYLE_BOLD, STYLE_REVERSE | STYLE_BOLD, OWN, OWN},
	{ROLE_HEAD, 0, 0, OWN, OWN},
	{ROLE_HEAD_FOCUS, STYLE_BOLD | STYLE_REVERSE, STYLE_BOLD | STYLE_REVERSE, OWN, OWN},
	{ROLE_COLUMN, 0, 0, 66, OWN},
	{ROLE_BAR, 0, 0, OWN, OWN},
	{ROLE_BAR_KEY, STYLE_BOLD, STYLE_BOLD, 66, OWN},
	{ROLE_ERROR, STYLE_BOLD, STYLE_BOLD, 160, 1},
	{ROLE_WARNING, STYLE_BOLD, STYLE_BOLD, 136, 5},
	{ROLE_NOTE, 0, 0, 32, OWN},
	{ROLE_DONE, 0, 0, 28, OWN},
	{ROLE_LIT_ERROR, STYLE_REVERSE | STYLE_BOLD, STYLE_REVERSE | STYLE_BOLD, 160, 1},
	{ROLE_LIT_WARNING, STYLE_REVERSE | STYLE_BOLD, STYLE_REVERSE | STYLE_BOLD, 136, 5},
	{ROLE_LIT_NOTE, STYLE_REVERSE, STYLE_REVERSE, 32, OWN},
	{ROLE_FOUND, STYLE_UNDERLINE, STYLE_UNDERLINE, OWN, OWN},
	{ROLE_FOCUS, STYLE_REVERSE | STYLE_UNDERLINE, STYLE_REVERSE | STYLE_UNDERLINE, OWN, OWN},
	{ROLE_SELECTED, STYLE_REVERSE, STYLE_REVERSE, OWN, OWN},
	{ROLE_HIT, STYLE_UNDERLINE | STYLE_BOLD, STYLE_UNDERLINE | STYLE_BOLD, 136, OWN},
	{ROLE_STRUCK, STYLE_DIM, STYLE_DIM, 244, OWN},
	{ROLE_CORRECTED, STYLE_BOLD, STYLE_BOLD, 28, OWN},
	{ROLE_HIDDEN, STYLE_REVERSE, STYLE_REVERSE, 133, 5},
	{ROLE_SAY, 0, 0, OWN, OWN},
	{ROLE_SAY_WARNING, STYLE_BOLD, STYLE_BOLD, 136, 5},
	{ROLE_SAY_ERROR, STYLE_BOLD, STYLE_BOLD | STYLE_UNDERLINE, 160, 1},
	{ROLE_PROMPT, STYLE_BOLD, STYLE_BOLD, OWN, OWN},
};

struct style style_of(enum role role, int colours)
{
	const struct row *r = &rows[role];

	assert(r->role == role);
	if (colours >= 256)
		return (struct style){r->attrs, r->many};
	if (colours >= 8 && r->few != OWN)
		return (struct style){r->attrs, r->few};
	return (struct style){r->mono, OWN};
}

enum role style_severity(enum severity s)
{
	return s == SEVERITY_ERROR ? ROLE_ERROR : s == SEVERITY_WARNING ? ROLE_WARNING : ROLE_NOTE;
}

enum role style_lit(enum severity s)
{
	return s == SEVERITY_ERROR     ? ROLE_LIT_ERROR
	       : s == SEVERITY_WARNING ? ROLE_LIT_WARNING
				       : ROLE_LIT_NOTE;
}

const char *style_severity_glyph(enum severity s)
{
	return s == SEVERITY_ERROR ? "!" : s == SEVERITY_WARNING ? "?" : "i";
}

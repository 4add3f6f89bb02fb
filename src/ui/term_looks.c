/* What a terminal is told with, from its terminfo. */
#include "ui/term_looks.h"

#include <curses.h>
#include <string.h>
#include <term.h>

#include "ui/term_cap.h"

/* Attributes and the bit each has in "ncv", which lists those that do not go with colours. */
static const struct {
	unsigned attr, no_colour;
	const char *name;
} attributes[] = {
	{STYLE_BOLD, 32, "bold"},
	{STYLE_DIM, 16, "dim"},
	{STYLE_UNDERLINE, 2, "smul"},
	{STYLE_REVERSE, 4, "rev"},
	{STYLE_ITALIC, 0, "sitm"},
};

/* A string of terminfo may say how long to wait behind it: "$<5>", with a "*" or "/" after the
 * figure. */
static size_t padding(const char *s)
{
	size_t n = 2;

	if (s[0] != '$' || s[1] != '<')
		return 0;
	n += strspn(s + n, "0123456789.*/");
	return s[n] == '>' ? n + 1 : 0;
}

static void add_unpadded(const char *s, struct buf *out)
{
	while (s && *s) {
		size_t n = padding(s);

		if (n == 0)
			buf_addc(out, *s);
		s += n ? n : 1;
	}
}

static char *cap_copy(const char *name)
{
	struct buf text = {0};

	buf_adds(&text, ""); /* so that there is a text */
	add_unpadded(term_cap(name), &text);
	return buf_take(&text);
}

static void make_look(struct term_look *look, enum role role, int colours)
{
	struct style style = style_of(role, colours);
	struct buf on = {0}, off = {0};
	int ncv = tigetnum("ncv");

	buf_adds(&on, "");
	buf_adds(&off, "");
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		bool clashes = style.colour >= 0 && ncv > 0 && (ncv & (int)attributes[i].no_colour);

		if ((style.attrs & attributes[i].attr) && !clashes)
			add_unpadded(term_cap(attributes[i].name), &on);
	}
	if (style.colour >= 0) {
		add_unpadded(tiparm(term_cap("setaf"), style.colour), &on);
		add_unpadded(term_cap("op"), &off);
	}
	if (style.attrs)
		add_unpadded(term_cap("sgr0"), &off);
	look->on = buf_take(&on);
	look->off = buf_take(&off);
}

/* Without the cookies that some old terminals leave on the screen at each change of attributes. */
static bool has_attributes(void)
{
	return term_cap("sgr0") && tigetnum("xmc") < 0;
}

void term_looks_make(struct term_looks *l, bool colour)
{
	int colours = colour && term_cap("setaf") && term_cap("op") ? tigetnum("colors") : 0;

	for (int role = 0; role < ROLE_COUNT; role++) {
		if (has_attributes())
			make_look(&l->roles[role], (enum role)role, colours);
		else
			l->roles[role] = (struct term_look){cap_copy(""), cap_copy("")};
	}
	bool hides = term_cap("civis") && term_cap("cnorm");

	l->hide = cap_copy(hides ? "civis" : "");
	l->show = cap_copy(hides ? "cnorm" : "");
	l->clear_right = cap_copy("el");
	l->no_corner = tigetflag("am") > 0 && tigetflag("xenl") <= 0;
}

static void place(int row, int col, struct buf *out)
{
	add_unpadded(tiparm(term_cap("cup"), row, col), out);
}

static void scroll_rows(int rows, int top, int bottom, int by, struct buf *out)
{
	add_unpadded(tiparm(term_cap("csr"), top, bottom - 1), out);
	place(by > 0 ? bottom - 1 : top, 0, out);
	for (int i = 0; i < by || i < -by; i++)
		add_unpadded(term_cap(by > 0 ? "ind" : "ri"), out);
	add_unpadded(tiparm(term_cap("csr"), 0, rows - 1), out);
}

struct term_moves term_moves_make(void)
{
	bool scrolls = term_cap("csr") && term_cap("ind") && term_cap("ri");

	return (struct term_moves){place, scrolls ? scroll_rows : NULL};
}

/* Folding short texts. */
#include "ui/para.h"

static bool keeps_together(unsigned ch)
{
	return (ch > ' ' && ch < 127) || (ch >= 0xc0 && ch < 0x250);
}

/* What may not begin a row: closing marks, as GB/T 15834 has it. */
static bool clings(unsigned ch)
{
	static const unsigned closing[] = {0xff0c, 0x3002, 0x3001, 0xff1b, 0xff1a, 0xff09, 0x300b,
		0x201d, 0xff1f, 0xff01, 0x3015};

	for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++)
		if (closing[i] == ch)
			return true;
	return false;
}

size_t para_break(struct str s, int columns, int ambiguous, size_t *next)
{
	size_t begin = 0; /* the next row may begin here */
	bool in_word = false;
	int used = 0;

	for (size_t at = 0; at < s.n;) {
		struct glyph g = glyph_next(s, &at, ambiguous);

		if (s.p[g.from] == '\n') {
			*next = at;
			return g.from;
		}
		bool blank = g.ch[0] == ' ' && !g.hidden;
		bool keep = !g.hidden && keeps_together(g.ch[0]);

		if (!blank && !(keep && in_word) && !clings(g.ch[0]))
			begin = g.from;
		if (used + g.columns > columns && !blank) {
			if (begin == 0) /* one long word: anywhere will do */
				begin = g.from > 0 ? g.from : g.to;
			*next = begin;
			return str_trim(str_slice(s, 0, begin)).n;
		}
		used += g.columns;
		in_word = keep;
	}
	*next = s.n;
	return s.n;
}

int para_draw(struct canvas *c, struct rect r, int hang, enum role role, struct str s)
{
	int row = 0;

	for (size_t next; s.n > 0 && row < r.rows; row++) {
		int indent = row > 0 ? hang : 0;
		int columns = r.cols - indent;
		size_t n = para_break(s, columns, c->ambiguous, &next);

		if (row == r.rows - 1 && next < s.n)
			paint_field(c, r, r.row + row, r.col + indent, columns, role, s, false);
		else
			paint_text(c, r, r.row + row, r.col + indent, role, str_slice(s, 0, n));
		s = str_slice(s, next, s.n);
	}
	return row;
}

int para_rows(struct str s, int columns, int hang, int ambiguous)
{
	int rows = 0;

	for (size_t next; s.n > 0; rows++) {
		para_break(s, columns - (rows > 0 ? hang : 0), ambiguous, &next);
		s = str_slice(s, next, s.n);
	}
	return rows;
}

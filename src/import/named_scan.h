/* Looking at a line's text sign by sign, for lists that name their values (named_line.h). */
#ifndef GOUJI_IMPORT_NAMED_SCAN_H
#define GOUJI_IMPORT_NAMED_SCAN_H

#include "base/utf8.h"
#include "import/layout.h"
#include "import/signs.h"

static inline struct str named_text(const struct layout *l, struct text_span s)
{
	return str_slice(l->text, s.from, s.to);
}
static inline bool named_is_colon(unsigned ch)
{
	return ch == ':' || ch == 0xff1a;
}
static inline bool named_is_comma(unsigned ch)
{
	return ch == ',' || ch == 0xff0c || ch == ';' || ch == 0xff1b;
}

/* Without white space around it; and without what Markdown puts around words. */
struct text_span named_trim(const struct layout *l, struct text_span s);
struct text_span named_bare(const struct layout *l, struct text_span s);

struct named_scan {
	const struct layout *l;
	size_t at, to;
	size_t from; /* of the sign taken last */
	size_t depth;
};

/* The next sign outside of brackets; 0 at the end. */
static inline unsigned named_scan_next(struct named_scan *s)
{
	while (s->at < s->to) {
		unsigned ch = (s->from = s->at, utf8_next(s->l->text, &s->at));

		if (sign_is_opening(ch) || ch == 0x3010)
			s->depth++;
		else if ((sign_is_closing(ch) || ch == 0x3011) && s->depth > 0)
			s->depth--;
		else if (s->depth == 0)
			return ch;
	}
	return 0;
}
/* Does that sign part what stands around it? A comma in a number need not. */
bool named_scan_parts(const struct named_scan *s, unsigned ch);

/* Outside of brackets. */
bool named_has_colon(const struct layout *l, struct text_span s);
bool named_has_commas(const struct layout *l, struct text_span s);
/* A digit behind the first character: it may be a value. */
bool named_has_figure(const struct layout *l, struct text_span s);

#endif

/* What a page's styles hide: an element's own style, and the plainest rules of the page's <style>s,
 * those of one class (.copy) or one id (#copy). Style sheets beside the page are out of reach.
 *
 * Only html_*.c include this. */
#ifndef GOUJI_IMPORT_HTML_STYLE_H
#define GOUJI_IMPORT_HTML_STYLE_H

#include <gumbo.h>
#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"

/* How much of what is hidden is shown all the same. */
enum html_show {
	HTML_SHOW_PLAIN,     /* nothing */
	HTML_SHOW_INVISIBLE, /* what is invisible until a script has run */
	HTML_SHOW_ALL,
};

struct html_styles {
	VEC(struct str) hidden; /* ".copy", "#copy"; within the page's text */
};

/* What the text of a <style> hides, in addition; what it shows again counts as shown. The text is
 * borrowed. */
void html_styles_add(struct html_styles *s, struct str css);
void html_styles_free(struct html_styles *s);
bool html_styles_hide(const struct html_styles *s, const GumboNode *element, enum html_show show);

/* Set above or below the line: the number of a note, no digit of what is before it. */
bool html_is_raised(const GumboNode *g);

/* An element's attribute, and its value; NULL where it has none. */
const GumboAttribute *html_attribute_of(const GumboNode *element, const char *name);
const char *html_element_attribute(const GumboNode *element, const char *name);

#endif

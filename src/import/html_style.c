/* Styles that hide. */
#include "import/html_style.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* A page has no more classes that hide; what is beyond stays shown. */
#define HIDDEN_MAX 64

const GumboAttribute *html_attribute_of(const GumboNode *element, const char *name)
{
	const GumboVector *all = &element->v.element.attributes;

	for (unsigned i = 0; i < all->length; i++) {
		const GumboAttribute *a = all->data[i];

		if (strcasecmp(a->name, name) == 0)
			return a;
	}
	return NULL;
}

const char *html_element_attribute(const GumboNode *element, const char *name)
{
	const GumboAttribute *a = html_attribute_of(element, name);

	return a ? a->value : NULL;
}

/* Does a declaration say `what`, however it is spaced and cased? */
static bool declares(struct str style, const char *what)
{
	for (size_t from = 0; from < style.n; from++) {
		const char *w = what;

		for (size_t at = from; at < style.n && *w; at++) {
			if (isspace((unsigned char)style.p[at]))
				continue;
			if (tolower((unsigned char)style.p[at]) != *w)
				break;
			w++;
		}
		if (!*w)
			return true;
	}
	return false;
}

/* Struck out is as good as not there. */
static bool strikes(struct str style)
{
	return declares(style, "text-decoration:line-through") ||
	       declares(style, "text-decoration-line:line-through");
}

static bool hides(struct str style, enum html_show show)
{
	return show < HTML_SHOW_ALL &&
	       (declares(style, "display:none") || strikes(style) || declares(style, "mso-hide:all") ||
		       (show < HTML_SHOW_INVISIBLE && declares(style, "visibility:hidden")));
}

/* --- rules --- */

static bool is_of_name(char ch)
{
	return isalnum((unsigned char)ch) || ch == '-' || ch == '_' || (ch & 0x80);
}

/* The next ".copy" or "#copy" at or behind *at; empty where none is. */
static struct str next_name(struct str selectors, size_t *at)
{
	size_t from = *at, to;

	while (from < selectors.n && selectors.p[from] != '.' && selectors.p[from] != '#')
		from++;
	to = from < selectors.n ? from + 1 : from;
	while (to < selectors.n && is_of_name(selectors.p[to]))
		to++;
	*at = to;
	return str_slice(selectors, from, to);
}

static void show_again(struct html_styles *s, struct str selectors)
{
	struct str name;

	for (size_t at = 0; (name = next_name(selectors, &at)).n;)
		for (size_t i = s->hidden.n; i-- > 0;)
			if (str_eq(s->hidden.v[i], name))
				s->hidden.v[i] = s->hidden.v[--s->hidden.n];
}

/* Those of the selectors that are one class or id and nothing else. */
static void hide(struct html_styles *s, struct str selectors)
{
	for (size_t at = 0; at <= selectors.n && s->hidden.n < HIDDEN_MAX;) {
		size_t comma = str_find(selectors, STR(","), at), none = 0;
		size_t end = comma == STR_NONE ? selectors.n : comma;
		struct str one = str_trim(str_slice(selectors, at, end));

		if (one.n > 1 && str_eq(next_name(one, &none), one))
			*vec_push(&s->hidden) = one;
		at = end + 1;
	}
}

static void take_rule(struct html_styles *s, struct str selectors, struct str body)
{
	if (declares(body, "display:none"))
		hide(s, selectors);
	else if (declares(body, "display:"))
		show_again(s, selectors);
}

/* Behind a comment or the mark (<!--) of one, `at` itself where none begins there. */
static size_t behind_comment(struct str css, size_t at)
{
	if (str_starts(str_slice(css, at, css.n), "<!--"))
		return at + 4;
	if (!str_starts(str_slice(css, at, css.n), "/*"))
		return at;
	size_t end = str_find(css, STR("*/"), at + 2);

	return end == STR_NONE ? css.n : end + 2;
}

/* Behind the block that is open at `at`. */
static size_t behind_block(struct str css, size_t at)
{
	for (size_t depth = 1; at < css.n && depth > 0; at++) {
		if (css.p[at] == '{')
			depth++;
		else if (css.p[at] == '}')
			depth--;
	}
	return at;
}

void html_styles_add(struct html_styles *s, struct str css)
{
	size_t from = 0, next;

	for (size_t at = 0; at < css.n; at = next) {
		next = behind_comment(css, at);
		if (next > at) {
			from = next;
			continue;
		}
		next = at + 1;
		if (css.p[at] == ';' || css.p[at] == '}') {
			from = next;
		} else if (css.p[at] == '{') {
			struct str selectors = str_trim(str_slice(css, from, at));

			from = next = behind_block(css, next);
			/* @media and its kin: for some screens, or for paper */
			if (!str_starts(selectors, "@"))
				take_rule(s, selectors, str_slice(css, at + 1, next));
		}
	}
}

void html_styles_free(struct html_styles *s)
{
	vec_free(&s->hidden);
}

/* --- elements --- */

/* Is `name` one of the words of the attribute? */
static bool has_word(struct str words, struct str name)
{
	for (size_t at = 0; at < words.n;) {
		size_t from = at;

		while (at < words.n && !isspace((unsigned char)words.p[at]))
			at++;
		if (str_eq(str_slice(words, from, at), name))
			return true;
		at += at < words.n;
	}
	return false;
}

static bool is_named(const struct html_styles *s, const GumboNode *element)
{
	const char *class = html_element_attribute(element, "class"),
		   *id = html_element_attribute(element, "id");

	for (size_t i = 0; i < s->hidden.n && (class || id); i++) {
		struct str name = str_slice(s->hidden.v[i], 1, s->hidden.v[i].n);
		const char *words = s->hidden.v[i].p[0] == '.' ? class : id;

		if (words && has_word(str_of(words), name))
			return true;
	}
	return false;
}

bool html_styles_hide(const struct html_styles *s, const GumboNode *element, enum html_show show)
{
	const char *style = html_element_attribute(element, "style"),
		   *aria = html_element_attribute(element, "aria-hidden");

	if (show == HTML_SHOW_ALL)
		return false;
	if (html_element_attribute(element, "hidden") || (aria && strcasecmp(aria, "true") == 0) ||
		(style && hides(str_of(style), show)))
		return true;
	/* an element's own style goes over a rule */
	return !(style && declares(str_of(style), "display:")) && is_named(s, element);
}

bool html_is_raised(const GumboNode *g)
{
	if (g->type != GUMBO_NODE_ELEMENT)
		return false;
	const char *style = html_element_attribute(g, "style");

	return g->v.element.tag == GUMBO_TAG_SUP || g->v.element.tag == GUMBO_TAG_SUB ||
	       (style && declares(str_of(style), "vertical-align:su"));
}

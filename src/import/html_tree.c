/* From gumbo's tree to the list of nodes. */
#include "import/html_tree.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "import/weigh.h"

static const struct {
	GumboTag tag;
	enum html_class class;
} classes[] = {
	{GUMBO_TAG_BR, HTML_BREAK},
	{GUMBO_TAG_HR, HTML_RULE},
	{GUMBO_TAG_P, HTML_PARA},
	{GUMBO_TAG_PRE, HTML_PRE},
	{GUMBO_TAG_LISTING, HTML_PRE},
	{GUMBO_TAG_XMP, HTML_PRE},
	{GUMBO_TAG_PLAINTEXT, HTML_PRE},
	{GUMBO_TAG_H1, HTML_HEADING},
	{GUMBO_TAG_H2, HTML_HEADING},
	{GUMBO_TAG_H3, HTML_HEADING},
	{GUMBO_TAG_H4, HTML_HEADING},
	{GUMBO_TAG_H5, HTML_HEADING},
	{GUMBO_TAG_H6, HTML_HEADING},
	{GUMBO_TAG_UL, HTML_LIST},
	{GUMBO_TAG_OL, HTML_LIST},
	{GUMBO_TAG_DL, HTML_LIST},
	{GUMBO_TAG_MENU, HTML_LIST},
	{GUMBO_TAG_DIR, HTML_LIST},
	{GUMBO_TAG_TABLE, HTML_TABLE},
	{GUMBO_TAG_THEAD, HTML_ROWS},
	{GUMBO_TAG_TBODY, HTML_ROWS},
	{GUMBO_TAG_TFOOT, HTML_ROWS},
	{GUMBO_TAG_TR, HTML_ROW},
	{GUMBO_TAG_TD, HTML_CELL},
	{GUMBO_TAG_TH, HTML_CELL},
	{GUMBO_TAG_CAPTION, HTML_CAPTION},
	{GUMBO_TAG_HTML, HTML_BLOCK},
	{GUMBO_TAG_BODY, HTML_BLOCK},
	{GUMBO_TAG_DIV, HTML_BLOCK},
	{GUMBO_TAG_SECTION, HTML_BLOCK},
	{GUMBO_TAG_ARTICLE, HTML_BLOCK},
	{GUMBO_TAG_MAIN, HTML_BLOCK},
	{GUMBO_TAG_ADDRESS, HTML_BLOCK},
	{GUMBO_TAG_BLOCKQUOTE, HTML_BLOCK},
	{GUMBO_TAG_CENTER, HTML_BLOCK},
	{GUMBO_TAG_DETAILS, HTML_BLOCK},
	{GUMBO_TAG_SUMMARY, HTML_BLOCK},
	{GUMBO_TAG_DD, HTML_BLOCK},
	{GUMBO_TAG_DT, HTML_BLOCK},
	{GUMBO_TAG_LI, HTML_BLOCK},
	{GUMBO_TAG_FIELDSET, HTML_BLOCK},
	{GUMBO_TAG_LEGEND, HTML_BLOCK},
	{GUMBO_TAG_FIGURE, HTML_BLOCK},
	{GUMBO_TAG_FIGCAPTION, HTML_BLOCK},
	{GUMBO_TAG_FORM, HTML_BLOCK},
	{GUMBO_TAG_HGROUP, HTML_BLOCK},
	{GUMBO_TAG_HEADER, HTML_BLOCK},
	{GUMBO_TAG_FOOTER, HTML_BLOCK},
	/* shows nothing */
	{GUMBO_TAG_HEAD, HTML_SKIP},
	{GUMBO_TAG_TITLE, HTML_SKIP},
	{GUMBO_TAG_SCRIPT, HTML_SKIP},
	{GUMBO_TAG_STYLE, HTML_SKIP},
	{GUMBO_TAG_NOSCRIPT, HTML_SKIP},
	{GUMBO_TAG_TEMPLATE, HTML_SKIP},
	{GUMBO_TAG_COLGROUP, HTML_SKIP},
	{GUMBO_TAG_DEL, HTML_SKIP},
	/* struck out; how a word is said */
	{GUMBO_TAG_S, HTML_SKIP},
	{GUMBO_TAG_STRIKE, HTML_SKIP},
	{GUMBO_TAG_RT, HTML_SKIP},
	{GUMBO_TAG_RTC, HTML_SKIP},
	{GUMBO_TAG_RP, HTML_SKIP},
	/* pictures, players, pages within the page */
	{GUMBO_TAG_IFRAME, HTML_SKIP},
	{GUMBO_TAG_OBJECT, HTML_SKIP},
	{GUMBO_TAG_APPLET, HTML_SKIP},
	{GUMBO_TAG_EMBED, HTML_SKIP},
	{GUMBO_TAG_SVG, HTML_SKIP},
	{GUMBO_TAG_MATH, HTML_SKIP},
	{GUMBO_TAG_CANVAS, HTML_SKIP},
	{GUMBO_TAG_AUDIO, HTML_SKIP},
	{GUMBO_TAG_VIDEO, HTML_SKIP},
	{GUMBO_TAG_MAP, HTML_SKIP},
	{GUMBO_TAG_NOFRAMES, HTML_SKIP},
	/* what a page is worked with */
	{GUMBO_TAG_NAV, HTML_SKIP},
	{GUMBO_TAG_ASIDE, HTML_SKIP},
	{GUMBO_TAG_SELECT, HTML_SKIP},
	{GUMBO_TAG_BUTTON, HTML_SKIP},
	{GUMBO_TAG_TEXTAREA, HTML_SKIP},
	{GUMBO_TAG_DATALIST, HTML_SKIP},
};

const char *html_attribute(const struct html_node *n, const char *name)
{
	return n->gumbo->type == GUMBO_NODE_ELEMENT ? html_element_attribute(n->gumbo, name) : NULL;
}

static bool is_text(const GumboNode *g)
{
	return g->type == GUMBO_NODE_TEXT || g->type == GUMBO_NODE_WHITESPACE ||
	       g->type == GUMBO_NODE_CDATA;
}

/* A line to be filled in, which has been. */
static bool is_filled_in(const GumboNode *g)
{
	const char *type = html_element_attribute(g, "type"),
		   *value = html_element_attribute(g, "value");

	return g->v.element.tag == GUMBO_TAG_INPUT && value && *value &&
	       (!type || !*type || strcasecmp(type, "text") == 0 ||
		       strcasecmp(type, "number") == 0);
}

struct str html_shown(const struct html_node *n)
{
	return str_of(is_text(n->gumbo) ? n->gumbo->v.text.text : html_attribute(n, "value"));
}

struct str html_original(const struct html_node *n)
{
	GumboStringPiece piece;

	if (is_text(n->gumbo))
		piece = n->gumbo->v.text.original_text;
	else
		piece = html_attribute_of(n->gumbo, "value")->original_value;
	bool quoted = !is_text(n->gumbo) && piece.length > 1 &&
		      (piece.data[0] == '"' || piece.data[0] == '\'');
	return (struct str){piece.data + quoted, piece.length - 2 * quoted};
}

static enum html_class class_of(const GumboNode *g, bool in_cell)
{
	if (is_text(g))
		return HTML_TEXT;
	if (g->type != GUMBO_NODE_ELEMENT)
		return HTML_SKIP;
	GumboTag tag = g->v.element.tag;

	if (in_cell && is_filled_in(g))
		return HTML_TEXT;
	if (in_cell && tag == GUMBO_TAG_TEXTAREA)
		return HTML_INLINE;
	if (tag == GUMBO_TAG_A)
		return html_element_attribute(g, "href") ? HTML_LINK : HTML_INLINE;
	for (size_t i = 0; i < sizeof classes / sizeof classes[0]; i++)
		if (classes[i].tag == tag)
			return classes[i].class;
	return HTML_INLINE;
}

/* A header of an article is its title; one of a page is its logo. */
static bool is_page_edge(const struct html_tree *t, size_t at)
{
	GumboTag tag = t->v[at].gumbo->v.element.tag;

	if (t->v[at].gumbo->type != GUMBO_NODE_ELEMENT ||
		(tag != GUMBO_TAG_HEADER && tag != GUMBO_TAG_FOOTER))
		return false;
	while (at != t->v[at].parent) {
		at = t->v[at].parent;
		if (t->v[at].gumbo->type != GUMBO_NODE_ELEMENT)
			break;
		tag = t->v[at].gumbo->v.element.tag;
		if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN)
			return false;
	}
	return true;
}

/* --- the list --- */

static bool is_shown(const struct html_tree *t, size_t at)
{
	const struct html_node *n = &t->v[at];

	if (n->class == HTML_SKIP || is_page_edge(t, at))
		return false;
	return n->gumbo->type != GUMBO_NODE_ELEMENT ||
	       !html_styles_hide(&t->styles, n->gumbo, t->show);
}

/* What the node's ancestors make of its text. */
struct state {
	uint32_t parent; /* STR_NONE-like at the root: itself */
	size_t depth, links, cells;
};

static struct html_node *push(struct html_tree *t, const GumboNode *g, const struct state *s)
{
	t->v = mem_grow(t->v, &t->cap, t->n + 1, sizeof *t->v);
	t->v[t->n] = (struct html_node){.gumbo = g,
		.parent = t->n ? s->parent : 0,
		.class = (uint8_t)class_of(g, s->cells > 0)};
	return &t->v[t->n++];
}

static bool is_style(const GumboNode *g)
{
	return g && g->type == GUMBO_NODE_ELEMENT && g->v.element.tag == GUMBO_TAG_STYLE;
}

static void open_node(struct html_tree *t, const GumboNode *g, struct state *s)
{
	struct html_node *n = push(t, g, s);
	size_t at = t->n - 1;

	if (n->class == HTML_TEXT && is_style(g->parent))
		html_styles_add(&t->styles, html_shown(n));
	n->skip = (at && t->v[n->parent].skip) || !is_shown(t, at);
	if (n->class == HTML_TEXT && !n->skip) {
		struct weight w = weigh(html_shown(n), s->cells > 0);

		n->text = w.text;
		n->link = s->links ? w.text : 0;
		n->sentences = s->links ? 0 : w.sentences;
		n->strong = s->links ? 0 : w.strong;
	}
	s->links += n->class == HTML_LINK;
	s->cells += n->class == HTML_CELL;
	s->parent = (uint32_t)at;
	s->depth++;
}

static bool is_heavy(const struct html_node *n)
{
	return n->class == HTML_HEADING || n->class == HTML_LIST || n->class == HTML_TABLE;
}

/* The subtree is complete: what it holds counts for what holds it. */
static void close_node(struct html_tree *t, struct state *s)
{
	struct html_node *n = &t->v[s->parent];

	n->end = (uint32_t)t->n;
	s->links -= n->class == HTML_LINK;
	s->cells -= n->class == HTML_CELL;
	s->depth--;
	if (n->class == HTML_LINK && n->text)
		n->links++;
	if (s->parent != n->parent) {
		struct html_node *up = &t->v[n->parent];

		up->text += n->text;
		up->link += n->link;
		up->links += n->links;
		up->sentences += n->sentences;
		up->strong += n->strong;
		up->heavy += n->heavy + (n->text && is_heavy(n));
	}
	s->parent = n->parent;
}

static const GumboNode *first_child(const GumboNode *g)
{
	if (g->type != GUMBO_NODE_ELEMENT && g->type != GUMBO_NODE_TEMPLATE)
		return NULL;
	return g->v.element.children.length ? g->v.element.children.data[0] : NULL;
}

static const GumboNode *next_sibling(const GumboNode *g)
{
	const GumboVector *all = &g->parent->v.element.children;

	return g->index_within_parent + 1 < all->length ? all->data[g->index_within_parent + 1]
							: NULL;
}

bool html_tree_make(struct html_tree *t, const GumboNode *root, struct str source,
	enum html_show show, struct err *err)
{
	struct state s = {0};
	const GumboNode *g = root;

	*t = (struct html_tree){.source = source.p, .source_n = source.n, .show = show};
	for (;;) {
		open_node(t, g, &s);
		if (s.depth > HTML_DEPTH_MAX)
			return err_set(err, ERR_LIMIT, _("its elements nest more than %d deep"),
				HTML_DEPTH_MAX);
		const GumboNode *next = first_child(g);

		while (!next) {
			close_node(t, &s);
			if (g == root)
				return true;
			next = next_sibling(g);
			if (!next)
				g = g->parent;
		}
		g = next;
	}
}

void html_tree_free(struct html_tree *t)
{
	free(t->v);
	html_styles_free(&t->styles);
	*t = (struct html_tree){0};
}

bool html_is_leaf(const struct html_tree *t, size_t at)
{
	for (size_t i = at + 1; i < t->v[at].end; i++)
		if (html_is_block(&t->v[i]) && !t->v[i].skip)
			return false;
	return true;
}

/* The report on a page of a government site: banner, menus, where-am-I lines, share buttons and
 * lists of links around it are left out, by where the sentences and the numbers are and how much is
 * links; no word is looked for. Where in doubt more is kept: a menu too many harms less than a
 * section lost. */
#include "import/html_parts.h"

/* A title is no longer, in characters; a line of links no longer. */
#define TITLE_CHARS_MAX 100
#define LINK_LINE_MAX 200
/* Of the sentences, so many may lie outside: a footer's. */
#define OUTSIDE_SHARE 20

static size_t proof(const struct html_node *n)
{
	return (size_t)n->strong * 4 + n->sentences;
}

static size_t find_body(const struct html_tree *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].gumbo->type == GUMBO_NODE_ELEMENT &&
			t->v[i].gumbo->v.element.tag == GUMBO_TAG_BODY)
			return i;
	return 0;
}

/* Could the report be within one of its children? */
static bool is_container(const struct html_tree *t, size_t at)
{
	switch (t->v[at].class) {
	case HTML_INLINE:
	case HTML_BLOCK:
	case HTML_ROWS:
	case HTML_ROW:
	case HTML_CELL:
		return true;
	case HTML_TABLE:
		return html_table_is_layout(t, at);
	default:
		return false;
	}
}

static size_t best_child(const struct html_tree *t, size_t at)
{
	size_t best = 0;

	for (size_t c = at + 1; c < t->v[at].end; c = html_next(t, c))
		if (!t->v[c].skip && (!best || proof(&t->v[c]) > proof(&t->v[best])))
			best = c;
	return best;
}

/* Do the siblings of `child` hold something of the report? */
static bool holds_more(const struct html_tree *t, size_t at, size_t child)
{
	const struct html_node *all = &t->v[at], *one = &t->v[child];

	if (all->strong > one->strong ||
		all->sentences - one->sentences > one->sentences / OUTSIDE_SHARE)
		return true;
	for (size_t c = at + 1; c < all->end; c = html_next(t, c))
		if (c != child && t->v[c].sentences && !t->v[c].skip && html_is_leaf(t, c))
			return true;
	return false;
}

static size_t find_root(const struct html_tree *t, size_t at)
{
	while (is_container(t, at)) {
		size_t child = best_child(t, at);

		if (!child || proof(&t->v[child]) == 0 || !is_container(t, child) ||
			holds_more(t, at, child))
			break;
		at = child;
	}
	/* a line is in something */
	while (!html_is_block(&t->v[at]) && at != t->v[at].parent)
		at = t->v[at].parent;
	return at;
}

/* --- links --- */

static void skip_all(struct html_tree *t, size_t at)
{
	for (size_t i = at; i < t->v[at].end; i++)
		t->v[i].skip = true;
}

static bool is_menu(const struct html_tree *t, size_t at)
{
	const struct html_node *n = &t->v[at];

	if (!html_is_block(n) || n->class == HTML_HEADING || n->links == 0 || n->strong ||
		n->sentences || (size_t)n->link * 10 < (size_t)n->text * 6)
		return false;
	return n->links >= 3 || (n->text <= LINK_LINE_MAX && html_is_leaf(t, at));
}

static void drop_menus(struct html_tree *t, size_t root)
{
	size_t next;

	for (size_t i = root + 1; i < t->v[root].end; i = next) {
		const struct html_node *n = &t->v[i];

		next = i + 1;
		if (!n->skip && is_menu(t, i)) {
			skip_all(t, i);
			next = html_next(t, i);
		} else if (n->class == HTML_TABLE && !html_table_is_layout(t, i)) {
			next = html_next(t, i);
		}
	}
}

/* --- the title --- */

/* A line of words that lead nowhere. */
static bool is_plain_line(const struct html_tree *t, size_t at)
{
	const struct html_node *n = &t->v[at];

	return html_is_block(n) && !n->skip && n->text > 0 && n->text <= TITLE_CHARS_MAX &&
	       n->link == 0 && html_is_leaf(t, at);
}

/* Does the page's head have the line's words? */
static bool is_named(const struct html_tree *t, size_t at, struct str head)
{
	struct buf text = {0};

	if (!is_plain_line(t, at))
		return false;
	html_squeeze(t, at, &text);
	bool named = text.n >= HTML_TITLE_MIN && str_find(head, buf_str(&text), 0) != STR_NONE;

	buf_free(&text);
	return named;
}

/* The longest line in nodes [from, to) that the page's head names, the last of them, 0 where none
 * is: the name of who published it may be there as well. */
static size_t find_named(const struct html_tree *t, size_t from, size_t to, struct str head)
{
	size_t best = 0;

	for (size_t i = from; i < to; i++)
		if (is_named(t, i, head) && (!best || t->v[i].text >= t->v[best].text))
			best = i;
	return best;
}

static size_t last_heading(const struct html_tree *t, size_t from, size_t to)
{
	for (size_t i = to; i-- > from;)
		if (t->v[i].class == HTML_HEADING && !t->v[i].strong && is_plain_line(t, i))
			return i;
	return 0;
}

/* Where the report's first numbered heading or number stands: a heading before it is its title, one
 * behind it is a section's. */
static size_t first_sign(const struct html_tree *t, size_t root)
{
	size_t i = root;

	while (i < t->v[root].end &&
		(t->v[i].class != HTML_TEXT || t->v[i].skip || t->v[i].strong == 0))
		i++;
	return i;
}

/* Lines right before the root that are no links: where nothing says which is the title, one of them
 * may be. */
static void keep_lines(const struct html_tree *t, size_t body, struct html_article *a)
{
	for (size_t i = a->root; i-- > body && a->lines_n < HTML_LINES_MAX;) {
		const struct html_node *n = &t->v[i];

		if (n->class == HTML_TEXT && n->link)
			break;
		if (is_plain_line(t, i) && !html_within(t, a->root, i))
			a->lines[a->lines_n++] = i;
	}
	for (size_t i = 0; i < a->lines_n / 2; i++) {
		size_t swap = a->lines[i];

		a->lines[i] = a->lines[a->lines_n - 1 - i];
		a->lines[a->lines_n - 1 - i] = swap;
	}
}

/* The node outside the root that is the report's title; 0 where it stands within, or where nothing
 * says which it is. */
static size_t title_outside(
	const struct html_tree *t, size_t body, size_t root, struct str head, bool *within)
{
	size_t first = first_sign(t, root), inside = find_named(t, root, first, head);
	size_t at = find_named(t, body, root, head);

	/* within may be only who published it */
	*within = inside && (!at || t->v[at].text <= t->v[inside].text);
	at = *within ? 0 : at;
	if (!*within && !at)
		*within = last_heading(t, root, first) != 0;
	if (!*within && !at)
		at = last_heading(t, body, root);
	return at;
}

/* A title that stands outside the root belongs to it all the same, and one that the page has only
 * in its head. */
static void find_title(const struct html_tree *t, size_t body, struct html_article *a)
{
	struct buf head = {0};
	bool within;

	html_head_titles(t, body, &head);
	size_t at = title_outside(t, body, a->root, buf_str(&head), &within);
	bool shown = find_named(t, body, first_sign(t, a->root), buf_str(&head)) != 0;

	a->titled = !shown && html_head_title(t, body, &a->title, &a->title_at);
	if (at)
		a->lines[a->lines_n++] = at;
	else if (!within)
		keep_lines(t, body, a);
	buf_free(&head);
}

struct html_article html_article_find(struct html_tree *t)
{
	size_t body = find_body(t);
	struct html_article a = {.root = find_root(t, body)};

	find_title(t, body, &a);
	drop_menus(t, a.root);
	return a;
}

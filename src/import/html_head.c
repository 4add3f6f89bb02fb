/* What a page's head says its title is. */
#include "import/html_parts.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"

static void squeeze(struct str s, struct buf *out)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at;

		if (!utf8_is_space(utf8_next(s, &at)))
			buf_add(out, str_slice(s, from, at));
	}
}

void html_squeeze(const struct html_tree *t, size_t at, struct buf *out)
{
	for (size_t i = at; i < t->v[at].end; i++)
		if (t->v[i].class == HTML_TEXT)
			squeeze(html_shown(&t->v[i]), out);
}

static bool is_title_meta(const struct html_node *n)
{
	const char *name = html_attribute(n, "name"), *property = html_attribute(n, "property");

	return (name && strcasecmp(name, "ArticleTitle") == 0) ||
	       (property && strcasecmp(property, "og:title") == 0);
}

/* What the page's head says its title is: <title>, and what sites tell search engines. */
void html_head_titles(const struct html_tree *t, size_t body, struct buf *out)
{
	for (size_t i = 0; i < body; i++) {
		const struct html_node *n = &t->v[i];

		if (n->gumbo->type != GUMBO_NODE_ELEMENT)
			continue;
		const char *content = html_attribute(n, "content");
		GumboTag tag = n->gumbo->v.element.tag;

		if (tag == GUMBO_TAG_TITLE)
			html_squeeze(t, i, out);
		else if (tag == GUMBO_TAG_META && content && is_title_meta(n))
			squeeze(str_of(content), out);
		else
			continue;
		buf_addc(out, '\n');
	}
}

/* What stands between the names that sites put into one title. */
static bool is_between(struct str ch)
{
	static const char *const signs[] = {"-", "_", "|", "—", "–", "－", "＿", "｜"};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_is(ch, signs[i]))
			return true;
	return false;
}

struct name {
	struct text_span at;
	size_t n;	 /* bytes without white space */
	unsigned digits; /* at its end, and the most of them on end */
	bool year;
};

static void add_char(struct name *name, struct str ch, size_t from, size_t to)
{
	size_t at = 0;

	if (utf8_is_space(utf8_next(ch, &at)))
		return;
	if (name->n == 0)
		name->at.from = from;
	name->at.to = to;
	name->n += ch.n;
	name->digits = ch.p[0] >= '0' && ch.p[0] <= '9' ? name->digits + 1 : 0;
	name->year |= name->digits == 4;
}

static bool is_dated(const struct name *name)
{
	return name->year && name->n >= HTML_TITLE_MIN;
}

/* The first of the names in a title that is long enough and tells a year. */
static bool find_dated(const struct html_tree *t, size_t at, struct text_span *span)
{
	struct html_chars c;
	struct str shown;
	struct name name = {0};
	size_t from, to;

	html_chars_of(&c, t, &t->v[at]);
	while (html_chars_next(&c, &shown, &from, &to)) {
		if (!is_between(shown))
			add_char(&name, shown, from, to);
		else if (is_dated(&name))
			break;
		else
			name = (struct name){0};
	}
	*span = name.at;
	return is_dated(&name);
}

bool html_head_title(const struct html_tree *t, size_t body, size_t *node, struct text_span *span)
{
	for (*node = 0; *node < body; ++*node) {
		const GumboNode *above = t->v[*node].gumbo->parent;

		if (t->v[*node].class == HTML_TEXT && above->type == GUMBO_NODE_ELEMENT &&
			above->v.element.tag == GUMBO_TAG_TITLE && find_dated(t, *node, span))
			return true;
	}
	return false;
}

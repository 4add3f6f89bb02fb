/* Where each character of a text node lies in the page. Gumbo tells the piece of the page that a
 * node was made from; character references in it, and tags it ignored, are found again by reading
 * both side by side. */
#include "import/html_text.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

/* The longest name of a character reference is shorter. */
#define NAME_MAX_BYTES 40
/* So much must agree behind a reference for its end to be believed. */
#define AGREE_BYTES 12

void html_chars_of(struct html_chars *c, const struct html_tree *t, const struct html_node *n)
{
	*c = (struct html_chars){.shown = html_shown(n), .original = html_original(n)};
	if (!c->original.p || c->original.p < t->source ||
		c->original.p + c->original.n > t->source + t->source_n)
		c->original = (struct str){t->source, 0};
	c->base = (size_t)(c->original.p - t->source);
}

static bool begins(struct str s, size_t at, const char *what)
{
	return at <= s.n && s.n - at >= strlen(what) && memcmp(s.p + at, what, strlen(what)) == 0;
}

/* A tag or comment that gumbo ignored lies at `at`: past it. */
static size_t past_tag(struct str s, size_t at)
{
	bool comment = begins(s, at, "<!--");
	size_t end = str_find(s, comment ? STR("-->") : STR(">"), at + 1);

	return end == STR_NONE ? s.n : end + (comment ? 3 : 1);
}

static bool is_tag(struct str s, size_t at)
{
	if (s.p[at] != '<' || at + 1 >= s.n)
		return false;
	return isalpha((unsigned char)s.p[at + 1]) || strchr("/!?", s.p[at + 1]);
}

static size_t past_numeric(struct str s, size_t at)
{
	at += 2;
	bool hex = at < s.n && (s.p[at] == 'x' || s.p[at] == 'X');

	at += hex;
	while (at < s.n &&
		(hex ? isxdigit((unsigned char)s.p[at]) : isdigit((unsigned char)s.p[at])))
		at++;
	return at + (at < s.n && s.p[at] == ';');
}

/* Could what is shown from `at` on have been made from the original at `o`? */
static bool agrees(const struct html_chars *c, size_t at, size_t o)
{
	for (size_t i = 0; i < AGREE_BYTES; i++, at++, o++) {
		if (at >= c->shown.n)
			return true;
		if (o >= c->original.n)
			return false;
		if (c->original.p[o] == '&' || c->original.p[o] == '<')
			return true;
		if (c->original.p[o] != c->shown.p[at])
			return false;
	}
	return true;
}

/* "&nbsp;", "&nbsp" or, of "&notit;", "&not": the longest name behind which both agree. `at` is
 * where what is shown goes on. */
static size_t past_named(const struct html_chars *c, size_t at)
{
	size_t end = c->o + 1;

	while (end < c->original.n && end - c->o < NAME_MAX_BYTES &&
		isalnum((unsigned char)c->original.p[end]))
		end++;
	size_t longest = end + (end < c->original.n && c->original.p[end] == ';');

	for (size_t o = longest; o > c->o + 2; o--)
		if (agrees(c, at, o))
			return o;
	return longest;
}

/* The end of the reference at c->o which is shown as the character before `at`. */
static size_t past_reference(const struct html_chars *c, bool ampersand, size_t at)
{
	if (begins(c->original, c->o, "&#") && c->o + 2 < c->original.n &&
		(isdigit((unsigned char)c->original.p[c->o + 2]) ||
			tolower((unsigned char)c->original.p[c->o + 2]) == 'x'))
		return past_numeric(c->original, c->o);
	if (!ampersand)
		return past_named(c, at);
	bool named = begins(c->original, c->o, "&amp") || begins(c->original, c->o, "&AMP");
	size_t end = c->o + (named ? 4 : 1);

	return end + (named && begins(c->original, end, ";"));
}

bool html_chars_next(struct html_chars *c, struct str *shown, size_t *from, size_t *to)
{
	if (c->at >= c->shown.n)
		return false;
	size_t next = c->at;

	utf8_next(c->shown, &next);
	*shown = str_slice(c->shown, c->at, next);
	while (c->o < c->original.n && is_tag(c->original, c->o))
		c->o = past_tag(c->original, c->o);
	size_t end = c->o;

	if (c->o < c->original.n && c->original.p[c->o] == '&')
		end = past_reference(c, shown->p[0] == '&', next);
	else if (c->original.n - c->o >= shown->n &&
		 memcmp(c->original.p + c->o, shown->p, shown->n) == 0)
		end = c->o + shown->n;
	*from = c->base + c->o;
	*to = c->base + end;
	c->o = end;
	c->at = next;
	return true;
}

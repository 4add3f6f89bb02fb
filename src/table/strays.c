/* What stands too much: marks for nothing that are words, and the numbers of pages. */
#include "table/strays.h"

#include <string.h>

#include "base/utf8.h"

/* A mark for nothing that is a word (无) may be torn from a label (无法提供). */
static bool is_word(const struct doc *d, const struct token *t)
{
	size_t at = t->span.from;
	return t->reading.kind == READ_NOTHING && utf8_is_han(utf8_next(doc_text(d), &at));
}

static size_t drop_words(const struct doc *d, const struct token **v, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++)
		if (!is_word(d, v[i]))
			v[kept++] = v[i];
	return kept;
}

/* Is there nothing but white space from there to a page's end, onwards, or backwards? */
static bool meets_feed(struct str text, size_t at, bool onwards)
{
	while (onwards ? at < text.n : at > 0) {
		char ch = text.p[onwards ? at++ : --at];
		if (ch == '\f')
			return true;
		if (!strchr(" \t\r\n", ch) || ch == 0)
			return false;
	}
	return false;
}

/* The page's own number. *page, *seen: how many feeds are before that place of the text. */
static bool is_page(struct str text, const struct token *t, size_t *page, size_t *seen)
{
	for (; *seen < t->span.from; ++*seen)
		*page += text.p[*seen] == '\f';
	const struct dec *v = &t->reading.value;
	return t->reading.kind == READ_NUMBER && t->reading.bare && v->scale == 0 &&
	       v->units == (int64_t)*page + 1;
}

/* And the first thing on it or the last. */
static bool is_page_number(struct str text, const struct token *t, size_t *page, size_t *seen)
{
	return is_page(text, t, page, seen) &&
	       (meets_feed(text, t->span.to, true) || meets_feed(text, t->span.from, false));
}

/* Where just so many are pages' numbers as are too many. */
static size_t drop_pages(const struct doc *d, const struct token **v, size_t n, size_t cells)
{
	struct str text = doc_text(d);
	size_t kept = 0, left = n, page = 0, seen = 0;
	for (size_t i = 0; i < n; i++)
		left -= is_page_number(text, v[i], &page, &seen);
	if (left != cells || n == cells)
		return n;
	page = seen = 0;
	for (size_t i = 0; i < n; i++)
		if (!is_page_number(text, v[i], &page, &seen))
			v[kept++] = v[i];
	return kept;
}

/* Are there two line ends, or a page's, from there on before anything else? */
static bool meets_blank(struct str text, size_t at, bool onwards)
{
	for (size_t ends = 0; onwards ? at < text.n : at > 0;) {
		char ch = text.p[onwards ? at++ : --at];
		ends += ch == '\n';
		if (ch == '\f' || ends == 2)
			return true;
		if (!strchr(" \t\r\n", ch) || ch == 0)
			return false;
	}
	return true;
}

/* The only such of its page, with blank lines around, is as likely its number wherever it stands:
 * where just so many are too many. */
static size_t drop_lone_pages(const struct doc *d, const struct token **v, size_t n, size_t cells)
{
	struct str text = doc_text(d);
	bool *drop = mem_alloc_array(n + 1, sizeof *drop);
	size_t page = 0, seen = 0, last = STR_NONE, last_page = 0, dropped = 0, kept = 0;
	bool twice = false;
	for (size_t i = 0; i < n; i++) {
		if (!is_page(text, v[i], &page, &seen) || !meets_blank(text, v[i]->span.to, true) ||
			!meets_blank(text, v[i]->span.from, false))
			continue;
		twice |= last != STR_NONE && page == last_page;
		drop[i] = true;
		dropped++;
		last = i;
		last_page = page;
	}
	bool all = !twice && dropped > 0 && n - dropped == cells;
	for (size_t i = 0; i < n; i++)
		if (!all || !drop[i])
			v[kept++] = v[i];
	free(drop);
	return kept;
}

size_t strays_drop(
	const struct doc *d, const struct token **values, size_t n, size_t cells, bool *loose)
{
	n = drop_pages(d, values, n, cells);
	size_t before = n;
	if (n > cells)
		n = drop_lone_pages(d, values, n, cells);
	*loose = n < before;
	return n > cells ? drop_words(d, values, n) : n;
}

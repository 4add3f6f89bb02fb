/* Finding a title's words, and what a page puts behind them. */
#include "table/title_words.h"

#include <ctype.h>
#include <string.h>


/* Where one of the words begins in s, STR_NONE where none does. The longest of them counts. */
static size_t find_longest(struct str s, const struct form_list *words, size_t *n)
{
	size_t best = STR_NONE;
	*n = 0;
	for (size_t i = 0; i < words->n; i++) {
		size_t at = str_find(s, str_of(words->items[i]), 0);
		if (at != STR_NONE && strlen(words->items[i]) > *n) {
			best = at;
			*n = strlen(words->items[i]);
		}
	}
	return best;
}

/* Where the first year of this century stands in s; s.n: nowhere. */
static size_t find_year(struct str s)
{
	for (size_t at = 0; (at = str_find(s, STR("20"), at)) != STR_NONE && at + 4 <= s.n; at++)
		if (isdigit((unsigned char)s.p[at + 2]) && isdigit((unsigned char)s.p[at + 3]))
			return at;
	return s.n;
}

/* The same as if [from, to) were not there, which stands amid the words. */
static size_t find_around(
	struct str s, size_t from, size_t to, const struct form_list *words, size_t *n)
{
	struct buf rest = {0};
	buf_add(&rest, str_slice(s, 0, from));
	buf_add(&rest, str_slice(s, to, s.n));
	size_t at = find_longest(buf_str(&rest), words, n);
	buf_free(&rest);
	if (at == STR_NONE || at >= from || at + *n <= from)
		return STR_NONE;
	*n += to - from;
	return at;
}

size_t title_words_find(struct str s, const struct form_list *words, size_t *n)
{
	size_t at = find_longest(s, words, n), year = at == STR_NONE ? find_year(s) : s.n;
	if (at != STR_NONE || year == s.n)
		return at;
	at = find_around(s, year, year + 4, words, n);
	if (at == STR_NONE && str_starts(str_slice(s, year + 4, s.n), "年"))
		at = find_around(s, year, year + 4 + strlen("年"), words, n);
	return at;
}

size_t title_words_site(struct str s, const struct form_list *words)
{
	static const char *const signs[] = {"-", "_", "|", "—", "–", "―"};
	size_t n, at = title_words_find(s, words, &n);
	if (at == STR_NONE)
		return s.n;
	struct str behind = str_trim(str_slice(s, at + n, s.n));
	bool parted = false;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		parted = parted || (str_starts(behind, signs[i]) && behind.n > strlen(signs[i]));
	for (size_t i = 0; i < behind.n; i++)
		parted = parted && !isdigit((unsigned char)behind.p[i]);
	return parted ? at + n : s.n;
}

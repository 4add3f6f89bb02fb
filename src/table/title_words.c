/* Finding a title's words, and what a page puts behind them. */
#include "table/title_words.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

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

static bool ends_in(struct str s, struct str end)
{
	return end.n <= s.n && str_eq(str_slice(s, s.n - end.n, s.n), end);
}

/* Where the word begins that s ends in but for one character, which is lost from it or wrong.
 * STR_NONE: it does not. */
static size_t find_damaged(struct str s, struct str word)
{
	size_t from = s.n, to = word.n, a = s.n, b = word.n;
	while (from > 0 && to > 0) {
		a = utf8_prev(s, from);
		b = utf8_prev(word, to);
		if (!str_eq(str_slice(s, a, from), str_slice(word, b, to)))
			break;
		from = a;
		to = b;
	}
	struct str before = str_slice(word, 0, b), lost = str_slice(s, 0, from),
		   wrong = str_slice(s, 0, a);
	if (to == 0 || to == word.n || b == 0)
		return STR_NONE;
	return ends_in(lost, before)	? lost.n - before.n
	       : ends_in(wrong, before) ? wrong.n - before.n
					: STR_NONE;
}

/* So many characters leave no doubt what they are when one of them is lost or wrong. */
#define DAMAGED_MIN 10

static size_t find_any_damaged(struct str s, const struct form_list *words, size_t *n)
{
	for (size_t i = 0; i < words->n; i++) {
		struct str word = str_of(words->items[i]);
		size_t at = utf8_count(word) < DAMAGED_MIN ? STR_NONE : find_damaged(s, word);
		if (at != STR_NONE) {
			*n = s.n - at;
			return at;
		}
	}
	return STR_NONE;
}

size_t title_words_find(struct str s, const struct form_list *words, size_t *n)
{
	size_t at = find_longest(s, words, n), year = at == STR_NONE ? find_year(s) : s.n;
	if (at != STR_NONE)
		return at;
	if (year < s.n)
		at = find_around(s, year, year + 4, words, n);
	if (at == STR_NONE && year < s.n && str_starts(str_slice(s, year + 4, s.n), "年"))
		at = find_around(s, year, year + 4 + strlen("年"), words, n);
	return at == STR_NONE ? find_any_damaged(s, words, n) : at;
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

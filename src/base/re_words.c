/* The words of a need: how they are kept, and the look for them. */
#include "base/re_need.h"

#include <stdlib.h>

#include "base/mem.h"

static void word_set(struct re_word *w, struct str text)
{
	size_t first = 0, last = utf8_prev(text, text.n);

	w->text = text;
	w->first = (uint16_t)utf8_set_place(utf8_next(text, &first));
	w->last = (uint16_t)utf8_set_place(utf8_next(text, &last));
	w->ends = pair_ends_of(text);
}

struct re_any re_any_of(const struct str *words, size_t n, struct once *kept)
{
	struct re_word *v = mem_alloc_array(n, sizeof *v);

	for (size_t i = 0; i < n; i++)
		word_set(&v[i], once_keep(kept, words[i]));
	struct str all = once_keep(kept, (struct str){(const char *)v, n * sizeof *v});

	free(v);
	return (struct re_any){(const struct re_word *)all.p, n};
}

bool re_any_met(const struct re_any *any, struct str s, const struct utf8_set *chars)
{
	for (size_t i = 0; i < any->n; i++) {
		const struct re_word *w = &any->words[i];

		if (utf8_set_has(chars, w->first) && utf8_set_has(chars, w->last) &&
			str_find(s, w->text, 0) != STR_NONE)
			return true;
	}
	return false;
}

bool re_need_met(const struct re_need *need, struct str s, const struct utf8_set *chars)
{
	for (size_t i = 0; i < need->n; i++) {
		if (!re_any_met(&need->sets[i], s, chars))
			return false;
	}
	return true;
}

static bool any_may(const struct re_any *any, const struct texts_have *have)
{
	for (size_t i = 0; i < any->n; i++) {
		if (utf8_set_has(&have->chars, any->words[i].first) &&
			pairs_may_hold(&have->pairs, any->words[i].ends))
			return true;
	}
	return false;
}

bool re_need_may(const struct re_need *need, const struct texts_have *have)
{
	for (size_t i = 0; i < need->n; i++) {
		if (!any_may(&need->sets[i], have))
			return false;
	}
	return true;
}

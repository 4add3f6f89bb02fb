/* What a caption's words look like in the report, whose shadow has other characters for some. */
#include "table/caption.h"

#include "base/fold.h"
#include "base/utf8.h"

static bool is_same_folded(struct str a, struct str b)
{
	struct fold x, y;
	fold_make(&x, a, FOLD_SPACE);
	fold_make(&y, b, FOLD_SPACE);
	bool same = str_eq(x.text, y.text);
	fold_free(&x);
	fold_free(&y);
	return same;
}

/* The next character that is no white space, which `at` moves past; empty at the end. */
static struct str next_word_character(struct str s, size_t *at)
{
	while (*at < s.n) {
		size_t from = *at;
		if (!utf8_is_space(utf8_next(s, at)))
			return str_slice(s, from, *at);
	}
	return STR("");
}

void caption_printed(const struct report *r, struct text_span at, const char *text, struct buf *out)
{
	struct str source = doc_str(r->doc, at), shown = text ? str_of(text) : STR("");
	size_t from = 0, before = out->n;
	for (size_t i = 0; i < shown.n;) {
		size_t begin = i;
		bool space = utf8_is_space(utf8_next(shown, &i));
		struct str own = space ? STR("") : next_word_character(source, &from);
		bool traditional = own.n > 0 && fold_is_traditional(utf8_next(own, &(size_t){0}));
		buf_add(out, traditional ? own : str_slice(shown, begin, i));
	}
	/* put together from elsewhere, or with signs that are several characters */
	if (is_same_folded(str_slice(buf_str(out), before, out->n), shown))
		return;
	out->n = before;
	buf_add(out, shown);
}

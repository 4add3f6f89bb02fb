/* The core of a token: its words as labels are compared. */
#include "table/stream.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "table/book.h"

void token_take_core(struct token *t, struct buf *core)
{
	free((char *)t->core.p);
	t->core.n = core->n;
	t->core.p = core->p ? buf_take(core) : NULL;
	t->marks = utf8_marks(t->core);
}

/* Where the bracket opens that the text ends in, STR_NONE where it ends in none. */
static size_t last_bracket(struct str text)
{
	size_t open = STR_NONE, depth = 0, end = 0;
	for (size_t at = 0, from; from = at, at < text.n;) {
		unsigned ch = utf8_next(text, &at);
		if (ch == '(' || ch == 0xff08) {
			open = depth++ == 0 ? from : open;
		} else if ((ch == ')' || ch == 0xff09) && depth > 0) {
			depth--;
			end = at;
		}
	}
	return depth == 0 && end == text.n ? open : STR_NONE;
}

static bool is_label(const struct label_book *book, struct str text)
{
	struct buf core = {0};
	char number[8];
	label_core(text, &core, number);
	bool is = core.n > 0 && label_book_has(book, buf_str(&core));
	buf_free(&core);
	return is;
}

void token_tell_core(struct token *t, struct str text, const struct label_book *book)
{
	struct buf core = {0}, head = {0};
	char number[8];
	size_t open = last_bracket(text);
	label_core(text, &core, t->number);
	if (open != STR_NONE && open > 0 && is_label(book, str_slice(text, 0, open)) &&
		!label_book_has(book, buf_str(&core)) &&
		!is_label(book, str_slice(text, open, text.n))) {
		label_core(str_slice(text, 0, open), &head, number);
		core.n = head.n;
	}
	buf_free(&head);
	token_take_core(t, &core);
}

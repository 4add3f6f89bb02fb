/* Labels that the text broke into words or lines: joined again, where nothing but white space
 * stands between the pieces and together they are a label to the letter. */
#include <string.h>

#include "table/book.h"

/* No label is printed in more pieces. */
#define PIECES_MAX 24

/* The word of row `r` where that is all it has and the row's words may go on in the next. */
static struct token *word_of(struct stream *s, const struct doc *d, size_t r)
{
	const struct token_row *row = &s->rows.v[r];
	struct token *t = row->n == 1 ? &s->tokens.v[row->first] : NULL;
	const struct block *b = doc_block(d, row->grid);
	bool flows = b->grid && (strcmp(b->grid->reader, "words") == 0 ||
					strcmp(b->grid->reader, "bare") == 0);
	return t && flows && t->reading.kind == READ_OTHER ? t : NULL;
}

/* How many rows from r on are the pieces of one label; 1 where none are. Of several the longest.
 * The label's core goes to `core`. */
static size_t pieces_at(struct stream *s, const struct doc *d, const struct label_book *book,
	size_t r, struct buf *core)
{
	struct text_span span = word_of(s, d, r)->span;
	size_t found = 1, length = word_of(s, d, r)->core.n;
	struct buf now = {0};
	for (size_t n = 2; n <= PIECES_MAX && r + n <= s->rows.n; n++) {
		const struct token *next = word_of(s, d, r + n - 1);
		char number[8];
		if (!next || s->rows.v[r].grid != s->rows.v[r + n - 1].grid)
			break;
		span.to = next->span.to;
		buf_clear(&now);
		label_core(doc_str(d, span), &now, number);
		/* behind a remark that explains the label no piece of it comes */
		if (now.n <= length || !label_book_begins(book, buf_str(&now)))
			break;
		length = now.n;
		if (!label_book_has(book, buf_str(&now)))
			continue;
		found = n;
		buf_clear(core);
		buf_add(core, buf_str(&now));
	}
	buf_free(&now);
	return found;
}

static void join_rows(struct stream *s, const struct doc *d, size_t r, size_t n, struct str core)
{
	struct token *t = &s->tokens.v[s->rows.v[r].first];
	struct buf copy = {0}, ignored = {0};
	t->span.to = s->tokens.v[s->rows.v[r + n - 1].first].span.to;
	label_core(doc_str(d, t->span), &ignored, t->number);
	buf_free(&ignored);
	buf_add(&copy, core);
	token_take_core(t, &copy);
	t->reading.from = 0;
	t->reading.to = t->span.to - t->span.from;
	for (size_t i = r + 1; i < r + n; i++) {
		s->rows.v[i].n = 0;
		s->rows.v[i].rest_of = r + 1;
	}
}

void label_book_join(const struct label_book *book, struct stream *s, const struct doc *d)
{
	struct buf core = {0};
	for (size_t r = 0, n; r < s->rows.n; r += n) {
		n = 1;
		if (!word_of(s, d, r))
			continue;
		n = pieces_at(s, d, book, r, &core);
		if (n > 1)
			join_rows(s, d, r, n, buf_str(&core));
	}
	buf_free(&core);
}

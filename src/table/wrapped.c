/* Joining wrapped labels: fewest lines first. */
#include "table/wrapped.h"

#include <string.h>

#include "base/utf8.h"

/* Lines of one label before its numbers, and behind them. */
#define PIECES_MAX 4
/* A text full of lines that are nearly rows is given up, not searched for ever. */
#define TRIES_MAX 4000

struct unwrapper {
	struct stream *s;
	const struct doc *d;
	const struct label_book *book;
	size_t tries;
};

/* The words of a row without numbers; NULL where it is another. */
static struct token *piece_of(const struct unwrapper *u, size_t row)
{
	if (row >= u->s->rows.n)
		return NULL;
	const struct token_row *r = &u->s->rows.v[row];
	struct token *t = r->n == 1 ? &u->s->tokens.v[r->first] : NULL;
	return t && !r->narrow && t->reading.kind == READ_OTHER && t->core.n ? t : NULL;
}

/* Words before numbers, or numbers alone: a row whose label may have been broken. */
static bool is_anchor(const struct unwrapper *u, const struct token_row *r)
{
	const struct token *last = r->n ? &u->s->tokens.v[r->first + r->n - 1] : NULL;
	return last && !r->narrow && token_has_value(last);
}

static struct token *words_of(const struct unwrapper *u, const struct token_row *r)
{
	struct token *t = &u->s->tokens.v[r->first];
	return t->reading.kind == READ_OTHER ? t : NULL;
}

static const char *row_named(struct unwrapper *u, struct str core, const char *number)
{
	u->tries++;
	return label_book_row(u->book, core, number);
}

/* The text of `above` lines above the row, its own words and `below` lines below it; false where
 * these are no lines of one label: sentences, or too long for any. */
static bool join(const struct unwrapper *u, size_t row, size_t above, size_t below, struct buf *out)
{
	/* the names of groups may stand before the label */
	size_t length = 0, most = 2 * label_book_longest(u->book);
	for (size_t i = row - above; i <= row + below; i++) {
		const struct token *t = i == row ? words_of(u, &u->s->rows.v[row]) : piece_of(u, i);
		length += t ? t->core.n : 0;
		if ((!t && i != row) || length > most)
			return false;
		if (!t)
			continue;
		if (str_find(doc_str(u->d, t->span), STR("。"), 0) != STR_NONE)
			return false;
		buf_add(out, doc_str(u->d, t->span));
	}
	return true;
}

/* No line of the row's label is another row's. */
static bool are_pieces(struct unwrapper *u, size_t from, size_t n, const char *row)
{
	for (size_t i = from; i < from + n; i++) {
		const struct token *t = piece_of(u, i);
		const char *own = t ? row_named(u, t->core, t->number) : NULL;
		if (!t || (own && strcmp(own, row) != 0))
			return false;
	}
	return true;
}

static void empty_row(struct unwrapper *u, size_t row, size_t into)
{
	struct token_row *r = &u->s->rows.v[row];
	for (size_t i = r->first; i < r->first + r->n; i++)
		token_take_core(&u->s->tokens.v[i], &(struct buf){0});
	r->n = 0;
	r->rest_of = into + 1;
}

/* Gives the row the label that was joined, core and number, and empties the other lines. */
static void take(struct unwrapper *u, size_t row, size_t above, size_t below, struct buf *core,
	const char number[8])
{
	struct token_row *r = &u->s->rows.v[row];
	struct text_span span = u->s->tokens.v[u->s->rows.v[row - above].first].span;
	for (size_t i = row - above; i <= row + below; i++)
		if (i != row)
			empty_row(u, i, row);
	if (!words_of(u, r)) {
		/* the words above are right before the numbers, in the stream as on the page */
		r->first--;
		r->n++;
	}
	struct token *label = &u->s->tokens.v[r->first];
	label->span = below ? label->span : text_span_join(span, label->span);
	token_take_core(label, core);
	memcpy(label->number, number, sizeof label->number);
}

/* Does the text begin with a bracket's end, and the line above with its begin? "（七", "）总", "计"
 */
static bool begins_above(const struct unwrapper *u, size_t first, struct str text)
{
	const struct token *above = first > 0 ? piece_of(u, first - 1) : NULL;
	if (!above || !(str_starts(text, ")") || str_starts(text, "）")))
		return false;
	struct str begin = doc_str(u->d, above->span);
	return str_starts(begin, "(") || str_starts(begin, "（");
}

/* unlike: a row's name that is not to come of it; NULL: none. */
static bool try_join(
	struct unwrapper *u, size_t row, size_t above, size_t below, const char *unlike)
{
	struct buf text = {0}, core = {0};
	char number[8];
	const char *name = NULL;
	if (join(u, row, above, below, &text) && !begins_above(u, row - above, buf_str(&text))) {
		label_core(buf_str(&text), &core, number);
		name = row_named(u, buf_str(&core), number);
	}
	bool joined = name && (!unlike || strcmp(name, unlike) != 0) &&
		      are_pieces(u, row - above, above, name) &&
		      are_pieces(u, row + 1, below, name);
	if (joined)
		take(u, row, above, below, &core, number);
	buf_free(&text);
	buf_free(&core);
	return joined;
}

static size_t pieces_above(const struct unwrapper *u, size_t row)
{
	size_t n = 0;
	while (n < PIECES_MAX && n < row && piece_of(u, row - n - 1))
		n++;
	return n;
}

static size_t pieces_below(const struct unwrapper *u, size_t row)
{
	size_t n = 0;
	while (n < PIECES_MAX && piece_of(u, row + n + 1))
		n++;
	return n;
}

/* Is the line a row's label by itself? Then those before it are others'; one without its number may
 * be the rest of such behind a begin that is another's. */
static bool ends_in_row(struct unwrapper *u, size_t row, bool numbered)
{
	const struct token *last = piece_of(u, row);
	return last && (!numbered || last->number[0]) && row_named(u, last->core, last->number);
}

/* "（七", whatever follows it: the begin of another label. */
static bool opens_number(const struct unwrapper *u, size_t row)
{
	const struct token *t = piece_of(u, row);
	struct str text = t ? doc_str(u->d, t->span) : (struct str){0};
	size_t at = str_starts(text, "(") ? 1 : str_starts(text, "（") ? strlen("（") : 0;
	return at > 0 && at < text.n && utf8_is_han_numeral(utf8_next(text, &at));
}

/* "2.其他 0 0 0" and "法律行政法规禁止公开" below: a label that with the lines below it is another
 * row's. */
static void unwrap_longer(struct unwrapper *u, size_t row, size_t below, const char *name)
{
	for (size_t n = below; n > 0; n--)
		if (!ends_in_row(u, row + n, true) && try_join(u, row, 0, n, name))
			return;
}

static void unwrap_row(struct unwrapper *u, size_t row)
{
	const struct token *own = words_of(u, &u->s->rows.v[row]);
	size_t above = pieces_above(u, row), below = pieces_below(u, row);
	const char *name = own ? row_named(u, own->core, own->number) : NULL;
	if (name) {
		if (!opens_number(u, row + 1))
			unwrap_longer(u, row, below, name);
		return;
	}
	for (size_t n = 1; n <= above + below; n++)
		for (size_t a = 0; a <= n && a <= above; a++)
			if (n - a <= below && (own || a > 0) && try_join(u, row, a, n - a, NULL))
				return;
}

/* A label over lines that no numbers stand beside: of a row of empty cells. */
static void unwrap_words(struct unwrapper *u, size_t row)
{
	const struct token *own = piece_of(u, row);
	size_t below = own ? pieces_below(u, row) : 0;
	if (!own || row_named(u, own->core, own->number))
		return;
	for (size_t n = 1; n <= below; n++)
		if (!ends_in_row(u, row + n, false) && try_join(u, row, 0, n, NULL))
			return;
}

void labels_unwrap(struct stream *s, const struct doc *d, const struct label_book *b)
{
	struct unwrapper u = {s, d, b, 0};
	for (size_t i = 0; i < s->rows.n && u.tries < TRIES_MAX; i++)
		if (is_anchor(&u, &s->rows.v[i]))
			unwrap_row(&u, i);
	for (size_t i = 0; i < s->rows.n && u.tries < TRIES_MAX; i++)
		unwrap_words(&u, i);
}

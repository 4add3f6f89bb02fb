/* Which row of the table a token, or a row of tokens, is labelled as. */
#include "table/collector.h"

#include "base/utf8.h"

enum label_fit place_label_fit(const struct placing *p, const struct token *t, enum label_kind kind)
{
	struct label_match m[1];
	return place_labels(p, t, kind, m, 1) ? m[0].fit : FIT_NONE;
}

bool place_is_heading(const struct placing *p, const struct token *t)
{
	return place_label_fit(p, t, LABEL_COLUMN) != FIT_NONE ||
	       place_label_fit(p, t, LABEL_BLOCK) != FIT_NONE ||
	       place_label_fit(p, t, LABEL_GROUP) != FIT_NONE ||
	       place_label_fit(p, t, LABEL_ASIDE) >= FIT_CLOSE;
}

bool lines_row_label(const struct placing *p, const struct token *t, struct label_match *m)
{
	if (t->reading.kind != READ_OTHER || t->core.n == 0)
		return false;
	if (!place_labels(p, t, LABEL_ROW, m, 1))
		return false;
	struct label_match g = {0};
	place_labels(p, t, LABEL_GROUP, &g, 1);
	enum label_fit group = g.fit, other = place_label_fit(p, t, LABEL_COLUMN);
	enum label_fit block = place_label_fit(p, t, LABEL_BLOCK);
	/* Both nearly: "不予公幵" is the group it names, not the row one character away, unless
	 * the row's number tells. Both in part: the group stands before the row in one cell. */
	if (m->fit == FIT_CLOSE && group == FIT_CLOSE)
		return m->number && !g.number;
	return m->fit >= group && m->fit >= other && m->fit >= block;
}

const struct token *lines_find_label(
	const struct placing *p, const struct token_row *r, struct label_match *m)
{
	const struct token *found = NULL;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		struct label_match here;
		if (t->reading.kind == READ_NUMBER)
			break;
		if (lines_row_label(p, t, &here)) {
			found = t;
			*m = here;
		}
	}
	return found;
}

/* Has the row words in several cells and no number? That is asked first, for it costs nothing. */
static bool may_be_labels(const struct placing *p, const struct token_row *r)
{
	size_t words = 0;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		if (t->reading.kind == READ_NUMBER)
			return false;
		words += t->reading.kind == READ_OTHER;
	}
	return words > 1;
}

bool lines_is_row_of_labels(const struct placing *p, const struct token_row *r)
{
	size_t labels = 0, row = STR_NONE;
	if (!may_be_labels(p, r))
		return false;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		struct label_match m;
		if (!lines_row_label(p, t, &m) || m.fit != FIT_EXACT || m.index == row ||
			place_label_fit(p, t, LABEL_COLUMN) == FIT_EXACT)
			continue;
		labels++;
		row = m.index;
	}
	return labels > 1;
}

bool lines_is_rest_of_label(const struct placing *p, const struct line *l, const struct token *t)
{
	return l->label && t->core.n > 0 && label_rows_holding(p->labels, t->core, l->row) > 0;
}

/* Without the numerals, torn off their labels, that the words begin with. */
static struct str behind_numerals(struct str words)
{
	for (size_t at = 0; at < words.n; at = 0) {
		unsigned ch = utf8_next(words, &at);
		if (!utf8_is_han_numeral(ch) && !(ch >= '0' && ch <= '9'))
			break;
		words = str_slice(words, at, words.n);
	}
	return words;
}

/* How much of the words' begin is part of one of the table's labels. */
static size_t piece_of(const struct placing *p, struct str words)
{
	size_t longest = 0;
	for (size_t i = 0; i < label_set_count(p->labels); i++) {
		struct str core = label_set_core(p->labels, i);
		for (size_t n = longest; n < words.n;) {
			utf8_next(words, &n);
			if (str_find(core, str_slice(words, 0, n), 0) == STR_NONE)
				break;
			longest = n;
		}
	}
	return longest;
}

bool lines_are_pieces(const struct placing *p, const struct token *t, size_t most)
{
	struct str rest = behind_numerals(t->core);
	for (size_t pieces = 0, n; pieces < most && rest.n > 0; pieces++) {
		if ((n = piece_of(p, rest)) == 0)
			return false;
		rest = behind_numerals(str_slice(rest, n, rest.n));
	}
	return rest.n == 0;
}

bool lines_is_shared_piece(const struct placing *p, const struct token *t)
{
	return !t->number[0] && label_rows_holding(p->labels, t->core, STR_NONE) > 1;
}

/* Does its label, behind that of the row right above, make its label to the letter, too? */
static bool is_rest(const struct placing *p, const struct line *above, const struct line *l)
{
	struct buf core = {0};
	if (!above->label || above->cells.n == 0 || !l->label)
		return false;
	buf_add(&core, above->label->core);
	buf_add(&core, l->label->core);
	bool rest = label_is_row(p->labels, buf_str(&core), l->row);
	buf_free(&core);
	return rest;
}

void lines_doubt_rests(const struct placing *p, struct lines *l)
{
	for (size_t i = 1; i < l->v.n; i++)
		if (is_rest(p, &l->v.v[i - 1], &l->v.v[i])) {
			l->v.v[i - 1].unsure = true;
			l->v.v[i].unsure |= l->v.v[i].filled == 0;
		}
}

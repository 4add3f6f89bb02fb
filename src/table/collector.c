/* Which tokens are the open line's cells, and where among them another line begins. */
#include "table/collector.h"

#include <string.h>

#include "base/utf8.h"

/* In one line of a column of labels stand a group's words and a row's, torn perhaps. */
#define PIECES_MAX 3
/* What stands for a number that can't be read has no more, as in #VALUE!. */
#define SPOILT_BYTES 8
/* And words have no more: 详见附件. */
#define WORDS_BYTES (8 * 3)

size_t lines_count_filled(const struct placing *p, const struct token_row *r, size_t from)
{
	size_t n = 0;
	for (size_t i = from; i < r->first + r->n; i++)
		n += token_has_value(&p->stream->tokens.v[i]);
	return n;
}

struct line *collector_open(struct collector *c, size_t stream_row)
{
	struct line *l = vec_push(&c->out->v);
	l->stream_row = stream_row;
	l->columns = c->heads.columns;
	c->open = l;
	return l;
}

void collector_open_labelled(struct collector *c, size_t stream_row, const struct token *label,
	const struct label_match *m)
{
	struct line *l = collector_open(c, stream_row);
	l->label = label;
	l->row = m->index;
	l->fit = m->fit;
}

/* Digits and signs that make no number: 0/0. */
static bool is_figure(const struct token *t)
{
	for (size_t i = 0; i < t->core.n; i++)
		if (t->core.p[i] < '0' || t->core.p[i] > '9')
			return false;
	return t->core.n > 0;
}

/* Is the token a cell of the table, as opposed to its words? */
static bool is_cell(
	const struct collector *c, const struct line *l, const struct token *t, bool narrow)
{
	if (t->reading.kind != READ_OTHER)
		return true;
	if (narrow)
		return l->label && l->label != t && is_figure(t);
	return !lines_is_rest_of_label(c->p, l, t) && !place_is_heading(c->p, t);
}

/* Words, a cell a line, that are no part of the label and none of the table's. What has a group's
 * name in part only may be a group and a row whose label is broken. */
static bool is_stranger(const struct collector *c, const struct line *l, const struct token *t)
{
	return t != l->label && t->reading.kind == READ_OTHER && t->core.n > 0 &&
	       !lines_is_rest_of_label(c->p, l, t) &&
	       (!place_is_heading(c->p, t) || place_label_fit(c->p, t, LABEL_GROUP) == FIT_PART);
}

/* No words, no number: what is left of one ("88,"). */
static bool is_scrap(const struct token *t)
{
	return t->reading.kind == READ_OTHER && t->core.n == 0;
}

/* How many values stand a cell a line from a row of the stream on. */
static size_t values_from(const struct placing *p, size_t row, size_t most)
{
	const struct token_row *rows = p->stream->rows.v;
	size_t n = 0;
	while (n <= most && row + n < p->row_to && rows[row + n].narrow && rows[row + n].n == 1 &&
		token_has_value(&p->stream->tokens.v[rows[row + n].first]))
		n++;
	return n;
}

static bool has_han(struct str s)
{
	for (size_t at = 0; at < s.n;)
		if (utf8_is_han(utf8_next(s, &at)))
			return true;
	return false;
}

/* What stands in a cell a line for a number that can't be read, and is no longer: letters that are
 * no word; or words of nobody, each cell between signs. */
static bool is_in_place(const struct collector *c, const struct token_row *r, const struct token *t)
{
	if (!has_han(t->core))
		return t->core.n <= SPOILT_BYTES;
	return r->parted && t->core.n <= WORDS_BYTES && is_stranger(c, c->open, t);
}

/* It is, for with it the row has just as many cells as columns. */
static bool is_spoilt(const struct collector *c, const struct token_row *r, size_t stream_row)
{
	const struct token *t = &c->p->stream->tokens.v[r->first];
	size_t wanted = collector_wanted(c), have = c->open->cells.n;
	if (!r->narrow || r->n != 1 || !c->open->label || t == c->open->label || have >= wanted ||
		t->reading.kind != READ_OTHER || t->core.n == 0 || t->number[0] ||
		!is_in_place(c, r, t))
		return false;
	return values_from(c->p, stream_row + 1, wanted) == wanted - have - 1;
}

size_t collector_wanted(const struct collector *c)
{
	return c->open->label ? place_columns_of(c->p, c->open->row) : place_most_columns(c->p);
}

/* A second row begins within a printed one: another row's label behind numbers of this one's, or
 * behind as many empty cells, or a label to the letter where the numbers before it have none. */
static bool begins_row(const struct collector *c, const struct token *t, struct label_match *m)
{
	const struct line *l = c->open;
	if (l->mended || c->joining)
		return false;
	if (!l->label)
		return lines_row_label(c->p, t, m) && m->fit == FIT_EXACT;
	return (l->filled > 0 || l->cells.n >= collector_wanted(c)) &&
	       lines_row_label(c->p, t, m) && m->index != l->row;
}

void collector_open_mended(struct collector *c, size_t stream_row, size_t row)
{
	struct line *l = collector_open(c, stream_row);
	l->row = row;
	l->fit = FIT_EXACT;
	l->mended = true;
}

/* Another row begins here, as a reviewer said: the one he named, or that the token does. */
static void split_line(struct collector *c, size_t stream_row, const struct token *t)
{
	struct label_match m = {0};
	size_t row = place_mended_row(c->p, stream_row, t);
	c->open->touched = true;
	if (row != STR_NONE)
		collector_open_mended(c, stream_row, row);
	else if (lines_row_label(c->p, t, &m))
		collector_open_labelled(c, stream_row, t, &m);
	else
		collector_open(c, stream_row);
	c->open->touched = true;
}

/* Words before the first cell of a row that a reviewer named are its label. */
static bool is_label_of_mended(const struct line *l, const struct token *t)
{
	return l->mended && l->filled == 0 && t->reading.kind == READ_OTHER;
}

/* A narrow row has all its cells: what follows is the next one's. */
static bool is_full(const struct collector *c, const struct token_row *r)
{
	return r->narrow && !c->joining && c->open->filled >= collector_wanted(c);
}

/* A column's heading or a block's behind numbers: all of the table lies in one row, and this line
 * of it is over. */
static bool ends_line(struct collector *c, const struct token_row *r, const struct token *t)
{
	struct label_match m;
	if (r->narrow || t->reading.kind != READ_OTHER || !c->open->label || !c->open->filled)
		return false;
	if (place_label_fit(c->p, t, LABEL_BLOCK) == FIT_EXACT)
		return true;
	if (place_labels(c->p, t, LABEL_COLUMN, &m, 1) == 0 || m.fit != FIT_EXACT)
		return place_label_fit(c->p, t, LABEL_ASIDE) == FIT_EXACT;
	headings_see(&c->heads, &m);
	return true;
}

/* Before its first cell: what comes behind may be theirs. Behind its last: a row the form does not
 * have begins. */
static void take_stranger(struct collector *c, const struct token_row *r, size_t stream_row)
{
	if (c->open->filled == 0)
		c->open->unsure |= c->open->label != NULL;
	else if (is_full(c, r))
		collector_open(c, stream_row)->named = true;
	else
		c->open->strangers++;
}

/* A cell a line, and then several numbers on one: they may be one that broke. */
static bool is_several(const struct collector *c, const struct token_row *r, size_t from)
{
	return r->narrow && from == r->first && c->open->filled > 0 && !c->joining &&
	       lines_count_filled(c->p, r, from) > 1;
}

/* Words before as many cells as the table has columns are what is left of a label, where a label
 * has them. */
static void drop_words(struct collector *c)
{
	struct line *l = c->open;
	size_t n = 0;
	while (n < l->cells.n && l->cells.v[n]->reading.kind == READ_OTHER)
		n++;
	if (n == 0 || l->label || l->mended || l->cells.n - n != collector_wanted(c))
		return;
	for (size_t i = 0; i < n; i++)
		if (!lines_are_pieces(c->p, l->cells.v[i], PIECES_MAX))
			return;
	l->cells.n -= n;
	l->filled -= n;
	memmove(l->cells.v, l->cells.v + n, l->cells.n * sizeof *l->cells.v);
	l->named = true;
}

void collector_take(struct collector *c, const struct token_row *r, size_t from, size_t stream_row)
{
	bool over = false;
	c->open->shifty |= is_several(c, r, from);
	for (size_t i = from; i < r->first + r->n; i++) {
		const struct token *t = &c->p->stream->tokens.v[i];
		bool filled = t->reading.kind != READ_EMPTY;
		struct label_match m = {0};
		if (place_splits_at(c->p, t)) {
			split_line(c, stream_row, t);
		} else if (begins_row(c, t, &m)) {
			collector_open_labelled(c, stream_row, t, &m);
			over = false;
			continue;
		} else if (over || (over = ends_line(c, r, t))) {
			continue;
		} else if (filled && is_full(c, r)) {
			collector_open(c, stream_row);
		}
		if (is_label_of_mended(c->open, t))
			c->open->label = t;
		bool spoilt = is_spoilt(c, r, stream_row);
		if (r->narrow && !spoilt && is_stranger(c, c->open, t))
			take_stranger(c, r, stream_row);
		/* with digits ("6." of a "6. 96") it may be the first of them */
		c->open->unsure |= r->narrow && !spoilt && is_scrap(t) &&
				   (c->open->filled > 0 || t->number[0]) &&
				   c->open->filled < collector_wanted(c);
		if (t == c->open->label || (!spoilt && !is_cell(c, c->open, t, r->narrow)))
			continue;
		*vec_push(&c->open->cells) = t;
		c->open->filled += filled;
	}
	drop_words(c);
}

/* From rows of tokens to lines of the table. A line begins at a row label and ends at the next one;
 * where the layout keeps rows, a row without a label is a line without one. */
#include "table/collector.h"
#include "table/glued.h"

#include <string.h>

/* Words that are not the rest of the open line's label. */
static bool has_own_words(const struct collector *c, const struct token_row *r)
{
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &c->p->stream->tokens.v[i];
		if (t->reading.kind == READ_OTHER && t->core.n > 0 &&
			!lines_is_rest_of_label(c->p, c->open, t))
			return true;
	}
	return false;
}

/* Does a row without a label go on with the line before it? */
static bool continues(const struct collector *c, const struct token_row *r)
{
	if (!c->open)
		return false;
	if (r->narrow)
		return c->open->filled < collector_wanted(c) && !(r->n > 1 && has_own_words(c, r));
	/* A label whose row has cells, blank ones too, has had its values; and other words are
	 * another row's. */
	return c->open->label && c->open->cells.n == 0 && !has_own_words(c, r);
}

/* A row that the reviewer named: its words are its label, all else its cells. */
static bool take_mended(struct collector *c, size_t number)
{
	const struct token_row *r = &c->p->stream->rows.v[number];
	size_t row = place_mended_row(c->p, number, NULL), from = r->first;
	if (row == STR_NONE)
		return false;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		enum reading_kind kind = c->p->stream->tokens.v[i].reading.kind;
		if (kind == READ_NUMBER || place_splits_at(c->p, &c->p->stream->tokens.v[i]))
			break;
		if (kind == READ_OTHER)
			from = i;
	}
	collector_open_mended(c, number, row);
	collector_take(c, r, from, number);
	return true;
}

/* A row that the reviewer joined to the one before it: words before its first number go on with the
 * label. */
static bool take_joined(struct collector *c, size_t number)
{
	const struct token_row *r = &c->p->stream->rows.v[number];
	size_t from = r->first;
	if (!place_is_mended(c->p, MEND_JOIN, number) || c->out->v.n == 0)
		return false;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &c->p->stream->tokens.v[i];
		if (t->reading.kind == READ_NUMBER)
			break;
		if (t->reading.kind == READ_OTHER)
			from = i + 1;
	}
	c->open = &c->out->v.v[c->out->v.n - 1];
	c->open->touched = c->joining = true;
	collector_take(c, r, from, number);
	c->joining = false;
	return true;
}

/* No number behind a label and no number before it: "其他" and "总计" are columns, too. */
static bool may_be_headings(const struct token *label, bool values)
{
	return !values && (!label || !label->number[0]);
}

static bool has_words(const struct collector *c, const struct token_row *r)
{
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (c->p->stream->tokens.v[i].reading.kind == READ_OTHER)
			return true;
	return false;
}

/* Has the open line the better part of its cells in one row? What stands below those may be what is
 * left of one of them. */
static bool has_row(const struct collector *c, const struct token_row *r)
{
	size_t wanted = collector_wanted(c);
	return r->narrow && wanted > 2 && c->p->stream->rows.v[c->open->stream_row].n * 2 > wanted;
}

/* A line of the page that is all of a row's numbers, with nothing before them but the name of a
 * group: a row that lost its label. */
static bool is_whole_line(const struct collector *c, const struct token_row *r)
{
	size_t most = place_most_columns(c->p), values = lines_count_filled(c->p, r, r->first);
	const struct token *first = &c->p->stream->tokens.v[r->first];
	bool group = r->n == values + 1 && place_label_fit(c->p, first, LABEL_GROUP) == FIT_EXACT;
	return r->para && place_row_sum(c->p) && values == most && (r->n == values || group);
}

/* A row without a label: it goes on with the line before it, or is a line of its own, or ends one.
 */
static bool take_unlabelled(
	struct collector *c, const struct token_row *r, size_t number, bool values)
{
	if (!place_is_mended(c->p, MEND_SPLIT, number) && continues(c, r)) {
		c->open->shifty |= values && has_row(c, r);
		return true;
	}
	if (!values && !r->narrow && has_words(c, r))
		c->open = NULL;
	bool whole = values && is_whole_line(c, r);
	/* numbers on a line of their own: the rest of one that a row broke off */
	if (values && r->para && !whole && c->open && c->open->label)
		c->open->unsure = true;
	if (!values || (r->para && !whole))
		return false;
	collector_open(c, number);
	return true;
}

/* May it be the end of a longer label, which the stranger before it begins? It is none to the
 * letter or too short to be of one table alone, and nothing but white space parts them: 复申请 of
 * 反复申请 is nearly 重复申请. */
static bool is_torn(const struct collector *c, const struct token_row *r, const struct token *label,
	const struct label_match *m)
{
	bool certain = m->fit == FIT_EXACT && label->core.n >= 4 * 3;
	return r->narrow && c->stranger && !r->parted && !certain;
}

/* Words, a cell a line, that are a column's heading, too, without the number that labels have, and
 * right behind such a heading: the last of these may stand above the numbers of whatever row. */
static bool may_head_column(
	const struct collector *c, const struct token_row *r, const struct token *label)
{
	const struct token_row *rows = c->p->stream->rows.v;
	const struct token_row *before = r > rows ? r - 1 : NULL;
	return r->narrow && !label->number[0] && before && before->n > 0 &&
	       place_label_fit(c->p, label, LABEL_COLUMN) == FIT_EXACT &&
	       place_label_fit(c->p, &c->p->stream->tokens.v[before->first], LABEL_COLUMN) ==
		       FIT_EXACT;
}

/* Remembers whether the row, a cell a line, is a word that no label is. */
static void see_stranger(struct collector *c, const struct token_row *r, const struct token *label)
{
	if (r->n == 0)
		return;
	const struct token *t = &c->p->stream->tokens.v[r->first];
	c->stranger = r->narrow && !label && t->reading.kind == READ_OTHER && t->core.n > 0 &&
		      !place_is_heading(c->p, t) &&
		      place_label_fit(c->p, t, LABEL_BLOCK) != FIT_EXACT;
}

/* A cell a line: a group's name begins another row, where the open one has any cell. */
static bool begins_group(const struct collector *c, const struct token_row *r)
{
	const struct token *t = &c->p->stream->tokens.v[r->first];
	return r->narrow && r->n == 1 && c->open && c->open->cells.n > 0 && !c->joining &&
	       place_label_fit(c->p, t, LABEL_GROUP) == FIT_EXACT;
}

/* Words that go on with the label of the row before, which has no cells yet, and are another's only
 * in part. */
static bool goes_on(const struct collector *c, const struct token *label, enum label_fit fit)
{
	return label && fit == FIT_PART && c->open && c->open->cells.n == 0 &&
	       lines_is_rest_of_label(c->p, c->open, label);
}

static void collect_row(struct collector *c, size_t number)
{
	const struct token_row *r = &c->p->stream->rows.v[number];
	struct label_match m = {0};
	if (take_mended(c, number) || take_joined(c, number))
		return;
	if (lines_is_row_of_labels(c->p, r)) {
		c->open = NULL;
		return;
	}
	const struct token *label = lines_find_label(c->p, r, &m);
	if (goes_on(c, label, m.fit))
		label = NULL;
	size_t behind = label ? (size_t)(label - c->p->stream->tokens.v) + 1 : r->first;
	bool values = lines_count_filled(c->p, r, behind) > 0;
	if (may_be_headings(label, values) && headings_take(&c->heads, number, NULL)) {
		c->heads.open = true;
		if (!label || !r->narrow) {
			c->open = NULL;
			return;
		}
	} else if (label || values) {
		c->heads.open = false;
	} else {
		headings_take_strange(&c->heads, number);
	}
	if (begins_group(c, r))
		c->open = NULL;
	bool torn = label && (is_torn(c, r, label, &m) || may_head_column(c, r, label) ||
				     (m.fit == FIT_CLOSE && lines_is_shared_piece(c->p, label)));
	bool named = c->stranger && r->narrow;
	see_stranger(c, r, label);
	if (label && values)
		headings_take(&c->heads, number, label);
	if (label) {
		collector_open_labelled(c, number, label, &m);
		c->open->unsure = torn;
	} else if (!take_unlabelled(c, r, number, values)) {
		return;
	} else if (!c->open->label && c->open->cells.n == 0) {
		c->open->named = named;
	}
	collector_take(c, r, behind, number);
}

void lines_collect(struct placing *p, struct lines *out)
{
	memset(out, 0, sizeof *out);
	struct collector c = {.p = p, .out = out};
	out->n_blocks = p->def->n_blocks;
	headings_init(&c.heads, p, out);
	const char *carried = p->row_from > 0 ? p->row_owner[p->row_from - 1] : NULL;
	for (size_t i = p->row_from; i < p->row_to; i++) {
		const char *owner = p->row_owner[i];
		/* what the rows before the region left behind */
		bool stale = carried && owner == carried;
		carried = stale ? carried : NULL;
		/* Another table's rows: its "总计" is none of ours. */
		if (owner && !stale && strcmp(owner, p->def->name) != 0 &&
			!place_is_mended(p, MEND_LABEL, i))
			c.open = NULL;
		else if (!p->row_used[i])
			collect_row(&c, i);
	}
	headings_free(&c.heads);
	lines_part(p, out);
	lines_divide(p, out);
	lines_judge(p, out);
	lines_doubt_rests(p, out);
	lines_find_moved(p, out);
}

void lines_free(struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++)
		vec_free(&l->v.v[i].cells);
	vec_free(&l->v);
	for (size_t i = 0; i < l->columns.n; i++)
		free(l->columns.v[i]);
	vec_free(&l->columns);
	for (size_t i = 0; i < l->parted.n; i++)
		free(l->parted.v[i]);
	vec_free(&l->parted);
	vec_free(&l->strange);
}

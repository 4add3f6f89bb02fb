/* From rows of tokens to lines of the table. A line begins at a row label and ends at the next one;
 * where the layout keeps rows, a row without a label is a line without one. */
#include "table/headings.h"
#include "table/lines.h"

#include <string.h>

/* What one pass over the stream carries along. */
struct collector {
	struct placing *p;
	struct lines *out;
	struct headings heads;
	struct line *open; /* takes further cells; NULL: none */
	bool stranger;	   /* the word before, a cell a line, is no label */
	bool joining;	   /* it takes all of a row, as a reviewer said */
};

static size_t columns_of(const struct placing *p, size_t row)
{
	return p->def->blocks[p->def->rows[row].block].n_columns;
}

enum label_fit place_label_fit(const struct placing *p, const struct token *t, enum label_kind kind)
{
	struct label_match m[1];
	return label_find(p->labels, t->core, t->number, kind, m, 1) ? m[0].fit : FIT_NONE;
}

bool place_is_heading(const struct placing *p, const struct token *t)
{
	return place_label_fit(p, t, LABEL_COLUMN) != FIT_NONE ||
	       place_label_fit(p, t, LABEL_BLOCK) != FIT_NONE ||
	       place_label_fit(p, t, LABEL_GROUP) != FIT_NONE ||
	       place_label_fit(p, t, LABEL_ASIDE) >= FIT_CLOSE;
}

/* The row a token labels, if it is a row label rather than any other of the table. */
static bool row_label(const struct placing *p, const struct token *t, struct label_match *m)
{
	if (t->reading.kind != READ_OTHER || t->core.n == 0)
		return false;
	if (!label_find(p->labels, t->core, t->number, LABEL_ROW, m, 1))
		return false;
	struct label_match g = {0};
	label_find(p->labels, t->core, t->number, LABEL_GROUP, &g, 1);
	enum label_fit group = g.fit, other = place_label_fit(p, t, LABEL_COLUMN);
	enum label_fit block = place_label_fit(p, t, LABEL_BLOCK);
	/* Both nearly: "不予公幵" is the group it names, not the row one character away, unless
	 * the row's number tells. Both in part: the group stands before the row in one cell. */
	if (m->fit == FIT_CLOSE && group == FIT_CLOSE)
		return m->number && !g.number;
	return m->fit >= group && m->fit >= other && m->fit >= block;
}

/* The label of a row of tokens: the last one before its first number. */
static const struct token *find_label(
	const struct placing *p, const struct token_row *r, struct label_match *m)
{
	const struct token *found = NULL;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		struct label_match here;
		if (t->reading.kind == READ_NUMBER)
			break;
		if (row_label(p, t, &here)) {
			found = t;
			*m = here;
		}
	}
	return found;
}

/* Labels of several rows side by side and no number: the table lies on its side, or what this is
 * nobody can tell. */
static bool is_row_of_labels(const struct placing *p, const struct token_row *r)
{
	size_t labels = 0, row = STR_NONE;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		struct label_match m;
		if (t->reading.kind == READ_NUMBER)
			return false;
		if (!row_label(p, t, &m) || m.fit != FIT_EXACT || m.index == row ||
			place_label_fit(p, t, LABEL_COLUMN) == FIT_EXACT)
			continue;
		labels++;
		row = m.index;
	}
	return labels > 1;
}

static size_t count_filled(const struct placing *p, const struct token_row *r, size_t from)
{
	size_t n = 0;
	for (size_t i = from; i < r->first + r->n; i++)
		n += token_has_value(&p->stream->tokens.v[i]);
	return n;
}

/* --- lines --- */

static struct line *open_line(struct collector *c, size_t stream_row)
{
	struct line *l = vec_push(&c->out->v);
	l->stream_row = stream_row;
	l->columns = c->heads.columns;
	c->open = l;
	return l;
}

static void open_labelled(struct collector *c, size_t stream_row, const struct token *label,
	const struct label_match *m)
{
	struct line *l = open_line(c, stream_row);
	l->label = label;
	l->row = m->index;
	l->fit = m->fit;
}

/* A piece of the label that the layout broke off: its core is within the label's. */
static bool is_rest_of_label(const struct collector *c, const struct line *l, const struct token *t)
{
	if (!l->label || t->core.n == 0)
		return false;
	const struct form_row *row = &c->p->def->rows[l->row];
	for (size_t i = 0; i < row->n_variants; i++) {
		struct buf core = {0};
		char number[8];
		label_core(str_of(row->variants[i]), &core, number);
		bool within = str_find(buf_str(&core), t->core, 0) != STR_NONE;
		buf_free(&core);
		if (within)
			return true;
	}
	return false;
}

/* Is the token a cell of the table, as opposed to its words? */
static bool is_cell(
	const struct collector *c, const struct line *l, const struct token *t, bool narrow)
{
	if (t->reading.kind != READ_OTHER)
		return true;
	return !narrow && !is_rest_of_label(c, l, t) && !place_is_heading(c->p, t);
}

/* Words, a cell a line, that are no part of the label and none of the table's. */
static bool is_stranger(const struct collector *c, const struct line *l, const struct token *t)
{
	return t != l->label && t->reading.kind == READ_OTHER && t->core.n > 0 &&
	       !is_rest_of_label(c, l, t) && !place_is_heading(c->p, t);
}

/* No words, no number: what is left of one ("88,"). */
static bool is_scrap(const struct token *t)
{
	return t->reading.kind == READ_OTHER && t->core.n == 0;
}

/* How many cells the open line may take. */
static size_t wanted(const struct collector *c)
{
	if (c->open->label)
		return columns_of(c->p, c->open->row);
	size_t most = 0;
	for (size_t b = 0; b < c->p->def->n_blocks; b++)
		if (c->p->def->blocks[b].n_columns > most)
			most = c->p->def->blocks[b].n_columns;
	return most;
}

/* A second row begins within a printed one: another row's label behind numbers of this one's, or
 * behind as many empty cells. */
static bool begins_row(const struct collector *c, const struct token *t, struct label_match *m)
{
	return c->open->label && (c->open->filled > 0 || c->open->cells.n >= wanted(c)) &&
	       !c->open->mended && !c->joining && row_label(c->p, t, m) && m->index != c->open->row;
}

/* The reviewer says which row it is. */
static void open_mended(struct collector *c, size_t stream_row, size_t row)
{
	struct line *l = open_line(c, stream_row);
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
		open_mended(c, stream_row, row);
	else if (row_label(c->p, t, &m))
		open_labelled(c, stream_row, t, &m);
	else
		open_line(c, stream_row);
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
	return r->narrow && !c->joining && c->open->filled >= wanted(c);
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
	if (label_find(c->p->labels, t->core, t->number, LABEL_COLUMN, &m, 1) == 0 ||
		m.fit != FIT_EXACT)
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
		open_line(c, stream_row)->named = true;
	else
		c->open->strangers++;
}

/* A cell a line, and then several numbers on one: they may be one that broke. */
static bool is_several(const struct collector *c, const struct token_row *r, size_t from)
{
	return r->narrow && from == r->first && c->open->filled > 0 && !c->joining &&
	       count_filled(c->p, r, from) > 1;
}

static void take_cells(
	struct collector *c, const struct token_row *r, size_t from, size_t stream_row)
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
			open_labelled(c, stream_row, t, &m);
			over = false;
			continue;
		} else if (over || (over = ends_line(c, r, t))) {
			continue;
		} else if (filled && is_full(c, r)) {
			open_line(c, stream_row);
		}
		if (is_label_of_mended(c->open, t))
			c->open->label = t;
		if (r->narrow && is_stranger(c, c->open, t))
			take_stranger(c, r, stream_row);
		c->open->unsure |= r->narrow && is_scrap(t) && c->open->filled > 0 &&
				   c->open->filled < wanted(c);
		if (t == c->open->label || !is_cell(c, c->open, t, r->narrow))
			continue;
		*vec_push(&c->open->cells) = t;
		c->open->filled += filled;
	}
}

/* Words that are not the rest of the open line's label. */
static bool has_own_words(const struct collector *c, const struct token_row *r)
{
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &c->p->stream->tokens.v[i];
		if (t->reading.kind == READ_OTHER && t->core.n > 0 &&
			!is_rest_of_label(c, c->open, t))
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
		return c->open->filled < wanted(c) && !(r->n > 1 && has_own_words(c, r));
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
	open_mended(c, number, row);
	take_cells(c, r, from, number);
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
	take_cells(c, r, from, number);
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

/* A row without a label: it goes on with the line before it, or is a line of its own, or ends one.
 */
static bool take_unlabelled(
	struct collector *c, const struct token_row *r, size_t number, bool values)
{
	if (!place_is_mended(c->p, MEND_SPLIT, number) && continues(c, r))
		return true;
	if (!values && !r->narrow && has_words(c, r))
		c->open = NULL;
	/* numbers on a line of their own: the rest of one that a row broke off */
	if (values && r->para && c->open && c->open->label)
		c->open->unsure = true;
	if (!values || r->para)
		return false;
	open_line(c, number);
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

static void collect_row(struct collector *c, size_t number)
{
	const struct token_row *r = &c->p->stream->rows.v[number];
	struct label_match m = {0};
	if (take_mended(c, number) || take_joined(c, number))
		return;
	if (is_row_of_labels(c->p, r)) {
		c->open = NULL;
		return;
	}
	const struct token *label = find_label(c->p, r, &m);
	size_t behind = label ? (size_t)(label - c->p->stream->tokens.v) + 1 : r->first;
	bool values = count_filled(c->p, r, behind) > 0;
	if (may_be_headings(label, values) && headings_take(&c->heads, number, NULL)) {
		c->heads.open = true;
		if (!label || !r->narrow) {
			c->open = NULL;
			return;
		}
	} else if (label || values) {
		c->heads.open = false;
	}
	if (begins_group(c, r))
		c->open = NULL;
	bool torn = label && is_torn(c, r, label, &m);
	see_stranger(c, r, label);
	if (label && values)
		headings_take(&c->heads, number, label);
	if (label) {
		open_labelled(c, number, label, &m);
		c->open->unsure = torn;
	} else if (!take_unlabelled(c, r, number, values)) {
		return;
	}
	take_cells(c, r, behind, number);
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
	lines_judge(p, out);
}

void lines_free(struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++)
		vec_free(&l->v.v[i].cells);
	vec_free(&l->v);
	for (size_t i = 0; i < l->columns.n; i++)
		free(l->columns.v[i]);
	vec_free(&l->columns);
}

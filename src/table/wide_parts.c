/* A wide table that was taken apart: the values of each of the form's rows in a table of their own,
 * under the columns' headings, or in a line behind the row's label. */
#include "table/wide.h"

#include "table/align.h"
#include "table/named.h"

#include <string.h>

/* One row of the form, as far as it was read. */
struct part {
	const struct token *label;
	const struct token *cells[ALIGN_COLUMNS_MAX], *heads[ALIGN_COLUMNS_MAX];
	size_t row;   /* of the stream, which it stands in */
	size_t times; /* it was read; 0: not yet */
	bool doubt;
};

/* What one pass over the stream carries along. */
struct taker {
	struct placing *p;
	struct part *parts;	   /* by row of the form's table */
	const struct token *label; /* of the values to come; NULL: none was read */
	size_t of;		   /* the row it is of */
	size_t headings; /* columns read in the form's order since another heading's row */
	bool mixed;	 /* they were not in that order */
};

/* The row of the form's table a token labels, none other being as near; STR_NONE for none. */
static size_t labelled_row(const struct placing *p, const struct token *t)
{
	struct label_match m;
	if (t->reading.kind != READ_OTHER || t->core.n == 0 ||
		!label_find(p->labels, t->core, t->number, LABEL_ROW, &m, 1) || m.fit < FIT_CLOSE)
		return STR_NONE;
	return m.index;
}

static bool is_column_head(const struct placing *p, const struct token *t, size_t *column)
{
	struct label_match m;
	if (t->reading.kind != READ_OTHER || t->core.n == 0 ||
		!label_find(p->labels, t->core, t->number, LABEL_COLUMN, &m, 1) ||
		m.fit != FIT_EXACT)
		return false;
	*column = m.index;
	return true;
}

/* Of words alone. false: labels of several rows side by side, so the table is in one piece. */
static bool read_words(struct taker *k, const struct token_row *r)
{
	size_t columns = 0, column;
	bool mixed = false;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &k->p->stream->tokens.v[i];
		size_t row = labelled_row(k->p, t);
		if (row != STR_NONE && k->label && k->label >= &k->p->stream->tokens.v[r->first] &&
			k->of != row)
			return false;
		if (row != STR_NONE) {
			k->label = t;
			k->of = row;
		} else if (is_column_head(k->p, t, &column)) {
			mixed |= column != columns;
			columns++;
		}
	}
	if (columns > 0) {
		k->headings = columns;
		k->mixed = mixed;
	}
	return true;
}

static bool values_from(const struct placing *p, const struct token_row *r, size_t from)
{
	size_t printed = 0;
	for (size_t i = from; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		if (t->reading.kind == READ_OTHER)
			return false;
		printed += token_has_value(t);
	}
	return printed > 0 && r->first + r->n - from == p->def->blocks[0].n_columns;
}

/* The part of the label's row, and whether it is a new one. */
static struct part *take(struct taker *k, size_t at)
{
	struct part *part = &k->parts[k->of];
	size_t times = part->times;
	*part = (struct part){.label = k->label, .row = at, .times = times + 1, .doubt = times > 0};
	k->label = NULL;
	return part;
}

static void take_line(struct taker *k, size_t at, size_t from)
{
	struct part *part = take(k, at);
	size_t columns = k->p->def->blocks[0].n_columns;
	part->doubt |= k->mixed || k->headings != columns;
	for (size_t c = 0; c < columns; c++)
		part->cells[c] = &k->p->stream->tokens.v[from + c];
}

/* A row whose cells have their headings with them. */
static bool take_named(struct taker *k, size_t at)
{
	struct part named = {NULL};
	if (!named_cells(k->p, at, 0, named.cells, named.heads))
		return false;
	struct part *part = take(k, at);
	memcpy(part->cells, named.cells, sizeof named.cells);
	memcpy(part->heads, named.heads, sizeof named.heads);
	return true;
}

/* A line with values: behind a label, or below one. */
static void read_values(struct taker *k, const struct token_row *r, size_t at)
{
	const struct token *first = &k->p->stream->tokens.v[r->first];
	size_t row = labelled_row(k->p, first);
	if (row != STR_NONE) {
		k->label = first;
		k->of = row;
	}
	size_t from = r->first + (row != STR_NONE);
	if (k->label && !k->p->row_used[at] && !take_named(k, at) && values_from(k->p, r, from))
		take_line(k, at, from);
	k->label = NULL;
}

static bool has_value(const struct placing *p, const struct token_row *r)
{
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (token_has_value(&p->stream->tokens.v[i]))
			return true;
	return false;
}

static bool read_all(struct taker *k)
{
	for (size_t i = k->p->row_from; i < k->p->row_to; i++) {
		const struct token_row *r = &k->p->stream->rows.v[i];
		if (r->narrow)
			continue;
		if (r->heads || has_value(k->p, r))
			read_values(k, r, i);
		else if (!read_words(k, r))
			return false;
	}
	return true;
}

static void place_part(struct placing *p, const struct form_row *row, const struct part *part)
{
	size_t cell = row->first - p->def->cell;
	for (size_t c = 0; c < p->def->blocks[0].n_columns; c++)
		if (part->cells[c])
			place_cell(p, cell + c, part->cells[c],
				(struct placed){part->label, part->heads[c],
					part->doubt ? "label+order" : "label+column", part->doubt,
					false});
	p->row_used[part->row] = true;
}

bool wide_place_parts(struct placing *p)
{
	struct part *parts = mem_alloc_array(p->def->n_rows + 1, sizeof *parts);
	struct taker k = {.p = p, .parts = parts};
	size_t found = 0;
	if (read_all(&k))
		for (size_t i = 0; i < p->def->n_rows; i++)
			found += parts[i].times > 0;
	for (size_t i = 0; i < p->def->n_rows && found > 1; i++)
		if (parts[i].times > 0)
			place_part(p, &p->def->rows[i], &parts[i]);
	free(parts);
	return found > 1;
}

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
	struct part *parts;		  /* by row of the form's table */
	const struct token *label;	  /* of the values to come; NULL: none was read */
	size_t of;			  /* the row it is of */
	size_t headings;		  /* columns read since another heading's row */
	bool close;			  /* one of them not to the letter */
	size_t order[ALIGN_COLUMNS_MAX];  /* by place, which of the form's columns they are */
	size_t stands[ALIGN_COLUMNS_MAX]; /* the grid's column that each of them stands in */
	/* rows whose labels stand side by side, and their cells so below them */
	const struct token *side[ALIGN_COLUMNS_MAX];
	size_t side_of[ALIGN_COLUMNS_MAX], n_side;
	bool sided; /* some were read so: then all must be */
	bool stray; /* the last line with values is no row's */
	/* a cell a line */
	bool narrow;	 /* the label stands so */
	bool heading;	 /* the line before was a column's */
	struct part run; /* its cells behind the label so far, n_run of them */
	size_t n_run;
};

/* The row of the form's table a token labels, none other being as near; STR_NONE for none. */
static size_t labelled_row(const struct placing *p, const struct token *t)
{
	struct label_match m;
	if (t->reading.kind != READ_OTHER || t->core.n == 0 ||
		!place_labels(p, t, LABEL_ROW, &m, 1) || m.fit < FIT_CLOSE)
		return STR_NONE;
	return m.index;
}

static void read_label(struct taker *k, const struct token *t, size_t row)
{
	k->label = t;
	k->of = row;
	if (k->n_side > 0 && k->side_of[k->n_side - 1] == row)
		k->n_side--;
	k->side[k->n_side] = t;
	k->side_of[k->n_side++] = row;
}

/* Of words alone. false: labels of several rows side by side with headings, so the table is in one
 * piece. */
static bool read_words(struct taker *k, const struct token_row *r)
{
	size_t columns = 0, labels = 0, column;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &k->p->stream->tokens.v[i];
		size_t row = labelled_row(k->p, t);
		if (row != STR_NONE && labels < ALIGN_COLUMNS_MAX) {
			k->n_side = labels++ ? k->n_side : 0;
			read_label(k, t, row);
		} else if (wide_is_head(k->p, t, FIT_CLOSE, &column) &&
			   columns < ALIGN_COLUMNS_MAX) {
			k->close = (k->close && columns > 0) ||
				   !wide_is_head(k->p, t, FIT_EXACT, &column);
			k->order[columns] = column;
			k->stands[columns++] = t->col;
		}
	}
	if (columns > 0)
		k->headings = columns;
	return columns == 0 || labels == 0 || k->n_side < 2;
}

/* What the headings say of the columns' order. */
static struct wide_order order_of(const struct taker *k)
{
	size_t n = k->p->def->blocks[0].n_columns;
	return k->headings == n ? wide_order_of(k->order, n) : (struct wide_order){.told = false};
}

/* The cells from a token on that are the columns': all of them, or those below the headings, where
 * all others are empty. */
static bool values_from(
	const struct taker *k, const struct token_row *r, size_t from, const struct token **cells)
{
	const struct token *tokens = k->p->stream->tokens.v;
	size_t n = k->p->def->blocks[0].n_columns, printed = 0, taken = 0;
	bool all = r->first + r->n - from == n;
	if (!all && !order_of(k).told)
		return false;
	for (size_t i = from; i < r->first + r->n; i++) {
		bool below = all || (taken < n && tokens[i].col == k->stands[taken]);
		if (tokens[i].reading.kind == READ_OTHER ||
			(!below && tokens[i].reading.kind != READ_EMPTY))
			return false;
		printed += token_has_value(&tokens[i]);
		if (below)
			cells[taken++] = &tokens[i];
	}
	return printed > 0 && taken == n;
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

/* Do the row's cells come to another number than its total? */
static bool breaks_sum(const struct placing *p, const struct part *part)
{
	struct columns c = {.n = p->def->blocks[0].n_columns, .sum = place_row_sum(p)};
	struct alignment a = {NULL};
	memcpy(a.at, part->cells, c.n * sizeof *a.at);
	return align_sum_breaks(&c, &a);
}

static void take_cells(
	struct taker *k, size_t at, struct wide_order order, const struct token *const *cells)
{
	struct part *part = take(k, at);
	size_t n = k->p->def->blocks[0].n_columns;
	part->doubt |= !order.told;
	for (size_t i = 0; i < n; i++)
		part->cells[wide_order_column(order, i, n)] = cells[i];
	part->doubt |= k->close && breaks_sum(k->p, part);
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

/* Takes the label that the line begins with, which its group's name or an empty cell may stand
 * before. Past it; where there is none the line's first token. */
static size_t past_label(struct taker *k, const struct token_row *r)
{
	size_t from = r->first;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &k->p->stream->tokens.v[i];
		size_t row = labelled_row(k->p, t);
		if (t->reading.kind != READ_OTHER && t->reading.kind != READ_EMPTY)
			break;
		if (row == STR_NONE)
			continue;
		k->label = t;
		k->of = row;
		from = i + 1;
	}
	return from;
}

/* Labels of several rows side by side, and a heading for each of their columns below. */
static bool has_side(const struct taker *k)
{
	return k->n_side > 1 && k->headings == k->n_side * k->p->def->blocks[0].n_columns;
}

/* The cells below those headings. */
static void take_side_cells(struct taker *k, size_t at, const struct token *const *cells)
{
	size_t n = k->p->def->blocks[0].n_columns;
	for (size_t i = 0; i < k->n_side; i++) {
		k->label = k->side[i];
		k->of = k->side_of[i];
		take_cells(k, at, wide_order_of(&k->order[i * n], n), &cells[i * n]);
	}
	k->sided = true;
	k->n_side = 0;
}

/* Values, or empty cells, each below its heading; all else is empty. */
static bool take_side(struct taker *k, const struct token_row *r, size_t at)
{
	const struct token *tokens = &k->p->stream->tokens.v[r->first];
	const struct token *cells[ALIGN_COLUMNS_MAX];
	size_t taken = 0;
	if (!has_side(k) || k->p->row_used[at])
		return false;
	for (size_t i = 0; i < r->n; i++) {
		bool below = taken < k->headings && tokens[i].col == k->stands[taken];
		if (tokens[i].reading.kind == READ_OTHER ||
			(!below && tokens[i].reading.kind != READ_EMPTY))
			return false;
		if (below)
			cells[taken++] = &tokens[i];
	}
	if (taken != k->headings)
		return false;
	take_side_cells(k, at, cells);
	return true;
}

/* A line with values: behind a label, or below one. */
static void read_values(struct taker *k, const struct token_row *r, size_t at)
{
	size_t from = past_label(k, r);
	const struct token *cells[ALIGN_COLUMNS_MAX];
	if (from == r->first && take_side(k, r, at))
		return;
	k->stray = !k->p->row_used[at];
	if (k->label && !k->p->row_used[at] && !take_named(k, at) && values_from(k, r, from, cells))
		take_cells(k, at, order_of(k), cells);
	k->stray &= k->parts[k->of].row != at || k->parts[k->of].times == 0;
	k->label = NULL;
	k->n_side = 0;
}

static bool is_run_empty(const struct taker *k)
{
	for (size_t i = 0; i < k->n_run; i++)
		if (token_has_value(k->run.cells[i]))
			return false;
	return true;
}

/* A cell a line: as many of them behind the label as there are columns are the row. */
static void end_run(struct taker *k)
{
	if (has_side(k) && k->n_run == k->headings) {
		take_side_cells(k, k->run.row, k->run.cells);
	} else if (k->label && k->n_run == k->p->def->blocks[0].n_columns) {
		size_t of = k->of;
		take_cells(k, k->run.row, order_of(k), k->run.cells);
		k->parts[of].doubt |=
			breaks_sum(k->p, &k->parts[of]) || (k->stray && is_run_empty(k));
	}
	k->label = NULL;
	k->narrow = false;
	k->n_run = 0;
	k->n_side = 0;
}

static void read_word(struct taker *k, const struct token *t, size_t at)
{
	size_t row = labelled_row(k->p, t), column;
	bool heading = row == STR_NONE && wide_is_head(k->p, t, FIT_CLOSE, &column);
	/* a label over all columns has empty cells behind it, and the headings below; or another
	 * row's beside it */
	bool beside = row != STR_NONE && k->n_side > 0 && k->n_run == 0 && !k->heading;
	if (k->narrow && heading && is_run_empty(k))
		k->n_run = 0;
	else if (k->narrow && !beside)
		end_run(k);
	if (heading && !k->heading) {
		k->headings = 0;
		k->close = false;
	}
	if (heading && k->headings < ALIGN_COLUMNS_MAX) {
		k->order[k->headings++] = column;
		k->close |= !wide_is_head(k->p, t, FIT_EXACT, &column);
	}
	k->heading = heading;
	if (row == STR_NONE)
		return;
	read_label(k, t, row);
	k->narrow = true;
	k->run.row = at;
}

/* A cell a line, or several. */
static void read_cells(struct taker *k, const struct token_row *r, size_t at)
{
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &k->p->stream->tokens.v[i];
		if (t->reading.kind == READ_OTHER)
			read_word(k, t, at);
		else if (k->label && k->n_run < ALIGN_COLUMNS_MAX)
			k->run.cells[k->n_run++] = t;
	}
}

static bool has_value(const struct placing *p, const struct token_row *r)
{
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (token_has_value(&p->stream->tokens.v[i]))
			return true;
	return false;
}

/* Does a row of the columns' headings come next? Then a label with empty cells behind it stands
 * over them. */
static bool is_over_headings(const struct placing *p, size_t at)
{
	const struct token_row *r = &p->stream->rows.v[at + 1];
	size_t column;
	if (at + 1 >= p->row_to)
		return false;
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (wide_is_head(p, &p->stream->tokens.v[i], FIT_CLOSE, &column))
			return true;
	return false;
}

/* As many empty cells as there are columns, behind the label that was read last or below it. In
 * doubt where values of no row stand above them: a page may have ended amid the label. */
static void take_blank(struct taker *k, const struct token_row *r, size_t at)
{
	const struct token *tokens = k->p->stream->tokens.v;
	const struct token *cells[ALIGN_COLUMNS_MAX];
	size_t n = k->p->def->blocks[0].n_columns, from = r->first + r->n;
	if (take_side(k, r, at) || r->n < n || !k->label || k->p->row_used[at] || !order_of(k).told)
		return;
	while (from > r->first && tokens[from - 1].reading.kind == READ_EMPTY)
		from--;
	bool below = from == r->first, behind = !below && k->label == &tokens[from - 1];
	if (r->first + r->n - from != n || (!below && !behind) ||
		(behind && is_over_headings(k->p, at)))
		return;
	for (size_t i = 0; i < n; i++)
		cells[i] = &tokens[from + i];
	take_cells(k, at, order_of(k), cells);
	k->parts[k->of].doubt |= k->stray;
	k->n_side = 0;
}

static bool read_all(struct taker *k)
{
	for (size_t i = k->p->row_from; i < k->p->row_to; i++) {
		const struct token_row *r = &k->p->stream->rows.v[i];
		if (r->narrow) {
			read_cells(k, r, i);
			continue;
		}
		if (k->narrow)
			end_run(k);
		if (r->heads || has_value(k->p, r))
			read_values(k, r, i);
		else if (!read_words(k, r))
			return false;
		else
			take_blank(k, r, i);
	}
	if (k->narrow)
		end_run(k);
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
	bool enough = found > 1 && (!k.sided || found == p->def->n_rows);
	for (size_t i = 0; i < p->def->n_rows && enough; i++)
		if (parts[i].times > 0)
			place_part(p, &p->def->rows[i], &parts[i]);
	free(parts);
	return enough;
}

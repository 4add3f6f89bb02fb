/* Columns printed one behind the other, turned to rows. */
#include "table/turn.h"

#include <string.h>

#include "base/mem.h"

enum {
	COLUMNS_MIN = 2,
	COLUMNS_MAX = 16,
	ROWS_MIN = 2,
	SUMS_MIN = 2,	 /* rows that add up to more than nothing, where all do */
	LABELS_MAX = 64, /* rows and groups */
};

/* Where the numbers stand: each column's below its heading; or there the first row's alone, and
 * those of the other rows, row by row, behind the last; or before the label of their row. */
enum turned_from { BELOW, ACROSS, BEFORE };

struct turner {
	struct stream *s;
	const struct label_set *set;
	enum turned_from from;
	size_t first;		     /* row of the first label */
	size_t labels[LABELS_MAX];   /* their rows, in order */
	bool grouping[LABELS_MAX];   /* no numbers stand behind this one */
	size_t n_labels, rows;	     /* rows: labels that are no group's */
	size_t columns[COLUMNS_MAX]; /* rows of the headings */
	size_t n_columns, named;     /* named: headings that the table has */
	size_t end;		     /* past the last number */
};

/* The row's only token; NULL where it has more, or none. */
static const struct token *token_of(const struct stream *s, size_t row)
{
	const struct token_row *r = &s->rows.v[row];
	return r->n == 1 ? &s->tokens.v[r->first] : NULL;
}

/* Past rows without a token: their words went to another. */
static size_t past_empty(const struct stream *s, size_t row)
{
	while (row < s->rows.n && s->rows.v[row].n == 0)
		row++;
	return row;
}

static bool is_word(const struct stream *s, size_t row)
{
	const struct token *t = row < s->rows.n ? token_of(s, row) : NULL;
	return t && t->reading.kind == READ_OTHER && t->core.n > 0;
}

static bool is_value(const struct stream *s, size_t row)
{
	const struct token *t = row < s->rows.n ? token_of(s, row) : NULL;
	return t && token_has_value(t);
}

/* How many numbers stand below the row; *end is past the last. */
static size_t values_below(const struct stream *s, size_t row, size_t *end)
{
	size_t n = 0;
	for (*end = row + 1; is_value(s, past_empty(s, *end)); n++)
		*end = past_empty(s, *end) + 1;
	return n;
}

static bool is_column(const struct turner *t, size_t row)
{
	const struct token *word = token_of(t->s, row);
	struct label_match m;
	return label_search(t->set, token_label(word), LABEL_COLUMN, &m, 1) && m.fit == FIT_EXACT;
}

/* Headings from `row` on, each with as many numbers below it. */
static bool take_columns(struct turner *t, size_t row)
{
	size_t end;
	t->rows = values_below(t->s, row, &end);
	while (is_word(t->s, row) && values_below(t->s, row, &end) == t->rows &&
		t->n_columns < COLUMNS_MAX) {
		t->named += is_column(t, row);
		t->columns[t->n_columns++] = row;
		t->end = end;
		row = past_empty(t->s, end);
	}
	/* another column, from which something is missing */
	if (is_word(t->s, row) && is_column(t, row) && values_below(t->s, row, &end) > 1)
		return false;
	return t->n_columns >= COLUMNS_MIN && t->named * 3 >= t->n_columns * 2;
}

/* Headings from `row` on, each with the first row's number below it, the last with those of the
 * other rows, too. */
static bool take_first_row(struct turner *t, size_t row)
{
	size_t n = 1;
	for (; n == 1 && is_word(t->s, row) && t->n_columns < COLUMNS_MAX;
		row = past_empty(t->s, t->end)) {
		n = values_below(t->s, row, &t->end);
		t->named += is_column(t, row);
		t->columns[t->n_columns++] = row;
	}
	t->rows = (n + t->n_columns - 1) / t->n_columns;
	t->from = ACROSS;
	return n > 1 && t->n_columns >= COLUMNS_MIN && (n - 1) % t->n_columns == 0 &&
	       t->named * 3 >= t->n_columns * 2;
}

/* Is the word a label of a row before `next`, or of a group? */
static bool is_label(const struct turner *t, size_t row, size_t *next, bool *grouping)
{
	const struct token *word = token_of(t->s, row);
	struct label_match m;
	*grouping =
		label_search(t->set, token_label(word), LABEL_GROUP, &m, 1) && m.fit == FIT_EXACT;
	if (*grouping)
		return true;
	if (!label_search(t->set, token_label(word), LABEL_ROW, &m, 1) || m.fit < FIT_CLOSE ||
		m.index >= *next)
		return false;
	*next = m.index;
	return true;
}

/* A row's label to the letter, behind that of the row `last`. */
static bool is_row_below(const struct turner *t, size_t row, size_t *last)
{
	struct label_match m;
	if (!is_word(t->s, row) ||
		!label_search(t->set, token_label(token_of(t->s, row)), LABEL_ROW, &m, 1) ||
		m.fit != FIT_EXACT || (*last != STR_NONE && m.index != *last + 1))
		return false;
	*last = m.index;
	return true;
}

/* The labels right above the first heading, from below: as many rows' as numbers are in a column.
 */
static bool take_labels(struct turner *t)
{
	size_t next = STR_NONE, rows = 0;
	t->n_labels = 0;
	for (size_t row = t->columns[0]; row-- > 0 && t->n_labels < LABELS_MAX;) {
		bool grouping;
		if (t->s->rows.v[row].n == 0)
			continue;
		if (!is_word(t->s, row) || !is_label(t, row, &next, &grouping))
			break;
		t->grouping[t->n_labels] = grouping;
		t->labels[t->n_labels++] = row;
		t->first = row;
		rows += !grouping;
	}
	return rows == t->rows && t->n_labels < LABELS_MAX;
}

/* The heading of one column, and before the label of each of its rows the number. */
static bool take_numbers_before(struct turner *t, size_t heading)
{
	size_t label = STR_NONE, row = heading;
	t->first = t->columns[0] = heading;
	t->n_columns = 1;
	t->from = BEFORE;
	if (!is_column(t, heading))
		return false;
	while (t->rows < LABELS_MAX && is_value(t->s, row = past_empty(t->s, row + 1)) &&
		is_row_below(t, past_empty(t->s, row + 1), &label)) {
		row = past_empty(t->s, row + 1);
		t->labels[t->rows++] = row;
		t->end = row + 1;
	}
	t->n_labels = t->rows;
	for (size_t i = 0; i < t->rows / 2; i++) {
		size_t other = t->labels[i];
		t->labels[i] = t->labels[t->rows - 1 - i];
		t->labels[t->rows - 1 - i] = other;
	}
	return t->rows > 0;
}

/* A number behind the last label, too: they may all be of the label before them. */
static bool is_either(const struct turner *t)
{
	return t->from == BEFORE && !is_word(t->s, past_empty(t->s, t->end));
}

static void doubt_numbers(const struct turner *t)
{
	struct stream *s = t->s;
	for (size_t row = t->first; row < s->rows.n && row <= past_empty(s, t->end); row++)
		for (size_t i = s->rows.v[row].first; i < s->rows.v[row].first + s->rows.v[row].n;
			i++)
			s->tokens.v[i].unsure |= token_has_value(&s->tokens.v[i]);
}

static size_t row_before(const struct stream *s, size_t row)
{
	while (row-- > 0 && s->rows.v[row].n == 0)
		;
	return row;
}

/* The nth row's number in the column. */
static const struct token *value_at(const struct turner *t, size_t column, size_t nth)
{
	if (t->from == BEFORE)
		return token_of(t->s, row_before(t->s, t->labels[t->rows - 1 - nth]));
	if (t->from == ACROSS && nth > 0) {
		nth = 1 + (nth - 1) * t->n_columns + column;
		column = t->n_columns - 1;
	}
	size_t row = past_empty(t->s, t->columns[column] + 1);
	while (nth-- > 0)
		row = past_empty(t->s, row + 1);
	return token_of(t->s, row);
}

static bool add(const struct turner *t, size_t column, size_t nth, struct dec *sum)
{
	const struct token *v = value_at(t, column, nth);
	return v->reading.kind != READ_NUMBER || dec_add(*sum, v->reading.value, sum);
}

/* Is that column the sum of the others in each row, and not of nothing in most of them? */
static bool is_total(const struct turner *t, size_t column)
{
	size_t told = 0;
	for (size_t nth = 0; nth < t->rows; nth++) {
		struct dec sum = dec_of(0), total = sum;
		for (size_t c = 0; c < t->n_columns; c++)
			if (!add(t, c, nth, c == column ? &total : &sum))
				return false;
		if (dec_cmp(sum, total) != 0)
			return false;
		told += !dec_is_zero(total);
	}
	return told >= SUMS_MIN;
}

/* Does each row add up? Then none of the columns lacks a number and has a strange one instead. */
static bool is_proved(const struct turner *t)
{
	for (size_t c = 0; c < t->n_columns && t->n_columns > 2; c++)
		if (is_total(t, c))
			return true;
	return false;
}

/* What the rows of the table are made of, as it goes. */
struct turned {
	bool proved;
	struct token *tokens;
	bool *taken; /* by token of the rows */
	size_t from, n;
};

static void turn_token(
	struct turned *to, const struct stream *s, const struct token *from, size_t column)
{
	size_t at = (size_t)(from - s->tokens.v);
	struct token *t = &to->tokens[to->n++];
	*t = *from;
	t->col = column;
	t->end = column + 1;
	t->unsure |= token_has_value(t) && !to->proved;
	to->taken[at - to->from] = true;
}

static void turn_rows(const struct turner *t, struct turned *to, struct token_row *rows)
{
	const struct token_row *first = &t->s->rows.v[t->first];
	size_t nth = 0;
	*rows = (struct token_row){
		.first = to->from + to->n, .n = t->n_columns, .grid = first->grid, .at = first->at};
	for (size_t c = 0; c < t->n_columns; c++)
		turn_token(to, t->s, token_of(t->s, t->columns[c]), c + 1);
	for (size_t i = t->n_labels; i-- > 0;) {
		const struct token_row *r = &t->s->rows.v[t->labels[i]];
		*++rows = (struct token_row){
			.first = to->from + to->n, .n = 1, .grid = r->grid, .at = r->at};
		turn_token(to, t->s, token_of(t->s, t->labels[i]), 0);
		for (size_t c = 0; c < t->n_columns && !t->grouping[i]; c++, rows->n++)
			turn_token(to, t->s, value_at(t, c, nth), c + 1);
		nth += !t->grouping[i];
	}
}

static void turn(const struct turner *t)
{
	struct stream *s = t->s;
	const struct token_row *last = &s->rows.v[t->end - 1];
	struct turned to = {.proved = is_proved(t), .from = s->rows.v[t->first].first};
	size_t n = last->first + last->n - to.from, made = 1 + t->n_labels;
	struct token_row *rows = mem_alloc_array(made, sizeof *rows);
	to.tokens = mem_alloc_array(n, sizeof *to.tokens);
	to.taken = mem_alloc_array(n, sizeof *to.taken);
	turn_rows(t, &to, rows);
	for (size_t i = 0; i < n; i++)
		if (!to.taken[i])
			to.tokens[to.n++] = s->tokens.v[to.from + i];
	memcpy(s->tokens.v + to.from, to.tokens, n * sizeof *to.tokens);
	for (size_t r = t->first + made; r < t->end; r++) {
		s->rows.v[r].n = 0;
		s->rows.v[r].rest_of = t->first + 2;
	}
	memcpy(s->rows.v + t->first, rows, made * sizeof *rows);
	free(to.tokens);
	free(to.taken);
	free(rows);
}

/* Does a table of those labels begin its columns at the row? Past it, then. */
static size_t try_turn(struct stream *s, const struct label_set *set, size_t row)
{
	const struct turner begun = {.s = s, .set = set};
	struct turner t = begun;
	bool found = take_columns(&t, row) && t.rows >= ROWS_MIN && take_labels(&t);
	if (!found) {
		t = begun;
		found = take_first_row(&t, row) && take_labels(&t);
	}
	if (!found) {
		t = begun;
		found = take_numbers_before(&t, row);
	}
	if (!found)
		return row;
	if (is_either(&t))
		doubt_numbers(&t);
	else
		turn(&t);
	return t.end;
}

void rows_turn(struct stream *s, const struct label_book *book)
{
	for (size_t row = 0, end; row < s->rows.n; row++) {
		if (!is_word(s, row) || row == 0 || !is_word(s, row - 1) ||
			values_below(s, row, &end) == 0)
			continue;
		size_t now = row;
		for (size_t i = 0; i < label_book_sets(book) && now == row; i++)
			now = try_turn(s, label_book_nth(book, i), row);
		row = now == row ? row : now - 1;
	}
}

/* Labels, values and columns of the table pane. */
#include "ui/table_rows.h"

#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "ui/current.h"

enum { LABEL_MIN = 12, LABEL_LEAST = 6, MARGIN = 1, VALUE_MIN = 2, AROUND = 3 };

void table_value(const struct session *s, const struct canvas *c, size_t cell, struct buf *out)
{
	const struct cell *def = &s->report->cells[cell];
	struct cell_view view = session_cell_words(s, cell);

	if (view.printed.n > 0)
		buf_add(out, view.printed);
	else
		buf_adds(out, def->state == CELL_MISSING ? "?" : paint_mark(c, MARK_BLANK));
	if (view.correction) {
		buf_adds(out, paint_mark(c, MARK_ARROW));
		buf_adds(out, view.correction->to);
	}
	if (view.mended)
		buf_addc(out, '~');
	if (def->doubt || def->state == CELL_UNREADABLE)
		buf_addc(out, '?');
}

const char *table_column_head(const struct form_column *column)
{
	const char *brief = column->brief.text[lang_now()];

	return brief && *brief ? brief : column->label.text[lang_now()];
}

size_t table_head_break(struct str head)
{
	enum { LONG = 9 };
	size_t blank = str_find(head, STR(" "), 0);

	return head.n > LONG && blank != STR_NONE ? blank + 1 : 0;
}

static void add_words(
	const struct form_words *label, const struct form_words *brief, bool full, struct buf *out)
{
	const char *words = full ? label->text[lang_now()] : brief->text[lang_now()];

	buf_adds(out, words && *words ? words : label->text[lang_now()]);
}

/* 三 and 8 are set off from what follows, （三） is not. */
static void add_number(const char *number, struct buf *out)
{
	if (!number || !*number)
		return;
	buf_adds(out, number);
	if (!str_ends(str_of(number), "）"))
		buf_addc(out, ' ');
}

void table_label(const struct pane_line *line, bool full, bool with_group, struct buf *out)
{
	const struct form_group *g = line->group;

	if (line->kind == LINE_GROUP) {
		add_number(g->number, out);
		add_words(&g->label, &g->brief, full, out);
		return;
	}
	if (with_group && g && str_of(g->number).n > 0 && line->indent > 2)
		add_number(g->number, out);
	add_number(line->row->number, out);
	add_words(&line->row->label, &line->row->brief, full, out);
}

static int columns_of(const struct canvas *c, struct str s)
{
	return (int)glyph_columns(s, c->ambiguous);
}

int table_head_rows(const struct report_table *table)
{
	for (size_t i = 0; i < table->def->n_blocks; i++) {
		const struct form_block *block = &table->def->blocks[i];

		for (size_t col = 0; col < block->n_columns && col < TABLE_COLUMNS_MAX; col++)
			if (table_head_break(str_of(table_column_head(&block->columns[col]))))
				return 2;
	}
	return 1;
}

static int head_cols(const struct canvas *c, const struct form_column *column)
{
	struct str head = str_of(table_column_head(column));
	size_t second = table_head_break(head);

	if (second == 0)
		return columns_of(c, head);
	int above = columns_of(c, str_slice(head, 0, second - 1));
	int below = columns_of(c, str_slice(head, second, head.n));

	return above > below ? above : below;
}

static int value_cols(
	const struct session *s, const struct canvas *c, size_t cell, struct buf *room)
{
	buf_clear(room);
	table_value(s, c, cell, room);
	int cols = columns_of(c, buf_str(room));

	return (cols > VALUE_MIN ? cols : VALUE_MIN) + AROUND;
}

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

static void measure_block(struct table_columns *tc, const struct session *s, const struct canvas *c,
	const struct form_block *block)
{
	const struct report_table *rt = tc->table;
	struct buf room = {0};

	for (size_t col = 0; col < block->n_columns && col < TABLE_COLUMNS_MAX; col++) {
		int head = head_cols(c, &block->columns[col]) + 2;

		tc->head[col] = larger(tc->head[col], head);
		for (size_t row = block->row; row < block->row + block->n_rows; row++) {
			size_t cell = rt->cell + rt->def->rows[row].first - rt->def->cell + col;

			tc->value[col] = larger(tc->value[col], value_cols(s, c, cell, &room));
		}
		tc->n = col + 1 > tc->n ? col + 1 : tc->n;
	}
	buf_free(&room);
}

static int label_of(const struct canvas *c, const struct pane_line *line, bool full)
{
	struct buf label = {0};

	if (line->kind == LINE_GROUP || line->kind == LINE_ROW)
		table_label(line, full, false, &label);
	else if (line->kind == LINE_HEAD)
		buf_adds(&label, line->table->def->blocks[line->block].heading.text[lang_now()]);
	int cols = columns_of(c, buf_str(&label)) + line->indent;

	buf_free(&label);
	return cols;
}

/* Full labels where all but one or two go in, those in brief; else brief ones. */
static void fit_labels(
	struct table_columns *tc, const struct canvas *c, const struct pane_lines *lines, int room)
{
	size_t long_ones = 0;
	int full = LABEL_MIN, brief = LABEL_MIN;

	for (size_t i = 0; i < lines->list.n; i++) {
		const struct pane_line *line = &lines->list.v[i];
		int full_cols = label_of(c, line, true), brief_cols = label_of(c, line, false);

		long_ones += full_cols > room;
		if (full_cols <= room && full_cols > full)
			full = full_cols;
		brief = brief_cols > brief ? brief_cols : brief;
	}
	tc->full = long_ones <= 2 && brief <= room;
	tc->label = tc->full ? full : brief < room ? brief : room;
	if (tc->full && tc->label < brief)
		tc->label = brief;
	if (tc->label < LABEL_LEAST)
		tc->label = LABEL_LEAST;
}

static bool has_focus(const struct session *s, const struct report_table *rt, size_t col)
{
	const struct form_table *t = rt->def;

	for (size_t row = 0; row < t->n_rows; row++)
		if (rt->cell + t->rows[row].first - t->cell + col == s->place.cell &&
			col < t->blocks[t->rows[row].block].n_columns)
			return true;
	return false;
}

static bool is_wanted(const struct session *s, const struct report_table *rt, size_t col)
{
	const struct form_table *t = rt->def;

	for (size_t row = 0; row < t->n_rows; row++) {
		size_t cell = rt->cell + t->rows[row].first - t->cell + col;

		if (col < t->blocks[t->rows[row].block].n_columns && current_has(s, cell))
			return true;
	}
	return has_focus(s, rt, col);
}

static int sum_of(const struct table_columns *tc)
{
	int sum = 0;

	for (size_t i = 0; i < tc->n; i++)
		sum += tc->width[i];
	return sum;
}

/* Headings may stand close, and then be cut; values may not: as little as lets the row labels have
 * `label` columns. */
static void cut_heads(struct table_columns *tc, int cols, int label)
{
	enum { FROM = 20, LEAST = 6, LABEL_ENOUGH = 18 };

	for (int close = 0, most = FROM; most >= LEAST; most -= close, close = 1) {
		for (size_t i = 0; i < tc->n; i++)
			tc->width[i] = larger(tc->value[i], smaller(tc->head[i] - close, most));
		if (sum_of(tc) + smaller(label, LABEL_ENOUGH) + MARGIN <= cols)
			return;
	}
}

/* Too narrow for all: columns that neither finding nor focus is in become one mark, the first ones
 * last, as the eye looks for them most; then those of the finding, but the focus stays. */
static void fold_columns(struct table_columns *tc, const struct session *s, int cols)
{
	for (size_t i = tc->n; i-- > 0 && sum_of(tc) + LABEL_MIN + MARGIN > cols;)
		if (!is_wanted(s, tc->table, i))
			tc->width[i] = 1;
	for (size_t i = tc->n; i-- > 0 && sum_of(tc) + LABEL_LEAST + MARGIN > cols;)
		if (!has_focus(s, tc->table, i))
			tc->width[i] = 1;
}

static int widest_label(const struct canvas *c, const struct pane_lines *lines, bool full)
{
	int cols = LABEL_MIN;

	for (size_t i = 0; i < lines->list.n; i++)
		cols = larger(cols, label_of(c, &lines->list.v[i], full));
	return cols;
}

void table_columns_fit(struct table_columns *tc, const struct session *s, const struct canvas *c,
	const struct report_table *table, int cols)
{
	struct pane_lines lines = {0};

	*tc = (struct table_columns){.table = table, .head_rows = table_head_rows(table)};
	for (size_t i = 0; i < table->def->n_blocks; i++)
		measure_block(tc, s, c, &table->def->blocks[i]);
	pane_lines_make(&lines, s, (size_t)(table - s->report->tables));
	cut_heads(tc, cols, widest_label(c, &lines, false));
	fold_columns(tc, s, cols);
	fit_labels(tc, c, &lines, cols - MARGIN - sum_of(tc));
	pane_lines_free(&lines);
}

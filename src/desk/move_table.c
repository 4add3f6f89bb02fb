/* Moves in the table pane: from cell to cell, over the ends of blocks and tables. */
#include "desk/place.h"

/* A cell by its row and column within its table. */
struct spot {
	const struct report_table *table;
	size_t row, column;
};

static struct spot spot_of(const struct session *s, size_t cell)
{
	const struct form_cell *def = s->report->cells[cell].def;
	const struct report_table *t = report_table_of(s->report, cell);
	return (struct spot){
		.table = t,
		.row = (size_t)(def->row - t->def->rows),
		.column = (size_t)(def->column - t->def->blocks[def->row->block].columns),
	};
}

static size_t columns_at(const struct spot *p)
{
	return p->table->def->blocks[p->table->def->rows[p->row].block].n_columns;
}

static void go(struct session *s, const struct spot *p)
{
	size_t n = columns_at(p);
	size_t column = p->column < n ? p->column : n - 1;
	const struct form_table *def = p->table->def;
	session_to_cell(s, p->table->cell + def->rows[p->row].first - def->cell + column);
}

/* A row on, into the table that follows; false at either end of the report. */
static bool next_row(const struct session *s, struct spot *p, bool down)
{
	const struct report *r = s->report;
	size_t table = (size_t)(p->table - r->tables);
	if (down ? p->row + 1 < p->table->def->n_rows : p->row > 0) {
		p->row = down ? p->row + 1 : p->row - 1;
		return true;
	}
	if (down ? table + 1 >= r->n_tables : table == 0)
		return false;
	p->table = &r->tables[down ? table + 1 : table - 1];
	p->row = down ? 0 : p->table->def->n_rows - 1;
	return true;
}

static bool by_rows(struct session *s, bool down, size_t n)
{
	struct spot p = spot_of(s, s->place.cell);
	bool moved = false;
	while (n-- > 0 && next_row(s, &p, down))
		moved = true;
	size_t column = p.column = s->place.column;
	if (moved)
		go(s, &p);
	s->place.column = column;
	return moved;
}

/* Rows that stand side by side in the form go on from one to the other. */
static bool by_columns(struct session *s, bool right)
{
	struct spot p = spot_of(s, s->place.cell);
	bool wide = p.table->def->layout == FORM_WIDE;
	if (right ? p.column + 1 < columns_at(&p) : p.column > 0) {
		p.column = right ? p.column + 1 : p.column - 1;
	} else if (wide && (right ? p.row + 1 < p.table->def->n_rows : p.row > 0)) {
		p.row = right ? p.row + 1 : p.row - 1;
		p.column = right ? 0 : columns_at(&p) - 1;
	} else {
		return false;
	}
	go(s, &p);
	return true;
}

static bool to_cell(struct session *s, size_t cell)
{
	if (cell == s->place.cell)
		return false;
	session_to_cell(s, cell);
	return true;
}

static bool to_line_end(struct session *s, bool last)
{
	struct spot p = spot_of(s, s->place.cell);
	p.column = last ? columns_at(&p) - 1 : 0;
	size_t before = s->place.cell;
	go(s, &p);
	return s->place.cell != before;
}

static bool across(struct session *s, enum move move)
{
	switch (move) {
	case MOVE_LEFT:
	case MOVE_WORD_PREV:
		return by_columns(s, false);
	case MOVE_RIGHT:
	case MOVE_WORD_NEXT:
		return by_columns(s, true);
	case MOVE_TOP:
		return to_cell(s, 0);
	case MOVE_BOTTOM:
		return to_cell(s, s->report->n_cells - 1);
	default:
		return to_line_end(s, move == MOVE_LINE_END);
	}
}

static bool move_cell(struct session *s, enum move move)
{
	bool down;
	size_t rows = move_rows(move, s->page[PANE_TABLE], &down);

	if (s->place.cell == STR_NONE)
		return false;
	return rows ? by_rows(s, down, rows) : across(s, move);
}

/* Selected cells are of one table: a selection goes no further. */
bool table_move(struct session *s, enum move move)
{
	size_t corner = s->place.corner, from = s->place.cell;
	bool moved = move_cell(s, move);
	if (corner == STR_NONE || !moved)
		return moved;
	if (report_table_of(s->report, s->place.cell) != report_table_of(s->report, corner)) {
		session_to_cell(s, from);
		moved = false;
	}
	s->place.corner = corner;
	return moved;
}

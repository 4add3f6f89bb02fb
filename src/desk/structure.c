/* Mends at work: reading the tables again, and telling what they did. */
#include "desk/structure.h"

#include <string.h>

#include "base/utf8.h"
#include "desk/place.h"

/* --- reading again --- */

static void rename_cell(const struct session *s, const struct cells_before *b, size_t *cell)
{
	if (*cell < b->n)
		*cell = report_cell_find(s->report, str_of(b->def[*cell]->name));
}

static void free_before(struct cells_before *b)
{
	free(b->def);
	free(b->whole);
	free(b->state);
	*b = (struct cells_before){0};
}

void structure_refresh(struct session *s)
{
	unsigned long now = review_structure_revision(s->review);
	if (s->structure == now)
		return;
	struct cells_before b = cells_before(s);
	const struct record *r;
	s->mends.n = 0;
	for (size_t i = 0; (r = review_at(s->review, RECORD_STRUCTURE, i)); i++) {
		struct placed_mend *m = vec_push(&s->mends);
		m->record = r;
		m->lost = !review_mend_place(r, s->report, &m->mend);
	}
	review_mend(s->review, s->report);
	s->structure = now;
	rename_cell(s, &b, &s->place.cell);
	s->place.corner = STR_NONE;
	free_before(&b);
}

struct cells_before cells_before(const struct session *s)
{
	struct cells_before b = {.n = s->report->n_cells};
	b.def = mem_alloc_array(b.n + 1, sizeof *b.def);
	b.whole = mem_alloc_array(b.n + 1, sizeof *b.whole);
	b.state = mem_alloc_array(b.n + 1, sizeof *b.state);
	for (size_t i = 0; i < b.n; i++) {
		const struct cell *c = &s->report->cells[i];
		b.def[i] = c->def;
		b.whole[i] = c->whole;
		b.state[i] = c->state;
	}
	return b;
}

static bool is_same(const struct cells_before *b, size_t was, const struct cell *now)
{
	return b->state[was] == now->state &&
	       (now->state == CELL_MISSING || (b->whole[was].from == now->whole.from &&
						      b->whole[was].to == now->whole.to));
}

size_t cells_moved(const struct session *s, struct cells_before *b)
{
	size_t moved = 0, found = 0;
	for (size_t i = 0; i < b->n; i++) {
		size_t now = report_cell_find(s->report, str_of(b->def[i]->name));
		found += now != STR_NONE;
		if (now != STR_NONE)
			moved += !is_same(b, i, &s->report->cells[now]);
		else
			moved += b->state[i] != CELL_MISSING;
	}
	/* of a form that has cells the other has not */
	if (s->report->n_cells > found)
		moved += s->report->n_cells - found;
	free_before(b);
	return moved;
}

/* --- printed rows --- */

static const struct block *block_at(const struct doc *d, size_t at)
{
	size_t low = 0, high = doc_block_count(d);
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (doc_block(d, mid)->span.to <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low < doc_block_count(d) ? doc_block(d, low) : NULL;
}

/* The cell that holds `at`; else, of its line, the next behind it or the last before; else the last
 * that began before. */
static const struct grid_cell *grid_cell_at(const struct grid *g, struct text_span line, size_t at)
{
	const struct grid_cell *near = NULL, *before = NULL;
	for (size_t i = 0; i < g->n; i++) {
		const struct grid_cell *c = &g->cells[i];
		if (text_span_covers(c->span, at))
			return c;
		if (c->span.from <= at)
			before = c;
		if (c->span.from < line.from || c->span.from > line.to)
			continue;
		if (!near || near->span.from < at)
			near = c;
	}
	return near ? near : before;
}

static struct text_span grid_row(const struct grid *g, size_t row)
{
	struct text_span span = {0, 0};
	for (size_t i = 0; i < g->n; i++)
		if (g->cells[i].row == row)
			span = text_span_join(span, g->cells[i].span);
	return span;
}

/* The first cell of the row that ends behind `at` and is not empty. */
static struct text_span filled_at(const struct grid *g, size_t row, size_t at)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->cells[i].row == row && g->cells[i].span.to > at &&
			!text_span_empty(g->cells[i].span))
			return g->cells[i].span;
	return (struct text_span){0, 0};
}

static struct text_span trimmed(struct str text, struct text_span s)
{
	struct str words = str_trim(str_slice(text, s.from, s.to));
	size_t from = (size_t)(words.p - text.p);
	return words.n ? (struct text_span){from, from + words.n} : (struct text_span){0, 0};
}

/* The block at the character, or the first that begins in its line. */
static const struct block *row_block(const struct session *s, size_t at, struct text_span *line)
{
	const struct doc *d = s->report->doc;
	const struct block *b = block_at(d, at);
	*line = doc_line(d, doc_line_at(d, at));
	return b && b->kind != BLOCK_MARK && b->span.from <= line->to ? b : NULL;
}

bool structure_row_at(const struct session *s, size_t at, struct text_span *row)
{
	struct text_span line;
	const struct block *b = row_block(s, at, &line);
	*row = (struct text_span){0, 0};
	if (b && b->kind == BLOCK_PARA)
		*row = trimmed(doc_text(s->report->doc), b->span);
	const struct grid_cell *c =
		b && b->kind == BLOCK_GRID ? grid_cell_at(b->grid, line, at) : NULL;
	if (c)
		*row = grid_row(b->grid, c->row);
	return !text_span_empty(*row);
}

/* The word at the character, else the next one; blanks part them. */
static struct text_span word_at(struct str text, struct text_span within, size_t at)
{
	struct text_span w = {at < within.from ? within.from : at, 0};
	size_t next;
	while (next = w.from, w.from < within.to && utf8_is_space(utf8_next(text, &next)))
		w.from = next;
	while (next = utf8_prev(text, w.from), w.from > within.from) {
		size_t past = next;
		if (utf8_is_space(utf8_next(text, &past)))
			break;
		w.from = next;
	}
	w.to = w.from;
	while (next = w.to, w.to < within.to && !utf8_is_space(utf8_next(text, &next)))
		w.to = next;
	return w;
}

bool structure_cell_at(const struct session *s, size_t at, struct text_span *cell)
{
	struct text_span line, row;
	const struct block *b = row_block(s, at, &line);
	*cell = (struct text_span){0, 0};
	if (!structure_row_at(s, at, &row))
		return false;
	if (b->kind == BLOCK_GRID)
		*cell = filled_at(b->grid, grid_cell_at(b->grid, line, at)->row, at);
	else
		*cell = word_at(doc_text(s->report->doc), row, at);
	return !text_span_empty(*cell);
}

/* --- mends of a cell --- */

/* All that is printed of the form's row the cell is in. */
static struct text_span printed_row(const struct session *s, size_t cell)
{
	struct text_span span = {0, 0};
	const struct form_row *row = s->report->cells[cell].def->row;
	for (size_t i = 0; i < s->report->n_cells; i++) {
		const struct cell *c = &s->report->cells[i];
		if (c->def->row != row || c->state == CELL_MISSING)
			continue;
		span = text_span_join(span, text_span_join(c->label, c->whole));
	}
	return span;
}

static bool names_row(const char *name, const struct form_cell *def)
{
	size_t n = strlen(def->table->name);
	return strncmp(name, def->table->name, n) == 0 && name[n] == '/' &&
	       strcmp(name + n + 1, def->row->name) == 0;
}

/* The rows of a wide table move as one. */
static bool names_wide(const char *name, const struct form_cell *def)
{
	size_t n = strlen(def->table->name);
	return def->table->layout == FORM_WIDE && strncmp(name, def->table->name, n) == 0 &&
	       name[n] == '/';
}

static bool touches(const struct session *s, const struct mend *m, size_t cell)
{
	const struct form_cell *def = s->report->cells[cell].def;
	struct text_span row;
	switch (m->kind) {
	case MEND_REGION:
		return strcmp(m->row, def->table->name) == 0;
	case MEND_SHIFT:
	case MEND_LABEL:
		return names_row(m->row, def) || names_wide(m->row, def);
	case MEND_JOIN:
	case MEND_SPLIT:
		break;
	}
	row = printed_row(s, cell);
	return text_span_covers(row, m->at.from);
}

const struct record *structure_of_cell(const struct session *s, size_t cell, size_t i)
{
	for (size_t k = 0; k < s->mends.n; k++) {
		const struct placed_mend *m = &s->mends.v[k];
		if (!m->lost && touches(s, &m->mend, cell) && i-- == 0)
			return m->record;
	}
	return NULL;
}

/* Rows with empty cells of tables that only blanks hold: their numbers get the columns that places,
 * headings and sums tell, in doubt, and what is left of the row is empty, in doubt. */
#include "table/spread.h"

#include <stdlib.h>
#include <string.h>

/* So many rows lack cells. */
#define ROWS_MIN 3

static struct cell *row_cells(const struct built *t, size_t row)
{
	const struct form_table *def = t->table.def;
	return &t->cells[def->rows[row].first - def->cell];
}

/* Does it come from a line of a table that only blanks hold? */
static bool is_spaced(const struct doc *d, const struct stream *s, size_t at)
{
	size_t from, to;
	rows_within(s, (struct text_span){0, at + 1}, &from, &to);
	const struct block *b = to > 0 ? doc_block(d, s->rows.v[to - 1].grid) : NULL;
	return b && b->kind == BLOCK_GRID && strcmp(b->grid->reader, "spaces") == 0;
}

static int cell_cmp(const void *a, const void *b)
{
	const struct spread_value *x = a, *y = b;
	return x->cell.span.from < y->cell.span.from ? -1 : x->cell.span.from > y->cell.span.from;
}

/* A cell's number, or those that blanks part in it. */
static size_t add_values(
	const struct builder *b, struct spread *s, const struct cell *c, size_t column)
{
	const struct value_words *words = label_book_words(b->book);
	struct str text = doc_str(s->doc, c->whole);
	size_t first = s->values.n;
	bool numbers = true;
	for (struct text_span w = text_next_word(text, 0, text.n); w.from < w.to;
		w = text_next_word(text, w.to, text.n)) {
		struct reading read = value_read(str_slice(text, w.from, w.to), words);
		struct cell part = *c;
		part.value = read.value;
		part.whole = part.span =
			(struct text_span){c->whole.from + w.from, c->whole.from + w.to};
		numbers &= read.kind == READ_NUMBER;
		*vec_push(&s->values) = (struct spread_value){.cell = part, .column = column};
	}
	if (!numbers || s->values.n - first < 2) {
		s->values.n = first;
		*vec_push(&s->values) = (struct spread_value){.cell = *c, .column = column};
	}
	return s->values.n - first;
}

/* The numbers that the line ends in, where they are more than those that were read: one may stand
 * right behind the label. */
static void add_line(const struct builder *b, struct spread *s, struct spread_row *r)
{
	const struct value_words *words = label_book_words(b->book);
	struct text_span line = doc_line(s->doc, r->line);
	struct cell like = s->values.v[r->first].cell;
	struct str text = doc_str(s->doc, line);
	size_t read = s->values.n, n = 0;
	for (struct text_span w = text_next_word(text, 0, text.n); w.from < w.to;
		w = text_next_word(text, w.to, text.n)) {
		struct reading value = value_read(str_slice(text, w.from, w.to), words);
		bool number = value.kind == READ_NUMBER && !value.odd && !value.value.scale;
		n = number || value.kind == READ_NOTHING ? n + 1 : 0;
		if (n <= 1)
			s->values.n = read;
		if (n == 0)
			continue;
		like.state = number ? CELL_GIVEN : CELL_BLANK;
		like.value = value.value;
		like.whole = like.span = (struct text_span){line.from + w.from, line.from + w.to};
		*vec_push(&s->values) = (struct spread_value){.cell = like, .column = STR_NONE};
	}
	bool more = n > read - r->first && n <= s->block->n_columns;
	if (more) {
		memmove(&s->values.v[r->first], &s->values.v[read], n * sizeof *s->values.v);
		r->n = n;
	}
	s->values.n = r->first + r->n;
}

/* Does it lack cells, and is it in doubt what those are that it has? */
static bool is_lacking(const struct cell *cells, size_t n)
{
	bool missing = false, any = false, sure = false;
	for (size_t k = 0; k < n; k++) {
		bool printed = cell_is_printed(&cells[k]);
		missing |= cells[k].state == CELL_MISSING;
		any |= printed;
		sure |= printed && !cells[k].doubt;
	}
	return missing && any && !sure;
}

static bool is_known(const struct cell *cells, size_t n)
{
	bool known = true;
	for (size_t k = 0; k < n; k++)
		known &= cell_is_printed(&cells[k]) && !cells[k].doubt;
	return known;
}

/* Its numbers; false where they do not stand on one line. */
static bool read_row(const struct builder *b, struct spread *s, struct spread_row *r)
{
	bool good = true;
	for (size_t k = 0; k < s->block->n_columns; k++) {
		const struct cell *c = &r->cells[k];
		if (!cell_is_printed(c))
			continue;
		size_t line = doc_line_at(s->doc, c->span.from);
		good &= c->state != CELL_UNREADABLE && (r->n == 0 || line == r->line);
		r->line = line;
		r->n += add_values(b, s, c, r->known ? k : STR_NONE);
	}
	return good && r->n <= s->block->n_columns &&
	       is_spaced(s->doc, &b->stream, s->values.v[r->first].cell.span.from);
}

static bool add_row(const struct builder *b, struct spread *s, struct cell *cells)
{
	size_t n = s->block->n_columns;
	struct spread_row r = {.cells = cells, .line = STR_NONE, .first = s->values.n};
	r.known = is_known(cells, n);
	r.lacking = is_lacking(cells, n);
	if ((!r.known && !r.lacking) || !read_row(b, s, &r)) {
		s->values.n = r.first;
		return false;
	}
	if (r.lacking)
		add_line(b, s, &r);
	qsort(&s->values.v[r.first], r.n, sizeof *s->values.v, cell_cmp);
	*vec_push(&s->rows) = r;
	return true;
}

/* The measure under which no two numbers of a row share a place, and places are fewest. */
static void choose_measure(struct spread *s)
{
	size_t least = SIZE_MAX, fewest = SIZE_MAX;
	int best = 0;
	for (int measure = 0; measure < SPREAD_MEASURES; measure++) {
		size_t shared = spread_measure(s, measure);
		if (shared > least || (shared == least && s->n_clusters >= fewest))
			continue;
		least = shared;
		fewest = s->n_clusters;
		best = measure;
	}
	spread_measure(s, best);
}

void spread_set_blank(struct cell *c, size_t at)
{
	c->state = CELL_BLANK;
	c->span = c->whole = (struct text_span){at, at};
	c->label = c->heading = (struct text_span){0, 0};
	cell_doubt(c, "spread");
}

static void place_row(const struct spread *s, const struct spread_row *r, const size_t *column)
{
	const struct spread_value *v = &s->values.v[r->first];
	size_t n = s->block->n_columns, at = v[r->n - 1].cell.whole.to;
	for (size_t k = 0; k < n; k++) {
		spread_set_blank(&r->cells[k], at);
		r->cells[k].label = v[0].cell.label;
	}
	for (size_t i = 0; i < r->n; i++) {
		struct cell *to = &r->cells[column[v[i].cluster]];
		const struct form_cell *def = to->def;
		*to = v[i].cell;
		to->def = def;
		cell_doubt(to, "spread");
	}
}

/* Numbers at more places than columns could be: each row for itself. */
static void place_alone(const struct spread *s, const struct spread_row *r)
{
	size_t column[SPREAD_CLUSTERS_MAX];
	struct spread_row row = *r;
	struct spread one = *s;
	row.first = 0;
	one.rows.v = &row;
	one.rows.n = 1;
	one.values.v = s->values.v + r->first;
	one.values.n = one.n_clusters = r->n;
	for (size_t i = 0; i < r->n; i++)
		one.values.v[i].cluster = i;
	if (spread_search(&one, column))
		place_row(&one, &row, column);
}

static void place_part(struct spread *s)
{
	size_t column[SPREAD_CLUSTERS_MAX];
	choose_measure(s);
	spread_find_columns(s);
	if (!s->headed && !s->any_used)
		return;
	bool found = spread_search(s, column);
	for (size_t i = 0; i < s->rows.n; i++) {
		const struct spread_row *r = &s->rows.v[i];
		if (r->lacking && found)
			place_row(s, r, column);
		else if (r->lacking)
			place_alone(s, r);
	}
}

/* Which columns the rows filled. */
static void note_used(struct spread *s)
{
	for (size_t i = 0; i < s->rows.n; i++)
		for (size_t k = 0; k < s->block->n_columns; k++) {
			s->used[k] += cell_is_printed(&s->rows.v[i].cells[k]);
			s->any_used = true;
		}
}

/* Do headings stand between the lines, or a page end there? */
static bool is_parted(const struct spread *s, size_t from, size_t to)
{
	struct text_span between = {doc_line(s->doc, from).to, doc_line(s->doc, to).from};
	bool parted = str_find(doc_str(s->doc, between), STR("\f"), 0) != STR_NONE;
	for (size_t line = from + 1; line < to && !parted; line++)
		parted = spread_is_heading(s->doc, s->block, line) ||
			 spread_is_mark(s->doc, doc_line(s->doc, line));
	return parted;
}

/* Whether anything was placed anew. */
static bool end_part(struct spread *s, size_t head_from)
{
	bool lacking = false;
	for (size_t i = 0; i < s->rows.n; i++)
		lacking |= s->rows.v[i].lacking;
	if (lacking)
		place_part(s);
	note_used(s);
	s->rows.n = s->values.n = 0;
	s->head_from = head_from;
	return lacking;
}

/* One row that lacks cells may have lost them; of several they are empty. */
static bool is_sparse(const struct built *t)
{
	const struct form_table *def = t->table.def;
	size_t lacking = 0;
	for (size_t r = 0; r < def->n_rows; r++)
		lacking += is_lacking(row_cells(t, r), def->blocks[0].n_columns);
	return lacking >= ROWS_MIN;
}

static void place_rows_anew(const struct builder *b, struct spread *s, const struct built *t)
{
	size_t last = STR_NONE;
	bool placed = false;
	for (size_t r = 0; r < t->table.def->n_rows; r++) {
		size_t rows = s->rows.n, values = s->values.n;
		if (!add_row(b, s, row_cells(t, r)))
			continue;
		struct spread_row row = s->rows.v[rows];
		if (last != STR_NONE && row.line > last && is_parted(s, last, row.line)) {
			s->rows.n = rows;
			s->values.n = values;
			placed |= end_part(s, last + 1);
			add_row(b, s, row.cells);
		}
		last = row.line;
	}
	placed |= end_part(s, 0);
	if (placed)
		spread_blanks(b, t->table.def, t->cells);
}

static void place_table(const struct builder *b, const struct built *t)
{
	const struct form_table *def = t->table.def;
	struct spread s = {.doc = b->r->doc,
		.block = &def->blocks[0],
		.sum = form_row_sum(t->table.form, def),
		.head_from = doc_line_at(b->r->doc, t->region.from)};
	if (s.sum && s.sum->n_right == 1 && def->n_blocks == 1 && def->layout == FORM_ROWS &&
		t->table.found) {
		if (is_sparse(t))
			place_rows_anew(b, &s, t);
		spread_all_blank(b, t);
	}
	vec_free(&s.rows);
	vec_free(&s.values);
}

void spread_place(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++) {
		place_table(b, &b->tables.v[i]);
		spread_wide(b, &b->tables.v[i]);
	}
}

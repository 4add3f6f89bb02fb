/* A table whose numbers, one behind another, are just as many as its cells and come right in every
 * sum that the form knows: they tell by themselves which is which, where lines and labels do not,
 * as in what a program made of a page whose labels run over lines. */
#include <string.h>

#include "table/anchors.h"
#include "table/bands.h"
#include "table/counted.h"
#include "table/strays.h"

/* One in so many rows' sums may not hold where labels confirm the rows. */
enum { BROKEN_RARE = 8 };

static void add_token(struct counted *c, const struct token *t)
{
	c->torn |= t->half;
	size_t n = t->apart ? t->n_pieces : 0;
	for (size_t i = 0; i < n; i++)
		*vec_push(&c->v) = &t->pieces[i];
	if (n == 0 && token_has_value(t))
		*vec_push(&c->v) = t;
}

static void gather(struct counted *c)
{
	const struct stream *s = &c->b->stream;
	for (size_t i = c->from; i < c->to; i++)
		for (size_t k = 0; k < s->rows.v[i].n; k++)
			add_token(c, &s->tokens.v[s->rows.v[i].first + k]);
}

/* The token of a cell, by row and column of the table. All rows have as many columns. */
static const struct token *token_at(const struct counted *c, size_t row, size_t column)
{
	size_t n = c->def->blocks[0].n_columns, k = column;
	if (c->total_first)
		k = column + 1 == n ? 0 : column + 1;
	return c->v.v[row * n + k];
}

static bool add_to(const struct counted *c, size_t row, size_t column, struct dec *sum)
{
	const struct token *t = token_at(c, row, column);
	return t->reading.kind != READ_NUMBER || dec_add(*sum, t->reading.value, sum);
}

/* The two sides of an identity. */
struct sides {
	struct dec left, right;
};

static bool sides_of(
	const struct counted *c, const struct form_identity *id, size_t line, struct sides *s)
{
	*s = (struct sides){dec_of(0), dec_of(0)};
	for (size_t i = 0; i < id->n_left; i++)
		if (!add_to(c, id->each_row ? line : id->left[i], id->each_row ? id->left[i] : line,
			    &s->left))
			return false;
	for (size_t i = 0; i < id->n_right; i++)
		if (!add_to(c, id->each_row ? line : id->right[i],
			    id->each_row ? id->right[i] : line, &s->right))
			return false;
	return true;
}

/* The sums that do not hold. */
struct broken {
	size_t rows, columns;
	struct sides row, column;
	size_t at;  /* of the columns, the last */
	bool apart; /* they are several */
};

static void see_broken(
	struct broken *b, const struct form_identity *id, size_t line, struct sides s)
{
	if (id->each_row) {
		b->rows++;
		b->row = s;
		return;
	}
	b->apart |= b->columns > 0 && line != b->at;
	b->columns++;
	b->column = s;
	b->at = line;
}

/* A row and a column by the same difference: the number where they cross is wrong in the report. */
static bool is_one_number(const struct broken *b)
{
	struct dec x, y;
	if (b->rows != 1 || b->columns == 0 || b->apart)
		return false;
	if (dec_add(b->row.left, b->column.right, &x) &&
		dec_add(b->row.right, b->column.left, &y) && dec_cmp(x, y) == 0)
		return true;
	return dec_add(b->row.left, b->column.left, &x) &&
	       dec_add(b->row.right, b->column.right, &y) && dec_cmp(x, y) == 0;
}

/* Does every sum hold, that of the rows among them? All but those of one number prove it, too. */
static enum proof prove(struct counted *c)
{
	struct broken broken = {0};
	bool rows = false;
	for (size_t i = 0; i < c->form->n_identities; i++) {
		const struct form_identity *id = &c->form->identities[i];
		if (id->table != c->def)
			continue;
		size_t lines = id->each_row ? c->def->n_rows : c->def->blocks[0].n_columns;
		for (size_t k = 0; k < lines; k++) {
			struct sides s;
			if (!sides_of(c, id, k, &s))
				return PROOF_NONE;
			if (dec_cmp(s.left, s.right) != 0)
				see_broken(&broken, id, k, s);
		}
		rows |= id->each_row;
	}
	/* a row that is wrong in the report breaks a column or two */
	c->uneven = broken.columns > 2 * broken.rows;
	if (rows && broken.rows + broken.columns == 0)
		return PROOF_WHOLE;
	if (rows && is_one_number(&broken))
		return PROOF_BUT_ONE;
	return rows && broken.rows * BROKEN_RARE <= c->def->n_rows ? PROOF_ROWS : PROOF_NONE;
}

/* Does a cell that is sure say otherwise? */
static bool is_denied(const struct counted *c, const struct built *t)
{
	size_t n = c->def->blocks[0].n_columns;
	for (size_t k = 0; k < c->def->n_cells && t->table.def == c->def; k++) {
		const struct cell *cell = &t->cells[k];
		const struct token *token = token_at(c, k / n, k % n);
		bool given = token && token->reading.kind == READ_NUMBER;
		if (!token || cell->state == CELL_MISSING || cell->doubt)
			continue;
		if ((cell->state == CELL_GIVEN) != given ||
			(given && dec_cmp(cell->value, token->reading.value) != 0))
			return true;
	}
	return false;
}

/* Stands an empty cell before numbers of its row? Where no sums of columns say that it is none of
 * the table's, one may be lost. */
static bool has_hole(const struct counted *c)
{
	const struct stream *s = &c->b->stream;
	for (size_t i = c->from; i < c->to; i++)
		for (size_t k = s->rows.v[i].first; k + 1 < s->rows.v[i].first + s->rows.v[i].n;
			k++)
			if (s->tokens.v[k].reading.kind == READ_EMPTY && !s->rows.v[i].narrow &&
				token_has_value(&s->tokens.v[k + 1]))
				return true;
	return false;
}

static bool has_column_sums(const struct counted *c)
{
	for (size_t i = 0; i < c->form->n_identities; i++)
		if (c->form->identities[i].table == c->def && !c->form->identities[i].each_row)
			return true;
	return false;
}

static enum proof prove_with(struct counted *c, const struct built *t, bool total_first)
{
	c->total_first = total_first;
	return is_denied(c, t) ? PROOF_NONE : prove(c);
}

/* Do they prove it with the total last, as the form has it, or first? Where either way comes right,
 * as of a row of one number and its total, the form's is assumed. */
static bool settle(struct counted *c, const struct built *t)
{
	if (!counted_labels_agree(c) || (!has_column_sums(c) && has_hole(c)))
		return false;
	enum proof first = prove_with(c, t, true), last = prove_with(c, t, false);
	c->total_first = first > last;
	c->either = first != PROOF_NONE && last != PROOF_NONE;
	c->proof = prove_with(c, t, c->total_first);
	return c->proof != PROOF_NONE;
}

static bool is_sure(const struct built *t)
{
	for (size_t k = 0; k < t->table.def->n_cells; k++)
		if (t->cells[k].state == CELL_MISSING || t->cells[k].doubt)
			return false;
	return true;
}

/* Is the cell read plainly already? */
static bool is_plain(const struct counted *c, const struct built *t, size_t k)
{
	return t->table.def == c->def && t->cells[k].state != CELL_MISSING && !t->cells[k].doubt;
}

/* Has a row of other numbers than zeros been read plainly? Then the columns are known. */
static bool has_plain_row(const struct counted *c, const struct built *t)
{
	size_t n = c->def->blocks[0].n_columns;
	for (size_t r = 0; r < c->def->n_rows && t->table.def == c->def; r++) {
		size_t plain = 0, telling = 0;
		for (size_t k = r * n; k < (r + 1) * n; k++) {
			plain += is_plain(c, t, k);
			telling +=
				t->cells[k].state == CELL_GIVEN && !dec_is_zero(t->cells[k].value);
		}
		if (plain == n && telling > 0)
			return true;
	}
	return false;
}

/* Does a heading stand elsewhere than in the form, or may it? Sums hold in whatever order the parts
 * are. */
static bool is_permuted(const struct counted *c, const struct built *t)
{
	static const char *const hows[] = {"moved", "unread"};
	for (size_t k = 0; k < c->def->n_cells && t->table.def == c->def; k++)
		for (size_t i = 0; i < sizeof hows / sizeof *hows && t->cells[k].doubt; i++)
			if (strcmp(t->cells[k].how, hows[i]) == 0)
				return true;
	return false;
}

static bool row_holds(const struct counted *c, size_t row)
{
	for (size_t i = 0; i < c->form->n_identities; i++) {
		const struct form_identity *id = &c->form->identities[i];
		struct sides s;
		if (id->table == c->def && id->each_row &&
			(!sides_of(c, id, row, &s) || dec_cmp(s.left, s.right) != 0))
			return false;
	}
	return true;
}

/* Rows may add up in several orders where columns do not: of these only such are sure as have their
 * own label and the next row's around them. */
static void keep_own(const struct placing *p, const struct counted_rows *rows, bool *sure)
{
	bool *own = anchors_own(p, rows);
	for (size_t r = 0; r < rows->rows; r++)
		sure[r] &= own[r] && (r + 1 == rows->rows || own[r + 1]);
	free(own);
}

/* Does another row's label stand among the row's cells? Then some were read elsewhere, before the
 * label or behind. */
static bool is_split(const struct counted *c, const struct placing *p, size_t row)
{
	size_t n = c->def->blocks[0].n_columns;
	const struct token *tokens = c->b->stream.tokens.v, *end = tokens + c->b->stream.tokens.n;
	const struct token *from = c->v.v[row * n], *to = c->v.v[row * n + n - 1];
	struct label_match m;
	if (from < tokens || from >= end || to < tokens || to >= end)
		return false; /* pieces of a cell */
	for (const struct token *t = from; t < to; t++)
		if (t->reading.kind == READ_OTHER && place_labels(p, t, LABEL_ROW, &m, 1) &&
			m.fit >= FIT_CLOSE && m.index != row)
			return true;
	return false;
}

/* Has the row no number but zeros? Then its sums hold, whichever of its cells moved. */
static bool is_idle(const struct counted *c, size_t row)
{
	size_t n = c->def->blocks[0].n_columns;
	for (size_t k = row * n; k < (row + 1) * n; k++)
		if (c->v.v[k]->reading.kind == READ_NUMBER &&
			!dec_is_zero(c->v.v[k]->reading.value))
			return false;
	return true;
}

/* Split rows are not sure, nor idle ones beside them, up to the next whose sums tell. */
static void doubt_split(const struct counted *c, const struct placing *p, bool *sure)
{
	size_t rows = c->def->n_rows;
	for (size_t r = 0; r < rows; r++) {
		if (!is_split(c, p, r))
			continue;
		sure[r] = false;
		for (size_t i = r; i-- > 0 && is_idle(c, i);)
			sure[i] = false;
		for (size_t i = r + 1; i < rows && is_idle(c, i); i++)
			sure[i] = false;
	}
}

/* The rows that need no doubt, for labels that were read say the same; NULL where none. */
static bool *find_sure_rows(const struct counted *c, const struct built *t, bool *any)
{
	struct placing p = {.def = c->def,
		.form = c->form,
		.labels = c->labels,
		.stream = &((struct builder *)c->b)->stream,
		.row_from = c->from,
		.row_to = c->to};
	struct counted_rows rows = {c->v.v, c->def->n_rows, c->def->blocks[0].n_columns};
	if (c->either || c->torn || c->loose || is_permuted(c, t) ||
		(!has_plain_row(c, t) && !anchors_have_headings(&p, &rows)))
		return NULL;
	bool *sure = anchors_confirm(&p, &rows);
	doubt_split(c, &p, sure);
	if (c->proof == PROOF_ROWS && c->uneven)
		keep_own(&p, &rows, sure);
	for (size_t r = 0; r < c->def->n_rows; r++) {
		sure[r] &= row_holds(c, r);
		*any |= sure[r];
	}
	return sure;
}

/* The cells anew; what is read plainly stays, and what a label or heading is known of. */
static void fill(struct counted *c, struct built *t, const char *how_placed, const bool *sure)
{
	size_t n = c->def->blocks[0].n_columns;
	struct placing p = built_anew(t, c->form, c->def);
	struct cell *cells = p.cells;
	for (size_t k = 0; k < c->def->n_cells; k++) {
		const struct token *token = token_at(c, k / n, k % n);
		struct placed how = {.how = how_placed, .doubt = true};
		if (sure && sure[k / n])
			how = (struct placed){.how = "label+column"};
		if (token)
			place_cell(&p, k, token, how);
		if (is_plain(c, t, k) || (!token && t->table.def == c->def))
			cells[k] = t->cells[k];
		else if (token && t->table.def == c->def &&
			 text_span_covers(t->cells[k].whole, token->span.from)) {
			cells[k].label = t->cells[k].label;
			cells[k].heading = t->cells[k].heading;
		}
	}
	built_take(t, &p);
	const struct form_table *rival =
		t->rival ? form_table_find(t->rival, str_of(c->def->name)) : NULL;
	if (rival && rival->n_cells != c->def->n_cells)
		t->rival = NULL;
}

static void use_rows(struct builder *b, const struct counted *c)
{
	for (size_t i = c->from; i < c->to; i++)
		for (size_t k = 0; k < b->stream.rows.v[i].n; k++)
			b->used[i] |=
				token_has_value(&b->stream.tokens.v[b->stream.rows.v[i].first + k]);
}

/* All cells were placed, by headings that moved: the form's order is no better. */
static bool is_placed(const struct counted *c, const struct built *t)
{
	for (size_t k = 0; k < t->table.def->n_cells; k++)
		if (t->cells[k].state == CELL_MISSING)
			return false;
	return is_permuted(c, t);
}

/* Sums of rows alone prove nothing where labels do not confirm any: false. */
static bool fill_proven(struct builder *b, struct counted *c, struct built *t)
{
	if (is_placed(c, t) || (c->torn && c->proof != PROOF_WHOLE))
		return true;
	bool any = false, *sure = find_sure_rows(c, t, &any);
	if (any || c->proof != PROOF_ROWS) {
		fill(c, t, "counted", sure);
		use_rows(b, c);
	}
	free(sure);
	return any || c->proof != PROOF_ROWS;
}

/* Does a blank line or a word stand between the two? */
static bool is_parted(const struct doc *d, size_t from, size_t to)
{
	struct str text = from < to ? doc_str(d, (struct text_span){from, to}) : STR("");
	size_t lines = 0;
	for (size_t at = 0; at < text.n; at++)
		lines += text.p[at] == '\n';
	return lines > 1 || text_next_word(text, 0, text.n).from < text.n;
}

/* How many numbers stand in an order that the sums tell, put into v. */
static size_t order_bands(const struct counted *c, bool total_first, const struct token **v)
{
	size_t known = 0;
	bool *parted = mem_alloc_array(c->v.n + 1, sizeof *parted);
	for (size_t i = 1; i < c->v.n; i++)
		parted[i] = is_parted(c->b->r->doc, c->v.v[i - 1]->span.to, c->v.v[i]->span.from);
	if (bands_order(c->form, c->def, total_first, c->v.v, parted, v))
		for (size_t i = 0; i < c->v.n; i++)
			known += v[i] != NULL;
	free(parted);
	return known;
}

/* As columns were read in bands, unless they stand in order as they were read: nothing but the sums
 * says so. With the total last, as the form has it, where as much is known either way. */
static void fill_bands(struct builder *b, struct counted *c, struct built *t)
{
	if (prove_with(c, t, true) > PROOF_ROWS || prove_with(c, t, false) > PROOF_ROWS)
		return;
	const struct token **last = mem_alloc_array(c->v.n + 1, sizeof *last);
	const struct token **first = mem_alloc_array(c->v.n + 1, sizeof *first);
	size_t known_last = order_bands(c, false, last), known_first = 0;
	if (known_last < c->v.n)
		known_first = order_bands(c, true, first);
	c->total_first = known_first > known_last;
	if (known_first + known_last > 0)
		memcpy(c->v.v, c->total_first ? first : last, c->v.n * sizeof *c->v.v);
	free(last);
	free(first);
	if (known_first + known_last > 0 && !is_denied(c, t)) {
		fill(c, t, "bands", NULL);
		use_rows(b, c);
	}
}

/* With the form as it was read, or that of the year. false: the rows [from, to) have not just as
 * many numbers as it has cells. */
static bool place_within(struct builder *b, struct built *t, struct counted_window w)
{
	struct counted c = {
		.b = b, .form = t->table.form, .def = t->table.def, .from = w.from, .to = w.to};
	const struct form *due = forms_for_year(b->r->forms, b->r->year);
	gather(&c);
	if (c.def->n_cells != c.v.n && due && form_table_find(due, str_of(c.def->name))) {
		c.form = due;
		c.def = form_table_find(due, str_of(c.def->name));
	}
	c.labels = label_book_set(b->book, c.def);
	c.v.n = strays_drop(b->r->doc, c.v.v, c.v.n, c.def->n_cells, &c.loose);
	bool counted = c.def->n_cells == c.v.n && c.def->n_blocks == 1;
	bool settled = counted && settle(&c, t) && fill_proven(b, &c, t);
	if (counted && !settled && !c.torn)
		fill_bands(b, &c, t);
	vec_free(&c.v);
	return counted;
}

/* Rows said to be blank, for nothing stands behind their labels, get their doubt where numbers
 * stand behind the next heading, before all labels of its table. */
static void doubt_blanks(const struct builder *b, struct built *t)
{
	bool any = false;
	for (size_t k = 0; k < t->table.def->n_cells; k++) {
		struct cell *cell = &t->cells[k];
		if (!cell_is_hole(cell) || cell->doubt || strcmp(cell->how, "label") != 0)
			continue;
		if (!any && !counted_goes_on(b, t))
			return;
		any = true;
		cell_doubt(cell, "beside");
	}
}

/* In its region, or beyond the headings around it. */
static void place_table(struct builder *b, struct built *t)
{
	struct counted_window own, w[COUNTED_WINDOWS];
	rows_within(&b->stream, t->region, &own.from, &own.to);
	if (place_within(b, t, own) || t->table.def->n_blocks > 1)
		return;
	for (size_t i = 0, n = counted_windows(b, t, own, w); i < n; i++)
		if (place_within(b, t, w[i]))
			return;
}

void counted_place(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++) {
		doubt_blanks(b, &b->tables.v[i]);
		if (!is_sure(&b->tables.v[i]))
			place_table(b, &b->tables.v[i]);
	}
}

/* A table whose columns a program read one behind another: each heading with the numbers of its
 * rows below it, the rows' own labels elsewhere. As many numbers as the heading's block has rows
 * are theirs, in the form's order and in doubt. Of several headings in front of their numbers
 * nothing tells which is whose, unless these are all the same. */
#include "table/build_forms.h"
#include "table/section.h"

enum {
	HEADS_MOST = 8, /* one behind another, with no number between */
	VALUES_MOST = 32,
	TOLD_MIN = 2, /* headings with their numbers */
};

/* A column of a block. */
struct head {
	size_t block, column;
};

struct headed {
	struct placing p;
	size_t block; /* whose name stood before; STR_NONE: none did */
	struct head heads[HEADS_MOST];
	size_t n_heads;
	const struct token *values[VALUES_MOST];
	size_t n_values, told;
	bool clash; /* two numbers for one cell, or a grid keeps the columns */
};

static size_t cell_of(const struct headed *h, struct head head, size_t row)
{
	const struct form_block *b = &h->p.def->blocks[head.block];
	return h->p.def->rows[b->row + row].first - h->p.def->cell + head.column;
}

static bool are_alike(const struct headed *h)
{
	for (size_t i = 1; i < h->n_values; i++)
		if (h->values[i]->reading.kind != h->values[0]->reading.kind ||
			dec_cmp(h->values[i]->reading.value, h->values[0]->reading.value) != 0)
			return false;
	return true;
}

/* The headings' numbers are as many as their rows: they are placed. */
static void close_heads(struct headed *h)
{
	size_t due = 0;
	for (size_t i = 0; i < h->n_heads; i++)
		due += h->p.def->blocks[h->heads[i].block].n_rows;
	if (h->n_heads && h->n_values == due && (h->n_heads == 1 || are_alike(h))) {
		const struct token *const *value = h->values;
		for (size_t i = 0; i < h->n_heads; i++) {
			struct head head = h->heads[i];
			for (size_t r = 0; r < h->p.def->blocks[head.block].n_rows; r++) {
				size_t cell = cell_of(h, head, r);
				h->clash |= h->p.cells[cell].state != CELL_MISSING;
				place_cell(&h->p, cell, *value++,
					(struct placed){.how = "below", .doubt = true});
			}
		}
		h->told += h->n_heads;
	}
	h->n_heads = h->n_values = 0;
}

/* The only column of the block, STR_NONE: of all blocks, among the matches that fit best. */
static bool only_head(const struct label_match *m, size_t n, size_t block, struct head *out)
{
	size_t found = 0;
	for (size_t i = 0; i < n && m[i].fit == m[0].fit; i++) {
		if (block != STR_NONE && m[i].block != block)
			continue;
		*out = (struct head){m[i].block, m[i].index};
		found++;
	}
	return found == 1;
}

/* The column that the token heads, of the block that was named where several have such a one. */
static bool find_head(const struct headed *h, const struct token *t, struct head *out)
{
	struct label_match m[HEADS_MOST];
	size_t n = place_labels(&h->p, t, LABEL_COLUMN, m, HEADS_MOST);
	return n > 0 && m[0].fit >= FIT_CLOSE &&
	       (only_head(m, n, h->block, out) || only_head(m, n, STR_NONE, out));
}

static void see_words(struct headed *h, const struct token *t)
{
	struct label_match m;
	struct head head;
	if (place_labels(&h->p, t, LABEL_BLOCK, &m, 1) && m.fit == FIT_EXACT) {
		close_heads(h);
		h->block = m.index;
	} else if (find_head(h, t, &head)) {
		if (h->n_values || h->n_heads == HEADS_MOST)
			close_heads(h);
		h->heads[h->n_heads++] = head;
	} else if (place_label_fit(&h->p, t, LABEL_ROW) == FIT_EXACT) {
		close_heads(h);
	}
}

static void see_token(struct headed *h, const struct token *t)
{
	if (t->reading.kind == READ_OTHER)
		see_words(h, t);
	else if (token_has_value(t) && h->n_heads && h->n_values < VALUES_MOST)
		h->values[h->n_values++] = t;
}

static void headed_run(struct headed *h, struct builder *b, const struct built *to,
	const struct form *form, const struct form_table *def)
{
	const struct stream *s = &b->stream;
	size_t from, to_row;
	*h = (struct headed){.block = STR_NONE};
	h->p = built_anew(to, form, def);
	h->p.labels = label_book_set(b->book, def);
	h->p.stream = &b->stream;
	rows_within(s, sections_region(b->r, def->section), &from, &to_row);
	for (size_t i = from; i < to_row; i++) {
		const struct token_row *r = &s->rows.v[i];
		h->clash |= r->n > 1 && !r->narrow && !r->para;
		for (size_t k = 0; k < r->n; k++)
			see_token(h, &s->tokens.v[r->first + k]);
	}
	close_heads(h);
}

/* The form that tells most. Tables of one block have other readers. */
static void place_table(struct builder *b, struct built *to)
{
	const struct forms *forms = b->r->forms;
	struct headed best = {.told = 0}, h;
	for (size_t i = 0; i < forms->n; i++) {
		const struct form_table *def =
			form_table_find(&forms->forms[i], str_of(to->table.def->name));
		if (!def || def->layout != FORM_ROWS || def->n_blocks < 2)
			continue;
		headed_run(&h, b, to, &forms->forms[i], def);
		if (!h.clash && h.told > best.told) {
			struct cell *other = best.p.cells;
			best = h;
			h.p.cells = other;
		}
		free(h.p.cells);
	}
	if (best.told >= TOLD_MIN) {
		built_take(to, &best.p);
		to->given = best.told;
		best.p.cells = NULL;
	}
	free(best.p.cells);
}

void headed_place(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++)
		if (!built_has_number(&b->tables.v[i]))
			place_table(b, &b->tables.v[i]);
}

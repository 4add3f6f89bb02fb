/* Lifetime and weight of the tree. */
#include "import/docx_tree.h"

/* A box holds no more characters. */
#define BOX_CHARS 64

void docx_blocks_free(struct docx_blocks *b)
{
	for (size_t i = 0; i < b->n; i++) {
		buf_free(&b->v[i].text);
		docx_table_free(b->v[i].table);
	}
	vec_free(b);
}

void docx_table_free(struct docx_table *t)
{
	if (!t)
		return;
	for (size_t r = 0; r < t->rows.n; r++) {
		for (size_t c = 0; c < t->rows.v[r].cells.n; c++)
			docx_blocks_free(&t->rows.v[r].cells.v[c].blocks);
		vec_free(&t->rows.v[r].cells);
	}
	vec_free(&t->rows);
	free(t);
}

static void add(struct weight *sum, struct weight w)
{
	sum->text += w.text;
	sum->sentences += w.sentences;
	sum->strong += w.strong;
}

static struct weight weigh_table(const struct docx_table *t)
{
	struct weight sum = {0};

	for (size_t r = 0; r < t->rows.n; r++)
		for (size_t c = 0; c < t->rows.v[r].cells.n; c++)
			add(&sum, t->rows.v[r].cells.v[c].weight);
	return sum;
}

void docx_cell_weigh(struct docx_cell *c)
{
	for (size_t i = 0; i < c->blocks.n; i++) {
		const struct docx_block *b = &c->blocks.v[i];

		add(&c->weight, b->table ? weigh_table(b->table) : weigh(buf_str(&b->text), true));
		c->holds_table |= b->table && !docx_table_is_box(b->table);
	}
}

bool docx_table_is_box(const struct docx_table *t)
{
	size_t filled = 0;

	for (size_t r = 0; r < t->rows.n; r++)
		for (size_t c = 0; c < t->rows.v[r].cells.n; c++) {
			const struct docx_cell *cell = &t->rows.v[r].cells.v[c];

			filled += cell->weight.text > 0;
			if (cell->weight.text > BOX_CHARS || cell->holds_table)
				return false;
		}
	return filled <= 1;
}

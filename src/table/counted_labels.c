/* What labels among a table's numbers say of the order these stand in. */
#include "table/counted.h"
#include "table/lines.h"

/* One in so many labels may stand elsewhere, as a program reads a page; more, and it is the rows
 * that do. */
enum { ASTRAY_RARE = 6, HEADING_MIN = 3 * 3 };

/* The only label of that kind that the words are to the letter; STR_NONE where there is none. */
static size_t only_label(const struct counted *c, const struct token *t, enum label_kind kind)
{
	struct label_match m[2];
	if (t->reading.kind != READ_OTHER || t->core.n == 0)
		return STR_NONE;
	size_t n = label_search(c->labels, token_label(t), kind, m, 2);
	if (n == 0 || m[0].fit != FIT_EXACT || (n > 1 && m[1].fit == FIT_EXACT))
		return STR_NONE;
	return m[0].index;
}

/* What the labels among the numbers say, as far as they were read to the letter. */
struct order {
	size_t row, column;  /* 1 + the last of those read */
	size_t rows, astray; /* how many rows; of them, not behind the row read before */
	bool mixed; /* columns do not stand in the form's order, or a row has a strange name */
	bool over;  /* the total's was read since */
};

static void see_column(
	const struct counted *c, const struct token *t, size_t column, struct order *o)
{
	size_t parts = c->def->blocks[0].n_columns - 1;
	if (column == parts) {
		o->over = true;
		return;
	}
	/* two characters may be left of another label: all they can say is that the last was near
	 */
	if (t->core.n < HEADING_MIN) {
		o->over |= column + 2 >= parts;
		return;
	}
	/* all headings are repeated on a new page, and beside one another; some may be broken */
	bool again = o->over || (column == 0 && o->column + 1 >= parts);
	o->mixed |= column + 1 < o->column && !again;
	o->column = column + 1;
	o->over = false;
}

/* A row's label with other words than the table's beside it, or one of another table: who knows
 * what row that is. */
static bool is_strange(const struct counted *c, const struct token *t)
{
	struct placing p = {.def = c->def, .form = c->form, .labels = c->labels};
	if (t->reading.kind != READ_OTHER || t->core.n == 0)
		return false;
	enum label_fit fit = place_label_fit(&p, t, LABEL_ROW);
	return fit == FIT_PART ? t->number[0] && !lines_are_pieces(&p, t, t->core.n)
			       : fit == FIT_NONE && !place_is_heading(&p, t) &&
					 label_book_row(c->b->book, t->core, t->number);
}

static void see_row(size_t row, struct order *o)
{
	o->rows++;
	o->astray += row < o->row;
	o->row = row + 1;
}

static struct order look_at_labels(const struct counted *c)
{
	const struct stream *s = &c->b->stream;
	struct order o = {0};
	for (size_t i = c->from; i < c->to; i++)
		for (size_t k = 0; k < s->rows.v[i].n; k++) {
			const struct token *t = &s->tokens.v[s->rows.v[i].first + k];
			o.mixed |= is_strange(c, t);
			size_t row = only_label(c, t, LABEL_ROW);
			size_t column = only_label(c, t, LABEL_COLUMN);
			if (column != STR_NONE && !t->number[0]) {
				see_column(c, t, column, &o);
			} else if (row != STR_NONE && column == STR_NONE) {
				see_row(row, &o);
			}
		}
	return o;
}

bool counted_labels_agree(const struct counted *c)
{
	struct order o = look_at_labels(c);
	return !o.mixed && o.astray * ASTRAY_RARE <= o.rows;
}

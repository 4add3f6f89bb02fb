/* Tables that are made of boxes instead of table elements: divisions or lists as rows, whose own
 * boxes are the cells, or spans all of one class. Told by their structure and the numbers in them,
 * or by rows and cells that have a class each and any number, whatever their classes are called;
 * from then on they are tables like others. */
#include "import/html_parts.h"

#include <string.h>

#include "import/weigh.h"

/* A table has so many rows with several cells, and so many numbers. */
#define ROWS_MIN 3
#define NUMBERS_MIN 6
/* One without numbers, all blank or marked as such, has rows of one width, and not less than: */
#define WIDTH_MIN 4
/* A cell holds no more characters. */
#define CELL_CHARS 120

/* What the boxes within a box look like. */
struct boxes {
	size_t rows, wide, filled, numbers, links;
	size_t width; /* of the first row with cells */
	bool ragged;  /* another has fewer or more */
	size_t widest;
	const char *cell;      /* the class that cells have which are no boxes */
	struct str classes[2]; /* the first of the rows' and of the cells' */
	bool unlike;	       /* not all of them have it */
	bool other;	       /* something that is no row */
};

static bool is_box(const struct html_node *n)
{
	return n->class == HTML_BLOCK || n->class == HTML_LIST || n->class == HTML_PARA;
}

/* The first of its classes; empty where it has none. */
static struct str class_of(const struct html_node *n)
{
	const char *names = html_attribute(n, "class");
	struct str s = str_trim(str_of(names ? names : ""));
	size_t blank = str_find(s, str_of(" "), 0);

	return blank == STR_NONE ? s : str_slice(s, 0, blank);
}

enum { ROWS, CELLS };

static void see_class(struct boxes *b, const struct html_node *n, size_t which)
{
	struct str own = class_of(n);

	if (!b->classes[which].n)
		b->classes[which] = own;
	b->unlike |= own.n == 0 || !str_eq(own, b->classes[which]);
}

/* No box, but of a class of its own, as style sheets want it. */
static bool is_span(const struct html_node *n)
{
	return n->class == HTML_INLINE && html_attribute(n, "class");
}

/* A box, or a span of the class that all others have. */
static bool may_be_cell(const struct html_node *n, struct boxes *b)
{
	if (!is_span(n))
		return is_box(n);
	const char *name = html_attribute(n, "class");

	b->cell = b->cell ? b->cell : name;
	return name[0] && strcmp(b->cell, name) == 0;
}

static bool is_number(const struct html_tree *t, size_t cell)
{
	size_t texts = 0;
	bool number = false;

	for (size_t i = cell + 1; i < t->v[cell].end; i++) {
		const struct html_node *n = &t->v[i];

		if (n->class != HTML_TEXT || n->skip || n->text == 0)
			continue;
		struct weight w = weigh(html_shown(n), true);

		number = weigh_is_number(w.text, w.strong);
		texts++;
	}
	return texts == 1 && number;
}

/* Is it a line or a few, however many boxes are around them? */
static bool is_line(const struct html_tree *t, size_t cell)
{
	size_t filled = 0;

	for (size_t i = cell + 1; i < t->v[cell].end; i++)
		filled += html_is_block(&t->v[i]) && t->v[i].text && html_is_leaf(t, i);
	return filled <= 1;
}

/* How many cells the box has as a row; 0 where it is none. */
static size_t count_cells(const struct html_tree *t, size_t row, struct boxes *b)
{
	size_t cells = 0;

	if (!is_box(&t->v[row]))
		return 0;
	for (size_t c = row + 1; c < t->v[row].end; c = html_next(t, c)) {
		const struct html_node *n = &t->v[c];

		if (n->skip || (n->class == HTML_TEXT && n->text == 0))
			continue;
		if (!may_be_cell(n, b) || n->text > CELL_CHARS || n->sentences || n->heavy ||
			!is_line(t, c))
			return 0;
		cells++;
		see_class(b, n, CELLS);
		b->links += n->links;
		b->filled += n->text > 0;
		b->numbers += is_number(t, c);
	}
	return cells;
}

static struct boxes look_into(const struct html_tree *t, size_t at)
{
	struct boxes b = {0};

	for (size_t r = at + 1; r < t->v[at].end && !b.other; r = html_next(t, r)) {
		if (t->v[r].skip || t->v[r].text == 0)
			continue;
		size_t cells = count_cells(t, r, &b);

		see_class(&b, &t->v[r], ROWS);
		b.other = cells == 0;
		b.widest = cells > b.widest ? cells : b.widest;
		b.width = b.rows ? b.width : cells;
		b.ragged = b.ragged || cells != b.width;
		b.rows++;
		b.wide += cells > 1;
	}
	return b;
}

static bool is_table(const struct boxes *b)
{
	if (b->other || b->wide < ROWS_MIN || b->wide * 2 < b->rows)
		return false;
	if (!b->unlike && b->links == 0 && b->numbers > 0 && b->widest >= WIDTH_MIN)
		return true;
	return (b->numbers >= NUMBERS_MIN && b->numbers * 4 >= b->filled) ||
	       (!b->ragged && b->width >= WIDTH_MIN && b->links == 0);
}

static void make_table(struct html_tree *t, size_t at)
{
	t->v[at].class = HTML_TABLE;
	for (size_t r = at + 1; r < t->v[at].end; r = html_next(t, r)) {
		if (t->v[r].skip || !is_box(&t->v[r]))
			continue;
		t->v[r].class = HTML_ROW;
		for (size_t c = r + 1; c < t->v[r].end; c = html_next(t, c))
			if (!t->v[c].skip && (is_box(&t->v[c]) || is_span(&t->v[c])))
				t->v[c].class = HTML_CELL;
	}
}

/* Are rows and cells of the classes that those of a table have? Then few of them are one, too. */
static bool is_like(const struct boxes *b, const struct boxes *table)
{
	return table->rows && !b->other && !b->unlike && b->wide && !b->links &&
	       str_eq(b->classes[ROWS], table->classes[ROWS]) &&
	       str_eq(b->classes[CELLS], table->classes[CELLS]);
}

/* Makes tables of all that are, and of those like `told`; the first that has classes. */
static struct boxes make_tables(struct html_tree *t, const struct boxes *told)
{
	struct boxes first = {0};
	size_t next;

	for (size_t i = 0; i < t->n; i = next) {
		next = i + 1;
		if (t->v[i].skip || (t->v[i].class != HTML_BLOCK && t->v[i].class != HTML_LIST))
			continue;
		struct boxes b = look_into(t, i);

		if (!is_table(&b) && !is_like(&b, told))
			continue;
		make_table(t, i);
		next = t->v[i].end;
		if (!first.rows && !b.unlike)
			first = b;
	}
	return first;
}

void html_boxes_find(struct html_tree *t)
{
	struct boxes none = {0}, told = make_tables(t, &none);

	if (told.rows)
		make_tables(t, &told);
}

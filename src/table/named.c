/* Values with their names to rows of a table. */
#include "table/named.h"

#include <ctype.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "table/book.h"
#include "table/place.h"
#include "table/stream_add.h"

enum {
	PATH_MAX_CELLS = 4, /* labels of a value, its heading apart */
	COLS_MIN = 3,	    /* of a long table: a label, a heading, a number */
	COLS_MAX = PATH_MAX_CELLS + 2,
	ROWS_MIN = 4,
	JUDGED = 120, /* so many rows tell what a table is */
};

/* One value, or where `value` is NULL a label that stands alone. */
struct record {
	struct text_span path[PATH_MAX_CELLS]; /* the outermost group first, the row's label last */
	size_t n;
	size_t columns; /* of the grid, that the path has: the last of them may be empty */
	struct text_span name, value;
	bool valued, unsure;
	bool opens; /* a row of its own, whatever its label */
};

struct records {
	VEC(struct record) v;
};

/* The cells of one row of the grid, by column; NULL where nothing is in one. */
struct cells {
	const struct grid_cell *at[COLS_MAX];
	size_t width; /* past its last column, be it empty; at most COLS_MAX + 1 */
	size_t moved; /* so many columns before the heading are none of the path's */
};

/* Takes the row that begins with cell *i, moves past it. */
static struct cells take_row(const struct grid *g, size_t *i)
{
	struct cells c = {{NULL}, 0, 0};
	size_t row = g->cells[*i].row;
	for (; *i < g->n && g->cells[*i].row == row; ++*i) {
		const struct grid_cell *cell = &g->cells[*i];
		c.width = cell->col < COLS_MAX ? cell->col + 1 : COLS_MAX + 1;
		if (cell->col < COLS_MAX && !text_span_empty(cell->span))
			c.at[cell->col] = cell;
	}
	return c;
}

/* A number, a mark for nothing, or nothing. */
static bool is_value(
	const struct doc *d, const struct grid_cell *c, const struct value_words *words)
{
	return !c || value_read(doc_str(d, c->span), words).kind != READ_OTHER;
}

/* What a cell's words fit as, a row's label or a heading. */
struct fits {
	enum label_fit row, heading;
};

static struct fits fits_of(const struct doc *d, struct text_span span, const struct label_book *b)
{
	struct buf core = {0};
	char number[8];
	label_core(doc_str(d, span), &core, number);
	struct fits f = {
		label_book_fit(b, buf_str(&core), number), label_book_heading(b, buf_str(&core))};
	buf_free(&core);
	return f;
}

/* "行政复议 | 结果维持 | | 2": the heading stands in a column of the labels, as its own is empty.
 */
static void move_heading(const struct doc *d, struct cells *c, const struct label_book *book)
{
	size_t at = c->width - 2;
	if (c->width <= COLS_MIN || c->width > COLS_MAX || c->at[at])
		return;
	while (at > 0 && !c->at[at])
		at--;
	if (at == 0 || fits_of(d, c->at[at]->span, book).heading < FIT_CLOSE)
		return;
	c->moved = c->width - 2 - at;
	c->at[c->width - 2] = c->at[at];
	c->at[at] = NULL;
}

/* Do the words before a value fit a heading and something else, in whatever order? */
static bool is_told(const struct doc *d, const struct cells *c, const struct value_words *words,
	const struct label_book *book)
{
	size_t cols = c->width;
	if (cols < COLS_MIN || cols > COLS_MAX || !c->at[cols - 2] ||
		!is_value(d, c->at[cols - 1], words))
		return false;
	for (size_t i = 0; i + 1 < cols; i++)
		if (c->at[i] && is_value(d, c->at[i], words))
			return false;
	if (fits_of(d, c->at[cols - 2]->span, book).heading >= FIT_CLOSE)
		return true;
	return c->at[cols - 3] && fits_of(d, c->at[cols - 3]->span, book).heading >= FIT_CLOSE &&
	       fits_of(d, c->at[cols - 2]->span, book).row >= FIT_CLOSE;
}

bool grid_is_named(const struct doc *d, const struct grid *g, const struct value_words *words,
	const struct label_book *book)
{
	size_t rows = 0, told = 0;
	if (strcmp(g->reader, "named") == 0)
		return true;
	if (g->cols < COLS_MIN || g->cols > COLS_MAX || g->rows < ROWS_MIN)
		return false;
	for (size_t i = 0; i < g->n && rows < JUDGED; rows++) {
		struct cells c = take_row(g, &i);
		move_heading(d, &c, book);
		told += is_told(d, &c, words, book);
		/* the first may be the headings of the columns */
		if (rows > 2 && told * 2 < rows)
			return false;
	}
	return told >= ROWS_MIN && told * 10 >= rows * 7;
}

static bool same_text(const struct doc *d, struct text_span a, struct text_span b)
{
	return (a.from == b.from && a.to == b.to) || str_eq(doc_str(d, a), doc_str(d, b));
}

/* "科研机构 l": letters behind a heading's blank are what was made of its number. */
static void take_letters(const struct doc *d, struct record *r)
{
	struct str text = doc_str(d, r->name);
	size_t at = text.n;
	while (at > 0 && isalpha((unsigned char)text.p[at - 1]))
		at--;
	if (at < 2 || at == text.n || text.p[at - 1] != ' ')
		return;
	r->value = (struct text_span){r->name.from + at, r->name.to};
	r->name.to = r->name.from + at - 1;
}

/* Labels of the row above hold where its own are empty. */
static void take_path(struct record *r, const struct cells *c, size_t n, const struct record *above)
{
	r->n = r->columns = n;
	for (size_t i = 0; i < n; i++)
		if (c->at[i])
			r->path[i] = c->at[i]->span;
		else if (above && above->columns == n && i + c->moved < n)
			r->path[i] = above->path[i];
}

/* A heading that spans columns of the labels stands in these, too, right behind the row's, or they
 * are empty. */
static void trim_path(const struct doc *d, struct record *r, const struct label_book *book)
{
	while (r->n > 1 && (text_span_empty(r->path[r->n - 1]) ||
				   (same_text(d, r->path[r->n - 1], r->name) &&
					   fits_of(d, r->path[r->n - 2], book).row >= FIT_CLOSE)))
		r->n--;
}

static void records_take(struct records *r, const struct doc *d, const struct grid *g,
	const struct value_words *words, const struct label_book *book)
{
	bool sure = strcmp(g->reader, "named") == 0;
	for (size_t i = 0; i < g->n;) {
		struct record now = {.n = 0}, *above = r->v.n ? &r->v.v[r->v.n - 1] : NULL;
		size_t first = i;
		struct cells c = take_row(g, &i);
		if (!sure)
			move_heading(d, &c, book);
		bool whole = c.width >= COLS_MIN && c.width <= COLS_MAX;
		/* a line between two such tables has one cell */
		size_t cols = whole && !sure ? c.width : COLS_MIN;
		const struct grid_cell *name = c.at[cols - 2], *value = c.at[cols - 1];
		now.valued = name;
		now.opens = sure && c.at[0];
		/* the headings of a long table's columns */
		if (!sure && r->v.n == 0 && !is_value(d, value, words))
			continue;
		take_path(&now, &c, cols - 2, now.valued ? above : NULL);
		now.name = name ? name->span : now.path[0];
		now.value = value ? value->span : (struct text_span){now.name.to, now.name.to};
		now.unsure = value && value->unsure;
		if (now.valued)
			trim_path(d, &now, book);
		for (size_t k = first; k < i && !value; k++)
			if (g->cells[k].col == cols - 1)
				now.value = g->cells[k].span;
		if (name && !value)
			take_letters(d, &now);
		*vec_push(&r->v) = now;
	}
}

/* How many of the outer labels both have. */
static size_t common_path(const struct doc *d, const struct record *a, const struct record *b)
{
	size_t n = 0;
	while (n < a->n && n < b->n && same_text(d, a->path[n], b->path[n]))
		n++;
	return n;
}

struct writer {
	struct stream *s;
	const struct doc *d;
	const struct value_words *words;
	size_t block;
	const struct record *heads; /* whose names are the headings in force */
	size_t n_heads, heads_row;
	struct text_span group; /* written last of those that stand in a row's own label */
};

static void write_token(struct writer *w, struct text_span span, size_t col, bool unsure)
{
	if (w->s->cut)
		return;
	stream_add_token(w->s, w->d, span, col, w->words);
	if (!w->s->cut)
		w->s->tokens.v[w->s->tokens.n - 1].unsure = unsure;
}

static void write_label(struct writer *w, struct text_span span)
{
	if (text_span_empty(span))
		return;
	stream_open_row(w->s, w->block, span.from);
	write_token(w, span, 0, false);
}

static bool has_heads(const struct writer *w, const struct record *r, size_t n)
{
	if (n != w->n_heads)
		return false;
	for (size_t i = 0; i < n; i++)
		if (!same_text(w->d, r[i].name, w->heads[i].name))
			return false;
	return true;
}

static enum label_fit fit_row(const struct writer *w, struct text_span span)
{
	return fits_of(w->d, span, w->s->book).row;
}

/* Where the last name of a path begins ("三、本年度办理结果 > （一）予以公开"), by its signs;
 * span.to where there are none. */
static size_t last_name(const struct doc *d, struct text_span span, size_t *group_to)
{
	struct str text = doc_text(d);
	size_t depth = 0, name = span.to;
	for (size_t at = span.from, from = at; at < span.to; from = at) {
		unsigned ch = utf8_next(text, &at);
		depth += ch == '(' || ch == 0xff08;
		depth -= depth > 0 && (ch == ')' || ch == 0xff09);
		bool sign = utf8_is_space(ch) || strchr("/>-|", ch < 0x80 && ch ? (int)ch : '\n') ||
			    ch == 0x2014 || ch == 0xff0f || ch == 0xb7 || ch == 0x2192;
		if (!sign || depth > 0)
			continue;
		if (name != from)
			*group_to = from;
		name = at;
	}
	return name;
}

/* A label that is none to the letter, and whose last name is nearer to one: that is the row's, and
 * what is before it a group. */
static struct text_span row_label(struct writer *w, struct text_span label)
{
	struct text_span group = label, name = label;
	enum label_fit fit = fit_row(w, label);
	if (fit == FIT_EXACT)
		return label;
	name.from = last_name(w->d, label, &group.to);
	if (name.from >= label.to || fit_row(w, name) <= fit)
		return label;
	if (!same_text(w->d, group, w->group))
		write_label(w, group);
	w->group = group;
	return name;
}

/* The values of one row, n of them. */
static void write_row(struct writer *w, const struct record *r, size_t n)
{
	struct text_span label = row_label(w, r->path[r->n - 1]);
	if (!has_heads(w, r, n)) {
		stream_open_row(w->s, w->block, label.from)->exact = true;
		for (size_t i = 0; i < n; i++)
			write_token(w, r[i].name, i + 1, false);
		w->heads = r;
		w->n_heads = n;
		w->heads_row = w->s->rows.n;
	}
	struct token_row *row = stream_open_row(w->s, w->block, label.from);
	row->exact = true;
	row->heads = w->heads_row;
	write_token(w, label, 0, false);
	for (size_t i = 0; i < n; i++)
		write_token(w, r[i].value, i + 1, r[i].unsure);
}

static void records_write(struct writer *w, const struct records *r)
{
	for (size_t i = 0, end; i < r->v.n && !w->s->cut; i = end) {
		const struct record *first = &r->v.v[i];
		size_t common = i ? common_path(w->d, first - 1, first) : 0;
		end = i + 1;
		if (!first->valued) {
			write_label(w, first->path[0]);
			continue;
		}
		while (end < r->v.n && r->v.v[end].valued && !r->v.v[end].opens &&
			common_path(w->d, first, &r->v.v[end]) == first->n)
			end++;
		for (size_t k = common; k + 1 < first->n; k++)
			write_label(w, first->path[k]);
		write_row(w, first, end - i);
	}
}

/* The column of the block that the token heads; STR_NONE where none is near enough. */
static size_t column_of(const struct placing *p, const struct token *head, size_t block)
{
	struct label_match m[8];
	size_t n = head->core.n ? place_labels(p, head, LABEL_COLUMN, m, 8) : 0;
	for (size_t i = 0; i < n && m[i].fit >= FIT_CLOSE; i++)
		if (m[i].block == block)
			return m[i].index;
	return STR_NONE;
}

static const struct token *token_at(const struct placing *p, const struct token_row *r, size_t col)
{
	for (size_t i = r->first; i < r->first + r->n; i++)
		if (p->stream->tokens.v[i].col == col)
			return &p->stream->tokens.v[i];
	return NULL;
}

size_t named_cells(const struct placing *p, size_t row, size_t block, const struct token **cells,
	const struct token **heads)
{
	const struct token_row *r = &p->stream->rows.v[row];
	size_t found = 0;
	for (size_t i = r->first; i < r->first + r->n && r->heads; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		const struct token *head = token_at(p, &p->stream->rows.v[r->heads - 1], t->col);
		size_t k = head ? column_of(p, head, block) : STR_NONE;
		if (t->col == 0)
			continue;
		if (k == STR_NONE || cells[k])
			return 0;
		cells[k] = t;
		heads[k] = head;
		found++;
	}
	return found;
}

void stream_add_named(struct stream *s, const struct doc *d, const struct grid *g, size_t number,
	const struct value_words *words)
{
	struct records r = {0};
	struct writer w = {.s = s, .d = d, .words = words, .block = number};
	records_take(&r, d, g, words, s->book);
	records_write(&w, &r);
	vec_free(&r.v);
}

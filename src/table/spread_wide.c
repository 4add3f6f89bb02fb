/* A table that is one line of numbers under its headings, some of its cells empty, which only
 * blanks hold: the numbers are the columns that they stand under, and that add up, in doubt. */
#include <math.h>
#include <string.h>

#include "table/label.h"
#include "table/spread.h"

/* Words of a heading are no longer: characters. */
#define HEAD_CHARS 4
#define PLACES_MAX ALIGN_COLUMNS_MAX
#define BROKEN_COST 3.0
#define UNTOLD_COST 1.0
/* Headings that are all moved against the numbers, by each number. */
#define MOVED_COST 0.4

struct place {
	size_t from, to;
};

struct line_value {
	struct cell cell;
	double middle;
};

struct wide_line {
	const struct builder *b;
	const struct form_table *def;
	const struct form_identity *sum;
	int measure;
	size_t n_places, n_values, lines; /* lines: of numbers */
	struct place place[PLACES_MAX];
	struct line_value value[PLACES_MAX];
	size_t now[PLACES_MAX], best[PLACES_MAX]; /* by number: its place */
	double least, pitch;
	bool any;
};

/* Part of a column's heading? */
static bool is_head(const struct form_table *def, struct str word)
{
	const struct form_block *b = &def->blocks[0];
	if (utf8_count(word) > HEAD_CHARS)
		return false;
	for (size_t k = 0; k < b->n_columns; k++)
		for (size_t i = 0; i < b->columns[k].n_variants; i++)
			if (str_find(str_of(b->columns[k].variants[i]), word, 0) != STR_NONE)
				return true;
	return false;
}

/* Joined with those that it stands over, or under. */
static void add_place(struct wide_line *l, struct place p)
{
	for (size_t i = 0; i < l->n_places;) {
		if (l->place[i].from >= p.to || p.from >= l->place[i].to) {
			i++;
			continue;
		}
		p.from = p.from < l->place[i].from ? p.from : l->place[i].from;
		p.to = p.to > l->place[i].to ? p.to : l->place[i].to;
		l->place[i] = l->place[--l->n_places];
	}
	if (l->n_places < PLACES_MAX)
		l->place[l->n_places++] = p;
}

static void sort_places(struct wide_line *l)
{
	for (size_t i = 1; i < l->n_places; i++)
		for (size_t k = i; k > 0 && l->place[k].from < l->place[k - 1].from; k--) {
			struct place p = l->place[k];
			l->place[k] = l->place[k - 1];
			l->place[k - 1] = p;
		}
}

struct seen {
	size_t heads, numbers, others;
};

static struct seen see_line(const struct wide_line *l, struct str text)
{
	const struct value_words *words = label_book_words(l->b->book);
	struct seen seen = {0};
	for (struct text_span w = text_next_word(text, 0, text.n); w.from < w.to;
		w = text_next_word(text, w.to, text.n)) {
		struct str word = str_slice(text, w.from, w.to);
		struct reading read = value_read(word, words);
		bool number = (read.kind == READ_NUMBER && !read.value.scale && !read.odd) ||
			      read.kind == READ_NOTHING;
		seen.numbers += number;
		seen.heads += !number && is_head(l->def, word);
		seen.others += !number && !is_head(l->def, word);
	}
	return seen;
}

static void add_line(struct wide_line *l, struct text_span line, bool numbers)
{
	const struct value_words *words = label_book_words(l->b->book);
	struct str text = doc_str(l->b->r->doc, line);
	for (struct text_span w = text_next_word(text, 0, text.n); w.from < w.to;
		w = text_next_word(text, w.to, text.n)) {
		struct str word = str_slice(text, w.from, w.to);
		size_t from = spread_width(str_slice(text, 0, w.from), l->measure);
		struct place p = {from, from + spread_width(word, l->measure)};
		if (!numbers && is_head(l->def, word))
			add_place(l, p);
		if (!numbers || l->n_values == PLACES_MAX)
			continue;
		struct reading read = value_read(word, words);
		struct line_value *v = &l->value[l->n_values++];
		v->middle = (double)(p.from + p.to) / 2;
		v->cell = (struct cell){.state = read.kind == READ_NUMBER ? CELL_GIVEN : CELL_BLANK,
			.value = read.value};
		v->cell.whole = v->cell.span =
			(struct text_span){line.from + w.from, line.from + w.to};
	}
}

/* The headings of the region, and the numbers below. */
static void read_region(struct wide_line *l, struct text_span region)
{
	const struct doc *d = l->b->r->doc;
	size_t from = doc_line_at(d, region.from), to = doc_line_at(d, region.to);
	l->n_places = l->n_values = l->lines = 0;
	for (size_t i = from; i < to; i++) {
		struct text_span line = doc_line(d, i);
		struct seen seen = see_line(l, doc_str(d, line));
		bool numbers = seen.numbers > 0 && seen.heads + seen.others == 0;
		if (seen.heads == 0 && (!numbers || l->n_places == 0 || spread_is_mark(d, line)))
			continue;
		l->lines += numbers;
		add_line(l, line, numbers);
	}
	sort_places(l);
}

static double weigh_row(const struct wide_line *l, size_t row)
{
	size_t n = l->def->blocks[0].n_columns;
	int64_t sum = 0, most = 0;
	bool total = false;
	for (size_t i = 0; i < l->n_values; i++) {
		const struct cell *c = &l->value[i].cell;
		if (l->now[i] / n != row)
			continue;
		bool is_total = l->now[i] % n == l->sum->right[0];
		int64_t value = c->state == CELL_GIVEN ? c->value.units : 0;
		total |= is_total;
		sum += is_total ? -value : value;
		most = value > most ? value : most;
	}
	return most == 0 ? 0 : !total ? UNTOLD_COST : sum == 0 ? 0 : BROKEN_COST;
}

static double weigh_places(const struct wide_line *l, double by)
{
	double away = 0;
	for (size_t i = 0; i < l->n_values; i++) {
		const struct place *p = &l->place[l->now[i]];
		away += fabs(l->value[i].middle - (double)(p->from + p->to) / 2 - by);
	}
	return away / l->pitch;
}

static void judge(struct wide_line *l)
{
	double by = 0, cost;
	for (size_t i = 0; i < l->n_values; i++) {
		const struct place *p = &l->place[l->now[i]];
		by += l->value[i].middle - (double)(p->from + p->to) / 2;
	}
	double there = weigh_places(l, 0), n = (double)l->n_values;
	double moved = weigh_places(l, by / n) + MOVED_COST * n;
	cost = there < moved ? there : moved;
	for (size_t r = 0; r < l->def->n_rows; r++)
		cost += weigh_row(l, r);
	if (l->any && cost >= l->least)
		return;
	l->any = true;
	l->least = cost;
	memcpy(l->best, l->now, sizeof l->best);
}

static void search(struct wide_line *l, size_t i, size_t place)
{
	if (i == l->n_values) {
		judge(l);
		return;
	}
	for (; place + (l->n_values - i) <= l->n_places; place++) {
		l->now[i] = place;
		search(l, i + 1, place + 1);
	}
}

static void fill(const struct wide_line *l, struct cell *cells, size_t at)
{
	for (size_t k = 0; k < l->n_places; k++)
		spread_set_blank(&cells[k], at);
	for (size_t i = 0; i < l->n_values; i++) {
		struct cell *to = &cells[l->best[i]];
		const struct form_cell *def = to->def;
		*to = l->value[i].cell;
		to->def = def;
		cell_doubt(to, "spread");
	}
}

/* Nothing was read, or nothing for sure and not all. */
static bool is_open(const struct built *t)
{
	bool missing = false, sure = false;
	for (size_t k = 0; k < t->table.def->n_cells; k++) {
		missing |= t->cells[k].state == CELL_MISSING;
		sure |= t->cells[k].state != CELL_MISSING && !t->cells[k].doubt;
	}
	return missing && !sure;
}

/* The numbers are this table's, and no copy of it. */
static void use_rows(struct builder *b, struct text_span region)
{
	size_t from, to;
	rows_within(&b->stream, region, &from, &to);
	for (size_t i = from; i < to; i++)
		for (size_t k = 0; k < b->stream.rows.v[i].n; k++)
			b->used[i] |=
				token_has_value(&b->stream.tokens.v[b->stream.rows.v[i].first + k]);
}

void spread_wide(struct builder *b, struct built *t)
{
	const struct form_table *def = t->table.def;
	struct wide_line l = {.b = b, .def = def, .sum = form_row_sum(t->table.form, def)};
	if (def->layout != FORM_WIDE || def->n_blocks != 1 || def->n_cells > PLACES_MAX || !l.sum ||
		l.sum->n_right != 1 || !t->table.found || !is_open(t))
		return;
	for (; l.measure < SPREAD_MEASURES; l.measure++) {
		read_region(&l, t->region);
		if (l.n_places == def->n_cells)
			break;
	}
	if (l.n_places != def->n_cells || l.lines > 1 || l.n_values > l.n_places)
		return;
	l.pitch =
		(double)(l.place[l.n_places - 1].from - l.place[0].from) / (double)(l.n_places - 1);
	search(&l, 0, 0);
	fill(&l, t->cells, t->region.to);
	t->given = def->n_cells;
	use_rows(b, t->region);
}

/* A table that is told in words: "行政复议：结果维持2件，结果纠正0件，…". Before each number stand
 * its row's label and its column's, or the column's alone where the row is that of the number
 * before. All of it is in doubt, for words may tell of another year, or of but a part. */
#include <string.h>

#include "base/utf8.h"
#include "table/build_forms.h"
#include "table/section.h"

enum {
	CELLS_MIN = 3,	    /* told of one table */
	CORE_BYTES = 150,   /* of the words before a number so many are looked at */
	BLOCK_BYTES = 3000, /* what is longer tells no table */
	COLS_MAX = 16,	    /* of a grid with sentences in its cells */
	LOOKS_MAX = 2000,   /* phrases looked at; a section with more of them tells no table */
};

struct teller {
	const struct builder *b;
	const struct form *form;
	const struct form_table *def;
	struct placing p;
	size_t row; /* that is spoken of; STR_NONE: none */
	size_t told, looks;
	bool clash; /* two numbers for one cell, or too much to look at */
};

static void count_look(struct teller *t)
{
	t->clash |= ++t->looks > LOOKS_MAX;
}

/* Words that say nothing of what the number is. */
static bool is_filler(struct str s)
{
	return s.n == 0 || str_is(s, "其中");
}

static size_t row_exactly(const struct teller *t, struct str core)
{
	struct label_match m;
	bool is = label_ends(t->p.labels, core, LABEL_ROW) &&
		  label_find(t->p.labels, core, "", LABEL_ROW, &m, 1) && m.fit == FIT_EXACT;
	return is ? m.index : STR_NONE;
}

/* The column of any block, or of that of `row`. */
static bool column_exactly(
	const struct teller *t, struct str core, size_t row, struct label_match *out)
{
	struct label_match m[8];
	if (!label_ends(t->p.labels, core, LABEL_COLUMN))
		return false;
	size_t n = label_find(t->p.labels, core, "", LABEL_COLUMN, m, 8);
	for (size_t i = 0; i < n; i++) {
		*out = m[i];
		if (m[i].fit == FIT_EXACT &&
			(row == STR_NONE || t->def->rows[row].block == m[i].block))
			return true;
	}
	return false;
}

/* "废止" of this year's report is 本年废止. */
static bool column_of(const struct teller *t, struct str core, size_t row, struct label_match *out)
{
	struct buf whole = {0};
	if (column_exactly(t, core, row, out))
		return true;
	buf_adds(&whole, "本年");
	buf_add(&whole, core);
	bool is = column_exactly(t, buf_str(&whole), row, out);
	buf_free(&whole);
	return is;
}

/* The longest end of the core that labels a row; its begin in *at. */
static size_t last_row(const struct teller *t, struct str core, size_t *at)
{
	for (*at = 0; *at < core.n; utf8_next(core, at)) {
		size_t row = row_exactly(t, str_slice(core, *at, core.n));
		if (row != STR_NONE)
			return row;
	}
	return STR_NONE;
}

static bool last_column(
	const struct teller *t, struct str core, size_t row, struct label_match *out)
{
	for (size_t at = 0; at < core.n; utf8_next(core, &at))
		if (column_exactly(t, str_slice(core, at, core.n), row, out))
			return true;
	return column_of(t, core, row, out);
}

/* The column that the words end in, and the row: one that they name before, or that of the number
 * before. false: they tell no cell. */
static bool ends_in_column(struct teller *t, struct str core, size_t *column)
{
	struct label_match m;
	size_t at = 0, row_at;
	for (; at < core.n; utf8_next(core, &at)) {
		struct str end = str_slice(core, at, core.n), rest = str_slice(core, 0, at);
		if (!column_exactly(t, end, STR_NONE, &m) &&
			(!is_filler(rest) || !column_of(t, end, t->row, &m)))
			continue;
		if (!is_filler(rest))
			t->row = last_row(t, rest, &row_at);
		if (t->row == STR_NONE || !column_of(t, end, t->row, &m))
			return false;
		*column = m.index;
		return true;
	}
	return false;
}

/* "本年制发规范性文件", "行政许可" of one column. */
static bool ends_in_row(struct teller *t, struct str core, size_t *column)
{
	struct label_match m;
	size_t at;
	t->row = last_row(t, core, &at);
	if (t->row == STR_NONE)
		return false;
	if (at == 0 && place_columns_of(&t->p, t->row) == 1) {
		*column = 0;
		return true;
	}
	if (at == 0 || !last_column(t, str_slice(core, 0, at), t->row, &m))
		return false;
	*column = m.index;
	return true;
}

static void tell(struct teller *t, size_t column, struct text_span number)
{
	const struct form_row *row = &t->def->rows[t->row];
	struct str text = doc_str(t->b->r->doc, number);
	struct token token = {
		.span = number, .reading = value_read(text, label_book_words(t->b->book))};
	struct cell *c = &t->p.cells[row->first - t->def->cell + column];
	if (token.reading.kind != READ_NUMBER)
		return;
	if (c->state != CELL_MISSING) {
		t->clash |= dec_cmp(c->value, token.reading.value) != 0;
		return;
	}
	place_cell(&t->p, row->first - t->def->cell + column, &token,
		(struct placed){.how = "words", .doubt = true});
	t->told++;
}

/* The words [from, to) before the number. */
static void tell_phrase(struct teller *t, size_t from, struct text_span number)
{
	struct str text = doc_text(t->b->r->doc);
	struct buf core = {0};
	char numbering[8];
	size_t column;
	count_look(t);
	for (size_t at = from, past = at; at < number.from; at = past) {
		unsigned ch = utf8_next(text, &past);
		if (ch == 0x3002 || ch == 0xff1b || ch == ';')
			from = past; /* another sentence */
	}
	label_core(str_slice(text, from, number.from), &core, numbering);
	struct str words = buf_str(&core);
	if (words.n > CORE_BYTES)
		words = str_slice(words, utf8_prev(words, words.n - CORE_BYTES), words.n);
	if (ends_in_column(t, words, &column) || ends_in_row(t, words, &column))
		tell(t, column, number);
	buf_free(&core);
}

static bool is_digit(unsigned ch)
{
	return (ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19);
}

static bool is_sign(unsigned ch)
{
	return ch == '-' || ch == 0xff0d || ch == 0x2212;
}

/* The next number at or behind `at`, with its sign; empty where none is. */
static struct text_span next_number(struct str text, size_t at, size_t to)
{
	struct text_span n = {to, to};
	for (size_t past = at, sign = to; at < to; at = past) {
		unsigned ch = utf8_next(text, &past);
		bool in = n.from < to, point = ch == '.' || ch == ',';
		if (is_digit(ch)) {
			n.from = in ? n.from : sign < to ? sign : at;
			n.to = past;
		} else if (in && (!point || past >= to || !is_digit((unsigned char)text.p[past]))) {
			break;
		}
		sign = is_sign(ch) ? at : to;
	}
	return n;
}

enum { NUMBERS, COUNTS, TELLS_TIME, TELLS_ABOUT, TELLS_OTHER_YEAR };

/* What the number is by what stands behind it. */
static int number_kind(const struct teller *t, struct text_span number, bool first, size_t *past)
{
	struct str text = doc_text(t->b->r->doc);
	size_t unit = number.to, next = unit;
	while (unit < text.n && text.p[unit] == ' ')
		unit++;
	*past = unit + value_unit_at(str_slice(text, unit, text.n), label_book_words(t->b->book));
	unsigned ch = next < text.n ? utf8_next(text, &next) : 0;
	if (ch == 0x4f59 || ch == 0x591a) /* 余 多 */
		return TELLS_ABOUT;
	if (first && (ch == '.' || ch == 0x3001 || ch == 0xff0e || ch == ')' || ch == 0xff09)) {
		*past = next;
		return NUMBERS;
	}
	if (ch == 0x5e74 || ch == 0x6708 || ch == 0x65e5 || ch == '%') { /* 年 月 日 */
		struct reading r =
			value_read(doc_str(t->b->r->doc, number), label_book_words(t->b->book));
		bool other = ch == 0x5e74 && r.value.units > 1900 && r.value.units != t->b->r->year;
		*past = next;
		return other ? TELLS_OTHER_YEAR : TELLS_TIME;
	}
	ch = number.from > 0 ? utf8_next(text, &(size_t){utf8_prev(text, number.from)}) : 0;
	return ch == '~' || ch == 0xff5e ? TELLS_ABOUT : COUNTS;
}

/* Does nothing but white space and signs stand there? Then a number begins a sentence. */
static bool is_begin(struct str text, size_t from, size_t to)
{
	for (size_t at = from; at < to;) {
		unsigned ch = utf8_next(text, &at);
		if (utf8_is_han(ch))
			return false;
	}
	return true;
}

static void tell_text(struct teller *t, struct text_span span)
{
	struct str text = doc_text(t->b->r->doc);
	size_t from = span.from, past;
	for (struct text_span n;
		n = next_number(text, from, span.to), !text_span_empty(n) && !t->clash;
		from = past) {
		switch (number_kind(t, n, is_begin(text, from, n.from), &past)) {
		case COUNTS:
			tell_phrase(t, from, n);
			break;
		case TELLS_OTHER_YEAR:
			return;
		}
	}
}

/* The row that words without a number name; STR_NONE: none, or they have a number. */
static size_t row_named(struct teller *t, struct text_span span)
{
	struct buf core = {0};
	char numbering[8];
	size_t at, row = STR_NONE;
	count_look(t);
	if (text_span_empty(next_number(doc_text(t->b->r->doc), span.from, span.to)) &&
		span.to - span.from <= CORE_BYTES) {
		label_core(doc_str(t->b->r->doc, span), &core, numbering);
		row = last_row(t, buf_str(&core), &at);
	}
	buf_free(&core);
	return row;
}

/* Sentences in cells: the label stands in the row before them or in the column above. */
static void tell_grid(struct teller *t, const struct grid *g)
{
	size_t above[COLS_MAX], beside = STR_NONE, row = STR_NONE;
	for (size_t k = 0; k < COLS_MAX; k++)
		above[k] = STR_NONE;
	for (size_t i = 0; i < g->n && !t->clash; i++) {
		const struct grid_cell *c = &g->cells[i];
		if (c->col >= COLS_MAX || text_span_empty(c->span))
			continue;
		beside = c->row == row ? beside : STR_NONE;
		row = c->row;
		size_t named = row_named(t, c->span);
		if (named != STR_NONE) {
			beside = above[c->col] = named;
			continue;
		}
		t->row = beside != STR_NONE ? beside : above[c->col];
		tell_text(t, c->span);
	}
}

static void tell_region(struct teller *t, struct text_span region)
{
	const struct doc *d = t->b->r->doc;
	size_t named = STR_NONE;
	for (size_t i = 0; i < doc_block_count(d) && !t->clash; i++) {
		const struct block *block = doc_block(d, i);
		if (block->span.from < region.from || block->span.from >= region.to ||
			(block->kind == BLOCK_PARA &&
				block->span.to - block->span.from > BLOCK_BYTES))
			continue;
		if (block->kind == BLOCK_GRID)
			tell_grid(t, block->grid);
		if (block->kind != BLOCK_PARA)
			continue;
		size_t row = row_named(t, block->span);
		t->row = named;
		named = row != STR_NONE ? row : named;
		tell_text(t, block->span);
	}
}

static void teller_run(struct teller *t, const struct builder *b, const struct built *to,
	const struct form *form, const struct form_table *def)
{
	*t = (struct teller){.b = b, .form = form, .def = def, .row = STR_NONE};
	t->p = built_anew(to, form, def);
	t->p.labels = label_book_set(b->book, def);
	tell_region(t, sections_region(b->r, def->section));
}

static void keep(struct built *to, struct teller *t)
{
	built_take(to, &t->p);
	to->given = t->told;
	t->p.cells = NULL;
}

static void place_table(struct builder *b, struct built *to)
{
	const struct forms *forms = b->r->forms;
	const struct form *due = forms_for_year(forms, b->r->year);
	struct teller best = {.told = 0}, t;
	const char *name = to->table.def->name;
	if (built_has_number(to))
		return;
	for (size_t i = 0; i < forms->n; i++) {
		const struct form_table *def = form_table_find(&forms->forms[i], str_of(name));
		if (!def)
			continue;
		teller_run(&t, b, to, &forms->forms[i], def);
		if (!t.clash && (t.told > best.told || (t.told == best.told && t.form == due))) {
			struct cell *other = best.p.cells;
			best = t;
			t.p.cells = other;
		}
		free(t.p.cells);
	}
	if (best.told >= CELLS_MIN)
		keep(to, &best);
	free(best.p.cells);
}

void told_place(struct builder *b)
{
	for (size_t i = 0; i < b->tables.n; i++)
		place_table(b, &b->tables.v[i]);
}

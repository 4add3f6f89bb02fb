/* Tables as programs write them out. Objects within objects name each value: they make a grid of
 * labels, headings and values (table/named.h). Arrays of arrays are the rows of a table as they
 * are; null is what a merged cell covers, or an empty one. */
#include "import/notation.h"

#include <string.h>

#include "base/utf8.h"

enum {
	ROWS_MIN = 2,
	VALUES_MIN = 3,
	CELLS_MIN = 6,
	MARK_CHARS = 1, /* of a word for nothing */
};

enum { COL_LABEL, COL_NAME, COL_VALUE };

struct writer {
	const struct layout *l;
	const struct notation *n;
	bool counts; /* only */
	size_t row, rows, values;
	size_t above; /* the object of a value alone put last, 0: none */
};

static bool is_scalar(const struct note *v)
{
	return v->kind == NOTE_TEXT || v->kind == NOTE_NOTHING;
}

/* Numbers, null, and words as short as one for nothing. */
static bool is_value(const struct layout *l, const struct note *v)
{
	struct str s = str_trim(str_slice(l->text, v->span.from, v->span.to));

	return is_scalar(v) && (layout_is_value(s) || utf8_count(s) <= MARK_CHARS);
}

static size_t count_values(const struct writer *w, size_t object)
{
	const struct note *v = w->n->v.v;
	size_t values = 0;

	for (size_t i = object + 1; i < v[object].end; i = v[i].end)
		values += is_value(w->l, &v[i]);
	return values;
}

static bool same_text(const struct writer *w, struct text_span a, struct text_span b)
{
	return str_eq(str_slice(w->l->text, a.from, a.to), str_slice(w->l->text, b.from, b.to));
}

static bool has_key(const struct writer *w, size_t object, struct text_span key)
{
	const struct note *v = w->n->v.v;

	for (size_t i = object + 1; i < v[object].end; i = v[i].end)
		if (is_scalar(&v[i]) && same_text(w, v[i].key, key))
			return true;
	return false;
}

/* The one part of a row that is an object itself holds columns under a common heading, where what
 * it has are values alone, of other names; 0 where there is none. */
static size_t column_group(const struct writer *w, size_t object)
{
	const struct note *v = w->n->v.v;
	size_t found = 0;

	for (size_t i = object + 1; i < v[object].end; i = v[i].end) {
		if (v[i].kind != NOTE_OBJECT)
			continue;
		if (found)
			return 0;
		found = i;
	}
	if (!found || v[found].n == 0 || count_values(w, found) < v[found].n)
		return 0;
	return has_key(w, object, v[found + 1].key) ? 0 : found;
}

static void put_cell(struct writer *w, size_t col, struct text_span span)
{
	if (!w->counts)
		sink_cell(w->l->d, w->row, col, 1, 1, span);
}

static void put_label(struct writer *w, struct text_span span)
{
	if (text_span_empty(span))
		return;
	put_cell(w, COL_LABEL, span);
	w->row++;
}

static void put_value(
	struct writer *w, struct text_span label, const struct note *v, struct text_span name)
{
	if (!text_span_empty(label))
		put_cell(w, COL_LABEL, label);
	put_cell(w, COL_NAME, name);
	put_cell(w, COL_VALUE, v->span);
	w->row++;
	w->values++;
}

/* The values of an object, and of its group of columns where they stand. */
static void put_row(struct writer *w, size_t object, struct text_span label, size_t from)
{
	const struct note *v = w->n->v.v;
	size_t group = column_group(w, object), next;

	w->rows++;
	for (size_t i = from; i < v[object].end; i = next) {
		next = i == group ? i + 1 : v[i].end;
		if (!is_scalar(&v[i]) || text_span_empty(v[i].key))
			continue;
		put_value(w, label, &v[i], v[i].key);
		label = (struct text_span){0, 0};
	}
}

/* Do both begin with the same words, `words` of them? */
static bool same_words(const struct writer *w, size_t a, size_t b, size_t words)
{
	const struct note *v = w->n->v.v;

	for (size_t k = 1; k <= words; k++)
		if (a + k >= v[a].end || !same_text(w, v[a + k].span, v[b + k].span))
			return false;
	return true;
}

/* An object of a long table: words, and one value. The last of them is its heading. */
static void put_lone(struct writer *w, size_t object, size_t words)
{
	const struct note *v = &w->n->v.v[object];
	bool same = w->above && same_words(w, w->above, object, words - 1);

	for (size_t k = 1; k + 1 < words && !same; k++)
		put_label(w, v[k].span);
	put_value(w, same ? (struct text_span){0, 0} : v[words - 1].span, &v[words + 1],
		v[words].span);
	w->rows += !same;
	w->above = object;
}

/* An object without a name, of a list of such: words in it before any value name the row. */
static void put_record(struct writer *w, size_t object)
{
	const struct note *v = &w->n->v.v[object];
	size_t words = 0;

	while (words + 1 < v->end - object && v[words + 1].kind == NOTE_TEXT &&
		!is_value(w->l, &v[words + 1]))
		words++;
	if (words == 0 || words == v->n)
		return;
	if (words > 1 && words + 1 == v->n && is_scalar(&v[words + 1])) {
		put_lone(w, object, words);
		return;
	}
	for (size_t k = 1; k < words; k++)
		put_label(w, v[k].span);
	put_row(w, object, v[words].span, object + words + 1);
}

/* Is it a row, rather than what holds rows? */
static bool is_row(const struct writer *w, size_t i)
{
	const struct note *v = &w->n->v.v[i];

	if (v->kind != NOTE_OBJECT || count_values(w, i) == 0)
		return false;
	if (v->keyed)
		return true;
	for (size_t k = i + 1; v->parent == 0 && k < v->end; k = w->n->v.v[k].end)
		if (!is_scalar(&w->n->v.v[k]))
			return false;
	return true;
}

static void put_objects(struct writer *w)
{
	const struct note *v = w->n->v.v;

	for (size_t i = 1, next; i < w->n->v.n; i = next) {
		bool row = is_row(w, i);

		next = row && column_group(w, i) ? v[i].end : i + 1;
		if (row && v[i].keyed)
			put_row(w, i, v[i].key, i + 1);
		else if (row)
			put_record(w, i);
		else if (v[i].keyed && !is_scalar(&v[i]))
			put_label(w, v[i].key);
	}
}

/* An array of words and numbers, of an array: a row. */
static bool is_array_row(const struct notation *n, size_t i)
{
	const struct note *v = &n->v.v[i];

	if (v->kind != NOTE_ARRAY || v->keyed || v->n == 0 || v->n >= LAYOUT_COLS_MAX)
		return false;
	return v->end == i + 1 + v->n && n->v.v[v->parent].kind == NOTE_ARRAY;
}

/* Where the text goes on behind a line end that is written in it, `\n`; its end where it has none.
 * *to: where the piece before ends. */
static size_t past_piece(struct str text, size_t at, size_t end, size_t *to)
{
	for (; at + 1 < end; at++) {
		if (text.p[at] != '\\')
			continue;
		*to = at++;
		if (strchr("nrt", text.p[at]))
			return at + 1;
	}
	*to = end;
	return end;
}

/* The pieces of a cell's text stand one below another. Returns how many. */
static size_t put_pieces(struct writer *w, size_t col, const struct note *v)
{
	size_t n = 0, at = v->span.from, to;

	do {
		size_t from = at;

		at = past_piece(w->l->text, at, v->span.to, &to);
		sink_cell(w->l->d, w->row + n, col, 1, 1, (struct text_span){from, to});
		if (n++ > 0)
			sink_goes_on(w->l->d);
	} while (at < v->span.to);
	return n;
}

static void put_arrays(struct writer *w)
{
	const struct notation *n = w->n;

	for (size_t i = 1, k, rows; i < n->v.n; i++) {
		if (!is_array_row(n, i))
			continue;
		for (k = i + 1, rows = 1; k < n->v.v[i].end; k++) {
			size_t pieces = w->counts ? 1 : put_pieces(w, n->v.v[k].index, &n->v.v[k]);

			rows = pieces > rows ? pieces : rows;
			w->values++;
		}
		w->rows++;
		w->row += rows;
	}
}

/* What the text at `at` holds, and whether it is objects or arrays. */
static bool find(const struct layout *l, size_t at, struct layout_run *run, bool arrays)
{
	struct notation n = {0};
	struct writer objects = {.l = l, .n = &n, .counts = true}, rows = objects;
	bool found;

	run->to = at + 1;
	if (!notation_begins(l, at))
		return false;
	notation_read(&n, l, at);
	put_objects(&objects);
	put_arrays(&rows);
	if (arrays)
		found = rows.rows > 0 && rows.values >= CELLS_MIN && rows.values > objects.values;
	else
		found = objects.values >= rows.values && objects.rows >= ROWS_MIN &&
			objects.values >= VALUES_MIN;
	found = found && objects.row + rows.values < l->cells_left / (COL_VALUE + 1);
	run->to = n.to > at ? n.to : at + 1;
	notation_free(&n);
	return found;
}

static bool find_objects(const struct layout *l, size_t at, struct layout_run *run)
{
	return find(l, at, run, false);
}

static bool find_arrays(const struct layout *l, size_t at, struct layout_run *run)
{
	return find(l, at, run, true);
}

static void read(
	const struct layout *l, const struct layout_run *run, void (*put)(struct writer *w))
{
	struct notation n = {0};
	struct writer w = {.l = l, .n = &n};

	notation_read(&n, l, run->from);
	put(&w);
	notation_free(&n);
}

static void read_objects(const struct layout *l, const struct layout_run *run)
{
	read(l, run, put_objects);
}

static void read_arrays(const struct layout *l, const struct layout_run *run)
{
	read(l, run, put_arrays);
}

const struct layout_reader layout_objects = {"named", find_objects, read_objects};
const struct layout_reader layout_arrays = {"arrays", find_arrays, read_arrays};

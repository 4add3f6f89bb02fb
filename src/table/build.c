/* The tables of a report: each by the form its own labels speak for, in the section it belongs to.
 */
#include "table/build.h"

#include <string.h>

#include "base/arena.h"
#include "table/build_forms.h"
#include "table/halves.h"
#include "table/section.h"
#include "table/turn.h"
#include "table/wrapped.h"

static struct cell *empty_cells(const struct form *form, const struct form_table *def)
{
	struct cell *cells = mem_alloc_array(def->n_cells + 1, sizeof *cells);
	for (size_t i = 0; i < def->n_cells; i++)
		cells[i].def = &form->cells[def->cell + i];
	return cells;
}

void attempt_init(struct attempt *a, const struct form *form, const struct form_table *def,
	struct builder *b, size_t from, size_t to)
{
	memset(a, 0, sizeof *a);
	a->placing = (struct placing){.def = def,
		.form = form,
		.labels = label_book_set(b->book, def),
		.stream = &b->stream,
		.row_owner = b->owners,
		.mends = b->mends,
		.n_mends = b->n_mends,
		.row_from = from,
		.row_to = to};
	a->placing.row_used = mem_alloc_array(b->stream.rows.n + 1, sizeof(bool));
	if (b->stream.rows.n)
		memcpy(a->placing.row_used, b->used, b->stream.rows.n * sizeof(bool));
	a->placing.cells = empty_cells(form, def);
}

struct placing built_anew(
	const struct built *t, const struct form *form, const struct form_table *def)
{
	return (struct placing){
		.def = def, .form = form, .cells = empty_cells(form, def), .span = t->table.span};
}

void built_take(struct built *t, const struct placing *p)
{
	free(t->cells);
	t->cells = p->cells;
	t->table.def = p->def;
	t->table.form = p->form;
	t->table.found = true;
	t->table.span = p->span;
	t->given = p->def->n_cells;
}

bool built_has_number(const struct built *t)
{
	for (size_t k = 0; k < t->table.def->n_cells; k++)
		if (t->cells[k].state == CELL_GIVEN)
			return true;
	return false;
}

void attempt_free(struct attempt *a)
{
	free(a->placing.row_used);
	free(a->placing.cells);
}

void attempt_run(struct attempt *a)
{
	if (a->placing.def->layout == FORM_WIDE)
		place_wide(&a->placing);
	else
		place_rows(&a->placing);
}

void rows_within(const struct stream *s, struct text_span region, size_t *from, size_t *to)
{
	*from = 0;
	while (*from < s->rows.n && s->rows.v[*from].at < region.from)
		++*from;
	*to = *from;
	while (*to < s->rows.n && s->rows.v[*to].at < region.to)
		++*to;
}

size_t attempt_given(const struct attempt *a)
{
	size_t n = 0;
	for (size_t i = 0; i < a->placing.def->n_cells; i++)
		n += a->placing.cells[i].state != CELL_MISSING;
	return n;
}

static size_t telltales_in(const struct doc *d, struct text_span region, const struct form_table *t)
{
	size_t n = 0;
	for (size_t i = 0; i < t->telltales.n; i++)
		n += str_find(doc_str(d, region), str_of(t->telltales.items[i]), 0) != STR_NONE;
	return n;
}

/* More labels read; of equals the one whose own words stand there. 0: nothing tells. */
static int weigh(const struct attempt *a, const struct attempt *than)
{
	if (a->placing.labels_read != than->placing.labels_read)
		return a->placing.labels_read > than->placing.labels_read ? 1 : -1;
	if (a->telltales != than->telltales)
		return a->telltales > than->telltales ? 1 : -1;
	return 0;
}

/* Where nothing tells: the form of the year, else the one whose rows have as many cells as stand
 * there, else the newer one. */
static bool is_better(const struct builder *b, const struct attempt *a, const struct attempt *than)
{
	int weight = weigh(a, than);
	if (weight)
		return weight > 0;
	const struct form *due = forms_for_year(b->r->forms, b->r->year);
	if (due && a->placing.form != than->placing.form)
		return a->placing.form == due;
	if (a->placing.misfits != than->placing.misfits)
		return a->placing.misfits < than->placing.misfits;
	if (attempt_given(a) != attempt_given(than))
		return attempt_given(a) > attempt_given(than);
	return a->placing.form->year_from > than->placing.form->year_from;
}

/* The attempt's cells become the table's. */
static void keep(struct builder *b, struct attempt *a, struct text_span region)
{
	struct placing *p = &a->placing;
	struct built *t = vec_push(&b->tables);
	t->table.def = p->def;
	t->table.form = p->form;
	t->table.found = p->labels_read > 0 || attempt_given(a) > 0;
	t->table.span = p->span;
	t->labels_read = p->labels_read;
	t->given = attempt_given(a);
	t->region = region;
	t->rival = a->rival;
	t->due = a->due;
	t->cells = p->cells;
	p->cells = NULL;
	if (b->stream.rows.n)
		memcpy(b->used, p->row_used, b->stream.rows.n * sizeof(bool));
}

static struct text_span overlap(struct text_span a, struct text_span b)
{
	struct text_span s = {a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to};
	return s.from < s.to ? s : (struct text_span){s.from, s.from};
}

static bool is_due(const struct builder *b, const struct attempt *a, const struct attempt *than)
{
	return a->placing.form == forms_for_year(b->r->forms, b->r->year) &&
	       a->placing.misfits <= than->placing.misfits;
}

/* Nothing tells one form from the other. */
static void note_rivals(const struct builder *b, struct attempt *x, struct attempt *y)
{
	x->rival = y->placing.form;
	y->rival = x->placing.form;
	x->due = is_due(b, x, y);
	y->due = is_due(b, y, x);
}

/* Tries the forms that have a table of this name within `region`. */
static bool try_table(
	struct builder *b, const char *name, struct text_span region, struct attempt *best)
{
	size_t from, to;
	bool any = false;
	rows_within(&b->stream, overlap(region, b->region), &from, &to);
	for (size_t i = 0; i < b->r->forms->n; i++) {
		const struct form *form = &b->r->forms->forms[i];
		const struct form_table *def = form_table_find(form, str_of(name));
		struct attempt a;
		if (!def)
			continue;
		attempt_init(&a, form, def, b, from, to);
		attempt_run(&a);
		a.telltales = telltales_in(b->r->doc, region, def);
		bool tied = any && weigh(&a, best) == 0;
		if (tied)
			note_rivals(b, &a, best);
		if (any && !is_better(b, &a, best)) {
			attempt_free(&a);
			continue;
		}
		if (any)
			attempt_free(best);
		*best = a;
		any = true;
	}
	return any;
}

/* The same without the rows of another year's tables, where as much is found without them, or
 * nearly as many labels are read, be their cells readable or not. */
static bool try_own_year(
	struct builder *b, const char *name, struct text_span region, struct attempt *best)
{
	struct attempt own;
	bool *all = b->used;
	if (!try_table(b, name, region, best))
		return false;
	if (!b->others)
		return true;
	b->used = mem_alloc_array(b->stream.rows.n + 1, sizeof *b->used);
	for (size_t i = 0; i < b->stream.rows.n; i++)
		b->used[i] = all[i] || b->others[i];
	bool any = try_table(b, name, region, &own);
	free(b->used);
	b->used = all;
	for (size_t i = 0; i < b->stream.rows.n && any; i++)
		own.placing.row_used[i] = own.placing.row_used[i] && (all[i] || !b->others[i]);
	bool better = any && own.placing.labels_read > 0 &&
		      (attempt_given(&own) * 10 >= attempt_given(best) * 9 ||
			      own.placing.labels_read * 4 >= best->placing.labels_read * 3);
	if (any)
		attempt_free(better ? best : &own);
	if (better)
		*best = own;
	return true;
}

/* Where a reviewer said the table is; false where nobody did. */
static bool mended_region(
	const struct builder *b, const struct form_table *t, struct text_span *region)
{
	bool said = false;
	for (size_t i = 0; i < b->n_mends; i++)
		if (b->mends[i].kind == MEND_REGION && b->mends[i].row &&
			strcmp(b->mends[i].row, t->name) == 0) {
			*region = b->mends[i].at;
			said = true;
		}
	return said;
}

static void build_table(struct builder *b, const struct form_table *like)
{
	struct attempt best, wider;
	struct text_span all = {0, b->r->end};
	struct text_span region = sections_region(b->r, like->section);
	bool said = mended_region(b, like, &region);
	if (!try_own_year(b, like->name, region, &best))
		return;
	/* Under a wrong heading, or none: anywhere. */
	if (!said && attempt_given(&best) == 0 && try_table(b, like->name, all, &wider)) {
		bool more = best.placing.labels_read == 0 ||
			    (attempt_given(&wider) > 0 &&
				    wider.placing.labels_read > best.placing.labels_read);
		attempt_free(more ? &best : &wider);
		best = more ? wider : best;
		region = more ? all : region;
	}
	keep(b, &best, region);
	attempt_free(&best);
}

/* From the first statutory section to the first one behind them; the whole text where there is
 * none. A fourth that is not in its place may stand behind the fifth. */
static struct text_span tables_region(const struct report *r)
{
	struct text_span region = {0, r->end};
	const struct report_section *from = report_section(r, 2);
	const struct report_section *to = report_section(r, 4) ? report_section(r, 5) : NULL;
	if (!from)
		from = report_section(r, 1);
	if (!to)
		to = report_section(r, 6);
	if (from)
		region.from = from->span.from;
	if (to && to->span.from > region.from)
		region.to = to->span.from;
	return region;
}

/* Paragraphs that a table's row was read from are no prose. */
static void mark_taken(const struct builder *b, bool *taken)
{
	for (size_t i = 0; i < b->stream.rows.n; i++) {
		const struct token_row *r = &b->stream.rows.v[i];
		if (b->used[r->rest_of ? r->rest_of - 1 : i])
			taken[r->grid] = true;
	}
}

static size_t labels_in(const struct builder *b)
{
	size_t n = 0;
	for (size_t i = 0; i < b->tables.n; i++)
		n += b->tables.v[i].table.found;
	return n;
}

/* Of the whole text, where copies may stand; of a text too long for that, what lies in the region.
 */
static void open_stream(struct builder *b)
{
	const struct value_words *words = label_book_words(b->book);
	stream_make(&b->stream, b->r->doc, (struct text_span){0, doc_text(b->r->doc).n}, words,
		b->book);
	if (b->stream.cut) {
		stream_free(&b->stream);
		stream_make(&b->stream, b->r->doc, b->region, words, b->book);
	}
	labels_unwrap(&b->stream, b->r->doc, b->book);
	labels_unwrap_beside(&b->stream, b->r->doc, b->book);
	label_book_join(b->book, &b->stream, b->r->doc);
	halves_find(&b->stream, b->r->doc, b->book);
	rows_turn(&b->stream, b->book);
	b->used = mem_alloc_array(b->stream.rows.n + 1, sizeof *b->used);
	b->owners = label_book_owners(b->book, &b->stream);
	b->others = mem_alloc_array(b->stream.rows.n + 1, sizeof *b->others);
	if (!years_mark(b, b->others)) {
		free(b->others);
		b->others = NULL;
	}
}

static void close_stream(struct builder *b)
{
	stream_free(&b->stream);
	free(b->used);
	b->used = NULL;
	free(b->owners);
	free(b->others);
	b->owners = NULL;
	b->others = NULL;
}

static void build_tables(struct builder *b, struct text_span region)
{
	const struct form *any = &b->r->forms->forms[b->r->forms->n - 1];
	b->book = b->r->forms->book;
	if (!b->book) {
		b->own_book = arena_new();
		b->book = label_book_in(b->own_book, b->r->forms);
	}
	b->region = region;
	open_stream(b);
	for (size_t i = 0; i < any->n_tables; i++)
		build_table(b, &any->tables[i]);
}

static void drop_tables(struct builder *b)
{
	close_stream(b);
	arena_free(b->own_book);
	b->own_book = NULL;
	b->book = NULL;
	for (size_t i = 0; i < b->tables.n; i++)
		free(b->tables.v[i].cells);
	vec_free(&b->tables);
}

static void count_states(struct report_table *t, const struct cell *cells)
{
	for (size_t i = 0; i < t->n_cells; i++) {
		t->given += cells[i].state == CELL_GIVEN;
		t->blank += cells[i].state == CELL_BLANK;
		t->unreadable += cells[i].state == CELL_UNREADABLE;
		t->missing += cells[i].state == CELL_MISSING;
	}
}

static void seal_tables(struct builder *b)
{
	struct report *r = b->r;
	r->form = forms_of_report(b);
	r->n_tables = b->tables.n;
	r->tables = arena_alloc_array(r->tables_arena, b->tables.n + 1, sizeof *r->tables);
	for (size_t i = 0; i < b->tables.n; i++) {
		forms_settle(r, &b->tables.v[i]);
		r->n_cells += b->tables.v[i].table.def->n_cells;
	}
	r->cells = arena_alloc_array(r->tables_arena, r->n_cells + 1, sizeof *r->cells);
	for (size_t i = 0, cell = 0; i < b->tables.n; i++) {
		struct report_table *t = &r->tables[i];
		*t = b->tables.v[i].table;
		t->cell = cell;
		t->n_cells = t->def->n_cells;
		memcpy(&r->cells[cell], b->tables.v[i].cells, t->n_cells * sizeof *r->cells);
		count_states(t, &r->cells[cell]);
		cell += t->n_cells;
	}
}

/* Does a mend point outside of what the sections say? Then all of the text is looked at. */
static struct text_span all_regions(const struct builder *b)
{
	struct text_span region = tables_region(b->r);
	for (size_t i = 0; i < b->n_mends; i++)
		if (b->mends[i].kind != MEND_SHIFT)
			region = text_span_join(region, b->mends[i].at);
	return region;
}

size_t tables_build(struct report *r, const struct mend *mends, size_t n)
{
	struct builder b = {.r = r, .mends = mends, .n_mends = n};
	arena_free(r->tables_arena);
	r->tables_arena = arena_new();
	r->n_tables = r->n_cells = r->n_paras = 0;
	build_tables(&b, all_regions(&b));
	size_t found = labels_in(&b);
	if (found == 0) {
		drop_tables(&b);
		build_tables(&b, (struct text_span){0, r->end});
		found = labels_in(&b);
	}
	bool *taken = mem_alloc_array(doc_block_count(r->doc) + 1, sizeof *taken);
	mark_taken(&b, taken);
	if (n == 0) {
		scrambled_doubt(&b);
		counted_place(&b);
		shaped_place(&b);
		spread_place(&b);
		headed_place(&b);
		told_place(&b);
	}
	forms_doubt(&b);
	if (n == 0) {
		dropped_doubt(&b);
		cuts_doubt(&b);
		offsets_doubt(&b);
		swaps_doubt(&b);
		loose_compare(&b);
		copies_compare(&b);
	}
	seal_tables(&b);
	paras_find(r, taken);
	free(taken);
	drop_tables(&b);
	return found;
}

/* The tables of a report: each by the form its own labels speak for, in the section it belongs to,
 * and what a copy elsewhere says otherwise. */
#include "table/build.h"

#include <string.h>

#include "base/arena.h"
#include "table/book.h"
#include "table/place.h"
#include "table/section.h"
#include "table/wrapped.h"

/* A table as the best attempt left it. */
struct built {
	struct report_table table;
	struct cell *cells; /* owned */
	size_t labels_read, given;
	struct text_span region; /* where it was looked for */
};

/* What all tables of one report are placed with. */
struct builder {
	struct report *r;
	const struct mend *mends;
	size_t n_mends;
	struct text_span region; /* where tables are looked for */
	struct stream stream;
	const char **owners; /* by row of the stream: whose labels it shows */
	bool *used;	     /* rows of the stream */
	const struct label_book *book;
	struct arena *own_book; /* where the forms bring none */
	VEC(struct built) tables;
};

/* One attempt: a table of a form, filled. */
struct attempt {
	struct placing placing;
	size_t telltales; /* words of this form alone that stand in the region */
};

static void attempt_init(struct attempt *a, const struct form *form, const struct form_table *def,
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
	a->placing.cells = mem_alloc_array(def->n_cells + 1, sizeof *a->placing.cells);
	for (size_t i = 0; i < def->n_cells; i++)
		a->placing.cells[i].def = &form->cells[def->cell + i];
}

static void attempt_free(struct attempt *a)
{
	free(a->placing.row_used);
	free(a->placing.cells);
}

static void attempt_run(struct attempt *a)
{
	if (a->placing.def->layout == FORM_WIDE)
		place_wide(&a->placing);
	else
		place_rows(&a->placing);
}

static void rows_within(const struct stream *s, struct text_span region, size_t *from, size_t *to)
{
	*from = 0;
	while (*from < s->rows.n && s->rows.v[*from].at < region.from)
		++*from;
	*to = *from;
	while (*to < s->rows.n && s->rows.v[*to].at < region.to)
		++*to;
}

static size_t given_cells(const struct attempt *a)
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

/* More labels read; of equals the one whose own words stand there, then the form of the year, else
 * the newer one. */
static bool is_better(const struct builder *b, const struct attempt *a, const struct attempt *than)
{
	if (a->placing.labels_read != than->placing.labels_read)
		return a->placing.labels_read > than->placing.labels_read;
	if (a->telltales != than->telltales)
		return a->telltales > than->telltales;
	const struct form *due = forms_for_year(b->r->forms, b->r->year);
	if (due && a->placing.form != than->placing.form)
		return a->placing.form == due;
	if (given_cells(a) != given_cells(than))
		return given_cells(a) > given_cells(than);
	return a->placing.form->year_from > than->placing.form->year_from;
}

/* The attempt's cells become the table's. */
static void keep(struct builder *b, struct attempt *a, struct text_span region)
{
	struct placing *p = &a->placing;
	struct built *t = vec_push(&b->tables);
	t->table.def = p->def;
	t->table.form = p->form;
	t->table.found = p->labels_read > 0 || given_cells(a) > 0;
	t->table.span = p->span;
	t->labels_read = p->labels_read;
	t->given = given_cells(a);
	t->region = region;
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
	struct text_span all = {0, doc_text(b->r->doc).n};
	struct text_span region = sections_region(b->r, like->section);
	bool said = mended_region(b, like, &region);
	if (!try_table(b, like->name, region, &best))
		return;
	/* Under a wrong heading, or none: anywhere. */
	if (!said && best.placing.labels_read == 0 && given_cells(&best) == 0 &&
		try_table(b, like->name, all, &wider)) {
		attempt_free(&best);
		best = wider;
		region = all;
	}
	keep(b, &best, region);
	attempt_free(&best);
}

/* From the first statutory section to the first one behind them; the whole text where there is
 * none. */
static struct text_span tables_region(const struct report *r)
{
	struct text_span region = {0, doc_text(r->doc).n};
	const struct report_section *from = report_section(r, 2), *to = report_section(r, 5);
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
	struct value_words *words = value_words_new(&b->r->forms->common);
	stream_make(&b->stream, b->r->doc, (struct text_span){0, doc_text(b->r->doc).n}, words);
	if (b->stream.cut) {
		stream_free(&b->stream);
		stream_make(&b->stream, b->r->doc, b->region, words);
	}
	value_words_free(words);
	labels_unwrap(&b->stream, b->r->doc, b->book);
	label_book_join(b->book, &b->stream, b->r->doc);
	b->used = mem_alloc_array(b->stream.rows.n + 1, sizeof *b->used);
	b->owners = label_book_owners(b->book, &b->stream);
}

static void close_stream(struct builder *b)
{
	stream_free(&b->stream);
	free(b->used);
	b->used = NULL;
	free(b->owners);
	b->owners = NULL;
}

/* What a second copy of the table says otherwise is in doubt. */
static void doubt_copy(struct built *t, const struct attempt *copy)
{
	size_t n = t->table.def->n_cells;
	if (copy->placing.labels_read * 2 < t->labels_read || given_cells(copy) * 2 < t->given)
		return;
	for (size_t i = 0; i < n; i++) {
		struct cell *c = &t->cells[i];
		const struct cell *other = &copy->placing.cells[i];
		if (c->state != CELL_MISSING && other->state != CELL_MISSING &&
			(c->state != other->state || dec_cmp(c->value, other->value) != 0))
			cell_doubt(c, "doubled");
	}
}

static void compare_copy(struct builder *b, struct built *t, struct text_span region)
{
	struct attempt copy;
	size_t from, to;
	rows_within(&b->stream, region, &from, &to);
	if (!t->table.found || from == to)
		return;
	attempt_init(&copy, t->table.form, t->table.def, b, from, to);
	attempt_run(&copy);
	doubt_copy(t, &copy);
	attempt_free(&copy);
}

/* Looks for copies of the tables in what of the text they were not read from: a draft before the
 * final, last year's behind it. */
static void compare_copies(struct builder *b)
{
	struct text_span all = {0, doc_text(b->r->doc).n};
	b->region = all;
	memset(b->used, 0, b->stream.rows.n * sizeof *b->used);
	for (size_t i = 0; i < b->tables.n; i++) {
		struct built *t = &b->tables.v[i];
		compare_copy(b, t, (struct text_span){0, t->region.from});
		compare_copy(b, t, (struct text_span){t->region.to, all.to});
	}
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

static bool same_cells(const struct form *a, const struct form_table *at, const struct form *b,
	const struct form_table *bt)
{
	if (at->n_cells != bt->n_cells)
		return false;
	for (size_t k = 0; k < at->n_cells; k++)
		if (strcmp(a->cells[at->cell + k].name, b->cells[bt->cell + k].name) != 0)
			return false;
	return true;
}

/* A table that another form prints with the same cells says nothing of the report's form. */
static bool is_shared(const struct forms *forms, const struct report_table *t)
{
	for (size_t i = 0; i < forms->n; i++) {
		const struct form *form = &forms->forms[i];
		const struct form_table *def = form_table_find(form, str_of(t->def->name));
		if (form != t->form && def && same_cells(form, def, t->form, t->def))
			return true;
	}
	return false;
}

/* The form of all found tables that differ between forms; where they are of several, the year's;
 * else the newest. */
static const struct form *report_form(const struct builder *b)
{
	const struct forms *forms = b->r->forms;
	const struct form *form = NULL, *due = forms_for_year(forms, b->r->year);
	bool same = true;
	for (size_t i = 0; i < b->tables.n; i++) {
		const struct report_table *t = &b->tables.v[i].table;
		if (!t->found || is_shared(forms, t))
			continue;
		same = same && (!form || form == t->form);
		form = t->form;
	}
	if (form && same)
		return form;
	if (due)
		return due;
	return form ? form : &forms->forms[forms->n - 1];
}

/* A table that two forms print alike, or that was not found, goes with the report's form. */
static void settle_form(const struct report *r, struct built *b)
{
	struct report_table *t = &b->table;
	const struct form_table *def = form_table_find(r->form, str_of(t->def->name));
	if (!def || t->form == r->form)
		return;
	if (!t->found) {
		free(b->cells);
		b->cells = mem_alloc_array(def->n_cells + 1, sizeof *b->cells);
	} else if (!same_cells(r->form, def, t->form, t->def)) {
		return;
	}
	t->form = r->form;
	t->def = def;
	for (size_t k = 0; k < def->n_cells; k++)
		b->cells[k].def = &r->form->cells[def->cell + k];
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
	r->form = report_form(b);
	r->n_tables = b->tables.n;
	r->tables = arena_alloc_array(r->tables_arena, b->tables.n + 1, sizeof *r->tables);
	for (size_t i = 0; i < b->tables.n; i++) {
		settle_form(r, &b->tables.v[i]);
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
		build_tables(&b, (struct text_span){0, doc_text(r->doc).n});
		found = labels_in(&b);
	}
	bool *taken = mem_alloc_array(doc_block_count(r->doc) + 1, sizeof *taken);
	mark_taken(&b, taken);
	if (n == 0)
		compare_copies(&b);
	seal_tables(&b);
	paras_find(r, taken);
	free(taken);
	drop_tables(&b);
	return found;
}

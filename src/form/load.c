/* Reads data/forms/: report.yaml for what all reports share, every other *.yaml for a form. */
#include "form/load.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"

enum {
	CELLS_MAX = 20000, /* of one form: a guard against a file gone wild */
	YEAR_STILL = 9999, /* year_to of a form in force */
};

static bool load_years(struct loader *ld, const struct ynode *root, struct form *f)
{
	static const char *const known[] = {"from", "to", NULL};
	const struct ynode *n = yaml_get(root, "years");
	int64_t from = 0, to = YEAR_STILL;

	if (!n)
		return yaml_err(ld->doc, root, ld->err, _("key `%s` is missing"), "years");
	if (!yaml_need_map(ld->doc, n, ld->err) || !yaml_known_keys(ld->doc, n, known, ld->err) ||
		!yaml_opt_int(ld->doc, n, "from", &from, ld->err) ||
		!yaml_opt_int(ld->doc, n, "to", &to, ld->err))
		return false;
	if (from < 1949 || from > to || to > YEAR_STILL)
		return yaml_err(ld->doc, n, ld->err, _("'from' and 'to' are no years in order"));
	f->year_from = (int)from;
	f->year_to = (int)to;
	return true;
}

/* What must be known of every form before any is read in full. */
static bool load_head(struct loader *ld, struct form_source *src)
{
	static const char *const known[] = {
		"format", "id", "title", "authority", "years", "tables", "identities", NULL};
	static const char *const formats[] = {"gouji-form/1", NULL};
	struct form *f = src->form;
	size_t format;

	ld->doc = src->doc;
	const struct ynode *root = yaml_root(src->doc);
	f->file = yaml_name(src->doc);
	return yaml_need_map(ld->doc, root, ld->err) &&
	       load_choice(ld, root, "format", formats, &format) &&
	       yaml_known_keys(ld->doc, root, known, ld->err) &&
	       load_name(ld, root, "id", &f->id) && load_words(ld, root, "title", &f->title) &&
	       yaml_need_str(ld->doc, root, "authority", &f->authority, ld->err) &&
	       load_years(ld, root, f);
}

static char *cell_name(struct arena *arena, const char *table, const char *row, const char *column)
{
	size_t t = strlen(table), r = strlen(row), c = strlen(column);
	char *name = arena_alloc(arena, t + r + c + 3);

	memcpy(name, table, t);
	name[t] = '/';
	memcpy(name + t + 1, row, r);
	name[t + 1 + r] = '/';
	memcpy(name + t + r + 2, column, c);
	return name;
}

static void number_cells(struct arena *arena, struct form *f)
{
	size_t at = 0;

	for (size_t i = 0; i < f->n_tables; i++) {
		struct form_table *t = &f->tables[i];
		t->cell = at;
		for (size_t r = 0; r < t->n_rows; r++) {
			struct form_row *row = &t->rows[r];
			const struct form_block *b = &t->blocks[row->block];
			row->first = at;
			for (size_t c = 0; c < b->n_columns; c++)
				f->cells[at++] =
					(struct form_cell){.name = cell_name(arena, t->name,
								   row->name, b->columns[c].name),
						.table = t,
						.row = row,
						.column = &b->columns[c]};
		}
		t->n_cells = at - t->cell;
	}
}

static size_t count_cells(const struct form *f)
{
	size_t n = 0;

	for (size_t i = 0; i < f->n_tables; i++)
		for (size_t b = 0; b < f->tables[i].n_blocks; b++)
			n += f->tables[i].blocks[b].n_rows * f->tables[i].blocks[b].n_columns;
	return n;
}

static bool load_cells(struct loader *ld, const struct ynode *root, struct form *f)
{
	f->n_cells = count_cells(f);
	if (f->n_cells > CELLS_MAX)
		return yaml_err(ld->doc, yaml_get(root, "tables"), ld->err,
			_("more than %d cells in a form"), (int)CELLS_MAX);
	f->cells = arena_alloc_array(ld->arena, f->n_cells, sizeof *f->cells);
	number_cells(ld->arena, f);
	return true;
}

static bool load_tables(struct loader *ld, const struct ynode *root, struct form *f)
{
	const struct ynode *list;

	if (!load_maps(ld, root, "tables", &list))
		return false;
	struct mark *names = arena_alloc_array(ld->passing, list->n, sizeof *names);
	f->tables = arena_alloc_array(ld->arena, list->n, sizeof *f->tables);
	for (size_t i = 0; i < list->n; i++) {
		const struct ynode *n = list->items[i];
		struct form_table *t = &f->tables[i];
		if (!(yaml_get(n, "like") ? load_table_like : load_table)(ld, n, t))
			return false;
		names[i] = (struct mark){.text = str_of(t->name), .at = n};
	}
	f->n_tables = list->n;
	return load_once(ld, names, list->n, _("table"));
}

bool load_form(struct loader *ld, struct form_source *src)
{
	if (src->state == SOURCE_READY)
		return true;
	const struct ydoc *before = ld->doc;
	const struct ynode *root = yaml_root(src->doc);

	src->state = SOURCE_OPEN;
	ld->doc = src->doc;
	if (!load_tables(ld, root, src->form) || !load_cells(ld, root, src->form) ||
		!load_identities(ld, root, src->form))
		return false;
	src->state = SOURCE_READY;
	ld->doc = before;
	return true;
}

/* No two forms have an id or a year in common. */
static bool check_apart(struct loader *ld, const struct form_source *src)
{
	const struct form *f = src->form;
	const struct ynode *root = yaml_root(src->doc);

	for (const struct form_source *s = ld->sources; s < src; s++) {
		const struct form *g = s->form;
		if (strcmp(f->id, g->id) == 0)
			return yaml_err(src->doc, yaml_get(root, "id"), ld->err,
				_("%s has form `%s` already"), g->file, f->id);
		if (f->year_from <= g->year_to && g->year_from <= f->year_to)
			return yaml_err(src->doc, yaml_get(root, "years"), ld->err,
				_("form `%s` of %s is for some of these years"), g->id, g->file);
	}
	return true;
}

static int form_cmp(const void *left, const void *right)
{
	const struct form *a = left, *b = right;

	return (a->year_from > b->year_from) - (a->year_from < b->year_from);
}

/* Identities and cells point into their form, which sorting moves only as a whole: its arrays stay.
 */
static bool load_forms(struct loader *ld, struct forms *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (!load_head(ld, &ld->sources[i]) || !check_apart(ld, &ld->sources[i]))
			return false;
	for (size_t i = 0; i < f->n; i++)
		if (!load_form(ld, &ld->sources[i]))
			return false;
	qsort(f->forms, f->n, sizeof *f->forms, form_cmp);
	return true;
}

/* All documents of the folder, report.yaml's kept apart. */
static bool load_docs(struct forms *f, const char *dir, char **paths, size_t n,
	struct ydoc **common, struct err *err)
{
	f->docs = arena_alloc_array(f->trees, n, sizeof(struct ydoc *));
	for (size_t i = 0; i < n; i++) {
		if (!str_ends(str_of(paths[i]), ".yaml"))
			continue;
		struct ydoc *doc = yaml_load_in(f->arena, f->trees, paths[i], err);
		if (!doc)
			return false;
		f->docs[f->n_docs++] = doc;
		if (strcmp(path_base(paths[i]), "report.yaml") == 0)
			*common = doc;
	}
	if (!*common) {
		err_set(err, ERR_FORMAT, _("there is no report.yaml"));
		return err_at(err, dir, 0, 0);
	}
	if (f->n_docs == 1) {
		err_set(err, ERR_FORMAT, _("there is no form"));
		return err_at(err, dir, 0, 0);
	}
	return true;
}

static bool load_dir(struct forms *f, const char *dir, struct err *err)
{
	struct loader ld = {.arena = f->arena,
		.passing = f->trees,
		.err = err,
		.empty = arena_cstr(f->arena, STR(""))};
	struct ydoc *common = NULL;
	char **paths = NULL;
	size_t n = 0;

	if (!file_list(dir, &paths, &n, err))
		return false;
	bool ok = load_docs(f, dir, paths, n, &common, err);
	file_list_free(paths, n);
	if (!ok)
		return false;
	f->n = f->n_docs - 1;
	f->forms = arena_alloc_array(f->arena, f->n, sizeof *f->forms);
	ld.sources = arena_alloc_array(f->trees, f->n, sizeof *ld.sources);
	for (size_t i = 0; i < f->n_docs; i++)
		if (f->docs[i] != common) {
			ld.sources[ld.n_sources].form = &f->forms[ld.n_sources];
			ld.sources[ld.n_sources++].doc = f->docs[i];
		}
	ld.doc = common;
	ld.once = once_new(f->arena);
	ok = load_common(&ld, &f->common) && load_forms(&ld, f);
	once_free(ld.once);
	return ok;
}

struct forms *forms_load_in(struct arena *arena, const char *dir, struct err *err)
{
	struct forms *f = arena_alloc(arena, sizeof *f);

	f->arena = arena;
	f->trees = arena_new();
	if (load_dir(f, dir, err))
		return f;
	arena_free(f->trees);
	return NULL;
}

struct forms *forms_load(const char *dir, struct err *err)
{
	struct arena *arena = arena_new();
	struct forms *f = forms_load_in(arena, dir, err);

	if (!f)
		arena_free(arena);
	return f;
}

/* A table of a form: its blocks, columns and rows. */
#include "form/load.h"

#include "base/mem.h"

static bool load_column(struct loader *ld, const struct ynode *n, struct form_column *out)
{
	static const char *const known[] = {
		"name", "label", "brief", "variants", "signs", "value", "unit", NULL};
	static const char *const kinds[] = {[VALUE_COUNT] = "count",
		[VALUE_SIGNED] = "signed",
		[VALUE_AMOUNT] = "amount",
		NULL};
	size_t kind = VALUE_COUNT;

	if (!yaml_known_keys(ld->doc, n, known, ld->err) || !load_name(ld, n, "name", &out->name) ||
		!load_label(ld, n, "label", &out->label, &out->variants, &out->n_variants) ||
		!load_words(ld, n, "brief", &out->brief) ||
		!load_list(ld, n, "signs", &out->signs) ||
		(yaml_get(n, "value") && !load_choice(ld, n, "value", kinds, &kind)) ||
		!yaml_opt_str(ld->doc, n, "unit", &out->unit, ld->err))
		return false;
	out->value = (enum value_kind)kind;
	return true;
}

bool load_row(struct loader *ld, const struct ynode *n, struct form_row *out)
{
	static const char *const known[] = {"name", "number", "label", "brief", "variants", NULL};

	out->number = ld->empty;
	return yaml_known_keys(ld->doc, n, known, ld->err) &&
	       load_name(ld, n, "name", &out->name) &&
	       yaml_opt_str(ld->doc, n, "number", &out->number, ld->err) &&
	       load_label(ld, n, "label", &out->label, &out->variants, &out->n_variants) &&
	       load_words(ld, n, "brief", &out->brief);
}

/* Each of the block's columns has a name of its own, and no label of another's. */
static bool columns_check(
	struct loader *ld, const struct ynode *columns, const struct form_block *b)
{
	VEC(struct mark) names = {0}, labels = {0};

	for (size_t i = 0; i < b->n_columns; i++) {
		const struct form_column *c = &b->columns[i];
		*vec_push(&names) = (struct mark){.text = str_of(c->name), .at = columns->items[i]};
		for (size_t k = 0; k < c->n_variants; k++)
			*vec_push(&labels) = (struct mark){
				.text = str_of(c->variants[k]), .at = columns->items[i]};
	}
	bool ok = load_once(ld, names.v, names.n, _("column name")) &&
		  load_once(ld, labels.v, labels.n, _("column label"));
	vec_free(&names);
	vec_free(&labels);
	return ok;
}

static bool load_heading(struct loader *ld, const struct ynode *n, struct form_block *b)
{
	if (yaml_get(n, "heading"))
		return load_label(ld, n, "heading", &b->heading, &b->variants, &b->n_variants);
	b->heading = (struct form_words){{ld->empty, ld->empty}};
	return true;
}

/* A block that tells no columns has those of the block before it. */
static bool load_columns(struct loader *ld, const struct ynode *n, struct form_block *b,
	const struct form_block *before)
{
	const struct ynode *columns;

	if (before && !yaml_get(n, "columns") && !yaml_get(n, "column_groups")) {
		b->columns = before->columns;
		b->n_columns = before->n_columns;
		b->column_groups = before->column_groups;
		b->n_column_groups = before->n_column_groups;
		return true;
	}
	if (!load_maps(ld, n, "columns", &columns))
		return false;
	b->n_columns = columns->n;
	b->columns = arena_alloc_array(ld->arena, b->n_columns, sizeof *b->columns);
	for (size_t i = 0; i < b->n_columns; i++)
		if (!load_column(ld, columns->items[i], &b->columns[i]))
			return false;
	return columns_check(ld, columns, b) && load_column_groups(ld, n, b);
}

static bool load_block(struct loader *ld, const struct ynode *n, struct form_table *t, size_t index,
	struct table_nodes *at)
{
	static const char *const known[] = {
		"heading", "variants", "column_groups", "columns", "rows", NULL};
	struct form_block *b = &t->blocks[index];
	const struct ynode *rows;

	if (!yaml_known_keys(ld->doc, n, known, ld->err) || !load_heading(ld, n, b) ||
		!load_columns(ld, n, b, index ? b - 1 : NULL) || !load_maps(ld, n, "rows", &rows))
		return false;
	b->row = t->n_rows;
	b->n_rows = rows->n;
	for (size_t i = 0; i < rows->n; i++) {
		struct form_row *row = &t->rows[t->n_rows];
		if (!load_row(ld, rows->items[i], row))
			return false;
		row->block = index;
		at->rows[t->n_rows++] = rows->items[i];
	}
	return true;
}

static bool load_blocks(
	struct loader *ld, const struct ynode *n, struct form_table *t, struct table_nodes *at)
{
	const struct ynode *blocks, *rows;
	size_t n_rows = 0;

	if (!load_maps(ld, n, "blocks", &blocks))
		return false;
	for (size_t i = 0; i < blocks->n; i++) {
		if (!load_maps(ld, blocks->items[i], "rows", &rows))
			return false;
		n_rows += rows->n;
	}
	t->n_blocks = blocks->n;
	t->blocks = arena_alloc_array(ld->arena, t->n_blocks, sizeof *t->blocks);
	t->rows = arena_alloc_array(ld->arena, n_rows, sizeof *t->rows);
	at->rows = arena_alloc_array(ld->passing, n_rows, sizeof *at->rows);
	for (size_t i = 0; i < blocks->n; i++)
		if (!load_block(ld, blocks->items[i], t, i, at))
			return false;
	return true;
}

static bool load_table_head(struct loader *ld, const struct ynode *n, struct form_table *t)
{
	static const char *const layouts[] = {[FORM_ROWS] = "rows", [FORM_WIDE] = "wide", NULL};
	int64_t section = 0;
	size_t layout = FORM_ROWS;

	if (!load_name(ld, n, "name", &t->name) ||
		!yaml_opt_int(ld->doc, n, "section", &section, ld->err) ||
		!load_words(ld, n, "title", &t->title) ||
		(yaml_get(n, "layout") && !load_choice(ld, n, "layout", layouts, &layout)))
		return false;
	if (section < 2 || section > 4) {
		const struct ynode *key = yaml_get(n, "section");
		return yaml_err(ld->doc, key ? key : n, ld->err,
			_("`%s` must be a number from %d to %d"), "section", 2, 4);
	}
	t->section = (unsigned)section;
	t->layout = (enum form_layout)layout;
	return load_list(ld, n, "asides", &t->asides) && load_list(ld, n, "others", &t->others) &&
	       load_list(ld, n, "telltales", &t->telltales);
}

bool load_table(struct loader *ld, const struct ynode *n, struct form_table *out)
{
	static const char *const known[] = {"name", "section", "title", "layout", "asides",
		"others", "telltales", "groups", "blocks", NULL};
	struct table_nodes at = {.table = n};

	return yaml_known_keys(ld->doc, n, known, ld->err) && load_table_head(ld, n, out) &&
	       load_blocks(ld, n, out, &at) && load_groups(ld, n, out, &at) &&
	       load_table_check(ld, out, &at);
}

/* Identities: "new + carried_over == outcome.total + carried_forward", read against the rows or
 * columns of their table.
 *
 * A term is a name or `prefix.*`, which stands for every name with that prefix that the equation
 * does not name elsewhere; so names are taken first, and the stars have what is left. */
#include "form/load.h"

#include <string.h>

#include "base/mem.h"

/* What an identity reckons with: the rows or the columns of its table. */
struct axis {
	const struct form_table *table;
	bool columns;
	size_t n;
	unsigned char *side; /* by index: 0 not named, else 1 (left) or 2 (right) */
};

enum { LEFT = 1, RIGHT = 2 };

static const char *axis_name(const struct axis *a, size_t i)
{
	return a->columns ? a->table->blocks[0].columns[i].name : a->table->rows[i].name;
}

/* The next word of *s, white space apart; empty at the end. */
static struct str next_word(struct str *s)
{
	*s = str_trim(*s);
	size_t end = 0;
	while (end < s->n && s->p[end] != ' ' && s->p[end] != '\t' && s->p[end] != '\n')
		end++;
	struct str word = str_slice(*s, 0, end);
	*s = str_slice(*s, end, s->n);
	return word;
}

struct equation {
	struct loader *ld;
	const struct ynode *at;
	struct axis axis;
};

static bool take(struct equation *e, size_t i, unsigned char side)
{
	if (e->axis.side[i])
		return yaml_err(e->ld->doc, e->at, e->ld->err, _("`%s` stands twice"),
			axis_name(&e->axis, i));
	e->axis.side[i] = side;
	return true;
}

static bool take_name(struct equation *e, struct str term, unsigned char side)
{
	for (size_t i = 0; i < e->axis.n; i++)
		if (str_is(term, axis_name(&e->axis, i)))
			return take(e, i, side);
	return yaml_err(e->ld->doc, e->at, e->ld->err,
		e->axis.columns ? _("table `%s` has no column `%.*s`")
				: _("table `%s` has no row `%.*s`"),
		e->axis.table->name, STR_ARG(term));
}

static bool take_star(struct equation *e, struct str term, unsigned char side)
{
	struct str prefix = str_slice(term, 0, term.n - 1);
	bool any = false;

	for (size_t i = 0; i < e->axis.n; i++) {
		struct str name = str_of(axis_name(&e->axis, i));
		if (e->axis.side[i] || !str_eq(str_slice(name, 0, prefix.n), prefix))
			continue;
		e->axis.side[i] = side;
		any = true;
	}
	return any || yaml_err(e->ld->doc, e->at, e->ld->err, _("`%.*s` stands for nothing"),
			      STR_ARG(term));
}

/* One walk over the equation: over its names, or over its stars. */
static bool walk(struct equation *e, bool stars)
{
	struct str rest = e->at->text;
	unsigned char side = LEFT;

	for (;;) {
		struct str term = next_word(&rest);
		if (!term.n)
			return yaml_err(e->ld->doc, e->at, e->ld->err,
				_("the equation ends where a name should stand"));
		if (str_is(term, "+") || str_is(term, "=="))
			return yaml_err(e->ld->doc, e->at, e->ld->err,
				_("`%.*s` where a name should stand"), STR_ARG(term));
		bool star = str_ends(term, ".*");
		if (star == stars && !(star ? take_star(e, term, side) : take_name(e, term, side)))
			return false;
		struct str op = next_word(&rest);
		if (!op.n && side == RIGHT)
			return true;
		if (str_is(op, "==") && side == LEFT)
			side = RIGHT;
		else if (!str_is(op, "+"))
			return yaml_err(e->ld->doc, e->at, e->ld->err,
				side == LEFT ? _("'+' or '==' is expected behind `%.*s`")
					     : _("'+' or the end is expected behind `%.*s`"),
				STR_ARG(term));
	}
}

static size_t *gather(struct loader *ld, const struct axis *a, unsigned char side, size_t *n)
{
	size_t *out = arena_alloc_array(ld->arena, a->n, sizeof *out);

	*n = 0;
	for (size_t i = 0; i < a->n; i++)
		if (a->side[i] == side)
			out[(*n)++] = i;
	return out;
}

static bool load_equation(struct loader *ld, const struct ynode *n, struct form_identity *id)
{
	const struct form_table *t = id->table;

	if (!yaml_need_str(ld->doc, n, "equation", &id->equation, ld->err))
		return false;
	if (t->n_blocks != 1)
		return yaml_err(ld->doc, n, ld->err,
			_("table `%s` has several blocks and so no identity"), t->name);
	struct equation e = {.ld = ld, .at = yaml_get(n, "equation")};
	e.axis.table = t;
	e.axis.columns = id->each_row;
	e.axis.n = id->each_row ? t->blocks[0].n_columns : t->n_rows;
	e.axis.side = arena_alloc(ld->passing, e.axis.n);
	if (!walk(&e, false) || !walk(&e, true))
		return false;
	id->left = gather(ld, &e.axis, LEFT, &id->n_left);
	id->right = gather(ld, &e.axis, RIGHT, &id->n_right);
	return true;
}

static bool load_identity(
	struct loader *ld, const struct ynode *n, const struct form *f, struct form_identity *out)
{
	static const char *const known[] = {"id", "table", "each", "equation", NULL};
	static const char *const each[] = {"column", "row", NULL};
	const char *table;
	size_t which;

	if (!yaml_known_keys(ld->doc, n, known, ld->err) || !load_name(ld, n, "id", &out->id) ||
		!yaml_need_str(ld->doc, n, "table", &table, ld->err) ||
		!load_choice(ld, n, "each", each, &which))
		return false;
	out->each_row = which == 1;
	out->table = form_table_find(f, str_of(table));
	if (!out->table)
		return yaml_err(ld->doc, yaml_get(n, "table"), ld->err, _("no table `%s`"), table);
	return load_equation(ld, n, out);
}

bool load_identities(struct loader *ld, const struct ynode *root, struct form *f)
{
	const struct ynode *list;
	VEC(struct mark) ids = {0};
	bool ok = true;

	if (!yaml_get(root, "identities"))
		return true;
	if (!load_maps(ld, root, "identities", &list))
		return false;
	f->n_identities = list->n;
	f->identities = arena_alloc_array(ld->arena, list->n, sizeof *f->identities);
	for (size_t i = 0; ok && i < list->n; i++) {
		ok = load_identity(ld, list->items[i], f, &f->identities[i]);
		if (ok)
			*vec_push(&ids) = (struct mark){
				.text = str_of(f->identities[i].id), .at = list->items[i]};
	}
	ok = ok && load_once(ld, ids.v, ids.n, _("identity"));
	vec_free(&ids);
	return ok;
}

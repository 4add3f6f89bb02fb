/* The kind `claim`: numbers of one kind of applicants. "自然人申请的办理结果为：予以公开6件" is of
 * that column of the table, and not of its total. */
#include "rule/claim.h"

#include <string.h>

static const char *const columns_keys[] = {"table", "of", "holds", "further", NULL};
static const char *const column_keys[] = {"column", "pattern", "say", NULL};

/* Has the table of some form the column, or a group of columns of that name? */
static bool is_column(const struct forms *forms, struct str table, const char *name)
{
	for (size_t i = 0; i < forms->n; i++) {
		const struct form_table *t = form_table_find(&forms->forms[i], table);

		for (size_t j = 0; t && j < t->n_blocks; j++) {
			const struct form_block *b = &t->blocks[j];

			for (size_t k = 0; k < b->n_columns; k++)
				if (str_is(str_of(name), b->columns[k].name))
					return true;
			for (size_t k = 0; k < b->n_column_groups; k++)
				if (str_is(str_of(name), b->column_groups[k].name))
					return true;
		}
	}
	return false;
}

static bool load_column(struct rule_load *l, const struct ynode *item, const struct ynode *macros,
	struct str table, struct claim_column *out)
{
	const char *column = NULL;

	if (!yaml_need_map(l->doc, item, l->err) ||
		!yaml_known_keys(l->doc, item, column_keys, l->err) ||
		!yaml_need_str(l->doc, item, "column", &column, l->err) ||
		!rule_load_words(l, item, "say", &out->say))
		return false;
	if (!is_column(l->rules->forms, table, column))
		return yaml_err(l->doc, yaml_get(item, "column"), l->err,
			_("no form has a column \"%s\" in that table"), column);
	out->column = arena_str(l->rules->arena, str_of(column));
	return (out->pattern = rule_load_pattern(l, item, "pattern", macros)) != NULL;
}

bool claim_load_columns(struct rule_load *l, const struct ynode *node, const struct ynode *macros,
	struct claim_columns *out)
{
	const struct ynode *map = yaml_get(node, "columns"), *of = map ? yaml_get(map, "of") : NULL;
	const char *table = NULL;

	*out = (struct claim_columns){0};
	if (!map)
		return true;
	if (!yaml_need_map(l->doc, map, l->err) ||
		!yaml_known_keys(l->doc, map, columns_keys, l->err) ||
		!yaml_need_str(l->doc, map, "table", &table, l->err) ||
		!(out->holds = rule_load_pattern(l, map, "holds", macros)) ||
		!(out->further = rule_load_pattern(l, map, "further", macros)) ||
		!yaml_need_seq(l->doc, of ? of : map, l->err))
		return false;
	out->table = arena_str(l->rules->arena, str_of(table));
	out->v = arena_alloc_array(l->rules->arena, of->n, sizeof *out->v);
	for (; out->n < of->n; out->n++)
		if (!load_column(l, of->items[out->n], macros, out->table, &out->v[out->n]))
			return false;
	return true;
}

void claim_read_column(struct claim_reader *r)
{
	const struct claim_columns *how = &r->how->columns;
	struct str text = passage_clause(r->p, r->cl);
	const struct utf8_set *chars = &r->cl->chars;

	for (size_t i = 0; i < how->n; i++) {
		if (!pattern_find_in(how->v[i].pattern, text, 0, chars))
			continue;
		r->column = &how->v[i];
		r->column_held = pattern_find_in(how->holds, text, 0, chars);
		return;
	}
	if (r->column && !r->column_held && !pattern_find_in(how->further, text, 0, chars))
		r->column = NULL;
}

/* The same cells, in the column that the clause is of. */
static struct sum_words in_column(const struct claim_reader *r, const struct sum_words *words)
{
	struct sum_words out = {
		arena_alloc_array(r->c->arena, words->n, sizeof *out.terms), words->n};

	memcpy(out.terms, words->terms, words->n * sizeof *out.terms);
	for (size_t i = 0; i < out.n; i++)
		if (str_eq(out.terms[i].table, r->how->columns.table) &&
			str_is(out.terms[i].column, "total"))
			out.terms[i].column = r->column->column;
	return out;
}

void claim_sum(struct claim_reader *r, const struct sum_words *words,
	const struct sum_words *before, struct sum *out)
{
	struct sum_words own = r->column ? in_column(r, words) : *words;

	sum_make(r->c, &own, before, out);
}

struct form_words claim_say(const struct claim_reader *r, struct form_words say)
{
	static const char *const formats[] = {[LANG_EN] = "%s (%s)", [LANG_ZH] = "%s（%s）"};

	for (enum lang l = LANG_EN; r->column && l <= LANG_ZH; l++)
		say.text[l] =
			arena_printf(r->c->arena, formats[l], say.text[l], r->column->say.text[l]);
	return say;
}

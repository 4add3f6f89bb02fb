/* Sums of cells. */
#include "rule/sum.h"

#include <string.h>

#define TERMS_MAX 4
#define CELLS_NAMED 3

/* A run of a table's rows, or of a block's columns. */
struct range {
	size_t from, n;
};

static bool find_rows(const struct form_table *t, struct str name, struct range *out)
{
	for (size_t i = 0; i < t->n_rows; i++) {
		if (str_is(name, t->rows[i].name)) {
			*out = (struct range){i, 1};
			return true;
		}
	}
	for (size_t i = 0; i < t->n_groups; i++) {
		if (str_is(name, t->groups[i].name)) {
			*out = (struct range){t->groups[i].first, t->groups[i].n};
			return true;
		}
	}
	return false;
}

static bool find_columns(const struct form_block *b, struct str name, struct range *out)
{
	for (size_t i = 0; i < b->n_columns; i++) {
		if (str_is(name, b->columns[i].name)) {
			*out = (struct range){i, 1};
			return true;
		}
	}
	for (size_t i = 0; i < b->n_column_groups; i++) {
		if (str_is(name, b->column_groups[i].name)) {
			*out = (struct range){b->column_groups[i].first, b->column_groups[i].n};
			return true;
		}
	}
	return false;
}

/* Some table of some form has the term; a term without rows is any column of it. */
static bool term_known(const struct forms *forms, const struct sum_term *term)
{
	struct range rows, columns;

	for (size_t i = 0; i < forms->n; i++) {
		const struct form_table *t = form_table_find(&forms->forms[i], term->table);

		for (size_t j = 0; t && j < t->n_blocks; j++) {
			bool row = !term->row.n || find_rows(t, term->row, &rows);

			if (row && find_columns(&t->blocks[j], term->column, &columns))
				return true;
		}
	}
	return false;
}

static bool term_parse(struct str text, struct sum_term *out)
{
	size_t first, second;

	out->less = str_starts(text, "-");
	if (out->less)
		text = str_slice(text, 1, text.n);
	first = str_find(text, STR("/"), 0);
	if (first == STR_NONE)
		return false;
	second = str_find(text, STR("/"), first + 1);
	if (second == STR_NONE)
		return false;
	out->table = str_slice(text, 0, first);
	out->row = str_slice(text, first + 1, second);
	out->column = str_slice(text, second + 1, text.n);
	if (str_is(out->row, "@"))
		out->row = (struct str){0};
	return true;
}

bool sum_load(struct rule_load *l, const struct ynode *map, const char *key, struct sum_words *out)
{
	const struct ynode *node = yaml_get(map, key);
	struct form_list list;

	if (!rule_load_list(l, map, key, &list))
		return false;
	if (!list.n)
		return yaml_err(l->doc, node ? node : map, l->err, _("\"%s\" is missing"), key);
	*out = (struct sum_words){
		arena_alloc_array(l->rules->arena, list.n, sizeof *out->terms), list.n};
	for (size_t i = 0; i < list.n; i++) {
		const struct ynode *at = node->kind == YAML_SEQ ? node->items[i] : node;

		if (!term_parse(str_of(list.items[i]), &out->terms[i]) ||
			!term_known(l->rules->forms, &out->terms[i]))
			return yaml_err(
				l->doc, at, l->err, _("no form has a cell \"%s\""), list.items[i]);
		if (i ? out->terms[i - 1].less && !out->terms[i].less : out->terms[i].less)
			return yaml_err(l->doc, at, l->err,
				_("what is taken off stands behind what is added"));
	}
	return true;
}

bool sum_of_name(struct rule_load *l, struct str name, struct sum_words *out)
{
	struct sum_term *term = arena_alloc(l->rules->arena, sizeof *term);

	*out = (struct sum_words){term, 1};
	return term_parse(name, term) && term->row.n && term_known(l->rules->forms, term);
}

static const struct report_table *table_of(const struct rule_context *c, struct str name)
{
	for (size_t i = 0; i < c->report->n_tables; i++) {
		if (str_is(name, c->report->tables[i].def->name))
			return &c->report->tables[i];
	}
	return NULL;
}

struct summer {
	struct rule_context *c;
	struct sum *out;
	VEC(size_t) cells;
	VEC(size_t) bad;
	bool given; /* any number at all */
	bool less;  /* what is added now is taken off */
};

static void spoil(struct summer *s, enum sum_state state, size_t cell)
{
	if (s->out->state == SUM_KNOWN || s->out->state == SUM_BLANK)
		s->out->state = state;
	if (s->out->state == state && cell != STR_NONE)
		*vec_push(&s->bad) = cell;
}

static void add_given(struct summer *s, size_t cell)
{
	const struct value *v = context_value(s->c, cell);

	*vec_push(&s->cells) = cell;
	s->out->n_less += s->less;
	if (v->state == CELL_GIVEN &&
		(s->less ? dec_sub : dec_add)(s->out->value, v->value, &s->out->value))
		s->given = true;
}

/* The cells the identity adds up to this total, into parts; how many, 0 where it is not its total.
 */
static size_t total_parts(const struct rule_context *c, const struct report_table *t,
	const struct form_identity *id, size_t total, size_t *parts)
{
	const struct form_cell *def = c->report->cells[total].def;
	size_t row = (size_t)(def->row - t->def->rows);
	size_t column = (size_t)(def->column - t->def->blocks[def->row->block].columns);

	if (id->table != t->def || id->n_right != 1 ||
		id->right[0] != (id->each_row ? column : row))
		return 0;
	for (size_t i = 0; i < id->n_left; i++)
		parts[i] = id->each_row ? context_cell_at(t, row, id->left[i])
					: context_cell_at(t, id->left[i], column);
	return id->n_left;
}

/* In place of a blank total: its parts, where none is lost and any is given. */
static bool add_parts(struct summer *s, const struct report_table *t, size_t total)
{
	size_t *parts = arena_alloc_array(s->c->arena, t->n_cells, sizeof *parts);

	for (size_t i = 0; i < t->form->n_identities; i++) {
		size_t n = total_parts(s->c, t, &t->form->identities[i], total, parts), given = 0,
		       lost = 0;

		for (size_t j = 0; j < n; j++) {
			enum cell_state state = context_value(s->c, parts[j])->state;

			given += state == CELL_GIVEN;
			lost += state == CELL_MISSING || state == CELL_UNREADABLE;
		}
		if (!given || lost)
			continue;
		for (size_t j = 0; j < n; j++)
			add_given(s, parts[j]);
		return true;
	}
	return false;
}

static void add_cell(struct summer *s, const struct report_table *t, size_t cell)
{
	switch (context_value(s->c, cell)->state) {
	case CELL_MISSING:
		spoil(s, SUM_MISSING, cell);
		break;
	case CELL_UNREADABLE:
		spoil(s, SUM_UNREADABLE, cell);
		break;
	case CELL_BLANK:
		if (s->c->totals[cell] && add_parts(s, t, cell))
			return;
		if (s->c->totals[cell])
			spoil(s, SUM_BLANK, cell);
		break;
	case CELL_GIVEN:
		break;
	}
	add_given(s, cell);
}

static void add_rows(
	struct summer *s, const struct report_table *t, struct range rows, struct str column)
{
	for (size_t i = rows.from; i < rows.from + rows.n; i++) {
		struct range columns;

		if (!find_columns(&t->def->blocks[t->def->rows[i].block], column, &columns))
			continue;
		for (size_t j = columns.from; j < columns.from + columns.n; j++)
			add_cell(s, t, context_cell_at(t, i, j));
	}
}

static void add_term(struct summer *s, struct str table, struct str row, struct str column)
{
	const struct report_table *t = table_of(s->c, table);
	struct range rows;

	if (!t || !find_rows(t->def, row, &rows))
		spoil(s, SUM_NONE, STR_NONE);
	else if (t->found)
		add_rows(s, t, rows, column);
	else {
		spoil(s, SUM_NO_TABLE, STR_NONE);
		add_rows(s, t, rows, column);
	}
}

static size_t *keep_cells(struct arena *a, const size_t *v, size_t n)
{
	size_t *to = arena_alloc_array(a, n, sizeof *to);

	if (n)
		memcpy(to, v, n * sizeof *to);
	return to;
}

/* Is the row of the term one of those before it? */
static bool is_repeated(const struct sum_words *words, size_t term)
{
	const struct sum_term *t = &words->terms[term];

	for (size_t i = 0; i < term; i++) {
		if (str_eq(words->terms[i].table, t->table) && str_eq(words->terms[i].row, t->row))
			return true;
	}
	return false;
}

void sum_make(struct rule_context *c, const struct sum_words *words, const struct sum_words *before,
	struct sum *out)
{
	struct summer s = {.c = c, .out = out};

	*out = (struct sum){.value = dec_of(0)};
	for (size_t i = 0; i < words->n; i++) {
		const struct sum_term *term = &words->terms[i];

		s.less = term->less;
		if (term->row.n)
			add_term(&s, term->table, term->row, term->column);
		for (size_t j = 0; !term->row.n && before && j < before->n; j++) {
			if (str_eq(before->terms[j].table, term->table) && !is_repeated(before, j))
				add_term(&s, term->table, before->terms[j].row, term->column);
		}
	}
	if (s.cells.n == 0)
		spoil(&s, SUM_NONE, STR_NONE);
	if (out->state == SUM_BLANK && s.given)
		out->state = SUM_KNOWN;
	out->n = s.cells.n;
	out->cells = keep_cells(c->arena, s.cells.v, s.cells.n);
	out->n_bad = s.bad.n;
	out->bad = keep_cells(c->arena, s.bad.v, s.bad.n);
	vec_free(&s.cells);
	vec_free(&s.bad);
}

struct form_words sum_cell_words(struct rule_context *c, size_t cell)
{
	const struct value *v = context_value(c, cell);
	struct slots s;

	slots_init(&s, c->arena);
	slots_words(&s, "cell", context_cells_words(c, &cell, 1, 1));
	if (v->state == CELL_GIVEN)
		slots_dec(&s, "value", v->value);
	else
		slots_words(&s, "value", context_word(c, WORD_BLANK, NULL));
	return context_word(c, WORD_CELL_NUMBER, &s);
}

struct form_words sum_in_words(struct rule_context *c, const struct sum *sum)
{
	static const struct form_words signs[] = {{{" + ", " + "}}, {{" - ", " - "}}};
	struct form_words terms = {{"", ""}};
	size_t shown = 0;
	struct slots s;

	for (size_t i = 0; i < sum->n; i++) {
		const struct value *v = context_value(c, sum->cells[i]);
		bool less = i >= sum->n - sum->n_less;

		if (sum->n > TERMS_MAX && (v->state != CELL_GIVEN || dec_is_zero(v->value)))
			continue;
		if (shown++ || less)
			terms = words_join(c, terms, signs[less]);
		terms = words_join(c, terms, sum_cell_words(c, sum->cells[i]));
	}
	if (sum->n == 1)
		return terms;
	if (shown == 0)
		terms = context_word(c, WORD_ALL_ZERO, NULL);
	else if (shown < sum->n)
		terms = words_join(c, terms, context_word(c, WORD_REST_ZERO, NULL));
	slots_init(&s, c->arena);
	slots_words(&s, "terms", terms);
	slots_dec(&s, "sum", sum->value);
	return context_word(c, WORD_EQUALS, &s);
}

struct form_words sum_why(
	struct rule_context *c, const struct sum_words *words, const struct sum *sum)
{
	static const enum word whys[] = {
		[SUM_NO_TABLE] = WORD_WHY_NO_TABLE,
		[SUM_MISSING] = WORD_WHY_MISSING,
		[SUM_UNREADABLE] = WORD_WHY_UNREADABLE,
		[SUM_BLANK] = WORD_WHY_BLANK_TOTAL,
	};
	const struct report_table *t = table_of(c, words->terms[0].table);
	struct slots s;

	slots_init(&s, c->arena);
	if (t)
		slots_words(&s, "table", t->def->title);
	slots_words(&s, "cells", context_cells_words(c, sum->bad, sum->n_bad, CELLS_NAMED));
	return context_word(c, whys[sum->state], &s);
}

/* The kind `identity`: an identity of the statutory form (勾稽关系), for each column or row of a
 * table.
 *
 * A blank counts as zero, but a blank total is no total: a cell that stands alone on one side of
 * any identity of its form. With such a one, or with an operand that the source lost or that cannot
 * be read, the identity is not checked, and says so. */
#include "rule/doubt.h"

#include <string.h>

/* More terms than this and those that are zero are left out of the message. */
#define TERMS_MAX 4
#define CELLS_NAMED 3

struct identity_rule {
	const char *identity; /* the form's */
	struct form_words message, formula;
};

/* One side of an instance. */
struct side {
	const size_t *cells;
	size_t n;
	struct dec sum;
};

struct instance {
	const struct rule *rule;
	const struct identity_rule *how;
	const struct form_identity *identity;
	const struct report_table *table;
	size_t at;     /* the row or the column */
	size_t *cells; /* left, then right */
	size_t n_cells;
	struct side left, right;
};

static const char *const identity_keys[] = {"identity", "message", "formula", NULL};
static const char *const identity_slots[] = {
	"table", "place", "left", "right", "declared", "actual", "difference", NULL};

static const void *identity_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct identity_rule *r = arena_alloc(l->rules->arena, sizeof *r);

	r->identity = rule->id;
	if (!yaml_opt_str(l->doc, node, "identity", &r->identity, l->err) ||
		!rule_load_template(l, node, "message", identity_slots, &r->message) ||
		!rule_load_template(l, node, "formula", identity_slots, &r->formula))
		return NULL;
	for (size_t i = 0; i < l->rules->forms->n; i++) {
		const struct form *f = &l->rules->forms->forms[i];

		for (size_t j = 0; j < f->n_identities; j++) {
			if (!strcmp(f->identities[j].id, r->identity))
				return r;
		}
	}
	yaml_err(l->doc, node, l->err, _("no form has an identity \"%s\""), r->identity);
	return NULL;
}

/* The words of one operand: the row's where the identity goes down a column, and the other way
 * round. */
static struct form_words operand_words(
	const struct rule_context *c, const struct instance *in, size_t cell)
{
	const struct form_cell *def = c->report->cells[cell].def;

	return in->identity->each_row ? column_words(def->column) : row_words(def->row);
}

static struct form_words place_words(const struct rule_context *c, const struct instance *in)
{
	const struct form_cell *def = c->report->cells[in->cells[0]].def;

	return in->identity->each_row ? row_words(def->row) : column_words(def->column);
}

static bool side_sum(const struct rule_context *c, struct side *s)
{
	s->sum = dec_of(0);
	for (size_t i = 0; i < s->n; i++) {
		const struct value *v = context_value(c, s->cells[i]);

		if (v->state == CELL_GIVEN && !dec_add(s->sum, v->value, &s->sum))
			return false;
	}
	return true;
}

static bool is_zero(const struct value *v)
{
	return v->state != CELL_GIVEN || dec_is_zero(v->value);
}

static struct form_words term_words(struct rule_context *c, const struct instance *in, size_t cell)
{
	const struct value *v = context_value(c, cell);
	struct slots s;

	slots_init(&s, c->arena);
	slots_words(&s, "name", operand_words(c, in, cell));
	slots_dec(&s, "value", v->state == CELL_GIVEN ? v->value : dec_of(0));
	return context_word(c, WORD_TERM, &s);
}

/* "本年新收 39 + 上年结转 3 = 42", "自然人 21（其余为零）= 21", "总计 20". */
static struct form_words side_words(
	struct rule_context *c, const struct instance *in, const struct side *side)
{
	static const struct form_words plus = {{" + ", " + "}};
	struct form_words terms = {{"", ""}};
	size_t shown = 0;
	struct slots s;

	for (size_t i = 0; i < side->n; i++) {
		if (side->n > TERMS_MAX && is_zero(context_value(c, side->cells[i])))
			continue;
		if (shown++)
			terms = words_join(c, terms, plus);
		terms = words_join(c, terms, term_words(c, in, side->cells[i]));
	}
	if (side->n == 1)
		return terms;
	if (shown == 0)
		terms = context_word(c, WORD_ALL_ZERO, NULL);
	else if (shown < side->n)
		terms = words_join(c, terms, context_word(c, WORD_REST_ZERO, NULL));
	slots_init(&s, c->arena);
	slots_words(&s, "terms", terms);
	slots_dec(&s, "sum", side->sum);
	return context_word(c, WORD_EQUALS, &s);
}
static void identity_broken(struct rule_context *c, const struct instance *in)
{
	struct dec difference = dec_of(0);
	struct finding f;
	struct slots s;

	dec_sub(in->left.sum, in->right.sum, &difference);
	finding_begin(&f, in->rule);
	finding_cells(c, &f, in->cells, in->n_cells);
	finding_numbers(&f, in->right.sum, in->left.sum);
	for (size_t i = 0; i < in->n_cells; i++)
		finding_cell_span(c, &f, in->cells[i]);
	doubt_tell(c, in->cells, in->n_cells, &f);
	slots_init(&s, c->arena);
	slots_words(&s, "table", in->table->def->title);
	slots_words(&s, "place", place_words(c, in));
	slots_words(&s, "left", side_words(c, in, &in->left));
	slots_words(&s, "right", side_words(c, in, &in->right));
	slots_dec(&s, "declared", in->right.sum);
	slots_dec(&s, "actual", in->left.sum);
	slots_dec(&s, "difference", dec_abs(difference));
	finding_message(c, &f, &s, in->how->message, in->how->formula);
	finding_end(c, &f, NULL);
}

static void identity_skip(struct rule_context *c, const struct instance *in, enum word why,
	const size_t *cells, size_t n)
{
	struct slots s;

	slots_init(&s, c->arena);
	slots_words(&s, "table", in->table->def->title);
	slots_words(&s, "cells", context_cells_words(c, cells, n, CELLS_NAMED));
	context_not_checked(c, in->rule, in->cells, in->n_cells, context_word(c, why, &s));
}

/* The operands in a state that keeps the identity from being checked; how many. */
static size_t operands_in(
	const struct rule_context *c, const struct instance *in, enum cell_state state, size_t *out)
{
	size_t n = 0;

	for (size_t i = 0; i < in->n_cells; i++) {
		size_t cell = in->cells[i];

		if (context_value(c, cell)->state == state &&
			(state != CELL_BLANK || c->totals[cell]))
			out[n++] = cell;
	}
	return n;
}

static bool identity_can(struct rule_context *c, const struct instance *in)
{
	static const struct {
		enum cell_state state;
		enum word why;
	} bars[] = {
		{CELL_MISSING, WORD_WHY_MISSING},
		{CELL_UNREADABLE, WORD_WHY_UNREADABLE},
		{CELL_BLANK, WORD_WHY_BLANK_TOTAL},
	};
	size_t *bad = arena_alloc_array(c->arena, in->n_cells, sizeof *bad);

	if (!in->table->found) {
		identity_skip(c, in, WORD_WHY_NO_TABLE, NULL, 0);
		return false;
	}
	for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
		size_t n = operands_in(c, in, bars[i].state, bad);

		if (n) {
			identity_skip(c, in, bars[i].why, bad, n);
			return false;
		}
	}
	return true;
}

static size_t operand_cell(const struct instance *in, size_t operand)
{
	return in->identity->each_row ? context_cell_at(in->table, in->at, operand)
				      : context_cell_at(in->table, operand, in->at);
}

/* Fills in the cells of the instance at in->at; false where the table's block lacks one of them. */
static bool instance_make(struct rule_context *c, struct instance *in)
{
	const struct form_identity *id = in->identity;

	in->n_cells = id->n_left + id->n_right;
	in->cells = arena_alloc_array(c->arena, in->n_cells, sizeof *in->cells);
	for (size_t i = 0; i < in->n_cells; i++) {
		size_t operand = i < id->n_left ? id->left[i] : id->right[i - id->n_left];

		in->cells[i] = operand_cell(in, operand);
		if (in->cells[i] == STR_NONE)
			return false;
	}
	in->left = (struct side){.cells = in->cells, .n = id->n_left};
	in->right = (struct side){.cells = in->cells + id->n_left, .n = id->n_right};
	return true;
}

/* The column that the table's rows add up to; STR_NONE where they do not. */
static size_t total_column(const struct report_table *t)
{
	for (size_t i = 0; i < t->form->n_identities; i++) {
		const struct form_identity *id = &t->form->identities[i];

		if (id->table == t->def && id->each_row && id->n_right == 1)
			return id->right[0];
	}
	return STR_NONE;
}

static bool sums_agree(const struct rule_context *c, struct instance *in)
{
	for (size_t i = 0; i < in->n_cells; i++) {
		enum cell_state state = context_value(c, in->cells[i])->state;

		if (state == CELL_MISSING || state == CELL_UNREADABLE)
			return false;
	}
	return side_sum(c, &in->left) && side_sum(c, &in->right) &&
	       !dec_cmp(in->left.sum, in->right.sum);
}

/* Does the text lack another cell of the row? */
static bool row_lacks_cells(const struct rule_context *c, const struct report_table *t, size_t cell)
{
	const struct form_cell *def = c->report->cells[cell].def;

	for (size_t i = t->cell; i < t->cell + t->n_cells; i++)
		if (c->report->cells[i].def->row == def->row &&
			context_value(c, i)->state == CELL_MISSING)
			return true;
	return false;
}

/* Rows that lack cells had their numbers put into the columns in order, and the totals agree, or
 * are lost with other cells: that those of a column do not agree says nothing of the report. The
 * cells, and how many. */
static size_t cells_in_order(struct rule_context *c, const struct instance *in, size_t *out)
{
	struct instance totals = *in;
	size_t n = 0;
	bool lacks = false;

	totals.at = total_column(in->table);
	if (in->identity->each_row || totals.at == STR_NONE || totals.at == in->at)
		return 0;
	for (size_t i = 0; i < in->n_cells; i++) {
		size_t cell = in->cells[i];

		if (context_is_doubtful(c, cell) && c->report->cells[cell].how &&
			!strcmp(c->report->cells[cell].how, "label+order")) {
			lacks |= row_lacks_cells(c, in->table, cell);
			out[n++] = cell;
		}
	}
	return n > 0 && (lacks || (instance_make(c, &totals) && sums_agree(c, &totals))) ? n : 0;
}

static void instance_check(struct rule_context *c, struct instance *in)
{
	if (!identity_can(c, in))
		return;
	if (!side_sum(c, &in->left) || !side_sum(c, &in->right)) {
		identity_skip(c, in, WORD_WHY_TOO_LARGE, NULL, 0);
		return;
	}
	if (dec_cmp(in->left.sum, in->right.sum)) {
		size_t *cells = arena_alloc_array(c->arena, in->n_cells, sizeof *cells);
		size_t n = cells_in_order(c, in, cells);

		if (n) {
			identity_skip(c, in, WORD_WHY_COLUMNS, cells, n);
			return;
		}
		identity_broken(c, in);
	}
	c->n_checked++;
}

static void identity_table(struct rule_context *c, struct instance *in)
{
	const struct form_table *def = in->table->def;
	size_t row = in->identity->n_left ? in->identity->left[0] : 0;
	size_t n =
		in->identity->each_row ? def->n_rows : def->blocks[def->rows[row].block].n_columns;

	for (in->at = 0; in->at < n; in->at++) {
		if (instance_make(c, in))
			instance_check(c, in);
	}
}

static void identity_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct identity_rule *how = data;

	for (size_t i = 0; i < c->report->n_tables; i++) {
		const struct report_table *t = &c->report->tables[i];

		for (size_t j = 0; j < t->form->n_identities; j++) {
			const struct form_identity *id = &t->form->identities[j];
			struct instance in = {.rule = rule, .how = how, .identity = id, .table = t};

			if (id->table == t->def && !strcmp(id->id, how->identity))
				identity_table(c, &in);
		}
	}
}

const struct rule_kind identity_kind = {
	.name = "identity",
	.keys = identity_keys,
	.load = identity_load,
	.run = identity_run,
};

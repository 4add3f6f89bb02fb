/* Conditions over cells: reckoned out. */
#include "rule/expr_node.h"

#include <string.h>

struct evaluation {
	struct rule_context *c;
	struct expr_result *out;
};

/* A truth is 1 or 0. */
static bool eval(struct evaluation *v, const struct expr *e, struct dec *out);

static bool has_cells(const struct expr *e)
{
	if (!e || e->op == EXPR_NUMBER)
		return false;
	return e->op == EXPR_CELL || e->op == EXPR_LAST || e->op == EXPR_YUAN ||
	       has_cells(e->left) || has_cells(e->right);
}

static bool same_cells(const struct sum *a, const struct sum *b)
{
	return a->n == b->n && (a->n == 0 || !memcmp(a->cells, b->cells, a->n * sizeof *a->cells));
}

static void keep_operand(struct evaluation *v, bool last, const struct sum *sum)
{
	for (size_t i = 0; i < v->out->operands.n; i++) {
		const struct expr_operand *o = &v->out->operands.v[i];

		if (o->last == last && same_cells(&o->sum, sum))
			return;
	}
	*vec_push(&v->out->operands) = (struct expr_operand){last, *sum};
}

/* The report's table of that name; NULL where its forms have none. */
static const struct report_table *table_named(const struct report *r, struct str name)
{
	for (size_t i = 0; i < r->n_tables; i++)
		if (str_is(name, r->tables[i].def->name))
			return &r->tables[i];
	return NULL;
}

/* The form of the year before may have been another: then it has no such cell. */
static bool other_form(struct rule_context *c, const struct expr *e, struct form_words *why)
{
	const struct report_table *t =
		e->sum.n ? table_named(c->report, e->sum.terms[0].table) : NULL;
	struct slots s;

	if (!t || !t->found)
		return false;
	slots_init(&s, c->arena);
	slots_words(&s, "table", t->def->title);
	slots_text(&s, "form", str_of(t->form->id));
	*why = context_word(c, WORD_WHY_OTHER_FORM, &s);
	return true;
}

static bool unknown(
	struct evaluation *v, struct rule_context *c, const struct expr *e, const struct sum *sum)
{
	bool last = e->op == EXPR_LAST;
	struct form_words why;
	struct slots s;

	if (sum->state == SUM_NONE && !(last && other_form(c, e, &why))) {
		v->out->none = true;
		return false;
	}
	if (v->out->why.text[0])
		return false;
	if (sum->state != SUM_NONE)
		why = sum_why(c, &e->sum, sum);
	if (last) {
		slots_init(&s, c->arena);
		slots_words(&s, "why", why);
		why = context_word(c, WORD_OF_LAST, &s);
	}
	v->out->why = why;
	return false;
}

static bool eval_cells(struct evaluation *v, const struct expr *e, struct dec *out)
{
	struct rule_context *c = e->op == EXPR_LAST ? v->c->last : v->c;
	struct sum sum;

	if (!c) {
		v->out->none = true;
		return false;
	}
	sum_make(c, &e->sum, NULL, &sum);
	if (sum.state != SUM_KNOWN)
		return unknown(v, c, e, &sum);
	keep_operand(v, e->op == EXPR_LAST, &sum);
	*out = sum.value;
	if (e->op != EXPR_YUAN || sum.n != 1)
		return true;
	v->out->none |= !amount_yuan(c, sum.cells[0], out);
	return !v->out->none;
}

static bool compare(enum expr_op op, int order)
{
	switch (op) {
	case EXPR_EQ:
		return order == 0;
	case EXPR_NE:
		return order != 0;
	case EXPR_LT:
		return order < 0;
	case EXPR_LE:
		return order <= 0;
	case EXPR_GT:
		return order > 0;
	default:
		return order >= 0;
	}
}

static bool eval_pair(struct evaluation *v, const struct expr *e, struct dec *out)
{
	struct dec a, b;
	bool left = eval(v, e->left, &a), right = eval(v, e->right, &b);

	/* one side may settle it */
	if (e->op == EXPR_AND && ((left && dec_is_zero(a)) || (right && dec_is_zero(b)))) {
		*out = dec_of(0);
		return true;
	}
	if (e->op == EXPR_OR && ((left && !dec_is_zero(a)) || (right && !dec_is_zero(b)))) {
		*out = dec_of(1);
		return true;
	}
	if (!left || !right)
		return false;
	switch (e->op) {
	case EXPR_ADD:
		return dec_add(a, b, out);
	case EXPR_SUB:
		return dec_sub(a, b, out);
	case EXPR_MUL:
		return dec_mul(a, b, out);
	case EXPR_AND:
		*out = dec_of(!dec_is_zero(a) && !dec_is_zero(b));
		return true;
	case EXPR_OR:
		*out = dec_of(!dec_is_zero(a) || !dec_is_zero(b));
		return true;
	default:
		break;
	}
	if (!v->out->has_numbers && has_cells(e->left) && has_cells(e->right)) {
		v->out->has_numbers = true;
		v->out->declared = a;
		v->out->actual = b;
	}
	*out = dec_of(compare(e->op, dec_cmp(a, b)));
	return true;
}

static bool eval(struct evaluation *v, const struct expr *e, struct dec *out)
{
	switch (e->op) {
	case EXPR_NUMBER:
		*out = e->number;
		return true;
	case EXPR_CELL:
	case EXPR_LAST:
	case EXPR_YUAN:
		return eval_cells(v, e, out);
	case EXPR_NOT:
		if (!eval(v, e->left, out))
			return false;
		*out = dec_of(dec_is_zero(*out));
		return true;
	default:
		return eval_pair(v, e, out);
	}
}

void expr_eval(struct rule_context *c, const struct expr *e, struct expr_result *out)
{
	struct evaluation v = {c, out};
	struct dec value;

	*out = (struct expr_result){0};
	out->known = eval(&v, e, &value);
	out->holds = out->known && !dec_is_zero(value);
}

void expr_result_free(struct expr_result *r)
{
	vec_free(&r->operands);
}

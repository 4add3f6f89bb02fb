/* Last year's numbers in this year's prose: a number that the tables do not bear out may be what
 * the same cells had a year ago. */
#include "rule/context.h"
#include "rule/sum.h"

#include <string.h>

#define CELLS_MAX 64

/* The same cells of last year's report; false where one of them is not there to be read. */
static bool last_cells(
	const struct rule_context *c, const struct finding *f, size_t *cells, struct dec *sum)
{
	*sum = dec_of(0);
	for (size_t i = 0; i < f->n_cells; i++) {
		const char *name = c->report->cells[f->cells[i]].def->name;
		const struct value *v;

		cells[i] = report_cell_find(c->last->report, str_of(name));
		v = cells[i] == STR_NONE ? NULL : context_value(c->last, cells[i]);
		if (!v || v->state != CELL_GIVEN || !dec_add(*sum, v->value, sum))
			return false;
	}
	return true;
}

static void explain(struct rule_context *c, struct finding *f)
{
	size_t cells[CELLS_MAX];
	struct form_words words, clue;
	struct slots s;
	struct dec sum;

	if (!last_cells(c, f, cells, &sum) || dec_cmp(sum, f->declared) != 0 || dec_is_zero(sum))
		return;
	words = f->n_cells == 1 ? sum_cell_words(c->last, cells[0])
				: context_cells_words(c->last, cells, f->n_cells, 2);
	slots_init(&s, c->arena);
	slots_words(&s, "cells", words);
	clue = context_word(c, WORD_LEFT_OVER, &s);
	for (enum lang l = LANG_EN; l <= LANG_ZH; l++)
		f->message[l] = arena_printf(c->arena, "%s%s", f->message[l], clue.text[l]);
	finding_besides(c, f, 1);
	finding_beside_cells(c, finding_beside(f, STR_NONE), c->last->report, cells, f->n_cells);
}

void left_over_explain(struct rule_context *c)
{
	for (size_t i = 0; c->last && i < c->found.n; i++) {
		struct finding *f = &c->found.v[i].finding;

		if (!strcmp(f->rule->kind, "claim") && f->has_numbers && !f->n_beside &&
			f->n_cells && f->n_cells <= CELLS_MAX && f->severity == SEVERITY_ERROR)
			explain(c, f);
	}
}

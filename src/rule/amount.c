/* Amounts of money and their units. */
#include "rule/expr.h"

size_t amount_unit(const struct rule_context *c, struct str words)
{
	const struct form_list *units = &c->report->forms->common.money_units;
	size_t best = STR_NONE, length = 0;

	for (size_t i = 0; i < units->n; i++) {
		struct str unit = str_of(units->items[i]);

		if (unit.n > length && str_find(words, unit, 0) != STR_NONE) {
			best = i;
			length = unit.n;
		}
	}
	return best;
}

bool amount_yuan(const struct rule_context *c, size_t cell, struct dec *out)
{
	const struct cell *at = &c->report->cells[cell];
	const struct value *v = context_value(c, cell);
	struct text_span near[] = {at->whole, at->heading, at->label};
	size_t unit = STR_NONE;

	if (v->state != CELL_GIVEN)
		return false;
	for (size_t i = 0; unit == STR_NONE && i < sizeof near / sizeof *near; i++)
		unit = amount_unit(c, doc_str(c->report->doc, near[i]));
	if (unit == STR_NONE && at->def->column->unit)
		unit = amount_unit(c, str_of(at->def->column->unit));
	return unit != STR_NONE &&
	       dec_mul(v->value, c->report->forms->common.money_factors[unit], out);
}

/* The kind `claim`: amounts of money against the cells they speak of.
 *
 * Prose tells an amount in one unit (30.5万元), the table in another (305000元) or in none. Both
 * are brought to 元; of a cell without a unit the nearer of the units a form may mean is taken. */
#include "rule/claim.h"

#include "rule/expr.h"

/* What one stands for at the last place the number is written with. */
static struct dec last_place(struct dec d)
{
	return (struct dec){1, d.scale};
}

/* The number is the amount rounded or cut off to its places. */
static bool is_rounded(struct dec number, struct dec factor, struct dec yuan)
{
	struct dec told, place, away, twice;

	if (!dec_mul(number, factor, &told) || !dec_mul(last_place(number), factor, &place) ||
		!dec_sub(yuan, told, &away) || !dec_add(dec_abs(away), dec_abs(away), &twice))
		return false;
	bool cut = away.units >= 0 && dec_cmp(away, place) < 0;

	return cut || dec_cmp(twice, place) <= 0;
}

static bool is_allowed(const struct quantity *q, struct dec yuan)
{
	struct dec low, high;

	if (is_rounded(q->value, q->factor, yuan))
		return true;
	return q->approximate && dec_mul(q->low, q->factor, &low) &&
	       dec_mul(q->high, q->factor, &high) && dec_cmp(yuan, low) >= 0 &&
	       (q->no_limit || dec_cmp(yuan, high) <= 0);
}

/* Without zeros behind its last place. */
static struct dec shortest(struct dec d)
{
	while (d.scale && d.units % 10 == 0) {
		d.units /= 10;
		d.scale--;
	}
	return d;
}

/* Yuan in the unit of the factor, 1 or a power of ten. */
static struct dec in_unit(struct dec yuan, struct dec factor)
{
	struct dec out = shortest(yuan);

	for (int64_t f = factor.units; f >= 10; f /= 10) {
		if (out.scale == 9)
			return yuan;
		out.scale++;
	}
	return shortest(out);
}

static bool sum_yuan(const struct claim_reader *r, const struct sum *sum, struct dec *out)
{
	*out = dec_of(0);
	for (size_t i = 0; i < sum->n; i++) {
		struct dec yuan;

		if (context_value(r->c, sum->cells[i])->state != CELL_GIVEN)
			continue;
		if (!amount_yuan(r->c, sum->cells[i], &yuan) || !dec_add(*out, yuan, out))
			return false;
	}
	return true;
}

/* Of cells without a unit: their number in the form's unit that is nearest to what is told. */
static struct dec nearest_yuan(const struct claim_reader *r, const struct spoken *s)
{
	const struct form_common *common = &r->c->report->forms->common;
	struct dec told, best = s->sum.value, least = dec_of(0);
	bool any = false;

	if (!dec_mul(s->quantity.value, s->quantity.factor, &told))
		return best;
	for (size_t i = 0; i < common->money_units.n; i++) {
		struct dec yuan, away;

		if (!dec_mul(s->sum.value, common->money_factors[i], &yuan) ||
			!dec_sub(yuan, told, &away))
			continue;
		if (!any || dec_cmp(dec_abs(away), least) < 0) {
			best = yuan;
			least = dec_abs(away);
			any = true;
		}
	}
	return best;
}

bool claim_money_agrees(struct claim_reader *r, struct spoken *s)
{
	const struct quantity *q = &s->quantity;
	struct dec yuan;

	if (!sum_yuan(r, &s->sum, &yuan))
		yuan = nearest_yuan(r, s);
	s->actual = in_unit(yuan, q->factor);
	const char *unit = passage_quote(r->c, r->p, q->from, q->to);
	struct str words = str_of(unit);
	size_t found = amount_unit(r->c, words);

	if (found != STR_NONE) {
		const char *name = r->c->report->forms->common.money_units.items[found];

		s->unit = (struct form_words){{name, name}};
	}
	return is_allowed(q, yuan);
}

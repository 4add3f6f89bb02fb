/* The kind `parts`: a sum that is wrong in one digit, or in two that changed places.
 *
 * A list that no words close need not add up. But where it is off, and changing one digit of one
 * number makes it hold, it was meant to: of lists with other sums one in thirty does so by accident
 * at three digits, fewer at more. */
#include "rule/parts.h"
#include "rule/sure.h"

#define WHOLE_LEAST 100

/* Have a and b as many digits, and all but one the same? */
static bool is_one_digit(int64_t a, int64_t b)
{
	unsigned away = 0;

	if (a < 0 || b < 0)
		return false;
	for (; a && b; a /= 10, b /= 10)
		away += a % 10 != b % 10;
	return !a && !b && away == 1;
}

static bool is_plain(const struct quantity *q)
{
	return !q->approximate && !q->low.scale;
}

bool parts_find_slip(const struct parts_reader *r, const struct list *l, const struct quantity *w,
	const struct total *t, struct slip *out)
{
	int64_t away = w->value.units - t->value.units;

	if (!r->how->digit.text[LANG_ZH] || t->n < 2 || t->as_large || t->too_large ||
		!is_plain(w) || w->value.units < WHOLE_LEAST || t->value.scale)
		return false;
	for (size_t i = 0; i < l->items.n; i++) {
		const struct quantity *q = parts_quantity(r, l->items.v[i]);

		if (!quantity_same_family(w, q))
			continue;
		if (!is_plain(q))
			return false;
		if (is_one_digit(q->value.units, q->value.units + away) ||
			sure_swap(q->value.units, q->value.units + away)) {
			*out = (struct slip){q->value, dec_of(q->value.units + away)};
			return true;
		}
	}
	*out = (struct slip){w->value, t->value};
	return is_one_digit(w->value.units, t->value.units);
}

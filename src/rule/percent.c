/* Percentages of exact numbers. */
#include "rule/percent.h"

/* A number times a power of ten, as a whole one. */
static bool in_units(struct dec d, unsigned scale, int64_t *out)
{
	*out = d.units;
	for (unsigned i = d.scale; i < scale; i++) {
		if (__builtin_mul_overflow(*out, (int64_t)10, out))
			return false;
	}
	return true;
}

bool percent_of(struct dec part, struct dec whole, struct dec told, struct dec *out, bool *agrees)
{
	unsigned scale = part.scale > whole.scale ? part.scale : whole.scale;
	int64_t p, w, x, twice;

	if (!in_units(part, scale, &p) || !in_units(whole, scale, &w) || w <= 0 || p < 0 ||
		w > INT64_MAX / 4 || __builtin_mul_overflow(p, (int64_t)100, &p))
		return false;
	for (unsigned i = 0; i < told.scale; i++) {
		if (__builtin_mul_overflow(p, (int64_t)10, &p))
			return false;
	}
	if (__builtin_mul_overflow(p, (int64_t)2, &twice) ||
		__builtin_add_overflow(twice, w, &twice))
		return false;
	*out = (struct dec){twice / (2 * w), told.scale};
	x = p / w;
	*agrees = told.units == x || told.units == out->units;
	return true;
}

bool percent_told(struct dec part, struct dec whole, const struct quantity *told, struct dec *out,
	bool *agrees)
{
	if (!percent_of(part, whole, told->value, out, agrees))
		return false;
	*agrees |= told->approximate && quantity_allows(told, *out);
	return true;
}

struct quantity percent_quantity(const struct quantity *q, const struct pattern *pattern)
{
	struct quantity told = *q;
	size_t from, to;

	if (pattern_group(pattern, "about", &from, &to) && to > from)
		quantity_widen(&told);
	return told;
}

bool passage_is_percent(
	const struct rule_context *c, const struct passage *p, const struct quantity *q)
{
	struct str text = str_of(passage_quote(c, p, q->from, q->to));

	return str_find(text, STR("%"), 0) != STR_NONE || str_find(text, STR("％"), 0) != STR_NONE;
}

/* The kind `ratio`: by how much a number has changed, and how much in percent. */
#include "rule/ratio.h"

/* What there was before: told, or what now and the difference give. */
static bool count_before(struct dec now, const struct quantity *before, const struct quantity *by,
	bool down, struct dec *out)
{
	struct dec d;

	if (before)
		return ratio_count(before, out);
	if (!by || !ratio_count(by, &d))
		return false;
	return down ? dec_add(now, d, out) : dec_sub(now, d, out);
}

static struct dec signed_dec(struct dec d, bool minus)
{
	if (minus)
		d.units = -d.units;
	return d;
}

/* The rate told against the change it follows from; both with their signs. */
static void check_rate(
	struct ratio_reader *r, struct ratio_told *t, struct dec before, size_t from, size_t to)
{
	bool less = t->actual.units < 0, down = t->told.units < 0, agrees;

	if (percent_of(dec_abs(t->actual), before, dec_abs(t->told), &t->actual, &agrees) &&
		(!agrees || (less != down && !dec_is_zero(t->actual)))) {
		t->actual = signed_dec(t->actual, less);
		ratio_tell(r, t, from, to);
	}
}

/* What is told of the change from `before`. */
struct told_change {
	const struct quantity *before, *by, *rate;
	bool down;
};

static bool is_changed(
	const struct ratio_reader *r, const struct quantity *now, const struct told_change *told)
{
	struct dec d, actual, before = told->before->value;
	bool agrees = false;

	if (!(told->down ? dec_sub(before, now->value, &d) : dec_sub(now->value, before, &d)))
		return false;
	if (told->by)
		return dec_cmp(d, told->by->value) == 0;
	return told->rate && passage_is_percent(r->c, r->p, told->rate) && d.units >= 0 &&
	       percent_of(d, before, told->rate->value, &actual, &agrees) && agrees;
}

/* The number that a claim told of this year before the sentence that compares it: the one that the
 * change is of, else the last. */
static const struct quantity *told_before(
	const struct ratio_reader *r, size_t at, const struct told_change *told)
{
	const struct quantity *last = NULL;

	for (size_t i = 0; i < r->c->tellings.n; i++) {
		const struct telling *t = r->c->tellings.v[i];

		if (t->p != r->p || t->quantity.from >= at || !t->claim->base ||
			t->quantity.approximate || t->none)
			continue;
		last = passage_quantity(r->p, t->quantity.from);
		if (last && is_changed(r, last, told))
			return last;
	}
	return last;
}

/* A change: the difference of the two numbers, and its share of the one before. */
void ratio_read_change(struct ratio_reader *r, struct pattern *pattern, size_t from, size_t to)
{
	const struct quantity *now = ratio_quantity(r, pattern, "n");
	const struct quantity *before = ratio_quantity(r, pattern, "b");
	const struct quantity *by = ratio_quantity(r, pattern, "d");
	const struct quantity *rate = ratio_quantity(r, pattern, "r");
	struct dec n, b, d, difference;
	size_t at, end;
	bool down = pattern_group(pattern, "down", &at, &end) && at < end;

	if (!now && !pattern_group(pattern, "n", &at, &end) && before)
		now = told_before(r, from, &(struct told_change){before, by, rate, down});
	if (!now || (!before && !by) || !ratio_count(now, &n) ||
		!count_before(n, before, by, down, &b) || !dec_sub(n, b, &difference))
		return;
	struct ratio_told t = {.part = now,
		.whole = before ? before : by,
		.declared = by,
		.told = dec_of(0),
		.actual = difference,
		.message = r->how->change};

	r->c->n_checked++;
	if (before && by && ratio_count(by, &d) && dec_cmp(signed_dec(d, down), difference) != 0) {
		t.told = signed_dec(d, down);
		ratio_tell(r, &t, from, to);
	} else if (rate && passage_is_percent(r->c, r->p, rate)) {
		t.declared = rate;
		t.told = signed_dec(rate->value, down);
		t.message = r->how->rate;
		check_rate(r, &t, b, from, to);
	}
}

/* The kind `ratio`: numbers of other units than what is counted, and shares that changed by so many
 * points: "由47%提高到78%，提高31个百分点". */
#include "rule/ratio.h"

static struct str unit_of(const struct ratio_reader *r, const struct quantity *q)
{
	struct text_span all = passage_span(r->p, q->from, q->to);
	size_t from = r->p->numbers[q - r->p->quantities.v].to;

	return doc_str(r->c->report->doc, (struct text_span){from, all.to > from ? all.to : from});
}

static bool is_points(const struct ratio_reader *r, const struct quantity *q)
{
	return q && str_ends(unit_of(r, q), "百分点");
}

/* What is counted may be of several units, 件 and 条; nothing else is reckoned into one another: a
 * month is no year. */
static bool is_of_unit(
	const struct ratio_reader *r, const struct quantity *a, const struct quantity *b)
{
	return quantity_same_family(a, b) &&
	       (a->mark == '#' || str_eq(unit_of(r, a), unit_of(r, b)));
}

bool ratio_is_of_kind(
	const struct ratio_reader *r, const struct quantity *now, struct told_change *told)
{
	struct dec n, b;

	if (told->apart && ratio_count(now, &n) && ratio_count(told->before, &b))
		told->down = dec_cmp(n, b) < 0;
	if (!is_of_unit(r, now, told->before))
		return false;
	if (!passage_is_percent(r->c, r->p, now))
		return now->mark != '%' && (!told->by || is_of_unit(r, now, told->by));
	if (!told->by && is_points(r, told->rate)) {
		told->by = told->rate;
		told->rate = NULL;
	}
	return !told->by || is_points(r, told->by);
}

static struct dec last_place(struct dec d)
{
	return (struct dec){1, d.scale};
}

/* Is it by `by` from `before` to `now`, but for what rounding each of them leaves? Whole ones are
 * not rounded. */
static bool is_change(struct dec now, struct dec before, struct dec by)
{
	struct dec away, places = dec_of(0);

	if (!dec_sub(now, before, &away) || !dec_sub(away, by, &away) ||
		!dec_add(away, away, &away))
		return true;
	if ((now.scale || before.scale || by.scale) &&
		(!dec_add(last_place(now), last_place(before), &places) ||
			!dec_add(places, last_place(by), &places)))
		return true;
	return dec_cmp(dec_abs(away), places) <= 0;
}

/* Percent may be points, or a share of the share before. */
static bool is_rate(struct dec change, struct dec before, struct dec rate)
{
	struct dec actual;
	bool agrees;

	return percent_of(dec_abs(change), before, rate, &actual, &agrees) && agrees;
}

void ratio_check_points(struct ratio_reader *r, const struct told_change *told,
	struct ratio_told *t, struct text_span at)
{
	const struct quantity *by = told->by ? told->by : told->rate;
	struct dec now = t->part->value, before = told->before->value, change;
	bool wrong;

	if (!dec_sub(now, before, &change))
		return;
	r->c->n_checked++;
	t->whole = told->before;
	t->declared = by ? by : t->part;
	t->told = by ? ratio_signed(by->value, told->down) : now;
	t->actual = change;
	t->message = by ? r->how->change : r->how->way;
	if (by)
		wrong = !is_change(now, before, t->told) &&
			(told->by || (change.units < 0) != told->down ||
				!is_rate(change, before, by->value));
	else
		wrong = told->way && (told->down ? change.units > 0 : change.units < 0);
	if (wrong)
		ratio_tell(r, t, at.from, at.to);
}

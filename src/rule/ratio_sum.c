/* The kind `ratio`: shares told with their parts, where nothing tells the whole:
 * 网站2条，占4.5%；现场 42条，占95.5%, or behind all of them: 网站2条、现场42条，分别占4.5%、95.5%.
 * The parts together are the whole where the other shares say so, or where all of them are a
 * hundred. */
#include "rule/ratio.h"

#define PAIRS_MOST 16
/* A share of fewer units of its last place may be one of another whole, too. */
#define TELLING_LEAST 25

struct told_shares {
	const struct quantity *part[PAIRS_MOST], *share[PAIRS_MOST];
	size_t n;
	struct dec parts, shares, slack;
};

static bool is_share(
	const struct ratio_reader *r, const struct quantity *part, const struct quantity *share)
{
	struct str between = str_slice(r->p->shadow, part->to, share->from);

	return part->mark == '#' && passage_is_percent(r->c, r->p, share) &&
	       (str_is(between, "(") || (r->how->part && pattern_find(r->how->part, between, 0)));
}

static bool add_pair(
	struct told_shares *all, const struct quantity *part, const struct quantity *share)
{
	struct dec count;

	if (all->n == PAIRS_MOST || part->approximate || share->approximate ||
		(all->n && !quantity_same_family(part, all->part[0])) ||
		!ratio_count(part, &count) || !dec_add(all->parts, count, &all->parts) ||
		!dec_add(all->shares, share->value, &all->shares) ||
		!dec_add(all->slack, (struct dec){1, share->value.scale}, &all->slack))
		return false;
	all->part[all->n] = part;
	all->share[all->n++] = share;
	return true;
}

static bool goes_on(const struct ratio_reader *r, size_t share)
{
	static const char *const signs[] = {"、", ",", "和", "及", "与", "以及"};
	const struct quantity *q = &r->p->quantities.v[share];
	struct str between = str_slice(r->p->shadow, q[-1].to, q->from);

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_is(between, signs[i]))
			return passage_is_percent(r->c, r->p, q);
	return false;
}

/* How many shares stand from the number `at` on, one behind another, of as many parts before them;
 * 0: none. */
static size_t count_each(const struct ratio_reader *r, size_t at)
{
	const struct quantities *q = &r->p->quantities;
	size_t n = 1;

	if (!r->how->each || at == 0 || !passage_is_percent(r->c, r->p, &q->v[at]) ||
		!pattern_find(
			r->how->each, str_slice(r->p->shadow, q->v[at - 1].to, q->v[at].from), 0))
		return 0;
	while (at + n < q->n && goes_on(r, at + n))
		n++;
	for (size_t i = 1; i <= n; i++)
		if (i > at || q->v[at - i].mark != '#')
			return 0;
	return n;
}

static bool add_each(const struct ratio_reader *r, size_t at, struct told_shares *all)
{
	const struct quantity *q = &r->p->quantities.v[at];
	size_t n = count_each(r, at);

	for (size_t i = 0; i < n; i++)
		if (!add_pair(all, &q[i] - n, &q[i]))
			return false;
	return true;
}

static bool read_pairs(const struct ratio_reader *r, struct told_shares *all)
{
	const struct quantities *q = &r->p->quantities;
	size_t end = passage_full_stop(r->p, r->s), from = passage_numbers_before(r->p, r->s->from);

	*all = (struct told_shares){.parts = dec_of(0), .shares = dec_of(0), .slack = dec_of(0)};
	for (size_t i = from; i + 1 < q->n && q->v[i + 1].from < end; i++)
		if (is_share(r, &q->v[i], &q->v[i + 1]) ? !add_pair(all, &q->v[i], &q->v[i + 1])
							: !add_each(r, i + 1, all))
			return false;
	return all->n > 1;
}

/* Is the pair's share that of some number of the paragraph? */
static bool is_of_any(const struct ratio_reader *r, const struct told_shares *all, size_t i)
{
	struct dec count, whole, actual;
	bool agrees = false;

	for (size_t j = 0; !agrees && j < r->p->quantities.n; j++) {
		const struct quantity *q = &r->p->quantities.v[j];

		if (q != all->part[i] && quantity_same_family(q, all->part[i]) &&
			ratio_count(all->part[i], &count) && ratio_count(q, &whole))
			percent_of(count, whole, all->share[i]->value, &actual, &agrees);
	}
	return agrees;
}

static bool is_hundred(const struct told_shares *all)
{
	struct dec away;

	return dec_sub(all->shares, dec_of(100), &away) && dec_cmp(dec_abs(away), all->slack) <= 0;
}

/* "2条 + 42条". */
static const char *sum_text(const struct ratio_reader *r, const struct told_shares *all)
{
	const char *text = "";

	for (size_t i = 0; i < all->n; i++)
		text = arena_printf(r->c->arena, "%s%s%s", text, i ? " + " : "",
			passage_quote(r->c, r->p, all->part[i]->from, all->part[i]->to));
	return text;
}

void ratio_check_sum(struct ratio_reader *r)
{
	struct ratio_told t = {.message = r->how->share}, worst = t;
	struct dec far = dec_of(0), away, count;
	size_t n = 0, telling = 0;
	struct told_shares all;

	if (!read_pairs(r, &all))
		return;
	r->c->n_checked++;
	for (size_t i = 0; i < all.n; i++) {
		bool agrees;

		t.part = all.part[i];
		t.declared = all.share[i];
		t.told = t.declared->value;
		if (!ratio_count(t.part, &count) ||
			!percent_of(count, all.parts, t.told, &t.actual, &agrees) ||
			!dec_sub(t.actual, t.told, &away))
			return;
		if (agrees) {
			telling += t.told.units >= TELLING_LEAST;
			continue;
		}
		if (ratio_is_evened(r, &t))
			continue;
		if (is_of_any(r, &all, i))
			return;
		n++;
		if (dec_cmp(dec_abs(away), far) > 0) {
			far = dec_abs(away);
			worst = t;
		}
	}
	if (!worst.part || !((n == 1 && telling > 0) || is_hundred(&all)))
		return;
	worst.sum = sum_text(r, &all);
	ratio_tell(r, &worst, worst.part->from, worst.declared->to);
}

/* The kind `ratio`: shares and changes that prose tells beside the numbers they follow from.
 *
 * "其中自然人30件，占76.9%" follows from a whole told before, "比上年的30件增加9件，增长30%" from
 * the two numbers. A percentage is right where it is the quotient rounded, or cut off, to the
 * places it is written with. */
#include "rule/ratio.h"

#include "base/utf8.h"

/* The number that the group has found; NULL where that is none. */
static const struct quantity *quantity_of(
	const struct ratio_reader *r, const struct pattern *pattern, const char *name)
{
	size_t from, to;

	if (!pattern_group(pattern, name, &from, &to) || from == to)
		return NULL;
	return passage_quantity(r->p, r->begin + from);
}

const struct quantity *ratio_quantity(
	const struct ratio_reader *r, const struct pattern *pattern, const char *name)
{
	const struct quantity *q = quantity_of(r, pattern, name);

	return q && !q->approximate ? q : NULL;
}

bool ratio_count(const struct quantity *q, struct dec *out)
{
	return dec_mul(q->value, q->factor, out);
}

static void slot_quantity(const struct ratio_reader *r, struct slots *s, const char *name,
	const struct passage *p, const struct quantity *q, const struct sum *table)
{
	if (q)
		slots_text(s, name, str_of(passage_quote(r->c, p, q->from, q->to)));
	else
		slots_words(s, name, sum_in_words(r->c, table));
}

/* The numbers of the sentence that stand before `at`, added up, the last two of them or more as
 * they come; one reaches from the first to the last. The next is one more. */
static bool add_before(const struct ratio_reader *r, size_t at, size_t n, struct quantity *out)
{
	size_t i = r->p->quantities.n;

	while (i && r->p->quantities.v[i - 1].from >= at)
		i--;
	for (size_t left = n; left; i--) {
		const struct quantity *q = i ? &r->p->quantities.v[i - 1] : NULL;

		if (!q || q->from < r->s->from || q->approximate)
			return false;
		if (q->mark != '#')
			continue;
		if (left-- == n)
			*out = *q;
		else if (!dec_add(out->value, q->value, &out->value))
			return false;
		out->from = q->from;
	}
	out->low = out->high = out->value;
	return true;
}

void ratio_tell(struct ratio_reader *r, const struct ratio_told *t, size_t from, size_t to)
{
	static const struct form_words none = {{NULL, NULL}};
	const char *quote = passage_quote(r->c, r->p, from, to);
	const struct passage *told_in = t->told_in ? t->told_in : r->p;
	struct finding f;
	struct slots s;

	r->told = true;
	finding_begin(&f, r->rule);
	finding_numbers(&f, t->told, t->actual);
	finding_span(r->c, &f, passage_span(r->p, t->declared->from, t->declared->to));
	f.at = f.spans[0].from;
	if (t->part)
		finding_span(r->c, &f, passage_span(told_in, t->part->from, t->part->to));
	if (t->whole)
		finding_span(r->c, &f, passage_span(r->p, t->whole->from, t->whole->to));
	if (!t->sum && (!t->part || !t->whole))
		finding_cells(r->c, &f, t->table.cells, t->table.n);
	slots_init(&s, r->c->arena);
	slots_text(&s, "quote", str_of(quote));
	slot_quantity(r, &s, "part", told_in, t->part, &t->table);
	if (t->sum)
		slots_text(&s, "whole", str_of(t->sum));
	else
		slot_quantity(r, &s, "whole", r->p, t->whole, &t->table);
	slots_dec(&s, "declared", t->told);
	slots_dec(&s, "actual", t->actual);
	finding_message(r->c, &f, &s, t->message, none);
	finding_end(r->c, &f, passage_key(r->c, r->p, from, to));
}

/* Is the number told to be a share itself? Then it is no whole to tell of. The words up to the next
 * number say so. */
static bool is_part(const struct ratio_reader *r, const struct quantity *q)
{
	const struct quantity *end = r->p->quantities.v + r->p->quantities.n;
	size_t to = q + 1 < end ? q[1].from : r->p->shadow.n;

	return r->how->part && pattern_find(r->how->part, str_slice(r->p->shadow, q->to, to), 0);
}

static bool has_name(const struct ratio_reader *r, const struct ratio_told *t)
{
	for (size_t i = 0; i < r->how->n_wholes; i++) {
		struct pattern *named = r->how->wholes[i].named;

		if (named && pattern_find(named, ratio_words_between(r, t), 0))
			return true;
	}
	return false;
}

/* The number of the tables that the share comes nearest to: of those it names, or else of the
 * totals. false: none is known. */
static bool find_total(
	const struct ratio_reader *r, struct dec part, struct ratio_told *t, bool *fits)
{
	struct dec nearest = dec_of(0);
	bool found = false, by_name = has_name(r, t);

	*fits = false;
	for (size_t i = 0; i < r->how->n_wholes && !*fits; i++) {
		const struct ratio_whole *whole = &r->how->wholes[i];
		struct dec actual, away;
		struct sum sum;

		if (by_name != (whole->named != NULL) ||
			(by_name && !pattern_find(whole->named, ratio_words_between(r, t), 0)))
			continue;
		sum_make(r->c, &whole->cells, NULL, &sum);
		if (sum.state != SUM_KNOWN ||
			!percent_told(part, sum.value, t->declared, &actual, fits) ||
			!dec_sub(actual, t->told, &away) ||
			(found && dec_cmp(dec_abs(away), nearest) >= 0))
			continue;
		found = true;
		nearest = dec_abs(away);
		t->table = sum;
		t->actual = actual;
	}
	return found;
}

/* Is the part a number of the tables, as a claim read it and they bear it out? */
static bool is_of_table(const struct ratio_reader *r, const struct quantity *part)
{
	for (size_t i = 0; i < r->c->tellings.n; i++) {
		const struct telling *t = r->c->tellings.v[i];

		if (t->p == r->p && t->quantity.from == part->from)
			return t->state == TELLING_AGREES;
	}
	return false;
}

/* It is a share of a number of the tables, by its words or its part. */
static bool is_tabled(const struct ratio_reader *r, const struct ratio_told *t)
{
	return is_of_table(r, t->part) || has_name(r, t) ||
	       (r->how->tabled && pattern_find(r->how->tabled, ratio_words_between(r, t), 0));
}

/* Is it a share of the numbers of its sentence before it together, the last two or more, outside of
 * brackets: "建议13件（主办5件）、提案10件（主办4件），主办件合计9件，占39.1%"? */
static bool is_of_several(
	const struct ratio_reader *r, struct dec count, const struct ratio_told *t)
{
	struct dec sum = dec_of(0), value, actual;
	bool agrees = false;

	for (size_t i = passage_numbers_before(r->p, t->part->from); !agrees && i-- > 0;) {
		const struct quantity *q = &r->p->quantities.v[i];
		const struct clause *cl = passage_clause_at(r->p, q->from);

		if (q->from < r->s->from)
			break;
		if (q->mark != '#' || !cl || cl->depth)
			continue;
		if (q->approximate || !ratio_count(q, &value) || !dec_add(sum, value, &sum))
			break;
		percent_told(count, sum, t->declared, &actual, &agrees);
	}
	return agrees;
}

/* The whole told before that the share comes nearest to; false where it is that of one of them, or
 * nobody knows. */
static bool find_whole(struct ratio_reader *r, struct dec count, struct ratio_told *t)
{
	struct dec nearest = dec_of(0);

	for (size_t i = 0; i < r->p->quantities.n; i++) {
		const struct quantity *whole = &r->p->quantities.v[i];
		struct dec w, actual, away;
		bool agrees;

		if (!ratio_may_be_whole(whole, t->part) || !ratio_count(whole, &w) ||
			!percent_told(count, w, t->declared, &actual, &agrees))
			continue;
		if (agrees || whole->approximate || !dec_sub(actual, t->told, &away))
			return false;
		if (!is_part(r, whole) && (!t->whole || dec_cmp(dec_abs(away), nearest) < 0)) {
			t->whole = whole;
			t->actual = actual;
			nearest = dec_abs(away);
		}
	}
	return true;
}

/* Is it a share of that number, or of another told behind it or that as many are of? */
static bool is_of_common(struct ratio_reader *r, struct ratio_told *t, struct dec count,
	const struct quantity *common, size_t n)
{
	for (size_t i = 0; i < r->p->quantities.n; i++) {
		const struct quantity *whole = &r->p->quantities.v[i];
		struct dec w, actual;
		bool agrees;

		if (!ratio_may_be_whole(whole, t->part) || !ratio_count(whole, &w) ||
			!percent_told(count, w, t->declared, &actual, &agrees))
			continue;
		if ((agrees || whole->approximate) &&
			(whole->from >= common->from || ratio_count_shares(r, t, w) >= n))
			return true;
		if (whole == common)
			t->actual = actual;
	}
	t->whole = common;
	return false;
}

/* Is it a number of the passage, and not several added up? */
static bool is_one(const struct ratio_reader *r, const struct quantity *q)
{
	return passage_quantity(r->p, q->from) == q;
}

/* What the sentence says behind the share that it all comes to:
 * "甲9条，占90%；乙1条，占10%，总计10条".
 */
static const struct quantity *whole_behind(
	const struct ratio_reader *r, const struct quantity *declared)
{
	size_t from, to, stop = passage_full_stop(r->p, r->s);

	if (!r->how->behind ||
		!pattern_find(r->how->behind, str_slice(r->p->shadow, 0, stop), declared->to) ||
		!pattern_group(r->how->behind, "w", &from, &to))
		return NULL;
	const struct quantity *q = passage_quantity(r->p, from);

	return q && !q->approximate ? q : NULL;
}

/* Is it a share neither of that nor of any told before? */
static bool is_wrong_of(struct ratio_reader *r, struct ratio_told *t, struct dec count,
	const struct quantity *behind)
{
	struct dec whole, actual;
	bool agrees;

	if (!ratio_count(behind, &whole) ||
		!percent_told(count, whole, t->declared, &actual, &agrees) || agrees ||
		!find_whole(r, count, t))
		return false;
	r->c->n_checked++;
	t->whole = behind;
	t->actual = actual;
	return true;
}

/* Is it a share of none of the wholes told before in the passage, and of no total of the tables?
 * Where it is of none, the nearest is told. */
static bool is_wrong(struct ratio_reader *r, struct ratio_told *t)
{
	const struct quantity *common, *behind;
	struct dec count;
	bool known, fits;
	size_t n;

	if (!ratio_count(t->part, &count))
		return false;
	behind = is_one(r, t->part) ? whole_behind(r, t->declared) : NULL;
	if (behind && quantity_same_family(behind, t->part))
		return is_wrong_of(r, t, count, behind);
	if (is_one(r, t->part) && ratio_is_not_of_sum(r, t, count)) {
		r->c->n_checked++;
		return true;
	}
	known = find_total(r, count, t, &fits);
	common = ratio_find_common(r, t, &n);
	if (fits && (!common || ratio_count_shares(r, t, t->table.value) >= n))
		return false;
	if (common ? is_of_common(r, t, count, common, n)
		   : !find_whole(r, count, t) || is_of_several(r, count, t))
		return false;
	r->c->n_checked++;
	return t->whole || (known && is_tabled(r, t));
}

/* The share of several numbers told before it: of the last two, or of more. */
static void read_share_of_sum(struct ratio_reader *r, struct ratio_told *t, size_t from, size_t to)
{
	struct quantity sum, two;

	bool of_two = str_has_at(r->p->shadow, from, STR("两")) ||
		      str_has_at(r->p->shadow, from, STR("二"));

	if (!add_before(r, from, 2, &two))
		return;
	for (size_t n = 3; !of_two && add_before(r, from, n, &sum); n++) {
		struct ratio_told other = *t;

		other.part = &sum;
		if (!is_wrong(r, &other))
			return;
	}
	t->part = &two;
	if (is_wrong(r, t))
		ratio_tell(r, t, from, to);
}

/* Is the number told with the part less than that? */
static bool is_too_small(const struct quantity *whole, const struct quantity *part)
{
	struct dec w, p;

	return whole && part && ratio_count(whole, &w) && ratio_count(part, &p) &&
	       dec_cmp(w, p) < 0;
}

/* The share of the whole that is told with it. */
static void check_share(struct ratio_reader *r, struct ratio_told *t, size_t from, size_t to)
{
	struct dec part, whole;
	bool agrees;

	if (!quantity_same_family(t->part, t->whole) || !ratio_count(t->part, &part) ||
		!ratio_count(t->whole, &whole) ||
		!percent_told(part, whole, t->declared, &t->actual, &agrees))
		return;
	r->c->n_checked++;
	if (!agrees && !ratio_is_evened(r, t))
		ratio_tell(r, t, from, to);
}

/* Told behind its share, the number may be what that is of, told before: 占20%，共38件. Or what it
 * is of stands behind it. */
static bool is_whole_near(const struct ratio_reader *r, const struct ratio_told *t)
{
	const struct quantity *end = r->p->quantities.v + r->p->quantities.n;
	struct dec actual;
	bool agrees;

	for (const struct quantity *q = r->p->quantities.v; q < end; q++) {
		if (q == t->part || !quantity_same_family(q, t->part))
			continue;
		if (q < t->part ? dec_cmp(q->value, t->part->value) == 0
				: percent_told(t->part->value, q->value, t->declared, &actual,
					  &agrees) &&
					  agrees)
			return true;
	}
	return false;
}

/* "行政复议2件、诉讼1件，占10%": is it the share of all that stand side by side? */
static bool is_of_list(struct ratio_reader *r, const struct ratio_told *t)
{
	const struct clause *cl = passage_clause_at(r->p, t->part->from);
	struct quantity sum;

	for (size_t n = 2; cl && add_before(r, t->part->to, n, &sum) && sum.from >= cl->from; n++) {
		struct ratio_told other = *t;

		other.part = &sum;
		if (!is_wrong(r, &other))
			return true;
	}
	return false;
}

/* Is it the share of the last number in the bracket: 甲30件（乙10件、丙20件），占…? */
static bool is_of_inner(
	struct ratio_reader *r, const struct pattern *pattern, const struct ratio_told *t)
{
	struct ratio_told inner = *t;

	inner.part = ratio_quantity(r, pattern, "inner");
	return inner.part && !is_wrong(r, &inner);
}

static void read_share(struct ratio_reader *r, struct pattern *pattern, size_t from, size_t to)
{
	const struct quantity *part = ratio_quantity(r, pattern, "p");
	const struct quantity *told = quantity_of(r, pattern, "r");
	size_t at, past;
	bool whole = pattern_group(pattern, "w", &at, &past);

	if (!told || !passage_is_percent(r->c, r->p, told))
		return;
	struct quantity declared = percent_quantity(told, pattern);
	struct ratio_told t = {
		.part = part, .declared = &declared, .told = told->value, .message = r->how->share};
	/* of what the tables count alone; and all may be all of those that were due */
	if (pattern_group(pattern, "some", &at, &past) && part &&
		(dec_cmp(t.told, dec_of(100)) == 0 || !is_of_table(r, part)))
		return;
	if (pattern_group(pattern, "due", &at, &past) && dec_cmp(t.told, dec_of(100)) == 0)
		return;
	if (pattern_group(pattern, "later", &at, &past) && part && is_whole_near(r, &t))
		return;
	if (whole)
		t.whole = ratio_quantity(r, pattern, "w");
	if (pattern_group(pattern, is_too_small(t.whole, part) ? "within" : "over", &at, &past)) {
		t.whole = NULL;
		whole = false;
	}
	if (is_of_inner(r, pattern, &t))
		return;
	if (whole && t.whole && part)
		check_share(r, &t, from, to);
	else if (whole)
		return;
	else if (!part && !pattern_group(pattern, "p", &at, &past))
		read_share_of_sum(r, &t, from, to);
	else if (part && is_wrong(r, &t) && !ratio_is_evened(r, &t) && !is_of_list(r, &t))
		ratio_tell(r, &t, from, to);
}

/* A match that goes on from the half of the sentence before, or is of this one alone. */
static bool is_own(const struct ratio_reader *r, size_t from, size_t to)
{
	return to > r->s->from && (r->begin == r->s->from || from < r->s->from);
}

static void try_patterns(struct ratio_reader *r, struct pattern *const *v, size_t n,
	void (*read)(struct ratio_reader *, struct pattern *, size_t, size_t))
{
	struct str text = str_slice(r->p->shadow, r->begin, r->s->to);
	struct str own = str_slice(r->p->shadow, r->s->from, r->s->to);
	struct utf8_set chars = r->s->chars;
	size_t end = 0; /* of what an earlier pattern has read */

	if (!n || !pattern_hinted(v[0], own, &r->s->chars)) /* the hints of all are the same */
		return;
	if (r->begin < r->s->from)
		utf8_set_add(&chars, &r->s[-1].chars);
	for (size_t i = 0; i < n; i++) {
		size_t at = 0, from, to;

		while (at < text.n && pattern_find_in(v[i], text, at, &chars)) {
			pattern_group(v[i], NULL, &from, &to);
			if (to > end && is_own(r, r->begin + from, r->begin + to))
				read(r, v[i], r->begin + from, r->begin + to);
			end = to > end ? to : end;
			at = to > at ? to : at + 1;
		}
	}
}

static void read_changes(struct ratio_reader *r, const struct sentence *from)
{
	r->begin = from->from;
	try_patterns(r, r->how->changes, r->how->n_changes, ratio_read_change);
}

/* The sentence, or what a semicolon ends of it; one stands before it. */
static void read_half(struct ratio_reader *r, bool any_before)
{
	struct str text = str_slice(r->p->shadow, r->s->from, r->s->to);

	if (r->how->unless && pattern_find_in(r->how->unless, text, 0, &r->s->chars))
		return;
	if (r->how->full && pattern_find_in(r->how->full, text, 0, &r->s->chars))
		ratio_check_hundred(r);
	r->begin = r->s->from;
	try_patterns(r, r->how->shares, r->how->n_shares, read_share);
	read_changes(r, r->s);
	if (any_before && r->s[-1].half)
		read_changes(r, r->s - 1);
}

/* All of the sentence that ends here, from its beginning on. */
static void check_sum(struct ratio_reader *r)
{
	const struct sentence *last = r->s;

	while (r->s > r->p->sentences && r->s[-1].half)
		r->s--;
	ratio_check_sum(r);
	r->s = last;
}

static void ratio_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct prose *prose = context_prose(c);
	struct ratio_reader r = {.c = c, .rule = rule, .how = data};

	for (size_t i = 0; i < prose->n; i++) {
		r.p = &prose->passages[i];
		for (size_t j = 0; r.p->read && j < r.p->n_sentences; j++) {
			r.s = &r.p->sentences[j];
			if (!j || !r.s[-1].half)
				r.told = false;
			read_half(&r, j > 0);
			if (!r.told && !r.s->half)
				check_sum(&r);
		}
	}
}

const struct rule_kind ratio_kind = {
	.name = "ratio",
	.keys = ratio_keys,
	.load = ratio_load,
	.run = ratio_run,
	.late = true,
};

/* The kind `ratio`: shares and changes that prose tells beside the numbers they follow from.
 *
 * "其中自然人30件，占76.9%" follows from a whole told before, "比上年的30件增加9件，增长30%" from
 * the two numbers. A percentage is right where it is the quotient rounded, or cut off, to the
 * places it is written with. */
#include "rule/claim.h"
#include "rule/percent.h"

#include "base/utf8.h"

struct ratio_rule {
	struct pattern **shares;  /* groups p: the part, r: its share */
	struct pattern **changes; /* n: now, b: before, d: by how much, r: by how much in percent */
	size_t n_shares, n_changes;
	struct pattern *unless;	  /* the sentence must not match */
	struct pattern *part;	  /* behind a number: it is a part itself */
	struct pattern *tabled;	  /* up to the share: it is one of a total of the tables */
	struct sum_words *wholes; /* of tables, that a share may be of */
	size_t n_wholes;
	struct form_words share, change, rate;
};

struct ratio_reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct ratio_rule *how;
	const struct passage *p;
	const struct sentence *s;
};

static const char *const ratio_keys[] = {"shares", "changes", "unless", "part", "tabled", "wholes",
	"hints", "macros", "share", "change", "rate", NULL};
static const char *const ratio_slots[] = {"quote", "part", "whole", "declared", "actual", NULL};

static bool load_wholes(struct rule_load *l, const struct ynode *node, struct ratio_rule *r)
{
	const struct ynode *list = yaml_get(node, "wholes");

	if (!list)
		return true;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	r->wholes = arena_alloc_array(l->rules->arena, list->n, sizeof *r->wholes);
	for (; r->n_wholes < list->n; r->n_wholes++) {
		if (!yaml_need_map(l->doc, list->items[r->n_wholes], l->err) ||
			!sum_load(l, list->items[r->n_wholes], "cells", &r->wholes[r->n_wholes]))
			return false;
	}
	return true;
}

static bool load_pattern(
	struct rule_load *l, const struct ynode *node, const char *key, struct pattern **out)
{
	return !yaml_get(node, key) ||
	       (*out = rule_load_pattern(l, node, key, yaml_get(node, "macros")));
}

static const void *ratio_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct ratio_rule *r = arena_alloc(l->rules->arena, sizeof *r);
	const struct ynode *macros = yaml_get(node, "macros");

	(void)rule;
	*r = (struct ratio_rule){0};
	if (!l->rules->prose) {
		yaml_err(l->doc, node, l->err,
			_("rules over prose need \"%s\", in a file that comes before"), "prose");
		return NULL;
	}
	if (!rule_load_hinted(l, node, "shares", macros, &r->shares, &r->n_shares) ||
		!rule_load_hinted(l, node, "changes", macros, &r->changes, &r->n_changes) ||
		!load_wholes(l, node, r) ||
		!rule_load_template(l, node, "share", ratio_slots, &r->share) ||
		!rule_load_template(l, node, "change", ratio_slots, &r->change) ||
		!rule_load_template(l, node, "rate", ratio_slots, &r->rate))
		return NULL;
	if (!load_pattern(l, node, "unless", &r->unless) ||
		!load_pattern(l, node, "part", &r->part) ||
		!load_pattern(l, node, "tabled", &r->tabled))
		return NULL;
	return r;
}

/* The exact number a group of the last match stands for; NULL where it is none. */
static const struct quantity *group_quantity(
	const struct ratio_reader *r, const struct pattern *pattern, const char *name)
{
	size_t from, to;

	if (!pattern_group(pattern, name, &from, &to) || from == to)
		return NULL;
	const struct quantity *q = passage_quantity(r->p, r->s->from + from);

	return q && !q->approximate ? q : NULL;
}

static bool count_of(const struct quantity *q, struct dec *out)
{
	return dec_mul(q->value, q->factor, out);
}

static void slot_quantity(
	const struct ratio_reader *r, struct slots *s, const char *name, const struct quantity *q)
{
	slots_text(s, name, str_of(passage_quote(r->c, r->p, q->from, q->to)));
}

struct ratio_told {
	const struct quantity *part, *whole, *declared; /* whole: NULL where it is the table's */
	struct sum table;
	struct dec told, actual; /* with a sign where it is a change */
	struct form_words message;
};

static void tell(struct ratio_reader *r, const struct ratio_told *t, size_t from, size_t to)
{
	static const struct form_words none = {{NULL, NULL}};
	const char *quote = passage_quote(r->c, r->p, from, to);
	struct finding f;
	struct slots s;

	finding_begin(&f, r->rule);
	finding_numbers(&f, t->told, t->actual);
	finding_span(r->c, &f, passage_span(r->p, t->declared->from, t->declared->to));
	f.at = f.spans[0].from;
	finding_span(r->c, &f, passage_span(r->p, t->part->from, t->part->to));
	if (t->whole)
		finding_span(r->c, &f, passage_span(r->p, t->whole->from, t->whole->to));
	else
		finding_cells(r->c, &f, t->table.cells, t->table.n);
	slots_init(&s, r->c->arena);
	slots_text(&s, "quote", str_of(quote));
	slot_quantity(r, &s, "part", t->part);
	if (t->whole)
		slot_quantity(r, &s, "whole", t->whole);
	else
		slots_words(&s, "whole", sum_in_words(r->c, &t->table));
	slots_dec(&s, "declared", t->told);
	slots_dec(&s, "actual", t->actual);
	finding_message(r->c, &f, &s, t->message, none);
	finding_end(r->c, &f, passage_key(r->c, r->p, from, to));
}

/* May `whole`, told earlier, be what `part` is a share of? */
static bool may_be_whole(const struct quantity *whole, const struct quantity *part)
{
	struct dec w, p;

	return whole->from < part->from && quantity_same_family(whole, part) &&
	       count_of(whole, &w) && count_of(part, &p) && dec_cmp(w, p) >= 0 &&
	       dec_cmp(w, dec_of(1)) > 0;
}

/* Is the number told to be a share itself? Then it is no whole to tell of. */
static bool is_part(const struct ratio_reader *r, const struct quantity *q)
{
	return r->how->part &&
	       pattern_find(r->how->part, str_slice(r->p->shadow, q->to, r->p->shadow.n), 0);
}

/* The total of the tables that the share comes nearest to; false: no total is known. */
static bool find_total(
	const struct ratio_reader *r, struct dec part, struct ratio_told *t, bool *fits)
{
	struct dec nearest = dec_of(0);
	bool found = false;

	*fits = false;
	for (size_t i = 0; i < r->how->n_wholes && !*fits; i++) {
		struct dec actual, away;
		struct sum sum;

		sum_make(r->c, &r->how->wholes[i], NULL, &sum);
		if (sum.state != SUM_KNOWN ||
			!percent_of(part, sum.value, t->told, &actual, fits) ||
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

/* It is a share of a total of the tables, by its words or its part. */
static bool is_tabled(
	const struct ratio_reader *r, const struct quantity *part, const struct quantity *told)
{
	return is_of_table(r, part) ||
	       (r->how->tabled && pattern_find(r->how->tabled,
					  str_slice(r->p->shadow, part->to, told->from), 0));
}

/* A share: of one of the wholes told before in the passage, or of a total of the tables; where it
 * is of none, the nearest is told. */
static void read_share(struct ratio_reader *r, struct pattern *pattern, size_t from, size_t to)
{
	const struct quantity *part = group_quantity(r, pattern, "p");
	const struct quantity *told = group_quantity(r, pattern, "r");
	struct ratio_told t = {.part = part, .declared = told, .message = r->how->share};
	struct dec count, nearest = dec_of(0);
	bool known, fits;

	if (!part || !told || !passage_is_percent(r->c, r->p, told) || !count_of(part, &count))
		return;
	t.told = told->value;
	known = find_total(r, count, &t, &fits);
	if (fits)
		return;
	for (size_t i = 0; i < r->p->quantities.n; i++) {
		const struct quantity *whole = &r->p->quantities.v[i];
		struct dec w, actual, away;
		bool agrees;

		if (!may_be_whole(whole, part) || !count_of(whole, &w) ||
			!percent_of(count, w, told->value, &actual, &agrees))
			continue;
		if (agrees || whole->approximate || !dec_sub(actual, told->value, &away))
			return;
		if (!is_part(r, whole) && (!t.whole || dec_cmp(dec_abs(away), nearest) < 0)) {
			t.whole = whole;
			t.actual = actual;
			nearest = dec_abs(away);
		}
	}
	r->c->n_checked++;
	if (t.whole || (known && is_tabled(r, part, told)))
		tell(r, &t, from, to);
}

/* What there was before: told, or what now and the difference give. */
static bool count_before(struct dec now, const struct quantity *before, const struct quantity *by,
	bool down, struct dec *out)
{
	struct dec d;

	if (before)
		return count_of(before, out);
	if (!by || !count_of(by, &d))
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
		tell(r, t, from, to);
	}
}

/* A change: the difference of the two numbers, and its share of the one before. */
static void read_change(struct ratio_reader *r, struct pattern *pattern, size_t from, size_t to)
{
	const struct quantity *now = group_quantity(r, pattern, "n");
	const struct quantity *before = group_quantity(r, pattern, "b");
	const struct quantity *by = group_quantity(r, pattern, "d");
	const struct quantity *rate = group_quantity(r, pattern, "r");
	struct dec n, b, d, difference;
	size_t at, end;
	bool down = pattern_group(pattern, "down", &at, &end) && at < end;

	if (!now || (!before && !by) || !count_of(now, &n) ||
		!count_before(n, before, by, down, &b) || !dec_sub(n, b, &difference))
		return;
	struct ratio_told t = {.part = now,
		.whole = before ? before : by,
		.declared = by,
		.told = dec_of(0),
		.actual = difference,
		.message = r->how->change};

	r->c->n_checked++;
	if (before && by && count_of(by, &d) && dec_cmp(signed_dec(d, down), difference) != 0) {
		t.told = signed_dec(d, down);
		tell(r, &t, from, to);
	} else if (rate && passage_is_percent(r->c, r->p, rate)) {
		t.declared = rate;
		t.told = signed_dec(rate->value, down);
		t.message = r->how->rate;
		check_rate(r, &t, b, from, to);
	}
}

static void try_patterns(struct ratio_reader *r, struct pattern *const *v, size_t n,
	void (*read)(struct ratio_reader *, struct pattern *, size_t, size_t))
{
	struct str text = str_slice(r->p->shadow, r->s->from, r->s->to);
	size_t end = 0; /* of what an earlier pattern has read */

	for (size_t i = 0; i < n; i++) {
		size_t at = 0, from, to;

		if (!pattern_hinted(v[i], text, &r->s->chars))
			continue;
		while (at < text.n && pattern_find_in(v[i], text, at, &r->s->chars)) {
			pattern_group(v[i], NULL, &from, &to);
			if (to > end)
				read(r, v[i], r->s->from + from, r->s->from + to);
			end = to > end ? to : end;
			at = to > at ? to : at + 1;
		}
	}
}

static void ratio_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct prose *prose = context_prose(c);
	struct ratio_reader r = {.c = c, .rule = rule, .how = data};

	for (size_t i = 0; i < prose->n; i++) {
		r.p = &prose->passages[i];
		for (size_t j = 0; r.p->read && j < r.p->n_sentences; j++) {
			r.s = &r.p->sentences[j];
			if (r.how->unless &&
				pattern_find_in(r.how->unless,
					str_slice(r.p->shadow, r.s->from, r.s->to), 0, &r.s->chars))
				continue;
			try_patterns(&r, r.how->shares, r.how->n_shares, read_share);
			try_patterns(&r, r.how->changes, r.how->n_changes, read_change);
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

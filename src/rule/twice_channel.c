/* The kind `twice`: what was put out by one channel, told of the channel alone and as a part of
 * all that was disclosed.
 *
 * The two may well differ, for not all that a channel puts out is disclosed as such. So they are
 * told only where one is a slip of the other, or none at all. */
#include "rule/twice.h"

#include "rule/sure.h"

/* Numbers no further apart are a slip, from here on: less is so by chance. */
#define SLIP_APART 2
#define SLIP_LEAST 10

/* A report that tells of more is not looked at: each is held against each. */
#define CHANNELS_MOST 64

struct channel {
	struct twice_number n;
	struct str kind, who; /* 微信; 今日白马, or empty */
	size_t sentence;      /* that tells so, up to its full stop */
	bool alone;	      /* which tells of nothing before it */
};

struct channel_reader {
	struct rule_context *c;
	const struct twice_rule *how;
	VEC(struct channel) seen; /* numbers behind what may be a channel */
	VEC(struct channel) v;	  /* and is one */
};

static bool is_slip(const struct quantity *a, const struct quantity *b)
{
	int64_t x = a->value.units, y = b->value.units, d = x > y ? x - y : y - x;

	if (a->value.scale || b->value.scale)
		return false;
	if (!x || !y)
		return true;
	return sure_slip(x, y) || sure_digit_more(x, y) ||
	       (d <= SLIP_APART && x >= SLIP_LEAST && y >= SLIP_LEAST);
}

static bool is_short(struct str a, struct str b)
{
	return name_is_short_for(a, b) || name_is_short_for(b, a);
}

/* Is it one channel? One that is not named is the only one of its kind, or none that is known. */
static bool is_one(const struct channel_reader *r, const struct channel *a, const struct channel *b)
{
	if (!str_eq(a->kind, b->kind) || !is_short(a->who, b->who))
		return false;
	for (size_t i = 0; i < r->v.n; i++) {
		const struct channel *other = &r->v.v[i];

		if (str_eq(other->kind, a->kind) &&
			is_short(other->who, a->who) != is_short(other->who, b->who))
			return false;
	}
	return true;
}

static bool is_at_odds(
	const struct channel_reader *r, const struct channel *a, const struct channel *b)
{
	bool apart = a->n.p != b->n.p || a->sentence != b->sentence;
	bool told = a->alone && b->alone && twice_same_words(r->how, &a->n, &b->n, true);

	return apart && !told && twice_differ(a->n.q, b->n.q) && is_slip(a->n.q, b->n.q) &&
	       is_one(r, a, b) && str_eq(twice_unit(r->c, &a->n), twice_unit(r->c, &b->n));
}

static struct str group_of(const struct pattern *p, struct str s, const char *name)
{
	size_t from, to;

	return pattern_group(p, name, &from, &to) ? str_slice(s, from, to) : STR("");
}

/* The first of those up to the ith that no full stop parts. */
static size_t first_half(const struct passage *p, size_t i)
{
	while (i && p->sentences[i - 1].half)
		i--;
	return i;
}

/* Of the ith sentence or, where that goes on with the one before it, of that. */
static size_t begin_of(const struct channel_reader *r, const struct passage *p, size_t i)
{
	size_t first = first_half(p, i);

	if (first && str_has_at(p->shadow, p->sentences[first].from, STR("其中")))
		first = first_half(p, first - 1);
	return twice_past_name(r->how, r->c->report, p->shadow, p->sentences[first].from);
}

/* Does its clause name one, before it? Most numbers are of something else. */
static bool names_channel(const struct twice_rule *how, const struct passage *p,
	const struct quantity *q, const struct utf8_set *chars)
{
	const struct clause *cl = passage_clause_at(p, q->from);

	return cl &&
	       pattern_hinted(how->channels[0], str_slice(p->shadow, cl->from, q->from), chars);
}

static void see_sentence(struct channel_reader *r, const struct passage *p, size_t i)
{
	const struct sentence *s = &p->sentences[i];
	struct str text = str_slice(p->shadow, s->from, s->to);

	if (!pattern_hinted(r->how->channels[0], text, &s->chars))
		return;
	for (size_t j = passage_numbers_before(p, s->from); j < p->quantities.n; j++) {
		const struct quantity *q = &p->quantities.v[j];

		if (q->from >= s->to)
			break;
		if (!q->approximate && q->mark == '#' && names_channel(r->how, p, q, &s->chars))
			*vec_push(&r->seen) = (struct channel){
				.n = {.p = p, .q = q}, .sentence = first_half(p, i)};
	}
}

/* Is one of the numbers a slip of another? Mostly not, and then none is looked at. */
static bool has_slip(const struct channel_reader *r)
{
	if (r->seen.n > CHANNELS_MOST)
		return false;
	for (size_t i = 1; i < r->seen.n; i++)
		for (size_t k = 0; k < i; k++)
			if (twice_differ(r->seen.v[k].n.q, r->seen.v[i].n.q) &&
				is_slip(r->seen.v[k].n.q, r->seen.v[i].n.q))
				return true;
	return false;
}

/* Is the number what a channel put out, by what stands before it? */
static void read_number(struct channel_reader *r, struct channel found)
{
	const struct passage *p = found.n.p;

	found.n.begin = begin_of(r, p, found.sentence);
	struct str s = str_slice(p->shadow, found.n.begin, found.n.q->from);

	for (size_t i = 0; i < r->how->n_channels; i++) {
		const struct pattern *channel = r->how->channels[i];

		if (!pattern_find(channel, s, 0))
			continue;
		found.alone = !i;
		found.kind = group_of(channel, s, "kind");
		found.who = group_of(channel, s, "who");
		twice_find_end(r->how, &found.n);
		if (twice_find_words(r->how, &found.n))
			*vec_push(&r->v) = found;
		return;
	}
}

void twice_channel_run(struct twice_reader *to)
{
	const struct prose *prose = context_prose(to->c);
	struct channel_reader r = {.c = to->c, .how = to->how};

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];
		bool due = p->read && to->how->sections & 1u << p->section;

		for (size_t j = 0; due && j < p->n_sentences; j++)
			see_sentence(&r, p, j);
	}
	size_t n = has_slip(&r) ? r.seen.n : 0;

	for (size_t i = 0; i < n; i++)
		read_number(&r, r.seen.v[i]);
	for (size_t i = 1; i < r.v.n; i++) {
		size_t k = 0;

		while (k < i && !is_at_odds(&r, &r.v.v[k], &r.v.v[i]))
			k++;
		if (k < i)
			twice_tell_numbers(to, &r.v.v[k].n, &r.v.v[i].n);
	}
	vec_free(&r.seen);
	vec_free(&r.v);
}

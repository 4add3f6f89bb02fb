/* The kind `parts`: sentences whose words say what is all of what, wherever the whole stands:
 * "12个问题已整改9个、持续推进3个", "上半年公开220条，下半年公开250条，全年公开470条". */
#include "rule/parts.h"

/* The number that a group of the last match stands for; STR_NONE where it is none, or not exact. */
static size_t number_of(
	const struct parts_reader *r, const struct pattern *p, const char *name, size_t begin)
{
	size_t from, to;

	if (!pattern_group(p, name, &from, &to) || from == to)
		return STR_NONE;
	size_t i = passage_numbers_before(r->p, begin + from);

	if (i == r->p->quantities.n || parts_quantity(r, i)->from != begin + from ||
		parts_quantity(r, i)->approximate)
		return STR_NONE;
	return i;
}

static size_t clause_index(const struct parts_reader *r, size_t number)
{
	return (size_t)(parts_clause_at(r, parts_quantity(r, number)->from) - r->p->clauses);
}

/* What the last match tells, from `begin` on; false where it is no sum. */
static bool take_sum(
	const struct parts_reader *r, const struct pattern *p, size_t begin, struct list *l)
{
	static const char *const parts[] = {"a", "b", "c", "d"};

	l->whole = number_of(r, p, "w", begin);
	if (l->whole == STR_NONE || r->told[l->whole])
		return false;
	l->first = l->last = clause_index(r, l->whole);
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t from, to, number = number_of(r, p, parts[i], begin);

		if (number == STR_NONE && pattern_group(p, parts[i], &from, &to) && from < to)
			return false;
		if (number == STR_NONE)
			continue;
		size_t clause = clause_index(r, number);

		if (!parts_is_alike(r, number, l->whole))
			return false;
		l->first = clause < l->first ? clause : l->first;
		l->last = clause > l->last ? clause : l->last;
		*vec_push(&l->items) = number;
	}
	return l->items.n > 1;
}

static void read_sum(struct parts_reader *r, const struct pattern *p, size_t begin)
{
	struct list l = {.closure = LIST_CLOSED};
	struct total t;

	if (take_sum(r, p, begin, &l)) {
		const struct quantity *whole = parts_quantity(r, l.whole);

		r->c->n_checked++;
		if (list_add_up(r, &l, l.items.n, whole, &t) && dec_cmp(t.value, whole->value) != 0)
			list_tell(r, &l, whole, &t);
	}
	list_clear(&l);
}

/* The sentence from `begin` on, with the characters that are in it. */
static void read_sentence(
	struct parts_reader *r, struct str text, size_t begin, const struct utf8_set *chars)
{
	size_t from, to;

	for (size_t i = 0; i < r->how->n_sums; i++) {
		const struct pattern *p = r->how->sums[i];
		size_t at = 0;

		if (!pattern_hinted(p, text, chars))
			return; /* the hints of all are the same */
		while (at < text.n && pattern_find_in(p, text, at, chars) &&
			pattern_group(p, NULL, &from, &to)) {
			read_sum(r, p, begin);
			at = to > at ? to : at + 1;
		}
	}
}

void parts_read_sums(struct parts_reader *r)
{
	struct utf8_set chars = {0};

	for (size_t i = 0, first = 0; i < r->p->n_sentences; i++) {
		const struct sentence *s = &r->p->sentences[i];

		if (!i || !s[-1].half) {
			first = s->from;
			chars = s->chars;
		} else {
			utf8_set_add(&chars, &s->chars);
		}
		if (!s->half || i + 1 == r->p->n_sentences)
			read_sentence(r, str_slice(r->p->shadow, first, s->to), first, &chars);
	}
}

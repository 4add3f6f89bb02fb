/* Finding the numbers in folded prose. */
#include "rule/quantity.h"

#include <string.h>

#include "base/utf8.h"

size_t word_list_at(const struct word_list *list, struct str s, size_t at)
{
	for (size_t i = 0; i < list->n; i++) {
		if (str_has_at(s, at, list->items[i]))
			return list->items[i].n;
	}
	return 0;
}

size_t word_list_before(const struct word_list *list, struct str s, size_t at)
{
	for (size_t i = 0; i < list->n; i++) {
		struct str w = list->items[i];

		if (at >= w.n && str_has_at(s, at - w.n, w))
			return w.n;
	}
	return 0;
}

size_t word_list_find(const struct word_list *list, struct str s, size_t from, size_t *to)
{
	size_t best = STR_NONE;

	for (size_t i = 0; i < list->n; i++) {
		size_t at = str_find(s, list->items[i], from);

		if (at < best) {
			best = at;
			*to = at + list->items[i].n;
		}
	}
	return best;
}

static bool is_digit(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static bool is_code(struct str s, size_t at)
{
	if (at >= s.n)
		return false;
	char c = s.p[at];

	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || strchr("_/@-~+*", c);
}

/* Past the digits at `at`, thousands separators ("1,300") among them. */
static size_t digits_end(struct str s, size_t at)
{
	size_t from = at;

	while (is_digit(s, at))
		at++;
	while (at > from && at - from <= 3 && at < s.n && s.p[at] == ',' && is_digit(s, at + 1) &&
		is_digit(s, at + 2) && is_digit(s, at + 3) && !is_digit(s, at + 4)) {
		at += 4;
		from = at - 3;
	}
	return at;
}

static bool digits_value(struct str s, size_t from, size_t to, struct dec *out)
{
	char text[DEC_TEXT_MAX];
	size_t n = 0;

	for (size_t i = from; i < to; i++) {
		if (s.p[i] == ',')
			continue;
		if (n + 1 == sizeof text)
			return false;
		text[n++] = s.p[i];
	}
	return dec_parse((struct str){text, n}, out);
}

static const struct numeral *numeral_at(const struct quantity_words *w, struct str s, size_t at)
{
	for (size_t i = 0; i < w->n_numerals; i++) {
		if (str_has_at(s, at, w->numerals[i].text))
			return &w->numerals[i];
	}
	return NULL;
}

/* Multiplies by the scales behind a number in digits: "1.3万", "3千万". */
static bool scale_behind(
	const struct quantity_words *w, struct str s, size_t *at, struct dec *value)
{
	bool scaled = false;

	for (;;) {
		const struct numeral *n = *at < s.n ? numeral_at(w, s, *at) : NULL;

		if (!n || n->value < 100 || !dec_mul(*value, dec_of(n->value), value))
			return scaled;
		*at += n->text.n;
		scaled = true;
	}
}

/* "三十五", "两百零三", "二〇二〇"; false where there is none or it is too large. */
static bool han_number(const struct quantity_words *w, struct str s, size_t *at, struct dec *out)
{
	int64_t total = 0, section = 0, digit = 0, limit = INT64_MAX / 1000000000000;
	bool any = false, scaled = false, pending = false, large = false;

	for (const struct numeral *n; *at < s.n && (n = numeral_at(w, s, *at)); *at += n->text.n) {
		large |= total > limit || section > limit || digit > limit;
		if (large)
			continue;
		if (n->value < 10) {
			digit = scaled ? n->value : digit * 10 + n->value;
			pending = true;
		} else if (n->value < 10000) {
			section += (pending ? digit : 1) * n->value;
			digit = 0;
			pending = false;
			scaled = true;
		} else {
			total = (total + section + digit) * n->value;
			section = digit = 0;
			pending = false;
			scaled = true;
		}
		any = true;
	}
	*out = dec_of(total + section + digit);
	return any && !large;
}

/* What one stands for at the last figure that is not zero: 100 for 1300, 1 for 35. */
static struct dec place_of(struct dec d)
{
	struct dec place = {1, d.scale};

	while (d.units && d.units % 10 == 0) {
		d.units /= 10;
		place.units *= 10;
	}
	return place;
}

static void allow_less(struct quantity *q)
{
	dec_sub(q->low, place_of(q->low), &q->low);
	q->approximate = true;
}

/* Up to the next such number, that one left out: counts are whole. */
static void allow_more(struct quantity *q)
{
	struct dec place = place_of(q->high);

	if (dec_add(q->high, place, &q->high) && dec_cmp(place, dec_of(1)) >= 0)
		dec_sub(q->high, dec_of(1), &q->high);
	q->approximate = true;
}

void quantity_widen(struct quantity *q)
{
	allow_less(q);
	allow_more(q);
}

static void allow_any_more(struct quantity *q)
{
	q->no_limit = true;
	q->approximate = true;
}

static const struct unit *unit_at(const struct quantity_words *w, struct str s, size_t at)
{
	for (size_t i = 0; i < w->n_units; i++) {
		if (str_has_at(s, at, w->units[i].text))
			return &w->units[i];
	}
	return NULL;
}

/* "1—6月": the number before the dash is of the unit behind, and no count. */
static bool is_range(struct str s, unsigned ch, size_t next)
{
	bool dash = ch == '~' || (ch >= 0x2013 && ch <= 0x2015); /* – — ― */

	return dash && is_digit(s, next);
}

/* May the text go on like this behind a number without a unit? */
static bool is_boundary(const struct quantity_words *w, struct str s, size_t at)
{
	size_t next = at;

	if (at >= s.n || word_list_at(&w->join, s, at))
		return true;
	unsigned ch = utf8_next(s, &next);

	return !utf8_is_han(ch) && !is_range(s, ch, next) && !is_digit(s, at) && !is_code(s, at) &&
	       s.p[at] != '.' && s.p[at] != '%' && s.p[at] != ':';
}

static void unit_behind(const struct quantity_words *w, struct str s, struct quantity *q)
{
	const struct unit *unit = unit_at(w, s, q->to);

	q->family = unit ? unit->family : FAMILY_NONE;
	q->factor = unit ? unit->factor : dec_of(1);
	q->to += unit ? unit->text.n : 0;
	q->mark = w->families[unit ? unit->family : 0].mark;
	if (unit && word_list_at(&w->alone, unit->text, 0) == unit->text.n &&
		(is_boundary(w, s, q->to) || word_list_at(&w->alone_before, s, q->to)))
		q->mark = w->families[0].mark;
}

/* Words of approximation on both sides, and the unit. */
static void quantity_finish(
	const struct quantity_words *w, struct str s, struct quantity *q, bool scaled)
{
	struct quantity exact = *q;
	size_t n;

	if (scaled) {
		allow_less(q);
		q->high = exact.high;
		allow_more(q);
	}
	if ((n = word_list_at(&w->more, s, q->to))) {
		*q = exact;
		q->to += n;
		if (scale_behind(w, s, &q->to, &q->low))
			q->value = q->high = q->low;
		allow_more(q);
	}
	unit_behind(w, s, q);
	if ((n = word_list_at(&w->around, s, q->to))) {
		q->to += n;
		quantity_widen(q);
	} else if ((n = word_list_at(&w->least, s, q->to))) {
		q->to += n;
		allow_any_more(q);
	}
	if ((n = word_list_before(&w->near, s, q->from))) {
		allow_less(q);
	} else if ((n = word_list_before(&w->about, s, q->from))) {
		quantity_widen(q);
	} else if ((n = word_list_before(&w->over, s, q->from))) {
		allow_any_more(q);
	}
	q->from -= n;
}

static bool begins_sentence(struct str s, size_t at)
{
	return at == 0 || strchr(";:,", s.p[at - 1]) || (at >= 3 && !memcmp(s.p + at - 3, "。", 3));
}

/* Past the decimals behind the digits [from, to). "2.2020年" is paragraph 2 and a year. */
static size_t decimals_end(struct str s, size_t from, size_t to)
{
	size_t end = to + 1;

	if (to >= s.n || s.p[to] != '.' || !is_digit(s, end))
		return to;
	while (is_digit(s, end))
		end++;
	return end - to == 5 && to - from <= 2 && begins_sentence(s, from) ? to : end;
}

/* "(3)", or "3." and "3、" where a sentence begins: the number of a paragraph. */
static bool is_numbering(struct str s, size_t from, size_t to)
{
	if (from && s.p[from - 1] == '(' && to < s.n && s.p[to] == ')')
		return true;
	if (!begins_sentence(s, from) || to - from > 2 || to >= s.n)
		return false;
	if (s.p[to] == '.' && is_digit(s, to + 1))
		return decimals_end(s, from, to) == to;
	return s.p[to] == ')' || s.p[to] == '.' ||
	       (from == 0 && s.n - to >= 3 && !memcmp(s.p + to, "、", 3));
}

/* "3.13件": nothing that is counted is told in fractions, so that is paragraph 3 and a number. */
static bool is_numbered_count(
	const struct quantity_words *w, struct str s, size_t from, size_t to, size_t part)
{
	const struct unit *unit = unit_at(w, s, part);

	return part > to && to - from <= 2 && begins_sentence(s, from) && unit &&
	       w->families[unit->family].mark == w->families[0].mark &&
	       dec_cmp(unit->factor, dec_of(1)) == 0;
}

/* Behind 第 or 同; not behind 合同. */
static bool is_ordinal(const struct quantity_words *w, struct str s, size_t from)
{
	return word_list_before(&w->ordinal, s, from) && !word_list_before(&w->cardinal, s, from);
}

/* A number in digits at `at`, which moves past it whatever it is. false where it is no quantity. */
static bool digits_quantity(
	const struct quantity_words *w, struct str s, size_t *at, struct quantity *q)
{
	size_t from = *at, to = digits_end(s, from), part = decimals_end(s, from, to);
	bool coded = from && is_code(s, from - 1);

	*q = (struct quantity){.from = from, .number = from};
	*at = part;
	if (is_numbering(s, from, to))
		return false;
	if (is_numbered_count(w, s, from, to, part)) {
		*at = to + 1;
		return false;
	}
	while (is_code(s, *at) || is_digit(s, *at) ||
		(*at < s.n && s.p[*at] == '.' && is_digit(s, *at + 1)))
		(*at)++;
	if (*at != part || coded || is_ordinal(w, s, from))
		return false;
	if (!digits_value(s, from, part, &q->low))
		return false;
	q->to = part;
	/* "32万元" is 32 of a unit, "32万条" is 320000 */
	bool scaled = !unit_at(w, s, part) && scale_behind(w, s, &q->to, &q->low);

	q->past = q->to;
	q->value = q->high = q->low;
	quantity_finish(w, s, q, scaled);
	if (q->family == FAMILY_NONE && !is_boundary(w, s, q->to))
		return false;
	*at = q->to;
	return true;
}

/* Does it stand in a list behind a number, "零、零、一件"? Then its unit is behind the last. */
static bool is_listed(struct str s, size_t at, const struct quantities *before)
{
	static const char comma[] = "、";
	size_t n = strlen(comma);

	return before->n > 0 && before->v[before->n - 1].to + n == at &&
	       !memcmp(s.p + at - n, comma, n);
}

/* Without a unit it is none, but for a zero behind its verb, or one among others. */
static bool is_bare_number(const struct quantity_words *w, struct str s, const struct quantity *q,
	const struct quantities *before)
{
	bool zero = dec_is_zero(q->low) && word_list_before(&w->zero, s, q->from);

	return (zero || is_listed(s, q->from, before)) && is_boundary(w, s, q->to);
}

static bool han_quantity(const struct quantity_words *w, struct str s, size_t *at,
	struct quantity *q, const struct quantities *before)
{
	size_t from = *at, idiom = word_list_at(&w->idioms, s, from);

	*q = (struct quantity){.from = from, .number = from, .han = true};
	if (idiom && !word_list_before(&w->counted, s, from)) {
		*at += idiom;
		return false;
	}
	if (!han_number(w, s, at, &q->low) || word_list_before(&w->ordinal, s, from))
		return false;
	q->value = q->high = q->low;
	q->to = q->past = *at;
	quantity_finish(w, s, q, false);
	if (q->family == FAMILY_NONE && !is_bare_number(w, s, q, before))
		return false;
	*at = q->to;
	return true;
}

void quantity_scan(const struct quantity_words *w, struct str text, struct quantities *out)
{
	for (size_t at = 0; at < text.n;) {
		struct quantity q;
		bool found;

		if (is_digit(text, at)) {
			found = digits_quantity(w, text, &at, &q);
		} else {
			size_t next = at;
			unsigned place = utf8_set_place(utf8_next(text, &next));

			if (!(text.p[at] & 0x80) || !utf8_set_has(&w->numeral_chars, place) ||
				!numeral_at(w, text, at)) {
				at = next;
				continue;
			}
			found = han_quantity(w, text, &at, &q, out);
		}
		if (found)
			*vec_push(out) = q;
	}
}

bool quantity_allows(const struct quantity *q, struct dec d)
{
	return dec_cmp(d, q->low) >= 0 && (q->no_limit || dec_cmp(d, q->high) <= 0);
}

bool quantity_same_family(const struct quantity *a, const struct quantity *b)
{
	return a->family == b->family || a->family == FAMILY_NONE || b->family == FAMILY_NONE;
}

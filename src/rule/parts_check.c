/* The kind `parts`: a list against the wholes told before it.
 *
 * Of the wholes told before in the passage the one that fits is taken, so that a later list may
 * break down an earlier part. Only where none fits is it a finding, against the nearest. */
#include "rule/parts.h"

#include <string.h>

#include "rule/sure.h"

/* So many parts, and what is left is less than one of them on the average. */
static bool is_nearly_all(const struct total *t, const struct quantity *whole)
{
	struct dec left, times;

	return t->n >= 4 && dec_sub(whole->low, t->high, &left) &&
	       dec_mul(left, dec_of((int64_t)t->n), &times) && dec_cmp(times, t->value) < 0;
}

/* Is the sum a finding, and how grave? */
static bool judge(const struct list *l, const struct total *t, const struct quantity *whole,
	enum severity *severity)
{
	bool slip = total_is_near(t, whole);

	if (total_is_more(t, whole)) {
		bool certain = slip || l->closure == LIST_CLOSED ||
			       (t->too_large && (!l->broken || l->apart));

		*severity = certain ? *severity : SEVERITY_WARNING;
		return t->too_large || l->apart || !t->as_large;
	}
	if (!total_is_less(t, whole) || l->closure == LIST_OPEN)
		return false;
	if (l->closure == LIST_CLOSED)
		return true;
	/* it may go on behind: but not in what is counted otherwise, and lacks hardly any */
	if (l->broken && (!slip || t->n < 3 || t->n != l->sure))
		return false;
	if (l->among && t->n < 3 && !l->whole_told)
		return false;
	if (!slip || !l->whole_told)
		*severity = SEVERITY_WARNING;
	return t->n > 1 && (slip || l->whole_told || is_nearly_all(t, whole));
}

static char *sum_text(const struct parts_reader *r, const struct list *l,
	const struct quantity *whole, const struct total *t)
{
	struct buf text = {0};
	char room[DEC_TEXT_MAX];

	for (size_t i = 0; i < l->items.n; i++) {
		const struct quantity *q = parts_quantity(r, l->items.v[i]);

		if (quantity_same_family(whole, q))
			buf_addf(&text, "%s%s", text.n ? " + " : "", dec_str(q->value, room));
	}
	if (t->n > 1)
		buf_addf(&text, " = %s", dec_str(t->value, room));
	char *out = arena_cstr(r->c->arena, buf_str(&text));

	buf_free(&text);
	return out;
}

/* slip: the one digit that is wrong; NULL where more may be. */
static void tell(struct parts_reader *r, const struct list *l, const struct quantity *w,
	const struct total *t, enum severity severity, const struct slip *slip)
{
	static const struct form_words none = {{NULL, NULL}};
	const struct clause *cl = parts_clause_at(r, w->from);
	const struct clause *end = parts_clause_at(r, parts_quantity(r, l->whole)->from);
	const struct clause *last = &r->p->clauses[l->last];
	struct dec difference = dec_of(0);
	struct finding f;
	struct slots s;

	dec_sub(w->value, t->value, &difference);
	r->told[l->whole] = true;
	finding_begin(&f, r->rule);
	f.severity = severity;
	finding_numbers(&f, w->value, t->value);
	finding_span(r->c, &f, passage_span(r->p, w->from, w->to));
	for (size_t i = 0; i < l->items.n; i++) {
		const struct quantity *q = parts_quantity(r, l->items.v[i]);

		if (quantity_same_family(w, q))
			finding_span(r->c, &f, passage_span(r->p, q->from, q->to));
	}
	slots_init(&s, r->c->arena);
	slots_text(&s, "quote", str_of(passage_quote(r->c, r->p, cl->from, end->to)));
	slots_dec(&s, "declared", w->value);
	slots_dec(&s, "actual", t->value);
	slots_dec(&s, "difference", dec_abs(difference));
	slots_text(&s, "sum", str_of(sum_text(r, l, w, t)));
	if (slip) {
		slots_dec(&s, "printed", slip->printed);
		slots_dec(&s, "due", slip->due);
	}
	finding_message(r->c, &f, &s, slip ? r->how->digit : r->how->message, none);
	finding_end(r->c, &f, passage_key(r->c, r->p, r->p->clauses[l->first].from, last->to));
}

void list_tell(struct parts_reader *r, const struct list *l, const struct quantity *whole,
	const struct total *t)
{
	tell(r, l, whole, t, SEVERITY_WARNING, NULL);
}

void list_clear(struct list *l)
{
	vec_free(&l->items);
	*l = (struct list){.whole = STR_NONE};
}

/* Do the words of the whole and the list match? */
static bool matches_with_whole(
	const struct parts_reader *r, const struct list *l, struct pattern *pattern)
{
	if (!pattern || l->whole == STR_NONE)
		return false;
	size_t from = parts_clause_at(r, parts_quantity(r, l->whole)->from)->from;
	size_t to = list_clause(r, l, l->items.n - 1)->to;

	return from < to && pattern_find(pattern, str_slice(r->p->shadow, from, to), 0);
}

static void close_by_shares(const struct parts_reader *r, struct list *l)
{
	enum shares shares = list_shares(r, l);

	if (shares != SHARES_NONE)
		l->closure = shares == SHARES_ALL ? LIST_CLOSED : LIST_OPEN;
}

/* What the parts are called may say that there are no others, or that none is in another. */
static void list_names(const struct parts_reader *r, struct list *l)
{
	size_t from = (l->among ? list_clause(r, l, 0) : &r->p->clauses[l->first])->from;
	/* only as far as it is sure that it goes */
	size_t n = l->broken && l->sure ? l->sure : l->items.n;
	size_t to = list_clause(r, l, n - 1)->to;
	struct str text = str_slice(r->p->shadow, from, to);
	bool full = l->closure != LIST_OPEN && r->how->full && pattern_find(r->how->full, text, 0);

	/* "其他文件4条" with more behind it is one kind among others */
	l->whole_told = l->closure == LIST_PLAIN && l->rest == l->items.n;

	full |= l->closure != LIST_OPEN && matches_with_whole(r, l, r->how->full_of);
	if (full)
		l->closure = LIST_CLOSED;
	close_by_shares(r, l);
	l->apart = full || matches_with_whole(r, l, r->how->apart_of) ||
		   (r->how->apart && pattern_find(r->how->apart, text, 0));
}

/* Does the list fit some whole as far as it is sure that it goes? */
static bool fits_so_far(const struct parts_reader *r, const struct list *l)
{
	struct list sure = *l;
	struct quantity whole;

	sure.items.v = NULL;
	sure.items.n = sure.items.cap = 0;
	for (size_t i = 0; i < l->sure; i++)
		*vec_push(&sure.items) = l->items.v[i];
	bool fits = list_find_whole(r, &sure, &whole) || list_fits_another(r, &sure);

	vec_free(&sure.items);
	return fits;
}

/* Is it plain which numbers the list is of and where it ends? Or else one slip is all that is
 * wrong.
 */
static bool list_is_sure(const struct parts_reader *r, const struct list *l,
	const struct quantity *whole, const struct total *t)
{
	if (list_fits_early(r, l, whole) || (!t->too_large && list_fits_another(r, l)))
		return false;
	if (t->n > 2 && sure_slip(whole->value.units, t->value.units) && !whole->approximate)
		return true;
	return !l->nested && !(l->broken && l->sure < l->items.n) &&
	       whole->from == parts_quantity(r, l->whole)->from &&
	       sure_list(r->c->report->doc, r->p, l->whole, l->items.v, l->items.n, l->complete);
}

/* Is the whole all of three parts or more but for two digits that changed places, or one too many?
 * That is no accident. */
static bool is_whole_slip(const struct quantity *whole, const struct total *t)
{
	int64_t told = whole->value.units, due = t->value.units;

	return t->n > 2 && !whole->approximate && !whole->value.scale && !t->value.scale &&
	       (sure_swap(told, due) || (told > due && sure_digit_more(told, due)));
}

/* The same of a whole of two digits, which may be one by accident. */
static bool is_turned(const struct quantity *whole, const struct total *t)
{
	int64_t told = whole->value.units, due = t->value.units;

	return t->n > 2 && !whole->approximate && !whole->value.scale && !t->value.scale &&
	       told > 9 && told < 100 && due > 9 && told % 10 == due / 10 && told / 10 == due % 10;
}

/* The list need not be all of the whole: but is it, with one number printed wrong? */
static void find_slip(struct parts_reader *r, const struct list *l, const struct quantity *whole,
	const struct total *t)
{
	struct slip slip = {whole->value, t->value};

	if (l->closure == LIST_OPEN || l->broken || !r->how->digit.text[LANG_ZH])
		return;
	if (is_whole_slip(whole, t))
		tell(r, l, whole, t, SEVERITY_WARNING, &slip);
	else if (is_turned(whole, t) || parts_find_slip(r, l, whole, t, &slip))
		tell(r, l, whole, t, SEVERITY_NOTE, &slip);
}

/* The list fits nothing told before it: is it a finding, against what it comes nearest to? */
static void find_fault(struct parts_reader *r, struct list *l)
{
	enum severity severity = r->rule->severity;
	bool ends = l->broken && l->sure && l->sure < l->items.n;
	bool unsure = ends && l->closure != LIST_CLOSED;
	struct quantity whole;
	struct total t;

	if (list_find_whole(r, l, &whole))
		return;
	if (!list_add_up(r, l, l->items.n, &whole, &t))
		return;
	if (ends && fits_so_far(r, l))
		return;
	if (unsure && !total_is_near(&t, &whole)) {
		l->items.n = l->sure;
		list_find_whole(r, l, &whole);
		if (!list_add_up(r, l, l->items.n, &whole, &t))
			return;
	}
	if (list_is_excused(r, l, &whole, &t, total_is_near(&t, &whole)) ||
		(!l->apart && !total_is_near(&t, &whole) && list_fits_early(r, l, &whole)))
		return;
	if (t.n == 1)
		l->closure = LIST_OPEN;
	if (!judge(l, &t, &whole, &severity)) {
		find_slip(r, l, &whole, &t);
		return;
	}
	if (severity == SEVERITY_ERROR && !list_is_sure(r, l, &whole, &t))
		severity = SEVERITY_WARNING;
	tell(r, l, &whole, &t, severity, NULL);
}

/* The list is of the last number before it that is counted as its first item is: 培训3次、120人次，
 * 其中线上2次. */
static void choose_whole(const struct parts_reader *r, struct list *l)
{
	const struct quantity *first = parts_quantity(r, l->items.v[0]);
	size_t sentence = parts_clause_at(r, parts_quantity(r, l->whole)->from)->sentence;

	for (size_t i = l->whole + 1; i-- > 0;) {
		const struct quantity *q = parts_quantity(r, i);

		if (parts_clause_at(r, q->from)->sentence != sentence)
			return;
		if (parts_is_count(r, q) && (i == l->whole || !r->part[i]) &&
			quantity_same_family(q, first)) {
			l->whole = i;
			return;
		}
	}
}

/* Is the whole told before the full stop? */
static bool is_behind_stop(const struct parts_reader *r, const struct list *l)
{
	size_t i = parts_clause_at(r, parts_quantity(r, l->whole)->from)->sentence;
	size_t item = list_clause(r, l, 0)->sentence;

	while (i < item && r->p->sentences[i].half)
		i++;
	return i < item;
}

/* One part alone may then be of anything. */
static bool is_lone_behind_stop(const struct parts_reader *r, const struct list *l)
{
	return l->closure == LIST_PLAIN && l->items.n == 1 && is_behind_stop(r, l);
}

/* What it is of was told in words, up to a semicolon; the numbers behind that are of something
 * else: 网站公开50条，涵盖救助、养老等领域；微信发布170条. */
static bool is_told_in_words(const struct parts_reader *r, const struct list *l)
{
	size_t sentence = r->p->clauses[l->first].sentence;

	return r->p->sentences[sentence].half && list_clause(r, l, 0)->sentence > sentence;
}

/* Is all that the whole is made of counted as it is? A database of 120 papers is one. */
static bool is_of_units(const struct parts_reader *r, const struct list *l)
{
	for (size_t i = 0; i < l->items.n; i++)
		if (!parts_is_alike(r, l->items.v[i], l->whole))
			return false;
	return true;
}

size_t list_check(struct parts_reader *r, struct list *l)
{
	struct total t;

	if (!l->items.n)
		return 0;
	if (l->whole == STR_NONE) {
		list_names(r, l);
		parts_table_settles(r, l);
		return 0;
	}
	if (!l->bracket)
		choose_whole(r, l);
	if (is_lone_behind_stop(r, l) || is_told_in_words(r, l) || (l->alike && !is_of_units(r, l)))
		return 0;
	l->broken = l->broken && !parts_table_is_due(r, l);
	const struct quantity *whole = parts_quantity(r, l->whole);

	if (!list_add_up(r, l, l->items.n, whole, &t))
		return 0;
	list_names(r, l);
	if (list_is_of_others(r, l))
		return 0;
	r->c->n_checked++;
	size_t n = list_fitting_length(r, l, whole);

	r->divided[l->whole] |= n == l->items.n && parts_has_whole(r, l);
	if (n || list_fits_its_first(r, l) || (l->items.n > 2 && list_fits_next(r, l)) ||
		list_fits_by_groups(r, l, whole) ||
		(!l->bracket && !l->named && list_fits_another_here(r, l)))
		return n ? n : l->items.n;
	list_end_at_rest(r, l);
	if (!list_is_borne_out(r, l) && !matches_with_whole(r, l, r->how->several) &&
		!parts_table_settles(r, l))
		find_fault(r, l);
	return 0;
}

/* The list is of one kind and names all there is of it or nearly, or has more than there can be. */
static bool is_fault_of_kind(struct parts_reader *r, struct list *l, const struct total *t)
{
	const struct quantity *whole = parts_quantity(r, l->whole);

	if (!parts_has_whole(r, l) || parts_table_settles(r, l))
		return false;
	list_names(r, l);
	return l->closure == LIST_CLOSED || total_is_more(t, whole) ||
	       (!l->broken && list_is_of_kind(r, l) && total_is_near(t, whole));
}

/* Does it tell all there can be, by its words? */
static bool names_all(const struct parts_reader *r, const struct list *l)
{
	const struct clause *first = &r->p->clauses[l->first], *last = &r->p->clauses[l->last];

	return r->how->full &&
	       pattern_find(r->how->full, str_slice(r->p->shadow, first->from, last->to), 0);
}

/* Or by its last part? */
static bool is_full(const struct parts_reader *r, const struct list *l)
{
	const struct clause *last = &r->p->clauses[l->last];

	return names_all(r, l) ||
	       (r->how->rest &&
		       pattern_find_in(r->how->rest, passage_clause(r->p, last), 0, &last->chars));
}

/* "网站公开3条，上半年1条，下半年2条": the list began with its whole. */
static void take_whole(const struct parts_reader *r, struct list *l)
{
	if (l->whole != STR_NONE || l->items.n < 3)
		return;
	struct list rest = *l;

	rest.items.v++;
	rest.items.n--;
	rest.first = (size_t)(list_clause(r, &rest, 0) - r->p->clauses);
	if (rest.first == l->first || !names_all(r, &rest))
		return;
	l->whole = l->items.v[0];
	l->first = rest.first;
	memmove(l->items.v, l->items.v + 1, --l->items.n * sizeof *l->items.v);
}

void list_check_loose(struct parts_reader *r, struct list *l)
{
	struct slip slip;
	struct total t;

	take_whole(r, l);
	if (l->items.n < 2)
		return;
	if (l->items.n > 2 && is_full(r, l)) {
		l->closure = LIST_CLOSED;
		if (parts_table_settles(r, l))
			return;
	}
	if (l->whole == STR_NONE)
		return;
	const struct quantity *whole = parts_quantity(r, l->whole);

	if (!list_add_up(r, l, l->items.n, whole, &t))
		return;
	r->c->n_checked++;
	if (list_fitting_length(r, l, whole) || list_fits_another(r, l))
		return;
	if (parts_table_is_due(r, l) && is_fault_of_kind(r, l, &t))
		tell(r, l, whole, &t, SEVERITY_WARNING, NULL);
	else if ((list_is_settled(r, l) ||
			 /* a list that no word begins, behind a full stop, may be of anything */
			 (is_full(r, l) && !is_behind_stop(r, l))) &&
		 !list_is_borne_out(r, l))
		tell(r, l, whole, &t, SEVERITY_WARNING, NULL);
	else if (parts_find_slip(r, l, whole, &t, &slip))
		tell(r, l, whole, &t, SEVERITY_NOTE, &slip);
}

/* Are three or more told side by side right before their sum, each counted as that is? */
static bool is_one_list(const struct parts_reader *r, const struct list *l)
{
	bool alike = l->named && l->items.n > 2;

	for (size_t i = 0; alike && i < l->items.n; i++)
		alike = parts_is_alike(r, l->items.v[i], l->whole);
	return alike;
}

/* Are they off by no more than two, which are less than a third? */
static bool is_off_by_few(const struct total *t, const struct quantity *whole)
{
	struct dec d, third;

	return dec_sub(t->value, whole->value, &d) && dec_cmp(dec_abs(d), dec_of(2)) <= 0 &&
	       dec_mul(dec_abs(d), dec_of(3), &third) && dec_cmp(third, whole->value) < 0;
}

void list_check_behind(struct parts_reader *r, struct list *l)
{
	struct slip slip;
	struct total t;

	if (l->items.n < 2)
		return;
	const struct quantity *whole = parts_quantity(r, l->whole);

	if (!list_add_up(r, l, l->items.n, whole, &t))
		return;
	r->c->n_checked++;
	if (l->counted ? list_fits(r, l, l->items.n, whole) : list_fits_last(r, l, whole))
		return;
	if ((t.as_large || t.too_large) && !l->counted && !is_one_list(r, l) &&
		!parts_table_is_due(r, l))
		return;
	if (l->total && !is_off_by_few(&t, whole))
		return;
	if (total_is_near(&t, whole) || l->named || parts_table_find(r, l))
		tell(r, l, whole, &t, SEVERITY_WARNING, NULL);
	else if (parts_find_slip(r, l, whole, &t, &slip))
		tell(r, l, whole, &t, SEVERITY_NOTE, &slip);
}

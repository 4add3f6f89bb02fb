/* Numbers told one by one of names told before: "A、B、C分别为3件、2件、1件".
 *
 * The shadow says it as "A为#、B为#、C为#", so that every pattern sees each number beside its name;
 * what all names have in common behind them, "A、B、C三种申请分别为…", stands before it then. Names
 * between the word and the numbers, "分别作出A、B、C答复3件、2件、1件", have theirs likewise; and
 * of "A、B均为1件" each has the one number.
 * Where the names can't be told apart no pattern sees the numbers: the first is not what the words
 * before them are about.
 * Characters stand for the places they come from, so what is found spans from the name to its
 * number. */
#include "rule/prose_each.h"

#include <string.h>

#include "base/utf8.h"

/* So far before the first number the word may stand, bytes; and where names are between them. */
#define VERB_MAX 30
#define NAMES_MAX 400

/* The length of what separates two numbers, or two names, at `at`; 0 where nothing does. */
static size_t separator_at(const struct each_words *w, struct str s, size_t at)
{
	struct str rest = str_slice(s, at, s.n);

	if (str_starts(rest, "、"))
		return strlen("、");
	return str_starts(rest, ",") ? 1 : word_list_at(&w->and, s, at);
}

/* How many counts, the ith the first, stand side by side. */
static size_t count_numbers(
	const struct each_words *w, struct str s, const struct quantities *q, size_t i)
{
	size_t n = 1;

	for (; n < EACH_MAX && i + n < q->n && q->v[i + n].mark == q->v[i].mark; n++) {
		size_t at = q->v[i + n - 1].to, length = separator_at(w, s, at);

		if (!length || at + length != q->v[i + n].from)
			break;
	}
	return n;
}

/* Where the clause of the names begins: behind punctuation that is not within a name that is one.
 */
static size_t names_begin(const struct each_words *w, struct str s, size_t least, size_t at)
{
	while (at > least) {
		size_t one = word_list_before(&w->one, s, at);

		if (one && at - one >= least) {
			at -= one;
			continue;
		}
		size_t before = utf8_prev(s, at), next = before;
		unsigned ch = utf8_next(s, &next);

		if (ch == 0x3002 || (ch < 0x80 && strchr(",;:()!?", (int)ch)))
			break;
		at = before;
	}
	return at;
}

static void put_name(struct each *e, size_t from, size_t to)
{
	e->names[e->n++] = (struct text_span){from, to};
}

/* Is the place within a name that is one? */
static bool is_in_one(const struct each_words *w, struct str s, size_t from, size_t at)
{
	for (size_t i = from; i < at;) {
		size_t n = word_list_at(&w->one, s, i);

		if (i + n > at)
			return true;
		utf8_next(s, &i);
	}
	return false;
}

/* Cuts the last name in two at a word for "and", the last that is in it. */
static bool cut_last(const struct each_words *w, struct str s, struct each *e)
{
	struct text_span last = e->names[e->n - 1];

	for (size_t at = last.to; at > last.from;) {
		at = utf8_prev(s, at);
		size_t word = word_list_at(&w->and, s, at);

		if (word && at > last.from && at + word < last.to &&
			!is_in_one(w, s, last.from, at)) {
			e->names[e->n - 1].to = at;
			put_name(e, at + word, last.to);
			return true;
		}
	}
	return false;
}

/* Cuts [from, to) into as many names as there are numbers. */
static bool cut_names(
	const struct each_words *w, struct str s, struct text_span all, size_t n, struct each *e)
{
	struct str names = str_slice(s, 0, all.to);
	size_t start = all.from, comma;

	e->n = 0;
	while (e->n < n && (comma = str_find(names, STR("、"), start)) != STR_NONE) {
		put_name(e, start, comma);
		start = comma + strlen("、");
	}
	if (e->n == n)
		return false;
	put_name(e, start, all.to);
	if (e->n == n - 1 && !cut_last(w, s, e))
		return false;
	for (size_t i = 0; i < e->n; i++) {
		if (e->names[i].from >= e->names[i].to)
			return false;
	}
	return e->n == n;
}

/* Where the last name goes on with what is said of all, and no other name with that; else its end.
 */
static size_t common_begin(const struct each_words *w, struct str s, const struct each *e)
{
	struct text_span last = e->names[e->n - 1];
	struct str names = str_slice(s, e->names[0].from, last.from);
	size_t to, at = word_list_find(&w->common, str_slice(s, 0, last.to), last.from, &to);

	if (at == STR_NONE || at == last.from ||
		str_find(names, str_slice(s, at, to), 0) != STR_NONE)
		return last.to;
	return at;
}

/* The last word of the list in the text before the number, no farther than `most`; STR_NONE: none.
 */
static size_t find_word(const struct word_list *words, struct str s, size_t least, size_t at,
	size_t most, size_t *past)
{
	size_t found = STR_NONE, from = at > least + most ? at - most : least, to;

	while (from < at && ((unsigned char)s.p[from] & 0xc0) == 0x80)
		from++;
	while ((from = word_list_find(words, str_slice(s, 0, at), from, &to)) != STR_NONE) {
		found = from;
		*past = from = to;
	}
	return found;
}

/* Where what the names have in common begins: at their number, "A、B、C三种申请", told before the
 * first of theirs; `to` where it is not told. */
static size_t tail_begin(
	const struct quantities *q, size_t i, size_t first, size_t least, size_t n, size_t to)
{
	struct dec count = dec_of((int64_t)n);

	while (first-- > i)
		if (q->v[first].from > least && dec_cmp(q->v[first].value, count) == 0)
			return q->v[first].from;
	return to;
}

/* The first of the quantities from the ith on that a pattern would see. */
static size_t first_marked(const struct quantities *q, size_t i)
{
	while (i < q->n && !q->v[i].mark)
		i++;
	return i;
}

/* May the quantities before the first number stand where they do? All behind the names; or all
 * within them, being years: "2022年、2023年分别为…". */
static bool may_be_named(const struct each_words *w, struct str s, const struct quantities *q,
	size_t i, size_t first, struct text_span names)
{
	if (q->v[i].from >= names.to)
		return true;
	for (; i < first; i++)
		if (q->v[i].from < names.from || q->v[i].to > names.to ||
			!str_eq(str_slice(s, q->v[i].past, q->v[i].to), w->year))
			return false;
	return true;
}

/* What stands between the word and the first number; false: that begins another clause. */
static bool find_verb(struct str s, size_t past, size_t number, struct each *e)
{
	e->verb = (struct text_span){past, number};
	for (size_t j = past; j < number; j++)
		if (strchr(",;()", s.p[j]))
			return false;
	if (number > past && s.p[number - 1] == ':')
		e->verb.to--;
	return true;
}

/* "分别作出A、B、C答复3件、2件、1件": the names stand behind the word, right before the numbers. */
static void find_behind(const struct each_words *w, struct str s, const struct quantities *q,
	size_t least, struct each *e)
{
	size_t past, number = q->v[e->first].from, n = count_numbers(w, s, q, e->first);

	if (n < 2 || find_word(&w->each, s, least, number, NAMES_MAX, &past) == STR_NONE ||
		!find_verb(s, past, number, e) || !cut_names(w, s, e->verb, n, e))
		return;
	e->tail = (struct text_span){past, past};
	e->verb.from = e->verb.to;
	e->kind = EACH_NAMED;
	e->n = n;
}

/* "A、B均为0件": cuts the names of which the ith number is told alike, 2 of them or more. */
static bool cut_alike(const struct each_words *w, struct str s, const struct quantities *q,
	size_t i, size_t least, struct each *e)
{
	size_t past, number = q->v[i].from;
	size_t at = find_word(&w->alike, s, least, number, VERB_MAX, &past);

	if (at == STR_NONE || number - past > strlen("为"))
		return false;
	struct text_span all = {names_begin(w, s, least, at), at};
	size_t n = 1;

	for (size_t j = all.from; (j = str_find(str_slice(s, 0, at), STR("、"), j)) != STR_NONE;
		j++)
		n++;
	e->verb = (struct text_span){past, number};
	e->tail = (struct text_span){all.from, all.from};
	return n + 1 < EACH_MAX && all.from < at &&
	       (cut_names(w, s, all, n + 1, e) || (n > 1 && cut_names(w, s, all, n, e)));
}

bool each_repeat(const struct each_words *w, struct str s, struct quantities *q)
{
	bool any = false;

	for (size_t i = 0, least = 0; i < q->n; i++) {
		struct quantity number = q->v[i];
		struct each e;
		size_t more = number.mark && cut_alike(w, s, q, i, least, &e) ? e.n - 1 : 0;

		for (size_t k = 0; k < more; k++)
			vec_push(q);
		memmove(q->v + i + 1 + more, q->v + i + 1, (q->n - i - 1 - more) * sizeof number);
		for (size_t k = 0; k < more; k++)
			q->v[++i] = number;
		any = any || more;
		least = number.to;
	}
	return any;
}

/* The same number once for each of its names, as each_repeat() has it. */
static bool find_alike(const struct each_words *w, struct str s, const struct quantities *q,
	size_t least, struct each *e)
{
	size_t i = e->first;

	if (i + 1 >= q->n || q->v[i + 1].from != q->v[i].from || !cut_alike(w, s, q, i, least, e))
		return false;
	e->kind = EACH_NAMED;
	return true;
}

void each_find(const struct each_words *w, struct str s, const struct quantities *q, size_t i,
	size_t least, struct each *e)
{
	size_t past = 0;

	e->kind = EACH_NONE;
	e->first = first_marked(q, i);
	if (e->first == q->n)
		return;
	if (find_alike(w, s, q, least, e))
		return;
	find_behind(w, s, q, least, e);
	size_t at = find_word(&w->each, s, least, q->v[e->first].from, VERB_MAX, &past);
	if (e->kind == EACH_NAMED || at == STR_NONE)
		return;
	/* "A、B两种渠道，分别…": only names that are counted, or have something said of all behind
	 * them, are told in a clause of their own */
	bool apart = names_begin(w, s, 0, at) == at;
	size_t names = apart && at ? at - 1 : at;
	if (apart && (names <= least || s.p[names] != ','))
		return;
	if (!find_verb(s, past, q->v[e->first].from, e))
		return;
	size_t n = count_numbers(w, s, q, e->first);
	/* "分别为零、零、一件": what stands before the first is a number, too */
	bool headless = str_find(str_slice(s, 0, e->verb.to), STR("、"), past) != STR_NONE;
	if (n < 2 && !headless)
		return;
	size_t begin = names_begin(w, s, least, names);
	size_t end = tail_begin(q, i, e->first, begin, n, names);
	bool counted = end < names;
	if (!may_be_named(w, s, q, i, e->first, (struct text_span){begin, end}))
		return;
	e->tail = (struct text_span){end, at};
	bool cut = !headless && cut_names(w, s, (struct text_span){begin, end}, n, e);
	if (apart && !cut)
		return;
	if (cut && !counted) {
		e->tail.from = common_begin(w, s, e);
		if (apart && e->tail.from == names)
			return;
		e->names[e->n - 1].to = e->tail.from;
	}
	if (cut || !word_list_before(&w->periods, s, at))
		e->kind = cut ? EACH_NAMED : EACH_UNNAMED;
	e->n = n;
}

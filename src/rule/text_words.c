/* Words: one that stands doubled (疫情疫情), and names an agency does not call itself by (我镇 in a
 * 街道办事处's report). */
#include "rule/text.h"

#include <string.h>

#include "base/utf8.h"

#define RUN_MAX 32 /* Han, the longest doubled word both times */
/* Of all Han but the rare ones, which have four, and the least that a Han's first byte is. */
#define HAN_BYTES 3
#define HAN_LEAD 0xe3

/* Of sentences, folded. */
static const char *const marks[] = {",", "、", ";", ":", "。", "!", "?"};

static bool is_numeral(const struct quantity_words *w, struct str ch)
{
	for (size_t i = 0; i < w->n_numerals; i++) {
		if (str_eq(w->numerals[i].text, ch))
			return true;
	}
	return false;
}

/* Numerals ("二〇二〇") and one character again and again are no doubled word. */
static bool is_word(const struct rule_context *c, struct str word)
{
	struct str first = {0};
	bool same = true, numerals = true;

	for (size_t at = 0; at < word.n;) {
		size_t start = at;

		utf8_next(word, &at);
		struct str ch = str_slice(word, start, at);

		if (!first.n)
			first = ch;
		same &= str_eq(ch, first);
		numerals &= is_numeral(&c->rules->prose->quantity, ch);
	}
	return !same && !numerals;
}

/* Do the words that stand there, from before the doubled word or on behind it, tell of a slip all
 * the same, or a number, which begins no compound with it? */
static bool is_slip(const struct text_rule *how, struct str s, size_t at, struct str word)
{
	size_t behind = at + 2 * word.n;

	if (behind < s.n && (s.p[behind] == '#' || (s.p[behind] >= '0' && s.p[behind] <= '9')))
		return true;
	for (size_t i = 0; i < how->despite.n; i++) {
		struct str item = how->despite.items[i];
		size_t into = str_find(item, word, 0);

		if (into != STR_NONE && into <= at && str_has_at(item, into + word.n, word) &&
			str_has_at(s, at - into, item))
			return true;
	}
	return false;
}

/* An exception is the word itself, or both times together with what follows (公开公开栏). */
static bool is_excepted(const struct text_rule *how, struct str s, size_t at, struct str word)
{
	for (size_t i = 0; i < how->except.n; i++) {
		struct str item = how->except.items[i];

		if (str_eq(item, word) || (item.n > 2 * word.n && at + item.n <= s.n &&
						  str_eq(str_slice(s, at, at + item.n), item)))
			return !is_slip(how, s, at, word);
	}
	return false;
}

/* So many Han end no word and begin the next by chance. */
#define SURE_LEAST 4

static bool has_mark_at(struct str s, size_t at)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_has_at(s, at, str_of(marks[i])))
			return true;
	return false;
}

/* Or may one compound end in the word and the next begin with it, as in 退税缓税缓费 and
 * 规范规范性文件? */
static bool is_sure(const struct text_rule *how, struct str s, size_t from, size_t to)
{
	struct str word = str_slice(s, from, from + (to - from) / 2);

	if (has_mark_at(s, to) || utf8_count(word) >= SURE_LEAST || is_slip(how, s, from, word))
		return true;
	for (size_t i = 0; i < how->sure.n; i++)
		if (str_eq(how->sure.items[i], word))
			return true;
	return false;
}

static void doubled_tell(struct rule_context *c, const struct rule *rule,
	const struct text_rule *how, const struct passage *p, size_t from, size_t to)
{
	static const struct form_words none = {{NULL, NULL}};
	const char *quote = passage_quote(c, p, from, to);
	struct finding f;
	struct slots s;

	finding_begin(&f, rule);
	if (!is_sure(how, p->shadow, from, to))
		f.severity = SEVERITY_NOTE;
	finding_span(c, &f, passage_span(p, from, to));
	slots_init(&s, c->arena);
	slots_text(&s, "text", str_of(quote));
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, quote);
}

/* Where the Han that begin at `at` end one after the other; how many, at most RUN_MAX. */
static size_t han_ends(struct str s, size_t at, size_t ends[RUN_MAX])
{
	size_t n = 0;

	while (n < RUN_MAX && at < s.n && utf8_is_han(utf8_next(s, &at)))
		ends[n++] = at;
	return n;
}

/* Has the text Han of other than HAN_BYTES? */
static bool has_rare_han(struct str s)
{
	return s.n && memchr(s.p, 0xf0, s.n) != NULL;
}

/* May a doubled word begin there? It does where its first Han comes again just as far behind as the
 * word is long: few do, and counting is dear. */
static bool may_begin(const struct text_rule *how, struct str s, size_t at)
{
	struct str first = str_slice(s, at, at + HAN_BYTES);

	if ((unsigned char)s.p[at] < HAN_LEAD)
		return false;
	for (size_t k = (size_t)how->min; k <= (size_t)how->max && at + HAN_BYTES * k < s.n; k++)
		if (str_has_at(s, at + HAN_BYTES * k, first))
			return true;
	return false;
}

/* How long, in bytes, the doubled word at `at` is, both times together; 0: there is none. */
static size_t doubled_at(
	const struct rule_context *c, const struct text_rule *how, struct str s, size_t at)
{
	size_t ends[RUN_MAX], n = han_ends(s, at, ends);

	for (size_t k = (size_t)how->max; k >= (size_t)how->min; k--) {
		if (2 * k > n || ends[2 * k - 1] - ends[k - 1] != ends[k - 1] - at ||
			memcmp(s.p + at, s.p + ends[k - 1], ends[k - 1] - at))
			continue;
		struct str word = str_slice(s, at, ends[k - 1]);

		if (is_word(c, word) && !is_excepted(how, s, at, word))
			return ends[2 * k - 1] - at;
	}
	return 0;
}

static bool is_sentence(const struct passage *p)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_find(p->shadow, str_of(marks[i]), 0) != STR_NONE)
			return true;
	return false;
}

/* Headings of columns (结果 结果) and the words of a menu stand apart: a blank parts both times,
 * and there is nothing of a sentence. So does what the report's title ends with from what the line
 * below begins with. */
static bool is_set_apart(
	const struct rule_context *c, const struct passage *p, size_t from, size_t length)
{
	size_t half = from + length / 2;
	struct text_span first = passage_span(p, from, half),
			 second = passage_span(p, half, from + length);
	struct str gap = str_slice(doc_text(c->report->doc), first.to, second.from);
	size_t title = c->report->title.to;

	if (first.from < title && title <= second.from)
		return true;
	/* an empty line */
	if (str_find(gap, STR("\n\n"), 0) != STR_NONE)
		return true;
	return !is_sentence(p) && gap.n > 0 && memchr(gap.p, '\n', gap.n) == NULL &&
	       str_trim(gap).n == 0;
}

void text_doubled_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	const struct prose *prose = context_prose(c);

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];
		bool rare = has_rare_han(p->shadow);

		for (size_t at = 0; at < p->shadow.n;) {
			bool may = rare || may_begin(how, p->shadow, at);
			size_t length = may ? doubled_at(c, how, p->shadow, at) : 0;

			if (length && is_set_apart(c, p, at, length)) {
				at += length / 2;
			} else if (length) {
				doubled_tell(c, rule, how, p, at, at + length);
				at += length;
			} else {
				utf8_next(p->shadow, &at);
			}
		}
	}
}

/* The kind whose ending the agency's name has, and that ending. */
static const struct agency_kind *kind_of(
	const struct text_rule *how, struct str agency, size_t *ending)
{
	const struct agency_kind *found = NULL;

	*ending = 0;
	for (size_t i = 0; i < how->n_kinds; i++) {
		for (size_t j = 0; j < how->kinds[i].endings.n; j++) {
			const char *end = how->kinds[i].endings.items[j];

			if (str_ends(agency, end) && strlen(end) > *ending) {
				*ending = strlen(end);
				found = &how->kinds[i];
			}
		}
	}
	return found;
}

/* The place name of its own: 上河湾 of 长春市九台区上河湾街道办事处. */
static struct str own_place(const struct text_rule *how, struct str agency, size_t ending)
{
	struct str name = str_slice(agency, 0, agency.n - ending);
	size_t from = 0;

	for (size_t at = 0; at < name.n; utf8_next(name, &at)) {
		for (size_t i = 0; i < how->places.n; i++) {
			struct str place = how->places.items[i];
			size_t end = at + place.n;

			if (at && end < name.n && str_eq(str_slice(name, at, end), place))
				from = end;
		}
	}
	return str_slice(name, from, name.n);
}

/* Is it the beginning of a longer word of the list? 我街 of 我街道. */
static bool is_longer(const struct form_list *list, struct str word, struct str text, size_t at)
{
	for (size_t i = 0; i < list->n; i++) {
		struct str other = str_of(list->items[i]);

		if (other.n > word.n && str_eq(str_slice(text, at, at + other.n), other))
			return true;
	}
	return false;
}

/* Is it a part of a longer word in which it is no name? 我委 of 我委托. */
static bool is_part(const struct text_rule *how, struct str word, struct str text, size_t at)
{
	for (size_t i = 0; i < how->except.n; i++) {
		struct str longer = how->except.items[i];
		size_t into = str_find(longer, word, 0);

		if (into != STR_NONE && into <= at && str_has_at(text, at - into, longer))
			return true;
	}
	return false;
}

/* All places of the word in the prose; one finding for all of them. */
static void agency_find(struct rule_context *c, const struct rule *rule,
	const struct text_rule *how, const struct form_list *list, struct str word)
{
	static const struct form_words none = {{NULL, NULL}};
	const struct prose *prose = context_prose(c);
	struct finding f;
	struct slots s;

	finding_begin(&f, rule);
	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		for (size_t at = 0; (at = str_find(p->shadow, word, at)) != STR_NONE;
			at += word.n) {
			if (!is_longer(list, word, p->shadow, at) &&
				!is_part(how, word, p->shadow, at))
				finding_span(c, &f, passage_span(p, at, at + word.n));
		}
	}
	if (!f.n_spans)
		return;
	slots_init(&s, c->arena);
	slots_text(&s, "agency", str_of(c->report->agency_text));
	slots_text(&s, "text", word);
	slots_count(&s, "count", f.n_spans);
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, arena_cstr(c->arena, word));
}

/* Does the place that the agency belongs to end so, and not in one of the longer endings? */
static bool is_within(const struct agency_within *w, struct str place)
{
	for (size_t i = 0; i < w->except.n; i++) {
		if (str_ends(place, w->except.items[i]))
			return false;
	}
	return str_ends(place, w->place);
}

/* The words of those above it that are another place's. */
static void within_find(struct rule_context *c, const struct rule *rule,
	const struct text_rule *how, struct str around)
{
	for (size_t i = 0; i < how->n_within; i++) {
		const struct form_list *list = &how->within[i].foreign;

		for (size_t j = 0; is_within(&how->within[i], around) && j < list->n; j++)
			agency_find(c, rule, how, list, str_of(list->items[j]));
	}
}

void text_agency_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	struct str agency = str_of(c->report->agency_text), place;
	size_t ending;
	const struct agency_kind *kind = kind_of(how, agency, &ending);

	if (!kind)
		return;
	for (size_t i = 0; i < kind->foreign.n; i++)
		agency_find(c, rule, how, &kind->foreign, str_of(kind->foreign.items[i]));
	place = own_place(how, agency, ending);
	within_find(c, rule, how, str_slice(agency, 0, (size_t)(place.p - agency.p)));
	for (size_t i = 0; i < kind->renamed.n && utf8_count(place) > 1; i++) {
		struct buf name = {0};

		buf_add(&name, place);
		buf_adds(&name, kind->renamed.items[i]);
		agency_find(c, rule, how, &kind->foreign, buf_str(&name));
		buf_free(&name);
	}
}

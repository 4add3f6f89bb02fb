/* A sentence that stands in the report twice, where its paragraph does not: in two paragraphs, or
 * in one twice in a row. */
#include "rule/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

#define QUOTE_MAX 24 /* code points of the sentence that the message quotes */
#define SHOWN_MAX 8
/* Said again at once, fewer words than elsewhere are no chance. */
#define AT_ONCE_MIN 12
/* With two numbers, and not all of them 0, they are none, either. */
#define COUNTED_MIN 14

/* A sentence by its letters and Han alone. */
struct told {
	const struct passage *passage;
	struct text_span span;
	struct str words; /* owned */
};

static struct str words_of(const struct rule_context *c, struct text_span span)
{
	struct buf out = {0};
	struct fold f;

	fold_make(&f, doc_str(c->report->doc, span), FOLD_SPACE | FOLD_PUNCT);
	buf_add(&out, f.text);
	fold_free(&f);
	struct str words = {NULL, out.n};

	words.p = buf_take(&out);
	return words;
}

/* Equals together, each lot in the order of the report. */
static int compare_told(const void *left, const void *right)
{
	const struct told *a = left, *b = right;
	int order = str_cmp(a->words, b->words);

	if (order)
		return order;
	return (a->span.from > b->span.from) - (a->span.from < b->span.from);
}

/* The passage from its first Han on: its number tells it from none. */
static struct str body(const struct passage *p)
{
	for (size_t at = 0, next = 0; at < p->shadow.n; at = next) {
		if (utf8_is_han(utf8_next(p->shadow, &next)))
			return str_slice(p->shadow, at, p->shadow.n);
	}
	return STR("");
}

static size_t line_of(const struct rule_context *c, struct text_span span)
{
	return doc_source_line(c->report->doc, span.from);
}

/* Words may be meant to stand in two paragraphs; nobody says the same twice in a row. */
static void tell(struct rule_context *c, const struct rule *rule, const struct text_rule *how,
	const struct told *v, size_t n, bool at_once)
{
	static const struct form_words none = {{NULL, NULL}};
	struct str text = doc_str(c->report->doc, v[0].span);
	struct form_words lines = {{NULL, NULL}};
	struct finding f;
	struct slots s;
	size_t end = 0;

	finding_begin(&f, rule);
	if (!at_once)
		f.severity = SEVERITY_NOTE;
	for (size_t i = 0; i < n && i < SHOWN_MAX; i++) {
		finding_span(c, &f, v[i].span);
		if (!i || line_of(c, v[i].span) != line_of(c, v[i - 1].span))
			lines = text_lines_add(c, lines, v[i].span);
	}
	for (size_t i = 0; i < QUOTE_MAX && end < text.n; i++)
		utf8_next(text, &end);
	slots_init(&s, c->arena);
	slots_text(&s, "text", str_slice(text, 0, end));
	slots_count(&s, "count", n);
	slots_words(&s, "lines", lines);
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, arena_cstr(c->arena, v[0].words));
}

static bool counts(const struct passage *p, const struct sentence *at)
{
	size_t first = passage_numbers_before(p, at->from), n = 0;
	bool any = false;

	for (size_t i = first; i < passage_numbers_before(p, at->to); i++) {
		any |= !dec_is_zero(p->quantities.v[i].value);
		n++;
	}
	return any && n > 1;
}

static bool is_long(const struct text_rule *how, const struct passage *p, const struct sentence *at)
{
	struct str shadow = str_slice(p->shadow, at->from, at->to);
	size_t least = counts(p, at) ? COUNTED_MIN : (size_t)how->min;

	return shadow.n >= least && utf8_count(shadow) >= least;
}

/* Does a clause end right before `at`, or the text begin there? */
static bool begins_clause(const struct passage *p, size_t at)
{
	static const char *const marks[] = {"。", ",", ";", ":", ")"};
	bool begins = at == 0;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		begins |= str_ends(str_slice(p->shadow, 0, at), marks[i]);
	return begins;
}

/* Behind the next full stop; where the text ends: no more. */
static size_t sentence_end(const struct passage *p, size_t from)
{
	size_t stop = str_find(p->shadow, STR("。"), from);

	return stop == STR_NONE ? p->shadow.n : stop + strlen("。");
}

/* Is what stands in [to, end), up to a full stop, just what ends at `to`, all of [from, to) or its
 * last clauses, as behind a heading in its line? */
static bool said_again(
	const struct rule_context *c, const struct passage *p, size_t from, size_t to, size_t end)
{
	size_t length = end - to;
	struct str first, second;

	if (!str_ends(str_slice(p->shadow, to, end), "。") || length > to - from ||
		!str_has_at(p->shadow, to - length, str_slice(p->shadow, to, end)) ||
		utf8_count(str_slice(p->shadow, to, end)) < AT_ONCE_MIN)
		return false;
	if (!begins_clause(p, to - length))
		return false;
	/* the shadow has no digits */
	first = words_of(c, passage_span(p, to - length, to));
	second = words_of(c, passage_span(p, to, end));
	bool same = str_eq(first, second);

	free((char *)first.p);
	free((char *)second.p);
	return same;
}

static void at_once_run(struct rule_context *c, const struct rule *rule,
	const struct text_rule *how, const struct passage *p)
{
	for (size_t from = 0, to = sentence_end(p, 0), end; to < p->shadow.n; from = to, to = end) {
		end = sentence_end(p, to);
		if (!said_again(c, p, from, to, end))
			continue;
		struct text_span first = passage_span(p, to - (end - to), to);
		struct told v[] = {
			{p, first, words_of(c, first)}, {p, passage_span(p, to, end), {NULL, 0}}};

		tell(c, rule, how, v, 2, true);
		free((char *)v[0].words.p);
		return;
	}
}

void text_sentence_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	const struct prose *prose = context_prose(c);
	VEC(struct told) v = {0};

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		at_once_run(c, rule, how, p);
		for (size_t j = 0; j < p->n_sentences; j++) {
			const struct sentence *at = &p->sentences[j];
			struct text_span span = passage_span(p, at->from, at->to);

			if (!is_long(how, p, at))
				continue;
			*vec_push(&v) = (struct told){p, span, words_of(c, span)};
		}
	}
	if (v.n)
		qsort(v.v, v.n, sizeof *v.v, compare_told);
	for (size_t i = 0, next; i < v.n; i = next) {
		next = i + 1;
		while (next < v.n && str_eq(v.v[i].words, v.v[next].words))
			next++;
		if (next - i < 2)
			continue;
		bool same = v.v[i].passage == v.v[i + 1].passage;

		if (same && v.v[i + 1].span.from <= v.v[i].span.to + strlen("。"))
			continue; /* told already */
		if (same || !str_eq(body(v.v[i].passage), body(v.v[i + 1].passage)))
			tell(c, rule, how, v.v + i, next - i, same);
	}
	for (size_t i = 0; i < v.n; i++)
		free((char *)v.v[i].words.p);
	vec_free(&v);
}

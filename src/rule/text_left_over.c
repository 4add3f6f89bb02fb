/* Sentences of last year's report that were brought up to date in the year but not in their
 * numbers.
 *
 * Sentences are compared by their shadows (prose.h), in which this year's "2020年" and last year's
 * "2019年" are both 今年, and numbers are marks; the numbers are compared then. */
#include "rule/text_book.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

#define QUOTE_MAX 24 /* code points */

/* A sentence with its numbers in place: shadow, then each number. */
static struct str words_of(const struct passage *p, const struct sentence *at)
{
	struct buf out = {0};
	char number[DEC_TEXT_MAX];

	buf_add(&out, str_slice(p->shadow, at->from, at->to));
	for (size_t i = 0; i < p->quantities.n; i++) {
		const struct quantity *q = &p->quantities.v[i];

		if (q->from >= at->from && q->to <= at->to && q->mark)
			buf_addf(&out, "\n%s", dec_str(q->value, number));
	}
	struct str words = {NULL, out.n};

	words.p = buf_take(&out);
	return words;
}

/* Is one of its numbers large enough not to be the same by chance, and told with a unit? */
static bool has_number(const struct rule_context *c, const struct passage *p,
	const struct sentence *at, int64_t min)
{
	const struct quantity_words *w = &c->rules->prose->quantity;

	for (size_t i = 0; i < p->quantities.n; i++) {
		const struct quantity *q = &p->quantities.v[i];

		if (q->from < at->from || q->to > at->to || q->family == FAMILY_NONE)
			continue;
		if (w->families[q->family].mark == '#' && dec_cmp(q->value, dec_of(min)) >= 0)
			return true;
		if (w->families[q->family].mark == '$' && !dec_is_zero(q->value))
			return true;
	}
	return false;
}

/* What has a table of its own is held against that. */
static bool is_tabled(
	const struct rule_context *c, const struct passage *p, const struct sentence *at)
{
	const struct prose_words *w = c->rules->prose;
	size_t topic = prose_topic(w, str_slice(p->shadow, at->from, at->to));

	return topic != TOPIC_NONE && w->topics[topic].section;
}

static void book_of_sentences(struct book *b, struct rule_context *last)
{
	const struct prose *prose = context_prose(last);

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		for (size_t j = 0; j < p->n_sentences; j++) {
			const struct sentence *at = &p->sentences[j];

			book_add(b, words_of(p, at), passage_span(p, at->from, at->to));
		}
	}
	book_sort(b);
}

static void tell(struct rule_context *c, const struct rule *rule, const struct text_rule *how,
	struct text_span span, const struct book_entry *old)
{
	static const struct form_words none = {{NULL, NULL}};
	struct str text = doc_str(c->report->doc, span);
	struct finding f;
	struct slots s;
	size_t end = 0;

	for (size_t i = 0; i < QUOTE_MAX && end < text.n; i++)
		utf8_next(text, &end);
	finding_begin(&f, rule);
	finding_span(c, &f, span);
	finding_besides(c, &f, 1);
	finding_beside_span(c, finding_beside(&f, STR_NONE), c->last->report, old->span);
	slots_init(&s, c->arena);
	slots_text(&s, "text", str_slice(text, 0, end));
	slots_count(&s, "lines", f.beside->line);
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, arena_cstr(c->arena, old->words));
}

static void check_passage(struct rule_context *c, const struct rule *rule,
	const struct text_rule *how, const struct passage *p, const struct book *last)
{
	for (size_t j = 0; j < p->n_sentences; j++) {
		const struct sentence *at = &p->sentences[j];
		const struct book_entry *old;
		struct str words;

		if (!has_number(c, p, at, how->min) || is_tabled(c, p, at))
			continue;
		words = words_of(p, at);
		old = book_find(last, words);
		if (old)
			tell(c, rule, how, passage_span(p, at->from, at->to), old);
		free((char *)words.p);
	}
}

void text_left_over_run(
	struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	struct book sentences = {0}, paras = {0};
	const struct prose *prose;

	if (!c->rules->prose || !context_has_last(c, rule))
		return;
	prose = context_prose(c);
	book_of_sentences(&sentences, c->last);
	book_of_paras(&paras, c->last->report);
	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];
		struct str whole = book_words(c->report, (size_t)(p->para - c->report->paras));

		/* a paragraph copied as a whole is told as that */
		if (p->section && !book_find(&paras, whole))
			check_passage(c, rule, how, p, &sentences);
		free((char *)whole.p);
	}
	book_free(&sentences);
	book_free(&paras);
}

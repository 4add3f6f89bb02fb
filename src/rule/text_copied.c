/* Paragraphs that stand in the report of the year before too, word by word. */
#include "rule/text_book.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

#define QUOTE_MAX 24 /* code points */

static void tell(struct rule_context *c, const struct rule *rule, const struct text_rule *how,
	size_t para, struct str words, struct text_span copied)
{
	static const struct form_words none = {{NULL, NULL}};
	const struct report *last = c->last->report;
	struct str text = doc_str(c->report->doc, c->report->paras[para].span);
	struct finding f;
	struct slots s;
	size_t end = 0;

	for (size_t i = 0; i < QUOTE_MAX && end < text.n; i++)
		utf8_next(text, &end);
	finding_begin(&f, rule);
	finding_span(c, &f, c->report->paras[para].span);
	finding_besides(c, &f, 1);
	finding_beside_span(c, finding_beside(&f, STR_NONE), last, copied);
	slots_init(&s, c->arena);
	slots_text(&s, "text", str_slice(text, 0, end));
	slots_count(&s, "lines", f.beside->line);
	slots_count(&s, "section", c->report->paras[para].section);
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, arena_cstr(c->arena, words));
}

static bool is_common(const struct text_rule *how, struct str sentence)
{
	for (size_t i = 0; i < how->n_common; i++) {
		if (pattern_find(how->common[i], sentence, 0))
			return true;
	}
	return false;
}

/* How many characters of the paragraph are in sentences of the agency's own. */
static size_t own_count(struct rule_context *c, const struct text_rule *how, size_t para)
{
	const struct fold *fold = context_fold(c, para, false);
	size_t n = 0;

	for (size_t at = 0, end; fold && at < fold->text.n; at = end) {
		end = str_find(fold->text, STR("。"), at);
		end = end == STR_NONE ? fold->text.n : end + strlen("。");
		struct str sentence = str_slice(fold->text, at, end);

		n += is_common(how, sentence) ? 0 : utf8_count(sentence);
	}
	return n;
}

void text_copied_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	struct book last = {0};

	if (!context_has_last(c, rule))
		return;
	book_of_paras(&last, c->last->report);
	for (size_t i = 0; i < c->report->n_paras; i++) {
		struct str text = book_words(c->report, i);
		const struct book_entry *copied = NULL;

		/* what introduces the report may stay from year to year */
		if (c->report->paras[i].section && utf8_count(text) >= (size_t)how->min)
			copied = book_find(&last, text);
		if (copied && own_count(c, how, i) >= (size_t)how->min)
			tell(c, rule, how, i, text, copied->span);
		free((char *)text.p);
	}
	book_free(&last);
}

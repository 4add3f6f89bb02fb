/* Paragraphs that stand in the report of the year before too, word by word. */
#include "rule/text.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

#define QUOTE_MAX 24 /* code points */

/* Letters and Han alone, without the paragraph's number; owned. */
static struct str words_of(const struct report *r, size_t para)
{
	struct fold f;
	struct buf out = {0};
	size_t at = 0;

	fold_make(&f, doc_str(r->doc, r->paras[para].span), FOLD_SPACE | FOLD_PUNCT);
	while (at < f.text.n && f.text.p[at] >= '0' && f.text.p[at] <= '9')
		at++;
	buf_add(&out, str_slice(f.text, at, f.text.n));
	fold_free(&f);
	struct str words = {NULL, out.n};

	words.p = buf_take(&out);
	return words;
}

static bool stands_in(
	const struct report *r, const struct str *words, struct str text, size_t *para)
{
	for (*para = 0; *para < r->n_paras; ++*para) {
		if (str_eq(words[*para], text))
			return true;
	}
	return false;
}

static void tell(struct rule_context *c, const struct rule *rule, const struct text_rule *how,
	size_t para, struct str words, size_t copied)
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
	finding_beside_span(c, finding_beside(&f, STR_NONE), last, last->paras[copied].span);
	slots_init(&s, c->arena);
	slots_text(&s, "text", str_slice(text, 0, end));
	slots_count(&s, "lines", f.beside->line);
	slots_count(&s, "section", c->report->paras[para].section);
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, arena_cstr(c->arena, words));
}

void text_copied_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	const struct report *last = c->last ? c->last->report : NULL;
	struct str *words;

	if (!last)
		return;
	words = mem_alloc_array(last->n_paras + 1, sizeof *words);
	for (size_t i = 0; i < last->n_paras; i++)
		words[i] = words_of(last, i);
	for (size_t i = 0; i < c->report->n_paras; i++) {
		struct str text = words_of(c->report, i);
		size_t para;

		/* what introduces the report may stay from year to year */
		if (c->report->paras[i].section && utf8_count(text) >= (size_t)how->min &&
			stands_in(last, words, text, &para))
			tell(c, rule, how, i, text, para);
		free((char *)text.p);
	}
	for (size_t i = 0; i < last->n_paras; i++)
		free((char *)words[i].p);
	free(words);
}

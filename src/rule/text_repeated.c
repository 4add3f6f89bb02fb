/* A paragraph that stands in the report twice. */
#include "rule/text.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

#define QUOTE_MAX 24 /* code points of the paragraph that the message quotes */

struct para_text {
	const struct report_para *para;
	struct fold fold;
	struct str text; /* without the number it begins with */
	bool told;
};

/* Letters and Han only, so that blanks, punctuation and a changed number before it hide nothing. */
static void para_read(
	const struct rule_context *c, const struct report_para *para, struct para_text *out)
{
	size_t at = 0;

	*out = (struct para_text){.para = para};
	fold_make(&out->fold, doc_str(c->report->doc, para->span), FOLD_SPACE | FOLD_PUNCT);
	while (at < out->fold.text.n && out->fold.text.p[at] >= '0' && out->fold.text.p[at] <= '9')
		at++;
	out->text = str_slice(out->fold.text, at, out->fold.text.n);
}

/* The first words of the paragraph, cut where it is long. */
static struct str quote_of(const struct rule_context *c, const struct report_para *para)
{
	struct str text = doc_str(c->report->doc, para->span);
	size_t at = 0;

	for (size_t n = 0; at < text.n && n < QUOTE_MAX; n++)
		utf8_next(text, &at);
	return str_slice(text, 0, at);
}

static void add_line(struct rule_context *c, const struct report_para *para, struct buf *lines)
{
	const char *and = c->rules->words[WORD_ENUM].text[LANG_ZH];

	buf_addf(lines, "%s%zu", lines->n ? and : "",
		doc_source_line(c->report->doc, para->span.from));
}

static void tell(struct rule_context *c, const struct rule *rule, const struct text_rule *how,
	struct para_text *v, size_t n, size_t first)
{
	static const struct form_words none = {{NULL, NULL}};
	struct buf lines = {0};
	struct finding f;
	struct slots s;
	size_t count = 0;

	finding_begin(&f, rule);
	for (size_t i = first; i < n; i++) {
		if (!str_eq(v[i].text, v[first].text))
			continue;
		v[i].told = true;
		count++;
		finding_span(c, &f, v[i].para->span);
		add_line(c, v[i].para, &lines);
	}
	slots_init(&s, c->arena);
	slots_text(&s, "text", quote_of(c, v[first].para));
	slots_count(&s, "count", count);
	slots_text(&s, "lines", buf_str(&lines));
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, arena_cstr(c->arena, v[first].text));
	buf_free(&lines);
}

void text_repeated_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	const struct report *r = c->report;
	struct para_text *v = mem_alloc_array(r->n_paras + 1, sizeof *v);
	size_t n = 0;

	for (size_t i = 0; i < r->n_paras; i++) {
		struct str text = doc_str(r->doc, r->paras[i].span);

		if (text.n < (size_t)how->min * 2 || utf8_count(text) < (size_t)how->min)
			continue;
		para_read(c, &r->paras[i], &v[n++]);
	}
	for (size_t i = 0; i < n; i++) {
		for (size_t j = i + 1; j < n && !v[i].told; j++) {
			if (utf8_count(v[i].text) >= (size_t)how->min &&
				str_eq(v[i].text, v[j].text))
				tell(c, rule, how, v, n, i);
		}
	}
	for (size_t i = 0; i < n; i++)
		fold_free(&v[i].fold);
	free(v);
}

/* A paragraph that stands in the report twice. */
#include "rule/text.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "table/label.h"

#define QUOTE_MAX 24 /* code points of the paragraph that the message quotes */
#define SHOWN_MAX 8  /* places that are shown */
/* A heading in the paragraph's line is no longer, bytes. */
#define HEADING_MAX ((size_t)60)

/* A paragraph by its words: letters and Han only, so that blanks, punctuation and a changed number
 * before it hide nothing. */
struct para_text {
	const struct report_para *para;
	uint64_t hash; /* only to bring equals together; that they are equal is seen by comparing */
	size_t n;
	bool brief; /* it counts only next to its like */
};

static struct str words_of(struct fold *f)
{
	size_t at = 0;

	while (at < f->text.n && f->text.p[at] >= '0' && f->text.p[at] <= '9')
		at++;
	return str_slice(f->text, at, f->text.n);
}

/* Without a numbered heading that it begins with: "（五）监督保障情况。坚持每季度检查…". */
static struct str behind_heading(struct str text)
{
	struct buf core = {0};
	char number[8];
	size_t stop = str_find(
		str_slice(text, 0, text.n < HEADING_MAX ? text.n : HEADING_MAX), STR("。"), 0);

	if (stop == STR_NONE)
		return text;
	label_core(str_slice(text, 0, stop), &core, number);
	buf_free(&core);
	return number[0] ? str_slice(text, stop + STR("。").n, text.n) : text;
}

static void fold_para(const struct rule_context *c, const struct report_para *para, struct fold *f)
{
	struct str text = behind_heading(doc_str(c->report->doc, para->span));

	fold_make(f, text, FOLD_SPACE | FOLD_PUNCT);
}

/* Is it a sentence of so many characters, next to a paragraph that is just the same? */
static bool is_beside_its_like(
	const struct rule_context *c, const struct report_para *para, int64_t near)
{
	const struct report_para *first = c->report->paras, *end = first + c->report->n_paras;
	struct str text = str_trim(doc_str(c->report->doc, para->span));

	if (!near || text.n < (size_t)near || !str_ends(text, "。") ||
		utf8_count(text) < (size_t)near)
		return false;
	return (para > first && str_eq(str_trim(doc_str(c->report->doc, para[-1].span)), text)) ||
	       (para + 1 < end && str_eq(str_trim(doc_str(c->report->doc, para[1].span)), text));
}

/* false where the paragraph has too few characters. */
static bool para_read(const struct rule_context *c, const struct report_para *para,
	const struct text_rule *how, struct para_text *out)
{
	struct str text = doc_str(c->report->doc, para->span);
	size_t min = (size_t)how->min;
	struct fold f;

	if ((text.n < min * 2 || utf8_count(text) < min) && !is_beside_its_like(c, para, how->near))
		return false;
	fold_para(c, para, &f);
	struct str words = words_of(&f);

	*out = (struct para_text){para, hash_quick(words), words.n, utf8_count(words) < min};
	fold_free(&f);
	return !out->brief || is_beside_its_like(c, para, how->near);
}

static bool same_words(
	const struct rule_context *c, const struct para_text *a, const struct para_text *b)
{
	struct fold x, y;

	if (a->hash != b->hash || a->n != b->n)
		return false;
	fold_para(c, a->para, &x);
	fold_para(c, b->para, &y);
	bool same = str_eq(words_of(&x), words_of(&y));

	fold_free(&x);
	fold_free(&y);
	return same;
}

/* Equals together, each lot in the order of the report. */
static int compare_paras(const void *left, const void *right)
{
	const struct para_text *a = left, *b = right;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return a->para < b->para ? -1 : a->para > b->para;
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

/* v[0] to v[n - 1] are the same paragraph. */
static void tell(struct rule_context *c, const struct rule *rule, const struct text_rule *how,
	const struct para_text *v, size_t n)
{
	static const struct form_words none = {{NULL, NULL}};
	struct form_words lines = {{NULL, NULL}};
	struct finding f;
	struct slots s;
	struct fold fold;

	finding_begin(&f, rule);
	for (size_t i = 0; i < n && i < SHOWN_MAX; i++) {
		finding_span(c, &f, v[i].para->span);
		lines = text_lines_add(c, lines, v[i].para->span);
	}
	fold_make(&fold, doc_str(c->report->doc, v[0].para->span), FOLD_SPACE | FOLD_PUNCT);
	slots_init(&s, c->arena);
	slots_text(&s, "text", quote_of(c, v[0].para));
	slots_count(&s, "count", n);
	slots_words(&s, "lines", lines);
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, arena_cstr(c->arena, words_of(&fold)));
	fold_free(&fold);
}

/* A page prints the report's title, and the report does again. */
static bool is_title(const struct rule_context *c, const struct report_para *para)
{
	struct fold title, f;

	if (!c->report->title_text)
		return false;
	fold_make(&title, str_of(c->report->title_text), FOLD_SPACE | FOLD_PUNCT);
	fold_para(c, para, &f);
	bool same = str_eq(words_of(&title), words_of(&f));

	fold_free(&title);
	fold_free(&f);
	return same;
}

/* May the two be one lot: anywhere, or next to one another where there is little in them? */
static bool goes_on(const struct para_text *a, const struct para_text *b)
{
	return !a->brief || a->para + 1 == b->para;
}

void text_repeated_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	const struct report *r = c->report;
	struct para_text *v = mem_alloc_array(r->n_paras + 1, sizeof *v);
	size_t n = 0;

	for (size_t i = 0; i < r->n_paras; i++)
		n += para_read(c, &r->paras[i], how, &v[n]);
	if (n)
		qsort(v, n, sizeof *v, compare_paras);
	for (size_t i = 0, next; i < n; i = next) {
		next = i + 1;
		while (next < n && goes_on(&v[next - 1], &v[next]) &&
			same_words(c, &v[i], &v[next]))
			next++;
		if (next - i > 1 && !is_title(c, v[i].para))
			tell(c, rule, how, v + i, next - i);
	}
	free(v);
}

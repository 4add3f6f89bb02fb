/* How a rule tells what it found. */
#include "rule/context.h"

#include <string.h>

/* Of one rule in one report. */
#define FINDINGS_MAX 1000

void finding_begin(struct finding *f, const struct rule *rule)
{
	*f = (struct finding){.rule = rule, .severity = rule->severity, .cause = CAUSE_SOURCE};
}

void finding_cells(struct rule_context *c, struct finding *f, const size_t *cells, size_t n)
{
	f->cells = arena_alloc_array(c->arena, n, sizeof *cells);
	if (n)
		memcpy(f->cells, cells, n * sizeof *cells);
	f->n_cells = n;
}

/* Room doubles: a repeated paragraph may have places by the ten thousand. */
static void make_room(struct rule_context *c, struct finding *f)
{
	size_t n = f->n_spans;

	if (n & (n - 1))
		return; /* full only at powers of two */
	struct text_span *spans = arena_alloc_array(c->arena, n > 0 ? 2 * n : 1, sizeof *spans);

	for (size_t i = 0; i < n; i++)
		spans[i] = f->spans[i];
	f->spans = spans;
}

static bool comes_before(struct text_span a, struct text_span b)
{
	return a.from < b.from || (a.from == b.from && a.to < b.to);
}

void finding_span(struct rule_context *c, struct finding *f, struct text_span span)
{
	size_t at = f->n_spans; /* they mostly come in order: from the end */

	if (text_span_empty(span))
		return;
	while (at > 0 && comes_before(span, f->spans[at - 1]))
		at--;
	if (at > 0 && f->spans[at - 1].from == span.from && f->spans[at - 1].to == span.to)
		return;
	make_room(c, f);
	for (size_t i = f->n_spans; i > at; i--)
		f->spans[i] = f->spans[i - 1];
	f->spans[at] = span;
	f->n_spans++;
}

void finding_cell_span(struct rule_context *c, struct finding *f, size_t cell)
{
	const struct cell *at = &c->report->cells[cell];

	finding_span(c, f, text_span_empty(at->span) ? at->label : at->span);
}

void finding_besides(struct rule_context *c, struct finding *f, size_t n)
{
	f->beside = arena_alloc_array(c->arena, n, sizeof *f->beside);
	f->n_beside = 0;
}

struct finding_beside *finding_beside(struct finding *f, size_t child)
{
	struct finding_beside *b = &f->beside[f->n_beside++];

	*b = (struct finding_beside){.child = child};
	return b;
}

void finding_beside_span(struct rule_context *c, struct finding_beside *b, const struct report *r,
	struct text_span span)
{
	if (text_span_empty(span))
		return;
	struct text_span *spans = arena_alloc_array(c->arena, b->n_spans + 1, sizeof *spans);

	if (b->n_spans)
		memcpy(spans, b->spans, b->n_spans * sizeof *spans);
	else
		b->line = doc_source_line(r->doc, span.from);
	spans[b->n_spans++] = span;
	b->spans = spans;
}

void finding_beside_cells(struct rule_context *c, struct finding_beside *b, const struct report *r,
	const size_t *cells, size_t n)
{
	b->cells = arena_alloc_array(c->arena, n, sizeof *cells);
	b->n_cells = n;
	for (size_t i = 0; i < n; i++) {
		const struct cell *at = &r->cells[cells[i]];

		b->cells[i] = cells[i];
		finding_beside_span(c, b, r, text_span_empty(at->span) ? at->label : at->span);
	}
}

void finding_numbers(struct finding *f, struct dec declared, struct dec actual)
{
	f->has_numbers = true;
	f->declared = declared;
	f->actual = actual;
}

void finding_message(struct rule_context *c, struct finding *f, const struct slots *s,
	struct form_words message, struct form_words formula)
{
	(void)c;
	for (enum lang l = LANG_EN; l <= LANG_ZH; l++) {
		f->message[l] = message_fill(s, message.text[l], l);
		if (formula.text[l])
			f->formula[l] = message_fill(s, formula.text[l], l);
	}
}

static char *cells_key(struct rule_context *c, const struct finding *f)
{
	struct buf key = {0};

	for (size_t i = 0; i < f->n_cells; i++) {
		buf_adds(&key, i ? " " : "");
		buf_adds(&key, c->report->cells[f->cells[i]].def->name);
	}
	char *text = arena_cstr(c->arena, buf_str(&key));

	buf_free(&key);
	return text;
}

/* Digits go, so that the id outlives a change of the numbers; white space goes, so that it outlives
 * a line break. */
static char *quote_key(struct rule_context *c, const char *quote)
{
	char *text = arena_cstr(c->arena, str_of(quote)), *to = text;

	for (const char *p = text; *p; p++) {
		if (!strchr("0123456789 \t\n", *p))
			*to++ = *p;
	}
	*to = '\0';
	return text;
}

/* A rule that finds something everywhere, or a report that is no report: nobody reads on. */
static bool is_too_many(struct rule_context *c, const struct finding *f)
{
	struct slots s;

	if (c->found.n == 0 || c->found.v[c->found.n - 1].order != c->order)
		c->n_of_rule = 0;
	if (c->n_of_rule++ < FINDINGS_MAX)
		return false;
	slots_init(&s, c->arena);
	slots_count(&s, "count", FINDINGS_MAX);
	if (c->n_of_rule == FINDINGS_MAX + 1)
		context_not_checked(c, f->rule, NULL, 0, context_word(c, WORD_WHY_TOO_MANY, &s));
	return true;
}

void finding_end(struct rule_context *c, struct finding *f, const char *key)
{
	if (is_too_many(c, f))
		return;
	struct found *found = vec_push(&c->found);

	if (f->n_spans) {
		if (!f->at)
			f->at = f->spans[0].from;
		f->line = doc_source_line(c->report->doc, f->at);
	}
	found->finding = *f;
	found->key = key ? quote_key(c, key) : cells_key(c, f);
	found->order = c->order;
}

void context_not_checked(struct rule_context *c, const struct rule *rule, const size_t *cells,
	size_t n, struct form_words why)
{
	struct not_checked *to = vec_push(&c->not_checked);

	to->rule = rule;
	to->cells = arena_alloc_array(c->arena, n, sizeof *cells);
	if (n)
		memcpy(to->cells, cells, n * sizeof *cells);
	to->n_cells = n;
	for (enum lang l = LANG_EN; l <= LANG_ZH; l++)
		to->why[l] = arena_cstr(c->arena, str_of(why.text[l]));
}

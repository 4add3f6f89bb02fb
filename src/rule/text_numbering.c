/* The numbers of sibling headings: now in Han, now in Arabic numerals, （一）（2）（三）; or with
 * one left out, （一）（三）. */
#include "rule/text.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

/* How far into a paragraph its number may reach, bytes. */
#define NUMBER_MAX 24
#define LISTED_MAX 8

struct number {
	bool bracket, han;
	int64_t value;
	size_t from, past; /* in the folded paragraph */
};

/* The numbers of one shape, in brackets or not, met in a section so far. */
struct series {
	int64_t last[2]; /* Arabic, Han */
	struct text_span spans[LISTED_MAX];
	size_t n;
	bool mixed;
	struct text_span gap[2]; /* the headings around a number that is not there */
	size_t n_gaps;
};

bool text_number_read(
	const struct quantity_words *w, struct str s, size_t *at, int64_t *value, bool *han)
{
	size_t from = *at;

	*value = 0;
	*han = false;
	while (*at < s.n && *at - from < 3 && s.p[*at] >= '0' && s.p[*at] <= '9')
		*value = *value * 10 + (s.p[(*at)++] - '0');
	if (*at > from)
		return true;
	*han = true;
	for (size_t i = 0; i < w->n_numerals && *at < s.n; i++) {
		struct str t = w->numerals[i].text;

		if (s.n - *at < t.n || memcmp(s.p + *at, t.p, t.n) || w->numerals[i].value > 10)
			continue;
		if (w->numerals[i].value == 10)
			*value = (*value ? *value : 1) * 10;
		else
			*value += w->numerals[i].value;
		*at += t.n;
		i = STR_NONE;
	}
	return *at > from;
}

/* A full stop behind a number, which no decimals follow; a year may: "2.2020年". */
static bool is_point(struct str s)
{
	size_t n = 1;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return str_starts(s, ".") && (n == 1 || n == 5);
}

/* Is the paragraph the heading of a section? It has no siblings in it. */
static bool is_section_title(const struct report *r, const struct report_para *para)
{
	for (size_t i = 0; i < r->n_sections; i++) {
		if (text_span_covers(para->span, r->sections[i].title.from))
			return true;
	}
	return false;
}

/* The number the text begins with: "(二)", "三、", "4.". */
static bool read_number(const struct quantity_words *w, struct str s, struct number *out)
{
	size_t at = 0;

	*out = (struct number){.bracket = str_starts(s, "(")};
	at = out->bracket;
	if (!text_number_read(w, s, &at, &out->value, &out->han))
		return false;
	struct str rest = str_slice(s, at, s.n);

	if (out->bracket ? !str_starts(rest, ")") : !str_starts(rest, "、") && !is_point(rest))
		return false;
	out->past = at + (str_starts(rest, "、") ? strlen("、") : 1);
	return true;
}

/* Does it carry on the other series where its own has no such number before it? */
static bool is_mixed(const struct series *s, const struct number *n)
{
	return n->value > 1 && s->last[n->han] != n->value - 1 && s->last[!n->han] == n->value - 1;
}

static void series_add(struct series *s, const struct number *n, struct text_span span)
{
	int64_t last = s->last[n->han];

	s->mixed |= is_mixed(s, n);
	/* one number, not more: others may count on in their paragraphs */
	if (n->han && n->bracket && last && n->value == last + 2 && s->n && !s->n_gaps++) {
		s->gap[0] = s->spans[s->n - 1];
		s->gap[1] = span;
	}
	s->last[n->han] = n->value;
	if (s->n < LISTED_MAX)
		s->spans[s->n++] = span;
}

/* The numbers of headings that do not go together. */
static void tell(struct rule_context *c, const struct rule *rule, const struct text_rule *how,
	const struct text_span *spans, size_t n, unsigned section)
{
	static const struct form_words none = {{NULL, NULL}};
	struct buf text = {0};
	struct finding f;
	struct slots slots;

	finding_begin(&f, rule);
	for (size_t i = 0; i < n; i++) {
		finding_span(c, &f, spans[i]);
		buf_add(&text, doc_str(c->report->doc, spans[i]));
	}
	slots_init(&slots, c->arena);
	slots_text(&slots, "text", buf_str(&text));
	slots_count(&slots, "section", section);
	finding_message(c, &f, &slots, how->message, none);
	finding_end(c, &f, arena_printf(c->arena, "section %c", (char)('a' + section)));
	buf_free(&text);
}

/* Is the number left out in the middle of a paragraph, or in another shape, after all? */
static bool is_hidden(const struct rule_context *c, const struct series *s)
{
	const struct quantity_words *w = &c->rules->prose->quantity;
	struct str first, text;
	struct number before, n;
	struct fold f, at;
	bool found = false;

	fold_make(&at, doc_str(c->report->doc, s->gap[0]), FOLD_SPACE);
	first = at.text;
	fold_make(&f, doc_str(c->report->doc, (struct text_span){s->gap[0].to, s->gap[1].from}),
		FOLD_SPACE);
	text = f.text;
	if (read_number(w, first, &before))
		for (size_t i = 0; i < text.n && !found; i++)
			found = (i == 0 || ((unsigned char)text.p[i] & 0xc0) != 0x80) &&
				read_number(w, str_slice(text, i, text.n), &n) &&
				n.value == before.value + 1;
	fold_free(&f);
	fold_free(&at);
	return found;
}

/* Has the text, anywhere, a number of that shape and value? */
static bool has_number(
	const struct quantity_words *w, struct str text, const struct number *shape, int64_t value)
{
	struct number n;

	for (size_t i = 0, next = 0; i < text.n; i = next) {
		utf8_next(text, &next);
		if (read_number(w, str_slice(text, i, text.n), &n) && n.value == value &&
			n.han == shape->han && n.bracket == shape->bracket)
			return true;
	}
	return false;
}

/* The paragraph that has the number left out, in a shape of which the one before is not there: "4."
 * between （三） and （五）, and no "3.". */
static bool find_stranger(const struct rule_context *c, struct series *s, struct text_span *out)
{
	const struct quantity_words *w = &c->rules->prose->quantity;
	const struct report *r = c->report;
	struct number before, n;
	struct fold f;

	fold_make(&f, doc_str(r->doc, s->gap[0]), FOLD_SPACE);
	bool known = read_number(w, f.text, &before);

	fold_free(&f);
	for (size_t i = 0; known && i < r->n_paras; i++) {
		struct text_span span = r->paras[i].span;

		if (span.from < s->gap[0].to || span.from >= s->gap[1].from)
			continue;
		fold_make(&f, doc_str(r->doc, span), FOLD_SPACE);
		bool found = !is_section_title(r, &r->paras[i]) && read_number(w, f.text, &n) &&
			     n.value == before.value + 1 && !(n.han && n.bracket);

		*out = (struct text_span){
			span.from, found ? span.from + fold_past(&f, n.past - 1) : 0};
		fold_free(&f);
		if (!found)
			continue;
		fold_make(&f, doc_str(r->doc, (struct text_span){s->gap[0].to, span.from}),
			FOLD_SPACE);
		found = !has_number(w, f.text, &n, before.value);
		fold_free(&f);
		return found;
	}
	return false;
}

static void section_read(struct rule_context *c, size_t *at, struct series series[2])
{
	const struct report *r = c->report;
	unsigned section = r->paras[*at].section;

	for (; *at < r->n_paras && r->paras[*at].section == section; (*at)++) {
		struct text_span span = r->paras[*at].span;
		struct number n;
		struct fold f;

		if (span.to > span.from + NUMBER_MAX)
			span.to = span.from + NUMBER_MAX;
		while (span.to < r->paras[*at].span.to &&
			((unsigned char)doc_text(r->doc).p[span.to] & 0xc0) == 0x80)
			span.to++;
		fold_make(&f, doc_str(r->doc, span), FOLD_SPACE);
		if (!is_section_title(r, &r->paras[*at]) &&
			read_number(&c->rules->prose->quantity, f.text, &n)) {
			span.to = span.from + fold_past(&f, n.past - 1);
			series_add(&series[n.bracket], &n, span);
		}
		fold_free(&f);
	}
}

void text_numbering_run(
	struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	for (size_t at = 0; c->rules->prose && at < c->report->n_paras;) {
		unsigned section = c->report->paras[at].section;
		struct series series[2] = {0};

		section_read(c, &at, series);
		for (size_t i = 0; i < 2; i++) {
			if (series[i].mixed)
				tell(c, rule, how, series[i].spans, series[i].n, section);
		}
		struct text_span stranger;

		if (!series[1].mixed && series[1].n_gaps == 1 &&
			find_stranger(c, &series[1], &stranger))
			tell(c, rule, how,
				(struct text_span[]){series[1].gap[0], stranger, series[1].gap[1]},
				3, section);
	}
}

void text_gap_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	for (size_t at = 0; c->rules->prose && at < c->report->n_paras;) {
		unsigned section = c->report->paras[at].section;
		struct series series[2] = {0};

		section_read(c, &at, series);
		if (series[1].n_gaps == 1 && !series[1].mixed && !is_hidden(c, &series[1]))
			tell(c, rule, how, series[1].gap, 2, section);
	}
}

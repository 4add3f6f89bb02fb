/* From the report's paragraphs to passages: joined, folded, numbers marked. */
#include "rule/prose.h"

#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

/* A report's prose is some ten thousand characters. What goes on for more bytes than this is no
 * report's, and is left out and told. A paragraph weighs so much more than its bytes: a million of
 * two digits each are as much work as long ones. */
#define PROSE_MOST ((size_t)1 << 20)
#define PARA_WEIGHT 32
/* Bytes of one passage, which a text without line ends may be: a longer one is left out, too. */
#define PASSAGE_MOST ((size_t)1 << 16)

struct maker {
	struct rule_context *c;
	const struct prose_words *words;
	struct arena *arena;
	/* of the passage being made: its paragraphs folded, its shadow, its numbers */
	struct fold_join folded, shadow;
	struct quantities quantities;
	bool each;   /* its text has a word for each */
	size_t seen; /* what the paragraphs so far weigh */
};

static void folded_para(struct maker *m, size_t para)
{
	struct text_span span = m->c->report->paras[para].span;
	const struct fold *known = context_fold(m->c, para, false);
	struct fold fold;

	if (known) {
		fold_join_all(&m->folded, known, span.from);
		return;
	}
	fold_make(&fold, doc_str(m->c->report->doc, span), FOLD_SPACE);
	fold_join_all(&m->folded, &fold, span.from);
	fold_free(&fold);
}

/* What the year is called, seen from the report; NULL where the quantity is no year. */
static const char *year_word(const struct maker *m, const struct quantity *q)
{
	struct str unit = m->words->year_unit;
	int64_t year = m->c->report->year;

	if (!year || q->approximate || q->low.scale || q->past + unit.n != q->to ||
		memcmp(m->folded.text.p + q->past, unit.p, unit.n))
		return NULL;
	int64_t away = q->low.units - year;

	if (away >= -1 && away <= 1)
		return m->words->year[away + 1];
	return q->low.units > 1900 && q->low.units < 2200 ? m->words->year[3] : NULL;
}

/* Puts the quantity into the shadow; its offsets are the shadow's from then on. */
static void shadow_quantity(struct maker *m, const struct fold *f, struct quantity *q)
{
	struct fold_join *s = &m->shadow;
	size_t at = s->text.n, shift = q->number - q->from;
	const char *year = year_word(m, q);
	size_t from, past;

	if (q->mark || year) {
		fold_range(f, q->from, q->to, &from, &past);
		fold_join_word(s, q->mark ? (struct str){&q->mark, 1} : str_of(year), from, past);
		shift = 0;
	} else {
		fold_join_part(s, f, q->from, q->to);
	}
	q->from = at;
	q->to = s->text.n;
	q->number = at + shift;
	q->past = q->to;
}

static void *keep(struct arena *a, const void *v, size_t n, size_t size)
{
	void *to = arena_alloc_array(a, n, size);

	if (n)
		memcpy(to, v, n * size);
	return to;
}

/* The passage's shadow, out of the one that is used for the next. */
static void keep_shadow(struct maker *m, struct passage *p)
{
	struct fold shadow = fold_joined(&m->shadow);

	shadow.text = arena_str(m->arena, shadow.text);
	shadow.runs = keep(m->arena, shadow.runs, shadow.n_runs, sizeof *shadow.runs);
	p->map = shadow;
	p->shadow = shadow.text;
}

/* The text with the quantities in it, *i the first and n what they all are before; *i the next
 * then. */
static void shadow_text(struct maker *m, const struct fold *f, struct passage *p, size_t *i,
	size_t n, struct text_span text)
{
	for (; *i < n && p->quantities.v[*i].from < text.to; ++*i) {
		size_t next = p->quantities.v[*i].to;

		fold_join_part(&m->shadow, f, text.from, p->quantities.v[*i].from);
		shadow_quantity(m, f, &p->quantities.v[*i]);
		text.from = next;
	}
	fold_join_part(&m->shadow, f, text.from, text.to);
}

/* Puts the numbers behind their names, in which the quantities from the ith on may stand; where
 * the text goes on. */
static size_t shadow_each(
	struct maker *m, const struct fold *f, struct passage *p, size_t i, const struct each *e)
{
	size_t at = 0, from, past;

	for (size_t j = 0; j < e->n; j++) {
		struct quantity *q = &p->quantities.v[e->first + j];

		if (j) {
			fold_range(f, at < q->from ? at : q->from, q->from, &from, &past);
			fold_join_word(&m->shadow, STR("、"), from, past);
		}
		at = q->to;
		shadow_text(m, f, p, &i, e->first, e->names[j]);
		fold_join_part(&m->shadow, f, e->verb.from, e->verb.to);
		shadow_quantity(m, f, q);
	}
	return at;
}

/* The names' tail, a clause of its own before them; the ith quantity may be the first in it. */
static void shadow_tail(
	struct maker *m, const struct fold *f, struct passage *p, size_t i, const struct each *e)
{
	size_t from, past;

	if (e->tail.from == e->tail.to)
		return;
	while (p->quantities.v[i].from < e->tail.from)
		i++;
	shadow_text(m, f, p, &i, e->first, e->tail);
	fold_range(f, e->tail.to - 1, e->tail.to, &from, &past);
	fold_join_word(&m->shadow, STR(","), from, past);
}

/* The quantities from the ith on up to that one, in the order in which the shadow has them. */
static void sort_quantities(struct passage *p, size_t i, size_t to)
{
	for (size_t j = i + 1; j < to; j++) {
		struct quantity q = p->quantities.v[j];
		struct text_span number = p->numbers[j];
		size_t k = j;

		for (; k > i && p->quantities.v[k - 1].from > q.from; k--) {
			p->quantities.v[k] = p->quantities.v[k - 1];
			p->numbers[k] = p->numbers[k - 1];
		}
		p->quantities.v[k] = q;
		p->numbers[k] = number;
	}
}

/* The text up to the ith quantity and that, or all told with it; where the text goes on, *i the
 * next. */
static size_t shadow_next(
	struct maker *m, const struct fold *f, struct passage *p, size_t *i, size_t at)
{
	size_t next = p->quantities.v[*i].to;
	struct each e = {.kind = EACH_NONE};

	if (m->each)
		each_find(&m->words->each, f->text, &p->quantities, *i, at, &e);
	if (e.kind == EACH_NAMED) {
		fold_join_part(&m->shadow, f, at, e.names[0].from);
		bool within = p->quantities.v[*i].from < e.names[e.n - 1].to;

		shadow_tail(m, f, p, *i, &e);
		next = shadow_each(m, f, p, within ? *i : e.first, &e);
		if (within)
			sort_quantities(p, *i, e.first + e.n);
		*i = e.first + e.n;
		return next;
	}
	for (size_t j = 0; e.kind == EACH_UNNAMED && j < e.n; j++)
		p->quantities.v[e.first + j].mark = '\0';
	shadow_text(m, f, p, i, p->quantities.n, (struct text_span){at, next});
	return next;
}

static void make_shadow(struct maker *m, struct passage *p)
{
	struct fold f = fold_joined(&m->folded);
	size_t at = 0, to;

	fold_join_clear(&m->shadow);
	m->quantities.n = 0;
	quantity_scan(&m->words->quantity, f.text, &m->quantities);
	m->each = each_repeat(&m->words->each, f.text, &m->quantities) ||
		  (m->quantities.n > 1 &&
			  word_list_find(&m->words->each.each, f.text, 0, &to) != STR_NONE);
	p->quantities.n = m->quantities.n;
	p->quantities.v = keep(m->arena, m->quantities.v, m->quantities.n, sizeof *p->quantities.v);
	p->numbers = arena_alloc_array(m->arena, p->quantities.n, sizeof *p->numbers);
	for (size_t i = 0; i < p->quantities.n; i++) {
		const struct quantity *q = &p->quantities.v[i];

		fold_range(&f, q->number, q->past, &p->numbers[i].from, &p->numbers[i].to);
	}
	for (size_t i = 0; i < p->quantities.n;)
		at = shadow_next(m, &f, p, &i, at);
	fold_join_part(&m->shadow, &f, at, f.text.n);
	keep_shadow(m, p);
}

static bool has_count(const struct passage *p)
{
	for (size_t i = 0; i < p->quantities.n; i++) {
		if (p->quantities.v[i].mark)
			return true;
	}
	return false;
}

static size_t weight(const struct report_para *para)
{
	return para->span.to - para->span.from + PARA_WEIGHT;
}

/* What begins in line {line} is not looked at: tells so. */
static void tell_left_out(const struct maker *m, const struct report_para *para, enum word why)
{
	struct slots s;

	slots_init(&s, m->c->arena);
	slots_count(&s, "line", doc_source_line(m->c->report->doc, para->span.from));
	context_not_checked(m->c, &m->c->rules->rules.v[m->c->order]->rule, NULL, 0,
		context_word(m->c, why, &s));
}

static void make_passage(struct maker *m, struct passage *p, size_t *at)
{
	const struct report *r = m->c->report;
	size_t begin = m->seen;

	*p = (struct passage){.para = &r->paras[*at]};
	p->section = p->para->section;
	p->heading = p->para->heading;
	fold_join_clear(&m->folded);
	do {
		folded_para(m, *at);
		m->seen += weight(&r->paras[*at]);
		p->n_paras++;
		(*at)++;
	} while (*at < r->n_paras && m->seen <= PROSE_MOST &&
		 m->seen - begin + weight(&r->paras[*at]) <= PASSAGE_MOST &&
		 prose_continues(m->c, &r->paras[*at - 1], &r->paras[*at]));
	bool left_out = m->folded.text.n > PASSAGE_MOST;

	if (left_out)
		fold_join_clear(&m->folded);
	make_shadow(m, p);
	m->seen += p->quantities.n * PROSE_NUMBER_WEIGHT;
	p->read = !p->heading || has_count(p);
	left_out |= !passage_cut(p, &m->words->openings, m->arena);
	if (left_out)
		tell_left_out(m, p->para, WORD_WHY_ENDLESS);
}

/* Is the prose up to the end of paragraph `at` more than is looked at? Tells so, once. */
static bool is_too_long(const struct maker *m, size_t at)
{
	const struct report_para *para = &m->c->report->paras[at];

	if (weight(para) + m->seen <= PROSE_MOST)
		return false;
	tell_left_out(m, para, WORD_WHY_TOO_LONG);
	return true;
}

const struct prose *context_prose(struct rule_context *c)
{
	struct maker m = {.c = c, .words = c->rules->prose};
	struct prose *p = c->prose;

	if (p)
		return p;
	p = c->prose = mem_alloc(sizeof *p);
	p->arena = m.arena = arena_new();
	if (!m.words)
		return p;
	size_t most = PROSE_MOST / PARA_WEIGHT, n = c->report->n_paras;

	p->passages = arena_alloc_array(m.arena, n < most ? n : most, sizeof *p->passages);
	for (size_t at = 0; at < c->report->n_paras && !is_too_long(&m, at); p->n++)
		make_passage(&m, &p->passages[p->n], &at);
	fold_join_free(&m.folded);
	fold_join_free(&m.shadow);
	vec_free(&m.quantities);
	return p;
}

void prose_free(struct prose *p)
{
	if (!p)
		return;
	arena_free(p->arena);
	free(p);
}

struct text_span passage_span(const struct passage *p, size_t from, size_t to)
{
	if (from >= to)
		return (struct text_span){0, 0};
	struct text_span span;

	fold_range(&p->map, from, to, &span.from, &span.to);
	if (span.from > span.to) /* from a number to the name of the next, which stands before it */
		span = (struct text_span){span.to, span.from};
	return span;
}

char *passage_quote(const struct rule_context *c, const struct passage *p, size_t from, size_t to)
{
	struct str text = doc_str(c->report->doc, passage_span(p, from, to));
	struct buf out = {0};

	for (size_t at = 0; at < text.n;) {
		size_t start = at;

		if (!utf8_is_space(utf8_next(text, &at)))
			buf_add(&out, str_slice(text, start, at));
	}
	char *quote = arena_cstr(c->arena, buf_str(&out));

	buf_free(&out);
	return quote;
}

/* Is the place in the text that of a number? They stand there in order. */
static bool is_number_at(const struct passage *p, size_t at)
{
	size_t low = 0, high = p->quantities.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->numbers[mid].to <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low < p->quantities.n && p->numbers[low].from <= at;
}

char *passage_key(const struct rule_context *c, const struct passage *p, size_t from, size_t to)
{
	struct text_span span = passage_span(p, from, to);
	struct str text = doc_str(c->report->doc, span);
	struct buf out = {0};

	for (size_t at = 0; at < text.n;) {
		size_t start = at;

		if (!utf8_is_space(utf8_next(text, &at)) && !is_number_at(p, span.from + start))
			buf_add(&out, str_slice(text, start, at));
	}
	char *key = arena_cstr(c->arena, buf_str(&out));

	buf_free(&out);
	return key;
}

static size_t topic_of(const struct prose_words *w, struct str text, const struct utf8_set *chars)
{
	for (size_t i = 0; i < w->n_topics; i++) {
		if (re_any_met(&w->topics[i].words, text, chars))
			return i;
	}
	return TOPIC_NONE;
}

size_t prose_topic(const struct prose_words *w, struct str text)
{
	struct utf8_set chars = utf8_set_of(text);

	return topic_of(w, text, &chars);
}

size_t passage_topic(const struct prose_words *w, const struct passage *p, const struct clause *cl)
{
	return topic_of(w, passage_clause(p, cl), &cl->chars);
}

struct str passage_clause(const struct passage *p, const struct clause *cl)
{
	return str_slice(p->shadow, cl->from, cl->to);
}

const struct clause *passage_clause_at(const struct passage *p, size_t at)
{
	size_t low = 0, high = p->n_clauses;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->clauses[mid].from <= at)
			low = mid + 1;
		else
			high = mid;
	}
	while (low && p->clauses[low - 1].to <= at)
		low--;
	return low ? &p->clauses[low - 1] : NULL;
}

size_t passage_numbers_before(const struct passage *p, size_t at)
{
	size_t low = 0, high = p->quantities.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (p->quantities.v[mid].from < at)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

const struct quantity *passage_quantity(const struct passage *p, size_t at)
{
	size_t i = passage_numbers_before(p, at);

	return i < p->quantities.n && p->quantities.v[i].from == at ? &p->quantities.v[i] : NULL;
}

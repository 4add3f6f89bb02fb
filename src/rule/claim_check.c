/* The kind `claim`: a number against the cells it speaks of. */
#include "rule/claim.h"

#include "base/utf8.h"
#include "rule/doubt.h"
#include "rule/sure.h"

/* A clause longer than this is not quoted whole, code points. */
#define QUOTE_MAX 32

bool claim_is_another(const struct rule_context *c, const struct claim_rule *how,
	const struct passage *p, const struct clause *cl, size_t at)
{
	struct str before = str_slice(p->shadow, cl->from, at);
	size_t from, to;

	if (!c->report->agency_text || !how->subject || !pattern_find(how->subject, before, 0) ||
		!pattern_group(how->subject, "s", &from, &to))
		return false;
	struct str name = str_slice(before, from, to);

	if (how->own && pattern_find(how->own, name, 0))
		return false;
	return !name_is_short_for(name, str_of(c->report->agency_text));
}

/* Of "@/person" the readings are other rows to put in its place. */
bool claim_asks_for_rows(const struct sum_words *words)
{
	for (size_t i = 0; i < words->n; i++) {
		if (!words->terms[i].row.n)
			return true;
	}
	return false;
}

void claim_sum_reading(struct claim_reader *r, const struct spoken *s, size_t i, struct sum *out)
{
	const struct sum_words *said = &s->meaning->cells;
	const struct sum_words *reading = &s->claim->readings[i]->cells;

	if (claim_asks_for_rows(said))
		claim_sum(r, said, reading, out);
	else
		claim_sum(r, reading, NULL, out);
}

/* How far the number is from what it allows. */
static struct dec difference(const struct quantity *q, struct dec actual)
{
	struct dec d = dec_of(0);

	dec_sub(actual, dec_cmp(actual, q->low) < 0 ? q->low : q->high, &d);
	return dec_abs(d);
}

/* How the cells add up; nothing where it is one cell, whose number is told already. */
static struct form_words in_brackets(struct rule_context *c, const struct sum *sum)
{
	struct slots s;

	if (sum->n < 2)
		return (struct form_words){{"", ""}};
	slots_init(&s, c->arena);
	slots_words(&s, "text", sum_in_words(c, sum));
	return context_word(c, WORD_BRACKET, &s);
}

/* Another way to read the number that fits. */
struct reading {
	struct form_words say;
	const struct claim_meaning *meaning;
	struct sum sum;
	struct dec value;
};

/* The words of the ith number of the passage: from the one before it in its clause on. */
static size_t words_of(const struct claim_reader *r, size_t i)
{
	const struct quantities *q = &r->p->quantities;
	const struct clause *cl = passage_clause_at(r->p, q->v[i].from);
	size_t from = cl ? cl->from : 0;

	return i && q->v[i - 1].to > from ? q->v[i - 1].to : from;
}

/* And to the one behind it: 4件因申请人撤回终止办理. */
static size_t words_end_of(const struct claim_reader *r, size_t i)
{
	const struct quantities *q = &r->p->quantities;
	const struct clause *cl = passage_clause_at(r->p, q->v[i].from);
	size_t to = cl ? cl->to : q->v[i].to;

	return i + 1 < q->n && q->v[i + 1].from < to ? q->v[i + 1].from : to;
}

/* Is the ith number of the passage told so near, and so, that it may be added to this one? */
static bool is_plus(const struct claim_reader *r, const struct spoken *s, size_t i, size_t from)
{
	const struct quantity *q = &r->p->quantities.v[i];
	struct str words = str_slice(r->p->shadow, from, words_end_of(r, i));

	return !q->approximate && !dec_is_zero(q->value) && q->from != s->quantity.from &&
	       quantity_same_family(q, &s->quantity) && pattern_find(s->plus, words, 0);
}

/* The numbers up to the full stop, over semicolons; *to is past them. */
static size_t numbers_of_sentence(const struct claim_reader *r, size_t *to)
{
	size_t sentence = r->cl->sentence, from = r->p->sentences[sentence].from;

	*to = passage_numbers_before(r->p, from + claim_rest(r, from).n);
	while (sentence && r->p->sentences[sentence - 1].half)
		sentence--;
	return passage_numbers_before(r->p, r->p->sentences[sentence].from);
}

/* Is the number what cells of its own say, as a claim before found? Then it is no part of another.
 */
static bool is_accounted_for(const struct claim_reader *r, const struct quantity *q)
{
	for (size_t i = r->c->tellings.n; i--;) {
		const struct telling *t = r->c->tellings.v[i];

		if (t->p == r->p && t->quantity.from == q->from)
			return t->state == TELLING_AGREES;
	}
	return false;
}

/* Is some number of the sentence told so, and not known to be another? */
static bool has_plus(const struct claim_reader *r, const struct spoken *s)
{
	size_t to, from = numbers_of_sentence(r, &to);

	for (size_t i = from; s->plus && i < to; i++) {
		if (is_plus(r, s, i, words_of(r, i)) &&
			!is_accounted_for(r, &r->p->quantities.v[i]))
			return true;
	}
	return false;
}

/* Does the sentence itself say that it is this number of the agency's own? */
static bool is_sure(const struct claim_reader *r, const struct spoken *s)
{
	struct sure_words words = {.cl = r->cl,
		.from = s->from,
		.number = s->says->group ? s->quantity.from : s->from,
		.topic = s->claim->topics.n ? r->topic : TOPIC_NONE,
		.near = s->claim->near};

	return !s->claim->mild && !r->in_past && !r->unsure && !has_plus(r, s) &&
	       !claim_is_another(r->c, r->how, r->p, r->cl, s->from) &&
	       sure_claim(r->c->rules->prose, r->p, &words);
}

static void tell(struct claim_reader *r, const struct spoken *s, const struct reading *reading)
{
	static const struct form_words none = {{NULL, NULL}};
	struct rule_context *c = r->c;
	const char *clause = passage_quote(c, r->p, r->cl->from, r->cl->to);
	const char *quote = clause;
	struct finding f;
	struct slots slots;

	finding_begin(&f, r->rule);
	if (reading) {
		f.severity = SEVERITY_NOTE;
		f.cause = CAUSE_READING;
		for (enum lang l = LANG_EN; l <= LANG_ZH; l++)
			f.reading[l] = arena_cstr(c->arena, str_of(reading->say.text[l]));
	}
	/* It may be the table that was misread. */
	if (!reading && (doubt_tell(c, s->sum.cells, s->sum.n, &f) || !is_sure(r, s)))
		f.severity = SEVERITY_WARNING;
	if (utf8_count(str_of(clause)) > QUOTE_MAX)
		quote = passage_quote(c, r->p, s->from, s->to);
	finding_cells(c, &f, s->sum.cells, s->sum.n);
	finding_numbers(&f, s->quantity.value, s->actual);
	finding_span(c, &f, passage_span(r->p, s->from, s->to));
	f.at = f.spans[0].from;
	for (size_t i = 0; i < s->sum.n; i++)
		finding_cell_span(c, &f, s->sum.cells[i]);
	slots_init(&slots, c->arena);
	slots_text(&slots, "quote", str_of(quote));
	slots_words(&slots, "say", claim_say(r, s->meaning->say));
	slots_dec(&slots, "declared", s->quantity.value);
	slots_dec(&slots, "actual", s->actual);
	slots_dec(&slots, "difference", difference(&s->quantity, s->actual));
	slots_words(&slots, "unit", s->unit);
	slots_words(&slots, "sum", in_brackets(c, &s->sum));
	if (reading) {
		slots_words(&slots, "reading", reading->say);
		slots_dec(&slots, "reading_value", reading->value);
		slots_words(&slots, "reading_sum", in_brackets(c, &reading->sum));
	}
	finding_message(c, &f, &slots, reading ? r->how->reading : r->how->message, none);
	finding_end(c, &f,
		arena_printf(c->arena, "%s|%s", passage_key(c, r->p, r->cl->from, r->cl->to),
			s->claim->id));
}

void claim_tell(struct claim_reader *r, const struct spoken *s)
{
	tell(r, s, NULL);
}

static void add_sum(struct evidence *e, const struct sum *sum)
{
	e->sums[e->n_sums++] = (struct evidence_sum){sum->cells, sum->n};
}

/* What is declared, and of which cells added up, whether they bear it out or not. */
static void note_evidence(struct claim_reader *r, const struct spoken *s)
{
	struct evidence *e;
	struct sum other;

	if (s->sum.n_less)
		return;
	e = vec_push(&r->c->evidence);
	*e = (struct evidence){.rule = r->rule,
		.span = passage_span(r->p, s->from, s->to),
		.declared = s->quantity.value,
		.low = s->quantity.low,
		.high = s->quantity.high,
		.no_limit = s->quantity.no_limit};
	e->sums = arena_alloc_array(r->c->arena, s->claim->n_readings + 1, sizeof *e->sums);
	add_sum(e, &s->sum);
	for (size_t i = 0; i < s->claim->n_readings; i++) {
		claim_sum_reading(r, s, i, &other);
		if (other.state == SUM_KNOWN && !other.n_less)
			add_sum(e, &other);
	}
}

static bool agrees(struct claim_reader *r, struct spoken *s)
{
	if (s->meaning->money && s->quantity.mark != '#')
		return claim_money_agrees(r, s);
	return quantity_allows(&s->quantity, s->sum.value);
}

/* Is it told of one thing alone, right before and rightly? Then it means no other. */
static bool is_plain(const struct claim_reader *r, const struct spoken *s)
{
	return s->claim->any && claim_asks_for_rows(&s->meaning->cells) && r->bases == 1 &&
	       r->base_fits;
}

/* Is there no other reading, by what stands behind the number or before it in its sentence? */
static bool is_exact(const struct claim_reader *r, const struct spoken *s)
{
	size_t from = r->p->sentences[r->cl->sentence].from;

	return s->claim->exact &&
	       (pattern_find(s->claim->exact, claim_rest(r, s->past), 0) ||
		       pattern_find(s->claim->exact, str_slice(r->p->shadow, from, s->from), 0));
}

/* Who tells of none means all there could be, not a part that happens to be none; but of which
 * rows is another question. */
static bool is_none_at_all(const struct spoken *s)
{
	return dec_is_zero(s->quantity.value) && !claim_asks_for_rows(&s->meaning->cells);
}

static bool find_reading(struct claim_reader *r, const struct spoken *s, struct reading *out)
{
	if (is_exact(r, s) || is_none_at_all(s))
		return false;
	for (size_t i = 0; i < s->claim->n_readings; i++) {
		claim_sum_reading(r, s, i, &out->sum);
		if (out->sum.state == SUM_KNOWN && quantity_allows(&s->quantity, out->sum.value)) {
			out->meaning = s->claim->readings[i];
			out->say = out->meaning->say;
			out->value = out->sum.value;
			return true;
		}
	}
	return false;
}

static void say_together(struct claim_reader *r, size_t from, size_t to, struct reading *out)
{
	struct slots slots;

	slots_init(&slots, r->c->arena);
	slots_text(&slots, "quote", str_of(passage_quote(r->c, r->p, from, to)));
	out->say = message_words(&slots, r->how->together);
}

/* Is what the cells of `out` say what this number and one told nearby are together, or all of them?
 * 已主动公开的6件，予以公开的 12件 of 18 that the table counts as 予以公开. */
static bool are_together(struct claim_reader *r, const struct spoken *s, struct reading *out)
{
	size_t to, first = numbers_of_sentence(r, &to), begin = STR_NONE;
	struct dec both, all = s->quantity.value;

	for (size_t i = first; i < to; i++) {
		const struct quantity *q = &r->p->quantities.v[i];
		size_t from = words_of(r, i);

		if (!is_plus(r, s, i, from) || !dec_add(q->value, s->quantity.value, &both) ||
			!dec_add(q->value, all, &all))
			continue;
		bool alone = dec_cmp(both, out->value) == 0;

		begin = begin == STR_NONE || alone ? from : begin;
		if (alone || dec_cmp(all, out->value) == 0) {
			say_together(r, begin, words_end_of(r, i), out);
			return true;
		}
	}
	return false;
}

/* What the number says first, and then what else it may mean: 收到57件（含上年结转1件），撤回39件，
 * 受理18件. */
static bool find_together(struct claim_reader *r, const struct spoken *s, struct reading *out)
{
	if (!s->plus)
		return false;
	*out = (struct reading){.meaning = s->meaning, .sum = s->sum, .value = s->actual};
	if (are_together(r, s, out))
		return true;
	for (size_t i = 0; i < s->claim->n_readings; i++) {
		claim_sum_reading(r, s, i, &out->sum);
		out->meaning = s->claim->readings[i];
		out->value = out->sum.value;
		if (out->sum.state == SUM_KNOWN && are_together(r, s, out))
			return true;
	}
	return false;
}

/* A number that is said to be of one row: is it all its group has? */
static bool is_whole_after_all(struct claim_reader *r, const struct spoken *s)
{
	struct sum sum;

	if (s->meaning == s->says->meaning)
		return false;
	claim_sum(r, &s->says->meaning->cells, r->before, &sum);
	return sum.state == SUM_KNOWN && quantity_allows(&s->quantity, sum.value);
}

/* The number fits not what it says first. */
static const struct claim_meaning *try_readings(struct claim_reader *r, struct spoken *s)
{
	struct reading reading = {0};

	if (s->claim->most && dec_cmp(s->quantity.high, s->actual) < 0)
		return NULL;
	if (is_whole_after_all(r, s) || claim_is_some_row(r, s))
		return s->says->meaning;
	bool found = !is_plain(r, s) && find_reading(r, s, &reading);

	s->summed = !found && find_together(r, s, &reading);
	found |= s->summed;
	if (!found || !s->claim->any)
		tell(r, s, found ? &reading : NULL);
	else if (s->claim->part && claim_asks_for_rows(&s->meaning->cells))
		*vec_push(&r->loose) =
			(struct loose){*s, r->cl, r->before, r->topic, r->in_past, r->column};
	return found ? reading.meaning : NULL;
}

/* Kept for the rules that hold it against other tellings, or against the year before. */
static const struct claim_meaning *keep_telling(struct claim_reader *r, const struct spoken *s,
	enum telling_state state, const struct claim_meaning *fits)
{
	struct telling *t = arena_alloc(r->c->arena, sizeof *t);

	*t = (struct telling){.how = r->how,
		.claim = s->claim,
		.meaning = s->meaning,
		.fits = fits,
		.state = state,
		.none = !s->says->group,
		.summed = s->summed,
		.p = r->p,
		.cl = r->cl,
		.from = s->from,
		.to = s->to,
		.quantity = s->quantity,
		.column = r->column,
		.sum = s->sum,
		.before = r->before};
	*vec_push(&r->c->tellings) = t;
	return fits;
}

static void negate(struct quantity *q)
{
	struct dec low = q->low;

	dec_sub(dec_of(0), q->value, &q->value);
	dec_sub(dec_of(0), q->high, &q->low);
	dec_sub(dec_of(0), low, &q->high);
}

/* What "@" stands for: not the rows of another table, told of in between. */
static const struct sum_words *rows_before(
	const struct claim_reader *r, const struct claim_meaning *meaning)
{
	const struct sum_words *base = &r->how->base;

	if (!r->before->n || !base->n || !claim_asks_for_rows(&meaning->cells) ||
		str_eq(r->before->terms[0].table, meaning->cells.terms[0].table))
		return r->before;
	return base;
}

/* The form may not have the row that the words name. Then the number is some of its group; more
 * than all there is can't be. */
static bool lacks_row(struct claim_reader *r, struct spoken *s)
{
	struct sum row, whole;

	if (s->meaning == s->says->meaning)
		return false;
	claim_sum(r, &s->meaning->cells, r->before, &row);
	if (row.state != SUM_NONE)
		return false;
	claim_sum(r, &s->says->meaning->cells, r->before, &whole);
	if (whole.state == SUM_KNOWN && dec_cmp(s->quantity.low, whole.value) <= 0)
		return true;
	s->meaning = s->says->meaning;
	return false;
}

const struct claim_meaning *claim_evaluate(struct claim_reader *r, struct spoken *s)
{
	const struct claim_meaning *meaning, *fits;

	s->meaning = s->says->meaning;
	s->plus = s->claim->plus;
	claim_narrow(r, s);
	if (lacks_row(r, s))
		return keep_telling(r, s, TELLING_UNKNOWN, NULL);
	meaning = s->meaning;
	if (meaning->told)
		return keep_telling(r, s, TELLING_UNKNOWN, NULL);
	claim_sum(r, &meaning->cells, rows_before(r, meaning), &s->sum);
	if (s->sum.state == SUM_NONE)
		return NULL;
	if (meaning->less)
		negate(&s->quantity);
	bool zero = s->sum.state == SUM_BLANK && quantity_allows(&s->quantity, dec_of(0));

	if (s->sum.state != SUM_KNOWN && !zero) {
		context_not_checked(r->c, r->rule, s->sum.cells, s->sum.n,
			sum_why(r->c, &meaning->cells, &s->sum));
		return keep_telling(r, s, TELLING_UNKNOWN, NULL);
	}
	s->actual = s->sum.value;
	bool right = zero || agrees(r, s);
	bool wider = !right && dec_cmp(s->quantity.low, s->actual) > 0 && claim_is_wider(r);

	if ((s->claim->borne && !right) || wider) {
		s->sum.state = SUM_NONE;
		return NULL;
	}
	r->c->n_checked++;
	note_evidence(r, s);
	if (right)
		return keep_telling(r, s, TELLING_AGREES, meaning);
	fits = try_readings(r, s);
	return keep_telling(r, s, fits ? TELLING_READING : TELLING_DIFFERS, fits);
}

/* Years that a report tells beside its own: in its frame, and of work that is this year's. */
#include "rule/caption_rule.h"

#include <stdio.h>

#include "base/fold.h"
#include "base/utf8.h"
#include "rule/lexicon.h"

/* Work of so many years ago, or ahead, is told with this year's as its year; what is further off is
 * of that time. */
#define YEARS_OFF 2
/* Told of two years, such a number is told twice of one. */
#define SAME_LEAST 10

/* So many places against the title's year are more than one slip; there are no more than these. */
#define ODD_LEAST 3
#define ODD_MOST 8

static void year_tell(struct rule_context *c, const struct rule *rule,
	const struct caption_rule *how, const struct caption_item *item, struct text_span at,
	int64_t told)
{
	static const struct form_words none = {{NULL, NULL}};
	struct finding f;
	struct slots s;

	finding_begin(&f, rule);
	finding_span(c, &f, at);
	f.at = at.from;
	finding_span(c, &f, c->report->year_span);
	slots_init(&s, c->arena);
	slots_words(&s, "say", item->say);
	slots_dec(&s, "told", dec_of(told));
	slots_dec(&s, "year", dec_of(context_year(c)));
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, item->say.text[LANG_ZH]);
}

/* Does the paragraph tell the year, but in the title of a document? */
static bool has_year(struct str text, int64_t year)
{
	bool quoted = false;
	char own[24];

	snprintf(own, sizeof own, "%lld年", (long long)year);
	for (size_t at = 0; at < text.n; utf8_next(text, &at)) {
		if (str_has_at(text, at, STR("《")))
			quoted = true;
		else if (str_has_at(text, at, STR("》")))
			quoted = false;
		else if (!quoted && str_has_at(text, at, str_of(own)))
			return true;
	}
	return false;
}

/* Is it the first paragraph below the heading of its section? */
static bool opens_section(const struct report *r, size_t para)
{
	unsigned section = r->paras[para].section;
	size_t i = para;

	while (section && i > 0 && r->paras[i - 1].section == section && r->paras[i - 1].heading)
		i--;
	return section && (!i || r->paras[i - 1].section != section);
}

/* Does what opens the section tell of the report's agency, or the place it is of, a year next to
 * its own? Where its own is told beside it, the two are compared. */
static bool is_opening(const struct rule_context *c, const struct pattern *p, struct str text,
	size_t para, int64_t told)
{
	size_t from, to;

	if (c->report->agency_text == NULL || !opens_section(c->report, para) ||
		!pattern_group(p, "agency", &from, &to) ||
		!name_is_short_for(str_slice(text, from, to), str_of(c->report->agency_text)))
		return false;
	int64_t off = told > context_year(c) ? told - context_year(c) : context_year(c) - told;

	return !off || (off <= YEARS_OFF && !has_year(text, context_year(c)));
}

/* The first place where the item tells the report's year, but where that was taken from, or
 * another. */
static bool find_year(struct rule_context *c, const struct caption_item *item, bool other,
	struct text_span *at, int64_t *told)
{
	for (size_t i = 0; i < c->report->n_paras; i++) {
		const struct report_para *para = &c->report->paras[i];
		const struct fold *fold;

		if (para->section < item->from_section || para->section > item->to_section ||
			!(fold = context_fold(c, i, false)))
			continue;
		for (size_t j = 0; j < item->n_patterns; j++) {
			size_t from, to;

			if (!context_find(c, item->patterns[j], i, 0) ||
				!caption_number(item->patterns[j], "year", fold->text, told) ||
				(*told != context_year(c)) != other ||
				(item->opens &&
					!is_opening(c, item->patterns[j], fold->text, i, *told)))
				continue;
			pattern_group(item->patterns[j], "year", &from, &to);
			fold_range(fold, from, to, &at->from, &at->to);
			at->from += para->span.from;
			at->to += para->span.from;
			if (other || at->from != c->report->year_span.from)
				return true;
		}
	}
	return false;
}

bool caption_other_year(struct rule_context *c, const struct caption_item *item,
	struct text_span *at, int64_t *told)
{
	return find_year(c, item, true, at, told);
}

/* Places that tell another year than the title. */
struct year_votes {
	struct {
		const struct caption_item *item;
		struct text_span at;
		int64_t told;
	} v[ODD_MOST];
	size_t n;
};

static void gather_votes(
	struct rule_context *c, const struct caption_rule *how, struct year_votes *votes)
{
	votes->n = 0;
	for (size_t i = 0; i < how->n_items && votes->n < ODD_MOST; i++) {
		votes->v[votes->n].item = &how->items[i];
		votes->n += caption_other_year(
			c, &how->items[i], &votes->v[votes->n].at, &votes->v[votes->n].told);
	}
}

/* So many places tell one other year, and none tells the title's: the title is the odd one. */
static bool is_title_odd(
	struct rule_context *c, const struct caption_rule *how, const struct year_votes *votes)
{
	struct text_span at;
	int64_t told;

	for (size_t i = 0; i < votes->n; i++)
		if (votes->v[i].told != votes->v[0].told)
			return false;
	for (size_t i = 0; i < how->n_items && votes->n >= ODD_LEAST; i++)
		if (find_year(c, &how->items[i], false, &at, &told))
			return false;
	return votes->n >= ODD_LEAST;
}

/* What the places are, one behind another. */
static struct form_words words_of(struct rule_context *c, const struct year_votes *votes)
{
	static const char *const commas[] = {[LANG_ZH] = "、", [LANG_EN] = ", "};
	struct form_words list = votes->v[0].item->say;

	for (size_t k = 0; k < sizeof commas / sizeof *commas; k++)
		for (size_t i = 1; i < votes->n; i++)
			list.text[k] = arena_printf(c->arena, "%s%s%s", list.text[k], commas[k],
				votes->v[i].item->say.text[k]);
	return list;
}

static void title_tell(struct rule_context *c, const struct rule *rule,
	const struct caption_rule *how, const struct year_votes *votes)
{
	static const struct form_words none = {{NULL, NULL}};
	struct finding f;
	struct slots s;

	finding_begin(&f, rule);
	finding_span(c, &f, c->report->year_span);
	f.at = c->report->year_span.from;
	for (size_t i = 0; i < votes->n; i++)
		finding_span(c, &f, votes->v[i].at);
	slots_init(&s, c->arena);
	slots_words(&s, "say", words_of(c, votes));
	slots_dec(&s, "told", dec_of(votes->v[0].told));
	slots_dec(&s, "year", dec_of(c->report->year));
	finding_message(c, &f, &s, how->odd, none);
	finding_end(c, &f, "title");
}

void caption_year_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	struct year_votes votes;

	gather_votes(c, how, &votes);
	if (how->odd.text[LANG_ZH] && is_title_odd(c, how, &votes)) {
		title_tell(c, rule, how, &votes);
		c->told_year = (int)votes.v[0].told; /* what follows from the title is told */
		return;
	}
	for (size_t i = 0; i < votes.n; i++)
		year_tell(c, rule, how, votes.v[i].item, votes.v[i].at, votes.v[i].told);
}

/* Does any paragraph of the section tell the report's own year? */
static bool tells_own_year(struct rule_context *c, unsigned section)
{
	char year[16];

	snprintf(year, sizeof year, "%d", context_year(c));
	for (size_t i = 0; i < c->report->n_paras; i++) {
		const struct fold *fold;

		if (c->report->paras[i].section == section && (fold = context_fold(c, i, false)) &&
			str_find(fold->text, str_of(year), 0) != STR_NONE)
			return true;
	}
	return false;
}

/* Another year where the item's last section does not tell the report's own at all. */
void caption_year_alone_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	for (size_t i = 0; i < how->n_items; i++) {
		struct text_span at;
		int64_t told;

		if (!tells_own_year(c, how->items[i].to_section) &&
			caption_other_year(c, &how->items[i], &at, &told))
			year_tell(c, rule, how, &how->items[i], at, told);
	}
}

/* Does the section tell the same in another place than there, where `number` is told, with another
 * number? */
static bool is_told_elsewhere(struct rule_context *c, const struct caption_item *item, size_t para,
	size_t from, size_t to, int64_t number)
{
	for (size_t i = 0; item->elsewhere && i < c->report->n_paras; i++) {
		const struct fold *fold;
		size_t at = 0, begin, end;
		int64_t other;

		if (c->report->paras[i].section != c->report->paras[para].section ||
			!(fold = context_fold(c, i, false)))
			continue;
		while (at < fold->text.n && context_find(c, item->elsewhere, i, at)) {
			pattern_group(item->elsewhere, NULL, &begin, &end);
			if ((i != para || end <= from || begin >= to) &&
				(number < SAME_LEAST ||
					!caption_number(item->elsewhere, "n", fold->text, &other) ||
					other != number))
				return true;
			at = end > at ? end : fold->text.n;
		}
	}
	return false;
}

/* Have the tables another number for this year? */
static bool is_not_tabled(
	const struct rule_context *c, const struct caption_item *item, int64_t number)
{
	size_t cell = item->cell ? report_cell_find(c->report, str_of(item->cell)) : STR_NONE;
	const struct value *v = cell == STR_NONE ? NULL : &c->values->v[cell];

	return v && v->state == CELL_GIVEN && dec_cmp(v->value, dec_of(number)) != 0;
}

/* Is it another year than the sentence must be of? */
static bool is_amiss(const struct rule_context *c, const struct caption_item *item, struct str text,
	int64_t told)
{
	int64_t year = context_year(c), off = told > year ? told - year : year - told;

	if (off > YEARS_OFF)
		return false;
	return item->next ? told <= year : told != year && !has_year(text, year);
}

static bool told_in(struct rule_context *c, const struct caption_item *item, size_t para,
	struct text_span *at, int64_t *told)
{
	const struct fold *fold = context_fold(c, para, false);

	for (size_t j = 0; fold && j < item->n_patterns; j++) {
		const struct pattern *p = item->patterns[j];
		size_t from, to, begin, end;
		int64_t number = 0;

		if (!context_find(c, p, para, 0) || !caption_number(p, "year", fold->text, told) ||
			!is_amiss(c, item, fold->text, *told))
			continue;
		pattern_group(p, NULL, &begin, &end);
		pattern_group(p, "year", &from, &to);
		caption_number(p, "n", fold->text, &number);
		if (is_told_elsewhere(c, item, para, begin, end, number) ||
			is_not_tabled(c, item, number))
			continue;
		fold_range(fold, from, to, &at->from, &at->to);
		at->from += c->report->paras[para].span.from;
		at->to += c->report->paras[para].span.from;
		return true;
	}
	return false;
}

/* Work of the report's year, or of the next, told as another year's: one finding an item. What may
 * be told elsewhere is so where the section is of the report's year; where it is not, see
 * year-alone. */
void caption_year_told_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	for (size_t i = 0; i < how->n_items; i++) {
		const struct caption_item *item = &how->items[i];

		for (size_t para = 0; para < c->report->n_paras; para++) {
			unsigned section = c->report->paras[para].section;
			struct text_span at;
			int64_t told;

			if (section < item->from_section || section > item->to_section ||
				!told_in(c, item, para, &at, &told) ||
				(item->elsewhere && !tells_own_year(c, section)))
				continue;
			year_tell(c, rule, how, item, at, told);
			break;
		}
	}
}

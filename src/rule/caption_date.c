/* The date a report bears, and whose name stands beside it. */
#include "rule/caption_rule.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "rule/lexicon.h"

/* A signature stands before the first section or in so many paragraphs from the end. */
#define TAIL_PARAS 6
#define NAME_BYTES_MAX 120

static bool is_signed(const struct rule_context *c, size_t para)
{
	return c->report->paras[para].section == 0 || para + TAIL_PARAS >= c->report->n_paras;
}

static bool is_day(int64_t year, int64_t month, int64_t day)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100) || year % 400 == 0;

	return month >= 1 && month <= 12 && day >= 1 &&
	       day <= days[month - 1] + (leap && month == 2);
}

/* The next paragraph from `para` on that dates the report, by a day there is or by one there is
 * not. */
static bool next_dated(struct rule_context *c, const struct caption_rule *how, size_t para,
	bool possible, struct caption_date *out)
{
	for (; para < c->report->n_paras; para++) {
		struct text_span span = c->report->paras[para].span;
		int64_t year, month, day;
		const struct fold *fold;

		if (span.to - span.from > NAME_BYTES_MAX || !is_signed(c, para) ||
			!(fold = context_fold(c, para, false)) ||
			!context_find(c, how->date, para, 0) ||
			!caption_number(how->date, "year", fold->text, &year) ||
			!caption_number(how->date, "month", fold->text, &month) ||
			!caption_number(how->date, "day", fold->text, &day) ||
			is_day(year, month, day) != possible)
			continue;
		*out = (struct caption_date){year * 10000 + month * 100 + day, para, span};
		return true;
	}
	return false;
}

static bool next_date(struct rule_context *c, const struct caption_rule *how, size_t para,
	struct caption_date *out)
{
	return next_dated(c, how, para, true, out);
}

static void slots_day(struct slots *s, const char *name, int64_t day)
{
	slots_text(s, name,
		str_of(arena_printf(s->arena, "%lld-%02lld-%02lld", (long long)(day / 10000),
			(long long)(day / 100 % 100), (long long)(day % 100))));
}

static void date_tell(struct rule_context *c, const struct rule *rule,
	const struct caption_rule *how, const struct caption_date *date, int64_t deadline)
{
	static const struct form_words none = {{NULL, NULL}};
	struct finding f;
	struct slots s;

	finding_begin(&f, rule);
	finding_span(c, &f, date->span);
	slots_init(&s, c->arena);
	slots_day(&s, "date", date->day);
	if (deadline)
		slots_day(&s, "deadline", deadline);
	if (context_year(c))
		slots_dec(&s, "year", dec_of(context_year(c)));
	slots_text(&s, "agency", str_of(c->report->agency_text));
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, "date");
}

/* Before the year it reports is all but over: the date of the year before, left over. */
void caption_early_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	struct caption_date date = {0};
	int64_t least = (int64_t)context_year(c) * 10000 + 1101;

	for (size_t at = 0; next_date(c, how, at, &date); at = date.para + 1) {
		if (date.day >= least)
			continue;
		date_tell(c, rule, how, &date, 0);
		return;
	}
}

static const struct caption_deadline *deadline_of(
	const struct rule_context *c, const struct caption_rule *how)
{
	struct str agency = str_of(c->report->agency_text);

	for (size_t i = 0; i < how->n_deadlines; i++) {
		if (list_ends(&how->deadlines[i].agencies, agency))
			return &how->deadlines[i];
	}
	return NULL;
}

/* After today, where the day already begins east of Greenwich too. */
static bool in_future(int64_t day)
{
	char now[CLOCK_TEXT_SIZE];
	int year, month, today;

	clock_now(now);
	return sscanf(now, "%4d-%2d-%2d", &year, &month, &today) == 3 &&
	       day > year * 10000 + month * 100 + today + 1;
}

/* Where an item tells another year than the title, the deadline is not known. */
static bool is_year_doubtful(struct rule_context *c, const struct caption_rule *how)
{
	struct text_span at;
	int64_t told;

	for (size_t i = 0; i < how->n_items; i++) {
		if (caption_other_year(c, &how->items[i], &at, &told))
			return true;
	}
	return false;
}

/* A date in the future is told as that, not as late too. */
void caption_late_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	const struct caption_deadline *d = deadline_of(c, how);
	struct caption_date date, first = {0};

	if (!d || is_year_doubtful(c, how))
		return;
	for (size_t at = 0; next_date(c, how, at, &date); at = date.para + 1) {
		if (!first.day || date.day < first.day)
			first = date;
	}
	int64_t last = ((int64_t)context_year(c) + 1) * 10000 + d->month * 100 + d->day;

	if (first.day > last && !in_future(first.day))
		date_tell(c, rule, how, &first, last);
}

void caption_future_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	struct caption_date date;

	for (size_t at = 0; next_date(c, how, at, &date); at = date.para + 1) {
		if (!in_future(date.day))
			continue;
		date_tell(c, rule, how, &date, 0);
		return;
	}
}

void caption_impossible_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	struct caption_date date;

	if (next_dated(c, how, 0, false, &date))
		date_tell(c, rule, how, &date, 0);
}

/* The name without what names of one agency may differ in. */
static struct str bare(const struct caption_rule *how, struct str name)
{
	for (size_t i = 0; i < how->strip.n; i++) {
		struct str end = str_of(how->strip.items[i]);

		if (name.n > end.n && str_ends(name, how->strip.items[i])) {
			name = str_slice(name, 0, name.n - end.n);
			i = STR_NONE;
		}
	}
	return name;
}

/* A branch calls itself by its place first, too: 临江市财政局城东分局 is 城东财政分局. */
static bool is_branch(struct rule_context *c, struct str agency, struct str name)
{
	struct str bureau = STR("局"), branch = STR("分局");
	size_t at = str_find(agency, bureau, 0);

	if (at == STR_NONE || !str_ends(agency, branch.p) || !str_ends(name, branch.p))
		return false;
	at += bureau.n;
	if (at + branch.n >= agency.n)
		return false;
	struct str place = str_slice(agency, at, agency.n - branch.n);

	return str_starts(name, arena_cstr(c->arena, place)) &&
	       name_is_short_for(str_slice(name, place.n, name.n - branch.n), agency);
}

/* 市科学技术局 is 文山市科技局: the place as its own level calls it, and one of both names in full.
 */
static bool is_of_own_place(struct str agency, struct str name)
{
	static const char *const levels[] = {"省", "市", "县", "区", "州", "旗"};

	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
		size_t at = str_starts(name, levels[i]) ? str_find(agency, str_of(levels[i]), 0)
							: STR_NONE;

		if (at == STR_NONE)
			continue;
		size_t level = strlen(levels[i]);
		struct str told = str_slice(name, level, name.n);
		struct str own = str_slice(agency, at + level, agency.n);

		return name_is_short_for(told, own) || name_is_short_for(own, told);
	}
	return false;
}

static bool same_agency(
	struct rule_context *c, const struct caption_rule *how, struct str a, struct str b)
{
	if (is_branch(c, a, b))
		return true;
	a = bare(how, a);
	b = bare(how, b);
	return name_is_short_for(a, b) || name_is_short_for(b, a) || is_of_own_place(a, b);
}

/* The paragraph as the name of an agency; empty where it is none. */
static struct str name_of(struct rule_context *c, size_t para)
{
	const struct form_list *endings = &c->report->forms->common.agency_endings;
	struct text_span span = c->report->paras[para].span;
	const struct fold *fold;
	struct str name;

	if (span.to - span.from > NAME_BYTES_MAX || !(fold = context_fold(c, para, false)))
		return STR("");
	name = fold->text;
	for (size_t at = 0; at < name.n;) {
		if (!utf8_is_han(utf8_next(name, &at)))
			return STR("");
	}
	return list_ends(endings, name) ? name : STR("");
}

static void agency_tell(struct rule_context *c, const struct rule *rule,
	const struct caption_rule *how, struct str other, struct text_span at)
{
	static const struct form_words none = {{NULL, NULL}};
	struct finding f;
	struct slots s;

	finding_begin(&f, rule);
	finding_span(c, &f, at);
	slots_init(&s, c->arena);
	slots_text(&s, "agency", str_of(c->report->agency_text));
	slots_text(&s, "other", other);
	finding_message(c, &f, &s, how->message, none);
	finding_end(c, &f, arena_cstr(c->arena, other));
}

/* The name right above or below a date is another's than the report's. */
void caption_agency_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	struct str agency = str_of(c->report->agency_text);
	struct caption_date date;

	for (size_t at = 0; next_date(c, how, at, &date); at = date.para + 1) {
		for (size_t i = date.para ? date.para - 1 : 0;
			i <= date.para + 1 && i < c->report->n_paras; i++) {
			struct str name = i == date.para ? STR("") : name_of(c, i);

			if (!name.n || same_agency(c, how, agency, name))
				continue;
			agency_tell(c, rule, how, name, c->report->paras[i].span);
			return;
		}
	}
}

/* The name that one of the item's patterns finds in the paragraph, with where it stands. */
static struct str told_name(
	struct rule_context *c, size_t para, const struct caption_item *item, struct text_span *at)
{
	const struct fold *fold = context_fold(c, para, false);
	size_t from, to;

	for (size_t i = 0; fold && i < item->n_patterns; i++) {
		if (!context_find(c, item->patterns[i], para, 0) ||
			!pattern_group(item->patterns[i], "agency", &from, &to))
			continue;
		fold_range(fold, from, to, &at->from, &at->to);
		at->from += c->report->paras[para].span.from;
		at->to += c->report->paras[para].span.from;
		return str_slice(fold->text, from, to);
	}
	return STR("");
}

/* The prose has another agency of the report's own kind do what the report tells of. */
void caption_told_run(
	struct rule_context *c, const struct rule *rule, const struct caption_rule *how)
{
	struct str agency = str_of(c->report->agency_text);

	if (!list_ends(&how->kinds, agency))
		return;
	for (size_t i = 0; i < c->report->n_paras; i++) {
		for (size_t j = 0; j < how->n_items; j++) {
			struct text_span at;
			struct str name = told_name(c, i, &how->items[j], &at);

			if (!name.n || !list_ends(&how->kinds, name) ||
				same_agency(c, how, agency, name))
				continue;
			agency_tell(c, rule, how, name, at);
			return;
		}
	}
}

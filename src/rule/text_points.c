/* Points told to be so many, and others listed behind: 存在三方面问题：一是…；二是…, or 第一，…
 * or 1.… */
#include "rule/text.h"

#include <string.h>

#include "base/fold.h"

#define BEFORE_BYTES 120
#define POINTS_MAX 20
/* One alone may be a slip of 一是 for 一方面. */
#define LISTED_MIN 2

/* What stands around a point's number, folded, and the first one as it is found. */
struct sign {
	const char *before, *behind, *first;
};

static const struct sign signs[] = {{"", "是", "一是"}, {"第", ",", "第一,"},
	{"第", "、", "第一、"}, {"第", "是", "第一是"}, {"", ".", "1."}, {"", "、", "1、"},
	{"(", ")", "(1)"}, {"(", ")", "(一)"}};

struct list {
	const struct sign *sign;
	struct rule_context *c;
	const struct report *r;
	size_t para; /* where the list is read */
	const struct fold *fold;
	size_t at;
	unsigned section;
};

static bool read_number(const struct list *l, size_t *at, int64_t *value)
{
	bool han;

	return text_number_read(&l->c->rules->prose->quantity, l->fold->text, at, value, &han);
}

/* Is it the point of a number, and no place in one? */
static bool is_sign_at(struct str text, size_t at, const struct sign *sign)
{
	size_t end = at + strlen(sign->behind);

	return str_has_at(text, at, str_of(sign->behind)) &&
	       !(end < text.n && text.p[end] >= '0' && text.p[end] <= '9');
}

/* Does a point of the list begin there, 二是? Its number, and *past it; 0: none does. */
static int64_t point_at(const struct list *l, size_t at, size_t *past)
{
	struct str text = l->fold->text;
	size_t end = at + strlen(l->sign->before);
	int64_t value;

	if (!str_has_at(text, at, str_of(l->sign->before)) || !read_number(l, &end, &value) ||
		!is_sign_at(text, end, l->sign))
		return 0;
	*past = end + strlen(l->sign->behind);
	return value;
}

/* The next point of this number in the paragraph, behind which l goes on; false where there is none
 * before the first of another list. */
static bool next_in_para(struct list *l, int64_t number, bool *ended)
{
	struct str text = l->fold->text;

	for (size_t at = l->at, past = 0; at < text.n; at = past) {
		int64_t found = point_at(l, at, &past);

		if (found == number || found == 1) {
			*ended = found == 1;
			l->at = past;
			return found == number;
		}
		if (!found) {
			past = at;
			utf8_next(text, &past);
		}
	}
	return false;
}

static bool next_para(struct list *l)
{
	if (l->para + 1 >= l->r->n_paras || l->r->paras[l->para + 1].section != l->section)
		return false;
	l->fold = context_fold(l->c, ++l->para, false);
	l->at = 0;
	return l->fold != NULL;
}

/* How many points there are from the first on, which l stands at: of those in this paragraph and
 * paragraphs that begin with one, *near; of all up to the end of the section, *far. */
static void count_points(struct list l, int64_t *near, int64_t *far)
{
	bool ended = false, apart = false;

	*near = *far = 0;
	while (!ended && *far < POINTS_MAX) {
		bool first = l.at == 0;
		size_t past;

		apart |= first && *far > 0 && point_at(&l, 0, &past) != *far + 1;
		if (*far == 0 ? point_at(&l, l.at, &l.at) == 1
			      : next_in_para(&l, *far + 1, &ended)) {
			++*far;
			*near += !apart;
		} else if (ended || *far == 0 || !next_para(&l)) {
			return;
		}
	}
}

static void tell(const struct list *l, const struct rule *rule, const struct text_rule *how,
	size_t from, int64_t declared, int64_t actual)
{
	static const struct form_words none = {{NULL, NULL}};
	struct text_span span;
	struct finding f;
	struct slots s;

	fold_range(l->fold, from, l->at, &span.from, &span.to);
	span.from += l->r->paras[l->para].span.from;
	span.to += l->r->paras[l->para].span.from;
	finding_begin(&f, rule);
	finding_span(l->c, &f, span);
	finding_numbers(&f, dec_of(declared), dec_of(actual));
	slots_init(&s, l->c->arena);
	slots_text(&s, "text", str_slice(l->fold->text, from, l->at));
	slots_count(&s, "count", (size_t)actual);
	finding_message(l->c, &f, &s, how->message, none);
	finding_end(l->c, &f, arena_cstr(l->c->arena, str_slice(l->fold->text, from, l->at)));
}

/* What stands before the first point of a list, as far as one may be told how many follow. */
static struct str words_before(struct str text, size_t at)
{
	size_t from = at > BEFORE_BYTES ? at - BEFORE_BYTES : 0;

	while (from < at && ((unsigned char)text.p[from] & 0xc0) == 0x80)
		from++;
	return str_slice(text, from, at);
}

static void read_para(struct list *l, const struct rule *rule, const struct text_rule *how)
{
	struct str text = l->fold->text;

	for (size_t at = 0; (at = str_find(text, str_of(l->sign->first), at)) != STR_NONE;
		at += strlen(l->sign->first)) {
		struct str before = words_before(text, at);
		int64_t declared, near, far;
		size_t from, to, number;

		if (!pattern_find(how->points, before, 0) ||
			!pattern_group(how->points, "n", &number, &to))
			continue;
		pattern_group(how->points, NULL, &from, &to);
		number += at - before.n;
		l->at = at;
		count_points(*l, &near, &far);
		if (far >= LISTED_MIN && read_number(l, &number, &declared) &&
			(near > declared || far < declared))
			tell(l, rule, how, at - before.n + from, declared,
				near > declared ? near : far);
	}
}

void text_points_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	struct list l = {.c = c, .r = c->report};

	for (size_t i = 0; c->rules->prose && i < l.r->n_paras; i++) {
		l.para = i;
		l.section = l.r->paras[i].section;
		l.fold = context_fold(c, i, false);
		if (!l.fold)
			return;
		for (l.sign = signs; l.sign < signs + sizeof signs / sizeof *signs; l.sign++)
			read_para(&l, rule, how);
	}
}

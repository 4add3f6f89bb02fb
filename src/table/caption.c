/* Title, agency and year: the last two by the patterns of data/forms/report.yaml over the shadow of
 * the report's head and tail. */
#include "table/caption.h"

#include <string.h>

#include "base/arena.h"
#include "base/re.h"
#include "base/utf8.h"
#include "table/shadow.h"
#include "table/title.h"

/* A report names itself before its first section and at its end: so much of either is searched
 * first (bytes of text); then, if need be, so much from the beginning. */
#define CAPTION_HEAD ((size_t)6 << 10)
#define CAPTION_TAIL ((size_t)1 << 10)
#define CAPTION_MOST ((size_t)48 << 10)

/* Title, head and tail. */
#define SHADOWS_MAX 3

struct hit {
	struct text_span span;
	char *text; /* in the report's arena; NULL: none */
};

static struct re *pattern_compile(const struct form_pattern *p)
{
	struct buf code = {0};
	buf_add(&code, p->code.shared);
	buf_add(&code, p->code.own);
	struct re *re = code.n ? re_restore(buf_str(&code)) : NULL;
	buf_free(&code);
	return re ? re : re_new(str_of(p->source), NULL);
}

/* What is looked for in shadows: the named group of patterns, fuller than these words; NULL:
 * whatever it is. */
struct wanted {
	const char *group, *words;
};

/* May a name go on over its end: does a word for a government stand there? */
static bool goes_on(const struct form_common *common, struct str text, size_t end)
{
	for (size_t i = 0; i < common->governments.n; i++)
		if (str_has_at(text, end, str_of(common->governments.items[i])))
			return true;
	return false;
}

/* Does the name stand in the text with more of a name around it? Names have Han, dots and brackets
 * in them, none of them white space or a sign between clauses. */
static bool may_be_fuller(const struct form_common *common, struct str text, struct str name)
{
	for (size_t at = 0; (at = str_find(text, name, at)) != STR_NONE; at++) {
		size_t before = utf8_prev(text, at);
		unsigned ch = before < at ? utf8_next(text, &before) : 0;
		if (ch >= 0x3400 || ch == 0x3007 || ch == 0xb7 || ch == ')' ||
			goes_on(common, text, at + name.n))
			return true;
	}
	return false;
}

/* The first match of `pattern` in each of n shadows, of what is wanted; how many have one. */
static size_t find_pattern(struct report *r, struct re_room *room, const struct shadow *shadows,
	size_t n, const struct form_pattern *pattern, struct wanted wanted,
	struct hit out[SHADOWS_MAX])
{
	struct re *re = NULL;
	struct re_match *m = NULL;
	size_t hits = 0;
	for (size_t i = 0; i < n; i++) {
		size_t from, to;
		if (wanted.words &&
			!may_be_fuller(&r->forms->common, shadows[i].text, str_of(wanted.words)))
			continue;
		if (!re_need_met(&pattern->need, shadows[i].text, &shadows[i].chars))
			continue;
		if (!m && (re = pattern_compile(pattern)) != NULL)
			m = re_match_new(re, room);
		if (!m ||
			!re_find_headed(
				re, &pattern->heads, shadows[i].text, 0, &shadows[i].chars, m) ||
			!re_span(m, re_group(re, wanted.group), &from, &to) || from >= to)
			continue;
		out[hits].span = shadow_span(&shadows[i], from, to);
		out[hits++].text = arena_cstr(r->arena, str_slice(shadows[i].text, from, to));
	}
	re_match_free(m);
	re_free(re);
	return hits;
}

/* The place's name and what governs it: 西店镇, 宁海县西店镇人民政府. */
static bool governs(const struct form_common *common, struct str name, const char *place)
{
	size_t n = strlen(place);
	for (size_t i = 0; i < common->governments.n; i++) {
		struct str of = name;
		if (!str_ends(name, common->governments.items[i]))
			continue;
		of.n -= strlen(common->governments.items[i]);
		if (of.n >= n && str_ends(of, place))
			return true;
	}
	return false;
}

/* The more complete of two names for the same agency: 宁海县西店镇人民政府 over 西店镇人民政府. */
static bool is_fuller(const struct form_common *common, const char *name, const char *than)
{
	return strlen(name) > strlen(than) &&
	       (str_ends(str_of(name), than) || governs(common, str_of(name), than));
}

/* The town that a title names: the first two characters of its own name; "" where it names none. */
static struct str town_of(const struct form_common *common, struct str titled)
{
	struct str name = titled;
	size_t from = 0, to = 0;
	for (size_t i = 0; i < common->towns.n && name.n == titled.n; i++)
		if (str_ends(titled, common->towns.items[i]))
			name.n -= strlen(common->towns.items[i]);
	if (name.n == titled.n)
		return STR("");
	for (size_t i = 0; i < common->towns_of.n; i++) {
		struct str of = str_of(common->towns_of.items[i]);
		for (size_t at; (at = str_find(name, of, from)) != STR_NONE;)
			from = at + of.n;
	}
	to = from;
	for (size_t i = 0; i < 2 && to < name.n; i++)
		utf8_next(name, &to);
	return str_slice(name, from, to);
}

static void find_agency(
	struct report *r, struct re_room *room, const struct shadow *shadows, size_t n)
{
	const struct form_common *common = &r->forms->common;
	struct hit best = {{0, 0}, NULL}, hits[SHADOWS_MAX];
	struct str titled = title_name(r);
	if (titled.n && title_is_agency(r, titled)) {
		best.text = arena_cstr(r->arena, titled);
		best.span = r->title;
	}
	/* a full name in the title goes over what stands elsewhere, however that is said */
	for (size_t i = 0; n > 1 && r->title_text && i < common->agency_contexts.n && !best.text;
		i++)
		if (find_pattern(r, room, shadows, 1, &common->agency_contexts.v[i],
			    (struct wanted){"agency", NULL}, hits) &&
			title_is_agency(r, str_of(hits[0].text)))
			best = hits[0];
	struct str town = best.text ? STR("") : town_of(common, titled);
	for (size_t i = 0; i < common->agency_contexts.n; i++) {
		size_t found = find_pattern(r, room, shadows, n, &common->agency_contexts.v[i],
			(struct wanted){"agency", best.text}, hits);
		for (size_t k = 0; k < found; k++)
			if ((!best.text || is_fuller(common, hits[k].text, best.text)) &&
				(!town.n || str_find(str_of(hits[k].text), town, 0) != STR_NONE))
				best = hits[k];
	}
	if (!best.text && titled.n) {
		best.text = arena_cstr(r->arena, titled);
		best.span = r->title;
	}
	r->agency = best.span;
	r->agency_text = best.text;
}

/* "2020" or "二〇二〇"; 0 where it is neither. */
static int year_of(struct str s)
{
	int year = 0, n = 0;
	for (size_t at = 0; at < s.n; n++) {
		unsigned ch = utf8_next(s, &at);
		int digit = ch >= '0' && ch <= '9' ? (int)(ch - '0') : utf8_han_digit(ch);
		if (digit < 0 || n == 4)
			return 0;
		year = year * 10 + digit;
	}
	return n == 4 && year >= 1990 && year < 2100 ? year : 0;
}

/* The year that a pattern, the first best, reads in one of n shadows. */
static void find_year(
	struct report *r, struct re_room *room, const struct shadow *shadows, size_t n)
{
	const struct form_patterns *patterns = &r->forms->common.year_patterns;
	for (size_t i = 0; i < patterns->n && !r->year; i++) {
		struct hit hits[SHADOWS_MAX];
		size_t found = find_pattern(
			r, room, shadows, n, &patterns->v[i], (struct wanted){"year", NULL}, hits);
		for (size_t k = 0; k < found && !r->year; k++) {
			r->year = year_of(str_of(hits[k].text));
			r->year_span = r->year ? hits[k].span : (struct text_span){0, 0};
		}
	}
}

/* What is not yet known of the two. The first of several shadows is the title's, if there is one.
 */
static void find_names(struct report *r, const struct shadow *shadows, size_t n)
{
	struct re_room *room = re_room_new();
	if (!r->year && n > 1 && r->title_text)
		find_year(r, room, shadows, 1);
	if (!r->year)
		find_year(r, room, shadows, n);
	if (!r->agency_text)
		find_agency(r, room, shadows, n);
	re_room_free(room);
}

/* Does the name end as an agency's does, and name the place above a town? */
static bool is_full(const struct report *r, struct str name)
{
	const struct form_list *of = &r->forms->common.towns_of;
	size_t i = 0;
	while (i < of->n && str_find(name, str_of(of->items[i]), 0) == STR_NONE)
		i++;
	return i < of->n && title_is_agency(r, name);
}

/* A fuller name than the one known, also in the prose of the first section. */
static void find_fuller(struct report *r, const struct shadow *s)
{
	const struct form_common *common = &r->forms->common;
	struct re_room *room = re_room_new();
	struct hit hits[SHADOWS_MAX];
	for (size_t i = 0; i < common->agency_contexts.n; i++)
		if (find_pattern(r, room, s, 1, &common->agency_contexts.v[i],
			    (struct wanted){"agency", r->agency_text}, hits) &&
			is_fuller(common, hits[0].text, r->agency_text)) {
			r->agency = hits[0].span;
			r->agency_text = hits[0].text;
		}
	re_room_free(room);
}

/* Character boundaries. */
static size_t boundary(struct str s, size_t at)
{
	while (at < s.n && ((unsigned char)s.p[at] & 0xc0) == 0x80)
		at++;
	return at < s.n ? at : s.n;
}

static size_t head_of(const struct report *r, struct str text)
{
	size_t head = CAPTION_HEAD;
	if (r->n_sections && r->sections[0].span.from < head && r->sections[0].span.from > 0)
		head = r->sections[0].span.from;
	return boundary(text, head);
}

static void prose_of(const struct report *r, struct shadow *s, size_t from, size_t to)
{
	shadow_make(s, r->doc, (struct text_span){from, to});
	shadow_unwrap(s);
}

void caption_find(struct report *r)
{
	struct str text = doc_text(r->doc);
	struct shadow shadows[SHADOWS_MAX];
	size_t n = 0, head = head_of(r, text);
	title_find(r);
	if (r->title_text)
		shadow_make(&shadows[n++], r->doc, r->title);
	prose_of(r, &shadows[n++], 0, head);
	if (head < text.n) {
		size_t tail = text.n - head > CAPTION_TAIL ? text.n - CAPTION_TAIL : head;
		prose_of(r, &shadows[n++], boundary(text, tail), text.n);
	}
	find_names(r, shadows, n);
	for (size_t i = 0; i < n; i++)
		shadow_free(&shadows[i]);
	if (r->agency_text && !is_full(r, str_of(r->agency_text))) {
		prose_of(r, &shadows[0], 0, boundary(text, CAPTION_HEAD));
		find_fuller(r, &shadows[0]);
		shadow_free(&shadows[0]);
	}
	if (r->year && r->agency_text)
		return;
	prose_of(r, &shadows[0], 0, boundary(text, CAPTION_MOST));
	find_names(r, shadows, 1);
	shadow_free(&shadows[0]);
}

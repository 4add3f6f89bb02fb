/* So many are told, and others named beside it: 四个专栏：政策解读、重点领域、民生实事. */
#include "rule/text.h"

#include "base/fold.h"
#include "base/utf8.h"

#define QUOTE_MAX 40 /* code points that the message quotes */

/* How many are named: at least, and at most where a word as 和 may join two or be in the name of
 * one. */
struct members {
	size_t least, most;
	bool known;
};

struct member_reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct text_rule *how;
	const struct report_para *para;
	const struct fold *fold;
};

/* How deep what stands behind the character is: in brackets, quotation marks or a title. */
static int step(struct str s, size_t at)
{
	static const char *const opening[] = {"(", "“", "《", "〔"};
	static const char *const closing[] = {")", "”", "》", "〕"};

	for (size_t i = 0; i < sizeof opening / sizeof *opening; i++) {
		if (str_has_at(s, at, str_of(opening[i])))
			return 1;
		if (str_has_at(s, at, str_of(closing[i])))
			return -1;
	}
	return 0;
}

/* How often one of the words stands there outside of brackets. */
static size_t count_words(const struct word_list *words, struct str s)
{
	size_t n = 0;
	int depth = 0;

	for (size_t at = 0, skip; at < s.n; at += skip) {
		skip = depth ? 0 : word_list_at(words, s, at);
		n += skip > 0;
		depth += step(s, at);
		if (!skip) {
			size_t next = at;

			utf8_next(s, &next);
			skip = next - at;
		}
	}
	return n;
}

static size_t count_marks(struct str s, struct str mark)
{
	size_t n = 0;

	for (size_t at = 0; (at = str_find(s, mark, at)) != STR_NONE; at += mark.n)
		n++;
	return n;
}

/* Titles, and names in quotation marks; 0: it begins with neither. */
static size_t count_titles(struct str s)
{
	static const char *const marks[] = {"《", "“"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_starts(s, marks[i]))
			return count_marks(s, str_of(marks[i]));
	return 0;
}

/* Does a word that joins two stand before a mark that sets them apart: 网站和微信、微博两个平台? */
static bool joins_early(const struct text_rule *how, struct str s)
{
	size_t last = 0;

	for (size_t at = 0; (at = str_find(s, STR("、"), at)) != STR_NONE; at++)
		last = at;
	return count_words(&how->joins, str_slice(s, 0, last)) > 0;
}

static struct members count_members(const struct text_rule *how, struct str s, bool each)
{
	static struct str mark[] = {{"、", sizeof "、" - 1}};
	static const struct word_list marks = {mark, 1};
	struct members m = {.known = true};
	size_t titles = each ? 0 : count_titles(s);

	if (titles > 1) {
		m.least = m.most = titles;
	} else if (word_list_at(&how->begins, s, 0)) {
		m.least = m.most = count_words(&how->begins, s);
	} else {
		m.least = count_words(&marks, s) + 1;
		m.most = m.least + count_words(&how->joins, s);
		m.known = !each || !joins_early(how, s);
		if (each)
			m.least = m.most;
	}
	return m;
}

static void tell(const struct member_reader *r, size_t from, size_t to, int64_t declared,
	const struct members *m)
{
	static const struct form_words none = {{NULL, NULL}};
	size_t actual = declared < (int64_t)m->least ? m->least : m->most;
	struct str text = str_slice(r->fold->text, from, to);
	struct text_span span;
	size_t quoted = 0;
	struct finding f;
	struct slots s;

	fold_range(r->fold, from, to, &span.from, &span.to);
	span.from += r->para->span.from;
	span.to += r->para->span.from;
	for (size_t n = 0; quoted < text.n && n < QUOTE_MAX; n++)
		utf8_next(text, &quoted);
	finding_begin(&f, r->rule);
	finding_span(r->c, &f, span);
	finding_numbers(&f, dec_of(declared), dec_of((int64_t)actual));
	slots_init(&s, r->c->arena);
	slots_text(&s, "text", str_slice(text, 0, quoted));
	slots_count(&s, "count", actual);
	finding_message(r->c, &f, &s, r->how->message, none);
	finding_end(r->c, &f, arena_cstr(r->c->arena, text));
}

/* Holds the number of the pattern's last match against its list. */
static void read_match(const struct member_reader *r, const struct pattern *p)
{
	struct str text = r->fold->text;
	size_t from, to, number, past, list, end, at, stop;
	bool each = pattern_group(p, "each", &list, &end) && list < end;
	int64_t declared;
	bool han;

	if ((!each && !pattern_group(p, "list", &list, &end)) ||
		!pattern_group(p, "n", &number, &past) || !pattern_group(p, NULL, &from, &to) ||
		!text_number_read(&r->c->rules->prose->quantity, text, &number, &declared, &han))
		return;
	struct members m = count_members(r->how, str_slice(text, list, end), each);
	bool open = pattern_group(p, "open", &at, &stop) && at < stop;

	if (m.known && (declared < (int64_t)m.least || (!open && declared > (int64_t)m.most)))
		tell(r, from, to, declared, &m);
}

static void try_pattern(const struct member_reader *r, const struct pattern *p, size_t para)
{
	const struct utf8_set *chars = context_chars(r->c, para, false);
	struct str text = r->fold->text;
	size_t at = 0, from, to;

	if (!context_may(r->c, p, false) || !pattern_hinted(p, text, chars))
		return;
	while (at < text.n && pattern_find_in(p, text, at, chars) &&
		pattern_group(p, NULL, &from, &to)) {
		read_match(r, p);
		at = to > at ? to : at + 1;
		while (at < text.n && ((unsigned char)text.p[at] & 0xc0) == 0x80)
			at++;
	}
}

void text_members_run(struct rule_context *c, const struct rule *rule, const struct text_rule *how)
{
	struct member_reader r = {.c = c, .rule = rule, .how = how};

	for (size_t i = 0; c->rules->prose && i < c->report->n_paras; i++) {
		r.para = &c->report->paras[i];
		r.fold = context_fold(c, i, false);
		if (!r.fold)
			return;
		for (size_t j = 0; j < how->n_lists; j++)
			try_pattern(&r, how->lists[j], i);
	}
}

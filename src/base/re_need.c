/* Reading needs off patterns: a descent through alternatives, sequences and items, each of which
 * gives the sets of words that what it matches must hold. */
#include "base/re_need.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* A set of more words is no saving; so many sets tell what there is to tell. */
#define WORDS_MAX 96
#define SETS_MAX 6
/* Characters of a class that are taken for alternatives. */
#define CLASS_MAX 8
#define DEPTH_MAX 60

struct words {
	VEC(struct str) v;
};

/* Sets, all of which are needed. */
struct sets {
	VEC(struct words) v;
};

struct reader {
	struct str s; /* the pattern */
	struct once *kept;
	size_t at;
	unsigned depth;
	bool lost; /* met something it does not understand: nothing is known */
};

static void sets_clear(struct sets *sets)
{
	for (size_t i = 0; i < sets->v.n; i++)
		vec_free(&sets->v.v[i].v);
	vec_free(&sets->v);
}

static void sets_move(struct sets *to, struct sets *from)
{
	for (size_t i = 0; i < from->v.n; i++)
		*vec_push(&to->v) = from->v.v[i];
	vec_free(&from->v);
}

/* The better a set, the more it tells: long words, and few of them. */
static long worth(const struct words *w)
{
	size_t shortest = 12;

	for (size_t i = 0; i < w->v.n; i++)
		shortest = w->v.v[i].n < shortest ? w->v.v[i].n : shortest;
	return (long)shortest * 16 - (long)w->v.n;
}

static size_t best_of(const struct sets *sets)
{
	size_t best = 0;

	for (size_t i = 1; i < sets->v.n; i++) {
		if (worth(&sets->v.v[i]) > worth(&sets->v.v[best]))
			best = i;
	}
	return best;
}

static bool reader_takes(struct reader *r, const char *words)
{
	if (!str_starts(str_slice(r->s, r->at, r->s.n), words))
		return false;
	r->at += strlen(words);
	return true;
}

static void skip_past(struct reader *r, const char *end)
{
	size_t at = str_find(r->s, str_of(end), r->at);

	r->lost |= at == STR_NONE;
	r->at = at == STR_NONE ? r->s.n : at + strlen(end);
}

/* --- literals --- */

/* Literal characters one behind the other are one word. */
struct run {
	size_t from, to; /* of the pattern; a word where from < to */
};

static void run_end(struct reader *r, struct run *run, struct sets *out)
{
	if (run->from < run->to) {
		struct words *one = vec_push(&out->v);

		*vec_push(&one->v) = str_slice(r->s, run->from, run->to);
	}
	run->from = run->to = r->at;
}

/* The least number of times a quantifier at the reader wants, which it takes; 1 where none is. */
static unsigned take_quantifier(struct reader *r, bool *is)
{
	struct str rest = str_slice(r->s, r->at, r->s.n);
	unsigned least = 1;
	size_t digits = 1;

	*is = true;
	while (digits < rest.n && rest.p[digits] >= '0' && rest.p[digits] <= '9')
		digits++;
	if (rest.n && (rest.p[0] == '?' || rest.p[0] == '*' || rest.p[0] == '+')) {
		least = rest.p[0] == '+';
		r->at++;
	} else if (rest.n && rest.p[0] == '{' && digits > 1 && digits < rest.n &&
		   (rest.p[digits] == ',' || rest.p[digits] == '}')) {
		least = rest.p[1] != '0';
		skip_past(r, "}");
	} else {
		*is = false;
		return 1;
	}
	if (r->at < r->s.n && (r->s.p[r->at] == '?' || r->s.p[r->at] == '+'))
		r->at++; /* lazy or possessive */
	return least;
}

static void take_literal(struct reader *r, struct run *run, struct sets *out)
{
	size_t from = r->at;
	bool counted;

	if (run->to != from)
		run_end(r, run, out);
	utf8_next(r->s, &r->at);
	size_t to = r->at;
	unsigned least = take_quantifier(r, &counted);

	run->to = least ? to : from;
	if (counted)
		run_end(r, run, out);
}

/* --- escapes and classes --- */

/* Behind a backslash: true where it is a literal character, which is left to be taken. */
static bool take_escape(struct reader *r)
{
	static const char nothing[] = "dDwWsShHvVRXNbBAzZGKntrfae";
	char c = r->at < r->s.n ? r->s.p[r->at] : '\0';

	if (c && strchr(".|()[]{}*+?^$\\/-#,:<>=!\"'~&%@;_ ", c))
		return true;
	r->at++;
	if (c == 'p' || c == 'P' || c == 'x' || c == 'k') {
		if (r->at < r->s.n && (r->s.p[r->at] == '{' || r->s.p[r->at] == '<'))
			skip_past(r, r->s.p[r->at] == '{' ? "}" : ">");
		else
			r->lost |= c != 'p' && c != 'P';
	} else if (c >= '1' && c <= '9') {
		while (r->at < r->s.n && r->s.p[r->at] >= '0' && r->s.p[r->at] <= '9')
			r->at++;
	} else {
		r->lost |= !c || !strchr(nothing, c);
	}
	return false;
}

/* Behind "[": its characters where they are few and simply told. */
static void take_class(struct reader *r, struct words *chars)
{
	bool simple = !reader_takes(r, "^");
	size_t first = r->at;

	while (r->at < r->s.n && (r->s.p[r->at] != ']' || r->at == first)) {
		size_t from = r->at;
		char c = r->s.p[from];

		if (c == '\\' || c == '-' || c == '[') {
			simple = false;
			r->at += c == '\\' && from + 1 < r->s.n;
			r->lost |= reader_takes(r, "[:");
		}
		if (r->at < r->s.n)
			utf8_next(r->s, &r->at);
		*vec_push(&chars->v) = str_slice(r->s, from, r->at);
	}
	r->lost |= !reader_takes(r, "]");
	if (!simple || chars->v.n > CLASS_MAX)
		vec_free(&chars->v);
}

/* --- groups --- */

static void take_alternatives(struct reader *r, struct sets *out);

enum group { GROUP_PLAIN, GROUP_NOT, GROUP_FLAGS };

/* Behind "(": what kind of group begins here. Of flags only m and s leave words what they are. */
static enum group take_opening(struct reader *r)
{
	if (r->at < r->s.n && r->s.p[r->at] == '*')
		r->lost = true;
	if (!reader_takes(r, "?"))
		return GROUP_PLAIN;
	if (reader_takes(r, "!") || reader_takes(r, "<!"))
		return GROUP_NOT;
	if (reader_takes(r, ":") || reader_takes(r, "=") || reader_takes(r, "<=") ||
		reader_takes(r, ">"))
		return GROUP_PLAIN;
	if (reader_takes(r, "<")) {
		skip_past(r, ">");
		return GROUP_PLAIN;
	}
	while (reader_takes(r, "m") || reader_takes(r, "s"))
		;
	if (r->at < r->s.n && r->s.p[r->at] == ')')
		return GROUP_FLAGS;
	r->lost |= !reader_takes(r, ":");
	return GROUP_PLAIN;
}

/* Behind an item that may stand there not at all, nothing is known of it. */
static void take_counted(struct reader *r, struct sets *item, struct sets *out)
{
	bool counted;

	if (take_quantifier(r, &counted))
		sets_move(out, item);
	sets_clear(item);
}

static void take_group(struct reader *r, struct sets *out)
{
	struct sets inner = {0};
	enum group kind = take_opening(r);

	if (kind != GROUP_FLAGS && ++r->depth < DEPTH_MAX)
		take_alternatives(r, &inner);
	r->lost |= r->depth >= DEPTH_MAX || !reader_takes(r, ")");
	r->depth -= kind != GROUP_FLAGS;
	if (kind == GROUP_NOT)
		sets_clear(&inner);
	take_counted(r, &inner, out);
}

/* Is there a quantifier at the reader? */
static bool is_counted(const struct reader *r)
{
	struct reader ahead = *r;
	bool counted;

	take_quantifier(&ahead, &counted);
	return counted;
}

static struct str joined(struct reader *r, struct str a, struct str b)
{
	struct buf word = {0};

	buf_add(&word, a);
	buf_add(&word, b);
	struct str kept = once_keep(r->kept, buf_str(&word));

	buf_free(&word);
	return kept;
}

/* Behind "[". What stands before it is one word with each of its characters. */
static void take_class_item(struct reader *r, struct run *run, struct sets *out)
{
	struct words chars = {0};
	struct sets item = {0};
	struct str before = str_slice(r->s, run->from, run->to);

	take_class(r, &chars);
	if (chars.v.n && before.n && !is_counted(r)) {
		for (size_t i = 0; i < chars.v.n; i++)
			chars.v.v[i] = joined(r, before, chars.v.v[i]);
		run->from = run->to;
	}
	if (chars.v.n)
		*vec_push(&item.v) = chars;
	run_end(r, run, out);
	take_counted(r, &item, out);
	run->from = run->to = r->at;
}

static void take_item(struct reader *r, struct run *run, struct sets *out)
{
	struct sets item = {0};
	char c = r->s.p[r->at];

	if (c == '\\') {
		r->at++;
		if (take_escape(r)) {
			run_end(r, run, out);
			run->from = run->to = r->at;
			take_literal(r, run, out);
			return;
		}
	} else if (c == '(') {
		r->at++;
		run_end(r, run, out);
		take_group(r, out);
		run->from = run->to = r->at;
		return;
	} else if (c == '[') {
		r->at++;
		take_class_item(r, run, out);
		return;
	} else if (c == '.' || c == '^' || c == '$') {
		r->at++;
	} else {
		take_literal(r, run, out);
		return;
	}
	run_end(r, run, out);
	take_counted(r, &item, out);
	run->from = run->to = r->at;
}

static void take_sequence(struct reader *r, struct sets *out)
{
	struct run run = {r->at, r->at};

	while (!r->lost && r->at < r->s.n && r->s.p[r->at] != '|' && r->s.p[r->at] != ')')
		take_item(r, &run, out);
	run_end(r, &run, out);
}

/* Of several branches each gives the best it has; where one has nothing, nothing is known. */
static void take_alternatives(struct reader *r, struct sets *out)
{
	struct words all = {0};
	bool known = true, several = false;

	do {
		struct sets branch = {0};

		take_sequence(r, &branch);
		several |= r->at < r->s.n && r->s.p[r->at] == '|';
		if (!several) {
			sets_move(out, &branch);
			return;
		}
		known &= branch.v.n > 0;
		for (size_t i = 0; known && i < branch.v.v[best_of(&branch)].v.n; i++)
			*vec_push(&all.v) = branch.v.v[best_of(&branch)].v.v[i];
		sets_clear(&branch);
	} while (!r->lost && reader_takes(r, "|"));
	if (known && all.v.n <= WORDS_MAX)
		*vec_push(&out->v) = all;
	else
		vec_free(&all.v);
}

/* --- what is kept --- */

/* The sets, the best first. */
static struct re_need need_of(struct sets *sets, struct once *kept)
{
	struct re_any best[SETS_MAX];
	size_t n = 0;

	while (sets->v.n && n < SETS_MAX) {
		struct words *w = &sets->v.v[best_of(sets)];

		best[n++] = re_any_of(w->v.v, w->v.n, kept);
		vec_free(&w->v);
		*w = sets->v.v[--sets->v.n];
	}
	struct str all = once_keep(kept, (struct str){(const char *)best, n * sizeof *best});

	return (struct re_need){(const struct re_any *)all.p, n};
}

struct re_need re_need_of(struct str pattern, struct once *kept)
{
	struct reader r = {.s = pattern, .kept = kept};
	struct sets sets = {0};

	if (utf8_valid(pattern, NULL))
		take_alternatives(&r, &sets);
	if (r.lost || r.at < r.s.n)
		sets_clear(&sets);
	struct re_need need = need_of(&sets, kept);

	sets_clear(&sets);
	return need;
}

struct re_need re_need_any(const char *const *words, size_t n, struct once *kept)
{
	struct sets sets = {0};
	struct words *one = n ? vec_push(&sets.v) : NULL;

	for (size_t i = 0; i < n; i++)
		*vec_push(&one->v) = str_of(words[i]);
	struct re_need need = need_of(&sets, kept);

	sets_clear(&sets);
	return need;
}

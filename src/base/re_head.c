/* Reading heads off patterns, and finding matches by them. */
#include "base/re_head.h"

#include <string.h>

#include "base/mem.h"

/* With more words the look for them is no saving. */
#define WORDS_MAX 48
#define DEPTH_MAX 40

struct head_reader {
	struct str s; /* the pattern */
	size_t at;
	unsigned depth;
	bool lost; /* met something it does not understand: nothing is known */
	bool at_start;
	VEC(struct str) words;
};

static char peek(const struct head_reader *r)
{
	return r->at < r->s.n ? r->s.p[r->at] : '\0';
}

static bool takes(struct head_reader *r, const char *words)
{
	if (!str_starts(str_slice(r->s, r->at, r->s.n), words))
		return false;
	r->at += strlen(words);
	return true;
}

/* --- what a head needs no knowledge of --- */

static void skip_class(struct head_reader *r)
{
	takes(r, "^");
	size_t first = r->at;

	while (r->at < r->s.n && (peek(r) != ']' || r->at == first)) {
		r->lost |= takes(r, "[:");
		r->at += peek(r) == '\\' ? 2 : 1;
	}
	r->lost |= !takes(r, "]");
}

/* Behind "(": a group that begins with what it holds. Options and verbs may change anything. */
static bool takes_plain_opening(struct head_reader *r)
{
	if (peek(r) == '*')
		r->lost = true;
	if (!takes(r, "?") || takes(r, ":") || takes(r, ">"))
		return true;
	if (str_starts(str_slice(r->s, r->at, r->s.n), "<=") ||
		str_starts(str_slice(r->s, r->at, r->s.n), "<!") || !takes(r, "<"))
		return false;
	while (r->at < r->s.n && peek(r) != '>')
		r->at++;
	return takes(r, ">");
}

/* Behind "(?": a look ahead or behind, which takes no room. */
static bool takes_look(struct head_reader *r)
{
	return takes(r, "=") || takes(r, "!") || takes(r, "<=") || takes(r, "<!");
}

/* To the end of the branch, or of the group (past its bracket) where `group`. */
static void skip_rest(struct head_reader *r, bool group)
{
	size_t depth = 0;

	while (!r->lost && r->at < r->s.n) {
		char c = peek(r);

		if (depth == 0 && !group && (c == '|' || c == ')'))
			return;
		r->at += c == '\\' ? 2 : 1;
		r->lost |= c == '\\' && r->at <= r->s.n && r->s.p[r->at - 1] == 'Q';
		if (c == '[') {
			skip_class(r);
		} else if (c == '(') {
			depth++;
			r->lost |= !takes_plain_opening(r) && !takes_look(r);
		} else if (c == ')' && depth-- == 0) {
			return;
		}
	}
	r->lost |= depth > 0 || group;
}

/* --- heads --- */

static void add_word(struct head_reader *r, size_t from, size_t to)
{
	r->lost |= from >= to || r->words.n == WORDS_MAX;
	if (!r->lost)
		*vec_push(&r->words) = str_slice(r->s, from, to);
}

/* May what was read stand there not at all? */
static bool is_optional(const struct head_reader *r)
{
	return peek(r) && strchr("?*{", peek(r));
}

static void read_literal(struct head_reader *r)
{
	size_t from = r->at, last = from;

	while (r->at < r->s.n && !strchr("\\[](){}.^$|?*+", peek(r))) {
		last = r->at;
		utf8_next(r->s, &r->at);
	}
	add_word(r, from, is_optional(r) ? last : r->at);
}

static void read_class(struct head_reader *r)
{
	while (!r->lost && r->at < r->s.n && peek(r) != ']') {
		size_t from = r->at;

		r->lost |= strchr("\\^-[", peek(r)) != NULL;
		utf8_next(r->s, &r->at);
		add_word(r, from, r->at);
	}
	r->lost |= !takes(r, "]") || is_optional(r);
}

static void read_branches(struct head_reader *r);

/* The first thing of a branch that takes room; what only looks is passed over. */
static void read_head(struct head_reader *r)
{
	while (!r->lost && takes(r, "(")) {
		if (takes_plain_opening(r)) {
			read_branches(r);
			r->lost |= !takes(r, ")") || is_optional(r);
			return;
		}
		r->lost |= !takes_look(r);
		skip_rest(r, true);
		r->lost |= is_optional(r) || peek(r) == '+';
	}
	if (takes(r, "^")) {
		r->at_start = true;
		r->lost |= is_optional(r);
	} else if (takes(r, "[")) {
		read_class(r);
	} else {
		read_literal(r);
	}
}

static void read_branches(struct head_reader *r)
{
	r->lost |= ++r->depth > DEPTH_MAX;
	do {
		if (!r->lost)
			read_head(r);
		skip_rest(r, false);
	} while (!r->lost && takes(r, "|"));
	r->depth--;
}

struct re_heads re_heads_of(struct str pattern, struct arena *a)
{
	struct head_reader r = {.s = pattern};
	struct re_heads heads = {0};

	if (utf8_valid(pattern, NULL))
		read_branches(&r);
	heads.known = pattern.n > 0 && !r.lost && r.at == pattern.n;
	heads.at_start = r.at_start;
	if (heads.known)
		heads.words = re_any_of(r.words.v, r.words.n, a);
	vec_free(&r.words);
	return heads;
}

/* --- finding --- */

static size_t next_of(const struct re_word *w, struct str s, size_t from)
{
	return str_find(s, w->text, from);
}

bool re_find_headed(const struct re *re, const struct re_heads *heads, struct str s, size_t from,
	const struct utf8_set *chars, struct re_match *m)
{
	const struct re_any *words = &heads->words;
	size_t next[WORDS_MAX], best = STR_NONE;

	if (!heads->known)
		return re_find(re, s, from, m);
	for (size_t i = 0; i < words->n; i++) {
		const struct re_word *w = &words->words[i];

		next[i] = utf8_set_has(chars, w->first) && utf8_set_has(chars, w->last)
				  ? next_of(w, s, from)
				  : STR_NONE;
		best = next[i] < best ? next[i] : best;
	}
	best = heads->at_start && from == 0 ? 0 : best;
	while (!re_match_at(re, s, best, m) && !re_gave_up(m) && best != STR_NONE) {
		size_t past = best + 1;

		best = STR_NONE;
		for (size_t i = 0; i < words->n; i++) {
			if (next[i] < past)
				next[i] = next_of(&words->words[i], s, past);
			best = next[i] < best ? next[i] : best;
		}
	}
	return re_matched(m);
}

/* Reading heads off patterns, and finding matches by them. */
#include "base/re_head.h"

#include <string.h>

#include "base/mem.h"

/* With more words the look for them is no saving. */
#define WORDS_MAX 128
#define DIGITS_MAX 8
#define DEPTH_MAX 40

struct head_reader {
	struct str s; /* the pattern */
	size_t at;
	unsigned depth;
	bool lost; /* met something it does not understand: nothing is known */
	bool at_start, at_lines;
	VEC(struct str) words;
};

static char peek(const struct head_reader *r)
{
	return r->at < r->s.n ? r->s.p[r->at] : '\0';
}

/* The byte behind the next. */
static char peek_behind(const struct head_reader *r)
{
	return r->at + 1 < r->s.n ? r->s.p[r->at + 1] : '\0';
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
	if (!takes(r, "?") || takes(r, ":") || takes(r, ">") || takes(r, "|"))
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
			r->lost |= !takes_plain_opening(r) && !takes_look(r) && !takes(r, "m:");
		} else if (c == ')' && depth-- == 0) {
			return;
		}
	}
	r->lost |= depth > 0 || group;
}

/* --- heads --- */

static void add_text(struct head_reader *r, struct str word)
{
	r->lost |= word.n == 0 || r->words.n == WORDS_MAX;
	if (!r->lost)
		*vec_push(&r->words) = word;
}

static void add_word(struct head_reader *r, size_t from, size_t to)
{
	add_text(r, str_slice(r->s, from, to));
}

/* Behind an item: may it stand there not at all? Then the quantifier that says so is taken. */
static bool takes_optional(struct head_reader *r)
{
	if (takes(r, "{0")) {
		while (r->at < r->s.n && peek(r) != '}')
			r->at++;
		r->lost |= !takes(r, "}");
	} else if (!takes(r, "?") && !takes(r, "*")) {
		r->lost |= peek(r) == '{' && !strchr("123456789", peek_behind(r));
		return false;
	}
	if (!takes(r, "?"))
		takes(r, "+"); /* lazy or possessive */
	return true;
}

/* Behind a backslash: does it make a letter of the sign that follows? */
static bool is_escaped(const struct head_reader *r)
{
	return peek(r) == '\\' && peek_behind(r) && strchr("()[]{}.^$|?*+-\\/", peek_behind(r));
}

/* A literal may go on behind an optional one: of "收到?" each match begins with 收. */
static bool read_literal(struct head_reader *r)
{
	size_t from = r->at, last = from;

	if (is_escaped(r)) {
		from = last = ++r->at;
		utf8_next(r->s, &r->at);
	}
	while (r->at < r->s.n && !strchr("\\[](){}.^$|?*+", peek(r))) {
		last = r->at;
		utf8_next(r->s, &r->at);
	}
	size_t to = r->at;
	bool optional = takes_optional(r);

	add_word(r, from, optional && last > from ? last : to);
	return optional && last == from;
}

/* "2-9" in a class. With more digits each of a number would be a place. */
static bool read_digits(struct head_reader *r)
{
	static const char digits[] = "0123456789";
	const char *p = r->s.p + r->at;

	if (r->s.n - r->at < 3 || p[1] != '-' || p[0] < '0' || p[2] > '9' || p[0] > p[2] ||
		p[2] - p[0] >= DIGITS_MAX)
		return false;
	for (char c = p[0]; !r->lost && c <= p[2]; c++)
		add_text(r, (struct str){digits + (c - '0'), 1});
	r->at += 3;
	return true;
}

static bool read_class(struct head_reader *r)
{
	r->lost |= peek(r) == ']'; /* one of its characters there */
	while (!r->lost && r->at < r->s.n && peek(r) != ']') {
		if (read_digits(r))
			continue;
		bool escaped = is_escaped(r);
		size_t from = r->at += escaped;

		r->lost |= !escaped && strchr("\\^-[", peek(r));
		utf8_next(r->s, &r->at);
		add_word(r, from, r->at);
	}
	r->lost |= !takes(r, "]");
	return takes_optional(r);
}

static void read_branches(struct head_reader *r);

/* What takes room, and whether it may be left out, so that what follows is a head, too. */
static bool read_item(struct head_reader *r)
{
	if (takes(r, "(")) {
		r->lost |= !takes_plain_opening(r);
		if (!r->lost)
			read_branches(r);
		r->lost |= !takes(r, ")");
		return takes_optional(r);
	}
	if (takes(r, "["))
		return read_class(r);
	return read_literal(r);
}

/* Is there a look ahead or behind, which takes no room? It is passed over. */
static bool skips_look(struct head_reader *r)
{
	struct head_reader ahead = *r;

	if (!takes(&ahead, "(") || takes_plain_opening(&ahead) || !takes_look(&ahead))
		return false;
	r->at = ahead.at;
	skip_rest(r, true);
	r->lost |= peek(r) && strchr("?*+{", peek(r));
	return true;
}

/* The first thing of a branch that takes room; where it may be left out, the next one, too. */
static void read_head(struct head_reader *r)
{
	for (bool more = true; more && !r->lost;) {
		if (skips_look(r))
			continue;
		bool start = takes(r, "^"), line = !start && takes(r, "(?m:^)");

		r->at_start |= start;
		r->at_lines |= line;
		if (start || line)
			r->lost |= peek(r) && strchr("?*+{", peek(r));
		more = !start && !line && read_item(r);
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

struct re_heads re_heads_of(struct str pattern, struct once *kept)
{
	struct head_reader r = {.s = pattern};
	struct re_heads heads = {0};

	if (utf8_valid(pattern, NULL))
		read_branches(&r);
	heads.known = pattern.n > 0 && !r.lost && r.at == pattern.n;
	heads.at_start = r.at_start;
	heads.at_lines = r.at_lines;
	if (heads.known)
		heads.words = re_any_of(r.words.v, r.words.n, kept);
	vec_free(&r.words);
	return heads;
}

/* --- finding --- */

/* Where places for a match come next, as far as they were looked for. */
struct head_search {
	const struct re_heads *heads;
	struct str s;
	size_t next[WORDS_MAX], line; /* of each word, and of a line; STR_NONE: no more */
};

static size_t next_line(struct str s, size_t from)
{
	if (from == 0 || from > s.n || s.p[from - 1] == '\n')
		return from <= s.n ? from : STR_NONE;
	const char *end = memchr(s.p + from, '\n', s.n - from);

	return end ? (size_t)(end + 1 - s.p) : STR_NONE;
}

/* The first place from `from` on, which lies behind all that were given before. */
static size_t next_place(struct head_search *h, size_t from)
{
	size_t best = STR_NONE;

	if (h->heads->at_lines && h->line < from)
		h->line = next_line(h->s, from);
	if (h->heads->at_lines)
		best = h->line;
	for (size_t i = 0; i < h->heads->words.n; i++) {
		if (h->next[i] < from)
			h->next[i] = str_find(h->s, h->heads->words.words[i].text, from);
		best = h->next[i] < best ? h->next[i] : best;
	}
	return best;
}

static size_t first_place(struct head_search *h, size_t from, const struct utf8_set *chars)
{
	const struct re_any *words = &h->heads->words;

	h->line = next_line(h->s, from);
	for (size_t i = 0; i < words->n; i++) {
		const struct re_word *w = &words->words[i];

		h->next[i] = utf8_set_has(chars, w->first) && utf8_set_has(chars, w->last)
				     ? str_find(h->s, w->text, from)
				     : STR_NONE;
	}
	return h->heads->at_start && from == 0 ? 0 : next_place(h, from);
}

bool re_find_headed(const struct re *re, const struct re_heads *heads, struct str s, size_t from,
	const struct utf8_set *chars, struct re_match *m)
{
	struct head_search h = {.heads = heads, .s = s};

	if (!heads->known)
		return re_find(re, s, from, m);
	size_t at = first_place(&h, from, chars);

	while (!re_match_at(re, s, at, m) && !re_gave_up(m) && at != STR_NONE)
		at = next_place(&h, at + 1);
	return re_matched(m);
}

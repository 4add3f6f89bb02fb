/* The kind `twice`: what a number is of, in words that are the same however it is put.
 *
 * That is the clause up to the number, more of them where it says little
 * ("政务公开培训3期，参训257人次"), and what stands right behind: 发布的163条信息 is 发布信息163条.
 * One of no words is the sum of those before it: "建议17件、提案55件，共72件" is 建议和提案72件. */
#include "rule/twice.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"

/* Of fewer characters a clause says too little to be the same by chance. */
#define LEAST 5
/* Of fewer it says nothing. */
#define BRIEF 4
/* Characters of an agency's name by which it is called. */
#define NAME_LEAST 3
/* So many clauses are read then, at most. */
#define CLAUSES_MORE 2

static bool is_mark(unsigned ch)
{
	if (ch < 0x80)
		return ch == ',' || ch == ';' || ch == ':' || ch == '(' || ch == ')';
	return ch == 0x3001 || ch == 0x3002 || (ch >= 0x300a && ch <= 0x300b) ||
	       (ch >= 0x201c && ch <= 0x201d); /* 、。《》“” */
}

static bool is_digit(unsigned ch)
{
	return ch == '.' || (ch >= '0' && ch <= '9');
}

/* Behind the last mark of punctuation in [from, to), or `from`. */
static size_t clause_start(struct str s, size_t from, size_t to)
{
	for (size_t at = to; at > from;) {
		size_t before = utf8_prev(s, at), next = before;

		if (is_mark(utf8_next(s, &next)))
			return at;
		at = before;
	}
	return from;
}

/* May a word of the lists begin with it? */
static bool is_head(const struct twice_rule *how, unsigned ch)
{
	return utf8_set_has(&how->heads, utf8_set_place(ch));
}

/* The end of the Han that stand at `from`, or where a word ends what they name. */
static size_t name_end(const struct twice_rule *how, struct str s, size_t from)
{
	size_t at = from;

	for (size_t next = at; at < s.n; at = next) {
		unsigned ch = utf8_next(s, &next);

		if (!utf8_is_han(ch) || (is_head(how, ch) && word_list_at(&how->ends, s, at)))
			break;
	}
	return at;
}

/* What is left out, besides punctuation and fillers. */
struct leaving {
	bool loose;   /* what the numbers may differ in by a slip */
	bool numbers; /* that others are between */
};

static void add_words(const struct twice_rule *how, struct str s, struct text_span span,
	struct leaving out_of, struct buf *out)
{
	struct str text = str_slice(s, 0, span.to);
	size_t kept = span.from; /* what is from here on is yet to be added */

	for (size_t at = span.from, from = at; at < text.n; from = at) {
		unsigned ch = utf8_next(text, &at);
		size_t skip = 0;

		if (is_mark(ch) || is_digit(ch) || (out_of.numbers && ch == '#'))
			skip = at - from;
		else if (is_head(how, ch))
			skip = word_list_at(&how->fillers, text, from);
		if (!skip && out_of.loose && is_head(how, ch))
			skip = word_list_at(&how->loose, text, from);
		if (!skip)
			continue;
		buf_add(out, str_slice(text, kept, from));
		kept = at = from + skip;
	}
	buf_add(out, str_slice(text, kept, text.n));
}

void twice_words(
	const struct twice_rule *how, const struct twice_number *n, bool loose, struct buf *out)
{
	struct str s = n->p->shadow;
	struct leaving out_of = {loose, n->sum};

	add_words(how, s, (struct text_span){n->from, n->q->from}, out_of, out);
	add_words(how, s, (struct text_span){n->q->to, n->to}, out_of, out);
}

static bool says_enough(
	const struct twice_rule *how, const struct twice_number *n, struct buf *room)
{
	room->n = 0;
	twice_words(how, n, false, room);
	return utf8_count(buf_str(room)) >= LEAST;
}

/* The last character in [from, to) that is neither left out nor in a filler; 0: there is none. */
static unsigned last_word(const struct twice_rule *how, struct str s, size_t from, size_t to)
{
	while (to > from) {
		size_t before = utf8_prev(s, to), next = before;
		unsigned ch = utf8_next(s, &next);
		size_t skip = 0;

		if (utf8_set_has(&how->tails, utf8_set_place(ch))) {
			skip = word_list_before(&how->fillers, s, to);
			if (!skip)
				skip = word_list_before(&how->loose, s, to);
		}
		if (!skip && !is_mark(ch) && !is_digit(ch) && ch != '#')
			return ch;
		to = skip && skip <= to - from ? to - skip : before;
	}
	return 0;
}

/* How much of s at `at` is an end of the name: 广陵街道 of 甲县广陵街道; 0: nothing. */
static size_t name_at(struct str s, size_t at, struct str name)
{
	size_t n = utf8_count(name);

	for (size_t from = 0; n >= NAME_LEAST; utf8_next(name, &from), n--) {
		struct str end = str_slice(name, from, name.n);

		if (str_has_at(s, at, end))
			return end.n;
	}
	return 0;
}

size_t twice_past_name(
	const struct twice_rule *how, const struct report *r, struct str s, size_t from)
{
	const struct form_list *governments = &r->forms->common.governments;
	struct str agency = r->agency_text ? str_of(r->agency_text) : STR("");
	size_t at = from, next = from, found, skip;

	for (; at < s.n; at = next += skip) {
		skip = word_list_at(&how->fillers, s, at);
		if (!skip && !is_mark(utf8_next(s, &next)))
			break;
		next = skip ? at : next;
	}
	found = name_at(s, at, agency);
	for (size_t i = 0; i < governments->n && !found; i++)
		if (str_ends(agency, governments->items[i]))
			found = name_at(s, at,
				str_slice(agency, 0, agency.n - strlen(governments->items[i])));
	return found ? at + found : from;
}

void twice_find_end(const struct twice_rule *how, struct twice_number *n)
{
	struct str s = n->p->shadow;

	n->to = name_end(how, s, n->q->to);
	n->hash = last_word(how, s, n->q->to, n->to);
	if (!n->hash)
		n->hash = last_word(how, s, n->begin, n->q->from);
	n->hash = n->hash << 8 | (n->q->family & 0xff);
}

bool twice_find_words(const struct twice_rule *how, struct twice_number *n)
{
	struct str s = n->p->shadow;
	struct buf words = {0};
	size_t begin = n->begin;

	n->from = n->start = clause_start(s, begin, n->q->from);
	bool enough = says_enough(how, n, &words);

	n->sum = !words.n;
	for (size_t more = 0; !enough && n->from > begin && more < CLAUSES_MORE; more++) {
		n->from = clause_start(s, begin, utf8_prev(s, n->from));
		enough = says_enough(how, n, &words);
	}
	n->brief = !enough;
	enough = utf8_count(buf_str(&words)) >= BRIEF;
	words.n = 0;
	twice_words(how, n, true, &words);
	n->hash = hash_quick(buf_str(&words));
	buf_free(&words);
	return enough;
}

/* A passage cut into sentences and clauses. */
#include "rule/prose.h"

#include <string.h>

#include "base/utf8.h"

#define DEPTH_MAX 4
/* The number of an item has no more characters: 二十三. */
#define ITEM_MOST 3
/* What goes on for longer without a full stop is no sentence: much of what is read of a number is
 * read in all of its sentence, and that for each. */
#define SENTENCE_MOST 12288
/* Bytes of what opens a passage. */
#define OPENING_MOST 78

struct cutter {
	struct passage *p;
	const struct word_list *openings;
	VEC(struct text_span) brackets; /* by the opening one; to 0: there is no closing one */
	VEC(struct clause) clauses;
	VEC(struct sentence) sentences;
	size_t stop;	/* where the last full stop was */
	size_t numbers; /* how many stand before it */
	bool left_out;
};

static void match_brackets(struct cutter *k)
{
	size_t open[DEPTH_MAX], depth = 0;
	struct str s = k->p->shadow;

	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '(' && depth < DEPTH_MAX) {
			open[depth++] = k->brackets.n;
			*vec_push(&k->brackets) = (struct text_span){i, 0};
		} else if (s.p[i] == ')' && depth) {
			k->brackets.v[open[--depth]].to = i;
		}
	}
}

/* The closing bracket of the one at `at`; 0 where none is there, or it has none. */
static size_t partner(const struct cutter *k, size_t at)
{
	if (k->p->shadow.p[at] != '(')
		return 0;
	for (size_t low = 0, high = k->brackets.n; low < high;) {
		size_t mid = low + (high - low) / 2;

		if (k->brackets.v[mid].from == at)
			return k->brackets.v[mid].to;
		if (k->brackets.v[mid].from < at)
			low = mid + 1;
		else
			high = mid;
	}
	return 0;
}

/* An ASCII full stop between Han, or behind one at the end; none in numbers and addresses. */
static bool is_full_stop(struct str s, size_t at, size_t next)
{
	size_t before = utf8_prev(s, at);

	if (at == 0 || !utf8_is_han(utf8_next(s, &before)))
		return false;
	return next >= s.n || utf8_is_han(utf8_next(s, &next));
}

/* "2.依申请公开情况：": words that say what the passage is about, before the colon at `at`. */
static bool is_opening(const struct cutter *k, size_t at)
{
	struct str s = k->p->shadow;

	if (at > OPENING_MOST || !word_list_before(k->openings, s, at))
		return false;
	for (size_t i = 0; i < at; i++)
		if (strchr("#%,;:()", s.p[i]))
			return false;
	return str_find(str_slice(s, 0, at), STR("。"), 0) == STR_NONE;
}

/* What ends a clause at `at`: ',' ':' ';' '.', or 0; *next is past it. */
static char separator_at(const struct cutter *k, size_t at, size_t *next)
{
	struct str s = k->p->shadow;
	unsigned ch;

	*next = at;
	ch = utf8_next(s, next);
	switch (ch) {
	case ',':
	case ';':
		return (char)ch;
	case ':':
		if (is_opening(k, at))
			return '.';
		return passage_quantity(k->p, *next) ? 0 : ':';
	case 0x3002: /* ideographic full stop */
	case '!':
	case '?':
		return '.';
	case '.':
		return is_full_stop(s, at, *next) ? '.' : 0;
	default:
		return 0;
	}
}

static void cut_range(struct cutter *k, size_t from, size_t to, unsigned depth);

static void put_clause(struct cutter *k, size_t from, size_t to, unsigned depth, char end)
{
	struct clause *cl;

	if (from >= to)
		return;
	cl = vec_push(&k->clauses);
	*cl = (struct clause){.from = from, .to = to, .depth = depth, .end = end};
	cl->sentence = k->sentences.n;
	cl->chars = utf8_set_of(passage_clause(k->p, cl));
	cl->mark = passage_numbers_before(k->p, from);
	cl->n_marks = passage_numbers_before(k->p, to) - cl->mark;
	for (size_t at = from; at < to; at++) {
		size_t closing = partner(k, at);

		if (closing) {
			cut_range(k, at + 1, closing, depth + 1);
			at = closing;
		}
	}
}

/* Leaves out the clauses from `first` on where the text up to `to` is more than a sentence. What
 * was read of it before ends there. */
static void bound_sentence(struct cutter *k, size_t first, size_t to)
{
	size_t numbers = passage_numbers_before(k->p, to) - k->numbers;

	if (to - k->stop + numbers * PROSE_NUMBER_WEIGHT <= SENTENCE_MOST)
		return;
	k->clauses.n = first;
	if (k->sentences.n)
		k->sentences.v[k->sentences.n - 1].half = false;
	k->left_out = true;
}

static void put_sentence(struct cutter *k, size_t from, size_t to, bool half)
{
	size_t first = k->sentences.n ? k->sentences.v[k->sentences.n - 1].clause +
						k->sentences.v[k->sentences.n - 1].n_clauses
				      : 0;

	bound_sentence(k, first, to);
	if (!half) {
		k->stop = to;
		k->numbers = passage_numbers_before(k->p, to);
	}
	if (k->clauses.n > first)
		*vec_push(&k->sentences) = (struct sentence){from, to, first, k->clauses.n - first,
			utf8_set_of(str_slice(k->p->shadow, from, to)), half};
}

/* The end of the title 《...》 that begins at `at`, `at` where none does: its commas end nothing.
 */
static size_t title_end(struct str s, size_t at, size_t limit)
{
	size_t end;

	if (s.n - at < 3 || memcmp(s.p + at, "《", 3))
		return at;
	end = str_find(s, STR("》"), at);
	return end != STR_NONE && end < limit ? end : at;
}

/* Past the number of an item at `at`, "(一)" or "(12)": no words of what follows. */
static size_t past_item(const struct cutter *k, size_t at, size_t to)
{
	struct str s = k->p->shadow;
	size_t closing = at < to ? partner(k, at) : 0, i = at + 1, chars = 0;

	if (!closing || closing + 1 >= to)
		return at;
	for (; i < closing; chars++) {
		unsigned ch = utf8_next(s, &i);

		if (!(ch >= '0' && ch <= '9') && !utf8_is_han_numeral(ch))
			return at;
	}
	return chars && chars <= ITEM_MOST ? closing + 1 : at;
}

static void cut_range(struct cutter *k, size_t from, size_t to, unsigned depth)
{
	struct str s = k->p->shadow;
	size_t start = past_item(k, from, to), begin = from;

	for (size_t at = from, next; at < to; at = next) {
		size_t closing = partner(k, at), title = closing ? at : title_end(s, at, to);

		if (closing || title != at) {
			next = closing ? closing + 1 : title + 3;
			continue;
		}
		char end = separator_at(k, at, &next);

		if (!end)
			continue;
		put_clause(k, start, at, depth, end);
		start = past_item(k, next, to);
		if (depth == 0 && (end == '.' || end == ';')) {
			put_sentence(k, begin, at, end == ';');
			begin = next;
		}
	}
	put_clause(k, start, to, depth, '.');
	if (depth == 0)
		put_sentence(k, begin, to, false);
}

bool passage_cut(struct passage *p, const struct word_list *openings, struct arena *a)
{
	struct cutter k = {.p = p, .openings = openings};

	match_brackets(&k);
	cut_range(&k, 0, p->shadow.n, 0);
	p->n_clauses = k.clauses.n;
	p->clauses = arena_alloc_array(a, k.clauses.n, sizeof *p->clauses);
	if (k.clauses.n)
		memcpy(p->clauses, k.clauses.v, k.clauses.n * sizeof *p->clauses);
	p->n_sentences = k.sentences.n;
	p->sentences = arena_alloc_array(a, k.sentences.n, sizeof *p->sentences);
	if (k.sentences.n)
		memcpy(p->sentences, k.sentences.v, k.sentences.n * sizeof *p->sentences);
	vec_free(&k.brackets);
	vec_free(&k.clauses);
	vec_free(&k.sentences);
	return !k.left_out;
}

size_t passage_full_stop(const struct passage *p, const struct sentence *s)
{
	const struct sentence *end = p->sentences + p->n_sentences;

	while (s->half && s + 1 < end)
		s++;
	return s->to;
}

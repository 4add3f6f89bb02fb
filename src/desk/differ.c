/* The longest common sequence of two passages' words, and what is left of either. */
#include "desk/differ.h"

#include <stdlib.h>

#include "base/utf8.h"

#define WORDS_MAX 1500 /* of a side: the table below takes 4.5 MB at most */

struct words {
	struct str text;
	VEC(struct text_span) v;
};

static bool is_latin(char ch)
{
	return (ch >= '0' && ch <= '9') || (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z');
}

/* "16434879.08" is one; "2020." is a number and a full stop. */
static size_t latin_end(struct str text, size_t at)
{
	while (at < text.n && (is_latin(text.p[at]) || (text.p[at] == '.' && at + 1 < text.n &&
							       is_latin(text.p[at + 1]))))
		at++;
	return at;
}

static void split(struct words *w)
{
	for (size_t at = 0; at < w->text.n;) {
		size_t from = at;
		unsigned ch = utf8_next(w->text, &at);

		if (utf8_is_space(ch) || ch < ' ')
			continue;
		if (is_latin(w->text.p[from]))
			at = latin_end(w->text, from);
		*vec_push(&w->v) = (struct text_span){from, at};
	}
}

static bool same(const struct words *a, size_t i, const struct words *b, size_t k)
{
	return str_eq(str_slice(a->text, a->v.v[i].from, a->v.v[i].to),
		str_slice(b->text, b->v.v[k].from, b->v.v[k].to));
}

/* Cell (i, k): how many words what follows i on the left and k on the right has in common. */
static unsigned short *count_common(const struct words *a, const struct words *b)
{
	size_t wide = b->v.n + 1;
	unsigned short *common = mem_alloc_array((a->v.n + 1) * wide, sizeof *common);

	for (size_t i = a->v.n; i-- > 0;)
		for (size_t k = b->v.n; k-- > 0;) {
			unsigned short down = common[(i + 1) * wide + k];
			unsigned short right = common[i * wide + k + 1];

			common[i * wide + k] =
				same(a, i, b, k)
					? (unsigned short)(common[(i + 1) * wide + k + 1] + 1)
				: down > right ? down
					       : right;
		}
	return common;
}

/* A word that the other side has not; those that follow each other are one difference. */
static void differs(struct differences *d, bool left, const struct words *w, size_t i)
{
	struct text_span word = w->v.v[i];
	size_t before = i ? w->v.v[i - 1].to : 0;
	size_t n = left ? d->left.n : d->right.n;
	struct text_span *last = n ? &(left ? d->left.v : d->right.v)[n - 1] : NULL;

	if (last && i && last->to == before)
		last->to = word.to;
	else if (left)
		*vec_push(&d->left) = word;
	else
		*vec_push(&d->right) = word;
}

static void walk(struct differences *d, const struct words *a, const struct words *b)
{
	size_t wide = b->v.n + 1, i = 0, k = 0;
	unsigned short *common = count_common(a, b);
	bool alike = 2 * (size_t)common[0] >= a->v.n && 2 * (size_t)common[0] >= b->v.n;

	while (alike && (i < a->v.n || k < b->v.n)) {
		if (i < a->v.n && k < b->v.n && same(a, i, b, k)) {
			i++;
			k++;
		} else if (k == b->v.n ||
			   (i < a->v.n && common[(i + 1) * wide + k] >= common[i * wide + k + 1])) {
			differs(d, true, a, i++);
		} else {
			differs(d, false, b, k++);
		}
	}
	free(common);
}

void differ_find(struct differences *d, struct str left, struct str right)
{
	struct words a = {.text = left}, b = {.text = right};

	*d = (struct differences){0};
	split(&a);
	split(&b);
	if (a.v.n <= WORDS_MAX && b.v.n <= WORDS_MAX)
		walk(d, &a, &b);
	vec_free(&a.v);
	vec_free(&b.v);
}

void differ_free(struct differences *d)
{
	vec_free(&d->left);
	vec_free(&d->right);
}

/* Searching a text piece by piece. */
#include "desk/hunt.h"

#include <string.h>

#include "base/fold.h"
#include "base/mem.h"

#define PIECE ((size_t)1 << 16) /* bytes folded at a time, and the rest of the line */

/* The first hit in text[from, to) that begins at or after `least`, or the last one that begins
 * before `most`; empty where there is none. */
struct hunt {
	struct str pattern; /* folded */
	struct str text;
	bool last;
	size_t least, most;
};

struct places {
	size_t *v;
	size_t n, cap;
};

static struct text_span hunt_piece(const struct hunt *h, size_t from, size_t to)
{
	struct text_span best = {0, 0};
	struct fold f;
	fold_make(&f, str_slice(h->text, from, to), FOLD_CASE);
	for (size_t at = 0; (at = str_find(f.text, h->pattern, at)) != STR_NONE; at++) {
		struct text_span hit;
		fold_range(&f, at, at + h->pattern.n, &hit.from, &hit.to);
		hit.from += from;
		hit.to += from;
		if (hit.from < h->least || hit.from >= h->most)
			continue;
		best = hit;
		if (!h->last)
			break;
	}
	fold_free(&f);
	return best;
}

static size_t line_end(struct str text, size_t at)
{
	const char *end = at < text.n ? memchr(text.p + at, '\n', text.n - at) : NULL;
	return end ? (size_t)(end - text.p) + 1 : text.n;
}

static size_t line_start(struct str text, size_t at)
{
	const char *end = at ? memrchr(text.p, '\n', at) : NULL;
	return end ? (size_t)(end - text.p) + 1 : 0;
}

static struct text_span hunt_forward(const struct hunt *h)
{
	struct text_span hit = {0, 0};
	size_t from = line_start(h->text, h->least);
	while (from < h->text.n && from < h->most && text_span_empty(hit)) {
		size_t to = line_end(h->text, from + PIECE);
		hit = hunt_piece(h, from, to);
		from = to;
	}
	return hit;
}

static struct text_span hunt_backward(const struct hunt *h)
{
	struct text_span hit = {0, 0};
	size_t to = line_end(h->text, h->most < h->text.n ? h->most : h->text.n);
	while (to > 0 && to > h->least && text_span_empty(hit)) {
		size_t from = line_start(h->text, to > PIECE ? to - PIECE : 0);
		hit = hunt_piece(h, from, to);
		to = from;
	}
	return hit;
}

struct text_span hunt_first(struct str text, struct str pattern, size_t least, size_t most)
{
	struct hunt h = {pattern, text, false, least, most};
	return pattern.n ? hunt_forward(&h) : (struct text_span){0, 0};
}

struct text_span hunt_last(struct str text, struct str pattern, size_t least, size_t most)
{
	struct hunt h = {pattern, text, true, least, most};
	return pattern.n ? hunt_backward(&h) : (struct text_span){0, 0};
}

struct text_span hunt_in(struct str text, struct str pattern, size_t from, size_t to, size_t most)
{
	struct hunt h = {pattern, text, false, from, most};
	return pattern.n ? hunt_piece(&h, from, to) : (struct text_span){0, 0};
}

/* All of a piece; a character that folds to several may hold several hits, which are one. */
static void take_piece(const struct hunt *h, size_t from, size_t to, size_t max, struct places *all)
{
	struct fold f;
	fold_make(&f, str_slice(h->text, from, to), FOLD_CASE);
	for (size_t at = 0; all->n < max && (at = str_find(f.text, h->pattern, at)) != STR_NONE;
		at++) {
		size_t place = from + fold_back(&f, at);
		if (all->n == 0 || all->v[all->n - 1] != place)
			*vec_push(all) = place;
	}
	fold_free(&f);
}

size_t hunt_all(struct str text, struct str pattern, size_t max, size_t **at)
{
	struct hunt h = {.pattern = pattern, .text = text};
	struct places all = {0};
	for (size_t from = 0; pattern.n && from < text.n && all.n < max;) {
		size_t to = line_end(text, from + PIECE);
		take_piece(&h, from, to, max, &all);
		from = to;
	}
	*at = all.v;
	return all.n;
}

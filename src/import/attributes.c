/* Where a text's attributes stand, in one pass. */
#include "import/attributes.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* A block is no longer; brackets nest no deeper. */
#define BLOCK_MAX ((size_t)2048)
#define DEPTH_MAX ((size_t)64)

static bool is_name(char c)
{
	return isalnum((unsigned char)c) || strchr("-_:.", c) || (unsigned char)c >= 0x80;
}

static size_t past_name(struct str s, size_t at)
{
	while (at < s.n && is_name(s.p[at]))
		at++;
	return at;
}

static size_t past_value(struct str s, size_t at)
{
	char quote = at < s.n ? s.p[at] : '\0';

	if (quote != '"' && quote != '\'')
		return past_name(s, at);
	for (at++; at < s.n && s.p[at] != quote; at++)
		if (s.p[at] == '\\')
			at++;
	return at < s.n ? at + 1 : s.n;
}

/* "#id", ".class", "key=value": past it; `at` where none stands there. */
static size_t past_item(struct str s, size_t at)
{
	if (at < s.n && (s.p[at] == '#' || s.p[at] == '.')) {
		size_t end = past_name(s, at + 1);

		return end > at + 1 ? end : at;
	}
	size_t key = past_name(s, at);

	if (key == at || key >= s.n || s.p[key] != '=')
		return at;
	size_t end = past_value(s, key + 1);

	return end > key + 1 ? end : at;
}

/* The block that opens at `at`: past its brace; `at` where it is none. */
static size_t past_block(struct str text, size_t at)
{
	struct str s = str_slice(text, 0, at + BLOCK_MAX < text.n ? at + BLOCK_MAX : text.n);
	size_t i = at + 1, items = 0;

	for (;;) {
		while (i < s.n && isspace((unsigned char)s.p[i]))
			i++;
		size_t end = past_item(s, i);

		if (end == i)
			break;
		i = end;
		items++;
	}
	return items > 0 && i < s.n && s.p[i] == '}' ? i + 1 : at;
}

/* May a block open at `at`: behind a square bracket, or at the end of a line of words? */
static size_t block_at(struct str text, size_t at)
{
	if (text.p[at] != '{' || at == 0 || (text.p[at - 1] != ']' && text.p[at - 1] != ' '))
		return at;
	size_t end = past_block(text, at);

	if (text.p[at - 1] == ' ' && end < text.n && text.p[end] != '\n' && text.p[end] != '\r')
		return at;
	return end;
}

bool attributes_there(struct str text)
{
	for (size_t at = 0; (at = str_find(text, STR("{"), at)) != STR_NONE; at++)
		if (block_at(text, at) > at)
			return true;
	return false;
}

static void hide(struct attributes *out, size_t from, size_t to)
{
	*vec_push(&out->hidden) = (struct text_span){from, to};
}

static int by_place(const void *a, const void *b)
{
	const struct text_span *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

/* Brackets that are open; those of another paragraph are none. */
struct open {
	size_t at[DEPTH_MAX], n;
};

/* A closing bracket at `at`: with attributes behind it, both brackets and those are hidden. Past
 * all of it. */
static size_t close_bracket(struct str text, size_t at, struct open *open, struct attributes *out)
{
	size_t end = at + 1 < text.n ? block_at(text, at + 1) : at + 1;

	if (open->n == 0)
		return at + 1;
	open->n--;
	if (end == at + 1)
		return end;
	hide(out, open->at[open->n], open->at[open->n] + 1);
	hide(out, at, end);
	return end;
}

static size_t take(struct str text, size_t at, struct open *open, struct attributes *out)
{
	switch (text.p[at]) {
	case '\\':
		return at + 2;
	case '\n':
		if (at + 1 < text.n && text.p[at + 1] == '\n')
			open->n = 0;
		return at + 1;
	case '[':
		if (open->n < DEPTH_MAX)
			open->at[open->n++] = at;
		return at + 1;
	case ']':
		return close_bracket(text, at, open, out);
	case '{': {
		size_t end = at > 0 && text.p[at - 1] == ' ' ? block_at(text, at) : at;

		if (end > at)
			hide(out, at, end);
		return end > at ? end : at + 1;
	}
	default:
		return at + 1;
	}
}

void attributes_find(struct str text, struct attributes *out)
{
	struct open open = {0};

	*out = (struct attributes){0};
	for (size_t at = 0; at < text.n;)
		at = take(text, at, &open, out);
	if (out->hidden.n)
		qsort(out->hidden.v, out->hidden.n, sizeof *out->hidden.v, by_place);
}

void attributes_free(struct attributes *a)
{
	vec_free(&a->hidden);
}

bool attributes_hide(struct attributes *a, size_t at)
{
	while (a->at < a->hidden.n && a->hidden.v[a->at].to <= at)
		a->at++;
	return a->at < a->hidden.n && a->hidden.v[a->at].from <= at;
}

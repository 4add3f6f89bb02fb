/* Texts of a report by their words. */
#include "rule/text_book.h"

#include <stdlib.h>

#include "base/fold.h"

void book_add(struct book *b, struct str words, struct text_span span)
{
	*vec_push(&b->entries) = (struct book_entry){words, span};
}

static int compare(const void *left, const void *right)
{
	const struct book_entry *a = left, *b = right;
	int order = str_cmp(a->words, b->words);

	if (order)
		return order;
	return (a->span.from > b->span.from) - (a->span.from < b->span.from);
}

void book_sort(struct book *b)
{
	if (b->entries.n)
		qsort(b->entries.v, b->entries.n, sizeof *b->entries.v, compare);
}

const struct book_entry *book_find(const struct book *b, struct str words)
{
	size_t low = 0, high = b->entries.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (str_cmp(b->entries.v[mid].words, words) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == b->entries.n || !str_eq(b->entries.v[low].words, words))
		return NULL;
	return &b->entries.v[low];
}

void book_free(struct book *b)
{
	for (size_t i = 0; i < b->entries.n; i++)
		free((char *)b->entries.v[i].words.p);
	vec_free(&b->entries);
}

struct str book_words(const struct report *r, size_t para)
{
	struct fold f;
	struct buf out = {0};
	size_t at = 0;

	fold_make(&f, doc_str(r->doc, r->paras[para].span), FOLD_SPACE | FOLD_PUNCT);
	while (at < f.text.n && f.text.p[at] >= '0' && f.text.p[at] <= '9')
		at++;
	buf_add(&out, str_slice(f.text, at, f.text.n));
	fold_free(&f);
	struct str words = {NULL, out.n};

	words.p = buf_take(&out);
	return words;
}

void book_of_paras(struct book *b, const struct report *r)
{
	for (size_t i = 0; i < r->n_paras; i++)
		book_add(b, book_words(r, i), r->paras[i].span);
	book_sort(b);
}

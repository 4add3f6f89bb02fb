/* Every label of every form at hand. */
#include "table/book.h"

#include <string.h>

#include "base/mem.h"

/* A core shorter than this (three Han) is printed by more than one table. */
#define TELLING_BYTES 9

struct page {
	const struct form_table *table;
	struct label_set *set;
};

struct label_book {
	VEC(struct page) pages;
};

struct label_book *label_book_new(const struct forms *forms)
{
	struct label_book *b = mem_alloc(sizeof *b);
	for (size_t f = 0; f < forms->n; f++)
		for (size_t t = 0; t < forms->forms[f].n_tables; t++) {
			struct page *p = vec_push(&b->pages);
			p->table = &forms->forms[f].tables[t];
			p->set = label_set_new(p->table);
		}
	return b;
}

void label_book_free(struct label_book *b)
{
	if (!b)
		return;
	for (size_t i = 0; i < b->pages.n; i++)
		label_set_free(b->pages.v[i].set);
	vec_free(&b->pages);
	free(b);
}

const struct label_set *label_book_set(const struct label_book *b, const struct form_table *t)
{
	for (size_t i = 0; i < b->pages.n; i++)
		if (b->pages.v[i].table == t)
			return b->pages.v[i].set;
	return NULL;
}

/* The one table that prints this; NULL where none does, or several do. */
static const char *owner_of(const struct label_book *b, const struct token *t)
{
	const char *owner = NULL;
	if (t->reading.kind != READ_OTHER || t->core.n < TELLING_BYTES)
		return NULL;
	for (size_t i = 0; i < b->pages.n; i++) {
		const char *name = b->pages.v[i].table->name;
		if (!label_is_exact(b->pages.v[i].set, t->core))
			continue;
		if (owner && strcmp(owner, name) != 0)
			return NULL;
		owner = name;
	}
	return owner;
}

const char **label_book_owners(const struct label_book *b, const struct stream *s)
{
	const char **owners = mem_alloc_array(s->rows.n + 1, sizeof *owners), *now = NULL;
	for (size_t r = 0; r < s->rows.n; r++) {
		const struct token_row *row = &s->rows.v[r];
		for (size_t i = row->first; i < row->first + row->n; i++) {
			const char *owner = owner_of(b, &s->tokens.v[i]);
			now = owner ? owner : now;
		}
		owners[r] = now;
	}
	return owners;
}

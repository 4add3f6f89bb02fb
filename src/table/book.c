/* Every label of every form at hand. */
#include "table/book.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "table/section.h"

/* A core shorter than this (three Han) is printed by more than one table. */
#define TELLING_BYTES 9
/* Headings that run together in one cell. */
#define HEADINGS_MAX 24

struct page {
	const struct form_table *table;
	struct label_set *set;
};

/* A label to the letter, and whose it is. */
struct claim {
	struct str core;   /* of the page's set; n == 0: free */
	const char *owner; /* NULL: of several tables */
};

struct label_book {
	struct {
		struct page *v;
		size_t n;
	} pages;
	struct claim *claims; /* by hash, the next free one where that is taken */
	struct {
		struct str *v;
		size_t n;
	} cores; /* all of them, once, in order */
	struct value_words *words;
	struct section_cores *sections;
	size_t mask, longest;
};

static struct claim *claim_of(const struct label_book *b, struct str core)
{
	size_t at = hash_quick(core) & b->mask;
	while (b->claims[at].core.n && !str_eq(b->claims[at].core, core))
		at = (at + 1) & b->mask;
	return &b->claims[at];
}

static void make_claims(struct label_book *b, struct arena *a)
{
	size_t labels = 0;
	for (size_t i = 0; i < b->pages.n; i++)
		labels += label_set_count(b->pages.v[i].set);
	for (b->mask = 1; b->mask < labels * 2; b->mask = b->mask * 2 + 1)
		;
	b->claims = arena_alloc_array(a, b->mask + 1, sizeof *b->claims);
	for (size_t i = 0; i < b->pages.n; i++)
		for (size_t k = 0; k < label_set_count(b->pages.v[i].set); k++) {
			struct str core = label_set_core(b->pages.v[i].set, k);
			const char *name = b->pages.v[i].table->name;
			struct claim *c = claim_of(b, core);
			b->longest = core.n > b->longest ? core.n : b->longest;
			if (core.n < TELLING_BYTES)
				continue;
			if (!c->core.n)
				*c = (struct claim){core, name};
			else if (c->owner && strcmp(c->owner, name) != 0)
				c->owner = NULL;
		}
}

static int in_order(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void make_cores(struct label_book *b, struct arena *a)
{
	size_t labels = 0, n = 0;
	for (size_t i = 0; i < b->pages.n; i++)
		labels += label_set_count(b->pages.v[i].set);
	b->cores.v = arena_alloc_array(a, labels, sizeof *b->cores.v);
	for (size_t i = 0; i < b->pages.n; i++)
		for (size_t k = 0; k < label_set_count(b->pages.v[i].set); k++)
			b->cores.v[n++] = label_set_core(b->pages.v[i].set, k);
	qsort(b->cores.v, n, sizeof *b->cores.v, in_order);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || !str_eq(b->cores.v[i], b->cores.v[b->cores.n - 1]))
			b->cores.v[b->cores.n++] = b->cores.v[i];
}

/* The first core that is not before this; empty where all are. */
static struct str core_from(const struct label_book *b, struct str core)
{
	size_t from = 0, to = b->cores.n;
	while (from < to) {
		size_t middle = from + (to - from) / 2;
		if (str_cmp(b->cores.v[middle], core) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from < b->cores.n ? b->cores.v[from] : (struct str){NULL, 0};
}

struct label_book *label_book_in(struct arena *a, const struct forms *forms)
{
	struct label_book *b = arena_alloc(a, sizeof *b);
	size_t tables = 0;
	for (size_t f = 0; f < forms->n; f++)
		tables += forms->forms[f].n_tables;
	b->pages.v = arena_alloc_array(a, tables, sizeof *b->pages.v);
	for (size_t f = 0; f < forms->n; f++)
		for (size_t t = 0; t < forms->forms[f].n_tables; t++) {
			struct page *p = &b->pages.v[b->pages.n++];
			p->table = &forms->forms[f].tables[t];
			p->set = label_set_in(a, p->table);
		}
	make_claims(b, a);
	make_cores(b, a);
	b->words = value_words_in(a, &forms->common);
	b->sections = section_cores_in(a, &forms->common);
	return b;
}

const struct value_words *label_book_words(const struct label_book *b)
{
	return b->words;
}

const struct section_cores *label_book_sections(const struct label_book *b)
{
	return b->sections;
}

const struct label_set *label_book_set(const struct label_book *b, const struct form_table *t)
{
	for (size_t i = 0; i < b->pages.n; i++)
		if (b->pages.v[i].table == t)
			return b->pages.v[i].set;
	return NULL;
}

size_t label_book_sets(const struct label_book *b)
{
	return b->pages.n;
}

const struct label_set *label_book_nth(const struct label_book *b, size_t i)
{
	return b->pages.v[i].set;
}

size_t label_book_longest(const struct label_book *b)
{
	return b->longest;
}

size_t label_book_wide(const struct label_book *b)
{
	size_t n = 0;
	for (size_t i = 0; i < b->pages.n; i++) {
		const struct form_table *t = b->pages.v[i].table;
		if (t->layout == FORM_WIDE && n > 0 && t->n_cells != n)
			return 0;
		n = t->layout == FORM_WIDE ? t->n_cells : n;
	}
	return n;
}

const char *label_book_row(const struct label_book *b, struct str core, const char *number)
{
	struct label_match m;
	for (size_t i = 0; i < b->pages.n; i++)
		if (label_ends(b->pages.v[i].set, core, LABEL_ROW) &&
			label_find(b->pages.v[i].set, core, number, LABEL_ROW, &m, 1) &&
			m.fit == FIT_EXACT)
			return b->pages.v[i].table->rows[m.index].name;
	return NULL;
}

static enum label_fit best_fit(
	const struct label_book *b, struct str core, const char *number, enum label_kind kind)
{
	enum label_fit best = FIT_NONE;
	struct label_match m;
	for (size_t i = 0; i < b->pages.n && best < FIT_EXACT; i++)
		if (label_find(b->pages.v[i].set, core, number, kind, &m, 1) && m.fit > best)
			best = m.fit;
	return best;
}

enum label_fit label_book_fit(const struct label_book *b, struct str core, const char *number)
{
	return best_fit(b, core, number, LABEL_ROW);
}

enum label_fit label_book_heading(const struct label_book *b, struct str core)
{
	return best_fit(b, core, "", LABEL_COLUMN);
}

/* The one table whose headings run together to this; NULL where that is none, or several. */
static const char *owner_of_headings(const struct label_book *b, struct str core)
{
	struct str parts[HEADINGS_MAX];
	const char *owner = NULL;
	for (size_t i = 0; i < b->pages.n; i++) {
		const char *name = b->pages.v[i].table->name;
		if (!label_headings(b->pages.v[i].set, core, parts, HEADINGS_MAX))
			continue;
		if (owner && strcmp(owner, name) != 0)
			return NULL;
		owner = name;
	}
	return owner;
}

/* The one table that prints this; NULL where none does, or several do. */
static const char *owner_of(const struct label_book *b, const struct token *t)
{
	if (t->reading.kind != READ_OTHER || t->core.n < TELLING_BYTES)
		return NULL;
	const struct claim *c = claim_of(b, t->core);
	return c->core.n || t->core.n < 2 * TELLING_BYTES ? c->owner
							  : owner_of_headings(b, t->core);
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

bool label_book_has(const struct label_book *b, struct str core)
{
	if (core.n >= TELLING_BYTES)
		return claim_of(b, core)->core.n > 0;
	return str_eq(core_from(b, core), core);
}

bool label_book_begins(const struct label_book *b, struct str core)
{
	struct str first = core_from(b, core);
	return first.n >= core.n && (!core.n || memcmp(first.p, core.p, core.n) == 0);
}

bool label_book_holds(const struct label_book *b, struct str core)
{
	size_t i = 0;
	while (i < b->cores.n && str_find(b->cores.v[i], core, 0) == STR_NONE)
		i++;
	return i < b->cores.n;
}

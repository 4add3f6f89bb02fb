/* The labels of one table of a form, made ready to be compared. */
#include "table/label_set.h"

#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* A set being made. */
struct set_maker {
	struct arena *arena;
	VEC(struct label_entry) entries;
};

size_t label_chars(struct str s, unsigned *chars)
{
	size_t n = 0;
	for (size_t at = 0; at < s.n;)
		chars[n++] = utf8_next(s, &at);
	return n;
}

/* The number as cores have it: the form writes "（二）", a core's is 二. */
static void plain_number(const char *number, char out[8])
{
	struct buf written = {0}, ignored = {0};
	out[0] = '\0';
	if (!number || !number[0])
		return;
	buf_addf(&written, "%s.", number);
	label_core(buf_str(&written), &ignored, out);
	buf_free(&written);
	buf_free(&ignored);
}

/* `number`: what the form prints before the label; "" leaves each variant its own. */
static void add_variants(struct set_maker *m, const char **variants, size_t n,
	const struct label_entry *like, const char *number)
{
	char plain[8] = "";
	struct buf core = {0};
	plain_number(number, plain);
	for (size_t i = 0; i < n; i++) {
		struct label_entry *e = vec_push(&m->entries);
		*e = *like;
		buf_clear(&core);
		label_core(str_of(variants[i]), &core, e->number);
		if (plain[0])
			memcpy(e->number, plain, sizeof plain);
		e->core = arena_str(m->arena, buf_str(&core));
		e->chars = arena_alloc_array(m->arena, e->core.n, sizeof *e->chars);
		e->n = label_chars(e->core, e->chars);
	}
	buf_free(&core);
}

static void put_by_kind(struct label_set *set, const struct set_maker *m)
{
	size_t n = 0;
	set->entries.v = arena_alloc_array(m->arena, m->entries.n, sizeof *set->entries.v);
	for (size_t kind = 0; kind < LABEL_KINDS; kind++) {
		set->first[kind] = n;
		for (size_t i = 0; i < m->entries.n; i++)
			if (m->entries.v[i].kind == kind)
				set->entries.v[n++] = m->entries.v[i];
	}
	set->first[LABEL_KINDS] = set->entries.n = n;
	set->marks = arena_alloc_array(m->arena, n, sizeof *set->marks);
	for (size_t i = 0; i < n; i++) {
		const struct label_entry *e = &set->entries.v[i];
		set->marks[i] = utf8_marks(e->core);
		set->lengths[e->kind] |= label_length_bit(e->core);
	}
}

struct label_set *label_set_in(struct arena *a, const struct form_table *t)
{
	struct label_set *set = arena_alloc(a, sizeof *set);
	struct set_maker maker = {.arena = a}, *m = &maker;
	add_variants(
		m, t->asides.items, t->asides.n, &(struct label_entry){.kind = LABEL_ASIDE}, NULL);
	for (size_t i = 0; i < t->n_rows; i++)
		add_variants(m, t->rows[i].variants, t->rows[i].n_variants,
			&(struct label_entry){
				.kind = LABEL_ROW, .index = i, .block = t->rows[i].block},
			t->rows[i].number);
	for (size_t i = 0; i < t->n_groups; i++)
		add_variants(m, t->groups[i].variants, t->groups[i].n_variants,
			&(struct label_entry){.kind = LABEL_GROUP, .index = i}, NULL);
	for (size_t b = 0; b < t->n_blocks; b++) {
		const struct form_block *block = &t->blocks[b];
		add_variants(m, block->variants, block->n_variants,
			&(struct label_entry){.kind = LABEL_BLOCK, .index = b, .block = b}, NULL);
		for (size_t g = 0; g < block->n_column_groups; g++)
			add_variants(m, block->column_groups[g].variants,
				block->column_groups[g].n_variants,
				&(struct label_entry){.kind = LABEL_ASIDE,
					.index = g + 1,
					.block = b,
					.of_columns = true},
				NULL);
		for (size_t c = 0; c < block->n_columns; c++)
			add_variants(m, block->columns[c].variants, block->columns[c].n_variants,
				&(struct label_entry){.kind = LABEL_COLUMN, .index = c, .block = b},
				NULL);
	}
	put_by_kind(set, m);
	vec_free(&maker.entries);
	return set;
}

size_t label_set_count(const struct label_set *set)
{
	return set->entries.n;
}

struct str label_set_core(const struct label_set *set, size_t i)
{
	return set->entries.v[i].core;
}

/* The kinds of mends. */
#include "table/mend.h"

static const struct mend_form forms[MEND_KINDS] = {
	[MEND_SHIFT] = {"shift", .row = true, .columns = true},
	[MEND_LABEL] = {"label", .row = true, .place = true},
	[MEND_JOIN] = {"join", .place = true},
	[MEND_SPLIT] = {"split", .place = true},
	[MEND_REGION] = {"region", .table = true, .place = true},
};

const struct mend_form *mend_form(enum mend_kind kind)
{
	return &forms[kind];
}

bool mend_parse(struct str s, enum mend_kind *out)
{
	for (int k = 0; k < MEND_KINDS; k++)
		if (str_is(s, forms[k].name)) {
			*out = (enum mend_kind)k;
			return true;
		}
	return false;
}

const struct form_table *mend_table_find(const struct forms *all, const char *name)
{
	const struct form_table *t = NULL;
	for (size_t i = 0; i < all->n && !t; i++)
		t = form_table_find(&all->forms[i], str_of(name));
	return t;
}

static const struct form_row *row_of(const struct form_table *t, struct str name)
{
	for (size_t i = 0; i < t->n_rows; i++)
		if (str_is(name, t->rows[i].name))
			return &t->rows[i];
	return NULL;
}

const struct form_row *mend_row_find(const struct forms *all, const char *name)
{
	struct str s = str_of(name);
	size_t bar = str_find(s, STR("/"), 0);
	const struct form_row *row = NULL;
	for (size_t i = 0; bar != STR_NONE && i < all->n && !row; i++) {
		const struct form_table *t = form_table_find(&all->forms[i], str_slice(s, 0, bar));
		row = t ? row_of(t, str_slice(s, bar + 1, s.n)) : NULL;
	}
	return row;
}

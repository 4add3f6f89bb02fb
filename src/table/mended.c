/* What the reviewer's mends say of rows and tokens of the stream. */
#include <string.h>

#include "table/place.h"

/* From the row's first character to its last. */
static struct text_span row_span(const struct placing *p, const struct token_row *r)
{
	struct text_span s = {r->at, r->at + 1};
	for (size_t i = r->first; i < r->first + r->n; i++)
		s = text_span_join(s, p->stream->tokens.v[i].span);
	return s;
}

static bool is_at_row(const struct placing *p, const struct mend *m, size_t row)
{
	return text_span_covers(row_span(p, &p->stream->rows.v[row]), m->at.from);
}

bool place_is_mended(const struct placing *p, enum mend_kind kind, size_t row)
{
	for (size_t i = 0; i < p->n_mends; i++)
		if (p->mends[i].kind == kind && is_at_row(p, &p->mends[i], row))
			return true;
	return false;
}

bool place_splits_at(const struct placing *p, const struct token *t)
{
	for (size_t i = 0; i < p->n_mends; i++)
		if (p->mends[i].kind == MEND_SPLIT &&
			text_span_covers(t->span, p->mends[i].at.from))
			return true;
	return false;
}

/* "requests/new" names a row of this table? Its name, else NULL. */
static const char *row_name(const struct placing *p, const struct mend *m)
{
	size_t prefix = strlen(p->def->name);
	if (!m->row || strncmp(m->row, p->def->name, prefix) != 0 || m->row[prefix] != '/')
		return NULL;
	return m->row + prefix + 1;
}

/* The token that the part of the row which holds `at` was split off at; NULL: none. */
static const struct token *part_of(const struct placing *p, const struct token_row *r, size_t at)
{
	const struct token *part = NULL;
	for (size_t i = r->first; i < r->first + r->n; i++) {
		const struct token *t = &p->stream->tokens.v[i];
		if (t->span.from <= at && place_splits_at(p, t))
			part = t;
	}
	return part;
}

size_t place_mended_row(const struct placing *p, size_t row, const struct token *begin)
{
	size_t found = STR_NONE;
	for (size_t i = 0; i < p->n_mends; i++) {
		const struct mend *m = &p->mends[i];
		const char *name = m->kind == MEND_LABEL ? row_name(p, m) : NULL;
		if (!name || !is_at_row(p, m, row) ||
			part_of(p, &p->stream->rows.v[row], m->at.from) != begin)
			continue;
		for (size_t k = 0; k < p->def->n_rows; k++)
			if (strcmp(p->def->rows[k].name, name) == 0)
				found = k;
	}
	return found;
}

long place_shift_of(const struct placing *p, const struct form_row *row)
{
	long by = 0;
	for (size_t i = 0; i < p->n_mends; i++) {
		const struct mend *m = &p->mends[i];
		const char *name = m->kind == MEND_SHIFT ? row_name(p, m) : NULL;
		if (name && strcmp(name, row->name) == 0)
			by += m->by;
	}
	return by;
}

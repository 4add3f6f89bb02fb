/* Mends of the tables' structure: finding their places again, and making them. */
#include <string.h>

#include "review/model.h"

/* One line of a longer quotation, as a record of its own to look for; its strings are borrowed but
 * for `exact`. */
static struct text_span locate_line(
	const struct record *mend, const struct report *r, size_t from, size_t to, bool first)
{
	static char none[] = "";
	const struct text_target *all = &mend->text;
	struct record line = {.kind = RECORD_STRUCTURE, .target = TARGET_TEXT};

	line.text.exact = mem_strndup(all->exact + from, to - from);
	line.text.prefix = first ? all->prefix : none;
	line.text.suffix = first ? none : all->suffix;
	line.text.span = all->span;
	if (!first && all->span.to - all->span.from >= to - from)
		line.text.span.from = all->span.to - (to - from);
	struct text_span found = review_locate(&line, r);

	free(line.text.exact);
	return found;
}

/* A region whose figures were changed since is still there where its first line and its last are.
 */
static struct text_span locate_region(const struct record *mend, const struct report *r)
{
	const char *exact = mend->text.exact, *end = strchr(exact, '\n'),
		   *begin = strrchr(exact, '\n');

	if (!end || !begin[1])
		return (struct text_span){0};
	struct text_span first = locate_line(mend, r, 0, (size_t)(end - exact), true);
	struct text_span last =
		locate_line(mend, r, (size_t)(begin + 1 - exact), strlen(exact), false);

	if (text_span_empty(first) || text_span_empty(last) || last.from < first.to)
		return (struct text_span){0};
	return text_span_join(first, last);
}

bool review_mend_place(const struct record *mend, const struct report *r, struct mend *out)
{
	const struct mend_form *form = mend_form(mend->mend);

	*out = (struct mend){.kind = mend->mend, .row = mend->row, .by = mend->columns};
	if (form->row && !(mend->row && mend_row_find(r->forms, mend->row)))
		return false;
	if (form->table && !(mend->row && mend_table_find(r->forms, mend->row)))
		return false;
	if (!form->place)
		return true;
	if (!mend->text.exact)
		return false;
	out->at = review_locate(mend, r);
	if (text_span_empty(out->at) && mend->mend == MEND_REGION)
		out->at = locate_region(mend, r);
	return !text_span_empty(out->at);
}

size_t review_mend(const struct review *rv, struct report *r)
{
	VEC(struct mend) mends = {0};
	const struct record *record;
	size_t lost = 0;

	for (size_t i = 0; (record = review_at(rv, RECORD_STRUCTURE, i)); i++) {
		struct mend m;

		if (review_mend_place(record, r, &m))
			*vec_push(&mends) = m;
		else
			lost++;
	}
	report_mend(r, mends.v, mends.n);
	vec_free(&mends);
	return lost;
}

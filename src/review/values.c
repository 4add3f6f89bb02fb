/* What the review means for the report's values: corrections applied, decisions grown stale. */
#include <string.h>

#include "review/model.h"
#include "review/sidecar.h"

void review_values(const struct review *rv, const struct report *r, struct values *v)
{
	const struct record *c;

	values_init(v, r);
	for (size_t i = 0; (c = review_at(rv, RECORD_CORRECTION, i)); i++) {
		size_t cell = report_cell_find(r, str_of(c->key));
		struct dec value;

		if (cell != STR_NONE && dec_parse(str_of(c->to), &value))
			values_correct(v, cell, value);
	}
}

/* As a reviewer reads it: the words printed, or the correction over them; "" where there is no
 * number. */
static char *seen_value(const struct report *r, const struct values *v, size_t cell)
{
	char text[DEC_TEXT_MAX];
	const struct value *value = &v->v[cell];

	if (value->corrected)
		return mem_strdup(dec_str(value->value, text));
	if (value->state != CELL_GIVEN && value->state != CELL_UNREADABLE)
		return mem_strdup("");
	struct str printed = doc_str(r->doc, r->cells[cell].span);

	return mem_strndup(printed.p, printed.n);
}

static char *declared_value(const struct finding *f)
{
	char text[DEC_TEXT_MAX];

	return f->has_numbers ? mem_strdup(dec_str(f->declared, text)) : NULL;
}

/* What the other reports say, as far as it is a number. */
static char *against_value(const struct finding *f)
{
	char text[DEC_TEXT_MAX];

	return f->has_numbers && f->n_beside ? mem_strdup(dec_str(f->actual, text)) : NULL;
}

void review_bind_decision(struct record *decision, const struct finding *f, const struct report *r,
	const struct values *v)
{
	*decision = (struct record){.kind = RECORD_DECISION, .n_cells = f->n_cells};
	decision->key = mem_strdup(f->id);
	decision->rule = mem_strdup(f->rule->id);
	decision->cells = mem_alloc_array(f->n_cells, sizeof *decision->cells);
	decision->seen = mem_alloc_array(f->n_cells, sizeof *decision->seen);
	for (size_t i = 0; i < f->n_cells; i++) {
		decision->cells[i] = mem_strdup(r->cells[f->cells[i]].def->name);
		decision->seen[i] = seen_value(r, v, f->cells[i]);
	}
	decision->declared = declared_value(f);
	decision->against = against_value(f);
}

/* 00 and 0 are the same value, and so are 39 and its full-width twin that was read as 39. */
static bool saw_this(const char *seen, const struct report *r, const struct values *v, size_t cell)
{
	struct dec then;

	if (cell == STR_NONE)
		return *seen == '\0';
	if (v->v[cell].state == CELL_GIVEN && dec_parse(str_of(seen), &then))
		return dec_cmp(then, v->v[cell].value) == 0;
	char *now = seen_value(r, v, cell);
	bool same = strcmp(seen, now) == 0;

	free(now);
	return same;
}

bool review_is_stale(const struct record *decision, const struct report *r, const struct values *v)
{
	for (size_t i = 0; decision->seen && i < decision->n_cells; i++) {
		size_t cell = report_cell_find(r, str_of(decision->cells[i]));

		if (!saw_this(decision->seen[i], r, v, cell))
			return true;
	}
	return false;
}

bool review_is_stale_on(const struct record *decision, const struct finding *f,
	const struct report *r, const struct values *v)
{
	char text[DEC_TEXT_MAX];

	if (decision->declared && f->has_numbers &&
		strcmp(decision->declared, dec_str(f->declared, text)) != 0)
		return true;
	if (decision->against && f->has_numbers &&
		strcmp(decision->against, dec_str(f->actual, text)) != 0)
		return true;
	return review_is_stale(decision, r, v);
}

bool review_verdict_is_stale(const struct review *rv, const struct report *r)
{
	const struct record *v = review_find(rv, RECORD_VERDICT, "");

	if (!v)
		return false;
	return v->against ? strcmp(v->against, doc_sha256(r->doc)) != 0 : !sidecar_matches(rv, r);
}

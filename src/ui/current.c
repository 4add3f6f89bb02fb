/* The current finding. */
#include "ui/current.h"

const struct finding *current_finding(const struct session *s)
{
	return s->place.finding != STR_NONE ? &s->check.findings[s->place.finding] : NULL;
}

bool current_has(const struct session *s, size_t cell)
{
	const struct finding *f = current_finding(s);

	for (size_t i = 0; f && i < f->n_cells; i++)
		if (f->cells[i] == cell)
			return true;
	return false;
}

enum worth current_worth(const struct session *s, size_t cell)
{
	const struct finding *f = current_finding(s);
	const struct value *v = &s->values.v[cell];

	if (!current_has(s, cell))
		return WORTH_NOTHING;
	if (f->cells[0] == cell || f->cells[f->n_cells - 1] == cell)
		return WORTH_END;
	return v->state != CELL_GIVEN || !dec_is_zero(v->value) ? WORTH_FIGURE : WORTH_PART;
}

static enum worth worth_of(const struct session *s, const struct finding *f, struct text_span span)
{
	for (size_t i = 0; i < f->n_cells; i++) {
		struct text_span own = s->report->cells[f->cells[i]].span;

		if (own.from == span.from && own.to == span.to)
			return current_worth(s, f->cells[i]);
	}
	return WORTH_END;
}

size_t current_spans(const struct session *s, enum worth least, struct text_span *spans, size_t max)
{
	const struct finding *f = current_finding(s);
	size_t n = 0;

	for (size_t i = 0; f && i < f->n_spans && n < max; i++)
		if (worth_of(s, f, f->spans[i]) >= least)
			spans[n++] = f->spans[i];
	return n;
}

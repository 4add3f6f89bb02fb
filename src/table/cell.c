/* One cell of the report from the token printed there. */
#include "table/place.h"

static struct text_span within(const struct token *t)
{
	return (struct text_span){t->span.from + t->reading.from, t->span.from + t->reading.to};
}

void place_cell(struct placing *p, size_t cell, const struct token *t, const struct token *label,
	const char *how, bool doubt)
{
	struct cell *c = &p->cells[cell];
	c->how = how;
	c->doubt = doubt || t->reading.broken;
	c->whole = t->span;
	c->span = within(t);
	c->label = label ? label->span : (struct text_span){0, 0};
	switch (t->reading.kind) {
	case READ_NUMBER:
		c->state = CELL_GIVEN;
		c->value = t->reading.value;
		break;
	case READ_OTHER:
		c->state = CELL_UNREADABLE;
		break;
	case READ_NOTHING:
		c->state = CELL_BLANK;
		break;
	case READ_EMPTY:
		c->state = CELL_BLANK;
		c->span = t->span;
		break;
	}
	p->span = text_span_join(p->span, t->span);
}

/* Where the columns of a grid stand, by rows that add up. It tells where those of others are that
 * do not, as their totals are blank; those stay in doubt. */
#include "table/align_ways.h"
#include "table/lines.h"

/* So many rows have to stand there. */
#define FRAME_MIN 3

/* The only place among the line's cells from which they add up, the first column and the last
 * having values; STR_NONE where that is none or more than one. */
static size_t sum_begins(const struct columns *c, const struct line *l)
{
	size_t found = STR_NONE;
	for (size_t o = 0; o + c->n <= l->cells.n; o++) {
		struct alignment a;
		align_take(c, l->cells.v + o, c->n, &a);
		if (!token_has_value(l->cells.v[o]) || !token_has_value(l->cells.v[o + c->n - 1]) ||
			!align_sum_holds(c, &a))
			continue;
		if (found != STR_NONE)
			return STR_NONE;
		found = o;
	}
	return found;
}

void columns_judge_frame(struct columns *c, const struct line *under)
{
	size_t rows = 0, frame = 0, end = 0;
	c->frame = c->frame_end = 0;
	for (const struct line *l = under; l && c->sum; l = l->next) {
		size_t o = l->label && !l->dropped ? sum_begins(c, l) : STR_NONE;
		if (o == STR_NONE)
			continue;
		const struct token *from = l->cells.v[o], *to = l->cells.v[o + c->n - 1];
		if (rows > 0 && (from->col != frame || to->end != end))
			return;
		frame = from->col;
		end = to->end;
		rows++;
	}
	if (rows >= FRAME_MIN)
		c->frame = frame, c->frame_end = end;
}

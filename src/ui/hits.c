/* Lighting up hits on the canvas. */
#include "ui/hits.h"

#include "desk/search.h"

static bool gives_way(enum role role)
{
	switch (role) {
	case ROLE_TEXT:
	case ROLE_STRONG:
	case ROLE_FAINT:
	case ROLE_COLUMN:
	case ROLE_FOUND:
	case ROLE_NOTE:
	case ROLE_DONE:
	case ROLE_CORRECTED:
		return true;
	default:
		return false;
	}
}

static void light_row(const struct session *s, struct canvas *c, struct rect r, int row)
{
	struct buf text = {0};
	size_t *from = mem_alloc_array((size_t)r.cols + 1, sizeof *from); /* a column's byte */
	struct text_span hit;

	for (int i = 0; i < r.cols; i++) {
		const struct paint_cell *cell = canvas_at(c, row, r.col + i);

		from[i] = text.n;
		for (size_t k = 0; cell->columns && k < PAINT_CHARS && cell->ch[k]; k++)
			buf_add_ucs(&text, cell->ch[k]);
	}
	for (size_t at = 0; hit = search_in(s, buf_str(&text), at), !text_span_empty(hit);
		at = hit.to)
		for (int i = 0; i < r.cols; i++) {
			struct paint_cell *cell = canvas_at(c, row, r.col + i);

			if (from[i] >= hit.from && from[i] < hit.to && gives_way(cell->role))
				cell->role = ROLE_HIT;
		}
	/* the right half of a wide character is where the next begins */
	for (int i = 1; i < r.cols; i++)
		if (canvas_at(c, row, r.col + i)->columns == 0)
			canvas_at(c, row, r.col + i)->role = canvas_at(c, row, r.col + i - 1)->role;
	free(from);
	buf_free(&text);
}

void hits_light(const struct session *s, struct canvas *c, struct rect r)
{
	int bottom = r.row + r.rows < c->rows ? r.row + r.rows : c->rows;

	if (r.col + r.cols > c->cols)
		r.cols = c->cols - r.col;
	if (!s->search.lit || !s->search.pattern || r.cols <= 0)
		return;
	for (int row = r.row; row < bottom; row++)
		light_row(s, c, r, row);
}

/* Moves in the list of findings and on an open overlay; and which of all moves is meant. */
#include "desk/filter.h"
#include "desk/overlay.h"
#include "desk/place.h"
#include "desk/queue.h"

size_t move_rows(enum move move, size_t page, bool *down)
{
	*down = move == MOVE_DOWN || move == MOVE_PAGE_DOWN || move == MOVE_HALF_DOWN;
	switch (move) {
	case MOVE_UP:
	case MOVE_DOWN:
		return 1;
	case MOVE_PAGE_UP:
	case MOVE_PAGE_DOWN:
		return page > 2 ? page - 1 : 1; /* a page keeps a row of the one before */
	case MOVE_HALF_UP:
	case MOVE_HALF_DOWN:
		return page > 3 ? page / 2 : 1;
	default:
		return 0;
	}
}

size_t place_step(size_t now, size_t n, size_t page, enum move move)
{
	bool down;
	size_t rows = move_rows(move, page, &down);

	if (rows && down)
		return now + rows < n ? now + rows : n - 1;
	if (rows)
		return now > rows ? now - rows : 0;
	if (move == MOVE_TOP || move == MOVE_LINE_START)
		return 0;
	if (move == MOVE_BOTTOM || move == MOVE_LINE_END)
		return n - 1;
	return now;
}

/* Left and right go round the cells of the finding, so that the one to be corrected is at hand. */
static bool step_cells(struct session *s, enum move move)
{
	const struct finding *f = &s->check.findings[s->place.finding];
	size_t n = f->n_cells, at = 0;
	if (n < 2)
		return false;
	while (at < n && f->cells[at] != s->place.cell)
		at++;
	if (at == n) /* elsewhere: to the first or the last */
		at = move == MOVE_RIGHT ? n - 1 : 0;
	session_to_cell(s, f->cells[(at + (move == MOVE_RIGHT ? 1 : n - 1)) % n]);
	return true;
}

/* The filter's nearest from there on, ahead first; where it lets nothing through, the same. */
static size_t nearest_passing(const struct session *s, size_t from, bool forward)
{
	size_t n = s->check.n_findings;
	for (size_t k = 0; k < n; k++) {
		size_t ahead = forward ? from + k : from - k;
		if (ahead < n && filter_passes(s, ahead))
			return ahead;
	}
	return filter_passes(s, s->place.finding) ? s->place.finding : from;
}

static bool list_move(struct session *s, enum move move)
{
	if (s->place.finding == STR_NONE)
		return false;
	if (move == MOVE_LEFT || move == MOVE_RIGHT)
		return step_cells(s, move);
	size_t to = place_step(s->place.finding, s->check.n_findings, s->page[PANE_FINDINGS], move);
	to = nearest_passing(s, to, to > s->place.finding);
	if (to == s->place.finding)
		return false;
	session_to_finding(s, to);
	return true;
}

static size_t overlay_lines(const struct session *s)
{
	struct buf title = {0}, text = {0};
	size_t n = 0;
	overlay_write(s, &title, &text);
	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] == '\n';
	buf_free(&title);
	buf_free(&text);
	return n;
}

/* The last page stays full. */
static bool overlay_move(struct session *s, enum move move)
{
	size_t lines = overlay_lines(s), page = s->overlay_page;
	size_t tops = lines > page ? lines - page + 1 : 1;
	size_t before = s->overlay_top;
	s->overlay_top = place_step(before < tops ? before : tops - 1, tops, page, move);
	return s->overlay_top != before;
}

bool place_move(struct session *s, enum move move)
{
	if (s->overlay != OVERLAY_NONE)
		return overlay_move(s, move);
	if (session_is_list(s))
		return queue_move(s->queue, move);
	switch (s->place.pane) {
	case PANE_TEXT:
		return text_move(s, move);
	case PANE_TABLE:
		return table_move(s, move);
	default:
		return list_move(s, move);
	}
}

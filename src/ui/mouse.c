/* From a click to a place. */
#include "ui/mouse.h"

#include <string.h>

#include "desk/place.h"
#include "desk/queue.h"
#include "desk/text_rows.h"
#include "ui/map.h"

enum { DOUBLE_MS = 400, WHEEL_ROWS = 3 };

static void to_text(struct session *s, const struct hit *hit, int col)
{
	struct wrap w = text_wrap(s);
	struct wrap_row row;
	size_t column = col > hit->r.col ? (size_t)(col - hit->r.col) : 0;

	wrap_row_at(s->report->doc, &w, hit->index, &row);
	column = column > row.indent ? column : row.indent;
	session_to_text(s, wrap_offset(s->report->doc, &w, &row, column));
	s->place.pane = PANE_TEXT;
}

static void go(struct session *s, const struct hit *hit, int row, int col)
{
	switch (hit->kind) {
	case HIT_TEXT:
		to_text(s, hit, col);
		break;
	case HIT_CELL:
		session_to_cell(s, hit->index);
		s->place.pane = PANE_TABLE;
		break;
	case HIT_FINDING:
		session_to_finding(s, hit->index);
		s->place.pane = PANE_FINDINGS;
		break;
	case HIT_REPORT:
		s->queue->at = hit->index;
		break;
	case HIT_MAP:
		map_go(s, (size_t)hit->r.rows, (size_t)(row - hit->r.row));
		break;
	}
}

static bool is_second(struct mouse *m, const struct key *key, long now)
{
	bool second = m->at && now - m->at <= DOUBLE_MS && m->row == key->row && m->col == key->col;

	*m = (struct mouse){key->row, key->col, second ? 0 : now};
	return second;
}

const char *mouse_take(
	struct mouse *m, struct session *s, const struct canvas *c, const struct key *key, long now)
{
	const struct hit *hit = canvas_hit(c, key->row, key->col);
	struct kept_place before = place_keep(s);

	if (strcmp(key->name, "WheelUp") == 0 || strcmp(key->name, "WheelDown") == 0) {
		m->at = 0; /* what is under the next click is not what was under the last */
		for (int i = 0; i < WHEEL_ROWS; i++)
			place_move(s, key->name[5] == 'U' ? MOVE_UP : MOVE_DOWN);
		return NULL;
	}
	if (s->overlay != OVERLAY_NONE || !hit)
		return NULL;
	bool second = is_second(m, key, now);

	go(s, hit, key->row, key->col);
	if (!session_is_list(s) && !second)
		trail_add(s, &before);
	if (!second || hit->kind == HIT_MAP)
		return NULL;
	return hit->kind == HIT_REPORT ? "open" : "locate";
}

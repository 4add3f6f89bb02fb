/* What parts of the screen were drawn from.
 *
 * The session is compared as the bytes it is, and beside it what it only points to and what may
 * change behind an equal pointer: short texts whole, the rest by a number that goes up with it
 * (`derived` for all that a refresh makes, the revision for the review). Where the parts lie, and
 * the filter, is in the words of the frame; another size of the window clears the canvas. */
#include "ui/kept.h"

#include <string.h>

#include "desk/bindings.h"
#include "desk/keymap.h"
#include "desk/queue.h"

/* What of the place a part reads. Another pane or finding changes the frame, whose headings name
 * them, and with it all parts. */
enum { READS_PANE = 1, READS_TEXT = 2, READS_CELL = 4 };

static const unsigned reads[KEPT_COUNT] = {
	[KEPT_FRAME] = READS_PANE,
	[KEPT_TEXT] = READS_TEXT | READS_CELL,
	[KEPT_TABLE] = READS_CELL,
	[KEPT_FINDING] = READS_CELL,
};

void kept_free(struct kept *k)
{
	buf_free(&k->session);
	for (size_t i = 0; i < KEPT_COUNT; i++)
		buf_free(&k->words[i]);
}

static struct str bytes_of(const void *p, size_t n)
{
	return (struct str){p, n};
}

/* The place with what the part does not read left out. */
static void read_place(const struct place *p, unsigned what, struct place *out)
{
	if (what & READS_PANE)
		out->pane = p->pane;
	if (what & READS_TEXT) {
		out->at = p->at;
		out->anchor = p->anchor;
	}
	if (what & READS_CELL) {
		out->cell = p->cell;
		out->corner = p->corner;
	}
}

/* All of the session but the place, and what only the lines below the parts show. */
static void add_session(const struct session *s, struct buf *out)
{
	size_t place = offsetof(struct session, place), reply = offsetof(struct session, reply);
	size_t behind = reply + sizeof s->reply;
	const char *p = (const char *)s;

	_Static_assert(offsetof(struct session, place) + sizeof s->place ==
			       offsetof(struct session, reply),
		"nothing between them");
	buf_add(out, bytes_of(p, place));
	buf_add(out, bytes_of(p + behind, sizeof *s - behind));
}

static void add_text(const char *text, struct buf *out)
{
	buf_adds(out, text ? text : "");
	buf_addc(out, '\0');
}

static void add_number(size_t n, struct buf *out)
{
	buf_add(out, bytes_of(&n, sizeof n));
}

/* The bar shows what keys are left to their first meaning, not what another does. */
static void add_bindings(const struct bindings *b, struct buf *out)
{
	for (size_t i = 0; i < b->n; i++) {
		add_number(b->v[i].view, out);
		add_text(b->v[i].key, out);
	}
}

/* What the session points to. */
static void add_pointed(const struct session *s, struct buf *out)
{
	add_number(review_revision(s->review), out);
	add_number(review_is_dirty(s->review), out);
	add_text(review_reviewer(s->review), out);
	add_text(s->search.pattern, out);
	add_bindings(&s->bindings, out);
	if (s->queue) {
		add_number(queue_position(s->queue), out);
		add_number(s->queue->n_shown, out);
	}
}

void kept_look(struct kept *k, const struct session *s, const struct canvas *c)
{
	struct buf now = {0};

	add_number(c->cleared, &now);
	add_session(s, &now);
	add_pointed(s, &now);
	if (str_eq(buf_str(&now), buf_str(&k->session))) {
		buf_free(&now);
		return;
	}
	buf_free(&k->session);
	k->session = now;
	k->count++;
}

bool kept_is_due(struct kept *k, enum kept_part part, const struct session *s, struct canvas *c,
	struct rect r, struct str words)
{
	struct kept_key now;

	memset(&now, 0, sizeof now); /* what lies between its members is compared too */
	now.count = k->count;
	read_place(&s->place, reads[part], &now.place);
	if (memcmp(&now, &k->drawn[part], sizeof now) == 0 &&
		str_eq(words, buf_str(&k->words[part]))) {
		if (k->cursor[part].row >= 0) {
			c->cursor_row = k->cursor[part].row;
			c->cursor_col = k->cursor[part].col;
		}
		return false;
	}
	memcpy(&k->drawn[part], &now, sizeof now);
	buf_clear(&k->words[part]);
	buf_add(&k->words[part], words);
	canvas_wipe(c, r);
	return true;
}

void kept_drawn(struct kept *k, enum kept_part part, const struct canvas *c, struct rect r)
{
	bool has = c->cursor_row >= r.row && c->cursor_row < r.row + r.rows &&
		   c->cursor_col >= r.col && c->cursor_col < r.col + r.cols;

	k->cursor[part].row = has ? c->cursor_row : -1;
	k->cursor[part].col = c->cursor_col;
	if (part == KEPT_FRAME)
		k->drawn[part].count = ++k->count;
}

void kept_spoil(struct kept *k, enum kept_part part)
{
	k->drawn[part].count = 0;
}

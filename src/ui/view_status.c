/* Title bar, messages, key bar. */
#include "ui/view_status.h"

#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "desk/keymap.h"
#include "desk/page.h"
#include "desk/queue.h"
#include "desk/words.h"

enum { PARTS_MAX = 7, KEEP_ALL = 6 };

/* Parts of the title bar at its right, the ones that may go first last. */
struct part {
	struct buf text;
	enum role role;
	int keep; /* 1: goes last */
};

static void add_counts(const struct session *s, struct buf *out)
{
	const size_t *count = s->check.count;

	buf_addf(out, _("errors %zu  warnings %zu  notes %zu"), count[SEVERITY_ERROR],
		count[SEVERITY_WARNING], count[SEVERITY_NOTE]);
}

static size_t make_parts(const struct session *s, struct part *parts)
{
	const struct record *verdict = review_find(s->review, RECORD_VERDICT, "");
	struct progress progress = session_progress(s);
	const char *reviewer = review_reviewer(s->review);
	size_t n = 0;

	add_counts(s, &parts[n].text);
	parts[n++].keep = 3;
	buf_addf(&parts[n].text, _("reviewed %zu/%zu"), progress.findings - progress.open,
		progress.findings);
	parts[n++].keep = 2;
	buf_addf(&parts[n].text, _("verdict %s"),
		words_verdict(verdict ? verdict->verdict : VERDICT_NONE));
	buf_adds(&parts[n].text, review_verdict_is_stale(s->review, s->report) ? "?" : "");
	parts[n++].keep = 4;
	if (review_is_dirty(s->review)) {
		buf_adds(&parts[n].text, _("unsaved"));
		parts[n].role = ROLE_TITLE_MARK;
		parts[n++].keep = 1;
	}
	if (s->queue && queue_position(s->queue)) {
		buf_addf(&parts[n].text, _("report %zu/%zu"), queue_position(s->queue),
			s->queue->n_shown);
		parts[n++].keep = 5;
	}
	if (reviewer && *reviewer) {
		buf_addf(&parts[n].text, _("reviewer %s"), reviewer);
		parts[n++].keep = KEEP_ALL;
	}
	return n;
}

/* Name, year and form of the report; without the form where that is too long. */
static void add_report(const struct session *s, bool form, struct buf *out)
{
	const struct report *r = s->report;

	buf_adds(out, r->agency_text ? r->agency_text : path_base(s->path));
	if (r->year > 0)
		buf_addf(out, _(" · %d"), r->year);
	if (r->form && form)
		buf_addf(out, _(" · form %s"), r->form->id);
}

static int part_cols(const struct canvas *c, const struct part *part)
{
	return (int)glyph_columns(buf_str(&part->text), c->ambiguous) + 3;
}

/* How many columns the parts take that are kept to level `keep`. */
static int parts_cols(const struct canvas *c, const struct part *parts, size_t n, int keep)
{
	int cols = 0;

	for (size_t i = 0; i < n; i++)
		if (parts[i].keep <= keep)
			cols += part_cols(c, &parts[i]);
	return cols;
}

static void draw_parts(
	struct canvas *c, struct rect r, const struct part *parts, size_t n, int keep)
{
	int x = r.col + r.cols - parts_cols(c, parts, n, keep);
	bool first = true;

	for (size_t i = 0; i < n; i++) {
		if (parts[i].keep > keep)
			continue;
		if (!first)
			paint_cstr(c, r, r.row, x, ROLE_TITLE,
				c->ascii || c->ambiguous == 2 ? "|" : "│");
		first = false;
		paint_text(c, r, r.row, x + 2,
			parts[i].role == ROLE_TITLE_MARK ? ROLE_TITLE_MARK : ROLE_TITLE,
			buf_str(&parts[i].text));
		x += part_cols(c, &parts[i]);
	}
}

void view_title_draw(const struct session *s, struct canvas *c, struct rect r)
{
	struct part parts[PARTS_MAX] = {0};
	struct buf name = {0};
	size_t n = make_parts(s, parts);
	int keep = KEEP_ALL;

	paint_fill(c, r, ROLE_TITLE);
	buf_adds(&name, _("Gouji"));
	int at = paint_text(c, r, r.row, r.col + 1, ROLE_TITLE_MARK, buf_str(&name)) + 2;

	buf_clear(&name);
	add_report(s, r.cols >= 100, &name);
	int wish = (int)glyph_columns(buf_str(&name), c->ambiguous);
	int least = wish < 16 ? wish : 16;

	while (keep > 0 &&
		at + (keep > 3 ? wish : least) + parts_cols(c, parts, n, keep) > r.col + r.cols)
		keep--;
	int room = r.col + r.cols - parts_cols(c, parts, n, keep) - at;

	paint_field(c, r, r.row, at, room, ROLE_TITLE, buf_str(&name), false);
	draw_parts(c, r, parts, n, keep);
	for (size_t i = 0; i < n; i++)
		buf_free(&parts[i].text);
	buf_free(&name);
}

static bool has_message(const struct session *s)
{
	return s->reply.text[0] && s->reply.tone != TONE_NONE;
}

bool view_message_is_long(const struct session *s, const struct canvas *c, int cols)
{
	return has_message(s) && (int)glyph_columns(str_of(s->reply.text), c->ambiguous) > cols - 2;
}

/* One row of it at most; what is left. */
static struct str draw_message_row(
	struct canvas *c, struct rect r, enum role role, struct str text, bool last)
{
	int room = r.cols - 2, cols = (int)glyph_columns(text, c->ambiguous);
	size_t n = last || cols <= room ? text.n : page_fits(text, (size_t)room, c->ambiguous);

	cols = (int)glyph_columns(str_slice(text, 0, n), c->ambiguous);
	paint_field(c, r, r.row, r.col + 1, cols < room ? cols : room, role, str_slice(text, 0, n),
		false);
	return str_trim(str_slice(text, n, text.n));
}

void view_message_draw(const struct session *s, struct canvas *c, struct rect r)
{
	static const enum role roles[] = {
		[TONE_NONE] = ROLE_SAY,
		[TONE_INFO] = ROLE_SAY,
		[TONE_WARNING] = ROLE_SAY_WARNING,
		[TONE_ERROR] = ROLE_SAY_ERROR,
	};
	struct str text = str_of(s->reply.text);

	if (!has_message(s))
		return;
	paint_fill(c, r, ROLE_TEXT);
	for (int i = 0; i < r.rows && text.n && r.cols > 2; i++)
		text = draw_message_row(c, rect_of(r.row + i, r.col, 1, r.cols),
			roles[s->reply.tone], text, i + 1 == r.rows);
}

void view_next_keys_draw(
	const struct session *s, struct canvas *c, struct rect r, const char *begun)
{
	struct buf text = {0};

	keymap_next_keys(s, begun, &text);
	paint_fill(c, r, ROLE_TEXT);
	paint_field(c, r, r.row, r.col + 1, r.cols - 2, ROLE_BAR, buf_str(&text), false);
	buf_free(&text);
}

static const char *keys_of(const struct key_row *row)
{
	return row->keys ? row->keys : row->key;
}

enum { BAR_GAP = 2 }; /* columns between two keys */

static int row_cols(const struct canvas *c, const struct key_row *row)
{
	return (int)(glyph_columns(str_of(keys_of(row)), c->ambiguous) + 1 +
		     glyph_columns(str_of(_(row->brief)), c->ambiguous) + BAR_GAP);
}

static int draw_row(struct canvas *c, struct rect r, int x, const struct key_row *row)
{
	x = paint_cstr(c, r, r.row, x, ROLE_BAR_KEY, keys_of(row));
	return paint_cstr(c, r, r.row, x + 1, ROLE_BAR, _(row->brief)) + BAR_GAP;
}

static unsigned last_rank(void)
{
	unsigned last = 0;

	for (size_t i = 0; i < keymap_count(); i++)
		if (keymap_at(i)->brief && keymap_at(i)->rank > last)
			last = keymap_at(i)->rank;
	return last;
}

/* Not where the reviewer bound the key to something else. */
static bool has_its_key(const struct session *s, const struct key_row *row)
{
	bool prefix;

	return keymap_lookup(s, keymap_view(s), row->key, &prefix) == row;
}

/* By rank as far as they fit; the last two, which are help and the way out, in any case. */
void view_bar_draw(const struct session *s, struct canvas *c, struct rect r, const char *pending)
{
	const struct key_row *rows[64];
	size_t n = 0;
	int x = r.col + 1, tail = 0;

	for (unsigned rank = 1; rank <= last_rank() && n < 64; rank++) {
		rows[n] = keymap_bar(keymap_view(s), rank);
		n += rows[n] != NULL && has_its_key(s, rows[n]);
	}
	for (size_t i = n > 2 ? n - 2 : 0; i < n; i++)
		tail += row_cols(c, rows[i]);
	for (size_t i = 0; i < n; i++) {
		if (i + 2 < n && x + row_cols(c, rows[i]) + tail - BAR_GAP > r.col + r.cols)
			continue;
		x = draw_row(c, r, x, rows[i]);
	}
	if (*pending) {
		int cols = (int)glyph_columns(str_of(pending), c->ambiguous);

		paint_cstr(c, r, r.row, r.col + r.cols - cols - 2, ROLE_PROMPT, " ");
		paint_cstr(c, r, r.row, r.col + r.cols - cols - 1, ROLE_PROMPT, pending);
	}
}

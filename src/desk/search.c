/* Searching the panes. The text is folded piece by piece, whole lines at a time, so that a search
 * costs no copy of it all; a pattern has no line end in it, so no hit is missed. */
#include <string.h>

#include "base/fold.h"
#include "base/lang.h"
#include "desk/overlay.h"
#include "desk/place.h"
#include "desk/queue.h"
#include "desk/search.h"

#define PIECE ((size_t)1 << 16) /* bytes folded at a time, and the rest of the line */

/* The first hit in text[from, to) that begins at or after `least`, or the last one that begins
 * before `most`; empty where there is none. */
struct hunt {
	struct str pattern; /* folded */
	struct str text;
	bool last;
	size_t least, most;
};

static struct text_span hunt_piece(const struct hunt *h, size_t from, size_t to)
{
	struct text_span best = {0, 0};
	struct fold f;
	fold_make(&f, str_slice(h->text, from, to), FOLD_CASE);
	for (size_t at = 0; (at = str_find(f.text, h->pattern, at)) != STR_NONE; at++) {
		struct text_span hit;
		fold_range(&f, at, at + h->pattern.n, &hit.from, &hit.to);
		hit.from += from;
		hit.to += from;
		if (hit.from < h->least || hit.from >= h->most)
			continue;
		best = hit;
		if (!h->last)
			break;
	}
	fold_free(&f);
	return best;
}

static size_t line_end(struct str text, size_t at)
{
	const char *end = at < text.n ? memchr(text.p + at, '\n', text.n - at) : NULL;
	return end ? (size_t)(end - text.p) + 1 : text.n;
}

static size_t line_start(struct str text, size_t at)
{
	const char *end = at ? memrchr(text.p, '\n', at) : NULL;
	return end ? (size_t)(end - text.p) + 1 : 0;
}

static struct text_span hunt_forward(const struct hunt *h)
{
	struct text_span hit = {0, 0};
	size_t from = line_start(h->text, h->least);
	while (from < h->text.n && from < h->most && text_span_empty(hit)) {
		size_t to = line_end(h->text, from + PIECE);
		hit = hunt_piece(h, from, to);
		from = to;
	}
	return hit;
}

static struct text_span hunt_backward(const struct hunt *h)
{
	struct text_span hit = {0, 0};
	size_t to = line_end(h->text, h->most < h->text.n ? h->most : h->text.n);
	while (to > 0 && to > h->least && text_span_empty(hit)) {
		size_t from = line_start(h->text, to > PIECE ? to - PIECE : 0);
		hit = hunt_piece(h, from, to);
		to = from;
	}
	return hit;
}

static struct text_span hunt(
	const struct session *s, struct str pattern, bool last, size_t least, size_t most)
{
	struct hunt h = {pattern, doc_text(s->report->doc), last, least, most};
	return last ? hunt_backward(&h) : hunt_forward(&h);
}

static bool search_text(struct session *s, struct str pattern, bool forward, bool *wrapped)
{
	size_t at = s->place.at;
	struct text_span hit =
		forward ? hunt(s, pattern, false, at + 1, STR_NONE) : hunt(s, pattern, true, 0, at);
	if (text_span_empty(hit)) {
		*wrapped = true;
		hit = forward ? hunt(s, pattern, false, 0, at + 1)
			      : hunt(s, pattern, true, at, STR_NONE);
	}
	if (text_span_empty(hit))
		return false;
	session_to_text(s, hit.from);
	s->search.match = hit;
	return true;
}

bool search_holds(struct str pattern, struct str text)
{
	struct fold f;
	fold_make(&f, text, FOLD_CASE);
	bool found = str_find(f.text, pattern, 0) != STR_NONE;
	fold_free(&f);
	return found;
}

/* What pane rows say, for searching: all that a view shows of them. */
static void cell_says(const struct session *s, size_t cell, struct buf *out)
{
	const struct form_cell *def = s->report->cells[cell].def;
	const struct form_block *block = &def->table->blocks[def->row->block];
	const struct record *r;
	buf_addf(out, "%s %s ", block->heading.text[lang_now()], def->name);
	form_cell_words(def, lang_now(), out);
	buf_addc(out, ' ');
	buf_add(out, session_cell_view(s, cell).printed);
	buf_addc(out, ' ');
	buf_add(out, session_cell_value(s, cell));
	for (size_t i = 0; (r = session_annotation(s, TARGET_CELL, def->name, i)); i++)
		buf_addf(out, " %s", r->note ? r->note : "");
}

static void finding_says(const struct session *s, size_t i, struct buf *out)
{
	const struct finding *f = &s->check.findings[i];
	const struct record *r = session_decision(s, i);
	const char *formula = f->formula[lang_now()], *reading = f->reading[lang_now()];
	buf_addf(out, "%s %s %s %s %s %s", f->id, f->rule->id, f->rule->title.text[lang_now()],
		f->message[lang_now()], formula ? formula : "", reading ? reading : "");
	if (r)
		buf_addf(out, " %s", r->note ? r->note : "");
	for (size_t k = 0; (r = session_annotation(s, TARGET_FINDING, f->id, k)); k++)
		buf_addf(out, " %s", r->note ? r->note : "");
}

/* The next of n rows that says the pattern, from `at` (not itself, unless all others fail). */
static size_t search_rows(const struct session *s, struct str pattern, bool forward, size_t at,
	size_t n, void (*says)(const struct session *, size_t, struct buf *), bool *wrapped)
{
	struct buf text = {0};
	size_t found = STR_NONE;
	for (size_t k = 0; k < n && found == STR_NONE; k++) {
		size_t next = (at + (forward ? 1 : n - 1)) % n;
		*wrapped = *wrapped || (forward ? next <= at : next >= at);
		at = next;
		buf_clear(&text);
		says(s, at, &text);
		if (search_holds(pattern, buf_str(&text)))
			found = at;
	}
	buf_free(&text);
	return found;
}

static bool search_table(struct session *s, struct str pattern, bool forward, bool *wrapped)
{
	size_t n = s->report->n_cells;
	size_t found = search_rows(s, pattern, forward, s->place.cell, n, cell_says, wrapped);
	if (found != STR_NONE)
		session_to_cell(s, found);
	return found != STR_NONE;
}

static bool search_list(struct session *s, struct str pattern, bool forward, bool *wrapped)
{
	size_t n = s->check.n_findings;
	size_t found = search_rows(s, pattern, forward, s->place.finding, n, finding_says, wrapped);
	if (found != STR_NONE)
		session_to_finding(s, found);
	return found != STR_NONE;
}

/* Lines of the open overlay. */
static bool search_overlay(struct session *s, struct str pattern, bool forward, bool *wrapped)
{
	struct buf title = {0}, text = {0};
	size_t line = 0, first = STR_NONE, last = STR_NONE, next = STR_NONE, prev = STR_NONE;
	overlay_write(s, &title, &text);
	for (size_t from = 0; from < text.n; line++) {
		size_t to = line_end(buf_str(&text), from);
		bool hit = search_holds(pattern, str_slice(buf_str(&text), from, to));
		from = to;
		if (!hit)
			continue;
		first = first == STR_NONE ? line : first;
		last = line;
		prev = line < s->overlay_top ? line : prev;
		next = line > s->overlay_top && next == STR_NONE ? line : next;
	}
	buf_free(&title);
	buf_free(&text);
	size_t to = forward ? next : prev;
	*wrapped = to == STR_NONE;
	if (to == STR_NONE)
		to = forward ? first : last;
	if (to != STR_NONE)
		s->overlay_top = to;
	return to != STR_NONE;
}

static bool search_pane(struct session *s, struct str pattern, bool forward, bool *wrapped)
{
	if (s->overlay != OVERLAY_NONE)
		return search_overlay(s, pattern, forward, wrapped);
	if (session_is_list(s))
		return queue_search(s->queue, pattern, forward, wrapped);
	s->search.lit = true;
	s->search.match = (struct text_span){0, 0};
	switch (s->place.pane) {
	case PANE_TABLE:
		return search_table(s, pattern, forward, wrapped);
	case PANE_FINDINGS:
		return search_list(s, pattern, forward, wrapped);
	default:
		return search_text(s, pattern, forward, wrapped);
	}
}

bool search_step(struct session *s, bool forward, bool *wrapped)
{
	struct fold pattern;
	*wrapped = false;
	if (!s->search.pattern)
		return false;
	fold_make(&pattern, str_of(s->search.pattern), FOLD_CASE);
	bool found = pattern.text.n && search_pane(s, pattern.text, forward, wrapped);
	fold_free(&pattern);
	return found;
}

struct text_span search_hit(const struct session *s, size_t from, size_t to)
{
	struct text_span none = {from, from}, hit;
	struct fold pattern;
	if (!s->search.lit || !s->search.pattern || from >= to)
		return none;
	fold_make(&pattern, str_of(s->search.pattern), FOLD_CASE);
	struct hunt h = {pattern.text, doc_text(s->report->doc), false, from, to};
	size_t end = to + 4 * pattern.text.n;
	while (end < h.text.n && ((unsigned char)h.text.p[end] & 0xc0) == 0x80)
		end++;
	hit = pattern.text.n ? hunt_piece(&h, from, end < h.text.n ? end : h.text.n) : none;
	fold_free(&pattern);
	return text_span_empty(hit) ? none : hit;
}

/* Searching the panes, and counting what is found. */
#include <string.h>

#include "base/fold.h"
#include "base/lang.h"
#include "desk/hunt.h"
#include "desk/overlay.h"
#include "desk/place.h"
#include "desk/queue.h"
#include "desk/search.h"

/* The note on words of the text that says the pattern and stands nearest, from `least` on or before
 * `most`; empty where there is none. */
static struct text_span hunt_notes(
	const struct session *s, struct str pattern, bool last, size_t least, size_t most)
{
	struct text_span best = {0, 0};
	const struct record *r;
	for (size_t i = 0; (r = review_at(s->review, RECORD_ANNOTATION, i)); i++) {
		if (r->target != TARGET_TEXT || !r->note || !search_holds(pattern, str_of(r->note)))
			continue;
		struct text_span at = review_locate(r, s->report);
		if (text_span_empty(at) || at.from < least || at.from >= most)
			continue;
		if (text_span_empty(best) || (last ? at.from > best.from : at.from < best.from))
			best = at;
	}
	return best;
}

/* Words of the text, or words that a note is on which says them. */
static struct text_span hunt_text(
	const struct session *s, struct str pattern, bool last, size_t least, size_t most)
{
	struct str text = doc_text(s->report->doc);
	struct text_span word = last ? hunt_last(text, pattern, least, most)
				     : hunt_first(text, pattern, least, most);
	struct text_span note = hunt_notes(s, pattern, last, least, most);
	if (text_span_empty(note))
		return word;
	bool nearer = last ? note.from > word.from : note.from < word.from;
	return text_span_empty(word) || nearer ? note : word;
}

/* Where the pattern stands in the text, once for each pattern: the text does not change. */
static void list_hits(struct session *s, struct str pattern)
{
	struct search *f = &s->search;
	if (f->listed && str_is(pattern, f->listed))
		return;
	free(f->listed);
	free(f->hits);
	f->listed = mem_strndup(pattern.p, pattern.n);
	f->n_hits = hunt_all(doc_text(s->report->doc), pattern, SEARCH_COUNT_MAX + 1, &f->hits);
}

/* Which of how many the place is: words and notes before it, and all. */
static void count_text(struct session *s, struct str pattern, size_t place)
{
	struct search *f = &s->search;
	list_hits(s, pattern);
	f->of = f->n_hits;
	for (size_t i = 0; i < f->n_hits && f->hits[i] <= place; i++)
		f->at++;
	struct text_span note;
	for (size_t from = 0;
		!text_span_empty(note = hunt_notes(s, pattern, false, from, STR_NONE));
		from = note.from + 1) {
		f->of++;
		f->at += note.from <= place;
	}
}

static bool search_text(struct session *s, struct str pattern, bool forward, bool *wrapped)
{
	size_t at = s->place.at;
	struct text_span hit = forward ? hunt_text(s, pattern, false, at + 1, STR_NONE)
				       : hunt_text(s, pattern, true, 0, at);
	if (text_span_empty(hit)) {
		*wrapped = true;
		hit = forward ? hunt_text(s, pattern, false, 0, at + 1)
			      : hunt_text(s, pattern, true, at, STR_NONE);
	}
	if (text_span_empty(hit))
		return false;
	session_to_text(s, hit.from);
	s->search.match = hit;
	count_text(s, pattern, hit.from);
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

/* What is to be searched of row i; appended. */
typedef void says_fn(const struct session *s, size_t i, struct buf *out);

/* How many of the n rows say the pattern, and how many of them up to `last`. */
static size_t count_rows(const struct session *s, struct str pattern, size_t n, says_fn *says,
	size_t last, size_t *before)
{
	struct buf text = {0};
	size_t all = 0;
	*before = 0;
	for (size_t i = 0; i < n; i++) {
		buf_clear(&text);
		says(s, i, &text);
		bool hit = search_holds(pattern, buf_str(&text));
		all += hit;
		*before += hit && i <= last;
	}
	buf_free(&text);
	return all;
}

/* The next of n rows that says the pattern, from `at` (not itself, unless all others fail). */
static size_t search_rows(struct session *s, struct str pattern, bool forward, size_t at, size_t n,
	says_fn *says, bool *wrapped)
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
	if (found != STR_NONE)
		s->search.of = count_rows(s, pattern, n, says, found, &s->search.at);
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
		size_t end = str_find(buf_str(&text), STR("\n"), from);
		size_t to = end == STR_NONE ? text.n : end + 1;
		bool hit = search_holds(pattern, str_slice(buf_str(&text), from, to));
		from = to;
		if (!hit)
			continue;
		s->search.of++;
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
	s->search.at = s->search.of = 0;
	if (!s->search.pattern)
		return false;
	fold_make(&pattern, str_of(s->search.pattern), FOLD_CASE);
	bool found = pattern.text.n && search_pane(s, pattern.text, forward, wrapped);
	fold_free(&pattern);
	return found;
}

void search_elsewhere(struct session *s, size_t count[PANE_COUNT])
{
	struct fold pattern;
	size_t before;
	for (size_t i = 0; i < PANE_COUNT; i++)
		count[i] = 0;
	if (session_is_list(s) || s->overlay != OVERLAY_NONE)
		return;
	fold_make(&pattern, str_of(s->search.pattern), FOLD_CASE);
	s->search.at = s->search.of = 0;
	count_text(s, pattern.text, 0);
	count[PANE_TEXT] = s->search.of;
	count[PANE_TABLE] = count_rows(s, pattern.text, s->report->n_cells, cell_says, 0, &before);
	count[PANE_FINDINGS] =
		count_rows(s, pattern.text, s->check.n_findings, finding_says, 0, &before);
	fold_free(&pattern);
}

struct text_span search_hit(const struct session *s, size_t from, size_t to)
{
	struct text_span none = {from, from}, hit;
	struct fold pattern;
	if (!s->search.lit || !s->search.pattern || from >= to)
		return none;
	fold_make(&pattern, str_of(s->search.pattern), FOLD_CASE);
	struct str text = doc_text(s->report->doc);
	size_t end = to + 4 * pattern.text.n;
	while (end < text.n && ((unsigned char)text.p[end] & 0xc0) == 0x80)
		end++;
	hit = hunt_in(text, pattern.text, from, end < text.n ? end : text.n, to);
	fold_free(&pattern);
	return text_span_empty(hit) ? none : hit;
}

struct text_span search_in(const struct session *s, struct str text, size_t from)
{
	struct text_span none = {from, from}, hit;
	struct fold pattern;
	if (!s->search.lit || !s->search.pattern || from >= text.n)
		return none;
	fold_make(&pattern, str_of(s->search.pattern), FOLD_CASE);
	hit = hunt_in(text, pattern.text, from, text.n, STR_NONE);
	fold_free(&pattern);
	return text_span_empty(hit) ? none : hit;
}

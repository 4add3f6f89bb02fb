/* Selecting words, and searching. */
#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "desk/cmd.h"
#include "desk/keymap.h"
#include "desk/overlay.h"
#include "desk/place.h"
#include "desk/search.h"
#include "desk/text_rows.h"
#include "desk/words.h"

/* Selects a span, the cursor on its last character. */
static bool select_span(struct session *s, struct text_span span, struct err *err)
{
	struct str text = doc_text(s->report->doc);
	if (text_span_empty(span))
		return err_set(err, ERR_REFUSED, _("there is nothing to select here"));
	s->place.pane = PANE_TEXT;
	place_set_at(s, utf8_prev(text, span.to));
	text_set_goal(s);
	s->place.anchor = span.from;
	return true;
}

static bool select_line(struct session *s, struct err *err)
{
	struct wrap w = text_wrap(s);
	struct wrap_row row;
	wrap_row_at(s->report->doc, &w, s->place.at, &row);
	return select_span(s, doc_line(s->report->doc, row.line), err);
}

/* A run of word characters around the cursor, as moves by words see them. */
static bool select_word(struct session *s, struct err *err)
{
	return select_span(s, text_word_at(s, s->place.at), err);
}

/* All cells of the row. */
static bool select_row(struct session *s)
{
	table_move(s, MOVE_LINE_START);
	size_t first = s->place.cell;
	table_move(s, MOVE_LINE_END);
	s->place.corner = first;
	return true;
}

bool cmd_select(struct session *s, const struct command_args *a, struct err *err)
{
	if (a->n && str_is(a->arg[0], "line") && s->place.pane == PANE_TABLE &&
		s->place.cell != STR_NONE)
		return select_row(s);
	if (a->n && str_is(a->arg[0], "line"))
		return select_line(s, err);
	if (a->n && str_is(a->arg[0], "word"))
		return select_word(s, err);
	if (a->n && str_is(a->arg[0], "match"))
		return select_span(s, s->search.match, err);
	if (a->n || s->place.anchor != STR_NONE || s->place.corner != STR_NONE) {
		s->place.anchor = s->place.corner = STR_NONE;
		return true;
	}
	if (s->place.pane == PANE_TABLE && s->place.cell != STR_NONE) {
		s->place.corner = s->place.cell;
		reply_set(s, TONE_INFO,
			_("selecting cells: move, then a, c or a decision; Esc ends it"));
		return true;
	}
	s->place.pane = PANE_TEXT;
	s->place.anchor = s->place.at;
	reply_set(s, TONE_INFO, _("selecting: move, then annotate with a; Esc ends it"));
	return true;
}

/* Nothing here; where else there is something. */
static bool not_found(struct session *s, struct err *err)
{
	static const struct {
		enum pane pane;
		const char *words;
	} panes[] = {
		{PANE_TEXT, N_("in the text: %zu")},
		{PANE_TABLE, N_("in the tables: %zu")},
		{PANE_FINDINGS, N_("in the findings: %zu")},
	};
	size_t count[PANE_COUNT];
	struct buf other = {0};
	search_elsewhere(s, count);
	for (size_t i = 0; i < sizeof panes / sizeof *panes; i++) {
		if (panes[i].pane == s->place.pane || count[panes[i].pane] == 0)
			continue;
		buf_adds(&other, _("; "));
		buf_addf(&other, _(panes[i].words), count[panes[i].pane]);
	}
	err_set(err, ERR_REFUSED, _("not found: %s%s"), s->search.pattern, other.n ? other.p : "");
	buf_free(&other);
	return false;
}

/* "公开: 3/17; search went on from the beginning". */
static void tell_hit(struct session *s, bool forward, bool wrapped, bool first)
{
	struct buf out = {0};
	const struct search *f = &s->search;
	const char *next = keymap_key_of(s, "search-next"), *prev = keymap_key_of(s, "search-prev");
	if (f->at) {
		buf_addf(&out, _("%s: %zu/%zu"), f->pattern, f->at, f->of);
		buf_adds(&out, f->n_hits > SEARCH_COUNT_MAX ? "+" : "");
	}
	if (f->at && first && next && prev)
		buf_addf(&out, _(" (%s and %s go on)"), next, prev);
	if (wrapped) {
		buf_adds(&out, out.n ? _("; ") : "");
		buf_adds(&out, forward ? _("search went on from the beginning")
				       : _("search went on from the end"));
	}
	if (out.n)
		reply_buf(s, TONE_INFO, &out);
	buf_free(&out);
}

static bool step(struct session *s, bool forward, bool first, struct err *err)
{
	bool wrapped = false;
	if (!search_step(s, forward, &wrapped))
		return not_found(s, err);
	tell_hit(s, forward, wrapped, first);
	return true;
}

bool cmd_search(struct session *s, const struct command_args *a, struct err *err)
{
	if (a->n == 0 && !s->search.pattern)
		return err_set(err, ERR_USAGE, _("say what to search for"));
	if (a->n) {
		char *pattern = mem_strndup(a->arg[0].p, a->arg[0].n);
		free(s->search.pattern);
		s->search.pattern = pattern;
	}
	return step(s, true, true, err);
}

bool cmd_search_again(struct session *s, const struct command_args *a, struct err *err)
{
	return step(s, a->command->which, false, err);
}

bool cmd_cancel(struct session *s, const struct command_args *a, struct err *err)
{
	(void)a;
	(void)err;
	s->place.anchor = s->place.corner = STR_NONE;
	s->search.lit = false;
	s->search.match = (struct text_span){0, 0};
	return true;
}

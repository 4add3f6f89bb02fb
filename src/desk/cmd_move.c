/* Commands that move. */
#include <string.h>

#include "base/lang.h"
#include "desk/cmd.h"
#include "desk/filter.h"
#include "desk/place.h"
#include "desk/resume.h"
#include "desk/words.h"

bool cmd_move(struct session *s, const struct command_args *a, struct err *err)
{
	(void)err;
	place_move(s, (enum move)a->command->which);
	return true;
}

bool cmd_extend(struct session *s, const struct command_args *a, struct err *err)
{
	static const struct {
		const char *name;
		enum move move;
	} moves[] = {
		{"up", MOVE_UP},
		{"down", MOVE_DOWN},
		{"left", MOVE_LEFT},
		{"right", MOVE_RIGHT},
	};
	bool cells = s->place.pane == PANE_TABLE && s->place.cell != STR_NONE;
	(void)err;
	if (!cells)
		s->place.pane = PANE_TEXT;
	if (cells && s->place.corner == STR_NONE)
		s->place.corner = s->place.cell;
	if (!cells && s->place.anchor == STR_NONE)
		s->place.anchor = s->place.at;
	for (size_t i = 0; i < sizeof moves / sizeof *moves; i++)
		if (str_is(a->arg[0], moves[i].name))
			cells ? table_move(s, moves[i].move) : text_move(s, moves[i].move);
	return true;
}

/* Of the kind asked for ("open", "error", ... or none)? */
static bool is_wanted(const struct session *s, size_t finding, struct str kind)
{
	if (!filter_passes(s, finding))
		return false;
	if (kind.n == 0)
		return !s->options.open_only || session_is_open(s, finding);
	if (str_is(kind, "open"))
		return session_is_open(s, finding);
	return str_is(kind, severity_name(s->check.findings[finding].severity));
}

bool cmd_step(struct session *s, const struct command_args *a, struct err *err)
{
	int direction = a->command->which;
	size_t from = s->place.finding, to = from;
	struct str kind = a->n ? a->arg[0] : STR("");
	do
		to = session_finding_beyond(s, to, direction, false);
	while (to != from && !is_wanted(s, to, kind));
	if (!is_wanted(s, to, kind))
		return err_set(err, ERR_REFUSED,
			filter_is_set(&s->filter)
				? _("no finding that the filter lets through is left")
			: kind.n == 0 || str_is(kind, "open")
				? _("all findings are decided")
				: _("there are no findings of that kind"));
	if (to == from)
		reply_set(s, TONE_INFO, _("there is no other finding"));
	else if (direction > 0 ? to < from : to > from)
		reply_set(s, TONE_INFO,
			direction > 0 ? _("on from the first finding")
				      : _("on from the last finding"));
	session_to_finding(s, to);
	return true;
}

/* A line of the source; false where the word is no number. */
static bool to_line(struct session *s, struct str word, struct err *err, bool *done)
{
	struct dec line;
	*done = false;
	if (word.n >= FINDING_ID_SIZE - 1 || !dec_parse(word, &line) || line.scale ||
		line.units < 0)
		return false;
	size_t at = place_of_line(s, (size_t)line.units);
	if (line.units == 0 || at == STR_NONE)
		return !err_set(err, ERR_USAGE, _("there is no line %.*s"), STR_ARG(word));
	session_to_text(s, at);
	s->place.pane = PANE_TEXT;
	*done = true;
	return true;
}

bool cmd_goto(struct session *s, const struct command_args *a, struct err *err)
{
	struct target t;
	bool done;
	if (to_line(s, a->arg[0], err, &done))
		return done;
	if (!target_find(s, a->arg[0], AIM_CELL | AIM_FINDING, &t, err))
		return false;
	if (t.aim == AIM_CELL)
		session_to_cell(s, t.index);
	else
		session_to_finding(s, t.index);
	return true;
}

bool cmd_pane(struct session *s, const struct command_args *a, struct err *err)
{
	(void)err;
	if (str_is(a->arg[0], "next"))
		s->place.pane = (s->place.pane + 1) % PANE_COUNT;
	else if (str_is(a->arg[0], "prev"))
		s->place.pane = (s->place.pane + PANE_COUNT - 1) % PANE_COUNT;
	else
		pane_parse(a->arg[0], &s->place.pane);
	s->place.corner = STR_NONE;
	return true;
}

static bool has_cell(const struct finding *f, size_t cell)
{
	for (size_t i = 0; i < f->n_cells; i++)
		if (f->cells[i] == cell)
			return true;
	return false;
}

/* The next finding about the cell under the cursor, in turn. */
static bool to_finding_of_cell(struct session *s, struct err *err)
{
	size_t n = s->check.n_findings;
	size_t cell = s->place.cell, from = s->place.finding;
	for (size_t k = 1; cell != STR_NONE && k <= n; k++) {
		size_t i = (from + k) % n;
		if (!has_cell(&s->check.findings[i], cell))
			continue;
		struct place here = s->place;
		session_to_finding(s, i);
		s->place.cell = here.cell; /* the cell is where the reviewer is already */
		s->place.column = here.column;
		return true;
	}
	return err_set(err, ERR_REFUSED, _("no finding is about this cell"));
}

bool cmd_locate(struct session *s, const struct command_args *a, struct err *err)
{
	static const enum pane other[] = {
		[PANE_TEXT] = PANE_TABLE,
		[PANE_TABLE] = PANE_TEXT,
		[PANE_FINDINGS] = PANE_TEXT,
	};
	if (a->n && str_is(a->arg[0], "finding"))
		return to_finding_of_cell(s, err);
	enum pane from = s->place.pane, to = other[from];
	if (a->n)
		pane_parse(a->arg[0], &to);
	size_t at = STR_NONE;
	if (from == PANE_TABLE && to == PANE_TEXT && s->place.cell != STR_NONE)
		at = place_of_cell(s, s->place.cell);
	if (from == PANE_FINDINGS && s->place.finding != STR_NONE)
		session_to_finding(s, s->place.finding);
	if (from == PANE_TABLE && to == PANE_TEXT && at == STR_NONE)
		reply_set(s, TONE_INFO, _("the source does not hold this cell"));
	if (at != STR_NONE)
		session_to_cell(s, s->place.cell);
	s->place.pane = to;
	return true;
}

bool cmd_trail(struct session *s, const struct command_args *a, struct err *err)
{
	if (trail_step(s, a->command->which))
		return true;
	return err_set(err, ERR_REFUSED,
		a->command->which ? _("no place to go back to") : _("no place to go forward to"));
}

/* Taking counts, and running lines by them. */
#include "desk/count.h"

#include <stdio.h>

#include "base/lang.h"
#include "desk/cmd.h"
#include "desk/keymap.h"
#include "desk/place.h"

enum { COUNT_MAX = 9999 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool begins_count(const struct session *s, char digit)
{
	bool prefix, paneless = s->options.counts || keymap_view(s) == KEYS_LIST;
	const struct key_row *row =
		keymap_lookup(s, keymap_view(s), (char[]){digit, '\0'}, &prefix);
	return digit != '0' && !prefix &&
	       (!row || (paneless && str_starts(str_of(row->line), "pane ")));
}

size_t count_take(const struct session *s, const char *key, unsigned *count)
{
	size_t n = 0;
	*count = 0;
	if (!is_digit(key[0]) || !begins_count(s, key[0]))
		return 0;
	for (; is_digit(key[n]); n++)
		*count = *count < COUNT_MAX ? *count * 10 + (unsigned)(key[n] - '0') : COUNT_MAX;
	*count = *count < COUNT_MAX ? *count : COUNT_MAX;
	return n;
}

static bool run(struct session *s, const char *line, struct err *err)
{
	return command_run(s, str_of(line), err);
}

/* The first run tells whether it can be done at all; what it told last stays told. */
static bool run_times(struct session *s, const char *line, const struct command *c, unsigned count,
	struct err *err)
{
	if (!run(s, line, err))
		return false;
	size_t visited = s->trail.n;
	unsigned times = 1;
	for (; times < count; times++) {
		struct reply reply = s->reply;
		struct kept_place before = place_keep(s);
		size_t top = s->overlay_top;
		bool done = run(s, line, NULL);
		bool stuck = c->run == cmd_move && !session_is_list(s) && top == s->overlay_top &&
			     place_is(s, &before);
		if (done && !stuck)
			continue;
		s->reply = reply;
		break;
	}
	if (c->run == cmd_undo && times > 1) {
		struct reply last = s->reply;
		reply_set(s, last.tone, _("%u times, the last one: %s"), times, last.text);
	} else if (c->run != cmd_trail && s->trail.n > visited) {
		s->trail.n = s->trail.now = visited; /* one step back, not so many */
	}
	return true;
}

/* 67G, 3gg */
static bool go_to(struct session *s, unsigned row, struct err *err)
{
	char line[32];
	bool panes = s->overlay == OVERLAY_NONE && !session_is_list(s);
	bool text = panes && s->place.pane == PANE_TEXT;
	if (text || (panes && s->place.pane == PANE_FINDINGS)) {
		snprintf(line, sizeof line, text ? "goto %u" : "goto #%u", row);
		return run(s, line, NULL) || run(s, "bottom", err);
	}
	return run(s, "top", err) &&
	       (row < 2 || run_times(s, "down", command_find(STR("down"), NULL), row - 1, err));
}

bool count_run(struct session *s, const char *line, unsigned count, struct err *err)
{
	static bool (*const repeated[])(
		struct session *, const struct command_args *, struct err *) = {
		cmd_move, cmd_step, cmd_extend, cmd_search_again, cmd_trail, cmd_undo};
	const struct command *c;
	struct command_args a;
	if (!command_parse(str_of(line), &c, &a, err) || !c)
		return false;
	if (c->run == cmd_cancel)
		return run(s, line, err);
	if (c->run == cmd_move && (c->which == MOVE_TOP || c->which == MOVE_BOTTOM))
		return go_to(s, count, err);
	for (size_t i = 0; i < sizeof repeated / sizeof *repeated; i++)
		if (c->run == repeated[i])
			return run_times(s, line, c, count, err);
	err_set(err, ERR_USAGE, _("%s takes no count: nothing was done"), c->name);
	reply_set(s, TONE_WARNING, _("%s takes no count: nothing was done"), c->name);
	return false;
}

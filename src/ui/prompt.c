/* The `:` line. */
#include "ui/prompt.h"

#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "desk/command.h"
#include "desk/grammar.h"
#include "desk/note.h"
#include "desk/words.h"

enum { HISTORY_MAX = 200 };

static void forget_choices(struct prompt *p)
{
	for (size_t i = 0; i < p->n_choices; i++)
		free(p->choices[i]);
	free(p->choices);
	p->choices = NULL;
	p->n_choices = p->choice = 0;
}

void prompt_free(struct prompt *p)
{
	forget_choices(p);
	for (size_t i = 0; i < p->history.n; i++)
		free(p->history.v[i]);
	vec_free(&p->history);
	buf_free(&p->text);
	buf_free(&p->draft);
	*p = (struct prompt){0};
}

static void set_text(struct prompt *p, struct str text)
{
	buf_clear(&p->text);
	buf_add(&p->text, text);
	p->at = p->text.n;
}

void prompt_open(struct prompt *p, const char *text)
{
	forget_choices(p);
	p->open = true;
	p->past = p->history.n;
	set_text(p, str_of(text));
}

void prompt_close(struct prompt *p)
{
	forget_choices(p);
	p->open = false;
}

/* Puts `new` in place of [from, to); the cursor goes behind it. */
static void splice(struct prompt *p, size_t from, size_t to, struct str new)
{
	struct buf text = {0};

	buf_add(&text, str_slice(buf_str(&p->text), 0, from));
	buf_add(&text, new);
	p->at = text.n;
	buf_add(&text, str_slice(buf_str(&p->text), to, p->text.n));
	buf_free(&p->text);
	p->text = text;
}

static size_t word_start(const struct prompt *p)
{
	size_t at = p->at;

	while (at > 0 && p->text.p[at - 1] == ' ')
		at--;
	while (at > 0 && p->text.p[at - 1] != ' ')
		at--;
	return at;
}

static void remember(struct prompt *p)
{
	size_t n = p->history.n;

	if (p->text.n == 0 || (n > 0 && strcmp(p->history.v[n - 1], p->text.p) == 0))
		return;
	if (n == HISTORY_MAX) {
		free(p->history.v[0]);
		memmove(p->history.v, p->history.v + 1, (n - 1) * sizeof *p->history.v);
		p->history.n--;
	}
	*vec_push(&p->history) = mem_strdup(p->text.p);
}

/* Older (-1) or newer (+1) lines that begin with the one being written, which is kept at the end:
 * behind `/` these are the searches. */
static void step_history(struct prompt *p, int step)
{
	size_t past = p->past;

	if (past == p->history.n) {
		buf_clear(&p->draft);
		buf_add(&p->draft, buf_str(&p->text));
	}
	do {
		if (step < 0 ? past == 0 : past >= p->history.n)
			return;
		past += (size_t)step;
	} while (past < p->history.n &&
		 !str_starts(str_of(p->history.v[past]), p->draft.p ? p->draft.p : ""));
	p->past = past;
	set_text(p, past == p->history.n ? buf_str(&p->draft) : str_of(p->history.v[past]));
}

static size_t common_length(char **choices, size_t n)
{
	size_t length = strlen(choices[0]);

	for (size_t i = 1; i < n; i++) {
		size_t same = 0;

		while (same < length && choices[i][same] == choices[0][same])
			same++;
		length = same;
	}
	while (length > 0 && ((unsigned char)choices[0][length] & 0xc0) == 0x80)
		length--;
	return length;
}

/* First as far as all candidates agree, then one after the other. */
static void complete(struct prompt *p, struct session *s, int step)
{
	if (p->choices) {
		p->choice = (p->choice + p->n_choices + (size_t)step) % p->n_choices;
		splice(p, p->choice_from, p->at, str_of(p->choices[p->choice]));
		return;
	}
	char **choices =
		command_complete(s, str_slice(buf_str(&p->text), 0, p->at), &p->choice_from);
	size_t n = 0;

	while (choices && choices[n])
		n++;
	p->choices = choices;
	p->n_choices = n;
	if (n == 0) {
		forget_choices(p);
		return;
	}
	splice(p, p->choice_from, p->at, (struct str){choices[0], common_length(choices, n)});
	if (n == 1) {
		bool folder = str_ends(str_of(choices[0]), "/");

		if (!folder && p->at == p->text.n)
			splice(p, p->at, p->at, STR(" "));
		forget_choices(p);
	} else {
		p->choice = step > 0 ? n - 1 : 0; /* the next Tab takes the first */
	}
}

static void move_to(struct prompt *p, size_t at)
{
	p->at = at;
}

static size_t after(const struct prompt *p)
{
	size_t at = p->at;

	if (at < p->text.n)
		utf8_next(buf_str(&p->text), &at);
	return at;
}

static size_t before(const struct prompt *p)
{
	return utf8_prev(buf_str(&p->text), p->at);
}

static bool is_key(const struct key *key, const char *a, const char *b)
{
	return strcmp(key->name, a) == 0 || (b && strcmp(key->name, b) == 0);
}

static void edit(struct prompt *p, const struct key *key)
{
	if (is_key(key, "BackSpace", NULL))
		splice(p, before(p), p->at, STR(""));
	else if (is_key(key, "Delete", "^D")) {
		size_t at = p->at;

		splice(p, at, after(p), STR(""));
		p->at = at;
	} else if (is_key(key, "^W", NULL))
		splice(p, word_start(p), p->at, STR(""));
	else if (is_key(key, "^U", NULL)) {
		splice(p, 0, p->at, STR(""));
		p->at = 0;
	} else if (is_key(key, "^K", NULL))
		splice(p, p->at, p->text.n, STR(""));
	else if (is_key(key, "Left", "^B"))
		move_to(p, before(p));
	else if (is_key(key, "Right", "^F"))
		move_to(p, after(p));
	else if (is_key(key, "Home", "^A"))
		move_to(p, 0);
	else if (is_key(key, "End", "^E"))
		move_to(p, p->text.n);
	else if (is_key(key, "Up", "^P"))
		step_history(p, -1);
	else if (is_key(key, "Down", "^N"))
		step_history(p, +1);
}

/* Is the cursor in a note? Only there lines end. */
static bool in_note(const struct prompt *p)
{
	return note_in(buf_str(&p->text)) <= p->at;
}

struct str prompt_note(const struct prompt *p)
{
	return str_slice(buf_str(&p->text), note_in(buf_str(&p->text)), p->text.n);
}

void prompt_set_note(struct prompt *p, struct str note)
{
	p->at = p->text.n;
	splice(p, note_in(buf_str(&p->text)), p->text.n, note);
}

static void insert(struct prompt *p, unsigned ch)
{
	struct buf text = {0};

	forget_choices(p);
	buf_add_ucs(&text, ch == '\n' && !in_note(p) ? ' ' : ch);
	splice(p, p->at, p->at, buf_str(&text));
	buf_free(&text);
}

enum prompt_result prompt_key(struct prompt *p, const struct key *key, struct session *s)
{
	if (key->kind != KEY_NAMED) {
		insert(p, key->ch);
		return PROMPT_GOES_ON;
	}
	if (is_key(key, "Tab", "S-Tab")) {
		complete(p, s, key->name[0] == 'S' ? -1 : 1);
		return PROMPT_GOES_ON;
	}
	forget_choices(p);
	bool line_end = is_key(key, "^J", "A-Enter");

	if (line_end && in_note(p)) {
		insert(p, '\n');
		return PROMPT_GOES_ON;
	}
	if (is_key(key, "^X", NULL) && note_in(buf_str(&p->text)) != STR_NONE)
		return PROMPT_EDIT;
	if (line_end || is_key(key, "Enter", NULL)) {
		remember(p);
		return PROMPT_ENTERED;
	}
	if (is_key(key, "Esc", "^C") || (is_key(key, "BackSpace", NULL) && p->text.n == 0))
		return PROMPT_LEFT;
	edit(p, key);
	return PROMPT_GOES_ON;
}

/* In one row a line end is a mark. */
static void show(struct str text, const struct canvas *c, struct buf *out)
{
	for (size_t at = 0; at < text.n; at++)
		if (text.p[at] == '\n')
			buf_adds(out, paint_mark(c, MARK_RETURN));
		else
			buf_addc(out, text.p[at]);
}

static int shown_cols(struct str text, const struct canvas *c)
{
	struct buf shown = {0};

	show(text, c, &shown);
	int cols = (int)glyph_columns(buf_str(&shown), c->ambiguous);

	buf_free(&shown);
	return cols;
}

/* The first byte to show, so that the cursor is in sight with some text before it. */
static size_t first_shown(const struct prompt *p, const struct canvas *c, int room)
{
	struct str text = buf_str(&p->text);
	size_t from = 0;

	while (from < p->at && shown_cols(str_slice(text, from, p->at), c) >= room)
		for (int i = 0; i < room / 3 && from < p->at; i++)
			utf8_next(text, &from);
	return from;
}

void prompt_draw(struct prompt *p, struct canvas *c, struct rect r)
{
	struct str text = buf_str(&p->text);
	int room = r.cols - 1;

	paint_fill(c, r, ROLE_TEXT);
	paint_cstr(c, r, r.row, r.col, ROLE_PROMPT, ":");
	size_t from = first_shown(p, c, room);

	struct buf shown = {0};

	show(str_slice(text, from, text.n), c, &shown);
	paint_text(c, r, r.row, r.col + 1, ROLE_TEXT, buf_str(&shown));
	c->cursor_row = r.row;
	c->cursor_col = r.col + 1 + shown_cols(str_slice(text, from, p->at), c);
	buf_free(&shown);
}

static void draw_choices(const struct prompt *p, struct canvas *c, struct rect r)
{
	int x = r.col + 1;
	size_t from = 0;

	/* pages of choices, so that the one taken is in sight */
	for (size_t i = 0; i <= p->choice && p->choice < p->n_choices - 1; i++) {
		x += (int)glyph_columns(str_of(p->choices[i]), c->ambiguous) + 2;
		if (x > r.col + r.cols && i > from) {
			from = i;
			x = r.col + 1;
		}
	}
	x = r.col + 1;
	for (size_t i = from; i < p->n_choices && x < r.col + r.cols; i++) {
		struct str choice = str_of(p->choices[i]);
		bool taken = str_eq(choice, str_slice(buf_str(&p->text), p->choice_from, p->at));

		x = paint_text(c, r, r.row, x, taken ? ROLE_SELECTED : ROLE_BAR, choice) + 2;
	}
}

static struct str word_at(struct str text, size_t *at)
{
	while (*at < text.n && text.p[*at] == ' ')
		++*at;
	size_t from = *at;

	while (*at < text.n && text.p[*at] != ' ')
		++*at;
	return str_slice(text, from, *at);
}

/* A value that will not be taken is told while it is typed. */
static int draw_doubt(const struct session *s, struct canvas *c, struct rect r, int x, size_t cell,
	struct str value)
{
	struct err err = {0};

	if (correction_is_value(s, cell, value, &err))
		return x;
	return paint_text(c, r, r.row, x, ROLE_SAY_WARNING, str_of(err.text)) + 2;
}

/* For a command about a cell: which one that is, what it counts as now, and whether what is typed
 * behind it will do. */
static int draw_cell(const struct session *s, struct canvas *c, struct rect r, int x,
	const struct command *command, struct str word, struct str value)
{
	size_t cell = str_is(word, ".") ? s->place.cell
		      : s->report	? report_cell_find(s->report, word)
					: STR_NONE;
	struct buf text = {0};

	if (cell == STR_NONE || !str_starts(str_of(command->usage), "CELL "))
		return x;
	words_cell(s, cell, &text);
	buf_adds(&text, _(": "));
	words_value(session_cell_value(s, cell), &text);
	x = paint_text(c, r, r.row, x, ROLE_STRONG, buf_str(&text)) + 2;
	buf_free(&text);
	return value.n ? draw_doubt(s, c, r, x, cell, value) : x;
}

static int draw_note_keys(struct canvas *c, struct rect r, int x)
{
	x = paint_cstr(c, r, r.row, x, ROLE_BAR_KEY, "^J");
	x = paint_cstr(c, r, r.row, x + 1, ROLE_BAR, _("new line"));
	x = paint_cstr(c, r, r.row, x + 2, ROLE_BAR_KEY, "^X");
	return paint_cstr(c, r, r.row, x + 1, ROLE_BAR, _("editor"));
}

void prompt_draw_hint(
	const struct prompt *p, const struct session *s, struct canvas *c, struct rect r)
{
	size_t at = 0;
	struct str name = word_at(buf_str(&p->text), &at);
	const struct command *command = name.n > 0 ? command_find(name, NULL) : NULL;
	int x = r.col + 1;

	if (p->choices) {
		draw_choices(p, c, r);
		return;
	}
	if (!command)
		return;
	struct str word = word_at(buf_str(&p->text), &at), value = word_at(buf_str(&p->text), &at);
	struct buf usage = {0};

	if (strcmp(command->name, "correct") != 0)
		value.n = 0;
	x = draw_cell(s, c, r, x, command, word, value);
	usage_words(command, &usage);
	x = paint_cstr(c, r, r.row, x, ROLE_BAR_KEY, command->name);
	x = paint_text(c, r, r.row, x + 1, ROLE_BAR, buf_str(&usage));
	buf_free(&usage);
	if (usage_has_choices(command)) {
		x = paint_cstr(c, r, r.row, x + 2, ROLE_BAR_KEY, "Tab");
		x = paint_cstr(c, r, r.row, x + 1, ROLE_BAR, _("choose"));
	}
	if (note_in(buf_str(&p->text)) != STR_NONE)
		x = draw_note_keys(c, r, x + 2);
	int room = r.col + r.cols - 1 - (x + 2);
	if (room > 1)
		paint_field(c, r, r.row, x + 2, room, ROLE_FAINT, str_of(_(command->help)), false);
}

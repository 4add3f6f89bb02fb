/* What is typed: keys to command lines, the `:` line, the question at leaving; and what a command
 * asks of the screen in return. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/utf8.h"
#include "desk/config.h"
#include "desk/keymap.h"
#include "desk/note.h"
#include "desk/queue.h"
#include "ui/editor.h"
#include "ui/inside.h"

static void say_error(struct ui *ui, const struct err *err)
{
	if (ui->s->reply.tone == TONE_NONE || !ui->s->reply.text[0])
		reply_set(ui->s, TONE_ERROR, "%s", err->text);
}

/* For who has set up nothing yet and begins a review; the first key does away with it. */
static void hint(struct session *s)
{
	if (s->reply.text[0] || config_is_there() || file_exists(s->sidecar))
		return;
	reply_set(s, TONE_INFO, "%s",
		s->check.n_findings > 0
			? _("new here? y x o e decide, v concludes, w saves; ? tells all keys")
			: _("new here? v concludes on the report, w saves; ? tells all keys"));
}

/* A review that begins does so at the findings: there both panes show the place of the first. */
void input_begin(struct session *s)
{
	if (!session_is_list(s) && !review_place(s->review)->pane && s->check.n_findings > 0)
		s->place.pane = PANE_FINDINGS;
	if (!session_is_list(s) && s->sidecar)
		hint(s);
}

/* Another report, or the list: what the views know is about the one before. */
static void switch_session(struct ui *ui)
{
	struct session *s = queue_switch(ui->s->queue);

	if (s == ui->s)
		return;
	ui->s = s;
	panes_leave(&ui->panes);
	canvas_clear(&ui->canvas);
	input_begin(s);
}

static void be_silent(struct ui *ui)
{
	ui->s->reply = (struct reply){.tone = TONE_NONE};
}

/* The note is written in the editor; what comes of it is told as the command tells it. */
static void edit_note(struct ui *ui)
{
	struct session *s = ui->s;
	struct err err = {0};
	struct buf text = {0}, line = {0};

	buf_adds(&text, s->draft);
	bool done = editor_run(ui->term, &text, &err);
	char *note = note_copy(buf_str(&text));

	if (!done) {
		reply_set(s, TONE_ERROR, "%s", err.text);
	} else if (!*note || strcmp(note, s->draft) == 0) {
		reply_set(s, TONE_INFO, "%s",
			*note ? _("nothing was changed") : _("nothing was written: no change"));
	} else {
		buf_adds(&line, s->prompt);
		note_add(&line, str_of(note));
		if (!command_run(s, buf_str(&line), &err))
			say_error(ui, &err);
	}
	free(note);
	buf_free(&text);
	buf_free(&line);
}

/* What a command asked of the screen, and whether it is to end. */
void input_serve(struct ui *ui)
{
	struct session *s = ui->s;
	enum request request = s->request;

	s->request = REQUEST_NONE;
	if (request == REQUEST_PROMPT)
		prompt_open(&ui->prompt, s->prompt ? s->prompt : "");
	else if (request == REQUEST_REDRAW) {
		canvas_clear(&ui->canvas); /* what is seen is drawn anew, too */
		term_repaint(ui->term);
	} else if (request == REQUEST_SUSPEND) {
		reading_rest(ui);
		term_suspend(ui->term);
	} else if (request == REQUEST_LEAVE)
		ui->asking = true;
	else if (request == REQUEST_SWITCH)
		switch_session(ui);
	else if (request == REQUEST_EDIT)
		edit_note(ui);
}

static void run_line(struct ui *ui, struct str line)
{
	struct err err = {0};

	be_silent(ui);
	if (!command_run(ui->s, line, &err))
		say_error(ui, &err);
	input_serve(ui);
}

/* The question is settled: out of the program, or to where the command wanted to go. */
static void leave(struct ui *ui)
{
	if (ui->s->queue && ui->s->queue->wanted != QUEUE_NOWHERE)
		switch_session(ui);
	else
		ui->s->quit = true;
}

static void press(struct ui *ui, const struct key *key)
{
	bool pending = false;
	struct err err = {0};
	size_t n = strlen(ui->keys);

	if (key->kind == KEY_PASTED || key->ch >= 0x80) {
		ui->spilled = true;
		ui->keys[0] = '\0';
		reply_set(ui->s, TONE_WARNING, "%s",
			_("text is not a command: press : or a key that asks for text first"));
		return;
	}
	/* outside a note the two are one key */
	const char *name = strcmp(key->name, "^J") == 0 ? "Enter" : key->name;

	if (n + strlen(name) >= sizeof ui->keys) /* a count without an end */
		n = 0;
	snprintf(ui->keys + n, sizeof ui->keys - n, "%s", name);
	be_silent(ui);
	if (!keymap_press(ui->s, ui->keys, &pending, &err))
		say_error(ui, &err);
	if (pending)
		return;
	ui->keys[0] = '\0';
	input_serve(ui);
}
static void click(struct ui *ui, const struct key *key)
{
	const char *line;

	ui->keys[0] = '\0';
	be_silent(ui);
	line = mouse_take(&ui->mouse, ui->s, &ui->canvas, key, ui_now_ms());
	if (line)
		run_line(ui, str_of(line));
}

static void answer(struct ui *ui, const struct key *key)
{
	struct err err = {0};

	if (strcmp(key->name, "s") == 0) {
		char text[sizeof ui->s->reply.text];

		if (session_save(ui->s, &err))
			leave(ui);
		else
			reply_set(ui->s, TONE_ERROR, "%s", err_str(&err, text, sizeof text));
	} else if (strcmp(key->name, "d") == 0) {
		leave(ui);
	} else if (strcmp(key->name, ":") == 0) { /* :q! and :wq are answers too */
		ui->asking = false;
		press(ui, key);
		return;
	} else if (strcmp(key->name, "Esc") != 0 && strcmp(key->name, "^C") != 0) {
		return; /* no answer: the question stands */
	}
	ui->asking = false;
}

/* The note in the `:` line goes through the editor and comes back into the line, to be entered. */
static void edit_in_prompt(struct ui *ui)
{
	struct err err = {0};
	struct buf text = {0};

	buf_add(&text, prompt_note(&ui->prompt));
	if (editor_run(ui->term, &text, &err)) {
		char *note = note_copy(buf_str(&text));

		prompt_set_note(&ui->prompt, str_of(note));
		free(note);
	} else {
		reply_set(ui->s, TONE_ERROR, "%s", err.text);
	}
	buf_free(&text);
}

static void take_key(struct ui *ui, const struct key *key)
{
	if (key->kind == KEY_MOUSED) { /* never an answer, never text */
		if (!ui->asking && !ui->prompt.open)
			click(ui, key);
		return;
	}
	if (ui->asking) {
		answer(ui, key);
	} else if (ui->prompt.open) {
		be_silent(ui);
		enum prompt_result result = prompt_key(&ui->prompt, key, ui->s);

		if (result == PROMPT_EDIT)
			edit_in_prompt(ui);
		if (result == PROMPT_GOES_ON || result == PROMPT_EDIT)
			return;
		prompt_close(&ui->prompt);
		if (result == PROMPT_ENTERED)
			run_line(ui, buf_str(&ui->prompt.text));
	} else if (!(ui->spilled && key->kind != KEY_NAMED)) {
		press(ui, key);
	}
}

void input_take(struct ui *ui)
{
	struct key key;

	ui->spilled = false;
	while (!ui->s->quit && (reading_key(ui, &key) || term_key(ui->term, &key))) {
		if (reading_holds(ui, &key))
			continue;
		take_key(ui, &key);
		screen_measure(ui);
	}
}

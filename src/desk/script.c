/* Running a list of command lines, all or none. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/utf8.h"
#include "desk/overlay.h"
#include "desk/script.h"
#include "export/words.h"

void script_add(struct script *sc, struct str text, const char *file)
{
	if (str_starts(text, "\xef\xbb\xbf"))
		text = str_slice(text, 3, text.n);
	for (unsigned line = 1; text.n; line++) {
		size_t end = str_find(text, STR("\n"), 0);
		size_t n = end == STR_NONE ? text.n : end;
		struct script_line *to = vec_push(&sc->lines);
		*to = (struct script_line){str_trim(str_slice(text, 0, n)), file, line};
		text = str_slice(text, end == STR_NONE ? n : n + 1, text.n);
	}
}

void script_add_line(struct script *sc, struct str line)
{
	unsigned number = (unsigned)sc->lines.n + 1;
	*vec_push(&sc->lines) = (struct script_line){line, NULL, number};
}

void script_free(struct script *sc)
{
	vec_free(&sc->lines);
}

/* The place of a mistake: a script's by file and line, an argument's in words. */
static bool line_err(const struct script_line *line, struct err *err)
{
	char text[sizeof err->text];
	size_t cut;
	if (!err)
		return false;
	if (line->file)
		return err_at(err, line->file, line->line, 0);
	snprintf(text, sizeof text, _("command %u: %s"), line->line, err->text);
	if (!utf8_valid(str_of(text), &cut))
		text[cut] = '\0';
	memcpy(err->text, text, sizeof text);
	return false;
}

/* What the line did: its reply, and the page it opened. */
static void tell(struct session *s, struct buf *told)
{
	if (s->reply.text[0]) {
		words_show(told, str_of(s->reply.text));
		buf_addc(told, '\n');
	}
	if (s->overlay == OVERLAY_NONE)
		return;
	struct buf title = {0}, text = {0};
	overlay_write(s, &title, &text);
	buf_add(told, buf_str(&text));
	buf_free(&title);
	buf_free(&text);
	overlay_close(s);
}

/* Exports first: where one fails the review is not saved either. */
static bool write_all(struct session *s, struct buf *told, struct err *err)
{
	for (size_t i = 0; i < s->out.n; i++)
		if (!file_write_atomic(s->out.v[i].path, buf_str(&s->out.v[i].bytes), err))
			return false;
	if (s->discard || !review_is_dirty(s->review))
		return true;
	if (!session_save(s, err))
		return false;
	buf_addf(told, _("saved: %s\n"), path_base(s->sidecar));
	return true;
}

static bool run_lines(struct session *s, const struct script *sc, struct buf *told, struct err *err)
{
	for (size_t i = 0; i < sc->lines.n && !s->quit; i++) {
		const struct script_line *line = &sc->lines.v[i];
		if (!utf8_valid(line->text, NULL)) {
			err_set(err, ERR_FORMAT, _("the command is not valid UTF-8"));
			return line_err(line, err);
		}
		if (!command_run(s, line->text, err))
			return line_err(line, err);
		tell(s, told);
	}
	return true;
}

bool script_run(struct session *s, const struct script *sc, struct buf *told, struct err *err)
{
	s->batch = true;
	bool done = run_lines(s, sc, told, err) && write_all(s, told, err);
	s->batch = false;
	return done;
}

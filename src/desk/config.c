/* Reading the configuration. */
#include "desk/config.h"

#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/utf8.h"
#include "desk/script.h"

#define SIZE_LIMIT ((size_t)1 << 20)

static bool run_line(struct session *s, struct str line, struct err *err)
{
	const struct command *c;
	struct command_args a;
	size_t bad;
	if (!utf8_valid(line, &bad))
		return err_set(err, ERR_FORMAT, _("this is not UTF-8"));
	if (!command_parse(line, &c, &a, err))
		return false;
	if (c && !(c->needs & COMMAND_CONFIG))
		return err_set(err, ERR_USAGE, _("%s is not for the configuration"), c->name);
	return command_run(s, line, err);
}

static void tell(struct buf *told, const char *path, unsigned line, struct err *err)
{
	char text[1024];
	err_at(err, path, line, 0);
	buf_addf(told, "%s\n", err_str(err, text, sizeof text));
}

size_t config_read(struct session *s, const char *path, struct buf *told)
{
	struct buf text = {0};
	struct script lines = {0};
	struct err err = {0};
	size_t wrong = 0;
	if (!file_exists(path))
		return 0;
	if (!file_read(path, SIZE_LIMIT, &text, &err)) {
		tell(told, path, 0, &err);
		buf_free(&text);
		return 1;
	}
	script_add(&lines, buf_str(&text), path);
	for (size_t i = 0; i < lines.lines.n; i++) {
		uint64_t before = s->formers;
		err = (struct err){0};
		bool done = run_line(s, lines.lines.v[i].text, &err);
		if (done && s->formers != before) /* it works, and is to be known */
			err_set(&err, ERR_USAGE, "%s", s->reply.text);
		if (!done || s->formers != before)
			tell(told, path, lines.lines.v[i].line, &err);
		wrong += !done;
	}
	script_free(&lines);
	buf_free(&text);
	return wrong;
}

bool config_is_there(void)
{
	char *dir = path_config_dir(), *path = dir ? path_join(dir, "config") : NULL;
	bool there = path && file_exists(path);
	free(path);
	free(dir);
	return there;
}

/* Of several lines there is room for one. */
static void tell_first(struct session *s, struct str told)
{
	struct str first = str_slice(told, 0, str_find(told, STR("\n"), 0));
	size_t lines = 0;
	for (size_t i = 0; i < told.n; i++)
		lines += told.p[i] == '\n';
	if (lines == 1)
		reply_set(s, TONE_WARNING, "%.*s", STR_ARG(first));
	else if (lines > 1)
		reply_set(s, TONE_WARNING, _("%.*s (and %zu more)"), STR_ARG(first), lines - 1);
}

void config_load(struct session *s, struct buf *told)
{
	char *dir = path_config_dir();
	char *path = dir ? path_join(dir, "config") : NULL;
	struct reply greeting = s->reply;
	size_t from = told->n;
	if (path)
		config_read(s, path, told);
	s->reply = greeting;
	tell_first(s, str_slice(buf_str(told), from, told->n));
	free(path);
	free(dir);
}

/* gouji do: desk commands without a terminal, all or none, then save. */
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/reviewer.h"
#include "desk/grammar.h"
#include "desk/script.h"

#define SCRIPT_LIMIT ((size_t)1 << 20)

static int list_commands(const struct cli *cli)
{
	struct output out;
	if (!output_open(&out, cli))
		return CLI_TROUBLE;
	for (size_t i = 0; i < command_count(); i++) {
		const struct command *c = command_at(i);
		if (c->needs & NEEDS_SCREEN)
			continue;
		buf_addf(&out.buf, "%s%s%s\n\t%s\n", c->name, *c->usage ? " " : "", c->usage,
			_(c->help));
	}
	return output_close(&out, CLI_OK);
}

static bool asks_for_more(const struct command *c)
{
	struct grammar g = {str_of(c->usage)};
	struct param p;

	while (grammar_next(&g, &p))
		if (!p.optional)
			return true;
	return false;
}

/* One command whose words are arguments of their own ("verdict accept"): the first is a command
 * that asks for more, and cannot be meant to stand alone. */
static bool is_one_command(const struct cli *cli)
{
	const struct command *c;

	if (cli->n_args < 3 || strpbrk(cli->args[1], " \t"))
		return false;
	c = command_find(str_of(cli->args[1]), NULL);
	return c && asks_for_more(c);
}

/* The arguments' commands, then those of the file. `line` holds what the script borrows. */
static bool gather(const struct cli *cli, struct script *sc, struct buf *line, struct buf *file,
	struct err *err)
{
	const char *path = cli->value[OPT_SCRIPT];
	bool one = is_one_command(cli);

	for (size_t i = 1; i < cli->n_args; i++) {
		if (one)
			buf_addf(line, "%s%s", i > 1 ? " " : "", cli->args[i]);
		else
			script_add_line(sc, str_of(cli->args[i]));
	}
	if (one)
		script_add_line(sc, buf_str(line));
	if (!path)
		return true;
	if (!file_read(path, SCRIPT_LIMIT, file, err)) {
		if (!err->file[0])
			err_at(err, path, 0, 0);
		return false;
	}
	script_add(sc, buf_str(file), path);
	return true;
}

static bool run(const struct cli *cli, const struct script *sc, struct buf *told, struct err *err)
{
	struct beside_wish wish = inputs_wish(cli);
	struct inputs_data data;
	if (!inputs_load_rules_with(&data, cli->value[OPT_RULES], err))
		return false;
	char *reviewer = cli_reviewer(cli);
	struct session *s = session_open_beside(cli->args[0], data.forms, data.rules,
		cli->value[OPT_ENCODING], reviewer, &wish, err);
	if (s && s->reply.tone == TONE_WARNING)
		cli_message("%s: %s", cli->args[0], s->reply.text);
	bool done = s && script_run(s, sc, told, err);
	session_free(s);
	free(reviewer);
	inputs_free_data(&data);
	return done;
}

int cli_do(const struct cli *cli)
{
	struct script sc = {0};
	struct buf line = {0}, file = {0};
	struct output out;
	struct err err = {0};
	if (cli->value[OPT_LIST])
		return list_commands(cli);
	if (cli->n_args == 0 || (cli->n_args == 1 && !cli->value[OPT_SCRIPT])) {
		cli_message(cli->n_args ? _("say what to do, in commands or with --script")
					: _("name a report"));
		cli_hint(cli->command);
		return CLI_TROUBLE;
	}
	if (!output_open(&out, cli))
		return CLI_TROUBLE;
	bool done = gather(cli, &sc, &line, &file, &err) && run(cli, &sc, &out.buf, &err);
	script_free(&sc);
	buf_free(&line);
	buf_free(&file);
	if (done)
		return output_close(&out, CLI_OK);
	if (!err.file[0])
		err_at(&err, cli->args[0], 0, 0);
	cli_error(&err);
	output_discard(&out);
	return CLI_TROUBLE;
}

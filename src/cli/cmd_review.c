/* gouji review: the desk, on one report or on a list of them. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"
#include "cli/inputs.h"
#include "cli/reviewer.h"
#include "desk/config.h"
#include "desk/queue.h"
#include "import/import.h"
#include "ui/ui.h"

struct reviewing {
	const struct cli *cli;
	char *reviewer;
	struct inputs_data data;
	struct inputs_files files;
};

/* Mistakes are told on the desk, and where they stay when it is left. */
static void configure(struct session *session)
{
	struct buf told = {0};

	config_load(session, &told);
	fputs(told.n ? told.p : "", stderr);
	buf_free(&told);
}

/* A large text takes a moment: meanwhile its first lines are to be seen. */
static struct term *glance(const struct reviewing *k, const char *path)
{
	struct buf head = {0};
	struct term *begun = NULL;

	if (import_head(path, k->cli->value[OPT_ENCODING], &head))
		begun = ui_glance(path, buf_str(&head));
	buf_free(&head);
	return begun;
}

/* One report is opened at once; several, or a folder, are a list. */
static int review_one(const struct reviewing *k, const char *path)
{
	struct err err = {0};
	struct beside_wish wish = inputs_wish(k->cli);
	struct term *begun = glance(k, path);
	struct session *session = session_open_beside(path, k->data.forms, k->data.rules,
		k->cli->value[OPT_ENCODING], k->reviewer, &wish, &err);
	int status;

	if (!session) {
		ui_glance_end(begun);
		if (!err.file[0])
			err_at(&err, path, 0, 0);
		cli_error(&err);
		return CLI_TROUBLE;
	}
	configure(session);
	status = ui_run(session, begun);
	session_free(session);
	return status;
}

static int review_list(const struct reviewing *k)
{
	struct queue *queue = queue_new(k->files.v, k->files.n, k->data.forms, k->data.rules,
		k->cli->value[OPT_ENCODING], k->reviewer);
	int status;

	queue->wish = inputs_wish(k->cli);
	configure(queue->home);
	status = ui_run(queue->home, NULL);

	queue_free(queue);
	return status;
}

static bool is_list(const struct reviewing *k)
{
	return k->files.n > 1 || file_is_dir(k->cli->args[0]);
}

/* All arguments first, so that a slip in the last is told before the first report comes up. */
static bool expand_all(struct reviewing *k, struct err *err)
{
	for (size_t i = 0; i < k->cli->n_args; i++)
		if (!inputs_expand(k->cli->args[i], &k->files, err))
			return false;
	return true;
}

int cli_review(const struct cli *cli)
{
	struct reviewing k = {.cli = cli};
	struct err err = {0};
	int status = CLI_TROUBLE;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		cli_message(
			"%s", _("the review desk needs a terminal; 'gouji check' does without"));
		return CLI_TROUBLE;
	}
	if (expand_all(&k, &err) && inputs_load_rules_with(&k.data, cli->value[OPT_RULES], &err)) {
		k.reviewer = cli_reviewer(cli);
		status = is_list(&k) ? review_list(&k) : review_one(&k, k.files.v[0]);
	} else {
		cli_error(&err);
	}
	free(k.reviewer);
	inputs_free_data(&k.data);
	inputs_free_files(&k.files);
	return status;
}

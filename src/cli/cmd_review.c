/* gouji review: the desk, one report after another. */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/lang.h"
#include "cli/inputs.h"
#include "cli/reviewer.h"
#include "ui/ui.h"

struct reviewing {
	const struct cli *cli;
	char *reviewer;
	struct inputs_data data;
	struct inputs_files files;
};

static int review_file(const struct reviewing *k, const char *path)
{
	struct err err = {0};
	struct session *session = session_open(
		path, k->data.forms, k->data.rules, k->cli->value[OPT_ENCODING], k->reviewer, &err);
	int status;

	if (!session) {
		if (!err.file[0])
			err_at(&err, path, 0, 0);
		cli_error(&err);
		return CLI_TROUBLE;
	}
	status = ui_run(session);
	session_free(session);
	return status;
}

/* Between two reports, on the plain terminal: leaving one is not leaving all. */
static bool wants_next(const struct reviewing *k, size_t i)
{
	int key, first;

	printf(_("Next is %s (%zu of %zu). Enter opens it, q ends: "), k->files.v[i], i + 1,
		k->files.n);
	fflush(stdout);
	first = key = getchar();
	while (key != '\n' && key != EOF)
		key = getchar();
	return first != EOF && first != 'q';
}

/* Ended by a signal, the others do not come up any more. */
static int review_files(const struct reviewing *k)
{
	int worst = CLI_OK;

	for (size_t i = 0; i < k->files.n && worst <= CLI_TROUBLE; i++) {
		int status;

		if (i && !wants_next(k, i))
			break;
		status = review_file(k, k->files.v[i]);
		if (status > worst)
			worst = status;
	}
	return worst;
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
	if (expand_all(&k, &err) && inputs_load_rules(&k.data, &err)) {
		k.reviewer = cli_reviewer(cli);
		status = review_files(&k);
	} else {
		cli_error(&err);
	}
	free(k.reviewer);
	inputs_free_data(&k.data);
	inputs_free_files(&k.files);
	return status;
}

/* gouji verify: does a review, or a verdict exported from one, still hold against its report? */
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "beside/open.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "export/proof.h"
#include "export/words.h"
#include "review/sidecar.h"
#include "yaml/yaml.h"

#define REVIEW_ENDING ".review.yaml"

struct verifying {
	const struct cli *cli;
	struct inputs_data data;
	struct output out;
	bool broken, trouble;
};

static void tell_trouble(struct verifying *k, const struct err *err)
{
	cli_error(err);
	k->trouble = true;
}

static void tell_proof(struct verifying *k, const char *file, const struct proof *p)
{
	struct buf *out = &k->out.buf;

	for (size_t i = 0; i < p->broken.n; i++) {
		words_show_name(out, file);
		buf_adds(out, ": ");
		words_show(out, str_of(p->broken.v[i]));
		buf_addc(out, '\n');
	}
	words_show_name(out, file);
	buf_addf(out, _(": %zu hold, %zu do not\n"), p->held, p->broken.n);
	k->broken |= p->broken.n > 0;
}

/* NULL, told, where the user named what cannot be read. */
static struct beside *open_beside(struct verifying *k, const char *path,
	const struct report *report, const struct review *review)
{
	struct beside_wish wish = inputs_wish(k->cli);
	struct err err = {0};
	struct beside *b = beside_open(&wish, k->data.forms, path, report, review, &err);

	if (!b)
		tell_trouble(k, &err);
	return b;
}

static void verify_review(struct verifying *k, const char *report_path, const char *review_path)
{
	const char *wanted = k->cli->value[OPT_REPORT], *path = wanted ? wanted : report_path;
	struct err err = {0};
	struct proof proof = {0};
	struct review *review = review_new();
	struct report *report = NULL;
	struct beside *beside = NULL;
	bool ok;

	if (!file_exists(review_path)) {
		ok = err_set(&err, ERR_REFUSED, _("there is no review of it"));
		err_at(&err, report_path, 0, 0);
	} else {
		ok = sidecar_load(review_path, review, &err);
	}
	if (ok)
		report = report_open(path, k->data.forms, k->cli->value[OPT_ENCODING], &err);
	if (!report) {
		tell_trouble(k, &err);
	} else {
		review_mend(review, report);
		beside = open_beside(k, path, report, review);
		proof_review(&proof, review, report, k->data.rules, beside);
		tell_proof(k, review_path, &proof);
	}
	proof_free(&proof);
	beside_free(beside);
	review_free(review);
	report_free(report);
}

static bool is_verdict(const char *path)
{
	struct str name = str_of(path);

	return str_ends(name, ".yaml") || str_ends(name, ".yml");
}

/* The report lies beside the verdict under the name it has there, unless --report names it; free().
 * NULL with err told where the verdict names none. */
static char *path_of_verdict(
	const struct verifying *k, const char *path, const struct ydoc *verdict, struct err *err)
{
	const char *wanted = k->cli->value[OPT_REPORT], *file = proof_verdict_file(verdict, err);
	char *dir, *beside;

	if (!file)
		return NULL;
	if (wanted)
		return mem_strdup(wanted);
	dir = mem_strndup(path, (size_t)(path_base(path) - path));
	beside = *dir ? path_join(dir, path_base(file)) : mem_strdup(path_base(file));
	free(dir);
	return beside;
}

static void prove_verdict(struct verifying *k, const char *path, const struct ydoc *verdict,
	struct report *report, const char *report_path)
{
	struct proof proof = {0};
	struct review *then = proof_verdict_beside(&proof, verdict);
	struct beside *beside = open_beside(k, report_path, report, then);

	proof_verdict_mends(&proof, verdict, report);
	proof_beside(&proof, then, beside);
	proof_verdict(&proof, verdict, report, k->data.rules, beside);
	tell_proof(k, path, &proof);
	proof_free(&proof);
	beside_free(beside);
	review_free(then);
}

static void verify_verdict(struct verifying *k, const char *path)
{
	struct err err = {0};
	struct ydoc *verdict = yaml_load(path, &err);
	char *report_path = verdict ? path_of_verdict(k, path, verdict, &err) : NULL;
	struct report *report = report_path ? report_open(report_path, k->data.forms,
						      k->cli->value[OPT_ENCODING], &err)
					    : NULL;

	if (report)
		prove_verdict(k, path, verdict, report, report_path);
	else
		tell_trouble(k, &err);
	report_free(report);
	free(report_path);
	yaml_free(verdict);
}

static void verify_argument(struct verifying *k, const char *arg)
{
	struct str name = str_of(arg);
	char *other;

	if (str_ends(name, REVIEW_ENDING)) {
		other = mem_strndup(arg, name.n - strlen(REVIEW_ENDING));
		verify_review(k, other, arg);
	} else if (is_verdict(arg)) {
		verify_verdict(k, arg);
		return;
	} else {
		other = sidecar_path(arg);
		verify_review(k, arg, other);
	}
	free(other);
}

int cli_verify(const struct cli *cli)
{
	struct verifying k = {.cli = cli};

	if (!inputs_begin(cli, &k.data, &k.out))
		return CLI_TROUBLE;
	for (size_t i = 0; i < cli->n_args && output_flush(&k.out); i++)
		verify_argument(&k, cli->args[i]);
	inputs_free_data(&k.data);
	if (k.trouble)
		return output_close(&k.out, CLI_TROUBLE);
	return output_close(&k.out, k.broken ? CLI_FOUND : CLI_OK);
}

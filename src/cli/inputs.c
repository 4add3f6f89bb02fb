/* Forms, rules, reports and their reviews, from where the command line and the installation say. */
#include "cli/inputs.h"

#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/make_id.h"
#include "base/mem.h"
#include "cli/cli.h"
#include "import/import.h"
#include "review/sidecar.h"
#include "rule/pack.h"

/* What the smallest report takes, from its bytes to its findings. */
#define REPORT_BYTES ((size_t)400 << 10)

/* Without "..", for it is shown to people. */
static char *data_dir(struct err *err)
{
	char *dir = path_data_dir();
	char *real = dir ? realpath(dir, NULL) : NULL;

	if (!dir)
		err_set(err, ERR_REFUSED,
			_("cannot find the folder of forms and rules; GOUJI_DATADIR may name it"));
	if (!real)
		return dir;
	free(dir);
	return real;
}

static bool open_pack(struct inputs_data *data, const char *dir)
{
	char *path = path_image();

	data->pack = pack_open(dir, path, make_id);
	if (data->pack)
		data->forms = pack_forms(data->pack);
	free(path);
	return data->pack != NULL;
}

static bool read_forms(struct inputs_data *data, const char *dir, struct err *err)
{
	char *path = path_join(dir, "forms");

	data->forms = forms_load(path, err);
	free(path);
	return data->forms != NULL;
}

static bool read_rules(struct inputs_data *data, const char *dir, struct err *err)
{
	char *path = path_join(dir, "rules");

	data->rules = rules_load(path, data->forms, err);
	free(path);
	return data->rules != NULL;
}

bool inputs_load_forms(struct inputs_data *data, struct err *err)
{
	char *dir = data_dir(err);
	bool ok;

	*data = (struct inputs_data){0};
	ok = dir && (open_pack(data, dir) || read_forms(data, dir, err));
	free(dir);
	return ok;
}

/* packed: the rules may come without their examples. */
static bool load_both(struct inputs_data *data, bool packed, struct err *err)
{
	char *dir = data_dir(err);
	bool ok = dir != NULL;

	*data = (struct inputs_data){0};
	if (ok && packed && open_pack(data, dir))
		data->rules = pack_rules(data->pack);
	else
		ok = ok && read_forms(data, dir, err) && read_rules(data, dir, err);
	free(dir);
	return ok;
}

/* The rules of one's own, $XDG_CONFIG_HOME/gouji/rules/, by name. */
static bool load_own_rules(struct ruleset *rules, struct err *err)
{
	char *config = path_config_dir(), **paths;
	char *dir = config ? path_join(config, "rules") : NULL;
	bool ok = true, listed;
	size_t n;

	if (dir && file_is_dir(dir)) {
		ok = listed = file_list(dir, &paths, &n, err);
		for (size_t i = 0; ok && i < n; i++) {
			if (str_ends(str_of(paths[i]), ".yaml"))
				ok = rules_add_file(rules, paths[i], err);
		}
		if (listed)
			file_list_free(paths, n);
	}
	free(dir);
	free(config);
	return ok;
}

static bool load_rules(struct inputs_data *data, bool packed, const char *extra, struct err *err)
{
	mem_expect(REPORT_BYTES);

	bool ok = load_both(data, packed, err) && load_own_rules(data->rules, err) &&
		  (!extra || rules_add_file(data->rules, extra, err));

	if (!ok)
		inputs_free_data(data);
	return ok;
}

bool inputs_load_rules_with(struct inputs_data *data, const char *extra, struct err *err)
{
	return load_rules(data, true, extra, err);
}

bool inputs_load_examples(struct inputs_data *data, const char *extra, struct err *err)
{
	return load_rules(data, false, extra, err);
}

bool inputs_begin(const struct cli *cli, struct inputs_data *data, struct output *out)
{
	struct err err = {0};

	if (!inputs_load_rules_with(data, cli->value[OPT_RULES], &err)) {
		cli_error(&err);
		return false;
	}
	if (output_open(out, cli))
		return true;
	inputs_free_data(data);
	return false;
}

void inputs_free_data(struct inputs_data *data)
{
	if (data->pack) {
		pack_free(data->pack);
	} else {
		rules_free(data->rules);
		forms_free(data->forms);
	}
	*data = (struct inputs_data){0};
}

bool inputs_expand(const char *arg, struct inputs_files *files, struct err *err)
{
	size_t before = files->n, n;
	char **paths;

	if (!file_is_dir(arg)) {
		*vec_push(files) = mem_strdup(arg);
		return true;
	}
	if (!file_list(arg, &paths, &n, err))
		return false;
	for (size_t i = 0; i < n; i++)
		if (import_is_name(paths[i]))
			*vec_push(files) = mem_strdup(paths[i]);
	file_list_free(paths, n);
	if (files->n > before)
		return true;
	err_set(err, ERR_FORMAT, _("no report in this folder"));
	return err_at(err, arg, 0, 0);
}

void inputs_free_files(struct inputs_files *files)
{
	for (size_t i = 0; i < files->n; i++)
		free(files->v[i]);
	vec_free(files);
}

struct beside_wish inputs_wish(const struct cli *cli)
{
	return (struct beside_wish){.previous = cli->value[OPT_PREVIOUS],
		.children = cli->value[OPT_CHILDREN],
		.expected = cli->value[OPT_EXPECT]};
}

void inputs_tell_beside(const struct beside *b)
{
	struct buf told = {0};
	struct str rest;

	beside_tell(b, &told);
	rest = buf_str(&told);
	for (size_t end; rest.n; rest = str_slice(rest, end + 1, rest.n)) {
		end = str_find(rest, STR("\n"), 0);
		end = end == STR_NONE ? rest.n : end;
		cli_message("%.*s", STR_ARG(str_slice(rest, 0, end)));
	}
	buf_free(&told);
}

/* A mend that has lost its place changes nothing, but is not passed over in silence. */
static void mend(const struct review *review, struct report *report, const char *path)
{
	size_t lost = review_mend(review, report);

	if (lost)
		cli_message(ngettext("%s: %zu mend of its tables has no place in the report now",
				    "%s: %zu mends of its tables have no place in the report now",
				    lost),
			path, lost);
}

struct review *inputs_open_review(const char *report_path, struct report *report, struct err *err)
{
	struct review *review = review_new();
	char *path;
	bool ok;

	if (strcmp(report_path, "-") == 0)
		return review;
	path = sidecar_path(report_path);
	ok = sidecar_load(path, review, err);
	if (ok)
		mend(review, report, path);
	else if (!err->file[0])
		err_at(err, path, 0, 0);
	free(path);
	if (ok)
		return review;
	review_free(review);
	return NULL;
}

/* What the arguments name: the data that commands need, reports, and the reports of a folder. */
#ifndef GOUJI_CLI_INPUTS_H
#define GOUJI_CLI_INPUTS_H

#include "beside/beside.h"
#include "cli/cli.h"
#include "cli/output.h"

struct pack;

struct inputs_data {
	struct forms *forms;
	struct ruleset *rules; /* NULL where not asked for */
	struct pack *pack;     /* where both are from; NULL: read from their files */
};

bool inputs_load_forms(struct inputs_data *data, struct err *err);
/* The forms too, and the rules of `extra`; NULL: none. */
bool inputs_load_rules_with(struct inputs_data *data, const char *extra, struct err *err);
/* The rules' examples too, which the packed ones lack. */
bool inputs_load_examples(struct inputs_data *data, const char *extra, struct err *err);
/* What --rules asks for, and where the results go; false, and told, where either fails. */
bool inputs_begin(const struct cli *cli, struct inputs_data *data, struct output *out);
void inputs_free_data(struct inputs_data *data);

/* Files, folders replaced by the reports in them. */
struct inputs_files {
	char **v;
	size_t n, cap;
};

/* Adds `arg`, or where it is a folder the reports of it. false with err told: a folder that cannot
 * be read, or has no report. */
bool inputs_expand(const char *arg, struct inputs_files *files, struct err *err);
void inputs_free_files(struct inputs_files *files);

/* What --previous, --children and --expect say. */
struct beside_wish inputs_wish(const struct cli *cli);
/* To standard error: what beside_tell() says. */
void inputs_tell_beside(const struct beside *b);

/* The review beside the report; an empty one where there is none, or where the report is standard
 * input. Its mends of the tables' structure are made in the report: they tell how its layout is to
 * be read, and what was decided was decided on tables so read. NULL with err told where there is
 * one that cannot be read. */
struct review *inputs_open_review(const char *report_path, struct report *report, struct err *err);

#endif

/* pack-patterns DATADIR FILE: compiles the patterns of the forms and rules into a store, for
 * `make`. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/re_store.h"
#include "rule/kind.h"

static bool write_store(
	const struct forms *forms, const struct ruleset *rs, const char *path, struct err *err)
{
	const struct form_common *common = &forms->common;
	VEC(struct str) patterns = {0};
	struct buf store = {0};

	for (size_t i = 0; i < common->agency_contexts.n; i++)
		*vec_push(&patterns) = str_of(common->agency_contexts.items[i]);
	for (size_t i = 0; i < common->year_patterns.n; i++)
		*vec_push(&patterns) = str_of(common->year_patterns.items[i]);
	for (size_t i = 0; i < rs->patterns.n; i++)
		*vec_push(&patterns) = str_of(rs->patterns.v[i]->source);
	re_store_write(patterns.v, patterns.n, &store);
	bool ok = file_write_atomic(path, buf_str(&store), err);

	vec_free(&patterns);
	buf_free(&store);
	return ok;
}

int main(int argc, char **argv)
{
	struct err err = {0};
	char words[1024];

	lang_init(NULL);
	if (argc != 3) {
		fputs("usage: pack-patterns DATADIR FILE\n", stderr);
		return 2;
	}
	char *forms_dir = path_join(argv[1], "forms"), *rules_dir = path_join(argv[1], "rules");
	struct forms *forms = forms_load(forms_dir, &err);
	struct ruleset *rs = forms ? rules_load(rules_dir, forms, &err) : NULL;
	bool ok = rs && write_store(forms, rs, argv[2], &err);

	if (!ok)
		fprintf(stderr, "pack-patterns: %s\n", err_str(&err, words, sizeof words));
	rules_free(rs);
	forms_free(forms);
	free(forms_dir);
	free(rules_dir);
	return ok ? 0 : 2;
}

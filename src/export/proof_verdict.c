/* Proving an exported verdict (gouji-verdict/1) against its report. What it quotes and what it says
 * of cells is found wherever it stands in the document, so a part added to the format is proved
 * too. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/lang.h"
#include "export/proof.h"
#include "yaml/yaml.h"

#define FORMAT "gouji-verdict/1"

struct walk {
	struct proof *proof;
	const struct ydoc *verdict;
	const struct report *report;
	const struct beside *beside;
};

const char *proof_verdict_file(const struct ydoc *verdict, struct err *err)
{
	const struct ynode *root = yaml_root(verdict);
	const char *format = NULL, *file = NULL;

	if (!yaml_need_map(verdict, root, err) ||
		!yaml_need_str(verdict, root, "format", &format, err))
		return NULL;
	if (strcmp(format, FORMAT) != 0) {
		yaml_err(verdict, yaml_get(root, "format"), err, _("not the format %s"), FORMAT);
		return NULL;
	}
	return yaml_need_str(verdict, yaml_get(root, "report"), "file", &file, err) ? file : NULL;
}

/* What cannot be read as what it should be is told, and is no statement. */
static void tell(struct walk *w, const struct err *err)
{
	char text[sizeof err->file + sizeof err->text + 32];

	proof_state(w->proof, false, "%s", err_str(err, text, sizeof text));
}

static void prove_quotation(struct walk *w, const struct report *report, const struct ynode *map)
{
	struct err err = {0};
	struct buf what = {0};
	struct text_target quoted = {0};
	const char *exact = NULL;
	int64_t from = 0, to = 0;

	if (!yaml_need_str(w->verdict, map, "exact", &exact, &err) ||
		!yaml_opt_int(w->verdict, map, "start", &from, &err) ||
		!yaml_opt_int(w->verdict, map, "end", &to, &err)) {
		tell(w, &err);
		return;
	}
	buf_addf(&what, _("line %u"), map->line);
	quoted.exact = mem_strdup(exact);
	quoted.span = (struct disk_span){(size_t)from, (size_t)to};
	proof_quotation(w->proof, report, what.p, &quoted);
	free(quoted.exact);
	buf_free(&what);
}

static void prove_cell(struct walk *w, const struct ynode *map, const char *name)
{
	const struct report *r = w->report;
	size_t cell = report_cell_find(r, str_of(name));
	const char *state = NULL;
	struct err err = {0};
	struct dec value;
	bool same;

	if (cell == STR_NONE) {
		proof_state(w->proof, false, _("line %u: the report's forms have no cell %s"),
			map->line, name);
		return;
	}
	if (!yaml_need_str(w->verdict, map, "state", &state, &err) ||
		(yaml_get(map, "value") && !yaml_opt_dec(w->verdict, map, "value", &value, &err))) {
		tell(w, &err);
		return;
	}
	same = strcmp(state, cell_state_name(r->cells[cell].state)) == 0;
	if (same && yaml_get(map, "value"))
		same = dec_cmp(value, r->cells[cell].value) == 0;
	char *now = proof_printed(r, cell);

	proof_state(w->proof, same, _("line %u: %s is %s now, \"%s\""), map->line, name,
		cell_state_name(r->cells[cell].state), now);
	free(now);
}

/* The report beside of that relation and name; NULL: none. */
static const struct report *report_beside(
	const struct walk *w, const struct ynode *relation, const struct ynode *file)
{
	for (size_t i = 0; w->beside && i < w->beside->files.n; i++) {
		const struct beside_file *f = &w->beside->files.v[i];

		if (f->role != BESIDE_NONE && str_is(relation->text, beside_role_name(f->role)) &&
			str_is(file->text, f->name))
			return f->report;
	}
	return NULL;
}

/* What a finding quotes of another report. */
static void prove_beside(struct walk *w, const struct ynode *map)
{
	const struct ynode *relation = yaml_get(map, "relation"), *file = yaml_get(map, "file");
	const struct ynode *quotes = yaml_get(map, "quoted");
	const struct report *r;

	if (!relation || !file || !quotes || relation->kind != YAML_SCALAR ||
		file->kind != YAML_SCALAR || quotes->kind != YAML_SEQ)
		return;
	r = report_beside(w, relation, file);
	for (size_t i = 0; i < quotes->n; i++) {
		if (r)
			prove_quotation(w, r, quotes->items[i]);
		else
			proof_state(w->proof, false, _("line %u: there is no report %s to quote"),
				quotes->items[i]->line, file->text.p);
	}
}

static void prove_map(struct walk *w, const struct ynode *map)
{
	const struct ynode *cell = yaml_get(map, "cell");
	const struct ynode *from = yaml_get(map, "from");

	if (yaml_get(map, "exact") && yaml_get(map, "start"))
		prove_quotation(w, w->report, map);
	if (!cell || cell->kind != YAML_SCALAR)
		return;
	if (yaml_get(map, "state"))
		prove_cell(w, map, cell->text.p);
	else if (from && from->kind == YAML_SCALAR)
		proof_correction(
			w->proof, w->report, cell->text.p, yaml_is_null(from) ? "" : from->text.p);
}

/* The reader bounds the depth. */
static void walk(struct walk *w, const struct ynode *node)
{
	if (node->kind == YAML_MAP && yaml_get(node, "quoted")) {
		prove_beside(w, node); /* of another report: nothing in it is of this one */
		return;
	}
	if (node->kind == YAML_MAP)
		prove_map(w, node);
	for (size_t i = 0; node->kind != YAML_SCALAR && i < node->n; i++)
		walk(w, node->items[i]);
}

/* The check that the verdict's corrections give. */
static void check_corrected(struct walk *w, const struct ruleset *rules, struct check *check)
{
	const struct ynode *list = yaml_get(yaml_root(w->verdict), "corrections");
	struct values values;

	values_init(&values, w->report);
	for (size_t i = 0; list && list->kind == YAML_SEQ && i < list->n; i++) {
		const struct ynode *name = yaml_get(list->items[i], "cell");
		const struct ynode *to = yaml_get(list->items[i], "to");
		size_t cell = name && name->kind == YAML_SCALAR
				      ? report_cell_find(w->report, name->text)
				      : STR_NONE;
		struct dec value;

		if (cell != STR_NONE && to && to->kind == YAML_SCALAR &&
			dec_parse(to->text, &value))
			values_correct(&values, cell, value);
	}
	rules_check_beside(rules, w->report, &values, beside_rules(w->beside), check);
	values_free(&values);
}

static void prove_findings(struct walk *w, const struct ruleset *rules)
{
	const struct ynode *list = yaml_get(yaml_root(w->verdict), "findings");
	struct values values;
	struct check printed, corrected;

	values_init(&values, w->report);
	rules_check_beside(rules, w->report, &values, beside_rules(w->beside), &printed);
	values_free(&values);
	check_corrected(w, rules, &corrected);
	for (size_t i = 0; list && list->kind == YAML_SEQ && i < list->n; i++) {
		const struct ynode *id = yaml_get(list->items[i], "id");

		if (id && id->kind == YAML_SCALAR)
			proof_state(w->proof,
				check_find(&printed, id->text.p) ||
					check_find(&corrected, id->text.p),
				_("line %u: finding %s is found no longer"), list->items[i]->line,
				id->text.p);
	}
	check_free(&printed);
	check_free(&corrected);
}

static char *text_of(const struct ynode *map, const char *key)
{
	const struct ynode *n = yaml_get(map, key);

	return n && n->kind == YAML_SCALAR && !yaml_is_null(n) ? mem_strdup(n->text.p) : NULL;
}

static bool read_mend(const struct ydoc *d, const struct ynode *map, struct record *r)
{
	int64_t columns = 0, from = 0, to = 0;
	char *kind = text_of(map, "mend");
	bool ok = kind && mend_parse(str_of(kind), &r->mend) &&
		  yaml_opt_int(d, map, "columns", &columns, NULL) &&
		  yaml_opt_int(d, map, "start", &from, NULL) &&
		  yaml_opt_int(d, map, "end", &to, NULL);

	free(kind);
	if (!ok || from < 0 || to < from || columns > INT16_MAX || columns < -INT16_MAX)
		return false;
	r->columns = (long)columns;
	r->row = text_of(map, mend_form(r->mend)->table ? "table" : "row");
	r->target = TARGET_TEXT;
	r->text.exact = text_of(map, "exact");
	r->text.span = (struct disk_span){(size_t)from, (size_t)to};
	return true;
}

void proof_verdict_mends(struct proof *p, const struct ydoc *verdict, struct report *r)
{
	const struct ynode *list = yaml_get(yaml_root(verdict), "structure");
	struct review *rv = review_new();

	for (size_t i = 0; list && list->kind == YAML_SEQ && i < list->n; i++) {
		struct record mend = {.kind = RECORD_STRUCTURE};
		char key[32];

		if (yaml_get(list->items[i], "lost"))
			continue;
		snprintf(key, sizeof key, "s%zu", i + 1);
		if (read_mend(verdict, list->items[i], &mend))
			review_apply(rv, RECORD_STRUCTURE, key, &mend);
		else
			proof_state(p, false, _("line %u: no mend of the structure"),
				list->items[i]->line);
		record_clear(&mend);
	}
	if (review_count(rv, RECORD_STRUCTURE))
		review_mend(rv, r);
	review_free(rv);
}

static bool read_beside(const struct ynode *map, struct review_beside *out)
{
	char *relation = text_of(map, "relation");

	for (enum beside_role r = BESIDE_PREVIOUS; relation && r <= BESIDE_EXPECTED; r++)
		if (strcmp(relation, beside_role_name(r)) == 0)
			out->role = r;
	free(relation);
	out->file = text_of(map, "file");
	out->sha256 = text_of(map, "sha256");
	return out->role != BESIDE_NONE && out->file && out->sha256;
}

struct review *proof_verdict_beside(struct proof *p, const struct ydoc *verdict)
{
	const struct ynode *list = yaml_get(yaml_root(verdict), "beside");
	struct review *rv = review_new();
	VEC(struct review_beside) files = {0};

	for (size_t i = 0; list && list->kind == YAML_SEQ && i < list->n; i++) {
		struct review_beside file = {0};

		if (read_beside(list->items[i], &file)) {
			*vec_push(&files) = file;
			continue;
		}
		proof_state(p, false, _("line %u: no report beside"), list->items[i]->line);
		free(file.file);
		free(file.sha256);
	}
	review_set_beside(rv, files.v, files.n);
	for (size_t i = 0; i < files.n; i++) {
		free(files.v[i].file);
		free(files.v[i].sha256);
	}
	vec_free(&files);
	return rv;
}

void proof_verdict(struct proof *p, const struct ydoc *verdict, const struct report *r,
	const struct ruleset *rules, const struct beside *beside)
{
	const struct ynode *sha256 = yaml_get(yaml_get(yaml_root(verdict), "report"), "sha256");
	struct walk w = {p, verdict, r, beside};

	proof_state(p,
		sha256 && sha256->kind == YAML_SCALAR && str_is(sha256->text, doc_sha256(r->doc)),
		_("the report is not the one that was reviewed: its SHA-256 is %s now"),
		doc_sha256(r->doc));
	prove_findings(&w, rules);
	walk(&w, yaml_root(verdict));
}

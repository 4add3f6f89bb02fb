/* The files of data/rules into a ruleset. */
#include "rule/kind.h"

#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "rule/message.h"
#include "rule/prose.h"

static const char *const file_keys[] = {
	"format", "words", "prose", "macros", "rules", "change", NULL};
static const char *const rule_keys[] = {
	"id", "kind", "severity", "authority", "title", "explain", "examples", NULL};
static const char *const example_keys[] = {
	"text", "form", "agency", "year", "without", "cells", "last", "last_text", "child", NULL};

#define FORMAT "gouji-rules/1"
/* Each is looked up among all. */
#define RULES_MAX 10000

bool rule_load_list(
	struct rule_load *l, const struct ynode *map, const char *key, struct form_list *out)
{
	const char **items = NULL;

	*out = (struct form_list){0};
	if (!yaml_opt_strs(l->doc, map, key, &items, &out->n, l->err))
		return false;
	for (size_t i = 0; i < out->n; i++) {
		const struct ynode *list = yaml_get(map, key);

		if (!*items[i])
			return yaml_err(l->doc, list->kind == YAML_SEQ ? list->items[i] : list,
				l->err, _("an empty text is of no use here"));
	}
	out->items = items;
	return true;
}

bool rule_load_number(struct rule_load *l, const struct ynode *map, const char *key, int64_t least,
	int64_t most, int64_t *out)
{
	int64_t number = least;

	if (!yaml_opt_int(l->doc, map, key, &number, l->err))
		return false;
	if (number < least || number > most)
		return yaml_err(l->doc, yaml_get(map, key), l->err,
			_("a number from %lld to %lld is due here"), (long long)least,
			(long long)most);
	if (!yaml_is_null(yaml_get(map, key)))
		*out = number;
	return true;
}

bool rule_load_check(struct rule_load *l, const struct ynode *node, const void *names,
	size_t stride, size_t n, size_t *out)
{
	const char *check;

	if (!yaml_need_str(l->doc, node, "check", &check, l->err))
		return false;
	for (size_t i = 0; i < n; i++) {
		const char *name;

		memcpy(&name, (const char *)names + i * stride, sizeof name);
		if (strcmp(check, name))
			continue;
		*out = i + 1;
		return true;
	}
	return yaml_err(l->doc, yaml_get(node, "check"), l->err,
		_("no check \"%s\" of the kind \"%s\""), check, l->rule->kind);
}

static bool load_list(struct rule_load *l, const struct ynode *list, const struct form_list *hints,
	const struct ynode *macros, struct pattern ***out, size_t *n)
{
	*n = 0;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	*out = arena_alloc_array(l->rules->arena, list->n, sizeof **out);
	for (; *n < list->n; ++*n) {
		if (!((*out)[*n] = rule_load_pattern_at(l, list->items[*n], hints, macros)))
			return false;
	}
	return true;
}

bool rule_load_patterns(struct rule_load *l, const struct ynode *list,
	const struct form_list *hints, struct pattern ***out, size_t *n)
{
	*n = 0;
	return !list || load_list(l, list, hints, NULL, out, n);
}

bool rule_load_hinted(struct rule_load *l, const struct ynode *map, const char *key,
	const struct ynode *macros, struct pattern ***out, size_t *n)
{
	const struct ynode *list = yaml_get(map, key);
	struct form_list hints;

	if (!list)
		return yaml_err(l->doc, map, l->err, _("\"%s\" is missing"), key);
	return rule_load_list(l, map, "hints", &hints) &&
	       load_list(l, list, &hints, macros, out, n);
}

bool rule_load_words(
	struct rule_load *l, const struct ynode *map, const char *key, struct form_words *out)
{
	static const char *const langs[] = {"zh", "en", NULL};
	const struct ynode *node = yaml_get(map, key);

	if (!node)
		return yaml_err(l->doc, map, l->err, _("\"%s\" is missing"), key);
	if (!yaml_need_map(l->doc, node, l->err) || !yaml_known_keys(l->doc, node, langs, l->err) ||
		!yaml_need_str(l->doc, node, "zh", &out->text[LANG_ZH], l->err) ||
		!yaml_need_str(l->doc, node, "en", &out->text[LANG_EN], l->err))
		return false;
	for (size_t i = 0; langs[i]; i++) {
		const struct ynode *text = yaml_get(node, langs[i]);

		if (!str_trim(text->text).n)
			return yaml_err(l->doc, text, l->err, _("words are due here"));
	}
	return true;
}

bool rule_load_template(struct rule_load *l, const struct ynode *map, const char *key,
	const char *const *slots, struct form_words *out)
{
	if (!rule_load_words(l, map, key, out))
		return false;
	for (enum lang i = LANG_EN; i <= LANG_ZH; i++) {
		struct str bad;

		if (!message_check(out->text[i], slots, &bad))
			return yaml_err(l->doc,
				yaml_get(yaml_get(map, key), i == LANG_ZH ? "zh" : "en"), l->err,
				_("no slot \"%.*s\" here"), STR_ARG(bad));
	}
	return true;
}

bool rule_load_severity(struct rule_load *l, const struct ynode *node, enum severity *out)
{
	const char *name = severity_name(SEVERITY_WARNING);

	if (!yaml_opt_str(l->doc, node, "severity", &name, l->err))
		return false;
	for (*out = SEVERITY_NOTE; *out <= SEVERITY_ERROR; (*out)++) {
		if (!strcmp(name, severity_name(*out)))
			return true;
	}
	return yaml_err(l->doc, yaml_get(node, "severity"), l->err,
		_("\"%s\" is no severity (error, warning, note)"), name);
}

static bool has_cell(const struct forms *forms, struct str name)
{
	for (size_t i = 0; i < forms->n; i++) {
		if (form_cell_find(&forms->forms[i], name) != STR_NONE)
			return true;
	}
	return false;
}

static bool load_example_cells(
	struct rule_load *l, const struct ynode *node, struct rule_example_cells *e)
{
	if (!node)
		return true;
	if (!yaml_need_map(l->doc, node, l->err))
		return false;
	e->v = arena_alloc_array(l->rules->arena, node->n, sizeof *e->v);
	for (e->n = 0; e->n < node->n; e->n++) {
		const struct ynode *value = node->items[e->n];

		if (value->kind != YAML_SCALAR)
			return yaml_err(l->doc, value, l->err, _("a cell has one value"));
		if (!has_cell(l->rules->forms, node->keys[e->n]->text))
			return yaml_err(l->doc, node->keys[e->n], l->err,
				_("no form has a cell \"%s\""), node->keys[e->n]->text.p);
		e->v[e->n].cell = node->keys[e->n]->text.p;
		e->v[e->n].value = value->text.p ? value->text.p : l->empty;
	}
	return true;
}

static bool load_example_form(
	struct rule_load *l, const struct ynode *node, const struct rule_example *e)
{
	const struct form *form = forms_find(l->rules->forms, e->form);

	if (!form)
		return yaml_err(l->doc, node, l->err, _("no form \"%s\""), e->form);
	if (!e->without || form_table_find(form, str_of(e->without)))
		return true;
	return yaml_err(l->doc, yaml_get(node, "without"), l->err, _("no form has a table \"%s\""),
		e->without);
}

static bool load_example(struct rule_load *l, const struct ynode *node, const struct rule *rule,
	bool hit, struct rule_example *e)
{
	*e = (struct rule_example){.rule = rule, .hit = hit, .text = l->empty, .line = node->line};
	e->form = l->rules->forms->n ? l->rules->forms->forms[0].id : l->empty;
	if (node->kind == YAML_SCALAR) {
		e->text = node->text.p;
		return true;
	}
	return yaml_need_map(l->doc, node, l->err) &&
	       yaml_known_keys(l->doc, node, example_keys, l->err) &&
	       yaml_opt_str(l->doc, node, "text", &e->text, l->err) &&
	       yaml_opt_str(l->doc, node, "form", &e->form, l->err) &&
	       yaml_opt_str(l->doc, node, "agency", &e->agency, l->err) &&
	       yaml_opt_int(l->doc, node, "year", &e->year, l->err) &&
	       yaml_opt_str(l->doc, node, "without", &e->without, l->err) &&
	       yaml_opt_str(l->doc, node, "last_text", &e->last_text, l->err) &&
	       load_example_form(l, node, e) &&
	       load_example_cells(l, yaml_get(node, "cells"), &e->cells) &&
	       load_example_cells(l, yaml_get(node, "last"), &e->last) &&
	       load_example_cells(l, yaml_get(node, "child"), &e->child);
}

static bool load_examples(struct rule_load *l, const struct ynode *node, struct rule_entry *entry)
{
	static const char *const keys[] = {"hit", "miss", NULL};
	size_t n = 0;

	if (!node || l->rules->no_examples)
		return true;
	if (!yaml_need_map(l->doc, node, l->err) || !yaml_known_keys(l->doc, node, keys, l->err))
		return false;
	for (size_t i = 0; i < node->n; i++)
		n += node->items[i]->n;
	entry->examples = arena_alloc_array(l->rules->arena, n, sizeof *entry->examples);
	for (size_t i = 0; i < node->n; i++) {
		const struct ynode *list = node->items[i];
		bool hit = str_is(node->keys[i]->text, "hit");

		if (!yaml_need_seq(l->doc, list, l->err))
			return false;
		for (size_t j = 0; j < list->n; j++) {
			if (!load_example(l, list->items[j], &entry->rule, hit,
				    &entry->examples[entry->n_examples++]))
				return false;
		}
	}
	return true;
}

/* The keys every rule may have and those of its kind. */
static bool check_keys(struct rule_load *l, const struct ynode *node, const struct rule_kind *kind)
{
	const char *known[48];
	size_t n = 0;

	for (size_t i = 0; rule_keys[i]; i++)
		known[n++] = rule_keys[i];
	for (size_t i = 0; kind->keys[i] && n + 1 < sizeof known / sizeof *known; i++)
		known[n++] = kind->keys[i];
	known[n] = NULL;
	return yaml_known_keys(l->doc, node, known, l->err);
}

/* Findings, sidecars and scripts tell it among other words. */
static bool is_id(struct str id)
{
	size_t at = 0;

	while (at < id.n) {
		unsigned ch = utf8_next(id, &at);
		bool letter = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') ||
			      (ch >= '0' && ch <= '9') || utf8_is_han(ch);

		if (!letter && (ch > 127 || !strchr(".-_", (int)ch)))
			return false;
	}
	return id.n > 0;
}

static bool load_head(struct rule_load *l, const struct ynode *node, struct rule_entry *entry)
{
	struct rule *rule = &entry->rule;

	rule->file = yaml_name(l->doc);
	rule->line = node->line;
	rule->authority = l->empty;
	rule->explain = (struct form_words){{l->empty, l->empty}};
	if (!yaml_need_str(l->doc, node, "id", &rule->id, l->err) ||
		!yaml_need_str(l->doc, node, "kind", &rule->kind, l->err) ||
		!rule_load_severity(l, node, &rule->severity) ||
		!yaml_opt_str(l->doc, node, "authority", &rule->authority, l->err) ||
		!rule_load_words(l, node, "title", &rule->title))
		return false;
	if (!is_id(str_of(rule->id)))
		return yaml_err(l->doc, yaml_get(node, "id"), l->err,
			_("the name of a rule has letters, digits, \".\", \"-\" and \"_\" alone"));
	if (yaml_get(node, "explain") && !rule_load_words(l, node, "explain", &rule->explain))
		return false;
	if (rules_find(l->rules, rule->id))
		return yaml_err(l->doc, yaml_get(node, "id"), l->err,
			_("there is a rule \"%s\" already"), rule->id);
	entry->kind = kind_find(str_of(rule->kind));
	if (!entry->kind)
		return yaml_err(l->doc, yaml_get(node, "kind"), l->err, _("no kind of rule \"%s\""),
			rule->kind);
	return check_keys(l, node, entry->kind);
}

static struct rule_entry *entry_new(struct ruleset *rs)
{
	enum { SPARE_RULES = 64 };

	if (!rs->spare_rules.n) {
		rs->spare_rules.n = SPARE_RULES;
		rs->spare_rules.v =
			arena_alloc_array(rs->arena, SPARE_RULES, sizeof *rs->spare_rules.v);
	}
	rs->spare_rules.n--;
	return rs->spare_rules.v++;
}

static bool load_rule(struct rule_load *l, const struct ynode *node)
{
	struct rule_entry *entry = entry_new(l->rules);

	if (l->rules->rules.n == RULES_MAX)
		return yaml_err(l->doc, node, l->err, _("more than %d rules"), RULES_MAX);
	l->rule = &entry->rule;
	if (!yaml_need_map(l->doc, node, l->err) || !load_head(l, node, entry))
		return false;
	entry->data = entry->kind->load(l, node, &entry->rule);
	if (!entry->data || !load_examples(l, yaml_get(node, "examples"), entry))
		return false;
	*vec_push(&l->rules->rules) = entry;
	return true;
}

static bool load_doc(struct rule_load *l)
{
	const struct ynode *root = yaml_root(l->doc), *list = yaml_get(root, "rules");
	const char *format;

	if (!yaml_need_map(l->doc, root, l->err) ||
		!yaml_known_keys(l->doc, root, file_keys, l->err) ||
		!yaml_need_str(l->doc, root, "format", &format, l->err))
		return false;
	if (strcmp(format, FORMAT))
		return yaml_err(l->doc, yaml_get(root, "format"), l->err,
			_("not a file of rules: format is \"%s\", not \"%s\""), format, FORMAT);
	l->macros = yaml_get(root, "macros");
	if (!words_load(l, yaml_get(root, "words")) ||
		!prose_words_load(l, yaml_get(root, "prose")))
		return false;
	if (list && !yaml_need_seq(l->doc, list, l->err))
		return false;
	for (size_t i = 0; list && i < list->n; i++) {
		if (!load_rule(l, list->items[i]))
			return false;
	}
	return changes_load(l, yaml_get(root, "change"));
}

static bool load_file(struct ruleset *rs, const char *path, struct err *err)
{
	struct rule_load l = {.rules = rs, .err = err, .empty = arena_cstr(rs->arena, STR(""))};
	struct ydoc *doc;

	rs->trees = rs->trees ? rs->trees : arena_new();
	doc = yaml_load_in(rs->arena, rs->trees, path, err);

	if (!doc)
		return false;
	*vec_push(&rs->docs) = doc;
	l.doc = doc;
	return load_doc(&l);
}

bool rules_add_file(struct ruleset *rs, const char *path, struct err *err)
{
	size_t before = rs->patterns.n;

	return load_file(rs, path, err) && patterns_prove(rs, before, err);
}

struct ruleset *rules_new(const struct forms *forms, struct arena *arena)
{
	struct ruleset *rs = mem_alloc(sizeof *rs);

	rs->arena = arena;
	rs->once = once_new(arena);
	rs->room = re_room_new();
	rs->runs = arena_alloc(arena, sizeof *rs->runs);
	rs->runs->room = rs->room;
	rs->forms = forms;
	return rs;
}

bool rules_add_dir(struct ruleset *rs, const char *dir, struct err *err)
{
	char **paths;
	size_t n;
	bool good = file_list(dir, &paths, &n, err);

	if (good) {
		for (size_t i = 0; good && i < n; i++) {
			if (str_ends(str_of(paths[i]), ".yaml"))
				good = load_file(rs, paths[i], err);
		}
		file_list_free(paths, n);
		good = good && words_complete(rs, err);
	}
	return good;
}

struct ruleset *rules_load(const char *dir, const struct forms *forms, struct err *err)
{
	struct ruleset *rs = rules_new(forms, arena_new());

	if (rules_add_dir(rs, dir, err))
		return rs;
	rules_free(rs);
	return NULL;
}

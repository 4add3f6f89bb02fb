/* What a rule file of one's own changes in the rules that were read before it. */
#include "rule/kind.h"

#include <string.h>

static const char *const change_keys[] = {"id", "severity", "off", NULL};

static size_t find_entry(const struct ruleset *rs, const char *id)
{
	for (size_t i = 0; i < rs->rules.n; i++) {
		if (!strcmp(rs->rules.v[i]->rule.id, id))
			return i;
	}
	return STR_NONE;
}

static bool known_keys(struct rule_load *l, const struct ynode *node, const struct rule_kind *kind)
{
	const char *known[16];
	size_t n = 0;

	for (size_t i = 0; change_keys[i]; i++)
		known[n++] = change_keys[i];
	for (size_t i = 0; kind->changes && kind->changes[i]; i++)
		known[n++] = kind->changes[i];
	known[n] = NULL;
	return yaml_known_keys(l->doc, node, known, l->err);
}

static void take_out(struct ruleset *rs, size_t at)
{
	memmove(&rs->rules.v[at], &rs->rules.v[at + 1],
		(rs->rules.n - at - 1) * sizeof *rs->rules.v);
	rs->rules.n--;
}

static bool load_change(struct rule_load *l, const struct ynode *node)
{
	struct rule_entry *entry;
	const char *id;
	bool off = false;
	size_t at;

	if (!yaml_need_map(l->doc, node, l->err) || !yaml_need_str(l->doc, node, "id", &id, l->err))
		return false;
	at = find_entry(l->rules, id);
	if (at == STR_NONE)
		return yaml_err(l->doc, yaml_get(node, "id"), l->err, _("no rule \"%s\""), id);
	entry = l->rules->rules.v[at];
	if (!known_keys(l, node, entry->kind) || !yaml_opt_bool(l->doc, node, "off", &off, l->err))
		return false;
	if (yaml_get(node, "severity") && !rule_load_severity(l, node, &entry->rule.severity))
		return false;
	if (entry->kind->change && !entry->kind->change(l, node, entry->data))
		return false;
	if (off)
		take_out(l->rules, at);
	return true;
}

bool changes_load(struct rule_load *l, const struct ynode *list)
{
	if (!list)
		return true;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	for (size_t i = 0; i < list->n; i++) {
		if (!load_change(l, list->items[i]))
			return false;
	}
	return true;
}

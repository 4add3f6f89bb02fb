/* What reports a rule holds for. */
#include "rule/scope.h"

/* Of reports there are. */
#define YEAR_MIN 2008
#define YEAR_MAX 2199

static bool load_years(struct rule_load *l, const struct ynode *node, struct scope *out)
{
	static const char *const keys[] = {"from", "to", NULL};

	if (!node)
		return true;
	if (!yaml_need_map(l->doc, node, l->err) || !yaml_known_keys(l->doc, node, keys, l->err) ||
		!rule_load_number(l, node, "from", YEAR_MIN, YEAR_MAX, &out->year_from) ||
		!rule_load_number(l, node, "to", YEAR_MIN, YEAR_MAX, &out->year_to))
		return false;
	if (!out->year_from && !out->year_to)
		return yaml_err(l->doc, node, l->err, _("no year is told here"));
	if (out->year_to && out->year_from > out->year_to)
		return yaml_err(l->doc, node, l->err, _("no year is from %lld to %lld"),
			(long long)out->year_from, (long long)out->year_to);
	return true;
}

bool scope_load(struct rule_load *l, const struct ynode *node, struct scope *out)
{
	const struct ynode *forms = yaml_get(node, "forms");

	*out = (struct scope){0};
	if (!rule_load_list(l, node, "forms", &out->forms) ||
		!rule_load_list(l, node, "agencies", &out->agencies) ||
		!rule_load_list(l, node, "not_agencies", &out->not_agencies) ||
		!load_years(l, yaml_get(node, "years"), out))
		return false;
	for (size_t i = 0; i < out->forms.n; i++) {
		if (!forms_find(l->rules->forms, out->forms.items[i]))
			return yaml_err(
				l->doc, forms, l->err, _("no form \"%s\""), out->forms.items[i]);
	}
	return true;
}

bool list_ends(const struct form_list *endings, struct str text)
{
	for (size_t i = 0; i < endings->n; i++) {
		if (str_ends(text, endings->items[i]))
			return true;
	}
	return false;
}

static bool has_form(const struct rule_context *c, const struct scope *s)
{
	for (size_t i = 0; i < s->forms.n; i++) {
		if (c->report->form && str_is(str_of(s->forms.items[i]), c->report->form->id))
			return true;
	}
	return s->forms.n == 0;
}

bool scope_holds(struct rule_context *c, const struct rule *rule, const struct scope *s)
{
	struct str agency = str_of(c->report->agency_text);
	struct needs needs = {s->year_from || s->year_to, s->agencies.n};
	int64_t year = c->report->year;

	if (!has_form(c, s) || !context_knows(c, rule, needs))
		return false;
	if ((s->year_from && year < s->year_from) || (s->year_to && year > s->year_to))
		return false;
	if (s->agencies.n && !list_ends(&s->agencies, agency))
		return false;
	return !list_ends(&s->not_agencies, agency);
}

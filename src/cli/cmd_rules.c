/* gouji rules: what is checked, by which authority, from which file. */
#include <string.h>

#include "base/utf8.h"
#include "cli/formats.h"
#include "cli/inputs.h"
#include "cli/listing.h"
#include "cli/output.h"

static void put_json(struct json *j, const void *item, enum lang lang)
{
	const struct rule *rule = item;

	json_open(j, '{');
	json_key(j, "rule");
	json_cstr(j, rule->id);
	json_key(j, "kind");
	json_cstr(j, rule->kind);
	json_key(j, "severity");
	json_cstr(j, severity_name(rule->severity));
	json_key(j, "title");
	json_cstr(j, rule->title.text[lang]);
	json_key(j, "explain");
	json_cstr(j, rule->explain.text[lang]);
	json_key(j, "authority");
	json_cstr(j, rule->authority);
	json_key(j, "file");
	json_cstr(j, rule->file);
	json_key(j, "line");
	json_int(j, rule->line);
	json_close(j);
}

static void put_padded(struct buf *out, const char *text, size_t width)
{
	size_t n = utf8_columns(str_of(text), 1);

	buf_adds(out, text);
	for (; n < width; n++)
		buf_addc(out, ' ');
	buf_adds(out, "  ");
}

static void put_row(struct buf *out, const struct rule *rule, size_t width, enum lang lang)
{
	put_padded(out, rule->id, width);
	put_padded(out, severity_name(rule->severity), strlen("warning"));
	buf_addf(out, "%s  (%s:%u)\n", rule->title.text[lang], rule->file, rule->line);
}

static void put_explained(struct buf *out, const struct rule *rule, enum lang lang)
{
	buf_addf(out, "%s  %s\n%s\n", rule->id, severity_name(rule->severity),
		rule->title.text[lang]);
	if (rule->explain.text[lang] && *rule->explain.text[lang])
		buf_addf(out, "\n%s\n", rule->explain.text[lang]);
	buf_addc(out, '\n');
	if (rule->authority && *rule->authority)
		buf_addf(out, _("Authority: %s\n"), rule->authority);
	buf_addf(out, _("File: %s, line %u (%s)\n"), rule->file, rule->line, rule->kind);
}

static size_t rules_n(const void *data)
{
	return rules_count(data);
}

static const void *rules_nth(const void *data, size_t i)
{
	return rules_at(data, i);
}

static const void *rules_named(const void *data, const char *name)
{
	const struct rule *rule = rules_find(data, name);

	if (!rule)
		cli_message(_("no rule '%s'; 'gouji rules' lists them"), name);
	return rule;
}

static const struct listing listing = {
	"gouji-rules/1", "rules", rules_n, rules_nth, rules_named, put_json};

static void write_text(const struct listed *wanted, bool explained, struct buf *out)
{
	size_t width = 0;

	for (size_t i = 0; i < wanted->n; i++) {
		const struct rule *rule = wanted->v[i];

		if (strlen(rule->id) > width)
			width = strlen(rule->id);
	}
	for (size_t i = 0; i < wanted->n; i++) {
		if (explained && i)
			buf_addc(out, '\n');
		if (explained)
			put_explained(out, wanted->v[i], lang_now());
		else
			put_row(out, wanted->v[i], width, lang_now());
	}
}

/* Every pattern, every example; false where one does not hold. */
static bool self_test(const struct ruleset *rules, struct buf *out)
{
	size_t n = rules_example_count(rules), bad = 0;
	struct err err = {0};

	if (!rules_compile(rules, &err)) {
		cli_error(&err);
		return false;
	}
	for (size_t i = 0; i < n; i++) {
		struct rule_trial t;

		if (rules_try_example(rules, i, &t))
			continue;
		bad++;
		buf_addf(out,
			t.hit ? _("%s:%u: %s does not hit its example\n")
			      : _("%s:%u: %s hits what it must not\n"),
			t.rule->file, t.line, t.rule->id);
	}
	buf_addf(out, _("rules: %zu, examples: %zu, failing: %zu\n"), rules_count(rules), n, bad);
	return bad == 0;
}

int cli_rules(const struct cli *cli)
{
	struct inputs_data data;
	struct listed wanted = {0};
	struct output out;
	struct err err = {0};
	int status = CLI_TROUBLE;
	bool (*load)(struct inputs_data *, const char *, struct err *) =
		cli->value[OPT_SELF_TEST] ? inputs_load_examples : inputs_load_rules_with;

	if (!load(&data, cli->value[OPT_RULES], &err)) {
		cli_error(&err);
		return CLI_TROUBLE;
	}
	if (listing_collect(&listing, cli, data.rules, &wanted) && output_open(&out, cli)) {
		bool good = true;

		if (cli->value[OPT_SELF_TEST])
			good = self_test(data.rules, &out.buf);
		else if (strcmp(cli_format(cli), "json") == 0)
			listing_json(&listing, &wanted, &out.buf);
		else
			write_text(&wanted, cli->n_args > 0, &out.buf);
		status = output_close(&out, good ? CLI_OK : CLI_TROUBLE);
	}
	vec_free(&wanted);
	inputs_free_data(&data);
	return status;
}

/* The kind `shape`: the report against its form: sections missing, out of order, doubled, empty;
 * tables of another form than the year's. */
#include "rule/context.h"
#include "rule/scope.h"
#include "rule/shape_headings.h"

#include <string.h>

#include "base/fold.h"
#include "table/label.h"

#define SECTIONS_MAX 16
/* A text with fewer headings than this is no whole report: what it lacks is not told. */
#define SECTIONS_LEAST 3

struct shape_rule;

struct shape_check {
	const char *name;
	void (*run)(struct rule_context *c, const struct rule *rule, const struct shape_rule *how);
};

struct shape_rule {
	size_t check; /* the row of the table of checks, from 1 */
	struct scope scope;
	unsigned sections;	   /* a bit each: those it looks at */
	struct form_list nothing;  /* what an empty section says */
	struct pattern **patterns; /* of paragraphs that say nothing, folded to words */
	size_t n_patterns;
	struct form_words message;
};

static const char *const shape_keys[] = {
	"check", "sections", "nothing", "patterns", SCOPE_KEYS, "message", NULL};
static const char *const message_slots[] = {
	"sections", "count", "lines", "tables", "form", "due", "year", NULL};

static struct form_words quoted(struct rule_context *c, struct form_words text)
{
	struct slots s;

	slots_init(&s, c->arena);
	slots_words(&s, "text", text);
	return context_word(c, WORD_QUOTED, &s);
}

static struct form_words section_words(struct rule_context *c, unsigned number)
{
	const struct form_common *common = &c->report->forms->common;
	struct form_words none = {{"", ""}};

	for (size_t i = 0; i < common->n_sections; i++) {
		if (common->sections[i].number == number)
			return quoted(c, common->sections[i].title);
	}
	return none;
}

static void shape_tell(struct rule_context *c, struct finding *f, struct slots *s,
	const struct shape_rule *how, const char *key)
{
	static const struct form_words none = {{NULL, NULL}};

	finding_message(c, f, s, how->message, none);
	finding_end(c, f, key);
}

static bool is_whole(const struct rule_context *c)
{
	return c->report->n_sections >= SECTIONS_LEAST;
}

static void missing_run(
	struct rule_context *c, const struct rule *rule, const struct shape_rule *how)
{
	const struct form_common *common = &c->report->forms->common;
	struct form_words names = {{"", ""}};
	struct shape_headings h = {0};
	struct finding f;
	struct slots s;
	size_t n = 0;

	if (!is_whole(c))
		return;
	for (size_t i = 0; i < common->n_sections; i++) {
		unsigned number = common->sections[i].number;

		if (report_section(c->report, number) || shape_heading_find(c->report, &h, number))
			continue;
		if (n++)
			names = words_join(c, names, context_word(c, WORD_ENUM, NULL));
		names = words_join(c, names, section_words(c, number));
	}
	shape_headings_free(&h);
	if (!n)
		return;
	finding_begin(&f, rule);
	slots_init(&s, c->arena);
	slots_words(&s, "sections", names);
	slots_count(&s, "count", n);
	shape_tell(c, &f, &s, how, "sections");
}

/* A heading that was not taken for its section, because another stands before it that belongs
 * behind it. */
static void order_run(struct rule_context *c, const struct rule *rule, const struct shape_rule *how)
{
	const struct form_common *common = &c->report->forms->common;
	struct shape_headings h = {0};

	for (size_t i = 0; is_whole(c) && i < common->n_sections; i++) {
		unsigned number = common->sections[i].number;
		const struct report_para *at;
		struct finding f;
		struct slots s;

		if (report_section(c->report, number) ||
			!(at = shape_heading_find(c->report, &h, number)))
			continue;
		finding_begin(&f, rule);
		finding_span(c, &f, at->span);
		slots_init(&s, c->arena);
		slots_words(&s, "sections", section_words(c, number));
		shape_tell(c, &f, &s, how, common->sections[i].title.text[LANG_ZH]);
	}
	shape_headings_free(&h);
}

/* The number printed before the heading, STR_NONE where none is. */
static size_t printed_number(
	const struct rule_context *c, const struct report_section *at, struct text_span *line)
{
	struct str text = doc_text(c->report->doc);
	struct buf core = {0};
	char number[8];

	*line = (struct text_span){at->span.from, at->title.to};
	label_core(str_slice(text, line->from, line->to), &core, number);
	buf_free(&core);
	return label_number(number);
}

/* A section that bears another's number. */
static void number_run(
	struct rule_context *c, const struct rule *rule, const struct shape_rule *how)
{
	for (size_t i = 0; is_whole(c) && i < c->report->n_sections; i++) {
		const struct report_section *at = &c->report->sections[i];
		struct text_span line;
		size_t number = printed_number(c, at, &line);
		struct finding f;
		struct slots s;

		if (number == STR_NONE || number == at->number)
			continue;
		finding_begin(&f, rule);
		finding_span(c, &f, line);
		slots_init(&s, c->arena);
		slots_words(&s, "sections", section_words(c, at->number));
		slots_count(&s, "count", number);
		shape_tell(c, &f, &s, how, section_words(c, at->number).text[LANG_ZH]);
	}
}

/* Does the heading stand alone, another section's right behind it: a table's is between them, or
 * it is of a list of contents? */
static bool is_bare(const unsigned *of, size_t i)
{
	return of[i + 1] && of[i + 1] != of[i] && !(i && of[i - 1] == of[i]);
}

/* Headings with a paragraph behind them, or beside the same once more. */
static void doubled_run(
	struct rule_context *c, const struct rule *rule, const struct shape_rule *how)
{
	const struct report *r = c->report;
	struct finding f[SECTIONS_MAX];
	size_t n[SECTIONS_MAX] = {0};
	struct shape_headings h = {0};
	const unsigned *of = shape_headings_of(r, &h);

	for (size_t i = 0; i + 1 < r->n_paras; i++) {
		unsigned number = of[i];

		if (!number || number >= SECTIONS_MAX || shape_is_contents(r, of, i) ||
			is_bare(of, i))
			continue;
		if (!n[number]++)
			finding_begin(&f[number], rule);
		finding_span(c, &f[number], r->paras[i].span);
	}
	shape_headings_free(&h);
	for (unsigned number = 1; number < SECTIONS_MAX; number++) {
		struct slots s;

		if (n[number] < 2)
			continue;
		slots_init(&s, c->arena);
		slots_words(&s, "sections", section_words(c, number));
		slots_count(&s, "count", n[number]);
		shape_tell(c, &f[number], &s, how, section_words(c, number).text[LANG_ZH]);
	}
}

/* Does the text say nothing, but for white space and punctuation? The name of the agency is what is
 * signed with. */
static bool says_nothing(
	const struct rule_context *c, const struct shape_rule *how, struct str text)
{
	struct fold f;
	bool nothing;

	fold_make(&f, text, FOLD_SPACE | FOLD_PUNCT);
	nothing = f.text.n == 0 || str_eq(f.text, str_of(c->report->agency_text));
	for (size_t i = 0; !nothing && i < how->nothing.n; i++)
		nothing = str_is(f.text, how->nothing.items[i]);
	for (size_t i = 0; !nothing && i < how->n_patterns; i++)
		nothing = pattern_find(how->patterns[i], f.text, 0);
	fold_free(&f);
	return nothing;
}

/* Line by line, so that a heading within it and what is signed are each seen for themselves. */
static bool is_empty(const struct rule_context *c, const struct shape_rule *how, struct str body)
{
	struct str line;
	size_t at = 0;

	while (at < body.n) {
		size_t end = str_find(body, STR("\n"), at);

		end = end == STR_NONE ? body.n : end;
		line = str_slice(body, at, end);
		if (!says_nothing(c, how, line))
			return false;
		at = end + 1;
	}
	return true;
}

static void empty_run(struct rule_context *c, const struct rule *rule, const struct shape_rule *how)
{
	const struct report *r = c->report;

	for (size_t i = 0; is_whole(c) && i < r->n_sections; i++) {
		const struct report_section *at = &r->sections[i];
		struct text_span body = {at->title.to, at->span.to};
		struct finding f;
		struct slots s;

		if (!(how->sections >> at->number & 1) || !is_empty(c, how, doc_str(r->doc, body)))
			continue;
		finding_begin(&f, rule);
		finding_span(c, &f, at->title);
		slots_init(&s, c->arena);
		slots_words(&s, "sections", section_words(c, at->number));
		shape_tell(c, &f, &s, how, section_words(c, at->number).text[LANG_ZH]);
	}
}

static void form_run(struct rule_context *c, const struct rule *rule, const struct shape_rule *how)
{
	const struct report *r = c->report;
	const struct form *due = forms_for_year(r->forms, context_year(c));
	const struct form *other = NULL;
	struct form_words tables = {{"", ""}};
	struct finding f;
	struct slots s;

	finding_begin(&f, rule);
	for (size_t i = 0; due && i < r->n_tables; i++) {
		const struct report_table *t = &r->tables[i];

		if (!t->found || t->form == due)
			continue;
		if (other)
			tables = words_join(c, tables, context_word(c, WORD_ENUM, NULL));
		tables = words_join(c, tables, quoted(c, t->def->title));
		finding_span(c, &f, t->span);
		other = t->form;
	}
	if (!other)
		return;
	slots_init(&s, c->arena);
	slots_words(&s, "tables", tables);
	slots_words(&s, "form", other->title);
	slots_words(&s, "due", due->title);
	slots_dec(&s, "year", dec_of(context_year(c)));
	shape_tell(c, &f, &s, how, "form");
}

static const struct shape_check checks[] = {
	{"sections-missing", missing_run},
	{"sections-order", order_run},
	{"sections-doubled", doubled_run},
	{"section-number", number_run},
	{"section-empty", empty_run},
	{"table-form", form_run},
};

static bool load_sections(struct rule_load *l, const struct ynode *list, struct shape_rule *r)
{
	if (!list)
		return true;
	if (!yaml_need_seq(l->doc, list, l->err))
		return false;
	for (size_t i = 0; i < list->n; i++) {
		struct dec number;

		if (list->items[i]->kind != YAML_SCALAR ||
			!dec_parse(list->items[i]->text, &number) || number.scale ||
			number.units < 1 || number.units >= SECTIONS_MAX)
			return yaml_err(l->doc, list->items[i], l->err,
				_("the number of a section is due here"));
		r->sections |= 1u << number.units;
	}
	return true;
}

static const void *shape_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct shape_rule *r = arena_alloc(l->rules->arena, sizeof *r);

	(void)rule;
	if (!rule_load_check(
		    l, node, checks, sizeof *checks, sizeof checks / sizeof *checks, &r->check) ||
		!scope_load(l, node, &r->scope) ||
		!load_sections(l, yaml_get(node, "sections"), r) ||
		!rule_load_list(l, node, "nothing", &r->nothing) ||
		!rule_load_patterns(
			l, yaml_get(node, "patterns"), NULL, &r->patterns, &r->n_patterns) ||
		!rule_load_template(l, node, "message", message_slots, &r->message))
		return NULL;
	return r;
}

static void shape_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct shape_rule *how = data;

	if (scope_holds(c, rule, &how->scope))
		checks[how->check - 1].run(c, rule, how);
}

const struct rule_kind shape_kind = {
	.name = "shape",
	.keys = shape_keys,
	.load = shape_load,
	.run = shape_run,
};

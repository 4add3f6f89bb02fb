/* Completion: from the rows of commands, options and cells. */
#include <string.h>

#include "desk/argument.h"
#include "desk/grammar.h"
#include "desk/options.h"
#include "export/export.h"

struct offer {
	VEC(char *) words;
	struct str begun; /* what is typed of the word */
};

static void offer(struct offer *o, struct str word)
{
	if (word.n >= o->begun.n && memcmp(word.p, o->begun.p, o->begun.n) == 0)
		*vec_push(&o->words) = mem_strndup(word.p, word.n);
}

static void offer_cstr(struct offer *o, const char *word)
{
	offer(o, str_of(word));
}

/* A fixed word in the language of the interface, or in the other where that is what is typed. */
static void offer_word(struct offer *o, const char *name, const char *command)
{
	const char *shown = argument_shown(name, command),
		   *chinese = argument_chinese(name, command);
	const char *other = shown == name ? chinese : name;
	size_t n = o->words.n;
	offer_cstr(o, shown);
	if (o->words.n == n && o->begun.n && other)
		offer_cstr(o, other);
}

static void offer_commands(struct offer *o)
{
	for (size_t i = 0; i < command_count(); i++)
		offer_cstr(o, command_at(i)->name);
}

static void offer_option_values(struct offer *o, struct str option)
{
	const struct option_row *row = option_find(option, NULL);
	char text[16];
	if (!row)
		return;
	if (row->kind == OPTION_BOOL) {
		offer_word(o, "on", "set");
		offer_word(o, "off", "set");
		offer_word(o, "toggle", "set");
		return;
	}
	struct options values;
	options_init(&values);
	for (int i = row->min; i <= row->max; i++) {
		*(int *)((char *)&values + row->offset) = i;
		offer_cstr(o, option_text(&values, row, text));
	}
}

/* The tables of this report's forms, or their rows: "requests/new". */
static void offer_rows(const struct session *s, struct offer *o, bool rows)
{
	for (size_t i = 0; i < s->report->n_tables; i++) {
		const struct form_table *t = s->report->tables[i].def;
		if (!rows)
			offer_cstr(o, t->name);
		for (size_t k = 0; rows && k < t->n_rows; k++) {
			struct buf name = {0};
			buf_addf(&name, "%s/%s", t->name, t->rows[k].name);
			offer(o, buf_str(&name));
			buf_free(&name);
		}
	}
}

/* Words of a filter of findings. */
static void offer_kinds(const struct session *s, struct offer *o)
{
	static const char *const words[] = {"all", "error", "warning", "note", "open", "decided"};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		offer_word(o, words[i], "filter");
	for (size_t i = 0; i < s->check.n_findings; i++) {
		bool offered = false;
		for (size_t k = 0; k < i && !offered; k++)
			offered = s->check.findings[k].rule == s->check.findings[i].rule;
		if (!offered)
			offer_cstr(o, s->check.findings[i].rule->id);
	}
}

/* Findings by their numbers on the screen; by their ids where one is begun. */
static void offer_findings(const struct session *s, struct offer *o)
{
	bool by_id = o->begun.n > 0 && o->begun.p[0] != '#';
	for (size_t i = 0; i < s->check.n_findings; i++) {
		struct buf number = {0};
		buf_addf(&number, "#%zu", i + 1);
		offer(o, by_id ? str_of(s->check.findings[i].id) : buf_str(&number));
		buf_free(&number);
	}
}

static void offer_kind(const struct session *s, struct offer *o, const struct param *p,
	const struct command_args *a)
{
	struct str word;
	const struct record *r;
	for (size_t i = 0; p->literal && param_alternative(p, i, &word); i++) {
		char *name = mem_strndup(word.p, word.n);
		offer_word(o, name, a->command->name);
		free(name);
	}
	for (size_t i = 0; s->report && param_names(p, "CELL") && i < s->report->n_cells; i++)
		offer_cstr(o, s->report->cells[i].def->name);
	if (param_names(p, "FINDING"))
		offer_findings(s, o);
	for (size_t i = 0;
		param_names(p, "ANNOTATION") && (r = review_at(s->review, RECORD_ANNOTATION, i));
		i++)
		offer_cstr(o, r->key);
	for (size_t i = 0;
		param_names(p, "MEND") && (r = review_at(s->review, RECORD_STRUCTURE, i)); i++)
		offer_cstr(o, r->key);
	if (s->report && (param_names(p, "ROW") || param_names(p, "TABLE")))
		offer_rows(s, o, param_names(p, "ROW"));
	for (size_t i = 0; param_names(p, "OPTION") && i < option_count(); i++)
		offer_word(o, option_at(i)->name, "set");
	for (size_t i = 0; param_names(p, "FORMAT") && export_format_at(i); i++)
		offer_cstr(o, export_format_at(i)->name);
	if (param_names(p, "KIND"))
		offer_kinds(s, o);
	if (param_names(p, "COMMAND"))
		offer_commands(o);
	if (param_names(p, "VALUE") && a->command->group == GROUP_SHOW && a->n)
		offer_option_values(o, a->arg[a->n - 1]);
}

/* Bytes up to the next blank. */
static size_t word_length(struct str s)
{
	size_t n = 0;
	while (n < s.n && !str_blank(str_slice(s, n, s.n)))
		n++;
	return n;
}

/* The parameter that the last word of `rest` is for, those behind it in g; the words before it into
 * a. */
static bool find_param(const struct command *c, struct str rest, struct grammar *g, struct param *p,
	struct command_args *a)
{
	*g = (struct grammar){str_of(c->usage)};
	a->command = c;
	while (grammar_next(g, p)) {
		rest = str_skip_blanks(rest);
		size_t n = word_length(rest);
		if (n == rest.n)
			return true;
		a->arg[a->n++] = str_slice(rest, 0, n);
		rest = str_slice(rest, n, rest.n);
	}
	return false;
}

/* What stands behind the last blank. */
static struct str last_word(struct str s)
{
	struct str word = s;
	while (word_length(word) < word.n)
		word = str_skip_blanks(str_slice(word, word_length(word), word.n));
	return word;
}

char **command_complete(struct session *s, struct str line, size_t *from)
{
	struct offer o = {.begun = last_word(str_skip_blanks(line))};
	struct command_args a = {.n = 0};
	struct grammar g;
	struct param p;
	struct str all = str_skip_blanks(line);
	size_t n = word_length(all);
	if (n == all.n) {
		offer_commands(&o);
	} else {
		const struct command *c = command_find(str_slice(all, 0, n), NULL);
		bool more = c && find_param(c, str_slice(all, n, all.n), &g, &p, &a);
		for (; more; more = p.optional && grammar_next(&g, &p) && !p.optional)
			offer_kind(s, &o, &p, &a);
	}
	*from = line.n - o.begun.n;
	*vec_push(&o.words) = NULL;
	return o.words.v;
}

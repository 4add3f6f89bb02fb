/* A check: all rules over one report, the findings in order and with their ids. */
#include "rule/context.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "rule/prose.h"

/* So many of a number's first characters quoted in a message are taken for the number; so many
 * stay. */
#define MASK_FROM 6
#define MASK_SHOWN 3

/* Which cells stand alone on one side of an identity of their form: printed totals. */
static bool *totals_make(struct arena *a, const struct report *r)
{
	bool *totals = arena_alloc_array(a, r->n_cells, sizeof *totals);

	for (size_t i = 0; i < r->n_tables; i++) {
		const struct report_table *t = &r->tables[i];

		for (size_t j = 0; j < t->form->n_identities; j++) {
			const struct form_identity *id = &t->form->identities[j];
			size_t n = id->each_row ? t->def->n_rows : t->def->blocks[0].n_columns;

			if (id->table != t->def || id->n_right != 1)
				continue;
			for (size_t k = 0; k < n; k++) {
				size_t cell = id->each_row ? context_cell_at(t, k, id->right[0])
							   : context_cell_at(t, id->right[0], k);

				if (cell != STR_NONE)
					totals[cell] = true;
			}
		}
	}
	return totals;
}

static int compare_cells(const struct finding *a, const struct finding *b)
{
	for (size_t i = 0; i < a->n_cells && i < b->n_cells; i++) {
		if (a->cells[i] != b->cells[i])
			return a->cells[i] < b->cells[i] ? -1 : 1;
	}
	return (a->n_cells > b->n_cells) - (a->n_cells < b->n_cells);
}

static int compare_found(const void *left, const void *right)
{
	const struct found *a = left, *b = right;

	if (a->finding.at != b->finding.at)
		return a->finding.at < b->finding.at ? -1 : 1;
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	int cells = compare_cells(&a->finding, &b->finding);

	return cells ? cells : strcmp(a->key, b->key);
}

static void make_id(const struct found *f, size_t occurrence, char out[FINDING_ID_SIZE])
{
	char hex[HASH_HEX_SIZE];
	struct buf text = {0};

	buf_addf(&text, "%s\n%s", f->finding.rule->id, f->key);
	if (occurrence)
		buf_addf(&text, "\n%zu", occurrence);
	hash_hex(HASH_SHA256, buf_str(&text), hex);
	snprintf(out, FINDING_ID_SIZE, "%.16s", hex);
	buf_free(&text);
}

static int compare_keys(const struct found *a, const struct found *b)
{
	if (a->order != b->order)
		return a->order < b->order ? -1 : 1;
	return strcmp(a->key, b->key);
}

/* Those of one rule and key together, in the order of the report. */
static int compare_named(const void *left, const void *right)
{
	const struct found *a = *(const struct found *const *)left;
	const struct found *b = *(const struct found *const *)right;
	int order = compare_keys(a, b);

	return order ? order : (a > b) - (a < b);
}

static void name_all(struct found *v, size_t n)
{
	struct found **named = mem_alloc_array(n + 1, sizeof *named);
	size_t occurrence = 0;

	for (size_t i = 0; i < n; i++)
		named[i] = &v[i];
	qsort(named, n, sizeof *named, compare_named);
	for (size_t i = 0; i < n; i++) {
		bool again = i && !compare_keys(named[i - 1], named[i]);

		occurrence = again ? occurrence + 1 : 0;
		make_id(named[i], occurrence, named[i]->finding.id);
	}
	free(named);
}

static void check_seal(struct rule_context *c, struct check *out)
{
	struct found *v = c->found.v;

	if (c->found.n)
		qsort(v, c->found.n, sizeof *v, compare_found);
	out->n_findings = c->found.n;
	out->findings = arena_alloc_array(c->arena, c->found.n, sizeof *out->findings);
	name_all(v, c->found.n);
	for (size_t i = 0; i < c->found.n; i++) {
		out->findings[i] = v[i].finding;
		out->count[v[i].finding.severity]++;
	}
	out->n_not_checked = c->not_checked.n;
	out->not_checked = arena_alloc_array(c->arena, c->not_checked.n, sizeof *out->not_checked);
	if (c->not_checked.n)
		memcpy(out->not_checked, c->not_checked.v,
			c->not_checked.n * sizeof *out->not_checked);
	out->n_checked = c->n_checked;
	out->n_evidence = c->evidence.n;
	out->evidence = arena_alloc_array(c->arena, c->evidence.n, sizeof *out->evidence);
	if (c->evidence.n)
		memcpy(out->evidence, c->evidence.v, c->evidence.n * sizeof *out->evidence);
}

static bool overlaps(const struct finding *f, struct text_span span)
{
	for (size_t i = 0; i < f->n_spans; i++) {
		if (f->spans[i].from < span.to && span.from < f->spans[i].to)
			return true;
	}
	return false;
}

/* Stars for what of the number the message quotes behind its first characters. */
static void mask_words(char *message, struct str number)
{
	char begin[MASK_FROM + 1];

	if (!message || number.n <= MASK_FROM)
		return;
	memcpy(begin, number.p, MASK_FROM);
	begin[MASK_FROM] = '\0';
	for (char *at = message; (at = strstr(at, begin)) != NULL; at++) {
		for (size_t i = MASK_SHOWN; i < number.n && at[i] == number.p[i]; i++)
			at[i] = '*';
	}
}

/* The digits of a number that words may stand around. */
static struct str digits_of(struct str s)
{
	size_t from = 0, to;

	while (from < s.n && !(s.p[from] >= '0' && s.p[from] <= '9'))
		from++;
	for (to = from; to < s.n && s.p[to] >= '0' && s.p[to] <= 'z';)
		to++;
	return str_slice(s, from, to);
}

/* A number that must not be told is not told by the findings of other rules either: they do not
 * quote the passage, and their messages have stars. */
static void check_mask(struct check *out, const struct report *r)
{
	for (size_t i = 0; i < out->n_findings; i++) {
		const struct finding *f = &out->findings[i];

		for (size_t k = 0; f->own_mask && k < f->n_spans; k++) {
			struct str number = digits_of(doc_str(r->doc, f->spans[k]));

			for (size_t j = 0; j < out->n_findings; j++) {
				struct finding *other = &out->findings[j];

				other->masked |= overlaps(other, f->spans[k]);
				mask_words(other->message[LANG_ZH], number);
				mask_words(other->message[LANG_EN], number);
			}
		}
	}
}

/* The report of the year before, as rules see it. */
static void last_make(struct rule_context *c, struct rule_context *last)
{
	*last = (struct rule_context){.rules = c->rules, .arena = c->arena};
	last->report = c->beside->last;
	last->values = c->beside->last_values;
	last->totals = totals_make(c->arena, last->report);
	c->last = last;
}

static void last_free(struct rule_context *last)
{
	prose_free(last->prose);
	folds_free(last->folds);
	vec_free(&last->not_checked);
	vec_free(&last->evidence);
}

void rules_check(
	const struct ruleset *rs, const struct report *r, const struct values *v, struct check *out)
{
	rules_check_beside(rs, r, v, NULL, out);
}

/* Whatever file a rule comes from: kinds that read what others told are late. */
static void run_kinds(struct rule_context *c, bool late)
{
	const struct ruleset *rs = c->rules;

	for (c->order = 0; c->order < rs->rules.n; c->order++) {
		const struct rule_entry *entry = rs->rules.v[c->order];

		if (entry->kind->late == late)
			entry->kind->run(c, &entry->rule, entry->data);
	}
}

void rules_check_beside(const struct ruleset *rs, const struct report *r, const struct values *v,
	const struct rule_beside *beside, struct check *out)
{
	struct rule_context c = {.rules = rs, .report = r, .values = v, .beside = beside}, last;

	*out = (struct check){.arena = arena_new()};
	c.arena = out->arena;
	if (beside && beside->last)
		last_make(&c, &last);
	c.totals = totals_make(c.arena, r);
	run_kinds(&c, false);
	run_kinds(&c, true);
	left_over_explain(&c);
	patterns_tell(&c);
	check_seal(&c, out);
	check_mask(out, r);
	if (c.last)
		last_free(&last);
	prose_free(c.prose);
	folds_free(c.folds);
	vec_free(&c.found);
	vec_free(&c.not_checked);
	vec_free(&c.evidence);
	vec_free(&c.tellings);
	vec_free(&c.others);
}

void check_free(struct check *c)
{
	arena_free(c->arena);
	*c = (struct check){0};
}

const struct finding *check_find(const struct check *c, const char *id)
{
	for (size_t i = 0; i < c->n_findings; i++) {
		if (!strcmp(c->findings[i].id, id))
			return &c->findings[i];
	}
	return NULL;
}

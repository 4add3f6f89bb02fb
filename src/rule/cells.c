/* The kind `cells`: what state the cells of a table are in. A rule names one check of the table
 * below; findings are one a table, for a wall of them helps nobody, but where a single cell is
 * wrong in itself (a negative count, an amount without unit) they are one a cell. */
#include "rule/doubt.h"
#include "rule/expr.h"

#include <string.h>

#include "base/fold.h"

#define ROWS_NAMED 3
#define CELLS_QUOTED 4

struct cells_rule;

/* The cells a check picked out in one table. */
struct picked {
	const struct rule *rule;
	const struct cells_rule *how;
	const struct report_table *table;
	size_t *cells;
	size_t n;
};

struct cells_check {
	const char *name;
	bool each;  /* a finding a cell */
	bool empty; /* tables not found are looked at too */
	enum cause cause;
	bool (*pick)(const struct rule_context *c, size_t cell);
};

struct cells_rule {
	size_t check; /* the row of the table of checks, from 1 */
	struct form_words message;
	struct form_words marked; /* what {marked} becomes where some are marks: {count} */
	struct form_words lost;	  /* the message where the table was not found at all; or NULL */
};

static const char *const cells_keys[] = {"check", "message", "marked", "lost", NULL};
static const char *const message_slots[] = {
	"table", "count", "rows", "cells", "marked", "text", NULL};
static const char *const marked_slots[] = {"count", NULL};

static struct str cell_text(const struct rule_context *c, size_t cell)
{
	return doc_str(c->report->doc, c->report->cells[cell].span);
}

static bool is_printed(const struct rule_context *c, size_t cell, enum cell_state state)
{
	const struct value *v = context_value(c, cell);

	return v->state == state && !v->corrected;
}

static bool pick_blank(const struct rule_context *c, size_t cell)
{
	return context_value(c, cell)->state == CELL_BLANK;
}

static bool pick_missing(const struct rule_context *c, size_t cell)
{
	return context_value(c, cell)->state == CELL_MISSING;
}

static bool pick_unreadable(const struct rule_context *c, size_t cell)
{
	return context_value(c, cell)->state == CELL_UNREADABLE;
}

/* "00", "007": more digits than the number has. */
static bool pick_zeros(const struct rule_context *c, size_t cell)
{
	struct fold f;

	if (!is_printed(c, cell, CELL_GIVEN))
		return false;
	fold_make(&f, cell_text(c, cell), FOLD_SPACE);
	size_t at = f.text.n && strchr("+-", f.text.p[0]) ? 1 : 0;
	bool zeros = f.text.n > at + 1 && f.text.p[at] == '0' && f.text.p[at + 1] >= '0' &&
		     f.text.p[at + 1] <= '9';

	fold_free(&f);
	return zeros;
}

static bool pick_no_count(const struct rule_context *c, size_t cell)
{
	const struct value *v = context_value(c, cell);
	enum value_kind kind = c->report->cells[cell].def->column->value;

	if (v->state != CELL_GIVEN)
		return false;
	if (kind != VALUE_SIGNED && v->value.units < 0)
		return true;
	return kind != VALUE_AMOUNT && !dec_is_integer(v->value);
}

static bool has_unit(const struct rule_context *c, struct str text)
{
	const struct form_list *units = &c->report->forms->common.money_units;

	for (size_t i = 0; i < units->n; i++) {
		if (str_find(text, str_of(units->items[i]), 0) != STR_NONE)
			return true;
	}
	return false;
}

/* A unit that the form prints is lacking where its heading is there and nothing near tells one: in
 * the section of the report, for a heading may be broken. */
static bool is_left_out(const struct rule_context *c, const struct cell *at)
{
	const struct report *r = c->report;
	bool found = false;

	for (size_t i = 0; i < r->n_sections; i++) {
		struct fold f;

		if (!text_span_covers(r->sections[i].span, at->heading.from))
			continue;
		fold_make(&f, doc_str(r->doc, r->sections[i].span), FOLD_SPACE);
		found = !has_unit(c, f.text);
		fold_free(&f);
	}
	return found;
}

/* No unit of money in the cell, its heading or its row's label. */
static bool pick_no_unit(const struct rule_context *c, size_t cell)
{
	const struct cell *at = &c->report->cells[cell];
	struct text_span near[] = {at->whole, at->heading, at->label};

	if (at->def->column->value != VALUE_AMOUNT || !is_printed(c, cell, CELL_GIVEN) ||
		dec_is_zero(at->value))
		return false;
	for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
		if (has_unit(c, doc_str(c->report->doc, near[i])))
			return false;
	}
	return !at->def->column->unit || (at->heading.to > at->heading.from && is_left_out(c, at));
}

/* The cell, or its heading, tells another unit of money than the form prints. */
static bool pick_other_unit(const struct rule_context *c, size_t cell)
{
	const struct cell *at = &c->report->cells[cell];
	const struct dec *factors = c->report->forms->common.money_factors;
	size_t told, due;

	if (!at->def->column->unit || !is_printed(c, cell, CELL_GIVEN))
		return false;
	told = amount_unit(c, doc_str(c->report->doc, at->whole));
	if (told == STR_NONE)
		told = amount_unit(c, doc_str(c->report->doc, at->heading));
	due = amount_unit(c, str_of(at->def->column->unit));
	return told != STR_NONE && due != STR_NONE && dec_cmp(factors[told], factors[due]);
}

static bool pick_doubt(const struct rule_context *c, size_t cell)
{
	return c->report->cells[cell].doubt && !context_value(c, cell)->corrected;
}

static const struct cells_check checks[] = {
	{"blank", false, false, CAUSE_SOURCE, pick_blank},
	{"missing", false, true, CAUSE_EXTRACTION, pick_missing},
	{"unreadable", false, false, CAUSE_SOURCE, pick_unreadable},
	{"leading-zeros", false, false, CAUSE_SOURCE, pick_zeros},
	{"no-count", true, false, CAUSE_SOURCE, pick_no_count},
	{"no-unit", true, false, CAUSE_SOURCE, pick_no_unit},
	{"other-unit", true, false, CAUSE_SOURCE, pick_other_unit},
	{"doubt", false, false, CAUSE_EXTRACTION, pick_doubt},
};

static const void *cells_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct cells_rule *r = arena_alloc(l->rules->arena, sizeof *r);

	(void)rule;
	if (!rule_load_check(
		    l, node, checks, sizeof *checks, sizeof checks / sizeof *checks, &r->check) ||
		!rule_load_template(l, node, "message", message_slots, &r->message))
		return NULL;
	if (yaml_get(node, "marked") &&
		!rule_load_template(l, node, "marked", marked_slots, &r->marked))
		return NULL;
	if (yaml_get(node, "lost") && !rule_load_template(l, node, "lost", message_slots, &r->lost))
		return NULL;
	return r;
}

static bool same_row(const struct rule_context *c, const struct picked *p, size_t i, size_t j)
{
	return c->report->cells[p->cells[i]].def->row == c->report->cells[p->cells[j]].def->row;
}

/* Where the row's run of picked cells that begins at i ends. */
static size_t row_end(const struct rule_context *c, const struct picked *p, size_t i)
{
	size_t end = i + 1;

	while (end < p->n && same_row(c, p, i, end))
		end++;
	return end;
}

/* One row: "本年新收 6 格", or "结转下年度·总计" where it is a single cell. */
static struct form_words row_part(
	struct rule_context *c, const struct picked *p, size_t i, size_t end)
{
	struct slots s;

	if (end == i + 1)
		return context_cells_words(c, &p->cells[i], 1, 1);
	slots_init(&s, c->arena);
	slots_words(&s, "row", row_words(c->report->cells[p->cells[i]].def->row));
	slots_count(&s, "count", end - i);
	return context_word(c, WORD_ROW_CELLS, &s);
}

/* "本年新收 6 格、上年结转 6 格、予以公开 6 格等 23 行". */
static struct form_words rows_words(struct rule_context *c, const struct picked *p)
{
	struct form_words out = {{"", ""}};
	size_t rows = 0;
	struct slots s;

	for (size_t i = 0, end; i < p->n; i = end) {
		end = row_end(c, p, i);
		if (rows++ >= ROWS_NAMED)
			continue;
		if (rows > 1)
			out = words_join(c, out, context_word(c, WORD_ENUM, NULL));
		out = words_join(c, out, row_part(c, p, i, end));
	}
	if (rows <= ROWS_NAMED)
		return out;
	slots_init(&s, c->arena);
	slots_count(&s, "count", rows);
	return words_join(c, out, context_word(c, WORD_MORE_ROWS, &s));
}

/* "上年结转·其他 印作“00”", each with what is printed there. */
static struct form_words cells_quoted(struct rule_context *c, const struct picked *p)
{
	struct form_words out = {{"", ""}};
	struct slots s;

	for (size_t i = 0; i < p->n && i < CELLS_QUOTED; i++) {
		slots_init(&s, c->arena);
		slots_words(&s, "cell", context_cells_words(c, &p->cells[i], 1, 1));
		slots_text(&s, "text", cell_text(c, p->cells[i]));
		if (i)
			out = words_join(c, out, context_word(c, WORD_ENUM, NULL));
		out = words_join(c, out, context_word(c, WORD_CELL_PRINTED, &s));
	}
	if (p->n <= CELLS_QUOTED)
		return out;
	slots_init(&s, c->arena);
	slots_count(&s, "count", p->n);
	return words_join(c, out, context_word(c, WORD_AND_MORE, &s));
}

static struct form_words marked_words(struct rule_context *c, const struct picked *p)
{
	size_t marks = 0;
	struct slots s;

	for (size_t i = 0; i < p->n; i++)
		marks += !text_span_empty(c->report->cells[p->cells[i]].span);
	if (!marks || !p->how->marked.text[LANG_ZH])
		return (struct form_words){{"", ""}};
	slots_init(&s, c->arena);
	slots_count(&s, "count", marks);
	return message_words(&s, p->how->marked);
}

static void picked_tell(struct rule_context *c, const struct picked *p)
{
	const struct form_words none = {{NULL, NULL}};
	bool lost = !p->table->found;
	struct finding f;
	struct slots s;

	finding_begin(&f, p->rule);
	f.cause = checks[p->how->check - 1].cause;
	finding_cells(c, &f, p->cells, p->n);
	for (size_t i = 0; i < p->n; i++)
		finding_cell_span(c, &f, p->cells[i]);
	/* it may be another column's, where such a number is due */
	if (checks[p->how->check - 1].each && doubt_tell(c, p->cells, p->n, &f) &&
		f.severity == SEVERITY_ERROR)
		f.severity = SEVERITY_WARNING;
	if (!f.n_spans && !lost)
		finding_span(c, &f, p->table->span);
	slots_init(&s, c->arena);
	slots_words(&s, "table", p->table->def->title);
	slots_count(&s, "count", p->n);
	slots_words(&s, "rows", rows_words(c, p));
	slots_words(&s, "cells", cells_quoted(c, p));
	slots_words(&s, "marked", marked_words(c, p));
	slots_text(&s, "text",
		p->n ? doc_str(c->report->doc, c->report->cells[p->cells[0]].whole) : STR(""));
	finding_message(c, &f, &s, lost ? p->how->lost : p->how->message, none);
	finding_end(c, &f, checks[p->how->check - 1].each ? NULL : p->table->def->name);
}

static void cells_table(struct rule_context *c, struct picked *p)
{
	const struct report_table *t = p->table;

	p->cells = arena_alloc_array(c->arena, t->n_cells, sizeof *p->cells);
	p->n = 0;
	for (size_t cell = t->cell; cell < t->cell + t->n_cells; cell++) {
		if (!checks[p->how->check - 1].pick(c, cell))
			continue;
		p->cells[p->n++] = cell;
		if (checks[p->how->check - 1].each) {
			picked_tell(c, p);
			p->n = 0;
		}
	}
	if (p->n)
		picked_tell(c, p);
}

static void cells_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct cells_rule *how = data;

	for (size_t i = 0; i < c->report->n_tables; i++) {
		struct picked p = {.rule = rule, .how = how, .table = &c->report->tables[i]};

		if (p.table->found || (checks[how->check - 1].empty && how->lost.text[LANG_ZH]))
			cells_table(c, &p);
	}
}

const struct rule_kind cells_kind = {
	.name = "cells",
	.keys = cells_keys,
	.load = cells_load,
	.run = cells_run,
};

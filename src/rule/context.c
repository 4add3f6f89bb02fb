/* What every rule sees of the report: values, cells, and their words. */
#include "rule/context.h"

#include <assert.h>

const struct value *context_value(const struct rule_context *c, size_t cell)
{
	assert(cell < c->values->n);
	return &c->values->v[cell];
}

bool context_is_doubtful(const struct rule_context *c, size_t cell)
{
	return c->report->cells[cell].doubt && !context_value(c, cell)->corrected;
}

size_t context_cell_at(const struct report_table *t, size_t row, size_t column)
{
	const struct form_table *def = t->def;

	assert(row < def->n_rows);
	if (column >= def->blocks[def->rows[row].block].n_columns)
		return STR_NONE;
	return t->cell + (form_cell_at(def, row, column) - def->cell);
}

static struct form_words brief_or_label(struct form_words brief, struct form_words label)
{
	struct form_words out;

	for (enum lang l = LANG_EN; l <= LANG_ZH; l++) {
		bool has = brief.text[l] && *brief.text[l];

		out.text[l] = has ? brief.text[l] : label.text[l] ? label.text[l] : "";
	}
	return out;
}

struct form_words row_words(const struct form_row *row)
{
	return brief_or_label(row->brief, row->label);
}

struct form_words column_words(const struct form_column *column)
{
	return brief_or_label(column->brief, column->label);
}

struct form_words context_word(const struct rule_context *c, enum word w, const struct slots *s)
{
	return s ? message_words(s, c->rules->words[w]) : c->rules->words[w];
}

struct form_words words_join(struct rule_context *c, struct form_words a, struct form_words b)
{
	struct form_words out;

	for (enum lang l = LANG_EN; l <= LANG_ZH; l++)
		out.text[l] = arena_printf(c->arena, "%s%s", a.text[l], b.text[l]);
	return out;
}

struct form_words context_cells_words(
	const struct rule_context *c, const size_t *cells, size_t n, size_t most)
{
	struct form_words out, more;
	struct slots s;

	slots_init(&s, c->arena);
	slots_count(&s, "count", n);
	more = context_word(c, WORD_AND_MORE, &s);
	for (enum lang l = LANG_EN; l <= LANG_ZH; l++) {
		struct buf text = {0};

		for (size_t i = 0; i < n && i < most; i++) {
			buf_adds(&text, i ? c->rules->words[WORD_ENUM].text[l] : "");
			form_cell_brief(c->report->cells[cells[i]].def, l, &text);
		}
		if (n > most)
			buf_adds(&text, more.text[l]);
		out.text[l] = arena_cstr(c->arena, buf_str(&text));
		buf_free(&text);
	}
	return out;
}

struct form_words context_enumerate(struct rule_context *c, char *const *texts, size_t n)
{
	struct form_words out = {{"", ""}};

	for (size_t i = 0; i < n; i++) {
		const char *text = arena_cstr(c->arena, str_of(texts[i]));

		if (i)
			out = words_join(c, out, context_word(c, WORD_ENUM, NULL));
		out = words_join(c, out, (struct form_words){{text, text}});
	}
	return out;
}

int context_year(const struct rule_context *c)
{
	return c->told_year ? c->told_year : c->report->year;
}

bool context_knows(struct rule_context *c, const struct rule *rule, struct needs needs)
{
	bool year = !needs.year || c->report->year,
	     agency = !needs.agency || c->report->agency_text;

	if (!year || !agency)
		context_not_checked(c, rule, NULL, 0,
			context_word(c, year ? WORD_WHY_NO_AGENCY : WORD_WHY_NO_YEAR, NULL));
	return year && agency;
}

bool context_has_last(struct rule_context *c, const struct rule *rule)
{
	const struct rule_beside *b = c->beside;
	enum word why = WORD_WHY_NO_LAST;
	struct slots s;

	if (c->last)
		return true;
	if (!b || !b->last_lost)
		return false;
	slots_init(&s, c->arena);
	slots_text(&s, "file", str_of(b->last_lost));
	if (b->last_year) {
		why = WORD_WHY_LAST_YEAR;
		slots_count(&s, "year", (size_t)b->last_year);
	} else if (b->last_agency) {
		why = WORD_WHY_LAST_AGENCY;
		slots_text(&s, "agency", str_of(b->last_agency));
	}
	context_not_checked(c, rule, NULL, 0, context_word(c, why, &s));
	return false;
}

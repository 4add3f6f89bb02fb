/* Pages about one thing: why a value stands in its cell, and the rule a finding breaks. */
#include <string.h>

#include "base/lang.h"
#include "desk/page.h"
#include "desk/place.h"
#include "desk/structure.h"
#include "desk/words.h"

static const char *state_words(enum cell_state state)
{
	static const char *const names[] = {
		[CELL_MISSING] = N_("missing: the source has no such cell"),
		[CELL_BLANK] = N_("blank"),
		[CELL_GIVEN] = N_("given"),
		[CELL_UNREADABLE] = N_("unreadable: something other than a number stands there"),
	};
	return _(names[state]);
}

static const char *how_words(const char *how)
{
	static const struct {
		const char *how, *words;
	} rows[] = {
		{"label+column", N_("by the label of its row and the heading of its column")},
		{"label+order", N_("by the label of its row, in the order of the columns")},
		{"label", N_("by the label of its row")},
		{"order", N_("by its order alone")},
		{"between", N_("by its place between the rows above and below")},
		{"counted", N_("by its place among all numbers of the table, whose sums hold, but "
			       "for one number at most")},
		{"bands", N_("by its place among columns that were read one behind another, as the "
			     "sums have it")},
		{"spread", N_("by the label of its row, and its place on a line with empty cells")},
		{"pieces", N_("by the label of its row, though the page was read piece by piece")},
		{"dropped", N_("by the label of its row, of which a cell may be lost")},
		{"shifted", N_("by a reading that shifts its row")},
		{"joined", N_("by joining a number that stands in two cells")},
		{"split", N_("by taking apart numbers that stand in one cell")},
		{"doubled", N_("by one of two rows of that label")},
		{"beside", N_("by the label of its row, beside numbers without one")},
		{"slipped", N_("by the label of its row, which may stand a row off")},
		{"offset", N_("by the label of its row, though its column adds up a row off")},
		{"headings", N_("by the label of its row, under headings in another order")},
		{"words", N_("out of words that tell it, where no table stands")},
		{"moved", N_("by the label of its row, under headings in another order")},
		{"unread", N_("by the label of its row, beside headings that can't be read")},
		{"total", N_("by the label of its row, with the total where the form has it")},
		{"mended", N_("by a mend of the reviewer's")},
		{"corrected", N_("by a correction")},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].how, how) == 0)
			return _(rows[i].words);
	return how;
}

static void quoted(
	const struct session *s, struct buf *text, const char *label, struct text_span span)
{
	struct str words = doc_str(s->report->doc, span);
	if (!text_span_empty(span))
		page_field(s, text, label, _("“%.*s”"), STR_ARG(words));
}

static void write_reading(const struct session *s, const struct cell *c, struct buf *text)
{
	size_t line = report_cell_line(s->report, (size_t)(c - s->report->cells));
	page_field(s, text, _("state"), "%s", state_words(c->state));
	if (c->state != CELL_MISSING)
		quoted(s, text, _("printed"), c->whole);
	if (line)
		page_field(s, text, _("line"), "%zu", line);
	if (c->how)
		page_field(s, text, _("placed"), "%s%s", how_words(c->how),
			c->doubt ? _(" (doubtful)") : "");
	page_field(s, text, _("because"), "%s", c->why ? c->why->text[lang_now()] : "");
	quoted(s, text, _("row label"), c->label);
	quoted(s, text, _("column heading"), c->heading);
}

/* "s1  本年新收 moved right by 1  — 李敏". */
static void write_mends(const struct session *s, size_t cell, struct buf *text)
{
	const struct record *r;
	for (size_t i = 0; (r = structure_of_cell(s, cell, i)); i++) {
		struct buf words = {0};
		words_mend(s, r, &words);
		page_field(s, text, _("mended"), "%s  %s%s%s", r->key, words.p, r->by ? "  — " : "",
			r->by ? r->by : "");
		buf_free(&words);
	}
}

static void write_note(const struct session *s, struct buf *text, const struct record *r)
{
	struct buf note = {0};
	words_note(r, &note);
	page_field(s, text, r->key, "%s%s%s", note.n ? note.p : "", r->by ? "  — " : "",
		r->by ? r->by : "");
	buf_free(&note);
}

static void write_review(const struct session *s, size_t cell, struct buf *text)
{
	const char *name = s->report->cells[cell].def->name;
	const struct record *c = session_cell_view(s, cell).correction, *r;
	struct buf from = {0};
	if (c) {
		words_value(str_of(c->from), &from);
		page_field(
			s, text, _("corrected"), "%s → %s  %s", from.p, c->to, c->by ? c->by : "");
		page_field(s, text, _("reason"), "%s", c->note ? c->note : "");
		buf_free(&from);
	}
	for (size_t i = 0; (r = session_annotation(s, TARGET_CELL, name, i)); i++)
		write_note(s, text, r);
}

static void write_findings(const struct session *s, size_t cell, struct buf *text)
{
	for (size_t i = 0; i < s->check.n_findings; i++) {
		const struct finding *f = &s->check.findings[i];
		const struct record *d = session_decision(s, i);
		for (size_t k = 0; k < f->n_cells; k++) {
			if (f->cells[k] != cell)
				continue;
			buf_addf(text, "\n  #%zu  %s  [%s]\n", i + 1, f->message[lang_now()],
				words_decision(d ? d->decision : DECISION_NONE));
			break;
		}
	}
}

void page_why(const struct session *s, struct buf *title, struct buf *text)
{
	size_t cell = s->place.cell;
	if (cell == STR_NONE)
		return;
	const struct cell *c = &s->report->cells[cell];
	buf_adds(title, _("Why here?"));
	form_cell_words(c->def, lang_now(), text);
	buf_addf(text, "\n  %s\n\n", c->def->name);
	write_reading(s, c, text);
	write_mends(s, cell, text);
	write_review(s, cell, text);
	write_findings(s, cell, text);
}

void page_rule(const struct session *s, struct buf *title, struct buf *text)
{
	if (s->place.finding == STR_NONE)
		return;
	enum lang lang = lang_now();
	const struct finding *f = &s->check.findings[s->place.finding];
	const struct rule *rule = f->rule;
	buf_adds(title, rule->title.text[lang]);
	buf_addf(text, "%s\n", f->message[lang]);
	if (f->formula[lang] && !words_tell(f->message[lang], f->formula[lang]))
		buf_addf(text, "  %s\n", f->formula[lang]);
	if (f->reading[lang])
		buf_addf(text, "  %s\n", f->reading[lang]);
	buf_adds(text, "\n");
	if (rule->explain.text[lang] && *rule->explain.text[lang])
		buf_addf(text, "%s\n\n", rule->explain.text[lang]);
	page_field(s, text, _("rule"), "%s", rule->id);
	page_field(s, text, _("severity"), "%s", words_severity(f->severity));
	page_field(s, text, _("authority"), "%s", rule->authority ? rule->authority : "");
	page_field(s, text, _("finding"), "%s", f->id);
	page_field(s, text, _("defined in"), "%s:%u", rule->file, rule->line);
	const struct record *r;
	for (size_t i = 0; (r = session_annotation(s, TARGET_FINDING, f->id, i)); i++)
		write_note(s, text, r);
}

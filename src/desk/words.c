/* Words of the desk. */
#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "desk/words.h"

void words_cell(const struct session *s, size_t cell, struct buf *out)
{
	form_cell_brief(s->report->cells[cell].def, lang_now(), out);
}

/* By name; cells that this report lacks stay names. */
static void named_cell(const struct session *s, const char *name, struct buf *out)
{
	size_t cell = report_cell_find(s->report, str_of(name));
	if (cell == STR_NONE)
		buf_adds(out, name);
	else
		words_cell(s, cell, out);
}

void words_finding(const struct session *s, size_t i, struct buf *out)
{
	const struct finding *f = &s->check.findings[i];
	buf_addf(out, _("finding %zu (%s)"), i + 1, f->rule->title.text[lang_now()]);
}

static void named_finding(
	const struct session *s, const char *id, const char *rule, struct buf *out)
{
	const struct finding *f = check_find(&s->check, id);
	const struct rule *r = rule ? rules_find(s->rules, rule) : NULL;
	if (f)
		words_finding(s, (size_t)(f - s->check.findings), out);
	else
		buf_addf(out, _("a finding that is settled (%s)"),
			r ? r->title.text[lang_now()] : id);
}

#define QUOTE_MAX 16 /* characters */

static void quote(struct str s, struct buf *out)
{
	size_t at = 0, n = 0;
	while (at < s.n && n++ < QUOTE_MAX)
		utf8_next(s, &at);
	buf_addf(out, _("“%.*s%s”"), (int)at, s.p, at < s.n ? "…" : "");
}

void words_about(const struct session *s, const struct record *annotation, struct buf *out)
{
	switch (annotation->target) {
	case TARGET_CELL:
		named_cell(s, annotation->target_name, out);
		break;
	case TARGET_FINDING:
		named_finding(s, annotation->target_name, NULL, out);
		break;
	case TARGET_TEXT:
		quote(str_of(annotation->text.exact), out);
		break;
	}
}

void words_value(struct str printed, struct buf *out)
{
	if (printed.n)
		buf_add(out, printed);
	else
		buf_adds(out, _("(blank)"));
}

void words_note(const struct record *annotation, struct buf *out)
{
	buf_adds(out, annotation->note ? annotation->note : "");
	for (size_t i = 0; i < annotation->n_tags; i++)
		buf_addf(out, " #%s", annotation->tags[i]);
}

const char *words_decision(enum decision d)
{
	static const char *const names[] = {
		[DECISION_NONE] = N_("undecided"),
		[DECISION_CONFIRMED] = N_("confirmed"),
		[DECISION_EXTRACTION] = N_("extraction fault"),
		[DECISION_ACCEPTABLE] = N_("acceptable"),
		[DECISION_QUERY] = N_("query"),
	};
	return _(names[d]);
}

const char *words_verdict(enum verdict v)
{
	static const char *const names[] = {
		[VERDICT_NONE] = N_("not yet"),
		[VERDICT_ACCEPT] = N_("accept"),
		[VERDICT_RETURN] = N_("return"),
		[VERDICT_QUERY] = N_("query"),
	};
	return _(names[v]);
}

const char *words_severity(enum severity v)
{
	static const char *const names[] = {
		[SEVERITY_NOTE] = N_("note"),
		[SEVERITY_WARNING] = N_("warning"),
		[SEVERITY_ERROR] = N_("error"),
	};
	return _(names[v]);
}

static void named_row(const struct session *s, const char *name, struct buf *out)
{
	const struct form_row *row = mend_row_find(s->forms, name);
	const struct form_table *table = mend_table_find(s->forms, name);
	if (row)
		buf_adds(out, row->brief.text[lang_now()]);
	else
		buf_adds(out, table ? table->title.text[lang_now()] : name);
}

void words_mend(const struct session *s, const struct record *mend, struct buf *out)
{
	struct buf row = {0}, words = {0};
	unsigned long columns = (unsigned long)labs(mend->columns);
	if (mend->row)
		named_row(s, mend->row, &row);
	if (mend->text.exact)
		quote(str_of(mend->text.exact), &words);
	switch (mend->mend) {
	case MEND_SHIFT:
		buf_addf(out,
			mend->columns > 0 ? _("%s moved right by %lu") : _("%s moved left by %lu"),
			row.p, columns);
		break;
	case MEND_LABEL:
		buf_addf(out, _("%s read as %s"), words.p, row.p);
		break;
	case MEND_JOIN:
		buf_addf(out, _("%s joined to the row before"), words.p);
		break;
	case MEND_SPLIT:
		buf_addf(out, _("a row begins at %s"), words.p);
		break;
	case MEND_REGION:
		buf_addf(out, _("the table %s from %s on"), row.p, words.p);
		break;
	}
	buf_free(&row);
	buf_free(&words);
}

void words_lost(const struct session *s, struct buf *out)
{
	for (size_t i = 0; i < s->mends.n; i++) {
		if (!s->mends.v[i].lost)
			continue;
		buf_adds(out, out->n ? _("; ") : "");
		buf_addf(out, _("mend %s has lost its place and has no effect"),
			s->mends.v[i].record->key);
	}
}

static void decision_change(const struct session *s, const struct change *c, struct buf *out)
{
	const struct record *r = c->after ? c->after : c->before;
	struct buf which = {0};
	named_finding(s, c->key, r->rule, &which);
	buf_addf(out, _("%s: %s"), which.p,
		words_decision(c->after ? c->after->decision : DECISION_NONE));
	buf_free(&which);
}

static void correction_change(const struct session *s, const struct change *c, struct buf *out)
{
	const struct record *r = c->after ? c->after : c->before;
	struct buf cell = {0}, from = {0}, to = {0};
	named_cell(s, c->key, &cell);
	words_value(str_of(c->before ? c->before->to : r->from), &from);
	words_value(str_of(c->after ? c->after->to : r->from), &to);
	buf_addf(out, _("%s corrected %s → %s"), cell.p, from.p, to.p);
	buf_free(&cell);
	buf_free(&from);
	buf_free(&to);
}

static void annotation_change(const struct session *s, const struct change *c, struct buf *out)
{
	struct buf about = {0};
	words_about(s, c->after ? c->after : c->before, &about);
	buf_addf(out, c->after ? _("annotation %s on %s") : _("annotation %s on %s removed"),
		c->key, about.p);
	buf_free(&about);
}

static void structure_change(const struct session *s, const struct change *c, struct buf *out)
{
	struct buf mend = {0};
	words_mend(s, c->after ? c->after : c->before, &mend);
	buf_addf(out, c->after ? _("mend %s: %s") : _("mend %s taken back: %s"), c->key, mend.p);
	buf_free(&mend);
}

void words_change(const struct session *s, const struct change *c, struct buf *out)
{
	switch (c->kind) {
	case RECORD_DECISION:
		decision_change(s, c, out);
		break;
	case RECORD_CORRECTION:
		correction_change(s, c, out);
		break;
	case RECORD_ANNOTATION:
		annotation_change(s, c, out);
		break;
	case RECORD_VERDICT:
		buf_addf(out, _("verdict: %s"),
			words_verdict(c->after ? c->after->verdict : VERDICT_NONE));
		break;
	case RECORD_STRUCTURE:
		structure_change(s, c, out);
		break;
	}
}

static void add_digits(const char *text, struct buf *out)
{
	for (bool in = false; *text; text++) {
		bool digit = *text >= '0' && *text <= '9';

		if (digit || in)
			buf_addc(out, digit ? *text : ' ');
		in = digit;
	}
}

bool words_tell(const char *message, const char *formula)
{
	struct buf a = {0}, b = {0};

	add_digits(message ? message : "", &a);
	add_digits(formula ? formula : "", &b);
	bool told = str_find(str_trim(buf_str(&a)), str_trim(buf_str(&b)), 0) != STR_NONE;

	buf_free(&a);
	buf_free(&b);
	return told;
}

void reply_buf(struct session *s, enum tone tone, struct buf *text)
{
	reply_set(s, tone, "%s", text->p ? text->p : "");
	buf_free(text);
}

const char *words_table_number(const struct form_table *table)
{
	static const char *const names[] = {N_("Table 1"), N_("Table 2"), N_("Table 3"),
		N_("Table 4"), N_("Table 5"), N_("Table 6")};
	unsigned section = table->section;
	return section >= 1 && section <= sizeof names / sizeof names[0] ? _(names[section - 1])
									 : "";
}

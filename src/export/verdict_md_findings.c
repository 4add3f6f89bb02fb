/* The findings of the verdict in Markdown, by decision, each with its numbers and its place. */
#include <string.h>

#include "base/utf8.h"
#include "export/markdown.h"
#include "export/verdict.h"

#define AROUND 40   /* code points of a long line shown on each side of what is meant */
#define LINES_MAX 6 /* source lines quoted for one finding; the others are named */

void verdict_md_item(const struct verdict_view *v, enum verdict_word w, struct buf *out)
{
	buf_addf(out, "- %s%s", verdict_word(v, w), v->in->lang == LANG_ZH ? "：" : ": ");
}

void verdict_md_signed(const struct verdict_view *v, const struct record *r, struct buf *out)
{
	(void)v;
	if (r->by) {
		buf_adds(out, " · ");
		md_text(out, str_of(r->by));
	}
	if (r->at) {
		buf_adds(out, " · ");
		md_text(out, str_of(r->at));
	}
}

static void drop_blanks(struct buf *out)
{
	while (out->n && out->p[out->n - 1] == ' ')
		out->n--;
}

static void put_note(const struct verdict_view *v, const char *note, struct buf *out)
{
	if (!note)
		return;
	verdict_md_item(v, WORD_REMARK, out);
	drop_blanks(out);
	buf_adds(out, "\n\n");
	md_quote(out, 2, str_of(note));
}

static size_t skip_blanks(struct str text, size_t at, size_t to)
{
	while (at < to && (text.p[at] == ' ' || text.p[at] == '\t'))
		at++;
	return at;
}

void verdict_md_context(const struct report *r, struct text_span s, struct buf *out)
{
	const struct doc *d = r->doc;
	struct str text = doc_text(d);
	struct text_span line = doc_line(d, doc_line_at(d, s.from));
	size_t to = s.to < line.to ? s.to : line.to, from = s.from, past = to;

	for (unsigned i = 0; i < AROUND && from > line.from; i++)
		from = utf8_prev(text, from);
	for (unsigned i = 0; i < AROUND && past < line.to; i++)
		utf8_next(text, &past);
	bool cut = skip_blanks(text, line.from, from) < from;
	from = skip_blanks(text, from, s.from);
	buf_adds(out, "\n\n  > ");
	buf_adds(out, cut ? "…" : "");
	md_line(out, str_slice(text, from, s.from));
	md_strong(out, str_slice(text, s.from, to));
	md_inline(out, str_slice(text, to, past));
	if (past == line.to)
		drop_blanks(out);
	buf_adds(out, past < line.to ? "…\n" : "\n");
}

void verdict_md_line(const struct verdict_view *v, struct text_span s, struct buf *out)
{
	buf_adds(out, "- ");
	verdict_put_count(v, WORD_LINE, verdict_line(v->in->report, s), out);
	verdict_md_context(v->in->report, s, out);
}

/* Does the line hold more than the words meant? A number alone says nothing; its cell tells its
 * line. */
static bool is_telling(const struct verdict_view *v, struct text_span s)
{
	const struct doc *d = v->in->report->doc;
	struct text_span line = doc_line(d, doc_line_at(d, s.from));

	return str_trim(doc_str(d, line)).n > s.to - s.from;
}

static bool is_plain_zero(const struct verdict_view *v, size_t cell)
{
	const struct value *value = &v->corrected.v[cell];

	return value->state == CELL_GIVEN && !value->corrected && dec_is_zero(value->value);
}

/* Zeros are what a total has many of: they are counted, not quoted. */
static bool is_zero_operand(
	const struct verdict_view *v, const struct finding *f, struct text_span s)
{
	for (size_t i = 0; i < f->n_cells; i++) {
		struct text_span printed = verdict_printed(v->in->report, f->cells[i]);

		if (printed.from == s.from && printed.to == s.to)
			return is_plain_zero(v, f->cells[i]);
	}
	return false;
}

/* Spans are in source order; those on a line that was told are left out. */
static void put_lines(const struct verdict_view *v, const struct finding *f, struct buf *out)
{
	const char *between = v->in->lang == LANG_ZH ? "、" : ", ";
	size_t told = 0, last = 0;

	for (size_t i = 0; i < f->n_spans && !f->masked; i++) {
		size_t line = verdict_line(v->in->report, f->spans[i]);

		if ((told && line == last) || (f->n_cells && !is_telling(v, f->spans[i])) ||
			is_zero_operand(v, f, f->spans[i]))
			continue;
		last = line;
		if (told++ < LINES_MAX)
			verdict_md_line(v, f->spans[i], out);
		else if (told == LINES_MAX + 1)
			buf_addf(out, "- %s %zu", verdict_word(v, WORD_MORE_LINES), line);
		else
			buf_addf(out, "%s%zu", between, line);
	}
	if (told > LINES_MAX)
		buf_addf(out, " %s\n", verdict_word(v, WORD_MORE_LINES_END));
}

static void put_operand(const struct verdict_view *v, size_t cell, struct buf *out)
{
	const struct report *r = v->in->report;
	struct text_span printed = verdict_printed(r, cell);
	size_t line = report_cell_line(r, cell);
	struct buf words = {0};
	char number[DEC_TEXT_MAX];

	form_cell_words(r->cells[cell].def, v->in->lang, &words);
	buf_adds(out, "| ");
	md_cell(out, buf_str(&words));
	buf_adds(out, " | ");
	if (text_span_empty(printed))
		buf_adds(out, verdict_word(v, r->cells[cell].state == CELL_MISSING ? WORD_MISSING
										   : WORD_BLANK));
	else
		md_cell(out, doc_str(r->doc, printed));
	buf_adds(out, " | ");
	if (v->corrected.v[cell].corrected)
		buf_addf(out, "**%s**", dec_str(v->corrected.v[cell].value, number));
	if (line)
		buf_addf(out, " | %zu |\n", line);
	else
		buf_adds(out, " | |\n");
	buf_free(&words);
}

/* The cells with their numbers; zeros, of which a total has many, are only counted. */
static void put_operands(const struct verdict_view *v, const struct finding *f, struct buf *out)
{
	size_t zeros = 0;

	if (f->n_cells == 0)
		return;
	buf_addf(out, "\n| %s | %s | %s | %s |\n|---|---:|---:|---:|\n", verdict_word(v, WORD_CELL),
		verdict_word(v, WORD_PRINTED), verdict_word(v, WORD_CORRECTED),
		verdict_word(v, WORD_LINE_NUMBER));
	for (size_t i = 0; i < f->n_cells; i++) {
		if (is_plain_zero(v, f->cells[i]))
			zeros++;
		else
			put_operand(v, f->cells[i], out);
	}
	if (zeros) {
		buf_adds(out, "| ");
		verdict_put_count(v, WORD_ZEROS, zeros, out);
		buf_adds(out, " | 0 | | |\n");
	}
}

static void put_rule(const struct verdict_view *v, const struct rule *rule, struct buf *out)
{
	verdict_md_item(v, WORD_RULE, out);
	md_text(out, str_of(rule->title.text[v->in->lang]));
	buf_addc(out, ' ');
	md_code(out, str_of(rule->id), false);
	if (rule->authority && *rule->authority) {
		buf_adds(out, " · ");
		md_text(out, str_of(rule->authority));
	}
	buf_addc(out, '\n');
}

static void put_text_item(
	const struct verdict_view *v, enum verdict_word w, const char *text, struct buf *out)
{
	if (!text || !*text)
		return;
	verdict_md_item(v, w, out);
	md_text(out, str_of(text));
	buf_addc(out, '\n');
}

static void put_remark(
	const struct verdict_view *v, bool holds, enum verdict_word w, struct buf *out)
{
	if (holds)
		buf_addf(out, "- %s\n", verdict_word(v, w));
}

static void put_suggestion(
	const struct verdict_view *v, const struct verdict_finding *item, struct buf *out)
{
	bool followed;
	const struct repair *r = verdict_suggestion(v, item, &followed);
	struct buf words = {0};

	if (!r)
		return;
	repair_words(r, v->in->report, &v->check, v->in->lang, &words);
	verdict_md_item(v, WORD_SUGGESTED, out);
	md_text(out, buf_str(&words));
	buf_addf(out, "%s\n", followed ? verdict_word(v, WORD_FOLLOWED) : "");
	buf_free(&words);
}

static void put_finding(const struct verdict_view *v, const struct verdict_finding *item,
	size_t number, struct buf *out)
{
	const struct finding *f = item->finding;
	enum lang lang = v->in->lang;

	buf_addf(out, "\n### %zu. ", number);
	buf_addf(out, "%s%s", verdict_severity_word(v, f->severity), lang == LANG_ZH ? "：" : ": ");
	md_text(out, str_of(f->message[lang]));
	buf_adds(out, "\n\n");
	put_rule(v, f->rule, out);
	put_text_item(v, WORD_FORMULA, f->formula[lang], out);
	put_text_item(
		v, f->cause == CAUSE_EXTRACTION ? WORD_DOUBT : WORD_READING, f->reading[lang], out);
	put_remark(v, f->cause == CAUSE_EXTRACTION, WORD_CAUSE_EXTRACTION, out);
	put_suggestion(v, item, out);
	put_remark(v, item->settled, WORD_SETTLED, out);
	put_remark(v, item->added, WORD_ADDED, out);
	if (item->decision) {
		verdict_md_item(v, WORD_DECISION, out);
		buf_adds(out, verdict_decision_word(v, item->decision->decision));
		verdict_md_signed(v, item->decision, out);
		buf_addc(out, '\n');
		put_remark(v, item->stale, WORD_STALE, out);
		put_note(v, item->decision->note, out);
	}
	put_lines(v, f, out);
	put_operands(v, f, out);
	verdict_md_beside(v, f, out);
}

static void put_group(const struct verdict_view *v, size_t group, struct buf *out)
{
	size_t number = 0;

	for (size_t i = 0; i < v->findings.n; i++) {
		const struct verdict_finding *item = &v->findings.v[i];

		if (verdict_group(item) != group)
			continue;
		if (number == 0)
			buf_addf(out, "\n## %s\n",
				verdict_decision_word(v, verdict_group_decision(group)));
		put_finding(v, item, ++number, out);
	}
}

static void put_orphan(const struct verdict_view *v, const struct record *r, struct buf *out)
{
	buf_adds(out, "- ");
	md_code(out, str_of(r->rule ? r->rule : r->key), false);
	buf_addf(out, " · %s", verdict_decision_word(v, r->decision));
	verdict_md_signed(v, r, out);
	buf_addc(out, '\n');
	for (size_t i = 0; i < r->n_cells; i++) {
		struct buf words = {0};

		verdict_cell_words(v, r->cells[i], &words);
		buf_adds(out, "  - ");
		md_text(out, buf_str(&words));
		if (r->seen) {
			buf_adds(out, " = ");
			md_text(out, str_of(r->seen[i]));
		}
		buf_addc(out, '\n');
		buf_free(&words);
	}
	if (r->note) {
		buf_addc(out, '\n');
		md_quote(out, 2, str_of(r->note));
	}
}

void verdict_md_findings(const struct verdict_view *v, struct buf *out)
{
	for (size_t g = 0; g < VERDICT_GROUPS; g++)
		put_group(v, g, out);
	if (v->orphans.n == 0)
		return;
	verdict_md_heading(v, WORD_ORPHANS, out);
	for (size_t i = 0; i < v->orphans.n; i++)
		put_orphan(v, v->orphans.v[i], out);
}

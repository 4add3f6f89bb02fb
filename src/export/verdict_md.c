/* The verdict in Markdown: who judged what, the findings by decision, corrections, annotations,
 * what was not checked, and the tables as corrected. */
#include <stdio.h>

#include "export/markdown.h"
#include "export/tables.h"
#include "export/verdict.h"

void verdict_md_heading(const struct verdict_view *v, enum verdict_word w, struct buf *out)
{
	buf_addf(out, "\n## %s\n\n", verdict_word(v, w));
}

static void put_row(
	const struct verdict_view *v, enum verdict_word w, const char *text, struct buf *out)
{
	buf_addf(out, "| %s | ", verdict_word(v, w));
	md_cell(out, str_of(text ? text : verdict_word(v, WORD_UNKNOWN)));
	buf_adds(out, " |\n");
}

static void put_code_row(struct buf *out, const char *head, const char *text)
{
	if (!text)
		return;
	buf_addf(out, "| %s | ", head);
	md_code(out, str_of(text), true);
	buf_adds(out, " |\n");
}

static void put_file_row(const struct verdict_view *v, struct buf *out)
{
	buf_addf(out, "| %s | ", verdict_word(v, WORD_FILE));
	md_code(out, str_of(v->file), true);
	buf_adds(out, v->in->lang == LANG_ZH ? "，" : ", ");
	verdict_put_count(v, WORD_BYTES, doc_bytes(v->in->report->doc), out);
	buf_adds(out, " |\n");
}

static void put_head(const struct verdict_view *v, struct buf *out)
{
	const struct report *r = v->in->report;
	const struct record *verdict = review_find(v->in->review, RECORD_VERDICT, "");
	const char *by = verdict ? verdict->by : review_reviewer(v->in->review);
	char year[16];

	snprintf(year, sizeof year, "%d", r->year);
	buf_addf(out, "# %s%s", verdict_word(v, WORD_TITLE), v->in->lang == LANG_ZH ? "" : " ");
	md_text(out, r->title_text ? str_of(r->title_text) : str_of(v->file));
	buf_addf(out, "\n\n| %s | |\n|---|---|\n", verdict_word(v, WORD_REPORT));
	put_row(v, WORD_AGENCY, r->agency_text, out);
	put_row(v, WORD_YEAR, r->year ? year : NULL, out);
	put_row(v, WORD_FORM, r->form ? r->form->id : NULL, out);
	put_file_row(v, out);
	put_code_row(out, "SHA-256", doc_sha256(r->doc));
	put_code_row(out, "SM3", v->sm3);
	buf_addf(out, "| %s | **%s**%s |\n", verdict_word(v, WORD_VERDICT),
		verdict_verdict_word(v, verdict ? verdict->verdict : VERDICT_NONE),
		review_verdict_is_stale(v->in->review, r) ? verdict_word(v, WORD_VERDICT_STALE)
							  : "");
	if (by)
		put_row(v, WORD_REVIEWER, by, out);
	if (verdict && verdict->at)
		put_row(v, WORD_TIME, verdict->at, out);
	if (verdict && verdict->note) {
		verdict_md_heading(v, WORD_SUMMARY, out);
		md_quote(out, 0, str_of(verdict->note));
	}
}

static void put_count_row(const char *head, const size_t count[3], struct buf *out)
{
	buf_addf(out, "| %s | %zu | %zu | %zu | %zu |\n", head, count[SEVERITY_ERROR],
		count[SEVERITY_WARNING], count[SEVERITY_NOTE],
		count[SEVERITY_ERROR] + count[SEVERITY_WARNING] + count[SEVERITY_NOTE]);
}

static void put_counts(const struct verdict_view *v, struct buf *out)
{
	const char *between = v->in->lang == LANG_ZH ? "，" : ", ";
	size_t total[3] = {0};

	verdict_md_heading(v, WORD_COUNTS, out);
	buf_addf(out, "| | %s | %s | %s | %s |\n|---|---:|---:|---:|---:|\n",
		verdict_severity_word(v, SEVERITY_ERROR),
		verdict_severity_word(v, SEVERITY_WARNING), verdict_severity_word(v, SEVERITY_NOTE),
		verdict_word(v, WORD_TOTAL));
	for (size_t g = 0; g < VERDICT_GROUPS; g++) {
		put_count_row(
			verdict_decision_word(v, verdict_group_decision(g)), v->count[g], out);
		for (size_t s = 0; s < 3; s++)
			total[s] += v->count[g][s];
	}
	put_count_row(verdict_word(v, WORD_TOTAL), total, out);
	buf_addc(out, '\n');
	verdict_put_count(v, WORD_CHECKED, v->check.n_checked, out);
	buf_adds(out, between);
	verdict_put_count(v, WORD_UNCHECKED, v->check.n_not_checked, out);
	buf_adds(out, between);
	verdict_put_count(
		v, WORD_CORRECTED_CELLS, review_count(v->in->review, RECORD_CORRECTION), out);
	buf_adds(out, between);
	verdict_put_count(v, WORD_ANNOTATED, review_count(v->in->review, RECORD_ANNOTATION), out);
	if (review_count(v->in->review, RECORD_STRUCTURE)) {
		buf_adds(out, between);
		verdict_put_count(
			v, WORD_MENDED, review_count(v->in->review, RECORD_STRUCTURE), out);
	}
	if (v->n_added) {
		buf_adds(out, between);
		verdict_put_count(v, WORD_ADDED_COUNT, v->n_added, out);
	}
	buf_adds(out, v->in->lang == LANG_ZH ? "。\n" : ".\n");
}

static void put_correction(const struct verdict_view *v, const struct record *r, struct buf *out)
{
	struct buf words = {0};

	verdict_cell_words(v, r->key, &words);
	buf_adds(out, "| ");
	md_cell(out, buf_str(&words));
	buf_adds(out, " | ");
	md_cell(out, str_of(r->from && *r->from ? r->from : verdict_word(v, WORD_BLANK)));
	buf_adds(out, " | ");
	md_strong(out, str_of(r->to));
	buf_adds(out, " | ");
	md_cell(out, str_of(r->note));
	buf_adds(out, " | ");
	md_cell(out, str_of(r->by));
	buf_adds(out, " | ");
	md_cell(out, str_of(r->at));
	buf_adds(out, " |\n");
	buf_free(&words);
}

static void put_corrections(const struct verdict_view *v, struct buf *out)
{
	const struct record *r;

	if (review_count(v->in->review, RECORD_CORRECTION) == 0)
		return;
	verdict_md_heading(v, WORD_CORRECTIONS, out);
	buf_addf(out, "| %s | %s | %s | %s | %s | %s |\n|---|---:|---:|---|---|---|\n",
		verdict_word(v, WORD_CELL), verdict_word(v, WORD_PRINTED),
		verdict_word(v, WORD_CORRECTED), verdict_word(v, WORD_REASON),
		verdict_word(v, WORD_BY), verdict_word(v, WORD_TIME));
	for (size_t i = 0; (r = review_at(v->in->review, RECORD_CORRECTION, i)); i++)
		put_correction(v, r, out);
}

static const struct finding *find_finding(const struct verdict_view *v, const char *id)
{
	const struct finding *f = check_find(&v->check, id);

	return f ? f : check_find(&v->check_corrected, id);
}

static void put_target(const struct verdict_view *v, const struct record *r, struct buf *out)
{
	struct text_span at = review_locate(r, v->in->report);
	struct buf words = {0};

	if (r->target == TARGET_CELL) {
		verdict_cell_words(v, r->target_name, &words);
		verdict_md_item(v, WORD_CELL, out);
		md_text(out, buf_str(&words));
		buf_addc(out, '\n');
	} else if (r->target == TARGET_FINDING) {
		const struct finding *f = find_finding(v, r->target_name);

		verdict_md_item(v, WORD_FINDING, out);
		md_text(out, str_of(f ? f->message[v->in->lang] : verdict_word(v, WORD_GONE)));
		buf_addc(out, '\n');
	} else if (text_span_empty(at)) {
		buf_addf(out, "- %s\n\n", verdict_word(v, WORD_LOST));
		md_quote(out, 2, str_of(r->text.exact));
	}
	if (!text_span_empty(at))
		verdict_md_line(v, at, out);
	buf_free(&words);
}

static void put_annotation(const struct verdict_view *v, const struct record *r, struct buf *out)
{
	buf_adds(out, "\n### ");
	md_text(out, str_of(r->key));
	verdict_md_signed(v, r, out);
	buf_adds(out, "\n\n");
	if (r->note) {
		md_quote(out, 0, str_of(r->note));
		buf_addc(out, '\n');
	}
	put_target(v, r, out);
	if (r->n_tags == 0)
		return;
	verdict_md_item(v, WORD_TAGS, out);
	for (size_t i = 0; i < r->n_tags; i++) {
		buf_adds(out, i ? " " : "");
		md_code(out, str_of(r->tags[i]), false);
	}
	buf_addc(out, '\n');
}

/* "- Values moved right by 1: 本年新收". */
static void put_mend_words(const struct verdict_view *v, const struct record *r, struct buf *out)
{
	static const enum verdict_word kinds[] = {[MEND_LABEL] = WORD_MEND_LABEL,
		[MEND_JOIN] = WORD_MEND_JOIN,
		[MEND_SPLIT] = WORD_MEND_SPLIT,
		[MEND_REGION] = WORD_MEND_REGION};
	struct buf row = {0};

	verdict_mend_words(v, r, &row);
	buf_adds(out, "- ");
	if (r->mend == MEND_SHIFT)
		verdict_put_count(v, r->columns > 0 ? WORD_MEND_RIGHT : WORD_MEND_LEFT,
			(size_t)labs(r->columns), out);
	else
		buf_adds(out, verdict_word(v, kinds[r->mend]));
	if (row.n) {
		buf_adds(out, v->in->lang == LANG_ZH ? "：" : ": ");
		md_text(out, buf_str(&row));
	}
	buf_addc(out, '\n');
	buf_free(&row);
}

static void put_mend(const struct verdict_view *v, const struct record *r, struct buf *out)
{
	struct mend m;
	bool found = review_mend_place(r, v->in->report, &m);

	buf_adds(out, "\n### ");
	md_text(out, str_of(r->key));
	verdict_md_signed(v, r, out);
	buf_adds(out, "\n\n");
	put_mend_words(v, r, out);
	if (found && r->text.exact)
		verdict_md_line(v, m.at, out);
	if (found || !r->text.exact)
		return;
	buf_addf(out, "- %s\n\n", verdict_word(v, WORD_LOST));
	md_quote(out, 2, str_of(r->text.exact));
}

static void put_structure(const struct verdict_view *v, struct buf *out)
{
	const struct record *r;

	if (review_count(v->in->review, RECORD_STRUCTURE) == 0)
		return;
	buf_addf(out, "\n## %s\n", verdict_word(v, WORD_STRUCTURE));
	for (size_t i = 0; (r = review_at(v->in->review, RECORD_STRUCTURE, i)); i++)
		put_mend(v, r, out);
}

static void put_annotations(const struct verdict_view *v, struct buf *out)
{
	const struct record *r;

	if (review_count(v->in->review, RECORD_ANNOTATION) == 0)
		return;
	buf_addf(out, "\n## %s\n", verdict_word(v, WORD_ANNOTATIONS));
	for (size_t i = 0; (r = review_at(v->in->review, RECORD_ANNOTATION, i)); i++)
		put_annotation(v, r, out);
}

static void put_not_checked(const struct verdict_view *v, struct buf *out)
{
	verdict_md_heading(v, WORD_NOT_CHECKED, out);
	for (size_t i = 0; i < v->check.n_not_checked; i++) {
		const struct not_checked *n = &v->check.not_checked[i];

		buf_adds(out, "- ");
		md_text(out, str_of(n->rule->title.text[v->in->lang]));
		buf_addc(out, ' ');
		md_code(out, str_of(n->rule->id), false);
		buf_adds(out, v->in->lang == LANG_ZH ? "：" : ": ");
		md_text(out, str_of(n->why[v->in->lang]));
		buf_addc(out, '\n');
	}
	if (v->check.n_not_checked == 0)
		buf_addf(out, "%s\n", verdict_word(v, WORD_NONE));
}

static void put_tables(const struct verdict_view *v, struct buf *out)
{
	const struct report *r = v->in->report;
	struct tables_input in = {.file = doc_file(r->doc),
		.report = r,
		.review = v->in->review,
		.lang = v->in->lang};

	verdict_md_heading(v, WORD_TABLES, out);
	buf_addf(out, "%s\n", verdict_word(v, WORD_TABLES_KEY));
	for (size_t i = 0; i < r->n_tables; i++) {
		const struct report_table *t = &r->tables[i];

		if (t->found)
			tables_put_markdown(&in, t, 3, out);
		else
			buf_addf(out, "\n### %s\n\n%s\n", tables_words(&t->def->title, in.lang),
				verdict_word(v, WORD_NO_TABLE));
	}
}

bool export_verdict_markdown(const struct export_input *in, struct buf *out, struct err *err)
{
	struct verdict_view v;

	(void)err;
	verdict_open(&v, in);
	put_head(&v, out);
	put_counts(&v, out);
	verdict_md_findings(&v, out);
	put_corrections(&v, out);
	put_structure(&v, out);
	put_annotations(&v, out);
	put_not_checked(&v, out);
	put_tables(&v, out);
	verdict_close(&v);
	return true;
}

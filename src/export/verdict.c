/* Gathering the verdict from report, review and rules. */
#include "export/verdict.h"

#include <string.h>

#include "base/file.h"
#include "export/words.h"

static const enum decision groups[VERDICT_GROUPS] = {DECISION_CONFIRMED, DECISION_QUERY,
	DECISION_EXTRACTION, DECISION_ACCEPTABLE, DECISION_NONE};

enum decision verdict_group_decision(size_t group)
{
	return groups[group];
}

size_t verdict_group(const struct verdict_finding *f)
{
	enum decision d = f->decision ? f->decision->decision : DECISION_NONE;
	size_t i = 0;

	while (groups[i] != d)
		i++;
	return i;
}

static bool is_followed(const struct verdict_view *v, const struct repair *r)
{
	for (size_t i = 0; i < r->n_changes; i++) {
		const struct value *now = &v->corrected.v[r->changes[i].cell];

		if (!now->corrected || dec_cmp(now->value, r->changes[i].to) != 0)
			return false;
	}
	return true;
}

const struct repair *verdict_suggestion(
	const struct verdict_view *v, const struct verdict_finding *f, bool *followed)
{
	struct repair_list l = {0};

	*followed = false;
	if (!f->added)
		l = repairs_parts(&v->repairs, (size_t)(f->finding - v->check.findings));
	for (size_t i = 0; i < l.n; i++) {
		*followed = is_followed(v, l.v[i]);
		if (*followed)
			return l.v[i];
	}
	return l.n ? l.v[0] : NULL;
}

static void add(struct verdict_view *v, const struct finding *f, bool added)
{
	const struct export_input *in = v->in;
	struct verdict_finding *item = vec_push(&v->findings);

	item->finding = f;
	item->added = added;
	item->settled = !added && !check_find(&v->check_corrected, f->id);
	item->decision = review_find(in->review, RECORD_DECISION, f->id);
	item->stale = item->decision &&
		      review_is_stale_on(item->decision, f, in->report, &v->printed) &&
		      review_is_stale_on(item->decision, f, in->report, &v->corrected);
	if (added)
		v->n_added++;
	else
		v->count[verdict_group(item)][f->severity]++;
}

static void gather(struct verdict_view *v)
{
	const struct record *d;

	for (size_t i = 0; i < v->check.n_findings; i++)
		add(v, &v->check.findings[i], false);
	for (size_t i = 0; i < v->check_corrected.n_findings; i++)
		if (!check_find(&v->check, v->check_corrected.findings[i].id))
			add(v, &v->check_corrected.findings[i], true);
	for (size_t i = 0; (d = review_at(v->in->review, RECORD_DECISION, i)); i++)
		if (!check_find(&v->check, d->key) && !check_find(&v->check_corrected, d->key))
			*vec_push(&v->orphans) = d;
}

/* The document keeps the source, which is the file itself but for kinds that text is extracted
 * from. */
static void digest(struct verdict_view *v)
{
	const struct doc *d = v->in->report->doc;
	char sha256[HASH_HEX_SIZE];

	hash_hex(HASH_SHA256, doc_source(d), sha256);
	if (strcmp(sha256, doc_sha256(d)) != 0)
		return;
	hash_hex(HASH_SM3, doc_source(d), v->sm3_text);
	v->sm3 = v->sm3_text;
}

void verdict_open(struct verdict_view *v, const struct export_input *in)
{
	struct buf name = {0};

	*v = (struct verdict_view){.in = in};
	values_init(&v->printed, in->report);
	review_values(in->review, in->report, &v->corrected);
	rules_check_beside(in->rules, in->report, &v->printed, beside_rules(in->beside), &v->check);
	rules_check_beside(in->rules, in->report, &v->corrected, beside_rules(in->beside),
		&v->check_corrected);
	repairs_find(in->report, &v->printed, &v->check, NULL, &v->repairs);
	gather(v);
	digest(v);
	words_clean_name(&name, path_base(doc_file(in->report->doc)));
	v->file = buf_take(&name);
}

void verdict_close(struct verdict_view *v)
{
	vec_free(&v->findings);
	vec_free(&v->orphans);
	repairs_free(&v->repairs);
	check_free(&v->check);
	check_free(&v->check_corrected);
	values_free(&v->printed);
	values_free(&v->corrected);
	free(v->file);
}

size_t verdict_line(const struct report *r, struct text_span s)
{
	return doc_source_line(r->doc, s.from);
}

struct text_span verdict_printed(const struct report *r, size_t cell)
{
	const struct cell *c = &r->cells[cell];

	return c->state == CELL_MISSING ? (struct text_span){0} : c->span;
}

void verdict_mend_words(const struct verdict_view *v, const struct record *mend, struct buf *out)
{
	const struct forms *forms = v->in->report->forms;
	const struct form_row *row = mend->row ? mend_row_find(forms, mend->row) : NULL;
	const struct form_table *table = mend->row ? mend_table_find(forms, mend->row) : NULL;

	if (row || table)
		buf_adds(out, (row ? row->label : table->title).text[v->in->lang]);
	else
		buf_adds(out, mend->row ? mend->row : "");
}

void verdict_cell_words(const struct verdict_view *v, const char *name, struct buf *out)
{
	const struct report *r = v->in->report;
	size_t cell = report_cell_find(r, str_of(name));

	if (cell == STR_NONE)
		buf_adds(out, name);
	else
		form_cell_words(r->cells[cell].def, v->in->lang, out);
}

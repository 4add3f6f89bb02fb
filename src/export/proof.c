/* Proving a review against its report. */
#include "export/proof.h"

#include <stdarg.h>
#include <string.h>

#include "base/lang.h"
#include "review/sidecar.h"

void proof_state(struct proof *p, bool holds, const char *fmt, ...)
{
	struct buf line = {0};
	va_list ap;

	if (holds) {
		p->held++;
		return;
	}
	va_start(ap, fmt);
	buf_addv(&line, fmt, ap);
	va_end(ap);
	*vec_push(&p->broken) = buf_take(&line);
}

void proof_free(struct proof *p)
{
	for (size_t i = 0; i < p->broken.n; i++)
		free(p->broken.v[i]);
	vec_free(&p->broken);
	p->held = 0;
}

char *proof_printed(const struct report *r, size_t cell)
{
	const struct cell *c = &r->cells[cell];
	struct str text = {"", 0};

	if (c->state == CELL_GIVEN || c->state == CELL_UNREADABLE)
		text = doc_str(r->doc, c->span);
	return mem_strndup(text.p, text.n);
}

/* 00 and 0 are one number. */
/* Is `value` what is printed in the cell now, as words or as a number ("" for nothing)? */
static bool is_printed(const struct report *r, size_t cell, const char *value)
{
	struct dec number;
	char *now = proof_printed(r, cell);
	bool same = strcmp(now, value) == 0;

	if (!same && r->cells[cell].state == CELL_GIVEN && dec_parse(str_of(value), &number))
		same = dec_cmp(number, r->cells[cell].value) == 0;
	free(now);
	return same;
}

/* A decision made after a correction saw the corrected value. */
static bool is_corrected_to(const struct review *rv, const char *cell, const char *value)
{
	const struct record *c = review_find(rv, RECORD_CORRECTION, cell);
	struct dec a, b;

	return c && dec_parse(str_of(c->to), &a) && dec_parse(str_of(value), &b) &&
	       dec_cmp(a, b) == 0;
}

static void prove_seen(struct proof *p, const struct review *rv, const struct report *r,
	const struct record *decision)
{
	for (size_t i = 0; decision->seen && i < decision->n_cells; i++) {
		const char *name = decision->cells[i], *seen = decision->seen[i];
		size_t cell = report_cell_find(r, str_of(name));
		char *now = cell != STR_NONE ? proof_printed(r, cell) : mem_strdup("");
		bool holds = cell != STR_NONE ? is_printed(r, cell, seen) : !*seen;

		proof_state(p, holds || is_corrected_to(rv, name, seen),
			_("finding %s: saw \"%s\" in %s, where the report has \"%s\""),
			decision->key, seen, name, now);
		free(now);
	}
}

static void prove_decisions(struct proof *p, const struct review *rv, const struct report *r,
	const struct check *printed, const struct check *corrected)
{
	const struct record *d;

	for (size_t i = 0; (d = review_at(rv, RECORD_DECISION, i)); i++) {
		prove_seen(p, rv, r, d);
		proof_state(p, check_find(printed, d->key) || check_find(corrected, d->key),
			_("finding %s (%s) is found no longer"), d->key, d->rule ? d->rule : "?");
	}
}

void proof_correction(struct proof *p, const struct report *r, const char *name, const char *from)
{
	size_t cell = report_cell_find(r, str_of(name));
	char *now;

	if (cell == STR_NONE) {
		proof_state(p, false, _("correction: the report's forms have no cell %s"), name);
		return;
	}
	now = proof_printed(r, cell);
	proof_state(p, is_printed(r, cell, from),
		_("correction of %s: from \"%s\", where the report has \"%s\""), name, from, now);
	free(now);
}

static void prove_corrections(struct proof *p, const struct review *rv, const struct report *r)
{
	const struct record *c;

	for (size_t i = 0; (c = review_at(rv, RECORD_CORRECTION, i)); i++)
		proof_correction(p, r, c->key, c->from ? c->from : "");
}

void proof_quotation(
	struct proof *p, const struct report *r, const char *what, const struct text_target *quoted)
{
	struct record target = {.kind = RECORD_ANNOTATION, .target = TARGET_TEXT, .text = *quoted};
	struct text_span found = review_locate(&target, r);
	struct disk_span now = doc_disk(r->doc, found);

	if (text_span_empty(found))
		proof_state(p, false, _("%s: the words \"%s\" are not in the report"), what,
			quoted->exact);
	else
		proof_state(p, now.from == quoted->span.from && now.to == quoted->span.to,
			_("%s: the words \"%s\" stand at bytes %zu to %zu now"), what,
			quoted->exact, now.from, now.to);
}

static void prove_annotation(struct proof *p, const struct report *r, const struct record *a)
{
	struct buf what = {0};

	buf_addf(&what, _("annotation %s"), a->key);
	if (a->target == TARGET_TEXT)
		proof_quotation(p, r, what.p, &a->text);
	else if (a->target == TARGET_CELL)
		proof_state(p, report_cell_find(r, str_of(a->target_name)) != STR_NONE,
			_("%s: the report's forms have no cell %s"), what.p, a->target_name);
	buf_free(&what);
}

static void prove_mends(struct proof *p, const struct review *rv, const struct report *r)
{
	const struct record *m;
	struct mend place;

	for (size_t i = 0; (m = review_at(rv, RECORD_STRUCTURE, i)); i++)
		proof_state(p, review_mend_place(m, r, &place),
			_("structure %s: its place is not in the report"), m->key);
}

static const struct beside_file *opened(
	const struct beside *beside, const struct review_beside *then)
{
	const struct beside_file *named = NULL;

	for (size_t i = 0; beside && i < beside->files.n; i++) {
		const struct beside_file *f = &beside->files.v[i];

		if (f->role != then->role)
			continue;
		if (f->sha256 && strcmp(f->sha256, then->sha256) == 0)
			return f;
		if (strcmp(f->name, then->file) == 0)
			named = f;
	}
	return named;
}

void proof_beside(struct proof *p, const struct review *rv, const struct beside *beside)
{
	const struct review_beside *then;

	for (size_t i = 0; (then = review_beside(rv, i)); i++) {
		const struct beside_file *now = opened(beside, then);

		if (!now || !now->sha256)
			proof_state(p, false,
				_("%s, which the report was checked against, is not there"),
				then->file);
		else
			proof_state(p, strcmp(now->sha256, then->sha256) == 0,
				_("%s is not what the report was checked against: its SHA-256 is "
				  "%s now"),
				then->file, now->sha256);
	}
}

void proof_review(struct proof *p, const struct review *rv, const struct report *r,
	const struct ruleset *rules, const struct beside *beside)
{
	struct values values;
	struct check printed, corrected;
	const struct record *a;

	values_init(&values, r);
	rules_check_beside(rules, r, &values, beside_rules(beside), &printed);
	values_free(&values);
	review_values(rv, r, &values);
	rules_check_beside(rules, r, &values, beside_rules(beside), &corrected);
	values_free(&values);
	proof_state(p, sidecar_matches(rv, r),
		_("the report is not the one that was reviewed: its SHA-256 is %s now"),
		doc_sha256(r->doc));
	if (review_find(rv, RECORD_VERDICT, ""))
		proof_state(p, !review_verdict_is_stale(rv, r),
			_("the verdict was given on another text of the report"));
	proof_beside(p, rv, beside);
	prove_decisions(p, rv, r, &printed, &corrected);
	prove_corrections(p, rv, r);
	prove_mends(p, rv, r);
	for (size_t i = 0; (a = review_at(rv, RECORD_ANNOTATION, i)); i++)
		prove_annotation(p, r, a);
	check_free(&printed);
	check_free(&corrected);
}

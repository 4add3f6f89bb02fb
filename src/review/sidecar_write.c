/* Writing the sidecar's document: every key in its place, the same review the same bytes. */
#include <string.h>

#include "review/sidecar_item.h"

static void put_text(struct yout *y, const char *key, const char *text)
{
	if (!text)
		return;
	yaml_out_key(y, key);
	yaml_out_cstr(y, text);
}

static void put_list(struct yout *y, const char *key, char *const *list, size_t n)
{
	if (!list)
		return;
	yaml_out_key(y, key);
	yaml_out_flow_seq(y);
	for (size_t i = 0; i < n; i++)
		yaml_out_cstr(y, list[i]);
	yaml_out_close(y);
}

static void put_count(struct yout *y, const char *key, size_t n)
{
	yaml_out_key(y, key);
	yaml_out_int(y, (int64_t)n);
}

void sidecar_write_unknown(struct yout *y, const struct ynode *extra)
{
	for (size_t i = 0; extra && i < extra->n; i++) {
		yaml_out_key(y, extra->keys[i]->text.p);
		yaml_out_node(y, extra->items[i]);
	}
}

static void put_target(struct yout *y, const struct record *r)
{
	yaml_out_key(y, "target");
	yaml_out_map(y);
	switch (r->target) {
	case TARGET_CELL:
		put_text(y, "cell", r->target_name);
		break;
	case TARGET_FINDING:
		put_text(y, "finding", r->target_name);
		break;
	case TARGET_TEXT:
		put_text(y, "exact", r->text.exact);
		put_text(y, "prefix", r->text.prefix);
		put_text(y, "suffix", r->text.suffix);
		put_count(y, "start", r->text.span.from);
		put_count(y, "end", r->text.span.to);
		break;
	}
	sidecar_write_unknown(y, r->target_extra);
	yaml_out_close(y);
}

static void put_mend_field(struct yout *y, const struct record *r, const struct field *f)
{
	const struct mend_form *form = mend_form(r->mend);

	if (f->kind == FIELD_MEND)
		put_text(y, f->key, form->name);
	else if (f->kind == FIELD_ROW ? form->row : f->kind == FIELD_TABLE && form->table)
		put_text(y, f->key, r->row);
	else if (f->kind == FIELD_PLACE && form->place)
		put_target(y, r);
	if (f->kind != FIELD_COLUMNS || !form->columns)
		return;
	yaml_out_key(y, f->key);
	yaml_out_int(y, r->columns);
}

static void put_field(struct yout *y, const struct record *r, const struct field *f)
{
	switch (f->kind) {
	case FIELD_KEY:
	case FIELD_TEXT:
	case FIELD_PRINTED:
	case FIELD_DECIMAL:
	case FIELD_TIME:
		put_text(y, f->key, *(char *const *)((const char *)r + f->offset));
		break;
	case FIELD_CELLS:
		put_list(y, f->key, r->cells, r->n_cells);
		break;
	case FIELD_SEEN:
		put_list(y, f->key, r->seen, r->n_cells);
		break;
	case FIELD_TAGS:
		put_list(y, f->key, r->n_tags ? r->tags : NULL, r->n_tags);
		break;
	case FIELD_DECISION:
		put_text(y, f->key, decision_name(r->decision));
		break;
	case FIELD_VERDICT:
		put_text(y, f->key, verdict_name(r->verdict));
		break;
	case FIELD_TARGET:
		put_target(y, r);
		break;
	case FIELD_MEND:
	case FIELD_ROW:
	case FIELD_TABLE:
	case FIELD_COLUMNS:
	case FIELD_PLACE:
		put_mend_field(y, r, f);
		break;
	}
}

static void write_item(struct yout *y, const struct record *r, bool with_key)
{
	const struct record_form *form = record_form(r->kind);

	yaml_out_map(y);
	for (const struct field *f = form->fields; f->key; f++)
		if (with_key || f->kind != FIELD_KEY)
			put_field(y, r, f);
	sidecar_write_unknown(y, r->extra);
	yaml_out_close(y);
}

static int by_key(const void *a, const void *b)
{
	const struct record *x = *(const struct record *const *)a;
	const struct record *y = *(const struct record *const *)b;

	return strcmp(x->key, y->key);
}

/* Decisions by id and corrections by cell, so that two reviewers' additions seldom touch the same
 * lines; annotations and mends as made. */
static void put_section(struct yout *y, const struct review *rv, enum record_kind kind)
{
	const struct shelf *s = &rv->shelves[kind];
	VEC(const struct record *) list = {0};

	for (size_t i = 0; i < s->by_age.n; i++)
		if (s->by_age.v[i]->now)
			*vec_push(&list) = s->by_age.v[i]->now;
	if ((kind == RECORD_DECISION || kind == RECORD_CORRECTION) && list.n)
		qsort(list.v, list.n, sizeof *list.v, by_key);
	yaml_out_key(y, record_form(kind)->section);
	yaml_out_seq(y);
	for (size_t i = 0; i < list.n; i++)
		write_item(y, list.v[i], true);
	yaml_out_close(y);
	vec_free(&list);
}

static void put_report(struct yout *y, const struct review *rv, const struct sidecar_report *about)
{
	yaml_out_key(y, "report");
	yaml_out_map(y);
	put_text(y, "file", about->file);
	put_text(y, "sha256", about->sha256);
	put_count(y, "bytes", about->bytes);
	put_text(y, "form", about->form);
	sidecar_write_unknown(y, rv->origin.report);
	yaml_out_close(y);
}

static void put_verdict(struct yout *y, const struct review *rv)
{
	const struct record *r = review_find(rv, RECORD_VERDICT, "");

	yaml_out_key(y, "verdict");
	if (r)
		write_item(y, r, true);
	else
		yaml_out_null(y);
}

static void put_place(struct yout *y, const struct review *rv)
{
	const struct review_place *p = review_place(rv);

	if (!p->pane && !p->finding && !p->cell && !p->line && !rv->origin.place)
		return;
	yaml_out_key(y, "place");
	yaml_out_map(y);
	put_text(y, "pane", p->pane);
	put_text(y, "finding", p->finding);
	put_text(y, "cell", p->cell);
	if (p->line)
		put_count(y, "line", p->line);
	sidecar_write_unknown(y, rv->origin.place);
	yaml_out_close(y);
}

static void put_end(struct yout *y, const char *key, const struct record *r)
{
	if (!r)
		return;
	yaml_out_key(y, key);
	write_item(y, r, false);
}

static void put_change(struct yout *y, const struct change *c)
{
	yaml_out_map(y);
	put_text(y, "kind", record_form(c->kind)->name);
	put_text(y, "key", *c->key ? c->key : NULL);
	put_end(y, "before", c->before);
	put_end(y, "after", c->after);
	sidecar_write_unknown(y, c->extra);
	yaml_out_close(y);
}

/* One act a line: where git finds both sides of a merge added some, keeping the lines of both will
 * do. */
static void put_history(struct yout *y, const struct review *rv)
{
	const struct change *c;

	yaml_out_key(y, "history");
	yaml_out_seq(y);
	for (size_t i = 0; (c = review_history_at(rv, i));) {
		const struct change *first = c;

		yaml_out_flow_map(y);
		put_text(y, "by", first->by);
		put_text(y, "at", first->at);
		yaml_out_key(y, "changes");
		yaml_out_seq(y);
		for (; (c = review_history_at(rv, i)) && c->group == first->group; i++)
			put_change(y, c);
		yaml_out_close(y);
		sidecar_write_unknown(y, first->act_extra);
		yaml_out_close(y);
	}
	yaml_out_close(y);
}

bool sidecar_write_about(const struct review *rv, const struct sidecar_report *about,
	struct buf *out, struct err *err)
{
	struct yout *y = yaml_out_begin();
	size_t start = out->n;

	yaml_out_map(y);
	put_text(y, "format", SIDECAR_FORMAT);
	put_report(y, rv, about);
	sidecar_write_beside(y, rv);
	put_verdict(y, rv);
	put_section(y, rv, RECORD_DECISION);
	put_section(y, rv, RECORD_CORRECTION);
	put_section(y, rv, RECORD_STRUCTURE);
	put_section(y, rv, RECORD_ANNOTATION);
	sidecar_write_unknown(y, rv->origin.root);
	put_place(y, rv);
	put_history(y, rv);
	yaml_out_close(y);
	buf_adds(out, SIDECAR_HEAD);
	bool ok = yaml_out_end(y, out, err);

	if (ok)
		buf_adds(out, SIDECAR_TAIL);
	else
		out->n = start;
	return ok;
}

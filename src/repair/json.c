/* Repairs in JSON: the contract's `repairs` of a finding. */
#include "repair/repair.h"

static void put_text(struct json *j, const char *key, const char *text)
{
	json_key(j, key);
	json_cstr(j, text);
}

static void put_change(struct json *j, const struct repair_change *c, const struct report *report)
{
	char number[DEC_TEXT_MAX];

	json_open_flat(j, '{');
	put_text(j, "cell", report->cells[c->cell].def->name);
	json_key(j, "from");
	if (c->from.state == CELL_MISSING)
		json_null(j);
	else
		json_str(j, repair_from(c, report, number));
	put_text(j, "to", dec_str(c->to, number));
	json_close(j);
}

/* A number that the prose declares, and where. */
static void put_evidence(struct json *j, const struct evidence *e, const struct report *report)
{
	struct disk_span span = doc_disk(report->doc, e->span);

	json_open_flat(j, '{');
	json_key(j, "declared");
	json_dec(j, e->declared);
	json_key(j, "span");
	json_open_flat(j, '[');
	json_int(j, (int64_t)span.from);
	json_int(j, (int64_t)span.to);
	json_close(j);
	json_key(j, "line");
	json_int(j, (int64_t)doc_source_line(report->doc, e->span.from));
	json_close(j);
}

static void put_repair(
	struct json *j, const struct repair *r, const struct report *report, const struct check *c)
{
	json_open_flat(j, '{');
	json_key(j, "changes");
	json_open_flat(j, '[');
	for (size_t i = 0; i < r->n_changes; i++)
		put_change(j, &r->changes[i], report);
	json_close(j);
	json_key(j, "settles");
	json_open_flat(j, '[');
	for (size_t i = 0; i < r->n_settles; i++)
		json_cstr(j, c->findings[r->settles[i]].id);
	json_close(j);
	put_text(j, "edit", edit_name(r->edit));
	put_text(j, "cause", cause_name(r->cause));
	put_text(j, "sure", sure_name(r->sure));
	json_key(j, "score");
	json_int(j, r->score);
	json_key(j, "evidence");
	json_open_flat(j, '[');
	for (size_t i = 0; i < r->n_evidence; i++)
		put_evidence(j, &c->evidence[r->evidence[i]], report);
	json_close(j);
	json_close(j);
}

void repairs_put_json(struct json *j, const struct repair_list *l, const struct report *report,
	const struct check *c)
{
	json_open_flat(j, '[');
	for (size_t i = 0; i < l->n; i++)
		put_repair(j, l->v[i], report, c);
	json_close(j);
}

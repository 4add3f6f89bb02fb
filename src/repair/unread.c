/* Solving identities for the one number they lack. */
#include "repair/unread.h"

#include <string.h>

/* What is printed, letters taken for the digits they look like. */
static bool looks_like(const struct system *s, size_t cell, struct dec number)
{
	static const char letters[] = "OoDlIi|ZzSsbBgq", digits[] = "000111122556899";
	const struct cell *c = &s->report->cells[cell];
	struct str text = str_trim(doc_str(s->report->doc, c->span));
	struct buf read = {0};
	struct dec value;

	if (c->state != CELL_UNREADABLE)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		const char *letter = text.p[i] ? strchr(letters, text.p[i]) : NULL;

		buf_addc(&read, letter ? digits[letter - letters] : text.p[i]);
	}
	bool like = dec_parse(buf_str(&read), &value) && dec_cmp(value, number) == 0;

	buf_free(&read);
	return like;
}

static void find_cell(const struct system *s, size_t cell, struct unread *out)
{
	struct repair_change c = {.cell = cell, .from = s->values->v[cell]};
	struct judgement j;
	enum said said = system_said(s, cell, s->values->v, &c.to);
	size_t lost;

	if ((said != SAID_ONCE && said != SAID_SAME) ||
		(dec_is_zero(c.to) && c.from.state != CELL_UNREADABLE))
		return;
	system_judge(s, &c, 1, &j);
	if (!j.sound || !j.opened)
		return;
	struct repair *r = weigh_repair(s, &c, 1, &j, EDIT_OTHER, &lost);

	if (lost)
		return;
	r->edit = looks_like(s, cell, c.to) ? EDIT_LOOKALIKE : EDIT_UNREAD;
	r->changes[0].edit = r->edit;
	r->cost = edit_line_cost(r->edit);
	r->cause = c.from.state == CELL_BLANK ? CAUSE_SOURCE : CAUSE_EXTRACTION;
	weigh_share(r, 1, 1, false);
	out->v[out->n++] = r;
}

static void settle_findings(const struct system *s, const struct unread *u)
{
	for (size_t i = 0; i < u->n; i++) {
		for (size_t k = 0; k < s->check->n_findings; k++) {
			const struct finding *f = &s->check->findings[k];

			if (f->n_cells == 1 && unread_concerns(s, u->v[i], f))
				weigh_settles(u->v[i], k);
		}
	}
}

void unread_find(const struct system *s, struct unread *out)
{
	size_t most = 0;

	for (size_t cell = 0; cell < s->values->n; cell++)
		most += s->uses[cell].n && system_is_unknown(s, cell);
	*out = (struct unread){arena_alloc_array(s->arena, most, sizeof *out->v), 0};
	for (size_t cell = 0; most && cell < s->values->n; cell++) {
		if (s->uses[cell].n && system_is_unknown(s, cell) &&
			report_table_of(s->report, cell)->found)
			find_cell(s, cell, out);
	}
	settle_findings(s, out);
}

bool unread_concerns(const struct system *s, const struct repair *r, const struct finding *f)
{
	if (strcmp(f->rule->kind, "cells"))
		return false;
	bool concerns = false;

	for (size_t i = 0; i < f->n_cells; i++) {
		if (s->values->v[f->cells[i]].state == CELL_GIVEN)
			return false;
		concerns = concerns || f->cells[i] == r->changes[0].cell;
	}
	return concerns;
}

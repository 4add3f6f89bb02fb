/* Going to places, and keeping the parts of the place together. */
#include <string.h>

#include "base/utf8.h"
#include "desk/place.h"
#include "desk/text_rows.h"

static size_t boundary_at(struct str text, size_t at)
{
	if (at >= text.n)
		return text.n;
	while (at > 0 && ((unsigned char)text.p[at] & 0xc0) == 0x80)
		at--;
	return at;
}

size_t place_of_cell(const struct session *s, size_t cell)
{
	const struct cell *c = &s->report->cells[cell];
	if (c->state != CELL_MISSING &&
		(!text_span_empty(c->span) || (c->state == CELL_BLANK && c->span.from > 0)))
		return c->span.from;
	if (!text_span_empty(c->label))
		return c->label.from;
	const struct report_table *t = report_table_of(s->report, cell);
	return t && t->found ? t->span.from : STR_NONE;
}

size_t place_of_finding(const struct session *s, size_t finding)
{
	const struct finding *f = &s->check.findings[finding];
	if (f->n_spans)
		return f->spans[0].from;
	return f->line ? f->at : STR_NONE;
}

size_t place_of_line(const struct session *s, size_t line)
{
	const struct doc *d = s->report->doc;
	size_t low = 0, high = doc_line_count(d);
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (doc_source_line(d, doc_line(d, mid).from) < line)
			low = mid + 1;
		else
			high = mid;
	}
	return low < doc_line_count(d) ? doc_line(d, low).from : STR_NONE;
}

static void set_cell(struct session *s, size_t cell)
{
	const struct form_cell *def = s->report->cells[cell].def;
	s->place.cell = cell;
	s->place.column = (size_t)(def->column - def->table->blocks[def->row->block].columns);
}

void place_set_at(struct session *s, size_t at)
{
	s->place.at = boundary_at(doc_text(s->report->doc), at);
	size_t cell = report_cell_at(s->report, s->place.at);
	if (cell != STR_NONE)
		set_cell(s, cell);
}

void session_to_text(struct session *s, size_t at)
{
	s->place.anchor = s->place.corner = STR_NONE;
	place_set_at(s, at);
	text_set_goal(s);
}

void session_to_cell(struct session *s, size_t cell)
{
	s->place.anchor = s->place.corner = STR_NONE;
	set_cell(s, cell);
	size_t at = place_of_cell(s, cell);
	if (at == STR_NONE)
		return;
	s->place.at = boundary_at(doc_text(s->report->doc), at);
	text_set_goal(s);
}

void session_to_finding(struct session *s, size_t finding)
{
	const struct finding *f = &s->check.findings[finding];
	s->place.anchor = s->place.corner = STR_NONE;
	s->place.finding = finding;
	if (f->n_cells)
		session_to_cell(s, f->cells[0]);
	size_t at = place_of_finding(s, finding);
	if (at == STR_NONE)
		return;
	s->place.at = boundary_at(doc_text(s->report->doc), at);
	text_set_goal(s);
}

size_t session_finding_beyond(const struct session *s, size_t from, int direction, bool open_only)
{
	size_t n = s->check.n_findings;
	if (n == 0)
		return STR_NONE;
	size_t at = from;
	if (from == STR_NONE)
		at = direction > 0 ? n - 1 : 0;
	for (size_t k = 0; k < n; k++) {
		at = (at + (direction > 0 ? 1 : n - 1)) % n;
		if (!open_only || session_is_open(s, at))
			return at;
	}
	return STR_NONE;
}

size_t place_refind(const struct session *s, const char *id, size_t at)
{
	for (size_t i = 0; i < s->check.n_findings; i++)
		if (strcmp(s->check.findings[i].id, id) == 0)
			return i;
	for (size_t i = 0; i < s->check.n_findings; i++)
		if (s->check.findings[i].at >= at)
			return i;
	return s->check.n_findings - 1; /* STR_NONE where there are none */
}

void place_clamp(struct session *s)
{
	struct place *p = &s->place;
	struct str text = doc_text(s->report->doc);
	p->at = boundary_at(text, p->at);
	if (p->anchor != STR_NONE)
		p->anchor = boundary_at(text, p->anchor);
	if (p->corner >= s->report->n_cells)
		p->corner = STR_NONE;
	if (p->cell >= s->report->n_cells)
		p->cell = s->report->n_cells ? 0 : STR_NONE;
	if (s->check.n_findings == 0)
		p->finding = STR_NONE;
	else if (p->finding >= s->check.n_findings)
		p->finding = s->check.n_findings - 1;
	if (p->pane >= PANE_COUNT)
		p->pane = PANE_TEXT;
}

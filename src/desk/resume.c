/* The place to and from the review. */
#include <string.h>

#include "desk/place.h"
#include "desk/resume.h"

static const char *const pane_names[] = {
	[PANE_TEXT] = "text",
	[PANE_TABLE] = "table",
	[PANE_FINDINGS] = "findings",
};

static const char *pane_name(enum pane pane)
{
	return pane_names[pane];
}

bool pane_parse(struct str s, enum pane *out)
{
	for (enum pane p = 0; p < PANE_COUNT; p++) {
		if (str_is(s, pane_names[p])) {
			*out = p;
			return true;
		}
	}
	return false;
}

void resume_keep(struct session *s)
{
	struct review_place p = {
		.pane = mem_strdup(pane_name(s->place.pane)),
		.line = doc_source_line(s->report->doc, s->place.at),
	};
	if (s->place.finding != STR_NONE)
		p.finding = mem_strdup(s->check.findings[s->place.finding].id);
	if (s->place.cell != STR_NONE)
		p.cell = mem_strdup(s->report->cells[s->place.cell].def->name);
	review_set_place(s->review, &p);
	free(p.pane);
	free(p.finding);
	free(p.cell);
}

/* Only the line is kept: the cell's words or the finding's on it tell the place in it. */
static size_t place_on_line(const struct session *s, size_t line)
{
	const struct doc *d = s->report->doc;
	size_t cell = s->place.cell == STR_NONE ? STR_NONE : place_of_cell(s, s->place.cell);
	if (cell != STR_NONE && doc_source_line(d, cell) == line)
		return cell;
	size_t finding =
		s->place.finding == STR_NONE ? STR_NONE : place_of_finding(s, s->place.finding);
	if (finding != STR_NONE && doc_source_line(d, finding) == line)
		return finding;
	return place_of_line(s, line);
}

void resume_place(struct session *s)
{
	const struct review_place *p = review_place(s->review);
	s->place.pane = PANE_TEXT;
	if (s->report->n_cells)
		session_to_cell(s, 0);
	if (s->check.n_findings)
		session_to_finding(s, 0);
	else
		s->place.at = 0; /* nothing to look at first: read it from its beginning */
	if (!p)
		return;
	if (p->pane)
		pane_parse(str_of(p->pane), &s->place.pane);
	const struct finding *f = p->finding ? check_find(&s->check, p->finding) : NULL;
	if (f)
		session_to_finding(s, (size_t)(f - s->check.findings));
	size_t cell = p->cell ? report_cell_find(s->report, str_of(p->cell)) : STR_NONE;
	if (cell != STR_NONE)
		s->place.cell = cell;
	size_t at = p->line ? place_on_line(s, p->line) : STR_NONE;
	if (at != STR_NONE)
		s->place.at = at;
	place_clamp(s);
}

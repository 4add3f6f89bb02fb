/* The report: what it is, whose, of what year; its tables are build.c's. */
#include "table/report.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "table/build.h"
#include "table/caption.h"
#include "table/section.h"
#include "table/title.h"

/* So many of the six headings are no chance: a report that lost its title and its tables. */
enum { SECTIONS_TELLING = 3 };

/* Words of the forms before the first, in a report that tells no later year. */
static bool has_older_words(const struct report *r)
{
	if (r->year && r->year >= r->forms->forms[0].year_from)
		return false;
	const struct form_list *words = &r->forms->common.older_words;
	for (size_t i = 0; i < words->n; i++)
		if (str_find(doc_text(r->doc), str_of(words->items[i]), 0) != STR_NONE)
			return true;
	return false;
}

static bool is_report(const struct report *r, size_t found, struct err *err)
{
	if (found > 0 || r->n_sections >= SECTIONS_TELLING)
		return true;
	if (has_older_words(r) || (r->year && r->year < r->forms->forms[0].year_from))
		return err_set(err, ERR_FORMAT,
			_("a report of a form before %d, which is out of scope"),
			r->forms->forms[0].year_from);
	if (r->title_text || (r->n_sections > 0 && title_in_prose(r)))
		return true;
	return err_set(err, ERR_FORMAT,
		_("no annual report on government information disclosure: neither a statutory "
		  "table nor a title of one"));
}

bool report_build(struct doc *doc, const struct forms *forms, struct report **out, struct err *err)
{
	struct report *r = mem_alloc(sizeof *r);
	assert(forms->n > 0);
	*r = (struct report){.doc = doc, .forms = forms, .arena = arena_new()};
	sections_find(r);
	caption_find(r);
	if (!is_report(r, tables_build(r, NULL, 0), err)) {
		report_free(r);
		return false;
	}
	*out = r;
	return true;
}

void report_mend(struct report *r, const struct mend *mends, size_t n)
{
	if (n == 0 && !r->mended)
		return;
	r->mended = n > 0;
	tables_build(r, mends, n);
}

void report_free(struct report *r)
{
	if (!r)
		return;
	doc_free(r->doc);
	arena_free(r->arena);
	arena_free(r->tables_arena);
	free(r);
}

size_t report_cell_find(const struct report *r, struct str name)
{
	for (size_t i = 0; i < r->n_cells; i++)
		if (str_is(name, r->cells[i].def->name))
			return i;
	return STR_NONE;
}

size_t report_cell_at(const struct report *r, size_t at)
{
	for (size_t i = 0; i < r->n_cells; i++)
		if (text_span_covers(r->cells[i].whole, at))
			return i;
	return STR_NONE;
}

const struct report_table *report_table_of(const struct report *r, size_t cell)
{
	for (size_t i = 0; i < r->n_tables; i++)
		if (cell >= r->tables[i].cell && cell < r->tables[i].cell + r->tables[i].n_cells)
			return &r->tables[i];
	return NULL;
}

const char *cell_state_name(enum cell_state s)
{
	static const char *const names[] = {"missing", "blank", "given", "unreadable"};
	return names[s];
}

size_t report_cell_line(const struct report *r, size_t cell)
{
	const struct cell *c = &r->cells[cell];
	const struct report_table *t = report_table_of(r, cell);
	struct text_span s = c->whole;
	if (text_span_empty(s))
		s = c->label;
	if (text_span_empty(s) && t)
		s = t->span;
	return text_span_empty(s) ? 0 : doc_source_line(r->doc, s.from);
}

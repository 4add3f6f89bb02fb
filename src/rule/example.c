/* Made-up reports for examples and tests. */
#include "rule/example.h"

#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "doc/sink.h"

#define HEADING_MAX 40 /* code points */

struct maker {
	struct report *r;
	const struct example_text *text;
	struct buf source;
	VEC(struct report_para) paras;
	VEC(struct report_section) sections;
};

static struct text_span put(struct maker *m, struct str s)
{
	size_t from = m->source.n;

	buf_add(&m->source, s);
	return (struct text_span){from, m->source.n};
}

/* A short line that holds the title of a section is its heading. */
static const struct form_section *section_of(const struct maker *m, struct str line)
{
	const struct form_common *common = &m->r->forms->common;

	for (size_t i = 0; utf8_count(line) <= HEADING_MAX && i < common->n_sections; i++) {
		if (str_find(line, str_of(common->sections[i].title.text[LANG_ZH]), 0) != STR_NONE)
			return &common->sections[i];
	}
	return NULL;
}

static bool is_heading(struct str line)
{
	static const char *const ends[] = {"。", "；", "，", "：", ".", ";", ","};

	if (utf8_count(line) > HEADING_MAX || !(str_starts(line, "（") || str_starts(line, "(")))
		return false;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		if (str_ends(line, ends[i]))
			return false;
	}
	return true;
}

/* A line before the first section with a title's words in it is the title. */
static bool is_title(const struct maker *m, struct str line)
{
	const struct form_list *words = &m->r->forms->common.title_words;

	for (size_t i = 0; !m->r->title_text && !m->sections.n && i < words->n; i++) {
		if (str_find(line, str_of(words->items[i]), 0) != STR_NONE)
			return utf8_count(line) <= HEADING_MAX && !str_ends(line, "。");
	}
	return false;
}

static void put_para(struct maker *m, struct str line)
{
	struct text_span span = put(m, line);
	const struct form_section *section = section_of(m, line);

	buf_addc(&m->source, '\n');
	if (is_title(m, line)) {
		m->r->title = span;
		m->r->title_text = arena_cstr(m->r->arena, line);
	}
	/* as in a report: a heading that comes too late begins no section */
	if (section &&
		(!m->sections.n || m->sections.v[m->sections.n - 1].number < section->number)) {
		struct report_section *s = vec_push(&m->sections);

		s->number = section->number;
		s->title = span;
		s->span = span;
	}
	struct report_para *p = vec_push(&m->paras);

	p->span = span;
	p->heading = section || is_heading(line);
	if (m->sections.n) {
		p->section = m->sections.v[m->sections.n - 1].number;
		m->sections.v[m->sections.n - 1].span.to = span.to;
	}
}

static void put_prose(struct maker *m)
{
	struct str rest = str_of(m->text->prose);

	while (rest.n) {
		size_t end = str_find(rest, STR("\n"), 0);
		struct str line = str_trim(str_slice(rest, 0, end == STR_NONE ? rest.n : end));

		if (line.n)
			put_para(m, line);
		rest = str_slice(rest, end == STR_NONE ? rest.n : end + 1, rest.n);
	}
}

static const char *printed(const struct maker *m, const char *name)
{
	for (size_t i = 0; i < m->text->n_cells; i++) {
		if (!strcmp(m->text->cells[i].name, name))
			return m->text->cells[i].text;
	}
	return "0";
}

static bool is_nothing(const struct maker *m, const char *text)
{
	const struct form_list *marks = &m->r->forms->common.nothing;

	for (size_t i = 0; i < marks->n; i++) {
		if (!strcmp(marks->items[i], text))
			return true;
	}
	return !*text;
}

static void put_cell(struct maker *m, struct report_table *t, struct cell *c)
{
	const char *text = t->found ? printed(m, c->def->name) : "?";

	c->how = "label+column";
	if (!strcmp(text, "?")) {
		t->missing++;
		return;
	}
	buf_addc(&m->source, '\t');
	size_t digits = strspn(text, "+-0123456789.");

	c->span = c->whole = put(m, str_of(text));
	if (digits && dec_parse((struct str){text, digits}, &c->value)) {
		c->span.to = c->span.from + digits;
		c->state = CELL_GIVEN;
		t->given++;
	} else if (is_nothing(m, text)) {
		c->state = CELL_BLANK;
		t->blank++;
	} else {
		c->state = CELL_UNREADABLE;
		t->unreadable++;
	}
}

static void put_row(struct maker *m, struct report_table *t, const struct form_row *row)
{
	const struct form_block *block = &t->def->blocks[row->block];
	struct text_span label = {0};

	if (t->found)
		label = put(m, str_of(row->label.text[LANG_ZH]));
	for (size_t i = 0; i < block->n_columns; i++) {
		struct cell *c = &m->r->cells[t->cell + (row->first - t->def->cell) + i];

		c->def = &t->form->cells[row->first + i];
		put_cell(m, t, c);
		if (c->state != CELL_MISSING)
			c->label = label;
	}
	if (t->found)
		buf_addc(&m->source, '\n');
	t->span = text_span_join(t->span, (struct text_span){label.from, m->source.n});
}

static void put_tables(struct maker *m)
{
	struct report *r = m->r;

	r->n_tables = r->form->n_tables;
	r->n_cells = r->form->n_cells;
	r->tables = arena_alloc_array(r->arena, r->n_tables, sizeof *r->tables);
	r->cells = arena_alloc_array(r->arena, r->n_cells, sizeof *r->cells);
	for (size_t i = 0; i < r->n_tables; i++) {
		struct report_table *t = &r->tables[i];

		t->def = &r->form->tables[i];
		t->form = r->form;
		t->found = !m->text->without || strcmp(m->text->without, t->def->name);
		t->cell = t->def->cell;
		t->n_cells = t->def->n_cells;
		for (size_t j = 0; j < t->def->n_rows; j++)
			put_row(m, t, &t->def->rows[j]);
		if (!t->found)
			t->span = (struct text_span){0};
	}
}

static void make_doc(struct maker *m)
{
	struct buf bytes = {0};

	buf_add(&bytes, buf_str(&m->source));
	m->r->doc = doc_new("example.txt", "text", &bytes);
	sink_keeps_lines(m->r->doc);
	sink_text(m->r->doc, buf_str(&m->source), 0, 1, 1);
	for (size_t i = 0; i < m->paras.n; i++)
		sink_para(m->r->doc, m->paras.v[i].span);
	doc_done(m->r->doc);
}

static void *to_arena(struct arena *a, const void *v, size_t n, size_t size)
{
	void *to = arena_alloc_array(a, n, size);

	if (n)
		memcpy(to, v, n * size);
	return to;
}

struct report *example_report(const struct forms *forms, const struct example_text *text)
{
	struct arena *a = arena_new();
	struct report *r = arena_alloc(a, sizeof *r);
	struct maker m = {.r = r, .text = text};

	*r = (struct report){.forms = forms, .arena = a, .year = text->year};
	r->form = forms_find(forms, text->form);
	assert(r->form);
	if (text->agency) {
		r->agency_text = arena_cstr(a, str_of(text->agency));
		r->agency = put(&m, str_of(text->agency));
		buf_addc(&m.source, '\n');
	}
	put_prose(&m);
	put_tables(&m);
	make_doc(&m);
	r->n_paras = m.paras.n;
	r->paras = to_arena(a, m.paras.v, m.paras.n, sizeof *m.paras.v);
	r->n_sections = m.sections.n;
	r->sections = to_arena(a, m.sections.v, m.sections.n, sizeof *m.sections.v);
	buf_free(&m.source);
	vec_free(&m.paras);
	vec_free(&m.sections);
	return r;
}

void example_free(struct report *r)
{
	if (!r)
		return;
	doc_free(r->doc);
	arena_free(r->arena);
}

/* Section headings: "三、收到和处理政府信息公开申请情况", with or without numbering or markup, in a
 * paragraph or caught in a table's cell. A table of contents repeats them, so of equals the last
 * one counts. */
#include "table/section.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "table/book.h"
#include "table/title_words.h"

#define HEADING_BYTES_MAX 160
#define CELL_BYTES_MAX 400
/* A heading without a number in a cell has as many. */
#define TITLE_BYTES (10 * 3)
#define SECTIONS_MAX 16
#define CONTENTS_LEAST 4
/* The sections with the tables; a report that has them has so many bytes from the first on. */
#define TABLE_SECTIONS (1u << 2 | 1u << 3 | 1u << 4)
#define BODY_LEAST 600
#define STRENGTH_NUMBERED 3

struct candidate {
	unsigned number;
	unsigned strength; /* STRENGTH_NUMBERED: title and number, 2: title, 1: title with another
			      number */
	size_t block;	   /* STR_NONE: a table's cell */
	struct text_span line, title;
};

struct finder {
	const struct report *r;
	const struct section_cores *cores;
	VEC(struct candidate) found;
};

static uint32_t length_bit(struct str core)
{
	return (uint32_t)1 << (core.n / 3 % 32);
}

struct section_cores *section_cores_in(struct arena *a, const struct form_common *common)
{
	struct section_cores *cores = arena_alloc(a, sizeof *cores);
	size_t n = 0;
	for (size_t i = 0; i < common->n_sections; i++)
		n += common->sections[i].variants.n;
	cores->v = arena_alloc_array(a, n, sizeof *cores->v);
	for (size_t i = 0; i < common->n_sections; i++)
		for (size_t k = 0; k < common->sections[i].variants.n; k++) {
			struct buf core = {0};
			char ignored[8];
			label_core(str_of(common->sections[i].variants.items[k]), &core, ignored);
			struct section_core *c = &cores->v[cores->n++];
			c->core = arena_str(a, buf_str(&core));
			c->number = common->sections[i].number;
			cores->lengths |= length_bit(c->core);
			buf_free(&core);
		}
	return cores;
}

bool sections_end(const struct section_cores *cores, struct str core)
{
	for (size_t i = 0; i < cores->n; i++)
		if (core.n >= cores->v[i].core.n &&
			str_eq(str_slice(core, core.n - cores->v[i].core.n, core.n),
				cores->v[i].core))
			return true;
	return false;
}

/* The section whose heading the core is; NULL where it is none. */
static const struct section_core *core_find(const struct section_cores *cores, struct str core)
{
	size_t i = 0;
	if (!(cores->lengths & length_bit(core)))
		return NULL;
	while (i < cores->n && !str_eq(cores->v[i].core, core))
		i++;
	return i < cores->n ? &cores->v[i] : NULL;
}

static bool says_number(const char *number, unsigned section)
{
	static const char *const han[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
	char digits[12];
	snprintf(digits, sizeof digits, "%u", section);
	return (section < sizeof han / sizeof *han && strcmp(number, han[section]) == 0) ||
	       strcmp(number, digits) == 0;
}

/* "（一）…" numbers what lies within a section. */
static bool is_bracketed(struct str text)
{
	for (size_t at = 0; at < text.n;) {
		unsigned ch = utf8_next(text, &at);
		if (ch == '(' || ch == 0xff08)
			return true;
		if (ch != '*' && ch != '#' && ch != '=' && !utf8_is_space(ch))
			return false;
	}
	return false;
}

static size_t words_from(struct str text, const char *number)
{
	size_t at = number[0] ? str_find(text, str_of(number), 0) : 0;
	at = at == STR_NONE ? 0 : at + strlen(number);
	while (at < text.n) {
		size_t next = at;
		unsigned ch = utf8_next(text, &next);
		if (utf8_is_han(ch))
			break;
		at = next;
	}
	return at;
}

/* "2020年政府信息公开总体情况" names its section behind the year. */
static struct str behind_year(struct str core)
{
	size_t at = 0;
	while (at < core.n && core.p[at] >= '0' && core.p[at] <= '9')
		at++;
	if (at != 4 || !str_has_at(core, at, STR("年")))
		return core;
	at += strlen("年");
	at += str_has_at(core, at, STR("度")) ? strlen("度") : 0;
	return str_slice(core, at, core.n);
}

/* least: the strength that it takes. */
static void consider(struct finder *f, struct text_span span, size_t block, unsigned least)
{
	struct str text = doc_str(f->r->doc, span);
	struct buf core = {0};
	char number[8];
	if (text.n > HEADING_BYTES_MAX || text.n < 6)
		return;
	label_core(text, &core, number);
	const struct section_core *own = core_find(f->cores, behind_year(buf_str(&core)));
	if (own) {
		struct candidate c = {
			.number = own->number, .strength = 2, .block = block, .line = span};
		bool bracketed = number[0] && is_bracketed(text);
		if (number[0] && says_number(number, c.number))
			c.strength = bracketed ? 2 : STRENGTH_NUMBERED;
		else if (number[0])
			c.strength = bracketed ? 0 : 1;
		c.title = (struct text_span){span.from + words_from(text, number), span.to};
		while (c.title.to > c.title.from &&
			strchr("*#= ", text.p[c.title.to - span.from - 1]))
			c.title.to--;
		if (c.strength >= least)
			*vec_push(&f->found) = c;
	}
	buf_free(&core);
}

/* A cell that ran together with a heading above it or below has that on a line of its own, with its
 * number, or as its first or last one where that is long enough to be nothing else. */
static void consider_lines(struct finder *f, struct text_span span)
{
	struct str text = doc_str(f->r->doc, span);
	for (size_t from = 0, to; from < text.n && text.n <= CELL_BYTES_MAX; from = to + 1) {
		to = str_find(text, STR("\n"), from);
		to = to == STR_NONE ? text.n : to;
		struct text_span line = {span.from + from, span.from + to};
		bool edge = from == 0 || to == text.n;
		if (to - from < text.n)
			consider(f, line, STR_NONE, edge && to - from >= TITLE_BYTES ? 2 : 3);
	}
}

static void consider_all(struct finder *f)
{
	const struct doc *d = f->r->doc;
	for (size_t i = 0; i < doc_block_count(d); i++) {
		const struct block *b = doc_block(d, i);
		if (b->kind == BLOCK_PARA)
			consider(f, b->span, i, 1);
		for (size_t k = 0; b->kind == BLOCK_GRID && k < b->grid->n; k++) {
			consider(f, b->grid->cells[k].span, STR_NONE, 1);
			consider_lines(f, b->grid->cells[k].span);
		}
	}
}

static bool comes_again(const struct finder *f, unsigned number, size_t from)
{
	for (size_t i = from; i < f->found.n; i++)
		if (f->found.v[i].number == number)
			return true;
	return false;
}

/* Headings one right behind the other, most of which come again: a table of contents. They are none
 * of the report, or one that the report lacks would be found there. */
static void drop_contents(struct finder *f)
{
	const struct candidate *v = f->found.v;
	size_t kept = 0;

	for (size_t from = 0, to; from < f->found.n; from = to) {
		size_t again = 0;

		for (to = from + 1; to < f->found.n && v[to].block != STR_NONE &&
				    v[to].block == v[to - 1].block + 1 &&
				    v[to].number > v[to - 1].number;)
			to++;
		for (size_t i = from; i < to; i++)
			again += comes_again(f, v[i].number, to);
		if (to - from >= CONTENTS_LEAST && 2 * again >= to - from)
			continue;
		for (size_t i = from; i < to; i++)
			f->found.v[kept++] = v[i];
	}
	f->found.n = kept;
}

static bool ends_in_colon(const struct finder *f, const struct candidate *c)
{
	struct str text = str_trim(doc_str(f->r->doc, c->line));
	return str_ends(text, ":") || str_ends(text, "：");
}

/* "政府信息主动公开情况：", where others have their section's number: it leads in what is told
 * below, and begins no section. */
static void drop_lead_ins(struct finder *f)
{
	size_t kept = 0, numbered = 0;

	for (size_t i = 0; i < f->found.n; i++)
		numbered += f->found.v[i].strength == STRENGTH_NUMBERED;
	for (size_t i = 0; i < f->found.n; i++) {
		const struct candidate *c = &f->found.v[i];
		if (!numbered || c->strength == STRENGTH_NUMBERED || !ends_in_colon(f, c))
			f->found.v[kept++] = *c;
	}
	f->found.n = kept;
}

/* The words of a paragraph that is a title with its year, into core. */
static bool read_title(const struct report *r, size_t block, struct buf *core)
{
	const struct block *b = doc_block(r->doc, block);
	struct str text = doc_str(r->doc, b->span);
	char number[8];
	size_t n, digits = 0;
	core->n = 0;
	if (b->kind != BLOCK_PARA || text.n > HEADING_BYTES_MAX ||
		title_words_find(text, &r->forms->common.title_words, &n) == STR_NONE ||
		str_find(text, STR("。"), 0) != STR_NONE)
		return false;
	for (size_t i = 0; i < text.n; i++)
		digits += text.p[i] >= '0' && text.p[i] <= '9';
	label_core(text, core, number);
	return digits == 4;
}

/* The last title among the blocks. */
static size_t find_title(const struct report *r, size_t from, size_t to, struct buf *core)
{
	for (size_t i = to; i > from; i--)
		if (read_title(r, i - 1, core))
			return i - 1;
	return STR_NONE;
}

static unsigned numbers_of(const struct finder *f, size_t from, size_t to)
{
	unsigned numbers = 0;
	for (size_t i = from; i < to; i++)
		if (f->found.v[i].strength > 1)
			numbers |= 1u << f->found.v[i].number;
	return numbers;
}

/* Where the headings begin anew below the title of another report, with all that have tables before
 * it and behind it: where that title stands. The same title again is a copy's. */
static size_t find_end(struct finder *f)
{
	struct buf first = {0}, second = {0};
	const struct report *r = f->r;
	size_t end = doc_text(r->doc).n;
	for (size_t i = 1; i < f->found.n && end == doc_text(r->doc).n; i++) {
		const struct candidate *v = f->found.v, *c = &v[i];
		if (c->number > 2 || c->block == STR_NONE || v[0].block == STR_NONE ||
			c->line.from < v[0].line.from + BODY_LEAST ||
			(numbers_of(f, 0, i) & TABLE_SECTIONS) != TABLE_SECTIONS ||
			(numbers_of(f, i, f->found.n) & TABLE_SECTIONS) != TABLE_SECTIONS)
			continue;
		size_t from = v[i - 1].block == STR_NONE ? v[0].block : v[i - 1].block;
		size_t title = find_title(r, from, c->block, &second);
		if (title == STR_NONE || find_title(r, 0, v[0].block, &first) == STR_NONE ||
			str_eq(buf_str(&first), buf_str(&second)))
			continue;
		end = doc_block(r->doc, title)->span.from;
		f->found.n = i;
	}
	buf_free(&first);
	buf_free(&second);
	return end;
}

/* The strongest candidate of a number before `limit`; of equals the last. */
static const struct candidate *choose(const struct finder *f, unsigned number, size_t limit)
{
	const struct candidate *best = NULL;
	for (size_t i = 0; i < f->found.n; i++) {
		const struct candidate *c = &f->found.v[i];
		if (c->number == number && c->line.from < limit &&
			(!best || c->strength >= best->strength))
			best = c;
	}
	return best;
}

/* Where the next heading of any section stands: they were found in the order of the text. */
static size_t next_heading(const struct finder *f, size_t at, size_t end)
{
	size_t from = f->found.v[at].line.from;
	while (++at < f->found.n)
		if (f->found.v[at].line.from > from)
			return f->found.v[at].line.from;
	return end;
}

/* The headings that were not chosen, though they are as good: of a copy, it may be. */
static void keep_others(struct report *r, const struct finder *f,
	const struct candidate *const chosen[SECTIONS_MAX])
{
	r->others = arena_alloc_array(r->arena, f->found.n + 1, sizeof *r->others);
	for (size_t i = 0; i < f->found.n; i++) {
		const struct candidate *c = &f->found.v[i];
		if (c->number >= SECTIONS_MAX || !chosen[c->number] || chosen[c->number] == c ||
			c->strength < chosen[c->number]->strength)
			continue;
		r->others[r->n_others++] = (struct report_section){.number = c->number,
			.title = c->title,
			.span = {c->line.from, next_heading(f, i, r->end)}};
	}
}

void sections_find(struct report *r)
{
	struct arena *own = r->forms->book ? NULL : arena_new();
	struct finder f = {.r = r,
		.cores = own ? section_cores_in(own, &r->forms->common)
			     : label_book_sections(r->forms->book)};
	const struct candidate *chosen[SECTIONS_MAX] = {0};
	consider_all(&f);
	drop_contents(&f);
	drop_lead_ins(&f);
	r->end = find_end(&f);
	size_t limit = r->end, n = 0;
	for (unsigned s = SECTIONS_MAX - 1; s > 0; s--) {
		chosen[s] = choose(&f, s, limit);
		if (chosen[s])
			limit = chosen[s]->line.from, n++;
	}
	r->sections = arena_alloc_array(r->arena, n + 1, sizeof *r->sections);
	for (unsigned s = 1; s < SECTIONS_MAX; s++)
		if (chosen[s]) {
			struct report_section *out = &r->sections[r->n_sections++];
			out->number = s;
			out->title = chosen[s]->title;
			out->span = (struct text_span){chosen[s]->line.from, r->end};
			if (r->n_sections > 1)
				out[-1].span.to = out->span.from;
		}
	keep_others(r, &f, chosen);
	vec_free(&f.found);
	arena_free(own);
}

const struct report_section *report_section(const struct report *r, unsigned number)
{
	for (size_t i = 0; i < r->n_sections; i++)
		if (r->sections[i].number == number)
			return &r->sections[i];
	return NULL;
}

struct text_span sections_region(const struct report *r, unsigned number)
{
	struct text_span region = {0, r->end};
	for (size_t i = 0; i < r->n_sections; i++) {
		if (r->sections[i].number <= number)
			region.from = r->sections[i].span.from;
		else if (r->sections[i].span.from < region.to)
			region.to = r->sections[i].span.from;
	}
	return region;
}

/* "2023年，…", "9件，…": a number of a sentence and not of a heading, which has something behind
 * it.
 */
static bool is_sentence(struct str text)
{
	size_t at = 0;
	while (at < text.n && text.p[at] >= '0' && text.p[at] <= '9')
		at++;
	struct str rest = str_slice(text, at, text.n);
	if (!at || (at < 3 && (str_starts(rest, ".") || str_starts(rest, "、") ||
				      str_starts(rest, "．") || str_starts(rest, ")") ||
				      str_starts(rest, "）") || str_starts(rest, " "))))
		return false;
	return str_find(text, STR("，"), 0) != STR_NONE || str_find(text, STR(","), 0) != STR_NONE;
}

/* Short, without a full stop, numbered or marked up as a heading. */
static bool is_heading(struct str text)
{
	char number[8];
	struct buf core = {0};
	if (text.n > HEADING_BYTES_MAX)
		return false;
	label_core(text, &core, number);
	buf_free(&core);
	return (number[0] || text.p[0] == '#') && !str_ends(text, "；") && !is_sentence(text) &&
	       str_find(text, STR("。"), 0) == STR_NONE;
}

void paras_find(struct report *r, const bool *taken)
{
	VEC(struct report_para) paras = {0};
	size_t section = 0;
	for (size_t i = 0; i < doc_block_count(r->doc); i++) {
		const struct block *b = doc_block(r->doc, i);
		while (section < r->n_sections && r->sections[section].span.from <= b->span.from)
			section++;
		if (b->kind != BLOCK_PARA || taken[i] || b->span.from >= r->end)
			continue;
		struct report_para *p = vec_push(&paras);
		p->span = b->span;
		p->section = section ? r->sections[section - 1].number : 0;
		p->heading = is_heading(doc_str(r->doc, b->span));
	}
	r->n_paras = paras.n;
	r->paras = arena_alloc_array(r->tables_arena, paras.n + 1, sizeof *r->paras);
	if (paras.n)
		memcpy(r->paras, paras.v, paras.n * sizeof *paras.v);
	vec_free(&paras);
}

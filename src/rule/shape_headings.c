/* Which paragraphs are headings: their titles compared with the form's. */
#include "rule/shape_headings.h"

#include <stdlib.h>
#include <string.h>

#include "table/label.h"

#define HEADING_BYTES_MAX 160
/* So many headings behind a first one are a table of contents. */
#define CONTENTS_LEAST 3

/* "（一）…" numbers what lies within a section. */
static bool is_bracketed(struct str text)
{
	size_t at = 0;

	while (at < text.n && strchr("*# \t", text.p[at]))
		at++;
	text = str_trim(str_slice(text, at, text.n));
	return str_starts(text, "(") || str_starts(text, "（");
}

static void read_titles(const struct form_common *common, struct shape_headings *h)
{
	char ignored[8];

	for (size_t i = 0; i < common->n_sections; i++) {
		for (size_t j = 0; j < common->sections[i].variants.n; j++) {
			struct section_title *t = vec_push(&h->titles);

			*t = (struct section_title){.number = common->sections[i].number};
			label_core(
				str_of(common->sections[i].variants.items[j]), &t->core, ignored);
		}
	}
}

static bool is_digits(const char number[8])
{
	return number[0] >= '0' && number[0] <= '9';
}

/* Are the sections numbered, and none in Arabic numerals? Those number what lies within one then:
 * "1.主动公开情况". */
static bool are_han(const struct report *r)
{
	bool any = false;

	for (size_t i = 0; i < r->n_sections; i++) {
		const struct report_section *at = &r->sections[i];
		struct buf core = {0};
		char number[8];

		label_core(doc_str(r->doc, (struct text_span){at->span.from, at->title.to}), &core,
			number);
		buf_free(&core);
		if (is_digits(number))
			return false;
		any |= number[0] != '\0';
	}
	return any;
}

static unsigned section_of(const struct shape_headings *h, struct str text)
{
	struct buf core = {0};
	char number[8];
	unsigned found = 0;

	if (text.n > HEADING_BYTES_MAX || text.n < 6 || is_bracketed(text))
		return 0;
	label_core(text, &core, number);
	if (h->han && is_digits(number))
		number[0] = '\0';
	for (size_t i = 0; i < h->titles.n && !found && number[0]; i++) {
		if (str_eq(buf_str(&core), buf_str(&h->titles.v[i].core)))
			found = h->titles.v[i].number;
	}
	buf_free(&core);
	return found;
}

const unsigned *shape_headings_of(const struct report *r, struct shape_headings *h)
{
	if (h->of)
		return h->of;
	h->of = mem_alloc_array(r->n_paras, sizeof *h->of);
	read_titles(&r->forms->common, h);
	h->han = are_han(r);
	for (size_t i = 0; i < r->n_paras; i++)
		h->of[i] = section_of(h, doc_str(r->doc, r->paras[i].span));
	return h->of;
}

void shape_headings_free(struct shape_headings *h)
{
	for (size_t i = 0; i < h->titles.n; i++)
		buf_free(&h->titles.v[i].core);
	vec_free(&h->titles);
	free(h->of);
}

/* Does nothing stand between the paragraphs, no table either? */
static bool is_next(const struct report *r, size_t para)
{
	struct text_span between = {r->paras[para].span.to, r->paras[para + 1].span.from};

	return between.from >= between.to || !str_trim(doc_str(r->doc, between)).n;
}

bool shape_is_contents(const struct report *r, const unsigned *of, size_t para)
{
	size_t from = para, to = para;

	while (to - from < CONTENTS_LEAST && from > 0 && of[from - 1] && is_next(r, from - 1))
		from--;
	while (to - from < CONTENTS_LEAST && to + 1 < r->n_paras && of[to + 1] && is_next(r, to))
		to++;
	return to - from >= CONTENTS_LEAST;
}

const struct report_para *shape_heading_find(
	const struct report *r, struct shape_headings *h, unsigned number)
{
	const unsigned *of = shape_headings_of(r, h);

	for (size_t i = 0; i < r->n_paras; i++) {
		bool before = r->n_sections && r->paras[i].span.from < r->sections[0].span.from;

		if (of[i] == number && !(before && shape_is_contents(r, of, i)))
			return &r->paras[i];
	}
	return NULL;
}

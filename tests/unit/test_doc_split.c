/* Rows that one row of a table holds by line breaks. */
#include "unit/unit.h"

#include "doc/sink.h"
#include "import/layout.h"

/* A grid of the text's lines, cells between bars; "^" is a line end in a cell, and "v" before its
 * text a cell over two rows. */
static void put_grid(struct doc *d, const char *text)
{
	size_t row = 0, col = 0, from = 0, rowspan = 1;

	sink_grid_begin(d, "test");
	for (const char *p = text;; p++) {
		if (*p == 'v')
			rowspan = 2;
		else if (*p && *p != '|' && *p != '\n')
			sink_glue(d, *p == '^' ? STR("\n") : (struct str){p, 1}, 0);
		if (*p && *p != '|' && *p != '\n')
			continue;
		sink_cell(d, row, col++, rowspan, 1, (struct text_span){from, doc_text(d).n});
		sink_glue(d, STR("\t"), 0);
		from = doc_text(d).n;
		rowspan = 1;
		row += *p == '\n';
		col = *p == '\n' ? 0 : col;
		if (!*p)
			break;
	}
	sink_split_rows(d, layout_is_value);
	sink_grid_end(d, (struct text_span){0, doc_text(d).n});
}

static void expect_cells(const char *text, const char *wanted)
{
	struct buf none = {0}, got = {0};
	struct doc *d = doc_new("a", "text", &none);

	put_grid(d, text);
	doc_done(d);
	const struct grid *g = doc_block(d, 0)->grid;
	for (size_t i = 0; i < g->n; i++) {
		const struct grid_cell *c = &g->cells[i];

		buf_addf(&got, "%s%zu,%zu%s", i ? " " : "", c->row, c->col, c->rowspan > 1 ? "v" : "");
		if (c->rowspan > 2)
			buf_addf(&got, "%zu", c->rowspan);
		buf_addf(&got, ":%.*s", STR_ARG(doc_str(d, c->span)));
	}
	for (size_t i = 0; i < got.n; i++)
		got.p[i] = got.p[i] == '\n' ? '^' : got.p[i];
	expect_str(buf_str(&got), str_of(wanted));
	buf_free(&got);
	doc_free(d);
}

Test(doc_split, rows)
{
	static const struct {
		const char *text, *cells;
	} rows[] = {
		{"", "0,0:"},
		{"^", "0,0:"},
		{"a|1|2", "0,0:a 0,1:1 0,2:2"},
		{"a^b|1|2", "0,0:a^b 0,1:1 0,2:2"},
		{"a|1^2|3^4", "0,0:a 0,1:1^2 0,2:3^4"},
		{"a^b|1^2", "0,0:a^b 0,1:1^2"},
		{"a^b|1^2|3^4", "0,0:a 0,1:1 0,2:3 1,0:b 1,1:2 1,2:4"},
		{"a^b| 1 ^^2|3^4^", "0,0:a 0,1:1 0,2:3 1,0:b 1,1:2 1,2:4"},
		/* the label lacks a line, a value does, or a line is none */
		{"a^b|1^2^5|3^4^6", "0,0:a^b 0,1:1^2^5 0,2:3^4^6"},
		{"a^b|1^2|3", "0,0:a^b 0,1:1^2 0,2:3"},
		{"a^b|1^2|3^c", "0,0:a^b 0,1:1^2 0,2:3^c"},
		{"a^b|v1^2|3^4", "0,0:a^b 0,1v:1^2 0,2:3^4"},
		/* cells beside, above and below: those that go over the row go over all of them */
		{"x|y|1|2\nvg|a^b|1^2|3^4\nz|c|5|6",
			"0,0:x 0,1:y 0,2:1 0,3:2 1,0v3:g 1,1:a 1,2:1 1,3:3 2,1:b 2,2:2 2,3:4 3,0:z "
			"3,1:c 3,2:5 3,3:6"},
		{"g|a^b|1^2|3^4|", "0,0v:g 0,1:a 0,2:1 0,3:3 0,4v: 1,1:b 1,2:2 1,3:4"},
		/* the label next to the values is the one that tells rows */
		{"g^h|a^b|1^2|3^4", "0,0v:g^h 0,1:a 0,2:1 0,3:3 1,1:b 1,2:2 1,3:4"},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_cells(rows[i].text, rows[i].cells);
}

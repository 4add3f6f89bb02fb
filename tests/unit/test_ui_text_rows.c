#include "unit/unit.h"

#include "doc/sink.h"
#include "ui/text_rows.h"

enum { LINES = 100 };

/* Lines "0" to "99". */
static struct doc *numbered(void)
{
	struct buf bytes = {0};

	for (int i = 0; i < LINES; i++)
		buf_addf(&bytes, "%d\n", i);
	struct str text = {strdup(bytes.p), bytes.n};
	struct doc *d = doc_new("numbered.txt", "text", &bytes);

	sink_text(d, text, 0, 1, 1);
	doc_done(d);
	free((char *)text.p);
	return d;
}

/* "3 4 : 9 10": the lines shown, ":" where some are left out. */
static void tell(const struct doc *d, const struct text_rows *rows, struct buf *out)
{
	buf_clear(out);
	for (size_t i = 0; i < rows->list.n; i++) {
		struct str line = doc_str(d, rows->list.v[i].row.span);

		buf_addf(out, "%s%s%.*s", i > 0 ? " " : "", rows->list.v[i].gap ? ": " : "",
			STR_ARG(line));
	}
}

static struct text_span span_of(const struct doc *d, size_t line)
{
	return doc_line(d, line);
}

Test(ui_text_rows, fold)
{
	static const struct {
		size_t lines[4], n_lines, room;
		const char *wanted; /* NULL: does not fit */
	} rows[] = {
		{{0}, 0, 5, NULL},
		{{7}, 1, 0, NULL},
		{{7}, 1, 1, "7"},
		{{7}, 1, 3, "6 7 8"},
		{{0}, 1, 3, "0 1 2"},
		{{99}, 1, 3, "97 98 99"},
		{{7, 9}, 2, 3, "7 8 9"}, /* the one between costs no more than its mark */
		{{7, 50}, 2, 2, NULL},
		{{7, 50}, 2, 3, "7 : 50"},
		{{7, 50}, 2, 7, "6 7 8 : 49 50 51"},
		{{7, 8, 50}, 3, 4, "7 8 : 50"},
		{{7, 12}, 2, 6, "7 8 : 11 12 13"},
		{{1, 40, 70, 98}, 4, 7, "1 : 40 : 70 : 98"},
	};
	struct doc *d = numbered();
	struct wrap w = {40, 1};
	struct buf got = {0};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct text_span spans[4];
		struct text_rows list = {0};

		for (size_t j = 0; j < rows[i].n_lines; j++)
			spans[j] = span_of(d, rows[i].lines[j]);
		bool fits = text_rows_fold(&list, d, &w, rows[i].room, spans, rows[i].n_lines);

		cr_expect_eq(fits, rows[i].wanted != NULL, "row %zu", i);
		tell(d, &list, &got);
		expect_str(buf_str(&got), str_of(rows[i].wanted));
		text_rows_free(&list);
	}
	buf_free(&got);
	doc_free(d);
}

Test(ui_text_rows, page_follows_the_cursor)
{
	static const struct {
		size_t top, cursor, room;
		const char *wanted;
	} rows[] = {
		{0, 0, 1, "0"},
		{0, 0, 3, "0 1 2"},
		{0, 3, 3, "1 2 3"},	/* near: scrolled */
		{0, 50, 3, "49 50 51"}, /* far: in the middle */
		{50, 49, 3, "49 50 51"},
		{98, 99, 3, "97 98 99"}, /* no blank rows below the end */
		{10, 5, 3, "4 5 6"},
	};
	struct doc *d = numbered();
	struct wrap w = {40, 1};
	struct buf got = {0};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct text_rows list = {0};
		size_t top = span_of(d, rows[i].top).from;

		text_rows_page(&list, d, &w, rows[i].room, span_of(d, rows[i].cursor).from, &top);
		tell(d, &list, &got);
		expect_str(buf_str(&got), str_of(rows[i].wanted));
		cr_expect_eq(top, list.list.v[0].row.span.from);
		text_rows_free(&list);
	}
	buf_free(&got);
	doc_free(d);
}

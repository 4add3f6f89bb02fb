#include "unit/unit.h"

#include "base/utf8.h"
#include "desk/wrap.h"
#include "import/import.h"

static struct doc *doc_of(const char *text)
{
	struct buf bytes = {0};
	struct err err = {0};

	buf_adds(&bytes, text);
	struct doc *d = import_bytes("t.txt", &bytes, NULL, &err);
	cr_assert_not_null(d, "%s", err.text);
	return d;
}

/* Rows with their indent, "|" between. */
static void fold(const struct doc *d, const struct wrap *w, struct buf *out)
{
	struct wrap_row row;

	wrap_row_at(d, w, 0, &row);
	do
		buf_addf(out, "%s%*s%.*s", out->n ? "|" : "", (int)row.indent, "",
			STR_ARG(doc_str(d, row.span)));
	while (wrap_row_next(d, w, &row));
}

Test(desk_wrap, lines_fall_into_rows)
{
	static const struct {
		const char *text;
		size_t columns;
		int ambiguous;
		const char *rows;
	} rows[] = {
		{"a", 1, 1, "a"},
		{"abc", 1, 1, "a|b|c"},
		{"年报", 1, 1, "年|报"},
		{"年报", 3, 1, "年|报"},
		{"年报", 4, 1, "年报"},
		{"a\n\nb", 9, 1, "a||b"},
		{"共发布信息1292条", 12, 1, "共发布信息|1292条"},
		{"共1234567890123条", 8, 1, "共|12345678|90123条"},
		{"“年”", 4, 1, "“年”"},
		{"“年”", 4, 2, "“年|”"},
		{"a\tb", 5, 1, "a\tb"},
		{"a\tb", 4, 1, "a\t|b"},
		{"abcdefghij klmnopqrst uvw", 20, 1, "abcdefghij |  klmnopqrst uvw"},
		{"一二三", 0, 1, "一二三"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct doc *d = doc_of(rows[i].text);
		struct wrap w = {rows[i].columns, rows[i].ambiguous};
		struct buf out = {0};

		fold(d, &w, &out);
		expect_str(buf_str(&out), str_of(rows[i].rows));
		buf_free(&out);
		doc_free(d);
	}
}

/* Every offset is in exactly the row that says so, and walking back meets the same rows. */
static void check_rows(const struct doc *d, const struct wrap *w)
{
	struct str text = doc_text(d);
	struct wrap_row row, other;
	size_t rows = 1, back = 1;

	wrap_row_at(d, w, 0, &row);
	for (;;) {
		for (size_t at = row.span.from; at < row.span.to;) {
			wrap_row_at(d, w, at, &other);
			cr_assert_eq(other.span.from, row.span.from, "at %zu of %zu columns", at,
				w->columns);
			size_t column = wrap_column(d, w, &row, at), start = at;
			if (wrap_width(w, utf8_next(text, &at), column) > 0)
				cr_assert_eq(wrap_offset(d, w, &row, column), start);
		}
		if (!wrap_row_next(d, w, &row))
			break;
		rows++;
	}
	while (wrap_row_prev(d, w, &row))
		back++;
	cr_assert_eq(rows, back);
	cr_assert_eq(row.span.from, 0);
}

Test(desk_wrap, rows_are_the_same_from_everywhere)
{
	struct buf text = {0};

	for (int i = 0; i < 500; i++)
		buf_addf(&text, "%s%d", i % 7 ? "政府信息公开" : "， annual-report\t", i);
	buf_adds(&text, "\n\n短行\u202e隐\u0301藏\n");
	struct doc *d = doc_of(text.p);
	for (size_t columns = 0; columns < 100; columns += columns < 12 ? 1 : 29)
		check_rows(d, &(struct wrap){columns, columns % 2 ? 1 : 2});
	doc_free(d);
	buf_free(&text);
}

Test(desk_wrap, hidden_characters_take_their_names)
{
	struct wrap w = {80, 1};

	cr_expect_eq(wrap_width(&w, 0x202e, 0), strlen("<U+202E>"));
	cr_expect_eq(wrap_width(&w, 0xe0041, 0), strlen("<U+E0041>"));
	cr_expect_eq(wrap_width(&w, 7, 0), strlen("<U+0007>"));
	cr_expect_eq(wrap_width(&w, '\t', 0), WRAP_TAB);
	cr_expect_eq(wrap_width(&w, '\t', WRAP_TAB - 1), 1);
	cr_expect_eq(wrap_width(&w, 0x301, 0), 0);
}

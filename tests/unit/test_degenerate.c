/* What is no text of a table, through every layout reader, label matcher and value reader, to
 * cells: nothing of it becomes a number, and what is read of it stands in the file. */
#include "unit/table_kit.h"
#include "unit/text_kit.h"

#include "base/utf8.h"
#include "table/label.h"
#include "table/value.h"

TestSuite(degenerate, .init = kit_load, .fini = kit_unload);

#define TEN(x) x x x x x x x x x x

/* Things in the place of a number or a label that are neither. */
static const char *const pieces[] = {
	"",
	" ",
	"\xe3\x80\x80",
	"\xe2\x80\x8b",	    /* of no width */
	"\xe2\x80\xae",	    /* what turns text around */
	"\xef\xbb\xbf",	    /* a mark of the byte order */
	"\xef\xbf\xbd",	    /* what stands for a character lost */
	"\xef\xbf\xbe",	    /* no character */
	"\xf4\x8f\xbf\xbf", /* the last one */
	"\xc2\x80",	    /* a control */
	"\x01",
	"\x1b[31m",
	"\x7f",
	"\xcc\x81", /* an accent on nothing */
	"|",
	"||||",
	"\\|",
	"\"",
	"\"\"",
	",",
	"：",
	"+",
	"-",
	"--",
	"---",
	"（",
	"））",
	"#",
	"**",
	"<td>",
	"&nbsp;",
	"½",
	"Ⅷ",
	"①",
	"௧", /* one, to a Tamil */
	"零",
	"零零",
	"∞",
	"0x10",
	"1e5",
	"1.2.3",
	"1/0",
	TEN(TEN("9")),
	"-" TEN(TEN("9")),
	TEN(TEN("（")),
	TEN(TEN("年")),
	TEN(TEN(TEN("9 "))),
};

/* Rows of a label and three cells as each reader wants them, in it a row with all numbers: %1$s and
 * %2$s are put in the label's and a number's place. */
static const struct {
	const char *before, *row, *after;
} layouts[] = {
	{"", "| %1$s | %2$s | 3 | %2$s |\n", "| 重复申请 | 4 | 5 | 9 |\n"},
	{"", "%1$s | %2$s | 3 | %2$s\n", "重复申请 | 4 | 5 | 9\n"},
	{"", "%1$s |\n%2$s |\n3 |\n%2$s |\n", "重复申请 |\n4 |\n5 |\n9 |\n"},
	{"", "%1$s\t%2$s\t3\t%2$s\n", "重复申请\t4\t5\t9\n"},
	{"", "\n\t%1$s\n\t%2$s\n\t3\n\t%2$s\n", "\n\t重复申请\n\t4\n\t5\n\t9\n"},
	{"", "%1$s    %2$s    3    %2$s\n", "重复申请    4    5    9\n"},
	{"", "%1$s\n%2$s\n3\n%2$s\n", "重复申请\n4\n5\n9\n"},
	{"+---+---+---+---+\n", "| %1$s | %2$s | 3 | %2$s |\n",
		"+---+---+---+---+\n| 重复申请 | 4 | 5 | 9 |\n+---+---+---+---+\n"},
	{"┌─┬─┐\n", "│ %1$s │ %2$s │ 3 │ %2$s │\n", "│ 重复申请 │ 4 │ 5 │ 9 │\n└─┴─┘\n"},
	{"", "%1$s,%2$s,3,%2$s\n", "重复申请,4,5,9\n"},
	{"", "%1$s;\"%2$s\";3;%2$s\n", "重复申请;4;5;9\n"},
	{"", "%1$s：%2$s；3；%2$s\n", "重复申请：4；5；9\n"},
	{"", "%1$s %2$s 3 %2$s\n", "重复申请 4 5 9\n"},
	{"--- --- --- ---\n", "%1$s  %2$s  3  %2$s\n", "重复申请  4  5  9\n--- --- --- ---\n"},
};

static void put_table(struct buf *out, size_t layout, const char *label, const char *number)
{
	buf_adds(out, "某市财政局2022年政府信息公开工作年度报告\n\n"
		      "三、收到和处理政府信息公开申请情况\n\n");
	buf_adds(out, layouts[layout].before);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	buf_addf(out, layouts[layout].row, label, number);
	buf_addf(out, layouts[layout].row, "结转下年度继续办理", number);
#pragma GCC diagnostic pop
	buf_adds(out, layouts[layout].after);
	buf_adds(out, "\n五、存在的主要问题及改进情况\n\n不足。\n");
}

static bool is_word_for_zero(struct str s)
{
	return str_is(s, "零") || str_is(s, "〇") || str_is(s, "O") || str_is(s, "o");
}

static bool holds_digit(struct str s)
{
	if (is_word_for_zero(s))
		return true;
	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if ((ch >= '0' && ch <= '9') || (ch >= 0xff10 && ch <= 0xff19))
			return true;
	}
	return false;
}

/* A number read has digits where it says it stands, or a word for zero alone. */
static void expect_numbers_are_there(const struct report *r, const char *name)
{
	for (size_t i = 0; i < r->n_cells; i++) {
		const struct cell *c = &r->cells[i];

		cr_expect(c->state != CELL_GIVEN || holds_digit(doc_str(r->doc, c->span)), "%s: %s",
			name, c->def->name);
	}
}

static void expect_whole(size_t layout, const char *label, const char *number, const char *name)
{
	struct buf bytes = {0};
	struct err err = {0};
	struct report *r = NULL;

	put_table(&bytes, layout, label, number);
	struct doc *d = import_bytes("t.txt", &bytes, NULL, &err);

	cr_assert_not_null(d, "%s: %s", name, err.text);
	kit_check(d, name);
	cr_assert(report_build(d, kit_forms(), &r, &err), "%s: %s", name, err.text);
	expect_numbers_are_there(r, name);
	report_free(r);
}

Test(degenerate, cells_of_every_layout, .timeout = 120)
{
	for (size_t l = 0; l < ROWS(layouts); l++)
		for (size_t i = 0; i < ROWS(pieces); i++) {
			char name[64];

			snprintf(name, sizeof name, "layout %zu, piece %zu", l, i);
			expect_whole(l, "信访举报投诉类申请", pieces[i], name);
			expect_whole(l, pieces[i], "1", name);
			expect_whole(l, pieces[i], pieces[i], name);
		}
}

/* Cut anywhere, within a character as well: refused or read. */
Test(degenerate, every_layout_cut, .timeout = 120)
{
	for (size_t l = 0; l < ROWS(layouts); l++) {
		struct buf whole = {0};

		put_table(&whole, l, "信访举报投诉类申请", "1");
		for (size_t n = 0; n <= whole.n; n += 3) {
			struct buf cut = {0};
			struct err err = {0};
			struct report *r = NULL;

			buf_add(&cut, str_slice(buf_str(&whole), 0, n));
			struct doc *d = import_bytes("t.txt", &cut, NULL, &err);

			cr_expect(d || err.kind == ERR_FORMAT, "layout %zu, %zu bytes", l, n);
			if (!d)
				continue;
			kit_check(d, "cut");
			if (report_build(d, kit_forms(), &r, &err))
				expect_numbers_are_there(r, "cut");
			report_free(r);
		}
		buf_free(&whole);
	}
}

/* None of them is a label, and none a number but those written in digits, and 零. */
Test(degenerate, labels_and_values)
{
	struct arena *arena = arena_new();
	struct value_words *words = value_words_in(arena, &kit_forms()->common);
	const struct form_table *t = &forms_find(kit_forms(), "2021")->tables[1];
	struct label_set *set = label_set_in(arena, t);

	for (size_t i = 0; i < ROWS(pieces); i++) {
		struct label_match m[4];
		struct buf core = {0};
		char number[8];
		struct reading r = value_read(str_of(pieces[i]), words);

		cr_expect(r.from <= r.to && r.to <= strlen(pieces[i]), "piece %zu", i);
		cr_expect_eq(r.kind == READ_NUMBER, is_word_for_zero(str_of(pieces[i])),
			"piece %zu", i);
		label_core(str_of(pieces[i]), &core, number);
		cr_expect_eq(label_find(set, buf_str(&core), number, LABEL_ROW, m, ROWS(m)), 0,
			"piece %zu", i);
		buf_free(&core);
	}
	arena_free(arena);
}

/* A line of ten million bytes, of everything that readers look for. */
Test(degenerate, one_line_without_end, .timeout = 120)
{
	static const char *const lines[] = {
		"1", " ", "|", "\t", ",", "：", "年", "（", "-", "1 ", "\"", "━"};

	for (size_t i = 0; i < ROWS(lines); i++) {
		struct buf bytes = {0};
		struct err err = {0};

		buf_adds(&bytes, "重复申请");
		while (bytes.n < 10000000)
			buf_adds(&bytes, lines[i]);
		struct doc *d = import_bytes("t.txt", &bytes, NULL, &err);

		cr_expect(d || err.kind == ERR_LIMIT, "line %zu: %s", i, err.text);
		doc_free(d);
	}
}

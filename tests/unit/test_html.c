/* Web pages, degenerate ones first. */
#include "unit/unit.h"

#include "import/import.h"

/* Leaves a test that makes no sense where the program reads no HTML. */
#ifdef HAVE_GUMBO
#define NEEDS_HTML ((void)0)
#else
#define NEEDS_HTML unit_skip("built without a reader for HTML")
#endif

static struct doc *import_str(struct str html, struct err *err)
{
	struct buf bytes = {0};

	buf_add(&bytes, html);
	return import_bytes("x.html", &bytes, NULL, err);
}

Test(html, refuses)
{
	NEEDS_HTML;
	static const struct {
		const char *html;
		enum err_kind kind;
	} rows[] = {
		{"<html>", ERR_FORMAT},
		{"<html><body></body></html>", ERR_FORMAT},
		{"<html><script>document.write('x')</script>", ERR_FORMAT},
		{"<html><!-- 一、总体情况", ERR_FORMAT},
		{"<html><body><iframe srcdoc='<p>一、总体情况</p>'></iframe></body></html>",
			ERR_FORMAT},
		{"<html><frameset cols='1,*'><frame src=a.html><frame "
		 "src=b.html></frameset></html>",
			ERR_FORMAT},
		{"<html><body>某页<iframe src=a.html></iframe></body></html>", ERR_FORMAT},
		{"<p", ERR_NONE}, /* too little to be a page: text */
		{"<p>\xff\xfe</p>", ERR_FORMAT},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct doc *d = import_str(str_of(rows[i].html), &err);

		cr_expect_eq(err.kind, rows[i].kind, "row %zu: %s", i, err.text);
		cr_expect_eq(d == NULL, rows[i].kind != ERR_NONE, "row %zu", i);
		doc_free(d);
	}
}

/* What is filled in stands in a form's fields; without the table they are a search. */
Test(html, fields_in_cells)
{
	NEEDS_HTML;
	static const char html[] =
		"<!DOCTYPE html><html><body><input value=请输入关键字><table><tr><td>规章</td>"
		"<td><input value=12 readonly></td><td><input type=text value='3&#52;'></td>"
		"<td><textarea>5</textarea></td><td><input type=checkbox value=6>"
		"<input type=hidden value=7><input value=\"\">8</td></tr></table></body></html>";
	static const char *const cells[] = {"规章", "12", "34", "5", "8"};
	struct err err = {0};
	struct doc *d = import_str(str_of(html), &err);

	cr_assert(d, "%s", err.text);
	cr_assert_eq(doc_block_count(d), 1);
	const struct grid *g = doc_block(d, 0)->grid;
	cr_assert(g && g->n == ROWS(cells));
	for (size_t i = 0; i < g->n; i++)
		cr_expect(str_eq(doc_str(d, g->cells[i].span), str_of(cells[i])), "cell %zu", i);
	struct disk_span at = doc_disk(d, g->cells[1].span);
	cr_expect(str_eq(str_slice(str_of(html), at.from, at.to), STR("12")));
	doc_free(d);
}

/* So many of `piece`, and then the rest. */
static struct doc *import_many(const char *piece, size_t n, const char *rest, struct err *err)
{
	struct buf html = {0};

	buf_adds(&html, "<html>");
	for (size_t i = 0; i < n; i++)
		buf_adds(&html, piece);
	buf_adds(&html, rest);
	struct doc *d = import_str(buf_str(&html), err);

	buf_free(&html);
	return d;
}

Test(html, is_bounded)
{
	NEEDS_HTML;
	static const struct {
		const char *piece;
		size_t n;
		const char *rest;
		enum err_kind kind;
	} rows[] = {
		{"<div>", 100000, "x", ERR_LIMIT},
		{"<span>", 100000, "x", ERR_LIMIT},
		{"<table><tr><td>", 100000, "x", ERR_LIMIT},
		{"<font>", 100000, "x", ERR_LIMIT},
		{"<div>", 1000, "x", ERR_NONE},
		{"<div>", 10, "x", ERR_NONE},
		{"</div>", 100000, "x", ERR_NONE},
		{"<p>", 100000, "x", ERR_NONE},
		{"<", 100000, "x", ERR_NONE},
		{"&", 100000, "x", ERR_NONE},
		{"<!--", 100000, "-->x", ERR_NONE},
		{"<td colspan=1000>x", 5, "", ERR_NONE}, /* no table: words */
		{"<table><tr><td colspan=1000>a<td>b<tr><td>c<td>d</table>", 1, "", ERR_NONE},
		{"<table><td colspan=99999 rowspan=99999>a<td>1<td>2<tr><td>c<td>3</table>", 1, "",
			ERR_NONE},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct doc *d = import_many(rows[i].piece, rows[i].n, rows[i].rest, &err);

		cr_expect_eq(err.kind, rows[i].kind, "row %zu: %s", i, err.text);
		cr_expect_eq(d == NULL, rows[i].kind != ERR_NONE, "row %zu", i);
		doc_free(d);
	}
}

Test(html, tells_of_paragraphs_without_end)
{
	NEEDS_HTML;
	struct err err = {0};
	struct doc *d = import_many("<p>1", 100000, "", &err);

	cr_assert_not_null(d, "%s", err.text);
	cr_expect_eq(doc_block_count(d), 100000);
	doc_free(d);
	struct buf page = {0};

	buf_adds(&page, "<html><pre>");
	for (size_t i = 0; i <= 1 << 20; i++)
		buf_adds(&page, "1\n");
	cr_expect_null(import_str(buf_str(&page), &err));
	cr_expect_eq(err.kind, ERR_LIMIT);
	cr_expect(strstr(err.text, "more paragraphs"), "%s", err.text);
	buf_free(&page);
}

Test(html, tells_of_tables_without_end)
{
	NEEDS_HTML;
	struct err err = {0};

	static const struct {
		const char *piece;
		size_t n;
		const char *said; /* NULL: it is read */
	} rows[] = {
		{"<td>1", 1000000, "4096 columns"},
		{"<th>1", 1000000, "4096 columns"},
		{"<tr><td>1", 1000000, "65536 rows"},
		{"<TR>", 1000000, "65536 rows"},
		{"<tr><td>1<td>2", 65536, NULL},
		{"<tr><td>1<td>2", 65537, "65536 rows"},
		{"<tr><td>1<td>2<table><tr><td>x</table>", 65537, "65536 rows"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf page = {0};

		err = (struct err){0};
		buf_adds(&page, "<p>words<table>");
		for (size_t n = rows[i].n; n > 0; n--)
			buf_adds(&page, rows[i].piece);
		struct doc *d = import_str(buf_str(&page), &err);

		cr_expect_eq(d == NULL, rows[i].said != NULL, "row %zu: %s", i, err.text);
		cr_expect(d || strstr(err.text, rows[i].said), "row %zu: %s", i, err.text);
		cr_expect(d || err.kind == ERR_LIMIT, "row %zu: %s", i, err.text);
		doc_free(d);
		buf_free(&page);
	}
	err = (struct err){0};
	cr_expect_null(import_many("<tr><td><td><td><td></tr><table>", (1 << 18) + 1, "", &err));
	cr_expect_eq(err.kind, ERR_LIMIT, "%s", err.text);
	err = (struct err){0};
	struct buf html = {0};

	buf_adds(&html, "<table><tr><td>1<td>2<td>3<tr>");
	for (size_t i = 0; i < 5000; i++)
		buf_adds(&html, "<td>1");
	cr_expect_null(import_str(buf_str(&html), &err));
	cr_expect_eq(err.kind, ERR_LIMIT, "%s", err.text);
	buf_free(&html);
}

/* The bytes at a block's span, references and folded white space apart, are the text shown. */
Test(html, places_are_bytes_of_the_file)
{
	NEEDS_HTML;
	static const struct {
		const char *html, *text;
		size_t from, to;
	} rows[] = {
		{"<p>12</p>", "12", 3, 5},
		{"<p> \n 12 \n</p>", "12", 6, 8},
		{"<p>1<b>2</b>", "12", 3, 8},
		{"<p>&nbsp;&nbsp;12", "12", 15, 17},
		{"<p>&#160;1&amp;2&lt;3", "1&2<3", 9, 21},
		{"<p>&amp;", "&", 3, 8},
		{"<p>&", "&", 3, 4},
		{"<p>&ampx", "&x", 3, 8},
		{"<p>a&notit;b", "a¬it;b", 3, 12},
		{"<p>&#x2014;", "—", 3, 11},
		{"<p>&#49;2", "12", 3, 9},
		{"<p>a</nothing>b", "ab", 3, 15},
		{"<p>a < b", "a < b", 3, 8},
		{"<p>信息\n公开", "信息公开", 3, 16},
		{"<p>信息 公开", "信息 公开", 3, 16},
		{"<p>open\ngovernment", "open government", 3, 18},
		{"\xef\xbb\xbf<p>12", "12", 6, 8},
		{"<p>\xd5\xfe\xb8\xae 12", "政府 12", 3, 10}, /* GB18030 */
		{"<meta charset=utf-8><p>\xd5\xfe\xb8\xae", "政府", 23, 27},
		{"<p>a\r\nb", "a b", 3, 7},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct doc *d = import_str(str_of(rows[i].html), &err);

		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		cr_assert_eq(doc_block_count(d), 1, "row %zu", i);
		const struct block *b = doc_block(d, 0);
		struct disk_span disk = doc_disk(d, b->span);

		cr_expect_eq(disk.from, rows[i].from, "row %zu: %zu", i, disk.from);
		cr_expect_eq(disk.to, rows[i].to, "row %zu: %zu", i, disk.to);
		expect_str(doc_str(d, b->span), str_of(rows[i].text));
		doc_free(d);
	}
}

Test(html, is_told_where_it_is_not_read)
{
#ifndef HAVE_GUMBO
	struct err err = {0};

	cr_expect_null(import_str(STR("<html><p>x"), &err));
	cr_expect(strstr(err.text, "built without"));
#endif
}

static size_t count_grids(const struct doc *d)
{
	size_t n = 0;

	for (size_t i = 0; i < doc_block_count(d); i++)
		n += doc_block(d, i)->kind == BLOCK_GRID;
	return n;
}

/* What the page says is a table is one, whatever its elements are; a role alone makes none. */
Test(html, tables_by_role)
{
	NEEDS_HTML;
#define CELL(text) "<span role='cell'>" text "</span>"
#define LINE "<div role='row'>" CELL("规章") CELL("3") CELL("0") "</div>"
#define PROSE "<p>一、总体情况</p><p>全年公开信息3条，没有收到申请。</p>"
	static const struct {
		const char *html;
		size_t grids;
	} rows[] = {
		{"<html><body>" PROSE "<div role='table'></div></body></html>", 0},
		{"<html><body>" PROSE "<div role='table'>规章3</div></body></html>", 0},
		{"<html><body>" PROSE "<div role='row'>" CELL("规章")
				CELL("3") "</div></body></html>",
			0},
		{"<html><body>" PROSE "<div role='table'>" LINE LINE "</div></body></html>", 1},
		{"<html><body>" PROSE "<section role='GRID'><p role='rowgroup'><b role='row'>"
		 "<i role='rowheader' aria-colspan='2'>规章</i>" CELL(
			 "3") "</b></p>" LINE LINE "</section></body></html>",
			1},
		{"<html><body>" PROSE "<div role='table'>" LINE LINE
		 "</div><div role='table'>" LINE LINE "</div></body></html>",
			2},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct doc *d = import_str(str_of(rows[i].html), &err);

		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		cr_expect_eq(count_grids(d), rows[i].grids, "row %zu: %zu", i, count_grids(d));
		doc_free(d);
	}
#undef LINE
#undef CELL
#undef PROSE
}

/* Boxes in rows that hold numbers are a table; menus, prose and rows too few are none. */
Test(html, tables_of_boxes)
{
	NEEDS_HTML;
#define ROW(tag, cell)                                                                             \
	"<" tag "><" cell ">规章</" cell "><" cell ">3</" cell "><" cell "> 0 </" cell "></" tag ">"
#define SPANS(first, other)                                                                        \
	"<div><span class='" first "'>规章</span><span class='" other "'>3</span>"                 \
	"<span class='" other "'>0</span></div>"
#define BOXED "<div><div><p>规章</p></div><div><p>3</p></div><div><p>0</p></div></div>"
#define TWICE "<div><div><p>规章</p><p>甲</p></div><div><p>3</p></div><div><p>0</p></div></div>"
#define BLANK(text) "<div><div>" text "件</div><div></div><div></div><div>无</div></div>"
#define CLASSED(row, cell, text)                                                                   \
	"<div class='" row "'><div class=c>结果</div><div class='" cell "'>" text                  \
	"</div><div class=c></div><div class='c w5'>甲</div></div>"
#define NARROW "<div class=r><div class=c>结果</div></div>"
#define LINK "<a href='/'>首页</a>"
#define PROSE "<p>一、总体情况</p><p>全年公开信息3条，没有收到申请。</p>"
	static const struct {
		const char *html;
		size_t grids;
	} rows[] = {
		{"<html><body>" PROSE "<div></div></body></html>", 0},
		{"<html><body>" PROSE "<div><div></div><div></div><div></div></div></body></html>",
			0},
		{"<html><body>" PROSE "<div>" ROW("div", "div")
				ROW("div", "div") "</div></body></html>",
			0},
		{"<html><body>" PROSE "<div>" ROW("div", "div") ROW("div", "div")
				ROW("div", "div") "</div></body></html>",
			1},
		{"<html><body>" PROSE "<div>" ROW("ul", "li") ROW("ul", "li")
				ROW("ul", "li") "</div></body></html>",
			1},
		{"<html><body>" PROSE "<div>" ROW("div", "p") ROW("div", "p")
				ROW("div", "p") "<p>注。</p></div></body></html>",
			0},
		{"<html><body>" PROSE "<table><tr><td><div>" ROW("div", "div") ROW("div", "div")
				ROW("div", "div") "</div></td></tr></table></body></html>",
			1},
		/* spans all of one class */
		{"<html><body>" PROSE "<div>" SPANS("c", "c") SPANS("c", "c")
				SPANS("c", "c") "</div></body></html>",
			1},
		{"<html><body>" PROSE "<div>" SPANS("c", "d") SPANS("c", "d")
				SPANS("c", "d") "</div></body></html>",
			0},
		{"<html><body>" PROSE "<div>" SPANS("", "") SPANS("", "")
				SPANS("", "") "</div></body></html>",
			0},
		/* rows and cells of a class each, with one number; with a class more; with a link
		 */
		{"<html><body>" PROSE "<div>" NARROW CLASSED("r", "c", "行政复议") CLASSED(
			 "r", "c w3", "") CLASSED("r", "c", "3") "</div></body></html>",
			1},
		{"<html><body>" PROSE "<div>" NARROW CLASSED("r", "c", "行政复议") CLASSED(
			 "r", "d", "甲") CLASSED("r", "c", "3") "</div></body></html>",
			0},
		{"<html><body>" PROSE "<div>" NARROW CLASSED("r", "c", "3") CLASSED("r", "c", "甲")
				CLASSED("r", "c", LINK) "</div></body></html>",
			0},
		/* one row more of the same classes, by itself; of others */
		{"<html><body>" PROSE "<div>" CLASSED("r", "c", "行政复议") CLASSED("r", "c", "甲")
				CLASSED("r", "c", "3") "</div><div>" CLASSED("r", "c", "3")
					CLASSED("r", "c", "乙") "</div></body></html>",
			2},
		{"<html><body>" PROSE "<div>" CLASSED("r", "c", "行政复议") CLASSED("r", "c", "甲")
				CLASSED("r", "c", "3") "</div><div>" CLASSED("s", "c", "3")
					CLASSED("s", "c", "乙") "</div></body></html>",
			1},
		/* a box more around what is in a cell; two of them are no cell */
		{"<html><body>" PROSE "<div>" BOXED BOXED BOXED "</div></body></html>", 1},
		{"<html><body>" PROSE "<div>" TWICE TWICE TWICE "</div></body></html>", 0},
		/* nothing in it but rows of one width; links in such are a menu */
		{"<html><body>" PROSE "<div>" BLANK("0") BLANK("1")
				BLANK("2") "</div></body></html>",
			1},
		{"<html><body>" PROSE "<div>" BLANK("0") BLANK("1")
				BLANK(LINK) "</div></body></html>",
			0},
		{"<html><body>" PROSE "<div>" BLANK("0") BLANK("1")
				ROW("div", "div") "</div></body></html>",
			0},
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct err err = {0};
		struct doc *d = import_str(str_of(rows[i].html), &err);

		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		cr_expect_eq(count_grids(d), rows[i].grids, "row %zu: %zu", i, count_grids(d));
		doc_free(d);
	}
}

/* Rows or values that are paragraphs of the page, with what stands before and behind them: read as
 * lines of a text are. Few, and prose, are none. */
Test(html, rows_that_are_paragraphs)
{
	NEEDS_HTML;
#define DD "<dd><em>制发</em><b>1</b></dd><dd><em>废止</em><b>&nbsp;2</b></dd>"
	static const struct {
		const char *html;
		size_t grids;
	} rows[] = {
		{"<p>| 规章 | 0 |</p>", 0},
		{"<p>| 规章 | 0 |</p><p>| 文件 | 0 |</p><p>| 许可 | 1 |</p><p>| 处罚 | 0 |</p>"
		 "<p>| 强制 | 3 |</p><p>| 收费 |  |</p><p>| 采购 | 0 |</p>",
			1},
		{"<dl><dt>规章</dt>" DD "</dl>", 0},
		{"<dl><dt>规章</dt>" DD "<dt>文件</dt>" DD "<dt>许可</dt>" DD "<dt>处罚</dt>" DD
		 "</dl>",
			1},
		{"<h4>规章</h4><p><label>制发：</label><span>1</span></p><p><label>废止：</label>"
		 "<span>2</span></p><h4>文件</h4><p><label>制发：</label><span>1</span></"
		 "p><p><label>"
		 "废止：</label><span>2</span></p><h4>许可</h4><p><label>制发：</label><span>1</"
		 "span>"
		 "</p><p><label>废止：</label><span>2</span></p><h4>处罚</h4><p><label>制发：</"
		 "label>"
		 "<span>3</span></p>",
			1},
		{"<p>电话：65172222</p><p>邮编315600</p><p>2021-01-20</p><p>浏览33</p><p>字号12</p>"
		 "<p>第1</p><p>第2</p><p>第3</p>",
			0},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct doc *d = import_str(str_of(rows[i].html), &err);

		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		cr_expect_eq(count_grids(d), rows[i].grids, "row %zu: %zu", i, count_grids(d));
		doc_free(d);
	}
}

/* All paragraphs, and marks in brackets, a bar between them. */
static void expect_paras(const struct doc *d, const char *wanted)
{
	struct buf all = {0};

	for (size_t i = 0; i < doc_block_count(d); i++) {
		const struct block *b = doc_block(d, i);

		if (b->kind == BLOCK_GRID)
			continue;
		buf_adds(&all, all.n ? "|" : "");
		buf_addf(&all, b->kind == BLOCK_MARK ? "[%.*s]" : "%.*s",
			STR_ARG(doc_str(d, b->span)));
	}
	expect_str(buf_str(&all), str_of(wanted));
	buf_free(&all);
}

struct page {
	const char *html, *paras;
};

static void expect_paras_of(const struct page *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct err err = {0};
		struct doc *d = import_str(str_of(rows[i].html), &err);

		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		expect_paras(d, rows[i].paras);
		doc_free(d);
	}
}

/* What is hidden is not read; where all is, only as much as it takes to see the report. */
Test(html, what_styles_hide)
{
	NEEDS_HTML;
#define SHOWN "<p>一、甲。</p><p>二、乙。</p>"
	static const struct page rows[] = {
		{"<html><style></style>" SHOWN, "一、甲。|二、乙。"},
		{"<html><style>{}}.a{</style>" SHOWN "<p class=a>丙。</p>",
			"一、甲。|二、乙。|丙。"},
		{"<html><style>.a{display:none}</style>" SHOWN "<p class='b a'>丙。</p>",
			"一、甲。|二、乙。"},
		{"<html><style>.a{display:none}</style>" SHOWN "<p class='ab'>丙。</p>",
			"一、甲。|二、乙。|丙。"},
		{"<html><style>/* { */ p{color:red} #x, .b { color:red; DISPLAY : none "
		 "}</style>" SHOWN "<p id=x>丙。</p>",
			"一、甲。|二、乙。"},
		/* rules that say no more than perhaps */
		{"<html><style>@media print{.a{display:none}} @import 'x';</style>" SHOWN
		 "<p class=a>丙。</p>",
			"一、甲。|二、乙。|丙。"},
		{"<html><style>.a{display:none}.a.on{display:block}</style>" SHOWN
		 "<p class='a on'>丙。</p>",
			"一、甲。|二、乙。|丙。"},
		{"<html><style>.b .a{display:none}</style>" SHOWN "<p class=a>丙。</p>",
			"一、甲。|二、乙。|丙。"},
		{"<html><style>.a{display:none}</style>" SHOWN
		 "<p class=a style='display:block'>丙。</p>",
			"一、甲。|二、乙。|丙。"},
		/* invisible until a script has run; the copy in it stays hidden */
		{"<html><div style='visibility: hidden'>" SHOWN
		 "<p style='display:none'>三、丙。</p></div>",
			"一、甲。|二、乙。"},
		{"<html><p>版权所有。</p><div style='visibility:hidden'>" SHOWN "</div>",
			"版权所有。|一、甲。|二、乙。"},
		{"<html><div style='display:none'>" SHOWN "</div>", "一、甲。|二、乙。"},
	};

	expect_paras_of(rows, ROWS(rows));
}

/* The title is the line that the page's head names, wherever it stands; a section's heading is
 * none, nor is the name of who signed. */
Test(html, the_title_outside_the_report)
{
	NEEDS_HTML;
#define TITLE "临江市教育局2022年政府信息公开工作年度报告"
#define BODY "<div><h2>一、总体情况</h2><p>甲。</p><p>乙。</p><h2>（一）公开</h2><p>丙。</p>"
#define PARAS "一、总体情况|甲。|乙。|（一）公开|丙。"
	static const struct page rows[] = {
		{"<html><title></title><h1>" TITLE "</h1>" BODY "</div>", TITLE "|" PARAS},
		{"<html><title>" TITLE "-门户</title><h3>" TITLE "</h3>" BODY
		 "<p>临江市教育局</p></div>",
			TITLE "|" PARAS "|临江市教育局"},
		{"<html><title>" TITLE "</title><div>" TITLE "</div><p>临江市教育局</p>" BODY
		 "</div>",
			TITLE "|" PARAS},
		{"<html><meta property='og:title' content='" TITLE "'><p>" TITLE
		 "</p><h1>临江发布</h1>" BODY "</div>",
			TITLE "|" PARAS},
		{"<html><div><h1>" TITLE "</h1>" BODY "</div></div>", TITLE "|" PARAS},
		/* in the head only, among other names */
		{"<html><title>" TITLE "</title>" BODY "</div>", "[" TITLE "]|" PARAS},
		{"<html><title>临江发布_政府信息公开年报 | 临江市教育局2022年政府信息\n "
		 "公开工作年度"
		 "报告&nbsp;- 临江市教育局</title>" BODY "</div>",
			"[" TITLE "]|" PARAS},
		{"<html><title>政府信息公开年报-临江市教育局</title>" BODY "</div>", PARAS},
		{"<html><title>2022年-2022年报-临江市教育局</title>" BODY "</div>", PARAS},
	};

	expect_paras_of(rows, ROWS(rows));
}

/* UTF-16 is recognised as a page by its tags, too; spans are bytes of it. */
Test(html, pages_in_utf16)
{
	NEEDS_HTML;
	static const char little[] = "\xff\xfe<\0p\0>\0x\0\x00\x4e<\0/\0p\0>\0";
	static const char big[] = "\xfe\xff\0<\0p\0>\0x\x4e\x00\0<\0/\0p\0>";
	const struct str rows[] = {{little, sizeof little - 1}, {big, sizeof big - 1}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct doc *d = import_str(rows[i], &err);

		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		cr_expect_str_eq(doc_kind(d), "html");
		expect_paras(d, "x一");
		struct disk_span disk = doc_disk(d, doc_block(d, 0)->span);

		cr_expect_eq(disk.from, 8, "row %zu: %zu", i, disk.from);
		cr_expect_eq(disk.to, 12, "row %zu: %zu", i, disk.to);
		doc_free(d);
	}
}

/* A note's number, set above the line, is no digit of the number it stands behind. */
Test(html, numbers_of_notes)
{
	NEEDS_HTML;
	static const struct {
		const char *cell, *text;
	} rows[] = {
		{"5<span>1</span>", "51"},
		{"5<sup></sup>", "5"},
		{"5<sup>1</sup>", "5\n1"},
		{"<sub>1</sub>5", "15"},
		{"5<span style='VERTICAL-ALIGN: super'>1</span>", "5\n1"},
		{"5<span style='vertical-align:middle'>1</span>", "51"},
		/* struck out; how it is said */
		{"<s>1</s>5", "5"},
		{"<strike>1</strike>5<del>2</del>", "5"},
		{"<span style='color:red;text-decoration: line-through'>1</span>5", "5"},
		{"<span style='text-decoration:underline'>1</span>5", "15"},
		{"<ruby>5<rp>(</rp><rt>1</rt><rp>)</rp></ruby>", "5"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char page[512];
		struct err err = {0};

		snprintf(page, sizeof page,
			"<html><table><tr><td>规章<td>1<td>2<tr><td>%s<td>1<td>2</table>",
			rows[i].cell);
		struct doc *d = import_str(str_of(page), &err);

		cr_assert_not_null(d, "row %zu: %s", i, err.text);
		cr_assert_eq(count_grids(d), 1, "row %zu", i);
		expect_str(doc_str(d, doc_block(d, 0)->grid->cells[3].span), str_of(rows[i].text));
		doc_free(d);
	}
}

/* Text whose tables have tags in their cells, in UTF-8 and UTF-16. */
Test(html, text_with_tags)
{
	NEEDS_HTML;
	static const char text[] =
		"x\n\n| a | b | c |\n|---|---|---|\n| d | 5<sup>1</sup> | <s>4</s>3 |\n";

	for (int wide = 0; wide < 2; wide++) {
		struct buf bytes = {0};
		struct err err = {0};

		buf_add(&bytes, wide ? (struct str){"\xff\xfe", 2} : STR(""));
		for (size_t i = 0; text[i]; i++) {
			buf_addc(&bytes, text[i]);
			if (wide)
				buf_addc(&bytes, '\0');
		}
		struct doc *d = import_bytes("-", &bytes, NULL, &err);

		cr_assert_not_null(d, "%d: %s", wide, err.text);
		cr_assert_eq(count_grids(d), 1, "%d", wide);
		const struct grid *g = doc_block(d, 1)->grid;

		cr_assert_eq(g->n, 6, "%d: %zu cells", wide, g->n);
		expect_str(doc_str(d, g->cells[4].span), STR("5[1]"));
		expect_str(doc_str(d, g->cells[5].span), STR("3"));
		doc_free(d);
	}
}

/* Texts that lost what stood between their cells: where their rows are parted. */
#include "unit/text_kit.h"

#include "import/rowless.h"

/* The pieces, "|" between. */
static void expect_pieces(const char *text, const char *wanted)
{
	struct str line = str_of(text);
	struct buf got = {0};

	for (size_t at = 0, next; at < line.n; at = next) {
		next = rowless_next(line, at, line.n);
		cr_assert(next > at && next <= line.n, "%s at %zu", text, at);
		if (at)
			buf_adds(&got, "|");
		buf_add(&got, str_slice(line, at, next));
	}
	expect_str(buf_str(&got), str_of(wanted));
	buf_free(&got);
}

Test(text_rowless, rows_begin_behind_digits)
{
	expect_pieces("", "");
	expect_pieces("0", "0");
	expect_pieces("00000003.", "00000003.");
	expect_pieces("公开00000003.危及0000000", "公开0000000|3.危及0000000");
	expect_pieces("公开12000003、危及", "公开1200000|3、危及");
	expect_pieces("数量5400100二、上年结转", "数量5400100|二、上年结转");
	expect_pieces("其他）0000000（四）无法提供", "其他）0000000|（四）无法提供");
	expect_pieces("要求1.其他行政法规", "要求1.其他行政法规");
	expect_pieces("行政许可14第二十条第（六）项", "行政许可14|第二十条第（六）项");
	expect_pieces("第二十条第（一）项规章000行政规范性文件120第二十条",
		"第二十条第（一）项规章000|行政规范性文件120|第二十条");
	expect_pieces("行政事业性收费1951.09三、收到", "行政事业性收费1951.09|三、收到");
	expect_pieces("行政事业性收费0三、收到", "行政事业性收费0|三、收到");
	/* too few digits, white space, no label before them or behind */
	expect_pieces("公开0000003.危及", "公开0000003.危及");
	expect_pieces("公开 00000003.危及", "公开 00000003.危及");
	expect_pieces("A00000003.危及", "A00000003.危及");
	expect_pieces("电话057488889999。", "电话057488889999。");
	expect_pieces("公开00000003.5", "公开00000003.5");
}

Test(text_rowless, a_few_are_chance)
{
#define ROW "公开0000000二、"
	cr_expect_not(rowless_is_due(STR("")));
	cr_expect_not(rowless_is_due(STR(ROW ROW ROW ROW)));
	cr_expect(rowless_is_due(STR(ROW ROW ROW ROW ROW)));
}

Test(text_rowless, a_document_keeps_its_lines)
{
	struct doc *d = kit_doc(STR(ROW ROW ROW "\n" ROW ROW "\n一、乙"));
	kit_check(d, "rowless");
	cr_expect_eq(doc_line_count(d), 3);
	doc_free(d);
}

/* Tables that have lost their lines: what their numbers tell by themselves, and what they do not.
 */
#include <string.h>

#include "unit/table_kit.h"

TestSuite(table_counted, .init = kit_load, .fini = kit_unload);

#define TITLE "某市财政局2022年政府信息公开工作年度报告\n\n"
#define THREE "三、收到和处理政府信息公开申请情况\n\n"
#define FOUR "四、政府信息公开行政复议、行政诉讼情况\n\n"
#define FOUR_RUN_ON "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n结果维持\n\n"
#define HEADS "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
#define LABELS                                                                                     \
	"一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n（一）予以公开\n"

enum { ROWS_2021 = 25, COLUMNS = 7, LAST = ROWS_2021 - 1 };

struct numbers {
	unsigned v[ROWS_2021][COLUMNS];
};

static struct numbers numbers_of(void)
{
	return (struct numbers){.v = {[0] = {4, 1, 0, 0, 2, 0, 7},
					[1] = {1, 0, 0, 0, 0, 0, 1},
					[2] = {3, 0, 0, 0, 0, 0, 3},
					[3] = {1, 1, 0, 0, 1, 0, 3},
					[LAST - 1] = {4, 1, 0, 0, 1, 0, 6},
					[LAST] = {1, 0, 0, 0, 1, 0, 2}}};
}

struct labels {
	const char *before[ROWS_2021]; /* each row's numbers; NULL: nothing */
};

/* These words and then the numbers, one a line, labels among them; the total's first where turned.
 */
static char *text_with(
	const char *head, const struct numbers *n, const struct labels *l, bool turned)
{
	struct buf out = {0};
	buf_add(&out, str_of(head));
	for (size_t r = 0; r < ROWS_2021; r++) {
		buf_add(&out, str_of(l->before[r] ? l->before[r] : ""));
		for (size_t k = 0; k < COLUMNS; k++)
			buf_addf(&out, "%u\n", n->v[r][turned ? (k + COLUMNS - 1) % COLUMNS : k]);
	}
	buf_add(&out, STR("\n五、存在的主要问题及改进情况\n\n无。\n"));
	return buf_take(&out);
}

static char *text_of(const char *head, const struct numbers *n, bool turned)
{
	return text_with(head, n, &(struct labels){0}, turned);
}

#define LOOKS                                                                                      \
	"requests/new/person requests/new/total requests/outcome.partial/legal "                   \
	"requests/outcome.total/total requests/carried_forward/legal"

static void expect(const char *head, const struct numbers *n, bool turned, const char *wanted)
{
	char *text = text_of(head, n, turned);
	kit_expect_cells(text, LOOKS, wanted);
	free(text);
}

#define NOTHING ". . . . ."
#define ALL "4? 7? 1? 6? 1?"

/* As many as the table has, and every sum holds: labels in a heap before them are no matter. */
Test(table_counted, all_sums_hold)
{
	struct numbers n = numbers_of();
	expect(TITLE THREE HEADS LABELS "三\n、\n本\n年\n", &n, false, ALL);
	expect(TITLE THREE "总计\n" HEADS LABELS "三\n、\n", &n, true, ALL);
	/* a mark for nothing that is a piece of a label */
	expect(TITLE THREE HEADS LABELS "三\n、\n（四）\n无\n法提供\n", &n, false, ALL);
}

/* One that is lost or one too many, or a sum that does not hold, and they tell nothing. */
Test(table_counted, numbers_that_prove_nothing)
{
	struct numbers n = numbers_of();
	char *text = text_of(TITLE THREE HEADS LABELS "5\n", &n, false);
	kit_expect_cells(text, "requests/outcome.partial/legal", ".");
	free(text);
	n.v[4][2] = n.v[4][6] = 1; /* the row's sum holds, the column's does not */
	expect(TITLE THREE HEADS LABELS "三\n、\n", &n, false, NOTHING);
	n = numbers_of();
	n.v[3][4] = 2; /* two rows by one, a column by two */
	n.v[4][4] = 1;
	expect(TITLE THREE HEADS LABELS "三\n、\n", &n, false, NOTHING);
}

/* One number that is wrong in the report breaks its row's sum and its column's, by the same. */
Test(table_counted, one_number_is_wrong)
{
	struct numbers n = numbers_of();
	n.v[3][0] = 2;
	expect(TITLE THREE HEADS LABELS "三\n、\n", &n, false, ALL);
	n = numbers_of();
	n.v[3][0] = 2;
	n.v[LAST - 1][0] = 6; /* not by the same */
	expect(TITLE THREE HEADS LABELS "三\n、\n", &n, false, NOTHING);
}

/* Headings or rows in another order, or a row of another name, are another table's sums. */
Test(table_counted, labels_that_say_otherwise)
{
	struct numbers n = numbers_of();
	expect(TITLE THREE "自然人\n科研机构\n商业企业\n社会公益组织\n法律服务机构\n总计\n" LABELS
			   "三\n、\n",
		&n, false, NOTHING);
	expect(TITLE THREE HEADS "（一）予以公开\n一、本年新收政府信息公开申请数量\n三\n、\n", &n,
		false, "4? 7? . . .");
	expect(TITLE THREE HEADS LABELS "2.重复申请情况说明\n三\n、\n", &n, false, NOTHING);
}

#define SEVEN                                                                                                                           \
	"三、本年度办理结果\n4.保护第三方合法权益\n5.属于三类内部事务信息\n6.属于四类过程性信息\n" \
	"7.属于行政执法案卷\n8.属于行政查询事项\n1.本机关不掌握相关政府信息\n2.重复申请\n"

/* One label in many stands elsewhere, as a program reads a page; more, and it is the rows. */
Test(table_counted, a_label_astray)
{
	struct numbers n = numbers_of();
	expect(TITLE THREE HEADS "四、结转下年度继续办理\n" LABELS SEVEN "三\n、\n", &n, false,
		ALL);
	expect(TITLE THREE HEADS "四、结转下年度继续办理\n" LABELS "4.保护第三方合法权益\n三\n、\n",
		&n, false, NOTHING);
}

/* A row of one number and its total adds up from either side: the total is assumed to be last. */
Test(table_counted, either_way)
{
	struct numbers n = {.v = {[0] = {4, 0, 0, 0, 0, 0, 4},
				    [3] = {4, 0, 0, 0, 0, 0, 4},
				    [LAST - 1] = {4, 0, 0, 0, 0, 0, 4}}};
	char *text = text_of(TITLE THREE HEADS LABELS "三\n、\n", &n, false);
	kit_expect_cells(text, "requests/new/person requests/new/other", "4? 0?");
	free(text);
	text = text_of(TITLE THREE LABELS "三\n、\n", &n, false);
	kit_expect_cells(text, "requests/new/person requests/new/other", "4? 0?");
	free(text);
	memset(&n, 0, sizeof n);
	text = text_of(TITLE THREE LABELS "三\n、\n", &n, false);
	kit_expect_cells(text, "requests/new/person requests/new/other", "0? 0?");
	free(text);
}

/* Labels as a program reads a page: some late, most right before their rows. */
static struct labels labels_of(void)
{
	return (struct labels){.before = {[0] = "一、本年新收政府信息公开申请数量\n",
				       [1] = "二、上年结转政府信息公开申请数量\n",
				       [3] = "（一）予以公开\n（二）部分公开\n",
				       [9] = "6.属于四类过程性信息\n",
				       [16] = "2.重复申请\n",
				       [LAST - 1] = "（七）总计\n四、结转下年度继续办理\n"}};
}

#define SURE "4 7 1 6 1"

static void expect_with(
	const char *head, const struct numbers *n, const struct labels *l, const char *wanted)
{
	char *text = text_with(head, n, l, false);
	kit_expect_cells(text, LOOKS, wanted);
	free(text);
}

/* Where labels stand just so many rows of numbers apart as the form has there, they say what the
 * count says. */
Test(table_counted, labels_confirm_rows)
{
	struct numbers n = numbers_of();
	struct labels l = labels_of();
	expect_with(TITLE THREE HEADS, &n, &l, SURE);
	/* headings in pieces, their begins in order; in another order; none */
	expect_with(TITLE THREE
		"自然人\n商业企\n科研机\n社会公\n法律服\n业\n构\n益组织\n务机构\n总计\n",
		&n, &l, SURE);
	expect_with(TITLE THREE
		"自然人\n科研机\n商业企\n社会公\n法律服\n构\n业\n益组织\n务机构\n总计\n",
		&n, &l, ALL);
	expect_with(TITLE THREE, &n, &l, SURE);
	/* hardly a label that does */
	l = (struct labels){.before = {[1] = l.before[1], [LAST - 1] = "（七）总计\n"}};
	expect_with(TITLE THREE HEADS, &n, &l, "4? 7? 1 6 1?");
}

/* Between two labels that of a row behind the second, or those of rows between them, the later one
 * first. */
Test(table_counted, labels_out_of_order_confirm_nothing_there)
{
	static const char looks[] = "requests/outcome.granted/person "
				    "requests/outcome.refused.forbidden_by_law/person "
				    "requests/outcome.total/person";
	struct numbers n = numbers_of();
	struct labels l = labels_of();
	char *text = text_with(TITLE THREE HEADS, &n, &l, false);
	kit_expect_cells(text, looks, "3 0 4");
	free(text);
	l.before[3] = "3.要求提供公开出版物\n（一）予以公开\n（二）部分公开\n";
	text = text_with(TITLE THREE HEADS, &n, &l, false);
	kit_expect_cells(text, looks, "3? 0 4");
	free(text);
	l = labels_of();
	l.before[9] = "5.属于三类内部事务信息\n4.保护第三方合法权益\n6.属于四类过程性信息\n";
	text = text_with(TITLE THREE HEADS, &n, &l, false);
	kit_expect_cells(text, looks, "3 0? 4");
	free(text);
}

/* Where a row begins by count the label of one further up: rows were moved, and it is sure to be
 * none of the two. */
Test(table_counted, a_label_of_a_row_that_was_moved)
{
	static const char looks[] = "requests/outcome.refused.deliberative/person "
				    "requests/outcome.refused.inquiry/person";
	struct numbers n = numbers_of();
	struct labels l = labels_of();
	char *text = text_with(TITLE THREE HEADS, &n, &l, false);
	kit_expect_cells(text, looks, "0 0");
	free(text);
	l.before[11] = "2.其他法律行政法规禁止公开\n";
	text = text_with(TITLE THREE HEADS, &n, &l, false);
	kit_expect_cells(text, looks, "0 0?");
	free(text);
}

/* A row that is wrong in the report breaks its own sum and those of columns: labels still say where
 * all the others are, and without them it is nothing's proof. */
Test(table_counted, labels_confirm_rows_of_wrong_sums)
{
	struct numbers n = numbers_of();
	struct labels l = labels_of();
	n.v[6][0] = n.v[6][3] = 2;
	expect_with(TITLE THREE HEADS, &n, &l, SURE);
	char *text = text_with(TITLE THREE HEADS, &n, &l, false);
	kit_expect_cells(text,
		"requests/outcome.refused.public_security/person "
		"requests/outcome.refused.public_security/total",
		"2? 0?");
	free(text);
	expect(TITLE THREE HEADS LABELS "三\n、\n", &n, false, NOTHING);
	n.v[6][6] = 4;
	n.v[12][0] = n.v[13][0] = n.v[14][1] = n.v[15][2] = 1;
	expect_with(TITLE THREE HEADS, &n, &l, "4 7 1? . 1?");
}

/* The number of a page, the last thing on it or the first, is no cell; another number there may be
 * one. */
Test(table_counted, numbers_of_pages)
{
	static const struct {
		const char *before, *wanted;
	} rows[] = {{"1\n\f", ALL}, {"\f2\n", ALL}, {"1\n\f\n2\n", ALL}, {"2\n\f", NOTHING},
		{"1\n", NOTHING}, {"1\n三\n\f", NOTHING}, {"1\n\f3\n", NOTHING},
		/* amid the page, but with blank lines around, and the only such */
		{"\n1\n\n", ALL}, {"\n2\n\n", NOTHING}, {"\n1\n\n三\n\n1\n\n", NOTHING}};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct numbers n = numbers_of();
		struct labels l = {.before = {[4] = rows[i].before}};
		expect_with(TITLE THREE HEADS LABELS "三\n、\n", &n, &l, rows[i].wanted);
	}
}

/* Cells with blank lines between them, where the next section's heading ran together with what is
 * right below: its numbers are none of the table's. */
Test(table_counted, a_heading_within_a_cell)
{
	struct numbers n = numbers_of();
	struct buf out = {0};
	buf_add(&out, STR(TITLE THREE));
	for (size_t r = 0; r < ROWS_2021; r++)
		for (size_t k = 0; k < COLUMNS; k++)
			buf_addf(&out, "%u\n\n", n.v[r][k]);
	buf_add(&out,
		STR(FOUR_RUN_ON "0\n\n0\n\n0\n\n0\n\n0\n\n五、存在的主要问题及改进情况\n\n无。\n"));
	char *text = buf_take(&out);
	kit_expect_cells(text, LOOKS, ALL);
	free(text);
}

#define TORN_HEADS "结果 结果 其他 尚未\n维持 纠正 结果 审结\n"
#define DISPUTES(last)                                                                             \
	TITLE FOUR "行政复议\n行政诉讼\n未经复议直接起诉\n" TORN_HEADS "总计\n" TORN_HEADS         \
		   "1\n0\n2\n0\n3\n0\n0\n0\n0\n总计\n0\n复议后起诉\n" TORN_HEADS                   \
		   "4\n0\n0\n1\n总计\n" last "\n"

/* Three rows side by side, headings among their numbers. */
Test(table_counted, rows_side_by_side)
{
	static const char looks[] =
		"disputes/review/other disputes/direct/total disputes/after_review/total";
	static const struct kit_cells rows[] = {
		{DISPUTES("5"), looks, "2? 0? 5?"},
		{DISPUTES("6"), looks, ". . ."},
	};
	KIT_EXPECT(rows);
}

/* No labels at all, and no sums: rows as long as the form's are these, in doubt. */
Test(table_counted, rows_of_the_forms_lengths)
{
#define TWO "二、主动公开政府信息情况\n\n"
#define SHAPED                                                                                     \
	"disclosure/regulation/issued disclosure/normative/in_force disclosure/licence/decisions " \
	"disclosure/fee/amount"
	static const struct kit_cells rows[] = {
		/* nothing; a row less, a cell less, a row more */
		{TITLE TWO THREE, SHAPED, ". . . ."},
		{TITLE TWO "1  0  2\n3  1  6\n40\n5\n7\n" THREE, SHAPED, ". . . ."},
		{TITLE TWO "1  0  2\n3  6\n40\n5\n7\n12.5\n" THREE, SHAPED, ". . . ."},
		{TITLE TWO "1  0  2\n3  1  6\n40\n5\n7\n12.5\n3\n" THREE, SHAPED, ". . . ."},
		/* words beside them */
		{TITLE TWO "1  0  2\n3  1  6\n本年 40\n5\n7\n12.5\n" THREE, SHAPED, ". . . ."},
		{TITLE TWO "1  0  2\n3  1  6\n40\n5\n7\n12.5\n" THREE, SHAPED, "1? 6? 40? 12.5?"},
	};
	KIT_EXPECT(rows);
}

#define NEXT "行政复议\n行政诉讼\n结果维持\n"

/* A program that reads a page column by column goes on with the table's numbers behind the next
 * heading, or begins with the last column of the table before. */
Test(table_counted, beyond_the_headings)
{
	struct numbers n = numbers_of();
	expect(TITLE THREE HEADS LABELS FOUR, &n, false, ALL);
	expect(TITLE THREE LABELS FOUR HEADS, &n, false, ALL);
	expect(TITLE THREE "现行有效件数\n0\n2\n" HEADS LABELS, &n, false, ALL);
	expect(TITLE THREE "现行有效件数\n0\n2\n" HEADS LABELS FOUR, &n, false, ALL);
	/* behind labels of the other table, or more of them than that */
	expect(TITLE THREE HEADS LABELS FOUR NEXT, &n, false, NOTHING);
	expect(TITLE THREE HEADS LABELS "5\n" FOUR, &n, false, NOTHING);
}

/* Labels that stand before the numbers of rows above theirs: these were not read row by row. */
Test(table_counted, early_labels_confirm_nothing_there)
{
	static const char looks[] = "requests/outcome.granted/person "
				    "requests/outcome.rejected.repeated/person "
				    "requests/outcome.rejected.reissue/person "
				    "requests/outcome.total/person";
	struct numbers n = numbers_of();
	struct labels l = labels_of();
	char *text = text_with(TITLE THREE HEADS, &n, &l, false);
	kit_expect_cells(text, looks, "3 0 0 4");
	free(text);
	l.before[16] = "2.重复申请\n3.要求提供公开出版物\n4.无正当理由大量反复申请\n"
		       "5.要求行政机关确认或重新出具已获取信息\n"
		       "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\n"
		       "（七）总计\n";
	l.before[LAST - 1] = NULL;
	text = text_with(TITLE THREE HEADS, &n, &l, false);
	kit_expect_cells(text, looks, "3 0? 0? 4?");
	free(text);
}

/* And one amid the numbers of the row above. */
Test(table_counted, a_label_within_a_row)
{
	static const char first[] = "4\n1\n0\n0\n2\n0\n7\n";
	struct numbers n = numbers_of();
	struct labels l = labels_of();
	l.before[1] = NULL;
	char *text = text_with(TITLE THREE HEADS, &n, &l, false), *at = strstr(text, first);
	struct buf out = {0};
	cr_assert(at);
	buf_addf(&out, "%.*s4\n二、上年结转政府信息公开申请数量\n%s", (int)(at - text), text,
		at + 2);
	free(text);
	text = buf_take(&out);
	kit_expect_cells(text,
		"requests/new/person requests/carried_over/person requests/outcome.granted/person "
		"requests/outcome.total/person",
		"4? 1? 3 4");
	free(text);
}

/* A row's numbers over several lines might be halves of longer ones; all sums say that they are
 * none.
 */
Test(table_counted, rows_over_several_lines)
{
	struct numbers n = numbers_of();
	struct buf out = {0};
	buf_add(&out, STR(TITLE THREE HEADS LABELS));
	for (size_t r = 0; r < ROWS_2021; r++) {
		unsigned *v = n.v[r];
		for (size_t k = 0; k < COLUMNS; k++)
			v[k] *= 10;
		buf_addf(&out, "%s %u %u %u\n%u\n%u %u %u\n%s",
			r == 3 ? "（二）部分公开（区分处理的，只计这一情形，不" : "", v[0], v[1],
			v[2], v[3], v[4], v[5], v[6], r == 3 ? "计其他情形）\n" : "");
	}
	buf_add(&out, STR("\n五、存在的主要问题及改进情况\n\n无。\n"));
	char *text = buf_take(&out);
	kit_expect_cells(text, LOOKS, "40? 70? 10? 60? 10?");
	free(text);
}

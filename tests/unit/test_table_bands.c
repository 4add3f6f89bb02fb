/* Tables whose columns a program read one behind another. */
#include <string.h>

#include "unit/table_kit.h"

TestSuite(table_bands, .init = kit_load, .fini = kit_unload);

#define HEAD                                                                                                                          \
	"某市财政局2022年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"       \
	"自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"                             \
	"一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n（一）予以公开\n" \
	"三\n、\n本\n年\n"

enum { ROWS_2021 = 25, COLUMNS = 7, LAST = ROWS_2021 - 1 };

typedef unsigned numbers[ROWS_2021][COLUMNS];

static const numbers plain = {[0] = {41, 1, 0, 0, 2, 0, 44},
	[1] = {1, 0, 0, 0, 0, 0, 1},
	[2] = {3, 0, 0, 0, 1, 0, 4},
	[3] = {1, 1, 0, 0, 1, 0, 3},
	[7] = {12, 0, 0, 0, 0, 0, 12},
	[12] = {20, 0, 0, 0, 0, 0, 20},
	[17] = {5, 0, 0, 0, 0, 0, 5},
	[LAST - 1] = {41, 1, 0, 0, 2, 0, 44},
	[LAST] = {1, 0, 0, 0, 0, 0, 1}};

/* Rows up to `to`, and how many columns each of their bands has. */
struct page {
	size_t to, bands[COLUMNS];
};

static void add_page(
	struct buf *out, const numbers n, size_t from, const struct page *p, bool turned)
{
	for (size_t b = 0, first = 0; first < COLUMNS; first += p->bands[b++])
		for (size_t r = from; r < p->to; r++)
			for (size_t c = first; c < first + p->bands[b]; c++)
				buf_addf(out, "%u\n\n",
					n[r][turned ? (c + COLUMNS - 1) % COLUMNS : c]);
}

#define LOOKS                                                                                      \
	"requests/new/person requests/outcome.granted/legal requests/outcome.partial/company "     \
	"requests/outcome.total/total requests/carried_forward/person"

static void expect(const numbers n, const struct page *pages, bool turned, const char *wanted)
{
	struct buf out = {0};
	buf_add(&out, STR(HEAD));
	for (size_t at = 0; at < ROWS_2021; at = pages++->to)
		add_page(&out, n, at, pages, turned);
	buf_add(&out, STR("\n五、存在的主要问题及改进情况\n\n无。\n"));
	char *text = buf_take(&out);
	kit_expect_cells(text, LOOKS, wanted);
	free(text);
}

#define ALL "41? 1? 1? 44? 1?"

static const struct page down[] = {{ROWS_2021, {1, 1, 1, 1, 1, 1, 1}}};
static const struct page pages[] = {
	{2, {7}}, {9, {1, 1, 1, 1, 1, 1, 1}}, {LAST, {2, 1, 1, 1, 2}}, {ROWS_2021, {7}}};

/* A row's sum does not hold: of columns down the whole table nothing is known then, and of pages
 * what is not beside that row. */
Test(table_bands, a_sum_that_does_not_hold)
{
	numbers n;
	memcpy(n, plain, sizeof n);
	n[3][2] = n[3][6] = 4;
	expect(n, down, false, ". 0? . . .");
	expect(n, pages, false, "41? . . 44? 1?");
}

/* The rows' sums hold, but those of the columns do not: so nothing is known of the page that has
 * the one that is too large. */
Test(table_bands, columns_that_do_not_add_up)
{
	numbers n;
	memcpy(n, plain, sizeof n);
	n[7][0] = n[7][6] = 112;
	expect(n, down, false, ". 0? . . .");
	expect(n, pages, false, "41? . . 44? 1?");
}

Test(table_bands, columns_behind_one_another)
{
	expect(plain, down, false, ALL);
	expect(plain, down, true, ALL);
}

Test(table_bands, pages_of_several_bands)
{
	expect(plain, pages, false, ALL);
	expect(plain, pages, true, ALL);
}

/* Most rows add up as they were read, but no label says which they are: what the bands say goes. */
Test(table_bands, a_page_of_few_rows)
{
	static const struct page few[] = {{2, {7}}, {4, {1, 1, 1, 1, 1, 1, 1}}, {ROWS_2021, {7}}};
	expect(plain, few, false, ALL);
}

/* Blank lines part the numbers as the bands do: a row that is wrong in the report leaves the others
 * known, and itself. */
Test(table_bands, a_wrong_row_of_parted_bands)
{
	struct buf out = {0};
	numbers n;
	memcpy(n, plain, sizeof n);
	n[3][1] = 2;
	buf_add(&out, STR(HEAD));
	for (size_t r = 0; r < 3; r++)
		for (size_t c = 0; c < COLUMNS; c++)
			buf_addf(&out, "%u\n", n[r][c]);
	for (size_t c = 0; c < COLUMNS; c++)
		for (size_t r = 3; r < ROWS_2021; r++)
			buf_addf(&out, "%s%u\n", r == 3 ? "\n" : "", n[r][c]);
	buf_add(&out, STR("\n五、存在的主要问题及改进情况\n\n无。\n"));
	char *text = buf_take(&out);
	kit_expect_cells(text, LOOKS, "41? 1? 2? 44? 1?");
	free(text);
}

/* A program cuts a page into columns, and part of these into lines again, and part of those into
 * columns. */
Test(table_bands, bands_within_bands)
{
	struct buf out = {0};
	numbers n;
	memcpy(n, plain, sizeof n);
	n[4][2] = n[4][6] = 5;
	n[3][0] = 0;
	n[3][6] = 2;
	n[5][1] = n[5][6] = 1;
	n[LAST - 1][1] = 2;
	n[LAST - 1][2] = 5;
	n[LAST - 1][0] = 40;
	n[LAST - 1][6] = 49;
	n[0][0] = 40;
	n[0][1] = 2;
	n[0][2] = 5;
	n[0][6] = 49;
	buf_add(&out, STR(HEAD));
	for (size_t r = 0; r < ROWS_2021; r++)
		buf_addf(&out, "%u\n", n[r][0]);
	for (size_t r = 0; r < 3; r++)
		for (size_t c = 1; c < COLUMNS - 1; c++)
			buf_addf(&out, "%s%u\n", r + c == 1 ? "\n" : "", n[r][c]);
	for (size_t r = 0; r < 3; r++)
		buf_addf(&out, "%s%u\n", r == 0 ? "\n" : "", n[r][COLUMNS - 1]);
	for (size_t r = 3; r < 9; r++)
		for (size_t c = 1; c < COLUMNS; c++)
			buf_addf(&out, "\n%u\n", n[r][c]);
	for (size_t c = 1; c < COLUMNS; c++)
		for (size_t r = 9; r < ROWS_2021; r++)
			buf_addf(&out, "%s%u\n", r == 9 ? "\n" : "", n[r][c]);
	buf_add(&out, STR("\n五、存在的主要问题及改进情况\n\n无。\n"));
	char *text = buf_take(&out);
	kit_expect_cells(text, LOOKS, "40? 1? 1? 49? 1?");
	free(text);
}

#include "unit/text_kit.h"

Test(text, paragraphs_and_marks)
{
	static const struct kit_row rows[] = {
		{"x", "p(x)"},
		{"\n\n x \n\n", "p(x)"},
		{"甲\n乙\n", "p(甲) p(乙)"},
		{"甲\r乙\r\n丙", "p(甲) p(乙) p(丙)"},
		{"—5—", "m(—5—)"},
		{"甲\n- 12 -\n乙", "p(甲) m(- 12 -) p(乙)"},
		{"－５－", "m(－５－)"},
		{"  5 / 12  ", "m(5 / 12)"},
		{"第 5 页", "m(第 5 页)"},
		{"第5页 共12页", "m(第5页 共12页)"},
		{"第5页，共12页", "m(第5页，共12页)"},
		{"第5页/共12页", "m(第5页/共12页)"},
		{"第页", "p(第页)"},
		{"第五页", "p(第五页)"},
		{"P. 5", "m(P. 5)"},
		{"p5", "m(p5)"},
		{"Page 5 of 12", "m(Page 5 of 12)"},
		{"PAGE 5/12", "m(PAGE 5/12)"},
		{"Page 5 - 2020年报", "m(Page 5 - 2020年报)"},
		{"P5期", "p(P5期)"},
		{"Page", "p(Page)"},
		{"Page 5 of", "p(Page 5 of)"},
		{"p", "p(p)"},
		{"第5页共", "p(第5页共)"},
		{"第5页说明", "p(第5页说明)"},
		{"5", "p(5)"},
		{"- 5", "p(- 5)"},
		{"-12345-", "p(-12345-)"},
		{"- 5 件 -", "p(- 5 件 -)"},
		{"2020-2021", "p(2020-2021)"},
		{"\f", "m()"},
		{"甲\f乙\n\f\n丙", "p(甲) m() p(乙) m() p(丙)"},
		{"\f\f", "m() m()"},
		{"一、总体情况\n　　2021年，本镇公开信息12条。",
			"p(一、总体情况) p(2021年，本镇公开信息12条。)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text, pages)
{
	struct doc *d = kit_doc(STR("甲\n\f乙\n\f丙"));
	static const unsigned pages[] = {1, 2, 2, 3, 3};

	cr_assert_eq(doc_block_count(d), ROWS(pages));
	for (size_t i = 0; i < ROWS(pages); i++)
		cr_expect_eq(doc_block(d, i)->page, pages[i], "block %zu", i);
	doc_free(d);
	d = kit_doc(STR("甲\n— 1 —\n乙"));
	cr_expect_eq(doc_block(d, 0)->page, 0);
	doc_free(d);
}

/* Numbers alone between blank lines, and no others. */
Test(text, counted_pages)
{
	static const struct kit_row rows[] = {
		{"甲\n\n4\n\n乙\n丙\n\n5\n\n丁\n戊\n\n6",
			"p(甲) m(4) p(乙) p(丙) m(5) p(丁) p(戊) m(6)"},
		{"甲\n\n9\n\n乙\n\n丙\n\n10\n\n丙\n12\n\n11\n",
			"p(甲) m(9) p(乙) p(丙) m(10) p(丙) p(12) m(11)"},
		/* too few, too near, or not one by one */
		{"甲\n\n4\n\n乙\n丙\n\n5\n\n丙", "p(甲) p(4) p(乙) p(丙) p(5) p(丙)"},
		{"甲\n\n4\n\n乙\n\n5\n\n丁\n\n6", "p(甲) p(4) p(乙) p(5) p(丁) p(6)"},
		{"甲\n\n4\n\n乙\n丙\n\n5\n\n丁\n戊\n\n5",
			"p(甲) p(4) p(乙) p(丙) p(5) p(丁) p(戊) p(5)"},
		{"甲\n\n4\n\n乙\n丙\n\n5\n\n丁\n戊\n\n6\n\n己\n庚\n\n0\n",
			"p(甲) p(4) p(乙) p(丙) p(5) p(丁) p(戊) p(6) p(己) p(庚) p(0)"},
		/* pages' last lines, whatever other numbers there are; the first may have none */
		{"甲\n\n0\n\n1\n\n\f乙\n\n0\n\n2\n\f",
			"p(甲) p(0) m(1) m() p(乙) p(0) m(2) m()"},
		{"甲\n\n0\n\n\f乙\n\n7\n\f丙\n\n0\n8\n\f丁\n9\n\f",
			"p(甲) p(0) m() p(乙) m(7) m() p(丙) p(0) m(8) m() p(丁) m(9) m()"},
		/* not one by one; two that are not counted from one */
		{"甲\n1\n\f乙\n2\n\f丙\n4\n\f丁\n5\n\f",
			"p(甲) p(1) m() p(乙) p(2) m() p(丙) p(4) m() p(丁) p(5) m()"},
		{"甲\n4\n\f乙\n5\n\f", "p(甲) p(4) m() p(乙) p(5) m()"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

static unsigned random_next(unsigned *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 16;
}

enum { READERS = 11 };

/* Counts the grids of each reader. */
static void count_readers(const struct doc *d, size_t counts[READERS])
{
	static const char *const readers[READERS] = {"pipes", "tabs", "lines", "spaces", "bare",
		"boxes", "fields", "marks", "words", "ruled", "drawn"};

	for (size_t i = 0; i < doc_block_count(d); i++)
		for (size_t k = 0; k < ROWS(readers) && doc_block(d, i)->grid; k++)
			counts[k] += strcmp(doc_block(d, i)->grid->reader, readers[k]) == 0;
}

/* Pieces of text that make runs of one layout, ended by NULL; the last row is what breaks them. */
static const char *const themes[][16] = {
	{"|", "|", " | ", "|\n", "|\n", "\n", "0", "规章", "\\|", "|---|\n", "│"},
	{"\t", "\t", "\t", "\n", "\n", "\n\n", "0", "规章", "三、本年"},
	{"\n\t", "\n\t", "\n\t", "\n\n\t", "\n", "0", "0", "行政\n处罚", "\n\n三、"},
	{"  ", "   ", "　　", "  0", " 0", "  12", "\n", "\n", "规章", "总 计"},
	{"\n0", "\n0", "\n12", "\n/", "\n规章", "\n\n", "\n规章 0 0", " 1", "\n三、收到申请情况"},
	{"\n+---+---+\n| 甲 | 1 |\n| 乙 |  |\n+---+---+\n| 丙 | 2 |\n+---+---+\n", "| 规章 | 0 |\n",
		"| 章 |  |\n", "+---+---+\n", "│ 0 │ 1 │\n", "|"},
	{"\n┌──┬──┬──┐\n│  │乙│1 │\n│甲├──┼──┤\n│  │丙│2 │\n└──┴──┴──┘\n", "\n│甲├──┼──┤\n",
		"\n│  │乙│1 │\n", "\n└──┴──┴──┘\n", "│", "─", "\n", "甲"},
	{",", ",", "0", "规章", "\n", "\n甲,1,2", "\n", "\"", "\"乙\n丙\",3", ";", "1,234"},
	{"，", "：", "；0", "，0", "\n规章：", "\n文件，", "\n", "（", "）", "、1", "3件"},
	{" ", " 0", " 0", " 12", " 规章", " 1.", " 总 计", " 减4", "　7", "\n", " 文件 3"},
	{"\n--- --- ---\n甲  1   2\n乙  3   4\n", "\n=== === ===\n", "甲  ", "1   ", "\n", "\n\n",
		"\n----------\n", "乙丙丁", "\n戊  5   6\n"},
	{"\n", "\r\n", " ", "。", "，", "\n—5—\n", "\f", "\xc2\xa0", "\xef\xbb\xbf", "|", "\t",
		"---", "本年新收政府信息公开申请数量", "#", "a"},
};

static const char *random_piece(const char *const *theme, unsigned *state)
{
	size_t n = 0;

	while (n < ROWS(themes[0]) && theme[n])
		n++;
	return theme[random_next(state) % n];
}

/* Whatever comes, every word is in just one block, and on disk what it is in the text. */
Test(text, random_layouts)
{
	const char *const *noise = themes[ROWS(themes) - 1];
	size_t counts[READERS] = {0};
	unsigned state = 7;

	for (size_t round = 0; round < 5000; round++) {
		const char *const *theme = themes[round % ROWS(themes)];
		unsigned calm = 4 + random_next(&state) % 40;
		struct buf bytes = {0};

		buf_addc(&bytes, 'x');
		for (size_t n = 8 + random_next(&state) % 160; n > 0; n--)
			buf_adds(&bytes,
				random_piece(random_next(&state) % calm ? theme : noise, &state));
		struct doc *d = kit_doc(buf_str(&bytes));

		kit_check(d, bytes.p);
		count_readers(d, counts);
		doc_free(d);
		buf_free(&bytes);
	}
	for (size_t k = 0; k < ROWS(counts); k++)
		cr_expect(counts[k] >= 200, "reader %zu made but %zu grids", k, counts[k]);
}

/* Bytes without sense: refused or taken, and if taken, wholly. */
Test(text, random_bytes)
{
	unsigned state = 11;

	for (size_t round = 0; round < 4000; round++) {
		struct buf bytes = {0};
		struct err err = {0};
		unsigned low = round % 3 ? 1 : 0, high = round % 2 ? 0x80 : 0x100;

		for (size_t n = random_next(&state) % 64; n > 0; n--)
			buf_addc(&bytes, (char)(low + random_next(&state) % (high - low)));
		struct doc *d = import_bytes("random", &bytes, NULL, &err);

		if (d)
			kit_check(d, "random");
		cr_expect(d || err.kind != ERR_NONE);
		doc_free(d);
	}
}

/* Sizes no report has: each in a moment, and wholly or with the reason why not. */
Test(text, without_end, .timeout = 180)
{
	static const struct {
		const char *before, *again, *after;
		size_t times;
		const char *told; /* NULL: it is read */
	} rows[] = {
		{"", "a", "", 1000000, NULL},
		{"", "　", "a", 300000, NULL},
		{"", "|", "", 1000000, "4096 columns"},
		{"", "|0", "|\n|1|\n", 500000, "4096 columns"},
		{"", "\t", "x\n\t\t\t1\n", 1000000, "4096 columns"},
		{"", "0\t", "\n1\t2\n", 500000, "4096 columns"},
		{"", "0  ", "\n1  2\n", 400000, "4096 columns"},
		{"", "\t0\n", "", 400000, "65536 lines"},
		{"", "\t\n", "x", 400000, "65536 lines"},
		{"", "\t0", "\n", 400000, "4096 columns"},
		{"", "0\n", "", 400000, "65536 lines"},
		{"", "规章\n", "", 200000, NULL},
		{"规章\n", "\n", "0\n", 500000, NULL},
		{"", "三、本年度办理结果\n", "0\n", 100000, NULL},
		{"", "0 |\n\n", "", 200000, "65536 lines"},
		{"", "| 0 | 1 |\n", "", 200000, "65536 lines"},
		{"", "| 甲\n乙 | 1 |\n", "", 100000, "65536 lines"},
		{"", "甲\n|\n", "", 100000, "65536 lines"},
		{"", "甲 |\n0\n", "", 100000, "65536 lines"},
		{"", "甲 | 乙\n丙\n", "", 100000, "65536 lines"},
		{"", "甲  0\n", "", 200000, "65536 lines"},
		{"", "甲  0\n\n", "", 200000, "65536 lines"},
		{"", "\f", "", 200000, NULL},
		{"", "—5—\n", "", 100000, NULL},
		{"", "0\n—5—\n", "", 100000, NULL},
		{"", "x\ty\nz\n\n", "", 100000, NULL},
		{"", "规章\t。\n", "", 100000, NULL},
		{"", "\t规章。\n", "", 100000, NULL},
		{"", "规章 | \n\n", "", 100000, "65536 lines"},
		{"", "甲  乙\n", "", 200000, NULL},
		{"", "0,", "\n1,2\n", 5000, "4096 columns"},
		{"", "申请人、", "好。\n", 5000, NULL},
		{"", "|0", "|\n|1|\n", 4000, NULL},
		{"", "0\t", "\n1\t2\n", 4000, NULL},
		{"", "0  ", "\n1  2\n", 4000, NULL},
		{"", "| 0 | 1 |\n", "", 65536, NULL},
		{"", "甲  0\n", "", 65536, NULL},
		{"", "甲\t0\n", "", 65536, NULL},
		{"", "甲\t0\n", "", 65537, "65536 lines"},
		{"", "0\n", "", 65536, NULL},
		{"", "0\n", "", 65537, "65536 lines"},
		/* tables, each of its own, with more cells than all reports of a county */
		{"",
			"| 甲 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n| 乙 | 1 | 2 | 3 | 4 | 5 | 6 | 7 "
			"|\n一、好。\n",
			"", 65500, NULL},
		{"",
			"| 甲 | 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n| 乙 | 1 | 2 | 3 | 4 | 5 | 6 | 7 "
			"|\n一、好。\n",
			"", 65600, "more table cells"},
		{"", "甲,乙\n", "", 200000, NULL},
		{"", "甲,1\n", "", 200000, "65536 lines"},
		{"", "甲,1\n乙;2\n", "", 100000, "65536 lines"},
		{"", "\"甲,1\n", "", 200000, "65536 lines"},
		{"", "\"\n", "", 400000, NULL},
		{"", "\"\"", ",1\n", 400000, NULL},
		{"", "，", "", 400000, "4096 columns"},
		{"", "甲：1\n", "", 200000, NULL},
		{"", "甲：1；2\n", "", 200000, "65536 lines"},
		{"", "自然人\n", "甲：1；2\n", 200000, NULL},
		{"", "（，0", "\n", 200000, "4096 columns"},
		{"", "甲 1 ", "", 200000, NULL},
		{"", "甲 1 2 乙 3 4 丙 5 6 丁 7 8\n", "", 30000, NULL},
		{"", "+---+\n", "", 200000, NULL},
		{"", "+---+\n| 甲 | 1 |\n", "", 100000, "65536 lines"},
		{"+---+\n", "| 甲 | 乙 |\n", "+---+\n", 200000, "65536 lines"},
		{"", "+---+\n| 甲 | 1 |\n| 乙 |  |\n", "+---+\n", 50000, "65536 lines"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf bytes = {0};
		struct err err = {0};
		char name[32];

		buf_adds(&bytes, rows[i].before);
		for (size_t n = rows[i].times; n > 0; n--)
			buf_adds(&bytes, rows[i].again);
		buf_adds(&bytes, rows[i].after);
		struct doc *d = import_bytes("kit", &bytes, NULL, &err);

		snprintf(name, sizeof name, "row %zu", i);
		cr_expect_eq(d == NULL, rows[i].told != NULL, "row %zu: %s", i, err.text);
		if (!d) {
			cr_expect_eq(err.kind, ERR_LIMIT, "row %zu", i);
			cr_expect(strstr(err.text, rows[i].told ? rows[i].told : ""), "row %zu: %s",
				i, err.text);
			continue;
		}
		cr_expect_gt(doc_block_count(d), 0, "row %zu", i);
		kit_check(d, name);
		doc_free(d);
	}
}

/* A few quoted lines are no mail's. */
Test(text, quoted_in_part)
{
	static const struct kit_row rows[] = {
		{">", "p(>)"},
		{"> 甲\n>> 乙", "p(> 甲) p(>> 乙)"},
		{"好：\n\n> 甲\n> > 乙\n>丙", "p(好：) p(> 甲) p(> > 乙) p(>丙)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

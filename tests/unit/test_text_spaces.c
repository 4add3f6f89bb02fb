#include "unit/text_kit.h"

#include "base/utf8.h"

Test(text_spaces, rows)
{
	static const struct kit_row rows[] = {
		{"甲  1", "p(甲  1)"},
		{"甲  1\n乙  2", "p(甲  1) p(乙  2)"},
		{"甲  乙  丙\n丁  戊  己\n庚  辛  壬", "p(甲  乙  丙) p(丁  戊  己) p(庚  辛  壬)"},
		{"甲  1\n乙  2\n丙  3", "spaces{甲 | 1 / 乙 | 2 / 丙 | 3}"},
		{"甲  1  2\n乙  3  4", "spaces{甲 | 1 | 2 / 乙 | 3 | 4}"},
		{"0  0  0  0  0", "spaces{0 | 0 | 0 | 0 | 0}"},
		{"甲　1\n乙　2\n丙　3", "spaces{甲 | 1 / 乙 | 2 / 丙 | 3}"},
		/* a blank before the unit */
		{"采购      2  33 万元\n收费         4 万元\n罚款      5   6 万元",
			"spaces{采购 | 2 | 33 万元 / 收费 | ~ | 4 万元 / 罚款 | 5 | 6 万元}"},
		/* an empty place stays empty; an empty cell it is where full rows agree */
		{"甲  1  2  3\n乙     4\n丙        5\n",
			"spaces{甲 | 1 | 2 | 3 / 乙 | . | 4 / 丙 | . | . | 5}"},
		{"甲  1  2  3\n乙     4\n丙        5\n丁  6  7  8\n",
			"spaces{甲 | 1 | 2 | 3 / 乙 | ~ | 4 | ~ / 丙 | ~ | ~ | 5 / 丁 | 6 | 7 | "
			"8}"},
		/* numbers of several lengths line up on either side or in the middle */
		{"甲      1   20\n乙  12345    7\n丙     12  300",
			"spaces{甲 | 1 | 20 / 乙 | 12345 | 7 / 丙 | 12 | 300}"},
		/* words over a number are of its column */
		{"内容  制发  现行\n规章   0     2\n文件   1     3",
			"spaces{内容 | 制发 | 现行 / 规章 | 0 | 2 / 文件 | 1 | 3}"},
		/* words over no number have a column of their own */
		{"规章  0  0\n文件  0  0     备注\n许可  0  0",
			"spaces{规章 | 0 | 0 | ~ / 文件 | 0 | 0 | 备注 / 许可 | 0 | 0 | ~}"},
		/* headings whose column is empty, or flush with the other side of their numbers;
		   one over several columns is none of its own */
		{"      个人  组织            总计\n            企业  院所  其他\n新收  3          "
		 "             3\n"
		 "结转  1                 2     3\n总计  4                 2     6",
			"spaces{. | 个人 | 组织 | . | . | 总计 / . | . | 企业 | 院所 | 其他 / "
			"新收 | 3 | ~ | ~ | ~ | 3 / 结转 | 1 | ~ | ~ | 2 | 3 / 总计 | 4 | ~ | ~ | "
			"2 | 6}"},
		{"      上年项目   增减    处理决定\n规章         5      -3           0\n"
		 "文件         0       0           7\n许可                12           1",
			"spaces{. | 上年项目 | 增减 | 处理决定 / 规章 | 5 | -3 | 0 / 文件 | 0 | 0 "
			"| 7 / "
			"许可 | ~ | 12 | 1}"},
		/* labels side by side look like a title */
		{"一、新收的申请                   1  2\n三、本年度办理结果  （一）予以公开\n"
		 "                    （二）部分   1  2\n四、结转下年度                   1  2",
			"spaces{一、新收的申请 | . | 1 | 2 / 三、本年度办理结果 | （一）予以公开 / "
			". | （二）部分 | 1 | 2 / 四、结转下年度 | . | 1 | 2}"},
		/* labels in several columns, one of them over lines */
		{"（一）公开              0   0\n（二）不予  1.属于秘密    0   0\n"
		 "公开     2.属于内部    0   1\n四、结转                0   0",
			"spaces{（一）公开 | . | 0 | 0 / （二）不予 | 1.属于秘密 | 0 | 0 / "
			"公开 | 2.属于内部 | 0 | 1 / 四、结转 | . | 0 | 0}"},
		{"行政许可    1   2\n其他对外管理\n服务事项    3   4",
			"spaces{行政许可 | 1 | 2 / 其他对外管理 / 服务事项 | 3 | 4}"},
		/* a word spread over its cell; numbers one blank apart */
		{"内容  总 计\n规章   0 0\n文件   1 2\n许可   3 4",
			"spaces{内容 | 总 计 / 规章 | 0 | 0 / 文件 | 1 | 2 / 许可 | 3 | 4}"},
		{"总   计  0\n规   章  0\n文   件  0",
			"spaces{总   计 | 0 / 规   章 | 0 / 文   件 | 0}"},
		/* a label as long as its column is wide */
		{"（一）公开          1  2  3  4\n（二）部分（其他人） 5  6  7  8\n"
		 "三、结转            1  2  3  4",
			"spaces{（一）公开 | 1 | 2 | 3 | 4 / （二）部分（其他人） | 5 | 6 | 7 | 8 "
			"/ "
			"三、结转 | 1 | 2 | 3 | 4}"},
		/* and numbers with their units, blanks before these or not */
		{"（一）公开          1件  2件  3件  4件\n（二）部分（其他人） 0件  6件  7件  8件\n"
		 "（三）不予（其他人） 5 件  6件  7件  8件\n三、结转            1件  2件  3件  4件",
			"spaces{（一）公开 | 1件 | 2件 | 3件 | 4件 / （二）部分（其他人） | 0件 | "
			"6件 | 7件 | 8件 / （三）不予（其他人） | 5 件 | 6件 | 7件 | 8件 / "
			"三、结转 | 1件 | 2件 | 3件 | 4件}"},
		/* blank lines between rows */
		{"甲  1\n\n乙  2\n\n\n丙  3", "spaces{甲 | 1 / 乙 | 2 / 丙 | 3}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_spaces, where_a_grid_ends)
{
	static const struct kit_row rows[] = {
		{"二、  主动公开情况\n甲  1\n乙  2\n丙  3\n三、收到申请情况",
			"p(二、  主动公开情况) spaces{甲 | 1 / 乙 | 2 / 丙 | 3} "
			"p(三、收到申请情况)"},
		{"甲  1  2\n乙  3  4\n\n\n\n\n某镇人民政府  一月",
			"spaces{甲 | 1 | 2 / 乙 | 3 | 4} p(某镇人民政府  一月)"},
		{"甲  1  2\n乙  3  4\n无\n", "spaces{甲 | 1 | 2 / 乙 | 3 | 4} p(无)"},
		{"甲  1  2\n乙  3  4\n\f丙  5\n无",
			"spaces{甲 | 1 | 2 / 乙 | 3 | 4} m() spaces{丙 | 5} p(无)"},
		{"甲  1  2\n乙  3  4\n我镇  很好。\n丙  5",
			"spaces{甲 | 1 | 2 / 乙 | 3 | 4} p(我镇  很好。) p(丙  5)"},
		{"2020 年，  我镇做了  3 件事。\n2019 年，  我镇做了  2 件事。",
			"p(2020 年，  我镇做了  3 件事。) p(2019 年，  我镇做了  2 件事。)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* measure: display columns with quotes so many wide; 0: characters. */
static void add_padded(struct buf *out, const char *text, size_t width, int measure)
{
	struct str s = str_of(text);
	size_t length = measure ? utf8_columns(s, measure) : utf8_count(s);

	buf_add(out, s);
	for (; length < width; length++)
		buf_addc(out, ' ');
}

/* Tools line columns up by display columns or by characters; all read as the same table. */
Test(text_spaces, any_measure)
{
	static const char *const cells[][5] = {
		{"信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "备注"},
		{"规章", "0", "0", "0", ""},
		{"行政规范性文件", "12", "", "120", ""},
		{"其他对外管理服务事项", "3", "0", "4", ""},
		{"“ABC”类", "", "0", "", ""},
		{"总计", "15", "0", "124", "无"},
	};
	static const char wanted[] = "spaces{信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 "
				     "| 备注 / 规章 | 0 | 0 | 0 | ~ / "
				     "行政规范性文件 | 12 | ~ | 120 | ~ / 其他对外管理服务事项 | "
				     "3 | 0 | 4 | ~ / “ABC”类 | ~ | 0 | ~ | ~ / "
				     "总计 | 15 | 0 | 124 | 无}";

	for (int measure = 0; measure < 3; measure++) {
		struct buf text = {0};

		for (size_t row = 0; row < ROWS(cells); row++) {
			for (size_t col = 0; col < ROWS(cells[0]); col++)
				add_padded(&text, cells[row][col], col ? 15 : 24, measure);
			buf_addc(&text, '\n');
		}
		kit_expect((size_t)measure, text.p, wanted);
		buf_free(&text);
	}
}

/* Where the numbers line up by no measure, their order in full rows is what counts. */
Test(text_spaces, ragged)
{
	kit_expect(0,
		"信息内容    制发  废止  现行\n规章  0  0  0\n行政规范性文件          1  2  "
		"3\n其他          4  5  6\n",
		"spaces{信息内容 | 制发 | 废止 | 现行 / 规章 | 0 | 0 | 0 / 行政规范性文件 | 1 | 2 "
		"| 3 / 其他 | 4 | 5 | 6}");
}

/* Labels of different lengths with as many blanks behind each: the numbers below one another are so
 * by chance. */
Test(text_spaces, equal_gaps_hold_no_columns)
{
	static const struct kit_row rows[] = {
		{"行政许可  1  2  3\n其他对外服务  4  5\n收费  6  7  8\n行政处罚  9  0",
			"p(行政许可  1  2  3) p(其他对外服务  4  5) p(收费  6  7  8) p(行政处罚  9 "
			" 0)"},
		{"规章  166\n行政规范性文件  101\n行政许可  77\n收费  5",
			"p(规章  166) p(行政规范性文件  101) p(行政许可  77) p(收费  5)"},
		{"名称  本年制发  本年废止\n规章  166\n规范性文件  101\n行政许可  77  5",
			"p(名称  本年制发  本年废止) p(规章  166) p(规范性文件  101) p(行政许可  "
			"77 "
			" 5)"},
		{"行政许可      1  2  3\n其他对外服务  4  5\n收费          6  7  8\n行政处罚      "
		 "9  0",
			"spaces{行政许可 | 1 | 2 | 3 / 其他对外服务 | 4 | 5 | ~ / 收费 | 6 | 7 | 8 "
			"/ "
			"行政处罚 | 9 | 0 | ~}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Columns that headings show where no row has a number in each, and numbers beside their column. */
/* Short headings in the middle of columns whose numbers are flush with the right side. */
Test(text_spaces, headings_next_to_their_columns)
{
	static const struct kit_row rows[] = {
		{"         自然人                         总计\n"
		 "                  商业企业  科研机构\n"
		 "新收           0         0         0         0\n"
		 "结转           1         2         3         6\n",
			"spaces{. | 自然人 | . | . | 总计 / . | . | 商业企业 | 科研机构 / "
			"新收 | 0 | 0 | 0 | 0 / 结转 | 1 | 2 | 3 | 6}"},
		/* as far from one as from another */
		{"         自然人      其他               总计\n"
		 "                            科研机构\n"
		 "新收           0                   0         0\n"
		 "结转           1                   3         4\n",
			"spaces{. | 自然人 | 其他 | . | 总计 / . | . | . | 科研机构 / "
			"新收 | 0 | ~ | 0 | 0 / 结转 | 1 | ~ | 3 | 4}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Headings in the middle of wide cells, whose numbers are flush with the left side, or the right:
 * as many as columns, each between its neighbours, they are theirs in order. */
Test(text_spaces, headings_paired_with_numbers)
{
	static const struct kit_row rows[] = {
		{"      信息内容        本年制发件数        本年废止件数        现行有效件数\n"
		 "规章            0                   0                   0\n"
		 "规范性文件      8                   5                   34\n",
			"spaces{信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 / "
			"规章 | 0 | 0 | 0 / 规范性文件 | 8 | 5 | 34}"},
		/* over two lines, with a row's title, and another section below */
		{"                       第二十条第（一）项\n"
		 "      信息内容        本年制              本年废              现行有\n"
		 "                      发件数              止件数              效件数\n"
		 "规章            0                   0                   0\n"
		 "规范性文件      8                   5                   34\n"
		 "                       第二十条第（五）项\n"
		 "      信息内容                            处理决定数量\n"
		 "行政许可        579\n",
			"p(第二十条第（一）项) spaces{"
			"信息内容 | 本年制 | 本年废 | 现行有 / . | 发件数 | 止件数 | 效件数 / "
			"规章 | 0 | 0 | 0 / 规范性文件 | 8 | 5 | 34 / . | 第二十条第（五）项 / "
			"信息内容 | 处理决定数量 / 行政许可 | 579}"},
		/* a column without numbers: which of them it is nothing says */
		{"      信息内容        本年制发件数        本年废止件数        现行有效件数\n"
		 "规章            0                   0\n"
		 "规范性文件      8                   5\n",
			"spaces{. | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 / "
			"规章 | 0 | 0 | ~ | ~ / 规范性文件 | 8 | 5 | ~ | ~}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* A letter before the numbers is what is left of a label; behind one it is a word for nothing. */
Test(text_spaces, letters_alone)
{
	static const struct kit_row rows[] = {
		{"     7、属于行政执法案\n"
		 "                    卷   2   0   7\n"
		 "     8、属于行政查询     5   无   4\n"
		 "     其他                1   2   3\n",
			"p(7、属于行政执法案) spaces{卷 | 2 | 0 | 7 / 8、属于行政查询 | 5 | 无 | 4 "
			"/ "
			"其他 | 1 | 2 | 3}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Parts of a table with headings of their own: each has the columns that those tell. */
Test(text_spaces, parts_with_their_own_columns)
{
	static const struct kit_row rows[] = {
		{"          信息内容           本年新制作数量        本年新公开数量        "
		 "对外公开总数量\n"
		 "    规章                           0                     0                     "
		 "0\n"
		 "    规范性文件                     0                     0                     "
		 "0\n"
		 "                                      第二十条第（八）项\n"
		 "          信息内容           上一年项目数量                     本年增/减\n"
		 "    行政事业性收费                 0                                0\n",
			"spaces{信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 / "
			"规章 | 0 | 0 | 0 / 规范性文件 | 0 | 0 | 0 / "
			". | 第二十条第（八）项 / 信息内容 | 上一年项目数量 | 本年增/减 / "
			"行政事业性收费 | 0 | 0}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_spaces, columns_under_their_headings)
{
	static const struct kit_row rows[] = {
		/* a label as wide as its column moves the number behind it */
		{"项目      自然人  企业  总计\n甲        1       2     3\n乙乙乙乙乙  4     5     "
		 "9\n"
		 "丙        6       7     13",
			"spaces{项目 | 自然人 | 企业 | 总计 / 甲 | 1 | 2 | 3 / 乙乙乙乙乙 | 4 | 5 "
			"| 9 / "
			"丙 | 6 | 7 | 13}"},
		/* rows of two numbers in other columns, all in line */
		{"项目  制发件数  废止件数  有效件数\n甲甲  1         2\n乙乙            3         "
		 "4\n丙丙  5"
		 "                   6",
			"spaces{项目 | 制发件数 | 废止件数 | 有效件数 / 甲甲 | 1 | 2 | ~ / 乙乙 | "
			"~ | 3 | 4 / "
			"丙丙 | 5 | ~ | 6}"},
		/* one row of numbers, under many headings */
		{"甲甲  乙乙  丙丙  丁丁  戊戊  己己  庚庚  辛辛\n      1                       3",
			"spaces{甲甲 | 乙乙 | 丙丙 | 丁丁 | 戊戊 | 己己 | 庚庚 | 辛辛 / "
			". | 1 | ~ | ~ | ~ | 3 | ~ | ~}"},
		{"甲甲  乙乙  丙丙\n      1         3", "p(甲甲  乙乙  丙丙) p(1         3)"},
		/* a word for nothing among numbers */
		{"甲甲  1  2  3\n乙乙  无  5  无\n丙丙  7  无  9",
			"spaces{甲甲 | 1 | 2 | 3 / 乙乙 | 无 | 5 | 无 / 丙丙 | 7 | 无 | 9}"},
		/* letters spread over their cells, which are further apart than they */
		{"项目  尚 未 审 结    总 计  其 他\n甲甲  1              2      3\n"
		 "乙乙  4              5      6\n丙丙  7              8      9",
			"spaces{项目 | 尚 未 审 结 | 总 计 | 其 他 / 甲甲 | 1 | 2 | 3 / 乙乙 | 4 | "
			"5 | 6 / "
			"丙丙 | 7 | 8 | 9}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* A number broken in a cell too narrow for it: what is whole in the row is sure, and so is a row
 * whose number cannot be the rest of what is above it. */
struct unsure_row {
	const char *text;
	size_t unsure;
};

static void expect_unsure(const struct unsure_row *rows, size_t n_rows)
{
	for (size_t i = 0; i < n_rows; i++) {
		struct doc *d = kit_doc(str_of(rows[i].text));
		struct buf dump = {0};
		size_t n = 0;

		doc_dump(d, &dump);
		for (size_t at = 0; (at = str_find(buf_str(&dump), STR(" unsure"), at)) != STR_NONE;
			at++)
			n++;
		cr_expect_eq(n, rows[i].unsure, "row %zu: %zu unsure\n%s", i, n, dump.p);
		buf_free(&dump);
		doc_free(d);
	}
}

Test(text_spaces, numbers_broken_over_lines)
{
	static const struct unsure_row rows[] = {
		{"新收          5   6   7\n结转          1   2   3\n总计          6   8  10\n", 0},
		{"新收          5   6   7\n                    266\n结转          1   2   8\n", 1},
		{"新收          5   6   7\n结转          1   2 266\n                      8\n总计  "
		 "        6   8  "
		 "10\n",
			1},
		{"新收          5   6   7\n                      8\n结转          1   2 266\n", 0},
	};

	expect_unsure(rows, ROWS(rows));
}

/* A label that ends in a number, but a blank before it: who knows that the first cell is empty. */
Test(text_spaces, a_label_took_the_first_number)
{
	static const struct unsure_row rows[] = {
		{"甲甲甲甲    1   2   3\n乙乙乙乙乙乙 4  5   6\n丙丙丙丙    7   8   9\n", 1},
		{"甲甲甲甲    1   2   3\n乙乙乙乙        5   6\n丙丙丙丙    7   8   9\n", 0},
		{"甲甲 2021   1   2   3\n乙乙 2022   4   5   6\n丙丙 2023   7   8   9\n", 0},
	};

	expect_unsure(rows, ROWS(rows));
}

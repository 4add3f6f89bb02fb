#include "unit/text_kit.h"

Test(text_ruled, too_little)
{
	static const struct kit_row rows[] = {
		{"--- --- ---", "p(--- --- ---)"},
		{"--- --- ---\n--- --- ---", "p(--- --- ---) p(--- --- ---)"},
		{"甲  乙  丙\n--- --- ---", "p(甲  乙  丙) p(--- --- ---)"},
		/* one row, no values, two columns */
		{"--- --- ---\n甲  1   2", "p(--- --- ---) p(甲  1   2)"},
		{"--- --- ---\n甲  乙  丙\n丁  戊  己",
			"p(--- --- ---) p(甲  乙  丙) p(丁  戊  己)"},
		{"--- ---\n甲  1\n乙  2", "p(--- ---) p(甲  1) p(乙  2)"},
		/* a rule between paragraphs */
		{"----------\n收到12 件\n办结12 件\n----------",
			"p(----------) p(收到12 件) p(办结12 件) p(----------)"},
		/* two rows of nothing right below */
		{"=== === ===\n\n\n甲  1   2\n乙  3   4\n\n\n", "p(=== === ===) spaces{}"},
		/* signs that are no dashes, or of two kinds */
		{"--- === ---\n甲  1   2\n乙  3   4", "p(--- === ---) p(甲  1   2) p(乙  3   4)"},
	};

	kit_refuse_rows(rows, ROWS(rows), "ruled");
}

Test(text_ruled, rows)
{
	static const struct kit_row rows[] = {
		{"类别 数  次\n---- --- ---\n规章 1   2\n文件     3\n\n好。",
			"ruled{类别 | 数 | 次 / 规章 | 1 | 2 / 文件 | ~ | 3} p(好。)"},
		/* a row of nothing right below the dashes */
		{"=== === ===\n\n甲  1   2\n乙  3   4\n\n\n", "ruled{甲 | 1 | 2 / 乙 | 3 | 4}"},
		/* reST: a rule above, between and below */
		{"==== === ===\n类别 数  次\n==== === ===\n规章 1   2\n文件     3\n==== === "
		 "===\n好。",
			"ruled{类别 | 数 | 次 / 规章 | 1 | 2 / 文件 | ~ | 3} p(好。)"},
		/* no headings */
		{"---- --- ---\n规章 1   2\n文件     3\n---- --- ---",
			"ruled{规章 | 1 | 2 / 文件 | ~ | 3}"},
		/* cells over lines, rows between blank lines */
		{"------------\n类别 数  次\n别\n---- --- ---\n行政 1   2\n许可\n\n文件     "
		 "3\n------------",
			"ruled{类别 | 数 | 次 / 别 | ~ | ~ / 行政 | 1 | 2 / 许可 | ~ | ~ / 文件 | "
			"~ | "
			"3}"},
		/* nothing tells that the rows run over lines */
		{"------------\n类别 数  次\n---- --- ---\n行政 1   2\n文件     3\n------------",
			"ruled{类别 | 数 | 次 / 行政 | 1 | 2 / 文件 | ~ | 3}"},
		/* between rules all cells may be empty, not below dashes alone */
		{"------------\n类别 数  次\n---- --- ---\n行政        \n\n文件\n------------",
			"ruled{类别 | 数 | 次 / 行政 | ~ | ~ / 文件 | ~ | ~}"},
		{"类别 数  次\n---- --- ---\n行政\n文件\n\n好。",
			"p(类别 数  次) p(---- --- ---) p(行政) p(文件) p(好。)"},
		/* numbers to the right, the last column wider than its dashes */
		{"---- --- ---\n规章   1 12345\n文件  12   3",
			"ruled{规章 | 1 | 12345 / 文件 | 12 | 3}"},
		/* a mark that shows nothing, padded as if it were one wide, or as nothing */
		{"---- --- ---\n规章 1\ufeff  2\n文件 3   4\n\n好。",
			"ruled{规章 | 1 | 2 / 文件 | 3 | 4} p(好。)"},
		{"---- --- ---\n规章 1\ufeff   2\n文件 3   4\n\n好。",
			"ruled{规章 | 1 | 2 / 文件 | 3 | 4} p(好。)"},
		/* reST: a backslash before a row whose first cell is empty */
		{"==== === ===\n规章 1   2\n\\    3   4\n==== === ===",
			"ruled{规章 | 1 | 2 / ~ | 3 | 4}"},
		{"---- --- ---\n规章 1   2\n\\    3   4\n---- --- ---",
			"ruled{规章 | 1 | 2 / \\ | 3 | 4}"},
		/* a blank line ends it, whatever comes then */
		{"甲   乙  丙\n---- --- ---\n规章 1   2\n文件     3\n\n丁   戊  己\n---- --- "
		 "---\n许可 4   "
		 "5\n处罚 6   7",
			"ruled{甲 | 乙 | 丙 / 规章 | 1 | 2 / 文件 | ~ | 3} ruled{丁 | 戊 | 己 / "
			"许可 | "
			"4 | 5 / 处罚 | 6 | 7}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Quotes are as wide as the numbers stand in line, and as the table goes on. */
Test(text_ruled, quotes)
{
	static const struct kit_row rows[] = {
		{"------ ---- ----\n乙     3    4\n“甲” 1    2\n丙     5    6",
			"ruled{乙 | 3 | 4 / “甲” | 1 | 2 / 丙 | 5 | 6}"},
		{"------ ---- ----\n乙     3    4\n“甲”   1    2\n丙     5    6",
			"ruled{乙 | 3 | 4 / “甲” | 1 | 2 / 丙 | 5 | 6}"},
		{"------ ---- ----\n乙     3    4\n丁     7    8\n“甲甲” 1    2\n丙     5    6",
			"ruled{乙 | 3 | 4 / 丁 | 7 | 8 / “甲甲” | 1 | 2 / 丙 | 5 | 6}"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct doc *d = kit_doc(str_of(rows[i].text));
		const struct grid *g = doc_block(d, 0)->grid;

		kit_expect(i, rows[i].text, rows[i].blocks);
		for (size_t c = 0; g && c < g->n; c++)
			cr_expect(!g->cells[c].unsure, "row %zu", i);
		doc_free(d);
	}
}

/* What stands between two columns is cut by nobody. */
Test(text_ruled, words_across_columns)
{
	static const struct kit_row row = {
		"---- --- ---\n规章 1   2\n其他规章 3   4\n文件 5   6", NULL};

	kit_refuse_rows(&row, 1, "ruled");
}

static void expect_bounded(const char *begin, const char *line, size_t n)
{
	struct buf bytes = {0};

	buf_adds(&bytes, begin);
	for (size_t i = 0; i < n; i++)
		buf_adds(&bytes, line);
	struct doc *d = kit_doc(buf_str(&bytes));

	cr_expect(doc_block_count(d) > 0);
	doc_free(d);
	buf_free(&bytes);
}

Test(text_ruled, bounded)
{
	expect_bounded("", "-- ", 200000);
	expect_bounded("", "--- --- ---\n", 30000);
	expect_bounded("--- --- ---\n", "甲  1   2\n", 60000);
	expect_bounded("--- --- ---\n", "甲  1   2\n--- --- ---\n", 20000);
	expect_bounded("", "甲  1   2\n\n--- --- ---\n", 20000);
}

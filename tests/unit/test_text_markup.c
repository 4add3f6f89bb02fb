/* Tables in the markup of wikis and of typesetting. */
#include "unit/text_kit.h"

Test(text_markup, latex_too_little)
{
	static const struct kit_row rows[] = {
		{"\\begin{tabular}", "p(\\begin{tabular})"},
		{"\\begin{tabular}{ll}\n\\end{tabular}",
			"p(\\begin{tabular}{ll}) p(\\end{tabular})"},
		{"\\begin{tabular}{ll\n甲 & 1 \\\\", "p(\\begin{tabular}{ll) p(甲 & 1 \\\\)"},
		{"\\begin{tabular}{ll}\n甲 & 1 \\\\\n\\end{tabular}",
			"p(\\begin{tabular}{ll}) p(甲 & 1 \\\\) p(\\end{tabular})"},
		{"\\begin{tabular}{l}\n\\multicolumn{\n\\\\\n\\multirow{}{}{\n\\\\",
			"p(\\begin{tabular}{l}) p(\\multicolumn{) p(\\\\) p(\\multirow{}{}{) "
			"p(\\\\)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_markup, latex)
{
	static const struct kit_row rows[] = {
		{"好。\n\\begin{tabular}{|l|l|}\n\\hline\n甲 & 1 \\\\\n\\hline\n乙 & \\\\ "
		 "\\hline\n\\end{tabular}\n好。",
			"p(好。) latex{甲 | 1 / 乙 | ~} p(好。)"},
		{"\\begin{longtable}[c]{@{}ll@{}}\n\\toprule\n甲 & $-1$ \\\\ "
		 "\\cmidrule(lr){1-2}\n\\textbf{乙} & "
		 "\\textbf{2}\n\\end{longtable}",
			"latex{甲 | -1 / 乙 | 2}"},
		{"\\begin{tabular}{lll}\n\\multicolumn{2}{c}{甲} & \\multirow{2}{*}{1} \\\\\n乙 & "
		 "丙 & \\\\\n"
		 "\\multirow{2}{2cm}{\\centering 丁} & 3 & 4 \\\\\n & 5 & 6 \\\\\n\\end{tabular}",
			"latex{甲 | . | 1 / 乙 | 丙 / 丁 | 3 | 4 / . | 5 | 6}"},
		/* a row over lines, a cell over lines, signs that are text */
		{"\\begin{tabular}{ll}\n甲\n & 1 \\\\\n\\makecell{乙\\\\丙} & 5\\% \\\\\n丁\\&戊 & "
		 "2 \\\\\n\\end{tabular}",
			"latex{甲 | 1 / 乙 | 5\\% / 丙 / 丁\\&戊 | 2}"},
		/* cut */
		{"\\begin{tabular}{ll}\n甲 & 1 \\\\\n乙 & 2 \\\\\n丙 & 3",
			"latex{甲 | 1 / 乙 | 2} p(丙 & 3)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_markup, wiki)
{
	static const struct kit_row rows[] = {
		{"{|", "p({|)"},
		{"{|\n|}", "pipes{{ / }}"},
		{"{| class=\"wikitable\"\n|+ 表\n|-\n! 甲 !! 乙\n|-\n| 丙 || 1\n|-\n| 丁\n| "
		 "\n|}\n好。",
			"mediawiki{甲 | 乙 / 丙 | 1 / 丁 | ~} p(好。)"},
		{"{|\n! rowspan=\"2\" | 甲\n! colspan=2 | 乙\n|-\n| 1 || style=\"a\" | 2\n|-\n| "
		 "丙 || '''3''' || -4\n|}",
			"mediawiki{甲 | 乙 / . | 1 | 2 / 丙 | 3 | -4}"},
		/* cut */
		{"{|\n|甲||1\n|-\n|乙||2\n== 三、情况 ==",
			"mediawiki{甲 | 1 / 乙 | 2} p(== 三、情况 ==)"},
		/* words of a heading's look within a cell */
		{"{|\n|\n一、甲\n| 1\n|-\n|\n二、乙\n| 2\n|}",
			"mediawiki{一、甲 | 1 / 二、乙 | 2}"},
		/* cut before another that is not */
		{"{|\n|甲||1\n|-\n|乙||2\n三、丙\n{|\n|丁||1\n|-\n|戊||2\n|}",
			"mediawiki{甲 | 1 / 乙 | 2} p(三、丙) mediawiki{丁 | 1 / 戊 | 2}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_markup, asciidoc)
{
	static const struct kit_row rows[] = {
		{"|===", "p(|===)"},
		{"|===\n|===", "p(|===) p(|===)"},
		{"|===\n|甲 |1\n|乙 |2\n|===\n好。", "asciidoc{甲 | 1 / 乙 | 2} p(好。)"},
		/* the blank before a span may be any */
		{"|===\n|甲\u00a02+|乙\n|丙 |1 |2\n|丁\u30002+|3\n|===",
			"asciidoc{甲 | 乙 / 丙 | 1 | 2 / 丁 | 3}"},
		/* a cell a line, as many columns as are said */
		{"[cols=\"1,2*\"]\n|===\n|甲\n|1\n\n|2\n|乙\n|3\n|\n|===",
			"p([cols=\"1,2*\"]) asciidoc{甲 | 1 | 2 / 乙 | 3 | ~}"},
		{"|===\n2+|甲 .2+^.^|乙\n|丙 |1\n|丁 |2 |3\n|===",
			"asciidoc{甲 | . | 乙 / 丙 | 1 / 丁 | 2 | 3}"},
		/* cut */
		{"|===\n|甲 |1\n|乙 |2\n三、情况\n", "asciidoc{甲 | 1 / 乙 | 2} p(三、情况)"},
		{"|===\n|甲 |1\n|乙 |2\n三、丙\n[cols=\"2*\"]\n|===\n|丁 |1\n|戊 |2\n|===",
			"asciidoc{甲 | 1 / 乙 | 2} p(三、丙) p([cols=\"2*\"]) "
			"asciidoc{丁 | 1 / 戊 | 2}"},
		/* words of a heading's look within a cell */
		{"[cols=\"2*\"]\n|===\na|\n一、甲\n\n|1\na|\n二、乙\n\n|2\n|===",
			"p([cols=\"2*\"]) asciidoc{一、甲 | 1 / 二、乙 | 2}"},
		/* columns without a word of their own */
		{"[cols=\",,\",]\n|===\n|甲 |1 |\n|乙\n|2 |3\n|===",
			"p([cols=\",,\",]) asciidoc{甲 | 1 | ~ / 乙 | 2 | 3}"},
		{"[cols=]\n|===\n|甲 |1\n|乙 |2\n|===", "p([cols=]) asciidoc{甲 | 1 / 乙 | 2}"},
		{"[cols=\"\n|===\n|甲 |1\n|乙 |2\n|===", "p([cols=\") asciidoc{甲 | 1 / 乙 | 2}"},
		/* within another's cell: bars are bangs */
		{"!===\n!===", "p(!===) p(!===)"},
		{"!===\n!甲 !1\n!乙 !2|3\n!===\n好！", "asciidoc{甲 | 1 / 乙 | 2|3} p(好！)"},
		{"|===\na|\n二、甲\n!===\n!乙 !1\n!丙 !2\n!===\n|===",
			"p(|===) p(a|) p(二、甲) asciidoc{乙 | 1 / 丙 | 2} p(|===)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_markup, items)
{
	static const struct kit_row rows[] = {
		{"* -", "p(* -)"},
		{"* -\n  -", "p(* -) p(-)"},
		{".. list-table::\n\n   * - 甲\n     - 1\n   * - 乙\n       丙\n     -\n\n好。",
			"p(.. list-table::) items{甲 | 1 / 乙^       丙 | ~} p(好。)"},
		/* a row alone */
		{"* - 1\n  - 2\n  - 3\n  - 4\n  -", "items{1 | 2 | 3 | 4 | ~}"},
		{"* - 甲\n  - 1\n* - 乙\n  - 2\n- 丙", "items{甲 | 1 / 乙 | 2} p(- 丙)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Nothing is read over and over again. */
Test(text_markup, bounded)
{
	static const char *const starts[] = {
		"\\begin{tabular}{l}\n{{{{\n", "{|\n|-\n", "|===\n1+|\n", "* -\n  - {\n"};

	for (size_t k = 0; k < ROWS(starts); k++) {
		struct buf b = {0};

		for (size_t i = 0; i < 20000; i++)
			buf_adds(&b, starts[k]);
		struct doc *d = kit_doc(buf_str(&b));

		cr_expect(doc_block_count(d) > 0);
		doc_free(d);
		buf_free(&b);
	}
}

/* Texts in Markdown: what would be markup is shown as it is. */
#include "export/markdown.h"
#include "unit.h"

enum shape { LINE, INLINE, TEXT, STRONG, CELL, CODE, CODE_CELL, QUOTE };

static const struct {
	enum shape shape;
	const char *text, *wanted;
} rows[] = {
	{LINE, "", ""},
	{LINE, "\n\n", ""},
	{LINE, "# 一", "\\# 一"},
	{LINE, "1. a", "1\\. a"},
	{LINE, "\n12) a", "12\\) a"},
	{LINE, "2020年", "2020年"},
	{LINE, "- a", "\\- a"},
	{LINE, "+1", "\\+1"},
	{LINE, "===", "\\==="},
	{LINE, "    code", "&nbsp;&nbsp;&nbsp;&nbsp;code"},
	{LINE, "\tcode", "&nbsp;code"},
	{INLINE, " a - b\n1. c ", " a - b 1. c "},
	{INLINE, "<b>&amp;</b>", "\\<b\\>\\&amp;\\</b\\>"},
	{INLINE, "[a](b) ![c]", "\\[a\\](b) !\\[c\\]"},
	{INLINE, "`a` *b* __c__ ~~d~~ $e$", "\\`a\\` \\*b\\* \\_\\_c\\_\\_ \\~\\~d\\~\\~ \\$e\\$"},
	{INLINE, "\\|", "\\\\\\|"},
	{INLINE,
		"\xe2\x80\xae"
		"39",
		"\\<U+202E\\>39"},
	{INLINE, "\x1b[31m", "\\<U+001B\\>\\[31m"},
	{INLINE, "“总计”", "“总计”"},
	{TEXT, "  \xe3\x80\x80- x ", "\\- x"},
	{STRONG, "", ""},
	{STRONG, "39", "**39**"},
	{STRONG, " 一 x 二 ", "**一 x 二**"},
	{STRONG, "“39”", "“39”"},
	{STRONG, "-2", "\\-2"},
	{STRONG, "3*", "3\\*"},
	{CELL, "a|b\r\n\nc", "a\\|b<br><br>c"},
	{CELL, "\n", ""},
	{CODE, "", "`  `"},
	{CODE, "a|b", "`a|b`"},
	{CODE_CELL, "a|b", "`a\\|b`"},
	{CODE, "a`b", "``a`b``"},
	{CODE, "``", "``` `` ```"},
	{CODE, "a\nb", "`a b`"},
	{QUOTE, "", "  >\n"},
	{QUOTE, "一", "  > 一\n"},
	{QUOTE, "一\r\n- 二\n\n  > 三\n", "  > 一\\\n  > \\- 二\n  >\n  > &nbsp;&nbsp;\\> 三\n"},
};

Test(markdown, texts_are_no_markup)
{
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct str s = str_of(rows[i].text);
		struct buf out = {0};

		switch (rows[i].shape) {
		case LINE:
			md_line(&out, s);
			break;
		case INLINE:
			md_inline(&out, s);
			break;
		case TEXT:
			md_text(&out, s);
			break;
		case STRONG:
			md_strong(&out, s);
			break;
		case CELL:
			md_cell(&out, s);
			break;
		case CODE:
		case CODE_CELL:
			md_code(&out, s, rows[i].shape == CODE_CELL);
			break;
		case QUOTE:
			md_quote(&out, 2, s);
			break;
		}
		expect_str(buf_str(&out), str_of(rows[i].wanted));
		buf_free(&out);
	}
}

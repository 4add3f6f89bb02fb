/* Texts that lost their line ends: where they are broken again. */
#include "unit/text_kit.h"

#include "import/lineless.h"

/* So long that no line of a text is: eighty times eight Han. */
static void add_prose(struct buf *b)
{
	for (size_t i = 0; i < 80; i++)
		buf_adds(b, "本年工作都做好了。");
}

static bool is_due(const char *text)
{
	struct buf line = {0};
	buf_adds(&line, text);
	add_prose(&line);
	bool due = lineless_is_due(buf_str(&line));
	buf_free(&line);
	return due;
}

Test(text_lineless, lines_that_stay_whole)
{
	cr_expect_not(lineless_is_due(STR("")));
	cr_expect_not(lineless_is_due(STR("一、甲 二、乙 三、丙")), "not long");
	cr_expect_not(is_due(""));
	cr_expect_not(is_due("一、甲 二、乙 "));
	cr_expect_not(is_due("一、甲 三、乙 二、丙 "));
	cr_expect_not(is_due("一二三、甲 "));
	cr_expect_not(is_due("第一、甲第二、乙第三、丙 "), "nothing ends before them");
	cr_expect(is_due("一、甲 二、乙 三、丙 "));
	cr_expect(is_due("甲 二、乙。三、丙0四、丁 "));
}

/* The pieces, "|" between. */
static void expect_pieces(const char *text, const char *wanted)
{
	struct str line = str_of(text);
	struct buf got = {0};

	for (size_t at = 0, next; at < line.n; at = next) {
		next = lineless_next(line, at);
		cr_assert(next > at && next <= line.n, "%s at %zu", text, at);
		if (at)
			buf_adds(&got, "|");
		buf_add(&got, str_slice(line, at, next));
	}
	expect_str(buf_str(&got), str_of(wanted));
	buf_free(&got);
}

Test(text_lineless, headings_begin_pieces_and_end_them)
{
	expect_pieces("甲", "甲");
	expect_pieces("一、", "一、");
	expect_pieces("甲 一、乙 丙。二、丁", "甲 |一、乙 |丙。|二、丁");
	expect_pieces("## **五、问题** ### **（一）不足** 人少。（二）无",
		"## **五、问题** |### **（一）不足** 人少。（二）无");
	expect_pieces("一、乙 2020年好", "一、乙 |2020年好");
	expect_pieces("一、乙 2020 年好", "一、乙 |2020 年好");
	/* a row and its values */
	expect_pieces("一、乙 2 0 0二、丙 - / 3", "一、乙 2 0 0|二、丙 - / 3");
	expect_pieces("三、丙 （一）丁 0 0 (二) 戊 0 0", "三、丙 |（一）丁 0 0 |(二) 戊 0 0");
	expect_pieces("第二十条第（一）项 一、乙，丙 丁", "第二十条第（一）项 |一、乙，丙 丁");
}

Test(text_lineless, a_document_keeps_its_lines)
{
	struct buf text = {0}, blocks = {0};

	buf_adds(&text, "甲年报 一、乙 ");
	add_prose(&text);
	buf_adds(&text, " 二、丙 三、丁\n戊");
	struct doc *d = kit_doc(buf_str(&text));
	kit_check(d, "linelessed");
	cr_expect_eq(doc_line_count(d), 2);
	cr_expect_eq(doc_block_count(d), 6);
	kit_blocks(d, &blocks);
	cr_expect(str_starts(buf_str(&blocks), "p(甲年报) p(一、乙) p(本年"));
	cr_expect(str_ends(buf_str(&blocks), "p(二、丙) p(三、丁) p(戊)"));
	buf_free(&blocks);
	buf_free(&text);
	doc_free(d);
}

static char sign_of(const char *text, bool prose)
{
	struct buf line = {0};
	buf_adds(&line, text);
	if (prose)
		add_prose(&line);
	char sign = lineless_sign(buf_str(&line));
	buf_free(&line);
	return sign;
}

Test(text_lineless, signs_in_place_of_line_ends)
{
	cr_expect_eq(sign_of("", false), '\0');
	cr_expect_eq(sign_of("|一、甲|二、乙|三、丙|", false), '\0', "not long");
	cr_expect_eq(sign_of("", true), '\0');
	cr_expect_eq(sign_of("|一、甲|二、乙|", true), '\0');
	cr_expect_eq(sign_of("|一、甲|三、乙|二、丙", true), '\0');
	cr_expect_eq(sign_of("|甲一、|乙二、|丙三、|", true), '\0', "not right behind it");
	cr_expect_eq(sign_of("年报|一、甲|无|二、乙|0|三、丙|", true), '|');
	cr_expect_eq(sign_of("年报\t一、甲\t无\t二、乙\t0\t三、丙|", true), '\t');
}

Test(text_lineless, what_stands_between_signs_is_a_line)
{
	struct buf text = {0}, blocks = {0};

	buf_adds(&text, "甲年报\t一、乙\t");
	add_prose(&text);
	buf_adds(&text, "\t二、丙\t三、丁");
	struct doc *d = kit_doc(buf_str(&text));
	kit_check(d, "signed");
	kit_blocks(d, &blocks);
	cr_expect(str_starts(buf_str(&blocks), "p(甲年报) p(一、乙) p(本年"));
	cr_expect(str_ends(buf_str(&blocks), "p(二、丙) p(三、丁)"));
	buf_free(&blocks);
	buf_free(&text);
	doc_free(d);
}

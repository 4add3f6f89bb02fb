/* Texts that were centred line by line, line ends lost before some. */
#include "unit/text_kit.h"

#include "import/centred.h"

#define IN "                    " /* 20 blanks */
#define NUMBERS IN "0\n" IN "1\n" IN "0\n" IN "2\n" IN "0\n" IN "3\n"
#define LOST "规章" IN "1\n" NUMBERS "规范性文件" IN "0\n" NUMBERS "行政许可" IN "73\n"

static void expect_pieces(const char *text, const char *wanted)
{
	struct str line = str_of(text);
	struct buf got = {0};

	for (size_t at = 0, next; at < line.n; at = next) {
		next = centred_next(line, at, 41);
		cr_assert(next > at && next <= line.n, "%s at %zu", text, at);
		if (at)
			buf_adds(&got, "|");
		buf_add(&got, str_trim(str_slice(line, at, next)));
	}
	expect_str(buf_str(&got), str_of(wanted));
	buf_free(&got);
}

Test(text_centred, pieces_stand_as_far_from_the_words_as_from_a_margin)
{
	expect_pieces("", "");
	expect_pieces("规章", "规章");
	expect_pieces(IN "0", "0");
	expect_pieces("规章" IN "0", "规章|0");
	expect_pieces("规章" IN "0 ", "规章|0");
	expect_pieces("规章" IN " 0", "规章" IN " 0");
	expect_pieces("通知                  信息内容", "通知|信息内容");
	expect_pieces("规章" IN, "规章|");
	expect_pieces("a" IN "0" IN "0", "a|0|0");
}

Test(text_centred, the_middle_is_one_and_some_ends_are_lost)
{
	cr_expect_eq(centred_axis(STR("")), 0);
	cr_expect_eq(centred_axis(STR("\n\n \n")), 0);
	cr_expect_eq(centred_axis(STR(LOST)), 41);
	/* no end is lost; too few numbers; two middles, as columns have */
	cr_expect_eq(centred_axis(STR(NUMBERS NUMBERS)), 0);
	cr_expect_eq(centred_axis(STR("规章" IN "1\n" NUMBERS)), 0);
	cr_expect_eq(centred_axis(STR(LOST IN "    7\n")), 0);
}

Test(text_centred, a_document_keeps_its_lines)
{
	struct doc *d = kit_doc(STR(LOST NUMBERS));

	kit_check(d, "bare");
	cr_expect_eq(doc_line_count(d), 21);
	doc_free(d);
}

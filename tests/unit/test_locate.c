/* Annotated words, found again: at their place, elsewhere, or not at all. */
#include "import/import.h"
#include "review_kit.h"

static struct doc *make_doc(const char *bytes)
{
	struct import_options options = {0};
	struct buf b = {0};
	struct err err = {0};

	buf_adds(&b, bytes);
	struct doc *d = import_bytes("r.txt", &b, &options, &err);

	cr_assert_not_null(d, "%s", err.text);
	return d;
}

/* In 一二三 = d2bb b6fe c8fd: GB18030 has two bytes a character, UTF-8 three. */
#define GB_123 "\xd2\xbb\xb6\xfe\xc8\xfd"

static const struct {
	const char *before,
		*exact; /* the text when it was annotated, and the words in it (the nth) */
	unsigned nth;
	const char *now;
	size_t from; /* where they are now, in bytes of the decoded text; -1: lost */
} rows[] = {
	{"一二三\n", "二", 0, "一二三\n", 3},
	{"一二三\n", "二", 0, "零一二三\n", 6},
	{"一二三\n", "二", 0, "一三\n", (size_t)-1},
	{"一二三\n", "二", 0, "四五六\n", (size_t)-1},
	{"x一二三\n", "一", 0, GB_123 "\n", 0},
	{GB_123 "\n", "二", 0, "一二三\n", 3},
	{GB_123 GB_123 "\n", "二", 1, GB_123 GB_123 "\n", 12},
	{"一 39 二\n三 39 四\n", "39", 1, "一 39 二\n三 39 四\n", 15},
	{"一 39 二\n三 39 四\n", "39", 1, "三 39 四\n一 39 二\n", 4},
	{"一 39 二\n三 39 四\n", "39", 1, "新的一行\n一 39 二\n三 39 四\n", 28},
	/* what was deleted before it leaves another 39 at the old place */
	{"一 39 二\n三 39 四\n", "39", 1, "二 39 二\n四 39 四\n", 15},
	{"abc 0 def\n", "0", 0, "0 0\n0\n", 2},
	{"甲 0 乙\n", "0", 0, "x0x\nx0x\n", (size_t)-1},
	{"甲 0 乙\n", "0", 0, "x0x\n", 1},
	{"一二三\n", "一二三", 0, "一二三", 0},
	{"aaaa\n", "aa", 1, "aaaa\n", 1},
};

static struct text_span nth(const struct doc *d, const char *words, unsigned n)
{
	size_t at = str_find(doc_text(d), str_of(words), 0);

	while (n-- && at != STR_NONE)
		at = str_find(doc_text(d), str_of(words), at + 1);
	cr_assert_neq(at, STR_NONE, "%s", words);
	return (struct text_span){at, at + strlen(words)};
}

Test(locate, words)
{
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct report then = {.doc = make_doc(rows[i].before)};
		struct report now = {.doc = make_doc(rows[i].now)};
		struct record a = {.kind = RECORD_ANNOTATION};

		review_target_text(&a, &then, nth(then.doc, rows[i].exact, rows[i].nth));
		cr_expect_str_eq(a.text.exact, rows[i].exact);
		struct text_span was = review_locate(&a, &then);

		cr_expect_eq(was.from, nth(then.doc, rows[i].exact, rows[i].nth).from,
			"row %zu, unchanged: %zu", i, was.from);
		struct text_span is = review_locate(&a, &now);

		if (rows[i].from == STR_NONE)
			cr_expect(text_span_empty(is), "row %zu: at %zu", i, is.from);
		else
			cr_expect(
				is.from == rows[i].from && is.to == is.from + strlen(rows[i].exact),
				"row %zu: [%zu, %zu)", i, is.from, is.to);
		record_clear(&a);
		doc_free(then.doc);
		doc_free(now.doc);
	}
}

Test(locate, without_context_or_place)
{
	struct report r = {.doc = make_doc("一 39 二 39\n")};
	struct record a = {.target = TARGET_TEXT, .text = {.exact = (char *)"39"}};

	cr_expect_eq(review_locate(&a, &r).from, 4, "the first, where nothing else is known");
	a.text.span = (struct disk_span){11, 13};
	cr_expect_eq(review_locate(&a, &r).from, 11);
	a.text.span = (struct disk_span){1000, 1002};
	cr_expect_eq(review_locate(&a, &r).from, 11, "the nearest");
	a.text.exact = (char *)"";
	cr_expect(text_span_empty(review_locate(&a, &r)));
	a.target = TARGET_FINDING;
	cr_expect(text_span_empty(review_locate(&a, &r)));
	doc_free(r.doc);
}

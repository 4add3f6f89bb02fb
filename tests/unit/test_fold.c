#include "unit/unit.h"

#include <stdint.h>
#include <uninorm.h>

#include "base/file.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/utf8.h"

#define ALL (FOLD_SPACE | FOLD_PUNCT | FOLD_CASE)

Test(fold, shadows)
{
	static const struct {
		const char *text;
		unsigned flags;
		const char *wanted;
	} rows[] = {
		{"", FOLD_PLAIN, ""},
		{"", ALL, ""},
		{" \n　", FOLD_SPACE, ""},
		{"，。“”|+", FOLD_PUNCT, ""},
		{"（１）ＡＢｃ　x", FOLD_PLAIN, "(1)ABc x"},
		{"（１）ＡＢｃ　x", ALL, "1abcx"},
		{"A b,C", FOLD_CASE, "a b,c"},
		{"A b,C", FOLD_SPACE, "Ab,C"},
		{"A b,C", FOLD_PUNCT, "A bC"},
		{"一、 新收 \r\n件", FOLD_SPACE | FOLD_PUNCT, "一新收件"},
		{"㈠①½", FOLD_PLAIN, "(一)11⁄2"},
		{"㈠①½", FOLD_PUNCT, "一112"},
		{"\xef\xbb\xbf"
		 "a\xe2\x80\x8b"
		 "b",
			FOLD_SPACE, "ab"},
		{"e\xcc\x81", FOLD_PLAIN, "é"},
		{"\xcc\x81", FOLD_PLAIN, "\xcc\x81"},
		{"一\xcc\x81二", FOLD_PLAIN, "一\xcc\x81二"},
		{"ÀÉ", FOLD_CASE, "àé"},
		{"ｶﾞ", FOLD_PLAIN, "ガ"},
		/* the traditional script, but what simplified names are written with, too */
		{"總體情況，規範性文件２件", FOLD_SPACE, "总体情况,规范性文件2件"},
		{"乾縣後營鄉", FOLD_PLAIN, "乾县後营乡"},
		{"條\xcc\x81件", FOLD_PLAIN, "条\xcc\x81件"},
		{"\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", FOLD_PLAIN, "각"},
		{"ㄱㅏ", FOLD_PLAIN, "가"},
		{"豈", FOLD_PLAIN, "岂"}, /* U+F900 to U+8C48 */
		{"𠮷", FOLD_PLAIN, "𠮷"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fold f;

		fold_make(&f, str_of(rows[i].text), rows[i].flags);
		cr_expect(str_is(f.text, rows[i].wanted), "row %zu: \"%.*s\"", i, STR_ARG(f.text));
		cr_expect_eq(fold_back(&f, f.text.n), strlen(rows[i].text), "row %zu", i);
		fold_free(&f);
	}
}

Test(fold, absent_text)
{
	struct fold f;
	size_t from = 9, to = 9;

	fold_make(&f, (struct str){0}, ALL);
	cr_expect(f.text.n == 0 && f.text.p && fold_back(&f, 0) == 0);
	fold_range(&f, 0, 0, &from, &to);
	cr_expect(from == 0 && to == 0);
	fold_free(&f);
	fold_free(&f);
}

Test(fold, the_way_back)
{
	static const struct {
		const char *text, *needle, *wanted; /* wanted: the source's own words */
	} rows[] = {
		{"共 １２ 件", "12", "１２"},
		{"新\r\n  收 件", "新收件", "新\r\n  收 件"},
		{"abc（一）d", "一", "一"},
		{"x㈠y", "一", "㈠"},
		{"（ 三 ）本年", "三本年", "三 ）本年"},
		{"Ｎｏ．９", "no9", "Ｎｏ．９"},
		{"ae\xcc\x81z", "é", "e\xcc\x81"},
		{"½", "2", "½"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct str text = str_of(rows[i].text), needle = str_of(rows[i].needle);
		struct fold f;
		size_t from, to;

		fold_make(&f, text, ALL);
		size_t at = str_find(f.text, needle, 0);

		cr_assert_neq(at, STR_NONE, "row %zu: \"%.*s\"", i, STR_ARG(f.text));
		fold_range(&f, at, at + needle.n, &from, &to);
		expect_str(str_slice(text, from, to), str_of(rows[i].wanted));
		fold_range(&f, at, at, &from, &to);
		cr_expect_eq(from, to);
		fold_free(&f);
	}
}

/* What must hold of a shadow whose source, of n bytes, lies at `base`. */
static void check_map(const struct fold *f, size_t base, size_t n)
{
	for (size_t i = 0; i < f->text.n; i++) {
		size_t back = fold_back(f, i), past = fold_past(f, i);

		cr_assert(back >= base && back < past && past <= base + n);
		cr_assert(i == 0 || back == fold_back(f, i - 1) || back >= fold_past(f, i - 1));
	}
}

/* Joined of its characters one by one, and moved, it is the same. */
static void check_joined(const struct fold *f, size_t n)
{
	struct fold_join parts = {0}, all = {0};

	for (size_t at = 0, from; at < f->text.n;) {
		from = at;
		utf8_next(f->text, &at);
		fold_join_part(&parts, f, from, at);
	}
	struct fold one = fold_joined(&parts);

	expect_str(one.text, f->text);
	cr_assert_eq(one.n_runs, f->n_runs);
	fold_join_all(&all, &one, 7);
	struct fold moved = fold_joined(&all);

	expect_str(moved.text, f->text);
	for (size_t i = 0; i < f->text.n; i++) {
		cr_assert_eq(fold_back(&moved, i), 7 + fold_back(f, i));
		cr_assert_eq(fold_past(&moved, i), 7 + fold_past(f, i));
	}
	check_map(&moved, 7, n);
	fold_join_free(&parts);
	fold_join_free(&all);
}

/* Is it the text, but for traditional characters, each of which has another in its place that
 * stays what it is? */
static void check_same_but_simpler(struct str shadow, struct str text)
{
	cr_assert_eq(shadow.n, text.n);
	for (size_t at = 0, other = 0; at < text.n;) {
		size_t from = at;
		unsigned was = utf8_next(text, &at), is = utf8_next(shadow, &other);
		struct fold again;

		if (was == is)
			continue;
		cr_assert(was >= 0x4e00 && was <= 0x9fff && is >= 0x4e00 && is <= 0x9fff);
		fold_make(&again, str_slice(shadow, from, at), FOLD_PLAIN);
		expect_str(again.text, str_slice(shadow, from, at));
		fold_free(&again);
	}
}

/* What must hold for every text: a valid shadow, a map that never goes back, and without flags the
 * NFKC of the whole, simplified. */
static void check_laws(struct str text)
{
	for (unsigned flags = 0; flags <= ALL; flags++) {
		struct fold f;

		fold_make(&f, text, flags);
		cr_assert(utf8_valid(f.text, NULL));
		check_map(&f, 0, text.n);
		check_joined(&f, text.n);
		if (flags == FOLD_PLAIN) {
			size_t n;
			uint8_t *whole = u8_normalize(
				UNINORM_NFKC, (const uint8_t *)text.p, text.n, NULL, &n);

			check_same_but_simpler(f.text, (struct str){(char *)whole, n});
			free(whole);
		}
		fold_free(&f);
	}
}

/* What is folded without asking the library comes out as the library would have it. */
Test(fold, laws_hold_for_every_character)
{
	for (unsigned ch = 1; ch < 0x11000; ch++) {
		struct buf b = {0};

		if (ch >= 0xd800 && ch < 0xe000)
			continue;
		buf_add_ucs(&b, ch);
		check_laws(buf_str(&b));
		buf_add_ucs(&b, 0x4e00);
		buf_add_ucs(&b, ch);
		buf_adds(&b, "Z");
		buf_add_ucs(&b, ch);
		buf_adds(&b, " ");
		check_laws(buf_str(&b));
		buf_free(&b);
	}
}

/* Every byte told by what it came from, whatever the flags leave out of the rest. */
Test(fold, a_few_runs_map_a_paragraph)
{
	struct buf b = {0};
	struct fold f;

	for (int i = 0; i < 1000; i++)
		buf_adds(&b, "本年新收政府信息公开申请。");
	fold_make(&f, buf_str(&b), FOLD_SPACE);
	cr_expect(f.text.n == b.n && f.n_runs == 1, "%zu runs", f.n_runs);
	fold_free(&f);
	buf_free(&b);
}

Test(fold, laws_hold_for_the_samples)
{
	char **paths;
	size_t n;
	char *dir = path_join(getenv("GOUJI_DATADIR"), "samples");

	cr_assert(file_list(dir, &paths, &n, NULL) && n > 0);
	for (size_t i = 0; i < n; i++) {
		struct buf text;

		cr_assert(file_read(paths[i], 1 << 20, &text, NULL));
		if (utf8_valid(buf_str(&text), NULL))
			check_laws(buf_str(&text));
		buf_free(&text);
	}
	file_list_free(paths, n);
	free(dir);
}

Test(fold, laws_hold_for_any_order_of_hard_characters)
{
	static const unsigned hard[] = {'a', ' ', '\n', '(', 0x4e00, 0x3000, 0xff08, 0xff11, 0x301,
		0x323, 0x3099, 0xff76, 0xff9e, 0x1100, 0x1161, 0x11a8, 0xac00, 0x3131, 0x314f,
		0xffa1, 0xffc2, 0x9c7, 0x9be, 0xfdfa, 0xf900, 0x2f800, 0x20bb7, 0x3220, 0xbd, 0xa8,
		0x345, 0x1e9b, 0x200d, 0xfe0f, 0xfeff, 0x2028, 0x1d15e, 0x1112e, 0x11127};
	uint32_t seed = 1;

	for (int round = 0; round < 3000; round++) {
		struct buf b = {0};

		for (int k = 0; k < 8; k++) {
			seed = seed * 1664525 + 1013904223;
			buf_add_ucs(&b, hard[(seed >> 16) % ROWS(hard)]);
		}
		check_laws(buf_str(&b));
		buf_free(&b);
	}
}

/* Words that stand for more than one character, between parts: each byte stands for all of it. */
Test(fold, words_are_joined_in)
{
	struct fold f, joined;
	struct fold_join j = {0};
	size_t from, to;

	fold_make(&f, STR("共１２ 件，其中"), FOLD_SPACE);
	fold_join_part(&j, &f, 0, 3);
	fold_join_word(&j, STR("#"), 3, 13);
	fold_join_part(&j, &f, str_find(f.text, STR(","), 0), f.text.n);
	fold_join_word(&j, STR("今年"), 20, 24);
	joined = fold_joined(&j);
	expect_str(joined.text, STR("共#,其中今年"));
	fold_range(&joined, 3, 4, &from, &to);
	cr_expect(from == 3 && to == 13);
	fold_range(&joined, 3, 5, &from, &to);
	cr_expect(from == 3 && to == 16);
	fold_range(&joined, 11, 12, &from, &to);
	cr_expect(from == 20 && to == 24);
	cr_expect_eq(fold_back(&joined, joined.text.n), 24);
	fold_join_clear(&j);
	cr_expect_eq(fold_joined(&j).text.n, 0);
	fold_join_free(&j);
	fold_free(&f);
}

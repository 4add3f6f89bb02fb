#include "unit/unit.h"

#include <sys/stat.h>

#include "base/file.h"
#include "base/mem.h"
#include "rule/kind.h"
#include "rule/pack.h"
#include "unit/report_fixture.h"

#define PROSE                                                                                                \
	"2020年，本机关共收到政府信息公开申请41件，其中自然人38件、法人2件。\n" \
	"行政复议5件。联系电话：0574-6512345。"

/* A copy of the shipped data, and an image of it. */
struct shop {
	char dir[64];
	char *image;
};

static void copy(const struct shop *s, const char *data, const char *folder)
{
	struct err err = {0};
	char *from = path_join(data, folder), *to = path_join(s->dir, folder), **paths;
	size_t n;

	cr_assert(mkdir(to, 0755) == 0 && file_list(from, &paths, &n, &err));
	for (size_t i = 0; i < n; i++) {
		char *path = path_join(to, path_base(paths[i]));
		struct buf text;

		cr_assert(file_read(paths[i], (size_t)1 << 20, &text, &err));
		cr_assert(file_write_atomic(path, buf_str(&text), &err));
		buf_free(&text);
		free(path);
	}
	file_list_free(paths, n);
	free(from);
	free(to);
}

static void shop_open(struct shop *s)
{
	struct err err = {0};
	char *data = path_data_dir();

	unit_temp_dir(s->dir);
	s->image = path_join(s->dir, "data.image");
	copy(s, data, "forms");
	copy(s, data, "rules");
	cr_assert(pack_write(s->dir, s->image, "make", &err), "%s:%u: %s", err.file, err.line,
		err.text);
	free(data);
}

static void shop_close(struct shop *s)
{
	free(s->image);
}

static bool opens(const struct shop *s, const char *make)
{
	struct pack *p = pack_open(s->dir, s->image, make);

	pack_free(p);
	return p != NULL;
}

static void expect_same_check(struct fixture *f, const struct ruleset *packed)
{
	struct check check;

	rules_check(packed, f->report, &f->values, &check);
	cr_assert_eq(check.n_findings, f->check.n_findings);
	cr_expect(check.n_findings > 2);
	for (size_t i = 0; i < check.n_findings; i++) {
		cr_expect_str_eq(check.findings[i].id, f->check.findings[i].id);
		cr_expect_str_eq(
			check.findings[i].message[LANG_ZH], f->check.findings[i].message[LANG_ZH]);
	}
	cr_expect_eq(check.n_checked, f->check.n_checked);
	check_free(&check);
}

Test(pack, finds_what_the_files_find)
{
	const struct example_cell cells[] = {
		{"requests/new/person", "39"}, {"requests/new/total", "40"}};
	struct shop s;
	struct fixture f;

	shop_open(&s);
	fixture_open(&f, PROSE, cells, ROWS(cells));
	struct pack *p = pack_open(s.dir, s.image, "make");

	cr_assert_not_null(p);
	cr_expect_eq(pack_forms(p)->n, f.forms->n);
	cr_expect_not_null(pack_forms(p)->book);
	cr_expect_eq(rules_count(pack_rules(p)), rules_count(f.rules));
	expect_same_check(&f, pack_rules(p));
	pack_free(p);
	fixture_close(&f);
	shop_close(&s);
}

Test(pack, names_the_files_where_they_lie)
{
	struct shop s;

	shop_open(&s);
	struct pack *p = pack_open(s.dir, s.image, "make");

	cr_assert_not_null(p);
	for (size_t i = 0; i < rules_count(pack_rules(p)); i++)
		cr_expect(str_starts(str_of(rules_at(pack_rules(p), i)->file), s.dir));
	cr_expect(str_starts(str_of(pack_forms(p)->forms[0].file), s.dir));
	pack_free(p);
	shop_close(&s);
}

Test(pack, rules_of_ones_own_are_added_to_it)
{
	struct shop s;
	struct err err = {0};

	shop_open(&s);
	struct pack *p = pack_open(s.dir, s.image, "make");
	char *path = path_join(s.dir, "own.yaml");
	size_t n = rules_count(pack_rules(p));

	cr_assert(file_write_atomic(path,
		STR("format: gouji-rules/1\nchange:\n  - {id: requests.balance, off: true}\n"),
		&err));
	cr_assert(rules_add_file(pack_rules(p), path, &err), "%s", err.text);
	cr_expect_eq(rules_count(pack_rules(p)), n - 1);
	cr_expect_null(rules_find(pack_rules(p), "requests.balance"));
	pack_free(p);
	p = pack_open(s.dir, s.image, "make");
	cr_expect_not_null(rules_find(pack_rules(p), "requests.balance"), "the image is as it was");
	pack_free(p);
	free(path);
	shop_close(&s);
}

static void put(const struct shop *s, const char *name, struct str text)
{
	struct err err = {0};
	char *path = path_join(s->dir, name);

	cr_assert(file_write_atomic(path, text, &err));
	free(path);
}

Test(pack, is_not_used_where_a_file_is_another)
{
	struct shop s;
	struct buf text;
	struct err err = {0};

	shop_open(&s);
	cr_expect(opens(&s, "make"));
	cr_expect_not(opens(&s, "other make"));
	put(&s, "rules/zz-more.yaml", STR("format: gouji-rules/1\n"));
	cr_expect_not(opens(&s, "make"), "a file more");
	char *more = path_join(s.dir, "rules/zz-more.yaml");
	unlink(more);
	put(&s, "rules/notes.txt", STR("no rules"));
	cr_expect(opens(&s, "make"), "no file of data");

	char *path = path_join(s.dir, "rules/words.yaml");
	cr_assert(file_read(path, (size_t)1 << 20, &text, &err));
	for (size_t at = 0; at < text.n; at += text.n / 5) {
		text.p[at] ^= 1;
		put(&s, "rules/words.yaml", buf_str(&text));
		cr_expect_not(opens(&s, "make"), "another byte at %zu", at);
		text.p[at] ^= 1;
	}
	put(&s, "rules/words.yaml", str_slice(buf_str(&text), 0, text.n - 1));
	cr_expect_not(opens(&s, "make"), "a byte less");
	put(&s, "rules/words.yaml", buf_str(&text));
	cr_expect(opens(&s, "make"));
	unlink(path);
	cr_expect_not(opens(&s, "make"), "a file less");
	buf_free(&text);
	free(path);
	free(more);
	shop_close(&s);
}

static size_t count_in_image(const struct shop *s, const char *word)
{
	struct err err = {0};
	struct buf all;
	size_t n = 0;

	cr_assert(file_read(s->image, (size_t)16 << 20, &all, &err));
	for (size_t at = 0; (at = str_find(buf_str(&all), str_of(word), at)) != STR_NONE; at++)
		n++;
	buf_free(&all);
	return n;
}

/* The texts of the files aside, only what rules use is there. */
Test(pack, has_no_examples_keys_or_comments)
{
	struct shop s;
	struct err err = {0};

	shop_open(&s);
	put(&s, "rules/zz-more.yaml",
		STR("format: gouji-rules/1\n"
		    "rules:\n"
		    "  - id: more\n"
		    "    kind: phrase\n"
		    "    title: {zh: 两件, en: two}\n"
		    "    message: {zh: 两件多少, en: two}\n"
		    "    words: {错错误误: 对对正正}\n"
		    "    examples: {hit: [错错误误], miss: [例例句句。, {text: 例例文文。}]}\n"));
	cr_assert(pack_write(s.dir, s.image, "make", &err), "%s", err.text);
	cr_expect(opens(&s, "make"));
	cr_expect_eq(count_in_image(&s, "例例句句"), 1);
	cr_expect_eq(count_in_image(&s, "例例文文"), 1);
	cr_expect_eq(count_in_image(&s, "错错误误"), 3);
	cr_expect_eq(count_in_image(&s, "对对正正"), 2);
	shop_close(&s);
}

#include "unit/unit.h"

#include "base/file.h"
#include "base/re_store.h"

#define ROW(text)                                                                                  \
	{                                                                                          \
		text, sizeof text - 1                                                              \
	}

static const struct str patterns[] = {
	ROW("(?<n>[0-9]+)件"), ROW("本年(?:新)?收"), ROW("("), ROW(""), ROW("(?<n>[0-9]+)件")};

static char *write_store(const char *dir, struct buf *store)
{
	struct err err = {0};
	char *path = path_join(dir, "patterns");

	re_store_write(patterns, ROWS(patterns), store);
	cr_assert(file_write_atomic(path, buf_str(store), &err), "%s", err.text);
	return path;
}

static void expect_finds(
	const struct re_store *store, struct str pattern, struct str text, bool found)
{
	struct err err = {0};
	struct re *re = re_store_new(store, pattern, &err);

	cr_assert_not_null(re, "%s", err.text);
	struct re_match *m = re_match_new(re, NULL);

	cr_expect(re_find(re, text, 0, m) == found, "%.*s", STR_ARG(pattern));
	re_match_free(m);
	re_free(re);
}

Test(re_store, gives_what_compiling_gives)
{
	char dir[64];
	struct buf store = {0};
	struct err err = {0};

	unit_temp_dir(dir);
	char *path = write_store(dir, &store);
	struct re_store *s = re_store_open(path);

	cr_assert_not_null(s);
	expect_finds(s, patterns[0], STR("共39件"), true);
	expect_finds(s, patterns[0], STR("共件"), false);
	expect_finds(s, patterns[1], STR("本年收"), true);
	expect_finds(s, patterns[3], STR("x"), true);
	expect_finds(s, STR("[ab]c"), STR("xbc"), true); /* not in the store: compiled */
	expect_finds(NULL, patterns[0], STR("1件"), true);
	cr_expect_null(re_store_new(s, patterns[2], &err)); /* what does not compile is told */
	cr_expect(err.kind == ERR_FORMAT);

	struct re *re = re_store_new(s, patterns[0], &err);
	cr_expect(re_group(re, "n") == 1);
	re_free(re);
	re_store_free(s);
	unlink(path);
	rmdir(dir);
	free(path);
	buf_free(&store);
}

/* Cut anywhere, a file is no store, or one in which what is not whole is not found. */
Test(re_store, cut_files)
{
	char dir[64];
	struct buf store = {0};
	struct err err = {0};

	unit_temp_dir(dir);
	char *path = write_store(dir, &store);

	for (size_t n = 0; n < store.n; n += n < 128 ? 1 : 37) {
		cr_assert(file_write_atomic(path, (struct str){store.p, n}, &err));
		struct re_store *s = re_store_open(path);

		expect_finds(s, patterns[0], STR("共39件"), true);
		expect_finds(s, patterns[1], STR("本年新收"), true);
		re_store_free(s);
	}
	cr_expect_null(re_store_open(dir));
	unlink(path);
	cr_expect_null(re_store_open(path));
	rmdir(dir);
	free(path);
	buf_free(&store);
}

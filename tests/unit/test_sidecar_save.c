/* Saving sidecars: what may be replaced, and that nothing else ever is. */
#include <sys/stat.h>

#include "base/file.h"
#include "review/sidecar.h"
#include "review_kit.h"

static char *put_file(const char *dir, const char *text)
{
	char *path = path_join(dir, "r.txt.review.yaml");
	FILE *f = text ? fopen(path, "w") : NULL;

	if (f) {
		fputs(text, f);
		cr_assert_eq(fclose(f), 0);
	}
	return path;
}

static void expect_file(const char *path, const char *text)
{
	struct buf b = {0};
	struct err err = {0};

	cr_assert(file_read(path, 1 << 20, &b, &err), "%s", err.text);
	expect_str(buf_str(&b), str_of(text));
	buf_free(&b);
}

static bool save(const char *path, struct review *rv, struct err *err)
{
	char *text = kit_text(rv);
	bool ok = sidecar_save_text(path, rv, str_of(text), err);

	free(text);
	return ok;
}

Test(sidecar_save, path)
{
	char *path = sidecar_path("a/西店-2020.txt");

	cr_expect_str_eq(path, "a/西店-2020.txt.review.yaml");
	free(path);
}

Test(sidecar_save, saves_and_resumes)
{
	char dir[64];
	struct err err = {0};

	unit_temp_dir(dir);
	char *path = put_file(dir, NULL);
	struct review *rv = review_new(), *again = review_new();

	cr_assert(sidecar_load(path, rv, &err), "%s", err.text);
	cr_expect_eq(review_history_count(rv), 0, "no file: an empty review");
	kit_conclude(rv, "query", "一");
	cr_expect(review_is_dirty(rv));
	cr_assert(save(path, rv, &err), "%s", err.text);
	cr_expect_not(review_is_dirty(rv));
	kit_conclude(rv, "accept", "二");
	cr_assert(save(path, rv, &err), "again: %s", err.text);
	cr_assert(sidecar_load(path, again, &err), "%s", err.text);
	cr_expect_str_eq(review_find(again, RECORD_VERDICT, "")->note, "二");
	review_undo(again);
	cr_assert(save(path, again, &err), "%s", err.text);
	review_undo(rv);
	char *text = kit_text(rv);

	expect_file(path, text);
	free(text);
	review_free(rv);
	review_free(again);
	free(path);
}

/* What lies at the path when the review is loaded, and when it is saved. */
static const struct {
	const char *loaded, *later;
	bool loads, saves;
	const char *words;
} rows[] = {
	{NULL, NULL, true, true, ""},
	{NULL, "format: \"gouji-review/1\"\n", true, false, "meanwhile"},
	{NULL, "", true, false, "meanwhile"},
	{"", "", false, false, "was not read"},
	{"not: [yaml", "not: [yaml", false, false, "was not read"},
	{"format: \"gouji-review/2\"\n", "format: \"gouji-review/2\"\n", false, false, "not read"},
	{"not: [yaml", "format: gouji-review/1\n", false, false, "was not read"},
	{"format: gouji-review/1\n", "format: gouji-review/1\n", true, true, ""},
	{"format: gouji-review/1\n", "format: gouji-review/1\n\n", true, false, "changed"},
	{"format: gouji-review/1\n", "", true, false, "changed"},
	{"format: gouji-review/1\n", NULL, true, true, ""},
};

Test(sidecar_save, only_what_was_read_is_replaced)
{
	for (size_t i = 0; i < ROWS(rows); i++) {
		char dir[64];
		struct err err = {0};
		struct review *rv = review_new();

		unit_temp_dir(dir);
		char *path = put_file(dir, rows[i].loaded);

		cr_expect_eq(sidecar_load(path, rv, &err), rows[i].loads, "%zu: %s", i, err.text);
		kit_conclude(rv, "query", "一");
		unlink(path);
		free(put_file(dir, rows[i].later));
		err = (struct err){0};
		cr_expect_eq(sidecar_may_save(path, rv, &err), rows[i].saves, "%zu", i);
		cr_expect_eq(save(path, rv, &err), rows[i].saves, "%zu: %s", i, err.text);
		cr_expect_not_null(strstr(err.text, rows[i].words), "%zu: %s", i, err.text);
		cr_expect_eq(review_is_dirty(rv), !rows[i].saves, "%zu", i);
		if (!rows[i].saves) {
			cr_expect_eq(err.kind, ERR_REFUSED);
			cr_expect_str_eq(err.file, path);
			expect_file(path, rows[i].later);
		}
		unlink(path);
		cr_expect_eq(rmdir(dir), 0, "%zu: something is left over", i);
		free(path);
		review_free(rv);
	}
}

Test(sidecar_save, another_path_is_another_file)
{
	char dir[64];
	struct err err = {0};
	struct review *rv = review_new();

	unit_temp_dir(dir);
	char *path = put_file(dir, "format: gouji-review/1\n");

	cr_assert(sidecar_load(path, rv, &err));
	char *other = path_join(dir, "copy.yaml");

	cr_expect(save(other, rv, &err), "%s", err.text);
	cr_expect_not(save(path, rv, &err), "now it is the copy that was saved");
	unlink(other);
	free(other);
	free(path);
	review_free(rv);
}

Test(sidecar_save, what_would_not_be_read_back_is_not_saved)
{
	static const char *const texts[] = {"", "x", "format: \"gouji-review/1\"\nfindings: {}\n"};
	char dir[64];

	unit_temp_dir(dir);
	char *path = put_file(dir, NULL);

	for (size_t i = 0; i < ROWS(texts); i++) {
		struct review *rv = review_new();
		struct err err = {0};

		cr_expect_not(sidecar_save_text(path, rv, str_of(texts[i]), &err));
		cr_expect_not(file_exists(path));
		cr_expect(err.text[0]);
		review_free(rv);
	}
	free(path);
}

Test(sidecar_save, unreadable)
{
	char dir[64];
	struct err err = {0};
	struct review *rv = review_new();

	unit_temp_dir(dir);
	cr_expect_not(sidecar_load(dir, rv, &err), "a folder");
	cr_expect_eq(err.kind, ERR_IO);
	cr_expect_not(save(dir, rv, &err));
	review_free(rv);
}

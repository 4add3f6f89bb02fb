#include "unit/unit.h"

#include "base/file.h"
#include "base/image.h"
#include "base/mem.h"

struct link {
	struct link *next;
	const char *text;
	const void *stray;
};

/* Two links in an image at `path`. */
static bool save(const char *path, const char *id, const void *stray, struct err *err)
{
	struct image *im = image_new(id, err);

	cr_assert_not_null(im, "%s", err->text);
	struct arena *a = image_arena(im);
	struct link *first = arena_alloc(a, sizeof *first);

	first->next = arena_alloc(a, sizeof *first);
	first->text = arena_cstr(a, STR("first"));
	first->next->text = arena_cstr(a, STR("第二"));
	first->next->stray = stray;
	bool ok = image_save(im, first, path, err);

	image_free(im);
	return ok;
}

static char *temp_path(char dir[64])
{
	unit_temp_dir(dir);
	return path_join(dir, "x.image");
}

Test(image, what_was_made_in_it_is_there_again)
{
	char dir[64], *path = temp_path(dir);
	struct err err = {0};

	cr_assert(save(path, "one", NULL, &err), "%s", err.text);
	for (int again = 0; again < 2; again++) {
		struct image *im = image_open(path, "one");

		cr_assert_not_null(im);
		struct link *first = image_root(im);

		cr_expect_str_eq(first->text, "first");
		cr_expect_str_eq(first->next->text, "第二");
		cr_expect_null(first->next->next);
		first->text = "changed"; /* for this process, this time */
		cr_expect_null(image_open(path, "one"), "there is one place");
		image_free(im);
	}
	free(path);
}

/* What is given back is there when it is asked for, to its last byte and all around it. */
Test(image, what_is_left_can_be_read_again)
{
	enum { LARGE = 5 * 4096 + 100 };
	char dir[64], *path = temp_path(dir);
	struct err err = {0};
	struct image *im = image_new("one", &err);

	cr_assert_not_null(im, "%s", err.text);
	struct str *text = arena_alloc(image_arena(im), 3 * sizeof *text);

	for (size_t i = 0; i < 3; i++) {
		char *bytes = arena_alloc(image_arena(im), LARGE);

		memset(bytes, 'a' + (int)i, LARGE);
		text[i] = (struct str){bytes, LARGE};
	}
	cr_assert(image_save(im, text, path, &err), "%s", err.text);
	image_free(im);
	im = image_open(path, "one");
	cr_assert_not_null(im);
	text = image_root(im);
	((char *)text[0].p)[LARGE - 1] = 'x'; /* beside it */
	image_leave(im, text[1]);
	image_leave(im, (struct str){text[1].p, 0});
	for (size_t i = 0; i < 3; i++)
		for (size_t at = 0; at < LARGE; at++)
			if (text[i].p[at] != (i == 0 && at == LARGE - 1 ? 'x' : 'a' + (int)i))
				cr_assert_fail("text %zu at %zu", i, at);
	struct buf read = {0};

	buf_adds(&read, "b");
	cr_assert(image_read(im, text[1], &read));
	cr_expect_eq(read.n, LARGE + 1);
	for (size_t at = 0; at < read.n; at++)
		if (read.p[at] != 'b')
			cr_assert_fail("read at %zu", at);
	buf_free(&read);
	image_free(im);
	free(path);
}

Test(image, of_another_make_is_none)
{
	static const char *const rows[] = {"", "on", "one ", "two"};
	char dir[64], *path = temp_path(dir);
	struct err err = {0};

	cr_expect_null(image_open(path, "one"));
	cr_assert(save(path, "one", NULL, &err), "%s", err.text);
	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_null(image_open(path, rows[i]), "%s", rows[i]);
	free(path);
}

Test(image, cut_anywhere_is_none)
{
	char dir[64], *path = temp_path(dir);
	struct err err = {0};
	struct buf whole;

	cr_assert(save(path, "one", NULL, &err), "%s", err.text);
	cr_assert(file_read(path, 1 << 20, &whole, &err));
	for (size_t n = 0; n <= whole.n + 1; n += n < 160 ? 1 : 17) {
		struct buf cut = {0};

		buf_add(&cut, str_slice(buf_str(&whole), 0, n));
		if (n > whole.n)
			buf_adds(&cut, "\n");
		if (n == whole.n)
			continue;
		cr_assert(file_write_atomic(path, buf_str(&cut), &err));
		cr_expect_null(image_open(path, "one"), "%zu of %zu", n, whole.n);
		buf_free(&cut);
	}
	buf_free(&whole);
	free(path);
}

/* AddressSanitizer's heap is all over the place: only the plain build looks for these. */
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED true
#else
#define SANITIZED false
#endif

Test(image, pointers_out_of_it_are_refused)
{
	static const char constant[] = "constant";
	char dir[64], *path = temp_path(dir), *heap = mem_strdup("heap");
	const void *const rows[] = {constant, heap, &path};

	for (size_t i = 0; i < ROWS(rows) && !SANITIZED; i++) {
		struct err err = {0};

		cr_expect_not(save(path, "one", rows[i], &err), "row %zu", i);
		cr_expect(err.kind == ERR_FORMAT);
		cr_expect_not(file_exists(path));
	}
	free(heap);
	free(path);
}

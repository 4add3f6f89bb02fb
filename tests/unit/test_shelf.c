/* Documents handed from one process to another: their images, and the shelf they lie on. */
#include "unit/unit.h"

#include <sys/stat.h>

#include "base/file.h"
#include "doc/image.h"
#include "import/import.h"

/* Of each kind, as far as it is read: an encoding of two bytes, spans that map unlike, a source
 * that is its text, pages. */
static const char *const files[] = {"data/samples/xidian-2020.txt",
	"data/samples/shanghewan-2020.txt", "tests/golden/import/page.html",
	"tests/golden/import/ruled.pdf"};

static struct doc *read_source(const char *name)
{
	char path[512];
	struct err err = {0};

	snprintf(path, sizeof path, "%s/%s", getenv("GOUJI_SRCDIR"), name);
	return import_file(path, NULL, &err);
}

static void expect_same(const struct doc *a, const struct doc *b, const char *name)
{
	struct buf x = {0}, y = {0};

	doc_dump(a, &x);
	doc_dump(b, &y);
	cr_expect(str_eq(buf_str(&x), buf_str(&y)), "%s", name);
	cr_expect(str_eq(doc_source(a), doc_source(b)), "%s", name);
	cr_expect_str_eq(doc_file(a), doc_file(b));
	cr_expect_str_eq(doc_kind(a), doc_kind(b));
	cr_expect_str_eq(doc_encoding(a), doc_encoding(b));
	cr_expect_str_eq(doc_sha256(a), doc_sha256(b));
	cr_expect_eq(doc_bytes(a), doc_bytes(b));
	cr_expect_eq(doc_line_count(a), doc_line_count(b));
	for (size_t at = 0; at < doc_text(a).n; at++) {
		struct disk_span s = doc_disk(a, (struct text_span){at, at + 1});
		struct disk_span t = doc_disk(b, (struct text_span){at, at + 1});

		cr_assert(s.from == t.from && s.to == t.to, "%s at %zu", name, at);
		cr_assert_eq(doc_source_line(a, at), doc_source_line(b, at), "%s", name);
	}
	buf_free(&x);
	buf_free(&y);
}

Test(shelf, an_image_is_the_document_again)
{
	for (size_t i = 0; i < ROWS(files); i++) {
		struct doc *d = read_source(files[i]);
		struct buf image = {0};

		if (!d && i >= 2)
			continue; /* built without its reader */
		cr_assert(d, "%s", files[i]);
		buf_addc(&image, 'x'); /* it need not begin where a number may lie */
		doc_image_put(d, &image);
		struct doc *copy = doc_image_take(str_slice(buf_str(&image), 1, image.n));

		cr_assert(copy, "%s", files[i]);
		expect_same(d, copy, files[i]);
		doc_free(copy);
		doc_free(d);
		buf_free(&image);
	}
}

Test(shelf, an_image_cut_off_is_none)
{
	struct buf text = {0}, image = {0};
	struct err err = {0};

	buf_adds(&text, "某镇2020年政府信息公开工作年度报告\n甲\t乙\n1\t2\n3\t4\n");
	struct doc *d = import_bytes("x.txt", &text, NULL, &err);

	cr_assert(d);
	doc_image_put(d, &image);
	for (size_t n = 0; n < image.n; n++)
		cr_expect_null(doc_image_take(str_slice(buf_str(&image), 0, n)), "%zu", n);
	doc_free(d);
	buf_free(&image);
}

struct folder {
	char dir[64];
	char *path[3]; /* a small text, a large one, a page */
};

static char *put(struct folder *f, const char *name, struct str text)
{
	struct err err = {0};
	char *path = path_join(f->dir, name);

	cr_assert(file_write_atomic(path, text, &err), "%s", err.text);
	return path;
}

static void folder_make(struct folder *f)
{
	struct buf large = {0};

	unit_temp_dir(f->dir);
	while (large.n < IMPORT_LARGE)
		buf_adds(&large, "某镇2020年政府信息公开工作年度报告\n");
	f->path[0] = put(f, "small.txt", str_slice(buf_str(&large), 0, 100));
	f->path[1] = put(f, "large.txt", buf_str(&large));
	f->path[2] = put(f, "page.html", STR("<html><p>某镇2020年</p></html>"));
	buf_free(&large);
}

static void folder_remove(struct folder *f)
{
	for (size_t i = 0; i < ROWS(f->path); i++)
		free(f->path[i]);
}

static struct doc *read_with(
	struct shelf *shelf, const char *path, const char *encoding, struct err *err)
{
	struct import_options options = {.encoding = encoding, .shelf = shelf};

	*err = (struct err){0};
	return import_file(path, &options, err);
}

Test(shelf, what_one_keeps_the_other_gives)
{
	struct shelf *keeps = shelf_new(SHELF_KEEP), *gives = shelf_new(SHELF_GIVE);
	struct folder f;
	struct err err;

	folder_make(&f);
	struct doc *first = read_with(keeps, f.path[0], NULL, &err);
	struct doc *second = read_with(keeps, f.path[0], "GB18030", &err);

	cr_assert(first && !second && err.kind == ERR_FORMAT);
	char *told = strdup(err.text);

	cr_expect_null(read_with(keeps, "/nowhere/at.all", NULL, &err));
	shelf_fill(gives, shelf_bytes(keeps));
	unlink(f.path[0]);
	struct doc *copy = read_with(gives, f.path[0], NULL, &err);

	cr_assert(copy, "%s", err.text);
	expect_same(first, copy, "small.txt");
	cr_expect_null(read_with(gives, f.path[0], "GB18030", &err));
	cr_expect_str_eq(err.text, told);
	cr_expect_str_eq(err.file, f.path[0]);
	cr_expect_null(read_with(gives, "/nowhere/at.all", NULL, &err));
	cr_expect_eq(err.kind, ERR_IO);
	doc_free(copy);
	copy = read_with(gives, f.path[1], NULL, &err); /* not on it, but there */
	cr_expect(copy);
	doc_free(copy);
	doc_free(first);
	free(told);
	shelf_free(keeps);
	shelf_free(gives);
	shelf_free(NULL);
	folder_remove(&f);
}

Test(shelf, a_hasty_one_lets_small_texts_be_read)
{
	struct folder f;
	struct err err;

	folder_make(&f);
	for (size_t i = 0; i < ROWS(f.path); i++) {
		struct shelf *hasty = shelf_new(SHELF_HASTY);
		struct doc *d = read_with(hasty, f.path[i], NULL, &err);

		cr_expect_eq(d != NULL, i == 0, "%s", f.path[i]);
		cr_expect_eq(shelf_lacks(hasty), i > 0, "%s", f.path[i]);
		cr_expect(d || err.kind == ERR_REFUSED, "%s", f.path[i]);
		doc_free(d);
		shelf_free(hasty);
	}
	folder_remove(&f);
}

Test(shelf, a_hasty_one_waits_for_no_pipe)
{
	struct shelf *hasty = shelf_new(SHELF_HASTY);
	struct folder f;
	struct err err;

	folder_make(&f);
	char *pipe = path_join(f.dir, "pipe.txt");

	cr_assert_eq(mkfifo(pipe, 0600), 0);
	cr_expect_null(read_with(hasty, pipe, NULL, &err));
	cr_expect(shelf_lacks(hasty));
	unlink(pipe);
	free(pipe);
	shelf_free(hasty);
	folder_remove(&f);
}

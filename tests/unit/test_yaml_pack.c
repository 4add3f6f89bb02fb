#include "unit/unit.h"

#include "base/file.h"
#include "yaml/pack.h"

static void expect_same(const struct ynode *a, const struct ynode *b)
{
	cr_assert(a->kind == b->kind && a->n == b->n && a->line == b->line &&
		  a->column == b->column && a->plain == b->plain);
	if (a->kind == YAML_SCALAR) {
		expect_str(b->text, a->text);
		cr_expect(b->text.p[b->text.n] == '\0');
	}
	for (size_t i = 0; i < a->n && a->kind != YAML_SCALAR; i++) {
		if (a->kind == YAML_MAP)
			expect_same(a->keys[i], b->keys[i]);
		expect_same(a->items[i], b->items[i]);
	}
}

static struct ydoc *unpack(struct str file, struct str text)
{
	struct buf copy = {0};

	buf_add(&copy, file);
	struct ydoc *d = yaml_unpack(&copy, text, "t");

	cr_expect(
		(copy.p == NULL) == (d != NULL), "taken over when there is a tree, and only then");
	buf_free(&copy);
	return d;
}

static void pack(const char *text, struct buf *packed)
{
	struct err err = {0};
	struct ydoc *d = yaml_parse(str_of(text), "t", &err);
	cr_assert_not_null(d, "%s", err.text);
	yaml_pack(str_of(text), d, packed);
	struct ydoc *again = unpack(buf_str(packed), str_of(text));
	cr_assert_not_null(again, "%s", text);
	expect_same(yaml_root(d), yaml_root(again));
	expect_str(str_of(yaml_name(again)), STR("t"));
	yaml_free(d);
	yaml_free(again);
}

Test(yaml_pack, there_and_back)
{
	static const char *const rows[] = {"\"\"", "a", "[]", "{}", "[[], {}, ~]",
		"a: 1\nb: [x, \"y\", {c: 勾稽}]\n", "k: {k: {k: [1, 2, [3]]}}\n"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf packed = {0};
		pack(rows[i], &packed);
		buf_free(&packed);
	}
}

/* Cut anywhere it is no tree; with any byte changed it is none, or a whole one. */
Test(yaml_pack, what_is_damaged)
{
	static const char text[] = "a: 1\nb: [x, \"y\", {c: 勾稽}]\n";
	struct buf packed = {0};
	pack(text, &packed);
	for (size_t n = 0; n < packed.n; n++)
		cr_expect_null(unpack((struct str){packed.p, n}, str_of(text)), "%zu", n);
	for (size_t i = 0; i < packed.n; i++)
		for (int bit = 0; bit < 8; bit++) {
			packed.p[i] ^= (char)(1 << bit);
			struct ydoc *d = unpack(buf_str(&packed), str_of(text));
			if (d)
				yaml_get(yaml_root(d), "b");
			yaml_free(d);
			packed.p[i] ^= (char)(1 << bit);
		}
	buf_free(&packed);
}

Test(yaml_pack, a_tree_of_another_text_is_not_used)
{
	struct err err = {0};
	struct buf file = {0};
	struct str text = STR("a: [1, 2]\n");
	struct ydoc *d = yaml_parse(text, "t", &err);

	yaml_pack(text, d, &file);
	yaml_free(d);
	d = unpack(buf_str(&file), text);
	cr_assert_not_null(d);
	yaml_free(d);
	cr_expect_null(unpack(buf_str(&file), STR("a: [1, 3]\n")));
	cr_expect_null(unpack(buf_str(&file), STR("a: [1, 2]")));
	buf_free(&file);
}

Test(yaml_pack, a_text_without_a_tree_is_parsed)
{
	char dir[64], *path;
	struct err err = {0};
	unit_temp_dir(dir);
	path = path_join(dir, "x.yaml");
	cr_assert_null(yaml_load_data(path, &err));
	cr_expect(err.kind == ERR_IO);
	cr_assert(file_write_atomic(path, STR("a: 1\n"), &err));
	struct ydoc *d = yaml_load_data(path, &err);
	cr_assert_not_null(d, "%s", err.text);
	cr_expect_not_null(yaml_get(yaml_root(d), "a"));
	yaml_free(d);
	unlink(path);
	rmdir(dir);
	free(path);
}

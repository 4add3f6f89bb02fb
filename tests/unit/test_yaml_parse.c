#include "unit/unit.h"

#include "yaml/yaml.h"

/* Each is refused at just this place. */
Test(yaml_parse, refused)
{
	static const struct {
		struct str text;
		enum err_kind kind;
		unsigned line, column;
	} rows[] = {
		{{NULL, 0}, ERR_FORMAT, 1, 1},
		{{"\n# only a word\n", 15}, ERR_FORMAT, 1, 1},
		{{"\xef\xbb\xbf", 3}, ERR_FORMAT, 1, 1},
		{{"a: 1\nb: \xff", 9}, ERR_FORMAT, 2, 4},
		{{"一: \x1b", 6}, ERR_FORMAT, 1, 4},
		{{"a: b\0c", 6}, ERR_FORMAT, 1, 5},
		{{"\xff\xfe"
		  "a\0",
			 4},
			ERR_FORMAT, 1, 1},
		{{"一: 1\n二: \xef\xbf\xbe", 14}, ERR_FORMAT, 2, 4}, /* U+FFFE */
		{{"a: 1\na: 2\n", 10}, ERR_FORMAT, 2, 1},
		{{"x: {a: 1, \"a\": 2}\n", 18}, ERR_FORMAT, 1, 11},
		{{"a: &x 1\n", 8}, ERR_FORMAT, 1, 4},
		{{"a: *x\n", 6}, ERR_FORMAT, 1, 4},
		{{"a: !!str 1\n", 11}, ERR_FORMAT, 1, 4},
		{{"a: ! 1\n", 7}, ERR_FORMAT, 1, 4},
		{{"- &x [1]\n", 9}, ERR_FORMAT, 1, 3},
		{{"a: &x {b: 1}\n", 13}, ERR_FORMAT, 1, 4},
		{{"---\na: 1\n---\nb: 1\n", 18}, ERR_FORMAT, 3, 1},
		{{"? [a, b]\n: 1\n", 13}, ERR_FORMAT, 1, 3},
		{{"{a: 1}: 2\n", 10}, ERR_FORMAT, 1, 1},
		{{"a: \"cut off", 11}, ERR_FORMAT, 1, 4},
		{{"a: [1, 2\n", 9}, ERR_FORMAT, 1, 4},
		{{"a: {b: 1\n", 9}, ERR_FORMAT, 1, 4},
		{{"a: 1\nbcd", 8}, ERR_FORMAT, 2, 1},
		{{"a: 1\n b: 2\n", 11}, ERR_FORMAT, 2, 3},
		{{"a:\n\t- 1\n", 8}, ERR_FORMAT, 2, 1},
		{{"a: @x\n", 6}, ERR_FORMAT, 1, 4},
		{{"a: \"\\0\"\n", 8}, ERR_FORMAT, 1, 4},
		{{"a: \"\\ud800\"\n", 12}, ERR_FORMAT, 1, 7},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err e = {0};
		struct ydoc *d = yaml_parse(rows[i].text, "f.yaml", &e);

		cr_expect_null(d, "row %zu", i);
		cr_expect(e.kind == rows[i].kind && e.line == rows[i].line &&
				  e.column == rows[i].column,
			"row %zu: %u:%u: %s", i, e.line, e.column, e.text);
		cr_expect_str_eq(e.file, "f.yaml");
		cr_expect(e.text[0] && e.text[strlen(e.text) - 1] != '.');
		yaml_free(d);
	}
}

static void expect_limit(struct buf *text)
{
	struct err e = {0};

	cr_expect_null(yaml_parse(buf_str(text), "f", &e));
	cr_expect_eq(e.kind, ERR_LIMIT, "%s", e.text);
	buf_free(text);
}

/* libyaml alone takes a minute for the first of these. */
Test(yaml_parse, limits_are_reached_in_no_time, .timeout = 20)
{
	struct buf b = {0};

	for (int i = 0; i < 100000; i++)
		buf_addc(&b, '[');
	expect_limit(&b);
	for (int i = 0; i < 100000; i++)
		buf_adds(&b, "- ");
	expect_limit(&b);
	for (int i = 0; i < 100000; i++)
		buf_adds(&b, "[\n");
	expect_limit(&b);
	for (int i = 0; i < 100; i++)
		buf_addf(&b, "%*s%c:\n", i, "", 'a');
	expect_limit(&b);
	buf_adds(&b, "[");
	for (int i = 0; i < 1100000; i++)
		buf_adds(&b, "1,");
	expect_limit(&b);
	for (int i = 0; i < 600; i++)
		buf_addc(&b, 'k');
	buf_adds(&b, ": 1\n");
	expect_limit(&b);
	buf_reserve(&b, 33 << 20);
	for (int i = 0; i < 33 << 20; i++)
		buf_addc(&b, '#');
	expect_limit(&b);
}

Test(yaml_parse, depth_up_to_the_limit)
{
	struct buf b = {0};

	for (int i = 0; i < 64; i++)
		buf_addc(&b, '[');
	for (int i = 0; i < 64; i++)
		buf_addc(&b, ']');
	struct ydoc *d = yaml_parse(buf_str(&b), "f", NULL);

	cr_expect_not_null(d);
	yaml_free(d);
	buf_free(&b);
}

Test(yaml_parse, tree_with_places)
{
	struct err e = {0};
	struct ydoc *d = yaml_parse(STR("\xef\xbb\xbf# 表\n"
					"标题: \"西店 \\\"x\\\"\\n\"\n"
					"list:\n"
					"  - 一\n"
					"  - {k: ~, '二': [1, '2']}\n"
					"text: |\n"
					"  a\n"
					"  b\n"
					"empty:\n"),
		"f.yaml", &e);

	cr_assert_not_null(d, "%s", e.text);
	cr_expect_str_eq(yaml_name(d), "f.yaml");
	const struct ynode *root = yaml_root(d), *list = yaml_get(root, "list");

	cr_assert(root->kind == YAML_MAP && root->n == 4 && root->line == 2 && root->column == 1);
	const struct ynode *title = yaml_get(root, "标题");

	expect_str(title->text, STR("西店 \"x\"\n"));
	cr_expect(title->line == 2 && title->column == 5 && !title->plain);
	cr_expect_eq(title->text.p[title->text.n], '\0');
	cr_assert(list && list->kind == YAML_SEQ && list->n == 2);
	cr_expect(
		list->items[0]->plain && list->items[0]->line == 4 && list->items[0]->column == 5);
	const struct ynode *map = list->items[1];

	cr_assert(map->kind == YAML_MAP && map->n == 2);
	cr_expect(yaml_is_null(yaml_get(map, "k")));
	cr_expect(map->keys[1]->line == 5 && map->keys[1]->column == 12);
	cr_expect(map->items[1]->items[0]->plain && !map->items[1]->items[1]->plain);
	expect_str(yaml_get(root, "text")->text, STR("a\nb\n"));
	cr_expect(yaml_is_null(yaml_get(root, "empty")));
	yaml_free(d);
}

Test(yaml_parse, a_lone_document_may_be_marked)
{
	static const char *const rows[] = {
		"a: 1", "--- {a: 1}\n...\n", "%YAML 1.1\n---\na: 1\n", "a: 1\r\n", "\"a\": 1\n"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err e = {0};
		struct ydoc *d = yaml_parse(str_of(rows[i]), "f", &e);

		cr_assert_not_null(d, "row %zu: %s", i, e.text);
		expect_str(yaml_get(yaml_root(d), "a")->text, STR("1"));
		yaml_free(d);
	}
}

Test(yaml_parse, many_keys)
{
	struct buf b = {0};
	struct err e = {0};

	for (int i = 0; i < 20000; i++)
		buf_addf(&b, "key%d: %d\n", i, i);
	struct ydoc *d = yaml_parse(buf_str(&b), "f", &e);

	cr_assert_not_null(d, "%s", e.text);
	expect_str(yaml_get(yaml_root(d), "key19999")->text, STR("19999"));
	yaml_free(d);
	buf_adds(&b, "key777: again\n");
	cr_expect_null(yaml_parse(buf_str(&b), "f", &e));
	cr_expect_eq(e.line, 20001);
	cr_expect_not_null(strstr(e.text, "778"), "%s", e.text);
	buf_free(&b);
}

Test(yaml_parse, load_what_is_not_there)
{
	struct err e = {0};

	cr_expect_null(yaml_load("/nonexistent/f.yaml", &e));
	cr_expect_eq(e.kind, ERR_IO);
	yaml_free(NULL);
}

#include "unit/unit.h"

#include "yaml/yaml.h"

static const char text[] = "word: 新收\n"
			   "number: 3\n"
			   "quoted: \"3\"\n"
			   "octal: 010\n"
			   "decimal: -0.50\n"
			   "large: 99999999999999999999\n"
			   "yes: yes\n"
			   "t: true\n"
			   "f: false\n"
			   "null1: ~\n"
			   "null2:\n"
			   "nulltext: \"null\"\n"
			   "list: [a, 'b', 3]\n"
			   "holes: [a, ~]\n"
			   "nested: [[a]]\n"
			   "none: []\n"
			   "map: {a: 1}\n";

static struct ydoc *doc(void)
{
	struct err e = {0};
	struct ydoc *d = yaml_parse((struct str){text, sizeof text - 1}, "f.yaml", &e);

	cr_assert_not_null(d, "%s", e.text);
	return d;
}

Test(yaml_get, nothing_in_nothing)
{
	struct ydoc *d = doc();
	struct err e = {0};

	cr_expect_null(yaml_get(NULL, "a"));
	cr_expect_null(yaml_get(yaml_get(yaml_root(d), "list"), "a"));
	cr_expect_null(yaml_get(yaml_root(d), "absent"));
	cr_expect(yaml_is_null(NULL));
	cr_expect(!yaml_need_map(d, NULL, &e));
	cr_expect(e.kind == ERR_FORMAT && e.line == 0);
	cr_expect_str_eq(e.file, "f.yaml");
	yaml_free(d);
}

Test(yaml_get, nulls)
{
	static const struct {
		const char *key;
		bool wanted;
	} rows[] = {{"null1", true}, {"null2", true}, {"absent", true}, {"nulltext", false},
		{"word", false}, {"none", false}};
	struct ydoc *d = doc();

	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_eq(yaml_is_null(yaml_get(yaml_root(d), rows[i].key)), rows[i].wanted,
			"%s", rows[i].key);
	yaml_free(d);
}

Test(yaml_get, kinds)
{
	struct ydoc *d = doc();
	const struct ynode *root = yaml_root(d);
	struct err e = {0};

	cr_expect(yaml_need_map(d, root, &e) && yaml_need_map(d, yaml_get(root, "map"), &e));
	cr_expect(yaml_need_seq(d, yaml_get(root, "none"), &e));
	cr_expect(!yaml_need_seq(d, yaml_get(root, "map"), &e) && e.line == 17 && e.column == 6);
	cr_expect(!yaml_need_map(d, yaml_get(root, "list"), &e) && e.line == 13 && e.column == 7);
	yaml_free(d);
}

enum wanted { TAKEN, LEFT, REFUSED };

Test(yaml_get, texts)
{
	static const struct {
		const char *key;
		enum wanted need, opt;
		const char *value;
	} rows[] = {{"absent", REFUSED, LEFT, NULL}, {"null1", REFUSED, LEFT, NULL},
		{"list", REFUSED, REFUSED, NULL}, {"map", REFUSED, REFUSED, NULL},
		{"word", TAKEN, TAKEN, "新收"}, {"number", TAKEN, TAKEN, "3"},
		{"nulltext", TAKEN, TAKEN, "null"}};
	struct ydoc *d = doc();

	for (size_t i = 0; i < ROWS(rows); i++) {
		const char *need = "before", *opt = "before";
		struct err e = {0};
		bool ok = yaml_need_str(d, yaml_root(d), rows[i].key, &need, &e);

		cr_expect_eq(ok, rows[i].need == TAKEN, "%s", rows[i].key);
		cr_expect_str_eq(need, ok ? rows[i].value : "before");
		cr_expect(ok || (e.line > 0 && strstr(e.text, rows[i].key)));
		ok = yaml_opt_str(d, yaml_root(d), rows[i].key, &opt, &e);
		cr_expect_eq(ok, rows[i].opt != REFUSED, "%s", rows[i].key);
		cr_expect_str_eq(opt, rows[i].opt == TAKEN ? rows[i].value : "before");
	}
	yaml_free(d);
}

Test(yaml_get, numbers_and_truths)
{
	static const struct {
		const char *key;
		enum wanted whole, decimal, truth;
	} rows[] = {{"absent", LEFT, LEFT, LEFT}, {"null2", LEFT, LEFT, LEFT},
		{"word", REFUSED, REFUSED, REFUSED}, {"quoted", REFUSED, REFUSED, REFUSED},
		{"octal", REFUSED, REFUSED, REFUSED}, {"large", REFUSED, REFUSED, REFUSED},
		{"list", REFUSED, REFUSED, REFUSED}, {"yes", REFUSED, REFUSED, REFUSED},
		{"number", TAKEN, TAKEN, REFUSED}, {"decimal", REFUSED, TAKEN, REFUSED},
		{"t", REFUSED, REFUSED, TAKEN}, {"f", REFUSED, REFUSED, TAKEN}};
	struct ydoc *d = doc();

	for (size_t i = 0; i < ROWS(rows); i++) {
		int64_t n = -77;
		struct dec x = {-77, 7};
		bool b = strcmp(rows[i].key, "f") == 0;
		const struct ynode *root = yaml_root(d);
		struct err e = {0};

		cr_expect_eq(yaml_opt_int(d, root, rows[i].key, &n, &e), rows[i].whole != REFUSED,
			"%s", rows[i].key);
		cr_expect_eq(n, rows[i].whole == TAKEN ? 3 : -77, "%s", rows[i].key);
		cr_expect_eq(yaml_opt_dec(d, root, rows[i].key, &x, &e), rows[i].decimal != REFUSED,
			"%s", rows[i].key);
		cr_expect_eq(x.units != -77, rows[i].decimal == TAKEN, "%s", rows[i].key);
		cr_expect_eq(yaml_opt_bool(d, root, rows[i].key, &b, &e), rows[i].truth != REFUSED,
			"%s", rows[i].key);
		cr_expect_eq(b, strcmp(rows[i].key, "t") == 0, "%s", rows[i].key);
	}
	yaml_free(d);
}

Test(yaml_get, lists_of_texts)
{
	static const struct {
		const char *key;
		enum wanted wanted;
		const char *joined;
	} rows[] = {{"absent", LEFT, ""}, {"null1", LEFT, ""}, {"holes", REFUSED, ""},
		{"nested", REFUSED, ""}, {"map", REFUSED, ""}, {"none", TAKEN, ""},
		{"word", TAKEN, "新收;"}, {"list", TAKEN, "a;b;3;"}};
	struct ydoc *d = doc();

	for (size_t i = 0; i < ROWS(rows); i++) {
		const char **texts = NULL;
		size_t n = 77;
		struct err e = {0};
		struct buf joined = {0};

		cr_expect_eq(yaml_opt_strs(d, yaml_root(d), rows[i].key, &texts, &n, &e),
			rows[i].wanted != REFUSED, "%s", rows[i].key);
		cr_expect_eq(n != 77, rows[i].wanted == TAKEN, "%s", rows[i].key);
		for (size_t k = 0; k < n && n != 77; k++)
			buf_addf(&joined, "%s;", texts[k]);
		expect_str(buf_str(&joined), str_of(rows[i].joined));
		buf_free(&joined);
	}
	yaml_free(d);
}

Test(yaml_get, known_keys)
{
	static const char *const known[] = {"a", "b", NULL}, *const nothing[] = {NULL};
	struct ydoc *d = yaml_parse(STR("a: 1\n二: 2\n"), "f", NULL);
	struct ydoc *good = yaml_parse(STR("b: 1\na: 2\n"), "f", NULL);
	struct err e = {0};

	cr_expect(!yaml_known_keys(d, yaml_root(d), known, &e));
	cr_expect(e.line == 2 && e.column == 1 && strstr(e.text, "二"));
	cr_expect(!yaml_known_keys(d, yaml_root(d), nothing, &e) && e.line == 1);
	cr_expect(yaml_known_keys(good, yaml_root(good), known, &e));
	cr_expect(yaml_known_keys(good, NULL, known, &e));
	yaml_free(d);
	yaml_free(good);
}

Test(yaml_get, what_was_read_outlives_the_tree)
{
	struct arena *arena = arena_new(), *nodes = arena_new();
	struct err err = {0};
	struct ydoc *d =
		yaml_parse_in(arena, nodes, STR("one: 收到\nmany: [申请, \"\"]\n"), "x", &err);

	cr_assert_not_null(d, "%s", err.text);
	const struct ynode *root = yaml_root(d);
	const char *one = NULL, **many = NULL;
	size_t n = 0;
	struct str key = yaml_text(d, root->keys[0]);

	cr_assert(yaml_need_str(d, root, "one", &one, &err));
	cr_assert(yaml_opt_strs(d, root, "many", &many, &n, &err));
	memset((char *)root->keys[0]->text.p, 'x', root->keys[0]->text.n);
	memset((char *)root->items[0]->text.p, 'x', root->items[0]->text.n);
	arena_free(nodes);
	cr_expect(str_is(key, "one"));
	cr_expect_str_eq(one, "收到");
	cr_assert_eq(n, 2);
	cr_expect_str_eq(many[0], "申请");
	cr_expect_str_eq(many[1], "");
	arena_free(arena);
}

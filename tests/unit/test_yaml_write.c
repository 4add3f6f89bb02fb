#include "unit/unit.h"

#include "yaml/yaml.h"

static void expect_out(struct yout *y, const char *wanted)
{
	struct buf b = {0};
	struct err e = {0};

	cr_assert(yaml_out_end(y, &b, &e), "%s", e.text);
	expect_str(buf_str(&b), str_of(wanted));
	buf_free(&b);
}

Test(yaml_write, empty_collections)
{
	struct yout *y = yaml_out_begin();

	yaml_out_map(y);
	yaml_out_close(y);
	expect_out(y, "{}\n");
	y = yaml_out_begin();
	yaml_out_seq(y);
	yaml_out_close(y);
	expect_out(y, "[]\n");
	y = yaml_out_begin();
	yaml_out_flow_seq(y);
	yaml_out_close(y);
	expect_out(y, "[]\n");
	y = yaml_out_begin();
	yaml_out_map(y);
	yaml_out_key(y, "a");
	yaml_out_seq(y);
	yaml_out_map(y);
	yaml_out_close(y);
	yaml_out_seq(y);
	yaml_out_close(y);
	yaml_out_close(y);
	yaml_out_key(y, "b");
	yaml_out_map(y);
	yaml_out_close(y);
	yaml_out_close(y);
	expect_out(y, "a:\n  - {}\n  - []\nb: {}\n");
}

Test(yaml_write, flow_map)
{
	struct yout *y = yaml_out_begin();

	yaml_out_seq(y);
	yaml_out_flow_map(y);
	yaml_out_key(y, "a");
	yaml_out_map(y);
	yaml_out_close(y);
	yaml_out_key(y, "b");
	yaml_out_seq(y);
	yaml_out_map(y);
	yaml_out_key(y, "c");
	yaml_out_cstr(y, "d, e\n");
	yaml_out_close(y);
	yaml_out_int(y, 1);
	yaml_out_close(y);
	yaml_out_close(y);
	yaml_out_flow_map(y);
	yaml_out_close(y);
	yaml_out_close(y);
	expect_out(y, "- {a: {}, b: [{c: \"d, e\\n\"}, 1]}\n- {}\n");
}

Test(yaml_write, shape)
{
	struct yout *y = yaml_out_begin();

	yaml_out_map(y);
	yaml_out_key(y, "format");
	yaml_out_cstr(y, "gouji-review/1");
	yaml_out_key(y, "report");
	yaml_out_map(y);
	yaml_out_key(y, "bytes");
	yaml_out_int(y, -12);
	yaml_out_key(y, "seen");
	yaml_out_dec(y, (struct dec){50, 2});
	yaml_out_close(y);
	yaml_out_key(y, "findings");
	yaml_out_seq(y);
	yaml_out_map(y);
	yaml_out_key(y, "id");
	yaml_out_cstr(y, "9f");
	yaml_out_key(y, "cells");
	yaml_out_flow_seq(y);
	yaml_out_cstr(y, "a/b");
	yaml_out_flow_seq(y);
	yaml_out_int(y, 1);
	yaml_out_map(y);
	yaml_out_key(y, "k");
	yaml_out_bool(y, true);
	yaml_out_key(y, "l");
	yaml_out_null(y);
	yaml_out_close(y);
	yaml_out_close(y);
	yaml_out_close(y);
	yaml_out_key(y, "note");
	yaml_out_cstr(y, NULL);
	yaml_out_close(y);
	yaml_out_seq(y);
	yaml_out_seq(y);
	yaml_out_bool(y, false);
	yaml_out_int(y, 2);
	yaml_out_close(y);
	yaml_out_close(y);
	yaml_out_cstr(y, "");
	yaml_out_close(y);
	yaml_out_close(y);
	expect_out(y, "format: \"gouji-review/1\"\n"
		      "report:\n"
		      "  bytes: -12\n"
		      "  seen: 0.50\n"
		      "findings:\n"
		      "  - id: \"9f\"\n"
		      "    cells: [\"a/b\", [1, {k: true, l: null}]]\n"
		      "    note: null\n"
		      "  - - - false\n"
		      "      - 2\n"
		      "  - \"\"\n");
}

Test(yaml_write, strings)
{
	static const struct {
		struct str text;
		const char *wanted;
	} rows[] = {
		{{NULL, 0}, "\"\"\n"},
		{{"no", 2}, "\"no\"\n"},
		{{"007", 3}, "\"007\"\n"},
		{{"2020-12-31", 10}, "\"2020-12-31\"\n"},
		{{"a\nb\tc\r\"\\", 8}, "\"a\\nb\\tc\\r\\\"\\\\\"\n"},
		{{"\x01\x7f", 2}, "\"\\x01\\x7F\"\n"},
		{{"\xc2\x85\xe2\x80\xa8\xe2\x80\xae", 8}, "\"\\x85\\u2028\\u202E\"\n"},
		{{"\xf3\xa0\x81\x81", 4}, "\"\\U000E0041\"\n"},
		{{"新收𠮷：— ", 17}, "\"新收𠮷：— \"\n"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct yout *y = yaml_out_begin();
		struct buf b = {0};

		yaml_out_str(y, rows[i].text);
		cr_assert(yaml_out_end(y, &b, NULL));
		expect_str(buf_str(&b), str_of(rows[i].wanted));
		struct ydoc *d = yaml_parse(buf_str(&b), "f", NULL);

		cr_assert_not_null(d, "row %zu", i);
		expect_str(yaml_root(d)->text, rows[i].text);
		yaml_free(d);
		buf_free(&b);
	}
}

Test(yaml_write, keys)
{
	static const char *const rows[][2] = {{"", "\"\""}, {"no", "\"no\""}, {"Y", "\"Y\""},
		{"null", "\"null\""}, {"1a", "\"1a\""}, {"-a", "\"-a\""}, {"a b", "\"a b\""},
		{"a:", "\"a:\""}, {"标题", "\"标题\""}, {"a\"b", "\"a\\\"b\""}, {"at", "at"},
		{"not-checked_2", "not-checked_2"}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct yout *y = yaml_out_begin();
		char wanted[64];

		snprintf(wanted, sizeof wanted, "%s: 1\n", rows[i][1]);
		yaml_out_map(y);
		yaml_out_key(y, rows[i][0]);
		yaml_out_int(y, 1);
		yaml_out_close(y);
		expect_out(y, wanted);
	}
}

/* What was read is written so that it reads the same again, now and in either YAML. */
Test(yaml_write, nodes_as_they_were)
{
	static const char *const rows[][2] = {
		{"a: 1\n", "a: 1\n"},
		{"a:\nb: ~\n", "a: null\nb: null\n"},
		{"a: no\nb: 'no'\n", "a: no\nb: \"no\"\n"},
		{"[007, 1e3, .inf, 12:30:45, 2020-12-31, =, <<]\n",
			"- 007\n- 1e3\n- .inf\n- 12:30:45\n- 2020-12-31\n- =\n- <<\n"},
		{"a: 你好\n", "a: \"你好\"\n"},
		{"a: one\n  two\n", "a: one two\n"},
		{"a: one\n\n  two\n", "a: \"one\\ntwo\"\n"},
		{"a: x#y\n", "a: \"x#y\"\n"},
		{"a: -\n  b\n", "a: - b\n"},
		{"a: |\n  x\n  y\n", "a: \"x\\ny\\n\"\n"},
		{"a: {b: [], c: {}, d: [1, {e: f}]}\n",
			"a:\n  b: []\n  c: {}\n  d:\n    - 1\n    - e: f\n"},
		{"'k 1': 2001-12-14 21:59:43.10 -5\n", "\"k 1\": 2001-12-14 21:59:43.10 -5\n"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err e = {0};
		struct ydoc *d = yaml_parse(str_of(rows[i][0]), "f", &e);

		if (!d) { /* "- b" is no bare word, and so never reaches the writer as one */
			cr_expect(strstr(rows[i][1], "- b"), "row %zu: %s", i, e.text);
			continue;
		}
		struct yout *y = yaml_out_begin();

		yaml_out_node(y, yaml_root(d));
		expect_out(y, rows[i][1]);
		yaml_free(d);
	}
}

enum call { MAP, SEQ, FLOW, CLOSE, KEY, ONE, BAD, NUL, LONG, STOP };

static void make_call(struct yout *y, enum call call)
{
	static const char long_key[600] = {[0 ... 598] = 'k'};

	switch (call) {
	case MAP:
		yaml_out_map(y);
		break;
	case SEQ:
		yaml_out_seq(y);
		break;
	case FLOW:
		yaml_out_flow_seq(y);
		break;
	case CLOSE:
		yaml_out_close(y);
		break;
	case KEY:
		yaml_out_key(y, "k");
		break;
	case ONE:
		yaml_out_int(y, 1);
		break;
	case BAD:
		yaml_out_str(y, STR("a\xff"));
		break;
	case NUL:
		yaml_out_str(y, STR("a\0b"));
		break;
	case LONG:
		yaml_out_key(y, long_key);
		break;
	case STOP:
		break;
	}
}

Test(yaml_write, what_cannot_be_written)
{
	static const enum call rows[][6] = {{STOP}, {MAP, STOP}, {CLOSE, STOP}, {KEY, STOP},
		{ONE, ONE, STOP}, {MAP, ONE, CLOSE, STOP}, {MAP, KEY, CLOSE, STOP},
		{MAP, KEY, KEY, ONE, CLOSE, STOP}, {SEQ, KEY, CLOSE, STOP},
		{FLOW, KEY, CLOSE, STOP}, {SEQ, CLOSE, CLOSE, STOP}, {BAD, STOP}, {NUL, STOP},
		{MAP, LONG, ONE, CLOSE, STOP}, {SEQ, BAD, CLOSE, STOP}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct yout *y = yaml_out_begin();
		struct buf b = {0};
		struct err e = {0};

		for (const enum call *c = rows[i]; *c != STOP; c++)
			make_call(y, *c);
		cr_expect(!yaml_out_end(y, &b, &e), "row %zu", i);
		cr_expect(e.kind == ERR_FORMAT && e.text[0], "row %zu", i);
		cr_expect_eq(b.n, 0, "row %zu", i);
		buf_free(&b);
	}
}

Test(yaml_write, too_deep)
{
	struct yout *y = yaml_out_begin();
	struct buf b = {0};

	for (int i = 0; i < 100; i++)
		yaml_out_seq(y);
	for (int i = 0; i < 100; i++)
		yaml_out_close(y);
	cr_expect(!yaml_out_end(y, &b, NULL));
	buf_free(&b);
}

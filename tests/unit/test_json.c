#include "unit/unit.h"

#include "base/json.h"

static void expect_json(struct buf *b, const char *wanted)
{
	expect_str(buf_str(b), str_of(wanted));
	buf_free(b);
}

static void write_sample(struct json *j)
{
	json_open(j, '{');
	json_key(j, "empty");
	json_open(j, '[');
	json_close(j);
	json_key(j, "none");
	json_open(j, '{');
	json_close(j);
	json_key(j, "list");
	json_open(j, '[');
	json_int(j, -1);
	json_dec(j, (struct dec){50, 2});
	json_bool(j, true);
	json_null(j);
	json_close(j);
	json_key(j, "flat");
	json_open_flat(j, '{');
	json_key(j, "span");
	json_open(j, '[');
	json_int(j, 1);
	json_int(j, 2);
	json_close(j);
	json_key(j, "b");
	json_bool(j, false);
	json_close(j);
	json_close(j);
}

Test(json, on_one_line)
{
	struct buf b = {0};
	struct json j;

	json_init(&j, &b, false);
	write_sample(&j);
	cr_expect_eq(j.depth, 0);
	expect_json(&b, "{\"empty\": [], \"none\": {}, \"list\": [-1, 0.50, true, null], "
			"\"flat\": {\"span\": [1, 2], \"b\": false}}");
}

Test(json, pretty)
{
	struct buf b = {0};
	struct json j;

	json_init(&j, &b, true);
	write_sample(&j);
	expect_json(&b, "{\n  \"empty\": [],\n  \"none\": {},\n  \"list\": [\n    -1,\n    0.50,\n"
			"    true,\n    null\n  ],\n"
			"  \"flat\": {\"span\": [1, 2], \"b\": false}\n}");
}

Test(json, strings)
{
	static const struct {
		struct str text;
		const char *wanted;
	} rows[] = {
		{{NULL, 0}, "\"\""},
		{{"\0", 1}, "\"\\u0000\""},
		{{"\"\\/", 3}, "\"\\\"\\\\/\""},
		{{"\b\t\n\f\r\v\x1b", 7}, "\"\\b\\t\\n\\f\\r\\u000b\\u001b\""},
		{{"\x7f\xc2\x85", 3}, "\"\\u007f\\u0085\""},
		{{"表一 é𠮷", 13}, "\"表一 é𠮷\""},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf b = {0};
		struct json j;

		json_init(&j, &b, true);
		json_str(&j, rows[i].text);
		expect_json(&b, rows[i].wanted);
	}
}

Test(json, absent_text_is_null)
{
	struct buf b = {0};
	struct json j;

	json_init(&j, &b, false);
	json_open(&j, '[');
	json_cstr(&j, NULL);
	json_cstr(&j, "");
	json_int(&j, INT64_MIN);
	json_close(&j);
	expect_json(&b, "[null, \"\", -9223372036854775808]");
}

Test(json, keys_are_escaped)
{
	struct buf b = {0};
	struct json j;

	json_init(&j, &b, false);
	json_open(&j, '{');
	json_key(&j, "a\"b");
	json_null(&j);
	json_close(&j);
	expect_json(&b, "{\"a\\\"b\": null}");
}

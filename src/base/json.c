/* The JSON writer. */
#include "base/json.h"

#include <assert.h>
#include <inttypes.h>

#include "base/utf8.h"

void json_init(struct json *j, struct buf *out, bool pretty)
{
	*j = (struct json){.out = out, .pretty = pretty};
}

static void new_line(struct json *j)
{
	buf_addc(j->out, '\n');
	for (unsigned i = 0; i < j->depth; i++)
		buf_adds(j->out, "  ");
}

static bool on_one_line(const struct json *j)
{
	return !j->pretty || j->flat[j->depth - 1];
}

/* What stands between this value and the one before it. */
static void separate(struct json *j)
{
	if (j->after_key || j->depth == 0) {
		j->after_key = false;
		return;
	}
	bool first = j->first[j->depth - 1];

	j->first[j->depth - 1] = false;
	if (!first)
		buf_addc(j->out, ',');
	if (!on_one_line(j))
		new_line(j);
	else if (!first)
		buf_addc(j->out, ' ');
}

static void open_as(struct json *j, char bracket, bool flat)
{
	assert(j->depth < JSON_DEPTH_MAX && (bracket == '{' || bracket == '['));
	separate(j);
	buf_addc(j->out, bracket);
	j->flat[j->depth] = flat || (j->depth && j->flat[j->depth - 1]);
	j->first[j->depth] = true;
	j->close[j->depth] = bracket == '{' ? '}' : ']';
	j->depth++;
}

void json_open(struct json *j, char bracket)
{
	open_as(j, bracket, false);
}

void json_open_flat(struct json *j, char bracket)
{
	open_as(j, bracket, true);
}

void json_close(struct json *j)
{
	assert(j->depth > 0 && !j->after_key);
	bool line = !on_one_line(j) && !j->first[j->depth - 1];

	j->depth--;
	if (line)
		new_line(j);
	buf_addc(j->out, j->close[j->depth]);
}

static void put_escaped(struct buf *out, unsigned ch)
{
	static const char short_forms[][3] = {
		['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f", ['\r'] = "\\r"};

	if (ch < sizeof short_forms / sizeof short_forms[0] && short_forms[ch][0])
		buf_adds(out, short_forms[ch]);
	else
		buf_addf(out, "\\u%04x", ch);
}

static void put_string(struct buf *out, struct str s)
{
	size_t plain = 0; /* start of the run that goes out as it is */

	buf_addc(out, '"');
	for (size_t at = 0; at < s.n;) {
		size_t start = at;
		unsigned ch = utf8_next(s, &at);
		bool control = ch < 0x20 || (ch >= 0x7f && ch < 0xa0);

		if (!control && ch != '"' && ch != '\\')
			continue;
		buf_add(out, str_slice(s, plain, start));
		plain = at;
		if (control) {
			put_escaped(out, ch);
		} else {
			buf_addc(out, '\\');
			buf_addc(out, (char)ch);
		}
	}
	buf_add(out, str_slice(s, plain, s.n));
	buf_addc(out, '"');
}

void json_key(struct json *j, const char *key)
{
	assert(j->depth > 0 && j->close[j->depth - 1] == '}' && !j->after_key);
	separate(j);
	put_string(j->out, str_of(key));
	buf_adds(j->out, ": ");
	j->after_key = true;
}

void json_str(struct json *j, struct str s)
{
	separate(j);
	put_string(j->out, s);
}

void json_cstr(struct json *j, const char *s)
{
	if (s)
		json_str(j, str_of(s));
	else
		json_null(j);
}

void json_int(struct json *j, int64_t n)
{
	separate(j);
	buf_addf(j->out, "%" PRId64, n);
}

void json_dec(struct json *j, struct dec d)
{
	char text[DEC_TEXT_MAX];

	separate(j);
	buf_adds(j->out, dec_str(d, text));
}

void json_bool(struct json *j, bool b)
{
	separate(j);
	buf_adds(j->out, b ? "true" : "false");
}

void json_null(struct json *j)
{
	separate(j);
	buf_adds(j->out, "null");
}

/* Text for terminals and CSV. */
#include "export/words.h"

#include <string.h>

#include "base/utf8.h"

void words_clean_name(struct buf *out, const char *name)
{
	struct str rest = str_of(name);
	size_t bad;

	while (!utf8_valid(rest, &bad)) {
		buf_add(out, str_slice(rest, 0, bad));
		buf_add_ucs(out, 0xfffd);
		rest = str_slice(rest, bad + 1, rest.n);
	}
	buf_add(out, rest);
}

void words_json_name(struct json *j, const char *name)
{
	struct buf clean = {0};

	words_clean_name(&clean, name);
	json_str(j, buf_str(&clean));
	buf_free(&clean);
}

void words_show(struct buf *out, struct str s)
{
	bool blank = false;

	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		unsigned ch = utf8_next(s, &at);

		if (ch == ' ' || (ch >= '\t' && ch <= '\r')) {
			blank = true;
			continue;
		}
		if (blank)
			buf_addc(out, ' ');
		blank = false;
		if (utf8_is_hidden(ch))
			buf_addf(out, "<U+%04X>", ch);
		else
			buf_add(out, str_slice(s, from, at));
	}
	if (blank)
		buf_addc(out, ' ');
}

void words_show_name(struct buf *out, const char *name)
{
	struct buf clean = {0};

	words_clean_name(&clean, name);
	words_show(out, buf_str(&clean));
	buf_free(&clean);
}

void words_csv(struct buf *out, struct str s)
{
	bool quote = false;

	for (size_t i = 0; i < s.n && !quote; i++)
		quote = strchr(",\"\r\n", s.p[i]) != NULL;
	if (!quote) {
		buf_add(out, s);
		return;
	}
	buf_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_addc(out, '"');
		buf_addc(out, s.p[i]);
	}
	buf_addc(out, '"');
}

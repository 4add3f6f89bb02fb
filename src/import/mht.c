/* The page among the parts of a MIME message. */
#include "import/mht.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum {
	HEADER_MOST = 64 << 10, /* bytes of a header */
	BOUNDARY_MOST = 70,	/* RFC 2046 */
	DEPTH_MOST = 4,		/* of messages within messages */
};

/* The line at *at without its end; moves behind it. */
static struct str next_line(struct str s, size_t *at)
{
	size_t from = *at, end = str_find(s, STR("\n"), from);

	end = end == STR_NONE ? s.n : end;
	*at = end < s.n ? end + 1 : s.n;
	return str_slice(s, from, end > from && s.p[end - 1] == '\r' ? end - 1 : end);
}

/* The length of the header, the empty line behind it too; STR_NONE where it has no end. */
static size_t header_end(struct str s)
{
	for (size_t at = 0; at < s.n && at < HEADER_MOST;)
		if (next_line(s, &at).n == 0)
			return at;
	return STR_NONE;
}

static bool begins_alike(struct str s, struct str prefix)
{
	return s.n >= prefix.n && strncasecmp(s.p, prefix.p, prefix.n) == 0;
}

/* The field's value in the header, its further lines as well; empty: it has none. */
static struct str field_of(struct str header, struct str name)
{
	for (size_t at = 0; at < header.n;) {
		struct str line = next_line(header, &at);

		if (!begins_alike(line, name) || line.n == name.n || line.p[name.n] != ':')
			continue;
		size_t end = at;

		while (at < header.n && (header.p[at] == ' ' || header.p[at] == '\t')) {
			next_line(header, &at);
			end = at;
		}
		return str_trim((struct str){
			line.p + name.n + 1, (size_t)(header.p + end - line.p) - name.n - 1});
	}
	return STR("");
}

/* The parameter of a field: boundary="x". */
static struct str parameter_of(struct str field, struct str name)
{
	for (size_t at = 0; (at = str_find(field, STR(";"), at)) != STR_NONE;) {
		struct str rest = str_trim(str_slice(field, ++at, field.n));

		if (!begins_alike(rest, name) || rest.n == name.n || rest.p[name.n] != '=')
			continue;
		rest = str_slice(rest, name.n + 1, rest.n);
		bool quoted = str_starts(rest, "\"");
		size_t end = 0;

		rest = str_slice(rest, quoted, rest.n);
		while (end < rest.n &&
			(quoted ? rest.p[end] != '"'
				: rest.p[end] != ';' && !isspace((unsigned char)rest.p[end])))
			end++;
		return str_slice(rest, 0, end);
	}
	return STR("");
}

/* The boundary of a message's parts; empty: it has none. */
static struct str boundary_of(struct str header)
{
	struct str type = field_of(header, STR("Content-Type"));
	struct str boundary = parameter_of(type, STR("boundary"));

	return begins_alike(type, STR("multipart/")) && boundary.n <= BOUNDARY_MOST ? boundary
										    : STR("");
}

bool mht_is(struct str bytes)
{
	size_t end = header_end(bytes);

	return end != STR_NONE && boundary_of(str_slice(bytes, 0, end)).n > 0;
}

/* Is the line two dashes and the boundary? */
static bool is_boundary(struct str line, struct str boundary)
{
	return str_starts(line, "--") && line.n >= boundary.n + 2 &&
	       memcmp(line.p + 2, boundary.p, boundary.n) == 0;
}

static int hex_digit(char c)
{
	return isdigit((unsigned char)c)    ? c - '0'
	       : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10
					    : -1;
}

/* "=E4=B8=80", lines that go on behind "=". */
static void decode_quoted(struct str s, struct buf *out)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		struct str line = next_line(s, &at);
		bool goes_on = line.n && line.p[line.n - 1] == '=';

		for (size_t i = 0; i + goes_on < line.n; i++) {
			int high = i + 2 < line.n ? hex_digit(line.p[i + 1]) : -1;
			int low = i + 2 < line.n ? hex_digit(line.p[i + 2]) : -1;
			bool code = line.p[i] == '=' && high >= 0 && low >= 0;

			buf_addc(out, code ? (char)(high << 4 | low) : line.p[i]);
			i += code ? 2 : 0;
		}
		if (!goes_on)
			buf_add(out, str_slice(s, from + line.n, at));
	}
}

static void decode_base64(struct str s, struct buf *out)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned bits = 0, n = 0;

	for (size_t i = 0; i < s.n && s.p[i] != '='; i++) {
		const char *digit = s.p[i] ? strchr(digits, s.p[i]) : NULL;

		if (!digit)
			continue;
		bits = bits << 6 | (unsigned)(digit - digits);
		n += 6;
		if (n >= 8) {
			n -= 8;
			buf_addc(out, (char)(bits >> n & 0xff));
		}
	}
}

static void decode(struct str body, struct str how, struct buf *out)
{
	if (begins_alike(how, STR("quoted-printable")))
		decode_quoted(body, out);
	else if (begins_alike(how, STR("base64")))
		decode_base64(body, out);
	else
		buf_add(out, body);
}

static bool find_page(struct str message, unsigned depth, struct buf *page);

/* A part: the page, or a message with parts of its own. */
static bool take_part(struct str part, unsigned depth, struct buf *page)
{
	size_t end = header_end(part);
	struct str header = str_slice(part, 0, end == STR_NONE ? 0 : end);
	struct str type = field_of(header, STR("Content-Type"));

	if (begins_alike(type, STR("multipart/")))
		return depth < DEPTH_MOST && find_page(part, depth + 1, page);
	if (!begins_alike(type, STR("text/html")) &&
		!begins_alike(type, STR("application/xhtml+xml")))
		return false;
	decode(str_slice(part, end, part.n), field_of(header, STR("Content-Transfer-Encoding")),
		page);
	return true;
}

static bool find_page(struct str message, unsigned depth, struct buf *page)
{
	size_t at = header_end(message), part = STR_NONE;
	struct str boundary = boundary_of(str_slice(message, 0, at == STR_NONE ? 0 : at));

	while (boundary.n > 0 && at < message.n) {
		size_t from = at;

		if (!is_boundary(next_line(message, &at), boundary))
			continue;
		if (part != STR_NONE && take_part(str_slice(message, part, from), depth, page))
			return true;
		part = at;
	}
	/* the last may have been cut off */
	return boundary.n > 0 && part != STR_NONE && part < message.n &&
	       take_part(str_slice(message, part, message.n), depth, page);
}

bool mht_page(struct str bytes, struct buf *page)
{
	return find_page(bytes, 0, page);
}

/* The converters. What they make goes through a stream that settles the line ends. */
#include "import/convert.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/utf8.h"

/* A "\r" is held back until it is known whether a "\n" follows. */
struct stream {
	struct doc *d; /* NULL: nothing is put */
	bool held;
	size_t held_at,
		held_unit; /* where the "\r" is in the source, how many bytes it takes there */
};

static void stream_flush(struct stream *s)
{
	if (s->held)
		sink_text(s->d, STR("\n"), s->held_at, 1, s->held_unit);
	s->held = false;
}

/* Puts the text up to the first "\r", which it holds; returns how much of the text that was. */
static size_t stream_step(
	struct stream *s, struct str text, size_t from, size_t text_unit, size_t disk_unit)
{
	if (s->held) {
		bool pair = text.p[0] == '\n';

		s->held_unit += pair ? disk_unit : 0;
		stream_flush(s);
		return pair;
	}
	const char *cr = text_unit == 1 ? memchr(text.p, '\r', text.n) : NULL;

	if (!cr) {
		sink_text(s->d, text, from, text_unit, disk_unit);
		return text.n;
	}
	size_t n = (size_t)(cr - text.p);

	sink_text(s->d, str_slice(text, 0, n), from, 1, disk_unit);
	s->held = true;
	s->held_at = from + n * disk_unit;
	s->held_unit = disk_unit;
	return n + 1;
}

/* `text` is characters of `text_unit` bytes each, `disk_unit` bytes each in the source from `from`
 * on. */
static void stream_put(
	struct stream *s, struct str text, size_t from, size_t text_unit, size_t disk_unit)
{
	while (s->d && text.n > 0) {
		size_t n = stream_step(s, text, from, text_unit, disk_unit);

		from += n / text_unit * disk_unit;
		text = str_slice(text, n, text.n);
	}
}

bool convert_utf8(struct doc *d, struct str bytes, size_t from, size_t *bad)
{
	struct stream s = {.d = d};
	struct str text = str_slice(bytes, from, bytes.n);

	if (!utf8_valid(text, bad)) {
		*bad += from;
		return false;
	}
	if (d)
		sink_reserve(d, text.n);
	stream_put(&s, text, from, 1, 1);
	stream_flush(&s);
	return true;
}

/* How many bytes the character at `at` takes, by the ranges of GB 18030; 0 where there is none. */
static size_t gb18030_length(struct str s, size_t at)
{
	const unsigned char *p = (const unsigned char *)s.p + at;
	size_t left = s.n - at;

	if (p[0] < 0x80)
		return 1;
	if (p[0] == 0x80 || p[0] == 0xff || left < 2)
		return 0;
	if (p[1] >= 0x40 && p[1] != 0x7f && p[1] != 0xff)
		return 2;
	if (left < 4 || p[1] < 0x30 || p[1] > 0x39)
		return 0;
	return p[2] >= 0x81 && p[2] != 0xff && p[3] >= 0x30 && p[3] <= 0x39 ? 4 : 0;
}

/* Where the characters of `length` bytes that begin at `at` end, after `limit` bytes at the latest.
 */
static size_t gb18030_run(struct str s, size_t at, size_t length, size_t limit)
{
	size_t end = at;

	while (end < s.n && end - at < limit && gb18030_length(s, end) == length)
		end += length;
	return end;
}

/* Puts what became of characters of `disk_unit` bytes, run by run of characters that are of one
 * length as UTF-8 too. */
static void put_runs(struct stream *s, struct str text, size_t from, size_t disk_unit)
{
	for (size_t at = 0; at < text.n;) {
		size_t start = at;

		utf8_next(text, &at);
		size_t length = at - start, next = at;

		while (next < text.n && (utf8_next(text, &next), next - at == length))
			at = next;
		stream_put(s, str_slice(text, start, at), from, length, disk_unit);
		from += (at - start) / length * disk_unit;
	}
}

enum { GB_BATCH = 4096 }; /* bytes converted at once; a multiple of 4 */

/* Converts and puts bytes [at, end), characters of `unit` bytes, not more than a batch. */
static bool put_gb18030(
	struct stream *s, iconv_t cd, struct str bytes, size_t at, size_t end, size_t *bad)
{
	char text[GB_BATCH * 2];
	char *in = (char *)bytes.p + at, *out = text;
	size_t in_left = end - at, out_left = sizeof text, unit = gb18030_length(bytes, at);

	if (iconv(cd, &in, &in_left, &out, &out_left) == (size_t)-1) {
		*bad = (size_t)(in - bytes.p);
		return false;
	}
	put_runs(s, (struct str){text, (size_t)(out - text)}, at, unit);
	return true;
}

bool convert_gb18030(struct doc *d, struct str bytes, size_t from, size_t *bad)
{
	struct stream s = {.d = d};
	iconv_t cd = iconv_open("UTF-8", "GB18030");
	bool good = cd != (iconv_t)-1;

	*bad = from;
	if (d)
		sink_reserve(d, (bytes.n - from) / 2 * 3);
	for (size_t at = from, end; good && at < bytes.n; at = end) {
		size_t unit = gb18030_length(bytes, at);

		*bad = at;
		good = unit > 0;
		if (!good)
			break;
		end = gb18030_run(bytes, at, unit, unit == 1 ? bytes.n : GB_BATCH);
		if (unit == 1)
			stream_put(&s, str_slice(bytes, at, end), at, 1, 1);
		else
			good = put_gb18030(&s, cd, bytes, at, end, bad);
	}
	stream_flush(&s);
	if (cd != (iconv_t)-1)
		iconv_close(cd);
	return good;
}

enum {
	STEP_MAX = 16
}; /* bytes of the longest character of any encoding, its shift sequence with it */

/* Gives iconv ever more bytes until it takes some: `*at` moves on past them, `text` holds what they
 * became (nothing, where they only shift). */
static bool named_step(iconv_t cd, struct str bytes, size_t *at, char text[64], size_t *n)
{
	for (size_t given = 1; given <= STEP_MAX && given <= bytes.n - *at; given++) {
		char *in = (char *)bytes.p + *at, *out = text;
		size_t in_left = given, out_left = 64;
		size_t done = iconv(cd, &in, &in_left, &out, &out_left);

		*n = (size_t)(out - text);
		if (in_left < given) {
			*at += given - in_left;
			return true;
		}
		if (done == (size_t)-1 && errno != EINVAL)
			return false;
	}
	return false;
}

bool convert_knows(const char *name)
{
	/* "//" would bring in iconv's lenient modes, and "" is the locale's encoding */
	bool plain = *name && !strchr(name, '/');
	iconv_t cd = plain ? iconv_open("UTF-8", name) : (iconv_t)-1;

	return cd != (iconv_t)-1 && iconv_close(cd) == 0;
}

bool convert_named(struct doc *d, struct str bytes, size_t from, const char *name, size_t *bad)
{
	struct stream s = {.d = d};
	iconv_t cd = iconv_open("UTF-8", name);
	bool good = cd != (iconv_t)-1;
	size_t put = from; /* the source is put up to here; more may have been taken that shifts */

	for (size_t at = from; good && at < bytes.n;) {
		char text[64];
		size_t n;

		*bad = at;
		good = named_step(cd, bytes, &at, text, &n);
		if (good && n > 0) {
			stream_put(&s, (struct str){text, n}, put, n, at - put);
			put = at;
		}
	}
	stream_flush(&s);
	if (cd != (iconv_t)-1)
		iconv_close(cd);
	return good;
}

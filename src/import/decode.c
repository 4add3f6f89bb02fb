/* Which encoding it is: what was asked for, else the byte order mark, else the first of UTF-8 and
 * GB18030 that fits throughout. */
#include "import/decode.h"

#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "import/convert.h"

struct mark {
	const char *bytes;
	size_t n;
	const char *encoding;
};

/* Longer ones first. */
static const struct mark marks[] = {
	{"\xff\xfe\0\0", 4, "UTF-32LE"},
	{"\0\0\xfe\xff", 4, "UTF-32BE"},
	{"\x84\x31\x95\x33", 4, "GB18030"},
	{"\xef\xbb\xbf", 3, "UTF-8"},
	{"\xff\xfe", 2, "UTF-16LE"},
	{"\xfe\xff", 2, "UTF-16BE"},
};

/* Names people and web pages use, and what they are read as: GB18030 holds the older two whole. */
static const struct {
	const char *name, *encoding;
} aliases[] = {
	{"utf8", "UTF-8"},
	{"utf-8", "UTF-8"},
	{"gb18030", "GB18030"},
	{"gb-18030", "GB18030"},
	{"gbk", "GB18030"},
	{"x-gbk", "GB18030"},
	{"gb2312", "GB18030"},
	{"gb-2312", "GB18030"},
	{"gb_2312-80", "GB18030"},
	{"euc-cn", "GB18030"},
	{"cp936", "GB18030"},
	{"ms936", "GB18030"},
	{"windows-936", "GB18030"},
	{"utf-16", "UTF-16LE"}, /* without a mark; with one the mark decides */
	{"utf16", "UTF-16LE"},
	{"utf-32", "UTF-32LE"},
	{"utf32", "UTF-32LE"},
};

static const struct mark *mark_find(struct str bytes)
{
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (bytes.n >= marks[i].n && memcmp(bytes.p, marks[i].bytes, marks[i].n) == 0)
			return &marks[i];
	return NULL;
}

static const char *encoding_resolve(const char *name)
{
	for (size_t i = 0; i < sizeof aliases / sizeof aliases[0]; i++)
		if (strcasecmp(name, aliases[i].name) == 0)
			return aliases[i].encoding;
	return name;
}

static bool convert(struct doc *d, struct str bytes, size_t from, const char *encoding, size_t *bad)
{
	if (strcasecmp(encoding, "UTF-8") == 0)
		return convert_utf8(d, bytes, from, bad);
	if (strcasecmp(encoding, "GB18030") == 0)
		return convert_gb18030(d, bytes, from, bad);
	return convert_named(d, bytes, from, encoding, bad);
}

/* The document holds the text: binary all the same? */
static bool text_accept(const struct doc *d, struct err *err)
{
	struct str text = doc_text(d);
	const char *nul = text.n ? memchr(text.p, 0, text.n) : NULL;

	if (!nul)
		return true;
	size_t at = (size_t)(nul - text.p);

	return err_set(err, ERR_FORMAT, _("this is not text: there is a NUL at offset %zu"),
		doc_disk(d, (struct text_span){at, at}).from);
}

/* It fits: takes the text in. */
static bool decode_put(
	struct doc *d, struct str bytes, size_t from, const char *encoding, struct err *err)
{
	size_t bad;

	convert(d, bytes, from, encoding, &bad);
	sink_encoding(d, encoding);
	return text_accept(d, err);
}

/* The encoding is known, by name or by mark: it fits or the file is refused. */
static bool decode_as(
	struct doc *d, struct str bytes, size_t from, const char *encoding, struct err *err)
{
	size_t bad = from;

	if (!convert(NULL, bytes, from, encoding, &bad))
		return err_set(err, ERR_FORMAT,
			_("this is not %s: the byte at offset %zu begins no character"), encoding,
			bad);
	return decode_put(d, bytes, from, encoding, err);
}

enum { SURE_CHARS = 8, SURE_CUT = 2 };

/* Damaged UTF-8 rather than another encoding? So many characters beyond ASCII came out well before
 * the bad byte (fewer do where the file just ends inside a character) that GB18030, which makes
 * something of nearly any bytes, could only garble it. Of a text in GB18030 one character in seven
 * looks like UTF-8. */
static bool surely_utf8(struct str bytes, size_t bad)
{
	unsigned char lead = (unsigned char)bytes.p[bad];
	size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2, many = 0, at = bad + 1;

	for (size_t i = 0; i < bad && many < SURE_CHARS; i++)
		many += ((unsigned char)bytes.p[i] & 0xc0) == 0xc0;
	while (at < bytes.n && ((unsigned char)bytes.p[at] & 0xc0) == 0x80)
		at++;
	bool cut = lead >= 0xc2 && at == bytes.n && at - bad < length;

	return many >= (cut ? SURE_CUT : SURE_CHARS);
}

static bool decode_guess(struct doc *d, struct str bytes, struct err *err)
{
	const char *nul = bytes.n ? memchr(bytes.p, 0, bytes.n) : NULL;
	size_t bad8 = 0, bad18030 = 0;

	if (nul)
		return err_set(err, ERR_FORMAT,
			_("this is not text: there is a NUL at offset %zu (for UTF-16 without a "
			  "byte "
			  "order mark, say --encoding=UTF-16LE)"),
			(size_t)(nul - bytes.p));
	if (convert_utf8(NULL, bytes, 0, &bad8))
		return decode_put(d, bytes, 0, "UTF-8", err);
	if (surely_utf8(bytes, bad8))
		return err_set(err, ERR_FORMAT,
			_("damaged UTF-8: the byte at offset %zu begins no character"), bad8);
	if (convert_gb18030(NULL, bytes, 0, &bad18030))
		return decode_put(d, bytes, 0, "GB18030", err);
	return err_set(err, ERR_FORMAT,
		_("neither UTF-8 (bad byte at offset %zu) nor GB18030 (bad byte at offset %zu)"),
		bad8, bad18030);
}

bool decode_text(struct doc *d, struct str bytes, const char *encoding, struct err *err)
{
	const struct mark *mark = mark_find(bytes);

	if (!encoding)
		return mark ? decode_as(d, bytes, mark->n, mark->encoding, err)
			    : decode_guess(d, bytes, err);
	const char *wanted = encoding_resolve(encoding);

	if (!convert_knows(wanted))
		return err_set(err, ERR_USAGE, _("unknown encoding `%s`"), encoding);
	/* a mark of the same family says the byte order and is not text */
	if (mark && strncasecmp(mark->encoding, wanted, 6) == 0)
		return decode_as(d, bytes, mark->n, mark->encoding, err);
	return decode_as(d, bytes, 0, wanted, err);
}

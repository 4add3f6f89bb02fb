/* Over expat. */
#include "import/xml.h"

#include <errno.h>
#include <expat.h>
#include <string.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/library.h"

/* Between namespace and name. */
#define SEPARATOR ' '
/* Given to expat at once. */
#define PIECE ((size_t)1 << 20)

#define FUNCTIONS(X)                                                                               \
	X(XML_ParserCreateNS)                                                                      \
	X(XML_ParserFree) X(XML_SetUserData) X(XML_SetElementHandler)                              \
		X(XML_SetCharacterDataHandler) X(XML_SetStartDoctypeDeclHandler) X(XML_Parse)      \
			X(XML_StopParser) X(XML_GetErrorCode) X(XML_GetCurrentLineNumber)          \
				X(XML_ErrorString)
struct functions {
	FUNCTIONS(LIBRARY_POINTER)
};

static const struct library_function wanted[] = {FUNCTIONS(LIBRARY_FUNCTION)};

struct xml {
	struct functions f;
	XML_Parser parser;
	const struct xml_reader *reader;
	void *data;
	const char **attributes; /* of the element that starts: name, value, ..., NULL */
	size_t depth, skip; /* skip: depth of the element whose inside is passed over; 0: none */
	bool stopped;
	struct err err;
};

const char *xml_attribute(const struct xml *x, const char *name)
{
	for (const char **a = x->attributes; a && *a; a += 2) {
		const char *local = strrchr(*a, SEPARATOR);

		if (strcmp(local ? local + 1 : *a, name) == 0)
			return a[1];
	}
	return NULL;
}

size_t xml_depth(const struct xml *x)
{
	return x->depth;
}

void xml_skip(struct xml *x)
{
	if (!x->skip)
		x->skip = x->depth;
}

void xml_stop(struct xml *x, const struct err *err)
{
	if (x->stopped)
		return;
	x->stopped = true;
	x->err = *err;
	x->f.XML_StopParser(x->parser, XML_FALSE);
}

static void on_start(void *data, const char *name, const char **attributes)
{
	struct xml *x = data;
	const char *local = strrchr(name, SEPARATOR);
	char space[256];
	struct err err = {0};

	if (x->stopped)
		return;
	if (++x->depth > XML_MOST_DEEP) {
		err_set(&err, ERR_LIMIT, _("its elements nest more than %d deep"), XML_MOST_DEEP);
		xml_stop(x, &err);
		return;
	}
	if (x->skip)
		return;
	size_t n = local ? (size_t)(local - name) : 0;

	n = n < sizeof space ? n : 0; /* no namespace we know is as long */
	memcpy(space, name, n);
	space[n] = 0;
	x->attributes = attributes;
	x->reader->start(x, space, local ? local + 1 : name, x->data);
	x->attributes = NULL;
}

static void on_end(void *data, const char *name)
{
	struct xml *x = data;

	(void)name;
	if (x->stopped)
		return;
	if (x->skip == x->depth)
		x->skip = 0;
	if (!x->skip)
		x->reader->end(x, x->data);
	x->depth--;
}

static void on_text(void *data, const char *text, int n)
{
	struct xml *x = data;

	if (!x->stopped && !x->skip)
		x->reader->text((struct str){text, (size_t)n}, x->data);
}

static void on_doctype(
	void *data, const char *name, const char *system, const char *public, int internal)
{
	struct xml *x = data;
	struct err err = {0};

	(void)name, (void)system, (void)public;
	if (x->reader->doctype && !internal)
		return;
	err_set(&err, ERR_FORMAT,
		_("its XML declares a document type, which none of its kind does"));
	xml_stop(x, &err);
}

static bool tell_syntax(const struct xml *x, struct err *err)
{
	return err_set(err, ERR_FORMAT, _("its XML is damaged: %s in line %lu"),
		x->f.XML_ErrorString(x->f.XML_GetErrorCode(x->parser)),
		(unsigned long)x->f.XML_GetCurrentLineNumber(x->parser));
}

/* Why expat stopped. */
static bool tell(const struct xml *x, struct err *err)
{
	if (!x->stopped)
		return tell_syntax(x, err);
	if (err)
		*err = x->err;
	return false;
}

static bool parse(struct xml *x, struct str bytes, struct err *err)
{
	for (size_t at = 0;; at += PIECE) {
		struct str piece = str_slice(bytes, at, at + PIECE);
		bool last = at + piece.n >= bytes.n;

		if (x->f.XML_Parse(x->parser, piece.p, (int)piece.n, last) != XML_STATUS_OK)
			return tell(x, err);
		if (last)
			return true;
	}
}

static bool open_xml(struct xml *x, const struct xml_reader *reader, void *data, struct err *err)
{
	*x = (struct xml){.reader = reader, .data = data};
	if (!library_load(EXPAT_SONAME, wanted, sizeof wanted / sizeof *wanted, &x->f, err))
		return false;
	x->parser = x->f.XML_ParserCreateNS(NULL, SEPARATOR);
	if (!x->parser)
		return err_set(err, ERR_LIMIT, _("no memory for its XML"));
	x->f.XML_SetUserData(x->parser, x);
	x->f.XML_SetElementHandler(x->parser, on_start, on_end);
	x->f.XML_SetCharacterDataHandler(x->parser, on_text);
	x->f.XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	return true;
}

bool xml_read(struct str bytes, const struct xml_reader *reader, void *data, struct err *err)
{
	struct xml x;

	if (!open_xml(&x, reader, data, err))
		return false;
	bool good = parse(&x, bytes, err);

	x.f.XML_ParserFree(x.parser);
	return good;
}

/* --- from a descriptor --- */

/* No character of XML: U+D800 ... U+DFFF, U+FFFE, U+FFFF in UTF-8. */
static bool is_no_character(const unsigned char *p)
{
	return (p[0] == 0xed && p[1] >= 0xa0) || (p[0] == 0xef && p[1] == 0xbf && p[2] >= 0xbe);
}

/* Overwrites what no XML holds. The last two bytes may be the begin of a character: they are looked
 * at when the rest is there. */
static void clean(unsigned char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if ((p[i] < 0x20 && p[i] != '\t' && p[i] != '\n' && p[i] != '\r') || p[i] == 0x7f)
			p[i] = ' ';
		else if (i + 2 < n && is_no_character(p + i))
			memset(p + i, ' ', 3);
	}
}

/* As much as there is after the `kept` bytes in the buffer. */
static ssize_t read_more(int fd, unsigned char *p, size_t size)
{
	ssize_t n;

	do
		n = read(fd, p, size);
	while (n < 0 && errno == EINTR);
	return n;
}

static bool parse_fd(struct xml *x, int fd, struct err *err)
{
	static const size_t hold = 2;
	unsigned char in[65536];
	size_t kept = 0;

	for (;;) {
		ssize_t n = read_more(fd, in + kept, sizeof in - kept);

		if (n < 0)
			return err_set(err, ERR_IO, _("cannot read what the program says"));
		size_t have = kept + (size_t)n, give = n > 0 && have > hold ? have - hold : have;

		clean(in, have);
		if (n > 0 && have <= hold)
			give = 0;
		if (x->f.XML_Parse(x->parser, (const char *)in, (int)give, n == 0) != XML_STATUS_OK)
			return tell(x, err);
		if (n == 0)
			return true;
		kept = have - give;
		memmove(in, in + give, kept);
	}
}

bool xml_read_fd(int fd, const struct xml_reader *reader, void *data, struct err *err)
{
	struct xml x;

	if (!open_xml(&x, reader, data, err))
		return false;
	bool good = parse_fd(&x, fd, err);

	x.f.XML_ParserFree(x.parser);
	return good;
}

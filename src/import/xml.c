/* Over expat. */
#include "import/xml.h"

#include <expat.h>
#include <limits.h>
#include <string.h>

#include "base/lang.h"

/* Between namespace and name. */
#define SEPARATOR ' '
/* Given to expat at once. */
#define PIECE ((size_t)1 << 20)

struct xml {
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
	XML_StopParser(x->parser, XML_FALSE);
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
		XML_ErrorString(XML_GetErrorCode(x->parser)),
		(unsigned long)XML_GetCurrentLineNumber(x->parser));
}

static bool parse(struct xml *x, struct str bytes, struct err *err)
{
	for (size_t at = 0; at < bytes.n || bytes.n == 0; at += PIECE) {
		struct str piece = str_slice(bytes, at, at + PIECE);
		bool last = at + piece.n == bytes.n;

		if (XML_Parse(x->parser, piece.p, (int)piece.n, last) == XML_STATUS_OK) {
			if (last)
				break;
			continue;
		}
		if (x->stopped && err)
			*err = x->err;
		return x->stopped ? false : tell_syntax(x, err);
	}
	return true;
}

bool xml_read(struct str bytes, const struct xml_reader *reader, void *data, struct err *err)
{
	struct xml x = {.reader = reader, .data = data};

	x.parser = XML_ParserCreateNS(NULL, SEPARATOR);
	if (!x.parser)
		return err_set(err, ERR_LIMIT, _("no memory for its XML"));
	XML_SetUserData(x.parser, &x);
	XML_SetElementHandler(x.parser, on_start, on_end);
	XML_SetCharacterDataHandler(x.parser, on_text);
	XML_SetStartDoctypeDeclHandler(x.parser, on_doctype);
	bool good = parse(&x, bytes, err);

	XML_ParserFree(x.parser);
	return good;
}

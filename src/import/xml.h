/* XML as the readers of DOCX and PDF take it: expat with names apart from their namespaces, no
 * document type (so no entities of the document's own), no more than a depth.
 *
 * A reader gives functions and walks; it ends the walk by xml_stop(). */
#ifndef GOUJI_IMPORT_XML_H
#define GOUJI_IMPORT_XML_H

#include "base/err.h"
#include "base/str.h"

#define XML_MOST_DEEP 512

struct xml;

struct xml_reader {
	/* name: without its namespace; space: that, "" where none */
	void (*start)(struct xml *x, const char *space, const char *name, void *data);
	void (*end)(struct xml *x, void *data);
	void (*text)(struct str s, void *data);
	bool doctype; /* a document type is no offence (its entities still are) */
};

/* false: not well formed, too deep, with a document type, or stopped. */
bool xml_read(struct str bytes, const struct xml_reader *reader, void *data, struct err *err);

/* The same from a descriptor, as it comes. What no XML may hold (control characters, halves of
 * surrogate pairs: programs that write it forget) is taken for white space. */
bool xml_read_fd(int fd, const struct xml_reader *reader, void *data, struct err *err);

/* From within the functions: */

/* Of the element that starts: the value of the attribute, whatever its namespace; NULL: none. */
const char *xml_attribute(const struct xml *x, const char *name);
/* How deep the element lies that starts or ends; the root's depth is 1. */
size_t xml_depth(const struct xml *x);
/* Passes over what is within the element that starts; its end is told. */
void xml_skip(struct xml *x);
/* Nothing more is told; xml_read() fails with the err. */
void xml_stop(struct xml *x, const struct err *err);

#endif

/* A document as a run of bytes, to hand it from one process of the program to another. It is no
 * file format: only what the same program wrote a moment ago is taken. */
#ifndef GOUJI_DOC_IMAGE_H
#define GOUJI_DOC_IMAGE_H

#include "doc/doc.h"

/* Adds the image of a finished document. */
void doc_image_put(const struct doc *d, struct buf *out);
/* The document again; NULL where the bytes are not all there. */
struct doc *doc_image_take(struct str image);

#endif

/* What stands for this make of the program: a digest of all of its code below ui/ and cli/, which
 * the build puts into make_id.c. */
#ifndef GOUJI_BASE_MAKE_ID_H
#define GOUJI_BASE_MAKE_ID_H

extern const char make_id[];

#endif

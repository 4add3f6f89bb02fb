/* Digests over nettle, in lower-case hex. */
#ifndef GOUJI_BASE_HASH_H
#define GOUJI_BASE_HASH_H

#include <stdint.h>

#include "base/str.h"

#define HASH_HEX_SIZE 65 /* 64 digits and the NUL: both digests are 256 bits */

enum hash_kind {
	HASH_SHA256, /* FIPS 180-4 */
	HASH_SM3,    /* GB/T 32905 */
};

void hash_hex(enum hash_kind kind, struct str data, char out[HASH_HEX_SIZE]);
/* To find what is then compared, never to prove: quick, and of this machine's byte order. */
uint64_t hash_quick(struct str data);

#endif

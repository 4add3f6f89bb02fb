/* Digests; the only user of libgcrypt. */
#include "base/hash.h"

#include <assert.h>
#include <gcrypt.h>

static void init(void)
{
	if (gcry_control(GCRYCTL_INITIALIZATION_FINISHED_P))
		return;
	gcry_check_version(NULL);
	gcry_control(GCRYCTL_DISABLE_SECMEM, 0); /* nothing here is secret */
	gcry_control(GCRYCTL_INITIALIZATION_FINISHED, 0);
}

void hash_hex(enum hash_kind kind, struct str data, char out[HASH_HEX_SIZE])
{
	static const char hex[] = "0123456789abcdef";
	int algo = kind == HASH_SM3 ? GCRY_MD_SM3 : GCRY_MD_SHA256;
	unsigned char digest[(HASH_HEX_SIZE - 1) / 2];

	init();
	assert(gcry_md_get_algo_dlen(algo) == sizeof digest);
	gcry_md_hash_buffer(algo, digest, data.p ? data.p : "", data.n);
	for (size_t i = 0; i < sizeof digest; i++) {
		out[2 * i] = hex[digest[i] >> 4];
		out[2 * i + 1] = hex[digest[i] & 15];
	}
	out[HASH_HEX_SIZE - 1] = '\0';
}

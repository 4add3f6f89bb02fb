/* Digests; the only user of libgcrypt. */
#include "base/hash.h"

#include <string.h>

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

/* Eight bytes a step, by multiplication and shift. */
static uint64_t mix(uint64_t h, uint64_t word)
{
	h = (h ^ word) * 0x9e3779b97f4a7c15u;
	return h ^ h >> 32;
}

uint64_t hash_quick(struct str data)
{
	uint64_t h = data.n, word;
	size_t at = 0;

	for (; data.n - at >= sizeof word; at += sizeof word) {
		memcpy(&word, data.p + at, sizeof word);
		h = mix(h, word);
	}
	word = 0;
	if (data.n > at)
		memcpy(&word, data.p + at, data.n - at);
	return mix(h, word);
}

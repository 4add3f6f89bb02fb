/* Digests; the only user of nettle. */
#include "base/hash.h"

#include <nettle/sha2.h>
#include <nettle/sm3.h>
#include <string.h>

_Static_assert(SHA256_DIGEST_SIZE == SM3_DIGEST_SIZE, "one buffer for both");
_Static_assert(SHA256_DIGEST_SIZE * 2 + 1 == HASH_HEX_SIZE, "two digits a byte");

static void digest_sha256(struct str data, uint8_t out[SHA256_DIGEST_SIZE])
{
	struct sha256_ctx ctx;

	sha256_init(&ctx);
	sha256_update(&ctx, data.n, (const uint8_t *)data.p);
	sha256_digest(&ctx, SHA256_DIGEST_SIZE, out);
}

static void digest_sm3(struct str data, uint8_t out[SM3_DIGEST_SIZE])
{
	struct sm3_ctx ctx;

	sm3_init(&ctx);
	sm3_update(&ctx, data.n, (const uint8_t *)data.p);
	sm3_digest(&ctx, SM3_DIGEST_SIZE, out);
}

void hash_hex(enum hash_kind kind, struct str data, char out[HASH_HEX_SIZE])
{
	static const char hex[] = "0123456789abcdef";
	uint8_t digest[SHA256_DIGEST_SIZE];

	data.p = data.p ? data.p : "";
	if (kind == HASH_SM3)
		digest_sm3(data, digest);
	else
		digest_sha256(data, digest);
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

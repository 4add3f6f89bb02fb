/* Digests, as their standards write them: both cut the message into blocks of 64 bytes, and each
 * has its own way to stir a block into eight words. */
#include "base/hash.h"

#include <string.h>

enum { BLOCK = 64, WORDS = 8 };

static uint32_t left(uint32_t x, unsigned n)
{
	return x << (n & 31) | x >> (-n & 31);
}

static uint32_t right(uint32_t x, unsigned n)
{
	return left(x, 32 - n);
}

static uint32_t big_endian(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static uint32_t choose(uint32_t x, uint32_t y, uint32_t z)
{
	return (x & y) | (~x & z);
}

static uint32_t most(uint32_t x, uint32_t y, uint32_t z)
{
	return (x & y) | (x & z) | (y & z);
}

/* --- SHA-256 --- */

static const uint32_t sha256_begin[WORDS] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
	0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

static void sha256_expand(const unsigned char *block, uint32_t w[64])
{
	for (int i = 0; i < 16; i++)
		w[i] = big_endian(block + 4 * i);
	for (int i = 16; i < 64; i++) {
		uint32_t a = w[i - 15], b = w[i - 2];

		w[i] = (right(b, 17) ^ right(b, 19) ^ b >> 10) + w[i - 7] +
		       (right(a, 7) ^ right(a, 18) ^ a >> 3) + w[i - 16];
	}
}

static void sha256_stir(uint32_t v[WORDS], const unsigned char *block)
{
	/* of the cube roots of the first 64 primes */
	static const uint32_t k[64] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b,
		0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
		0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6,
		0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d,
		0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
		0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
		0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585,
		0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
		0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa,
		0xa4506ceb, 0xbef9a3f7, 0xc67178f2};
	uint32_t w[64], s[WORDS];

	sha256_expand(block, w);
	memcpy(s, v, sizeof s);
	for (int i = 0; i < 64; i++) {
		uint32_t one = s[7] + (right(s[4], 6) ^ right(s[4], 11) ^ right(s[4], 25)) +
			       choose(s[4], s[5], s[6]) + k[i] + w[i];
		uint32_t two = (right(s[0], 2) ^ right(s[0], 13) ^ right(s[0], 22)) +
			       most(s[0], s[1], s[2]);

		memmove(s + 1, s, 7 * sizeof *s);
		s[4] += one;
		s[0] = one + two;
	}
	for (int i = 0; i < WORDS; i++)
		v[i] += s[i];
}

/* --- SM3 --- */

static const uint32_t sm3_begin[WORDS] = {0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600,
	0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e};

static void sm3_expand(const unsigned char *block, uint32_t w[68])
{
	for (int i = 0; i < 16; i++)
		w[i] = big_endian(block + 4 * i);
	for (int i = 16; i < 68; i++) {
		uint32_t x = w[i - 16] ^ w[i - 9] ^ left(w[i - 3], 15);

		w[i] = x ^ left(x, 15) ^ left(x, 23) ^ left(w[i - 13], 7) ^ w[i - 6];
	}
}

static void sm3_stir(uint32_t v[WORDS], const unsigned char *block)
{
	uint32_t w[68], s[WORDS];

	sm3_expand(block, w);
	memcpy(s, v, sizeof s);
	for (unsigned i = 0; i < 64; i++) {
		bool early = i < 16;
		uint32_t a = left(s[0], 12);
		uint32_t one = left(a + s[4] + left(early ? 0x79cc4519 : 0x7a879d8a, i), 7);
		uint32_t f = early ? s[0] ^ s[1] ^ s[2] : most(s[0], s[1], s[2]);
		uint32_t g = early ? s[4] ^ s[5] ^ s[6] : choose(s[4], s[5], s[6]);
		uint32_t x = f + s[3] + (one ^ a) + (w[i] ^ w[i + 4]);
		uint32_t y = g + s[7] + one + w[i];

		memmove(s + 1, s, 7 * sizeof *s);
		s[0] = x;
		s[2] = left(s[2], 9);
		s[4] = y ^ left(y, 9) ^ left(y, 17);
		s[6] = left(s[6], 19);
	}
	for (int i = 0; i < WORDS; i++)
		v[i] ^= s[i];
}

/* --- both --- */

/* The end of the message: its last bytes, a bit, and its length in bits. */
static size_t last_blocks(struct str data, unsigned char out[2 * BLOCK])
{
	size_t rest = data.n % BLOCK, size = rest + 9 > BLOCK ? 2 * BLOCK : BLOCK;
	uint64_t bits = (uint64_t)data.n * 8;

	memset(out, 0, size);
	if (rest)
		memcpy(out, data.p + data.n - rest, rest);
	out[rest] = 0x80;
	for (size_t i = 1; i <= 8; i++, bits >>= 8)
		out[size - i] = (unsigned char)bits;
	return size;
}

static void digest(enum hash_kind kind, struct str data, uint32_t v[WORDS])
{
	void (*stir)(uint32_t *, const unsigned char *) = kind == HASH_SM3 ? sm3_stir : sha256_stir;
	unsigned char end[2 * BLOCK];
	size_t n = last_blocks(data, end);

	memcpy(v, kind == HASH_SM3 ? sm3_begin : sha256_begin, sizeof sha256_begin);
	for (size_t at = 0; at + BLOCK <= data.n; at += BLOCK)
		stir(v, (const unsigned char *)data.p + at);
	for (size_t at = 0; at < n; at += BLOCK)
		stir(v, end + at);
}

void hash_hex(enum hash_kind kind, struct str data, char out[HASH_HEX_SIZE])
{
	static const char hex[] = "0123456789abcdef";
	uint32_t v[WORDS];

	digest(kind, data, v);
	for (size_t i = 0; i < HASH_HEX_SIZE - 1; i++)
		out[i] = hex[v[i / 8] >> (28 - i % 8 * 4) & 15];
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

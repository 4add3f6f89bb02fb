/* Digests: SHA-256 by FIPS 180-4 and SM3 by GB/T 32905. Both cut the message into blocks of 64
 * bytes, pad and count it the same way, and fold block after block into eight words; how one is
 * folded in is what they differ in. */
#include "base/hash.h"

#include <string.h>

enum { WORDS = 8, BLOCK = 64, ROUNDS = 64 };

static uint32_t left(uint32_t x, unsigned n)
{
	return x << (n % 32) | x >> (-n % 32);
}

static uint32_t right(uint32_t x, unsigned n)
{
	return left(x, 32 - n);
}

static uint32_t word_at(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* --- SHA-256 --- */

static const uint32_t sha256_start[WORDS] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
	0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

/* The first bits behind the point of the cube roots of the first 64 primes. */
static const uint32_t sha256_k[ROUNDS] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
	0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be,
	0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
	0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152,
	0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
	0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624,
	0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3,
	0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
	0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static void sha256_fold(uint32_t state[WORDS], const unsigned char *block)
{
	uint32_t w[ROUNDS], a = state[0], b = state[1], c = state[2], d = state[3], e = state[4],
			    f = state[5], g = state[6], h = state[7];

	for (size_t i = 0; i < 16; i++)
		w[i] = word_at(block + 4 * i);
	for (size_t i = 16; i < ROUNDS; i++)
		w[i] = w[i - 16] + w[i - 7] +
		       (right(w[i - 15], 7) ^ right(w[i - 15], 18) ^ w[i - 15] >> 3) +
		       (right(w[i - 2], 17) ^ right(w[i - 2], 19) ^ w[i - 2] >> 10);
	for (size_t i = 0; i < ROUNDS; i++) {
		uint32_t t = h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) +
			     ((e & f) ^ (~e & g)) + sha256_k[i] + w[i];
		uint32_t u =
			(right(a, 2) ^ right(a, 13) ^ right(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));

		h = g, g = f, f = e, e = d + t;
		d = c, c = b, b = a, a = t + u;
	}
	const uint32_t s[WORDS] = {a, b, c, d, e, f, g, h};

	for (size_t i = 0; i < WORDS; i++)
		state[i] += s[i];
}

/* --- SM3 --- */

static const uint32_t sm3_start[WORDS] = {0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600,
	0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e};

static uint32_t sm3_p1(uint32_t x)
{
	return x ^ left(x, 15) ^ left(x, 23);
}

static void sm3_fold(uint32_t state[WORDS], const unsigned char *block)
{
	uint32_t w[ROUNDS + 4], a = state[0], b = state[1], c = state[2], d = state[3],
				e = state[4], f = state[5], g = state[6], h = state[7];

	for (size_t i = 0; i < 16; i++)
		w[i] = word_at(block + 4 * i);
	for (size_t i = 16; i < ROUNDS + 4; i++)
		w[i] = sm3_p1(w[i - 16] ^ w[i - 9] ^ left(w[i - 3], 15)) ^ left(w[i - 13], 7) ^
		       w[i - 6];
	for (unsigned i = 0; i < ROUNDS; i++) {
		uint32_t k = left(i < 16 ? 0x79cc4519 : 0x7a879d8a, i);
		uint32_t u = left(left(a, 12) + e + k, 7);
		uint32_t ff = i < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
		uint32_t gg = i < 16 ? e ^ f ^ g : (e & f) | (~e & g);
		uint32_t t = ff + d + (u ^ left(a, 12)) + (w[i] ^ w[i + 4]);
		uint32_t v = gg + h + u + w[i];

		h = g, g = left(f, 19), f = e, e = v ^ left(v, 9) ^ left(v, 17);
		d = c, c = left(b, 9), b = a, a = t;
	}
	const uint32_t s[WORDS] = {a, b, c, d, e, f, g, h};

	for (size_t i = 0; i < WORDS; i++)
		state[i] ^= s[i];
}

/* --- both --- */

/* What is left over, a bit that is set, none, and the message's length in bits. */
static size_t pad(const unsigned char *rest, size_t n, uint64_t bytes, unsigned char out[2 * BLOCK])
{
	size_t size = n + 1 + sizeof bytes <= BLOCK ? BLOCK : 2 * BLOCK;

	memset(out, 0, size);
	if (n)
		memcpy(out, rest, n);
	out[n] = 0x80;
	for (size_t i = 0; i < sizeof bytes; i++)
		out[size - 1 - i] = (unsigned char)(bytes * 8 >> 8 * i);
	return size;
}

void hash_hex(enum hash_kind kind, struct str data, char out[HASH_HEX_SIZE])
{
	static const char hex[] = "0123456789abcdef";
	void (*fold)(uint32_t *, const unsigned char *) = kind == HASH_SM3 ? sm3_fold : sha256_fold;
	const unsigned char *p = (const unsigned char *)data.p;
	uint32_t state[WORDS];
	unsigned char end[2 * BLOCK];
	size_t whole = data.n / BLOCK * BLOCK, n;

	memcpy(state, kind == HASH_SM3 ? sm3_start : sha256_start, sizeof state);
	for (size_t at = 0; at < whole; at += BLOCK)
		fold(state, p + at);
	n = pad(data.n ? p + whole : p, data.n - whole, data.n, end);
	for (size_t at = 0; at < n; at += BLOCK)
		fold(state, end + at);
	for (size_t i = 0; i < HASH_HEX_SIZE - 1; i++)
		out[i] = hex[state[i / 8] >> (28 - i % 8 * 4) & 15];
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

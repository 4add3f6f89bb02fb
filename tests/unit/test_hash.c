#include "unit/unit.h"

#include "base/hash.h"

/* The examples that the standards print: FIPS 180-4, GB/T 32905-2016 appendix A. */
Test(hash, published_examples)
{
	static const struct {
		enum hash_kind kind;
		struct str data;
		const char *hex;
	} rows[] = {
		{HASH_SHA256, {NULL, 0},
			"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
		{HASH_SHA256, {"abc", 3},
			"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
		{HASH_SM3, {"abc", 3},
			"66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"},
		{HASH_SM3, {"abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd", 64},
			"debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char hex[HASH_HEX_SIZE];

		hash_hex(rows[i].kind, rows[i].data, hex);
		cr_expect_str_eq(hex, rows[i].hex, "row %zu", i);
	}
}

/* Around the ends of blocks, where the padding takes another one: 201 messages, and the digest of
 * all their digests as OpenSSL gives it. */
Test(hash, of_every_length)
{
	static const struct {
		enum hash_kind kind;
		const char *hex;
	} rows[] = {
		{HASH_SHA256, "de444fd33c2915b23d3772a4de9aa249a9206ee2f93688a74e332e160c085f41"},
		{HASH_SM3, "9d61602c1be020527378500de120d1489340782a4580da8456045ad05963624d"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf all = {0};
		char message[200], hex[HASH_HEX_SIZE];

		for (size_t n = 0; n <= sizeof message; n++) {
			for (size_t at = 0; at < n; at++)
				message[at] = (char)(at * 7 + n);
			hash_hex(rows[i].kind, (struct str){message, n}, hex);
			buf_adds(&all, hex);
		}
		hash_hex(rows[i].kind, buf_str(&all), hex);
		cr_expect_str_eq(hex, rows[i].hex, "row %zu", i);
		buf_free(&all);
	}
}

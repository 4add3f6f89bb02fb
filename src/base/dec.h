/* Exact decimals. The statutory tables hold counts and amounts such as 16434879.08; binary floating
 * point is never used. A value is units / 10^scale; the printed scale is kept ("0.50" stays 0.50),
 * and comparison is numerical (0.50 == 0.5). Nineteen digits fit; what does not fit is refused,
 * never rounded. */
#ifndef GOUJI_BASE_DEC_H
#define GOUJI_BASE_DEC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct dec {
	int64_t units;
	uint8_t scale; /* digits after the point, 0 to 9 */
};

#define DEC_TEXT_MAX 32

struct dec dec_of(int64_t n);
/* Plain ASCII only: [+-]digits[.digits]; false where it is anything else or does not fit. */
bool dec_parse(struct str s, struct dec *out);
/* false on overflow, and *out is then untouched. out may be an operand. */
bool dec_add(struct dec a, struct dec b, struct dec *out);
bool dec_sub(struct dec a, struct dec b, struct dec *out);
bool dec_mul(struct dec a, struct dec b, struct dec *out);
int dec_cmp(struct dec a, struct dec b); /* <0, 0, >0 */
bool dec_is_zero(struct dec a);
bool dec_is_integer(struct dec a); /* 3.00 is */
struct dec dec_abs(struct dec a);
/* As JSON and people read it: "-2", "16434879.08". buf holds DEC_TEXT_MAX bytes; returns buf. */
const char *dec_str(struct dec a, char *buf);

#endif

/* Exact decimals: every step is taken in 128 bits and put back only where it fits. */
#include "base/dec.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#define SCALE_MAX 9

static __int128 power_of_ten(unsigned n)
{
	__int128 p = 1;

	while (n-- > 0)
		p *= 10;
	return p;
}

/* INT64_MIN is left out, so that every value has an opposite. Zeros at the end are given up, one by
 * one, only where the value would not fit otherwise: that loses nothing. */
static bool put(__int128 units, unsigned scale, struct dec *out)
{
	while (scale > SCALE_MAX || units > INT64_MAX || units < -INT64_MAX) {
		if (scale == 0 || units % 10 != 0)
			return false;
		units /= 10;
		scale--;
	}
	*out = (struct dec){(int64_t)units, (uint8_t)scale};
	return true;
}

struct dec dec_of(int64_t n)
{
	assert(n != INT64_MIN);
	return (struct dec){n, 0};
}

bool dec_parse(struct str s, struct dec *out)
{
	size_t i = 0, digits = 0;
	unsigned scale = 0;
	bool negative = s.n && s.p[0] == '-', point = false;
	__int128 units = 0;

	if (s.n && (s.p[0] == '-' || s.p[0] == '+'))
		i = 1;
	for (; i < s.n; i++) {
		if (s.p[i] == '.' && !point && digits) {
			point = true;
			digits = 0;
			continue;
		}
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		units = units * 10 + (s.p[i] - '0');
		digits++;
		scale += point;
		if (units > INT64_MAX || scale > SCALE_MAX)
			return false;
	}
	if (!digits)
		return false;
	return put(negative ? -units : units, scale, out);
}

/* Both operands in units of the finer scale. */
static unsigned align(struct dec a, struct dec b, __int128 *ua, __int128 *ub)
{
	unsigned scale = a.scale > b.scale ? a.scale : b.scale;

	*ua = a.units * power_of_ten(scale - a.scale);
	*ub = b.units * power_of_ten(scale - b.scale);
	return scale;
}

bool dec_add(struct dec a, struct dec b, struct dec *out)
{
	__int128 ua, ub;
	unsigned scale = align(a, b, &ua, &ub);

	return put(ua + ub, scale, out);
}

bool dec_sub(struct dec a, struct dec b, struct dec *out)
{
	__int128 ua, ub;
	unsigned scale = align(a, b, &ua, &ub);

	return put(ua - ub, scale, out);
}

bool dec_mul(struct dec a, struct dec b, struct dec *out)
{
	return put((__int128)a.units * b.units, (unsigned)a.scale + b.scale, out);
}

int dec_cmp(struct dec a, struct dec b)
{
	__int128 ua, ub;

	align(a, b, &ua, &ub);
	return (ua > ub) - (ua < ub);
}

bool dec_is_zero(struct dec a)
{
	return a.units == 0;
}

bool dec_is_integer(struct dec a)
{
	return a.units % power_of_ten(a.scale) == 0;
}

struct dec dec_abs(struct dec a)
{
	assert(a.units != INT64_MIN);
	return a.units < 0 ? (struct dec){-a.units, a.scale} : a;
}

const char *dec_str(struct dec a, char *buf)
{
	uint64_t units = a.units < 0 ? -(uint64_t)a.units : (uint64_t)a.units;
	char digits[24]; /* always one before the point */
	char *out = buf;

	assert(a.scale <= SCALE_MAX);
	int n = snprintf(digits, sizeof digits, "%0*" PRIu64, a.scale + 1, units);
	size_t whole = (size_t)n - a.scale;

	if (a.units < 0)
		*out++ = '-';
	memcpy(out, digits, whole);
	out += whole;
	if (a.scale)
		*out++ = '.';
	memcpy(out, digits + whole, a.scale + 1u); /* the NUL too */
	return buf;
}

/* Views and the growing buffer. */
#include "base/str.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistr.h>

#include "base/mem.h"

struct str str_of(const char *s)
{
	return s ? (struct str){s, strlen(s)} : STR("");
}

static bool is_blank_ascii(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* U+3000, U+200B to U+200F, U+2060, U+FEFF, at the three bytes. */
static bool is_blank_wide(const char *p)
{
	return memcmp(p, "\xe3\x80\x80", 3) == 0 ||
	       (memcmp(p, "\xe2\x80", 2) == 0 && (unsigned char)p[2] >= 0x8b &&
		       (unsigned char)p[2] <= 0x8f) ||
	       memcmp(p, "\xe2\x81\xa0", 3) == 0 || memcmp(p, "\xef\xbb\xbf", 3) == 0;
}

struct str str_trim(struct str s)
{
	for (;;) {
		if (s.n && is_blank_ascii(s.p[0]))
			s = str_slice(s, 1, s.n);
		else if (s.n >= 3 && is_blank_wide(s.p))
			s = str_slice(s, 3, s.n);
		else if (s.n && is_blank_ascii(s.p[s.n - 1]))
			s.n--;
		else if (s.n >= 3 && is_blank_wide(s.p + s.n - 3))
			s.n -= 3;
		else
			return s;
	}
}

bool str_is(struct str a, const char *b)
{
	return str_eq(a, str_of(b));
}

bool str_starts(struct str s, const char *prefix)
{
	size_t n = strlen(prefix);

	return n <= s.n && (n == 0 || memcmp(s.p, prefix, n) == 0);
}

bool str_ends(struct str s, const char *suffix)
{
	size_t n = strlen(suffix);

	return n <= s.n && (n == 0 || memcmp(s.p + s.n - n, suffix, n) == 0);
}

int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

/* What is longer is worth memmem()'s tables. */
#define SHORT_NEEDLE 32

size_t str_find(struct str hay, struct str needle, size_t from)
{
	if (from > hay.n)
		return STR_NONE;
	if (needle.n == 0)
		return from;
	if (hay.n - from < needle.n)
		return STR_NONE;
	if (needle.n > SHORT_NEEDLE) {
		const char *found = memmem(hay.p + from, hay.n - from, needle.p, needle.n);

		return found ? (size_t)(found - hay.p) : STR_NONE;
	}
	/* the third byte of a Han tells far more than the first, which half of all share */
	size_t key = needle.n < 3 ? needle.n - 1 : 2;
	const char *end = hay.p + hay.n - (needle.n - key) + 1;

	for (const char *p = hay.p + from + key;
		(p = memchr(p, needle.p[key], (size_t)(end - p))) != NULL; p++) {
		size_t at = (size_t)(p - key - hay.p);

		if (str_has_at(hay, at, needle))
			return at;
	}
	return STR_NONE;
}

void buf_reserve(struct buf *b, size_t more)
{
	size_t need = more > SIZE_MAX - 1 - b->n ? SIZE_MAX : b->n + more + 1;

	if (need <= b->cap)
		return;
	b->p = mem_grow_raw(b->p, &b->cap, need, 1);
	b->p[b->n] = '\0';
}

void buf_add(struct buf *b, struct str s)
{
	buf_reserve(b, s.n);
	if (s.n)
		memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
	b->p[b->n] = '\0';
}

void buf_adds(struct buf *b, const char *s)
{
	buf_add(b, str_of(s));
}

void buf_addc(struct buf *b, char c)
{
	buf_reserve(b, 1);
	b->p[b->n++] = c;
	b->p[b->n] = '\0';
}

void buf_addf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_addv(b, fmt, ap);
	va_end(ap);
}

void buf_addv(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;

	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, ap);

	assert(n >= 0);
	buf_reserve(b, (size_t)n);
	vsnprintf(b->p + b->n, (size_t)n + 1, fmt, again);
	va_end(again);
	b->n += (size_t)n;
}

void buf_add_ucs(struct buf *b, unsigned ch)
{
	uint8_t bytes[6];
	int n = u8_uctomb(bytes, ch, sizeof bytes);

	if (n < 1) /* a surrogate, or past U+10FFFF */
		n = u8_uctomb(bytes, 0xfffd, sizeof bytes);
	buf_add(b, (struct str){(const char *)bytes, (size_t)n});
}

void buf_clear(struct buf *b)
{
	b->n = 0;
	if (b->p)
		b->p[0] = '\0';
}

void buf_free(struct buf *b)
{
	free(b->p);
	*b = (struct buf){0};
}

char *buf_take(struct buf *b)
{
	char *p = b->p ? b->p : mem_strdup("");

	*b = (struct buf){0};
	return p;
}

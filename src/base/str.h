/* Strings: borrowed views and a growing buffer.
 *
 * `struct str` is a view: it owns nothing and is not NUL-terminated. `struct buf` owns its bytes.
 * Offsets are bytes. No function here fails; out of memory ends the program (base/mem.h). */
#ifndef GOUJI_BASE_STR_H
#define GOUJI_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

/* What str_find() returns where there is nothing. */
#define STR_NONE ((size_t)-1)
#define STR(lit) ((struct str){"" lit, sizeof(lit) - 1})
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).n, (s).p

struct str str_of(const char *s); /* NULL gives the empty string */
static inline struct str str_slice(struct str s, size_t from, size_t to); /* clamped to s */
struct str str_trim(struct str s); /* white space of ASCII, U+3000 and what has
				     no width (utf8_is_space()) off both ends */
static inline bool str_eq(struct str a, struct str b);
bool str_is(struct str a, const char *b);
bool str_starts(struct str s, const char *prefix);
bool str_ends(struct str s, const char *suffix);
static inline bool str_has_at(struct str s, size_t at, struct str word); /* at <= s.n */
int str_cmp(struct str a, struct str b); /* bytewise, as memcmp, shorter first */
size_t str_find(struct str hay, struct str needle, size_t from);

struct buf {
	char *p; /* always NUL-terminated once anything was added; NULL when empty and new */
	size_t n;
	size_t cap;
};

void buf_add(struct buf *b, struct str s);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);
void buf_addf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_addv(struct buf *b, const char *fmt, va_list ap);
void buf_add_ucs(struct buf *b, unsigned ch); /* one code point, as UTF-8 */
void buf_reserve(struct buf *b, size_t more);
void buf_clear(struct buf *b); /* empty, memory kept */
void buf_free(struct buf *b);
char *buf_take(
	struct buf *b); /* the bytes, NUL-terminated, now the caller's to free(); b is new again */
static inline struct str buf_str(const struct buf *b); /* borrowed until b changes */

static inline struct str str_slice(struct str s, size_t from, size_t to)
{
	if (to > s.n)
		to = s.n;
	if (from > to)
		from = to;
	return (struct str){s.p ? s.p + from : "", to - from};
}

static inline struct str buf_str(const struct buf *b)
{
	return (struct str){b->p ? b->p : "", b->n};
}

/* Nearly all words that do not stand there differ in the first byte or the last. */
static inline bool str_has_at(struct str s, size_t at, struct str word)
{
	return word.n <= s.n - at &&
	       (word.n == 0 ||
		       (s.p[at] == word.p[0] && s.p[at + word.n - 1] == word.p[word.n - 1] &&
			       memcmp(s.p + at, word.p, word.n) == 0));
}

static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

#endif

/* The folded shadow. A text is normalised piece by piece: a starter with the marks behind it, which
 * is as far as NFKC ever joins characters, so each shadow byte knows exactly which characters it
 * came from. ASCII and unified ideographs, nearly all there is, are their own NFKC and skip that.
 */
#include "base/fold.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/mem.h"
#include "base/utf8.h"

struct maker {
	struct buf text;
	size_t *back, *past;
	size_t back_cap, past_cap;
	unsigned flags;
};

static bool is_unified_han(unsigned ch)
{
	return (ch >= 0x4e00 && ch <= 0x9fff) || (ch >= 0x3400 && ch <= 0x4dbf);
}

/* May NFKC join ch to what is before it? Marks; vowels and finals of Hangul, also where only their
 * compatibility form stands here; the voiced marks of half-width kana. */
static bool is_joined(unsigned ch)
{
	if (ch < 0x300 || is_unified_han(ch))
		return false;
	if ((ch >= 0x1160 && ch <= 0x11ff) || (ch >= 0x3131 && ch <= 0x318e) ||
		(ch >= 0xff9e && ch <= 0xffdc))
		return true;
	return uc_is_general_category_withtable(ch, UC_CATEGORY_MASK_M);
}

static bool is_kept(unsigned ch, unsigned flags)
{
	if ((flags & FOLD_SPACE) && utf8_is_space(ch))
		return false;
	return !(flags & FOLD_PUNCT) ||
	       !uc_is_general_category_withtable(ch, UC_CATEGORY_MASK_P | UC_CATEGORY_MASK_S);
}

static void put(struct maker *m, const char *p, size_t n, size_t from, size_t to)
{
	size_t at = m->text.n;

	buf_add(&m->text, (struct str){p, n});
	m->back = mem_grow_raw(m->back, &m->back_cap, at + n + 1, sizeof *m->back);
	m->past = mem_grow_raw(m->past, &m->past_cap, at + n + 1, sizeof *m->past);
	for (size_t i = at; i < at + n; i++) {
		m->back[i] = from;
		m->past[i] = to;
	}
}

static void put_folded(struct maker *m, struct str piece, size_t from, size_t to)
{
	for (size_t at = 0; at < piece.n;) {
		size_t start = at;
		unsigned ch = utf8_next(piece, &at);
		uint8_t bytes[6];

		if (!is_kept(ch, m->flags))
			continue;
		unsigned low = m->flags & FOLD_CASE ? uc_tolower(ch) : ch;

		if (low == ch) {
			put(m, piece.p + start, at - start, from, to);
			continue;
		}
		int n = u8_uctomb(bytes, low, sizeof bytes);

		put(m, (const char *)bytes, (size_t)n, from, to);
	}
}

static void put_normalised(struct maker *m, struct str piece, size_t from, size_t to)
{
	uint8_t room[256];
	size_t n = sizeof room;
	uint8_t *out = u8_normalize(UNINORM_NFKC, (const uint8_t *)piece.p, piece.n, room, &n);

	if (!out)
		mem_out(); /* it fails for want of memory alone */
	put_folded(m, (struct str){(const char *)out, n}, from, to);
	if (out != room)
		free(out);
}

static void fold_ascii(struct maker *m, char c, size_t at)
{
	bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
	bool digit = c >= '0' && c <= '9';

	if (m->flags && !upper && !lower && !digit && !is_kept((unsigned char)c, m->flags))
		return;
	if (upper && (m->flags & FOLD_CASE))
		c = (char)(c + 'a' - 'A');
	put(m, &c, 1, at, at + 1);
}

static void fold_piece(struct maker *m, struct str src, size_t from, size_t *to)
{
	unsigned ch = utf8_next(src, to);
	bool alone = true;

	while (*to < src.n) {
		size_t next = *to;

		if (!is_joined(utf8_next(src, &next)))
			break;
		*to = next;
		alone = false;
	}
	if (alone && ch < 0x80)
		fold_ascii(m, src.p[from], from);
	else if (alone && is_unified_han(ch))
		put(m, src.p + from, *to - from, from, *to);
	else
		put_normalised(m, str_slice(src, from, *to), from, *to);
}

void fold_make(struct fold *f, struct str src, unsigned flags)
{
	struct maker m = {.flags = flags};

	buf_reserve(&m.text, src.n);
	m.back = mem_grow_raw(NULL, &m.back_cap, src.n + 1, sizeof *m.back);
	m.past = mem_grow_raw(NULL, &m.past_cap, src.n + 1, sizeof *m.past);
	for (size_t at = 0; at < src.n;)
		fold_piece(&m, src, at, &at);
	m.back[m.text.n] = src.n;
	f->text.n = m.text.n;
	f->text.p = buf_take(&m.text);
	f->back = m.back;
	f->past = m.past;
}

void fold_free(struct fold *f)
{
	free((char *)f->text.p);
	free(f->back);
	free(f->past);
	*f = (struct fold){0};
}

void fold_range(const struct fold *f, size_t from, size_t to, size_t *src_from, size_t *src_to)
{
	assert(from <= to && to <= f->text.n);
	*src_from = f->back[from];
	*src_to = to > from ? f->past[to - 1] : *src_from;
}

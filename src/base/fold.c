/* The folded shadow. A text is normalised piece by piece: a starter with the marks behind it, which
 * is as far as NFKC ever joins characters, so each shadow byte knows exactly which characters it
 * came from. ASCII and unified ideographs, nearly all there is, are their own NFKC and skip that.
 * Ideographs of the traditional script become those that are written for them in mainland China.
 */
#include "base/fold.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "base/fold_simpler.h"
#include "base/mem.h"
#include "base/utf8.h"

struct maker {
	struct fold_join out;
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

/* Characters of `unit` bytes that stand for `step` bytes of the source each, from `from` on. */
static void put(struct fold_join *j, struct str s, size_t unit, size_t from, size_t step)
{
	size_t at = j->text.n;
	const struct fold_run *last = j->n_runs ? &j->runs[j->n_runs - 1] : NULL;

	buf_add(&j->text, s);
	if (last && last->unit == unit && last->step == step &&
		last->from + (at - last->at) / unit * step == from)
		return;
	j->runs = mem_grow_raw(j->runs, &j->cap, j->n_runs + 1, sizeof *j->runs);
	j->runs[j->n_runs++] =
		(struct fold_run){(uint32_t)at, (uint32_t)from, (uint32_t)unit, (uint32_t)step};
}

/* Of the ideographs whose UTF-8 has the same first two bytes, which are traditional. */
static uint64_t traditional_among(unsigned ch)
{
	unsigned i = ch / 64 - 0x4e00 / 64;

	return i < sizeof simpler_set / sizeof simpler_set[0] ? simpler_set[i] : 0;
}

bool fold_is_traditional(unsigned ch)
{
	return traditional_among(ch) >> ch % 64 & 1;
}

/* The same of the three bytes at p. */
static bool is_traditional_at(const char *p)
{
	unsigned ch = ((unsigned)p[0] & 0xf) << 12 | ((unsigned)p[1] & 0x3f) << 6;

	return traditional_among(ch) >> (p[2] & 0x3f) & 1;
}

/* The three bytes at p are a traditional character: now those that are written for it. */
static void simplify(char *p)
{
	size_t low = 0, high = sizeof simpler_pairs / 6;

	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (memcmp(p, simpler_pairs + 6 * mid, 3) < 0)
			high = mid;
		else
			low = mid;
	}
	memcpy(p, simpler_pairs + 6 * low + 3, 3);
}

/* Ideographs as they are, but for the traditional ones: pages are copied into that script, and
 * what they say is the same. */
static void put_han(struct maker *m, struct str s, size_t from, size_t step)
{
	size_t at = m->out.text.n;

	put(&m->out, s, 3, from, step);
	for (char *p = m->out.text.p + at, *end = p + s.n; p < end; p += 3)
		if (is_traditional_at(p))
			simplify(p);
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

		if (fold_is_traditional(ch)) {
			put_han(m, str_slice(piece, start, at), from, to - from);
			continue;
		}
		if (low == ch) {
			put(&m->out, str_slice(piece, start, at), at - start, from, to - from);
			continue;
		}
		int n = u8_uctomb(bytes, low, sizeof bytes);

		put(&m->out, (struct str){(const char *)bytes, (size_t)n}, (size_t)n, from,
			to - from);
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

/* Signs that NFKC leaves as they are, or turns into one of ASCII; 0: another character. They are
 * every tenth character of prose, and asking the library costs more than all the others. */
static unsigned plain_sign(unsigned ch)
{
	if (ch < 0x80 || (ch >= 0x3001 && ch <= 0x3003) || (ch >= 0x3008 && ch <= 0x3011) ||
		(ch >= 0x2018 && ch <= 0x201f))
		return ch;
	return ch >= 0xff01 && ch <= 0xff5e ? ch - 0xfee0 : 0;
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
	unsigned sign = alone ? plain_sign(ch) : 0;

	if (sign == ch && ch >= 0x80)
		put_folded(m, str_slice(src, from, *to), from, *to);
	else if (sign)
		put_folded(m, (struct str){(const char[]){(char)sign}, 1}, from, *to);
	else if (alone && is_unified_han(ch))
		put_han(m, str_slice(src, from, *to), from, *to - from);
	else
		put_normalised(m, str_slice(src, from, *to), from, *to);
}

/* is_unified_han() of the three bytes at p. */
static bool are_han(const char *p)
{
	unsigned char a = (unsigned char)p[0], b = (unsigned char)p[1];

	return (a >= 0xe5 && a <= 0xe9) || (a == 0xe4 && b != 0xb7) || (a == 0xe3 && b >= 0x90);
}

static bool is_word(char c, unsigned flags)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z' && !(flags & FOLD_CASE));
}

/* How many bytes from `from` on are ideographs (or ASCII letters and digits) that stay what they
 * are; the last may be one that what follows is joined to, so that it is left out. */
static size_t stretch(struct str src, size_t from, bool han, unsigned flags)
{
	size_t unit = han ? 3 : 1, to = from;

	while (src.n - to >= unit && (han ? are_han(src.p + to) : is_word(src.p[to], flags)))
		to += unit;
	if (to > from && to < src.n && (unsigned char)src.p[to] >= 0x80)
		to -= unit;
	return to - from;
}

/* A stretch at once: nearly all there is. */
static bool fold_stretch(struct maker *m, struct str src, size_t *at)
{
	bool han = (unsigned char)src.p[*at] >= 0x80;
	size_t n = stretch(src, *at, han, m->flags);

	if (n == 0)
		return false;
	if (han)
		put_han(m, str_slice(src, *at, *at + n), *at, 3);
	else
		put(&m->out, str_slice(src, *at, *at + n), 1, *at, 1);
	*at += n;
	return true;
}

void fold_make(struct fold *f, struct str src, unsigned flags)
{
	struct maker m = {.flags = flags};

	assert(src.n < UINT32_MAX);
	buf_reserve(&m.out.text, src.n);
	for (size_t at = 0; at < src.n;)
		if (!fold_stretch(&m, src, &at))
			fold_piece(&m, src, at, &at);
	*f = (struct fold){.runs = m.out.runs, .n_runs = m.out.n_runs, .end = src.n};
	f->text.n = m.out.text.n;
	f->text.p = buf_take(&m.out.text);
}

void fold_free(struct fold *f)
{
	free((char *)f->text.p);
	free(f->runs);
	*f = (struct fold){0};
}

/* The number of the run that shadow byte `at` is in. */
static size_t run_at(const struct fold *f, size_t at)
{
	size_t low = 0, high = f->n_runs;

	assert(at < f->text.n);
	while (high - low > 1) {
		size_t mid = low + (high - low) / 2;

		if (f->runs[mid].at <= at)
			low = mid;
		else
			high = mid;
	}
	return low;
}

/* The offset in the source of the character that gave shadow byte `at` of the run. */
static size_t source_of(const struct fold_run *run, size_t at)
{
	return run->from + (at - run->at) / run->unit * run->step;
}

size_t fold_back(const struct fold *f, size_t at)
{
	return at < f->text.n ? source_of(&f->runs[run_at(f, at)], at) : f->end;
}

size_t fold_past(const struct fold *f, size_t at)
{
	const struct fold_run *run = &f->runs[run_at(f, at)];

	return source_of(run, at) + run->step;
}

void fold_range(const struct fold *f, size_t from, size_t to, size_t *src_from, size_t *src_to)
{
	assert(from <= to && to <= f->text.n);
	*src_from = fold_back(f, from);
	*src_to = to > from ? fold_past(f, to - 1) : *src_from;
}

/* Part of f, whose source lies at `base`. */
static void join(struct fold_join *j, const struct fold *f, size_t from, size_t to, size_t base)
{
	for (size_t i = from < to ? run_at(f, from) : f->n_runs; from < to; i++) {
		const struct fold_run *run = &f->runs[i];
		size_t end = i + 1 < f->n_runs && run[1].at < to ? run[1].at : to;

		put(j, str_slice(f->text, from, end), run->unit, base + source_of(run, from),
			run->step);
		from = end;
	}
}

void fold_join_all(struct fold_join *j, const struct fold *f, size_t base)
{
	join(j, f, 0, f->text.n, base);
}

void fold_join_part(struct fold_join *j, const struct fold *f, size_t from, size_t to)
{
	join(j, f, from, to, 0);
}

void fold_join_word(struct fold_join *j, struct str word, size_t from, size_t past)
{
	put(j, word, word.n, from, past - from);
}

struct fold fold_joined(const struct fold_join *j)
{
	struct fold f = {.text = buf_str(&j->text), .runs = j->runs, .n_runs = j->n_runs};

	if (f.text.n)
		f.end = fold_past(&f, f.text.n - 1);
	return f;
}

void fold_join_clear(struct fold_join *j)
{
	buf_clear(&j->text);
	j->n_runs = 0;
}

void fold_join_free(struct fold_join *j)
{
	buf_free(&j->text);
	free(j->runs);
	*j = (struct fold_join){0};
}

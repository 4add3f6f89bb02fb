/* The store: a header, entries sorted by the quick hash of their text, then texts and codes. All
 * numbers are of this machine, for it was made here. */
#include "base/re_store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/mem.h"

#define MAGIC "gouji-patterns/1"
#define CODE_ALIGN 8 /* PCRE2 reads in place */
/* No store of ours is larger. */
#define ENTRIES_MAX 100000
#define PIECE_MAX ((size_t)4 << 20)

struct header {
	char magic[16];
	uint32_t n, entry_size;
};

struct entry {
	uint64_t hash; /* of the text */
	uint64_t sum;  /* hash of text and code as they lie in the file */
	uint32_t at;   /* byte of the file: the text, padding, the code */
	uint32_t text_n, code_n;
	uint32_t spare;
};

struct re_store {
	int fd;
	struct entry *entries;
	size_t n;
};

static bool read_at(int fd, size_t at, void *to, size_t n)
{
	for (size_t got = 0; got < n;) {
		ssize_t more = pread(fd, (char *)to + got, n - got, (off_t)(at + got));

		if (more <= 0 && !(more < 0 && errno == EINTR))
			return false;
		got += more > 0 ? (size_t)more : 0;
	}
	return true;
}

static bool read_entries(struct re_store *s)
{
	struct header h;

	if (s->fd < 0 || !read_at(s->fd, 0, &h, sizeof h) ||
		memcmp(h.magic, MAGIC, sizeof h.magic) != 0 || h.entry_size != sizeof *s->entries ||
		h.n > ENTRIES_MAX)
		return false;
	s->n = h.n;
	s->entries = mem_alloc_array(s->n, sizeof *s->entries);
	return read_at(s->fd, sizeof h, s->entries, s->n * sizeof *s->entries);
}

struct re_store *re_store_open(const char *path)
{
	struct re_store *s = mem_alloc(sizeof *s);

	s->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (read_entries(s))
		return s;
	re_store_free(s);
	return NULL;
}

void re_store_free(struct re_store *s)
{
	if (!s)
		return;
	if (s->fd >= 0)
		close(s->fd);
	free(s->entries);
	free(s);
}

static size_t padded(size_t n)
{
	return (n + CODE_ALIGN - 1) / CODE_ALIGN * CODE_ALIGN;
}

/* The first entry of that hash or behind it. */
static size_t lower_bound(const struct re_store *s, uint64_t hash)
{
	size_t low = 0, high = s->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->entries[mid].hash < hash)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The file may have been written over since it was opened: what is not as it was made is not used.
 */
static struct re *restore(const struct re_store *s, const struct entry *e, struct str pattern)
{
	size_t code = padded(e->text_n), n = code + e->code_n;
	char *p = n <= PIECE_MAX ? mem_alloc(n) : NULL;
	struct re *re = NULL;

	if (p && read_at(s->fd, e->at, p, n) && hash_quick((struct str){p, n}) == e->sum &&
		str_eq((struct str){p, e->text_n}, pattern))
		re = re_restore((struct str){p + code, e->code_n});
	free(p);
	return re;
}

static struct re *find(const struct re_store *s, struct str pattern)
{
	uint64_t hash = hash_quick(pattern);
	struct re *re = NULL;

	for (size_t i = lower_bound(s, hash); !re && i < s->n && s->entries[i].hash == hash; i++)
		re = restore(s, &s->entries[i], pattern);
	return re;
}

struct re *re_store_new(const struct re_store *store, struct str pattern, struct err *err)
{
	struct re *re = store ? find(store, pattern) : NULL;

	return re ? re : re_new(pattern, err);
}

/* --- writing --- */

struct writer {
	VEC(struct entry) entries;
	struct buf rest;
};

static int by_hash(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static void pad(struct buf *b)
{
	while (b->n % CODE_ALIGN)
		buf_addc(b, '\0');
}

static void add_pattern(struct writer *w, struct str pattern)
{
	uint64_t hash = hash_quick(pattern);

	for (size_t i = 0; i < w->entries.n; i++) {
		const struct entry *e = &w->entries.v[i];

		if (e->hash == hash &&
			str_eq(str_slice(buf_str(&w->rest), e->at, e->at + e->text_n), pattern))
			return;
	}
	struct re *re = re_new(pattern, NULL);

	if (!re)
		return;
	struct entry *e = vec_push(&w->entries);

	e->hash = hash;
	e->at = (uint32_t)w->rest.n;
	e->text_n = (uint32_t)pattern.n;
	buf_add(&w->rest, pattern);
	pad(&w->rest);
	size_t code = w->rest.n;

	re_save(re, &w->rest);
	e->code_n = (uint32_t)(w->rest.n - code);
	e->sum = hash_quick(str_slice(buf_str(&w->rest), e->at, w->rest.n));
	pad(&w->rest);
	re_free(re);
}

void re_store_write(const struct str *patterns, size_t n, struct buf *out)
{
	struct writer w = {0};
	struct header h = {.magic = {0}, .entry_size = sizeof(struct entry)};

	for (size_t i = 0; i < n; i++)
		add_pattern(&w, patterns[i]);
	if (w.entries.n)
		qsort(w.entries.v, w.entries.n, sizeof *w.entries.v, by_hash);
	memcpy(h.magic, MAGIC, sizeof h.magic);
	h.n = (uint32_t)w.entries.n;
	uint32_t shift = (uint32_t)(sizeof h + w.entries.n * sizeof *w.entries.v);

	for (size_t i = 0; i < w.entries.n; i++)
		w.entries.v[i].at += shift;
	buf_add(out, (struct str){(const char *)&h, sizeof h});
	buf_add(out, (struct str){(const char *)w.entries.v, w.entries.n * sizeof *w.entries.v});
	buf_add(out, buf_str(&w.rest));
	vec_free(&w.entries);
	buf_free(&w.rest);
}

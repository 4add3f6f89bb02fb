/* The store: a header, entries sorted by the quick hash of their text, then texts and codes. All
 * numbers are of this machine, for it was made here; every place is checked against the length. */
#include "base/re_store.h"

#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/mem.h"

#define MAGIC "gouji-patterns/1"
#define CODE_ALIGN 8 /* what PCRE2 reads in place */

struct header {
	char magic[16];
	uint32_t n, entry_size;
};

struct entry {
	uint64_t hash;
	uint32_t text, text_n; /* bytes of the file */
	uint32_t code, code_n;
};

struct re_store {
	struct str bytes; /* mapped */
	const struct entry *entries;
	size_t n;
};

static bool read_layout(struct re_store *s)
{
	struct header h;

	if (s->bytes.n < sizeof h)
		return false;
	memcpy(&h, s->bytes.p, sizeof h);
	s->entries = (const struct entry *)(s->bytes.p + sizeof h);
	s->n = h.n;
	return memcmp(h.magic, MAGIC, sizeof h.magic) == 0 && h.entry_size == sizeof *s->entries &&
	       (s->bytes.n - sizeof h) / sizeof *s->entries >= h.n;
}

struct re_store *re_store_open(const char *path)
{
	struct re_store *s = mem_alloc(sizeof *s);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	struct stat st;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) {
		void *p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);

		if (p != MAP_FAILED)
			s->bytes = (struct str){p, (size_t)st.st_size};
	}
	if (fd >= 0)
		close(fd);
	if (read_layout(s))
		return s;
	re_store_free(s);
	return NULL;
}

void re_store_free(struct re_store *s)
{
	if (s && s->bytes.n)
		munmap((void *)s->bytes.p, s->bytes.n);
	free(s);
}

static bool piece(const struct re_store *s, uint32_t at, uint32_t n, struct str *out)
{
	*out = str_slice(s->bytes, at, (size_t)at + n);
	return out->n == n;
}

/* The code of a pattern; empty where the store has none. */
static struct str find(const struct re_store *s, struct str pattern)
{
	uint64_t hash = hash_quick(pattern);
	size_t low = 0, high = s->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (s->entries[mid].hash < hash)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < s->n && s->entries[low].hash == hash; low++) {
		const struct entry *e = &s->entries[low];
		struct str text, code;

		if (piece(s, e->text, e->text_n, &text) && str_eq(text, pattern) &&
			e->code % CODE_ALIGN == 0 && piece(s, e->code, e->code_n, &code))
			return code;
	}
	return (struct str){0};
}

struct re *re_store_new(const struct re_store *store, struct str pattern, struct err *err)
{
	struct str code = store ? find(store, pattern) : (struct str){0};
	struct re *re = code.n ? re_restore(code) : NULL;

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

static void add_pattern(struct writer *w, struct str pattern)
{
	uint64_t hash = hash_quick(pattern);

	for (size_t i = 0; i < w->entries.n; i++) {
		const struct entry *e = &w->entries.v[i];

		if (e->hash == hash &&
			str_eq(str_slice(buf_str(&w->rest), e->text, e->text + e->text_n), pattern))
			return;
	}
	struct re *re = re_new(pattern, NULL);

	if (!re)
		return;
	struct entry *e = vec_push(&w->entries);

	e->hash = hash;
	e->text = (uint32_t)w->rest.n;
	e->text_n = (uint32_t)pattern.n;
	buf_add(&w->rest, pattern);
	while (w->rest.n % CODE_ALIGN)
		buf_addc(&w->rest, '\0');
	e->code = (uint32_t)w->rest.n;
	re_save(re, &w->rest);
	e->code_n = (uint32_t)w->rest.n - e->code;
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

	for (size_t i = 0; i < w.entries.n; i++) {
		w.entries.v[i].text += shift;
		w.entries.v[i].code += shift;
	}
	buf_add(out, (struct str){(const char *)&h, sizeof h});
	buf_add(out, (struct str){(const char *)w.entries.v, w.entries.n * sizeof *w.entries.v});
	buf_add(out, buf_str(&w.rest));
	vec_free(&w.entries);
	buf_free(&w.rest);
}

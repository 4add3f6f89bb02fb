/* Images: the file is the arena from its first byte to its last, behind a header. */
#include "base/image.h"

#include <assert.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

#define MAGIC "gouji-image/1"
/* Far from where systems put programs, libraries, heap and stack, and within the 39 bits of the
 * smallest address spaces of 64-bit machines; AddressSanitizer has its shadow there. */
#ifdef __SANITIZE_ADDRESS__
#define PLACE ((uintptr_t)0x180000000000)
enum { WITH_SHADOW = true };
#else
#define PLACE ((uintptr_t)0x1500000000)
enum { WITH_SHADOW = false };
#endif
#define PLACE_SIZE ((size_t)64 << 20)
#define ID_SIZE 80

struct header {
	char magic[16];
	char id[ID_SIZE];
	uint64_t size; /* of the file */
	void *root;
	_Alignas(max_align_t) char arena[];
};

struct image {
	struct header *at;
	size_t size;
	int fd;		     /* of one that was opened, else -1 */
	struct arena *arena; /* of a new one */
};

/* Memory at the place, or NULL. */
static struct header *map(size_t size, int fd)
{
	const int protection = PROT_READ | PROT_WRITE;
	int flags = MAP_PRIVATE | MAP_FIXED_NOREPLACE;
	void *p;

	if (sizeof(void *) < 8)
		return NULL;
	flags |= fd < 0 ? MAP_ANONYMOUS | MAP_NORESERVE : 0;
	p = mmap((void *)PLACE, size, protection, flags, fd, 0);
	if (p == MAP_FAILED)
		return NULL;
	if (p == (void *)PLACE)
		return p;
	munmap(p, size); /* kernels before 4.17 take the address for a hint */
	return NULL;
}

static struct image *image_at(struct header *at, size_t size, int fd)
{
	struct image *im = mem_alloc(sizeof *im);

	im->at = at;
	im->size = size;
	im->fd = fd;
	return im;
}

struct image *image_new(const char *id, struct err *err)
{
	struct header *at = map(PLACE_SIZE, -1);
	struct image *im;

	if (!at || strlen(id) >= ID_SIZE) {
		err_set(err, ERR_LIMIT, _("no memory at the address of images"));
		return NULL;
	}
	im = image_at(at, PLACE_SIZE, -1);
	memcpy(at->magic, MAGIC, sizeof MAGIC);
	memcpy(at->id, id, strlen(id));
	im->arena = arena_at(at->arena, PLACE_SIZE - sizeof *at);
	return im;
}

struct arena *image_arena(struct image *im)
{
	return im->arena;
}

/* --- saving --- */

struct range {
	uintptr_t from, to;
};

struct ranges {
	VEC(struct range) v;
};

/* All other memory that the process has. A sanitizer's shadow and heap are so large that letters of
 * all kinds would point there: none of it then, the plain build has looked. */
static void read_ranges(struct ranges *out)
{
	FILE *f = WITH_SHADOW ? NULL : fopen("/proc/self/maps", "r");
	char line[512];
	uintptr_t from, to;

	while (f && fgets(line, sizeof line, f)) {
		if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR, &from, &to) == 2 && from != PLACE)
			*vec_push(&out->v) = (struct range){from, to};
	}
	if (f)
		fclose(f);
}

static bool is_in(const struct ranges *r, uintptr_t word)
{
	for (size_t i = 0; i < r->v.n; i++) {
		if (word >= r->v.v[i].from && word < r->v.v[i].to)
			return true;
	}
	return false;
}

/* Every word is looked at as if it were a pointer: a number that is one by chance costs a build, a
 * pointer out of the image would cost a crash. */
static bool points_inward(const struct image *im, size_t size, struct err *err)
{
	const uintptr_t *words = (const uintptr_t *)im->at;
	struct ranges ranges = {0};
	size_t i = 0;

	read_ranges(&ranges);
	while (i < size / sizeof *words && !is_in(&ranges, words[i]))
		i++;
	vec_free(&ranges.v);
	return i == size / sizeof *words ||
	       err_set(err, ERR_FORMAT, _("the image points out of itself at byte %zu"),
		       i * sizeof *words);
}

bool image_save(struct image *im, const void *root, const char *path, struct err *err)
{
	size_t size = (size_t)(arena_end(im->arena) - (const char *)im->at);

	im->at->size = size;
	im->at->root = (void *)root; /* the image's own */
	return points_inward(im, size, err) &&
	       file_write_atomic(path, (struct str){(const char *)im->at, size}, err);
}

/* --- using --- */

static bool is_image(const struct header *at, size_t size, const char *id)
{
	return memcmp(at->magic, MAGIC, sizeof MAGIC) == 0 && at->size == size &&
	       strncmp(at->id, id, ID_SIZE) == 0 && (char *)at->root >= at->arena &&
	       (char *)at->root < (char *)at + size;
}

struct image *image_open(const char *path, const char *id)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct header *at = NULL;
	struct stat st;
	size_t size = 0;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > (off_t)sizeof *at &&
		st.st_size <= (off_t)PLACE_SIZE) {
		size = (size_t)st.st_size;
		at = map(size, fd);
	}
	if (at && is_image(at, size, id))
		return image_at(at, size, fd);
	close(fd);
	if (at)
		munmap(at, size);
	return NULL;
}

void *image_root(const struct image *im)
{
	return im->at->root;
}

static bool holds(const struct image *im, struct str bytes)
{
	return (uintptr_t)bytes.p >= (uintptr_t)im->at &&
	       (uintptr_t)bytes.p + bytes.n <= (uintptr_t)im->at + im->size;
}

bool image_read(const struct image *im, struct str bytes, struct buf *out)
{
	off_t from = (off_t)(bytes.p - (const char *)im->at);

	assert(holds(im, bytes));
	buf_reserve(out, bytes.n);
	ssize_t n = pread(im->fd, out->p + out->n, bytes.n, from);

	out->n += n == (ssize_t)bytes.n ? bytes.n : 0;
	return n == (ssize_t)bytes.n;
}

void image_leave(const struct image *im, struct str bytes)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
	uintptr_t from = ((uintptr_t)bytes.p + page - 1) / page * page;
	uintptr_t to = ((uintptr_t)bytes.p + bytes.n) / page * page;

	assert(holds(im, bytes));
	/* a mapping of their own, by other advice: what is looked at beside them brings none back
	 */
	if (from < to && madvise((void *)from, to - from, MADV_RANDOM) == 0)
		madvise((void *)from, to - from, MADV_DONTNEED);
}

void image_free(struct image *im)
{
	if (!im)
		return;
	munmap(im->at, im->size);
	if (im->fd >= 0)
		close(im->fd);
	free(im);
}

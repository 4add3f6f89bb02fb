/* Images: the vectors as they lie in memory, in the order of struct image, each at the next
 * multiple of eight. Blocks and grids name each other by number. */
#include "doc/image.h"

#include <assert.h>
#include <string.h>

#include "doc/inside.h"

struct image {
	size_t bytes; /* of all of it */
	size_t size;  /* of the file */
	/* how many of each follow */
	size_t file, kind, encoding, source, text, runs, lines, source_lines, blocks, grids;
	bool source_is_text, keeps_lines;
	char sha256[HASH_HEX_SIZE];
};

/* A block without its pointer. */
struct flat_block {
	enum block_kind kind;
	unsigned page;
	struct text_span span;
	size_t grid; /* number of its grid, from 1; 0: none */
};

struct flat_grid {
	size_t rows, cols, cells;
	struct text_span span;
	char reader[16];
};

static void put(struct buf *out, const void *p, size_t size)
{
	static const char zeros[8] = {0};

	if (size)
		buf_add(out, (struct str){p, size});
	buf_add(out, (struct str){zeros, -size & 7});
}

static struct flat_grid flat_grid(const struct grid *g)
{
	struct flat_grid flat = {.rows = g->rows, .cols = g->cols, .cells = g->n, .span = g->span};

	assert(strlen(g->reader) < sizeof flat.reader);
	strcpy(flat.reader, g->reader);
	return flat;
}

static void put_blocks(const struct doc *d, struct image *head, struct buf *out)
{
	for (size_t i = 0; i < d->blocks.n; i++) {
		const struct block *b = &d->blocks.v[i];
		struct flat_block flat = {.kind = b->kind,
			.page = b->page,
			.span = b->span,
			.grid = b->grid ? ++head->grids : 0};

		put(out, &flat, sizeof flat);
	}
	for (size_t i = 0; i < d->blocks.n; i++) {
		const struct grid *g = d->blocks.v[i].grid;

		if (!g)
			continue;
		struct flat_grid flat = flat_grid(g);

		put(out, &flat, sizeof flat);
		put(out, g->cells, g->n * sizeof *g->cells);
	}
}

void doc_image_put(const struct doc *d, struct buf *out)
{
	size_t at = out->n;
	struct image head = {
		.size = d->size,
		.file = strlen(d->file),
		.kind = strlen(d->kind),
		.encoding = strlen(d->encoding),
		.source = d->bytes.n,
		.text = d->text.n,
		.runs = d->runs.n,
		.lines = d->lines.n,
		.source_lines = d->source_lines.n,
		.blocks = d->blocks.n,
		.source_is_text = d->source_is_text,
		.keeps_lines = d->keeps_lines,
	};

	assert(d->done);
	memcpy(head.sha256, doc_sha256(d), sizeof head.sha256);
	put(out, &head, sizeof head);
	put(out, d->file, head.file);
	put(out, d->kind, head.kind);
	put(out, d->encoding, head.encoding);
	put(out, d->bytes.p, d->bytes.n);
	put(out, d->text.p, d->text.n);
	put(out, d->runs.v, d->runs.n * sizeof *d->runs.v);
	put(out, d->lines.v, d->lines.n * sizeof *d->lines.v);
	put(out, d->source_lines.v, d->source_lines.n * sizeof *d->source_lines.v);
	put_blocks(d, &head, out);
	head.bytes = out->n - at;
	memcpy(out->p + at, &head, sizeof head);
}

struct taking {
	struct str image;
	size_t at;
};

/* The next `size` bytes; NULL where they are not there. */
static const void *take(struct taking *t, size_t size)
{
	const char *p = t->image.p + t->at;

	if (size > t->image.n - t->at)
		return NULL;
	t->at += size + (-size & 7);
	t->at = t->at < t->image.n ? t->at : t->image.n;
	return p;
}

static bool take_copy(struct taking *t, void *to, size_t size)
{
	const void *p = take(t, size);

	if (p && size)
		memcpy(to, p, size);
	return p;
}

static bool take_cstr(struct taking *t, struct arena *a, size_t n, const char **out)
{
	const char *p = take(t, n);

	if (p)
		*out = arena_cstr(a, (struct str){p, n});
	return p;
}

static bool take_buf(struct taking *t, size_t n, struct buf *out)
{
	const char *p = take(t, n);

	if (p && n) {
		buf_reserve(out, n);
		buf_add(out, (struct str){p, n});
	}
	return p;
}

#define take_vec(t, x, count)                                                                      \
	((x)->n = (x)->cap = (count),                                                              \
		(x)->v = (count) ? mem_alloc_array((count), sizeof *(x)->v) : NULL,                \
		take_copy((t), (x)->v, (count) * sizeof *(x)->v))

static bool take_grid(struct taking *t, struct arena *a, struct grid *grid)
{
	struct flat_grid flat;

	if (!take_copy(t, &flat, sizeof flat))
		return false;
	*grid = (struct grid){
		.rows = flat.rows, .cols = flat.cols, .n = flat.cells, .span = flat.span};
	grid->reader = arena_cstr(a, str_of(flat.reader));
	grid->cells = arena_alloc_array(a, grid->n, sizeof *grid->cells);
	return take_copy(t, grid->cells, grid->n * sizeof *grid->cells);
}

static bool take_blocks(struct taking *t, struct doc *d, const struct image *head)
{
	struct grid *grids = arena_alloc_array(d->arena, head->grids + 1, sizeof *grids);

	for (size_t i = 0; i < head->blocks; i++) {
		struct flat_block flat;

		if (!take_copy(t, &flat, sizeof flat) || flat.grid > head->grids)
			return false;
		*vec_push(&d->blocks) = (struct block){.kind = flat.kind,
			.page = flat.page,
			.span = flat.span,
			.grid = flat.grid ? &grids[flat.grid - 1] : NULL};
	}
	for (size_t i = 0; i < head->grids; i++)
		if (!take_grid(t, d->arena, &grids[i]))
			return false;
	return true;
}

static bool take_all(struct taking *t, const struct image *head, struct doc *d)
{
	return take_cstr(t, d->arena, head->file, &d->file) &&
	       take_cstr(t, d->arena, head->kind, &d->kind) &&
	       take_cstr(t, d->arena, head->encoding, &d->encoding) &&
	       take_buf(t, head->source, &d->bytes) && take_buf(t, head->text, &d->text) &&
	       take_vec(t, &d->runs, head->runs) && take_vec(t, &d->lines, head->lines) &&
	       take_vec(t, &d->source_lines, head->source_lines) && take_blocks(t, d, head);
}

struct doc *doc_image_take(struct str image)
{
	struct taking t = {.image = image};
	struct image head;

	if (!take_copy(&t, &head, sizeof head) || head.bytes != image.n)
		return NULL;
	struct doc *d = mem_alloc(sizeof *d);

	d->arena = arena_new();
	d->size = head.size;
	d->source_is_text = head.source_is_text;
	d->keeps_lines = head.keeps_lines;
	d->done = true;
	d->sha256 = arena_alloc(d->arena, sizeof head.sha256);
	memcpy(d->sha256, head.sha256, sizeof head.sha256);
	if (take_all(&t, &head, d))
		return d;
	doc_free(d);
	return NULL;
}

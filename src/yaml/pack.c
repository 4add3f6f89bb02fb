/* Packing and unpacking. The bytes: the text (its length first), a header, the nodes in preorder,
 * links (indexes of items, for a map of its keys and then its values), and the texts,
 * NUL-terminated. All numbers are of this machine, for it was packed here; what is read is checked
 * all the same: every index within bounds, every link to a later node, so no tree has a loop. */
#include "yaml/pack.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/mem.h"
#include "yaml/ydoc.h"

#define MAGIC "gouji-tree/1"
#define PACKED_MAX ((size_t)32 << 20)

struct header {
	char magic[16];
	uint32_t nodes, links, text;
	uint32_t node_size; /* of this make */
};

struct packed_node {
	uint32_t line, column;
	uint32_t text, text_n;
	uint32_t link, n;
	uint8_t kind, plain, spare[2]; /* spare: no byte is left to chance */
};

/* --- packing --- */

struct packer {
	VEC(struct packed_node) nodes;
	VEC(uint32_t) links;
	struct buf text;
};

static uint32_t pack_node(struct packer *p, const struct ynode *n)
{
	uint32_t at = (uint32_t)p->nodes.n;
	struct packed_node *node = vec_push(&p->nodes);
	*node = (struct packed_node){.line = n->line,
		.column = n->column,
		.text = (uint32_t)p->text.n,
		.text_n = (uint32_t)n->text.n,
		.link = (uint32_t)p->links.n,
		.n = (uint32_t)n->n,
		.kind = (uint8_t)n->kind,
		.plain = n->plain};
	if (n->kind == YAML_SCALAR) {
		buf_add(&p->text, n->text);
		buf_addc(&p->text, '\0');
		return at;
	}
	size_t first = p->links.n, keys = n->kind == YAML_MAP ? n->n : 0;
	for (size_t i = 0; i < keys + n->n; i++)
		vec_push(&p->links);
	for (size_t i = 0; i < keys + n->n; i++) {
		uint32_t link = pack_node(p, i < keys ? n->keys[i] : n->items[i - keys]);
		p->links.v[first + i] = link;
	}
	return at;
}

static void add_text(struct buf *out, struct str text)
{
	uint64_t n = text.n;
	buf_add(out, (struct str){(const char *)&n, sizeof n});
	buf_add(out, text);
	for (; n % sizeof n; n++) /* the tree is read in place */
		buf_addc(out, '\0');
}

void yaml_pack(struct str text, const struct ydoc *d, struct buf *out)
{
	struct packer p = {0};
	struct header h = {.magic = MAGIC, .node_size = sizeof(struct packed_node)};
	pack_node(&p, yaml_root(d));
	h.nodes = (uint32_t)p.nodes.n;
	h.links = (uint32_t)p.links.n;
	h.text = (uint32_t)p.text.n;
	add_text(out, text);
	buf_add(out, (struct str){(const char *)&h, sizeof h});
	buf_add(out, (struct str){(const char *)p.nodes.v, p.nodes.n * sizeof *p.nodes.v});
	buf_add(out, (struct str){(const char *)p.links.v, p.links.n * sizeof *p.links.v});
	buf_add(out, buf_str(&p.text));
	vec_free(&p.nodes);
	vec_free(&p.links);
	buf_free(&p.text);
}

/* --- unpacking --- */

struct unpacker {
	struct header h;
	const struct packed_node *packed;
	const uint32_t *links;
	const char *text; /* what the nodes borrow */
	struct ynode *nodes;
	struct ynode **pointers; /* one for each link */
};

static bool read_layout(struct str s, struct unpacker *u)
{
	if (s.n < sizeof u->h)
		return false;
	memcpy(&u->h, s.p, sizeof u->h);
	if (memcmp(u->h.magic, MAGIC, sizeof MAGIC) != 0 ||
		u->h.node_size != sizeof(struct packed_node) || u->h.nodes == 0)
		return false;
	uint64_t nodes = (uint64_t)u->h.nodes * sizeof *u->packed;
	uint64_t links = (uint64_t)u->h.links * sizeof *u->links;
	if (sizeof u->h + nodes + links + u->h.text != s.n)
		return false;
	u->packed = (const struct packed_node *)(s.p + sizeof u->h);
	u->links = (const uint32_t *)(s.p + sizeof u->h + nodes);
	u->text = s.p + sizeof u->h + nodes + links;
	return true;
}

static bool unpack_scalar(
	const struct unpacker *u, const struct packed_node *from, struct ynode *to)
{
	if ((uint64_t)from->text + from->text_n >= u->h.text ||
		u->text[from->text + from->text_n] != '\0')
		return false;
	to->text = (struct str){u->text + from->text, from->text_n};
	return true;
}

static bool unpack_node(const struct unpacker *u, uint32_t i)
{
	const struct packed_node *from = &u->packed[i];
	struct ynode *to = &u->nodes[i];
	to->kind = from->kind;
	to->plain = from->plain;
	to->line = from->line;
	to->column = from->column;
	if (from->kind == YAML_SCALAR)
		return unpack_scalar(u, from, to);
	uint64_t links = (uint64_t)from->n * (from->kind == YAML_MAP ? 2 : 1);
	if (from->kind > YAML_MAP || from->link + links > u->h.links)
		return false;
	to->n = from->n;
	for (uint64_t k = from->link; k < from->link + links; k++) {
		bool key = from->kind == YAML_MAP && k < from->link + (uint64_t)from->n;
		if (u->links[k] <= i || u->links[k] >= u->h.nodes ||
			(key && u->packed[u->links[k]].kind != YAML_SCALAR))
			return false;
		u->pointers[k] = &u->nodes[u->links[k]];
	}
	if (from->kind == YAML_MAP)
		to->keys = u->pointers + from->link;
	to->items = u->pointers + from->link + (from->kind == YAML_MAP ? from->n : 0);
	return true;
}

static struct ydoc *unpack(struct unpacker *u, const char *name)
{
	struct arena *arena = arena_new();
	struct ydoc *d = arena_alloc(arena, sizeof *d);
	d->arena = arena;
	d->name = arena_cstr(arena, str_of(name));
	u->nodes = arena_alloc_array(arena, u->h.nodes, sizeof *u->nodes);
	u->pointers = arena_alloc_array(arena, u->h.links + 1, sizeof *u->pointers);
	d->root = u->nodes;
	for (uint32_t i = 0; i < u->h.nodes; i++)
		if (!unpack_node(u, i)) {
			yaml_free(d);
			return NULL;
		}
	return d;
}

/* Where the tree of such a file begins; STR_NONE where it was made from another text. */
static size_t tree_at(struct str file, struct str text)
{
	uint64_t n;
	if (file.n < sizeof n)
		return STR_NONE;
	memcpy(&n, file.p, sizeof n);
	if (n != text.n || !str_eq(str_slice(file, sizeof n, sizeof n + text.n), text))
		return STR_NONE;
	n += -n % sizeof n;
	return sizeof n + n <= file.n ? sizeof n + n : STR_NONE;
}

struct ydoc *yaml_unpack(struct buf *file, struct str text, const char *name)
{
	struct unpacker u;
	size_t at = tree_at(buf_str(file), text);
	if (at == STR_NONE || !read_layout(str_slice(buf_str(file), at, file->n), &u))
		return NULL;
	struct ydoc *d = unpack(&u, name);
	if (d) {
		d->packed = *file;
		*file = (struct buf){0};
	}
	return d;
}

/* --- finding --- */

void yaml_pack_name(struct str text, char out[YAML_PACK_NAME])
{
	snprintf(out, YAML_PACK_NAME, "%016" PRIx64 ".tree", hash_quick(text));
}

static struct ydoc *load_packed(struct str text, const char *path)
{
	char name[YAML_PACK_NAME];
	struct buf packed;
	struct ydoc *d = NULL;
	char *dir = path_trees_dir();
	if (!dir)
		return NULL;
	yaml_pack_name(text, name);
	char *file = path_join(dir, name);
	if (file_read(file, PACKED_MAX, &packed, NULL)) {
		d = yaml_unpack(&packed, text, path);
		buf_free(&packed);
	}
	free(file);
	free(dir);
	return d;
}

struct ydoc *yaml_load_data(const char *path, struct err *err)
{
	struct buf text;
	if (!file_read(path, YAML_BYTES_MAX, &text, err))
		return NULL;
	struct ydoc *d = load_packed(buf_str(&text), path);
	if (!d)
		d = yaml_parse(buf_str(&text), path, err);
	buf_free(&text);
	return d;
}

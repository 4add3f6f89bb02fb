/* Items of a shelf: struct item, the path, the encoding, and an image or an err. */
#include "import/shelf.h"

#include <string.h>

#include "base/lang.h"
#include "doc/image.h"

struct shelf {
	enum shelf_use use;
	bool lacks;
	struct buf items;
};

struct item {
	size_t bytes;		      /* of all of it */
	size_t path, encoding, image; /* bytes of each; image 0: an err instead */
	bool named;		      /* an encoding was */
};

struct shelf *shelf_new(enum shelf_use use)
{
	struct shelf *s = mem_alloc(sizeof *s);

	s->use = use;
	return s;
}

void shelf_free(struct shelf *s)
{
	if (!s)
		return;
	buf_free(&s->items);
	free(s);
}

struct str shelf_bytes(const struct shelf *s)
{
	return buf_str(&s->items);
}

void shelf_fill(struct shelf *s, struct str bytes)
{
	buf_add(&s->items, bytes);
}

bool shelf_lacks(const struct shelf *s)
{
	return s->lacks;
}

bool shelf_is_hasty(const struct shelf *s)
{
	return s->use == SHELF_HASTY;
}

bool shelf_refuse(struct shelf *s, struct err *err)
{
	s->lacks = true;
	return err_set(err, ERR_REFUSED, _("not read yet"));
}

void shelf_put(struct shelf *s, const char *path, const char *encoding, const struct doc *d,
	const struct err *err)
{
	struct item item = {.path = strlen(path),
		.encoding = encoding ? strlen(encoding) : 0,
		.named = encoding};
	size_t at = s->items.n;

	if (s->use != SHELF_KEEP)
		return;
	buf_add(&s->items, (struct str){(const char *)&item, sizeof item});
	buf_adds(&s->items, path);
	buf_adds(&s->items, encoding ? encoding : "");
	size_t image = s->items.n;

	if (d)
		doc_image_put(d, &s->items);
	else
		buf_add(&s->items, (struct str){(const char *)err, sizeof *err});
	item.image = d ? s->items.n - image : 0;
	item.bytes = s->items.n - at;
	memcpy(s->items.p + at, &item, sizeof item);
}

/* The item at `at`, and what follows its head; false past the last. */
static bool item_at(const struct shelf *s, size_t at, struct item *item, struct str *rest)
{
	struct str all = buf_str(&s->items);

	if (at + sizeof *item > all.n)
		return false;
	memcpy(item, all.p + at, sizeof *item);
	*rest = str_slice(all, at + sizeof *item, at + item->bytes);
	return item->bytes <= all.n - at;
}

static bool is_of(const struct item *item, struct str rest, const char *path, const char *encoding)
{
	return str_is(str_slice(rest, 0, item->path), path) && item->named == (encoding != NULL) &&
	       str_is(str_slice(rest, item->path, item->path + item->encoding),
		       encoding ? encoding : "");
}

static bool take_from(const struct item *item, struct str rest, struct doc **d, struct err *err)
{
	struct str held = str_slice(rest, item->path + item->encoding, rest.n);
	struct err told = {0};

	*d = item->image ? doc_image_take(held) : NULL;
	if (item->image)
		return *d != NULL;
	if (held.n != sizeof told)
		return false;
	memcpy(&told, held.p, sizeof told);
	if (err)
		*err = told;
	return true;
}

bool shelf_take(const struct shelf *s, const char *path, const char *encoding, struct doc **d,
	struct err *err)
{
	struct item item;
	struct str rest;

	if (s->use != SHELF_GIVE)
		return false;
	for (size_t at = 0; item_at(s, at, &item, &rest); at += item.bytes)
		if (is_of(&item, rest, path, encoding))
			return take_from(&item, rest, d, err);
	return false;
}

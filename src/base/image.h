/* An image: an arena written to a file as it lies in memory, and mapped again at the same address.
 * Lists, trees and structs that point to each other are there then without having been read; only
 * the pages that are looked at are brought in.
 *
 * The address is the same for all images, so a process has one at a time. Nothing in an image may
 * point out of it: saving refuses one that does. An image fits the program that made it alone,
 * which is what `id` is for: it stands for the layout of every struct within. Behind its header it
 * is trusted as the program's own code is. */
#ifndef GOUJI_BASE_IMAGE_H
#define GOUJI_BASE_IMAGE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct image;

/* A new one; what is made in its arena will be in the file. Fails with ERR_LIMIT where something
 * else lies at the address, or the system has no such. */
struct image *image_new(const char *id, struct err *err);
struct arena *image_arena(struct image *im);
/* Writes it; `root`, a struct of the arena, is what image_root() will give. */
bool image_save(struct image *im, const void *root, const char *path, struct err *err);

/* The image in the file, NULL where there is none, it has another id, is not whole, or its address
 * is not free. What is written to it is seen by this process alone. */
struct image *image_open(const char *path, const char *id);
void *image_root(const struct image *im);
/* Appends what lies there, read from the file and not from memory, where a look would bring in much
 * of what lies beside it. For what few runs want; false where it cannot be read. */
bool image_read(const struct image *im, struct str bytes, struct buf *out);
/* What lies there was never written, and is not looked at any more: its pages go back to the system,
 * and none comes for the sake of one beside them. (Whoever does look finds it as it was.) */
void image_leave(const struct image *im, struct str bytes);
void image_free(struct image *im); /* NULL is fine */

#endif

/* Packed trees: the node tree of a YAML file as one block of bytes, so that the program's own data
 * need not be parsed at each start. `make` packs data/; the text it was made from stands in front
 * of a packed tree and is compared byte by byte, so that one that does not fit is never used, and
 * an edited file is simply parsed. */
#ifndef GOUJI_YAML_PACK_H
#define GOUJI_YAML_PACK_H

#include "yaml/yaml.h"

/* The file at path as yaml_load() reads it, from its packed tree where there is one. */
struct ydoc *yaml_load_data(const char *path, struct err *err);

/* Appends the file of a packed tree: the text, then the tree of d, made from it. */
void yaml_pack(struct str text, const struct ydoc *d, struct buf *out);
/* The tree of such a file, which it takes over (*file is empty then); `name` is for messages. NULL
 * where it was made from another text, by another make, or is not whole. */
struct ydoc *yaml_unpack(struct buf *file, struct str text, const char *name);
/* The name of that file: 16 hex digits and ".tree"; out holds YAML_PACK_NAME bytes. */
#define YAML_PACK_NAME 22
void yaml_pack_name(struct str text, char out[YAML_PACK_NAME]);

#endif

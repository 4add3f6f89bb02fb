/* What the files that read the forms share. Private to form/.
 *
 * All that is made lives in the loader's arena, texts that are kept as well; the documents go with
 * their nodes. Every function that returns bool has told `err` where it returns false. */
#ifndef GOUJI_FORM_LOAD_H
#define GOUJI_FORM_LOAD_H

#include "base/arena.h"
#include "base/once.h"
#include "form/form.h"
#include "yaml/yaml.h"

/* A form's file: forms take tables from each other (`like:`), so they are made on demand. */
struct form_source {
	struct ydoc *doc;
	struct form *form;
	enum { SOURCE_NEW, SOURCE_OPEN, SOURCE_READY } state;
};

struct loader {
	struct arena *arena;
	struct arena *passing; /* for what only reading needs; the forms do not point into it */
	struct once *once; /* words of patterns, which live in the arena */
	struct form_source *sources;
	size_t n_sources;
	const struct ydoc *doc; /* the one being read */
	struct err *err;
	const char
		*empty; /* what is not told: of the arena, for an image holds what it points to */
};

/* A text and the node it stands at, to be looked through for one that is there twice. */
struct mark {
	struct str text;
	size_t scope; /* the same text in another scope is another text */
	const struct ynode
		*at; /* NULL where it was taken from another form, and is known to be good */
};

/* Where the rows and groups of a table stand, by index; NULL as in `struct mark`. */
struct table_nodes {
	const struct ynode *table;
	const struct ynode **rows;
	const struct ynode **groups;
};

/* load.c */
bool load_form(struct loader *ld, struct form_source *src);

/* load_part.c: the shapes that all files of data/forms/ are made of. */
bool load_words(
	struct loader *ld, const struct ynode *map, const char *key, struct form_words *out);
/* `label`, and the variants behind it. */
bool load_label(struct loader *ld, const struct ynode *map, const char *key,
	struct form_words *label, const char ***variants, size_t *n);
bool load_name(struct loader *ld, const struct ynode *map, const char *key, const char **out);
bool load_list(struct loader *ld, const struct ynode *map, const char *key, struct form_list *out);
/* A sequence with at least one item, each a map. */
bool load_maps(
	struct loader *ld, const struct ynode *map, const char *key, const struct ynode **out);
/* The index of `word` in the NULL-ended list, or an error at the key that lists what may stand
 * there. */
bool load_choice(struct loader *ld, const struct ynode *map, const char *key,
	const char *const *words, size_t *out);
/* Fails where two marks are the same; sorts them. `what` says what they are ("row name"). */
bool load_once(struct loader *ld, struct mark *marks, size_t n, const char *what);

/* load_table.c */
bool load_table(struct loader *ld, const struct ynode *n, struct form_table *out);
bool load_row(struct loader *ld, const struct ynode *n, struct form_row *out);

/* load_like.c: a table that takes another form's. */
bool load_table_like(struct loader *ld, const struct ynode *n, struct form_table *out);

/* load_group.c */
/* The groups of `map`, behind those that t has already. */
bool load_groups(
	struct loader *ld, const struct ynode *map, struct form_table *t, struct table_nodes *at);
bool load_column_groups(struct loader *ld, const struct ynode *block, struct form_block *b);
/* Finds the members of the groups, and checks that no name and no label is there twice. */
bool load_table_check(struct loader *ld, struct form_table *t, const struct table_nodes *at);

/* load_identity.c */
bool load_identities(struct loader *ld, const struct ynode *root, struct form *f);

/* load_pattern.c: c->agency_endings is read already. */
bool load_patterns(struct loader *ld, const struct ynode *root, struct form_common *c);

/* load_common.c */
bool load_common(struct loader *ld, struct form_common *out);

#endif

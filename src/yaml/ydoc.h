/* The insides of a ydoc, for the files of this room alone. */
#ifndef GOUJI_YAML_YDOC_H
#define GOUJI_YAML_YDOC_H

#include "base/arena.h"
#include "yaml/yaml.h"

/* The longest text read. */
#define YAML_BYTES_MAX ((size_t)32 << 20)

struct ydoc {
	struct arena *arena; /* the texts that were asked for, and all behind the list of one */
	struct arena *nodes; /* all nodes with theirs, and this; the same where nobody tells them
				apart */
	const char *name;    /* for messages */
	struct ynode *root;
};

#endif

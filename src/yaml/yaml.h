/* YAML, read into a node tree that knows its lines and columns, and written in one fixed shape.
 *
 * The only user of libyaml. Reading goes through libyaml's events with guards of our own, for
 * libyaml 0.2.5 has no depth limit, takes duplicate keys and reads a cut-off file as a whole one:
 * one document only; bounded depth, nodes and bytes; no duplicate keys; no aliases or anchors, no
 * tags; keys are scalars; UTF-8 only. Every mistake is an err with file, line and column. Writing
 * quotes every string (YAML 1.1 and 1.2 readers read it alike) and leaves Han readable. */
#ifndef GOUJI_YAML_YAML_H
#define GOUJI_YAML_YAML_H

#include <stdint.h>

#include "base/arena.h"
#include "base/dec.h"
#include "base/err.h"
#include "base/str.h"

enum ynode_kind { YAML_SCALAR, YAML_SEQ, YAML_MAP };

struct ynode {
	enum ynode_kind kind;
	unsigned line, column; /* from 1; columns in code points */
	struct str text;       /* scalar: its value, NUL-terminated behind text.n */
	bool plain; /* scalar: written without quotes (then `null`, `true`, 3 mean themselves) */
	size_t n;   /* seq: items; map: pairs */
	struct ynode **items; /* seq: n items; map: n values */
	struct ynode **keys;  /* map: n scalar keys, in the order written */
};

struct ydoc; /* owns all nodes and their text */

/* name is for messages only. An empty text is ERR_FORMAT. */
struct ydoc *yaml_parse(struct str text, const char *name, struct err *err);
struct ydoc *yaml_load(const char *path, struct err *err);
/* The same into arenas, which own it then: it is not for yaml_free(). The tree with its texts lies
 * in `nodes`; where that is an arena of its own, what is read of it by the functions below is kept
 * in `arena` and outlives it. */
struct ydoc *yaml_parse_in(struct arena *arena, struct arena *nodes, struct str text,
	const char *name, struct err *err);
struct ydoc *yaml_load_in(
	struct arena *arena, struct arena *nodes, const char *path, struct err *err);
/* NULL is fine. Hidden, because libyaml exports a function of the same name that it calls itself.
 */
void yaml_free(struct ydoc *d) __attribute__((visibility("hidden")));
const struct ynode *yaml_root(const struct ydoc *d);
const char *yaml_name(const struct ydoc *d);

/* Value of `key`, NULL where absent or where n is no map (or NULL). */
const struct ynode *yaml_get(const struct ynode *n, const char *key);
/* An error at a node: file, line and column set, and the text. Always false. */
bool yaml_err(const struct ydoc *d, const struct ynode *at, struct err *err, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* A scalar's text, which outlives the tree as those do that typed reads give. */
struct str yaml_text(const struct ydoc *d, const struct ynode *n);
/* Typed reads; each is false with err told at the node. Optional ones leave *out alone where the
 * key is absent. Texts are the ydoc's, and NUL-terminated. */
bool yaml_need_map(const struct ydoc *d, const struct ynode *n, struct err *err);
bool yaml_need_seq(const struct ydoc *d, const struct ynode *n, struct err *err);
bool yaml_need_str(const struct ydoc *d, const struct ynode *map, const char *key, const char **out,
	struct err *err);
bool yaml_opt_str(const struct ydoc *d, const struct ynode *map, const char *key, const char **out,
	struct err *err);
bool yaml_opt_int(const struct ydoc *d, const struct ynode *map, const char *key, int64_t *out,
	struct err *err);
bool yaml_opt_bool(
	const struct ydoc *d, const struct ynode *map, const char *key, bool *out, struct err *err);
bool yaml_opt_dec(const struct ydoc *d, const struct ynode *map, const char *key, struct dec *out,
	struct err *err);
bool yaml_is_null(const struct ynode *n); /* absent, `null`, `~` or empty plain */
/* A list of strings or one string; *out is an array of *n borrowed C strings owned by the ydoc. */
bool yaml_opt_strs(const struct ydoc *d, const struct ynode *map, const char *key,
	const char ***out, size_t *n, struct err *err);
/* Fails at the first key that is not in the NULL-ended list. */
bool yaml_known_keys(
	const struct ydoc *d, const struct ynode *map, const char *const *known, struct err *err);

/* The writer. Calls after a failure do nothing; yaml_out_end() tells it once. */
struct yout;
struct yout *yaml_out_begin(void);
void yaml_out_map(struct yout *y); /* opens a map, as a value or a sequence's item */
void yaml_out_seq(struct yout *y);
void yaml_out_flow_seq(struct yout *y); /* [a, b], on one line */
void yaml_out_flow_map(struct yout *y); /* {a: b}, on one line, and so all within it */
void yaml_out_close(struct yout *y);
void yaml_out_key(
	struct yout *y, const char *key);	   /* plain where it is a plain word, else quoted */
void yaml_out_str(struct yout *y, struct str s);   /* double-quoted; a line break is \n */
void yaml_out_cstr(struct yout *y, const char *s); /* NULL: null */
void yaml_out_int(struct yout *y, int64_t n);
void yaml_out_dec(struct yout *y, struct dec d);
void yaml_out_bool(struct yout *y, bool b);
void yaml_out_null(struct yout *y);
void yaml_out_node(
	struct yout *y, const struct ynode *n); /* a read node, as it was (unknown keys) */
/* Appends the finished document to out and frees y. false: ill-formed text or unbalanced calls. */
bool yaml_out_end(struct yout *y, struct buf *out, struct err *err);

#endif

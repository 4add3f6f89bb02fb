/* Reading: libyaml's events, each checked against what our files may hold, into a tree. */
#include <yaml.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/library.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "yaml/ydoc.h"

/* Far above any file of ours, and read in a few seconds all the same. */
#define NODES_MAX 1000000 /* a review of 20000 acts */
#define DEPTH_MAX 64
#define KEY_BYTES_MAX 512 /* YAML itself has a key on one line end after 1024 characters */

/* libyaml, which a check wants only where the packed data does not fit or there is a review. */
#define FUNCTIONS(X)                                                                               \
	X(yaml_parser_initialize)                                                                  \
	X(yaml_parser_set_encoding)                                                                \
	X(yaml_parser_set_input_string) X(yaml_parser_parse) X(yaml_event_delete)                  \
		X(yaml_parser_delete)
struct functions {
	FUNCTIONS(LIBRARY_POINTER)
};

static const struct library_function wanted[] = {FUNCTIONS(LIBRARY_FUNCTION)};

struct open_node {
	struct ynode *node;
	VEC(struct ynode *) keys;
	VEC(struct ynode *) items;
};

struct reader {
	struct functions f;
	yaml_parser_t parser;
	struct ydoc *doc;
	struct err *err;
	struct open_node open[DEPTH_MAX];
	unsigned depth;
	size_t nodes;
	struct str text;
	size_t characters; /* of the text */
	bool had_document;
};

static bool fail_at(struct reader *r, enum err_kind kind, yaml_mark_t at, const char *text)
{
	err_set(r->err, kind, "%s", text);
	return err_at(r->err, r->doc->name, (unsigned)at.line + 1, (unsigned)at.column + 1);
}

static struct ynode *new_node(struct reader *r, enum ynode_kind kind, yaml_mark_t at)
{
	struct ynode *n = arena_alloc(r->doc->nodes, sizeof *n);

	n->kind = kind;
	n->line = (unsigned)at.line + 1;
	n->column = (unsigned)at.column + 1;
	return n;
}

/* Does the map at the top wait for a key? */
static bool wants_key(const struct reader *r)
{
	const struct open_node *top = r->depth ? &r->open[r->depth - 1] : NULL;

	return top && top->node->kind == YAML_MAP && top->keys.n == top->items.n;
}

static bool add_node(struct reader *r, struct ynode *n, yaml_mark_t at)
{
	struct open_node *top = r->depth ? &r->open[r->depth - 1] : NULL;

	if (++r->nodes > NODES_MAX)
		return fail_at(r, ERR_LIMIT, at, _("too many entries in one file"));
	if (!top) {
		r->doc->root = n;
		return true;
	}
	if (!wants_key(r)) {
		*vec_push(&top->items) = n;
		return true;
	}
	if (n->kind != YAML_SCALAR)
		return fail_at(r, ERR_FORMAT, at, _("a key must be a plain word or a quoted text"));
	if (n->text.n > KEY_BYTES_MAX)
		return fail_at(r, ERR_LIMIT, at, _("key too long"));
	*vec_push(&top->keys) = n;
	return true;
}

static bool add_scalar(struct reader *r, const yaml_event_t *e)
{
	struct str text = {(const char *)e->data.scalar.value, e->data.scalar.length};
	struct ynode *n = new_node(r, YAML_SCALAR, e->start_mark);

	if (memchr(text.p, '\0', text.n))
		return fail_at(
			r, ERR_FORMAT, e->start_mark, _("a text cannot hold a NUL character"));
	n->text = arena_str(r->doc->nodes, text);
	n->plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	return add_node(r, n, e->start_mark);
}

static bool open_collection(struct reader *r, enum ynode_kind kind, yaml_mark_t at)
{
	struct ynode *n = new_node(r, kind, at);

	if (r->depth == DEPTH_MAX)
		return fail_at(r, ERR_LIMIT, at, _("nested too deep"));
	if (!add_node(r, n, at))
		return false;
	r->open[r->depth++] = (struct open_node){.node = n};
	return true;
}

static int by_text_and_place(const void *a, const void *b)
{
	const struct ynode *x = *(struct ynode *const *)a, *y = *(struct ynode *const *)b;
	int c = str_cmp(x->text, y->text);

	if (!c)
		c = (x->line > y->line) - (x->line < y->line);
	return c ? c : (x->column > y->column) - (x->column < y->column);
}

static bool check_duplicates(struct reader *r, const struct ynode *map)
{
	struct ynode **sorted = mem_alloc_array(map->n, sizeof *sorted);
	bool ok = true;

	if (map->n)
		memcpy(sorted, map->keys, map->n * sizeof *sorted);
	qsort(sorted, map->n, sizeof *sorted, by_text_and_place);
	for (size_t i = 1; i < map->n && ok; i++)
		if (str_eq(sorted[i - 1]->text, sorted[i]->text))
			ok = yaml_err(r->doc, sorted[i], r->err,
				_("key `%s` stands twice, first in line %u"), sorted[i]->text.p,
				sorted[i - 1]->line);
	free(sorted);
	return ok;
}

static struct ynode **keep(struct reader *r, struct ynode **v, size_t n)
{
	struct ynode **kept = arena_alloc_array(r->doc->nodes, n, sizeof *kept);

	if (n)
		memcpy(kept, v, n * sizeof *kept);
	return kept;
}

static bool close_collection(struct reader *r)
{
	struct open_node *top = &r->open[--r->depth];
	struct ynode *n = top->node;

	n->n = top->items.n;
	n->items = keep(r, top->items.v, n->n);
	if (n->kind == YAML_MAP)
		n->keys = keep(r, top->keys.v, n->n);
	vec_free(&top->items);
	vec_free(&top->keys);
	return n->kind != YAML_MAP || check_duplicates(r, n);
}

static bool check_properties(struct reader *r, const yaml_event_t *e)
{
	const yaml_char_t *anchor = NULL, *tag = NULL;

	if (e->type == YAML_SCALAR_EVENT) {
		anchor = e->data.scalar.anchor;
		tag = e->data.scalar.tag;
	} else if (e->type == YAML_SEQUENCE_START_EVENT) {
		anchor = e->data.sequence_start.anchor;
		tag = e->data.sequence_start.tag;
	} else if (e->type == YAML_MAPPING_START_EVENT) {
		anchor = e->data.mapping_start.anchor;
		tag = e->data.mapping_start.tag;
	}
	if (anchor || e->type == YAML_ALIAS_EVENT)
		return fail_at(r, ERR_FORMAT, e->start_mark,
			_("anchors (&) and aliases (*) are not taken"));
	if (tag)
		return fail_at(r, ERR_FORMAT, e->start_mark, _("tags (!) are not taken"));
	return true;
}

static bool take_event(struct reader *r, const yaml_event_t *e)
{
	if (!check_properties(r, e))
		return false;
	switch (e->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (r->had_document)
			return fail_at(
				r, ERR_FORMAT, e->start_mark, _("a second document in one file"));
		r->had_document = true;
		return true;
	case YAML_SCALAR_EVENT:
		return add_scalar(r, e);
	case YAML_SEQUENCE_START_EVENT:
		return open_collection(r, YAML_SEQ, e->start_mark);
	case YAML_MAPPING_START_EVENT:
		return open_collection(r, YAML_MAP, e->start_mark);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		return close_collection(r);
	default:
		return true;
	}
}

/* At a byte of the text: line and column as libyaml would count them. */
static bool fail_at_byte(struct reader *r, size_t at, const char *why)
{
	yaml_mark_t mark = {0};
	size_t start = 0;

	for (size_t i = 0; i < at && i < r->text.n; i++)
		if (r->text.p[i] == '\n') {
			mark.line++;
			start = i + 1;
		}
	mark.column = utf8_count(str_slice(r->text, start, at));
	return fail_at(r, ERR_FORMAT, mark, why);
}

/* libyaml's own words, which are English. What it misses at the end of the text was begun
 * elsewhere, and that is the place to look. */
static bool tell_problem(struct reader *r)
{
	const yaml_parser_t *p = &r->parser;
	bool at_end = p->problem_mark.index >= r->characters;
	yaml_mark_t at = p->context && at_end ? p->context_mark : p->problem_mark;
	const char *problem = p->problem ? p->problem : _("not YAML");

	if (p->error == YAML_MEMORY_ERROR)
		mem_out();
	if (p->error == YAML_READER_ERROR)
		return fail_at_byte(r, p->problem_offset, problem);
	if (p->context)
		err_set(r->err, ERR_FORMAT, "%s (%s)", problem, p->context);
	else
		err_set(r->err, ERR_FORMAT, "%s", problem);
	return err_at(r->err, r->doc->name, (unsigned)at.line + 1, (unsigned)at.column + 1);
}

static bool read_events(struct reader *r)
{
	for (;;) {
		yaml_event_t e;

		if (!r->f.yaml_parser_parse(&r->parser, &e))
			return tell_problem(r);
		bool ok = take_event(r, &e), end = e.type == YAML_STREAM_END_EVENT;

		r->f.yaml_event_delete(&e);
		if (!ok || end)
			return ok;
	}
}

/* What libyaml would refuse without a line, or guess to be UTF-16. */
static bool check_bytes(struct reader *r)
{
	struct str text = r->text;
	size_t bad;

	if (text.n > YAML_BYTES_MAX) {
		err_set(r->err, ERR_LIMIT, _("larger than the limit of %zu bytes"), YAML_BYTES_MAX);
		return err_at(r->err, r->doc->name, 0, 0);
	}
	if (!utf8_valid(text, &bad))
		return fail_at_byte(r, bad, _("not UTF-8"));
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];

		if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
			return fail_at_byte(r, i, _("a control character"));
	}
	return true;
}

static bool parse(struct reader *r, struct str text)
{
	r->text = text;
	if (!check_bytes(r) ||
		!library_load(YAML_SONAME, wanted, sizeof wanted / sizeof *wanted, &r->f, r->err))
		return false;
	if (!r->f.yaml_parser_initialize(&r->parser))
		mem_out(); /* it fails for want of memory alone */
	r->characters = utf8_count(text);
	r->f.yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
	r->f.yaml_parser_set_input_string(&r->parser, (const unsigned char *)text.p, text.n);
	bool ok = read_events(r);

	r->f.yaml_parser_delete(&r->parser);
	while (r->depth > 0) {
		struct open_node *top = &r->open[--r->depth];

		vec_free(&top->items);
		vec_free(&top->keys);
	}
	if (ok && !r->doc->root) {
		err_set(r->err, ERR_FORMAT, _("empty file"));
		return err_at(r->err, r->doc->name, 1, 1);
	}
	return ok;
}

struct ydoc *yaml_parse_in(struct arena *arena, struct arena *nodes, struct str text,
	const char *name, struct err *err)
{
	struct ydoc *d = arena_alloc(nodes, sizeof *d);
	struct reader *r = mem_alloc(sizeof *r);

	d->arena = arena;
	d->nodes = nodes;
	d->name = arena_cstr(arena, str_of(name));
	r->doc = d;
	r->err = err;
	if (!text.p)
		text = STR("");		      /* libyaml insists on an address */
	if (str_starts(text, "\xef\xbb\xbf")) /* else libyaml counts the mark as a column */
		text = str_slice(text, 3, text.n);
	bool ok = parse(r, text);

	free(r);
	return ok ? d : NULL;
}

struct ydoc *yaml_parse(struct str text, const char *name, struct err *err)
{
	struct arena *arena = arena_new();
	struct ydoc *d = yaml_parse_in(arena, arena, text, name, err);

	if (!d)
		arena_free(arena);
	return d;
}

struct ydoc *yaml_load_in(
	struct arena *arena, struct arena *nodes, const char *path, struct err *err)
{
	struct buf text;

	if (!file_read(path, YAML_BYTES_MAX, &text, err))
		return NULL;
	struct ydoc *d = yaml_parse_in(arena, nodes, buf_str(&text), path, err);

	buf_free(&text);
	return d;
}

struct ydoc *yaml_load(const char *path, struct err *err)
{
	struct arena *arena = arena_new();
	struct ydoc *d = yaml_load_in(arena, arena, path, err);

	if (!d)
		arena_free(arena);
	return d;
}

void yaml_free(struct ydoc *d)
{
	if (d)
		arena_free(d->arena); /* d itself lies in it */
}

/* Reading a sidecar: guards on the raw text, then the tree, then the review; all or nothing.
 *
 * The sections say what stands, the history how it came about. Where the two differ somebody edited
 * the sections by hand; each such difference becomes an act of its own at the end of the history,
 * so that undo knows it too. */
#include <assert.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/lang.h"
#include "review/sidecar.h"
#include "review/sidecar_item.h"

#define BYTES_MAX ((size_t)64 << 20) /* what is read at all; yaml/ has its own, lower limit */

/* The records of one section, with the nodes they came from. */
struct item {
	struct record *record;
	const struct ynode *node;
};
struct section {
	VEC(struct item) items;
};

static bool line_err(struct err *err, const char *path, unsigned line, const char *text)
{
	err_set(err, ERR_FORMAT, "%s", text);
	return err_at(err, path, line, 1);
}

static bool is_conflict_mark(struct str line)
{
	static const char *const marks[] = {"<<<<<<<", "|||||||", "=======", ">>>>>>>"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (str_starts(line, marks[i]) && (line.n == 7 || line.p[7] == ' '))
			return true;
	return false;
}

/* What YAML would misread or not see: a merge left undone, an end cut off. */
static bool check_lines(struct str text, const char *path, struct err *err)
{
	bool promised, ended = false;
	unsigned line = 0;

	if (str_starts(text, "\xef\xbb\xbf"))
		text = str_slice(text, 3, text.n);
	promised = str_starts(text, SIDECAR_HEAD_MARK);
	for (size_t at = 0; at < text.n;) {
		size_t end = str_find(text, STR("\n"), at);
		struct str s = str_slice(text, at, end == STR_NONE ? text.n : end);

		line++;
		at = end == STR_NONE ? text.n : end + 1;
		if (str_ends(s, "\r"))
			s.n--;
		if (is_conflict_mark(s))
			return line_err(err, path, line,
				_("a merge conflict is left here: settle it first"));
		ended = ended || str_is(s, "...");
	}
	if (promised && !ended)
		return line_err(err, path, line,
			_("the file is cut off: its last line must be `...` (put that back if all "
			  "the rest is there)"));
	return true;
}

static bool read_format(const struct sidecar_reader *rd, const struct ynode *root)
{
	const struct ynode *at = yaml_get(root, "format");

	if (!yaml_need_map(rd->d, root, rd->err))
		return false;
	if (!at)
		return yaml_err(rd->d, root, rd->err,
			_("key `format` is missing: this is no review (%s)"), SIDECAR_FORMAT);
	if (at->kind == YAML_SCALAR && str_is(at->text, SIDECAR_FORMAT))
		return true;
	if (at->kind != YAML_SCALAR || !str_starts(at->text, SIDECAR_FAMILY))
		return yaml_err(rd->d, at, rd->err, _("this is no review: `format` is not %s"),
			SIDECAR_FORMAT);
	return yaml_err(rd->d, at, rd->err,
		_("this review is of format %.60s; the program reads %s"), at->text.p,
		SIDECAR_FORMAT);
}

static bool read_report(
	const struct sidecar_reader *rd, const struct ynode *report, struct origin *o)
{
	static const char *const known[] = {"file", "sha256", "bytes", "form", NULL};
	char *file = NULL, *form = NULL;
	size_t bytes = 0;

	if (yaml_is_null(report))
		return true;
	bool ok = yaml_need_map(rd->d, report, rd->err) &&
		  sidecar_text(rd, report, "file", &file) &&
		  sidecar_text(rd, report, "form", &form) &&
		  sidecar_count(rd, report, "bytes", &bytes) &&
		  sidecar_text(rd, report, "sha256", &o->report_sha256);

	free(file);
	free(form);
	if (!ok)
		return false;
	if (o->report_sha256 && !sidecar_is_sha256(o->report_sha256))
		return yaml_err(rd->d, yaml_get(report, "sha256"), rd->err,
			_("`sha256` must be 64 hexadecimal digits, in small letters"));
	o->report = sidecar_unknown(rd, report, known);
	return true;
}

static bool read_place(
	const struct sidecar_reader *rd, const struct ynode *place, struct review *rv)
{
	static const char *const known[] = {"pane", "finding", "cell", "line", NULL};

	if (yaml_is_null(place))
		return true;
	if (!yaml_need_map(rd->d, place, rd->err) ||
		!sidecar_text(rd, place, "pane", &rv->place.pane) ||
		!sidecar_text(rd, place, "finding", &rv->place.finding) ||
		!sidecar_text(rd, place, "cell", &rv->place.cell) ||
		!sidecar_count(rd, place, "line", &rv->place.line))
		return false;
	rv->origin.place = sidecar_unknown(rd, place, known);
	return true;
}

static bool add_item(const struct sidecar_reader *rd, enum record_kind kind,
	const struct ynode *node, struct section *s)
{
	struct record *r;

	if (!sidecar_read_item(rd, kind, node, NULL, &r))
		return false;
	*vec_push(&s->items) = (struct item){r, node};
	return true;
}

static int by_key_and_place(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int c = strcmp(x->record->key ? x->record->key : "", y->record->key ? y->record->key : "");

	return c ? c : (x->node->line > y->node->line) - (x->node->line < y->node->line);
}

static bool check_duplicates(const struct sidecar_reader *rd, const struct section *s)
{
	struct item *sorted = mem_alloc_array(s->items.n, sizeof *sorted);
	bool ok = true;

	if (s->items.n)
		memcpy(sorted, s->items.v, s->items.n * sizeof *sorted);
	qsort(sorted, s->items.n, sizeof *sorted, by_key_and_place);
	for (size_t i = 1; i < s->items.n && ok; i++) {
		const char *key = sorted[i].record->key, *before = sorted[i - 1].record->key;

		if (key && before && strcmp(key, before) == 0)
			ok = yaml_err(rd->d, sorted[i].node, rd->err,
				_("`%.100s` stands twice, first in line %u"), key,
				sorted[i - 1].node->line);
	}
	free(sorted);
	return ok;
}

/* A verdict that decides nothing and says nothing is none. */
static bool is_void_verdict(const struct ynode *map)
{
	for (size_t i = 0; map->kind == YAML_MAP && i < map->n; i++)
		if (!yaml_is_null(map->items[i]))
			return false;
	return map->kind == YAML_MAP;
}

static bool read_section(const struct sidecar_reader *rd, enum record_kind kind,
	const struct ynode *list, struct section *s)
{
	if (yaml_is_null(list))
		return true;
	if (kind == RECORD_VERDICT)
		return is_void_verdict(list) || add_item(rd, kind, list, s);
	if (!yaml_need_seq(rd->d, list, rd->err))
		return false;
	for (size_t i = 0; i < list->n; i++)
		if (!add_item(rd, kind, list->items[i], s))
			return false;
	return check_duplicates(rd, s);
}

/* An act of its own, signed as the item is. Takes the record over. */
static void push_alone(struct review *rv, enum record_kind kind, const char *key, struct record *r)
{
	char *by = r && r->by ? mem_strdup(r->by) : NULL;
	char *at = r && r->at ? mem_strdup(r->at) : NULL;

	review_begin(rv);
	history_push(rv, kind, key, r, by, at);
	review_end(rv);
}

static void settle_item(struct review *rv, enum record_kind kind, struct item *item)
{
	struct record *r = item->record;
	char id[16];

	if (!r->key) {
		review_new_id(rv, kind, id);
		r->key = mem_strdup(id);
	}
	if (record_equal(review_find(rv, kind, r->key), r, false))
		return;
	item->record = NULL;
	push_alone(rv, kind, r->key, r);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* What stands after the history but is not in the section was taken out by hand. */
static void drop_absent(struct review *rv, enum record_kind kind, const struct section *s)
{
	const struct shelf *shelf = &rv->shelves[kind];
	size_t n = 0, slots = shelf->by_age.n;
	const char **keys = mem_alloc_array(s->items.n, sizeof *keys);

	for (size_t i = 0; i < s->items.n; i++)
		if (s->items.v[i].record->key)
			keys[n++] = s->items.v[i].record->key;
	qsort(keys, n, sizeof *keys, by_text);
	for (size_t i = 0; i < slots; i++) {
		const struct record *r = shelf->by_age.v[i]->now;

		if (r && !(n && bsearch(&r->key, keys, n, sizeof *keys, by_text)))
			push_alone(rv, kind, r->key, NULL);
	}
	free(keys);
}

/* Items with a key first: the ids of the others must be new. */
static void settle(struct review *rv, enum record_kind kind, struct section *s)
{
	drop_absent(rv, kind, s);
	for (size_t i = 0; i < s->items.n; i++)
		if (s->items.v[i].record->key)
			settle_item(rv, kind, &s->items.v[i]);
	for (size_t i = 0; i < s->items.n; i++)
		if (s->items.v[i].record && !s->items.v[i].record->key)
			settle_item(rv, kind, &s->items.v[i]);
}

static void section_clear(struct section *s)
{
	for (size_t i = 0; i < s->items.n; i++) {
		if (s->items.v[i].record)
			record_clear(s->items.v[i].record);
		free(s->items.v[i].record);
	}
	vec_free(&s->items);
}

static bool read_root(const struct sidecar_reader *rd, const struct ynode *root, struct review *rv)
{
	static const char *const known[] = {"format", "report", "verdict", "findings",
		"corrections", "structure", "annotations", "beside", "place", "history", NULL};
	struct section sections[RECORD_KINDS] = {0};

	bool ok = read_format(rd, root) && read_report(rd, yaml_get(root, "report"), &rv->origin) &&
		  sidecar_read_beside(rd, yaml_get(root, "beside"), rv) &&
		  read_place(rd, yaml_get(root, "place"), rv) &&
		  sidecar_read_history(rd, yaml_get(root, "history"), rv);

	for (size_t k = 0; k < RECORD_KINDS && ok; k++)
		ok = read_section(rd, k, yaml_get(root, record_form(k)->section), &sections[k]);
	for (size_t k = 0; k < RECORD_KINDS && ok; k++)
		settle(rv, k, &sections[k]);
	for (size_t k = 0; k < RECORD_KINDS; k++)
		section_clear(&sections[k]);
	if (ok)
		rv->origin.root = sidecar_unknown(rd, root, known);
	return ok;
}

/* Unknown keys nested very deep can be read but not written again: better told before the work than
 * after it. */
static bool check_writable(const struct review *rv, const char *path, struct err *err)
{
	struct sidecar_report about = {.file = ""};
	struct buf scratch = {0};
	bool ok = sidecar_write_about(rv, &about, &scratch, err);

	buf_free(&scratch);
	return ok || err_at(err, path, 0, 0);
}

bool sidecar_read(struct str text, const char *path, struct review *rv, struct err *err)
{
	assert(rv->history.n == 0);
	if (!check_lines(text, path, err))
		return false;
	struct ydoc *d = yaml_parse(text, path, err);

	if (!d)
		return false;
	struct review *fresh = review_new();
	struct sidecar_reader rd = {d, arena_new(), err};

	fresh->origin.doc = d;
	fresh->origin.arena = rd.arena;
	if (!read_root(&rd, yaml_root(d), fresh) || !check_writable(fresh, path, err)) {
		review_free(fresh);
		return false;
	}
	review_mark_saved(fresh);
	fresh->revision = rv->revision + 1;
	fresh->structure += rv->structure;
	fresh->reviewer = rv->reviewer;
	rv->reviewer = NULL;
	struct review empty = *rv;

	*rv = *fresh;
	*fresh = empty;
	review_free(fresh);
	return true;
}

bool sidecar_load(const char *path, struct review *rv, struct err *err)
{
	char digest[HASH_HEX_SIZE];
	struct buf text = {0};

	if (!file_exists(path)) {
		free(rv->origin.path);
		rv->origin.path = mem_strdup(path);
		return true;
	}
	if (!file_read(path, BYTES_MAX, &text, err))
		return false;
	bool ok = sidecar_read(buf_str(&text), path, rv, err);

	if (ok) {
		hash_hex(HASH_SHA256, buf_str(&text), digest);
		rv->origin.path = mem_strdup(path);
		rv->origin.digest = mem_strdup(digest);
	}
	buf_free(&text);
	return ok;
}

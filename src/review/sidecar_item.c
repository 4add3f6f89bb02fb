/* The fields of each kind of record, and reading one record from a map. */
#include "review/sidecar_item.h"

#include <stddef.h>
#include <string.h>

#include "base/lang.h"

#define AT(member) offsetof(struct record, member)

static const struct record_form forms[RECORD_KINDS] = {
	[RECORD_DECISION] = {"decision", "findings",
		{
			{"id", FIELD_KEY, AT(key)},
			{"rule", FIELD_TEXT, AT(rule)},
			{"cells", FIELD_CELLS, AT(cells)},
			{"seen", FIELD_SEEN, AT(seen)},
			{"declared", FIELD_TEXT, AT(declared)},
			{"against", FIELD_TEXT, AT(against)},
			{"decision", FIELD_DECISION, 0},
			{"note", FIELD_TEXT, AT(note)},
			{"by", FIELD_TEXT, AT(by)},
			{"at", FIELD_TIME, AT(at)},
		}},
	[RECORD_CORRECTION] = {"correction", "corrections",
		{
			{"cell", FIELD_KEY, AT(key)},
			{"from", FIELD_PRINTED, AT(from)},
			{"to", FIELD_DECIMAL, AT(to)},
			{"reason", FIELD_TEXT, AT(note)},
			{"by", FIELD_TEXT, AT(by)},
			{"at", FIELD_TIME, AT(at)},
		}},
	[RECORD_ANNOTATION] = {"annotation", "annotations",
		{
			{"id", FIELD_KEY, AT(key)},
			{"target", FIELD_TARGET, 0},
			{"note", FIELD_TEXT, AT(note)},
			{"tags", FIELD_TAGS, AT(tags)},
			{"by", FIELD_TEXT, AT(by)},
			{"at", FIELD_TIME, AT(at)},
		}},
	[RECORD_VERDICT] = {"verdict", "verdict",
		{
			{"decision", FIELD_VERDICT, 0},
			{"summary", FIELD_TEXT, AT(note)},
			{"by", FIELD_TEXT, AT(by)},
			{"at", FIELD_TIME, AT(at)},
			{"sha256", FIELD_TEXT, AT(against)},
		}},
	[RECORD_STRUCTURE] = {"structure", "structure",
		{
			{"id", FIELD_KEY, AT(key)},
			{"mend", FIELD_MEND, 0},
			{"row", FIELD_ROW, AT(row)},
			{"table", FIELD_TABLE, AT(row)},
			{"columns", FIELD_COLUMNS, 0},
			{"target", FIELD_PLACE, 0},
			{"by", FIELD_TEXT, AT(by)},
			{"at", FIELD_TIME, AT(at)},
		}},
};

static const char *const target_keys[] = {
	"cell", "finding", "exact", "prefix", "suffix", "start", "end", NULL};

const struct record_form *record_form(enum record_kind kind)
{
	return &forms[kind];
}

bool record_kind_parse(struct str s, enum record_kind *out)
{
	for (size_t k = 0; k < RECORD_KINDS; k++)
		if (str_is(s, forms[k].name)) {
			*out = (enum record_kind)k;
			return true;
		}
	return false;
}

static bool is_id(const char *s)
{
	size_t n = strlen(s);

	return n > 0 && n <= 64 &&
	       strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-") == n;
}

static bool check_cell_name(
	const struct sidecar_reader *rd, const struct ynode *at, const char *name)
{
	return sidecar_is_name(name, 3) ||
	       yaml_err(rd->d, at, rd->err,
		       _("`%.100s` is no cell name (such as requests/new/person)"), name);
}

static bool check_id(const struct sidecar_reader *rd, const struct ynode *at, const char *id)
{
	return is_id(id) ||
	       yaml_err(rd->d, at, rd->err,
		       _("`%.100s` is no id: 1 to 64 letters, digits, or _ . : -"), id);
}

static bool read_key(const struct sidecar_reader *rd, const struct ynode *map,
	const struct field *f, struct record *r, const char *key)
{
	const struct ynode *at = yaml_get(map, f->key);
	char *own = NULL;

	if (!sidecar_text(rd, map, f->key, &own))
		return false;
	if (key) {
		bool same = !own || strcmp(own, key) == 0;

		free(own);
		r->key = mem_strdup(key);
		return same || yaml_err(rd->d, at, rd->err,
				       _("`%s` differs from the `key` of the change"), f->key);
	}
	r->key = own;
	if (!own)
		return r->kind == RECORD_ANNOTATION || r->kind == RECORD_STRUCTURE ||
		       sidecar_needed(rd, map, f->key);
	return r->kind == RECORD_CORRECTION ? check_cell_name(rd, at, own) : check_id(rd, at, own);
}

static bool read_decimal(
	const struct sidecar_reader *rd, const struct ynode *map, const char *key, char **out)
{
	struct dec value;

	if (!sidecar_text(rd, map, key, out))
		return false;
	if (!*out)
		return sidecar_needed(rd, map, key);
	return dec_parse(str_of(*out), &value) ||
	       yaml_err(rd->d, yaml_get(map, key), rd->err,
		       _("`%s` must be a plain number, such as 7 or -0.5"), key);
}

/* A list of texts, or one text; a null in it is "". */
static bool read_list(const struct sidecar_reader *rd, const struct ynode *map, const char *key,
	char ***out, size_t *n)
{
	const struct ynode *list = yaml_get(map, key);
	size_t count = list && list->kind == YAML_SEQ ? list->n : 1;

	if (yaml_is_null(list))
		return true;
	*out = mem_alloc_array(count, sizeof **out);
	*n = 0;
	for (size_t i = 0; i < count; i++) {
		const struct ynode *one = list->kind == YAML_SEQ ? list->items[i] : list;

		if (one->kind != YAML_SCALAR)
			return yaml_err(
				rd->d, one, rd->err, _("`%s` must be a list of texts"), key);
		struct str text = yaml_is_null(one) ? (struct str){0} : one->text;

		(*out)[(*n)++] = mem_strndup(text.p ? text.p : "", text.n);
	}
	return true;
}

static bool read_cells(const struct sidecar_reader *rd, const struct ynode *map, struct record *r)
{
	const struct ynode *list = yaml_get(map, "cells");

	if (!read_list(rd, map, "cells", &r->cells, &r->n_cells))
		return false;
	for (size_t i = 0; i < r->n_cells; i++)
		if (!check_cell_name(
			    rd, list->kind == YAML_SEQ ? list->items[i] : list, r->cells[i]))
			return false;
	return true;
}

/* Comes behind `cells` in the rows. */
static bool read_seen(const struct sidecar_reader *rd, const struct ynode *map, struct record *r)
{
	size_t n = 0;
	bool ok = read_list(rd, map, "seen", &r->seen, &n);

	if (ok && r->seen && n != r->n_cells)
		ok = yaml_err(rd->d, yaml_get(map, "seen"), rd->err,
			_("`seen` has %zu values for %zu cells"), n, r->n_cells);
	if (!ok && r->seen) {
		for (size_t i = 0; i < n; i++)
			free(r->seen[i]);
		free(r->seen);
		r->seen = NULL;
	}
	return ok;
}

static bool bad_word(const struct sidecar_reader *rd, const struct ynode *map, const char *word,
	const char *allowed)
{
	const struct ynode *at = yaml_get(map, "decision");

	if (yaml_is_null(at))
		return sidecar_needed(rd, map, "decision");
	return yaml_err(
		rd->d, at, rd->err, _("`%.100s` is no decision; there are: %s"), word, allowed);
}

static bool read_decision(
	const struct sidecar_reader *rd, const struct ynode *map, struct record *r)
{
	char *word = NULL;
	bool ok = sidecar_text(rd, map, "decision", &word);

	if (ok && r->kind == RECORD_VERDICT)
		ok = (word && verdict_parse(str_of(word), &r->verdict)) ||
		     bad_word(rd, map, word, "accept, return, query");
	else if (ok)
		ok = (word && decision_parse(str_of(word), &r->decision)) ||
		     bad_word(rd, map, word, "confirmed, extraction, acceptable, query");
	free(word);
	return ok;
}

static bool read_quote(const struct sidecar_reader *rd, const struct ynode *t, struct record *r)
{
	struct text_target *text = &r->text;
	bool start = !yaml_is_null(yaml_get(t, "start")), end = !yaml_is_null(yaml_get(t, "end"));

	r->target = TARGET_TEXT;
	if (!sidecar_text(rd, t, "exact", &text->exact) ||
		!sidecar_text(rd, t, "prefix", &text->prefix) ||
		!sidecar_text(rd, t, "suffix", &text->suffix) ||
		!sidecar_count(rd, t, "start", &text->span.from) ||
		!sidecar_count(rd, t, "end", &text->span.to))
		return false;
	if (!*text->exact)
		return yaml_err(rd->d, yaml_get(t, "exact"), rd->err, _("`exact` is empty"));
	if (start != end || text->span.from > text->span.to)
		return yaml_err(rd->d, t, rd->err,
			_("`start` and `end` must both be there, the smaller one first"));
	return true;
}

/* A bare name as target: "requests/new/person" or a finding's id. */
static bool read_name(const struct sidecar_reader *rd, const struct ynode *at, struct record *r)
{
	r->target_name = mem_strndup(at->text.p, at->text.n);
	r->target = strchr(r->target_name, '/') ? TARGET_CELL : TARGET_FINDING;
	return r->target == TARGET_CELL ? check_cell_name(rd, at, r->target_name)
					: check_id(rd, at, r->target_name);
}

bool sidecar_read_target(const struct sidecar_reader *rd, const struct ynode *map, struct record *r)
{
	const struct ynode *t = yaml_get(map, "target");

	if (yaml_is_null(t))
		return sidecar_needed(rd, map, "target");
	if (t->kind == YAML_SCALAR)
		return read_name(rd, t, r);
	if (!yaml_need_map(rd->d, t, rd->err))
		return false;
	bool cell = !yaml_is_null(yaml_get(t, "cell"));
	bool finding = !yaml_is_null(yaml_get(t, "finding"));
	bool exact = !yaml_is_null(yaml_get(t, "exact"));

	if (cell + finding + exact != 1)
		return yaml_err(
			rd->d, t, rd->err, _("a target has one of `cell`, `finding` and `exact`"));
	r->target_extra = sidecar_unknown(rd, t, target_keys);
	if (exact)
		return read_quote(rd, t, r);
	const struct ynode *at = yaml_get(t, cell ? "cell" : "finding");

	r->target = cell ? TARGET_CELL : TARGET_FINDING;
	if (!sidecar_text(rd, t, cell ? "cell" : "finding", &r->target_name))
		return false;
	return cell ? check_cell_name(rd, at, r->target_name) : check_id(rd, at, r->target_name);
}

static bool read_field(const struct sidecar_reader *rd, const struct ynode *map,
	const struct field *f, struct record *r, const char *key)
{
	char **text = (char **)((char *)r + f->offset);

	switch (f->kind) {
	case FIELD_KEY:
		return read_key(rd, map, f, r, key);
	case FIELD_TEXT:
		if (!sidecar_text(rd, map, f->key, text))
			return false;
		if (*text && !**text) {
			free(*text);
			*text = NULL;
		}
		return true;
	case FIELD_PRINTED:
		if (!sidecar_text(rd, map, f->key, text))
			return false;
		if (!*text)
			*text = mem_strdup("");
		return true;
	case FIELD_DECIMAL:
		return read_decimal(rd, map, f->key, text);
	case FIELD_TIME:
		return sidecar_time(rd, map, f->key, text);
	case FIELD_CELLS:
		return read_cells(rd, map, r);
	case FIELD_SEEN:
		return read_seen(rd, map, r);
	case FIELD_TAGS:
		return read_list(rd, map, f->key, &r->tags, &r->n_tags);
	case FIELD_DECISION:
	case FIELD_VERDICT:
		return read_decision(rd, map, r);
	case FIELD_TARGET:
		return sidecar_read_target(rd, map, r);
	case FIELD_MEND:
	case FIELD_ROW:
	case FIELD_TABLE:
	case FIELD_COLUMNS:
	case FIELD_PLACE:
		return sidecar_read_mend(rd, map, f, r);
	}
	return false;
}

bool sidecar_read_item(const struct sidecar_reader *rd, enum record_kind kind,
	const struct ynode *map, const char *key, struct record **out)
{
	const char *known[sizeof forms[0].fields / sizeof forms[0].fields[0] + 1] = {0};
	struct record *r = mem_alloc(sizeof *r);
	bool ok = yaml_need_map(rd->d, map, rd->err);

	r->kind = kind;
	for (size_t i = 0; forms[kind].fields[i].key && ok; i++) {
		known[i] = forms[kind].fields[i].key;
		ok = read_field(rd, map, &forms[kind].fields[i], r, key);
	}
	if (ok && !r->key && kind == RECORD_VERDICT)
		r->key = mem_strdup("");
	if (ok)
		r->extra = sidecar_unknown(rd, map, known);
	*out = ok ? r : NULL;
	if (!ok) {
		record_clear(r);
		free(r);
	}
	return ok;
}

/* The fields of a mend, each only where its kind has it. */
#include <limits.h>
#include <string.h>

#include "base/lang.h"
#include "review/sidecar_item.h"

static bool read_kind(const struct sidecar_reader *rd, const struct ynode *map, struct record *r)
{
	char *word = NULL;
	bool ok = sidecar_text(rd, map, "mend", &word);

	if (ok && !word)
		ok = sidecar_needed(rd, map, "mend");
	if (ok && !mend_parse(str_of(word), &r->mend))
		ok = yaml_err(rd->d, yaml_get(map, "mend"), rd->err,
			_("`%.100s` is no mend; there are: shift, label, join, split, region"),
			word);
	free(word);
	return ok;
}

/* A row's name has two parts, a table's one. */
static bool read_name(const struct sidecar_reader *rd, const struct ynode *map, const char *key,
	unsigned parts, struct record *r)
{
	if (!sidecar_text(rd, map, key, &r->row))
		return false;
	if (!r->row)
		return sidecar_needed(rd, map, key);
	return sidecar_is_name(r->row, parts) ||
	       yaml_err(rd->d, yaml_get(map, key), rd->err,
		       parts == 2 ? _("`%.100s` is no row (such as requests/new)")
				  : _("`%.100s` is no table (such as requests)"),
		       r->row);
}

static bool read_columns(const struct sidecar_reader *rd, const struct ynode *map, struct record *r)
{
	int64_t n = 0;

	if (yaml_is_null(yaml_get(map, "columns")))
		return sidecar_needed(rd, map, "columns");
	if (!yaml_opt_int(rd->d, map, "columns", &n, rd->err))
		return false;
	if (n == 0 || n > SHRT_MAX || n < -SHRT_MAX)
		return yaml_err(rd->d, yaml_get(map, "columns"), rd->err,
			_("`columns` must be how far to the right, or, negative, to the left"));
	r->columns = (long)n;
	return true;
}

static bool read_place(const struct sidecar_reader *rd, const struct ynode *map, struct record *r)
{
	const struct ynode *t = yaml_get(map, "target");

	if (yaml_is_null(t))
		return sidecar_needed(rd, map, "target");
	if (t->kind != YAML_MAP || yaml_is_null(yaml_get(t, "exact")))
		return yaml_err(rd->d, t, rd->err, _("the target of a mend has `exact`"));
	return sidecar_read_target(rd, map, r);
}

bool sidecar_read_mend(const struct sidecar_reader *rd, const struct ynode *map,
	const struct field *f, struct record *r)
{
	const struct mend_form *form = mend_form(r->mend);
	const struct {
		enum field_kind kind;
		bool wanted;
	} fields[] = {{FIELD_ROW, form->row}, {FIELD_TABLE, form->table},
		{FIELD_COLUMNS, form->columns}, {FIELD_PLACE, form->place}};

	if (f->kind == FIELD_MEND)
		return read_kind(rd, map, r);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		if (f->kind != fields[i].kind || fields[i].wanted)
			continue;
		return yaml_is_null(yaml_get(map, f->key)) ||
		       yaml_err(rd->d, yaml_get(map, f->key), rd->err,
			       _("a mend that is a %s has no `%s`"), form->name, f->key);
	}
	if (f->kind == FIELD_COLUMNS)
		return read_columns(rd, map, r);
	if (f->kind == FIELD_PLACE)
		return read_place(rd, map, r);
	return read_name(rd, map, f->key, f->kind == FIELD_ROW ? 2 : 1, r);
}

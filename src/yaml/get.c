/* Typed reads from the tree, with their errors told at the node. */
#include <string.h>

#include "base/lang.h"
#include "yaml/ydoc.h"

const struct ynode *yaml_root(const struct ydoc *d)
{
	return d->root;
}

const char *yaml_name(const struct ydoc *d)
{
	return d->name;
}

const struct ynode *yaml_get(const struct ynode *n, const char *key)
{
	if (!n || n->kind != YAML_MAP)
		return NULL;
	for (size_t i = 0; i < n->n; i++)
		if (str_is(n->keys[i]->text, key))
			return n->items[i];
	return NULL;
}

bool yaml_err(const struct ydoc *d, const struct ynode *at, struct err *err, const char *fmt, ...)
{
	struct buf b = {0};
	va_list ap;

	va_start(ap, fmt);
	buf_addv(&b, fmt, ap);
	va_end(ap);
	err_set(err, ERR_FORMAT, "%s", buf_str(&b).p);
	buf_free(&b);
	return err_at(err, d->name, at ? at->line : 0, at ? at->column : 0);
}

bool yaml_is_null(const struct ynode *n)
{
	static const char *const forms[] = {"", "~", "null", "Null", "NULL"};

	if (!n)
		return true;
	if (n->kind != YAML_SCALAR || !n->plain)
		return false;
	for (size_t i = 0; i < sizeof forms / sizeof forms[0]; i++)
		if (str_is(n->text, forms[i]))
			return true;
	return false;
}

bool yaml_need_map(const struct ydoc *d, const struct ynode *n, struct err *err)
{
	if (n && n->kind == YAML_MAP)
		return true;
	return yaml_err(d, n, err, _("a map of keys and values is expected here"));
}

bool yaml_need_seq(const struct ydoc *d, const struct ynode *n, struct err *err)
{
	if (n && n->kind == YAML_SEQ)
		return true;
	return yaml_err(d, n, err, _("a list is expected here"));
}

struct str yaml_text(const struct ydoc *d, const struct ynode *n)
{
	return d->arena == d->nodes ? n->text : arena_str(d->arena, n->text);
}

bool yaml_need_str(const struct ydoc *d, const struct ynode *map, const char *key, const char **out,
	struct err *err)
{
	const struct ynode *n = yaml_get(map, key);

	if (!n)
		return yaml_err(d, map, err, _("key `%s` is missing"), key);
	if (n->kind != YAML_SCALAR || yaml_is_null(n))
		return yaml_err(d, n, err, _("`%s` must be a text"), key);
	*out = yaml_text(d, n).p;
	return true;
}

bool yaml_opt_str(const struct ydoc *d, const struct ynode *map, const char *key, const char **out,
	struct err *err)
{
	return yaml_is_null(yaml_get(map, key)) || yaml_need_str(d, map, key, out, err);
}

/* A number that YAML 1.1 and 1.2 read alike: 010 is eight to one and ten to the other. */
static bool read_number(const struct ynode *n, struct dec *out)
{
	if (n->kind != YAML_SCALAR || !n->plain)
		return false;
	size_t first = str_starts(n->text, "-") || str_starts(n->text, "+");
	struct str digits = str_slice(n->text, first, n->text.n);

	if (digits.n > 1 && digits.p[0] == '0' && digits.p[1] != '.')
		return false;
	return dec_parse(n->text, out);
}

bool yaml_opt_int(const struct ydoc *d, const struct ynode *map, const char *key, int64_t *out,
	struct err *err)
{
	const struct ynode *n = yaml_get(map, key);
	struct dec value;

	if (yaml_is_null(n))
		return true;
	if (!read_number(n, &value) || value.scale != 0)
		return yaml_err(d, n, err, _("`%s` must be a whole number"), key);
	*out = value.units;
	return true;
}

bool yaml_opt_dec(const struct ydoc *d, const struct ynode *map, const char *key, struct dec *out,
	struct err *err)
{
	const struct ynode *n = yaml_get(map, key);

	if (yaml_is_null(n) || read_number(n, out))
		return true;
	return yaml_err(d, n, err, _("`%s` must be a decimal number"), key);
}

bool yaml_opt_bool(
	const struct ydoc *d, const struct ynode *map, const char *key, bool *out, struct err *err)
{
	const struct ynode *n = yaml_get(map, key);

	if (yaml_is_null(n))
		return true;
	bool is_true = n->kind == YAML_SCALAR && n->plain && str_is(n->text, "true");
	bool is_false = n->kind == YAML_SCALAR && n->plain && str_is(n->text, "false");

	if (!is_true && !is_false)
		return yaml_err(d, n, err, _("`%s` must be true or false"), key);
	*out = is_true;
	return true;
}

bool yaml_opt_strs(const struct ydoc *d, const struct ynode *map, const char *key,
	const char ***out, size_t *n, struct err *err)
{
	const struct ynode *value = yaml_get(map, key);

	if (yaml_is_null(value))
		return true;
	if (value->kind == YAML_MAP)
		return yaml_err(d, value, err, _("`%s` must be a text or a list of texts"), key);
	size_t count = value->kind == YAML_SEQ ? value->n : 1;
	const char **texts = arena_alloc_array(d->arena, count, sizeof *texts);

	for (size_t i = 0; i < count; i++) {
		const struct ynode *one = value->kind == YAML_SEQ ? value->items[i] : value;

		if (one->kind != YAML_SCALAR || yaml_is_null(one))
			return yaml_err(
				d, one, err, _("`%s` must be a text or a list of texts"), key);
		texts[i] = yaml_text(d, one).p;
	}
	*out = texts;
	*n = count;
	return true;
}

bool yaml_known_keys(
	const struct ydoc *d, const struct ynode *map, const char *const *known, struct err *err)
{
	for (size_t i = 0; map && map->kind == YAML_MAP && i < map->n; i++) {
		size_t k = 0;

		while (known[k] && !str_is(map->keys[i]->text, known[k]))
			k++;
		if (!known[k])
			return yaml_err(
				d, map->keys[i], err, _("unknown key `%s`"), map->keys[i]->text.p);
	}
	return true;
}

/* The sidecar's list of the other reports: reading and writing it. */
#include <string.h>

#include "base/lang.h"
#include "review/sidecar_item.h"

static const char *const known[] = {"relation", "file", "sha256", NULL};

bool sidecar_is_sha256(const char *s)
{
	return strlen(s) == 64 && strspn(s, "0123456789abcdef") == 64;
}

static bool read_role(
	const struct sidecar_reader *rd, const struct ynode *map, enum beside_role *out)
{
	const struct ynode *at = yaml_get(map, "relation");

	for (enum beside_role r = BESIDE_PREVIOUS; at && r <= BESIDE_EXPECTED; r++)
		if (at->kind == YAML_SCALAR && str_is(at->text, beside_role_name(r))) {
			*out = r;
			return true;
		}
	return at ? yaml_err(
			    rd->d, at, rd->err, _("`relation` must be previous, child or expected"))
		  : sidecar_needed(rd, map, "relation");
}

static bool read_one(
	const struct sidecar_reader *rd, const struct ynode *map, struct review_beside *out)
{
	if (!yaml_need_map(rd->d, map, rd->err) || !read_role(rd, map, &out->role) ||
		!sidecar_text(rd, map, "file", &out->file) ||
		!sidecar_text(rd, map, "sha256", &out->sha256))
		return false;
	if (!out->file || !out->sha256)
		return sidecar_needed(rd, map, out->file ? "sha256" : "file");
	if (!sidecar_is_sha256(out->sha256))
		return yaml_err(rd->d, yaml_get(map, "sha256"), rd->err,
			_("`sha256` must be 64 hexadecimal digits, in small letters"));
	out->extra = sidecar_unknown(rd, map, known);
	return true;
}

bool sidecar_read_beside(
	const struct sidecar_reader *rd, const struct ynode *list, struct review *rv)
{
	if (yaml_is_null(list))
		return true;
	if (!yaml_need_seq(rd->d, list, rd->err))
		return false;
	for (size_t i = 0; i < list->n; i++)
		if (!read_one(rd, list->items[i], vec_push(&rv->beside)))
			return false;
	return true;
}

void sidecar_write_beside(struct yout *y, const struct review *rv)
{
	const struct review_beside *b;

	if (!review_beside(rv, 0))
		return;
	yaml_out_key(y, "beside");
	yaml_out_seq(y);
	for (size_t i = 0; (b = review_beside(rv, i)); i++) {
		yaml_out_map(y);
		yaml_out_key(y, "relation");
		yaml_out_cstr(y, beside_role_name(b->role));
		yaml_out_key(y, "file");
		yaml_out_cstr(y, b->file);
		yaml_out_key(y, "sha256");
		yaml_out_cstr(y, b->sha256);
		sidecar_write_unknown(y, b->extra);
		yaml_out_close(y);
	}
	yaml_out_close(y);
}

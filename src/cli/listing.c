/* Lists of rules and of forms. */
#include "cli/listing.h"

#include "base/mem.h"

bool listing_collect(
	const struct listing *l, const struct cli *cli, const void *data, struct listed *out)
{
	for (size_t i = 0; cli->n_args == 0 && i < l->count(data); i++)
		*vec_push(out) = l->at(data, i);
	for (size_t i = 0; i < cli->n_args; i++) {
		const void *item = l->find(data, cli->args[i]);

		if (!item)
			return false;
		*vec_push(out) = item;
	}
	return true;
}

void listing_json(const struct listing *l, const struct listed *items, struct buf *out)
{
	struct json j;

	json_init(&j, out, true);
	json_open(&j, '{');
	json_key(&j, "format");
	json_cstr(&j, l->format);
	json_key(&j, l->key);
	json_open(&j, '[');
	for (size_t i = 0; i < items->n; i++)
		l->put(&j, items->v[i], lang_now());
	json_close(&j);
	json_close(&j);
	buf_addc(out, '\n');
}

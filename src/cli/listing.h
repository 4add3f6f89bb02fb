/* What `gouji rules` and `gouji forms` have in common: all that there are, or those asked for by
 * name, as JSON. */
#ifndef GOUJI_CLI_LISTING_H
#define GOUJI_CLI_LISTING_H

#include "base/json.h"
#include "base/lang.h"
#include "cli/cli.h"

/* What can be listed; `data` is the ruleset or the forms. */
struct listing {
	const char *format, *key; /* of the JSON object: "gouji-rules/1", "rules" */
	size_t (*count)(const void *data);
	const void *(*at)(const void *data, size_t i);
	const void *(*find)(const void *data, const char *name); /* NULL, having said so */
	void (*put)(struct json *j, const void *item, enum lang lang);
};

struct listed {
	const void **v; /* borrowed from the data */
	size_t n, cap;
};

/* False where one that was asked for is not there, which is said. Free with vec_free() either way.
 */
bool listing_collect(
	const struct listing *l, const struct cli *cli, const void *data, struct listed *out);
void listing_json(const struct listing *l, const struct listed *items, struct buf *out);

#endif

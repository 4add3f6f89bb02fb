/* A JSON writer: one pass, keys in the order given, the same bytes for the same calls. Numbers are
 * exact decimals, which is why no library writes them for us. */
#ifndef GOUJI_BASE_JSON_H
#define GOUJI_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dec.h"
#include "base/str.h"

#define JSON_DEPTH_MAX 32

struct json {
	struct buf *out;
	unsigned depth;
	bool pretty; /* two blanks an indent, one member a line */
	bool first[JSON_DEPTH_MAX];
	bool flat[JSON_DEPTH_MAX];  /* inside json_open_flat(): on one line */
	char close[JSON_DEPTH_MAX]; /* the bracket that closes it */
	bool after_key;
};

void json_init(struct json *j, struct buf *out, bool pretty);
void json_open(struct json *j, char bracket); /* '{' or '[' */
void json_open_flat(
	struct json *j, char bracket); /* its members all on one line, also when pretty */
void json_close(struct json *j);
void json_key(struct json *j, const char *key);
void json_str(
	struct json *j, struct str s); /* s valid UTF-8; controls, quote and backslash escaped */
void json_cstr(struct json *j, const char *s); /* NULL gives null */
void json_int(struct json *j, int64_t n);
void json_dec(struct json *j, struct dec d);
void json_bool(struct json *j, bool b);
void json_null(struct json *j);

#endif

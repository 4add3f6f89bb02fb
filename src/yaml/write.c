/* Writing, in one fixed shape. Not through libyaml's emitter: it writes 007, no and 2020-12-31 as
 * bare words, ideographs beyond the basic plane as escapes, and what turns the writing direction
 * raw. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "yaml/yaml.h"

#define LEVELS_MAX 64
#define KEY_BYTES_MAX 512

struct level {
	bool is_map;
	bool is_flow;
	bool after_dash; /* its first line goes on behind its parent's "-" */
	bool has_key;	 /* a key waits for its value */
	size_t count;
	unsigned indent;
};

struct yout {
	struct buf text;
	struct level levels[LEVELS_MAX];
	unsigned depth;
	bool has_root;
	const char *trouble; /* NULL while all is well */
};

struct yout *yaml_out_begin(void)
{
	return mem_alloc(sizeof(struct yout));
}

static struct level *top(struct yout *y)
{
	return y->depth ? &y->levels[y->depth - 1] : NULL;
}

static bool stop(struct yout *y, const char *why)
{
	if (!y->trouble)
		y->trouble = why;
	return false;
}

static void put_indent(struct yout *y, unsigned n)
{
	while (n-- > 0)
		buf_addc(&y->text, ' ');
}

/* To where the next key or "-" of a block begins. */
static void start_line(struct yout *y, struct level *l)
{
	bool first = l->count == 0;

	if (first && l->after_dash) {
		buf_addc(&y->text, ' ');
		return;
	}
	if (first && y->depth > 1)
		buf_addc(&y->text, '\n'); /* behind the parent's key */
	put_indent(y, l->indent);
}

/* Up to just before the value, the blank included. `block`: a block collection, whose first child
 * will place itself. */
static bool start_value(struct yout *y, bool block)
{
	struct level *l = top(y);

	if (y->trouble)
		return false;
	if (!l) {
		if (y->has_root)
			return stop(y, N_("two documents in one file"));
		y->has_root = true;
		return true;
	}
	if (l->is_map) {
		if (!l->has_key)
			return stop(y, N_("a value without a key"));
		l->has_key = false;
	} else if (l->is_flow) {
		buf_adds(&y->text, l->count ? ", " : "");
	} else {
		start_line(y, l);
		buf_addc(&y->text, '-');
	}
	if (!block && (l->is_map || !l->is_flow))
		buf_addc(&y->text, ' ');
	l->count++;
	return true;
}

static void end_value(struct yout *y)
{
	if (!top(y) || !top(y)->is_flow)
		buf_addc(&y->text, '\n');
}

static void open_level(struct yout *y, bool is_map, bool is_flow)
{
	struct level *parent = top(y);

	is_flow = is_flow || (parent && parent->is_flow);
	if (y->depth == LEVELS_MAX) {
		stop(y, N_("nested too deep"));
		return;
	}
	if (!start_value(y, !is_flow))
		return;
	if (is_flow)
		buf_addc(&y->text, is_map ? '{' : '[');
	y->levels[y->depth++] = (struct level){
		.is_map = is_map,
		.is_flow = is_flow,
		.after_dash = parent && !parent->is_map,
		.indent = parent ? parent->indent + 2 : 0,
	};
}

void yaml_out_map(struct yout *y)
{
	open_level(y, true, false);
}

void yaml_out_seq(struct yout *y)
{
	open_level(y, false, false);
}

void yaml_out_flow_seq(struct yout *y)
{
	open_level(y, false, true);
}

void yaml_out_flow_map(struct yout *y)
{
	open_level(y, true, true);
}

void yaml_out_close(struct yout *y)
{
	struct level *l = top(y);

	if (y->trouble)
		return;
	if (!l || l->has_key) {
		stop(y, N_("a list or map closed that is not open or not complete"));
		return;
	}
	y->depth--;
	if (l->is_flow) {
		buf_addc(&y->text, l->is_map ? '}' : ']');
		end_value(y);
	} else if (l->count == 0) {
		buf_adds(&y->text, y->depth ? " " : "");
		buf_adds(&y->text, l->is_map ? "{}\n" : "[]\n");
	}
}

static bool is_plain_key(const char *key)
{
	static const char *const meaningful[] = {
		"null", "true", "false", "yes", "no", "on", "off", "y", "n"};

	if (!((*key >= 'a' && *key <= 'z') || (*key >= 'A' && *key <= 'Z')))
		return false;
	for (const char *p = key; *p; p++)
		if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-", *p))
			return false;
	for (size_t i = 0; i < sizeof meaningful / sizeof meaningful[0]; i++)
		if (strcasecmp(key, meaningful[i]) == 0)
			return false;
	return true;
}

static void put_escaped(struct buf *out, unsigned ch)
{
	switch (ch) {
	case '"':
	case '\\':
		buf_addf(out, "\\%c", (char)ch);
		break;
	case '\n':
		buf_adds(out, "\\n");
		break;
	case '\r':
		buf_adds(out, "\\r");
		break;
	case '\t':
		buf_adds(out, "\\t");
		break;
	default:
		buf_addf(out, ch <= 0xff ? "\\x%02X" : ch <= 0xffff ? "\\u%04X" : "\\U%08X", ch);
	}
}

static bool put_quoted(struct yout *y, struct str s)
{
	size_t plain = 0; /* start of the run that goes out as it is */

	if (!utf8_valid(s, NULL) || (s.n && memchr(s.p, '\0', s.n)))
		return stop(y, N_("a text that is not UTF-8"));
	buf_addc(&y->text, '"');
	for (size_t at = 0; at < s.n;) {
		size_t start = at;
		unsigned ch = utf8_next(s, &at);

		if (ch != '"' && ch != '\\' && !utf8_is_hidden(ch))
			continue;
		buf_add(&y->text, str_slice(s, plain, start));
		put_escaped(&y->text, ch);
		plain = at;
	}
	buf_add(&y->text, str_slice(s, plain, s.n));
	buf_addc(&y->text, '"');
	return true;
}

void yaml_out_key(struct yout *y, const char *key)
{
	struct level *l = top(y);

	if (y->trouble)
		return;
	if (!l || !l->is_map || l->has_key) {
		stop(y, N_("a key outside a map"));
		return;
	}
	if (strlen(key) > KEY_BYTES_MAX) {
		stop(y, N_("key too long"));
		return;
	}
	if (l->is_flow)
		buf_adds(&y->text, l->count ? ", " : "");
	else
		start_line(y, l);
	if (is_plain_key(key))
		buf_adds(&y->text, key);
	else
		put_quoted(y, str_of(key));
	buf_addc(&y->text, ':');
	l->has_key = true;
}

void yaml_out_str(struct yout *y, struct str s)
{
	if (start_value(y, false) && put_quoted(y, s))
		end_value(y);
}

static void put_bare(struct yout *y, const char *text)
{
	if (!start_value(y, false))
		return;
	buf_adds(&y->text, text);
	end_value(y);
}

void yaml_out_cstr(struct yout *y, const char *s)
{
	if (s)
		yaml_out_str(y, str_of(s));
	else
		yaml_out_null(y);
}

void yaml_out_int(struct yout *y, int64_t n)
{
	char text[DEC_TEXT_MAX];

	snprintf(text, sizeof text, "%" PRId64, n);
	put_bare(y, text);
}

void yaml_out_dec(struct yout *y, struct dec d)
{
	char text[DEC_TEXT_MAX];

	put_bare(y, dec_str(d, text));
}

void yaml_out_bool(struct yout *y, bool b)
{
	put_bare(y, b ? "true" : "false");
}

void yaml_out_null(struct yout *y)
{
	put_bare(y, "null");
}

/* A bare word that may mean something other than its letters must stay bare, to mean the same
 * again. All such words (numbers, times, `~`, `yes`, `.inf`, `=`, `<<`) are made of these
 * characters. */
static bool must_stay_plain(const struct ynode *n)
{
	if (!n->plain)
		return false;
	if (str_is(n->text, "=") || str_is(n->text, "<<"))
		return true;
	for (size_t i = 0; i < n->text.n; i++) {
		unsigned char c = (unsigned char)n->text.p[i];
		bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
			    (c >= 'A' && c <= 'Z') || (c && strchr("_.+~-", c));
		bool inner = (c == ' ' || c == ':') && i > 0 && i + 1 < n->text.n;

		if (!word && !inner)
			return false;
		if (c == ':' && inner && n->text.p[i + 1] == ' ')
			return false;
	}
	return n->text.n <= KEY_BYTES_MAX;
}

void yaml_out_node(struct yout *y, const struct ynode *n)
{
	switch (n->kind) {
	case YAML_SCALAR:
		if (yaml_is_null(n))
			yaml_out_null(y);
		else if (must_stay_plain(n))
			put_bare(y, n->text.p);
		else
			yaml_out_str(y, n->text);
		return;
	case YAML_SEQ:
		yaml_out_seq(y);
		break;
	case YAML_MAP:
		yaml_out_map(y);
		break;
	}
	for (size_t i = 0; i < n->n; i++) {
		if (n->kind == YAML_MAP)
			yaml_out_key(y, n->keys[i]->text.p);
		yaml_out_node(y, n->items[i]);
	}
	yaml_out_close(y);
}

bool yaml_out_end(struct yout *y, struct buf *out, struct err *err)
{
	if (!y->has_root || y->depth)
		stop(y, N_("a document that is not complete"));
	bool ok = !y->trouble;

	if (ok)
		buf_add(out, buf_str(&y->text));
	else
		err_set(err, ERR_FORMAT, _("cannot write YAML: %s"), _(y->trouble));
	buf_free(&y->text);
	free(y);
	return ok;
}

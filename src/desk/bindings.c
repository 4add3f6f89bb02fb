/* The reviewer's own keys. */
#include "desk/bindings.h"

#include <string.h>

#include "base/lang.h"
#include "desk/former.h"

#define MORE "…" /* as in keymap.c */

static const char *const view_names[] = {
	[KEYS_ALL] = "all",
	[KEYS_TEXT] = "text",
	[KEYS_TABLE] = "table",
	[KEYS_FINDINGS] = "findings",
	[KEYS_LIST] = "list",
	[KEYS_OVERLAY] = "page",
};

#define VIEWS (sizeof view_names / sizeof *view_names)

const char *key_view_name(enum key_view view)
{
	return view_names[view];
}

bool key_view_parse(struct str name, enum key_view *view)
{
	for (size_t i = 0; i < VIEWS; i++) {
		if (!str_is(name, view_names[i]))
			continue;
		*view = (enum key_view)i;
		return true;
	}
	return false;
}

static bool is_plain(char c)
{
	return c > ' ' && c < 127;
}

/* "F1" to "F24" */
static bool is_function(const char *key)
{
	size_t n = strlen(key), number = 0;
	if (key[0] != 'F' || n < 2 || n > 3)
		return false;
	for (size_t i = 1; i < n; i++) {
		if (key[i] < '0' || key[i] > '9')
			return false;
		number = number * 10 + (size_t)(key[i] - '0');
	}
	return number >= 1 && number <= 24 && key[1] != '0';
}

bool key_is_valid(const char *key)
{
	static const char *const names[] = {"Enter", "Tab", "S-Tab", "Esc", "Space", "Up", "Down",
		"Left", "Right", "S-Up", "S-Down", "S-Left", "S-Right", "PgUp", "PgDn", "Home",
		"End", "Insert", "Delete", "BackSpace"};
	size_t n = strlen(key);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strcmp(key, names[i]) == 0)
			return true;
	if (is_function(key))
		return true;
	if (n == 2 && key[0] == '^')
		return (key[1] >= 'A' && key[1] <= 'Z') || strchr("@\\]^_", key[1]);
	if (n == 1)
		return is_plain(key[0]);
	/* two after one another; a capital may begin a name */
	return n == 2 && is_plain(key[0]) && is_plain(key[1]) && key_is_sequence(key);
}

static size_t find_row(const struct bindings *b, enum key_view view, const char *key)
{
	for (size_t i = 0; i < b->n; i++)
		if (b->v[i].view == view && strcmp(b->v[i].key, key) == 0)
			return i;
	return STR_NONE;
}

const struct key_row *bindings_find(
	const struct bindings *b, enum key_view view, const char *key, bool *prefix)
{
	size_t at = find_row(b, view, key), n = strlen(key);
	for (size_t i = 0; n == 1 && i < b->n; i++)
		if (b->v[i].view == view && key_is_sequence(b->v[i].key) &&
			b->v[i].key[0] == key[0])
			*prefix = true;
	return at != STR_NONE ? &b->v[at] : NULL;
}

static void drop_row(struct bindings *b, size_t at)
{
	free((char *)b->v[at].key); /* these rows own theirs */
	free((char *)b->v[at].line);
	memmove(&b->v[at], &b->v[at + 1], (b->n - at - 1) * sizeof *b->v);
	b->n--;
}

void bindings_free(struct bindings *b)
{
	while (b->n)
		drop_row(b, b->n - 1);
	free(b->v);
	*b = (struct bindings){0};
}

/* The command's name at least must be one; all of it where nothing is left to be filled in. */
static bool check_line(struct str line, bool open, struct err *err)
{
	const struct command *c = NULL;
	struct command_args a;
	struct str name = str_trim(line);
	if (!open)
		return command_parse(line, &c, &a, err) &&
		       (c || err_set(err, ERR_USAGE, _("there is no command in it")));
	size_t blank = str_find(name, STR(" "), 0);
	name = str_slice(name, 0, blank == STR_NONE ? name.n : blank);
	return name.n == 0 || command_find(name, err);
}

/* "gx" can't be typed where g alone does something. */
static bool check_reach(enum key_view view, const char *key, struct err *err)
{
	char first[2] = {key[0], '\0'};
	bool prefix;
	if (!key_is_sequence(key) || !keymap_find(view, first, &prefix))
		return true;
	return err_set(err, ERR_USAGE, _("%s cannot be typed: %s is a key of its own"), key, first);
}

bool bindings_set(
	struct bindings *b, enum key_view view, struct str key, struct str line, struct err *err)
{
	const char *now = former_now(FORMER_KEY, key);
	char *name = now ? mem_strdup(now) : mem_strndup(key.p, key.n);
	bool dots = str_ends(line, "..."), open = dots || str_ends(line, MORE);
	struct str fixed = open ? str_slice(line, 0, line.n - 3) : line;
	bool fine = key_is_valid(name) || err_set(err, ERR_USAGE, _("there is no key “%s”"), name);
	fine = fine && check_reach(view, name, err) &&
	       (line.n == 0 || check_line(fixed, open, err));
	if (!fine) {
		free(name);
		return false;
	}
	size_t at = find_row(b, view, name);
	if (at != STR_NONE)
		drop_row(b, at);
	if (line.n == 0) {
		free(name);
		return true;
	}
	struct buf text = {0};
	buf_add(&text, fixed);
	buf_adds(&text, open ? MORE : "");
	b->v = mem_grow(b->v, &b->cap, b->n + 1, sizeof *b->v);
	b->v[b->n++] = (struct key_row){.view = view, .key = name, .line = buf_take(&text)};
	return true;
}

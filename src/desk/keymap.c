/* The rows of keys. */
#include <string.h>

#include "base/lang.h"
#include "desk/bindings.h"
#include "desk/cmd.h"
#include "desk/count.h"
#include "desk/keymap.h"

#define MORE "…" /* ends a line that is to be completed */

/* clang-format off */
static const struct key_row rows[] = {
	/* findings */
	{KEYS_ALL, "n", "next", N_("next"), "n/p", 1, 0, NULL},
	{KEYS_ALL, "p", "prev", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "N", "next open", NULL, NULL, 0, 0, N_("to the next open finding")},
	{KEYS_ALL, "P", "prev open", NULL, NULL, 0, 0, N_("to the open finding before")},
	{KEYS_ALL, "y", "decide . confirmed", N_("confirm"), NULL, 0, DECISION_CONFIRMED, N_("the report is wrong")},
	{KEYS_ALL, "x", "decide . extraction", N_("extraction fault"), NULL, 0, DECISION_EXTRACTION, N_("the text extraction is wrong")},
	{KEYS_ALL, "o", "decide . acceptable", N_("acceptable"), NULL, 0, DECISION_ACCEPTABLE, N_("not wrong, or it may stand")},
	{KEYS_ALL, "e", "decide . query", N_("query"), NULL, 0, DECISION_QUERY, N_("to be asked back")},
	{KEYS_ALL, "Y", "decide . confirmed …", NULL, NULL, 0, 0, N_("the report is wrong, with a note")},
	{KEYS_ALL, "X", "decide . extraction …", NULL, NULL, 0, 0, N_("the text extraction is wrong, with a note")},
	{KEYS_ALL, "O", "decide . acceptable …", NULL, NULL, 0, 0, N_("it may stand, with a note")},
	{KEYS_ALL, "E", "decide . query …", NULL, NULL, 0, 0, N_("to be asked back, with a note")},
	{KEYS_ALL, "F", "locate finding", NULL, NULL, 0, 0, N_("the next finding about this cell")},
	{KEYS_ALL, "d", "undecide .", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "r", "rule", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "B", "beside", N_("side by side"), NULL, 0, 0, NULL},
	{KEYS_ALL, "=", "overview", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "^G", "overview", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "\\", "set open-only toggle", NULL, NULL, 0, 0, N_("next and prev: all findings, or open ones alone")},
	/* panes */
	{KEYS_ALL, "Tab", "pane next", N_("pane"), NULL, 2, 0, N_("to the next pane")},
	{KEYS_ALL, "S-Tab", "pane prev", NULL, NULL, 0, 0, N_("to the pane before")},
	{KEYS_ALL, "Enter", "locate", N_("locate"), NULL, 8, 0, N_("show this place in the other pane")},
	{KEYS_ALL, "1", "pane text", NULL, NULL, 0, 0, N_("to the text")},
	{KEYS_ALL, "2", "pane table", NULL, NULL, 0, 0, N_("to the tables")},
	{KEYS_ALL, "3", "pane findings", NULL, NULL, 0, 0, N_("to the findings")},
	{KEYS_ALL, "i", "why", NULL, NULL, 0, 0, NULL},
	/* moving */
	{KEYS_ALL, "Up", "up", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "Down", "down", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "Left", "left", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "Right", "right", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "k", "up", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "j", "down", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "h", "left", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "l", "right", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "PgUp", "page-up", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "PgDn", "page-down", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "^B", "page-up", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "^F", "page-down", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "^U", "half-page-up", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "^D", "half-page-down", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "gg", "top", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "G", "bottom", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "Home", "line-start", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "End", "line-end", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "0", "line-start", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "$", "line-end", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "b", "word-prev", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "f", "word-next", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "gl", "goto …", NULL, NULL, 0, 0, N_("to a line, a cell or a finding")},
	{KEYS_ALL, "m*", "mark *", NULL, NULL, 0, 0, N_("m and a letter: give this place the letter")},
	{KEYS_ALL, "''", "back", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "'*", "jump *", NULL, NULL, 0, 0, N_("' and a letter: to the place that has it")},
	{KEYS_ALL, "*", "filter …", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "D", "decide * …", NULL, NULL, 0, 0, N_("decide on all open findings that the filter lets through")},
	{KEYS_ALL, ".", "repeat", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "#", "tag . …", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "^O", "back", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "^N", "forward", NULL, NULL, 0, 0, NULL},
	/* changing */
	{KEYS_ALL, "c", "correct . …", N_("fix"), NULL, 3, 0, NULL},
	{KEYS_ALL, "s", "apply", N_("as suggested"), NULL, 0, 0, NULL},
	{KEYS_ALL, "S", "suggest next", N_("another"), NULL, 0, 0, N_("the next suggestion")},
	{KEYS_ALL, "a", "annotate . …", N_("remark"), NULL, 4, 0, NULL},
	{KEYS_ALL, "ga", "edit .", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "C", "uncorrect .", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "A", "unannotate .", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "u", "undo", N_("undo"), NULL, 5, 0, NULL},
	{KEYS_ALL, "^R", "redo", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "v", "verdict …", N_("verdict"), NULL, 6, 0, NULL},
	{KEYS_ALL, "Space", "select", NULL, NULL, 0, 0, N_("begin to select words, or in the table cells")},
	{KEYS_ALL, "V", "select line", NULL, NULL, 0, 0, N_("select a line, or in the table a row")},
	{KEYS_ALL, "S-Left", "extend left", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "S-Right", "extend right", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "S-Up", "extend up", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "S-Down", "extend down", NULL, NULL, 0, 0, NULL},
	/* searching */
	{KEYS_ALL, "/", "search …", N_("search"), NULL, 9, 0, NULL},
	{KEYS_ALL, ";", "search-next", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, ",", "search-prev", NULL, NULL, 0, 0, NULL},
	/* the rest */
	{KEYS_ALL, ":", "…", N_("command"), NULL, 10, 0, NULL},
	{KEYS_ALL, "w", "write", N_("save"), NULL, 7, 0, NULL},
	{KEYS_ALL, ">", "export …", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "ZZ", "wq", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "?", "help", N_("help"), NULL, 11, 0, NULL},
	{KEYS_ALL, "F1", "help", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "q", "quit", N_("quit"), NULL, 12, 0, NULL},
	{KEYS_ALL, "Esc", "cancel", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "^L", "redraw", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "^Z", "suspend", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "W", "set wrap toggle", NULL, NULL, 0, 0, N_("fold long lines, or not")},
	/* mending the structure */
	{KEYS_ALL, "M", "unmend", NULL, NULL, 0, 0, NULL},
	{KEYS_TEXT, "L", "label . …", NULL, NULL, 0, 0, NULL},
	{KEYS_TEXT, "J", "join", NULL, NULL, 0, 0, NULL},
	{KEYS_TEXT, "|", "split", NULL, NULL, 0, 0, NULL},
	{KEYS_TEXT, "R", "region …", NULL, NULL, 0, 0, NULL},
	{KEYS_TABLE, "{", "shift . left", NULL, NULL, 0, 0, N_("mend: move the row's values to the left")},
	{KEYS_TABLE, "}", "shift . right", NULL, NULL, 0, 0, N_("mend: move the row's values to the right")},
	{KEYS_TABLE, "L", "label . …", NULL, NULL, 0, 0, NULL},
	/* several reports */
	{KEYS_ALL, "]", "report-next", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "[", "report-prev", NULL, NULL, 0, 0, NULL},
	{KEYS_ALL, "Q", "list", NULL, NULL, 0, 0, N_("back to the list of reports")},
	{KEYS_LIST, "Enter", "open", N_("open it"), NULL, 1, 0, N_("open the report under the cursor")},
	{KEYS_LIST, "s", "sort …", N_("sort"), NULL, 2, 0, NULL},
	{KEYS_LIST, "f", "list all …", N_("filter"), NULL, 3, 0, N_("reports whose agency or name says this")},
	{KEYS_LIST, "o", "list open", N_("open only"), NULL, 4, 0, N_("reports with open findings or without a verdict")},
	{KEYS_LIST, "a", "list all", N_("all"), NULL, 5, 0, N_("all reports")},
	{KEYS_LIST, "/", "search …", N_("search"), NULL, 6, 0, NULL},
	{KEYS_LIST, "n", "search-next", NULL, NULL, 0, 0, NULL},
	{KEYS_LIST, "p", "search-prev", NULL, NULL, 0, 0, NULL},
	{KEYS_LIST, "N", "search-prev", NULL, NULL, 0, 0, NULL},
	{KEYS_LIST, "Home", "top", NULL, NULL, 0, 0, NULL},
	{KEYS_LIST, "End", "bottom", NULL, NULL, 0, 0, NULL},
	{KEYS_LIST, "Space", "page-down", NULL, NULL, 0, 0, NULL},
	{KEYS_LIST, "?", "help", N_("help"), NULL, 7, 0, NULL},
	{KEYS_LIST, "q", "quit", N_("quit"), NULL, 8, 0, NULL},
	{KEYS_LIST, "ZZ", "quit", NULL, NULL, 0, 0, NULL},
	/* over a page */
	{KEYS_OVERLAY, "q", "cancel", N_("close"), NULL, 1, 0, NULL},
	{KEYS_OVERLAY, "Enter", "cancel", NULL, NULL, 0, 0, NULL},
	{KEYS_OVERLAY, "Space", "page-down", NULL, NULL, 0, 0, NULL},
	{KEYS_OVERLAY, "Down", "down", N_("scroll"), "↑/↓", 2, 0, NULL},
	{KEYS_OVERLAY, "/", "search …", N_("search"), NULL, 3, 0, NULL},
	{KEYS_OVERLAY, "n", "search-next", NULL, NULL, 0, 0, NULL},
	{KEYS_OVERLAY, "N", "search-prev", NULL, NULL, 0, 0, NULL},
	{KEYS_OVERLAY, "p", "search-prev", NULL, NULL, 0, 0, NULL},
	{KEYS_OVERLAY, "?", "cancel", NULL, NULL, 0, 0, NULL},
};
/* clang-format on */

size_t keymap_count(void)
{
	return sizeof rows / sizeof *rows;
}

const struct key_row *keymap_at(size_t i)
{
	return i < keymap_count() ? &rows[i] : NULL;
}

/* "gg" and "ZZ" are two keys, "F1", "Up", "S-Tab" and "^F" are one. */
bool key_is_sequence(const char *key)
{
	bool name = key[0] >= 'A' && key[0] <= 'Z' && key[0] != key[1];
	return strlen(key) > 1 && key[0] != '^' && !name;
}

/* "m*" is m and any character; a key of these letters themselves goes before it. */
static bool is_any(const char *row, const char *key)
{
	return key_is_sequence(row) && row[1] == '*' && !row[2] && row[0] == key[0] &&
	       key[1] > ' ' && key[1] < 127 && !key[2];
}

const struct key_row *keymap_find(enum key_view view, const char *key, bool *prefix)
{
	const struct key_row *found = NULL;
	size_t n = strlen(key);
	*prefix = false;
	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = &rows[i];
		if ((row->view != KEYS_ALL && row->view != view) ||
			(row->key[0] != key[0] && key[0]))
			continue; /* in whole, in part or with any character: they begin alike */
		if (strcmp(row->key, key) == 0 || (key[0] && is_any(row->key, key))) {
			if (!found || row->view == view)
				found = row;
		} else if (key_is_sequence(row->key) && strncmp(row->key, key, n) == 0) {
			*prefix = true;
		}
	}
	return found;
}

bool keymap_is_suggestion(const struct key_row *row)
{
	return str_is(str_of(row->line), "apply") || str_starts(str_of(row->line), "suggest");
}

const struct key_row *keymap_lookup(
	const struct session *s, enum key_view view, const char *key, bool *prefix)
{
	const struct key_row *built_in = keymap_find(view, key, prefix);
	const struct key_row *own = bindings_find(&s->bindings, view, key, prefix);
	const struct key_row *all = bindings_find(&s->bindings, KEYS_ALL, key, prefix);
	if (own)
		return own;
	return all && !(built_in && built_in->view == view) ? all : built_in;
}

const char *keymap_key_of(const struct session *s, const char *line)
{
	enum key_view view = keymap_view(s);
	bool prefix;
	for (size_t i = 0; i < keymap_count(); i++)
		if (strcmp(rows[i].line, line) == 0 &&
			keymap_lookup(s, view, rows[i].key, &prefix) == &rows[i])
			return rows[i].key;
	return NULL;
}

const struct key_row *keymap_bar(enum key_view view, unsigned rank)
{
	enum key_view wanted = view == KEYS_OVERLAY || view == KEYS_LIST ? view : KEYS_ALL;
	for (size_t i = 0; i < keymap_count(); i++)
		if (rows[i].rank == rank && rows[i].view == wanted)
			return &rows[i];
	return NULL;
}

const char *keymap_words(const struct key_row *row)
{
	struct str line = str_of(row->line);
	size_t blank = str_find(line, STR(" "), 0);
	const struct command *c =
		command_find(str_slice(line, 0, blank == STR_NONE ? line.n : blank), NULL);
	return _(row->help ? row->help : c ? c->help : N_("the command line"));
}

/* Where the key goes on from what was typed, and is no other row's here. */
static void add_next_key(const struct session *s, const struct key_row *row, const char *words,
	const char *begun, struct buf *out)
{
	size_t n = strlen(begun);
	bool prefix;
	if (!n || strlen(row->key) <= n || strncmp(row->key, begun, n) != 0 ||
		!key_is_sequence(row->key) ||
		keymap_lookup(s, keymap_view(s), row->key, &prefix) != row)
		return;
	buf_addf(out, "%s%s  %s", out->n ? "   " : "", row->key, words);
}

void keymap_next_keys(const struct session *s, const char *begun, struct buf *out)
{
	unsigned count;
	size_t digits = count_take(s, begun, &count);
	begun += digits;
	if (digits && !*begun)
		buf_addf(out, _("%u: a key that moves, or u, does so %u times; G goes to row %u"),
			count, count, count);
	for (size_t i = 0; i < s->bindings.n; i++)
		add_next_key(s, &s->bindings.v[i], s->bindings.v[i].line, begun, out);
	for (size_t i = 0; i < keymap_count(); i++)
		add_next_key(s, &rows[i], keymap_words(&rows[i]), begun, out);
}

enum key_view keymap_pane(const struct session *s)
{
	static const enum key_view views[] = {
		[PANE_TEXT] = KEYS_TEXT,
		[PANE_TABLE] = KEYS_TABLE,
		[PANE_FINDINGS] = KEYS_FINDINGS,
	};
	return session_is_list(s) ? KEYS_LIST : views[s->place.pane];
}

enum key_view keymap_view(const struct session *s)
{
	return s->overlay == OVERLAY_NONE ? keymap_pane(s) : KEYS_OVERLAY;
}

/* "correct . …": what the reviewer is to go on from. Nobody is asked for the value of a cell that
 * is not there. */
static bool ask(struct session *s, const char *line, struct err *err)
{
	struct target t;
	if (str_starts(str_of(line), "correct . ") && !target_find(s, STR("."), AIM_CELL, &t, err))
		return false;
	free(s->prompt);
	s->prompt = mem_strndup(line, strlen(line) - strlen(MORE));
	s->request = REQUEST_PROMPT;
	return true;
}

bool keymap_press(struct session *s, const char *key, bool *pending, struct err *err)
{
	unsigned count;
	size_t digits = count_take(s, key, &count);
	key += digits;
	const struct key_row *row = keymap_lookup(s, keymap_view(s), key, pending);
	s->reply = (struct reply){.tone = TONE_NONE};
	*pending |= digits && !*key;
	if (*pending && !row)
		return true;
	if (!row) {
		err_set(err, ERR_USAGE, _("%s does nothing here; ? shows the keys"), key);
		/* few bytes and no colour: a wrong key is no trouble, and lines are slow */
		reply_set(s, TONE_INFO, _("%s: no key; ? for help"), key);
		return false;
	}
	if (str_ends(str_of(row->line), MORE))
		return ask(s, row->line, err);
	char *line = mem_strdup(row->line); /* which may be `bind`, and do away with its row */
	if (is_any(row->key, key))
		line[strlen(line) - 1] = key[1];
	bool done = digits ? count_run(s, line, count, err) : command_run(s, str_of(line), err);
	free(line);
	return done;
}

/* Help: the keys of this pane and all commands, from their rows. */
#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "desk/grammar.h"
#include "desk/keymap.h"
#include "desk/options.h"
#include "desk/page.h"

#define KEY_COLUMNS 8
#define LABEL_COLUMNS 16
#define USAGE_COLUMNS 28

void page_pad(const struct session *s, struct buf *text, struct str word, size_t columns)
{
	size_t used = utf8_columns(word, s->options.ambiguous);
	buf_add(text, word);
	buf_addf(text, "%*s", (int)(used < columns ? columns - used : 0) + 1, "");
}

/* "  label      " in the page's first column; what it says follows. */
static void put_label(const struct session *s, struct buf *text, const char *label)
{
	buf_adds(text, "  ");
	page_pad(s, text, str_of(label), LABEL_COLUMNS);
	buf_addc(text, ' ');
}

void page_field(const struct session *s, struct buf *text, const char *label, const char *fmt, ...)
{
	struct buf says = {0};
	va_list ap;
	va_start(ap, fmt);
	buf_addv(&says, fmt, ap);
	va_end(ap);
	if (says.n && utf8_columns(str_of(label), s->options.ambiguous) > LABEL_COLUMNS) {
		buf_addf(text, "  %s\n", label);
		label = "";
	}
	for (size_t from = 0; from < says.n;) {
		size_t end = str_find(buf_str(&says), STR("\n"), from);
		put_label(s, text, from ? "" : label);
		buf_add(text, str_slice(buf_str(&says), from, end == STR_NONE ? says.n : end));
		buf_addc(text, '\n');
		from = end == STR_NONE ? says.n : end + 1;
	}
	buf_free(&says);
}

/* The row that the key of `row` stands for in the view, or NULL where a row of the view hides it.
 */
static bool holds_in(const struct session *s, const struct key_row *row, enum key_view view)
{
	bool prefix;
	return keymap_lookup(s, view, row->key, &prefix) == row;
}

/* Keys with the same line, together: "j, Down". */
static void keys_of(const struct session *s, enum key_view view, const char *line, struct buf *out)
{
	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = keymap_at(i);
		if (strcmp(row->line, line) == 0 && holds_in(s, row, view))
			buf_addf(out, "%s%s", out->n ? ", " : "", row->key);
	}
}

/* Many keys take from the room of what they do, so that the words stay below each other. */
static void write_key(const struct session *s, struct buf *text, struct str keys, const char *line,
	const char *words)
{
	struct buf does = {0};
	page_pad(s, &does, keys, KEY_COLUMNS);
	buf_adds(&does, line);
	buf_adds(text, "  ");
	page_pad(s, text, buf_str(&does), KEY_COLUMNS + 1 + USAGE_COLUMNS);
	buf_addf(text, " %s\n", words);
	buf_free(&does);
}

static bool is_first_of_line(const struct session *s, size_t i, enum key_view view)
{
	const struct key_row *row = keymap_at(i);
	for (size_t k = 0; k < i; k++)
		if (strcmp(keymap_at(k)->line, row->line) == 0 && holds_in(s, keymap_at(k), view))
			return false;
	return holds_in(s, row, view);
}

/* Does a key's line run that command? */
static const struct command *command_of(const char *line)
{
	struct str name = str_of(line);
	size_t n = 0;
	while (n < name.n && name.p[n] != ' ')
		n++;
	return command_find(str_slice(name, 0, n), NULL);
}

/* Those of the view alone, or those of all views. */
static void write_keys_of(
	const struct session *s, enum key_view view, enum key_view which, struct buf *text)
{
	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = keymap_at(i);
		const struct command *c = command_of(row->line);
		struct buf keys = {0};
		if (row->view != which || !is_first_of_line(s, i, view) ||
			(view == KEYS_LIST && c && !command_suits_list(c)))
			continue;
		keys_of(s, view, row->line, &keys);
		write_key(s, text, buf_str(&keys), row->line, keymap_words(row));
		buf_free(&keys);
	}
}

/* What `bind` made, first: it is what the reviewer asked for. */
static void write_own_keys(const struct session *s, enum key_view view, struct buf *text)
{
	for (size_t i = 0; i < s->bindings.n; i++) {
		const struct key_row *row = &s->bindings.v[i];
		if (!holds_in(s, row, view))
			continue;
		write_key(s, text, str_of(row->key), row->line, _("(a key of your own)"));
	}
}

static void write_keys(const struct session *s, enum key_view view, struct buf *text)
{
	buf_addf(text, "%s\n", _("Keys"));
	write_own_keys(s, view, text);
	write_keys_of(s, view, view, text);
	write_keys_of(s, view, KEYS_ALL, text);
}

static void add_usage(const struct command *c, struct buf *out)
{
	buf_addf(out, "%s%s", c->name, *c->usage ? " " : "");
	usage_words(c, out);
}

static void write_command(const struct session *s, const struct command *c, struct buf *text)
{
	struct buf usage = {0};
	add_usage(c, &usage);
	buf_adds(text, "  ");
	page_pad(s, text, buf_str(&usage), USAGE_COLUMNS + KEY_COLUMNS + 1);
	buf_addf(text, " %s\n", _(c->help));
	buf_free(&usage);
}

static void write_options(const struct session *s, struct buf *text)
{
	buf_addf(text, "\n%s\n", _("Options"));
	for (size_t i = 0; i < option_count(); i++) {
		const struct option_row *row = option_at(i);
		char value[16];
		struct buf says = {0};
		buf_addf(&says, "%s=%s", row->name, option_text(&s->options, row, value));
		buf_adds(text, "  ");
		page_pad(s, text, buf_str(&says), USAGE_COLUMNS + KEY_COLUMNS + 1);
		buf_addf(text, " %s\n", _(row->help));
		buf_free(&says);
	}
}

static void write_commands(const struct session *s, struct buf *text)
{
	for (enum command_group g = 0; g < GROUP_COUNT; g++) {
		buf_addf(text, "\n%s\n", command_group_title(g));
		for (size_t i = 0; i < command_count(); i++)
			if (command_at(i)->group == g)
				write_command(s, command_at(i), text);
	}
	write_options(s, text);
}

static void write_topic(const struct session *s, const struct command *c, struct buf *text)
{
	add_usage(c, text);
	buf_addc(text, '\n');
	buf_addf(text, "  %s\n\n", _(c->help));
	page_field(s, text, _("short for it"), "%s", c->alias ? c->alias : "");
	for (size_t i = 0; i < keymap_count(); i++)
		if (command_of(keymap_at(i)->line) == c)
			page_field(
				s, text, _("key"), "%s  %s", keymap_at(i)->key, keymap_at(i)->line);
	if (strcmp(c->name, "set") == 0)
		write_options(s, text);
}

void page_help(const struct session *s, struct buf *title, struct buf *text)
{
	const struct command *topic = s->topic ? command_find(str_of(s->topic), NULL) : NULL;
	if (topic) {
		buf_addf(title, _("Help: %s"), topic->name);
		write_topic(s, topic, text);
		return;
	}
	buf_adds(title, _("Help"));
	write_keys(s, keymap_pane(s), text);
	buf_addf(text, "\n%s\n",
		_("Commands, behind `:`; names may be cut short, “.” is what is under the cursor, "
		  "capitals are filled in, [ ] may be left out."));
	write_commands(s, text);
}

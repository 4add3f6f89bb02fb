/* The rows of options. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/dec.h"
#include "base/lang.h"
#include "desk/argument.h"
#include "desk/former.h"
#include "desk/options.h"

/* clang-format off */
static const struct option_row rows[] = {
	{"advance", OPTION_BOOL, offsetof(struct options, advance), 0, 1, 1,
		N_("a decision moves on to the next open finding")},
	{"ambiguous-width", OPTION_INT, offsetof(struct options, ambiguous), 1, 2, 1,
		N_("columns of “ ” — … on this terminal: 1 or 2")},
	{"ascii-borders", OPTION_BOOL, offsetof(struct options, ascii_borders), 0, 1, 0,
		N_("draw lines with + - |")},
	{"counts", OPTION_BOOL, offsetof(struct options, counts), 0, 1, 0,
		N_("1, 2 and 3 begin a count as 4 to 9 do, and are no keys of panes")},
	{"mouse", OPTION_BOOL, offsetof(struct options, mouse), 0, 1, 0,
		N_("click, double click and wheel; without, the terminal selects as ever")},
	{"open-only", OPTION_BOOL, offsetof(struct options, open_only), 0, 1, 0,
		N_("next and prev step over decided findings")},
	{"wrap", OPTION_BOOL, offsetof(struct options, wrap), 0, 1, 1,
		N_("fold long lines of the text")},
};
/* clang-format on */

static int *int_of(struct options *o, const struct option_row *row)
{
	return (int *)((char *)o + row->offset);
}

static bool *bool_of(struct options *o, const struct option_row *row)
{
	return (bool *)((char *)o + row->offset);
}

static void put(struct options *o, const struct option_row *row, int value)
{
	if (row->kind == OPTION_BOOL)
		*bool_of(o, row) = value;
	else
		*int_of(o, row) = value;
}

static int get(const struct options *o, const struct option_row *row)
{
	const char *p = (const char *)o + row->offset;
	return row->kind == OPTION_BOOL ? *(const bool *)p : *(const int *)p;
}

void options_init(struct options *o)
{
	for (size_t i = 0; i < option_count(); i++)
		put(o, &rows[i], rows[i].initial);
}

size_t option_count(void)
{
	return sizeof rows / sizeof *rows;
}

const struct option_row *option_at(size_t i)
{
	return i < option_count() ? &rows[i] : NULL;
}

const struct option_row *option_find(struct str name, struct err *err)
{
	const char *now = former_now(FORMER_OPTION, name);
	const struct option_row *found = NULL;
	size_t n = 0;
	name = now ? str_of(now) : name;
	for (size_t i = 0; i < option_count(); i++) {
		bool whole;
		if (!argument_begins(name, str_of(rows[i].name), "set", &whole))
			continue;
		if (whole)
			return &rows[i];
		found = &rows[i];
		n++;
	}
	if (n == 1)
		return found;
	err_set(err, ERR_USAGE,
		n ? _("“%.*s” could be several options") : _("there is no option “%.*s”"),
		STR_ARG(name));
	return NULL;
}

/* All of the word, in either language. */
static bool says(struct str value, const char *name)
{
	bool whole;
	return argument_begins(value, str_of(name), "set", &whole) && whole;
}

bool option_set(struct options *o, const struct option_row *row, struct str value, struct err *err)
{
	struct dec n;
	if (row->kind == OPTION_BOOL) {
		if (says(value, "on") || says(value, "off"))
			put(o, row, says(value, "on"));
		else if (says(value, "toggle"))
			put(o, row, !get(o, row));
		else
			return err_set(err, ERR_USAGE, _("%s is on, off or toggle"), row->name);
		return true;
	}
	if (!dec_parse(value, &n) || n.scale || n.units < row->min || n.units > row->max)
		return err_set(err, ERR_USAGE, _("%s is a number from %d to %d"), row->name,
			row->min, row->max);
	put(o, row, (int)n.units);
	return true;
}

const char *option_text(const struct options *o, const struct option_row *row, char buf[16])
{
	int value = get(o, row);
	if (row->kind == OPTION_BOOL)
		snprintf(buf, 16, "%s", value ? "on" : "off");
	else
		snprintf(buf, 16, "%d", value);
	return buf;
}

/* The lists of gouji(1), as mdoc, from the program's own rows: desk commands, keys, options and
 * argument words of the desk. tests/manual/lists.sh compares them with the manual, or puts them there. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "desk/argument.h"
#include "desk/keymap.h"
#include "desk/options.h"

/* A word as a macro's argument: what mdoc would take for punctuation or an escape is shielded. */
static void put_word(const char *word, size_t n)
{
	static const char marks[] = ".,:;()[]?!|'\"";

	fputs(n && strchr(marks, word[0]) ? " \\&" : " ", stdout);
	for (size_t i = 0; i < n; i++) {
		if (word[i] == '\\')
			fputs("\\e", stdout);
		else if (word[i] == '"')
			fputs("\\(dq", stdout);
		else
			putchar(word[i]);
	}
	fputs(n > 1 && strchr(marks, word[n - 1]) ? "\\&" : "", stdout);
}

/* "a|B": fixed words in lower case, parameters in capitals. */
static void put_choice(struct str token)
{
	for (size_t at = 0; at <= token.n;) {
		size_t end = str_find(token, STR("|"), at);

		if (end == STR_NONE)
			end = token.n;
		fputs(at ? " | " : " ", stdout);
		fputs(isupper((unsigned char)token.p[at]) ? "Ar" : "Cm", stdout);
		put_word(token.p + at, end - at);
		at = end + 1;
	}
}

static void put_usage(const char *usage)
{
	struct str rest = str_of(usage);

	while (rest.n) {
		size_t end = str_find(rest, STR(" "), 0);
		struct str token = str_slice(rest, 0, end == STR_NONE ? rest.n : end);
		bool optional = str_starts(token, "[");

		rest = str_slice(rest, token.n + 1, rest.n);
		fputs(optional ? " Oo" : "", stdout);
		put_choice(optional ? str_slice(token, 1, token.n - 1) : token);
		fputs(optional ? " Oc" : "", stdout);
	}
}

/* As a sentence of running text, in lines that mandoc thinks short. */
static void put_sentence(const char *help)
{
	struct str rest = str_of(help);
	size_t column = 0;

	while (rest.n) {
		size_t end = str_find(rest, STR(" "), 0);
		struct str word = str_slice(rest, 0, end == STR_NONE ? rest.n : end);

		rest = str_slice(rest, word.n + 1, rest.n);
		if (column + word.n > 72) {
			putchar('\n');
			column = 0;
		}
		printf("%s%c%.*s", column ? " " : "",
			word.p == help ? toupper((unsigned char)*help) : *word.p, (int)word.n - 1,
			word.p + 1);
		column += word.n + 1;
	}
	puts(strchr(".?!", help[strlen(help) - 1]) ? "" : ".");
}

static void put_commands(void)
{
	for (int group = 0; group < GROUP_COUNT; group++) {
		printf(".Ss %s\n.Bl -tag -width Ds\n", command_group_title(group));
		for (size_t i = 0; i < command_count(); i++) {
			const struct command *c = command_at(i);

			if ((int)c->group != group)
				continue;
			fputs(".It Ic", stdout);
			put_word(c->name, strlen(c->name));
			if (c->alias) {
				fputs(" , Ic", stdout);
				put_word(c->alias, strlen(c->alias));
			}
			put_usage(c->usage);
			putchar('\n');
			put_sentence(c->help);
		}
		puts(".El");
	}
}

static const char *view_title(enum key_view view)
{
	static const char *const titles[] = {
		[KEYS_ALL] = "In all panes",
		[KEYS_TEXT] = "In the text",
		[KEYS_TABLE] = "In the tables",
		[KEYS_FINDINGS] = "In the findings",
		[KEYS_LIST] = "In the list of reports",
		[KEYS_OVERLAY] = "On a page that lies over the panes",
	};

	return titles[view];
}

static void put_keys_of(enum key_view view)
{
	bool any = false;

	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = keymap_at(i);

		if (row->view != view)
			continue;
		if (!any)
			printf(".Ss %s\n.Bl -tag -width S-Right -compact\n", view_title(view));
		any = true;
		fputs(".It Ic", stdout);
		put_word(row->key, strlen(row->key));
		fputs("\n.Ic", stdout);
		put_word(row->line, strlen(row->line));
		putchar('\n');
	}
	if (any)
		puts(".El");
}

static void put_options(void)
{
	puts(".Bl -tag -width open-only");
	for (size_t i = 0; i < option_count(); i++) {
		fputs(".It Cm", stdout);
		put_word(option_at(i)->name, strlen(option_at(i)->name));
		putchar('\n');
		put_sentence(option_at(i)->help);
	}
	puts(".El");
}

static void put_arguments(void)
{
	const struct argument_word *row;

	puts(".Bl -tag -width ambiguous-width -compact");
	for (size_t i = 0; (row = argument_at(i)); i++) {
		fputs(".It Cm", stdout);
		put_word(row->name, strlen(row->name));
		printf("\n%s", row->chinese);
		if (row->command)
			printf("\n.Pq Ic %s", row->command);
		putchar('\n');
	}
	puts(".El");
}

int main(int argc, char **argv)
{
	const char *list = argc == 2 ? argv[1] : "";

	if (strcmp(list, "commands") == 0)
		put_commands();
	else if (strcmp(list, "keys") == 0)
		for (int view = KEYS_ALL; view <= KEYS_OVERLAY; view++)
			put_keys_of(view);
	else if (strcmp(list, "options") == 0)
		put_options();
	else if (strcmp(list, "arguments") == 0)
		put_arguments();
	else
		return 2;
	return 0;
}

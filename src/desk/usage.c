/* A command's usage in the language of the interface. */
#include <ctype.h>
#include <string.h>

#include "base/lang.h"
#include "desk/argument.h"
#include "desk/grammar.h"

/* What is filled in; listed so that the catalog has them. */
static const char *const blanks[] = {N_("ANNOTATION"), N_("CELL"), N_("COLUMN"), N_("COLUMNS"),
	N_("COMMAND"), N_("FILE"), N_("FINDING"), N_("FORMAT"), N_("KEY"), N_("KIND"), N_("LETTER"),
	N_("LINE"), N_("MEND"), N_("NOTE"), N_("NUMBER"), N_("OPTION"), N_("PATTERN"), N_("REASON"),
	N_("REPORT"), N_("ROW"), N_("SUMMARY"), N_("TABLE"), N_("TAGS"), N_("TEXT"), N_("VALUE")};

static bool is_blank_to_fill(const char *word)
{
	for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
		if (strcmp(blanks[i], word) == 0)
			return true;
	return false;
}

static void add_word(const struct command *c, struct str word, struct buf *out)
{
	char *name = mem_strndup(word.p, word.n);

	if (isupper((unsigned char)name[0]))
		buf_adds(out, is_blank_to_fill(name) ? _(name) : name);
	else
		buf_adds(out, argument_shown(name, c->name));
	free(name);
}

/* "LINE-LINE" is two words, "ambiguous-width" is one. */
static size_t word_length(struct str s)
{
	bool lower = islower((unsigned char)s.p[0]);
	size_t n = 0;

	while (n < s.n && (isalpha((unsigned char)s.p[n]) || (lower && s.p[n] == '-')))
		n++;
	return n;
}

void usage_words(const struct command *c, struct buf *out)
{
	struct str rest = str_of(c->usage);

	while (rest.n > 0) {
		size_t n = word_length(rest);

		if (n > 0)
			add_word(c, str_slice(rest, 0, n), out);
		else
			buf_addc(out, rest.p[0]);
		rest = str_slice(rest, n > 0 ? n : 1, rest.n);
	}
}

bool usage_has_choices(const struct command *c)
{
	for (const char *p = c->usage; *p; p++)
		if (islower((unsigned char)*p))
			return true;
	return false;
}

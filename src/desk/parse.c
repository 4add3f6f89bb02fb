/* Command lines: splitting, and matching against a row's usage. */
#include <string.h>

#include "base/lang.h"
#include "base/mem.h"
#include "desk/argument.h"
#include "desk/former.h"
#include "desk/grammar.h"

size_t str_blank(struct str s)
{
	if (s.n && (s.p[0] == ' ' || s.p[0] == '\t'))
		return 1;
	/* U+3000, which Chinese input methods give for the space bar */
	return s.n >= 3 && memcmp(s.p, "\xe3\x80\x80", 3) == 0 ? 3 : 0;
}

struct str str_skip_blanks(struct str s)
{
	for (size_t n; (n = str_blank(s));)
		s = str_slice(s, n, s.n);
	return s;
}

bool grammar_next(struct grammar *g, struct param *p)
{
	struct str rest = str_skip_blanks(g->rest);
	if (rest.n == 0)
		return false;
	size_t n = 0;
	while (n < rest.n && rest.p[n] != ' ')
		n++;
	struct str word = str_slice(rest, 0, n);
	g->rest = str_slice(rest, n, rest.n);
	p->optional = word.p[0] == '[';
	p->words = p->optional ? str_slice(word, 1, word.n - 1) : word;
	p->literal = p->words.p[0] >= 'a' && p->words.p[0] <= 'z';
	p->last = str_skip_blanks(g->rest).n == 0;
	return true;
}

bool param_alternative(const struct param *p, size_t i, struct str *out)
{
	struct str rest = p->words;
	for (;;) {
		size_t bar = str_find(rest, STR("|"), 0);
		struct str word = str_slice(rest, 0, bar == STR_NONE ? rest.n : bar);
		if (i-- == 0) {
			*out = word;
			return true;
		}
		if (bar == STR_NONE)
			return false;
		rest = str_slice(rest, bar + 1, rest.n);
	}
}

bool param_names(const struct param *p, const char *name)
{
	struct str word;
	for (size_t i = 0; param_alternative(p, i, &word); i++)
		if (str_is(word, name))
			return true;
	return false;
}

/* "a|b" as the interface names them. */
static void list_words(const struct param *p, const char *command, struct buf *out)
{
	struct str word;
	for (size_t i = 0; param_alternative(p, i, &word); i++) {
		char *name = mem_strndup(word.p, word.n);
		buf_addf(out, "%s%s", i ? "|" : "", argument_shown(name, command));
		free(name);
	}
}

/* The alternative that `arg` is or begins, in either language; told where it is none or could be
 * several. */
static bool match_literal(
	const struct param *p, const char *command, struct str *arg, struct err *err)
{
	struct str word, found = {0};
	struct buf words = {0};
	size_t n = 0;
	for (size_t i = 0; param_alternative(p, i, &word); i++) {
		bool whole;
		if (!argument_begins(*arg, word, command, &whole))
			continue;
		found = word;
		n = whole ? 1 : n + 1;
		if (whole)
			break;
	}
	const char *now = n ? NULL : former_now(FORMER_WORD, *arg);
	if (now && param_names(p, now)) {
		found = str_of(now);
		n = 1;
	}
	if (n == 1) {
		*arg = found;
		return true;
	}
	list_words(p, command, &words);
	err_set(err, ERR_USAGE, n ? _("“%.*s” could be several of %s") : _("“%.*s” is none of %s"),
		STR_ARG(*arg), words.p);
	buf_free(&words);
	return false;
}

/* A word, or what stands between quotes. */
static bool take_word(struct str *rest, struct str *word, struct err *err)
{
	char quote = rest->p[0];
	if (quote == '"' || quote == '\'') {
		size_t end = str_find(*rest, (struct str){&quote, 1}, 1);
		if (end == STR_NONE)
			return err_set(err, ERR_USAGE, _("a quotation mark is not closed"));
		*word = str_slice(*rest, 1, end);
		*rest = str_slice(*rest, end + 1, rest->n);
		return true;
	}
	size_t n = 0;
	while (n < rest->n && !str_blank(str_slice(*rest, n, rest->n)))
		n++;
	*word = str_slice(*rest, 0, n);
	*rest = str_slice(*rest, n, rest->n);
	return true;
}

/* All the rest, as it is; a pair of quotes around all of it is taken off. */
static struct str take_rest(struct str rest)
{
	struct str all = str_trim(rest);
	bool quoted = all.n >= 2 && (all.p[0] == '"' || all.p[0] == '\'') &&
		      str_find(all, str_slice(all, 0, 1), 1) == all.n - 1;
	return quoted ? str_slice(all, 1, all.n - 1) : all;
}

static bool usage_err(const struct command *c, struct err *err)
{
	struct buf words = {0};
	usage_words(c, &words);
	err_set(err, ERR_USAGE, _("usage: %s%s%s"), c->name, words.n ? " " : "",
		words.n ? words.p : "");
	buf_free(&words);
	return false;
}

/* Does `rest` have words enough for a parameter that may be left out and those behind it that may
 * not? */
static bool is_left_out(struct grammar g, struct str rest)
{
	struct param p;
	size_t needed = 1, words = 0;
	while (grammar_next(&g, &p))
		needed += !p.optional;
	while (needed > 1 && (rest = str_skip_blanks(rest)).n && words < needed) {
		words++;
		while (rest.n && !str_blank(rest))
			rest = str_slice(rest, 1, rest.n);
	}
	return needed > 1 && words < needed;
}

static bool parse_args(
	const struct command *c, struct str rest, struct command_args *a, struct err *err)
{
	struct grammar g = {str_of(c->usage)};
	struct param p;
	while (grammar_next(&g, &p)) {
		rest = str_skip_blanks(rest);
		bool left_out = p.optional && is_left_out(g, rest);
		if (rest.n == 0)
			return (p.optional && !left_out) || usage_err(c, err);
		struct str *arg = &a->arg[a->n++];
		if (left_out)
			continue;
		if (p.last) {
			*arg = take_rest(rest);
			rest = str_slice(rest, rest.n, rest.n);
		} else if (!take_word(&rest, arg, err)) {
			return false;
		}
		struct str typed = *arg;
		if (p.literal && !match_literal(&p, c->name, arg, err))
			return false;
		if (p.literal && former_now(FORMER_WORD, typed))
			a->former = typed;
	}
	return str_skip_blanks(rest).n == 0 || usage_err(c, err);
}

static bool all_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

/* Behind blanks and colons. */
static struct str line_start(struct str line)
{
	struct str rest = str_trim(str_skip_blanks(line));
	while (rest.n && rest.p[0] == ':')
		rest = str_skip_blanks(str_slice(rest, 1, rest.n));
	return rest;
}

struct str command_word(struct str line)
{
	struct str rest = line_start(line);
	size_t n = 0;
	while (n < rest.n && !str_blank(str_slice(rest, n, rest.n)))
		n++;
	return str_slice(rest, 0, n);
}

bool command_parse(
	struct str line, const struct command **c, struct command_args *a, struct err *err)
{
	struct str rest = line_start(line), name;
	*c = NULL;
	*a = (struct command_args){.n = 0};
	if (rest.n == 0 || rest.p[0] == '#')
		return true;
	if (all_digits(rest)) {
		name = STR("goto");
	} else {
		name = command_word(rest);
		rest = str_slice(rest, name.n, rest.n);
	}
	*c = command_find(name, err);
	if (!*c)
		return false;
	a->command = *c;
	return parse_args(*c, rest, a, err);
}

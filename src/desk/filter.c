/* The filter of findings. */
#include "desk/filter.h"

#include <string.h>

#include "base/lang.h"
#include "desk/argument.h"
#include "desk/grammar.h"

void filter_clear(struct finding_filter *f)
{
	free(f->rule);
	*f = (struct finding_filter){0};
}

static bool is_rule(const struct session *s, struct str word)
{
	for (size_t i = 0; i < rules_count(s->rules); i++)
		if (strncmp(rules_at(s->rules, i)->id, word.p, word.n) == 0)
			return true;
	return false;
}

/* All of the word, in either language. */
static bool says(struct str word, const char *name)
{
	bool whole;
	return argument_begins(word, str_of(name), NULL, &whole) && whole;
}

static bool take_word(
	const struct session *s, struct finding_filter *f, struct str word, struct err *err)
{
	for (enum severity v = SEVERITY_NOTE; v <= SEVERITY_ERROR; v++)
		if (says(word, severity_name(v))) {
			f->severities |= 1u << v;
			return true;
		}
	if (says(word, "open") || says(word, "decided")) {
		f->state = says(word, "open") ? STATE_OPEN : STATE_DECIDED;
	} else if (is_rule(s, word)) {
		free(f->rule);
		f->rule = mem_strndup(word.p, word.n);
	} else if (!says(word, "all")) {
		return err_set(err, ERR_USAGE,
			_("“%.*s” is no severity, no rule, and not open or decided"),
			STR_ARG(word));
	}
	return true;
}

bool filter_parse(
	const struct session *s, struct finding_filter *f, struct str words, struct err *err)
{
	struct finding_filter made = {0};
	for (words = str_skip_blanks(words); words.n; words = str_skip_blanks(words)) {
		size_t n = 0;
		while (n < words.n && !str_blank(str_slice(words, n, words.n)))
			n++;
		if (!take_word(s, &made, str_slice(words, 0, n), err)) {
			filter_clear(&made);
			return false;
		}
		words = str_slice(words, n, words.n);
	}
	filter_clear(f);
	*f = made;
	return true;
}

bool filter_is_set(const struct finding_filter *f)
{
	return f->severities || f->state != STATE_ANY || f->rule;
}

bool filter_passes(const struct session *s, size_t finding)
{
	const struct finding_filter *f = &s->filter;
	const struct finding *of = &s->check.findings[finding];
	if (f->severities && !(f->severities & 1u << of->severity))
		return false;
	if (f->rule && strncmp(of->rule->id, f->rule, strlen(f->rule)) != 0)
		return false;
	return f->state == STATE_ANY || session_is_open(s, finding) == (f->state == STATE_OPEN);
}

size_t filter_count(const struct session *s)
{
	size_t n = 0;
	for (size_t i = 0; i < s->check.n_findings; i++)
		n += filter_passes(s, i);
	return n;
}

static void add_word(struct buf *out, size_t from, const char *word)
{
	buf_addf(out, "%s%s", out->n > from ? " " : "", word);
}

void filter_write(const struct finding_filter *f, struct buf *out)
{
	size_t from = out->n;
	for (enum severity v = SEVERITY_NOTE; v <= SEVERITY_ERROR; v++)
		if (f->severities & 1u << v)
			add_word(out, from, argument_shown(severity_name(v), NULL));
	if (f->state != STATE_ANY)
		add_word(out, from,
			argument_shown(f->state == STATE_OPEN ? "open" : "decided", NULL));
	if (f->rule)
		add_word(out, from, f->rule);
}

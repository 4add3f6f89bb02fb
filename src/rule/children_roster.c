/* Which reports a report sums up, and what it says of that itself. */
#include "rule/children.h"

#include <string.h>

const char *children_name(const struct rule_child *child)
{
	return child->report && child->report->agency_text ? child->report->agency_text
							   : child->file;
}

bool rule_same_agency(const struct report *a, const struct report *b)
{
	struct str x = str_of(a->agency_text), y = str_of(b->agency_text);

	if (!x.n || !y.n)
		return false;
	return str_ends(x, b->agency_text) || str_ends(y, a->agency_text);
}

/* Names of what is amiss. */
struct names {
	VEC(char *) list;
};

static void put_name(struct names *names, const char *name)
{
	*vec_push(&names->list) = mem_strdup(name);
}

/* Tells them as not checked, and forgets them. */
static bool tell_names(
	struct rule_context *c, const struct rule *rule, struct form_words why, struct names *names)
{
	size_t n = names->list.n;
	struct slots s;

	if (n) {
		slots_init(&s, c->arena);
		slots_words(&s, "children", context_enumerate(c, names->list.v, n));
		slots_count(&s, "count", n);
		context_not_checked(c, rule, NULL, 0, message_words(&s, why));
	}
	for (size_t i = 0; i < n; i++)
		free(names->list.v[i]);
	vec_free(&names->list);
	return n > 0;
}

static bool same_bytes(const struct report *a, const struct report *b)
{
	return strcmp(doc_sha256(a->doc), doc_sha256(b->doc)) == 0;
}

/* Of this year, and not the report itself. */
static bool is_child(const struct rule_context *c, const struct rule_child *child)
{
	return child->report && child->report->year == c->report->year &&
	       !same_bytes(child->report, c->report);
}

/* Is there a report of the same organ and this year? Then one of another year is but kept there. */
static bool has_successor(const struct rule_context *c, const struct report *old)
{
	if (rule_same_agency(old, c->report))
		return true;
	for (size_t i = 0; i < c->beside->n_children; i++) {
		const struct rule_child *child = &c->beside->children[i];

		if (is_child(c, child) && rule_same_agency(child->report, old))
			return true;
	}
	return false;
}

/* Reports that cannot be read, or are of another year while this year's are not there. */
static bool tell_unfit(
	struct rule_context *c, const struct rule *rule, const struct children_rule *how)
{
	struct names lost = {0}, old = {0};
	bool told;

	for (size_t i = 0; i < c->beside->n_children; i++) {
		const struct rule_child *child = &c->beside->children[i];

		if (!child->report)
			put_name(&lost, child->file);
		else if (child->report->year != c->report->year && !has_successor(c, child->report))
			put_name(&old, child->file);
	}
	told = tell_names(c, rule, how->lost, &lost);
	return tell_names(c, rule, how->other_year, &old) || told;
}

/* The children, equal files but once. Two of one organ that differ are told. */
static bool gather(struct rule_context *c, const struct rule *rule, const struct children_rule *how,
	struct roster *out)
{
	const struct rule_child *all = c->beside->children;
	struct names twins = {0};

	out->v = arena_alloc_array(c->arena, c->beside->n_children, sizeof *out->v);
	out->n = 0;
	for (size_t i = 0; i < c->beside->n_children; i++) {
		bool again = false;

		if (!is_child(c, &all[i]))
			continue;
		for (size_t j = 0; j < out->n && !again; j++) {
			const struct report *other = all[out->v[j]].report;

			again = same_bytes(other, all[i].report);
			if (!again && other->agency_text && all[i].report->agency_text &&
				!strcmp(other->agency_text, all[i].report->agency_text))
				put_name(&twins, all[i].file);
		}
		if (!again)
			out->v[out->n++] = i;
	}
	return !tell_names(c, rule, how->twins, &twins);
}

/* A sentence of the prose that the pattern fits, and where in its shadow. */
struct said {
	const struct passage *passage;
	size_t from, to;
};

static bool find_said(struct rule_context *c, struct pattern *pattern, struct said *out)
{
	const struct prose *prose = pattern ? context_prose(c) : NULL;

	for (size_t i = 0; prose && i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		for (size_t j = 0; j < p->n_sentences; j++) {
			const struct sentence *at = &p->sentences[j];

			if (!pattern_find(pattern, str_slice(p->shadow, at->from, at->to), 0))
				continue;
			pattern_group(pattern, NULL, &out->from, &out->to);
			out->passage = p;
			out->from += at->from;
			out->to += at->from;
			return true;
		}
	}
	return false;
}

/* By the agency's name, or where the report does not say it by the file's. */
static bool is_named(const struct rule_child *child, const char *name)
{
	struct str agency = str_of(child->report->agency_text);

	if (!agency.n)
		return str_find(str_of(child->file), str_of(name), 0) != STR_NONE;
	return str_ends(agency, name) || str_ends(str_of(name), agency.p) ||
	       str_find(agency, str_of(name), 0) != STR_NONE;
}

/* The group of the pattern found last, in the passage's shadow; empty where it has none. */
static struct str said_group(const struct said *said, struct pattern *pattern, const char *name)
{
	size_t from, to, start, past;

	if (!pattern_group(pattern, name, &from, &to) ||
		!pattern_group(pattern, NULL, &start, &past))
		return STR("");
	/* groups are told from the sentence's start, as the match is */
	return str_slice(said->passage->shadow, said->from - start + from, said->from - start + to);
}

static void want(const struct rule_context *c, const struct roster *roster, const char *name,
	struct names *missing)
{
	for (size_t j = 0; j < roster->n; j++)
		if (is_named(&c->beside->children[roster->v[j]], name))
			return;
	put_name(missing, name);
}

/* Those that the report itself names: "汇总了西店镇、侯家镇和思礼镇的数据". */
static void want_listed(struct rule_context *c, const struct children_rule *how,
	const struct roster *roster, struct names *missing)
{
	struct said said;
	struct str rest;

	if (!how->parts || !find_said(c, how->list, &said))
		return;
	rest = said_group(&said, how->list, "list");
	while (rest.n) {
		size_t from = rest.n, to = rest.n;

		if (pattern_find(how->parts, rest, 0))
			pattern_group(how->parts, NULL, &from, &to);
		char *name = mem_strndup(rest.p, from);

		want(c, roster, name, missing);
		free(name);
		rest = str_slice(rest, to, rest.n);
	}
}

static bool tell_missing(struct rule_context *c, const struct rule *rule,
	const struct children_rule *how, const struct roster *roster)
{
	struct names missing = {0};

	for (size_t i = 0; i < c->beside->n_expected; i++)
		want(c, roster, c->beside->expected[i], &missing);
	if (!c->beside->n_expected)
		want_listed(c, how, roster, &missing);
	return tell_names(c, rule, how->missing, &missing);
}

bool children_roster(struct rule_context *c, const struct rule *rule,
	const struct children_rule *how, struct roster *out)
{
	struct slots s;
	bool unfit = tell_unfit(c, rule, how), single = gather(c, rule, how, out);
	bool missing = tell_missing(c, rule, how, out);

	if (unfit || !single || missing)
		return false;
	if (out->n)
		return true;
	slots_init(&s, c->arena);
	context_not_checked(c, rule, NULL, 0, message_words(&s, how->nobody));
	return false;
}

static struct form_words quote_of(struct rule_context *c, const struct said *said)
{
	const char *quote = passage_quote(c, said->passage, said->from, said->to);

	return (struct form_words){{quote, quote}};
}

bool children_scope(struct rule_context *c, const struct rule *rule,
	const struct children_rule *how, struct form_words *scope)
{
	struct said said;
	struct slots s;

	*scope = (struct form_words){{"", ""}};
	if (find_said(c, how->sums, &said)) {
		slots_init(&s, c->arena);
		slots_words(&s, "text", quote_of(c, &said));
		*scope = context_word(c, WORD_BRACKET, &s);
		return true;
	}
	slots_init(&s, c->arena);
	if (find_said(c, how->own, &said))
		slots_words(&s, "text", quote_of(c, &said));
	else if (how->own && c->report->title_text &&
		 pattern_find(how->own, str_of(c->report->title_text), 0))
		slots_text(&s, "text", str_of(c->report->title_text));
	else
		return true;
	context_not_checked(c, rule, NULL, 0, message_words(&s, how->alone));
	return false;
}

bool children_all_there(
	struct rule_context *c, const struct rule *rule, const struct children_rule *how, size_t n)
{
	struct said said;
	struct slots s;
	struct dec told;

	if (!find_said(c, how->count, &said) ||
		!dec_parse(said_group(&said, how->count, "count"), &told) ||
		dec_cmp(told, dec_of((int64_t)n)) == 0)
		return true;
	slots_init(&s, c->arena);
	slots_words(&s, "text", quote_of(c, &said));
	slots_count(&s, "count", n);
	context_not_checked(c, rule, NULL, 0, message_words(&s, how->fewer));
	return false;
}

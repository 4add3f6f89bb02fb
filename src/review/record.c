/* Records: copies, comparison, and the words for decisions and verdicts. */
#include <string.h>

#include "base/utf8.h"
#include "review/model.h"

static void clear_list(char ***list, size_t n)
{
	for (size_t i = 0; *list && i < n; i++)
		free((*list)[i]);
	free(*list);
	*list = NULL;
}

void record_clear(struct record *r)
{
	clear_list(&r->cells, r->n_cells);
	clear_list(&r->seen, r->n_cells);
	clear_list(&r->tags, r->n_tags);
	free(r->key);
	free(r->by);
	free(r->at);
	free(r->note);
	free(r->rule);
	free(r->declared);
	free(r->against);
	free(r->from);
	free(r->to);
	free(r->target_name);
	free(r->row);
	free(r->text.exact);
	free(r->text.prefix);
	free(r->text.suffix);
	*r = (struct record){0};
}

static char *copy_text(const char *s)
{
	return s ? mem_strdup(s) : NULL;
}

static char **copy_list(char *const *list, size_t n)
{
	char **copy = list ? mem_alloc_array(n, sizeof *copy) : NULL;

	for (size_t i = 0; list && i < n; i++)
		copy[i] = mem_strdup(list[i]);
	return copy;
}

void record_copy(struct record *to, const struct record *from)
{
	*to = *from;
	to->key = copy_text(from->key);
	to->by = copy_text(from->by);
	to->at = copy_text(from->at);
	to->note = copy_text(from->note);
	to->rule = copy_text(from->rule);
	to->cells = copy_list(from->cells, from->n_cells);
	to->seen = copy_list(from->seen, from->n_cells);
	to->declared = copy_text(from->declared);
	to->against = copy_text(from->against);
	to->from = copy_text(from->from);
	to->to = copy_text(from->to);
	to->target_name = copy_text(from->target_name);
	to->row = copy_text(from->row);
	to->text.exact = copy_text(from->text.exact);
	to->text.prefix = copy_text(from->text.prefix);
	to->text.suffix = copy_text(from->text.suffix);
	to->tags = copy_list(from->tags, from->n_tags);
}

char *text_clean(const char *s)
{
	struct str rest = str_of(s);
	struct buf out = {0};
	size_t bad;

	while (!utf8_valid(rest, &bad)) {
		buf_add(&out, str_slice(rest, 0, bad));
		buf_add_ucs(&out, 0xfffd);
		rest = str_slice(rest, bad + 1, rest.n);
	}
	buf_add(&out, rest);
	return out.n ? buf_take(&out) : mem_strdup("");
}

static void clean(char **s)
{
	if (!*s || utf8_valid(str_of(*s), NULL))
		return;
	char *good = text_clean(*s);

	free(*s);
	*s = good;
}

static void clean_list(char **list, size_t n)
{
	for (size_t i = 0; list && i < n; i++)
		clean(&list[i]);
}

void record_clean(struct record *r)
{
	char **const texts[] = {&r->by, &r->at, &r->note, &r->rule, &r->declared, &r->against,
		&r->from, &r->to, &r->target_name, &r->row, &r->text.exact, &r->text.prefix,
		&r->text.suffix};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		clean(texts[i]);
	clean_list(r->cells, r->n_cells);
	clean_list(r->seen, r->n_cells);
	clean_list(r->tags, r->n_tags);
}

static bool text_equal(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* An empty note is none. */
static bool note_equal(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool list_equal(char *const *a, char *const *b, size_t n)
{
	if (!a || !b)
		return a == b || n == 0;
	for (size_t i = 0; i < n; i++)
		if (strcmp(a[i], b[i]) != 0)
			return false;
	return true;
}

static bool node_equal(const struct ynode *a, const struct ynode *b)
{
	if (a == b)
		return true;
	if (!a || !b || a->kind != b->kind || a->n != b->n)
		return false;
	if (a->kind == YAML_SCALAR)
		return a->plain == b->plain && str_eq(a->text, b->text);
	for (size_t i = 0; i < a->n; i++) {
		if (a->kind == YAML_MAP && !str_eq(a->keys[i]->text, b->keys[i]->text))
			return false;
		if (!node_equal(a->items[i], b->items[i]))
			return false;
	}
	return true;
}

static bool target_equal(const struct record *a, const struct record *b)
{
	return a->target == b->target && text_equal(a->target_name, b->target_name) &&
	       text_equal(a->text.exact, b->text.exact) &&
	       text_equal(a->text.prefix, b->text.prefix) &&
	       text_equal(a->text.suffix, b->text.suffix) &&
	       a->text.span.from == b->text.span.from && a->text.span.to == b->text.span.to;
}

static bool mend_equal(const struct record *a, const struct record *b)
{
	return a->mend == b->mend && text_equal(a->row, b->row) && a->columns == b->columns;
}

bool record_equal(const struct record *a, const struct record *b, bool open)
{
	if (!a || !b)
		return a == b;
	if (!(open && !b->by) && !text_equal(a->by, b->by))
		return false;
	if (!(open && !b->at) && !text_equal(a->at, b->at))
		return false;
	if (!(open && !b->extra) && !node_equal(a->extra, b->extra))
		return false;
	if (!(open && !b->target_extra) && !node_equal(a->target_extra, b->target_extra))
		return false;
	return note_equal(a->note, b->note) && a->decision == b->decision &&
	       a->verdict == b->verdict && text_equal(a->rule, b->rule) &&
	       a->n_cells == b->n_cells && list_equal(a->cells, b->cells, a->n_cells) &&
	       list_equal(a->seen, b->seen, a->n_cells) && text_equal(a->declared, b->declared) &&
	       text_equal(a->against, b->against) && text_equal(a->from, b->from) &&
	       text_equal(a->to, b->to) && target_equal(a, b) && mend_equal(a, b) &&
	       a->n_tags == b->n_tags && list_equal(a->tags, b->tags, a->n_tags);
}

void place_clear(struct review_place *p)
{
	free(p->pane);
	free(p->finding);
	free(p->cell);
	*p = (struct review_place){0};
}

static const char *const decision_names[] = {
	[DECISION_CONFIRMED] = "confirmed",
	[DECISION_EXTRACTION] = "extraction",
	[DECISION_ACCEPTABLE] = "acceptable",
	[DECISION_QUERY] = "query",
};

static const char *const verdict_names[] = {
	[VERDICT_ACCEPT] = "accept",
	[VERDICT_RETURN] = "return",
	[VERDICT_QUERY] = "query",
};

const char *decision_name(enum decision d)
{
	return decision_names[d];
}

const char *verdict_name(enum verdict v)
{
	return verdict_names[v];
}

/* The index of the name, 0 (none) where there is no such name. */
static size_t find_name(const char *const *names, size_t n, struct str s)
{
	for (size_t i = 1; i < n; i++)
		if (str_is(s, names[i]))
			return i;
	return 0;
}

bool decision_parse(struct str s, enum decision *out)
{
	size_t i = find_name(decision_names, sizeof decision_names / sizeof *decision_names, s);

	if (i)
		*out = (enum decision)i;
	return i != 0;
}

bool verdict_parse(struct str s, enum verdict *out)
{
	size_t i = find_name(verdict_names, sizeof verdict_names / sizeof *verdict_names, s);

	if (i)
		*out = (enum verdict)i;
	return i != 0;
}

/* The kind `parts`: reading the lists.
 *
 * A list begins behind a marker (其中, 具体内容为, 从内容分类看), behind a colon after a number, or
 * in a bracket behind one. How much it must add up depends on how complete it claims to be: a
 * closed list must, an open one (主要, 等, a single part) must only not exceed the whole. */
#include "rule/parts.h"
#include "rule/percent.h"

static const char *const parts_keys[] = {"message", "macros", "open", "plain", "closed", "stop",
	"skip", "etcetera", "rest", "full", "apart", "later", "alike", "loose", "channel", "behind",
	"of", "besides", "same", "several", "digit", "table", "tables", "units", "aside", "settled",
	"carried", "full_of", "apart_of", "account", "made", "share", "sums", "hints", NULL};
static const char *const parts_slots[] = {
	"quote", "say", "declared", "actual", "difference", "sum", "printed", "due", NULL};

#define N_NEEDED 7 /* patterns that a rule cannot do without: the first of them */

static const void *parts_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct parts_rule *r = arena_alloc(l->rules->arena, sizeof *r);
	const struct ynode *macros = yaml_get(node, "macros");
	const struct {
		const char *key;
		struct pattern **to;
	} rows[] = {{"open", &r->open}, {"plain", &r->plain}, {"closed", &r->closed},
		{"stop", &r->stop}, {"skip", &r->skip}, {"etcetera", &r->etcetera},
		{"rest", &r->rest}, {"full", &r->full}, {"apart", &r->apart}, {"later", &r->later},
		{"alike", &r->alike}, {"loose", &r->loose}, {"channel", &r->channel},
		{"behind", &r->behind}, {"of", &r->of}, {"besides", &r->besides},
		{"same", &r->same}, {"several", &r->several}, {"aside", &r->aside},
		{"settled", &r->settled}, {"carried", &r->carried}, {"full_of", &r->full_of},
		{"apart_of", &r->apart_of}, {"account", &r->account}, {"made", &r->made},
		{"share", &r->share}};

	(void)rule;
	*r = (struct parts_rule){0};
	if (!rule_load_template(l, node, "message", parts_slots, &r->message) ||
		(yaml_get(node, "digit") &&
			!rule_load_template(l, node, "digit", parts_slots, &r->digit)) ||
		(yaml_get(node, "table") &&
			!rule_load_template(l, node, "table", parts_slots, &r->table)) ||
		!parts_tables_load(l, node, r) || !unit_families_load(l, node, "units", &r->counts))
		return NULL;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		*rows[i].to = NULL;
		if (i >= N_NEEDED && !yaml_get(node, rows[i].key))
			continue;
		*rows[i].to = rule_load_pattern(l, node, rows[i].key, macros);
		if (!*rows[i].to)
			return NULL;
	}
	if (yaml_get(node, "sums") &&
		!rule_load_hinted(l, node, "sums", macros, &r->sums, &r->n_sums))
		return NULL;
	return r;
}

void parts_break_list(struct list *l)
{
	if (!l->broken)
		l->sure = l->items.n;
	l->broken = true;
}

/* Where the list within a list ends for the one around it to come out, its first items being no
 * more than its whole: "公开96条，其中网站41条，其中解读2份，执法6条，其他55条". 0 where nowhere.
 */
static size_t inner_length(const struct parts_reader *r)
{
	const struct quantity *whole, *around;

	if (!r->outer.begun || r->outer.whole == STR_NONE || r->list.whole == STR_NONE ||
		r->list.closure == LIST_CLOSED || !r->list.items.n)
		return 0;
	whole = parts_quantity(r, r->list.whole);
	around = parts_quantity(r, r->outer.whole);
	for (size_t n = r->list.items.n - 1; n > 0; n--) {
		struct list both = {0};
		struct total t;

		for (size_t i = 0; i < r->outer.items.n; i++)
			*vec_push(&both.items) = r->outer.items.v[i];
		for (size_t i = n; i < r->list.items.n; i++)
			*vec_push(&both.items) = r->list.items.v[i];
		bool fits = list_fits(r, &both, both.items.n, around) &&
			    list_add_up(r, &r->list, n, whole, &t) && !total_is_more(&t, whole);

		vec_free(&both.items);
		if (fits)
			return n;
	}
	return 0;
}

/* Ends the list; what it does not need goes back to the list around it, which then ends too. */
static void list_end(struct parts_reader *r)
{
	size_t used;

	if (!r->list.begun)
		return;
	r->list.nested = r->outer.nested = r->outer.begun;
	used = inner_length(r);
	if (!used)
		used = list_check(r, &r->list);
	if (r->outer.begun) {
		for (size_t i = used; used && i < r->list.items.n; i++)
			*vec_push(&r->outer.items) = r->list.items.v[i];
		if (!used)
			parts_break_list(&r->outer);
		r->outer.last = r->list.last;
		list_check(r, &r->outer);
	} else {
		/* what it does not need may be a list of its own */
		for (size_t i = used; used && i < r->list.items.n; i++)
			r->part[r->list.items.v[i]] = false;
	}
	list_clear(&r->list);
	list_clear(&r->outer);
}

/* The nearest number told before that is no part of a list: what a list in a new sentence is about.
 */
static size_t last_head(const struct parts_reader *r, size_t before)
{
	size_t found = STR_NONE;

	for (size_t i = 0; i < r->p->quantities.n && parts_quantity(r, i)->from < before; i++) {
		if (parts_is_count(r, parts_quantity(r, i)) && !r->part[i] && !r->depth[i])
			found = i;
	}
	return found;
}

/* "从内容看，网站公开的196条包括：…": the one number of the closed list has a list of its own. */
static bool is_head_of_closed(const struct parts_reader *r, size_t clause)
{
	const struct list *l = &r->list;

	return l->closure == LIST_CLOSED && l->items.n == 1 && l->last == clause;
}

static void list_begin(struct parts_reader *r, size_t clause, enum closure closure, size_t at)
{
	const struct clause *cl = &r->p->clauses[clause];

	/* what was taken for a part is the whole of the list that begins here */
	if ((closure == LIST_OF || is_head_of_closed(r, clause)) && r->list.items.n &&
		r->list.items.v[r->list.items.n - 1] == r->last) {
		r->part[r->last] = false;
		if (--r->list.items.n == 0)
			list_clear(&r->list);
	}
	if (r->list.begun && !r->outer.begun && r->list.items.n &&
		r->list.sentence == cl->sentence) {
		r->outer = r->list;
		r->list = (struct list){0};
	} else {
		list_end(r);
	}
	r->list.begun = true;
	r->list.closure = closure == LIST_OF ? LIST_PLAIN : closure;
	r->list.alike = closure == LIST_MADE;
	if (closure == LIST_MADE)
		r->list.closure = LIST_CLOSED;
	r->list.named = closure == LIST_OF;
	r->list.among = closure == LIST_OF && cl->end != ':';
	r->list.complete = closure == LIST_CLOSED && r->p->sentences[cl->sentence].clause == clause;
	r->list.sentence = cl->sentence;
	r->list.first = r->list.last = clause;
	r->list.whole = r->last != STR_NONE && r->last_sentence == cl->sentence ? r->last
										: last_head(r, at);
}

static bool is_behind_semicolon(const struct parts_reader *r, size_t clause)
{
	const struct list *l = &r->list;

	return l->items.n && r->p->clauses[l->last].sentence != r->p->clauses[clause].sentence;
}

/* "其中文件3条，动态5条；通过微博发布9条": parts that a comma sets apart end at a semicolon, most
 * often; a single one does where more than the whole stands behind. */
static bool ends_at_semicolon(const struct parts_reader *r, size_t quantity)
{
	const struct list *l = &r->list;
	size_t half = r->p->clauses[l->last].sentence, n = 0;

	for (size_t i = 0; i < l->items.n; i++)
		n += parts_clause_at(r, parts_quantity(r, l->items.v[i])->from)->sentence == half;
	return n > 1 || (l->whole != STR_NONE && quantity_is_more(parts_quantity(r, quantity),
							 parts_quantity(r, l->whole)));
}

/* "公开810条，其中网站369条；作出行政许可1026件": all before it is counted as the whole is, and it
 * is not. */
static bool is_counted_otherwise(const struct parts_reader *r, size_t quantity)
{
	const struct list *l = &r->list;

	if (l->whole == STR_NONE || parts_is_alike(r, quantity, l->whole))
		return false;
	for (size_t i = 0; i < l->items.n; i++)
		if (!parts_is_alike(r, l->items.v[i], l->whole))
			return false;
	return true;
}

static void list_add(struct parts_reader *r, size_t clause, size_t quantity)
{
	bool behind = is_behind_semicolon(r, clause);

	if (behind && is_counted_otherwise(r, quantity)) {
		parts_break_list(&r->list);
		list_end(r);
		return;
	}
	if (behind && (parts_is_of_another_account(r, clause) ||
			      parts_table_ends(r, r->list.items.v[0], quantity))) {
		list_end(r);
		return;
	}
	if (r->list.paused || (behind && ends_at_semicolon(r, quantity)) ||
		parts_is_by_channel(r, clause))
		parts_break_list(&r->list);
	*vec_push(&r->list.items) = quantity;
	r->part[quantity] = true;
	r->list.last = clause;
}

/* Is the place in a bracket within the clause? */
static bool is_deeper(const struct parts_reader *r, const struct clause *cl, size_t at)
{
	return at < cl->to && parts_clause_at(r, at)->depth > cl->depth;
}

size_t parts_marker_end(
	const struct parts_reader *r, const struct clause *cl, enum closure *closure)
{
	const struct {
		struct pattern *pattern;
		enum closure closure;
	} rows[] = {{r->how->open, LIST_OPEN}, {r->how->closed, LIST_CLOSED}, {r->how->of, LIST_OF},
		{r->how->made, LIST_MADE}, {r->how->plain, LIST_PLAIN}};
	struct str text = passage_clause(r->p, cl);

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t at = 0, from, to;

		while (rows[i].pattern && pattern_find_in(rows[i].pattern, text, at, &cl->chars) &&
			pattern_group(rows[i].pattern, NULL, &from, &to)) {
			*closure = rows[i].closure;
			if (!is_deeper(r, cl, cl->from + from))
				return cl->from + to;
			at = to > at ? to : at + 1;
		}
	}
	return STR_NONE;
}

void list_qualify(const struct parts_reader *r, const struct clause *cl, struct list *l)
{
	struct str text = passage_clause(r->p, cl);

	if (pattern_find_in(r->how->etcetera, text, 0, &cl->chars))
		l->closure = LIST_OPEN;
	else if (l->closure == LIST_PLAIN && l->items.n > 1 &&
		 pattern_find_in(r->how->rest, text, 0, &cl->chars))
		l->rest = l->items.n;
}

/* A clause without a number stands in the list, or behind it. */
static void pause_list(struct list *l, size_t clause)
{
	l->pause = l->paused ? l->pause : clause;
	l->paused = true;
}

/* Does the clause tell of more that has no number? */
static bool tells_of_rest(const struct parts_reader *r, const struct clause *cl)
{
	struct str text = passage_clause(r->p, cl);

	return pattern_find_in(r->how->rest, text, 0, &cl->chars) ||
	       (r->how->later && pattern_find_in(r->how->later, text, 0, &cl->chars));
}

void list_end_at_rest(const struct parts_reader *r, struct list *l)
{
	const struct clause *cl = &r->p->clauses[l->pause], *end = r->p->clauses + r->p->n_clauses;

	for (size_t s = cl->sentence; l->paused && cl < end && cl->sentence == s && !cl->n_marks;
		cl++)
		if (tells_of_rest(r, cl))
			parts_break_list(l);
}

static bool is_money(const struct quantity *q)
{
	return q->mark == '$';
}

/* "分为两类：…": it tells how many are listed, and is none of them. */
static bool counts_members(const struct parts_reader *r, size_t clause, const struct quantity *q)
{
	const struct clause *cl = &r->p->clauses[clause];

	return cl->end == ':' && q->to == cl->to && q->mark != '#' && r->list.begun &&
	       (!r->list.items.n || is_head_of_closed(r, clause));
}

/* Reads the clause's numbers: heads of lists to come, or parts of the one that goes on. */
static void read_numbers(struct parts_reader *r, size_t clause, size_t marker, enum closure closure)
{
	const struct clause *cl = &r->p->clauses[clause];
	size_t n = 0;

	for (size_t i = cl->mark; i < cl->mark + cl->n_marks; i++) {
		const struct quantity *q = parts_quantity(r, i);

		if (r->depth[i] != cl->depth)
			continue;
		if (is_money(q) && marker != STR_NONE && q->from >= marker) {
			list_end(r); /* what is listed is no count */
			marker = STR_NONE;
		}
		if (!parts_is_count(r, q))
			continue;
		if (marker != STR_NONE && q->from >= marker) {
			list_begin(r, clause, closure, marker);
			marker = STR_NONE;
		}
		if (counts_members(r, clause, q)) {
			if (r->list.items.n)
				list_begin(r, clause, LIST_CLOSED, cl->to);
			continue;
		}
		if (r->list.begun)
			list_add(r, clause, i);
		r->last = i;
		r->last_sentence = cl->sentence;
		n++;
	}
	if (marker != STR_NONE)
		list_begin(r, clause, closure, marker);
	else if (!n && r->list.begun && r->list.items.n)
		pause_list(&r->list, clause);
	if (r->list.begun)
		list_qualify(r, cl, &r->list);
}

/* "…721条。四个季度分别更新139条、43条，共182条": its own sum is told behind it, and what a
 * sentence before told is another's. */
static bool is_summed_here(const struct parts_reader *r, const struct clause *cl)
{
	return r->list.begun && r->list.whole != STR_NONE && r->how->behind &&
	       parts_clause_at(r, parts_quantity(r, r->list.whole)->from)->sentence <
		       cl->sentence &&
	       pattern_find_in(r->how->behind, passage_clause(r->p, cl), 0, &cl->chars);
}

static bool is_counting(const struct parts_reader *r, const struct clause *cl)
{
	for (size_t i = cl->mark; i < cl->mark + cl->n_marks; i++)
		if (parts_is_count(r, parts_quantity(r, i)))
			return true;
	return false;
}

/* "3月、6月申请量较大，分别为35件、38件": does the clause before, which counts nothing, say that
 * there are others? */
static bool is_of_some(const struct parts_reader *r, size_t clause)
{
	const struct clause *cl = &r->p->clauses[clause];

	return clause && cl[-1].sentence == cl->sentence && !is_counting(r, &cl[-1]) &&
	       pattern_find_in(r->how->etcetera, passage_clause(r->p, &cl[-1]), 0, &cl[-1].chars);
}

static void read_clause(struct parts_reader *r, size_t clause)
{
	const struct clause *cl = &r->p->clauses[clause];
	struct str text = passage_clause(r->p, cl);
	enum closure closure = LIST_PLAIN;

	if (pattern_find_in(r->how->skip, text, 0, &cl->chars)) {
		if (cl->end == '.')
			list_end(r);
		return;
	}
	if (is_summed_here(r, cl))
		r->list.whole = STR_NONE;
	if (r->list.begun && pattern_find_in(r->how->stop, text, 0, &cl->chars)) {
		parts_break_list(&r->list); /* what follows may have been of it */
		list_end(r);
	}
	size_t marker = parts_marker_end(r, cl, &closure);

	if (closure == LIST_CLOSED && is_of_some(r, clause))
		closure = LIST_OPEN;
	read_numbers(r, clause, marker, closure);
	if (cl->end == ':' && !r->list.begun && r->last != STR_NONE &&
		r->last_sentence == cl->sentence && parts_quantity(r, r->last)->from >= cl->from)
		list_begin(r, clause,
			parts_quantity(r, r->last)->to == cl->to ? LIST_OF : LIST_PLAIN, cl->to);
	if (cl->end == '.')
		list_end(r);
}

/* Does the number stand in a bracket of its own behind a word: "社会保险（4份）"? It is told of
 * that word as without the bracket. */
static bool is_alone(const struct parts_reader *r, size_t i)
{
	const struct quantity *q = parts_quantity(r, i);
	struct str s = r->p->shadow;

	return q->from > 0 && q->to < s.n && s.p[q->from - 1] == '(' && s.p[q->to] == ')' &&
	       (!i || parts_quantity(r, i - 1)->to != q->from - 1 ||
		       passage_is_percent(r->c, r->p, parts_quantity(r, i - 1)));
}

static void find_depths(struct parts_reader *r)
{
	for (size_t i = 0; i < r->p->n_clauses; i++) {
		const struct clause *cl = &r->p->clauses[i];

		for (size_t j = cl->mark; j < cl->mark + cl->n_marks; j++) {
			if (r->depth[j] < cl->depth)
				r->depth[j] = cl->depth - is_alone(r, j);
		}
	}
}

/* Are there two numbers that can be a whole and its part? Most paragraphs have dates alone. */
static bool has_counts(const struct parts_reader *r)
{
	size_t n = 0;

	for (size_t i = 0; n < 2 && i < r->p->quantities.n; i++)
		n += parts_is_count(r, parts_quantity(r, i));
	return n == 2;
}

static void read_lists(struct parts_reader *r)
{
	r->last = STR_NONE;
	list_clear(&r->list);
	list_clear(&r->outer);
	find_depths(r);
	for (size_t i = 0, end; i < r->p->n_clauses; i = end) {
		end = r->p->clauses[i].depth ? parts_read_bracket(r, i) : i + 1;
		if (!r->p->clauses[i].depth)
			read_clause(r, i);
	}
	list_end(r);
	if (r->how->behind)
		parts_read_behind(r);
	if (r->how->loose)
		parts_read_loose(r);
}

static void read_passage(struct parts_reader *r)
{
	size_t n = r->p->quantities.n;

	if (n < 2)
		return;
	r->depth = mem_alloc_array(n, sizeof *r->depth);
	r->part = mem_alloc_array(3 * n, sizeof *r->part);
	r->divided = r->part + n;
	r->told = r->divided + n;
	if (has_counts(r))
		read_lists(r);
	if (n > 2)
		parts_read_sums(r);
	free(r->depth);
	free(r->part);
}

static void parts_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct prose *prose = context_prose(c);
	struct parts_reader r = {.c = c, .rule = rule, .how = data};

	for (size_t i = 0; i < prose->n; i++) {
		r.p = &prose->passages[i];
		if (r.p->read)
			read_passage(&r);
	}
}

const struct rule_kind parts_kind = {
	.name = "parts",
	.keys = parts_keys,
	.load = parts_load,
	.run = parts_run,
	.late = true,
};

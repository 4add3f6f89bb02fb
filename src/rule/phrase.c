/* The kind `phrase`: words of the report that should not be there, by pattern or by list. What
 * patterns see is each paragraph folded (NFKC), without white space unless the rule keeps it. */
#include "rule/prose.h"
#include "rule/scope.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

#define QUOTE_MAX 40 /* code points */
/* Of a number that is masked, at either end: more, and nothing would be masked. */
#define MASK_SHOWN_MAX 6

struct phrase_word {
	const char *wrong, *right;
};

struct phrase_rule {
	struct scope scope;
	struct pattern **patterns; /* a group `text` narrows what is shown */
	size_t n_patterns;
	struct pattern *unless; /* of the paragraph's text before and with the match */
	struct phrase_word *words;
	size_t n_words;
	struct form_list except; /* words in which one of `words` is right */
	bool spaces;
	size_t valid; /* the row of the table of tests that a match has to pass, from 1; 0: none */
	int64_t mask[2]; /* how many characters are shown at the beginning and at the end */
	bool masked;
	struct form_words message;
};

/* What was found in a paragraph. */
struct match {
	size_t from, to;
	const char *right;
};

/* The place where one rule looks. */
struct looking {
	struct rule_context *c;
	const struct rule *rule;
	const struct phrase_rule *how;
	const struct report_para *para;
	const struct fold *fold;
	const struct utf8_set *chars; /* of it */
	VEC(struct match) found;
};

static const char *const phrase_keys[] = {"patterns", "hints", "unless", "words", "except",
	"spaces", "valid", "mask", SCOPE_KEYS, "message", NULL};
static const char *const message_slots[] = {"text", "right", "year", NULL};

static bool load_patterns(struct rule_load *l, const struct ynode *node, struct phrase_rule *r)
{
	const struct ynode *list = yaml_get(node, "patterns");
	struct form_list *hints = arena_alloc(l->rules->arena, sizeof *hints);

	if (!rule_load_list(l, node, "hints", hints))
		return false;
	if (!rule_load_patterns(l, list, hints, &r->patterns, &r->n_patterns))
		return false;
	for (size_t i = 0; i < r->n_patterns; i++)
		r->patterns[i]->shown = true;
	return true;
}

static bool load_words(struct rule_load *l, const struct ynode *map, struct phrase_rule *r)
{
	if (!map)
		return true;
	if (!yaml_need_map(l->doc, map, l->err))
		return false;
	r->words = arena_alloc_array(l->rules->arena, map->n, sizeof *r->words);
	for (; r->n_words < map->n; r->n_words++) {
		const struct ynode *right = map->items[r->n_words];

		if (right->kind != YAML_SCALAR || !right->text.n)
			return yaml_err(l->doc, right, l->err, _("a word is due here"));
		if (!map->keys[r->n_words]->text.n)
			return yaml_err(
				l->doc, map->keys[r->n_words], l->err, _("a word is due here"));
		r->words[r->n_words].wrong = yaml_text(l->doc, map->keys[r->n_words]).p;
		r->words[r->n_words].right = yaml_text(l->doc, right).p;
	}
	return true;
}

static bool load_mask(struct rule_load *l, const struct ynode *map, struct phrase_rule *r)
{
	static const char *const keys[] = {"head", "tail", NULL};

	r->masked = map != NULL;
	return !map ||
	       (yaml_need_map(l->doc, map, l->err) && yaml_known_keys(l->doc, map, keys, l->err) &&
		       rule_load_number(l, map, "head", 0, MASK_SHOWN_MAX, &r->mask[0]) &&
		       rule_load_number(l, map, "tail", 0, MASK_SHOWN_MAX, &r->mask[1]));
}

/* GB 11643: the last of eighteen digits is a check digit. */
static bool is_id_number(struct str s)
{
	static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
	static const char digits[] = "10X98765432";
	int sum = 0;

	if (s.n != 18)
		return false;
	for (size_t i = 0; i < 17; i++)
		sum += (s.p[i] - '0') * weights[i];
	return digits[sum % 11] == (s.p[17] == 'x' ? 'X' : s.p[17]);
}

/* ISO/IEC 7812: from the last digit on every second one counts twice, and the sum ends in 0. */
static bool is_card_number(struct str s)
{
	int sum = 0;

	for (size_t i = 0; i < s.n; i++) {
		int digit = s.p[s.n - 1 - i] - '0', twice = digit * (i % 2 ? 2 : 1);

		if (digit < 0 || digit > 9)
			return false;
		sum += twice > 9 ? twice - 9 : twice;
	}
	return s.n > 0 && sum % 10 == 0;
}

static const struct {
	const char *name;
	bool (*holds)(struct str);
} tests[] = {{"id-number", is_id_number}, {"card-number", is_card_number}};

static bool load_valid(struct rule_load *l, const struct ynode *node, struct phrase_rule *r)
{
	const char *valid = NULL;

	if (!yaml_opt_str(l->doc, node, "valid", &valid, l->err))
		return false;
	r->valid = 0;
	for (size_t i = 0; valid && i < sizeof tests / sizeof *tests; i++)
		if (!strcmp(valid, tests[i].name))
			r->valid = i + 1;
	return !valid || r->valid ||
	       yaml_err(l->doc, yaml_get(node, "valid"), l->err, _("no test \"%s\""), valid);
}

static const void *phrase_load(
	struct rule_load *l, const struct ynode *node, const struct rule *rule)
{
	struct phrase_rule *r = arena_alloc(l->rules->arena, sizeof *r);
	const struct ynode *unless = yaml_get(node, "unless");

	(void)rule;
	if (!scope_load(l, node, &r->scope) || !load_patterns(l, node, r) ||
		!load_words(l, yaml_get(node, "words"), r) ||
		!rule_load_list(l, node, "except", &r->except) ||
		!yaml_opt_bool(l->doc, node, "spaces", &r->spaces, l->err) ||
		!load_valid(l, node, r) || !load_mask(l, yaml_get(node, "mask"), r) ||
		!rule_load_template(l, node, "message", message_slots, &r->message))
		return NULL;
	if (unless && !(r->unless = rule_load_pattern_at(l, unless, NULL, NULL)))
		return NULL;
	if (r->n_patterns || r->n_words)
		return r;
	yaml_err(l->doc, node, l->err, _("there is neither a pattern nor a word to look for"));
	return NULL;
}

/* What the message quotes: cut where it is long, its middle starred where it must not be told. */
static char *quote_make(const struct looking *k, struct str text)
{
	size_t n = utf8_count(text), i = 0;
	struct buf out = {0};

	for (size_t at = 0; at < text.n; i++) {
		size_t from = at;
		bool hide = k->how->masked && i >= (size_t)k->how->mask[0] &&
			    i + (size_t)k->how->mask[1] < n;

		utf8_next(text, &at);
		if (i == QUOTE_MAX) {
			buf_adds(&out, "…");
			break;
		}
		buf_add(&out, hide ? STR("*") : str_slice(text, from, at));
	}
	char *quote = arena_cstr(k->c->arena, buf_str(&out));

	buf_free(&out);
	return quote;
}

static void phrase_tell(const struct looking *k, size_t from, size_t to, const char *right)
{
	static const struct form_words none = {{NULL, NULL}};
	const char *quote = quote_make(k, str_slice(k->fold->text, from, to));
	struct text_span span;
	struct finding f;
	struct slots s;

	fold_range(k->fold, from, to, &span.from, &span.to);
	span.from += k->para->span.from;
	span.to += k->para->span.from;
	finding_begin(&f, k->rule);
	f.own_mask = f.masked = k->how->masked;
	finding_span(k->c, &f, span);
	slots_init(&s, k->c->arena);
	slots_text(&s, "text", str_of(quote));
	slots_text(&s, "right", str_of(right));
	if (k->c->report->year)
		slots_dec(&s, "year", dec_of(k->c->report->year));
	finding_message(k->c, &f, &s, k->how->message, none);
	finding_end(k->c, &f, quote);
}

static void keep(struct looking *k, size_t from, size_t to, const char *right)
{
	*vec_push(&k->found) = (struct match){from, to, right};
}

static int compare_matches(const void *left, const void *right)
{
	const struct match *a = left, *b = right;

	if (a->from != b->from)
		return a->from < b->from ? -1 : 1;
	return (a->to < b->to) - (a->to > b->to);
}

/* Two patterns may see one slip, an address with what stands before it and without: of those that
 * overlap the longest is told. */
static void tell_all(struct looking *k)
{
	struct match *v = k->found.v;

	if (k->found.n > 1)
		qsort(v, k->found.n, sizeof *v, compare_matches);
	for (size_t i = 0, next; i < k->found.n; i = next) {
		struct match best = v[i];

		for (next = i + 1; next < k->found.n && v[next].from < best.to; next++)
			if (v[next].to - v[next].from > best.to - best.from)
				best = v[next];
		phrase_tell(k, best.from, best.to, best.right);
	}
	k->found.n = 0;
}

static bool is_valid(const struct phrase_rule *how, struct str text)
{
	return !how->valid || tests[how->valid - 1].holds(text);
}

/* Do words beside it say what it is, be it valid or not? */
static bool is_named(const struct pattern *p)
{
	size_t from, to;

	return pattern_group(p, "named", &from, &to) && to > from;
}

static void try_pattern(struct looking *k, struct pattern *p)
{
	struct str text = k->fold->text;
	size_t at = 0, from, to;

	if (!context_may(k->c, p, k->how->spaces) || !pattern_hinted(p, text, k->chars))
		return;
	while (at < text.n && pattern_find_in(p, text, at, k->chars)) {
		if (!pattern_group(p, "text", &from, &to))
			pattern_group(p, NULL, &from, &to);
		at = to > at ? to : at + 1;
		while (at < text.n && ((unsigned char)text.p[at] & 0xc0) == 0x80)
			at++;
		if (k->how->unless &&
			pattern_find_in(k->how->unless, str_slice(text, 0, to), 0, k->chars))
			continue;
		if (to == from)
			continue; /* a group `text` that took nothing */
		if (is_named(p) || is_valid(k->how, str_slice(text, from, to)))
			keep(k, from, to, "");
	}
}

/* Is the word there a part of one in which it is right? */
static bool is_excepted(const struct looking *k, size_t from, size_t to)
{
	for (size_t i = 0; i < k->how->except.n; i++) {
		struct str word = str_of(k->how->except.items[i]);
		size_t start = to > word.n ? to - word.n : 0, at;

		at = str_find(str_slice(k->fold->text, 0, from + word.n), word, start);
		if (at != STR_NONE && at <= from && at + word.n >= to)
			return true;
	}
	return false;
}

static void try_word(struct looking *k, const struct phrase_word *w)
{
	struct str wrong = str_of(w->wrong);

	if (!utf8_set_has(k->chars, utf8_set_place(utf8_next(wrong, &(size_t){0}))))
		return;
	for (size_t at = 0; (at = str_find(k->fold->text, wrong, at)) != STR_NONE; at += wrong.n) {
		if (!is_excepted(k, at, at + wrong.n))
			keep(k, at, at + wrong.n, w->right);
	}
}

static void phrase_run(struct rule_context *c, const struct rule *rule, const void *data)
{
	const struct phrase_rule *how = data;
	struct looking k = {.c = c, .rule = rule, .how = how};

	if (!scope_holds(c, rule, &how->scope))
		return;
	for (size_t i = 0; i < c->report->n_paras; i++) {
		k.para = &c->report->paras[i];
		k.fold = context_fold(c, i, how->spaces);
		if (!k.fold)
			break;
		k.chars = context_chars(c, i, how->spaces);
		for (size_t j = 0; j < how->n_patterns; j++)
			try_pattern(&k, how->patterns[j]);
		for (size_t j = 0; j < how->n_words; j++)
			try_word(&k, &how->words[j]);
		tell_all(&k);
	}
	vec_free(&k.found);
}

const struct rule_kind phrase_kind = {
	.name = "phrase",
	.keys = phrase_keys,
	.load = phrase_load,
	.run = phrase_run,
};

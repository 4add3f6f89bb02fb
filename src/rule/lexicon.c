/* The lexicon: loading it, and reading prose by it. */
#include "rule/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* So many characters of a name are looked at. */
#define NAME_MOST 16

/* The tag that says nothing, and is no bit. */
static const char plain_name[] = "plain";

static int by_text(const void *a, const void *b)
{
	return str_cmp(
		((const struct lexicon_word *)a)->text, ((const struct lexicon_word *)b)->text);
}

static size_t count_words(const struct ynode *map)
{
	size_t n = 0;

	for (size_t i = 0; i < map->n; i++)
		n += map->items[i]->kind == YAML_SEQ ? map->items[i]->n : 1;
	return n;
}

static void tag_add(struct tags *set, size_t tag)
{
	set->bits[tag / 64] |= (uint64_t)1 << tag % 64;
}

/* The tags that mean something to the reader, whatever the claims make of them. */
static struct tags *tag_known(struct lexicon *x, const char *name)
{
	if (!strcmp(name, "limit"))
		return &x->limit;
	if (!strcmp(name, "none"))
		return &x->none;
	if (!strcmp(name, "all"))
		return &x->all;
	if (!strcmp(name, "foreign"))
		return &x->foreign;
	return strcmp(name, "manner") ? NULL : &x->manner;
}

/* The words of the ith tag. */
static bool load_tag(struct rule_load *l, const struct ynode *map, size_t i, struct lexicon *x)
{
	const char *name = yaml_text(l->doc, map->keys[i]).p;
	struct tags *known = tag_known(x, name);
	struct form_list list;

	if (i >= TAGS_MOST)
		return yaml_err(l->doc, map, l->err, _("more than %d tags"), TAGS_MOST);
	x->names[x->n_names++] = name;
	if (known)
		tag_add(known, i);
	if (!rule_load_list(l, map, name, &list))
		return false;
	for (size_t j = 0; j < list.n; j++) {
		struct lexicon_word *word = &x->words[x->n++];

		word->text = str_of(list.items[j]);
		if (strcmp(name, plain_name))
			tag_add(&word->tags, i);
	}
	return true;
}

/* A word of two tags has both. */
static void join_words(struct lexicon *x)
{
	size_t n = 0;

	if (x->n)
		qsort(x->words, x->n, sizeof *x->words, by_text);
	for (size_t i = 0; i < x->n; i++) {
		if (n && str_eq(x->words[n - 1].text, x->words[i].text))
			tags_add(&x->words[n - 1].tags, &x->words[i].tags);
		else
			x->words[n++] = x->words[i];
	}
	x->n = n;
}

struct lexicon *lexicon_load(struct rule_load *l, const struct ynode *node, const char *key)
{
	const struct ynode *map = yaml_get(node, key);
	struct lexicon *x = arena_alloc(l->rules->arena, sizeof *x);

	if (!map)
		return x;
	if (!yaml_need_map(l->doc, map, l->err))
		return NULL;
	x->words = arena_alloc_array(l->rules->arena, count_words(map), sizeof *x->words);
	x->names = arena_alloc_array(l->rules->arena, map->n, sizeof *x->names);
	for (size_t i = 0; i < map->n; i++) {
		if (!load_tag(l, map, i, x))
			return NULL;
	}
	join_words(x);
	for (size_t i = 0; i < x->n; i++)
		x->longest = x->words[i].text.n > x->longest ? x->words[i].text.n : x->longest;
	return x;
}

bool lexicon_load_tags(struct rule_load *l, const struct lexicon *x, const struct ynode *map,
	const char *key, struct tags *out)
{
	struct form_list list;

	*out = (struct tags){0};
	if (!rule_load_list(l, map, key, &list))
		return false;
	for (size_t i = 0; i < list.n; i++) {
		size_t tag = 0;

		while (tag < x->n_names && strcmp(x->names[tag], list.items[i]))
			tag++;
		if (tag == x->n_names)
			return yaml_err(l->doc, map, l->err, _("no tag \"%s\""), list.items[i]);
		tag_add(out, tag);
	}
	return true;
}

/* The first word that is not before the text. */
static size_t find_place(const struct lexicon *x, struct str text)
{
	size_t low = 0, high = x->n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (str_cmp(x->words[mid].text, text) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The longest word that s has at `at`, NULL: none. All that begin like the character there stand
 * side by side. */
static const struct lexicon_word *word_at(
	const struct lexicon *x, struct str s, size_t at, size_t next)
{
	struct str head = str_slice(s, at, next);
	const struct lexicon_word *best = NULL;

	for (size_t i = find_place(x, head); i < x->n; i++) {
		struct str word = x->words[i].text;

		if (word.n < head.n || memcmp(word.p, head.p, head.n))
			break;
		if (word.n <= s.n - at && !memcmp(word.p, s.p + at, word.n))
			best = &x->words[i];
	}
	return best;
}

static void add_word(const struct lexicon_word *word, size_t at, struct gloss *out)
{
	struct tags tags = word->tags;

	tags_drop(&tags, &out->deaf);
	if (!tags_any(&tags))
		return;
	tags_add(&out->tags, &tags);
	if (out->from == out->to)
		out->from = out->to = at;
	if (at < out->from)
		out->from = at;
	if (at + word->text.n > out->to)
		out->to = at + word->text.n;
}

bool name_is_short_for(struct str name, struct str full)
{
	size_t at = 0;

	for (size_t i = 0; i < name.n;) {
		size_t from = i;

		utf8_next(name, &i);
		at = str_find(full, str_slice(name, from, i), at);
		if (at == STR_NONE)
			return false;
		at += i - from;
	}
	return true;
}

static bool is_letter(unsigned ch)
{
	return ch < 0x80 && (ch | 0x20) >= 'a' && (ch | 0x20) <= 'z';
}

/* Where the longest name of the agency that begins at `at` ends; `at`: none does. */
static size_t name_end(const struct own_name *own, struct str s, size_t at)
{
	size_t end = at, best = at;

	for (size_t i = 0; own->full.n && i < NAME_MOST && end < s.n; i++) {
		utf8_next(s, &end);
		if (!name_is_short_for(str_slice(s, at, end), own->full))
			break;
		if (i && word_list_before(own->ends, s, end))
			best = end;
	}
	return best;
}

/* The word at *at, the agency's name as one that says nothing, or NULL: a character that no word
 * has. Moves *at behind it. */
static const struct lexicon_word *next_word(
	const struct lexicon *x, const struct own_name *own, struct str text, size_t *at)
{
	static const struct lexicon_word name = {0};
	size_t next = *at, end;
	unsigned ch = utf8_next(text, &next);
	const struct lexicon_word *word = ch < 0x80 ? NULL : word_at(x, text, *at, next);

	end = ch < 0x80 ? *at : name_end(own, text, *at);
	if (end > *at && (!word || end > *at + word->text.n)) {
		*at = end;
		return &name;
	}
	*at = word ? *at + word->text.n : next;
	return word;
}

size_t lexicon_read_part(const struct lexicon *x, const struct own_name *own, struct str s,
	size_t from, size_t upto, size_t to, struct gloss *out)
{
	struct str text = str_slice(s, 0, to);
	size_t at = from;

	for (size_t begin; at < upto && at < text.n;) {
		begin = at;
		const struct lexicon_word *word = next_word(x, own, text, &at);

		bool known = word && !tags_meet(&word->tags, &x->foreign);

		if (known)
			add_word(word, begin, out);
		while (begin < at && !known) {
			unsigned ch = utf8_next(text, &begin);

			out->unknown += utf8_is_han(ch) || is_letter(ch);
		}
	}
	return at;
}

void lexicon_read(const struct lexicon *x, const struct own_name *own, struct str s, size_t from,
	size_t to, struct gloss *out)
{
	lexicon_read_part(x, own, s, from, to, to, out);
}

size_t lexicon_reach(const struct lexicon *x)
{
	return x->longest > NAME_MOST * UTF8_MOST ? x->longest : NAME_MOST * UTF8_MOST;
}

bool lexicon_find(const struct lexicon *x, const struct own_name *own, struct str s,
	struct text_span range, const struct tags *tags, struct text_span *out)
{
	struct str text = str_slice(s, 0, range.to);

	for (size_t at = range.from; at < text.n;) {
		out->from = at;
		const struct lexicon_word *word = next_word(x, own, text, &at);

		if (word && tags_meet(&word->tags, tags)) {
			out->to = at;
			return true;
		}
	}
	return false;
}

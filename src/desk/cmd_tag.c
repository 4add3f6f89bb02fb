/* Tags of annotations. */
#include <string.h>

#include "base/lang.h"
#include "desk/cmd.h"
#include "desk/grammar.h"

static size_t find_tag(const struct record *r, struct str tag)
{
	for (size_t i = 0; i < r->n_tags; i++)
		if (str_is(tag, r->tags[i]))
			return i;
	return STR_NONE;
}

static void add_tag(struct record *r, struct str tag)
{
	char **tags = mem_alloc_array(r->n_tags + 1, sizeof *tags);
	if (r->n_tags)
		memcpy(tags, r->tags, r->n_tags * sizeof *tags);
	tags[r->n_tags] = mem_strndup(tag.p, tag.n);
	free(r->tags);
	r->tags = tags;
	r->n_tags++;
}

static void drop_tag(struct record *r, size_t at)
{
	free(r->tags[at]);
	memmove(&r->tags[at], &r->tags[at + 1], (r->n_tags - at - 1) * sizeof *r->tags);
	r->n_tags--;
}

/* "+x" and "x" add one, "-x" takes one away. */
static void change_tag(struct record *r, struct str word)
{
	bool drop = word.p[0] == '-';
	struct str tag = drop || word.p[0] == '+' ? str_slice(word, 1, word.n) : word;
	size_t at = find_tag(r, tag);
	if (drop && at != STR_NONE)
		drop_tag(r, at);
	else if (!drop && at == STR_NONE && tag.n)
		add_tag(r, tag);
}

static void change_tags(struct record *r, struct str words)
{
	for (words = str_skip_blanks(words); words.n; words = str_skip_blanks(words)) {
		size_t n = 0;
		while (n < words.n && !str_blank(str_slice(words, n, words.n)))
			n++;
		change_tag(r, str_slice(words, 0, n));
		words = str_slice(words, n, words.n);
	}
}

static void tell(struct session *s, const struct record *r, bool changed)
{
	struct buf says = {0};
	for (size_t i = 0; i < r->n_tags; i++)
		buf_addf(&says, " #%s", r->tags[i]);
	reply_set(s, TONE_INFO, changed ? _("annotation %s:%s") : _("annotation %s:%s, as before"),
		r->key, says.n ? says.p : _(" no tags"));
	buf_free(&says);
}

bool cmd_tag(struct session *s, const struct command_args *a, struct err *err)
{
	struct record r = {0};
	const struct record *found = annotation_named(s, a->arg[0], err);
	if (!found)
		return false;
	record_copy(&r, found);
	change_tags(&r, a->arg[1]);
	bool changed = review_apply(s->review, RECORD_ANNOTATION, r.key, &r);
	tell(s, &r, changed);
	record_clear(&r);
	return true;
}

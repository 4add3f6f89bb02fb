/* Annotated words: pointing at a run of text so that it is found again, after the W3C Web
 * Annotation selectors (TextPositionSelector first, then TextQuoteSelector). */
#include <string.h>

#include "base/utf8.h"
#include "review/model.h"

#define CONTEXT 32 /* code points kept on each side */

static char *copy_str(struct str s)
{
	return mem_strndup(s.p ? s.p : "", s.n);
}

void review_target_text(struct record *annotation, const struct report *r, struct text_span span)
{
	struct str text = doc_text(r->doc);
	size_t from = span.from, to = span.to;

	for (unsigned i = 0; i < CONTEXT && from > 0; i++)
		from = utf8_prev(text, from);
	for (unsigned i = 0; i < CONTEXT && to < text.n; i++)
		utf8_next(text, &to);
	annotation->target = TARGET_TEXT;
	annotation->text.exact = copy_str(str_slice(text, span.from, span.to));
	annotation->text.prefix = copy_str(str_slice(text, from, span.from));
	annotation->text.suffix = copy_str(str_slice(text, span.to, to));
	annotation->text.span = doc_disk(r->doc, span);
}

static size_t char_start(struct str text, size_t at)
{
	while (at > 0 && at < text.n && ((unsigned char)text.p[at] & 0xc0) == 0x80)
		at--;
	return at;
}

static size_t disk_of(const struct doc *d, size_t at)
{
	size_t next = at;

	if (at < doc_text(d).n)
		utf8_next(doc_text(d), &next);
	return doc_disk(d, (struct text_span){at, next}).from;
}

/* The first character whose disk bytes begin at or behind `disk`: text is put in the source's
 * order. */
static size_t text_of_disk(const struct doc *d, size_t disk)
{
	struct str text = doc_text(d);
	size_t low = 0, high = text.n;

	while (low < high) {
		size_t mid = char_start(text, low + (high - low) / 2);

		if (disk_of(d, mid) >= disk) {
			high = mid;
			continue;
		}
		low = mid;
		utf8_next(text, &low);
	}
	return low;
}

static bool stands_at(struct str text, size_t at, struct str words)
{
	return at <= text.n && text.n - at >= words.n && memcmp(text.p + at, words.p, words.n) == 0;
}

/* How many bytes of context agree: backwards before the quote, forwards behind it. */
static size_t agreement(struct str text, struct text_span at, struct str prefix, struct str suffix)
{
	size_t before = 0, behind = 0;

	while (before < prefix.n && before < at.from &&
		prefix.p[prefix.n - 1 - before] == text.p[at.from - 1 - before])
		before++;
	while (behind < suffix.n && at.to + behind < text.n &&
		suffix.p[behind] == text.p[at.to + behind])
		behind++;
	return before + behind;
}

static size_t distance(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

/* The quote whose context agrees best; among equals the one nearest to where it was. A quote that
 * stands in several places, but not where it was and nowhere with any of its context, is lost. */
static struct text_span find_quote(const struct text_target *t, struct str text, size_t was)
{
	struct str exact = str_of(t->exact), prefix = str_of(t->prefix), suffix = str_of(t->suffix);
	struct text_span best = {0};
	size_t best_score = 0, hits = 0;

	for (size_t at = 0; (at = str_find(text, exact, at)) != STR_NONE; at++) {
		struct text_span here = {at, at + exact.n};
		size_t score = agreement(text, here, prefix, suffix);

		if (hits++ == 0 || score > best_score ||
			(score == best_score && distance(at, was) < distance(best.from, was))) {
			best = here;
			best_score = score;
		}
	}
	if (hits > 1 && best.from != was && best_score == 0 && prefix.n + suffix.n > 0)
		return (struct text_span){0};
	return best;
}

static struct text_span locate_text(const struct text_target *t, const struct report *r)
{
	struct str text = doc_text(r->doc), exact = str_of(t->exact);
	size_t was = text_of_disk(r->doc, t->span.from);

	if (exact.n == 0)
		return (struct text_span){0};
	/* In an edited text the same short words may by chance stand at the old place: not with the
	 * old words around them, though. */
	struct text_span there = {was, was + exact.n};
	struct str prefix = str_of(t->prefix), suffix = str_of(t->suffix);

	if (stands_at(text, was, exact) &&
		agreement(text, there, prefix, suffix) == prefix.n + suffix.n)
		return there;
	return find_quote(t, text, was);
}

static struct text_span locate_cell(const char *name, const struct report *r)
{
	size_t i = report_cell_find(r, str_of(name));

	if (i == STR_NONE)
		return (struct text_span){0};
	const struct cell *c = &r->cells[i];

	if (!text_span_empty(c->span))
		return c->span;
	return text_span_empty(c->whole) ? c->label : c->whole;
}

struct text_span review_locate(const struct record *annotation, const struct report *r)
{
	switch (annotation->target) {
	case TARGET_TEXT:
		return locate_text(&annotation->text, r);
	case TARGET_CELL:
		return locate_cell(annotation->target_name, r);
	case TARGET_FINDING:
		break;
	}
	return (struct text_span){0};
}

/* The report's paragraphs folded, once for all rules of a check. */
#include "rule/context.h"

#include <limits.h>

#include "base/fold.h"

/* What goes on for more bytes than this is no report's prose; a paragraph weighs so much more than
 * its own. */
#define FOLDS_MOST ((size_t)1 << 20)
#define PARA_WEIGHT 32

/* Of a pattern that may match in a paragraph. */
#define MAY UINT_MAX

struct folds {
	struct fold *v[2]; /* without white space, with it; by paragraph */
	struct utf8_set *chars[2];
	bool *made[2];
	size_t n, seen[2];
	struct texts_have have[2]; /* all that were made */
	unsigned n_made[2];
	unsigned *lacked[2]; /* by pattern: by so many made it could not match in any of them, or
				MAY */
};

const struct fold *context_fold(struct rule_context *c, size_t para, bool spaces)
{
	struct folds *f = c->folds;
	struct text_span span = c->report->paras[para].span;

	if (!f) {
		f = c->folds = mem_alloc(sizeof *f);
		f->n = c->report->n_paras;
		for (size_t i = 0; i < 2; i++) {
			f->v[i] = mem_alloc_array(f->n + 1, sizeof *f->v[i]);
			f->chars[i] = mem_alloc_array(f->n + 1, sizeof *f->chars[i]);
			f->made[i] = mem_alloc_array(f->n + 1, sizeof *f->made[i]);
			f->lacked[i] =
				mem_alloc_array(c->rules->patterns.n + 1, sizeof *f->lacked[i]);
		}
	}
	if (f->made[spaces][para])
		return &f->v[spaces][para];
	f->seen[spaces] += span.to - span.from + PARA_WEIGHT;
	if (f->seen[spaces] > FOLDS_MOST)
		return NULL;
	fold_make(&f->v[spaces][para], doc_str(c->report->doc, span),
		spaces ? FOLD_PLAIN : FOLD_SPACE);
	f->chars[spaces][para] = utf8_set_of(f->v[spaces][para].text);
	pairs_add(&f->have[spaces].pairs, f->v[spaces][para].text);
	utf8_set_add(&f->have[spaces].chars, &f->chars[spaces][para]);
	f->n_made[spaces]++;
	f->made[spaces][para] = true;
	return &f->v[spaces][para];
}

const struct utf8_set *context_chars(const struct rule_context *c, size_t para, bool spaces)
{
	return &c->folds->chars[spaces][para];
}

bool context_may(const struct rule_context *c, const struct pattern *p, bool spaces)
{
	struct folds *f = c->folds;
	unsigned *lacked = &f->lacked[spaces][p->number];

	if (*lacked != MAY && *lacked != f->n_made[spaces])
		*lacked = pattern_may_among(p, &f->have[spaces]) ? MAY : f->n_made[spaces];
	return *lacked == MAY;
}

bool context_find(const struct rule_context *c, const struct pattern *p, size_t para, size_t from)
{
	return context_may(c, p, false) && pattern_find_in(p, c->folds->v[false][para].text, from,
						   &c->folds->chars[false][para]);
}

void folds_free(struct folds *f)
{
	if (!f)
		return;
	for (size_t i = 0; i < 2; i++) {
		for (size_t j = 0; j < f->n; j++) {
			if (f->made[i][j])
				fold_free(&f->v[i][j]);
		}
		free(f->v[i]);
		free(f->chars[i]);
		free(f->made[i]);
		free(f->lacked[i]);
	}
	free(f);
}

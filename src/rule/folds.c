/* The report's paragraphs folded, once for all rules of a check. */
#include "rule/context.h"

#include "base/fold.h"

/* What goes on for more bytes than this is no report's prose; a paragraph weighs so much more than
 * its own. */
#define FOLDS_MOST ((size_t)1 << 20)
#define PARA_WEIGHT 32

struct folds {
	struct fold *v[2]; /* without white space, with it; by paragraph */
	struct utf8_set *chars[2];
	bool *made[2];
	size_t n, seen[2];
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
	f->made[spaces][para] = true;
	return &f->v[spaces][para];
}

const struct utf8_set *context_chars(const struct rule_context *c, size_t para, bool spaces)
{
	return &c->folds->chars[spaces][para];
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
	}
	free(f);
}

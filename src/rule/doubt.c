/* Cells in doubt, as a finding that rests on them tells it. */
#include "rule/doubt.h"

#include "rule/message.h"

/* The cells named of those that share a doubt. */
#define CELLS_NAMED 3

/* The cells in doubt for that reason. */
static struct form_words doubt_words(
	struct rule_context *c, const size_t *of, size_t n_of, const struct form_words *why)
{
	size_t *cells = arena_alloc_array(c->arena, n_of, sizeof *cells), n = 0;
	struct slots s;

	for (size_t i = 0; i < n_of; i++)
		if (context_is_doubtful(c, of[i]) && c->report->cells[of[i]].why == why)
			cells[n++] = of[i];
	slots_init(&s, c->arena);
	slots_words(&s, "cells", context_cells_words(c, cells, n, CELLS_NAMED));
	slots_words(&s, "why", *why);
	return context_word(c, WORD_DOUBT, &s);
}

bool doubt_tell(struct rule_context *c, const size_t *of, size_t n_of, struct finding *f)
{
	static const struct form_words then = {{"; ", "；"}};
	struct form_words all = {{NULL, NULL}};
	bool any = false;

	for (size_t i = 0; i < n_of; i++) {
		const struct form_words *why = c->report->cells[of[i]].why;
		bool told = false;

		if (!context_is_doubtful(c, of[i]))
			continue;
		any = true;
		f->cause = CAUSE_EXTRACTION;
		for (size_t k = 0; k < i; k++)
			told |= context_is_doubtful(c, of[k]) && c->report->cells[of[k]].why == why;
		if (told || !why)
			continue;
		struct form_words one = doubt_words(c, of, n_of, why);

		all = all.text[0] ? words_join(c, words_join(c, all, then), one) : one;
	}
	for (enum lang l = LANG_EN; l <= LANG_ZH && all.text[0]; l++)
		f->reading[l] = arena_cstr(c->arena, str_of(all.text[l]));
	return any;
}

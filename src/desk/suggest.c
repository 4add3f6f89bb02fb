/* Suggestions for the current finding. */
#include "desk/suggest.h"

#include <stdio.h>
#include <string.h>

#include "base/lang.h"

static struct repair_list list_of(const struct session *s)
{
	if (s->place.finding >= s->check.n_findings)
		return (struct repair_list){0};
	return repairs_parts(&s->repairs, s->place.finding);
}

size_t suggest_count(const struct session *s)
{
	return list_of(s).n;
}

size_t suggest_index(const struct session *s)
{
	struct repair_list l = list_of(s);

	if (l.n == 0 || s->suggestion.index >= l.n ||
		strcmp(s->suggestion.finding, s->check.findings[s->place.finding].id) != 0)
		return 0;
	return s->suggestion.index;
}

const struct repair *suggest_shown(const struct session *s)
{
	struct repair_list l = list_of(s);

	return l.n ? l.v[suggest_index(s)] : NULL;
}

void suggest_show(struct session *s, size_t index)
{
	const struct finding *f = &s->check.findings[s->place.finding];

	memcpy(s->suggestion.finding, f->id, sizeof s->suggestion.finding);
	s->suggestion.index = index;
}

void suggest_words(const struct session *s, struct buf *out)
{
	struct repair_list l = list_of(s);
	const struct repair *r = suggest_shown(s);

	if (!r)
		return;
	repair_words(r, s->report, &s->check, lang_now(), out);
	buf_addf(out, _("; %s"), sure_words(r->sure, lang_now()));
	if (l.n > 1)
		buf_addf(out, _(", %zu of %zu"), suggest_index(s) + 1, l.n);
	if (l.bounded)
		buf_adds(out, _(" (the search was stopped: there may be others)"));
	if (l.withheld)
		buf_addf(out,
			ngettext(" (%zu more would contradict the text)",
				" (%zu more would contradict the text)", l.withheld),
			l.withheld);
}

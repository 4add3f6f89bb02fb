/* The kind `claim`: whose number it is by the area that the sentence names.
 *
 * 全县共作出行政处罚决定5件 is the county's own in the report of its government, and another's
 * figure in that of one of its offices or towns. */
#include "rule/claim.h"

/* The area whose government the report's agency is: its name without what names the seat. */
static struct str area_of_report(const struct claim_reader *r)
{
	struct str name = str_of(r->c->report->agency_text);

	return str_slice(name, 0, name.n - word_list_before(&r->how->seats, name, name.n));
}

static bool is_own(struct str area, struct str name)
{
	return name.n <= area.n && str_eq(str_slice(area, area.n - name.n, area.n), name);
}

/* The area named last up to the end of the clause, and which of its organs; empty: none is, or the
 * agency itself. */
struct area {
	struct str name, organs;
};

static struct area last_area(const struct claim_reader *r)
{
	struct str text = str_slice(r->p->shadow, r->p->sentences[r->cl->sentence].from, r->cl->to);
	struct area last = {0};
	size_t at = 0, from, to;

	while (r->how->area && at < text.n && pattern_find(r->how->area, text, at)) {
		pattern_group(r->how->area, NULL, &from, &at);
		last = (struct area){0};
		if (pattern_group(r->how->area, "s", &from, &to))
			last.name = str_slice(text, from, to);
		if (pattern_group(r->how->area, "organs", &from, &to))
			last.organs = str_slice(text, from, to);
	}
	return last;
}

bool claim_is_elsewhere(const struct claim_reader *r)
{
	struct area area = last_area(r);

	return area.name.n && !is_own(area_of_report(r), area.name);
}

bool claim_is_wider(const struct claim_reader *r)
{
	struct area area = last_area(r);
	struct str own = area_of_report(r);

	return own.n && area.name.n && !is_own(own, area.name) &&
	       !(area.organs.n && str_find(own, area.organs, 0) != STR_NONE);
}

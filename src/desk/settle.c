/* What a change of the review did to the findings. */
#include <string.h>

#include "base/lang.h"
#include "desk/cmd.h"

struct before before_change(const struct session *s)
{
	struct before b = {.n = s->check.n_findings};
	b.ids = mem_alloc_array(b.n ? b.n : 1, sizeof *b.ids);
	for (size_t i = 0; i < b.n; i++)
		memcpy(b.ids[i], s->check.findings[i].id, sizeof *b.ids);
	return b;
}

static bool was_there(const struct before *b, const char *id)
{
	for (size_t i = 0; i < b->n; i++)
		if (strcmp(b->ids[i], id) == 0)
			return true;
	return false;
}

void after_change(struct session *s, struct before *b, struct buf *out)
{
	size_t settled = 0, fresh = 0;
	session_refresh(s);
	for (size_t i = 0; i < b->n; i++)
		settled += !check_find(&s->check, b->ids[i]);
	for (size_t i = 0; i < s->check.n_findings; i++)
		fresh += !was_there(b, s->check.findings[i].id);
	buf_addf(out, ngettext("%zu finding settled", "%zu findings settled", settled), settled);
	buf_addf(out, _(", %zu new, %zu open"), fresh, session_open_findings(s));
	free(b->ids);
	*b = (struct before){.n = 0};
}

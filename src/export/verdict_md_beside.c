/* What findings of the verdict in Markdown look at in other reports. */
#include "export/markdown.h"
#include "export/verdict.h"

#define FILES_MAX 6 /* children told of one finding where none explains it */
#define LINES_MAX 6 /* places told of one report */

static void put_place(const struct verdict_view *v, const struct beside_file *file,
	struct text_span span, struct buf *out)
{
	bool last = file->role == BESIDE_PREVIOUS;

	verdict_md_item(v, last ? WORD_LAST_REPORT : WORD_CHILD_REPORT, out);
	md_code(out, str_of(file->name), false);
	verdict_put_count(v, WORD_OTHER_LINE, verdict_line(file->report, span), out);
	verdict_md_context(file->report, span, out);
}

static bool explained(const struct finding *f)
{
	for (size_t i = 0; i < f->n_beside; i++)
		if (f->beside[i].explains)
			return true;
	return false;
}

void verdict_md_beside(const struct verdict_view *v, const struct finding *f, struct buf *out)
{
	bool one = explained(f);
	size_t files = 0;

	if (f->n_beside)
		buf_addc(out, '\n');
	for (size_t i = 0; i < f->n_beside && files < FILES_MAX; i++) {
		const struct finding_beside *b = &f->beside[i];

		if (one && !b->explains)
			continue;
		files++;
		for (size_t k = 0; k < b->n_spans && k < LINES_MAX; k++)
			put_place(v, beside_file_of(v->in->beside, b), b->spans[k], out);
	}
}

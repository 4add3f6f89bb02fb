/* A finding across reports in two lines. */
#include "desk/beside_words.h"

#include "base/lang.h"
#include "base/utf8.h"

#define BEFORE 12 /* code points shown before what the finding is about */
#define LENGTH 30 /* and of it and behind it */

/* White space is one blank. */
static void put_text(struct str text, struct buf *out)
{
	for (size_t at = 0; at < text.n;) {
		size_t from = at;
		unsigned ch = utf8_next(text, &at);

		if (ch > ' ' && ch != 0x3000)
			buf_add(out, str_slice(text, from, at));
		else if (out->n && out->p[out->n - 1] != ' ')
			buf_addc(out, ' ');
	}
}

static void quote(const struct report *r, struct text_span span, struct buf *out)
{
	struct str text = doc_text(r->doc);
	struct text_span line = doc_line(r->doc, doc_line_at(r->doc, span.from));
	size_t from = span.from, to = span.from, n = 0, past;

	for (size_t i = 0; i < BEFORE && from > line.from; i++)
		from = utf8_prev(text, from);
	for (; n < LENGTH && to < span.to; n++)
		utf8_next(text, &to);
	past = to;
	for (; n < LENGTH && past < line.to; n++)
		utf8_next(text, &past);
	buf_adds(out, from > line.from ? "…" : "");
	put_text(str_slice(text, from, span.from), out);
	buf_addc(out, '[');
	put_text(str_slice(text, span.from, to), out);
	buf_adds(out, to < span.to ? "…" : "");
	buf_addc(out, ']');
	put_text(str_slice(text, to, past), out);
	buf_adds(out, past < line.to && to == span.to ? "…" : "");
}

/* Of several children the one that explains the difference; NULL where none does. */
static const struct finding_beside *telling(const struct finding *f)
{
	for (size_t i = 0; i < f->n_beside; i++)
		if (f->beside[i].explains)
			return &f->beside[i];
	return f->n_beside == 1 ? &f->beside[0] : NULL;
}

bool beside_words(
	const struct session *s, const struct finding *f, struct buf *here, struct buf *there)
{
	const struct finding_beside *b = telling(f);

	if (!b || !b->n_spans || !f->n_spans)
		return false;
	const struct beside_file *file = beside_file_of(s->beside, b);

	buf_addf(here, _("this report, line %zu: "), f->line);
	quote(s->report, f->spans[0], here);
	buf_addf(there, _("%s, line %zu: "), file->name, b->line);
	quote(file->report, b->spans[0], there);
	return true;
}

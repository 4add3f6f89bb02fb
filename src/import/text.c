/* Plain text: decoded, cut into lines, and what looks like a table put as a grid. Every line with
 * more than white space on it ends up in just one block, a page mark amid a table's lines in its
 * grid. */
#include "import/text.h"

#include "base/lang.h"
#include "import/decode.h"
#include "import/layout.h"

/* Those that know a notation by its own signs: what they find is no other reader's, who might begin
 * a table on the lines before. */
static const struct layout_reader *const notations[] = {
	&layout_objects,
	&layout_arrays,
	&layout_latex,
	&layout_wiki,
	&layout_asciidoc,
	&layout_items,
	&layout_named,
	&layout_paths,
};

/* In the order they are asked: the surer the sign, the earlier. */
static const struct layout_reader *const readers[] = {
	&layout_drawn,
	&layout_boxes,
	&layout_between,
	&layout_pipes,
	&layout_ruled,
	&layout_fields,
	&layout_records,
	&layout_tabs,
	&layout_lines,
	&layout_marks,
	&layout_words,
	&layout_spaces,
	&layout_bare,
};

enum {
	READERS = sizeof readers / sizeof readers[0],
	NOTATIONS = sizeof notations / sizeof notations[0],
};

/* Readers, and for each the line before which it is no use asking it. */
struct asking {
	const struct layout_reader *const *readers;
	size_t n, asked[READERS + NOTATIONS];
};

struct walk {
	struct layout *l;
	struct asking all, notations;
	unsigned page;	/* 0 where no form feed is in the text */
	size_t dropped; /* so many of the dropped marks are put, or within a grid */
};

/* The dropped marks that stand before `to`. */
static void put_dropped(struct walk *w, size_t to, bool within)
{
	for (; w->dropped < w->l->dropped.n && w->l->dropped.v[w->dropped].from < to; w->dropped++)
		if (!within)
			sink_mark(w->l->d, w->l->dropped.v[w->dropped]);
}

static void put_line(struct walk *w, size_t line)
{
	const struct layout_line *v = &w->l->lines.v[line];
	struct text_span span = {v->from, v->to};

	put_dropped(w, v->from, false);
	if (v->flags & LINE_FEED)
		sink_page(w->l->d, ++w->page);
	if (v->flags & LINE_MARK)
		sink_mark(w->l->d, span);
	else
		sink_para(w->l->d, span);
}

/* The reader that claims lines from `at` on, NULL where they are a paragraph. */
static const struct layout_reader *reader_find(
	const struct layout *l, struct asking *a, size_t at, struct layout_run *run)
{
	for (size_t i = 0; i < a->n; i++) {
		if (at < a->asked[i])
			continue;
		*run = (struct layout_run){.from = at};
		if (a->readers[i]->find(l, at, run))
			return a->readers[i];
		a->asked[i] = run->to;
	}
	return NULL;
}

/* The readers end a run where a table would grow beyond all bounds: nothing is to be left out in
 * silence. */
static bool is_bounded(const struct layout *l, const struct layout_run *run, struct err *err)
{
	if (run->to - run->from > LAYOUT_ROWS_TOLD)
		return err_set(
			err, ERR_LIMIT, _("a table has more than %zu lines"), LAYOUT_ROWS_TOLD);
	if (l->cells_left < LAYOUT_COLS_MAX)
		return err_set(err, ERR_LIMIT, _("it has more table cells than any report"));
	return true;
}

static bool put_grid(struct walk *w, const struct layout_reader *reader,
	const struct layout_run *run, struct err *err)
{
	struct doc *d = w->l->d;
	const struct layout_line *v = w->l->lines.v;

	put_dropped(w, v[run->from].from, false);
	put_dropped(w, v[run->to - 1].to, true);
	sink_grid_begin(d, reader->name);
	reader->read(w->l, run);
	if (w->l->quoted)
		sink_unquote(d);
	w->l->cells_left -=
		sink_grid_end(d, (struct text_span){v[run->from].from, v[run->to - 1].to});
	return is_bounded(w->l, run, err);
}

/* The lines up to `to`, none of which is a notation's. */
static bool put_stretch(struct walk *w, size_t at, size_t to, struct err *err)
{
	size_t lines = w->l->lines.n;
	bool good = true;

	w->l->lines.n = to;
	while (at < to && good) {
		struct layout_run run;
		const struct layout_reader *reader = reader_find(w->l, &w->all, at, &run);

		if (!reader) {
			put_line(w, at++);
			continue;
		}
		while (at < run.from)
			put_line(w, at++);
		good = put_grid(w, reader, &run, err);
		at = run.to;
	}
	w->l->lines.n = lines;
	return good;
}

static bool put_blocks(struct layout *l, struct err *err)
{
	struct walk w = {
		.l = l, .all = {readers, READERS, {0}}, .notations = {notations, NOTATIONS, {0}}};
	size_t from = 0;

	for (size_t i = 0; i < l->lines.n && !w.page; i++)
		w.page = line_is(l, i, LINE_FEED);
	if (w.page)
		sink_page(l->d, w.page);
	for (size_t at = 0; at < l->lines.n;) {
		struct layout_run run;
		const struct layout_reader *reader = reader_find(l, &w.notations, at, &run);

		if (!reader) {
			at++;
			continue;
		}
		if (!put_stretch(&w, from, run.from, err) || !put_grid(&w, reader, &run, err))
			return false;
		from = at = run.to;
	}
	if (!put_stretch(&w, from, l->lines.n, err))
		return false;
	put_dropped(&w, doc_text(l->d).n, false);
	return true;
}

bool text_put_lines(struct doc *d, struct text_span span, size_t *cells_left, struct err *err)
{
	struct layout l;
	bool good = layout_init(&l, d, span, *cells_left, err) && put_blocks(&l, err);

	*cells_left = l.cells_left;
	layout_free(&l);
	return good;
}

bool import_text(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err)
{
	size_t cells_left = LAYOUT_CELLS_MAX;

	if (!decode_text(d, bytes, options->encoding, err))
		return false;
	sink_keeps_lines(d);
	return text_put_lines(d, (struct text_span){0, doc_text(d).n}, &cells_left, err);
}

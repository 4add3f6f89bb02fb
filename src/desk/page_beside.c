/* The page that shows a finding across reports: what this one says and what the other says, side by
 * side where there is room, else one above the other. Lines that the finding is about are marked,
 * and its numbers bracketed, as in the panes. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/lang.h"
#include "base/utf8.h"
#include "desk/differ.h"
#include "desk/page.h"
#include "desk/words.h"

#define SIDE_COLUMNS 28	  /* of a side at least; else they stand one above the other */
#define NUMBER_COLUMNS 6  /* a mark, the line's number, a blank */
#define AROUND 1	  /* lines shown before and behind what is short */
#define SHORT_MAX 60	  /* bytes of a quotation that has lines around it, and brackets */
#define CHILDREN_MAX 3	  /* reports below whose lines are shown */
#define PLAIN_COLUMNS 100 /* where no screen says how many there are */

struct side {
	const struct session *s;
	size_t columns;
	VEC(char *) lines;
};

static char **add_line(struct side *side)
{
	return vec_push(&side->lines);
}

/* Words, folded to the side's columns behind `head`, which stands before the first line alone. */
static void put_words(struct side *side, const char *head, struct str words)
{
	size_t room = side->columns - NUMBER_COLUMNS;

	do {
		size_t n = page_fits(words, room, side->s->options.ambiguous);
		struct buf line = {0};

		page_pad(side->s, &line, str_of(head), NUMBER_COLUMNS - 1);
		buf_add(&line, str_slice(words, 0, n));
		*add_line(side) = buf_take(&line);
		words = str_trim(str_slice(words, n, words.n));
		head = str_starts(str_of(head), "▌") ? "▌" : "";
	} while (words.n);
}

static void put_heading(struct side *side, const char *what, const char *file)
{
	struct buf line = {0};

	buf_addf(&line, "%s  %s", what, file);
	struct str text = buf_str(&line);

	text.n = page_fits(text, side->columns, side->s->options.ambiguous);
	*add_line(side) = mem_strndup(text.p, text.n);
	buf_free(&line);
}

/* What is quoted of a report, and which of it stands in brackets. */
struct quoted {
	const struct report *r;
	const struct text_span *spans;
	size_t n;
	VEC(struct text_span) bracketed;
};

/* Is there more in the lines of the span than the span? */
static bool is_part(const struct report *r, struct text_span span)
{
	struct text_span first = doc_line(r->doc, doc_line_at(r->doc, span.from));
	struct text_span last = doc_line(r->doc, doc_line_at(r->doc, span.to - 1));
	struct str before = doc_str(r->doc, (struct text_span){first.from, span.from});
	struct str behind = doc_str(r->doc, (struct text_span){span.to, last.to});

	return str_trim(before).n > 0 || str_trim(behind).n > 0;
}

/* A number, a few words, a sentence among others. */
static void bracket_parts_of_lines(struct quoted *q)
{
	for (size_t i = 0; i < q->n; i++)
		if (q->spans[i].to > q->spans[i].from &&
			(q->spans[i].to - q->spans[i].from <= SHORT_MAX ||
				is_part(q->r, q->spans[i])))
			*vec_push(&q->bracketed) = q->spans[i];
}

static void bracket_parts(struct quoted *q, const struct text_span *parts, size_t n)
{
	size_t from = q->spans[0].from;

	for (size_t i = 0; i < n; i++)
		*vec_push(&q->bracketed) =
			(struct text_span){from + parts[i].from, from + parts[i].to};
}

/* Of one passage held against another what differs; else what is short. Whether it was the first.
 */
static bool choose_brackets(struct quoted *a, struct quoted *b)
{
	struct differences d = {0};

	if (a->n == 1 && b->n == 1)
		differ_find(&d, doc_str(a->r->doc, a->spans[0]), doc_str(b->r->doc, b->spans[0]));
	bool differ = d.left.n + d.right.n > 0;

	if (differ) {
		bracket_parts(a, d.left.v, d.left.n);
		bracket_parts(b, d.right.v, d.right.n);
	} else {
		bracket_parts_of_lines(a);
		bracket_parts_of_lines(b);
	}
	differ_free(&d);
	return differ;
}

/* The text with blanks for what would break a line. */
static void put_bracketed(const struct quoted *q, struct text_span line, struct buf *out)
{
	struct str text = doc_text(q->r->doc);

	for (size_t at = line.from; at <= line.to; at++) {
		for (size_t i = 0; i < q->bracketed.n; i++) {
			if (q->bracketed.v[i].to == at)
				buf_addc(out, ']');
			if (q->bracketed.v[i].from == at)
				buf_addc(out, '[');
		}
		if (at < line.to)
			buf_addc(out, (unsigned char)text.p[at] < ' ' ? ' ' : text.p[at]);
	}
}

static bool touches(struct text_span line, const struct quoted *q)
{
	for (size_t i = 0; i < q->n; i++)
		if (q->spans[i].from <= line.to && q->spans[i].to > line.from)
			return true;
	return false;
}

static void put_line(struct side *side, const struct quoted *q, size_t line)
{
	struct text_span at = doc_line(q->r->doc, line);
	struct buf words = {0};
	char head[32];

	put_bracketed(q, at, &words);
	snprintf(head, sizeof head, "%s%4zu", touches(at, q) ? "▌" : " ",
		doc_source_line(q->r->doc, at.from));
	put_words(side, head, str_trim(buf_str(&words)));
	buf_free(&words);
}

/* The lines of the spans, with some around those that are short; "⋮" where lines are left out. */
static void put_quoted(struct side *side, const struct quoted *q)
{
	size_t next = 0, count = doc_line_count(q->r->doc);

	for (size_t i = 0; i < q->n; i++) {
		size_t around = q->spans[i].to - q->spans[i].from > SHORT_MAX ? 0 : AROUND;
		size_t from = doc_line_at(q->r->doc, q->spans[i].from);
		size_t to = doc_line_at(q->r->doc, q->spans[i].to - 1) + around;

		from = from > around ? from - around : 0;
		if (next && from > next)
			put_words(side, "   ⋮", STR(""));
		from = from > next || !next ? from : next;
		for (size_t line = from; line <= to && line < count; line++)
			put_line(side, q, line);
		next = to + 1;
	}
}

/* 表三 · 上年结转·自然人：3 */
static void put_cell(struct side *side, const struct report *r, size_t cell, const char *mark)
{
	const struct cell *c = &r->cells[cell];
	struct buf words = {0};

	form_cell_brief(c->def, lang_now(), &words);
	buf_adds(&words, lang_now() == LANG_ZH ? "：" : ": ");
	words_value(c->state == CELL_MISSING ? STR("") : doc_str(r->doc, c->span), &words);
	put_words(side, mark, buf_str(&words));
	buf_free(&words);
}

static void put_cells(struct side *side, const struct report *r, const size_t *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		put_cell(side, r, cells[i], "");
}

static const char *child_name(const struct beside_file *file)
{
	return file->report->agency_text ? file->report->agency_text : path_base(file->name);
}

/* One child a line, with its number. */
static void put_child(struct side *side, const struct finding_beside *b)
{
	const struct beside_file *file = beside_file_of(side->s->beside, b);
	const struct report *r = file->report;
	struct buf words = {0};

	buf_addf(&words, "%s ", child_name(file));
	for (size_t i = 0; i < b->n_cells; i++) {
		const struct cell *c = &r->cells[b->cells[i]];

		words_value(c->state == CELL_MISSING ? STR("") : doc_str(r->doc, c->span), &words);
	}
	if (b->line)
		buf_addf(&words, _(" (line %zu)"), b->line);
	put_words(side, b->explains ? "▌" : "", buf_str(&words));
	buf_free(&words);
}

/* What they come to, under their numbers. */
static void put_sum(struct side *side, const struct finding *f)
{
	char number[DEC_TEXT_MAX];
	struct buf words = {0};

	if (!f->has_numbers)
		return;
	dec_str(f->actual, number);
	buf_addf(&words, _("together %s"), number);
	put_words(side, "", buf_str(&words));
	buf_free(&words);
}

static void put_children(struct side *side, const struct finding *f)
{
	size_t shown = 0;

	put_heading(side, _("reports below"), "");
	for (size_t i = 0; i < f->n_beside; i++)
		put_child(side, &f->beside[i]);
	put_sum(side, f);
	for (size_t i = 0; i < f->n_beside; i++) {
		const struct finding_beside *b = &f->beside[i];
		const struct beside_file *file = beside_file_of(side->s->beside, b);

		if ((!b->explains && f->n_beside > CHILDREN_MAX) || shown++ >= CHILDREN_MAX)
			continue;
		*add_line(side) = mem_strdup("");
		put_heading(side, child_name(file), file->name);
		struct quoted q = {.r = file->report, .spans = b->spans, .n = b->n_spans};

		bracket_parts_of_lines(&q);
		put_quoted(side, &q);
		vec_free(&q.bracketed);
	}
}

static void put_last(struct side *side, const struct finding *f, const struct quoted *q)
{
	const struct finding_beside *b = &f->beside[0];

	put_heading(side, _("last year's report"), beside_file_of(side->s->beside, b)->name);
	put_cells(side, q->r, b->cells, b->n_cells);
	put_quoted(side, q);
}

static void put_this(struct side *side, const struct finding *f, const struct quoted *q)
{
	put_heading(side, _("this report"), path_base(side->s->path));
	put_cells(side, q->r, f->cells, f->n_cells);
	put_quoted(side, q);
}

/* Whether what is in brackets on both sides is where they differ. */
static bool put_sides(struct side *left, struct side *right, const struct finding *f)
{
	const struct session *s = left->s;
	struct quoted this = {.r = s->report, .spans = f->spans, .n = f->n_spans};
	struct quoted other = {.spans = f->beside[0].spans, .n = f->beside[0].n_spans};
	bool differ = false;

	if (f->beside[0].child == STR_NONE) {
		other.r = beside_file_of(s->beside, &f->beside[0])->report;
		differ = choose_brackets(&this, &other);
		put_last(right, f, &other);
	} else {
		bracket_parts_of_lines(&this);
		put_children(right, f);
	}
	put_this(left, f, &this);
	vec_free(&this.bracketed);
	vec_free(&other.bracketed);
	return differ;
}

static void side_free(struct side *side)
{
	for (size_t i = 0; i < side->lines.n; i++)
		free(side->lines.v[i]);
	vec_free(&side->lines);
}

static void put_pairs(const struct side *left, const struct side *right, struct buf *text)
{
	size_t n = left->lines.n > right->lines.n ? left->lines.n : right->lines.n;

	for (size_t i = 0; i < n; i++) {
		page_pad(left->s, text, str_of(i < left->lines.n ? left->lines.v[i] : ""),
			left->columns);
		buf_addf(text, "│ %s\n", i < right->lines.n ? right->lines.v[i] : "");
	}
}

static void put_below(const struct side *side, struct buf *text)
{
	for (size_t i = 0; i < side->lines.n; i++)
		buf_addf(text, "%s\n", side->lines.v[i]);
}

void page_beside(const struct session *s, struct buf *title, struct buf *text)
{
	const struct finding *f = s->place.finding < s->check.n_findings
					  ? &s->check.findings[s->place.finding]
					  : NULL;
	size_t columns = s->overlay_columns ? s->overlay_columns : PLAIN_COLUMNS;
	size_t half = columns > 3 ? (columns - 3) / 2 : 0;
	bool wide = half >= SIDE_COLUMNS;
	struct side left = {.s = s, .columns = wide ? half : columns};
	struct side right = left;

	if (!f || !f->n_beside) /* it went while the page was open */
		return;
	buf_addf(title, _("Side by side: %s"), f->rule->title.text[lang_now()]);
	bool differ = put_sides(&left, &right, f);

	buf_addf(text, "%s\n", f->message[lang_now()]);
	if (differ)
		buf_addf(text, "  %s\n", _("in brackets: where the two differ"));
	buf_addc(text, '\n');
	if (wide) {
		put_pairs(&left, &right, text);
	} else {
		put_below(&left, text);
		buf_addc(text, '\n');
		put_below(&right, text);
	}
	side_free(&left);
	side_free(&right);
}

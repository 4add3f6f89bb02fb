/* Columns that a line of dashes tells, "---- --- ---", as pandoc and reST write tables: the words
 * above it are headings, below it each column's text stays below its dashes. A row is a line; or,
 * where blank lines stand between the rows and a rule ends the table, the lines up to the next.
 *
 * What does not stay below the dashes makes the table another reader's, so nothing is cut in two.
 */
#include "import/layout.h"

#include <string.h>

#include "base/utf8.h"

enum {
	COLUMNS_MIN = 3,
	COLUMNS_MAX = 64,
	DASHES_MIN = 2, /* of a column */
	FULL_MIN = 10,	/* of a rule over all columns */
	HEAD_MAX = 8,	/* lines of headings */
	VALUES_MIN = 2, /* values that a table has at least */
	BOM = 0xfeff,
};

/* Where columns begin and end on the screen. */
struct dashes {
	size_t n, from[COLUMNS_MAX], to[COLUMNS_MAX];
	int ambiguous; /* the columns of characters that are one wide or two */
	int bom;       /* and of the mark of a text's begin amid it, which shows nothing */
	char sign;
};

/* How a program may count such characters: ambiguous ones as one wide or two, the mark as nothing
 * or, as pandoc does, as one. */
enum { WAY_WIDE = 1, WAY_BOM = 2, WAYS = 4 };

/* The runs of dashes or equals signs on a line of nothing else; 0 where there is more on it. */
static size_t dashes_read(const struct layout *l, size_t line, struct dashes *d)
{
	const struct layout_line *v = &l->lines.v[line];
	char sign = 0;
	size_t n = 0;

	if (!(v->flags & LINE_RULE) || v->bars || v->tabs)
		return 0;
	for (size_t at = v->from; at < v->to; at++) {
		char ch = l->text.p[at];
		size_t column = at - v->from;

		if (ch == ' ')
			continue;
		if ((ch != '-' && ch != '=') || (sign && ch != sign))
			return 0;
		sign = ch;
		if (n > 0 && d->to[n - 1] == column) {
			d->to[n - 1]++;
			continue;
		}
		if (n == COLUMNS_MAX || (n > 0 && d->to[n - 1] - d->from[n - 1] < DASHES_MIN))
			return 0;
		d->from[n] = column;
		d->to[n++] = column + 1;
	}
	d->n = n;
	d->sign = sign;
	return n;
}

/* A line's cells, and where on the screen their text is. */
struct fields {
	struct text_span cells[COLUMNS_MAX];
	size_t from[COLUMNS_MAX], to[COLUMNS_MAX];
};

/* reST: a row whose first cell is empty begins with a backslash, which prints nothing. */
static bool is_escape(const struct dashes *d, struct str text)
{
	return d->sign == '=' && text.n == 1 && text.p[0] == '\\';
}

/* Cuts the line below the dashes. false: something stands in no column. */
static bool cut(const struct layout *l, size_t line, const struct dashes *d, struct fields *f)
{
	struct text_span *cells = f->cells;
	const struct layout_line *v = &l->lines.v[line];
	size_t column = 0, k = 0;

	if (v->tabs || v->flags & (LINE_RULE | LINE_MARK | LINE_FEED | LINE_BLANK))
		return false;
	memset(f->cells, 0, d->n * sizeof *f->cells);
	for (size_t at = v->from, next = at; at < v->to; at = next) {
		unsigned ch = utf8_next(l->text, &next);
		size_t width = (size_t)(ch == BOM ? d->bom : utf8_width(ch, d->ambiguous));

		column += width;
		if (utf8_is_space(ch))
			continue;
		while (k + 1 < d->n && column > d->from[k + 1])
			k++;
		/* the last column may be wider than its dashes */
		if (column - width < d->from[k] || (column > d->to[k] && k + 1 < d->n))
			return false;
		if (text_span_empty(cells[k])) {
			cells[k].from = at;
			f->from[k] = column - width;
		}
		cells[k].to = next;
		f->to[k] = column;
	}
	if (is_escape(d, str_slice(l->text, cells[0].from, cells[0].to)))
		cells[0].from = cells[0].to;
	for (k = 0; k < d->n; k++)
		if (text_span_empty(cells[k]))
			cells[k].from = cells[k].to = k ? cells[k - 1].to : v->from;
	return true;
}

struct table {
	struct dashes dashes;
	size_t from, rule, to;
	size_t stop; /* the line that it does not go past */
	size_t rows, values;
	size_t strays;	     /* values that neither begin nor end where the one above does */
	struct fields above; /* the last values' places, by column */
	bool full;	     /* a rule over all columns begins it: headings are a row over lines */
	bool blanks;	     /* blank lines part the rows: they run over lines */
	bool closed;	     /* a rule ends it */
};

/* The headings from `at` on and the dashes below them. */
static bool find_head(const struct layout *l, size_t at, struct table *t)
{
	struct fields f;
	struct dashes full = {0};

	t->from = at;
	t->full = dashes_read(l, at, &full) == 1 && full.to[0] - full.from[0] >= FULL_MIN;
	at += t->full;
	for (t->rule = at; t->rule < l->lines.n && t->rule - at <= HEAD_MAX; t->rule++) {
		if (dashes_read(l, t->rule, &t->dashes) >= COLUMNS_MIN)
			break;
		if (line_is(l, t->rule, LINE_BLANK | LINE_RULE))
			return false;
	}
	if (t->rule == l->lines.n || t->rule - at > HEAD_MAX)
		return false;
	for (size_t i = at; i < t->rule; i++)
		if (!cut(l, i, &t->dashes, &f))
			return false;
	return true;
}

static void count_row(const struct layout *l, struct table *t, const struct fields *f)
{
	t->rows++;
	for (size_t k = 0; k < t->dashes.n; k++) {
		if (!layout_is_value(str_slice(l->text, f->cells[k].from, f->cells[k].to)))
			continue;
		t->values++;
		t->strays += t->above.to[k] > 0 && t->above.from[k] != f->from[k] &&
			     t->above.to[k] != f->to[k];
		t->above.from[k] = f->from[k];
		t->above.to[k] = f->to[k];
	}
}

/* Is the rule over all columns, or dashes below those above the rows? */
static bool is_end(const struct dashes *rule, const struct dashes *d)
{
	if (rule->n == 1)
		return rule->to[0] > d->from[d->n - 1];
	return rule->n == d->n && memcmp(rule->from, d->from, d->n * sizeof *d->from) == 0;
}

/* The rows below the dashes and the rule that ends them; without one, up to a blank line. With
 * words above the dashes and no rule above those, no rule ends the table. */
static void find_rows(const struct layout *l, struct table *t)
{
	struct fields f;
	struct dashes rule;
	size_t blank = 0, i = t->rule + 1;
	struct table before = {0}; /* the first blank line */
	bool headed = t->rule > t->from + t->full;

	for (; i < l->lines.n && t->rows < LAYOUT_ROWS_MAX; i++) {
		if (t->rows * t->dashes.n > l->cells_left)
			break;
		if (line_is(l, i, LINE_BLANK)) {
			if (line_is(l, i - 1, LINE_BLANK) || (headed && !t->full))
				break;
			/* right below the dashes: a row of nothing, which parts none */
			if (i == t->rule + 1)
				continue;
			before = blank ? before : *t;
			blank = blank ? blank : i;
		} else if (dashes_read(l, i, &rule)) {
			if (!is_end(&rule, &t->dashes))
				break;
			/* reST: one above the headings, one below them, one at the end */
			bool inner = !headed && !blank && rule.n == t->dashes.n &&
				     i + 1 < l->lines.n && cut(l, i + 1, &t->dashes, &f);
			t->to = i + 1;
			t->blanks = blank > 0;
			t->closed = !inner;
			if (!inner)
				return;
			headed = true;
		} else if (cut(l, i, &t->dashes, &f)) {
			count_row(l, t, &f);
		} else {
			break;
		}
	}
	*t = blank ? before : *t;
	t->to = blank ? blank : i;
	t->stop = i;
}

static bool find_table(const struct layout *l, size_t at, unsigned way, struct table *t)
{
	*t = (struct table){
		.dashes.ambiguous = way & WAY_WIDE ? 2 : 1, .dashes.bom = way & WAY_BOM ? 1 : 0};
	if (!find_head(l, at, t))
		return false;
	find_rows(l, t);
	/* between rules, all of its cells may be empty */
	return t->rows > 1 && (t->values >= VALUES_MIN || (t->full && t->closed));
}

/* Does the table go on further, or are its values better in line? */
static bool is_better(const struct table *t, const struct table *than)
{
	return t->to != than->to ? t->to > than->to : t->strays < than->strays;
}

/* Does it end at a line with that mark? */
static bool stops_at_bom(const struct layout *l, const struct table *t)
{
	if (t->stop == 0 || t->stop >= l->lines.n)
		return false;
	const struct layout_line *v = &l->lines.v[t->stop];

	return str_find(str_slice(l->text, v->from, v->to), str_of("\xef\xbb\xbf"), 0) != STR_NONE;
}

/* note: the way in which characters are as wide as the dashes have them. */
static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	struct table best = {0};
	bool found = false, bom = false;

	run->to = at + 1;
	if (line_is(l, at, LINE_BLANK))
		return false;
	for (unsigned way = 0; way < WAYS && (way < WAY_BOM || bom); way++) {
		struct table t;
		bool good = find_table(l, at, way, &t);

		bom |= stops_at_bom(l, &t);
		if (!good || (found && !is_better(&t, &best)))
			continue;
		found = true;
		best = t;
		run->note = way;
	}
	if (found)
		run->to = best.to;
	return found;
}

/* The line's cells stand elsewhere where ambiguous characters are as wide as the other table has
 * them. */
static bool is_cut_otherwise(const struct layout *l, size_t line, const struct table *other,
	const struct text_span *cells)
{
	struct fields there;

	return other->to && cut(l, line, &other->dashes, &there) &&
	       memcmp(there.cells, cells, other->dashes.n * sizeof *cells) != 0;
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct fields f;
	struct table t, other;
	size_t row = 0;

	if (!find_table(l, run->from, run->note, &t))
		return;
	if (!find_table(l, run->from, run->note ^ WAY_WIDE, &other) || is_better(&t, &other))
		other.to = 0;
	for (size_t i = run->from; i < run->to; i++) {
		bool more = (i < t.rule ? t.full : t.blanks) && row > 0 &&
			    !line_is(l, i - 1, LINE_BLANK | LINE_RULE);

		if (!cut(l, i, &t.dashes, &f))
			continue;
		bool unsure = is_cut_otherwise(l, i, &other, f.cells);
		for (size_t k = 0; k < t.dashes.n; k++) {
			sink_cell(l->d, row, k, 1, 1, f.cells[k]);
			if (more)
				sink_goes_on(l->d);
			if (unsure)
				sink_unsure(l->d);
		}
		row++;
	}
}

const struct layout_reader layout_ruled = {"ruled", find, read};

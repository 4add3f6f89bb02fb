/* Which lines of a table are none after all, and whose cells may be another line's. */
#include "table/lines.h"

#include "base/mem.h"
#include "table/align_ways.h"

/* Which rows of the form the sure lines around a line are. */
struct around {
	size_t before; /* 1 + the last of those before it; 0: there are none */
	size_t behind; /* the first of those behind it; STR_NONE: there are none */
};

/* The stream's row that the line's first number stands in. */
static size_t value_row(const struct placing *p, const struct line *l)
{
	size_t row = l->stream_row, i = 0;
	while (i < l->cells.n && !token_is_filled(l->cells.v[i]))
		i++;
	while (i < l->cells.n && row + 1 < p->stream->rows.n &&
		p->stream->rows.v[row + 1].at <= l->cells.v[i]->span.from)
		row++;
	return row;
}

/* Its label stands in lines of its own above it. */
static bool is_headed(const struct placing *p, const struct line *l)
{
	const struct token_row *r = &p->stream->rows.v[value_row(p, l)];
	return l->label && !l->mended && l->filled > 0 && !r->narrow && l->label->span.to <= r->at;
}

static bool is_sure(const struct placing *p, const struct line *l, bool headed)
{
	return l->label && l->fit == FIT_EXACT && l->filled > 0 && (headed || !is_headed(p, l));
}

/* Of all lines, by two walks: a table may have as many as a text. headed: those whose labels stand
 * above them are sure, too. */
static struct around *look_around(const struct placing *p, const struct lines *l, bool headed)
{
	struct around *a = mem_alloc_array(l->v.n + 1, sizeof *a);
	size_t before = 0, behind = STR_NONE;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		a[i].before = before;
		if (is_sure(p, line, headed) && line->row + 1 > before)
			before = line->row + 1;
	}
	for (size_t i = l->v.n; i-- > 0;) {
		const struct line *line = &l->v.v[i];
		a[i].behind = behind;
		if (is_sure(p, line, headed) && line->row < behind)
			behind = line->row;
	}
	return a;
}

/* Does the row stand before one that the form has before it, or behind one it has behind? */
static bool is_out_of_order(const struct around *a, size_t row)
{
	return a->before > row || a->behind <= row;
}

/* By row of the form: has a line its number and its words to the letter? */
static bool *find_numbered(const struct placing *p, const struct lines *l)
{
	bool *numbered = mem_alloc_array(p->def->n_rows + 1, sizeof *numbered);
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (line->label && line->fit == FIT_EXACT && line->label->number[0])
			numbered[line->row] = true;
	}
	return numbered;
}

/* Near misses and parts must keep the form's order among the sure ones, and so must words without
 * their number: they may be the end of another row's label. */
static void drop_misplaced(const struct placing *p, struct lines *l)
{
	struct around *around = look_around(p, l, true);
	bool *numbered = find_numbered(p, l);
	for (size_t i = 0; i < l->v.n; i++) {
		struct line *line = &l->v.v[i];
		if (!line->label || line->mended || line->dropped)
			continue;
		bool lacks_number = numbered[line->row] && !line->label->number[0];
		if (line->fit != FIT_EXACT || lacks_number)
			line->dropped = is_out_of_order(&around[i], line->row);
	}
	free(numbered);
	free(around);
}

/* "其他" or "总计" without a number and without a value behind it was a heading after all. */
static void drop_headings(const struct placing *p, struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++) {
		struct line *line = &l->v.v[i];
		line->dropped = line->dropped ||
				(line->label && !line->mended && line->filled == 0 &&
					!line->label->number[0] &&
					place_label_fit(p, line->label, LABEL_COLUMN) >= line->fit);
	}
}

/* What stands without any label behind a line of a cell a line. */
static size_t filled_behind(const struct lines *l, size_t at)
{
	size_t filled = 0;
	for (size_t i = at + 1; i < l->v.n && !l->v.v[i].label && !l->v.v[i].mended; i++)
		filled += l->v.v[i].named     ? 0
			  : l->v.v[i].counted ? l->v.v[i].cells.n
					      : l->v.v[i].filled;
	return filled;
}

/* How many cells the form's rows have between that of the line and that of the next one: so many
 * stand behind it where only those rows' labels are lost. */
static size_t cells_between(const struct placing *p, const struct lines *l, size_t at)
{
	size_t to = p->def->n_rows, cells = 0;
	for (size_t i = at + 1; i < l->v.n; i++)
		if ((l->v.v[i].label || l->v.v[i].mended) && !l->v.v[i].dropped) {
			to = l->v.v[i].row;
			break;
		}
	for (size_t r = l->v.v[at].row + 1; r < to; r++)
		cells += place_columns_of(p, r);
	return cells;
}

/* Is the line one of a cell a line, or what stands behind it? */
static bool is_narrow(const struct placing *p, const struct lines *l, size_t at)
{
	const struct token_row *rows = p->stream->rows.v;
	return rows[l->v.v[at].stream_row].narrow ||
	       (at + 1 < l->v.n && rows[l->v.v[at + 1].stream_row].narrow);
}

/* Where the labels come first and then the numbers, or the numbers of a column and not a row, the
 * last label has more behind it than its own and those of rows that lost their labels, or labels
 * before it that have nothing. */
static void doubt_overfull(const struct placing *p, struct lines *l)
{
	size_t before = STR_NONE;
	for (size_t i = 0; i < l->v.n; i++) {
		struct line *line = &l->v.v[i];
		if (!line->label || line->dropped)
			continue;
		size_t behind = filled_behind(l, i), columns = place_columns_of(p, line->row);
		bool bare = before != STR_NONE && l->v.v[before].cells.n == 0;
		before = i;
		if (!is_narrow(p, l, i) || line->mended || behind == 0)
			continue;
		line->unsure |= bare;
		/* which of them is which row's only a sum tells */
		if (behind == cells_between(p, l, i) && place_row_sum(p))
			continue;
		line->shifty = true;
		line->unsure |= columns > 1 && behind >= columns;
	}
}

/* Words among the cells of a line that lacks some: one of them may be within the words. */
static void doubt_strangers(const struct placing *p, struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++) {
		struct line *line = &l->v.v[i];
		line->unsure |= line->label && !line->mended && line->strangers > 0 &&
				line->filled < place_columns_of(p, line->row);
	}
}

static bool has_value(const struct line *l)
{
	for (size_t i = 0; i < l->cells.n; i++)
		if (token_has_value(l->cells.v[i]))
			return true;
	return false;
}

/* Cells that no row has. */
static bool is_stray(const struct line *l)
{
	return l && (!l->label || l->dropped) && !l->mended && l->filled > 0;
}

/* A number or two right below a row, with no label: the rest of one that broke off? */
static bool has_rest_below(const struct placing *p, const struct line *l, const struct line *below)
{
	size_t columns = place_columns_of(p, l->row);
	return is_stray(below) && (below->filled < columns || columns == 1) &&
	       below->stream_row == l->stream_row + 1 && !p->stream->rows.v[l->stream_row].narrow;
}

/* Is the next line that has values, above or below, one that no row has? By line. */
static void find_strays(const struct lines *l, bool *stray)
{
	const struct line *last = NULL;
	for (size_t i = 0; i < l->v.n; i++) {
		stray[i] = is_stray(last);
		last = has_value(&l->v.v[i]) ? &l->v.v[i] : last;
	}
	last = NULL;
	for (size_t i = l->v.n; i-- > 0;) {
		stray[i] |= is_stray(last);
		last = has_value(&l->v.v[i]) ? &l->v.v[i] : last;
	}
}

/* Nothing but white space behind a label, a cell a line. */
static bool is_hollow(const struct placing *p, const struct line *l)
{
	const struct token_row *r = &p->stream->rows.v[l->stream_row];
	return r->narrow && !r->parted && l->cells.n > 0 && l->filled == 0;
}

/* Empty cells behind the table's last label: what stands behind the table may be theirs, put there
 * by how the page was read. Empty cells or words behind a label, and right beside them, but for
 * others such, cells without one: they may be its own. */
static void doubt_bereft(const struct placing *p, struct lines *l)
{
	bool *stray = mem_alloc_array(l->v.n + 1, sizeof *stray);
	find_strays(l, stray);
	for (size_t i = 0; i < l->v.n; i++) {
		struct line *line = &l->v.v[i];
		const struct line *below = i + 1 < l->v.n ? line + 1 : NULL;
		if (!line->label || line->mended || line->touched)
			continue;
		line->unsure |= below ? has_rest_below(p, line, below) : is_hollow(p, line);
		line->unsure |= !has_value(line) && stray[i];
	}
	free(stray);
}

enum {
	WIDTHS_MAX = 64,
	PAGE_MAX = 999,
	UNNUMBERED_MAX = 3, /* pages before the first that has its number */
};

/* How many lines have how many cells, by the column of their label; a cell a line: in the last. */
struct widths {
	uint16_t of[WIDTHS_MAX + 1][WIDTHS_MAX];
};

static bool is_plain(const struct line *l)
{
	return l->label && !l->dropped && !l->mended && !l->touched && l->filled > 0;
}

/* Have nine in ten rows as many cells as columns, empty ones too? Then a cell a line is one of the
 * row's, empty or not. */
static bool is_counted(const struct placing *p, const struct lines *l)
{
	size_t rows = 0, exact = 0;
	for (size_t i = 0; i < l->v.n; i++) {
		rows += is_plain(&l->v.v[i]);
		exact += is_plain(&l->v.v[i]) &&
			 l->v.v[i].cells.n == place_columns_of(p, l->v.v[i].row);
	}
	return rows > 3 && exact * 10 >= rows * 9;
}

/* The line's place in the widths; NULL where it has none. A cell a line, what is empty before and
 * behind the others is no cell of the row, unless they are counted. */
static uint16_t *width_at(
	const struct placing *p, struct widths *w, const struct line *l, bool counted)
{
	bool narrow = p->stream->rows.v[l->stream_row].narrow, trim = narrow && !counted;
	size_t n = place_columns_of(p, l->row), from = 0, to = l->cells.n;
	if (!is_plain(l))
		return NULL;
	while (trim && from < to && l->cells.v[from]->reading.kind == READ_EMPTY)
		from++;
	while (trim && to > from && l->cells.v[to - 1]->reading.kind == READ_EMPTY)
		to--;
	size_t cells = to - from, by = narrow ? WIDTHS_MAX : l->label->col;
	/* rows of a table may have more cells than columns, or fewer, each its own */
	cells = !narrow ? cells : cells > n ? cells - n : 0;
	return cells < WIDTHS_MAX && by <= WIDTHS_MAX ? &w->of[by][cells] : NULL;
}

/* A row wider than the others has a cell that is none of theirs. */
static void doubt_wider(const struct placing *p, struct lines *l)
{
	struct widths w = {0};
	bool counted = is_counted(p, l);
	for (size_t i = 0; i < l->v.n; i++) {
		uint16_t *n = width_at(p, &w, &l->v.v[i], counted);
		if (n && *n < UINT16_MAX)
			++*n;
	}
	for (size_t i = 0; i < l->v.n; i++) {
		struct line *line = &l->v.v[i];
		uint16_t *n = width_at(p, &w, line, counted);
		if (!n || line->cells.n <= place_columns_of(p, line->row))
			continue;
		size_t at = (size_t)(n - w.of[0]) % WIDTHS_MAX;
		for (const uint16_t *less = n - at; less < n; less++)
			line->wider |= *less > *n && *less > 1;
	}
}

/* A whole number of no more digits than pages have. */
static bool may_count_pages(const struct token *t)
{
	const struct dec *v = &t->reading.value;
	return t->reading.kind == READ_NUMBER && t->reading.bare && v->scale == 0 && v->units > 0 &&
	       v->units <= PAGE_MAX;
}

/* Cells a line, or in lines of no table, with nothing but white space between them: empty ones
 * leave none. */
static bool is_unruled(const struct placing *p, const struct line *l)
{
	const struct token_row *r = &p->stream->rows.v[l->stream_row];
	return l->label && !l->dropped && !l->mended && (r->para || (r->narrow && !r->parted));
}

static bool lacks_cells(const struct placing *p, const struct line *l)
{
	return l->fit == FIT_EXACT && l->cells.n < place_columns_of(p, l->row);
}

/* Before a page's number that of the page before stands alone on a line, too; but the first pages
 * may have none. */
static bool follows_page(const struct placing *p, size_t row, int64_t page)
{
	const struct token_row *rows = p->stream->rows.v;
	for (size_t i = 0; i < row && page > UNNUMBERED_MAX; i++) {
		const struct token *t = &p->stream->tokens.v[rows[i].first];
		if (rows[i].n == 1 && may_count_pages(t) && t->reading.value.units == page - 1)
			return true;
	}
	return page <= UNNUMBERED_MAX;
}

/* Does the line's last number stand in a line of its own, whatever label was joined to that? */
static bool ends_alone(const struct placing *p, const struct line *l)
{
	const struct token_row *rows = p->stream->rows.v;
	const struct token *last = l->cells.n ? l->cells.v[l->cells.n - 1] : NULL;
	size_t row = l->stream_row;
	while (last && row + 1 < p->row_to && rows[row + 1].at <= last->span.from)
		row++;
	bool own = l->label == &p->stream->tokens.v[rows[row].first];
	return last && rows[row].n == 1u + own && may_count_pages(last) &&
	       follows_page(p, row, (int64_t)last->reading.value.units);
}

/* Do the line's numbers stand in lines of their own, below its label? */
static bool is_parted(const struct placing *p, const struct line *l)
{
	return l->filled > 0 && l->label->span.to <= p->stream->rows.v[value_row(p, l)].at;
}

/* Where empty cells leave nothing, the last number below a label may be its page's, and all of them
 * those of the next row, the only one that lost its label. */
static void doubt_unruled(const struct placing *p, struct lines *l)
{
	bool lacking = false;
	size_t next = 0;
	for (size_t i = 0; i < l->v.n && !lacking; i++)
		lacking = is_unruled(p, &l->v.v[i]) && lacks_cells(p, &l->v.v[i]);
	for (size_t i = lacking ? l->v.n : 0; i-- > 0;) {
		struct line *line = &l->v.v[i];
		bool skips = line->row + 2 == next;
		next = line->label && !line->dropped ? line->row : next;
		if (!is_unruled(p, line) || !is_parted(p, line))
			continue;
		line->shifty |= ends_alone(p, line);
		line->unsure |= skips;
	}
}

/* Is there a number past the row's last column, in the lines of a layout that has a cell a line? */
static bool exceeds(const struct placing *p, const struct line *l)
{
	if (!is_plain(l) || !p->stream->rows.v[l->stream_row].narrow)
		return false;
	for (size_t i = place_columns_of(p, l->row); i < l->cells.n; i++)
		if (token_is_filled(l->cells.v[i]))
			return true;
	return false;
}

/* A few rows whose numbers stand behind all their cells: these are empty, and the number is a
 * page's, or another row's. */
static void doubt_exceeding(const struct placing *p, struct lines *l)
{
	size_t rows = 0, exceeding = 0;
	for (size_t i = 0; i < l->v.n; i++) {
		rows += l->v.v[i].label && l->v.v[i].cells.n > 0;
		exceeding += exceeds(p, &l->v.v[i]);
	}
	for (size_t i = 0; i < l->v.n && exceeding * 4 <= rows; i++)
		l->v.v[i].shifty |= exceeds(p, &l->v.v[i]);
}

/* A row without any label right below, and this is like it or has less than its cells: of several
 * labels and then several rows nobody can tell which is whose. */
static bool is_of_several(const struct placing *p, const struct lines *l, size_t at)
{
	const struct line *line = &l->v.v[at], *below = line + 1;
	return at + 1 < l->v.n && !below->label && !below->mended &&
	       below->stream_row == value_row(p, line) + 1 &&
	       (below->filled == line->filled || below->filled == place_columns_of(p, line->row));
}

/* Wrapped labels that were put before the rows: such a label is not the row's below it, which has
 * none. */
static void drop_labels_above(const struct placing *p, struct lines *l)
{
	struct around *around = look_around(p, l, false);
	for (size_t i = 0; i < l->v.n; i++)
		if (is_headed(p, &l->v.v[i]) &&
			(is_of_several(p, l, i) || is_out_of_order(&around[i], l->v.v[i].row)))
			l->v.v[i].label = NULL;
	free(around);
}

enum { PIECES_MAX = 3 }; /* of labels, on one line */

/* Has it words before it that the form does not have? It is a row of its own, then. */
static bool is_foreign(const struct placing *p, const struct line *l)
{
	const struct token_row *before = &p->stream->rows.v[l->stream_row] - 1;
	return l->named && l->stream_row > 0 && before->n > 0 &&
	       !lines_are_pieces(p, &p->stream->tokens.v[before->first], PIECES_MAX);
}

/* Between two rows whose labels are sure stand more rows of numbers than the form has rows: where
 * numbers come before their labels, the second has those of the row behind it, and so have all that
 * follow. */
static void doubt_crowded(const struct placing *p, struct lines *l)
{
	const struct line *last = NULL;
	for (size_t i = 0, groups = 0; i < l->v.n; i++) {
		struct line *line = &l->v.v[i];
		size_t columns =
			line->label ? place_columns_of(p, line->row) : place_most_columns(p);
		if (line->mended || is_foreign(p, line) || line->filled < columns || columns == 1 ||
			!p->stream->rows.v[line->stream_row].narrow)
			continue;
		bool sure = line->label && line->fit == FIT_EXACT && !line->dropped &&
			    !line->unsure && !line->shifty && line->strangers == 0;
		bool crowded = last && sure && last->row + groups >= line->row;
		line->unsure |= crowded;
		groups = sure && !crowded ? 0 : groups + 1;
		last = sure && !crowded ? line : last;
	}
}

void lines_judge(const struct placing *p, struct lines *l)
{
	drop_labels_above(p, l);
	drop_misplaced(p, l);
	drop_headings(p, l);
	doubt_overfull(p, l);
	doubt_strangers(p, l);
	doubt_bereft(p, l);
	doubt_wider(p, l);
	doubt_unruled(p, l);
	doubt_exceeding(p, l);
	doubt_crowded(p, l);
}

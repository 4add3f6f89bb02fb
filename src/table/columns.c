/* What the lines of a table tell about its columns, before any is placed: their order, whether the
 * headings can be trusted, how wide rows are, what is lost. */
#include "table/lines.h"

/* So many rows show how far they reach. */
#define REACH_MIN 8

/* Where the headings have the total among its parts. */
enum order { ORDER_UNTOLD, ORDER_LAST, ORDER_FIRST };

/* What was read of headings before the total's, or behind it. */
struct around {
	bool column, above;	    /* of a column; above several */
	bool column_beside, beside; /* such a one in the total's own row; any in it */
	bool all;		    /* of all columns */
};

static struct around heads_around(const struct columns *c, bool before)
{
	struct around a = {.all = true};
	size_t last = c->n - 1, total = c->read[last];
	for (size_t k = 0; k < last; k++) {
		if (!c->read[k] || (c->read[k] < total) != before) {
			a.all = false;
			continue;
		}
		a.column = true;
		a.column_beside |= c->head_row[k] == c->head_row[last];
	}
	a.above = c->above && (c->above < total) == before;
	a.beside = a.column_beside || (a.above && c->above_row == c->head_row[last]);
	return a;
}

/* Headings are printed in several rows, and a cell over all of them in the first. So before the
 * total's own row only a column's own heading tells, of which some are always below; and where
 * nothing tells rows apart, the one that was not read may stand before it. Where all rows of
 * headings ran into one, what stands above several columns tells as little. */
static enum order heads_order(const struct columns *c)
{
	if (!c->read[c->n - 1])
		return ORDER_UNTOLD;
	struct around before = heads_around(c, true), behind = heads_around(c, false);
	if (before.beside && !before.column_beside && behind.column_beside)
		return ORDER_UNTOLD;
	if (before.beside)
		return ORDER_LAST;
	if (behind.column_beside || (!before.above && behind.all))
		return ORDER_FIRST;
	return before.column ? ORDER_LAST : ORDER_UNTOLD;
}

/* Two headings, the total's apart, stand the other way round: in one row, or, where nothing tells
 * columns apart, in what was read first. Of two rows of headings one may have slipped sideways. */
static bool heads_mixed(const struct columns *c)
{
	for (size_t a = 0; a + 2 < c->n; a++)
		for (size_t b = a + 1; b + 1 < c->n; b++) {
			bool placed = c->heading[a] != STR_NONE && c->heading[b] != STR_NONE;
			bool apart = placed && c->heading[a] != c->heading[b];
			if (apart && c->head_row[a] != c->head_row[b])
				continue;
			if (apart ? c->heading[a] > c->heading[b]
				  : c->read[a] && c->read[b] && c->read[a] > c->read[b])
				return true;
		}
	return false;
}

/* Headings enough to say that columns stand in the form's order: those above a table's next part
 * may be some of them only. */
static bool heads_ordered(const struct columns *c)
{
	size_t read = 0;
	for (size_t k = 0; k < c->n; k++)
		read += c->read[k] > 0;
	return read + 1 >= c->n;
}

static bool sum_holds(const struct line *line, bool total_first)
{
	struct columns c = line->columns[0];
	struct alignment a;
	c.total_first = total_first;
	align(&c, line->cells.v, line->cells.n, &a);
	return align_sum_holds(&c, &a);
}

/* How many full lines add up only with the total first (held[1]) or only with it last (held[0]). */
static void count_held(const struct lines *l, size_t held[2])
{
	held[0] = held[1] = 0;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (line->filled != line->columns[0].n)
			continue;
		bool first = sum_holds(line, true), last = sum_holds(line, false);
		held[0] += last && !first;
		held[1] += first && !last;
	}
}

static bool any_full(const struct lines *l)
{
	for (size_t i = 0; i < l->v.n; i++)
		if (l->v.v[i].filled == l->v.v[i].columns[0].n)
			return true;
	return false;
}

/* Total first or last: what the headings say, where they do; else what they say over other rows. */
static void take_order(struct lines *l, const struct form_identity *sum)
{
	enum order known = ORDER_UNTOLD;
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < l->columns.n; i++) {
			struct columns *c = &l->columns.v[i][0];
			enum order own = heads_order(c);
			known = known == ORDER_UNTOLD ? own : known;
			own = own == ORDER_UNTOLD ? known : own;
			c->sum = sum;
			c->total_first = own == ORDER_FIRST;
			c->order_told = own != ORDER_UNTOLD;
		}
}

/* Where the sums of full rows say otherwise they win; of one row alone, against the headings, they
 * leave it open. A table without totals has none to stand first. */
static void judge_order(struct lines *l, const struct form_identity *sum)
{
	size_t held[2];
	for (size_t i = 0; i < l->columns.n * l->n_blocks; i++) {
		struct columns *c = &l->columns.v[i / l->n_blocks][i % l->n_blocks];
		const struct columns *before =
			i >= l->n_blocks ? &l->columns.v[i / l->n_blocks - 1][i % l->n_blocks] : c;
		c->mixed = heads_mixed(c) || (before->mixed && !heads_ordered(c));
	}
	if (!sum)
		return;
	take_order(l, sum);
	count_held(l, held);
	bool first = held[1] > held[0], alone = held[0] + held[1] == 1;
	for (size_t i = 0; i < l->columns.n; i++) {
		struct columns *c = &l->columns.v[i][0];
		if (held[0] != held[1]) {
			c->order_told = !alone || !c->order_told || c->total_first == first;
			c->total_first = first;
		}
		c->full = any_full(l);
	}
}

/* Headings that rows with all their cells do not stand under; a row or two may have lost a cell and
 * got a strange one. */
static void judge_headings(
	const struct placing *p, struct lines *l, struct columns *c, size_t block)
{
	size_t strays = 0, stand = 0;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		size_t of = line->label ? p->def->rows[line->row].block : 0;
		if (&line->columns[block] != c || of != block)
			continue;
		bool whole = line->filled == c->n && line->cells.n >= c->n;
		bool stands = whole && align_stands(c, line->cells.v, line->cells.n);
		stand +=
			stands || (!whole && align_fills_headings(c, line->cells.v, line->cells.n));
		strays += whole && !stands;
	}
	c->shaky = strays > 0 && strays * 4 >= stand;
}

/* Can the line tell how wide its table's rows are? Its values begin right behind the label and fill
 * the first column and the last. In a table whose first column is empty throughout: as many cells
 * as columns, under headings that were all read. */
static bool tells_width(const struct line *l, const struct columns *c, bool flush)
{
	size_t behind = 0;
	if (!l->label || l->dropped || l->filled == 0 || l->cells.n < c->n)
		return false;
	for (size_t k = 0; k < c->n && !flush; k++)
		if (!c->read[k])
			return false;
	for (size_t i = c->n; i < l->cells.n; i++)
		behind += l->cells.v[i]->reading.kind != READ_EMPTY;
	return flush ? token_has_value(l->cells.v[0]) && token_has_value(l->cells.v[c->n - 1]) &&
			       behind == 0
		     : l->cells.n == c->n;
}

/* Values that stand right behind their label, and values that do not though the row has all. */
static size_t count_flush(const struct lines *l, const struct columns *c, bool *stray)
{
	size_t flush = 0;
	*stray = false;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		bool first = line->cells.n > 0 && token_has_value(line->cells.v[0]);
		if (line->columns != c || !line->label || line->dropped)
			continue;
		flush += first;
		*stray |= line->filled == c->n && !first;
	}
	return flush;
}

/* The width of the rows, where values begin right behind the label. */
static void judge_widths(struct columns *c, const struct lines *l)
{
	bool stray, flush = count_flush(l, c, &stray) > 0;
	size_t told = 0;
	c->cells = c->end = STR_NONE;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (line->columns != c || !tells_width(line, c, flush))
			continue;
		size_t n = line->cells.n, end = line->cells.v[n - 1]->col + 1;
		c->cells = told == 0 || c->cells == n ? n : STR_NONE;
		c->end = told == 0 || c->end == end ? end : STR_NONE;
		if (line->cells.v[0]->col < 64)
			c->begins |= (uint64_t)1 << line->cells.v[0]->col;
		told++;
	}
	c->flush = told >= 3 && !stray;
}

/* How many cells behind its label the line has up to its last number. */
static size_t reach_of(const struct line *l)
{
	size_t n = l->cells.n;
	while (n > 0 && l->cells.v[n - 1]->reading.kind == READ_EMPTY)
		n--;
	return n;
}

/* Two cells in one place: empty ones that are printed nowhere, but told by where others stand. */
static bool has_made_up(const struct line *l)
{
	for (size_t i = 1; i < l->cells.n; i++)
		if (l->cells.v[i]->span.from == l->cells.v[i - 1]->span.from)
			return true;
	return false;
}

/* All headings were read, the last column's is the total's, and rows reach just so far: of cells
 * before the first column or of a column lost there would be more or fewer. */
static void judge_reach(struct columns *c, const struct lines *l)
{
	size_t just = 0, less = 0;
	for (size_t k = 0; k < c->n; k++)
		if (!c->read[k])
			return;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		if (line->columns != c || !line->label || line->dropped || line->filled == 0)
			continue;
		size_t reach = reach_of(line);
		if (reach > c->n || has_made_up(line))
			return;
		just += reach == c->n;
		less += reach < c->n;
	}
	c->reaches = c->order_told && !c->total_first && !c->mixed && just >= REACH_MIN &&
		     just >= less * 3;
}

/* Rows that stand each under all the headings: so these are where the columns are. */
static void judge_headed(struct columns *c, const struct lines *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		n += line->columns == c && line->label && !line->dropped &&
		     align_fills_headings(c, line->cells.v, line->cells.n);
	}
	c->headed = n >= 2 && !c->shaky;
}

/* One column's heading alone was not read, and no row has more cells than the others: the column is
 * not in the text. */
static void judge_lost(struct columns *c, const struct lines *l)
{
	size_t read = 0, filling = 0;
	for (size_t k = 0; k < c->n; k++)
		read += c->read[k] > 0;
	for (size_t i = 0; i < l->v.n; i++)
		filling += l->v.v[i].columns == c && l->v.v[i].label && l->v.v[i].filled == read;
	c->lost = c->n > 3 && read + 1 == c->n && !c->full && filling > 1;
}

/* Rows of a grid with more filled cells than columns, or fewer cells than most have. */
static void judge_damage(struct lines *l)
{
	size_t odd = 0, full = 0;
	for (size_t i = 0; i < l->v.n; i++) {
		const struct line *line = &l->v.v[i];
		size_t n = line->columns[0].n;
		if (!line->label || line->dropped || line->filled == 0)
			continue;
		full += line->filled == n;
		odd += line->filled > n || line->cells.n < n || line->shifty;
	}
	for (size_t i = 0; i < l->columns.n; i++)
		l->columns.v[i][0].damaged = odd > 0 && full > odd;
}

/* One heading that a cell a line shows, after others: the row's label, which is a column's, too
 * (其他).
 */
static bool is_stray_heading(const struct placing *p, const struct line *l, const struct columns *c)
{
	size_t read = 0;
	for (size_t k = 0; k < c->n; k++)
		read += c->read[k] > 0;
	return p->stream->rows.v[l->stream_row].narrow && c->n > 2 && read == 1;
}

/* The columns that stray headings took out of force. */
static void restore_columns(const struct placing *p, struct lines *l)
{
	for (size_t i = 0, set = 0; i < l->v.n; i++) {
		struct line *line = &l->v.v[i];
		size_t block = line->label ? p->def->rows[line->row].block : 0, at;
		while (set + 1 < l->columns.n && l->columns.v[set] != line->columns)
			set++;
		for (at = set; at > 0 && is_stray_heading(p, line, &l->columns.v[at][block]);)
			at--;
		line->columns = l->columns.v[at];
	}
}

static size_t end_of(const struct placing *p, const struct line *l)
{
	bool exact = l->label && !l->dropped && l->filled > 0 && l->cells.n > 0 &&
		     p->stream->rows.v[l->stream_row].exact;
	return exact ? l->cells.v[l->cells.n - 1]->end : 0;
}

/* The end that three in four rows of a grid have, by the vote that outlasts the others; 0 where
 * there is none such. under: rows under these columns; NULL: all rows. */
static size_t even_end(const struct placing *p, const struct lines *l, const struct columns *under)
{
	size_t end = 0, votes = 0, same = 0, all = 0;
	for (int count = 0; count < 2; count++)
		for (size_t i = 0; i < l->v.n; i++) {
			const struct line *line = &l->v.v[i];
			size_t here = !under || line->columns == under ? end_of(p, line) : 0;
			if (here > 0 && count) {
				all++;
				same += here == end;
			} else if (here > 0) {
				end = votes == 0 ? here : end;
				votes += here == end ? 1 : (size_t)-1;
			}
		}
	return all > 2 && same * 4 >= all * 3 ? end : 0;
}

static void judge_even(const struct placing *p, struct lines *l)
{
	size_t all = even_end(p, l, NULL);
	for (size_t i = 0; i < l->columns.n; i++) {
		size_t own = l->columns.n > 1 ? even_end(p, l, l->columns.v[i]) : all;
		for (size_t b = 0; b < l->n_blocks; b++)
			l->columns.v[i][b].even = own ? own : all;
	}
}

void columns_judge(const struct placing *p, struct lines *l, const struct form_identity *sum)
{
	restore_columns(p, l);
	judge_order(l, sum);
	for (size_t i = 0; i < l->columns.n * l->n_blocks; i++)
		judge_headings(
			p, l, &l->columns.v[i / l->n_blocks][i % l->n_blocks], i % l->n_blocks);
	for (size_t i = 0; i < l->columns.n; i++) {
		judge_headed(&l->columns.v[i][0], l);
		judge_lost(&l->columns.v[i][0], l);
	}
	if (sum)
		judge_damage(l);
	for (size_t i = 0; i < l->columns.n; i++) {
		judge_widths(&l->columns.v[i][0], l);
		judge_reach(&l->columns.v[i][0], l);
	}
	judge_even(p, l);
}

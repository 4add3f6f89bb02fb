/* What the lines of a table tell about its columns, before any is placed: whether the headings can
 * be trusted, how wide rows are, what is lost. */
#include "table/lines.h"

/* So many rows show how far they reach. */
#define REACH_MIN 8

/* Headings that rows with all their cells do not stand under; a row or two may have lost a cell and
 * got a strange one. */
static void judge_headings(
	const struct placing *p, struct columns *c, size_t block, const struct line *under)
{
	size_t strays = 0, stand = 0;
	for (const struct line *line = under; line; line = line->next) {
		size_t of = line->label ? p->def->rows[line->row].block : 0;
		if (of != block)
			continue;
		bool whole = line->filled == c->n && line->cells.n >= c->n;
		bool stands = whole && align_stands(c, line->cells.v, line->cells.n);
		stand +=
			stands || (!whole && align_fills_headings(c, line->cells.v, line->cells.n));
		strays += whole && !stands;
	}
	c->shaky = strays > 0 && strays * 4 >= stand;
	c->stood = stand > 0;
	for (const struct line *line = under; line && !c->stood && !c->added; line = line->next)
		c->added = align_adds_up(c, line->cells.v, line->cells.n);
}

static bool is_by_look(const struct placing *p, const struct line *under)
{
	return under && row_is_by_look(&p->stream->rows.v[under->stream_row]);
}

/* Where the rows of one block do not stand under its headings, those of another need not either, of
 * which none shows that it does. */
static void judge_blocks(const struct placing *p, struct lines *l, struct line *const *under)
{
	bool shaky = false;
	for (size_t i = 0; i < l->columns.n; i++)
		for (size_t b = 0; b < l->n_blocks; b++) {
			struct columns *c = &l->columns.v[i][b];
			judge_headings(p, c, b, under[i]);
			shaky |= c->shaky && c->n > 1 && is_by_look(p, under[i]);
		}
	for (size_t i = 0; i < l->columns.n && shaky; i++)
		for (size_t b = 0; b < l->n_blocks && is_by_look(p, under[i]); b++)
			l->columns.v[i][b].shaky |= !l->columns.v[i][b].stood;
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
static size_t count_flush(const struct columns *c, const struct line *under, bool *stray)
{
	size_t flush = 0;
	*stray = false;
	for (const struct line *line = under; line; line = line->next) {
		bool first = line->cells.n > 0 && token_has_value(line->cells.v[0]);
		if (!line->label || line->dropped)
			continue;
		flush += first;
		*stray |= line->filled == c->n && !first;
	}
	return flush;
}

/* The width of the rows, where values begin right behind the label. */
static void judge_widths(struct columns *c, const struct line *under)
{
	bool stray, flush = count_flush(c, under, &stray) > 0;
	size_t told = 0;
	c->cells = c->end = STR_NONE;
	for (const struct line *line = under; line; line = line->next) {
		if (!tells_width(line, c, flush))
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
static void judge_reach(struct columns *c, const struct line *under)
{
	size_t just = 0, less = 0;
	for (size_t k = 0; k < c->n; k++)
		if (!c->read[k])
			return;
	for (const struct line *line = under; line; line = line->next) {
		if (!line->label || line->dropped || line->filled == 0)
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
static void judge_headed(struct columns *c, const struct line *under)
{
	size_t n = 0;
	for (const struct line *line = under; line; line = line->next)
		n += line->label && !line->dropped &&
		     align_fills_headings(c, line->cells.v, line->cells.n);
	c->headed = n >= 2 && !c->shaky;
}

/* One column's heading alone was not read, and no row has more cells than the others: the column is
 * not in the text. */
static void judge_lost(struct columns *c, const struct line *under)
{
	size_t read = 0, filling = 0;
	for (size_t k = 0; k < c->n; k++)
		read += c->read[k] > 0;
	for (const struct line *line = under; line; line = line->next)
		filling += line->label && line->filled == read;
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
		l->columns.v[i][0].damaged = odd > 0;
}

static size_t count_headings(const struct columns *c)
{
	size_t read = 0;
	for (size_t k = 0; k < c->n; k++)
		read += c->read[k] > 0;
	return read;
}

/* By set and block: the set itself, or the last before it that shows more than one heading. One
 * heading that a cell a line shows, after others, is a row's label, which is a column's, too
 * (其他); in a table without sums only where there were others. */
static size_t *sets_in_force(const struct lines *l, bool sums)
{
	size_t *in_force = mem_alloc_array(l->columns.n * l->n_blocks, sizeof *in_force);
	for (size_t i = 0; i < l->columns.n; i++)
		for (size_t b = 0; b < l->n_blocks; b++) {
			const struct columns *c = &l->columns.v[i][b];
			size_t before = i > 0 ? in_force[(i - 1) * l->n_blocks + b] : i;
			bool stray = c->n > 2 && count_headings(c) == 1 &&
				     (sums || count_headings(&l->columns.v[before][b]) > 0);
			in_force[i * l->n_blocks + b] = stray ? before : i;
		}
	return in_force;
}

/* The columns that stray headings took out of force. under: of each set, its lines, linked. */
static void restore_columns(
	const struct placing *p, struct lines *l, bool sums, struct line **under)
{
	size_t *in_force = sets_in_force(l, sums);
	for (size_t i = l->v.n, set = l->columns.n - 1; i-- > 0;) {
		struct line *line = &l->v.v[i];
		size_t block = line->label ? p->def->rows[line->row].block : 0;
		while (set > 0 && l->columns.v[set] != line->columns)
			set--;
		bool narrow = p->stream->rows.v[line->stream_row].narrow;
		size_t at = narrow ? in_force[set * l->n_blocks + block] : set;
		line->columns = l->columns.v[at];
		line->set = at;
		line->next = under[at];
		under[at] = line;
	}
	free(in_force);
}

static size_t end_of(const struct placing *p, const struct line *l)
{
	bool exact = l->label && !l->dropped && l->filled > 0 && l->cells.n > 0 &&
		     p->stream->rows.v[l->stream_row].exact;
	return exact ? l->cells.v[l->cells.n - 1]->end : 0;
}

/* The end that three in four rows of a grid have, by the vote that outlasts the others. */
struct ends {
	size_t end, votes, same, all;
};

static void vote(struct ends *e, const struct placing *p, const struct line *under)
{
	for (const struct line *line = under; line; line = line->next) {
		size_t here = end_of(p, line);
		if (here == 0)
			continue;
		e->end = e->votes == 0 ? here : e->end;
		e->votes += here == e->end ? 1 : (size_t)-1;
	}
}

static void count_votes(struct ends *e, const struct placing *p, const struct line *under)
{
	for (const struct line *line = under; line; line = line->next) {
		size_t here = end_of(p, line);
		e->all += here > 0;
		e->same += here > 0 && here == e->end;
	}
}

/* 0: there is none such. */
static size_t even_end(const struct ends *e)
{
	return e->all > 2 && e->same * 4 >= e->all * 3 ? e->end : 0;
}

static void judge_even(const struct placing *p, struct lines *l, struct line *const *under)
{
	struct ends all = {0};
	for (size_t i = 0; i < l->columns.n; i++)
		vote(&all, p, under[i]);
	for (size_t i = 0; i < l->columns.n; i++)
		count_votes(&all, p, under[i]);
	for (size_t i = 0; i < l->columns.n; i++) {
		struct ends own = {0};
		vote(&own, p, under[i]);
		count_votes(&own, p, under[i]);
		for (size_t b = 0; b < l->n_blocks; b++)
			l->columns.v[i][b].even = even_end(&own) ? even_end(&own) : even_end(&all);
	}
}

void columns_judge(const struct placing *p, struct lines *l, const struct form_identity *sum)
{
	struct line **under = mem_alloc_array(l->columns.n, sizeof *under);
	restore_columns(p, l, sum != NULL, under);
	columns_drop_foreign(p, l, under, sum);
	columns_judge_order(p, l, sum);
	judge_blocks(p, l, under);
	for (size_t i = 0; i < l->columns.n; i++) {
		struct columns *c = l->columns.v[i];
		judge_headed(c, under[i]);
		judge_lost(c, under[i]);
		judge_widths(c, under[i]);
		judge_reach(c, under[i]);
	}
	if (sum)
		judge_damage(l);
	judge_even(p, l, under);
	for (size_t i = 0; i < l->columns.n; i++)
		for (size_t b = 0; b < l->n_blocks; b++)
			columns_judge_frame(&l->columns.v[i][b], under[i]);
	columns_judge_strange(p, l, under);
	free(under);
}

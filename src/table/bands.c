/* Looking for the bands: fewest first, one span of rows after another whose own sums hold; of whole
 * tables those in which the sums of columns hold, too. */
#include "table/bands_search.h"

enum {
	OPEN_COST = 8, /* of rows that nobody knows, and of each */
	OPEN_ROW_COST = 2,
	TELLING_MIN = 2,     /* rows that are not all zero, between such */
	LOOKS_MAX = 20000,   /* at whole tables, and ways to them */
	BROKEN_SHARE = 4,    /* of so many rows of a span one may be wrong in the report */
	BROKEN_RARE = 8,     /* and of so many in all */
	COST_MORE = 12,	     /* so much more may a way cost than the cheapest */
	COST_SLACK = 3,	     /* another way that costs more than that is not looked for */
	UNITS_MAX = 1 << 30, /* of a number: sums stay far from overflow */
};

#define OPEN SIZE_MAX

/* Where the span's number of a row and a column, as printed, was read. */
static size_t place_of(const struct search *s, const struct span *p, size_t row, size_t column)
{
	size_t first = column, end = column + 1;
	if (p->map)
		return s->maps.v[p->map - 1 + (row - p->from) * s->n_columns + column];
	while (first > 0 && !(p->ends >> (first - 1) & 1))
		first--;
	while (end < s->n_columns && !(p->ends >> (end - 1) & 1))
		end++;
	return p->from * s->n_columns + first * (p->to - p->from) +
	       (row - p->from) * (end - first) + column - first;
}

/* Where the form's column is printed. */
static size_t printed_at(const struct search *s, size_t column)
{
	if (!s->total_first)
		return column;
	return column + 1 == s->n_columns ? 0 : column + 1;
}

bool bands_row_holds(const struct search *s, const size_t *at)
{
	for (size_t i = 0; i < s->form->n_identities; i++) {
		const struct form_identity *id = &s->form->identities[i];
		int64_t sum = 0;
		if (id->table != s->def || !id->each_row)
			continue;
		for (size_t k = 0; k < id->n_left; k++)
			sum += s->values[at[printed_at(s, id->left[k])]];
		for (size_t k = 0; k < id->n_right; k++)
			sum -= s->values[at[printed_at(s, id->right[k])]];
		if (sum != 0)
			return false;
	}
	return true;
}

static bool row_holds(const struct search *s, const struct span *p, size_t row)
{
	size_t at[BANDS_COLUMNS_MAX];
	for (size_t c = 0; c < s->n_columns; c++)
		at[c] = place_of(s, p, row, c);
	return bands_row_holds(s, at);
}

/* Does another span of the same rows, found before, put the same numbers in the same cells? */
static bool is_known(const struct search *s, const struct span *p)
{
	for (size_t i = s->spans.n;
		i-- > 0 && s->spans.v[i].from == p->from && s->spans.v[i].to == p->to;) {
		bool same = true;
		for (size_t r = p->from; same && r < p->to; r++)
			for (size_t c = 0; same && c < s->n_columns; c++)
				same = s->values[place_of(s, p, r, c)] ==
				       s->values[place_of(s, &s->spans.v[i], r, c)];
		if (same)
			return true;
	}
	return false;
}

/* Does each of its bands begin behind a blank line or words, and hold none? */
static bool is_parted_so(const struct search *s, const struct span *p)
{
	size_t height = p->to - p->from, at = p->from * s->n_columns;
	for (size_t c = 0; c < s->n_columns; c++)
		for (size_t r = 0; r < height; r++, at++) {
			bool begins = r == 0 && c > 0 && p->ends >> (c - 1) & 1;
			if ((c > 0 || r > 0) && s->parted[at] != begins)
				return false;
		}
	return true;
}

/* Does each of its bands begin behind a blank line or words? */
static bool begins_parted(const struct search *s, size_t from, size_t to, unsigned ends)
{
	for (size_t c = 1; c < s->n_columns; c++)
		if (ends >> (c - 1) & 1 && !s->parted[from * s->n_columns + c * (to - from)])
			return false;
	return from == 0 || s->parted[from * s->n_columns];
}

static void try_span(struct search *s, size_t from, size_t to, unsigned ends)
{
	struct span p = {.from = from, .to = to, .ends = ends, .cost = 1};
	for (unsigned bits = ends; bits; bits &= bits - 1)
		p.cost += p.cost == 1 ? 2 : 1;
	if (s->strict && ends && !is_parted_so(s, &p))
		return;
	for (size_t r = from; r < to; r++)
		p.broken += !row_holds(s, &p, r);
	if (s->nested && p.broken > 0 && ends && begins_parted(s, from, to, ends))
		bands_add_nested(s, from, to, ends);
	bool alone = !ends && to == from + 1;
	if (p.broken > 0 && (!s->strict || (!alone && !ends) ||
				    (!alone && p.broken * BROKEN_SHARE > to - from)))
		return;
	p.cost += BANDS_BROKEN_COST * p.broken;
	if (s->spans.n < BANDS_SPANS_MAX && !is_known(s, &p))
		*vec_push(&s->spans) = p;
}

static void open_span(struct search *s, size_t from, size_t to)
{
	if (s->spans.n < BANDS_SPANS_MAX)
		*vec_push(&s->spans) = (struct span){.from = from,
			.to = to,
			.cost = OPEN_COST + OPEN_ROW_COST * (to - from),
			.open = true};
}

static void add_spans(struct search *s)
{
	unsigned all = 1U << (s->n_columns - 1);
	for (size_t from = 0; from < s->n_rows; from++) {
		for (size_t to = from + 1; to <= s->n_rows; to++) {
			for (unsigned ends = 0; ends < (to > from + 1 ? all : 1); ends++)
				try_span(s, from, to, ends);
			open_span(s, from, to);
		}
		s->end[from] = s->spans.n;
	}
}

/* Those that begin at the row are [begin_of(row), end[row]). */
static size_t begin_of(const struct search *s, size_t row)
{
	return row ? s->end[row - 1] : 0;
}

static void find_rest(struct search *s)
{
	for (size_t row = s->n_rows; row-- > 0;) {
		s->rest[row] = SIZE_MAX / 2;
		for (size_t i = begin_of(s, row); i < s->end[row]; i++) {
			const struct span *p = &s->spans.v[i];
			if (p->cost + s->rest[p->to] < s->rest[row])
				s->rest[row] = p->cost + s->rest[p->to];
		}
	}
}

struct side {
	int64_t sum;
	bool open; /* it has more rows, which nobody knows */
};

static struct side side_of(const struct search *s, const size_t *rows, size_t n, size_t column)
{
	struct side side = {0, false};
	for (size_t k = 0; k < n; k++) {
		size_t at = s->order[rows[k] * s->n_columns + column];
		side.open |= at == OPEN;
		side.sum += at == OPEN ? 0 : s->values[at];
	}
	return side;
}

/* As far as its rows are known: what is known of one side is no more than all of the other. */
static bool column_holds(const struct search *s, const struct form_identity *id, size_t column)
{
	struct side left = side_of(s, id->left, id->n_left, column);
	struct side right = side_of(s, id->right, id->n_right, column);
	return (left.sum >= right.sum || left.open) && (left.sum <= right.sum || right.open);
}

/* But for so many, twice for each row that does not add up. */
static bool columns_hold(const struct search *s, size_t broken)
{
	bool any = false;
	size_t wrong = 0;
	for (size_t i = 0; i < s->form->n_identities; i++) {
		const struct form_identity *id = &s->form->identities[i];
		if (id->table != s->def || id->each_row)
			continue;
		any = true;
		for (size_t c = 0; c < s->n_columns; c++)
			wrong += !column_holds(s, id, c);
	}
	return any && wrong <= 2 * broken;
}

static bool is_zero_row(const struct search *s, size_t row)
{
	for (size_t c = 0; c < s->n_columns; c++)
		if (s->values[s->order[row * s->n_columns + c]] != 0)
			return false;
	return true;
}

static bool is_open(const struct search *s, size_t row)
{
	return s->order[row * s->n_columns] == OPEN;
}

static void open_row(struct search *s, size_t row)
{
	for (size_t c = 0; c < s->n_columns; c++)
		s->order[row * s->n_columns + c] = OPEN;
}

/* Between rows that nobody knows, few sums that hold are an accident, and zeros are anybody's: of
 * rows [from, to) what is left of them is known. How many. */
static size_t trim(struct search *s, size_t from, size_t to)
{
	size_t telling = 0;
	for (; from > 0 && from < to && is_zero_row(s, from); from++)
		open_row(s, from);
	for (; to < s->n_rows && to > from && is_zero_row(s, to - 1); to--)
		open_row(s, to - 1);
	for (size_t r = from; r < to; r++)
		telling += !is_zero_row(s, r);
	for (size_t r = from; r < to && telling < TELLING_MIN; r++)
		open_row(s, r);
	return telling < TELLING_MIN ? 0 : to - from;
}

/* Are rows enough known, where some are not, and of the numbers that are not zero half? */
static bool is_known_enough(struct search *s)
{
	size_t known = 0, telling = 0, all = 0;
	for (size_t r = 0, from = 0; r <= s->n_rows; r++) {
		if (r < s->n_rows && !is_open(s, r))
			continue;
		known += trim(s, from, r);
		from = r + 1;
	}
	for (size_t i = 0; i < s->n_rows * s->n_columns; i++) {
		telling += s->order[i] != OPEN && s->values[s->order[i]] != 0;
		all += s->values[i] != 0;
	}
	return known * 2 >= s->n_rows && telling * 2 >= all;
}

/* Of several ways what they have in common is known. */
static void take_way(struct search *s)
{
	for (size_t i = 0; i < s->n_rows * s->n_columns; i++) {
		size_t was = s->found[i], is = s->order[i];
		if (!s->any)
			s->found[i] = is;
		else if (was != OPEN && (is == OPEN || s->values[was] != s->values[is]))
			s->found[i] = OPEN;
	}
	s->any = true;
}

/* A way through all rows. */
static void see_way(struct search *s)
{
	bool whole = true;
	size_t broken = 0;
	for (size_t i = 0; i < s->n_way; i++)
		broken += s->way[i]->broken;
	for (size_t i = 0; i < s->n_way; i++)
		for (size_t r = s->way[i]->from; r < s->way[i]->to; r++)
			for (size_t c = 0; c < s->n_columns; c++)
				s->order[r * s->n_columns + c] =
					s->way[i]->open ? OPEN : place_of(s, s->way[i], r, c);
	for (size_t i = 0; i < s->n_way; i++)
		whole &= !s->way[i]->open;
	if (broken * BROKEN_RARE > s->n_rows)
		return;
	if ((!whole && (s->whole || !is_known_enough(s))) || !columns_hold(s, broken))
		return;
	if (whole && !s->whole)
		s->any = false;
	s->whole |= whole;
	take_way(s);
}

static void walk(struct search *s, size_t row, size_t cost)
{
	if (s->looks++ >= LOOKS_MAX)
		return;
	if (row == s->n_rows) {
		see_way(s);
		return;
	}
	for (size_t i = begin_of(s, row); i < s->end[row]; i++) {
		const struct span *p = &s->spans.v[i];
		const struct span *before = s->n_way > 0 ? s->way[s->n_way - 1] : NULL;
		bool again = before && p->open == before->open && !p->ends && !before->ends &&
			     p->broken == before->broken;
		if (again || cost + p->cost + s->rest[p->to] > s->most)
			continue;
		s->way[s->n_way++] = p;
		walk(s, p->to, cost + p->cost);
		s->n_way--;
	}
}

static bool read_values(struct search *s, const struct token *const *v)
{
	for (size_t i = 0; i < s->n_rows * s->n_columns; i++) {
		const struct dec *d = &v[i]->reading.value;
		bool number = v[i]->reading.kind == READ_NUMBER;
		if (number && (d->scale || d->units >= UNITS_MAX || d->units <= -UNITS_MAX))
			return false;
		s->values[i] = number ? d->units : 0;
	}
	return true;
}

static bool is_as_read(const struct search *s)
{
	for (size_t i = 0; i < s->n_rows * s->n_columns; i++)
		if (s->found[i] != i)
			return false;
	return true;
}

/* false: there is no way, or too many spans to look at. */
static bool find_spans(struct search *s, bool strict)
{
	s->strict = strict;
	s->spans.n = s->maps.n = 0;
	add_spans(s);
	find_rest(s);
	return s->spans.n < BANDS_SPANS_MAX && s->rest[0] < SIZE_MAX / 2;
}

/* All ways up to what they may cost; false: too many to look at. */
static bool walk_all(struct search *s, size_t most)
{
	s->most = most;
	s->looks = 0;
	s->any = s->whole = false;
	walk(s, 0, 0);
	return s->looks < LOOKS_MAX;
}

/* A way without open rows, were it a costlier one; else the cheapest. */
static bool search(struct search *s)
{
	size_t least = s->rest[0] + COST_SLACK, known = 0;
	for (size_t more = 0; more <= COST_MORE; more += COST_SLACK) {
		if (!walk_all(s, least + more))
			break;
		if (s->whole)
			return true;
		known = s->any && !known ? least + more : known;
	}
	return known && walk_all(s, known);
}

/* As few bands as may be, parted as the numbers are; else others, else such with others within, and
 * where none of these is known whole, those that are known in part. */
static bool find(struct search *s)
{
	if ((find_spans(s, true) && search(s) && s->whole) ||
		(find_spans(s, false) && search(s) && s->whole))
		return true;
	s->nested = true;
	if (find_spans(s, false) && search(s) && s->whole)
		return true;
	s->nested = false;
	return find_spans(s, false) && search(s);
}

bool bands_order(const struct form *form, const struct form_table *def, bool total_first,
	const struct token *const *v, const bool *parted, const struct token **out)
{
	struct search s = {.form = form,
		.def = def,
		.n_rows = def->n_rows,
		.n_columns = def->blocks[0].n_columns,
		.total_first = total_first,
		.parted = parted};
	size_t cells = s.n_rows * s.n_columns;
	if (s.n_rows > BANDS_ROWS_MAX || s.n_columns > BANDS_COLUMNS_MAX || s.n_columns == 0)
		return false;
	s.values = mem_alloc_array(cells + 1, sizeof *s.values);
	s.order = mem_alloc_array(cells + 1, sizeof *s.order);
	s.found = mem_alloc_array(cells + 1, sizeof *s.found);
	bool found = read_values(&s, v) && find(&s) && !is_as_read(&s);
	vec_free(&s.spans);
	vec_free(&s.maps);
	for (size_t i = 0; found && i < cells; i++)
		out[i] = s.found[i] == OPEN ? NULL : v[s.found[i]];
	free(s.values);
	free(s.order);
	free(s.found);
	return found;
}

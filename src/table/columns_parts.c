/* The order of a table's columns, the total's apart, where headings have them in another than the
 * form. */
#include <string.h>

#include "table/lines.h"

/* One table's columns and what their headings say. */
struct parts {
	const struct columns *c;
	size_t n;    /* the columns but for the total's, which is behind them */
	bool exact;  /* the cells of the total's own row are the source's */
	bool narrow; /* headings stand a cell a line: nothing but their order tells anything */
};

static bool is_over(const struct columns *c, size_t k)
{
	return c->over && k >= c->over_first && k < c->over_first + c->over_n;
}

/* Two headings stand the other way round: in one row, or, where nothing tells columns apart, in
 * what was read first. Of two rows of headings one may have slipped sideways. */
static bool are_swapped(const struct columns *c, size_t a, size_t b)
{
	bool placed = c->heading[a] != STR_NONE && c->heading[b] != STR_NONE;
	bool apart = placed && c->heading[a] != c->heading[b];
	if (apart && c->head_row[a] != c->head_row[b])
		return false;
	return apart ? c->heading[a] > c->heading[b]
		     : c->read[a] && c->read[b] && c->read[a] > c->read[b];
}

/* A cell a line, the total's heading was read before those below the one over several: row by row,
 * and not as lines of a page, on which what stands below may be as high as what is beside it. */
static bool is_by_rows(const struct parts *p)
{
	const struct columns *c = p->c;
	if (!p->narrow || p->n == c->n || !c->read[p->n])
		return false;
	for (size_t k = 0; k < p->n; k++)
		if (is_over(c, k) && c->read[k] && c->read[k] < c->read[p->n])
			return false;
	return true;
}

/* A column of its own behind the heading over others that the form has behind it: in one row, or a
 * cell a line. */
static bool is_behind(const struct parts *p, size_t k)
{
	const struct columns *c = p->c;
	return c->over && k < c->over_first && c->over < c->read[k] &&
	       (is_by_rows(p) || (c->over_row == c->head_row[k] && c->heading[k] != STR_NONE));
}

/* All that the heading over others stands above are before a column that the form has before them,
 * most of them read. A row of headings that slipped sideways does not go past a whole column. */
static bool is_moved_behind(const struct columns *c, size_t k)
{
	size_t before = 0;
	if (!c->over_n || k >= c->over_first || c->heading[k] == STR_NONE)
		return false;
	for (size_t i = c->over_first; i < c->over_first + c->over_n; i++) {
		if (c->heading[i] != STR_NONE && c->heading[i] >= c->heading[k])
			return false;
		before += c->heading[i] != STR_NONE;
	}
	return before * 2 > c->over_n;
}

/* Is the total's heading printed amid the others? Below a heading over several of them these stand
 * in a row of their own, which may have run into one with it. */
static bool is_total_amid(const struct parts *p)
{
	const struct columns *c = p->c;
	size_t total = p->n < c->n ? c->read[p->n] : 0;
	bool before = false, behind = false, below_before = false;
	for (size_t k = 0; k < p->n && total; k++) {
		bool below = c->over_n ? is_over(c, k) : k > 0;
		if (!c->read[k] || c->head_row[k] != c->head_row[p->n])
			continue;
		below_before |= below && c->read[k] < total;
		before |= c->read[k] < total;
		behind |= c->read[k] > total && (!below || !c->over);
		if (below && c->read[k] > total && below_before)
			return true;
	}
	if (c->over && c->over_row == c->head_row[p->n] && total) {
		before |= c->over < total;
		behind |= c->over > total;
	}
	return before && behind && p->exact;
}

static bool has_moved(const struct parts *p)
{
	for (size_t k = 0; k < p->n; k++)
		if (is_moved_behind(p->c, k) || (is_by_rows(p) && is_behind(p, k)))
			return true;
	return false;
}

static bool is_mixed(const struct parts *p)
{
	for (size_t a = 0; a < p->n; a++)
		for (size_t b = a + 1; b < p->n; b++)
			if (are_swapped(p->c, a, b))
				return true;
	for (size_t k = 0; k < p->n; k++)
		if (is_behind(p, k))
			return true;
	return is_total_amid(p);
}

/* What stands below a heading is read later than what is beside it. */
static bool is_before(const struct parts *p, size_t a, size_t b)
{
	const struct columns *c = p->c;
	if (is_over(c, a) != is_over(c, b) && (is_behind(p, a) || is_behind(p, b)))
		return is_over(c, a);
	return c->read[a] < c->read[b];
}

/* The parts as their headings were read; false where one was not, or the places of some say
 * otherwise. */
static bool read_order(const struct parts *p, uint8_t *order)
{
	for (size_t k = 0; k < p->c->n; k++) {
		size_t at = k;
		if (k < p->n && !p->c->read[k])
			return false;
		for (; k < p->n && at > 0 && is_before(p, k, order[at - 1]); at--)
			order[at] = order[at - 1];
		order[at] = (uint8_t)k;
	}
	for (size_t k = 1; k < p->n; k++) {
		size_t left = p->c->heading[order[k - 1]], right = p->c->heading[order[k]];
		if (left != STR_NONE && right != STR_NONE && left > right)
			return false;
	}
	return true;
}

/* Each in a cell of its own, where nothing but their order tells columns apart. */
static bool are_listed(const struct parts *p)
{
	const struct columns *c = p->c;
	for (size_t k = 0; k < c->n; k++) {
		if (k < p->n && c->heading[k] != STR_NONE)
			return false;
		for (size_t other = 0; other < k; other++)
			if (c->head[k] && c->head[k] == c->head[other])
				return false;
	}
	return true;
}

/* In the form's order, but for where it begins, with other lines where that is: some of them may be
 * the last of the table above, as a program reads a page column by column. */
static bool is_turned(const struct parts *p)
{
	const uint8_t *order = p->c->order;
	bool parted = false;
	for (size_t k = 1; k < p->n; k++) {
		if (order[k] != (order[k - 1] + 1u) % p->n)
			return false;
		parted |= order[k] == 0 &&
			  p->c->head_row[order[k]] != p->c->head_row[order[k - 1]] + 1;
	}
	return parted;
}

/* And those that stand below one were read one behind another: none of them is a word that stands
 * before the headings by chance. */
static bool is_sure(const struct parts *p)
{
	const struct columns *c = p->c;
	size_t from = SIZE_MAX, to = 0;
	if (!are_listed(p) || is_turned(p))
		return false;
	for (size_t k = 0; k < p->n; k++) {
		if (is_behind(p, k))
			return false;
		if (is_over(c, k)) {
			from = c->read[k] < from ? c->read[k] : from;
			to = c->read[k] > to ? c->read[k] : to;
		}
	}
	for (size_t k = 0; k < c->n; k++)
		if (!is_over(c, k) && c->read[k] > from && c->read[k] < to)
			return false;
	return !is_total_amid(p);
}

static size_t count_read(const struct columns *c)
{
	size_t read = 0;
	for (size_t k = 0; k < c->n; k++)
		read += c->read[k] > 0;
	return read;
}

/* Headings above a table's next part may be some of them only; then those before are in force. */
static void carry(struct columns *c, const struct columns *before)
{
	size_t read = count_read(c);
	if (read + 1 >= c->n || (!before->mixed && !before->permuted))
		return;
	c->permuted = before->permuted;
	memcpy(c->order, before->order, sizeof c->order);
	c->mixed = before->mixed || read > 0;
}

void columns_judge_parts(const struct placing *p, struct columns *c, const struct columns *before,
	const struct form_identity *sum)
{
	struct parts parts = {.c = c, .n = sum ? c->n - 1 : c->n};
	if (sum && c->read[parts.n])
		parts.exact = p->stream->rows.v[c->head_row[parts.n]].exact;
	if (c->over)
		parts.narrow = p->stream->rows.v[c->over_row].narrow;
	c->moved = has_moved(&parts);
	c->mixed = c->moved || is_mixed(&parts);
	if (!c->mixed) {
		carry(c, before);
		return;
	}
	c->permuted = read_order(&parts, c->order);
	c->mixed = !c->permuted || !is_sure(&parts);
}

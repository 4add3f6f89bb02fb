/* Kinds of edits and how surprising each is.
 *
 * The costs are bits, so that they add up where independent things happened: a slip every reader of
 * such reports has seen often costs 2 or 3, one that can be told but is rare 5, a number that has
 * nothing to do with the due one 9. They order explanations of one report; they are no measured
 * frequencies. */
#include "repair/edit.h"

#include <string.h>

#define COST_OTHER 9
#define COST_OTHER_TOTAL 7 /* sums are reckoned wrongly, single counts seldom are */
#define COST_DOUBT 1	   /* less, where the number was placed with doubt */
#define COST_BLANK 1	   /* less, where nothing was written, not even a zero */

#define TEN_THOUSAND 10000

static const struct {
	const char *name;
	const char *words[2]; /* by enum lang */
	unsigned cost;
} edits[EDIT_COUNT] = {
	[EDIT_OTHER] = {"other", {"another number", "另一个数"}, COST_OTHER},
	[EDIT_LOOKALIKE] = {"lookalike", {"digits that look alike", "形近数字误认"}, 3},
	[EDIT_DIGIT_CHANGED] = {"digit-changed", {"one digit changed", "错一位数字"}, 5},
	[EDIT_DIGIT_DROPPED] = {"digit-dropped", {"a digit dropped", "漏一位数字"}, 3},
	[EDIT_DIGIT_DOUBLED] = {"digit-doubled", {"a digit doubled", "数字重复一位"}, 3},
	[EDIT_DIGIT_ADDED] = {"digit-added", {"a digit too many", "多一位数字"}, 5},
	[EDIT_DIGITS_SWAPPED] = {"digits-swapped", {"two digits swapped", "两位数字颠倒"}, 3},
	[EDIT_MISCOUNTED] = {"miscounted", {"one off", "差一"}, 4},
	[EDIT_SIGN] = {"sign", {"the sign turned", "正负号反了"}, 3},
	[EDIT_TEN_THOUSAND] = {"ten-thousand", {"a factor of ten thousand", "“万”多写或漏写"}, 3},
	[EDIT_LEFT_OUT] = {"left-out", {"a number left out", "漏填"}, 4},
	[EDIT_ZERO_TOTAL] = {"zero-total", {"a total left at zero", "总计漏填为零"}, 1},
	[EDIT_PUT_IN] = {"put-in", {"a number where there is none", "多填"}, 8},
	[EDIT_COPIED] = {"copied", {"a neighbour's number", "抄成邻格的数"}, 4},
	[EDIT_CELLS_SWAPPED] = {"cells-swapped", {"two cells swapped", "两格互换"}, 5},
	[EDIT_LINES_SWAPPED] = {"lines-swapped", {"two rows or columns swapped", "两行（列）互换"},
		5},
	[EDIT_CELL_MOVED] = {"cell-moved", {"a number in the wrong cell", "填错了格"}, 4},
	[EDIT_LINE_SHIFTED] = {"line-shifted", {"numbers shifted by one cell", "整段错开一格"}, 4},
	[EDIT_NUMBER_SPLIT] = {"number-split", {"a number split over two cells", "一个数拆在两格"},
		4},
	[EDIT_NUMBERS_JOINED] = {"numbers-joined", {"two numbers run together", "两个数连在一格"},
		5},
	[EDIT_UNREAD] = {"unread", {"the number that the others leave", "由其余各格推得"}, 2},
	[EDIT_SEVERAL] = {"several", {"several changes", "多处改动"}, 0},
};

const char *edit_name(enum edit e)
{
	return edits[e].name;
}

const char *edit_words(enum edit e, enum lang lang)
{
	return edits[e].words[lang];
}

unsigned edit_line_cost(enum edit e)
{
	return edits[e].cost;
}

/* --- digits --- */

static bool are_lookalikes(char a, char b)
{
	static const char *const pairs[] = {"06", "08", "17", "38", "56", "68", "89"};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		if ((a == pairs[i][0] && b == pairs[i][1]) ||
			(a == pairs[i][1] && b == pairs[i][0]))
			return true;
	}
	return false;
}

/* Of the same length. */
static enum edit edit_of_same(const char *from, const char *to)
{
	size_t n = strlen(from), first = 0, last = n;

	while (first < n && from[first] == to[first])
		first++;
	while (last > first && from[last - 1] == to[last - 1])
		last--;
	if (last - first == 1)
		return are_lookalikes(from[first], to[first]) ? EDIT_LOOKALIKE : EDIT_DIGIT_CHANGED;
	if (last - first == 2 && from[first] == to[first + 1] && from[first + 1] == to[first])
		return EDIT_DIGITS_SWAPPED;
	return EDIT_OTHER;
}

/* Where taking one digit out of `longer` gives `shorter`; STR_NONE where none does. */
static size_t extra_digit(const char *longer, const char *shorter)
{
	size_t at = 0;

	while (shorter[at] && longer[at] == shorter[at])
		at++;
	return strcmp(longer + at + 1, shorter + at) == 0 ? at : STR_NONE;
}

static bool is_double(const char *text, size_t at)
{
	return at > 0 && text[at - 1] == text[at];
}

static enum edit edit_of_digits(const char *from, const char *to)
{
	size_t n = strlen(from), m = strlen(to);

	if (n == m)
		return edit_of_same(from, to);
	if (m == n + 1 && extra_digit(to, from) != STR_NONE)
		return EDIT_DIGIT_DROPPED;
	if (n == m + 1 && extra_digit(from, to) != STR_NONE)
		return is_double(from, extra_digit(from, to)) ? EDIT_DIGIT_DOUBLED
							      : EDIT_DIGIT_ADDED;
	return EDIT_OTHER;
}

static bool is_times(struct dec a, struct dec b, int64_t factor)
{
	return dec_mul(a, dec_of(factor), &a) && dec_cmp(a, b) == 0;
}

static bool is_one_off(struct dec a, struct dec b)
{
	return dec_sub(a, b, &a) && dec_cmp(dec_abs(a), dec_of(1)) == 0;
}

static enum edit edit_between(struct dec from, struct dec to)
{
	char a[DEC_TEXT_MAX], b[DEC_TEXT_MAX];

	if (dec_is_zero(from))
		return EDIT_LEFT_OUT;
	if (dec_is_zero(to))
		return EDIT_PUT_IN;
	if (dec_cmp(dec_abs(from), dec_abs(to)) == 0)
		return EDIT_SIGN;
	if (is_times(from, to, TEN_THOUSAND) || is_times(to, from, TEN_THOUSAND))
		return EDIT_TEN_THOUSAND;
	if ((from.units < 0) != (to.units < 0))
		return EDIT_OTHER;
	return edit_of_digits(dec_str(dec_abs(from), a), dec_str(dec_abs(to), b));
}

static bool is_lookalike_zero(enum edit e, struct dec from, struct dec to)
{
	return (e == EDIT_LEFT_OUT &&
		       (dec_cmp(to, dec_of(6)) == 0 || dec_cmp(to, dec_of(8)) == 0)) ||
	       (e == EDIT_PUT_IN &&
		       (dec_cmp(from, dec_of(6)) == 0 || dec_cmp(from, dec_of(8)) == 0));
}

enum edit edit_of_numbers(struct dec from, struct dec to, unsigned *cost)
{
	enum edit e = edit_between(from, to);

	*cost = edits[e].cost;
	if (is_lookalike_zero(e, from, to) && *cost > edits[EDIT_LOOKALIKE].cost + 2)
		*cost = edits[EDIT_LOOKALIKE].cost + 2;
	if (*cost > edits[EDIT_MISCOUNTED].cost && is_one_off(from, to)) {
		*cost = edits[EDIT_MISCOUNTED].cost;
		if (e != EDIT_DIGIT_CHANGED)
			e = EDIT_MISCOUNTED;
	}
	return e;
}

/* --- cells --- */

static bool shows(const struct system *s, size_t cell, struct dec number)
{
	const struct value *v = &s->values->v[cell];

	return v->state == CELL_GIVEN && dec_cmp(v->value, number) == 0;
}

static size_t columns_of(const struct form_cell *def)
{
	return def->table->blocks[def->row->block].n_columns;
}

/* Is the number that of the next cell in its row or column or, in a total, of a total beside it? */
static bool is_neighbours(const struct system *s, size_t cell, struct dec number)
{
	const struct form_cell *def = s->report->cells[cell].def;
	const struct report_table *t = report_table_of(s->report, cell);
	size_t n = columns_of(def), at = cell - t->cell - (def->row->first - t->def->cell);
	size_t first = cell - at;

	for (size_t i = 0; i < n; i++) {
		bool beside = i + 1 == at || i == at + 1;

		if (i != at && (beside || (s->totals[cell] && s->totals[first + i])) &&
			shows(s, first + i, number))
			return true;
	}
	for (size_t i = 0; i < t->n_cells; i++) {
		size_t other = t->cell + i;
		bool above = other + n == cell || other == cell + n;

		if (above && s->report->cells[other].def->row->block == def->row->block &&
			shows(s, other, number))
			return true;
	}
	return false;
}

/* A total left at nothing, with parts that are not. */
static bool is_zero_total(const struct system *s, size_t cell)
{
	for (size_t i = 0; i < s->uses[cell].n; i++) {
		const struct equation *e = &s->equations[s->uses[cell].v[i]];

		if (e->n - e->n_left != 1 || e->cells[e->n - 1] != cell)
			continue;
		for (size_t j = 0; j < e->n_left; j++) {
			if (s->now[e->cells[j]])
				return true;
		}
	}
	return false;
}

static void take_cheaper(enum edit e, enum edit *edit, unsigned *cost)
{
	if (edits[e].cost < *cost) {
		*edit = e;
		*cost = edits[e].cost;
	}
}

unsigned edit_of_change(const struct system *s, struct repair_change *change)
{
	struct dec from = change->from.state == CELL_GIVEN ? change->from.value : dec_of(0);
	bool total = s->totals[change->cell];
	unsigned cost;

	change->edit = edit_of_numbers(from, change->to, &cost);
	if (change->edit == EDIT_OTHER && total)
		cost = COST_OTHER_TOTAL;
	if (change->edit == EDIT_LEFT_OUT && change->from.state == CELL_BLANK)
		cost -= COST_BLANK;
	if (change->edit == EDIT_LEFT_OUT && total && is_zero_total(s, change->cell))
		take_cheaper(EDIT_ZERO_TOTAL, &change->edit, &cost);
	if (!dec_is_zero(from) && is_neighbours(s, change->cell, from))
		take_cheaper(EDIT_COPIED, &change->edit, &cost);
	if (s->report->cells[change->cell].doubt)
		cost -= COST_DOUBT;
	return cost;
}

/* --- how sure --- */

static const struct {
	const char *name;
	const char *words[2];
} sures[] = {
	[SURE_LOW] = {"low", {"one of several", "几种可能之一"}},
	[SURE_FAIR] = {"fair", {"likely", "较可能"}},
	[SURE_HIGH] = {"high", {"very likely", "很可能"}},
};

const char *sure_name(enum sure s)
{
	return sures[s].name;
}

const char *sure_words(enum sure s, enum lang lang)
{
	return sures[s].words[lang];
}

/* What stands where. */
#include "ui/layout.h"

/* From that width on the list of findings stands beside the current one. */
enum { LIST_BESIDE = 150, LIST_MIN = 56 };

/* Rows of the findings area, headings counted: of the current finding, and of the list of all below
 * it where the window is too narrow to have it beside. */
static void finding_rows(int rows, int cols, int *detail, int *list)
{
	static const struct {
		int from, detail, list;
	} steps[] = {{50, 8, 8}, {44, 8, 6}, {38, 7, 5}, {27, 7, 0}, {18, 6, 0}, {14, 5, 0},
		{11, 4, 0}, {8, 3, 0}, {0, 2, 0}};
	size_t i = 0;

	while (rows < steps[i].from)
		i++;
	*detail = steps[i].detail;
	*list = steps[i].list;
	if (cols >= LIST_BESIDE && *list > 0) {
		*detail += 2;
		*list = 0;
	}
}

static int at_most(int n, int limit)
{
	return n < limit ? n : limit;
}

/* Of the list beside the current finding: two fifths, as a message of the one is a line of the
 * other. */
static int list_cols(int cols)
{
	return cols * 2 / 5 > LIST_MIN ? cols * 2 / 5 : LIST_MIN;
}

/* The table has a natural width, past which columns only drift apart; the text gets what is over.
 */
static int table_cols(int cols)
{
	enum { NATURAL = 66, TEXT_MIN = 33 };

	return cols / 2 > NATURAL ? cols / 2 : at_most(NATURAL, cols - TEXT_MIN - 1);
}

static void split_wide(struct layout *l, struct rect body)
{
	int right = table_cols(body.cols);

	l->side_by_side = true;
	l->text = rect_of(body.row, 0, body.rows, body.cols - right - 1);
	l->table = rect_of(body.row, body.cols - right, body.rows, right);
}

static void split_narrow(struct layout *l, struct rect body, enum pane focus, bool in_table)
{
	enum { BOTH = 14, ALWAYS_BOTH = 26 };
	bool both = body.rows >= ALWAYS_BOTH || (body.rows >= BOTH && focus == PANE_FINDINGS);
	int upper = body.rows * 2 / 5;

	if (both) {
		l->text = rect_of(body.row, 0, upper, body.cols);
		l->table = rect_of(body.row + upper, 0, body.rows - upper, body.cols);
	} else if (focus == PANE_TABLE || (focus == PANE_FINDINGS && in_table)) {
		l->table = body;
	} else {
		l->text = body;
	}
}

struct layout layout_make(int rows, int cols, enum pane focus, bool finding_in_table)
{
	struct layout l = {.too_small = rows < LAYOUT_MIN_ROWS || cols < LAYOUT_MIN_COLS};
	int detail, list,
		below = rows >= 10 ? 2 : 1; /* in short windows messages lie over the keys */

	if (l.too_small)
		return l;
	finding_rows(rows, cols, &detail, &list);
	struct rect body = rect_of(1, 0, rows - 1 - detail - list - below, cols);
	int end = body.row + body.rows;

	l.title = rect_of(0, 0, 1, cols);
	l.finding = rect_of(end, 0, detail, cols);
	l.list = rect_of(end + detail, 0, list, cols);
	if (cols >= LIST_BESIDE) {
		l.list = rect_of(end, 0, detail, list_cols(cols));
		l.finding = rect_of(end, l.list.cols + 1, detail, cols - l.list.cols - 1);
	}
	l.message = rect_of(rows - below, 0, 1, cols);
	l.bar = rect_of(rows - 1, 0, 1, cols);
	if (cols >= LAYOUT_WIDE && body.rows >= 6)
		split_wide(&l, body);
	else
		split_narrow(&l, body, focus, finding_in_table);
	return l;
}

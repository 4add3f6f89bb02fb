/* What stands where. */
#include "ui/layout.h"

/* Rows of the findings area, its heading counted. */
static int finding_rows(int rows)
{
	static const struct {
		int from, rows;
	} steps[] = {{50, 12}, {40, 10}, {32, 8}, {27, 7}, {18, 6}, {14, 5}, {11, 4}, {8, 3}};

	for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
		if (rows >= steps[i].from)
			return steps[i].rows;
	return 2;
}

static int at_most(int n, int limit)
{
	return n < limit ? n : limit;
}

/* The table has a natural width, past which columns only drift apart; the text gets what is over.
 */
static int table_cols(int cols)
{
	enum { NATURAL = 66, TEXT_MIN = 42 };

	return cols / 2 > NATURAL ? cols / 2 : at_most(NATURAL, cols - TEXT_MIN - 1);
}

static void split_wide(struct layout *l, struct rect body, enum pane focus)
{
	enum { LIST_BESIDE = 150, LIST_COLS = 56, LIST_ROWS = 6 };
	int right = table_cols(body.cols);
	struct rect f = l->finding;

	if (body.cols >= LIST_BESIDE) {
		l->list = rect_of(f.row, 0, f.rows, LIST_COLS);
		l->finding = rect_of(f.row, LIST_COLS + 1, f.rows, f.cols - LIST_COLS - 1);
	} else if (focus == PANE_FINDINGS && body.rows >= 16) {
		body.rows -= LIST_ROWS;
		l->list = rect_of(body.row + body.rows, 0, LIST_ROWS, body.cols);
	}
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
	int detail = finding_rows(rows);
	int below = rows >= 10 ? 2 : 1; /* in short windows messages lie over the key bar */

	if (l.too_small)
		return l;
	struct rect body = rect_of(1, 0, rows - 1 - detail - below, cols);

	l.title = rect_of(0, 0, 1, cols);
	l.finding = rect_of(body.row + body.rows, 0, detail, cols);
	l.message = rect_of(rows - below, 0, 1, cols);
	l.bar = rect_of(rows - 1, 0, 1, cols);
	if (cols >= LAYOUT_WIDE && body.rows >= 6)
		split_wide(&l, body, focus);
	else
		split_narrow(&l, body, focus, finding_in_table);
	return l;
}

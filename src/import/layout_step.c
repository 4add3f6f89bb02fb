/* Counting the blank lines between cells. */
#include "import/layout_step.h"

enum {
	STEP_MAX = 4,	 /* lines from a cell to the next, at most */
	CELLS_MIN = 12,	 /* cells that it takes to speak of a step */
	EXCEPTIONS = 20, /* one in so many may have another */
	LINES_MAX = 4,	 /* lines of one cell */
};

/* May the line be the rest of the cell above it? Words go on with words, a number with a number. */
static bool goes_on(const struct layout *l, size_t line)
{
	unsigned value = LINE_VALUES | LINE_NUMBER;

	return !line_is(l, line, LINE_BLANK) &&
	       !line_is(l, line, value) == !line_is(l, line - 1, value);
}

/* Words and a value, or several values. */
static bool is_row(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];
	struct text_span last = layout_last_word(l, v->from, v->to);

	return v->flags & LINE_VALUES && !text_span_empty(layout_last_word(l, v->from, last.from));
}

size_t layout_step_cell(const struct layout *l, const struct layout_run *run, size_t line)
{
	size_t end = line + 1;

	while (end < run->to && end - line < LINES_MAX && goes_on(l, end))
		end++;
	return end;
}

size_t layout_step_find(const struct layout *l, const struct layout_run *run)
{
	size_t gaps[STEP_MAX] = {0}, cells = 0, crowded = 0, step = 0, other = 0;

	for (size_t i = run->from, end, next; i < run->to; i = next) {
		end = layout_step_cell(l, run, i);
		next = layout_skip_blank(l, end);
		cells++;
		crowded += (next == end && next < run->to) || is_row(l, i);
		if (next < run->to && next - end < STEP_MAX)
			gaps[next - end]++;
	}
	for (size_t blanks = 1; blanks < STEP_MAX && !step; blanks++)
		step = gaps[blanks] * EXCEPTIONS > cells ? blanks + 1 : 0;
	if (!step || cells < CELLS_MIN || crowded * EXCEPTIONS > cells)
		return 0;
	for (size_t i = run->from, end, next; i < run->to; i = next) {
		end = layout_step_cell(l, run, i);
		next = layout_skip_blank(l, end);
		other += next < run->to && (next - end + 1) % step != 0;
	}
	return other * EXCEPTIONS > cells ? 0 : step;
}

/* One cell of the report from the token printed there. */
#include <string.h>

#include "table/place.h"

static struct text_span within(const struct token *t)
{
	return (struct text_span){t->span.from + t->reading.from, t->span.from + t->reading.to};
}

/* Why the number itself is in doubt, wherever it stands; NULL where it is not. */
static const struct form_words *why_itself(const struct token *t)
{
	static const struct form_words in_two = {
		{"white space breaks the number; it may be two", "数字中间有空白，可能是两个数"}};
	static const struct form_words odd[] = {
		[ODD_LETTER] = {{"a letter stands where a zero may be meant",
			"此处是字母，或为零之误"}},
		[ODD_NOTE] = {{"a digit behind it was taken for a note's mark",
			"其后的小号或带圈数字视为注释标记，未计入该数"}},
		[ODD_SUM] = {{"the sum printed before it makes another number",
			"所列算式的和与等号后的数不符"}},
		[ODD_BRACKET] = {{"it stands in brackets; it may be negative, or the numbering of "
				  "words",
			"该数印在括号之中，可能是负数或编号"}},
		[ODD_STROKE] = {{"一 may be a dash", "“一”也可能是表示空白的横线"}},
		[ODD_SECOND] = {{"another number stands in brackets behind it",
			"其后括号内另有一个数"}},
		[ODD_POINT] = {{"a point stands behind it; digits may be lost",
			"该数之后有点号，后面可能缺了数字"}},
	};
	static const struct form_words half = {
		{"a number stands right above or below it; the two may be one that was broken",
			"紧邻的上一行或下一行也有数，二者可能是一个数断成的两截"}};
	static const struct form_words slid = {{"the line it is printed in ends in an empty cell "
						"as others do not; a cell before may "
						"be lost",
		"所在的一行末格空白而他行不空，前面可能缺一格，各数或已错位"}};
	if (t->reading.broken)
		return &in_two;
	if (t->reading.odd)
		return &odd[t->reading.odd];
	if (t->half)
		return &half;
	return t->slid ? &slid : NULL;
}

/* The doubt in a sentence: findings tell it in both languages. */
static const struct form_words *why(const char *how, const struct token *t)
{
	static const struct form_words loose = {
		{"the page does not tell for sure which row this stands in",
			"从版面上不能确定它在哪一行"}};
	static const struct form_words cut = {{"the row label is cut off, or joined with another",
		"行标签残缺，或与另一行的标签连在一起"}};
	static const struct {
		const char *how;
		struct form_words why;
	} rows[] = {
		{"order", {{"its row label is lost; as many rows lie here as are missing",
				  "行标签缺失；此处的行数恰为所缺的行数，按次序放入"}}},
		{"label+order", {{"the row has not as many cells as the form has columns; they are "
				  "taken in order",
					"该行的格数与表样的列数不同，按次序放入"}}},
		{"shifted", {{"more cells than columns stand behind the row label",
				    "行标签之后的格数多于列数"}}},
		{"joined", {{"a number stands in two cells; joined, the row adds up",
				   "一个数分在两格，合起来该行才平"}}},
		{"split", {{"several numbers stand in one cell", "一格之中有几个数"}}},
		{"moved", {{"a column's heading stands behind some that the form has behind it",
				  "有列标题位于表式中其后各列的标题之后"}}},
		{"headings", {{"the column headings do not stand in the form's order",
				     "列标题的次序与表样不同"}}},
		{"unread", {{"a heading above the table's cells can't be read, or stands twice",
				   "有列标题无法辨认，或两列同名"}}},
		{"total", {{"neither headings nor sums tell whether the total is printed first or "
			    "last",
				  "列标题和勾稽关系都不能说明总计在首列还是末列"}}},
		{"form", {{"its labels are printed by several forms, and nothing else tells which "
			   "one this is",
				 "其标签为多种表样所共有，无从判断属于哪一种"}}},
		{"beside", {{"numbers without a label stand beside this row; they may be its own",
				   "该行旁边有未带行标签的数，可能属于本行"}}},
		{"counted", {{"labels and headings do not tell its place, but its count among all "
			      "numbers of the table, whose sums hold but for "
			      "one number at most",
				    "标签和列标题不能确定其位置，按其在全表各数中的次序放入，至多一"
				    "数之外各数勾稽相符"}}},
		{"below", {{"the numbers of its column stand below the heading, away from their "
			    "labels; they are taken in the order of the rows",
				  "该列各数列于列标题之下而与行标签分离，按行次序放入"}}},
		{"bands", {{"the columns of its page were read one behind another; the sums say "
			    "which number is whose",
				  "所在页面各列先后读出，依勾稽关系推定各数所属"}}},
		{"dropped",
			{{"the last column is empty in all rows, and none before it in any; one of "
			  "those may be lost and the others moved up",
				"各行末列皆空而其前各列无一空格，可能缺了某一列，其后各列前移"}}},
		{"pieces",
			{{"labels, headings and numbers do not stand in the order of a table, as "
			  "where a page was read piece by piece",
				"标签、列标题与数的先后不合表格的次序，当是版面被分块读出"}}},
		{"spread",
			{{"cells of its row are empty; its place on the line, the headings "
			  "above and the sums tell its column",
				"该行有空格，依其在行中的位置、上方列标题和勾稽关系推定所属的列"}}},
		{"words", {{"no table holds it; it is told in words", "没有表格，由文字叙述读出"}}},
		{"slipped",
			{{"a row of numbers has no label, and a label beyond has no numbers; those "
			  "between may stand a row off",
				"有一行数未带行标签，而另有行标签未带数，二者之间的标签可能错位一"
				"行"}}},
		{"offset",
			{{"rows do not add up here, and would with the number of the row above or "
			  "below in this column",
				"此处数行不平，若取本列上一行或下一行的数则各行皆平，本列可能错位一"
				"行"}}},
		{"doubled", {{"the row stands twice and the two differ; one of them is taken",
				    "该行出现两次而不一致，取其中之一"}}},
	};
	if (t && why_itself(t))
		return why_itself(t);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(how, rows[i].how) == 0)
			return &rows[i].why;
	return t && t->unsure ? &loose : &cut;
}

void cell_doubt(struct cell *c, const char *how)
{
	c->how = how;
	c->doubt = true;
	c->why = why(how, NULL);
}

void place_cell(struct placing *p, size_t cell, const struct token *t, struct placed how)
{
	static const enum cell_state states[] = {[READ_EMPTY] = CELL_BLANK,
		[READ_NOTHING] = CELL_BLANK,
		[READ_NUMBER] = CELL_GIVEN,
		[READ_OTHER] = CELL_UNREADABLE};
	struct cell *c = &p->cells[cell];
	c->state = states[t->reading.kind];
	c->value = t->reading.value;
	c->whole = t->span;
	c->span = t->reading.kind == READ_EMPTY ? t->span : within(t);
	c->label = how.label ? how.label->span : (struct text_span){0, 0};
	c->heading = how.heading ? how.heading->span : (struct text_span){0, 0};
	c->how = how.how;
	c->doubt = how.doubt || why_itself(t) || (t->unsure && !how.settled);
	c->why = c->doubt ? why(how.how, t) : NULL;
	p->span = text_span_join(p->span, t->span);
}

/* Mending the structure in the desk: what cannot be meant, each command, what it says, and that all
 * of it can be taken back. */
#include "base/file.h"
#include "unit/unit.h"

#include "desk/keymap.h"
#include "desk/structure.h"
#include "review/sidecar.h"
#include "unit/session_fixture.h"

#define HEAD                                                                                                          \
	"某市财政局2022年政府信息公开工作年度报告\n\n"                                              \
	"三、收到和处理政府信息公开申请情况\n\n"                                                     \
	"| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n" \
	"|---|---|---|---|---|---|---|---|\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"
#define REST                                                                                       \
	"| 三、本年度办理结果（一）予以公开 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n"       \
	"| （七）总计 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n"                                        \
	"| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"

static void open_rows(struct desk *d, const char *rows)
{
	struct buf text = {0};

	buf_adds(&text, HEAD);
	buf_adds(&text, rows);
	desk_open_text(d, buf_str(&text));
	buf_free(&text);
}

static const char *reply(const struct desk *d)
{
	return d->s->reply.text;
}

static void expect_reply(const struct desk *d, const char *words)
{
	cr_expect(strstr(reply(d), words), "\"%s\" says not \"%s\"", reply(d), words);
}

/* The row's cells: a number, "." missing, "_" blank. */
static void expect_row(const struct desk *d, const char *row, const char *wanted)
{
	const struct report *r = d->s->report;
	struct buf got = {0};

	for (size_t i = 0; i < r->n_cells; i++) {
		const struct cell *c = &r->cells[i];
		char text[DEC_TEXT_MAX];
		struct buf name = {0};

		buf_addf(&name, "%s/%s", c->def->table->name, c->def->row->name);
		if (strcmp(name.p, row) == 0)
			buf_addf(&got, "%s%s", got.n ? " " : "",
				c->state == CELL_GIVEN	 ? dec_str(c->value, text)
				: c->state == CELL_BLANK ? "_"
							 : ".");
		buf_free(&name);
	}
	expect_str(buf_str(&got), str_of(wanted));
	buf_free(&got);
}

/* All that the tables are, for comparison. */
static char *all_cells(const struct desk *d)
{
	const struct report *r = d->s->report;
	struct buf out = {0};

	for (size_t i = 0; i < r->n_cells; i++) {
		const struct cell *c = &r->cells[i];

		buf_addf(&out, "%s %s %zu %zu %s %d\n", c->def->name, cell_state_name(c->state),
			c->span.from, c->span.to, c->how ? c->how : "", c->doubt);
	}
	return buf_take(&out);
}

Test(desk_mend, what_cannot_be_meant)
{
	static const struct {
		const char *line, *words;
	} rows[] = {
		{"shift requests/none/person left", "no cell"},
		{"shift requests/new/person left 0", "number of columns"},
		{"shift requests/new/person left 100", "number of columns"},
		{"shift requests/new/person left -1", "number of columns"},
		{"shift requests/new/person left x", "number of columns"},
		{"shift requests/carried_over/person left", "nothing is printed"},
		{"shift disputes/review/upheld left", "nothing is printed"},
		{"label 0 requests/new", "no line"},
		{"label x requests/new", "no line"},
		{"label 999 requests/new", "no line 999"},
		{"label 2 requests/new", "no row of a table"},
		{"label 7 requests", "a row “requests”"},
		{"label 7 requests/none", "a row “requests/none”"},
		{"label 7 requests/new/person", "no form has a row"},
		{"label requests/none", "no row of a table"},
		{"join 2", "no row of a table"},
		{"join", "no row of a table"},
		{"split 7:", "no place"},
		{"split 7:0", "no place"},
		{"split 7:9999", "no place"},
		{"split :3", "no line"},
		{"split 2:1", "no place"},
		{"region requests", "select the words"},
		{"region none 5-7", "no form has a table “none”"},
		{"region requests 5-999", "no line 999"},
		{"region requests 5-", "no line"},
		{"region requests -", "no line"},
		{"region requests x-7", "no line"},
		{"unmend", "not mended"},
		{"unmend .", "not mended"},
		{"unmend s1", "no mend “s1”"},
	};
	struct desk d;

	open_rows(&d, "| " NEW " | 1 | 2 | 3 | 0 | 0 | 0 | 6 |\n");
	desk_do(&d, "goto 2");
	for (size_t i = 0; i < ROWS(rows); i++)
		desk_refuses(&d, rows[i].line, rows[i].words);
	cr_expect_eq(review_count(d.s->review, RECORD_STRUCTURE), 0);
	expect_row(&d, "requests/new", "1 2 3 0 0 0 6");
	desk_close(&d);
}

Test(desk_mend, shifts_add_up_to_one)
{
	struct desk d;

	open_rows(&d, "| " NEW " | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n" REST);
	desk_do(&d, "shift requests/new/person right 2");
	expect_reply(&d, "mend s1: New moved right by 2; 7 cells changed; ");
	expect_reply(&d, " findings settled, ");
	expect_row(&d, "requests/new", ". . 9 0 0 0 0");
	desk_do(&d, "shift . left");
	expect_reply(&d, "mend s1: New moved right by 1; ");
	expect_row(&d, "requests/new", ". 9 0 0 0 0 0");
	cr_expect_eq(review_count(d.s->review, RECORD_STRUCTURE), 1);
	desk_do(&d, "shift . l");
	expect_reply(&d, "mend s1 taken back: ");
	cr_expect_eq(review_count(d.s->review, RECORD_STRUCTURE), 0);
	expect_row(&d, "requests/new", "9 0 0 0 0 0 9");
	desk_do(&d, "undo");
	expect_row(&d, "requests/new", ". 9 0 0 0 0 0");
	desk_do(&d, "undo");
	desk_do(&d, "undo");
	expect_reply(&d, "undone: mend s1: New moved right by 2; ");
	expect_row(&d, "requests/new", "9 0 0 0 0 0 9");
	desk_do(&d, "redo");
	expect_row(&d, "requests/new", ". . 9 0 0 0 0");
	desk_do(&d, "unmend");
	expect_row(&d, "requests/new", "9 0 0 0 0 0 9");
	desk_close(&d);
}

/* A stray number before the row: what was pushed off the end is there to come back. */
Test(desk_mend, a_shift_settles_what_the_layout_broke)
{
	struct desk d;

	open_rows(&d, "| " NEW " | 5 | 9 | 1 | 0 | 0 | 0 | 0 | 9 |\n"
		      "| " OVER " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n" REST);
	expect_row(&d, "requests/new", "5 9 1 0 0 0 0");
	size_t before = d.s->check.n_findings;

	cr_expect_gt(before, 0);
	desk_do(&d, "shift requests/new/person left");
	expect_row(&d, "requests/new", "9 1 0 0 0 0 9");
	cr_expect_neq(d.s->check.n_findings, before);
	desk_close(&d);
}

Test(desk_mend, label_by_line_by_cursor_and_again)
{
	struct desk d;

	open_rows(&d, "| 不知所云 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n" REST);
	expect_row(&d, "requests/new", ". . . . . . .");
	desk_do(&d, "label 7 requests/new");
	expect_reply(&d, "mend s1: “不知所云” read as New; 7 cells changed; ");
	expect_row(&d, "requests/new", "9 0 0 0 0 0 9");
	desk_do(&d, "goto 7");
	desk_do(&d, "label requests/carried_over");
	expect_reply(&d, "mend s1: “不知所云” read as Carried over; 14 cells changed; ");
	expect_row(&d, "requests/new", ". . . . . . .");
	expect_row(&d, "requests/carried_over", "9 0 0 0 0 0 9");
	cr_expect_eq(review_count(d.s->review, RECORD_STRUCTURE), 1);
	expect_str(
		str_of(review_at(d.s->review, RECORD_STRUCTURE, 0)->text.exact), STR("不知所云"));
	desk_do(&d, "label . requests/new");
	expect_row(&d, "requests/new", "9 0 0 0 0 0 9");
	desk_close(&d);
}

Test(desk_mend, split_and_name_the_parts)
{
	struct desk d;

	open_rows(&d, "| 不知 | 7 | 0 | 0 | 0 | 0 | 0 | 7 | 所云 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n");
	desk_do(&d, "split 7:34");
	expect_reply(&d, "mend s1: a row begins at “所云 | 2 | 0 | 0 |…”");
	desk_refuses(&d, "split 7:35", "already");
	desk_do(&d, "label 7 requests/new");
	expect_row(&d, "requests/new", "7 0 0 0 0 0 7");
	desk_do(&d, "goto 7");
	desk_press(&d, "f f f f f f f f f f f f f f f f f f");
	desk_do(&d, "label . requests/carried_over");
	expect_row(&d, "requests/new", "7 0 0 0 0 0 7");
	expect_row(&d, "requests/carried_over", "2 0 0 0 0 0 2");
	cr_expect_eq(review_count(d.s->review, RECORD_STRUCTURE), 3);
	desk_do(&d, "unmend s1");
	expect_reply(&d, "mend s1 taken back: a row begins at");
	desk_close(&d);
}

Test(desk_mend, join)
{
	struct desk d;

	open_rows(&d, "| " NEW " | 1 | 2 | 3 |\n| 见下 | 0 | 0 | 0 | 6 |\n");
	desk_do(&d, "goto 8");
	desk_press(&d, "J");
	expect_reply(&d, "mend s1: “见下” joined to the row before; ");
	expect_row(&d, "requests/new", "1 2 3 0 0 0 6");
	desk_refuses(&d, "join 8", "already");
	desk_press(&d, "M");
	expect_reply(&d, "mend s1 taken back: ");
	expect_row(&d, "requests/new", "1 2 . . . . 3");
	desk_do(&d, "join 7");
	expect_reply(&d, "; no cell changed; ");
	cr_expect_eq(d.s->reply.tone, TONE_WARNING);
	desk_close(&d);
}

/* The table stands under a heading of another section. */
#define ASTRAY                                                                                     \
	"某市财政局2022年政府信息公开工作年度报告\n\n"                           \
	"三、收到和处理政府信息公开申请情况\n\n没有。\n\n"                     \
	"四、政府信息公开行政复议、行政诉讼情况\n\n没有。\n\n"               \
	"六、其他需要报告的事项\n\n"                                                    \
	"| 不详 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"                                                 \
	"| " NEW " | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n"

Test(desk_mend, region_by_lines_and_by_selection)
{
	struct desk d;

	desk_open_text(&d, STR(ASTRAY));
	char *before = all_cells(&d);

	desk_do(&d, "region requests 14-13");
	expect_reply(&d,
		"mend s1: the table Requests received and handled from “| 不详 | 1 | 0 | 0…” on");
	expect_row(&d, "requests/new", "9 0 0 0 0 0 9");
	desk_do(&d, "region requests 13"); /* which has no row of it */
	cr_expect_eq(review_count(d.s->review, RECORD_STRUCTURE), 1, "one region a table");
	expect_row(&d, "requests/new", ". . . . . . .");
	desk_do(&d, "unmend s1");
	desk_do(&d, "goto 14");
	desk_do(&d, "select line");
	desk_do(&d, "region requests");
	cr_expect_eq(d.s->place.anchor, STR_NONE);
	expect_row(&d, "requests/new", "9 0 0 0 0 0 9");
	while (review_history_count(d.s->review))
		desk_do(&d, "undo");
	char *after = all_cells(&d);

	cr_expect_str_eq(after, before);
	free(before);
	free(after);
	desk_close(&d);
}

Test(desk_mend, kept_in_the_sidecar_and_made_again_on_opening)
{
	struct desk d;

	open_rows(&d, "| 不知所云 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n" REST);
	desk_do(&d, "label 7 requests/new");
	desk_do(&d, "shift requests/outcome.total/person right");
	char *before = all_cells(&d);

	desk_do(&d, "write");
	desk_reopen(&d);
	char *after = all_cells(&d);

	cr_expect_str_eq(after, before);
	cr_expect_eq(d.s->reply.tone, TONE_NONE, "%s", reply(&d));
	desk_do(&d, "undo");
	desk_do(&d, "undo");
	expect_row(&d, "requests/new", ". . . . . . .");
	free(before);
	free(after);
	desk_close(&d);
}

Test(desk_mend, a_mend_whose_place_is_lost_is_told_and_kept)
{
	struct desk d;
	struct err err = {0};

	open_rows(&d, "| 不知所云 | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n" REST);
	desk_do(&d, "label 7 requests/new");
	desk_do(&d, "write");
	cr_assert(file_write_atomic(d.path, STR(HEAD REST), &err));
	desk_reopen(&d);
	cr_expect_eq(d.s->reply.tone, TONE_WARNING);
	expect_reply(&d, "the report has changed");
	expect_reply(&d, "mend s1 has lost its place and has no effect");
	cr_assert_eq(d.s->mends.n, 1);
	cr_expect(d.s->mends.v[0].lost);
	cr_expect_eq(d.s->mends.v[0].record, review_at(d.s->review, RECORD_STRUCTURE, 0));
	cr_expect_eq(review_count(d.s->review, RECORD_STRUCTURE), 1);
	desk_do(&d, "unmend s1");
	expect_reply(&d, "; no cell changed; ");
	cr_expect_eq(d.s->mends.n, 0);
	desk_close(&d);
}

/* A table turns out to be of the other form: cells are others, what names them stays. */
Test(desk_mend, places_and_decisions_outlive_another_form)
{
	struct desk d;

	open_rows(&d, "| " NEW " | 8 | 0 | 0 | 0 | 0 | 0 | 9 |\n"
		      "| 其他处理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n" REST);
	desk_do(&d, "goto requests/outcome.total/total");
	desk_do(&d, "goto requests/new/person");
	desk_do(&d, "correct requests/new/person 9");
	desk_do(&d, "annotate requests/new/person 看");
	desk_do(&d, "goto requests/carried_forward/legal");
	size_t n = d.s->report->n_cells;
	const char *table = d.s->report->tables[1].form->id;

	desk_do(&d, strcmp(table, "2019") == 0 ? "label 8 requests/outcome.other.misc"
					       : "label 8 requests/outcome.other");
	cr_expect_neq(d.s->report->n_cells, n, "the form is %s still", table);
	cr_expect_str_eq(
		d.s->report->cells[d.s->place.cell].def->name, "requests/carried_forward/legal");
	size_t cell = report_cell_find(d.s->report, STR("requests/new/person"));

	expect_str(session_cell_value(d.s, cell), STR("9"));
	cr_expect(session_cell_view(d.s, cell).annotated);
	cr_expect(d.s->values.v[cell].corrected);
	desk_do(&d, "goto requests/new/other");
	desk_do(&d, "back"); /* places visited are kept by name */
	cr_expect_str_eq(
		d.s->report->cells[d.s->place.cell].def->name, "requests/carried_forward/legal");
	desk_do(&d, "goto requests/new/legal");
	desk_do(&d, "back");
	desk_do(&d, "back");
	cr_expect_str_eq(d.s->report->cells[d.s->place.cell].def->name, "requests/new/person");
	desk_close(&d);
}

Test(desk_mend, a_cell_knows_its_mends)
{
	struct desk d;

	open_rows(&d, "| 不知 | 1 | 2 | 3 |\n| 所云 | 0 | 0 | 0 | 6 |\n" REST);
	desk_do(&d, "label 7 requests/new");
	desk_do(&d, "join 8");
	desk_do(&d, "shift requests/new/person right");
	desk_do(&d, "shift requests/new/person right");
	desk_do(&d, "region requests 3-11");
	expect_row(&d, "requests/new", ". . 1 2 3 0 0");
	size_t mended = report_cell_find(d.s->report, STR("requests/new/research"));
	size_t other = report_cell_find(d.s->report, STR("requests/outcome.total/person"));
	static const char *const ids[] = {"s1", "s2", "s3", "s4"};

	for (size_t i = 0; i < ROWS(ids); i++) {
		const struct record *r = structure_of_cell(d.s, mended, i);

		cr_assert_not_null(r, "%s", ids[i]);
		cr_expect_str_eq(r->key, ids[i]);
	}
	cr_expect_null(structure_of_cell(d.s, mended, 4));
	cr_expect_str_eq(structure_of_cell(d.s, other, 0)->key, "s4");
	cr_expect_null(structure_of_cell(d.s, other, 1));
	desk_do(&d, "goto requests/outcome.total/person");
	d.s->place.pane = PANE_TABLE;
	desk_press(&d, "M");
	expect_reply(&d, "mend s4 taken back");
	desk_refuses(&d, "unmend", "there are: s1, s2, s3");
	desk_close(&d);
}

Test(desk_mend, by_key_in_the_tables)
{
	struct desk d;

	open_rows(&d, "| " NEW " | 9 | 0 | 0 | 0 | 0 | 0 | 9 |\n" REST);
	desk_do(&d, "goto requests/new/person");
	desk_press(&d, "2 } }");
	expect_row(&d, "requests/new", ". . 9 0 0 0 0");
	cr_expect_str_eq(d.s->report->cells[d.s->place.cell].def->name, "requests/new/person");
	desk_press(&d, "{ u ^R M");
	expect_row(&d, "requests/new", "9 0 0 0 0 0 9");
	desk_press(&d, "L");
	cr_expect_eq(d.s->request, REQUEST_PROMPT);
	cr_expect_str_eq(d.s->prompt, "label . ");
	d.s->request = REQUEST_NONE;
	desk_press(&d, "1 R");
	cr_expect_str_eq(d.s->prompt, "region ");
	desk_close(&d);
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void random_mend(struct desk *d, unsigned *seed)
{
	static const char *const tables[] = {"disclosure", "requests", "disputes"};
	const struct report *r = d->s->report;
	const struct form_cell *c = r->cells[next_random(seed) % r->n_cells].def;
	size_t line = 1 + next_random(seed) % doc_line_count(r->doc);
	struct buf text = {0};
	struct err err = {0};

	switch (next_random(seed) % 7) {
	case 0:
		buf_addf(&text, "shift %s %s %u", c->name, next_random(seed) % 2 ? "left" : "right",
			1 + next_random(seed) % 3);
		break;
	case 1:
	case 2:
		buf_addf(&text, "label %zu %s/%s", line, c->table->name, c->row->name);
		break;
	case 3:
		buf_addf(&text, "join %zu", line);
		break;
	case 4:
		buf_addf(&text, "split %zu:%u", line, 1 + next_random(seed) % 20);
		break;
	case 5:
		buf_addf(&text, "region %s %zu-%zu", tables[next_random(seed) % 3], line,
			line + next_random(seed) % 40);
		break;
	default:
		buf_addf(&text, "unmend s%u", 1 + next_random(seed) % 9);
	}
	command_run(d->s, buf_str(&text), &err);
	desk_assert_sane(d);
	buf_free(&text);
}

/* Whatever is mended: every value is still printed where its cell says, and all undone it is as
 * before. */
static void mend_at_random(const char *sample, unsigned seed)
{
	struct desk d;

	desk_open(&d, sample);
	char *before = all_cells(&d);

	for (int i = 0; i < 30; i++)
		random_mend(&d, &seed);
	cr_expect_gt(review_count(d.s->review, RECORD_STRUCTURE), 3);
	char *mended = all_cells(&d);

	desk_do(&d, "write");
	desk_reopen(&d);
	char *again = all_cells(&d);

	cr_expect_str_eq(again, mended, "%s %u", sample, seed);
	while (review_history_count(d.s->review))
		desk_do(&d, "undo");
	char *after = all_cells(&d);

	cr_expect_str_eq(after, before, "%s %u", sample, seed);
	free(before);
	free(mended);
	free(again);
	free(after);
	desk_close(&d);
}

Test(desk_mend, all_undone_it_is_as_before)
{
	mend_at_random("xidian-2020.txt", 7);
	mend_at_random("xingang-2020.txt", 11);
	mend_at_random("houjia-2020.txt", 13);
}

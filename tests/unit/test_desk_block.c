/* Blocks of cells. */
#include "unit/unit.h"

#include "desk/cell_block.h"
#include "unit/session_fixture.h"

static void open_table(struct desk *d, const char *cell)
{
	char line[96];

	desk_open_changed(d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
	desk_do(d, "set advance off");
	snprintf(line, sizeof line, "goto %s", cell);
	desk_do(d, line);
	desk_do(d, "pane table");
}

static size_t selected(const struct desk *d)
{
	struct buf out = {0};
	size_t n = cell_block_words(d->s, &out);

	buf_free(&out);
	return n;
}

Test(desk_block, nothing_is_selected_at_first)
{
	struct desk d;

	open_table(&d, "requests/new/person");
	cr_expect_null(cell_block_of(d.s).table);
	cr_expect_eq(selected(&d), 0);
	cr_expect_not(cell_block_is_meant(d.s, STR(".")));
	desk_close(&d);
}

Test(desk_block, a_rectangle_between_corner_and_cursor)
{
	struct desk d;
	struct buf says = {0};

	open_table(&d, "requests/new/person");
	desk_press(&d, "Space");
	cr_expect_eq(selected(&d), 1);
	desk_press(&d, "j l l");
	cr_expect_eq(selected(&d), 6);
	cell_block_words(d.s, &says);
	cr_expect_str_eq(says.p, "6 cells, sum 42");
	desk_press(&d, "k h h");
	cr_expect_eq(selected(&d), 1);
	desk_press(&d, "Esc");
	cr_expect_eq(selected(&d), 0);
	desk_press(&d, "V"); /* the row */
	cr_expect_eq(selected(&d), 7);
	desk_do(&d, "select off");
	cr_expect_eq(selected(&d), 0);
	desk_press(&d, "S-Down S-Left");
	cr_expect_eq(selected(&d), 4);
	desk_do(&d, "goto requests/carried_over/person");
	cr_expect_eq(selected(&d), 0, "a jump ends it");
	buf_free(&says);
	desk_close(&d);
}

Test(desk_block, it_goes_no_further_than_its_table)
{
	struct desk d;

	open_table(&d, "requests/new/person");
	desk_press(&d, "Space");
	for (int i = 0; i < 3; i++) {
		desk_press(&d, "k PgUp PgDn PgDn PgDn j");
		cr_expect_not_null(cell_block_of(d.s).table);
		cr_expect_str_eq(d.s->report->cells[d.s->place.cell].def->table->name, "requests");
	}
	desk_close(&d);
}

Test(desk_block, one_note_for_each_cell_and_one_undo)
{
	struct desk d;

	open_table(&d, "requests/new/person");
	desk_press(&d, "Space l j");
	desk_do(&d, "annotate . 请核对");
	cr_expect_str_eq(d.s->reply.text, "annotated 4 cells");
	cr_expect_eq(review_count(d.s->review, RECORD_ANNOTATION), 4);
	cr_expect_eq(selected(&d), 0);
	desk_do(&d, "undo");
	cr_expect(strstr(d.s->reply.text, "undone: annotation a1"), "%s", d.s->reply.text);
	cr_expect(strstr(d.s->reply.text, "and 3 more"), "%s", d.s->reply.text);
	cr_expect_eq(review_count(d.s->review, RECORD_ANNOTATION), 0);
	desk_do(&d, "redo");
	cr_expect(strstr(d.s->reply.text, "and 3 more"), "%s", d.s->reply.text);
	desk_close(&d);
}

Test(desk_block, all_corrected_checked_and_taken_back_at_once)
{
	struct desk d;

	open_table(&d, "requests/outcome.granted/person");
	desk_press(&d, "Space j");
	desk_refuses(&d, "correct . viel", "plain number");
	desk_refuses(&d, "correct . 1.5", "");
	cr_expect_eq(selected(&d), 2, "a mistake ends nothing");
	desk_do(&d, "correct . 20 抄写有误");
	cr_expect_eq(review_count(d.s->review, RECORD_CORRECTION), 2);
	cr_expect(strstr(d.s->reply.text, "corrected 2 cells to 20"), "%s", d.s->reply.text);
	desk_do(&d, "goto requests/outcome.granted/person");
	desk_do(&d, "pane table");
	desk_press(&d, "Space j");
	desk_refuses(&d, "correct . 20", "already");
	desk_do(&d, "uncorrect .");
	cr_expect_eq(review_count(d.s->review, RECORD_CORRECTION), 0);
	desk_press(&d, "Space");
	desk_refuses(&d, "uncorrect .", "none of these");
	desk_do(&d, "undo");
	cr_expect_eq(review_count(d.s->review, RECORD_CORRECTION), 2);
	desk_do(&d, "undo");
	cr_expect_eq(review_count(d.s->review, RECORD_CORRECTION), 0);
	cr_expect_eq(d.s->check.n_findings, 2);
	desk_close(&d);
}

Test(desk_block, findings_about_any_of_its_cells_are_decided)
{
	struct desk d;

	open_table(&d, "requests/outcome.granted/total");
	desk_press(&d, "Space");
	desk_do(&d, "decide . acceptable 口径");
	cr_expect_eq(session_open_findings(d.s), 1, "the row's, not the column's");
	desk_do(&d, "goto requests/outcome.granted/person");
	desk_do(&d, "pane table");
	desk_press(&d, "Space j");
	desk_do(&d, "decide . confirmed");
	cr_expect_eq(session_open_findings(d.s), 0);
	cr_expect_eq(
		session_progress(d.s).decided[DECISION_ACCEPTABLE], 1, "what is decided stays");
	desk_press(&d, "Space");
	desk_refuses(&d, "decide . query", "no open finding");
	desk_do(&d, "undo");
	cr_expect_eq(session_open_findings(d.s), 1);
	desk_close(&d);
}

/* The map of a report beside its text. */
#include "unit/unit.h"

#include "desk/place.h"
#include "ui/map.h"
#include "unit/session_fixture.h"

static size_t marks(const struct map *m, enum map_mark least)
{
	size_t n = 0;

	for (size_t i = 0; i < m->rows; i++)
		n += m->marks[i] >= least;
	return n;
}

Test(ui_map, a_report_without_findings_has_an_empty_one)
{
	struct desk d;
	struct map m = {0};

	desk_open(&d, "xidian-2020.txt");
	map_make(&m, d.s, 20);
	cr_expect_eq(marks(&m, MAP_DONE), 0);
	desk_close(&d);
}

Test(ui_map, no_pane_and_a_pane_too_high_have_none)
{
	struct desk d;
	struct map m = {0};
	struct canvas c = {.ambiguous = 1};

	desk_open(&d, "sili-2020.txt");
	canvas_resize(&c, 4, 4);
	map_make(&m, d.s, 0);
	map_draw(&m, d.s, &c, rect_of(0, 0, 4, 1), (struct text_span){0, 9});
	map_make(&m, d.s, MAP_ROWS_MAX + 1);
	map_draw(&m, d.s, &c, rect_of(0, 0, 4, 1), (struct text_span){0, 9});
	cr_expect_eq(c.hits.n, 0);
	canvas_free(&c);
	desk_close(&d);
}

/* Every finding with a place is on it, at the part of the text where it begins. */
Test(ui_map, findings_stand_where_they_are)
{
	struct desk d;
	struct map m = {0};

	desk_open(&d, "sili-2020.txt");
	size_t n = doc_text(d.s->report->doc).n;

	map_make(&m, d.s, 40);
	cr_assert_gt(d.s->check.n_findings, 3);
	for (size_t i = 0; i < d.s->check.n_findings; i++) {
		size_t at = place_of_finding(d.s, i);

		if (at != STR_NONE)
			cr_expect_geq(m.marks[at * 40 / (n + 1)],
				(int)d.s->check.findings[i].severity + (int)MAP_NOTE);
	}
	desk_do(&d, "decide * confirmed");
	map_make(&m, d.s, 40);
	cr_expect_eq(marks(&m, MAP_NOTE), 0);
	cr_expect_gt(marks(&m, MAP_DONE), 0);
	desk_close(&d);
}

Test(ui_map, a_row_leads_to_its_worst_finding_or_its_text)
{
	struct desk d;
	struct map m = {0};

	desk_open(&d, "sili-2020.txt");
	map_make(&m, d.s, 10);
	for (size_t row = 0; row < 10; row++) {
		d.s->place.pane = PANE_FINDINGS;
		map_go(d.s, 10, row);
		desk_assert_sane(&d);
		if (m.marks[row] == MAP_NOTHING)
			cr_expect_eq(d.s->place.pane, PANE_TEXT);
		else
			cr_expect_eq((int)d.s->check.findings[d.s->place.finding].severity,
				m.marks[row] - (int)MAP_NOTE);
	}
	desk_close(&d);
}

Test(ui_map, glyph_and_reverse_tell_all_without_colour)
{
	struct desk d;
	struct map m = {0};
	struct canvas c = {.ambiguous = 1};

	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
	canvas_resize(&c, 12, 1);
	map_make(&m, d.s, 12);
	map_draw(&m, d.s, &c, rect_of(0, 0, 12, 1), (struct text_span){0, 1});
	size_t errors = 0;

	for (int row = 0; row < 12; row++)
		errors += canvas_at(&c, row, 0)->ch[0] == '!';
	cr_expect_eq(errors, marks(&m, MAP_ERROR));
	cr_expect_gt(errors, 0);
	cr_expect_eq(canvas_at(&c, 0, 0)->role, ROLE_SELECTED);
	cr_expect_eq(canvas_at(&c, 1, 0)->role, ROLE_TEXT);
	cr_assert_neq(canvas_hit(&c, 3, 0), NULL);
	cr_expect_eq(canvas_hit(&c, 3, 0)->kind, HIT_MAP);
	canvas_free(&c);
	desk_close(&d);
}

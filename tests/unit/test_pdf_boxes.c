/* From strokes to boxes: what makes no frame first. */
#include "unit/unit.h"

#ifdef HAVE_PDF

#include "import/pdf_boxes.h"

static void across(struct pdf_rules *r, double at, double from, double to)
{
	*vec_push(&r->across) = (struct pdf_rule){(float)at, (float)from, (float)to, false};
}

static void down(struct pdf_rules *r, double at, double from, double to)
{
	*vec_push(&r->down) = (struct pdf_rule){(float)at, (float)from, (float)to, false};
}

static void expect_frame(struct pdf_rules *r, struct pdf_page *p, size_t frames, size_t cols,
	size_t rows, size_t boxes, const char *what)
{
	struct pdf_frames f = {0};

	pdf_frames_find(r, p, &f);
	cr_assert_eq(f.v.n, frames, "%s: %zu frames", what, f.v.n);
	if (frames) {
		cr_expect_eq(f.v.v[0].x.n, cols + 1, "%s: %zu columns", what, f.v.v[0].x.n - 1);
		cr_expect_eq(f.v.v[0].y.n, rows + 1, "%s: %zu rows", what, f.v.v[0].y.n - 1);
		cr_expect_eq(f.v.v[0].boxes.n, boxes, "%s: %zu boxes", what, f.v.v[0].boxes.n);
	}
	pdf_frames_free(&f);
	pdf_rules_free(r);
	pdf_page_free(p);
}

static void nothing_makes_no_frame(void)
{
	struct pdf_rules r = {0};
	struct pdf_page p;

	pdf_page_begin(&p, 1, 600, 800);
	across(&r, 100, 50, 250);
	across(&r, 120, 50, 250);
	expect_frame(&r, &p, 0, 0, 0, 0, "no stroke down");
}

/* Each cell has a border of its own, and another behind a gap. */
static void cells_stand_apart(void)
{
	struct pdf_rules r = {0};
	struct pdf_page p;

	pdf_page_begin(&p, 1, 600, 800);
	for (size_t row = 0; row < 2; row++)
		for (size_t col = 0; col < 3; col++)
			for (double in = 0; in < 2; in += 1.5) {
				double x0 = 50 + 60.0 * (double)col + in, x1 = x0 + 56 - 2 * in;
				double y0 = 100 + 24.0 * (double)row + in, y1 = y0 + 20 - 2 * in;

				across(&r, y0, x0, x1);
				across(&r, y1, x0, x1);
				down(&r, x0, y0, y1);
				down(&r, x1, y0, y1);
			}
	/* a word beside the gap of rows, as labels over several rows have, is none in it */
	pdf_page_add(&p, 60, 115, 90, 127, STR("label"));
	expect_frame(&r, &p, 1, 3, 2, 6, "double borders");
}

static void narrow_columns_have_words(void)
{
	for (int words = 0; words < 2; words++) {
		struct pdf_rules r = {0};
		struct pdf_page p;

		pdf_page_begin(&p, 1, 600, 800);
		across(&r, 100, 50, 150);
		across(&r, 120, 50, 150);
		down(&r, 50, 100, 120);
		down(&r, 100, 100, 120);
		down(&r, 104.8, 100, 120);
		down(&r, 150, 100, 120);
		if (words)
			pdf_page_add(&p, 100.4, 105, 104.4, 115, STR("1"));
		expect_frame(&r, &p, 1, words ? 3 : 2, 1, words ? 3 : 2, "narrow column");
	}
}

/* A letter's stroke beside a border makes it no wider. */
static void letters_beside_borders(void)
{
	struct pdf_rules r = {0};
	struct pdf_page p;
	struct pdf_frames f = {0};

	pdf_page_begin(&p, 1, 600, 800);
	across(&r, 100, 50, 150);
	across(&r, 120, 50, 150);
	down(&r, 50, 100, 120);
	down(&r, 100, 100, 120);
	down(&r, 104, 108, 114);
	down(&r, 150, 100, 120);
	pdf_frames_find(&r, &p, &f);
	cr_assert_eq(f.v.n, 1);
	cr_expect_eq(f.v.v[0].x.v[1], 100, "%g", f.v.v[0].x.v[1]);
	pdf_frames_free(&f);
	pdf_rules_free(&r);
	pdf_page_free(&p);
}

/* A border in pieces is one, whatever comes first. */
static void borders_come_in_pieces(void)
{
	struct pdf_rules r = {0};
	struct pdf_page p;

	pdf_page_begin(&p, 1, 600, 800);
	across(&r, 100, 50, 150);
	across(&r, 119.5, 90, 97);
	across(&r, 120, 50, 75);
	across(&r, 120, 76, 95);
	across(&r, 120, 97, 150);
	across(&r, 140, 50, 150);
	down(&r, 50, 100, 140);
	down(&r, 100, 100, 140);
	down(&r, 150, 100, 140);
	expect_frame(&r, &p, 1, 2, 2, 4, "pieces");
}

/* What no borders part is no cell where nothing stands in it, whatever its shape. */
static void odd_shapes_hold_nothing(void)
{
	for (int words = 0; words < 2; words++) {
		struct pdf_rules r = {0};
		struct pdf_page p;

		pdf_page_begin(&p, 1, 600, 800);
		across(&r, 100, 50, 150);
		across(&r, 120, 50, 150);
		across(&r, 135, 100, 150);
		across(&r, 155, 50, 150);
		down(&r, 50, 100, 155);
		down(&r, 150, 100, 155);
		down(&r, 100, 100, 120);
		down(&r, 100, 135, 155);
		pdf_page_add(&p, 110, 140, 130, 150, STR("cell"));
		if (words)
			pdf_page_add(&p, 60, 140, 80, 150, STR("none"));
		expect_frame(&r, &p, !words, 2, 2, 3, "odd shape");
	}
}

/* A border that a word lies over, in pieces: longer than its letters' strokes are. */
static void words_over_borders(void)
{
	struct pdf_rules r = {0};
	struct pdf_page p;

	pdf_page_begin(&p, 1, 600, 800);
	across(&r, 100, 20, 180);
	across(&r, 120, 20, 90);
	across(&r, 120, 92, 180);
	across(&r, 140, 20, 180);
	down(&r, 20, 100, 140);
	down(&r, 50, 100, 140);
	down(&r, 150, 100, 140);
	down(&r, 180, 100, 140);
	pdf_page_add(&p, 48, 110, 152, 122, STR("a word that is wide"));
	expect_frame(&r, &p, 1, 3, 2, 6, "words over borders");
}

/* A border that stands elsewhere in some rows makes no column. */
static void slivers_are_no_columns(void)
{
	struct pdf_rules r = {0};
	struct pdf_page p;

	pdf_page_begin(&p, 1, 600, 800);
	across(&r, 100, 50, 150);
	across(&r, 120, 50, 150);
	across(&r, 140, 50, 150);
	down(&r, 50, 100, 140);
	down(&r, 150, 100, 140);
	down(&r, 98, 100, 120);
	for (double x = 100; x < 103; x++)
		down(&r, x, 100, 110);
	down(&r, 102, 120, 140);
	expect_frame(&r, &p, 1, 2, 2, 4, "sliver");
}

#define CHECK(name) name()
#else
#define CHECK(name) unit_skip("built without a reader for PDF")
#endif

Test(pdf_boxes, nothing_makes_no_frame)
{
	CHECK(nothing_makes_no_frame);
}

Test(pdf_boxes, cells_stand_apart)
{
	CHECK(cells_stand_apart);
}

Test(pdf_boxes, narrow_columns_have_words)
{
	CHECK(narrow_columns_have_words);
}

Test(pdf_boxes, letters_beside_borders)
{
	CHECK(letters_beside_borders);
}

Test(pdf_boxes, borders_come_in_pieces)
{
	CHECK(borders_come_in_pieces);
}

Test(pdf_boxes, odd_shapes_hold_nothing)
{
	CHECK(odd_shapes_hold_nothing);
}

Test(pdf_boxes, words_over_borders)
{
	CHECK(words_over_borders);
}

Test(pdf_boxes, slivers_are_no_columns)
{
	CHECK(slivers_are_no_columns);
}

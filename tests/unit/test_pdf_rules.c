/* Pictures of pages: those that make no sense first, then what lines are seen in them. */
#include "unit/unit.h"

#include <unistd.h>

#ifdef HAVE_PDF

#include "import/pdf_rules.h"
#include "import/pdf_tall.h"

/* A picture of white paper, `width` by `height` dots, with the lines of `draw`: "-5" is one across
 * at height 5, "|7" one down at 7 from the left. */
static void paint(struct buf *out, size_t width, size_t height, const char *draw)
{
	buf_addf(out, "P5\n%zu %zu\n255\n", width, height);
	size_t start = out->n;

	for (size_t i = 0; i < width * height; i++)
		buf_addc(out, (char)0xff);
	for (; *draw; draw += 1 + strspn(draw + 1, "0123456789")) {
		size_t at = (size_t)atoi(draw + 1);

		for (size_t i = 0; i < (*draw == '-' ? width : height); i++)
			out->p[start + (*draw == '-' ? at * width + i : i * width + at)] = 0;
	}
}

/* The pipe holds what little there is. */
static struct pdf_pictures *open_pictures(struct str bytes, int *fd)
{
	int ends[2];

	cr_assert_eq(pipe(ends), 0);
	cr_assert_eq(write(ends[1], bytes.p, bytes.n), (ssize_t)bytes.n);
	close(ends[1]);
	*fd = ends[0];
	return pdf_pictures_new(ends[0]);
}

/* How many lines across and down a page of so many points has. */
static void expect_next(struct pdf_pictures *p, double width, double height, size_t across,
	size_t down, const char *what)
{
	struct pdf_rules rules = {0};

	pdf_rules_next(p, width, height, &rules);
	cr_expect_eq(rules.across.n, across, "%s: %zu across", what, rules.across.n);
	cr_expect_eq(rules.down.n, down, "%s: %zu down", what, rules.down.n);
	pdf_rules_free(&rules);
}

static void nonsense_has_no_lines(void)
{
	static const char *const rows[] = {"", "P", "P6\n1 1\n255\nabc", "P5\n", "P5\n0 1\n255\n",
		"P5\n40 60\n255\ncut off", "P5\n99999999999999999999 3\n255\n", "P5\n-1 3\n255\n",
		"P5\n99999999 99999999\n255\n", "P5\n40 60\n65535\n"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		int fd;
		struct pdf_pictures *p = open_pictures(str_of(rows[i]), &fd);

		expect_next(p, 20, 30, 0, 0, rows[i]);
		expect_next(p, 20, 30, 0, 0, rows[i]);
		pdf_pictures_free(p);
		close(fd);
	}
	struct pdf_pictures *none = pdf_pictures_new(-1);

	expect_next(none, 20, 30, 0, 0, "no pictures");
	pdf_pictures_free(none);
}

static void each_page_has_its_own(void)
{
	struct buf bytes = {0};
	int fd;

	paint(&bytes, 40, 60, "-10|20");
	paint(&bytes, 40, 60, "");
	paint(&bytes, 60, 40, "-5-25"); /* lies on its side */
	struct pdf_pictures *p = open_pictures(buf_str(&bytes), &fd);

	expect_next(p, 20, 30, 1, 1, "a cross");
	expect_next(p, 20, 30, 0, 0, "white paper");
	expect_next(p, 20, 30, 2, 0, "on its side");
	expect_next(p, 20, 30, 0, 0, "no more pages");
	pdf_pictures_free(p);
	close(fd);
	buf_free(&bytes);
}

/* A page was left out, and nobody knows which: what follows may be another page's. */
static void a_page_of_another_size_ends_them(void)
{
	struct buf bytes = {0};
	int fd;

	paint(&bytes, 40, 60, "-10");
	paint(&bytes, 80, 60, "-10");
	paint(&bytes, 40, 60, "-10");
	struct pdf_pictures *p = open_pictures(buf_str(&bytes), &fd);

	expect_next(p, 20, 30, 1, 0, "of its size");
	expect_next(p, 20, 30, 0, 0, "of another");
	expect_next(p, 20, 30, 0, 0, "behind it");
	pdf_pictures_free(p);
	close(fd);
	buf_free(&bytes);
}

/* Shade between two pieces of a line is no line that they cross. */
static void shade_is_no_line(void)
{
	static const struct {
		unsigned char between; /* the pieces */
		size_t across, down;
	} rows[] = {{0xee, 0, 2}, {0, 8, 1}, {0x08, 8, 1}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf bytes = {0};
		int fd;

		paint(&bytes, 40, 60, "|20");
		for (size_t at = bytes.n - 40 * 60; at < bytes.n; at++)
			if (bytes.p[at])
				bytes.p[at] = (char)0xee;
		for (size_t y = 26; y < 34; y++)
			memset(bytes.p + bytes.n - 40 * 60 + y * 40, rows[i].between, 40);
		struct pdf_pictures *p = open_pictures(buf_str(&bytes), &fd);

		expect_next(p, 20, 30, rows[i].across, rows[i].down, "with a band across");
		pdf_pictures_free(p);
		close(fd);
		buf_free(&bytes);
	}
}

/* Dots among dashes long enough to be strokes are one border all the same. */
static void dots_among_dashes(void)
{
	struct buf bytes = {0};
	int fd;
	struct pdf_rules rules = {0};
	float longest = 0;

	paint(&bytes, 60, 60, "");
	for (size_t x = 0; x < 60; x++)
		if (x / 3 % 2 == 0 || (x > 20 && x < 36))
			bytes.p[bytes.n - 60 * 60 + 30 * 60 + x] = 0;
	struct pdf_pictures *p = open_pictures(buf_str(&bytes), &fd);

	pdf_rules_next(p, 30, 30, &rules);
	for (size_t i = 0; i < rules.across.n; i++)
		if (rules.across.v[i].to - rules.across.v[i].from > longest)
			longest = rules.across.v[i].to - rules.across.v[i].from;
	cr_expect_gt(longest, 28, "%g", (double)longest);
	pdf_rules_free(&rules);
	pdf_pictures_free(p);
	close(fd);
	buf_free(&bytes);
}

/* Lines 14 points apart of a font of 10 points that claims to be 26 high; its letters stand in the
 * middle and somewhat below it. Without a picture they are taken to be in the middle. */
static void words_are_as_high_as_letters(void)
{
	for (int picture = 0; picture < 2; picture++) {
		struct buf bytes = {0};
		struct pdf_page page;
		struct pdf_rules rules = {0};
		int fd = -1;

		paint(&bytes, 120, 160, "");
		pdf_page_begin(&page, 1, 60, 80);
		for (size_t line = 0; line < 3; line++) {
			double y = 5 + 14 * (double)line;

			pdf_page_add(&page, 10, y, 50, y + 26, STR("年度报告"));
			for (size_t i = 0; i < 18 * 80; i++)
				if (i % 2)
					bytes.p[bytes.n - 120 * 160 +
						(size_t)(2 * (y + 10.4) + (double)(i / 80)) * 120 +
						20 + i % 80] = 0;
		}
		pdf_page_add(&page, 10, 66, 50, 78, STR("政府信息"));
		struct pdf_pictures *p =
			picture ? open_pictures(buf_str(&bytes), &fd) : pdf_pictures_new(-1);

		pdf_rules_next(p, 60, 80, &rules);
		pdf_tall_mend(&page, p);
		const struct pdf_word *w = page.words.v;
		double middle = (w[1].y0 + w[1].y1) / 2, wanted = picture ? 34 : 32;

		cr_expect_lt(w[1].y1 - w[1].y0, 12);
		cr_expect(middle > wanted - 0.7 && middle < wanted + 0.7, "%g", middle);
		cr_expect_lt(w[0].y1, w[1].y0 + 3);
		cr_expect_eq(w[3].y0, 66, "a font that tells the truth");
		cr_expect_eq(w[3].y1, 78);
		pdf_rules_free(&rules);
		pdf_pictures_free(p);
		pdf_page_free(&page);
		buf_free(&bytes);
		if (fd >= 0)
			close(fd);
	}
}

#define CHECK(name) name()
#else
#define CHECK(name) unit_skip("built without a reader for PDF")
#endif

Test(pdf_rules, nonsense_has_no_lines)
{
	CHECK(nonsense_has_no_lines);
}

Test(pdf_rules, each_page_has_its_own)
{
	CHECK(each_page_has_its_own);
}

Test(pdf_rules, a_page_of_another_size_ends_them)
{
	CHECK(a_page_of_another_size_ends_them);
}

Test(pdf_rules, shade_is_no_line)
{
	CHECK(shade_is_no_line);
}

Test(pdf_rules, dots_among_dashes)
{
	CHECK(dots_among_dashes);
}

Test(pdf_rules, words_are_as_high_as_letters)
{
	CHECK(words_are_as_high_as_letters);
}

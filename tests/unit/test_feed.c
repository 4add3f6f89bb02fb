/* What comes back from a child is an input like any other. */
#include "unit/unit.h"

#include <fcntl.h>

#include "import/feed.h"

/* A descriptor that gives these bytes and ends. */
static int stream_of(const char *bytes, size_t n)
{
	int ends[2];

	cr_assert_eq(pipe(ends), 0);
	cr_assert_eq(write(ends[1], bytes, n), (ssize_t)n);
	close(ends[1]);
	return ends[0];
}

static struct doc *new_doc(const char *source)
{
	struct buf bytes = {0};

	buf_adds(&bytes, source);
	return doc_new("x.html", "html", &bytes);
}

static bool replay(struct doc *d, int fd, long long ms, struct err *err)
{
	bool good = feed_replay(fd, feed_clock() + ms, doc_bytes(d), d, err);

	close(fd);
	return good;
}

Test(feed, refuses_what_makes_no_sense)
{
	static const struct {
		const char *bytes;
		size_t n;
		enum err_kind kind;
	} rows[] = {
#define R(lit, kind) {lit, sizeof(lit) - 1, kind}
		R("", ERR_IO),
		R("T", ERR_IO),
		R("T\0\1\1\5ab", ERR_IO),
		R("P\0\0", ERR_IO),
		R("x", ERR_FORMAT),
		R("\0", ERR_FORMAT),
		R("P\0\1E", ERR_FORMAT),		      /* past the text */
		R("P\1\0E", ERR_FORMAT),		      /* backwards */
		R("T\0\1\1\3\xe5\xb9\xb4P\0\1E", ERR_FORMAT), /* within a character */
		R("T\0\1\1\2\xe5\xb9"
		  "E",
			ERR_FORMAT),				/* no UTF-8 */
		R("T\0\1\1\1\0E", ERR_FORMAT),			/* NUL */
		R("T\0\1\1\1\rE", ERR_FORMAT),			/* no line end of ours */
		R("T\0\0\1\1xE", ERR_FORMAT),			/* no unit */
		R("T\0\2\1\1xE", ERR_FORMAT),			/* half a unit */
		R("T\xb\1\1\2xxE", ERR_FORMAT),			/* past the source */
		R("T\0\1\x7f\1xE", ERR_FORMAT),			/* the same by its unit */
		R("G\x7f\1xE", ERR_FORMAT),			/* the same of glue */
		R("T\0\1\1\xff\xff\xff\x0f", ERR_FORMAT),	/* longer than any record */
		R("T\xff\xff\xff\xff\xff\xff\xff", ERR_FORMAT), /* no number */
		R("(\4", ERR_FORMAT),				/* no reader */
		R("(\0(\0", ERR_FORMAT),			/* grids do not nest */
		R("C\0\0\1\1\0\0", ERR_FORMAT),			/* no grid */
		R("(\0C\xff\xff\x7f\0\1\1\0\0", ERR_FORMAT),
		R("(\0C\0\xff\x7f\1\1\0\0", ERR_FORMAT),
		R("(\0P\0\0", ERR_FORMAT),
		R(")\0\0", ERR_FORMAT),
		R("(\0E", ERR_FORMAT),
		R("!\0\1x", ERR_FORMAT),     /* no kind */
		R("!\x63\1x", ERR_FORMAT),   /* no kind */
		R("!\3\0", ERR_FORMAT),	     /* no words */
		R("!\3\2x\x1b", ERR_FORMAT), /* words that move the cursor */
		R("!\4\4deep", ERR_LIMIT),
#undef R
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct doc *d = new_doc("<p>12345</p>");
		struct err err = {0};

		cr_expect_not(
			replay(d, stream_of(rows[i].bytes, rows[i].n), 5000, &err), "row %zu", i);
		cr_expect_eq(err.kind, rows[i].kind, "row %zu: %s", i, err.text);
		cr_expect_neq(err.text[0], 0, "row %zu", i);
		doc_free(d);
	}
}

Test(feed, waits_no_longer_than_told)
{
	int ends[2];
	struct doc *d = new_doc("x");
	struct err err = {0};

	cr_assert_eq(pipe(ends), 0);
	cr_expect_not(replay(d, ends[0], 50, &err));
	cr_expect_eq(err.kind, ERR_LIMIT);
	close(ends[1]);
	doc_free(d);
}

static void expect_dump(const struct doc *d, const char *wanted)
{
	struct buf out = {0};

	doc_dump(d, &out);
	expect_str(buf_str(&out), str_of(wanted));
	buf_free(&out);
}

Test(feed, gives_what_was_fed)
{
	int ends[2];
	struct doc *d = new_doc("<p>a&nbsp;12</p><td>3");
	struct err err = {0};

	cr_assert_eq(pipe(ends), 0);
	struct feed *f = feed_new(ends[1]);
	struct text_span a = feed_text(f, STR("a"), 3, 1, 1);

	feed_text(f, STR("\xc2\xa0"), 4, 2, 6);
	a.to = feed_text(f, STR("12"), 10, 1, 1).to;
	feed_page(f, 3);
	feed_para(f, a);
	feed_glue(f, STR("\n"), 12);
	feed_grid_begin(f, FEED_HTML);
	struct text_span c = feed_text(f, STR("3"), 20, 1, 1);

	cr_expect(feed_cell(f, 0, 1, 2, 3, c));
	feed_grid_end(f, c);
	feed_mark(f, c);
	feed_end(f);
	feed_free(f);
	close(ends[1]);
	cr_expect(replay(d, ends[0], 5000, &err), "%s", err.text);
	doc_done(d);
	expect_dump(d, "html UTF-8 21 bytes 2 lines\n"
		       "para 1 [3,12) page 3 \"a\xc2\xa0"
		       "12\"\n"
		       "grid 1 [20,21) page 3 html 2x4\n"
		       "  0,1 2x3 [20,21) \"3\"\n"
		       "mark 1 [20,21) page 3 \"3\"\n");
	doc_free(d);
}

/* Long text is cut into records between characters. */
Test(feed, keeps_long_text_whole)
{
	int fd = open("/dev/shm", O_TMPFILE | O_RDWR, 0600);
	struct buf text = {0};
	struct err err = {0};

	if (fd < 0)
		fd = fileno(tmpfile());
	buf_adds(&text, "x");
	while (text.n < 100000)
		buf_adds(&text, "年");
	struct doc *d = new_doc(text.p);
	struct feed *f = feed_new(fd);

	feed_para(f, feed_text(f, buf_str(&text), 0, 1, 1));
	feed_end(f);
	feed_free(f);
	lseek(fd, 0, SEEK_SET);
	cr_expect(replay(d, fd, 5000, &err), "%s", err.text);
	expect_str(doc_text(d), buf_str(&text));
	doc_free(d);
	buf_free(&text);
}

Test(feed, has_no_room_for_more_cells_than_any_report)
{
	struct feed *f = feed_new(open("/dev/null", O_WRONLY));
	size_t n = 0;

	feed_grid_begin(f, FEED_HTML);
	while (n <= FEED_CELLS_MAX && feed_cell(f, n / 32, n % 32, 1, 1, (struct text_span){0, 0}))
		n++;
	cr_expect_eq(n, FEED_CELLS_MAX);
	feed_free(f);
	f = feed_new(open("/dev/null", O_WRONLY));
	feed_grid_begin(f, FEED_HTML);
	for (n = 0; feed_cell(f, n, 0, 1, 1, (struct text_span){0, 0});)
		n++;
	cr_expect_eq(n, FEED_ROWS_MAX);
	feed_free(f);
}

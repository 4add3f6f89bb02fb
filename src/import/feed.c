/* The writing side of the feed. Runs of text that map alike are gathered, so that feeding a
 * character at a time is cheap. */
#include "import/feed.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

/* Written out when so much is there. */
#define OUT_BYTES ((size_t)64 << 10)
/* A record of text is no longer. */
#define TEXT_BYTES ((size_t)16 << 10)

struct feed {
	int fd;
	struct buf out;
	size_t length; /* of the text, the run included */
	size_t cells;
	struct {
		struct buf text;
		size_t from, text_unit, disk_unit; /* disk_unit 0: glue */
	} run;
};

struct feed *feed_new(int fd)
{
	struct feed *f = mem_alloc(sizeof *f);

	f->fd = fd;
	return f;
}

void feed_free(struct feed *f)
{
	buf_free(&f->out);
	buf_free(&f->run.text);
	free(f);
}

static void flush(struct feed *f)
{
	for (size_t at = 0; at < f->out.n;) {
		ssize_t n = write(f->fd, f->out.p + at, f->out.n - at);

		if (n > 0)
			at += (size_t)n;
		else if (n == 0 || errno != EINTR)
			_exit(1); /* the parent is gone */
	}
	buf_clear(&f->out);
}

static void put_number(struct feed *f, size_t n)
{
	for (; n >= 0x80; n >>= 7)
		buf_addc(&f->out, (char)(0x80 | (n & 0x7f)));
	buf_addc(&f->out, (char)n);
}

static void put_str(struct feed *f, struct str s)
{
	put_number(f, s.n);
	buf_add(&f->out, s);
}

static void put_run(struct feed *f)
{
	if (f->run.text.n == 0)
		return;
	buf_addc(&f->out, f->run.disk_unit ? FEED_TEXT : FEED_GLUE);
	put_number(f, f->run.from);
	if (f->run.disk_unit) {
		put_number(f, f->run.text_unit);
		put_number(f, f->run.disk_unit);
	}
	put_str(f, buf_str(&f->run.text));
	buf_clear(&f->run.text);
}

/* A record other than text: what it names must be out before it. */
static void put_record(struct feed *f, enum feed_record kind)
{
	put_run(f);
	if (f->out.n >= OUT_BYTES)
		flush(f);
	buf_addc(&f->out, (char)kind);
}

static void put_last(struct feed *f)
{
	flush(f);
}

void feed_end(struct feed *f)
{
	put_record(f, FEED_END);
	put_last(f);
}

void feed_trouble(struct feed *f, const struct err *err)
{
	buf_clear(&f->run.text);
	put_record(f, FEED_TROUBLE);
	put_number(f, err->kind);
	put_str(f, str_of(err->text));
	put_last(f);
}

size_t feed_length(const struct feed *f)
{
	return f->length;
}

static bool run_takes(const struct feed *f, size_t from, size_t text_unit, size_t disk_unit)
{
	size_t units = f->run.text.n / f->run.text_unit;

	return f->run.text_unit == text_unit && f->run.disk_unit == disk_unit &&
	       f->run.text.n < TEXT_BYTES && f->run.from + units * disk_unit == from;
}

static struct text_span put_text(
	struct feed *f, struct str text, size_t from, size_t text_unit, size_t disk_unit)
{
	struct text_span span = {f->length, f->length + text.n};

	if (f->run.text.n && !run_takes(f, from, text_unit, disk_unit))
		put_run(f);
	if (f->run.text.n == 0) {
		f->run.from = from;
		f->run.text_unit = text_unit;
		f->run.disk_unit = disk_unit;
	}
	buf_add(&f->run.text, text);
	f->length += text.n;
	if (f->out.n >= OUT_BYTES)
		flush(f);
	return span;
}

/* As much of the text as a record holds, in whole characters. */
static size_t piece_length(struct str text, size_t text_unit)
{
	size_t n = TEXT_BYTES / text_unit * text_unit;

	if (text.n <= n)
		return text.n;
	while (n > text_unit && ((unsigned char)text.p[n] & 0xc0) == 0x80)
		n -= text_unit;
	return n;
}

struct text_span feed_text(
	struct feed *f, struct str text, size_t from, size_t text_unit, size_t disk_unit)
{
	struct text_span all = {f->length, f->length + text.n};

	assert(text_unit > 0 && text.n % text_unit == 0);
	while (text.n > 0) {
		size_t n = piece_length(text, text_unit);

		put_text(f, str_slice(text, 0, n), from, text_unit, disk_unit);
		from += n / text_unit * disk_unit;
		text = str_slice(text, n, text.n);
	}
	return all;
}

struct text_span feed_glue(struct feed *f, struct str text, size_t from)
{
	return feed_text(f, text, from, 1, 0);
}

struct text_span feed_plain(struct feed *f, struct str text)
{
	return feed_text(f, text, f->length, 1, 1);
}

static void put_span(struct feed *f, struct text_span span)
{
	assert(span.from <= span.to && span.to <= f->length);
	put_number(f, span.from);
	put_number(f, span.to);
}

void feed_para(struct feed *f, struct text_span span)
{
	put_record(f, FEED_PARA);
	put_span(f, span);
}

void feed_mark(struct feed *f, struct text_span span)
{
	put_record(f, FEED_MARK);
	put_span(f, span);
}

void feed_lines(struct feed *f, struct text_span span)
{
	put_record(f, FEED_LINES);
	put_span(f, span);
}

void feed_page(struct feed *f, unsigned page)
{
	put_record(f, FEED_PAGE);
	put_number(f, page);
}

void feed_grid_begin(struct feed *f, enum feed_reader reader)
{
	put_record(f, FEED_GRID);
	put_number(f, reader);
}

bool feed_cell(struct feed *f, size_t row, size_t col, size_t rowspan, size_t colspan,
	struct text_span span)
{
	if (f->cells >= FEED_CELLS_MAX || row >= FEED_ROWS_MAX)
		return false;
	f->cells++;
	put_record(f, FEED_CELL);
	put_number(f, row);
	put_number(f, col);
	put_number(f, rowspan);
	put_number(f, colspan);
	put_span(f, span);
	return true;
}

void feed_unsure(struct feed *f)
{
	put_record(f, FEED_UNSURE);
}

void feed_grid_end(struct feed *f, struct text_span span)
{
	put_record(f, FEED_CLOSE);
	put_span(f, span);
}

/* The reading side of the feed: nothing in it is believed. */
#include "import/feed.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "import/layout.h"
#include "import/signs.h"
#include "import/text.h"

/* One read, and the longest piece of text or message taken. */
#define IN_BYTES ((size_t)64 << 10)
#define PIECE_BYTES ((size_t)64 << 10)

/* So many paragraphs that are or end in numbers, or stand between bars, one after another or among
 * words, are what is left of a table whose cells or rows became paragraphs. */
#define LOST_CELLS 7
/* A paragraph that ends in a number and is none has no more bytes than a name and that. */
#define LOST_NAME ((size_t)96)
/* But so many are no report's. */
#define LOST_LINES_MAX ((size_t)1 << 14)

struct replay {
	int fd;
	long long deadline;
	struct doc *d;
	struct err *err;
	size_t source; /* bytes it may name */
	size_t cells_left, paras;
	bool grid, last;
	size_t at, n;
	unsigned char in[IN_BYTES];
	struct buf piece;
	VEC(struct text_span) held; /* paragraphs that are not put yet */
	size_t numbers;		    /* among them */
	size_t page;
};

long long feed_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool nonsense(struct replay *r)
{
	return err_set(
		r->err, ERR_FORMAT, _("its reader went wrong on it: what it gave makes no sense"));
}

static bool wait_input(struct replay *r)
{
	for (;;) {
		long long left = r->deadline - feed_clock();
		struct pollfd p = {.fd = r->fd, .events = POLLIN};
		int n = left > 0 ? poll(&p, 1, (int)(left < 1000000 ? left : 1000000)) : 0;

		if (n > 0)
			return true;
		if (n < 0 && errno != EINTR)
			return err_sys(r->err, NULL, _("cannot wait for the reader"));
		if (feed_clock() >= r->deadline)
			return err_set(r->err, ERR_LIMIT, _("reading it takes too long"));
	}
}

static bool fill(struct replay *r)
{
	for (;;) {
		if (!wait_input(r))
			return false;
		ssize_t n = read(r->fd, r->in, sizeof r->in);

		if (n > 0) {
			r->at = 0;
			r->n = (size_t)n;
			return true;
		}
		if (n == 0)
			return err_set(r->err, ERR_IO, _("its reader stopped halfway"));
		if (errno != EINTR)
			return err_sys(r->err, NULL, _("cannot hear the reader"));
	}
}

static bool take_byte(struct replay *r, unsigned char *byte)
{
	if (r->at == r->n && !fill(r))
		return false;
	*byte = r->in[r->at++];
	return true;
}

/* A number of at most 32 bits. */
static bool take_number(struct replay *r, size_t *out)
{
	unsigned char byte;
	unsigned shift = 0;

	*out = 0;
	do {
		if (!take_byte(r, &byte))
			return false;
		if (shift > 28)
			return nonsense(r);
		*out |= (size_t)(byte & 0x7f) << shift;
		shift += 7;
	} while (byte & 0x80);
	return *out <= UINT32_MAX || nonsense(r);
}

static bool take_piece(struct replay *r)
{
	size_t n;

	buf_clear(&r->piece);
	if (!take_number(r, &n))
		return false;
	if (n > PIECE_BYTES)
		return nonsense(r);
	while (r->piece.n < n) {
		if (r->at == r->n && !fill(r))
			return false;
		size_t more = r->n - r->at < n - r->piece.n ? r->n - r->at : n - r->piece.n;

		buf_add(&r->piece, (struct str){(const char *)r->in + r->at, more});
		r->at += more;
	}
	return true;
}

/* Text of a document: UTF-8, line ends "\n", no NUL. */
static bool is_text(struct str s)
{
	return utf8_valid(s, NULL) &&
	       (s.n == 0 || (!memchr(s.p, 0, s.n) && !memchr(s.p, '\r', s.n)));
}

static bool take_text(struct replay *r, bool glue)
{
	size_t from, unit = 1, disk_unit = 0;

	if (!take_number(r, &from) ||
		(!glue && !(take_number(r, &unit) && take_number(r, &disk_unit))) || !take_piece(r))
		return false;
	struct str text = buf_str(&r->piece);

	if (unit == 0 || unit > 16 || disk_unit > UINT16_MAX || text.n % unit != 0 ||
		!is_text(text) || from > r->source || text.n / unit * disk_unit > r->source - from)
		return nonsense(r);
	if (text.n > FEED_TEXT_MAX - doc_text(r->d).n)
		return err_set(r->err, ERR_LIMIT, _("it holds more text than any report has"));
	if (glue)
		sink_glue(r->d, text, from);
	else
		sink_text(r->d, text, from, unit, disk_unit);
	return true;
}

static bool is_edge(struct str text, size_t at)
{
	return at == text.n || (at < text.n && ((unsigned char)text.p[at] & 0xc0) != 0x80);
}

static bool take_span(struct replay *r, struct text_span *span)
{
	if (!take_number(r, &span->from) || !take_number(r, &span->to))
		return false;
	struct str text = doc_text(r->d);

	return (span->from <= span->to && is_edge(text, span->from) && is_edge(text, span->to)) ||
	       nonsense(r);
}

static bool may_be_lines(const struct replay *r)
{
	return strcmp(doc_kind(r->d), "docx") == 0 || strcmp(doc_kind(r->d), "html") == 0;
}

/* A number, a name and its number, or cells between bars. */
static bool is_lost(struct str s)
{
	if (s.n == 0 || layout_is_number(s))
		return s.n > 0;
	size_t last = utf8_prev(s, s.n), at = last;

	if (layout_bar(s, last))
		return layout_bar(s, 0) > 0;
	return s.n <= LOST_NAME && sign_is_digit(utf8_next(s, &at));
}

static void hold_para(struct replay *r, struct text_span span)
{
	*vec_push(&r->held) = span;
	r->numbers += is_lost(str_trim(doc_str(r->d, span)));
}

/* Puts the paragraphs held back: as they are, or as lines of a text where a table's cells are among
 * them. */
static bool put_held(struct replay *r)
{
	size_t n = r->held.n, numbers = r->numbers;

	r->held.n = r->numbers = 0;
	if (numbers >= LOST_CELLS && n <= LOST_LINES_MAX && may_be_lines(r))
		return text_put_lines(r->d,
			(struct text_span){r->held.v[0].from, r->held.v[n - 1].to}, &r->cells_left,
			r->err);
	for (size_t i = 0; i < n; i++)
		sink_para(r->d, r->held.v[i]);
	return true;
}

static bool take_cell(struct replay *r)
{
	size_t row, col, rowspan, colspan;
	struct text_span span;

	if (!take_number(r, &row) || !take_number(r, &col) || !take_number(r, &rowspan) ||
		!take_number(r, &colspan) || !take_span(r, &span))
		return false;
	if (!r->grid || r->cells_left == 0 || row >= FEED_ROWS_MAX || col >= FEED_COLS_MAX ||
		rowspan > FEED_ROWS_MAX || colspan > FEED_COLS_MAX)
		return nonsense(r);
	r->cells_left--;
	sink_cell(r->d, row, col, rowspan, colspan, span);
	return true;
}

static bool take_unsure(struct replay *r)
{
	if (!r->grid)
		return nonsense(r);
	sink_unsure(r->d);
	return true;
}

static bool take_grid(struct replay *r)
{
	static const char *const readers[FEED_READERS] = {"html", "docx", "pdf", "boxes"};
	size_t reader;

	if (!take_number(r, &reader))
		return false;
	if (r->grid || reader >= FEED_READERS)
		return nonsense(r);
	r->grid = true;
	sink_grid_begin(r->d, readers[reader]);
	return true;
}

static bool take_block(struct replay *r, enum feed_record kind)
{
	struct text_span span;

	if (!take_span(r, &span))
		return false;
	if (r->grid != (kind == FEED_CLOSE))
		return nonsense(r);
	if (kind == FEED_CLOSE) {
		r->grid = false;
		if (may_be_lines(r))
			sink_split_rows(r->d, layout_is_value);
		sink_grid_end(r->d, span);
	} else if (r->paras++ >= FEED_PARAS_MAX) {
		return err_set(r->err, ERR_LIMIT, _("it has more paragraphs than any report"));
	} else if (kind == FEED_PARA) {
		hold_para(r, span);
	} else {
		sink_mark(r->d, span);
	}
	return true;
}

/* The text there as a text file's. */
static bool take_lines(struct replay *r)
{
	struct text_span span;

	if (!take_span(r, &span))
		return false;
	if (r->grid)
		return nonsense(r);
	struct str text = doc_str(r->d, span);

	for (size_t at = 0; at < text.n && r->paras < FEED_PARAS_MAX; r->paras++) {
		size_t end = str_find(text, STR("\n"), at);

		at = end == STR_NONE ? text.n : end + 1;
	}
	if (r->paras >= FEED_PARAS_MAX)
		return err_set(r->err, ERR_LIMIT, _("it has more paragraphs than any report"));
	return text_put_lines(r->d, span, &r->cells_left, r->err);
}

static bool take_page(struct replay *r)
{
	size_t page;

	if (!take_number(r, &page) || (page != r->page && !put_held(r)))
		return false;
	r->page = page;
	sink_page(r->d, (unsigned)page);
	return true;
}

static bool is_message(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7f)
			return false;
	return s.n > 0 && s.n < sizeof((struct err *)NULL)->text && utf8_valid(s, NULL);
}

static bool take_trouble(struct replay *r)
{
	size_t kind;

	if (!take_number(r, &kind) || !take_piece(r))
		return false;
	if (kind == ERR_NONE || kind > ERR_REFUSED || !is_message(buf_str(&r->piece)))
		return nonsense(r);
	return err_set(r->err, (enum err_kind)kind, "%.*s", STR_ARG(buf_str(&r->piece)));
}

static bool take_record(struct replay *r)
{
	unsigned char kind;

	if (!take_byte(r, &kind))
		return false;
	bool holds =
		kind == FEED_PARA || kind == FEED_PAGE || kind == FEED_TEXT || kind == FEED_GLUE;

	if (!holds && !put_held(r))
		return false;
	switch (kind) {
	case FEED_END:
		r->last = true;
		return !r->grid || nonsense(r);
	case FEED_TROUBLE:
		return take_trouble(r);
	case FEED_TEXT:
	case FEED_GLUE:
		return take_text(r, kind == FEED_GLUE);
	case FEED_PARA:
	case FEED_MARK:
	case FEED_CLOSE:
		return take_block(r, (enum feed_record)kind);
	case FEED_LINES:
		return take_lines(r);
	case FEED_PAGE:
		return take_page(r);
	case FEED_GRID:
		return take_grid(r);
	case FEED_CELL:
		return take_cell(r);
	case FEED_UNSURE:
		return take_unsure(r);
	default:
		return nonsense(r);
	}
}

bool feed_replay(int fd, long long deadline, size_t source, struct doc *d, struct err *err)
{
	struct replay *r = mem_alloc(sizeof *r);
	bool good = true;

	r->fd = fd;
	r->deadline = deadline;
	r->d = d;
	r->err = err;
	r->source = source;
	r->cells_left = FEED_CELLS_MAX;
	while (good && !r->last)
		good = take_record(r);
	if (r->grid)
		sink_grid_end(d, (struct text_span){0, 0});
	buf_free(&r->piece);
	vec_free(&r->held);
	free(r);
	return good;
}

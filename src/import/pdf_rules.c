/* Strokes in pictures of pages: long, thin, and darker than what is on both sides of them. */
#include "import/pdf_rules.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "import/pdf_extent.h"

/* Dots in a point: PDF_RULES_DPI / 72. */
#define DOTS 2.0f
/* A picture with more dots is none of a report's page. */
#define DOTS_MAX ((size_t)48 << 20)
/* A stroke is so long, in dots, and so much darker than the dots beside it at one of the distances.
 * Where it crosses others, no wider than this, it is as dark as they are. Dashes have no wider
 * gaps. */
#define LENGTH 12
#define CROSSING 12
#define GAP 4
#define DARKER 16
static const size_t distances[] = {3, 5, 8};
/* A page with more strokes is a drawing. */
#define STROKES_MAX 20000

struct picture {
	size_t width, height;
	unsigned char *dots;
};

struct pdf_pictures {
	int fd;
	bool ended;
	unsigned char bytes[1 << 16];
	size_t at, n;
	struct picture last;
};

/* --- the pictures --- */

static bool fill(struct pdf_pictures *s)
{
	ssize_t n;

	do
		n = read(s->fd, s->bytes, sizeof s->bytes);
	while (n < 0 && errno == EINTR);
	s->at = 0;
	s->n = n > 0 ? (size_t)n : 0;
	return n > 0;
}

static int next_byte(struct pdf_pictures *s)
{
	return s->at < s->n || fill(s) ? s->bytes[s->at++] : -1;
}

static bool take_number(struct pdf_pictures *s, size_t *out)
{
	int c = next_byte(s);

	while (c == ' ' || c == '\n')
		c = next_byte(s);
	if (c < '0' || c > '9')
		return false;
	for (*out = 0; c >= '0' && c <= '9' && *out < DOTS_MAX; c = next_byte(s))
		*out = *out * 10 + (size_t)(c - '0');
	return c == ' ' || c == '\n';
}

static bool take_dots(struct pdf_pictures *s, unsigned char *out, size_t n)
{
	while (n > 0) {
		if (s->at == s->n && !fill(s))
			return false;
		size_t some = s->n - s->at < n ? s->n - s->at : n;

		memcpy(out, s->bytes + s->at, some);
		s->at += some;
		out += some;
		n -= some;
	}
	return true;
}

static bool take_picture(struct pdf_pictures *s, struct picture *p)
{
	size_t most;

	if (next_byte(s) != 'P' || next_byte(s) != '5' || !take_number(s, &p->width) ||
		!take_number(s, &p->height) || !take_number(s, &most) || most != 255 ||
		p->width == 0 || p->height == 0 || p->height > DOTS_MAX / p->width)
		return false;
	p->dots = mem_alloc_array(p->width, p->height);
	if (take_dots(s, p->dots, p->width * p->height))
		return true;
	free(p->dots);
	*p = (struct picture){0};
	return false;
}

/* --- strokes --- */

/* Is the dot darker than one before and one behind it, `step` dots apart? `at` of `n` is its place
 * that way; beyond the picture it is light. */
static bool is_stroke(const unsigned char *dot, size_t at, size_t n, size_t step)
{
	bool before = false, behind = false;

	for (size_t i = 0; i < sizeof distances / sizeof distances[0]; i++) {
		size_t d = distances[i];

		before = before || at < d || dot[0] + DARKER <= *(dot - d * step);
		behind = behind || at + d >= n || dot[0] + DARKER <= dot[d * step];
	}
	return before && behind;
}

/* Strokes being followed along a line: dashes [from, last], of which the last begins at `dash`. */
struct run {
	size_t from, dash, last;
	size_t dark;	     /* so far nothing lighter than it came behind `last` */
	unsigned char shade; /* of its last dot */
	bool open;
	bool dotted; /* a dash was too short to be a stroke of its own */
};

static void put_stroke(
	struct pdf_rules *out, bool across, size_t line, size_t from, size_t last, bool broken)
{
	struct pdf_rule rule = {
		((float)line + 0.5f) / DOTS, (float)from / DOTS, (float)(last + 1) / DOTS, broken};

	if (last - from < LENGTH || out->across.n + out->down.n >= STROKES_MAX)
		return;
	if (across)
		*vec_push(&out->across) = rule;
	else
		*vec_push(&out->down) = rule;
}

static void end_dash(struct run *r, size_t line, struct pdf_rules *out, bool across)
{
	if (!r->open)
		return;
	r->dotted = r->dotted || r->last - r->dash < LENGTH;
	put_stroke(out, across, line, r->dash, r->last, false);
}

static void end_run(struct run *r, size_t line, struct pdf_rules *out, bool across)
{
	end_dash(r, line, out, across);
	if (r->open && r->dotted && r->dash > r->from)
		put_stroke(out, across, line, r->from, r->last, true);
	r->open = false;
}

/* A dot that is dark; `stroke`: and those beside it are not. What is lighter than the stroke is a
 * ground that it is drawn on, and no other stroke that it crosses. */
static void follow(struct run *r, size_t at, size_t line, unsigned char shade, bool stroke,
	struct pdf_rules *out, bool across)
{
	bool touches = r->open && r->dark + 1 == at && at - r->last <= CROSSING &&
		       (stroke || shade < r->shade + DARKER);

	if (touches)
		r->dark = at;
	if (!stroke)
		return;
	if (r->open && !touches && at - r->last > GAP)
		end_run(r, line, out, across);
	else if (r->open && !touches)
		end_dash(r, line, out, across);
	if (!r->open)
		*r = (struct run){.from = at, .dash = at, .open = true};
	else if (!touches)
		r->dash = at;
	r->last = r->dark = at;
	r->shade = shade;
}

/* Lighter dots are paper, or as good as; darker ones may be letters. */
#define PAPER 245
#define INK 160

static void find_strokes(const struct picture *p, struct pdf_rules *out)
{
	struct run *down = mem_alloc_array(p->width, sizeof *down);

	for (size_t y = 0; y < p->height; y++) {
		const unsigned char *row = p->dots + y * p->width;
		struct run across = {0};

		for (size_t x = 0; x < p->width; x++) {
			if (row[x] > PAPER)
				continue;
			follow(&across, x, y, row[x], is_stroke(row + x, y, p->height, p->width),
				out, true);
			follow(&down[x], y, x, row[x], is_stroke(row + x, x, p->width, 1), out,
				false);
		}
		end_run(&across, y, out, true);
	}
	for (size_t x = 0; x < p->width; x++)
		end_run(&down[x], x, out, false);
	free(down);
}

struct pdf_pictures *pdf_pictures_new(int fd)
{
	struct pdf_pictures *p = mem_alloc(sizeof *p);

	p->fd = fd;
	p->ended = fd < 0;
	return p;
}

static void drop_picture(struct pdf_pictures *s)
{
	free(s->last.dots);
	s->last = (struct picture){0};
}

void pdf_pictures_free(struct pdf_pictures *p)
{
	drop_picture(p);
	free(p);
}

/* Two dots less or more are rounding. */
static bool is_size(size_t dots, double points)
{
	return fabs((double)dots - points * DOTS) <= 2;
}

void pdf_rules_next(struct pdf_pictures *s, double width, double height, struct pdf_rules *out)
{
	struct picture *p = &s->last;

	drop_picture(s);
	if (s->ended || !take_picture(s, p)) {
		s->ended = true;
		return;
	}
	/* a page that lies on its side is told as it would stand */
	if ((is_size(p->width, width) && is_size(p->height, height)) ||
		(is_size(p->width, height) && is_size(p->height, width))) {
		find_strokes(p, out);
	} else {
		s->ended = true;
		drop_picture(s);
	}
}

bool pdf_pictures_ink(const struct pdf_pictures *s, double x0, double x1, double y)
{
	const struct picture *p = &s->last;
	size_t from = (size_t)(greater(x0, 0) * DOTS) + 1, to = (size_t)(greater(x1, 0) * DOTS);
	size_t dark = 0;

	if (y < 0 || (size_t)(y * DOTS) >= p->height)
		return false;
	const unsigned char *row = p->dots + (size_t)(y * DOTS) * p->width;

	to = to < p->width ? to : p->width;
	for (size_t x = from; x < to; x++)
		dark += row[x] <= INK;
	return dark > 0 && dark < to - from;
}

void pdf_rules_free(struct pdf_rules *r)
{
	vec_free(&r->across);
	vec_free(&r->down);
}

/* Lists that name each value: a line of its own for each, below the label of its row or behind it,
 * or all of a row behind its label, with signs between (named_line.h). Prose has such lines, too,
 * so the names have to come again, as headings of a table do. */
#include "import/named_line.h"

#include <string.h>

#include "base/utf8.h"

enum {
	VALUES_MIN = 6,
	NAMES_MIN = 2,	/* that come again together */
	HOLLOW_MIN = 3, /* names of a first row without values */
	AGAIN_MIN = 2,	/* or so often one does */
	AHEAD = 4,	/* labels one below another */
	BLANKS_MAX = 2,
	ROW_MAX = 64, /* values of a row */
};

enum { COL_LABEL, COL_NAME, COL_VALUE };

/* A run as it is read, row by row. */
struct lister {
	const struct layout *l;
	bool puts;  /* cells */
	bool paths; /* each line has its row's label, too */
	size_t grid_row, values;
	size_t again, long_again; /* rows of the names of the row before; of several names */
	struct named_line line;	  /* the one read last */
	struct text_span names[ROW_MAX], before[ROW_MAX];
	size_t n, n_before;
	bool labelled; /* a row is open, whose label is: */
	struct text_span label;
	bool plain;   /* no bullet stands before that label */
	bool bullets; /* before names one does, and before the labels of their rows none */
};

/* The next character at *at but for white space and hidden ones; 0 at the end. */
static unsigned next_shown(struct str s, size_t *at)
{
	while (*at < s.n) {
		unsigned ch = utf8_next(s, at);

		if (!utf8_is_space(ch) && !utf8_is_hidden(ch))
			return ch;
	}
	return 0;
}

static bool same_text(const struct layout *l, struct text_span a, struct text_span b)
{
	struct str s = str_slice(l->text, a.from, a.to), t = str_slice(l->text, b.from, b.to);
	size_t i = 0, j = 0;
	unsigned x, y;

	do {
		x = next_shown(s, &i);
		y = next_shown(t, &j);
	} while (x && x == y);
	return x == y;
}

static void end_row(struct lister *r)
{
	bool same = r->n > 0 && r->n == r->n_before;

	if (r->n == 0)
		return;
	for (size_t i = 0; i < r->n && same; i++)
		same = same_text(r->l, r->names[i], r->before[i]);
	r->again += same;
	r->long_again += same && r->n >= NAMES_MIN;
	memcpy(r->before, r->names, r->n * sizeof *r->names);
	r->n_before = r->n;
	r->n = 0;
}

static void begin_row(struct lister *r, struct text_span label)
{
	end_row(r);
	r->labelled = true;
	r->label = label;
	if (r->puts)
		sink_cell(r->l->d, r->grid_row, COL_LABEL, 1, 1, label);
}

static void put_pair(struct lister *r, const struct named_pair *pair)
{
	if (r->puts) {
		sink_cell(r->l->d, r->grid_row, COL_NAME, 1, 1, pair->name);
		sink_cell(r->l->d, r->grid_row, COL_VALUE, 1, 1, pair->value);
	}
	r->names[r->n++] = pair->name;
	r->grid_row++;
	r->values++;
}

static void put_pairs(struct lister *r)
{
	for (size_t i = 0; i < r->line.n && r->n < ROW_MAX; i++)
		put_pair(r, &r->line.pairs[i]);
}

/* Past blank lines and page marks, at most BLANKS_MAX blank ones. */
static size_t past_blank(const struct layout *l, size_t line)
{
	size_t from = line;

	while (line < l->lines.n && line - from <= BLANKS_MAX &&
		line_is(l, line, LINE_BLANK | LINE_MARK))
		line++;
	return line;
}

/* A heading of Markdown that is none of the text's: "### 第二十条第（一）项", not "## 三、…". */
static bool is_inner(const struct layout *l, size_t line, const struct named_line *label)
{
	size_t at = label->label.from;

	return str_starts(layout_line_text(l, line), "#") && at < label->label.to &&
	       !utf8_is_han_numeral(utf8_next(l->text, &at));
}

/* May the label stand above others, rather than be a heading of the text? */
static bool is_group(const struct layout *l, size_t line, const struct named_line *label)
{
	return label->marked || !line_is(l, line, LINE_HEADING) || is_inner(l, line, label);
}

/* A name without a value, where the row before has one so named, or bullets tell names from labels.
 */
static bool is_hollow(const struct lister *r, const struct named_line *line)
{
	if (line->kind != NAMED_LABEL || !line->marked)
		return false;
	if (r->bullets && line->bullet && line->colon)
		return true;
	for (size_t i = 0; i < r->n_before; i++)
		if (same_text(r->l, line->label, r->before[i]))
			return true;
	return false;
}

/* The kind of the line behind the label at `line`, blank ones apart. */
static enum named_kind kind_behind(const struct lister *r, size_t *line, struct named_line *out)
{
	struct named_path path;

	*line = past_blank(r->l, *line + 1);
	out->kind = NAMED_NONE;
	if (*line >= r->l->lines.n)
		return out->kind;
	named_line_read(r->l, *line, out);
	if (r->paths && named_path_read(r->l, *line, (struct text_span){0, 0}, &path))
		out->kind = NAMED_ROW;
	if (is_hollow(r, out))
		out->kind = NAMED_MORE;
	return out->kind;
}

/* Does the label at `line` name what is below it, with more labels between or none? */
static bool leads_on(const struct lister *r, size_t line, const struct named_line *label)
{
	struct named_line next;
	bool group = is_group(r->l, line, label);

	for (size_t n = 0; n < AHEAD; n++) {
		enum named_kind kind = kind_behind(r, &line, &next);

		if (kind == NAMED_MORE || (kind == NAMED_ROW && group))
			return true;
		if (kind != NAMED_LABEL || !group)
			return false;
		group = is_group(r->l, line, &next);
	}
	return false;
}

/* Nothing but a label and names, those of the row before, or several in the first: all its cells
 * are empty. */
static bool take_hollow(struct lister *r)
{
	end_row(r);
	bool same = r->n_before ? r->line.n == r->n_before : r->line.n >= HOLLOW_MIN;

	for (size_t i = 0; i < r->n_before && same; i++)
		same = same_text(r->l, r->line.pairs[i].name, r->before[i]);
	if (!same)
		return false;
	begin_row(r, r->line.label);
	put_pairs(r);
	return true;
}

/* A label that stands alone on its line; false where it is none of the list's. */
static bool take_label(struct lister *r, size_t line)
{
	struct named_line next;
	struct text_span label = r->line.label;
	size_t behind = line;

	if (r->labelled && is_hollow(r, &r->line) && r->n < ROW_MAX) {
		put_pair(r, &(struct named_pair){label, {label.to, label.to}});
		return true;
	}
	if (!leads_on(r, line, &r->line))
		return false;
	r->plain = !r->line.bullet;
	begin_row(r, label);
	if (kind_behind(r, &behind, &next) != NAMED_MORE) {
		r->labelled = false;
		r->grid_row++;
	}
	return true;
}

static bool take_path(struct lister *r, size_t line)
{
	struct named_path path;
	struct text_span label = r->labelled ? r->label : (struct text_span){0, 0};

	if (r->n == ROW_MAX || !named_path_read(r->l, line, label, &path))
		return false;
	if (!r->labelled || !same_text(r->l, path.label, label))
		begin_row(r, path.label);
	put_pair(r, &path.pair);
	return true;
}

static bool take_line(struct lister *r, size_t line)
{
	if (r->paths && take_path(r, line))
		return true;
	named_line_read(r->l, line, &r->line);
	if (r->paths)
		return r->line.kind == NAMED_LABEL && take_label(r, line);
	switch (r->line.kind) {
	case NAMED_ROW:
		r->plain = false;
		begin_row(r, r->line.label);
		put_pairs(r);
		return true;
	case NAMED_HOLLOW:
		return take_hollow(r);
	case NAMED_MORE:
		r->bullets |= r->labelled && r->plain && r->line.bullet;
		if (r->labelled)
			put_pairs(r);
		return r->labelled;
	case NAMED_LABEL:
		return take_label(r, line);
	default:
		return false;
	}
}

/* Reads from line `at` to `to` as far as the list goes; returns the line behind it. */
static size_t take_list(struct lister *r, size_t at, size_t to)
{
	size_t end = at;

	for (size_t line = at; line < to && line - at < LAYOUT_ROWS_MAX; line++) {
		if (line_is(r->l, line, LINE_BLANK | LINE_MARK)) {
			line = past_blank(r->l, line) - 1;
			if (line + 1 < to && line_is(r->l, line + 1, LINE_BLANK))
				break;
			continue;
		}
		if (!take_line(r, line))
			break;
		end = line + 1;
	}
	end_row(r);
	return end;
}

/* Does a list begin with a label without a bullet, and below it names with bullets, of which the
 * first have no value? */
static bool begins_hollow(const struct lister *r, size_t at)
{
	struct named_line line;
	size_t below = past_blank(r->l, at + 1);

	if (below >= r->l->lines.n || !named_line_has_bullet(r->l, below))
		return false;
	named_line_read(r->l, at, &line);
	if (line.kind != NAMED_LABEL || line.bullet)
		return false;
	for (size_t n = 0; n < AHEAD; n++) {
		kind_behind(r, &at, &line);
		if (!line.bullet || line.kind == NAMED_MORE)
			return n > 0 && line.bullet;
		if (line.kind != NAMED_LABEL || !line.colon)
			return false;
	}
	return false;
}

/* A list begins with a row, or the label right above its values. */
static bool begins(const struct lister *r, size_t at)
{
	struct named_line line, next;
	struct named_path path;

	if (line_is(r->l, at, LINE_BLANK | LINE_MARK))
		return false;
	if (r->paths)
		return named_path_read(r->l, at, (struct text_span){0, 0}, &path);
	named_line_read(r->l, at, &line);
	return line.kind == NAMED_ROW || line.kind == NAMED_HOLLOW ||
	       (line.kind == NAMED_LABEL && kind_behind(r, &at, &next) == NAMED_MORE);
}

static bool open_list(struct lister *r, size_t at)
{
	if (begins(r, at))
		return true;
	r->bullets = !r->paths && begins_hollow(r, at);
	return r->bullets;
}

/* Labels that each line has come again by themselves, so that single names say nothing. */
static bool is_list(const struct lister *r)
{
	return r->values >= VALUES_MIN &&
	       (r->long_again > 0 || (!r->paths && r->again >= AGAIN_MIN)) &&
	       r->grid_row < r->l->cells_left / (COL_VALUE + 1);
}

static bool find_lines(const struct layout *l, size_t at, struct layout_run *run, bool paths)
{
	run->to = at + 1;
	if (line_is(l, at, LINE_BLANK | LINE_MARK))
		return false;
	struct lister r = {.l = l, .paths = paths};

	if (!open_list(&r, at))
		return false;
	run->to = take_list(&r, at, l->lines.n);
	run->to = run->to > at ? run->to : at + 1;
	return is_list(&r);
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	return find_lines(l, at, run, false);
}

static bool find_paths(const struct layout *l, size_t at, struct layout_run *run)
{
	return find_lines(l, at, run, true);
}

static void read(const struct layout *l, const struct layout_run *run)
{
	struct lister r = {.l = l, .puts = true};

	open_list(&r, run->from);
	take_list(&r, run->from, run->to);
}

static void read_paths(const struct layout *l, const struct layout_run *run)
{
	struct lister r = {.l = l, .puts = true, .paths = true};

	take_list(&r, run->from, run->to);
}

const struct layout_reader layout_named = {"named", find, read};
const struct layout_reader layout_paths = {"named", find_paths, read_paths};

/* Fields between separators, as spreadsheets save them (CSV and its kin): commas or semicolons,
 * the separator's number is the column's, so an empty field is a cell where it stands. A field in
 * double quotes may hold separators and line ends; so may one between tabs, but without a quoted
 * line end tabs are layout_tabs' business.
 *
 * Prose is full of commas, so a run has to show fields that are numbers, and words beside them. */
#include "import/layout.h"

#include <string.h>

#include "base/utf8.h"
#include "import/signs.h"

enum {
	QUOTED_LINES = 16, /* a quoted field runs over no more lines */
	ROWS_MIN = 2,	   /* rows with numbers a table has at least */
	VALUES_MIN = 4,	   /* with so many numbers in them */
	WIDE_MIN = 5,	   /* or one row with so many numbers */
	EVEN_MIN = 8,	   /* or so many rows, all as wide, with empty or merged fields in most */
	EVEN_FIELDS = 4,   /* that wide at least */
	BROAD_MIN = 3,	   /* fewer will do where they are */
	BROAD_FIELDS = 10, /* that wide */
	NAMED_MIN = 4,	   /* or rows of words, as many in each, and a number behind them */
	NAMED_FIELDS = 3,
	BLANKS_MAX = 2,	     /* blank lines between rows */
	BRACKET_BYTES = 400, /* no label is longer */
};

static const char separators[] = {'\t', ';', ','};

struct record {
	char separator;
	size_t line; /* it goes on to the end of this one */
	size_t fields, values, empty;
	size_t words;	 /* fields that are neither */
	size_t again;	 /* fields that say what the one before them does: a merged cell's */
	size_t plain;	 /* separators that are no thousands' */
	bool sentence;	 /* a field reads like one */
	bool marked;	 /* a field is "words: number", of a list in prose */
	bool broken;	 /* a quoted field holds a line end */
	bool last_value; /* the last field is none of words */
};

static size_t last_quoted(const struct layout *l, size_t line)
{
	return line + QUOTED_LINES < l->lines.n ? line + QUOTED_LINES : l->lines.n - 1;
}

/* Where the quoted field that begins at `at` ends (its closing quote), and the line that is on.
 * STR_NONE where it is not closed, or something else than a separator follows. */
static size_t closing_quote(const struct layout *l, size_t at, char separator, size_t *line)
{
	size_t end = l->lines.v[last_quoted(l, *line)].to;

	for (size_t i = at + 1; i < end; i++) {
		const char *quote = memchr(l->text.p + i, '"', end - i);

		if (!quote)
			return STR_NONE;
		i = (size_t)(quote - l->text.p);
		if (i + 1 < end && l->text.p[i + 1] == '"') {
			i++;
			continue;
		}
		while (l->lines.v[*line].to < i)
			++*line;
		size_t behind = i + 1;

		while (behind < l->lines.v[*line].to && l->text.p[behind] == ' ')
			behind++;
		if (behind < l->lines.v[*line].to && l->text.p[behind] != separator)
			return STR_NONE;
		return i;
	}
	return STR_NONE;
}

static bool are_words(struct str s)
{
	s = str_trim(s);
	return s.n > 0 && !layout_is_value(s);
}

/* A bracket opens in the field and closes behind commas, words alone between them: past the
 * closing one, else where the field ended. */
static size_t past_brackets(struct str text, size_t from, size_t stop, size_t to)
{
	size_t depth = 0, piece = stop;

	to = to - from > BRACKET_BYTES ? from + BRACKET_BYTES : to;
	for (size_t at = from, before; before = at, at < to;) {
		unsigned ch = utf8_next(text, &at);

		depth += sign_is_opening(ch);
		depth -= depth > 0 && sign_is_closing(ch);
		if (before < stop)
			continue;
		if (before == stop && depth == 0)
			return stop;
		bool closed = depth == 0;
		if ((ch == ',' || closed) && before > stop) {
			if (!are_words(str_slice(text, piece + 1, before)))
				return stop;
			piece = before;
		}
		if (closed)
			return at;
	}
	return stop;
}

/* The next separator from `at` on, or the line's end. */
static size_t next_separator(struct str text, size_t at, size_t to, char separator)
{
	const char *p = at < to ? memchr(text.p + at, separator, to - at) : NULL;

	return p ? (size_t)(p - text.p) : to;
}

/* Takes the next field of a record from *at on: its text, quotes off. *at moves behind the
 * separator, *line to the line that is on. false where the record ends with it. */
static bool take_field(
	const struct layout *l, char separator, size_t *at, size_t *line, struct text_span *field)
{
	size_t from = *at, to = l->lines.v[*line].to, quote = STR_NONE;

	while (from < to && l->text.p[from] == ' ')
		from++;
	if (from < to && l->text.p[from] == '"')
		quote = closing_quote(l, from, separator, line);
	to = l->lines.v[*line].to;
	size_t behind = quote == STR_NONE ? from : quote + 1;
	size_t stop = next_separator(l->text, behind, to, separator);

	if (stop < to && separator == ',' && quote == STR_NONE)
		stop = next_separator(
			l->text, past_brackets(l->text, from, stop, to), to, separator);
	*field = quote == STR_NONE ? (struct text_span){from, stop}
				   : (struct text_span){from + 1, quote};
	*at = stop < to ? stop + 1 : stop;
	return stop < to;
}

/* A comma between a digit and three others and no more: of a number's thousands. */
static bool is_thousands(struct str text, size_t at, size_t to)
{
	size_t digits = 0;

	if (text.p[at] != ',' || at == 0 || text.p[at - 1] < '0' || text.p[at - 1] > '9')
		return false;
	while (at + 1 + digits < to && text.p[at + 1 + digits] >= '0' &&
		text.p[at + 1 + digits] <= '9')
		digits++;
	return digits == 3;
}

/* Does a colon stand between the field's words and a number? */
static bool ends_marked(struct str s)
{
	for (size_t at = s.n; at > 0;) {
		size_t before = utf8_prev(s, at);
		unsigned ch = utf8_next(s, &(size_t){before});

		if (ch == ':' || ch == 0xff1a)
			return layout_is_value(str_trim(str_slice(s, at, s.n)));
		at = before;
	}
	return false;
}

static void count_field(
	struct record *r, const struct layout *l, struct text_span field, struct str *before)
{
	struct str s = str_trim(str_slice(l->text, field.from, field.to));

	r->fields++;
	r->again += s.n > 0 && str_eq(s, *before);
	*before = s;
	r->last_value = s.n == 0 || layout_is_value(s);
	if (s.n == 0)
		r->empty++;
	else if (layout_is_value(s))
		r->values++;
	else
		r->words++;
	r->marked = r->marked || ends_marked(s);
	r->sentence = r->sentence || str_find(s, STR("。"), 0) != STR_NONE;
	r->broken = r->broken || (s.n > 0 && memchr(s.p, '\n', s.n));
}

static struct record record_at(const struct layout *l, size_t line, char separator)
{
	struct record r = {.separator = separator, .line = line};
	size_t at = l->lines.v[line].from;
	struct text_span field;
	struct str before = {0};

	for (bool more = true; more;) {
		more = take_field(l, separator, &at, &r.line, &field);
		count_field(&r, l, field, &before);
		r.plain += more && !is_thousands(l->text, at - 1, l->lines.v[r.line].to);
	}
	return r;
}

/* Fields there are, and no sentence with commas. */
static bool is_record(const struct record *r)
{
	if (r->fields < 2 || r->marked || (r->separator == ',' && r->plain == 0))
		return false;
	return !r->sentence || r->values + r->empty >= r->words;
}

/* No page mark, no blank line, nothing another reader is surer of. */
static bool may_begin(const struct layout *l, size_t line)
{
	const struct layout_line *v = &l->lines.v[line];

	return !(v->flags & (LINE_BLANK | LINE_FEED | LINE_MARK | LINE_RULE)) && v->chars > 1;
}

/* The separator of the line: the one that leaves most numbers and empty fields. */
static char separator_of(const struct layout *l, size_t line)
{
	char best = '\0';
	size_t most = 0;
	struct str s = layout_line_text(l, line);

	/* between tabs only what is quoted is not layout_tabs' business, in this row or one behind
	 * it */
	bool quoted = l->lines.v[line].from < l->quotes_to;
	/* its first field may run over lines */
	if (s.n && s.p[0] == '"')
		s = str_slice(l->text, l->lines.v[line].from, l->lines.v[last_quoted(l, line)].to);
	for (size_t i = 0; i < sizeof separators && s.n; i++) {
		if (!memchr(s.p, separators[i], s.n) || (separators[i] == '\t' && !quoted))
			continue;
		struct record r = record_at(l, line, separators[i]);
		size_t worth = 1 + r.fields + 2 * (r.values + r.empty);

		if (is_record(&r) && worth > most) {
			most = worth;
			best = separators[i];
		}
	}
	return best;
}

/* A line of one field, words, right before another row: an editor has stripped what was empty. */
static bool is_stripped(const struct layout *l, size_t line, char separator)
{
	if (!line_is_short(l, line) || line_is(l, line, LINE_HEADING | LINE_RULE) ||
		line + 1 >= l->lines.n || !may_begin(l, line + 1) || l->lines.v[line].bars)
		return false;
	struct record r = record_at(l, line + 1, separator);

	return is_record(&r);
}

/* The row behind `line`, or the number of lines. */
static size_t next_row(const struct layout *l, size_t line, char separator)
{
	size_t next = layout_skip_blank(l, line + 1);

	if (next >= l->lines.n || next - line > BLANKS_MAX + 1 || !may_begin(l, next))
		return l->lines.n;
	struct record r = record_at(l, next, separator);

	return is_record(&r) || (next == line + 1 && is_stripped(l, next, separator)) ? next
										      : l->lines.n;
}

/* What speaks for a table in a run. */
struct evidence {
	size_t rows, values, wide, both, cells, words;
	size_t lines, hollow,
		fields; /* rows; those with empty or merged ones; fields of the first */
	size_t named;	/* rows of words and a value, or nothing, behind them */
	size_t lone;	/* lines of one field: captions between */
	bool broken, uneven;
};

static void weigh_record(struct evidence *e, const struct record *r)
{
	e->rows += r->values > 0;
	e->values += r->values;
	e->wide += r->values >= WIDE_MIN;
	e->both += r->values > 0 && r->words > 0;
	e->cells += r->fields;
	e->words += r->words;
	e->broken |= r->broken;
	e->named += r->fields == r->words + 1 && r->fields >= NAMED_FIELDS && r->last_value;
	e->lines++;
	e->hollow += r->empty + r->again > 0;
	e->fields = e->fields ? e->fields : r->fields;
	e->lone += r->fields == 1;
	e->uneven |= r->fields != e->fields && r->fields > 1;
}

static bool is_enough(const struct evidence *e, char separator)
{
	if (separator == '\t' && !e->broken)
		return false;
	/* a table with little filled in: as many fields in each row, and empty or merged ones */
	bool even = (e->lines >= EVEN_MIN && e->fields >= EVEN_FIELDS) ||
		    (e->lines >= BROAD_MIN && e->fields >= BROAD_FIELDS);
	if (even && e->hollow * 2 >= e->lines && !e->uneven && e->lone == 0)
		return true;
	/* the first may be the headings */
	if (e->named >= NAMED_MIN && e->named + e->lone + 1 >= e->lines && !e->uneven)
		return true;
	if (e->wide == 0 && (e->rows < ROWS_MIN || e->values < VALUES_MIN))
		return false;
	return (e->both > 0 || e->wide > 0) && e->values * 3 >= e->words;
}

static bool find(const struct layout *l, size_t at, struct layout_run *run)
{
	char separator = may_begin(l, at) ? separator_of(l, at) : '\0';
	struct evidence e = {0};

	run->to = at + 1;
	if (!separator)
		return false;
	for (size_t i = at; i < l->lines.n && i - at < LAYOUT_ROWS_MAX;) {
		struct record r = record_at(l, i, separator);

		weigh_record(&e, &r);
		if (e.cells > l->cells_left)
			break;
		run->to = r.line + 1;
		i = next_row(l, r.line, separator);
	}
	run->note = (unsigned char)separator;
	return is_enough(&e, separator);
}

static void read(const struct layout *l, const struct layout_run *run)
{
	char separator = (char)run->note;
	size_t row = 0;

	for (size_t line = run->from; line < run->to; line++) {
		if (line_is(l, line, LINE_BLANK))
			continue;
		size_t at = l->lines.v[line].from, col = 0;

		for (bool more = true; more; col += col + 1 < LAYOUT_COLS_MAX) {
			struct text_span field;
			more = take_field(l, separator, &at, &line, &field);
			if (col + 1 == LAYOUT_COLS_MAX) {
				field.to = l->lines.v[line].to;
				more = false;
			}
			sink_cell(l->d, row, col, 1, 1, field);
		}
		row++;
	}
}

const struct layout_reader layout_fields = {"fields", find, read};

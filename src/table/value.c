/* Reading a cell's text as a number. Works on the folded shadow (plain ASCII digits and signs) and
 * tells places in the text itself. */
#include "table/value_marked.h"

#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "base/utf8.h"

/* So many digits are a number, whichever they are. */
#define PLAIN_DIGITS_MAX 18
/* No mark for nothing is as long, in bytes. */
#define ESCAPED_MAX 16

/* Words as the shadow has them, longest first. */
struct words {
	struct str *v;
	size_t n;
	bool first[256]; /* bytes that one of them begins with */
};

struct value_words {
	struct words nothing, zero, minus, plus, units, remarks;
};

static int by_length(const void *a, const void *b)
{
	const struct str *x = a, *y = b;
	return x->n < y->n ? 1 : x->n > y->n ? -1 : str_cmp(*x, *y);
}

static void words_add(struct words *w, const struct form_list *list, struct arena *a)
{
	for (size_t i = 0; i < list->n; i++) {
		struct fold f;
		fold_make(&f, str_of(list->items[i]), FOLD_SPACE);
		if (f.text.n) {
			w->v[w->n++] = arena_str(a, f.text);
			w->first[(unsigned char)f.text.p[0]] = true;
		}
		fold_free(&f);
	}
}

/* Of one list or of two; `more` may be NULL. */
static void words_make(struct words *w, const struct form_list *list, const struct form_list *more,
	struct arena *a)
{
	w->v = arena_alloc_array(a, list->n + (more ? more->n : 0), sizeof *w->v);
	words_add(w, list, a);
	if (more)
		words_add(w, more, a);
	qsort(w->v, w->n, sizeof *w->v, by_length);
}

struct value_words *value_words_in(struct arena *a, const struct form_common *common)
{
	struct value_words *w = arena_alloc(a, sizeof *w);
	words_make(&w->nothing, &common->nothing, NULL, a);
	words_make(&w->zero, &common->zero, NULL, a);
	words_make(&w->minus, &common->signs_minus, NULL, a);
	words_make(&w->plus, &common->signs_plus, NULL, a);
	words_make(&w->units, &common->money_units, &common->units, a);
	words_make(&w->remarks, &common->remarks, NULL, a);
	return w;
}

size_t value_unit_at(struct str s, const struct value_words *words)
{
	for (size_t i = 0; i < words->units.n; i++)
		if (s.n >= words->units.v[i].n && str_has_at(s, 0, words->units.v[i]))
			return words->units.v[i].n;
	return 0;
}

static bool words_begin(const struct words *w, struct str s)
{
	return s.n > 0 && w->first[(unsigned char)s.p[0]];
}

/* A shadow with a reading position. */
struct reader {
	const struct fold *fold;
	struct str s;
	size_t at;
};

static bool reader_take(struct reader *r, struct str word)
{
	if (word.n == 0 || r->s.n - r->at < word.n || memcmp(r->s.p + r->at, word.p, word.n) != 0)
		return false;
	r->at += word.n;
	return true;
}

static bool reader_take_any(struct reader *r, const struct words *w)
{
	if (!words_begin(w, str_slice(r->s, r->at, r->s.n)))
		return false;
	for (size_t i = 0; i < w->n; i++)
		if (reader_take(r, w->v[i]))
			return true;
	return false;
}

/* A mark may be repeated: "--", "//", "——". But two backslashes end a row of LaTeX. Between signs
 * of markup alone there is nothing. */
static bool is_nothing(struct str folded, const struct words *marks)
{
	if (!words_begin(marks, folded))
		return folded.n == 0 && marks->n > 0;
	for (size_t i = 0; i < marks->n; i++) {
		struct reader r = {.s = folded};
		while (r.at < folded.n && reader_take(&r, marks->v[i]))
			;
		if (r.at == folded.n)
			return true;
	}
	return false;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Separators of thousands are dropped only where three digits follow and some stood before. */
static bool is_separator(struct str s, size_t at, size_t digits_before)
{
	if (s.p[at] != ',' || digits_before == 0 || at + 3 >= s.n)
		return false;
	for (size_t i = 1; i <= 3; i++)
		if (!is_digit(s.p[at + i]))
			return false;
	return at + 4 >= s.n || !is_digit(s.p[at + 4]);
}

/* The digits at r->at, point and separators; false where there are none or a second point follows.
 */
static bool reader_number(struct reader *r, bool minus, struct dec *out)
{
	char digits[40];
	size_t n = 0, seen = 0;
	bool point = false;
	if (minus)
		digits[n++] = '-';
	for (; r->at < r->s.n && n + 1 < sizeof digits; r->at++) {
		char c = r->s.p[r->at];
		bool next_digit = r->at + 1 < r->s.n && is_digit(r->s.p[r->at + 1]);
		if (is_digit(c))
			digits[n++] = c, seen++;
		else if (c == '\\' && r->at + 1 < r->s.n && r->s.p[r->at + 1] == '.')
			continue; /* Markdown's "3\\.5" */
		else if (c == '.' && !point && seen && next_digit)
			digits[n++] = c, point = true;
		else if (!point && is_separator(r->s, r->at, seen))
			continue;
		else
			break;
	}
	bool more = r->at < r->s.n && (is_digit(r->s.p[r->at]) || r->s.p[r->at] == '.');
	return seen > 0 && !more && dec_parse((struct str){digits, n}, out);
}

/* "/11%" */
static bool reader_share(const struct reader *r)
{
	size_t at = r->at + 1;
	while (at < r->s.n && (is_digit(r->s.p[at]) || (r->s.p[at] == '.' && at > r->at + 1)))
		at++;
	return r->s.p[r->at] == '/' && at > r->at + 1 && at + 1 == r->s.n && r->s.p[at] == '%';
}

/* "，其中1件为转办" */
static bool reader_remark(const struct reader *r, const struct value_words *words)
{
	struct reader behind = *r;
	behind.at += behind.s.p[behind.at] == ',' || behind.s.p[behind.at] == ';';
	return reader_take_any(&behind, &words->remarks);
}

/* "（全部为简易程": words in a bracket whose end a line cut off. Numbers in it may be of the cell.
 */
static bool is_cut_bracket(struct str s)
{
	size_t words = 0;
	for (size_t at = 1; at < s.n;) {
		unsigned ch = utf8_next(s, &at);
		if (ch < 0x80 && (is_digit((char)ch) || ch == ')'))
			return false;
		words += utf8_is_han(ch);
	}
	return s.p[0] == '(' && words > 0;
}

/* Nothing but brackets, one behind another, which are closed; numerals in one before words are the
 * numbering of a label: "4(二)部分公开(区分处理的)". */
static bool is_all_brackets(struct str s)
{
	size_t depth = 0;
	for (size_t at = 0; at < s.n; at++) {
		if (depth == 0 && s.p[at] != '(')
			return false;
		depth += s.p[at] == '(';
		depth -= s.p[at] == ')';
	}
	return depth == 0;
}

/* Behind the number nothing may stand but a unit, its share of the whole, and a remark: in
 * brackets, or begun as such. */
static bool reader_tail(struct reader *r, const struct value_words *words, bool *remark)
{
	reader_take_any(r, &words->units);
	if (r->at == r->s.n)
		return true;
	*remark = true;
	if (reader_share(r) || reader_remark(r, words))
		return true;
	struct str rest = str_slice(r->s, r->at, r->s.n);
	return is_all_brackets(rest) || is_cut_bracket(rest);
}

/* "5(3)": which of the two is the cell's nothing says. "5(5)" is no matter. */
static bool is_second(struct str digits, struct str behind)
{
	size_t at = 1;
	while (at < behind.n && is_digit(behind.p[at]))
		at++;
	return at > 1 && at + 1 == behind.n && behind.p[0] == '(' && behind.p[at] == ')' &&
	       !str_eq(digits, str_slice(behind, 1, at));
}

/* Did white space stand between the source characters of shadow bytes [from, to)? */
static bool has_gap(const struct fold *f, size_t from, size_t to)
{
	for (size_t i = from + 1; i < to; i++)
		if (fold_back(f, i) > fold_past(f, i - 1))
			return true;
	return false;
}

/* Plain or full-width digits, nothing that only becomes one when it is folded: a raised 2 or a
 * circled one refers to a note. */
static bool is_printed_so(struct str text)
{
	for (size_t at = 0; at < text.n;) {
		unsigned ch = utf8_next(text, &at);
		if (ch >= 0x80 && !(ch >= 0xff01 && ch <= 0xff5e) && !utf8_is_space(ch))
			return false;
	}
	return true;
}

/* Markdown around the number: "**12**" has two at either end, "\\-2" a bar before the sign. */
static size_t reader_markup(struct reader *r)
{
	size_t n = 0;
	while (n * 2 < r->s.n && strchr("*_", r->s.p[n]) && r->s.p[r->s.n - 1 - n] == r->s.p[n])
		n++;
	if (n * 2 >= r->s.n)
		return 0;
	r->s.n -= n;
	return n + (r->s.p[n] == '\\');
}

static bool is_sign(char c)
{
	return c && strchr("!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~", c);
}

/* Markdown's bars before signs: "\\-", "\\-\\-". */
static bool is_escaped_nothing(struct str s, const struct words *marks)
{
	char plain[ESCAPED_MAX];
	size_t n = 0, bars = 0;
	for (size_t at = 0; at < s.n && n < sizeof plain; at++) {
		bool bar = s.p[at] == '\\' && at + 1 < s.n && is_sign(s.p[at + 1]);
		bars += bar;
		at += bar;
		plain[n++] = s.p[at];
	}
	return bars > 0 && n + bars == s.n && is_nothing((struct str){plain, n}, marks);
}

/* "**无**" */
static bool is_marked_nothing(const struct fold *f, const struct words *marks)
{
	struct reader r = {f, f->text, 0};
	reader_markup(&r);
	size_t n = f->text.n - r.s.n;
	struct str in = str_slice(f->text, n, r.s.n);
	return (n > 0 && is_nothing(in, marks)) || is_escaped_nothing(in, marks);
}

/* Are they numbers of a line each? One that a narrow column wraps fills every line but the last,
 * does not begin with a line of 0, and has no column of a single digit for three: what others make
 * together is printed nowhere. */
static bool is_several(struct str text)
{
	size_t width = 0, lines = 0, end;
	bool zero = false;
	for (size_t from = 0; from < text.n; from = end + 1, lines++) {
		end = str_find(text, STR("\n"), from);
		end = end == STR_NONE ? text.n : end;
		struct str line = str_trim(str_slice(text, from, end));
		size_t n = utf8_columns(line, 2);
		zero = from == 0 ? str_is(line, "0") : zero;
		width = from == 0 ? n : width;
		if (end == text.n ? n > width : n != width)
			return true;
	}
	return lines > 1 && (zero || (lines > 2 && width < 2));
}

static struct reading read_number(
	struct str text, const struct fold *f, const struct value_words *words)
{
	struct reading out = {.kind = READ_OTHER};
	struct reader r = {f, f->text, 0};
	size_t start = r.at = reader_markup(&r);
	bool minus = reader_take_any(&r, &words->minus);
	if (!minus)
		reader_take_any(&r, &words->plus);
	size_t digits = r.at;
	if (!reader_number(&r, minus, &out.value))
		return out;
	size_t end = r.at, from, to;
	bool remark = false;
	fold_range(f, digits, end, &from, &to);
	if (to - from > end - digits && !is_printed_so(str_slice(text, from, to)))
		return out;
	if (!reader_tail(&r, words, &remark))
		return out;
	out.kind = READ_NUMBER;
	out.bare = !remark;
	if (is_second(str_slice(r.s, digits, end), str_slice(r.s, r.at, r.s.n)))
		out.odd = ODD_SECOND;
	bool mark = minus && is_nothing(str_slice(f->text, start, digits), &words->nothing);
	out.broken = has_gap(f, mark ? start : digits, end);
	fold_range(f, start, end, &out.from, &out.to);
	if (is_several(str_slice(text, from, to)))
		out.kind = READ_OTHER;
	return out;
}

/* A word for zero, with a unit perhaps. */
static bool read_zero(const struct fold *f, const struct value_words *words, struct reading *out)
{
	struct reader r = {f, f->text, 0};
	bool remark = false;
	if (!reader_take_any(&r, &words->zero))
		return false;
	size_t end = r.at;
	if (!reader_tail(&r, words, &remark) || remark)
		return false;
	*out = (struct reading){.kind = READ_NUMBER, .bare = true};
	out->odd = end == 1 ? ODD_LETTER : ODD_NOT;
	fold_range(f, 0, end, &out->from, &out->to);
	return true;
}

/* Nothing but a few digits, as nearly all numbers are, and none of them a word's begin. */
static bool read_plain(struct str text, const struct value_words *words, struct reading *out)
{
	size_t at = 0;
	while (at < text.n && at < PLAIN_DIGITS_MAX && is_digit(text.p[at]))
		at++;
	if (at == 0 || at < text.n || words_begin(&words->nothing, text) ||
		words_begin(&words->minus, text) || words_begin(&words->plus, text))
		return false;
	*out = (struct reading){.kind = READ_NUMBER, .bare = true, .to = text.n};
	return dec_parse(text, &out->value);
}

struct reading value_read(struct str text, const struct value_words *words)
{
	struct reading out;
	struct fold f;
	if (read_plain(text, words, &out))
		return out;
	fold_make(&f, text, FOLD_SPACE);
	if (f.text.n == 0)
		out = (struct reading){.kind = READ_EMPTY};
	else if (is_nothing(f.text, &words->nothing) || is_marked_nothing(&f, &words->nothing))
		out = (struct reading){.kind = READ_NOTHING};
	else if (!read_zero(&f, words, &out))
		out = read_number(text, &f, words);
	if (out.kind == READ_OTHER && value_marked(text, words, &out)) {
		fold_free(&f);
		return out;
	}
	if (out.kind == READ_NOTHING || out.kind == READ_OTHER)
		fold_range(&f, 0, f.text.n, &out.from, &out.to);
	fold_free(&f);
	return out;
}

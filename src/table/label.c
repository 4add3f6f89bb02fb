/* Comparing printed labels with a form's. See label.h for what counts as a match. */
#include "table/label_set.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

/* A label is never longer than this in characters; what is longer is prose. */
#define LABEL_CHARS_MAX 80
/* Below this many characters a part or a near miss says nothing. */
#define LABEL_CHARS_SURE 4
/* The end of words that name no cell has as many bytes at least. */
#define ENDED_BYTES (4 * 3)

static size_t min3(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;
	return m < c ? m : c;
}

/* Levenshtein distance of two short strings; more than `most` is told as most + 1. */
static size_t distance(const unsigned *a, size_t na, const unsigned *b, size_t nb, size_t most)
{
	size_t row[LABEL_CHARS_MAX + 1];
	assert(nb <= LABEL_CHARS_MAX);
	if ((na > nb ? na - nb : nb - na) > most)
		return most + 1;
	for (size_t j = 0; j <= nb; j++)
		row[j] = j;
	for (size_t i = 1; i <= na; i++) {
		size_t diagonal = row[0], best = row[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			size_t old = row[j];
			row[j] =
				min3(row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
			diagonal = old;
			if (row[j] < best)
				best = row[j];
		}
		if (best > most)
			return most + 1;
	}
	return row[nb];
}

static size_t tolerance(size_t chars)
{
	return chars < LABEL_CHARS_SURE ? 0 : chars < 8 ? 1 : chars < 12 ? 2 : 3;
}

/* In so short a label one wrong character is no near miss but where its number, or its place,
 * tells the same. */
static size_t tolerance_told(size_t chars)
{
	return chars > 1 && chars < LABEL_CHARS_SURE ? 1 : tolerance(chars);
}

static bool is_misprint(const struct label_entry *e, const unsigned *s, size_t n)
{
	size_t wrong = 0;
	if (n != e->n || n < 2 || n >= LABEL_CHARS_SURE)
		return false;
	for (size_t i = 0; i < n; i++)
		wrong += s[i] != e->chars[i];
	return wrong == 1;
}

/* Nearly all differ in the first character. */
static bool starts_with(const unsigned *s, size_t n, const unsigned *head, size_t m)
{
	return m <= n && (m == 0 || s[0] == head[0]) && memcmp(s, head, m * sizeof *s) == 0;
}

static bool ends_with(const unsigned *s, size_t n, const unsigned *tail, size_t m)
{
	return m <= n && starts_with(s + n - m, m, tail, m);
}

/* One label cut off, or more standing around one: its group before it, a remark behind it. */
static bool is_part(const struct label_entry *e, const unsigned *s, size_t n)
{
	if (n >= LABEL_CHARS_SURE && n < e->n && n * 3 >= e->n && starts_with(e->chars, e->n, s, n))
		return true;
	if (e->n < LABEL_CHARS_SURE)
		return false;
	return starts_with(s, n, e->chars, e->n) || ends_with(s, n, e->chars, e->n);
}

/* The beginning of one row's label and of no other's. */
static bool is_only_start(
	const struct label_set *set, const struct label_entry *e, const unsigned *s, size_t n)
{
	if (e->kind != LABEL_ROW || n < LABEL_CHARS_SURE || !starts_with(e->chars, e->n, s, n))
		return false;
	for (size_t i = 0; i < set->entries.n; i++) {
		const struct label_entry *other = &set->entries.v[i];
		if ((other->kind != LABEL_ROW || other->index != e->index) &&
			starts_with(other->chars, other->n, s, n))
			return false;
	}
	return true;
}

/* The longest label of that kind that s begins with, in characters; 0 where none does. */
static size_t label_length(const struct label_set *set, enum label_kind kind, bool of_columns,
	const unsigned *s, size_t n)
{
	size_t best = 0;
	for (size_t i = set->first[kind]; i < set->first[kind + 1]; i++) {
		const struct label_entry *e = &set->entries.v[i];
		if (e->of_columns == of_columns && e->n > best && starts_with(s, n, e->chars, e->n))
			best = e->n;
	}
	return best;
}

/* How many characters of s the name of a group of rows or of columns takes, or the heading of a
 * block of rows; 0 where none begins there. */
static size_t group_length(
	const struct label_set *set, bool of_columns, const unsigned *s, size_t n)
{
	if (of_columns)
		return label_length(set, LABEL_ASIDE, true, s, n);
	size_t group = label_length(set, LABEL_GROUP, false, s, n);
	return group ? group : label_length(set, LABEL_BLOCK, false, s, n);
}

/* Groups, their numbers and that of the label, and then the label itself. */
static bool is_grouped(
	const struct label_set *set, const struct label_entry *e, const unsigned *s, size_t n)
{
	size_t groups = 0, at = 0, end = n - e->n;
	if ((e->kind != LABEL_ROW && e->kind != LABEL_COLUMN) || e->n >= n ||
		!ends_with(s, n, e->chars, e->n))
		return false;
	while (at < end) {
		size_t taken = group_length(set, e->kind == LABEL_COLUMN, s + at, end - at);
		if (taken == 0 && !utf8_is_han_numeral(s[at]) && !(s[at] >= '0' && s[at] <= '9'))
			return false;
		groups += taken > 0;
		at += taken ? taken : 1;
	}
	return groups > 0;
}

/* Behind a label that ends in none it is the row's first number, run into the label. */
static bool ends_in_digit(const unsigned *s, size_t n)
{
	return n > 0 && s[n - 1] >= '0' && s[n - 1] <= '9';
}

static enum label_fit fit_of(const struct label_set *set, const struct label_entry *e,
	struct str core, const unsigned *s, size_t n, size_t *miss)
{
	*miss = 0;
	if (str_eq(e->core, core))
		return FIT_EXACT;
	*miss = n - e->n;
	if (is_grouped(set, e, s, n))
		return FIT_EXACT;
	size_t most = tolerance(e->n);
	if (most > 0 && e->n <= LABEL_CHARS_MAX) {
		*miss = distance(s, n, e->chars, e->n, most);
		if (*miss <= most)
			return ends_in_digit(s, n) && !ends_in_digit(e->chars, e->n) ? FIT_PART
										     : FIT_CLOSE;
	}
	/* Of several labels that stand in the text the longest is meant. */
	*miss = n > e->n ? n - e->n : e->n - n;
	return is_part(e, s, n) || is_only_start(set, e, s, n) ? FIT_PART : FIT_NONE;
}

struct candidate {
	const struct label_entry *entry;
	enum label_fit fit;
	size_t miss;
	bool number;
};

static bool is_better(const struct candidate *a, const struct candidate *b)
{
	if (a->fit != b->fit)
		return a->fit > b->fit;
	if (a->number != b->number)
		return a->number;
	return a->miss < b->miss;
}

/* Keeps `found` sorted best first, one candidate an index. */
static size_t insert(struct candidate *found, size_t n, size_t max, struct candidate c)
{
	size_t at = 0;
	while (at < n && !is_better(&c, &found[at])) {
		if (found[at].entry->index == c.entry->index &&
			found[at].entry->block == c.entry->block)
			return n;
		at++;
	}
	if (at == max)
		return n;
	size_t end = at;
	while (end < n && (found[end].entry->index != c.entry->index ||
				  found[end].entry->block != c.entry->block))
		end++;
	if (end == n)
		n += n < max;
	size_t moved = (end < max ? end : max - 1) - at;
	memmove(&found[at + 1], &found[at], moved * sizeof *found);
	found[at] = c;
	return n;
}

/* Neither stands in the other, and the text lacks more of the label's characters than may be wrong:
 * seen from the marks, which is quick. */
static bool is_foreign(const struct label_set *set, size_t i, uint64_t marks)
{
	uint64_t lacks = set->marks[i] & ~marks;
	if (!lacks || !(marks & ~set->marks[i]))
		return false;
	/* of no label more may be wrong; most labels lack more */
	uint64_t many = lacks & (lacks - 1);
	many &= many - 1;
	if (many & (many - 1))
		return true;
	for (size_t most = tolerance_told(set->entries.v[i].n); most > 0; most--)
		lacks &= lacks - 1;
	return lacks != 0;
}

/* The first of that kind from `from` on whose core it is; the kind's end where there is none. */
static size_t next_exact(const struct label_set *set, struct str core, uint64_t marks,
	enum label_kind kind, size_t from)
{
	size_t end = set->first[kind + 1];
	if (!(set->lengths[kind] & label_length_bit(core)))
		return end;
	while (from < end &&
		(set->marks[from] != marks || !str_eq(set->entries.v[from].core, core)))
		from++;
	return from;
}

static size_t next_near(
	const struct label_set *set, uint64_t marks, enum label_kind kind, size_t from)
{
	while (from < set->first[kind + 1] && is_foreign(set, from, marks))
		from++;
	return from;
}

bool label_ends(const struct label_set *set, struct str core, enum label_kind kind)
{
	for (size_t i = set->first[kind]; i < set->first[kind + 1]; i++) {
		struct str own = set->entries.v[i].core;
		if (own.n <= core.n && str_has_at(core, core.n - own.n, own))
			return true;
	}
	return false;
}

size_t label_rows_holding(const struct label_set *set, struct str core, size_t row)
{
	size_t found = 0, last = STR_NONE;
	for (size_t i = set->first[LABEL_ROW]; i < set->first[LABEL_ROW + 1]; i++) {
		const struct label_entry *e = &set->entries.v[i];
		if (e->index == last || (row != STR_NONE && e->index != row) ||
			str_find(e->core, core, 0) == STR_NONE)
			continue;
		found++;
		last = e->index;
	}
	return found;
}

/* Bytes that both begin with, whole characters. */
static size_t common_begin(struct str a, struct str b)
{
	size_t n = 0;
	for (size_t next = 0; next < a.n && next < b.n; n = next) {
		utf8_next(a, &next);
		if (next > b.n || memcmp(a.p + n, b.p + n, next - n) != 0)
			break;
	}
	return n;
}

size_t label_column_begun(const struct label_set *set, struct str core, size_t *n)
{
	size_t found = STR_NONE;
	*n = 0;
	for (size_t i = set->first[LABEL_COLUMN]; i < set->first[LABEL_COLUMN + 1]; i++) {
		const struct label_entry *e = &set->entries.v[i];
		size_t same = common_begin(e->core, core);
		if (e->block > 0 || same < 2 * 3 || same < *n)
			continue;
		found = same > *n || found == e->index ? e->index : STR_NONE;
		*n = same;
	}
	return found;
}

bool label_begins_column(const struct label_set *set, struct str core, size_t block, size_t column)
{
	for (size_t i = set->first[LABEL_COLUMN]; i < set->first[LABEL_COLUMN + 1]; i++) {
		const struct label_entry *e = &set->entries.v[i];
		if (e->block == block && e->index == column && core.n >= 3 * 3 &&
			common_begin(e->core, core) == core.n)
			return true;
	}
	return false;
}

bool label_is_row(const struct label_set *set, struct str core, size_t row)
{
	unsigned chars[LABEL_CHARS_MAX * 4];
	if (core.n > LABEL_CHARS_MAX * 4)
		return false;
	for (size_t i = set->first[LABEL_ROW]; i < set->first[LABEL_ROW + 1]; i++) {
		const struct label_entry *e = &set->entries.v[i];
		if (e->index == row && e->core.n <= core.n &&
			str_has_at(core, core.n - e->core.n, e->core) &&
			(e->core.n == core.n ||
				is_grouped(set, e, chars, label_chars(core, chars))))
			return true;
	}
	return false;
}

bool label_is_misprint(const struct label_set *set, struct str core, size_t row)
{
	unsigned chars[LABEL_CHARS_SURE * 4];
	if (core.n == 0 || core.n >= sizeof chars / sizeof *chars)
		return false;
	size_t n = label_chars(core, chars);
	for (size_t i = set->first[LABEL_ROW]; i < set->first[LABEL_ROW + 1]; i++)
		if (set->entries.v[i].index == row && is_misprint(&set->entries.v[i], chars, n))
			return true;
	return false;
}

struct label_text label_text_of(struct str core, const char *number)
{
	return (struct label_text){core, utf8_marks(core), number};
}

size_t label_search(const struct label_set *set, struct label_text text, enum label_kind kind,
	struct label_match *out, size_t max)
{
	struct candidate found[8];
	size_t n_found = 0, n = 0;
	unsigned chars[LABEL_CHARS_MAX * 4];
	struct str core = text.core;
	if (max > 8)
		max = 8;
	if (core.n == 0 || core.n > LABEL_CHARS_MAX * 4)
		return 0;
	size_t end = set->first[kind + 1],
	       i = next_exact(set, core, text.marks, kind, set->first[kind]);
	/* What is printed as the form has it is no other label nearly. */
	bool exact = i < end;
	if (!exact)
		i = next_near(set, text.marks, kind, set->first[kind]);
	if (i < end)
		n = label_chars(core, chars);
	while (i < end) {
		const struct label_entry *e = &set->entries.v[i];
		struct candidate c = {.entry = e};
		c.fit = fit_of(set, e, core, chars, n, &c.miss);
		c.number = text.number[0] && strcmp(text.number, e->number) == 0;
		/* "（六）其他" is hardly "3.其他" */
		if (c.fit == FIT_EXACT && n < LABEL_CHARS_SURE && text.number[0] && e->number[0] &&
			!c.number)
			c.fit = FIT_PART;
		if (c.fit == FIT_NONE && c.number && is_misprint(e, chars, n))
			c.fit = FIT_CLOSE, c.miss = 1;
		if (c.fit != FIT_NONE)
			n_found = insert(found, n_found, max, c);
		i = exact ? next_exact(set, core, text.marks, kind, i + 1)
			  : next_near(set, text.marks, kind, i + 1);
	}
	for (size_t k = 0; k < n_found; k++)
		out[k] = (struct label_match){found[k].entry->kind, found[k].fit,
			found[k].entry->index, found[k].entry->block, found[k].number};
	return n_found;
}

/* The longest label of columns, or above them, that s begins with, in bytes; 0 where none. */
static size_t heading_length(const struct label_set *set, struct str s)
{
	size_t best = 0;
	for (size_t i = set->first[LABEL_ROW + 1]; i < set->entries.n; i++) {
		struct str own = set->entries.v[i].core;
		if (own.n > best && own.p[0] == s.p[0] && str_has_at(s, 0, own))
			best = own.n;
	}
	return best;
}

/* The length of the end of words that name no cell, which a line of headings begins with: those of
 * a cell beside them. 0: it begins with none. */
static size_t aside_ended(const struct label_set *set, struct str core)
{
	if (core.n < ENDED_BYTES)
		return 0;
	for (size_t i = set->first[LABEL_ASIDE]; i < set->first[LABEL_ASIDE + 1]; i++) {
		struct str aside = set->entries.v[i].core;
		size_t at = set->entries.v[i].of_columns
				    ? STR_NONE
				    : str_find(aside, str_slice(core, 0, ENDED_BYTES), 0);
		if (at == STR_NONE || !str_has_at(core, 0, str_slice(aside, at, aside.n)))
			continue;
		return aside.n - at;
	}
	return 0;
}

size_t label_headings(const struct label_set *set, struct str core, struct str *out, size_t max)
{
	size_t found = 0;
	for (size_t at = aside_ended(set, core), length; at < core.n; at += length) {
		length = heading_length(set, str_slice(core, at, core.n));
		if (length == 0 || found == max)
			return 0;
		out[found++] = str_slice(core, at, at + length);
	}
	return found > 1 ? found : 0;
}

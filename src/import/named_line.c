/* Labels end in a colon, values stand behind a sign or white space, and commas, semicolons, bars or
 * gaps part them; none of these counts within brackets. */
#include "import/named_line.h"

#include <string.h>

#include "base/utf8.h"
#include "import/named_scan.h"
#include "import/signs.h"

enum {
	LINE_BYTES = 2000, /* no longer one is looked at */
	LABEL_CHARS = 60,
	NAME_CHARS = 40,
	MARK_CHARS = 1, /* of a word for nothing */
};

static bool is_bullet(unsigned ch)
{
	static const unsigned bullets[] = {'-', '*', '+', 0xb7, 0x2022, 0x25cf, 0x25cb, 0x25a0,
		0x25c6, 0x25c7, 0x25aa, 0x2013};

	for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++)
		if (ch == bullets[i])
			return true;
	return false;
}

/* Past a bullet and the blank behind it; s.from where there is none. */
static size_t past_bullet(const struct layout *l, struct text_span s)
{
	size_t at = s.from, next;

	if (at == s.to || !is_bullet(utf8_next(l->text, &at)) || at == s.to)
		return s.from;
	next = at;
	return utf8_is_space(utf8_next(l->text, &next)) ? at : s.from;
}

/* A number, a mark or word for nothing, or nothing. */
static bool is_value(const struct layout *l, struct text_span s)
{
	struct str text = named_text(l, s);

	return text.n == 0 || layout_is_value(text) || utf8_count(text) <= MARK_CHARS;
}

/* Words, and no number at their end. */
static bool is_name(const struct layout *l, struct text_span s, size_t most)
{
	struct str text = named_text(l, s);
	struct text_span last = layout_last_word(l, s.from, s.to);
	bool word = false;

	if (text.n == 0 || utf8_count(text) > most || layout_is_value(named_text(l, last)))
		return false;
	for (size_t at = 0; at < text.n;) {
		unsigned ch = utf8_next(text, &at);

		word = word || ch >= 0x3400 || (ch | 0x20) - 'a' < 26;
		if (ch == 0x3002 || ch == '|' || ch == '\t' || ch == 0xff1f || ch == 0xff01)
			return false;
	}
	return word;
}

/* "数量为3": the word for "is" with a number right behind it, at the end. */
static bool is_told(const struct named_scan *s, unsigned ch)
{
	return ch == 0x4e3a &&
	       layout_is_number(named_text(s->l, named_trim(s->l, (struct text_span){s->at, s->to})));
}

/* Where the sign stands that the value is behind: the last colon, arrow, equals sign or 为, and
 * where the value begins. false where there is none. */
static bool find_sign(const struct layout *l, struct text_span s, size_t *name_to, size_t *value)
{
	struct named_scan scan = {.l = l, .at = s.from, .to = s.to};
	bool found = false;

	for (unsigned ch, last = 0; (ch = named_scan_next(&scan)); last = ch) {
		bool arrow = ch == '>' && (last == '-' || last == '=');

		if (!named_is_colon(ch) && ch != '=' && ch != 0xff1d && ch != 0x2192 && !arrow &&
			!is_told(&scan, ch))
			continue;
		*name_to = arrow ? scan.from - 1 : scan.from;
		*value = scan.at;
		found = true;
	}
	return found;
}

/* A number, with a word for its sign before it perhaps (增, 减 or 负), or a unit behind it. */
static bool is_whole(struct str s)
{
	unsigned ch = s.n ? utf8_next(s, &(size_t){0}) : 0;

	return layout_is_value(s) &&
	       (!utf8_is_han(ch) || sign_is_zero(ch) || ch == 0x589e || ch == 0x51cf || ch == 0x8d1f);
}

/* The value at the end of a pair without a sign; an empty one at its end where there is none. The
 * last word of "科 研 机 构0" is more than that. */
static struct text_span unsigned_value(const struct layout *l, struct text_span s)
{
	struct text_span last = layout_last_word(l, s.from, s.to);

	if (last.from > s.from && is_whole(named_text(l, last)))
		return last;
	return (struct text_span){s.from + layout_glued_number(named_text(l, s)), s.to};
}

/* "name：value", "name value", "name3", or a name alone. */
static bool read_pair(
	const struct layout *l, struct text_span s, size_t *signs, struct named_pair *pair)
{
	size_t name_to, value;

	s = named_trim(l, s);
	if (find_sign(l, s, &name_to, &value)) {
		++*signs;
		pair->name = named_bare(l, (struct text_span){s.from, name_to});
		pair->value = named_bare(l, (struct text_span){value, s.to});
	} else {
		s = named_bare(l, s);
		pair->value = unsigned_value(l, s);
		pair->name = named_bare(l, (struct text_span){s.from, pair->value.from});
		if (text_span_empty(pair->value) && named_has_figure(l, s))
			return false;
	}
	return is_value(l, pair->value) && is_name(l, pair->name, NAME_CHARS) &&
	       !named_has_colon(l, pair->name);
}

/* Two blanks or more, or a wide one. */
static bool is_gap(unsigned ch, unsigned last)
{
	return ch == '\t' || ch == 0x3000 || (ch == ' ' && last == ' ');
}

/* What parts the pairs of a list. */
enum parting { BY_COMMAS, BY_STOPS, BY_GAPS };
enum { STOP = 0x3001 }; /* 、 */

static bool is_parting(enum parting by, const struct named_scan *s, unsigned ch, unsigned last)
{
	return by == BY_COMMAS ? named_scan_parts(s, ch) : by == BY_STOPS ? ch == STOP : is_gap(ch, last);
}

static bool read_parted(
	const struct layout *l, struct text_span s, enum parting by, struct named_line *out)
{
	struct named_scan scan = {.l = l, .at = s.from, .to = s.to};
	size_t from = s.from;

	out->n = out->filled = out->signs = 0;
	for (unsigned ch = 1, last = 0; ch; last = ch) {
		ch = named_scan_next(&scan);
		if (ch && !is_parting(by, &scan, ch, last))
			continue;
		struct text_span piece = {from, ch ? scan.from : s.to};

		from = scan.at;
		if (by == BY_GAPS && text_span_empty(named_trim(l, piece)))
			continue;
		if (out->n == NAMED_PAIRS_MAX ||
			!read_pair(l, piece, &out->signs, &out->pairs[out->n]))
			return false;
		out->filled += !text_span_empty(out->pairs[out->n++].value);
	}
	return out->n > 0;
}

/* The pairs that the text is a list of; false where it is something else. 、 stands in labels, too,
 * so what it parts has to be pairs with values all through. */
static bool read_pairs(const struct layout *l, struct text_span s, struct named_line *out)
{
	if (named_has_commas(l, s))
		return read_parted(l, s, BY_COMMAS, out);
	if (read_parted(l, s, BY_STOPS, out) && out->n > 1 && out->filled == out->n)
		return true;
	return read_parted(l, s, BY_GAPS, out);
}

/* Does a list of pairs say anything: one has a value, or all of several the sign before one? */
static bool tells(const struct named_line *line)
{
	return line->filled > 0 || (line->n > 1 && line->signs == line->n);
}

/* Without the sign that ends a list or its entry. */
static struct text_span unended(const struct layout *l, struct text_span s)
{
	while (s.to > s.from) {
		size_t before = utf8_prev(l->text, s.to), at = before;
		unsigned ch = utf8_next(l->text, &at);

		if (ch != 0x3002 && !named_is_comma(ch))
			break;
		s.to = before;
	}
	return named_trim(l, s);
}

/* "label：pairs" */
static bool read_row(const struct layout *l, struct text_span s, struct named_line *out)
{
	struct named_scan scan = {.l = l, .at = s.from, .to = s.to};
	unsigned ch;

	while ((ch = named_scan_next(&scan)) && !named_is_colon(ch))
		;
	if (!ch)
		return false;
	out->label = named_bare(l, (struct text_span){s.from, scan.from});
	return is_name(l, out->label, LABEL_CHARS) &&
	       read_pairs(l, (struct text_span){scan.at, s.to}, out);
}

static bool ends_in_colon(const struct layout *l, struct text_span s)
{
	size_t at = s.to > s.from ? utf8_prev(l->text, s.to) : s.to;

	return at < s.to && named_is_colon(utf8_next(l->text, &at));
}

static bool read_label(const struct layout *l, struct text_span s, struct named_line *out)
{
	out->colon = ends_in_colon(l, s);
	if (out->colon) {
		out->marked = true;
		s.to = utf8_prev(l->text, s.to);
	}
	out->label = named_bare(l, s);
	out->marked |= out->label.from > s.from;
	return is_name(l, out->label, LABEL_CHARS) && !named_has_commas(l, out->label);
}

/* Is there any sign that a value may be behind? Asked of every line, so no sign by sign. */
static bool may_have_sign(const struct layout *l, struct text_span s)
{
	static const char *const signs[] = {"：", "=", ":", "->", "→", "＝", "为"};

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (str_find(named_text(l, s), str_of(signs[i]), 0) != STR_NONE)
			return true;
	return false;
}

bool named_line_has_bullet(const struct layout *l, size_t line)
{
	struct text_span s = {l->lines.v[line].from, l->lines.v[line].to};

	s = named_trim(l, s);
	return past_bullet(l, s) > s.from;
}

/* What the line says, without bullets and marks of a heading; empty where it is none of a list. */
static struct text_span words_of(const struct layout *l, size_t line, bool *bullet)
{
	const struct layout_line *v = &l->lines.v[line];
	struct text_span s = named_trim(l, (struct text_span){v->from, v->to});

	*bullet = false;
	if (v->to - v->from > LINE_BYTES || text_span_empty(s) ||
		v->flags & (LINE_MARK | LINE_RULE | LINE_NUMBER | LINE_BAR_FIRST | LINE_BAR_LAST))
		return (struct text_span){v->to, v->to};
	size_t text = past_bullet(l, s);

	*bullet = text > s.from;
	while (text < s.to && l->text.p[text] == '#')
		text++;
	return named_trim(l, (struct text_span){text, s.to});
}

/* Bars part the cells of other tables, too: here each has its name, and a sign behind it, or a
 * value and a label before all. */
static bool is_barred(const struct named_line *line)
{
	if (line->kind == NAMED_ROW && line->filled == line->n)
		return true;
	return line->kind != NAMED_LABEL && line->signs == line->n;
}

/* Has of several pairs only the first a colon? Then that is behind the label of all: the first pair
 * of "甲组：总计8；自然人4" is none of 甲组 and "总计8". */
static bool is_label_first(const struct layout *l, const struct named_line *line)
{
	const struct named_pair *first = &line->pairs[0];

	return line->n > 1 && line->signs == 1 &&
	       named_has_colon(l, (struct text_span){first->name.to, first->value.from});
}

static bool read_more(const struct layout *l, struct text_span s, struct named_line *out)
{
	struct named_line row = *out;

	if (!read_pairs(l, s, out) || !tells(out))
		return false;
	return !is_label_first(l, out) || !read_row(l, s, &row) || !tells(&row);
}

/* A name and its value with no sign between, or several: "自然人 3", "自然人3". Asked of every line,
 * so what is no name before a number is out at once. */
static bool read_plain(const struct layout *l, struct text_span s, struct named_line *out)
{
	size_t last = utf8_prev(l->text, s.to);
	unsigned ch = utf8_next(l->text, &last);
	struct text_span value, name;

	if (utf8_is_han(ch) && !sign_is_zero(ch))
		return false;
	value = unsigned_value(l, s);
	name = (struct text_span){s.from, value.from};
	if (text_span_empty(value) || !is_name(l, name, LABEL_CHARS))
		return false;
	if (named_has_commas(l, s))
		return read_more(l, s, out);
	out->n = out->filled = 1;
	out->signs = 0;
	return !named_has_figure(l, name) && read_pair(l, s, &out->signs, &out->pairs[0]);
}

/* Pairs, with no label before them. */
static bool read_values(
	const struct layout *l, struct text_span s, bool signs, struct named_line *out)
{
	size_t name_to, value;

	if (out->marked || (signs && find_sign(l, s, &name_to, &value)))
		return read_more(l, s, out);
	return read_plain(l, s, out);
}

void named_line_read(const struct layout *l, size_t line, struct named_line *out)
{
	struct text_span s = words_of(l, line, &out->bullet), list = unended(l, s);

	out->kind = NAMED_NONE;
	out->marked = out->bullet;
	out->colon = false;
	if (text_span_empty(s))
		return;
	bool signs = may_have_sign(l, list);
	if (read_values(l, list, signs, out))
		out->kind = NAMED_MORE;
	else if (signs && read_row(l, list, out) && (tells(out) || out->n > 1))
		out->kind = tells(out) ? NAMED_ROW : NAMED_HOLLOW;
	else if (l->lines.v[line].chars <= LABEL_CHARS * 2 && read_label(l, s, out))
		out->kind = NAMED_LABEL;
	if (l->lines.v[line].bars && !is_barred(out))
		out->kind = NAMED_NONE;
}

/* May it stand between a label and a name? */
static bool is_joint(unsigned ch)
{
	return utf8_is_space(ch) || sign_is_dash(ch) || sign_is_slash(ch) || named_is_colon(ch) ||
	       ch == '=' || ch == '>' || ch == 0xff1e || ch == 0x2192 || ch == 0xb7;
}

/* What joins label and name: behind the label where it begins with that, else the last joint there
 * is. Empty where there is none. */
static struct text_span joint_of(
	const struct layout *l, struct text_span path, struct text_span label)
{
	struct text_span joint = {path.to, path.to};
	struct named_scan scan = {.l = l, .at = path.from, .to = path.to};
	struct str above = named_text(l, label), own = named_text(l, path);
	bool same = above.n > 0 && own.n > above.n && str_has_at(own, 0, above);

	scan.at += same ? above.n : 0;
	for (unsigned ch; (ch = named_scan_next(&scan));) {
		bool goes_on = !text_span_empty(joint) && joint.to == scan.from;

		if (is_joint(ch))
			joint = (struct text_span){goes_on ? joint.from : scan.from, scan.at};
		else if (same)
			break;
	}
	return joint;
}

bool named_path_read(
	const struct layout *l, size_t line, struct text_span label, struct named_path *out)
{
	bool bullet;
	struct text_span s = unended(l, words_of(l, line, &bullet)), path, joint;
	size_t name_to, value;

	if (text_span_empty(s) || !may_have_sign(l, s) || !find_sign(l, s, &name_to, &value))
		return false;
	path = named_bare(l, (struct text_span){s.from, name_to});
	joint = joint_of(l, path, label);
	out->label = named_bare(l, (struct text_span){path.from, joint.from});
	out->pair.name = named_bare(l, (struct text_span){joint.to, path.to});
	out->pair.value = named_bare(l, (struct text_span){value, s.to});
	return is_value(l, out->pair.value) && is_name(l, out->label, LABEL_CHARS) &&
	       is_name(l, out->pair.name, NAME_CHARS);
}

/* What parts the text of a list, outside of brackets. */
#include "import/named_scan.h"

struct text_span named_trim(const struct layout *l, struct text_span s)
{
	while (s.from < s.to) {
		size_t at = s.from;

		if (!utf8_is_space(utf8_next(l->text, &at)))
			break;
		s.from = at;
	}
	while (s.to > s.from) {
		size_t before = utf8_prev(l->text, s.to), at = before;

		if (!utf8_is_space(utf8_next(l->text, &at)))
			break;
		s.to = before;
	}
	return s;
}

struct text_span named_bare(const struct layout *l, struct text_span s)
{
	return named_trim(l, layout_strip(l->text, named_trim(l, s), "*_`"));
}

static bool is_bar(unsigned ch)
{
	return ch == '|' || ch == 0xff5c;
}

static bool is_digit_at(const struct layout *l, size_t at)
{
	return at < l->text.n && l->text.p[at] >= '0' && l->text.p[at] <= '9';
}

bool named_scan_parts(const struct named_scan *s, unsigned ch)
{
	bool within = ch == ',' && s->from > 0 && is_digit_at(s->l, s->from - 1) &&
		      is_digit_at(s->l, s->at);

	return is_bar(ch) || (named_is_comma(ch) && !within);
}

bool named_has_colon(const struct layout *l, struct text_span s)
{
	struct named_scan scan = {.l = l, .at = s.from, .to = s.to};

	for (unsigned ch; (ch = named_scan_next(&scan));)
		if (named_is_colon(ch))
			return true;
	return false;
}

bool named_has_commas(const struct layout *l, struct text_span s)
{
	struct named_scan scan = {.l = l, .at = s.from, .to = s.to};

	for (unsigned ch; (ch = named_scan_next(&scan));)
		if (named_scan_parts(&scan, ch))
			return true;
	return false;
}

bool named_has_figure(const struct layout *l, struct text_span s)
{
	struct named_scan scan = {.l = l, .at = s.from, .to = s.to};

	for (unsigned ch; (ch = named_scan_next(&scan));)
		if (sign_is_digit(ch) && scan.from > s.from)
			return true;
	return false;
}

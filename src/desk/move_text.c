/* Moves in the text pane: by characters, words and rows. */
#include "base/utf8.h"
#include "desk/place.h"
#include "desk/text_rows.h"

struct wrap text_wrap(const struct session *s)
{
	return (struct wrap){
		.columns = s->options.wrap ? s->text_columns : 0,
		.ambiguous = s->options.ambiguous,
	};
}

void text_set_goal(struct session *s)
{
	struct wrap w = text_wrap(s);
	struct wrap_row row;
	wrap_row_at(s->report->doc, &w, s->place.at, &row);
	s->place.goal = wrap_column(s->report->doc, &w, &row, s->place.at);
}

/* Up or down by n rows, keeping to the goal column. */
static bool by_rows(struct session *s, bool down, size_t n)
{
	const struct doc *d = s->report->doc;
	struct wrap w = text_wrap(s);
	struct wrap_row row;
	bool moved = false;
	wrap_row_at(d, &w, s->place.at, &row);
	while (n-- > 0 && (down ? wrap_row_next(d, &w, &row) : wrap_row_prev(d, &w, &row)))
		moved = true;
	if (moved)
		place_set_at(s, wrap_offset(d, &w, &row, s->place.goal));
	return moved;
}

/* Is the character part of the one before it, as shown? */
static bool joins(const struct session *s, unsigned ch)
{
	struct wrap w = text_wrap(s);
	return ch != '\n' && wrap_width(&w, ch, 0) == 0;
}

static size_t char_next(const struct session *s, size_t at)
{
	struct str text = doc_text(s->report->doc);
	if (at < text.n)
		utf8_next(text, &at);
	while (at < text.n) {
		size_t next = at;
		if (!joins(s, utf8_next(text, &next)))
			break;
		at = next;
	}
	return at;
}

static size_t char_prev(const struct session *s, size_t at)
{
	struct str text = doc_text(s->report->doc);
	while (at > 0) {
		size_t next = at = utf8_prev(text, at);
		if (!joins(s, utf8_next(text, &next)))
			break;
	}
	return at;
}

/* A line's end is no place to stand on, unless the line is empty. */
static bool is_stop(struct str text, size_t at)
{
	return at < text.n && (text.p[at] != '\n' || at == 0 || text.p[at - 1] == '\n');
}

static bool by_char(struct session *s, bool right)
{
	struct str text = doc_text(s->report->doc);
	size_t at = s->place.at;
	do
		at = right ? char_next(s, at) : char_prev(s, at);
	while (!is_stop(text, at) && at > 0 && at < text.n);
	if (!is_stop(text, at) || at == s->place.at)
		return false;
	place_set_at(s, at);
	return true;
}

enum word_class { WORD_SPACE, WORD_HAN, WORD_LATIN, WORD_OTHER };

static enum word_class word_class(struct str text, size_t at)
{
	unsigned ch = utf8_next(text, &at);
	if (utf8_is_space(ch) || ch == '\n')
		return WORD_SPACE;
	if (utf8_is_han(ch))
		return WORD_HAN;
	if ((ch >= '0' && ch <= '9') || (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z') ||
		(ch >= 0xff10 && ch <= 0xff5a))
		return WORD_LATIN;
	return WORD_OTHER;
}

struct text_span text_word_at(const struct session *s, size_t at)
{
	struct str text = doc_text(s->report->doc);
	struct text_span span = {at, at};
	if (at >= text.n || word_class(text, at) == WORD_SPACE)
		return span;
	enum word_class here = word_class(text, at);
	while (span.from > 0 && word_class(text, utf8_prev(text, span.from)) == here)
		span.from = utf8_prev(text, span.from);
	while (span.to < text.n && word_class(text, span.to) == here)
		utf8_next(text, &span.to);
	return span;
}

static bool by_word_next(struct session *s)
{
	struct str text = doc_text(s->report->doc);
	size_t at = s->place.at;
	if (at >= text.n)
		return false;
	enum word_class here = word_class(text, at);
	while (at < text.n && word_class(text, at) == here)
		utf8_next(text, &at);
	while (at < text.n && word_class(text, at) == WORD_SPACE)
		utf8_next(text, &at);
	if (at >= text.n)
		return false;
	place_set_at(s, at);
	return true;
}

static bool by_word_prev(struct session *s)
{
	struct str text = doc_text(s->report->doc);
	size_t at = s->place.at;
	while (at > 0 && word_class(text, utf8_prev(text, at)) == WORD_SPACE)
		at = utf8_prev(text, at);
	if (at == 0)
		return false;
	enum word_class here = word_class(text, utf8_prev(text, at));
	while (at > 0 && word_class(text, utf8_prev(text, at)) == here)
		at = utf8_prev(text, at);
	place_set_at(s, at);
	return true;
}

/* To either end of the row under the cursor, or of all the text. */
static bool to_end(struct session *s, bool all, bool last)
{
	const struct doc *d = s->report->doc;
	struct str text = doc_text(d);
	struct wrap w = text_wrap(s);
	struct wrap_row row;
	size_t before = s->place.at;
	wrap_row_at(d, &w, all ? (last ? text.n : 0) : before, &row);
	place_set_at(s, last && !all ? wrap_offset(d, &w, &row, STR_NONE - 1) : row.span.from);
	return s->place.at != before;
}

bool text_move(struct session *s, enum move move)
{
	bool down, moved = false;
	size_t rows = move_rows(move, s->page[PANE_TEXT], &down);

	if (rows)
		return by_rows(s, down, rows);
	switch (move) {
	case MOVE_LEFT:
	case MOVE_RIGHT:
		moved = by_char(s, move == MOVE_RIGHT);
		break;
	case MOVE_TOP:
	case MOVE_BOTTOM:
		moved = to_end(s, true, move == MOVE_BOTTOM);
		break;
	case MOVE_LINE_START:
	case MOVE_LINE_END:
		moved = to_end(s, false, move == MOVE_LINE_END);
		break;
	case MOVE_WORD_NEXT:
		moved = by_word_next(s);
		break;
	case MOVE_WORD_PREV:
		moved = by_word_prev(s);
		break;
	default:
		break;
	}
	text_set_goal(s);
	return moved;
}

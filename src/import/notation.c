/* One pass over the lines, with the nodes that are open on a stack. */
#include "import/notation.h"

#include <string.h>

enum {
	DEPTH_MAX = 32,
	NOTES_MAX = 1 << 19, /* a report has some hundred */
};

enum await { AWAIT_VALUE, AWAIT_COLON, AWAIT_COMMA };

struct parser {
	struct notation *n;
	const struct layout *l;
	size_t line, at;
	size_t open[DEPTH_MAX]; /* numbers of the nodes that are */
	size_t depth;
	enum await await;
	struct text_span key;
	bool keyed;
};

static bool is_opening(char c)
{
	return c == '{' || c == '[' || c == '(';
}

static bool is_nothing(struct str s)
{
	return str_is(s, "null") || str_is(s, "None") || str_is(s, "NaN") || str_is(s, "nan");
}

/* "None, …" */
static bool begins_with_nothing(struct str s)
{
	size_t end = str_find(s, STR(","), 0);

	return end != STR_NONE && is_nothing(str_trim(str_slice(s, 0, end)));
}

bool notation_begins(const struct layout *l, size_t line)
{
	struct str s = layout_line_text(l, line);

	if (s.n == 0 || (s.p[0] != '{' && s.p[0] != '['))
		return false;
	s = str_trim(str_slice(s, 1, s.n));
	return s.n == 0 || strchr("\"'{[(]}", s.p[0]) || begins_with_nothing(s);
}

static struct note *top(struct parser *p)
{
	return &p->n->v.v[p->open[p->depth - 1]];
}

static void add(struct parser *p, enum notation_kind kind, struct text_span span, bool quoted)
{
	size_t parent = p->open[p->depth - 1];
	struct note *note = vec_push(&p->n->v);

	*note = (struct note){.kind = kind,
		.quoted = quoted,
		.keyed = p->keyed,
		.key = p->key,
		.span = span,
		.parent = parent};
	p->keyed = false;
	p->await = AWAIT_COMMA;
}

static size_t line_end(const struct parser *p)
{
	return p->l->lines.v[p->line].to;
}

/* A string's text; false where it is not closed on its line. */
static bool take_string(struct parser *p, struct text_span *span)
{
	char quote = p->l->text.p[p->at];
	size_t at = p->at + 1, end = line_end(p);

	while (at < end && p->l->text.p[at] != quote)
		at += p->l->text.p[at] == '\\' ? 2 : 1;
	if (at >= end)
		return false;
	*span = (struct text_span){p->at + 1, at};
	p->at = at + 1;
	return true;
}

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       c == '.' || c == '-' || c == '+' || c == '_';
}

/* A number, or a name for nothing. */
static bool take_word(struct parser *p)
{
	size_t from = p->at, end = line_end(p);

	while (p->at < end && is_word(p->l->text.p[p->at]))
		p->at++;
	struct str s = str_slice(p->l->text, from, p->at);
	bool nothing = is_nothing(s);

	if (s.n == 0 || (!nothing && !layout_is_number(s)))
		return false;
	add(p, nothing ? NOTE_NOTHING : NOTE_TEXT, (struct text_span){from, nothing ? from : p->at},
		false);
	return true;
}

static bool take_value(struct parser *p, char c)
{
	struct text_span span;

	if (c == '"' || c == '\'') {
		if (!take_string(p, &span))
			return false;
		if (top(p)->kind == NOTE_OBJECT && !p->keyed) {
			p->key = span;
			p->keyed = true;
			p->await = AWAIT_COLON;
		} else {
			add(p, NOTE_TEXT, span, true);
		}
		return true;
	}
	if (top(p)->kind == NOTE_OBJECT && !p->keyed)
		return false;
	if (!is_opening(c))
		return take_word(p);
	if (p->depth == DEPTH_MAX)
		return false;
	add(p, c == '{' ? NOTE_OBJECT : NOTE_ARRAY, (struct text_span){p->at, p->at}, false);
	p->open[p->depth++] = p->n->v.n - 1;
	p->await = AWAIT_VALUE;
	p->at++;
	return true;
}

/* One sign, or a value; false where it cannot stand there. */
static bool take(struct parser *p)
{
	char c = p->l->text.p[p->at];

	if (p->depth > 1 && (c == '}' || c == ']' || c == ')') && p->await != AWAIT_COLON &&
		!p->keyed) {
		if ((c == '}') != (top(p)->kind == NOTE_OBJECT))
			return false;
		p->depth--;
		p->await = AWAIT_COMMA;
		p->at++;
		return true;
	}
	if (p->await == AWAIT_COLON || p->await == AWAIT_COMMA) {
		bool colon = p->await == AWAIT_COLON;

		if (c != (colon ? ':' : ','))
			return false;
		p->await = AWAIT_VALUE;
		p->at++;
		return true;
	}
	return take_value(p, c);
}

static bool take_line(struct parser *p)
{
	while (p->at < line_end(p)) {
		char c = p->l->text.p[p->at];

		if (c == ' ' || c == '\t' || c == '\r') {
			p->at++;
			continue;
		}
		/* values of the whole need no comma between them */
		if (p->depth == 1 && p->await == AWAIT_COMMA && is_opening(c))
			p->await = AWAIT_VALUE;
		if ((p->depth == 1 && !is_opening(c) && c != ',') || p->n->v.n > NOTES_MAX ||
			!take(p))
			return false;
	}
	return true;
}

/* Back to what was read before the line. */
static void drop_line(struct parser *p, size_t notes)
{
	p->n->v.n = notes;
	while (p->depth > 1 && p->open[p->depth - 1] >= notes)
		p->depth--;
}

/* The number that the text ends in, amid something, may have lost digits. */
static void drop_cut(struct parser *p)
{
	const struct note *last = &p->n->v.v[p->n->v.n - 1];

	if (p->depth > 1 && last->kind == NOTE_TEXT && !last->quoted && p->n->to == p->l->lines.n &&
		last->span.to == p->l->lines.v[p->n->to - 1].to)
		p->n->v.n--;
}

/* Counts parts, and tells where they end. */
static void count_parts(struct notation *n)
{
	for (size_t i = 1; i < n->v.n; i++)
		n->v.v[i].index = n->v.v[n->v.v[i].parent].n++;
	for (size_t i = n->v.n; i-- > 0;) {
		struct note *note = &n->v.v[i], *parent = &n->v.v[note->parent];

		note->end = note->end > i ? note->end : i + 1;
		parent->end = parent->end > note->end ? parent->end : note->end;
	}
}

void notation_read(struct notation *n, const struct layout *l, size_t at)
{
	struct parser p = {.n = n, .l = l, .depth = 1};

	*vec_push(&n->v) = (struct note){.kind = NOTE_ARRAY};
	n->to = at;
	for (p.line = at; p.line < l->lines.n && p.line - at < LAYOUT_ROWS_MAX; p.line++) {
		size_t notes = n->v.n;

		if (line_is(l, p.line, LINE_BLANK | LINE_MARK))
			continue;
		p.at = l->lines.v[p.line].from;
		if ((p.depth == 1 && !notation_begins(l, p.line)) || !take_line(&p)) {
			drop_line(&p, notes);
			break;
		}
		n->to = p.line + 1;
	}
	drop_cut(&p);
	count_parts(n);
}

void notation_free(struct notation *n)
{
	vec_free(&n->v);
}

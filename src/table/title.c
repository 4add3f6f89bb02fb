/* The title of a report: which of its first lines it is, and which of their neighbours belong to
 * it. */
#include "table/title.h"

#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "table/shadow.h"
#include "table/title_words.h"

/* A title stands among the first lines; one of its pieces is no longer than this. */
#define TITLE_LINES 60
#define TITLE_BYTES_MAX 180
#define PIECE_BYTES_MAX 120
#define FIELD_BYTES_MAX 24
/* Behind the words stands no more than a bracket or "(2020年)", or the name of a site. */
#define BEHIND_BYTES_MAX 24
#define SITE_BYTES_MAX 72
/* "2022年度的" before the words names nobody. */
#define NAMELESS_BYTES_MAX 13
/* So many empty lines stand between a title's pieces, and below an agency's name in large print. */
#define PIECE_GAP_MAX 1
#define AGENCY_GAP_MAX 3

struct piece {
	struct text_span span; /* of the document's text */
	struct str text;       /* folded, white space out; owned */
};

static struct piece piece_of(const struct report *r, struct text_span span)
{
	struct shadow s;
	shadow_make(&s, r->doc, span);
	struct piece p = {shadow_span(&s, 0, s.text.n), {NULL, 0}};
	struct buf b = {0};
	buf_add(&b, str_trim(s.text));
	p.text.n = b.n;
	p.text.p = buf_take(&b);
	shadow_free(&s);
	return p;
}

static void piece_free(struct piece *p)
{
	free((char *)p->text.p);
	p->text = (struct str){NULL, 0};
}

static bool starts_with_any(struct str s, const struct form_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_starts(s, list->items[i]))
			return true;
	return false;
}

static bool ends_with_any(struct str s, const struct form_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_ends(s, list->items[i]))
			return true;
	return false;
}

static bool has_any(struct str s, const struct form_list *words)
{
	for (size_t i = 0; i < words->n; i++)
		if (str_find(s, str_of(words->items[i]), 0) != STR_NONE)
			return true;
	return false;
}

bool title_is_agency(const struct report *r, struct str s)
{
	return ends_with_any(s, &r->forms->common.agency_endings);
}

/* Home > Disclosure > Reports */
static bool is_path(struct str s)
{
	return str_find(s, STR(">"), 0) != STR_NONE || str_find(s, STR("»"), 0) != STR_NONE ||
	       str_find(s, STR("›"), 0) != STR_NONE || str_find(s, STR("→"), 0) != STR_NONE;
}

static bool is_sentence(const struct report *r, struct str s)
{
	return has_any(s, &r->forms->common.sentence_words) ||
	       str_find(s, STR("。"), 0) != STR_NONE || str_find(s, STR("，"), 0) != STR_NONE ||
	       str_find(s, STR(","), 0) != STR_NONE || str_find(s, STR(";"), 0) != STR_NONE;
}

static size_t site_at(const struct report *r, struct str s)
{
	return title_words_site(s, &r->forms->common.title_words);
}

/* Is the line a title, or the end of one? */
static bool is_title(const struct report *r, struct str s)
{
	size_t n, at = title_words_find(s, &r->forms->common.title_words, &n);
	if (at == STR_NONE || s.n > TITLE_BYTES_MAX || is_sentence(r, s) || is_path(s))
		return false;
	return s.n - at - n <= (site_at(r, s) < s.n ? SITE_BYTES_MAX : BEHIND_BYTES_MAX);
}

/* Two blocks with at most `lines` empty lines between them. */
static bool is_close(const struct report *r, size_t from, size_t to, size_t lines)
{
	size_t breaks = 0;
	struct str gap = str_slice(doc_text(r->doc), from, to);
	for (size_t i = 0; i < gap.n; i++)
		breaks += gap.p[i] == '\n';
	return breaks <= lines + 1;
}

/* The name of a town or of what towns belong to, alone. */
static bool is_place(const struct report *r, struct str s)
{
	const struct form_common *c = &r->forms->common;
	return !is_path(s) && (ends_with_any(s, &c->towns) || ends_with_any(s, &c->towns_of));
}

/* "发布机构：某县人民政府" above a title is a line of the page's. */
static bool is_field(struct str s)
{
	return str_find(s, STR(":"), 0) != STR_NONE;
}

/* Does the piece above belong to the title that begins with `below`? An agency, a place or a year
 * does where the title has none yet. */
static bool is_title_above(const struct report *r, struct str above, struct str below)
{
	size_t n, at = title_words_find(below, &r->forms->common.title_words, &n);
	bool year_below = at >= 4 && below.p[0] >= '0' && below.p[0] <= '9';
	if (above.n == 0 || above.n > PIECE_BYTES_MAX || is_sentence(r, above) || is_field(above) ||
		site_at(r, above) < above.n)
		return false;
	if (str_ends(above, "年") || str_ends(above, "年度"))
		return at == 0;
	return (at == 0 || year_below) && (title_is_agency(r, above) || is_place(r, above));
}

/* The pieces above the title's last line that belong to it, joined into *text. */
static struct text_span join_above(
	const struct report *r, size_t block, struct piece last, struct buf *text)
{
	struct text_span span = last.span;
	buf_add(text, last.text);
	for (size_t i = block; i-- > 0;) {
		const struct block *b = doc_block(r->doc, i);
		if (b->kind == BLOCK_MARK)
			continue;
		if (b->kind != BLOCK_PARA || !is_close(r, b->span.to, span.from, AGENCY_GAP_MAX))
			break;
		struct piece above = piece_of(r, b->span);
		bool joins = is_title_above(r, above.text, buf_str(text)) &&
			     (title_is_agency(r, above.text) ||
				     is_close(r, b->span.to, span.from, PIECE_GAP_MAX));
		if (joins) {
			struct buf whole = {0};
			buf_add(&whole, above.text);
			buf_add(&whole, buf_str(text));
			buf_free(text);
			*text = whole;
			span = text_span_join(above.span, span);
		}
		piece_free(&above);
		if (!joins)
			break;
	}
	return span;
}

/* A title broken within its words ("…政府信息公开", "工作年度报告"): p takes the next paragraph in
 * where both make a title and it makes none itself. */
static void join_below(const struct report *r, size_t block, struct piece *p)
{
	size_t next = block + 1;
	while (next < doc_block_count(r->doc) && doc_block(r->doc, next)->kind == BLOCK_MARK)
		next++;
	if (next == doc_block_count(r->doc) || doc_block(r->doc, next)->kind != BLOCK_PARA)
		return;
	const struct block *b = doc_block(r->doc, next);
	if (!is_close(r, p->span.to, b->span.from, PIECE_GAP_MAX) || p->text.n == 0 ||
		b->span.to - b->span.from > PIECE_BYTES_MAX || p->text.n > PIECE_BYTES_MAX)
		return;
	struct piece below = piece_of(r, b->span);
	struct buf whole = {0};
	buf_add(&whole, p->text);
	buf_add(&whole, below.text);
	bool joins = !is_title(r, below.text) && is_title(r, buf_str(&whole)) &&
		     !is_sentence(r, p->text);
	if (joins) {
		struct str text = {NULL, whole.n};
		free((char *)p->text.p);
		text.p = buf_take(&whole);
		p->text = text;
		p->span = text_span_join(p->span, below.span);
	}
	buf_free(&whole);
	piece_free(&below);
}

/* Behind the last colon before the title's words, where fields run together on a line, "索引号：…
 * 信息分类：…"; 0 where there is none, or an agency's name stands before it. */
static size_t last_field(const struct report *r, struct str s)
{
	size_t n, words = title_words_find(s, &r->forms->common.title_words, &n), at = 0;
	for (size_t i = 0; words != STR_NONE && i < words; i++) {
		if (s.p[i] != ':')
			continue;
		if (title_is_agency(r, str_trim(str_slice(s, at, i))))
			break;
		at = i + 1;
	}
	return at;
}

/* How long the names of fields are that a page prints before a title, "标题：", "标 题" or "Page 8
 * -", with their marks; 0 where there is none, or it is an agency's. */
static size_t field_length(const struct report *r, struct str s)
{
	const struct form_list *fields = &r->forms->common.title_fields;
	bool plain = true, letter = false;
	for (size_t i = 0; i < fields->n; i++)
		if (str_starts(s, fields->items[i]) && s.p[strlen(fields->items[i])] != ':')
			return strlen(fields->items[i]);
	for (size_t i = 0; i < s.n && i < FIELD_BYTES_MAX && plain; i++) {
		plain = (unsigned char)s.p[i] < 0x80;
		letter = letter || (plain && (s.p[i] | 0x20) >= 'a' && (s.p[i] | 0x20) <= 'z');
		if (letter && s.p[i] == '-')
			return i + 1;
	}
	return last_field(r, s);
}

/* Of the piece nothing but these of its words. */
static void piece_cut(const struct report *r, struct piece *p, struct str rest)
{
	struct shadow s;
	shadow_make(&s, r->doc, p->span);
	size_t at = str_find(s.text, rest, 0);
	if (at != STR_NONE) {
		struct buf text = {0};
		buf_add(&text, rest);
		p->span = shadow_span(&s, at, at + rest.n);
		piece_free(p);
		p->text.n = text.n;
		p->text.p = buf_take(&text);
	}
	shadow_free(&s);
}

/* The title alone, where a field's name stands before it. */
static void drop_field(const struct report *r, struct piece *p)
{
	struct str rest = str_trim(str_slice(p->text, field_length(r, p->text), p->text.n));
	if (rest.n < p->text.n && is_title(r, rest))
		piece_cut(r, p, rest);
}

/* Is the title, or its end, a line below as well? */
static bool is_told_below(const struct report *r, size_t block, struct str title)
{
	bool told = false;
	for (size_t i = block + 1, lines = 0;
		!told && i < doc_block_count(r->doc) && lines < TITLE_LINES; i++) {
		const struct block *b = doc_block(r->doc, i);
		if (b->kind != BLOCK_PARA || b->span.to - b->span.from > TITLE_BYTES_MAX * 2)
			continue;
		lines++;
		struct piece p = piece_of(r, b->span);
		told = is_title(r, p.text) && p.text.n <= title.n &&
		       str_eq(str_slice(title, title.n - p.text.n, title.n), p.text);
		piece_free(&p);
	}
	return told;
}

/* The title without the name of a site behind it. One that names nobody keeps it, for that may be
 * whose report it is. */
static void cut_site(const struct report *r, struct piece *p)
{
	struct str title = str_slice(p->text, 0, site_at(r, p->text));
	size_t n, at = title_words_find(title, &r->forms->common.title_words, &n);
	if (title.n < p->text.n && at != STR_NONE && at > NAMELESS_BYTES_MAX)
		piece_cut(r, p, title);
}

/* False where the title is told below without the site's name. */
static bool drop_site(const struct report *r, size_t block, struct piece *p)
{
	struct str title = str_slice(p->text, 0, site_at(r, p->text));
	if (title.n < p->text.n && is_told_below(r, block, title))
		return false;
	cut_site(r, p);
	return true;
}

/* The title that the paragraph makes, alone or with its neighbours; false where it makes none. */
static bool read_title(struct report *r, size_t block, struct text_span *span, struct buf *text)
{
	struct piece p = piece_of(r, doc_block(r->doc, block)->span);
	if (!is_title(r, p.text))
		join_below(r, block, &p);
	bool found = is_title(r, p.text);
	drop_field(r, &p);
	found = found && drop_site(r, block, &p);
	if (found)
		*span = join_above(r, block, p, text);
	piece_free(&p);
	return found;
}

/* The title before white space that a paragraph of a text without line ends begins with. */
static bool read_title_before(
	struct report *r, size_t block, struct text_span *span, struct buf *text)
{
	struct text_span whole = doc_block(r->doc, block)->span, head = whole;
	size_t n, at, end;
	struct shadow s;
	if (head.to - head.from > TITLE_BYTES_MAX)
		head.to = utf8_prev(doc_text(r->doc), head.from + TITLE_BYTES_MAX);
	shadow_make(&s, r->doc, head);
	at = title_words_find(s.text, &r->forms->common.title_words, &n);
	if (at != STR_NONE)
		head = shadow_span(&s, 0, at + n);
	shadow_free(&s);
	end = head.to;
	if (at == STR_NONE || end >= whole.to || !utf8_is_space(utf8_next(doc_text(r->doc), &end)))
		return false;
	struct piece p = piece_of(r, head);
	bool found = is_title(r, p.text);
	if (found)
		*span = join_above(r, block, p, text);
	piece_free(&p);
	return found;
}

/* "2022年", however it is written. */
static bool tells_year(struct str s)
{
	return str_find(s, STR("年政"), 0) != STR_NONE ||
	       str_find(s, STR("年度政"), 0) != STR_NONE || str_find(s, STR("20"), 0) != STR_NONE ||
	       str_find(s, STR("二〇"), 0) != STR_NONE;
}

/* Where the digits end that stand at `at`, no more than `most`; `at` itself where there are none.
 */
static size_t digits_end(struct str s, size_t at, size_t most)
{
	size_t end = at;

	while (end < s.n && end - at < most && s.p[end] >= '0' && s.p[end] <= '9')
		end++;
	return end;
}

/* Behind what parts a date's numbers at `at`; `at` itself: nothing does. */
static size_t past_sign(struct str s, size_t at)
{
	static const char *const signs[] = {"-", "/", ".", "年", "月"};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_has_at(s, at, str_of(signs[i])))
			return at + str_of(signs[i]).n;
	return at;
}

/* "某镇2021年政府信息公开工作年度报告2022-01-23": one of a page's list of reports, with its day,
 * may be another's. */
static bool is_listed(const struct report *r, struct str s)
{
	size_t n, at = title_words_find(s, &r->forms->common.title_words, &n);

	for (at = at == STR_NONE ? s.n : at + n; at < s.n; at++) {
		size_t year = digits_end(s, at, 4), month, day;

		if (year - at < 4 || (month = past_sign(s, year)) == year)
			continue;
		day = digits_end(s, month, 2);
		if (day > month && past_sign(s, day) > day &&
			digits_end(s, past_sign(s, day), 2) > past_sign(s, day))
			return true;
	}
	return false;
}

static void take_title(struct report *r, struct text_span span, struct str text)
{
	r->title = span;
	r->title_text = arena_cstr(r->arena, text);
}

/* The cell that is a title and tells a year: a page's table of particulars has one. */
static bool find_title_cell(struct report *r, const struct grid *g)
{
	for (size_t i = 0; i < g->n && i < TITLE_LINES; i++) {
		if (g->cells[i].span.to - g->cells[i].span.from > TITLE_BYTES_MAX * 2)
			continue;
		struct piece p = piece_of(r, g->cells[i].span);
		bool found = is_title(r, p.text) && tells_year(p.text);
		cut_site(r, &p);
		if (found)
			take_title(r, p.span, p.text);
		piece_free(&p);
		if (found)
			return true;
	}
	return false;
}

/* The title that only the head of a page has: a mark before the text. */
static void find_title_mark(struct report *r)
{
	for (size_t i = 0; i < doc_block_count(r->doc); i++) {
		const struct block *b = doc_block(r->doc, i);
		if (b->kind != BLOCK_MARK)
			return;
		struct piece p = piece_of(r, b->span);
		if (is_title(r, p.text))
			take_title(r, p.span, p.text);
		piece_free(&p);
	}
}

/* The first that tells a year; a page's "subject: annual reports" before it tells none, and one of
 * a list of reports may be of another. */
static void find_title_line(struct report *r)
{
	size_t lines = 0;
	for (size_t i = 0; i < doc_block_count(r->doc) && lines < TITLE_LINES; i++) {
		const struct block *b = doc_block(r->doc, i);
		struct text_span span;
		struct buf text = {0};
		if (b->kind == BLOCK_GRID && find_title_cell(r, b->grid))
			return;
		if (b->kind != BLOCK_PARA)
			continue;
		lines++;
		bool lengthy = b->span.to - b->span.from > TITLE_BYTES_MAX * 2;
		if ((lengthy || !read_title(r, i, &span, &text)) &&
			!read_title_before(r, i, &span, &text))
			continue;
		bool dated = tells_year(buf_str(&text)) && !is_listed(r, buf_str(&text));
		if (dated || !r->title_text)
			take_title(r, span, buf_str(&text));
		buf_free(&text);
		if (dated)
			return;
	}
}

void title_find(struct report *r)
{
	find_title_line(r);
	if (!r->title_text)
		find_title_mark(r);
}

bool title_in_prose(const struct report *r)
{
	const struct form_common *c = &r->forms->common;
	bool found = false;
	for (size_t i = 0, lines = 0; !found && i < doc_block_count(r->doc) && lines < TITLE_LINES;
		i++) {
		const struct block *b = doc_block(r->doc, i);
		size_t n;
		if (b->kind != BLOCK_PARA)
			continue;
		lines++;
		struct piece p = piece_of(r, b->span);
		found = has_any(p.text, &c->law_words) ||
			(tells_year(p.text) &&
				title_words_find(p.text, &c->title_words, &n) != STR_NONE);
		piece_free(&p);
	}
	return found;
}

/* Without the brackets and colons around it, and the words of a title before and behind it. */
static struct str bare_name(struct str s, const struct form_list *openings)
{
	static const char *const brackets[] = {"【", "】", "《", "》", "[", "]", "<", ">", ":"};
	bool more = true;
	while (more) {
		s = str_trim(s);
		more = false;
		for (size_t i = 0; i < openings->n + sizeof brackets / sizeof *brackets; i++) {
			const char *w =
				i < openings->n ? openings->items[i] : brackets[i - openings->n];
			size_t n = strlen(w);
			bool starts = str_starts(s, w), ends = str_ends(s, w);
			more = more || starts || ends;
			s = str_slice(s, starts ? n : 0,
				ends && s.n >= n * (starts ? 2 : 1) ? s.n - n : s.n);
		}
	}
	return s;
}

struct str title_name(const struct report *r)
{
	if (!r->title_text)
		return STR("");
	struct str s = str_of(r->title_text);
	size_t n, end = title_words_find(s, &r->forms->common.title_words, &n), at = 0;
	s = str_slice(s, 0, end == STR_NONE ? s.n : end);
	while (at < s.n && !(s.p[at] >= '0' && s.p[at] <= '9'))
		at++;
	s = bare_name(str_slice(s, 0, at), &r->forms->common.title_openings);
	return starts_with_any(s, &r->forms->common.nameless) ? STR("") : s;
}

#include "unit/text_kit.h"

#include "base/utf8.h"
#include "import/decode.h"
#include "import/layout_page.h"

struct doc *kit_doc(struct str bytes)
{
	struct buf buf = {0};
	struct err err = {0};

	buf_add(&buf, bytes);
	struct doc *d = import_bytes("kit", &buf, NULL, &err);

	cr_assert_not_null(d, "%s", err.text);
	return d;
}

static void add_words(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		buf_addc(out, s.p[i] == '\n' ? '^' : s.p[i]);
}

static void add_grid(struct buf *out, const struct doc *d, const struct grid *g)
{
	size_t row = 0, col = 0;

	buf_addf(out, "%s{", g->reader);
	for (size_t i = 0; i < g->n; i++) {
		const struct grid_cell *c = &g->cells[i];

		for (; row < c->row; row++, col = 0)
			buf_adds(out, " / ");
		for (; col <= c->col; col++) {
			buf_adds(out, col ? " | " : "");
			if (col < c->col)
				buf_adds(out, ".");
		}
		if (text_span_empty(c->span))
			buf_adds(out, "~");
		add_words(out, doc_str(d, c->span));
	}
	buf_adds(out, "}");
}

void kit_blocks(const struct doc *d, struct buf *out)
{
	for (size_t i = 0; i < doc_block_count(d); i++) {
		const struct block *b = doc_block(d, i);

		buf_adds(out, i ? " " : "");
		if (b->kind == BLOCK_GRID) {
			add_grid(out, d, b->grid);
			continue;
		}
		buf_adds(out, b->kind == BLOCK_MARK ? "m(" : "p(");
		if (doc_str(d, b->span).p[0] != '\f')
			add_words(out, doc_str(d, b->span));
		buf_adds(out, ")");
	}
}

void kit_expect(size_t row, const char *text, const char *wanted)
{
	struct doc *d = kit_doc(str_of(text));
	struct buf out = {0};

	kit_check(d, text);
	kit_blocks(d, &out);
	cr_expect(str_is(buf_str(&out), wanted), "row %zu:\n  is     %s\n  wanted %s", row, out.p,
		wanted);
	buf_free(&out);
	doc_free(d);
}

void kit_expect_rows(const struct kit_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		kit_expect(i, rows[i].text, rows[i].blocks);
}

void kit_refuse_rows(const struct kit_row *rows, size_t n, const char *reader)
{
	for (size_t i = 0; i < n; i++) {
		struct doc *d = kit_doc(str_of(rows[i].text));

		kit_check(d, rows[i].text);
		for (size_t b = 0; b < doc_block_count(d); b++)
			if (doc_block(d, b)->grid)
				cr_expect_str_neq(
					doc_block(d, b)->grid->reader, reader, "row %zu", i);
		doc_free(d);
	}
}

/* The bytes on disk, decoded by themselves, are the text. */
static void check_disk(const struct doc *d, struct text_span span, const char *name)
{
	struct disk_span disk = doc_disk(d, span);
	struct str bytes = str_slice(doc_source(d), disk.from, disk.to);
	struct err err = {0};
	struct buf none = {0};

	cr_assert(disk.from <= disk.to && disk.to <= doc_source(d).n, "%s", name);
	if (text_span_empty(span)) {
		cr_assert_eq(disk.from, disk.to, "%s", name);
		return;
	}
	if (strcmp(doc_encoding(d), "UTF-8") == 0 && str_eq(bytes, doc_str(d, span)))
		return;
	struct doc *slice = doc_new("slice", "text", &none);

	cr_assert(decode_text(slice, bytes, doc_encoding(d), &err), "%s: %s", name, err.text);
	struct str text = doc_str(d, span);

	if (str_starts(text, "\xef\xbb\xbf"))
		text = str_slice(
			text, 3, text.n); /* white space here, but a mark to decode_text() */
	cr_assert(str_eq(doc_text(slice), text), "%s: \"%.*s\" is \"%.*s\" on disk", name,
		STR_ARG(text), STR_ARG(doc_text(slice)));
	doc_free(slice);
}

static bool is_trimmed(const struct doc *d, struct text_span span)
{
	struct str text = doc_text(d);
	size_t first = span.from, last = utf8_prev(text, span.to);

	return text_span_empty(span) ||
	       (!utf8_is_space(utf8_next(text, &first)) && !utf8_is_space(utf8_next(text, &last)));
}

/* What tables are drawn with. */
static bool is_drawn(unsigned ch)
{
	return strchr("|-:+=", ch < 0x80 && ch ? (int)ch : '\n') || ch == 0xff5c ||
	       (ch >= 0x2500 && ch <= 0x257f) || (ch >= 0x2010 && ch <= 0x2015) || ch == 0x2212 ||
	       ch == 0xff0d;
}

/* What holds fields apart: , ; " and their full-width kin. */
static bool is_between(unsigned ch)
{
	return strchr(",;:\"", ch < 0x80 && ch ? (int)ch : '\n') || ch == 0xff0c || ch == 0x3001 ||
	       ch == 0xff1b || ch == 0xff1a || ch == 0x3002;
}

/* The same, and what leads from a label to its numbers. */
static bool is_mark(unsigned ch)
{
	return is_between(ch) || strchr(".-_", ch < 0x80 && ch ? (int)ch : '\n') || ch == 0x2014 ||
	       ch == 0x2015 || ch == 0x2026 || ch == 0x2500 || ch == 0xb7;
}

/* The backslash is reST's: an empty first cell. */
static bool is_dash(unsigned ch)
{
	return ch == '-' || ch == '=' || ch == '\\';
}

static bool is_of_words(unsigned ch)
{
	(void)ch;
	return false;
}

/* Is there anything but white space and what `allowed` knows? */
static bool holds_words(struct str s, bool (*allowed)(unsigned ch))
{
	for (size_t at = 0; at < s.n;) {
		unsigned ch = utf8_next(s, &at);

		if (!utf8_is_space(ch) && !allowed(ch))
			return true;
	}
	return false;
}

/* The same of what stands between cells, page marks on lines of their own apart. */
static bool holds_cell(struct str s, bool (*allowed)(unsigned ch))
{
	for (size_t at = 0; at < s.n;) {
		size_t end = str_find(s, STR("\n"), at);
		struct str line = str_slice(s, at, end == STR_NONE ? s.n : end);

		if (holds_words(line, allowed) && !layout_is_page_mark(str_trim(line)))
			return true;
		at += line.n + 1;
	}
	return false;
}

/* Names are printed once more with each value, and markup is words, too. */
static const char *const marked[] = {"named", "arrays", "latex", "mediawiki", "asciidoc", "items"};

static bool is_anything(unsigned ch)
{
	(void)ch;
	return true;
}

/* What may stand between cells of the reader's grids. */
static bool (*allowed_between(const char *reader))(unsigned ch)
{
	if (strcmp(reader, "pipes") == 0 || strcmp(reader, "boxes") == 0 ||
		strcmp(reader, "between") == 0 || strcmp(reader, "drawn") == 0)
		return is_drawn;
	if (strcmp(reader, "fields") == 0)
		return is_between;
	if (strcmp(reader, "marks") == 0)
		return is_mark;
	if (strcmp(reader, "ruled") == 0)
		return is_dash;
	for (size_t i = 0; i < ROWS(marked); i++)
		if (strcmp(reader, marked[i]) == 0)
			return is_anything;
	return is_of_words;
}

static int span_cmp(const void *a, const void *b)
{
	const struct text_span *x = a, *y = b;

	return x->from != y->from ? (x->from > y->from) - (x->from < y->from)
				  : (x->to > y->to) - (x->to < y->to);
}

static void check_grid(const struct doc *d, const struct block *block, const char *name)
{
	const struct grid *g = block->grid;
	struct text_span *spans = mem_alloc_array(g->n, sizeof *spans);
	bool (*allowed)(unsigned ch) = allowed_between(g->reader);
	size_t at = block->span.from;

	cr_assert(g->n > 0 && g->span.from == block->span.from && g->span.to == block->span.to,
		"%s", name);
	for (size_t i = 0; i < g->n; i++) {
		const struct grid_cell *c = &g->cells[i], *before = i ? c - 1 : NULL;

		cr_assert(c->row + c->rowspan <= g->rows && c->col + c->colspan <= g->cols, "%s",
			name);
		cr_assert(!before || before->row < c->row ||
				  (before->row == c->row && before->col < c->col),
			"%s: two cells at %zu,%zu", name, c->row, c->col);
		cr_assert(is_trimmed(d, c->span), "%s", name);
		check_disk(d, c->span, name);
		spans[i] = c->span;
	}
	qsort(spans, g->n, sizeof *spans, span_cmp);
	for (size_t i = 0; i < g->n; i++) {
		cr_assert(at <= spans[i].from && spans[i].to <= block->span.to, "%s: cells overlap",
			name);
		cr_assert(!holds_cell(doc_str(d, (struct text_span){at, spans[i].from}), allowed),
			"%s: words before byte %zu are in no cell", name, spans[i].from);
		at = spans[i].to;
	}
	cr_assert(!holds_cell(doc_str(d, (struct text_span){at, block->span.to}), allowed), "%s",
		name);
	free(spans);
}

void kit_check(const struct doc *d, const char *name)
{
	size_t at = 0;

	for (size_t i = 0; i < doc_block_count(d); i++) {
		const struct block *b = doc_block(d, i);

		cr_assert(
			at <= b->span.from && b->span.from < b->span.to, "%s: block %zu", name, i);
		cr_assert(
			!holds_words(doc_str(d, (struct text_span){at, b->span.from}), is_of_words),
			"%s: words before block %zu are in none", name, i);
		check_disk(d, b->span, name);
		if (b->kind == BLOCK_GRID)
			check_grid(d, b, name);
		else
			cr_assert(b->kind == BLOCK_MARK || is_trimmed(d, b->span), "%s", name);
		at = b->span.to;
	}
	cr_assert(!holds_words(doc_str(d, (struct text_span){at, doc_text(d).n}), is_of_words),
		"%s", name);
}

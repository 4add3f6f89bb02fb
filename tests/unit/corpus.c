/* Printing made reports. First the tables as a clerk sees them (a sheet: cells with spans), then
 * the layout that is left of them. */
#include "unit/corpus_inside.h"

#include <iconv.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"

unsigned corpus_roll(struct pen *p, unsigned n)
{
	p->state += 0x9e3779b97f4a7c15ull;
	unsigned long long z = p->state;
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
	return (unsigned)((z ^ (z >> 31)) % n);
}

static bool has(const struct pen *p, unsigned noise)
{
	return (p->c->noise & noise) != 0;
}

/* --- numbers --- */

static int64_t some_count(struct pen *p)
{
	static const unsigned limit[] = {2, 10, 100, 1000, 100000};
	return corpus_roll(p, 10) < 6 ? 0 : corpus_roll(p, limit[corpus_roll(p, 5)]);
}

static void set_cell(struct pen *p, const struct form_table *t, size_t row, size_t col, int64_t v)
{
	p->out->cells[form_cell_at(t, row, col)] = (struct expected){EXPECT_GIVEN, dec_of(v)};
}

static int64_t get_cell(struct pen *p, const struct form_table *t, size_t row, size_t col)
{
	return p->out->cells[form_cell_at(t, row, col)].value.units;
}

static size_t row_named(const struct form_table *t, const char *name)
{
	for (size_t i = 0; i < t->n_rows; i++)
		if (strcmp(t->rows[i].name, name) == 0)
			return i;
	abort();
}

static void fill_totals(struct pen *p, const struct form_table *t, size_t columns)
{
	for (size_t r = 0; r < t->n_rows; r++) {
		int64_t sum = 0;
		for (size_t c = 0; c + 1 < columns; c++)
			sum += get_cell(p, t, r, c);
		set_cell(p, t, r, columns - 1, sum);
	}
}

static void fill_requests(struct pen *p, const struct form_table *t)
{
	size_t total = row_named(t, "outcome.total"), forward = row_named(t, "carried_forward");
	size_t fresh = row_named(t, "new"), over = row_named(t, "carried_over");
	for (size_t c = 0; c < 6; c++) {
		int64_t sum = 0;
		for (size_t r = 0; r < t->n_rows; r++) {
			if (r == total || r == forward || r == fresh || r == over)
				continue;
			set_cell(p, t, r, c, some_count(p));
			sum += get_cell(p, t, r, c);
		}
		int64_t left = some_count(p);
		set_cell(p, t, total, c, sum);
		set_cell(p, t, forward, c, left);
		int64_t before = corpus_roll(p, 2) ? 0 : corpus_roll(p, (unsigned)(sum + left) + 1);
		set_cell(p, t, over, c, before);
		set_cell(p, t, fresh, c, sum + left - before);
	}
	fill_totals(p, t, 7);
}

static void fill_disclosure(struct pen *p, const struct form_table *t)
{
	for (size_t r = 0; r < t->n_rows; r++)
		for (size_t c = 0; c < t->blocks[t->rows[r].block].n_columns; c++) {
			const struct form_column *col = &t->blocks[t->rows[r].block].columns[c];
			int64_t v = some_count(p);
			if (col->value == VALUE_SIGNED && corpus_roll(p, 2))
				v = -v;
			set_cell(p, t, r, c, v);
			if (col->value == VALUE_AMOUNT && v)
				p->out->cells[form_cell_at(t, r, c)].value =
					(struct dec){v * 100 + 25, 2};
		}
}

static void fill(struct pen *p)
{
	const struct form *f = p->out->form;
	fill_disclosure(p, &f->tables[0]);
	fill_requests(p, &f->tables[1]);
	for (size_t r = 0; r < 3; r++)
		for (size_t c = 0; c < 4; c++)
			set_cell(p, &f->tables[2], r, c, some_count(p));
	fill_totals(p, &f->tables[2], 5);
}

/* --- printed cells --- */

static struct pcell *put(
	struct sheet *s, size_t row, size_t col, size_t rowspan, size_t colspan, const char *text)
{
	struct pcell *c = vec_push(&s->cells);
	*c = (struct pcell){mem_strdup(text), row, col, rowspan, colspan, false, NULL};
	if (row + rowspan > s->rows)
		s->rows = row + rowspan;
	if (col + colspan > s->cols)
		s->cols = col + colspan;
	return c;
}

static void sheet_free(struct sheet *s)
{
	for (size_t i = 0; i < s->cells.n; i++)
		free(s->cells.v[i].text);
	vec_free(&s->cells);
}

static void full_width(struct buf *b)
{
	struct buf out = {0};
	for (size_t i = 0; i < b->n; i++) {
		if (b->p[i] >= '0' && b->p[i] <= '9')
			buf_add_ucs(&out, 0xff10u + (unsigned)(b->p[i] - '0'));
		else
			buf_addc(&out, b->p[i]);
	}
	buf_free(b);
	*b = out;
}

static void print_number(struct pen *p, struct dec v, struct buf *out)
{
	char plain[DEC_TEXT_MAX];
	dec_str(dec_abs(v), plain);
	size_t whole = strcspn(plain, ".");
	if (v.units < 0)
		buf_adds(out, corpus_roll(p, 3) ? "-" : corpus_roll(p, 2) ? "－" : "减");
	for (size_t i = 0; plain[i]; i++) {
		if (has(p, NOISE_THOUSANDS) && i > 0 && i < whole && (whole - i) % 3 == 0)
			buf_adds(out, ",");
		buf_addc(out, plain[i]);
	}
	if (has(p, NOISE_FULL_WIDTH) && corpus_roll(p, 2))
		full_width(out);
	if (has(p, NOISE_UNITS) && corpus_roll(p, 6) == 0)
		buf_adds(out, corpus_roll(p, 2) ? "件" : "（其中修订2件）");
}

static void print_value(
	struct pen *p, struct sheet *s, size_t row, size_t col, struct expected *e, bool total)
{
	struct buf b = {0};
	if (has(p, NOISE_BLANKS) && !total && dec_is_zero(e->value) && corpus_roll(p, 4) == 0) {
		static const char *const marks[] = {"/", "-", "—", ""};
		e->state = EXPECT_BLANK;
		buf_adds(&b, marks[corpus_roll(p, p->c->layout == LAYOUT_BARE ||
								  p->c->layout == LAYOUT_SPACES ||
								  p->c->layout == LAYOUT_LOOSE ||
								  p->c->layout == LAYOUT_ONE_LINE
							  ? 3
							  : 4)]);
	} else {
		print_number(p, e->value, &b);
	}
	struct pcell *c = put(s, row, col, 1, 1, b.p ? b.p : "");
	c->value = true;
	c->expected = e;
	buf_free(&b);
}

/* One character of a label of five or more is wrong or lost. */
static void typo(struct pen *p, struct buf *b)
{
	size_t n = utf8_count(buf_str(b)), victim = 2 + corpus_roll(p, (unsigned)n - 3), i = 0;
	struct buf out = {0};
	for (size_t at = 0; at < b->n; i++) {
		unsigned ch = utf8_next(buf_str(b), &at);
		if (i == victim && !utf8_is_han(ch))
			victim++;
		else if (i == victim && corpus_roll(p, 2))
			buf_add_ucs(&out, 0x53e3);
		else if (i != victim)
			buf_add_ucs(&out, ch);
	}
	buf_free(b);
	*b = out;
}

static bool can_break(const struct pen *p)
{
	return p->c->layout == LAYOUT_WORD || p->c->layout == LAYOUT_BAR_BETWEEN ||
	       p->c->layout == LAYOUT_CSV;
}

static void print_label(struct pen *p, const char *number, const char *label, struct buf *b)
{
	if (number && number[0]) {
		buf_adds(b, number);
		if (number[0] >= '0' && number[0] <= '9')
			buf_adds(b, corpus_roll(p, 2) ? "." : ". ");
		else if (!str_starts(str_of(number), "（"))
			buf_adds(b, "、");
	}
	struct buf words = {0};
	buf_adds(&words, label);
	if (has(p, NOISE_TYPO) && utf8_count(buf_str(&words)) >= 8 && corpus_roll(p, 5) == 0)
		typo(p, &words);
	for (size_t at = 0; at < words.n;) {
		size_t from = at;
		utf8_next(buf_str(&words), &at);
		buf_add(b, str_slice(buf_str(&words), from, at));
		if (has(p, NOISE_SPACED) && at < words.n && corpus_roll(p, 4) == 0)
			buf_adds(b, can_break(p) && corpus_roll(p, 2) ? "\n" : " ");
	}
	buf_free(&words);
}

static void put_label(struct pen *p, struct sheet *s, size_t row, size_t col, size_t rowspan,
	size_t colspan, const char *number, const char *label)
{
	struct buf b = {0};
	print_label(p, number, label, &b);
	put(s, row, col, rowspan, colspan, b.p);
	buf_free(&b);
}

static const char *zh(struct form_words w)
{
	return w.text[LANG_ZH];
}

static void print_disclosure(struct pen *p, struct sheet *s)
{
	const struct form_table *t = &p->out->form->tables[0];
	size_t row = 0;
	s->labels = 1;
	for (size_t b = 0; b < t->n_blocks; b++) {
		const struct form_block *block = &t->blocks[b];
		put(s, row++, 0, 1, 4, zh(block->heading));
		put(s, row, 0, 1, 1, "信息内容");
		for (size_t c = 0; c < block->n_columns; c++)
			put_label(p, s, row, 1 + c, 1, 1, "", zh(block->columns[c].label));
		row++;
		for (size_t r = block->row; r < block->row + block->n_rows; r++, row++) {
			put_label(p, s, row, 0, 1, 1, "", zh(t->rows[r].label));
			for (size_t c = 0; c < block->n_columns; c++)
				print_value(p, s, row, 1 + c, &p->out->cells[form_cell_at(t, r, c)],
					false);
		}
	}
}

static size_t column_place(const struct pen *p, size_t c)
{
	if (!has(p, NOISE_TOTAL_FIRST))
		return c;
	return c == 6 ? 0 : c + 1;
}

static void print_request_heads(struct pen *p, struct sheet *s, const struct form_table *t)
{
	const struct form_column *c = t->blocks[0].columns;
	size_t at = has(p, NOISE_TOTAL_FIRST) ? 4 : 3;
	put(s, 0, 0, 3, 3, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）");
	put(s, 0, 3, 1, 7, "申请人情况");
	if (has(p, NOISE_TOTAL_FIRST))
		put_label(p, s, 1, 3, 2, 1, "", zh(c[6].label));
	put_label(p, s, 1, at, 2, 1, "", zh(c[0].label));
	put(s, 1, at + 1, 1, 5, "法人或其他组织");
	if (!has(p, NOISE_TOTAL_FIRST))
		put_label(p, s, 1, 9, 2, 1, "", zh(c[6].label));
	for (size_t k = 1; k < 6; k++)
		put_label(p, s, 2, at + k, 1, 1, "", zh(c[k].label));
}

static size_t group_rows(const struct form_table *t, size_t group)
{
	return t->groups[group].n;
}

/* The groups of a row, outermost first. */
static size_t groups_of(const struct form_table *t, size_t row, size_t out[4])
{
	size_t n = 0;
	for (size_t g = 0; g < t->n_groups; g++)
		if (row >= t->groups[g].first && row < t->groups[g].first + t->groups[g].n)
			out[n++] = g;
	for (size_t i = 1; i < n; i++)
		for (size_t k = i; k > 0 && group_rows(t, out[k]) > group_rows(t, out[k - 1]);
			k--) {
			size_t swap = out[k];
			out[k] = out[k - 1];
			out[k - 1] = swap;
		}
	return n;
}

static void print_requests(struct pen *p, struct sheet *s)
{
	const struct form_table *t = &p->out->form->tables[1];
	size_t lost =
		has(p, NOISE_LABEL_LOST) ? 3 + corpus_roll(p, (unsigned)t->n_rows - 5) : STR_NONE;
	s->labels = 3;
	print_request_heads(p, s, t);
	for (size_t r = 0; r < t->n_rows; r++) {
		size_t groups[4], n = groups_of(t, r, groups), row = 3 + r;
		for (size_t g = 0; g < n; g++)
			if (t->groups[groups[g]].first == r)
				put_label(p, s, row, g, t->groups[groups[g]].n, 1,
					t->groups[groups[g]].number,
					zh(t->groups[groups[g]].label));
		if (r == lost)
			put(s, row, n, 1, 3 - n, "");
		else
			put_label(p, s, row, n, 1, 3 - n, t->rows[r].number, zh(t->rows[r].label));
		for (size_t c = 0; c < 7; c++)
			print_value(p, s, row, 3 + column_place(p, c),
				&p->out->cells[form_cell_at(t, r, c)], c == 6);
	}
}

static void print_disputes(struct pen *p, struct sheet *s)
{
	const struct form_table *t = &p->out->form->tables[2];
	const struct form_column *c = t->blocks[0].columns;
	s->labels = 0;
	put(s, 0, 0, 1, 5, "行政复议");
	put(s, 0, 5, 1, 10, "行政诉讼");
	put_label(p, s, 1, 5, 1, 5, "", zh(t->rows[1].label));
	put_label(p, s, 1, 10, 1, 5, "", zh(t->rows[2].label));
	for (size_t k = 0; k < 15; k++)
		put_label(p, s, k < 5 ? 1 : 2, k, k < 5 ? 2 : 1, 1, "", zh(c[k % 5].label));
	for (size_t k = 0; k < 15; k++)
		print_value(p, s, 3, k, &p->out->cells[form_cell_at(t, k / 5, k % 5)], k % 5 == 4);
}

/* --- layouts --- */

const struct pcell *corpus_cell_at(const struct sheet *s, size_t row, size_t col)
{
	for (size_t i = 0; i < s->cells.n; i++)
		if (s->cells.v[i].row == row && s->cells.v[i].col == col)
			return &s->cells.v[i];
	return NULL;
}

static bool is_row_with_values(const struct sheet *s, size_t row)
{
	for (size_t i = 0; i < s->cells.n; i++)
		if (s->cells.v[i].row == row && s->cells.v[i].value)
			return true;
	return false;
}

/* The last label cell of a row, for layouts that keep only that. */
static const struct pcell *leaf_of(const struct sheet *s, size_t row)
{
	const struct pcell *leaf = NULL;
	for (size_t c = 0; c < s->labels; c++)
		if (corpus_cell_at(s, row, c))
			leaf = corpus_cell_at(s, row, c);
	return leaf;
}

static void bar_row(struct pen *p, const struct sheet *s, size_t row, const char *open,
	const char *bar, const char *close)
{
	bool leaf = p->c->layout == LAYOUT_PIPES_LEAF || p->c->layout == LAYOUT_TABS_LEAF;
	bool short_rows = p->c->layout == LAYOUT_PIPES_SHORT && is_row_with_values(s, row);
	bool first = true;
	buf_adds(&p->text, open);
	for (size_t c = 0; c < s->cols; c++) {
		const struct pcell *cell = corpus_cell_at(s, row, c);
		if (leaf && s->labels && c + 1 < s->labels)
			continue;
		if (leaf && s->labels && c + 1 == s->labels)
			cell = leaf_of(s, row);
		if (short_rows && !cell && c < s->labels)
			continue;
		if (!first)
			buf_adds(&p->text, bar);
		first = false;
		buf_adds(&p->text, cell ? cell->text : "");
	}
	if (p->c->layout == LAYOUT_PIPES_TRAIL)
		buf_adds(&p->text, " | | |");
	buf_adds(&p->text, close);
	buf_adds(&p->text, "\n");
}

static void rule_row(struct pen *p, const struct sheet *s)
{
	for (size_t c = 0; c < s->cols; c++)
		buf_adds(&p->text, "|---");
	buf_adds(&p->text, "|\n");
}

static void print_pipes(struct pen *p, const struct sheet *s)
{
	for (size_t r = 0; r < s->rows; r++) {
		bar_row(p, s, r, "| ", " | ", " |");
		if (r == 0)
			rule_row(p, s);
	}
}

static void print_split(struct pen *p, const struct sheet *s)
{
	for (size_t r = 0; r < s->rows; r++) {
		if (r > 3 && is_row_with_values(s, r) && s->labels == 3 && corpus_roll(p, 4) == 0) {
			buf_adds(&p->text, "\n");
			for (size_t h = 0; h < 3; h++)
				bar_row(p, s, h, "| ", " | ", " |");
		}
		bar_row(p, s, r, "| ", " | ", " |");
		if (r == 0)
			rule_row(p, s);
	}
}

static void print_pages(struct pen *p, const struct sheet *s)
{
	for (size_t r = 0; r < s->rows; r++) {
		if (r > 3 && s->labels == 3 && corpus_roll(p, 5) == 0)
			buf_addf(&p->text, "\n%s\n\n", corpus_roll(p, 2) ? "—5—" : "- 2 -");
		bar_row(p, s, r, "| ", " | ", " |");
	}
}

static void print_word(struct pen *p, const struct sheet *s)
{
	for (size_t r = 0; r < s->rows; r++) {
		for (size_t c = 0; c < s->cols; c++) {
			const struct pcell *cell = corpus_cell_at(s, r, c);
			bool covered = false;
			for (size_t i = 0; i < s->cells.n && !cell; i++) {
				const struct pcell *o = &s->cells.v[i];
				covered = covered ||
					  (o->col == c && o->row < r && o->row + o->rowspan > r);
			}
			if (cell)
				buf_addf(&p->text, "\t%s\n", cell->text);
			else if (covered)
				buf_adds(&p->text, "\t\n");
		}
		buf_adds(&p->text, "\n");
	}
}

static void print_cells(struct pen *p, const struct sheet *s, const char *behind)
{
	for (size_t r = 0; r < s->rows; r++)
		for (size_t c = 0; c < s->cols; c++) {
			const struct pcell *cell = corpus_cell_at(s, r, c);
			if (cell && (cell->text[0] || behind[0]))
				buf_addf(&p->text, "%s%s\n", cell->text, behind);
		}
}

static void print_bar_rows(struct pen *p, const struct sheet *s)
{
	for (size_t r = 0; r < s->rows; r++) {
		const struct pcell *last = NULL;
		buf_adds(&p->text, "|\n");
		for (size_t c = 0; c < s->cols; c++) {
			const struct pcell *cell = corpus_cell_at(s, r, c);
			if (cell && last)
				buf_adds(&p->text, "\n");
			if (cell)
				buf_addf(&p->text, "%s%s|", cell->text, cell->text[0] ? " " : "");
			last = cell ? cell : last;
		}
		for (size_t i = 1 + corpus_roll(p, 3); i > 0; i--)
			buf_adds(&p->text, "|");
		buf_adds(&p->text, "\n");
	}
}

static void print_bar_lead(struct pen *p, const struct sheet *s)
{
	for (size_t r = 0; r < s->rows; r++)
		for (size_t c = 0; c < s->cols; c++)
			if (corpus_cell_at(s, r, c))
				buf_addf(&p->text, "| %s\n", corpus_cell_at(s, r, c)->text);
}

static void print_spaces(struct pen *p, const struct sheet *s)
{
	size_t width[32] = {0}, from[33] = {0};
	for (size_t i = 0; i < s->cells.n; i++) {
		const struct pcell *c = &s->cells.v[i];
		size_t w = utf8_columns(str_of(c->text), 2);
		if (c->colspan == 1 && w > width[c->col])
			width[c->col] = w;
	}
	for (size_t i = 0; i < s->cells.n; i++) {
		const struct pcell *c = &s->cells.v[i];
		size_t w = utf8_columns(str_of(c->text), 2), have = 0;
		for (size_t k = c->col; k < c->col + c->colspan; k++)
			have += width[k];
		if (have < w)
			width[c->col + c->colspan - 1] += w - have;
	}
	for (size_t c = 0; c < s->cols; c++)
		from[c + 1] = from[c] + width[c] + 3;
	for (size_t r = 0; r < s->rows; r++) {
		size_t column = 0;
		for (size_t c = 0; c < s->cols; c++) {
			const struct pcell *cell = corpus_cell_at(s, r, c);
			if (!cell)
				continue;
			for (; column < from[c]; column++)
				buf_addc(&p->text, ' ');
			buf_adds(&p->text, cell->text);
			column += utf8_columns(str_of(cell->text), 2);
		}
		buf_adds(&p->text, "\n");
	}
}

static void print_loose(struct pen *p, const struct sheet *s)
{
	for (size_t r = 0; r < s->rows; r++) {
		for (size_t c = 0; c < s->cols; c++) {
			const struct pcell *cell = corpus_cell_at(s, r, c);
			if (cell)
				buf_addf(&p->text, "%s ", cell->text);
		}
		buf_adds(&p->text, "\n");
	}
}

/* The tail of the table is lost: its cells go, and with them what is expected of them. */
static void cut(struct pen *p, struct sheet *s)
{
	size_t keep = 6 + corpus_roll(p, (unsigned)s->rows - 8), n = 0;
	for (size_t i = 0; i < s->cells.n; i++) {
		struct pcell *c = &s->cells.v[i];
		if (c->row < keep) {
			s->cells.v[n++] = *c;
			continue;
		}
		if (c->expected)
			c->expected->state = EXPECT_LOST;
		free(c->text);
	}
	s->cells.n = n;
	s->rows = keep;
}

static void print_sheet(struct pen *p, struct sheet *s)
{
	if (corpus_print_text(p, s)) {
		buf_adds(&p->text, "\n");
		return;
	}
	switch (p->c->layout) {
	case LAYOUT_PIPES_OPEN:
		for (size_t r = 0; r < s->rows; r++)
			bar_row(p, s, r, "", " | ", "");
		break;
	case LAYOUT_TABS:
	case LAYOUT_TABS_LEAF:
		for (size_t r = 0; r < s->rows; r++)
			bar_row(p, s, r, "", "\t", "\t");
		break;
	case LAYOUT_WORD:
		print_word(p, s);
		break;
	case LAYOUT_BARE:
		print_cells(p, s, "");
		break;
	case LAYOUT_BARS:
		print_cells(p, s, " |");
		break;
	case LAYOUT_BAR_ROWS:
		print_bar_rows(p, s);
		break;
	case LAYOUT_BAR_BETWEEN:
		print_cells(p, s, "\n|");
		break;
	case LAYOUT_BAR_LEAD:
		print_bar_lead(p, s);
		break;
	case LAYOUT_SPLIT:
		print_split(p, s);
		break;
	case LAYOUT_PAGES:
		print_pages(p, s);
		break;
	case LAYOUT_SPACES:
		print_spaces(p, s);
		break;
	case LAYOUT_LOOSE:
		print_loose(p, s);
		break;
	default:
		print_pipes(p, s);
		break;
	}
	buf_adds(&p->text, "\n");
}

/* --- the report around them --- */

static void text_para(struct pen *p, const char *text)
{
	buf_addf(&p->text, "%s\n\n", text);
}

static void text_sheet(struct pen *p, struct sheet *s)
{
	print_sheet(p, s);
}

static void text_ends(struct pen *p)
{
	(void)p;
}

static const struct corpus_source text_source = {
	text_ends, text_para, text_para, text_sheet, text_ends, false};

static void para(struct pen *p, const char *format, ...)
{
	struct buf b = {0};
	va_list ap;
	va_start(ap, format);
	buf_addv(&b, format, ap);
	va_end(ap);
	p->source->para(p, b.p);
	buf_free(&b);
}

static void heading(struct pen *p, const char *number, const char *title, bool of_table)
{
	if (!of_table || !has(p, NOISE_NO_HEADINGS))
		para(p, "%s、%s", number, title);
}

static void write_report(struct pen *p)
{
	void (*const print[])(struct pen *, struct sheet *) = {
		print_disclosure, print_requests, print_disputes};
	static const char *const titles[][2] = {{"二", "主动公开政府信息情况"},
		{"三", "收到和处理政府信息公开申请情况"},
		{"四", "政府信息公开行政复议、行政诉讼情况"}};
	p->source->begin(p);
	p->source->title(p, p->out->title);
	para(p,
		"本报告依据《中华人民共和国政府信息公开条例》编制，数据统计期限自%d年1月1日起至%"
		"d年12月31日止。"
		"如有疑问，请与%s联系。",
		p->out->year, p->out->year, p->out->agency);
	heading(p, "一", "总体情况", false);
	para(p, "本年度持续推进政务公开，各项工作有序开展。");
	for (size_t i = 0; i < 3; i++) {
		struct sheet s = {0};
		heading(p, titles[i][0], titles[i][1], true);
		print[i](p, &s);
		if (i == 1 && has(p, NOISE_CUT))
			cut(p, &s);
		p->source->sheet(p, &s);
		sheet_free(&s);
	}
	heading(p, "五", "存在的主要问题及改进情况", false);
	para(p, "一是公开内容有待充实。下一步将加强培训，提高质量。");
	heading(p, "六", "其他需要报告的事项", false);
	para(p, "本年度无其他需要报告的事项。");
	para(p, "%s", p->out->agency);
	para(p, "%d年1月20日", p->out->year + 1);
	p->source->end(p);
}

/* --- bytes --- */

static void line_ends(struct pen *p)
{
	struct buf out = {0};
	for (size_t i = 0; i < p->text.n; i++) {
		if (p->text.p[i] == '\n')
			buf_addc(&out, '\r');
		buf_addc(&out, p->text.p[i]);
	}
	buf_free(&p->text);
	p->text = out;
}

static void encode(struct pen *p)
{
	iconv_t cd = iconv_open("GB18030", "UTF-8");
	size_t in = p->text.n, left = in * 2;
	char *from = p->text.p, *to = mem_alloc(left), *end = to;
	iconv(cd, &from, &in, &end, &left);
	iconv_close(cd);
	buf_clear(&p->text);
	buf_add(&p->text, (struct str){to, (size_t)(end - to)});
	free(to);
}

const struct corpus_source *corpus_source(enum corpus_layout l)
{
	switch (l) {
	case LAYOUT_HTML:
		return &corpus_html;
	case LAYOUT_HTML_WORD:
		return &corpus_html_word;
	case LAYOUT_HTML_PAGE:
		return &corpus_html_page;
	case LAYOUT_DOCX:
		return &corpus_docx;
	case LAYOUT_DOCX_CHANGED:
		return &corpus_docx_changed;
	case LAYOUT_PDF:
		return &corpus_pdf;
	case LAYOUT_PDF_TIGHT:
		return &corpus_pdf_tight;
	case LAYOUT_PDF_RULED:
		return &corpus_pdf_ruled;
	default:
		return NULL;
	}
}

bool corpus_is_read(enum corpus_layout l)
{
#ifndef HAVE_GUMBO
	if ((l >= LAYOUT_HTML && l <= LAYOUT_HTML_PAGE) || l == LAYOUT_TAGGED)
		return false;
#endif
#ifndef HAVE_DOCX
	if (l >= LAYOUT_DOCX && l <= LAYOUT_DOCX_CHANGED)
		return false;
#endif
#ifndef HAVE_PDF
	if (l >= LAYOUT_PDF && l <= LAYOUT_PDF_RULED)
		return false;
#endif
	return l < LAYOUT_COUNT;
}

void corpus_make(const struct forms *forms, const struct corpus_case *c, struct corpus *out)
{
	static const char *const places[] = {
		"清河县柳林镇", "东安市", "云岭省白石市南山区", "海州县"};
	static const char *const organs[] = {"人民政府", "财政局", "卫生健康局", "人民政府"};
	struct pen p = {.c = c, .out = out, .state = c->seed, .source = corpus_source(c->layout)};
	if (!p.source)
		p.source = &text_source;
	memset(out, 0, sizeof *out);
	out->form = forms_find(forms, c->form);
	out->cells = mem_alloc_array(out->form->n_cells, sizeof *out->cells);
	out->year = out->form->year_from + (int)corpus_roll(&p, 2);
	size_t place = corpus_roll(&p, 4);
	snprintf(
		out->agency, sizeof out->agency, "%s%s", places[place], organs[corpus_roll(&p, 4)]);
	snprintf(out->title, sizeof out->title, "%s%d年政府信息公开工作年度报告", out->agency,
		out->year);
	fill(&p);
	write_report(&p);
	if (p.source->binary) {
		out->bytes = p.text;
		return;
	}
	if (has(&p, NOISE_CRLF))
		line_ends(&p);
	if (has(&p, NOISE_GB18030))
		encode(&p);
	else if (has(&p, NOISE_BOM))
		buf_adds(&out->bytes, "\xef\xbb\xbf");
	buf_add(&out->bytes, buf_str(&p.text));
	buf_free(&p.text);
}

void corpus_free(struct corpus *c)
{
	buf_free(&c->bytes);
	free(c->cells);
}

const char *corpus_layout_name(enum corpus_layout l)
{
	static const char *const names[] = {"pipes", "pipes-open", "pipes-leaf", "pipes-trail",
		"pipes-short", "tabs", "tabs-leaf", "word", "bare", "bars", "bar-rows",
		"bar-between", "bar-lead", "split", "pages", "spaces", "loose", "html", "html-word",
		"html-page", "docx", "docx-changed", "pdf", "pdf-tight", "pdf-ruled", "csv",
		"csv-semicolon", "boxes", "commas", "colons", "one-line", "blank-lines",
		"wide-blanks", "dashes", "equals", "org", "wide-bars", "tabs-mixed", "tagged",
		"repeated", "columns"};
	return names[l];
}

/* Numbers and tables of reports without a fault. */
#include "unit/clean_kit.h"

#include <string.h>

#include "base/str.h"

static struct dec *cell(struct clean_maker *m, const char *name)
{
	size_t at = form_cell_find(m->form, str_of(name));

	return at == STR_NONE ? NULL : &m->cells[at];
}

static void set(struct clean_maker *m, const char *name, int64_t value)
{
	struct dec *d = cell(m, name);

	if (d)
		*d = dec_of(value);
}

static const struct form_table *requests(const struct clean_maker *m)
{
	return form_table_find(m->form, STR("requests"));
}

static struct dec *at(struct clean_maker *m, const struct form_table *t, size_t row, size_t column)
{
	return &m->cells[form_cell_at(t, row, column)];
}

static bool row_is(const struct form_table *t, size_t row, const char *name)
{
	return strcmp(t->rows[row].name, name) == 0;
}

/* One column: outcomes, what is left over, and where they came from. */
static void fill_column(struct clean_maker *m, const struct form_table *t, size_t column)
{
	int64_t done = 0, forward = clean_roll(m, 3) ? 0 : clean_roll(m, 4), over;

	for (size_t r = 0; r < t->n_rows; r++) {
		if (!str_starts(str_of(t->rows[r].name), "outcome.") ||
			row_is(t, r, "outcome.total"))
			continue;
		*at(m, t, r, column) =
			dec_of(clean_roll(m, 4) ? 0 : clean_roll(m, column ? 4 : 30));
		done += at(m, t, r, column)->units;
	}
	over = clean_roll(m, (unsigned)(done + forward) / 3 + 1);
	for (size_t r = 0; r < t->n_rows; r++) {
		if (row_is(t, r, "outcome.total"))
			*at(m, t, r, column) = dec_of(done);
		else if (row_is(t, r, "carried_forward"))
			*at(m, t, r, column) = dec_of(forward);
		else if (row_is(t, r, "carried_over"))
			*at(m, t, r, column) = dec_of(over);
		else if (row_is(t, r, "new"))
			*at(m, t, r, column) = dec_of(done + forward - over);
	}
}

static void fill_totals(struct clean_maker *m, const struct form_table *t, size_t columns)
{
	for (size_t r = 0; r < t->n_rows; r++) {
		int64_t sum = 0;

		for (size_t c = 0; c + 1 < columns; c++)
			sum += at(m, t, r, c)->units;
		*at(m, t, r, columns - 1) = dec_of(sum);
	}
}

/* The sum of the column over the rows whose names begin so. */
static int64_t sum_of(struct clean_maker *m, const char *start, size_t column)
{
	const struct form_table *t = requests(m);
	int64_t sum = 0;

	for (size_t r = 0; r < t->n_rows; r++) {
		if (str_starts(str_of(t->rows[r].name), start))
			sum += at(m, t, r, column)->units;
	}
	return sum;
}

static void tell(struct clean_maker *m, const char *name, int64_t value)
{
	buf_addf(clean_fact(m, name), "%lld", (long long)value);
}

static void fill_requests(struct clean_maker *m)
{
	static const struct {
		const char *fact, *rows;
	} told[] = {{"NEW", "new"}, {"OVER", "carried_over"}, {"DONE", "outcome.total"},
		{"FORWARD", "carried_forward"}, {"GRANTED", "outcome.granted"},
		{"PARTIAL", "outcome.partial"}, {"REFUSED", "outcome.refused"},
		{"UNAVAILABLE", "outcome.unavailable"}, {"REJECTED", "outcome.rejected"},
		{"OTHER", "outcome.other"}};
	const struct form_table *t = requests(m);

	for (size_t c = 0; c < 6 && !m->none; c++) {
		if (c == 0 || clean_roll(m, 3) == 0)
			fill_column(m, t, c);
	}
	fill_totals(m, t, 7);
	m->none = sum_of(m, "new", 6) == 0;
	for (size_t i = 0; i < sizeof told / sizeof *told; i++)
		tell(m, told[i].fact, sum_of(m, told[i].rows, 6));
	tell(m, "PERSON", sum_of(m, "new", 0));
	tell(m, "ORG", sum_of(m, "new", 6) - sum_of(m, "new", 0));
}

static void fill_disputes(struct clean_maker *m)
{
	const struct form_table *t = form_table_find(m->form, STR("disputes"));

	for (size_t r = 0; r < t->n_rows && !m->none; r++) {
		for (size_t c = 0; c < 4; c++) {
			bool zero = row_is(t, r, "direct") && m->year >= 2024;

			*at(m, t, r, c) = dec_of(zero || clean_roll(m, 3) ? 0 : clean_roll(m, 4));
		}
	}
	fill_totals(m, t, 5);
	tell(m, "REVIEW", at(m, t, 0, 4)->units);
	tell(m, "SUITS", at(m, t, 1, 4)->units + at(m, t, 2, 4)->units);
}

static void fill_documents(struct clean_maker *m, const char *row, bool any)
{
	int64_t made = any ? clean_roll(m, 8) : 0, gone = any ? clean_roll(m, 3) : 0;
	int64_t all = made + gone + (any ? clean_roll(m, 60) : 0);
	struct buf name = {0};
	const struct {
		const char *column;
		int64_t value;
	} columns[] = {{"made", made}, {"released", made}, {"total", all}, {"issued", made},
		{"repealed", gone}, {"in_force", all}};

	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		buf_clear(&name);
		buf_addf(&name, "disclosure/%s/%s", row, columns[i].column);
		set(m, name.p, columns[i].value);
	}
	buf_free(&name);
}

static void fill_disclosure(struct clean_maker *m)
{
	static const char *const rows[] = {"licence", "service", "penalty", "coercion", "fee"};
	int64_t items = clean_roll(m, 3) ? 1 + clean_roll(m, 30) : 0;

	fill_documents(m, "regulation", m->kind->regulations && clean_roll(m, 2));
	fill_documents(m, "normative", clean_roll(m, 3) > 0);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct buf name = {0};

		buf_addf(&name, "disclosure/%s/previous", rows[i]);
		set(m, name.p, 10 + clean_roll(m, 90));
		buf_clear(&name);
		buf_addf(&name, "disclosure/%s/change", rows[i]);
		set(m, name.p, (int64_t)clean_roll(m, 9) - 4);
		buf_clear(&name);
		buf_addf(&name, "disclosure/%s/decisions", rows[i]);
		set(m, name.p, clean_roll(m, 2) ? 0 : 200 + clean_roll(m, 9000));
		buf_free(&name);
	}
	set(m, "disclosure/procurement/items", items);
	if (cell(m, "disclosure/procurement/amount") && items)
		*cell(m, "disclosure/procurement/amount") =
			(struct dec){1 + clean_roll(m, 90000) * items, 2};
	if (cell(m, "disclosure/fee/amount") && clean_roll(m, 3) == 0)
		*cell(m, "disclosure/fee/amount") = (struct dec){clean_roll(m, 9000), 2};
}

void clean_fill(struct clean_maker *m)
{
	m->none = clean_roll(m, 2);
	fill_disclosure(m);
	fill_requests(m);
	fill_disputes(m);
}

/* --- printed --- */

static const char *zh(struct form_words w)
{
	return w.text[LANG_ZH];
}

static void put_number(struct clean_maker *m, const struct form_cell *c, struct dec value)
{
	char room[DEC_TEXT_MAX];

	buf_addf(m->out, " %s%s |", dec_str(value, room),
		c->column->value == VALUE_AMOUNT && !c->column->unit && !dec_is_zero(value) ? "万元"
											    : "");
}

static void put_values(struct clean_maker *m, const struct form_table *t, size_t row)
{
	const struct form_block *b = &t->blocks[t->rows[row].block];

	for (size_t c = 0; c < b->n_columns; c++) {
		size_t i = form_cell_at(t, row, c);

		put_number(m, &m->form->cells[i], m->cells[i]);
	}
}

static void put_blocks(struct clean_maker *m, const struct form_table *t)
{
	for (size_t b = 0; b < t->n_blocks; b++) {
		const struct form_block *block = &t->blocks[b];

		buf_addf(m->out, "| %s |\n| 信息内容 |", zh(block->heading));
		for (size_t c = 0; c < block->n_columns; c++)
			buf_addf(m->out, " %s |", zh(block->columns[c].label));
		buf_adds(m->out, "\n");
		for (size_t r = block->row; r < block->row + block->n_rows; r++) {
			buf_addf(m->out, "| %s |", zh(t->rows[r].label));
			put_values(m, t, r);
			buf_adds(m->out, "\n");
		}
	}
}

static void put_label(struct clean_maker *m, const char *number, const char *label)
{
	bool digit = number && *number >= '0' && *number <= '9';
	bool plain = number && *number && !digit && !str_starts(str_of(number), "（");

	buf_addf(m->out, " %s%s%s |", number ? number : "", digit ? "." : plain ? "、" : "", label);
}

static void put_requests(struct clean_maker *m, const struct form_table *t)
{
	buf_adds(m->out,
		"| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | "
		"申请人情况 |\n| 自然人 | 法人或其他组织 | 总计 |\n| 商业企业 | 科研机构 | "
		"社会公益组织 | 法律服务机构 | 其他 |\n");
	for (size_t r = 0; r < t->n_rows; r++) {
		buf_adds(m->out, "|");
		for (size_t size = t->n_rows; size > 0; size--) {
			for (size_t g = 0; g < t->n_groups; g++) {
				if (t->groups[g].first == r && t->groups[g].n == size)
					put_label(m, t->groups[g].number, zh(t->groups[g].label));
			}
		}
		put_label(m, t->rows[r].number, zh(t->rows[r].label));
		put_values(m, t, r);
		buf_adds(m->out, "\n");
	}
}

static void put_disputes(struct clean_maker *m, const struct form_table *t)
{
	const struct form_block *b = &t->blocks[0];

	buf_adds(m->out, "| 行政复议 | 行政诉讼 |\n| 未经复议直接起诉 | 复议后起诉 |\n|");
	for (size_t k = 0; k < 15; k++)
		buf_addf(m->out, " %s |", zh(b->columns[k % 5].label));
	buf_adds(m->out, "\n|");
	for (size_t r = 0; r < 3; r++)
		put_values(m, t, r);
	buf_adds(m->out, "\n");
}

void clean_table(struct clean_maker *m, size_t table)
{
	static void (*const put[])(struct clean_maker *, const struct form_table *) = {
		put_blocks, put_requests, put_disputes};

	put[table](m, &m->form->tables[table]);
	buf_adds(m->out, "\n");
}

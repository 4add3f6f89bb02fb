/* Where the numbers of a page stand, and where its columns do. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "table/label.h"
#include "table/spread.h"

/* Headings stand in so many lines above the first row. */
#define HEAD_LINES 24
/* And from the lowest that has several of them so far up, and down. */
#define HEADS_LINES 8
#define BELOW_LINES 3
#define WORDS_MAX 64
/* One row in so many has all the numbers that any has. */
#define FULL_SHARE 2
/* In a row, where they are told by their order. */
#define ORDERED_MAX 10

static int value_cmp(const void *a, const void *b)
{
	const struct spread_value *const *x = a, *const *y = b;
	if ((*x)->from != (*y)->from)
		return (*x)->from < (*y)->from ? -1 : 1;
	return ((*x)->to > (*y)->to) - ((*x)->to < (*y)->to);
}

static void find_clusters(struct spread *s)
{
	struct spread_value **v = mem_alloc_array(s->values.n + 1, sizeof(struct spread_value *));
	size_t end = 0;
	for (size_t i = 0; i < s->values.n; i++)
		v[i] = &s->values.v[i];
	qsort(v, s->values.n, sizeof(struct spread_value *), value_cmp);
	s->n_clusters = 0;
	for (size_t i = 0; i < s->values.n; i++) {
		s->n_clusters += i == 0 || v[i]->from >= end;
		v[i]->cluster = s->n_clusters - 1;
		end = i > 0 && end > v[i]->to ? end : v[i]->to;
	}
	free(v);
}

/* The place of each number of the fullest rows, in the mean, where most rows are such; false where
 * they are not. */
static bool find_means(const struct spread *s, size_t most, double *mean)
{
	size_t full = 0;
	for (size_t r = 0; r < s->rows.n; r++) {
		const struct spread_row *row = &s->rows.v[r];
		if (row->n < most)
			continue;
		full++;
		for (size_t i = 0; i < most; i++) {
			const struct spread_value *v = &s->values.v[row->first + i];
			mean[i] += (double)(v->from + v->to) / 2;
		}
	}
	for (size_t i = 0; i < most; i++)
		mean[i] /= (double)full;
	return full * FULL_SHARE >= s->rows.n;
}

/* Which of the places the row's numbers are nearest to, in order: as bits. */
static uint32_t nearest(
	const struct spread *s, const struct spread_row *r, const double *mean, size_t most)
{
	uint32_t best = 0;
	double least = 0;
	for (uint32_t bits = 0; bits < (uint32_t)1 << most; bits++) {
		double away = 0;
		size_t i = 0;
		for (size_t k = 0; k < most && i <= r->n; k++) {
			if (!(bits >> k & 1))
				continue;
			const struct spread_value *v = &s->values.v[r->first + i];
			away += i < r->n ? fabs((double)(v->from + v->to) / 2 - mean[k]) : 0;
			i++;
		}
		if (i != r->n || (best && away >= least))
			continue;
		best = bits;
		least = away;
	}
	return best;
}

/* Lines may be moved against each other: where most rows have as many numbers, these are told by
 * their order. */
static void order_clusters(struct spread *s)
{
	double mean[ALIGN_COLUMNS_MAX] = {0};
	size_t most = 0;
	for (size_t r = 0; r < s->rows.n; r++)
		most = s->rows.v[r].n > most ? s->rows.v[r].n : most;
	if (s->n_clusters <= most || most > ORDERED_MAX || !find_means(s, most, mean))
		return;
	s->n_clusters = most;
	for (size_t r = 0; r < s->rows.n; r++) {
		uint32_t bits = nearest(s, &s->rows.v[r], mean, most);
		for (size_t k = 0, i = 0; k < most; k++)
			if (bits >> k & 1)
				s->values.v[s->rows.v[r].first + i++].cluster = k;
	}
}

size_t spread_measure(struct spread *s, int measure)
{
	size_t shared = 0;
	s->measure = measure;
	for (size_t i = 0; i < s->values.n; i++) {
		struct spread_value *v = &s->values.v[i];
		struct text_span span = v->cell.whole;
		struct text_span line = doc_line(s->doc, doc_line_at(s->doc, span.from));
		v->from = spread_width(
			doc_str(s->doc, (struct text_span){line.from, span.from}), measure);
		v->to = v->from + spread_width(doc_str(s->doc, span), measure);
	}
	find_clusters(s);
	order_clusters(s);
	for (size_t r = 0; r < s->rows.n; r++)
		for (size_t i = 1; i < s->rows.v[r].n; i++) {
			const struct spread_value *v = &s->values.v[s->rows.v[r].first + i];
			shared += v->cluster == v[-1].cluster;
		}
	return shared;
}

/* A letter alone is one of the form's own heading. */
static bool holds(const struct form_column *c, struct str core)
{
	bool found = false;
	size_t n = utf8_count(core) > 1 ? c->n_variants : 1;
	for (size_t i = 0; i < n && !found; i++) {
		struct buf whole = {0};
		char number[8];
		label_core(str_of(c->variants[i]), &whole, number);
		found = str_find(buf_str(&whole), core, 0) != STR_NONE;
		buf_free(&whole);
	}
	return found;
}

/* The columns, as bits, with the word in their headings. */
static uint32_t columns_of(const struct form_block *b, struct str word)
{
	struct buf core = {0};
	char number[8];
	uint32_t found = 0;
	label_core(word, &core, number);
	for (size_t k = 0; k < b->n_columns && core.n > 0; k++)
		found |= (uint32_t)holds(&b->columns[k], buf_str(&core)) << k;
	buf_free(&core);
	return found;
}

static bool is_single(uint32_t bits)
{
	return bits && !(bits & (bits - 1));
}

/* Words of a line that may be headings. */
struct heads {
	size_t n;
	uint32_t of[WORDS_MAX];
	double at[WORDS_MAX]; /* their middles */
};

static void read_heads(
	const struct doc *d, const struct form_block *b, size_t line, int measure, struct heads *h)
{
	struct str text = doc_str(d, doc_line(d, line));
	struct text_span w = {0, 0};
	h->n = 0;
	for (size_t i = 0; i < WORDS_MAX; i++) {
		w = text_next_word(text, w.to, text.n);
		if (w.from == w.to)
			return;
		struct str word = str_slice(text, w.from, w.to);
		h->of[h->n] = columns_of(b, word);
		h->at[h->n] = (double)spread_width(str_slice(text, 0, w.from), measure) +
			      (double)spread_width(word, measure) / 2;
		h->n += h->of[h->n] != 0;
	}
}

bool spread_is_heading(const struct doc *d, const struct form_block *b, size_t line)
{
	struct heads h;
	uint32_t first = 0;
	read_heads(d, b, line, 0, &h);
	for (size_t i = 0; i < h.n; i++) {
		if (first && is_single(h.of[i]) && h.of[i] != first)
			return true;
		first = is_single(h.of[i]) ? h.of[i] : first;
	}
	return false;
}

/* A word of several columns' headings (机构) is that of the only one between those beside it. */
static void settle_heads(struct heads *h)
{
	for (size_t i = 1; i + 1 < h->n; i++)
		if (!is_single(h->of[i]) && is_single(h->of[i - 1]) && is_single(h->of[i + 1])) {
			uint32_t behind = ~(h->of[i - 1] | (h->of[i - 1] - 1));
			uint32_t between = h->of[i] & behind & (h->of[i + 1] - 1);
			h->of[i] = is_single(between) ? between : h->of[i];
		}
}

/* What is known of where columns are; what stands next to the rows weighs most. */
struct evidence {
	double weight[ALIGN_COLUMNS_MAX];
};

static size_t bit_of(uint32_t bit)
{
	size_t k = 0;
	while (bit >> (k + 1))
		k++;
	return k;
}

/* Headings above those that are known already: lines of a page may be moved against each other, and
 * what both have tells how far. */
static void add_line(struct spread *s, size_t line, struct evidence *e)
{
	struct heads h;
	double moved = 0, weight = 1.0 / (double)(s->rows.v[0].line - line);
	size_t both = 0;
	read_heads(s->doc, s->block, line, s->measure, &h);
	settle_heads(&h);
	for (size_t i = 0; i < h.n; i++)
		if (is_single(h.of[i]) && e->weight[bit_of(h.of[i])] > 0) {
			moved += s->at[bit_of(h.of[i])] - h.at[i];
			both++;
		}
	for (size_t i = 0; i < h.n; i++) {
		size_t k = bit_of(h.of[i]);
		if (!is_single(h.of[i]) || e->weight[k] > 0)
			continue;
		s->at[k] = h.at[i] + (both ? moved / (double)both : 0);
		e->weight[k] = weight;
	}
}

/* Rows with all their cells say it better than any heading. */
static void add_known(struct spread *s, struct evidence *e)
{
	double n = 0;
	for (size_t r = 0; r < s->rows.n; r++) {
		if (!s->rows.v[r].known)
			continue;
		n++;
		for (size_t i = 0; i < s->rows.v[r].n; i++) {
			const struct spread_value *v = &s->values.v[s->rows.v[r].first + i];
			s->at[v->column] += (double)(v->from + v->to) / 2;
		}
	}
	for (size_t k = 0; k < s->block->n_columns && n > 0; k++) {
		s->at[k] /= n;
		e->weight[k] = 2;
	}
}

/* Those that do not stand in their order say nothing, as few as may be; how many are left. */
static size_t drop_unordered(const struct spread *s, struct evidence *e)
{
	size_t n = s->block->n_columns, most = 0;
	uint32_t known = 0, best = 0;
	double heaviest = 0;
	for (size_t i = 0; i < n; i++)
		known |= (uint32_t)(e->weight[spread_printed(s, i)] > 0) << i;
	for (uint32_t bits = known;; bits = (bits - 1) & known) {
		size_t last = STR_NONE, count = 0;
		double weight = 0;
		bool ordered = true;
		for (size_t i = 0; i < n; i++) {
			if (!(bits >> i & 1))
				continue;
			ordered &= last == STR_NONE || s->at[last] < s->at[spread_printed(s, i)];
			last = spread_printed(s, i);
			weight += e->weight[last];
			count++;
		}
		if (ordered && (count > most || (count == most && weight > heaviest))) {
			most = count;
			heaviest = weight;
			best = bits;
		}
		if (bits == 0)
			break;
	}
	for (size_t i = 0; i < n; i++)
		if (!(best >> i & 1))
			e->weight[spread_printed(s, i)] = 0;
	return most;
}

/* Columns without a heading lie evenly between those beside them. */
static void fill_gaps(struct spread *s, const struct evidence *e)
{
	size_t n = s->block->n_columns, first = STR_NONE, last = STR_NONE;
	for (size_t i = 0; i < n; i++)
		if (e->weight[spread_printed(s, i)] > 0) {
			first = first == STR_NONE ? i : first;
			last = i;
		}
	double begin = s->at[spread_printed(s, first)], end = s->at[spread_printed(s, last)];
	double pitch = (end - begin) / (double)(last - first);
	for (size_t i = 0, left = first; i < n; i++) {
		size_t right = i;
		if (e->weight[spread_printed(s, i)] > 0) {
			left = i;
			continue;
		}
		while (right < n && e->weight[spread_printed(s, right)] == 0)
			right++;
		if (i < first)
			s->at[spread_printed(s, i)] = begin - pitch * (double)(first - i);
		else if (right == n)
			s->at[spread_printed(s, i)] = end + pitch * (double)(i - last);
		else
			s->at[spread_printed(s, i)] =
				s->at[spread_printed(s, left)] +
				(s->at[spread_printed(s, right)] - s->at[spread_printed(s, left)]) *
					(double)(i - left) / (double)(right - left);
	}
}

void spread_find_columns(struct spread *s)
{
	struct evidence e = {0};
	size_t rows = s->rows.v[0].line, n = s->block->n_columns, known = 0, to = rows;
	size_t from = to > s->head_from + HEAD_LINES ? to - HEAD_LINES : s->head_from;
	memset(s->at, 0, sizeof s->at);
	add_known(s, &e);
	while (to > from && !spread_is_heading(s->doc, s->block, to - 1))
		to--;
	from = to > from + HEADS_LINES ? to - HEADS_LINES : from;
	for (size_t line = rows < to + BELOW_LINES ? rows : to + BELOW_LINES;
		line-- > from && to > from;)
		add_line(s, line, &e);
	for (size_t k = 0; k < n; k++)
		known += e.weight[k] > 0;
	s->total_first = e.weight[n - 1] > 0 && e.weight[0] > 0 && s->at[n - 1] < s->at[0];
	s->headed = known > 1 && drop_unordered(s, &e) > 1;
	if (s->headed)
		fill_gaps(s, &e);
}

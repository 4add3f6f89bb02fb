/* Parting runs of digits: all ways are tried, and one counts only where it is alone. */
#include "table/digits.h"

#include <string.h>

/* No number of a report is longer. */
#define STEPS_MAX 50000

struct parter {
	struct str digits;
	size_t n, columns;
	const struct form_identity *sum; /* NULL: any way will do */
	size_t ends[DIGITS_NUMBERS_MAX], *out;
	size_t found, steps;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_sign(char c)
{
	return c == '-' || c == '/' || c == '.' || c == ',';
}

size_t digits_behind(struct str text)
{
	size_t n = 0;
	while (n < text.n && (is_digit(text.p[text.n - n - 1]) || is_sign(text.p[text.n - n - 1])))
		n++;
	return n;
}

bool digits_only(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (!is_digit(text.p[i]))
			return false;
	return text.n > 0;
}

static uint64_t number_at(const struct parter *p, size_t k)
{
	uint64_t value = 0;
	for (size_t i = k ? p->ends[k - 1] : 0; i < p->ends[k]; i++)
		value = value * 10 + (uint64_t)(p->digits.p[i] - '0');
	return value;
}

/* Where in its row a column is printed: the total may be the first. */
static size_t place_of(const struct parter *p, size_t column, bool total_first)
{
	return !total_first ? column : column + 1 == p->columns ? 0 : column + 1;
}

static uint64_t sum_at(
	const struct parter *p, size_t first, const size_t *columns, size_t n, bool total_first)
{
	uint64_t sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += number_at(p, first + place_of(p, columns[i], total_first));
	return sum;
}

static bool adds_up(const struct parter *p, size_t first)
{
	for (int total_first = 0; total_first < 2; total_first++)
		if (sum_at(p, first, p->sum->left, p->sum->n_left, total_first) ==
			sum_at(p, first, p->sum->right, p->sum->n_right, total_first))
			return true;
	return false;
}

/* The numbers from the k-th on, which begins at `from`. */
static void part_from(struct parter *p, size_t k, size_t from)
{
	if (p->found > 1 || p->steps++ > STEPS_MAX)
		return;
	if (k == p->n) {
		p->found++;
		memcpy(p->out, p->ends, p->n * sizeof *p->out);
		return;
	}
	size_t left = p->n - k - 1, most = p->digits.n - from - left, least = left ? 1 : most;
	if (p->digits.p[from] == '0' && most > 1)
		most = 1;
	if (most > DIGITS_NUMBER_LONGEST)
		most = DIGITS_NUMBER_LONGEST;
	if (p->digits.n - from > (left + 1) * DIGITS_NUMBER_LONGEST)
		return;
	for (size_t n = least; n <= most; n++) {
		p->ends[k] = from + n;
		if (p->sum && (k + 1) % p->columns == 0 && !adds_up(p, k + 1 - p->columns))
			continue;
		part_from(p, k + 1, from + n);
	}
}

static bool parts_in_one_way(struct parter *p, const struct form_identity *sum)
{
	p->sum = sum;
	p->found = p->steps = 0;
	part_from(p, 0, 0);
	return p->found == 1 && p->steps <= STEPS_MAX;
}

enum digits_parting digits_part(struct str digits, size_t rows, size_t columns,
	const struct form_identity *sum, size_t ends[DIGITS_NUMBERS_MAX])
{
	struct parter p = {.digits = digits, .n = rows * columns, .columns = columns, .out = ends};
	if (p.n == 0 || p.n > DIGITS_NUMBERS_MAX || digits.n < p.n || !digits_only(digits))
		return DIGITS_SEVERAL;
	if (parts_in_one_way(&p, NULL)) {
		bool told = sum ? parts_in_one_way(&p, sum) : digits.n == p.n;
		return told ? DIGITS_ONE : DIGITS_ODD;
	}
	return sum && parts_in_one_way(&p, sum) ? DIGITS_SUM : DIGITS_SEVERAL;
}

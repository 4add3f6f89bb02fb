/* Which column each cluster of numbers is: near its heading, or at least as far from the others as
 * the headings are, no two numbers of a row in one, and so that rows add up. */
#include <math.h>

#include "table/spread.h"

/* A row that does not add up; one that would if its outer number were the total, and any other
 * without a total; what stands elsewhere, by one column. */
#define BROKEN_COST 3.0
#define TOTAL_COST 2.5
#define UNTOLD_COST 0.3
/* Headings that are moved against the numbers, or stand wider, by each number. */
#define MOVED_COST 0.4
/* The first column is seldom empty, nor is the total's. */
#define EMPTY_COST 1.5
/* More numbers of a cluster weigh no more. */
#define NUMBERS_MAX 3
/* Headings may stand so much wider than numbers. */
#define WIDER_MAX 8.0

struct search {
	const struct spread *s;
	double middle[SPREAD_CLUSTERS_MAX], weight[SPREAD_CLUSTERS_MAX];
	bool apart[SPREAD_CLUSTERS_MAX][SPREAD_CLUSTERS_MAX]; /* a row has numbers in both */
	size_t fixed[SPREAD_CLUSTERS_MAX];		      /* STR_NONE: no known row has any */
	size_t now[SPREAD_CLUSTERS_MAX], best[SPREAD_CLUSTERS_MAX];
	double least, pitch;
	bool any;
};

static void note_apart(struct search *x, const struct spread_row *r)
{
	const struct spread_value *v = &x->s->values.v[r->first];
	for (size_t i = 0; i < r->n; i++)
		for (size_t k = 0; k < i; k++)
			x->apart[v[i].cluster][v[k].cluster] =
				x->apart[v[k].cluster][v[i].cluster] = true;
}

static void see_clusters(struct search *x)
{
	const struct spread *s = x->s;
	size_t n = s->block->n_columns;
	for (size_t i = 0; i < s->n_clusters; i++)
		x->fixed[i] = STR_NONE;
	for (size_t i = 0; i < s->values.n; i++) {
		const struct spread_value *v = &s->values.v[i];
		x->middle[v->cluster] += (double)(v->from + v->to) / 2;
		x->weight[v->cluster]++;
		if (v->column != STR_NONE)
			x->fixed[v->cluster] = v->column;
	}
	for (size_t i = 0; i < s->n_clusters; i++) {
		x->middle[i] /= x->weight[i];
		x->weight[i] = x->weight[i] > NUMBERS_MAX ? NUMBERS_MAX : x->weight[i];
	}
	for (size_t r = 0; r < s->rows.n; r++)
		note_apart(x, &s->rows.v[r]);
	x->pitch = fabs(s->at[spread_printed(s, n - 1)] - s->at[spread_printed(s, 0)]) /
		   (double)(n - 1);
	x->pitch = x->pitch < 1 ? 1 : x->pitch;
}

/* Zeros add up anyhow. */
static double weigh_row(const struct search *x, const struct spread_row *r)
{
	const struct spread *s = x->s;
	const struct spread_value *v = &s->values.v[r->first];
	int64_t sum = 0, edge = 0, most = 0;
	bool total = false;
	for (size_t i = 0; i < r->n; i++) {
		bool is_total = x->now[v[i].cluster] == s->sum->right[0];
		int64_t value = v[i].cell.state == CELL_GIVEN ? v[i].cell.value.units : 0;
		edge = i == 0 || !s->total_first ? value : edge;
		total |= is_total;
		sum += is_total ? -value : value;
		most = value > most ? value : most;
	}
	if (most == 0)
		return 0;
	if (total)
		return sum == 0 ? 0 : BROKEN_COST;
	return sum == 2 * edge && r->n > 1 ? TOTAL_COST : UNTOLD_COST;
}

/* How far the numbers stand from their headings, when these are moved by `by`, and `wider` times as
 * far from each other. */
static double weigh_places(const struct search *x, double wider, double by)
{
	double away = 0;
	for (size_t i = 0; i < x->s->n_clusters; i++)
		away += x->weight[i] * fabs(x->middle[i] - wider * x->s->at[x->now[i]] - by) /
			(wider * x->pitch);
	return away;
}

/* The same, moved so that they fit best. */
static double weigh_moved(const struct search *x)
{
	double n = 0, h = 0, c = 0, hh = 0, hc = 0;
	for (size_t i = 0; i < x->s->n_clusters; i++) {
		double w = x->weight[i], at = x->s->at[x->now[i]];
		n += w;
		h += w * at;
		c += w * x->middle[i];
		hh += w * at * at;
		hc += w * at * x->middle[i];
	}
	double spread = hh - h * h / n;
	double wider = spread > 0 ? (hc - h * c / n) / spread : 1;
	if (wider * WIDER_MAX < 1 || wider > WIDER_MAX)
		wider = 1;
	return weigh_places(x, wider, (c - wider * h) / n) + MOVED_COST * n;
}

/* Where no headings stand above: how seldom rows above have anything in the columns. */
static double weigh_use(const struct search *x)
{
	const struct spread *s = x->s;
	size_t most = 1;
	double cost = 0;
	for (size_t k = 0; k < s->block->n_columns; k++)
		most = s->used[k] > most ? s->used[k] : most;
	for (size_t i = 0; i < s->n_clusters; i++)
		cost += x->weight[i] * (1 - (double)s->used[x->now[i]] / (double)most);
	return cost;
}

static double weigh(const struct search *x)
{
	const struct spread *s = x->s;
	double cost = 0;
	bool first = false, total = false;
	for (size_t i = 0; i < s->n_clusters; i++) {
		first |= x->now[i] == 0;
		total |= x->now[i] == s->sum->right[0];
	}
	for (size_t r = 0; r < s->rows.n; r++)
		cost += weigh_row(x, &s->rows.v[r]);
	if (!s->headed)
		return cost + weigh_use(x);
	double there = weigh_places(x, 1, 0), moved = weigh_moved(x);
	return cost + (there < moved ? there : moved) + (first ? 0 : EMPTY_COST) +
	       (total ? 0 : EMPTY_COST / 2);
}

static void judge(struct search *x)
{
	double cost = weigh(x);
	if (x->any && cost >= x->least)
		return;
	x->any = true;
	x->least = cost;
	for (size_t i = 0; i < x->s->n_clusters; i++)
		x->best[i] = x->now[i];
}

static bool may_share(const struct search *x, size_t cluster, size_t column)
{
	for (size_t i = cluster; i-- > 0 && x->now[i] == column;)
		if (x->apart[i][cluster])
			return false;
	return true;
}

static void search(struct search *x, size_t cluster, size_t place)
{
	const struct spread *s = x->s;
	if (cluster == s->n_clusters) {
		judge(x);
		return;
	}
	for (; place < s->block->n_columns; place++) {
		size_t column = spread_printed(s, place);
		bool here = x->fixed[cluster] == STR_NONE || x->fixed[cluster] == column;
		x->now[cluster] = column;
		if (here && may_share(x, cluster, column))
			search(x, cluster + 1, place);
	}
}

bool spread_search(struct spread *s, size_t *column)
{
	struct search x = {.s = s};
	if (s->n_clusters > SPREAD_CLUSTERS_MAX)
		return false;
	see_clusters(&x);
	search(&x, 0, 0);
	for (size_t i = 0; i < s->n_clusters && x.any; i++)
		column[i] = x.best[i];
	return x.any;
}

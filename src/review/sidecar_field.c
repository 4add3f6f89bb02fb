/* Single values of the sidecar: texts, counts, times, and the keys nobody knows. */
#include <string.h>

#include "base/lang.h"
#include "review/sidecar_item.h"

bool sidecar_needed(const struct sidecar_reader *rd, const struct ynode *map, const char *key)
{
	return yaml_err(rd->d, map, rd->err, _("key `%s` is missing"), key);
}

bool sidecar_is_name(const char *s, unsigned parts)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789_.-";

	for (unsigned part = 1;; part++) {
		size_t n = strspn(s, allowed);

		if (n == 0)
			return false;
		s += n;
		if (part == parts)
			return *s == '\0';
		if (*s++ != '/')
			return false;
	}
}

bool sidecar_text(
	const struct sidecar_reader *rd, const struct ynode *map, const char *key, char **out)
{
	const struct ynode *n = yaml_get(map, key);

	*out = NULL;
	if (yaml_is_null(n))
		return true;
	if (n->kind != YAML_SCALAR)
		return yaml_err(rd->d, n, rd->err, _("`%s` must be a text"), key);
	*out = mem_strndup(n->text.p, n->text.n);
	return true;
}

bool sidecar_count(
	const struct sidecar_reader *rd, const struct ynode *map, const char *key, size_t *out)
{
	int64_t n = 0;

	if (!yaml_opt_int(rd->d, map, key, &n, rd->err))
		return false;
	if (n < 0)
		return yaml_err(
			rd->d, yaml_get(map, key), rd->err, _("`%s` must not be negative"), key);
	*out = (size_t)n;
	return true;
}

/* The number of `n` digits at *s, which moves past them; -1 where they are no digits. */
static int digits(const char **s, int n)
{
	int value = 0;

	for (; n > 0; n--, ++*s) {
		if (**s < '0' || **s > '9')
			return -1;
		value = value * 10 + (**s - '0');
	}
	return value;
}

static bool literal(const char **s, char c)
{
	return **s == c && ++*s;
}

static int month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

static bool read_date(const char **s)
{
	int year = digits(s, 4);

	if (year < 0 || !literal(s, '-'))
		return false;
	int month = digits(s, 2);

	if (month < 1 || month > 12 || !literal(s, '-'))
		return false;
	int day = digits(s, 2);

	return day >= 1 && day <= month_days(year, month);
}

static bool read_clock(const char **s)
{
	int hour = digits(s, 2);

	if (hour < 0 || hour > 23 || !literal(s, ':'))
		return false;
	int minute = digits(s, 2);

	if (minute < 0 || minute > 59 || !literal(s, ':'))
		return false;
	int second = digits(s, 2);

	if (second < 0 || second > 60) /* 60: a leap second */
		return false;
	if (literal(s, '.')) {
		size_t n = strspn(*s, "0123456789");

		*s += n;
		return n > 0;
	}
	return true;
}

bool sidecar_is_time(const char *s)
{
	return read_date(&s) && literal(&s, 'T') && read_clock(&s) && literal(&s, 'Z') && !*s;
}

bool sidecar_time(
	const struct sidecar_reader *rd, const struct ynode *map, const char *key, char **out)
{
	if (!sidecar_text(rd, map, key, out))
		return false;
	return !*out || sidecar_is_time(*out) ||
	       yaml_err(rd->d, yaml_get(map, key), rd->err,
		       _("`%s` must be a time in UTC, such as 2021-01-21T08:00:00Z"), key);
}

static bool is_known(const char *const *known, struct str key)
{
	for (; *known; known++)
		if (str_is(key, *known))
			return true;
	return false;
}

const struct ynode *sidecar_unknown(
	const struct sidecar_reader *rd, const struct ynode *map, const char *const *known)
{
	size_t n = 0;

	for (size_t i = 0; i < map->n; i++)
		n += !is_known(known, map->keys[i]->text);
	if (n == 0)
		return NULL;
	struct ynode *extra = arena_alloc(rd->arena, sizeof *extra);

	*extra = (struct ynode){.kind = YAML_MAP, .line = map->line, .column = map->column};
	extra->keys = arena_alloc_array(rd->arena, n, sizeof *extra->keys);
	extra->items = arena_alloc_array(rd->arena, n, sizeof *extra->items);
	for (size_t i = 0; i < map->n; i++)
		if (!is_known(known, map->keys[i]->text)) {
			extra->keys[extra->n] = map->keys[i];
			extra->items[extra->n++] = map->items[i];
		}
	return extra;
}

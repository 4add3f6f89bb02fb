/* Finding the report of the year before by the names of files. */
#include "beside/find.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "beside/open.h"
#include "import/import.h"
#include "rule/rule.h"

#define TRIES 4		 /* files that are opened to see whether they are it */
#define COMMON_MIN 3	 /* code points of the agency's name that a file's name must share */
#define NAMES_MAX 100000 /* files of a folder that are looked at */

/* Every place of `old` in text from `at` on becomes `new`; NULL where there is none. */
static char *replaced(const char *text, size_t at, const char *old, const char *new)
{
	struct str s = str_of(text);
	struct buf out = {0};
	size_t next = str_find(s, str_of(old), at);

	if (next == STR_NONE)
		return NULL;
	at = 0;
	for (; next != STR_NONE; next = str_find(s, str_of(old), at)) {
		buf_add(&out, str_slice(s, at, next));
		buf_adds(&out, new);
		at = next + strlen(old);
	}
	buf_add(&out, str_slice(s, at, s.n));
	return buf_take(&out);
}

struct search {
	const struct forms *forms;
	struct shelf *shelf;
	const struct report *report;
	char old[16], new[16]; /* the year, and the one before */
	size_t tries;
	char *found;
};

/* Is it the one? Opening costs time, so few are tried. */
static struct report *try_path(struct search *s, char *path)
{
	struct import_options options = {.shelf = s->shelf};
	struct err err = {0};
	struct report *last = NULL;

	if (path && s->tries < TRIES && file_exists(path) && !file_is_dir(path)) {
		s->tries++;
		last = report_open_with(path, s->forms, &options, &err);
	}
	if (last && last->year == s->report->year - 1 && rule_same_agency(last, s->report)) {
		s->found = path;
		return last;
	}
	report_free(last);
	free(path);
	return NULL;
}

/* The name with the year set back, in the same folder or in one so named. */
static struct report *try_years(struct search *s, const char *path)
{
	size_t base = (size_t)(path_base(path) - path);
	struct report *last = try_path(s, replaced(path, base, s->old, s->new));
	char *folder, *other, *name;

	if (last)
		return last;
	/* .../2020/name -> .../2019/name */
	folder = mem_strndup(path, base);
	other = replaced(folder, 0, s->old, s->new);
	name = other ? path_join(other, path + base) : NULL;
	last = try_path(s, name);
	free(other);
	free(folder);
	return last;
}

/* A name without its digits and ending: what two years of one report have in common. */
static void skeleton(const char *name, struct buf *out)
{
	const char *dot = strrchr(name, '.');
	size_t n = dot && dot != name ? (size_t)(dot - name) : strlen(name);

	for (size_t i = 0; i < n; i++)
		if (!strchr("0123456789 -_.()", name[i]))
			buf_addc(out, name[i]);
}

/* The longest run of Han that the name shares with the agency's, in code points. */
static size_t common_run(struct str name, struct str agency)
{
	size_t best = 0;

	for (size_t i = 0, from = 0; i < name.n; i = from) {
		utf8_next(name, &from);
		for (size_t j = 0, next = 0; j < agency.n; j = next) {
			size_t a = i, b = j, run = 0;

			utf8_next(agency, &next);
			while (a < name.n && b < agency.n) {
				unsigned x = utf8_next(name, &a), y = utf8_next(agency, &b);

				if (x != y || !utf8_is_han(x))
					break;
				run++;
			}
			best = run > best ? run : best;
		}
	}
	return best;
}

/* How likely it is by its name: 0 not at all. */
static size_t likeness(const struct search *s, const char *name, const char *own)
{
	struct buf a = {0}, b = {0};
	size_t run;
	bool same;

	if (!strstr(name, s->new) || strstr(name, s->old) || name[0] == '.' ||
		!import_is_name(name))
		return 0;
	skeleton(name, &a);
	skeleton(own, &b);
	same = a.n && str_eq(buf_str(&a), buf_str(&b));
	buf_free(&a);
	buf_free(&b);
	if (same)
		return NAMES_MAX;
	run = common_run(str_of(name), str_of(s->report->agency_text));
	return run >= COMMON_MIN ? run : 0;
}

struct candidate {
	char *name;
	size_t likeness;
};

static int compare_candidates(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;

	if (a->likeness != b->likeness)
		return a->likeness < b->likeness ? 1 : -1;
	return strcmp(a->name, b->name);
}

static struct report *try_folder(struct search *s, const char *dir, const char *own)
{
	VEC(struct candidate) list = {0};
	struct report *last = NULL;
	DIR *d = opendir(*dir ? dir : ".");
	size_t seen = 0;

	for (struct dirent *e; d && seen < NAMES_MAX && (e = readdir(d)); seen++) {
		size_t like = likeness(s, e->d_name, own);

		if (like)
			*vec_push(&list) = (struct candidate){mem_strdup(e->d_name), like};
	}
	if (d)
		closedir(d);
	if (list.n)
		qsort(list.v, list.n, sizeof *list.v, compare_candidates);
	for (size_t i = 0; i < list.n; i++) {
		if (!last)
			last = try_path(s,
				*dir ? path_join(dir, list.v[i].name) : mem_strdup(list.v[i].name));
		free(list.v[i].name);
	}
	vec_free(&list);
	return last;
}

struct report *find_last(const char *path, const char *dir, const struct forms *forms,
	struct shelf *shelf, const struct report *report, char **found)
{
	struct search s = {.forms = forms, .shelf = shelf, .report = report};
	const char *own = path_base(path);
	struct report *last = NULL;
	char *folder;

	*found = NULL;
	if (report->year < 1 || !report->agency_text || (!dir && strcmp(path, "-") == 0))
		return NULL;
	snprintf(s.old, sizeof s.old, "%d", report->year);
	snprintf(s.new, sizeof s.new, "%d", report->year - 1);
	if (dir) {
		last = try_folder(&s, dir, own);
	} else {
		folder = mem_strndup(path, (size_t)(own - path));
		if (strlen(folder) > 1)
			folder[strlen(folder) - 1] = '\0';
		last = try_years(&s, path);
		if (!last)
			last = try_folder(&s, folder, own);
		free(folder);
	}
	*found = s.found;
	return last;
}

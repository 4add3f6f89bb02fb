/* The files of a list: each once, and called by what tells it from the others. */
#include "desk/queue_paths.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"

/* A file is its folder and its name there: a link beside a report is another one, with a review of
 * its own. */
struct place_on_disk {
	dev_t device;
	ino_t folder;
	const char *name;
	size_t at; /* as given */
};

static struct place_on_disk look_up(const char *path, size_t at)
{
	struct place_on_disk p = {.name = path_base(path), .at = at};
	size_t n = (size_t)(p.name - path);
	char *dir = n ? mem_strndup(path, n) : mem_strdup(".");
	struct stat st;
	if (stat(dir, &st) == 0) {
		p.device = st.st_dev;
		p.folder = st.st_ino;
	} else {
		p.name = path; /* no such folder: nothing but its words */
	}
	free(dir);
	return p;
}

static int compare_places(const struct place_on_disk *a, const struct place_on_disk *b)
{
	if (a->device != b->device)
		return a->device < b->device ? -1 : 1;
	if (a->folder != b->folder)
		return a->folder < b->folder ? -1 : 1;
	return strcmp(a->name, b->name);
}

static int by_place(const void *x, const void *y)
{
	const struct place_on_disk *a = x, *b = y;
	int order = compare_places(a, b);
	return order ? order : (a->at > b->at) - (a->at < b->at);
}

/* Which of them name a file that one before them names, too. */
static bool *find_doubles(char *const *paths, size_t n)
{
	struct place_on_disk *p = mem_alloc_array(n ? n : 1, sizeof *p);
	bool *is_double = mem_alloc_array(n ? n : 1, sizeof *is_double);
	for (size_t i = 0; i < n; i++)
		p[i] = look_up(paths[i], i);
	qsort(p, n, sizeof *p, by_place);
	for (size_t i = 1; i < n; i++)
		is_double[p[i].at] = compare_places(&p[i - 1], &p[i]) == 0;
	free(p);
	return is_double;
}

/* Bytes of the folder that all are in, with its slash; 0 where there is none. */
static size_t common_folder(const struct queue *q)
{
	const char *first = q->n ? q->rows[0].path : "";
	size_t n = (size_t)(path_base(first) - first);
	for (size_t i = 1; i < q->n; i++) {
		const char *path = q->rows[i].path;
		size_t same = 0;
		while (same < n && path[same] == first[same])
			same++;
		while (same > 0 && first[same - 1] != '/')
			same--;
		n = same;
	}
	return n;
}

void queue_put_paths(struct queue *q, char *const *paths, size_t n)
{
	bool *is_double = find_doubles(paths, n);
	q->rows = mem_alloc_array(n ? n : 1, sizeof *q->rows);
	q->shown = mem_alloc_array(n ? n : 1, sizeof *q->shown);
	for (size_t i = 0; i < n; i++)
		if (!is_double[i])
			q->rows[q->n++].path = mem_strdup(paths[i]);
	free(is_double);
	size_t common = common_folder(q);
	for (size_t i = 0; i < q->n; i++)
		q->rows[i].name = q->rows[i].path + common;
}

/* What the desk tests share. */
#include "desk/kit.h"

#include <dirent.h>
#include <fcntl.h>

const struct desk_window desk_windows[9] = {
	{24, 80, "xterm-256color"},
	{24, 80, "linux"},
	{24, 80, "tmux-256color"},
	{40, 120, "xterm-256color"},
	{40, 120, "linux"},
	{40, 120, "tmux-256color"},
	{60, 200, "xterm-256color"},
	{60, 200, "linux"},
	{60, 200, "tmux-256color"},
};

static char *read_file(const char *path)
{
	FILE *f = fopen(path, "rb");
	char *text = NULL;
	size_t n = 0;

	if (!f)
		return NULL;
	FILE *memory = open_memstream(&text, &n);

	for (int c; (c = fgetc(f)) != EOF;)
		fputc(c, memory);
	fclose(memory);
	fclose(f);
	return text;
}

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "wb");

	cr_assert_not_null(f);
	fputs(text, f);
	cr_assert_eq(fclose(f), 0);
}

static void copy_sample(struct desk *d)
{
	const struct desk_start *s = &d->start;
	char from[512], to[192];

	snprintf(d->file, sizeof d->file, "%s.txt", s->sample);
	snprintf(from, sizeof from, "%s/data/samples/%s", getenv("GOUJI_SRCDIR"), d->file);
	snprintf(to, sizeof to, "%s/%s", d->dir, d->file);
	char *text = read_file(from);

	cr_assert_not_null(text, "no sample %s", from);
	char *at = s->old ? strstr(text, s->old) : text + strlen(text);

	cr_assert_not_null(at, "the sample does not hold %s", s->old);
	char *copy = NULL;
	size_t n = 0;
	FILE *memory = open_memstream(&copy, &n);

	fprintf(memory, "%.*s%s%s%s", (int)(at - text), text, s->new ? s->new : "",
		at + (s->old ? strlen(s->old) : 0), s->append ? s->append : "");
	fclose(memory);
	write_file(to, copy);
	free(copy);
	free(text);
}

static void fill_in(struct desk_start *s)
{
	s->rows = s->rows ? s->rows : 24;
	s->cols = s->cols ? s->cols : 80;
	s->sample = s->sample ? s->sample : "xidian-2020";
	s->term = s->term ? s->term : "xterm-256color";
	s->language = s->language ? s->language : "zh_CN";
}

static void run(struct desk *d, const char *const *argv)
{
	static const char *const passed[] = {
		"GOUJI_DATADIR", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TMPDIR"};
	char vars[12][512];
	const char *env[13] = {0};
	size_t n = 0;

	snprintf(vars[n++], 512, "TERM=%s", d->start.term);
	snprintf(vars[n++], 512, "LC_ALL=C.UTF-8");
	snprintf(vars[n++], 512, "LANGUAGE=%s", d->start.language);
	snprintf(vars[n++], 512, "SOURCE_DATE_EPOCH=1611216000");
	snprintf(vars[n++], 512, "GOUJI_REVIEWER=李敏");
	snprintf(vars[n++], 512, "HOME=%s", d->dir);
	for (size_t i = 0; i < ROWS(passed); i++)
		if (getenv(passed[i]))
			snprintf(vars[n++], 512, "%s=%s", passed[i], getenv(passed[i]));
	for (size_t i = 0; i < n; i++)
		env[i] = vars[i];
	if (d->start.extra)
		env[n] = d->start.extra;
	d->p = pty_open(&(struct pty_start){d->start.rows, d->start.cols, d->dir, argv, env});
}

const char *desk_program(void)
{
	static char path[512];

	snprintf(path, sizeof path, "%s/gouji", getenv("GOUJI_BUILDDIR"));
	return path;
}

void desk_start_only(struct desk *d, struct desk_start start, const char *const *argv)
{
	*d = (struct desk){.start = start};
	fill_in(&d->start);
	cr_assert(temp_dir(d->dir), "no folder for the test");
	copy_sample(d);
	run(d, argv ? argv : (const char *[]){desk_program(), "review", d->file, NULL});
}

void desk_script(struct desk *d, struct desk_start start, const char *script)
{
	desk_start_only(d, start, (const char *[]){"/bin/sh", "-c", script, desk_program(), NULL});
	cr_assert(pty_wait(d->p, "勾稽"), "no title bar:\n%s", pty_text(d->p));
	pty_rest(d->p);
}

void desk_open_with(struct desk *d, struct desk_start start)
{
	desk_start_only(d, start, NULL);
	bool english = strcmp(d->start.language, "en") == 0;

	cr_assert(pty_wait(d->p, english ? "Gouji" : "勾稽"), "no title bar:\n%s", pty_text(d->p));
	pty_rest(d->p);
}

void desk_again(struct desk *d)
{
	pty_close(d->p);
	run(d, (const char *[]){desk_program(), "review", d->file, NULL});
	cr_assert(pty_wait(d->p, "勾稽"), "no title bar:\n%s", pty_text(d->p));
	pty_rest(d->p);
}

void desk_again_list(struct desk *d)
{
	pty_close(d->p);
	run(d, (const char *[]){desk_program(), "review", ".", NULL});
	bool english = strcmp(d->start.language, "en") == 0;

	cr_assert(pty_wait(d->p, english ? "Reports" : "份报告"), "no list:\n%s", pty_text(d->p));
	pty_rest(d->p);
}

void desk_close(struct desk *d)
{
	pty_close(d->p);
}

void desk_keys(struct desk *d, const char *keys)
{
	pty_send(d->p, keys);
	cr_assert(pty_rest(d->p), "it does not come to rest after %s", keys);
}

char *desk_read(struct desk *d, const char *name)
{
	char path[512];

	snprintf(path, sizeof path, "%s/%s", d->dir, name);
	return read_file(path);
}

int desk_processes(const struct desk *d)
{
	DIR *proc = opendir("/proc");
	int n = 0;

	for (struct dirent *e; proc && (e = readdir(proc));) {
		char link[300], cwd[512];

		snprintf(link, sizeof link, "/proc/%s/cwd", e->d_name);
		ssize_t got = readlink(link, cwd, sizeof cwd - 1);

		if (got <= 0)
			continue;
		cwd[got] = '\0';
		n += strcmp(cwd, d->dir) == 0;
	}
	if (proc)
		closedir(proc);
	return n;
}

/* Columns of the cells that make up `words` from (row, col) on, 0 where they do not stand there. */
static int match_at(struct desk *d, int row, int col, const char *words, bool *reversed)
{
	int at = col;

	*reversed = true;
	while (*words && at < d->p->cols) {
		VTermScreenCell cell = pty_cell(d->p, row, at);
		char one[5] = {0};
		size_t n = 0;
		uint32_t ch = cell.chars[0] ? cell.chars[0] : ' ';

		if (ch < 0x80)
			one[n++] = (char)ch;
		else if (ch < 0x800)
			n = (size_t)snprintf(
				one, 5, "%c%c", 0xc0 | (int)(ch >> 6), 0x80 | (int)(ch & 63));
		else
			n = (size_t)snprintf(one, 5, "%c%c%c", 0xe0 | (int)(ch >> 12),
				0x80 | (int)(ch >> 6 & 63), 0x80 | (int)(ch & 63));
		if (strncmp(words, one, n) != 0)
			return 0;
		*reversed &= cell.attrs.reverse;
		words += n;
		at += cell.width > 0 ? cell.width : 1;
	}
	return *words ? 0 : at - col;
}

int desk_count_lit(struct desk *d, const char *words)
{
	int lit = 0;

	for (int row = 0; row < d->p->rows; row++)
		for (int col = 0; col < d->p->cols; col++) {
			bool reversed;

			if (match_at(d, row, col, words, &reversed) > 0 && reversed)
				lit++;
		}
	return lit;
}

bool desk_is_lit(struct desk *d, const char *words)
{
	return desk_count_lit(d, words) > 0;
}

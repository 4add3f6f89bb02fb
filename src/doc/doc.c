/* A document once it is made: what it holds, where a text span lies in the source, lines. */
#include "doc/doc.h"

#include <assert.h>

#include "base/utf8.h"
#include "doc/inside.h"

struct text_span text_next_word(struct str text, size_t at, size_t to)
{
	struct text_span w = {to, to};

	while (at < to) {
		size_t here = at;
		bool space = utf8_is_space(utf8_next(text, &at));

		if (!space && w.from == to)
			w.from = here;
		if (space && w.from < to)
			return (struct text_span){w.from, here};
	}
	return w;
}

void doc_free(struct doc *d)
{
	if (!d)
		return;
	buf_free(&d->bytes);
	buf_free(&d->text);
	vec_free(&d->runs);
	vec_free(&d->lines);
	vec_free(&d->source_lines);
	vec_free(&d->blocks);
	vec_free(&d->cells);
	arena_free(d->arena);
	free(d);
}

const char *doc_file(const struct doc *d)
{
	return d->file;
}

struct str doc_source(const struct doc *d)
{
	return buf_str(d->source_is_text ? &d->text : &d->bytes);
}

struct str doc_text(const struct doc *d)
{
	return buf_str(&d->text);
}

const char *doc_encoding(const struct doc *d)
{
	return d->encoding;
}

const char *doc_kind(const struct doc *d)
{
	return d->kind;
}

const char *doc_sha256(const struct doc *d)
{
	if (!d->sha256[0])
		hash_hex(HASH_SHA256, buf_str(&d->bytes), d->sha256);
	return d->sha256;
}

size_t doc_bytes(const struct doc *d)
{
	return d->size;
}

size_t doc_block_count(const struct doc *d)
{
	return d->blocks.n;
}

const struct block *doc_block(const struct doc *d, size_t i)
{
	assert(i < d->blocks.n);
	return &d->blocks.v[i];
}

struct str doc_str(const struct doc *d, struct text_span s)
{
	return str_slice(doc_text(d), s.from, s.to);
}

/* The last run that begins at or before `at`; NULL where there is none. */
static const struct doc_run *doc_run_at(const struct doc *d, size_t at)
{
	size_t low = 0, high = d->runs.n;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (d->runs.v[mid].text_from <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low ? &d->runs.v[low - 1] : NULL;
}

/* Where the character that holds text byte `at` begins (past = false) or ends (past = true). */
static size_t doc_disk_edge(const struct doc *d, size_t at, bool past)
{
	const struct doc_run *run = doc_run_at(d, at);

	if (!run)
		return 0;
	size_t unit = (at - run->text_from) / run->text_unit + past;

	return run->disk_from + unit * run->disk_unit;
}

struct disk_span doc_disk(const struct doc *d, struct text_span s)
{
	size_t n = d->text.n;
	size_t from = s.from < n ? s.from : n, to = s.to < n ? s.to : n;

	if (d->source_is_text)
		return (struct disk_span){from, to > from ? to : from};
	struct disk_span disk;

	if (from < n || n == 0)
		disk.from = doc_disk_edge(d, from, false);
	else
		disk.from = doc_disk_edge(d, n - 1, true);
	disk.to = to > from ? doc_disk_edge(d, to - 1, true) : disk.from;
	if (disk.to < disk.from)
		disk.to = disk.from;
	return disk;
}

/* How many of the sorted `starts` are at or before `at`. */
static size_t starts_until(const uint32_t *starts, size_t n, size_t at)
{
	size_t low = 0;

	while (low < n) {
		size_t mid = low + (n - low) / 2;

		if (starts[mid] <= at)
			low = mid + 1;
		else
			n = mid;
	}
	return low;
}

size_t doc_line_count(const struct doc *d)
{
	return d->lines.n;
}

struct text_span doc_line(const struct doc *d, size_t line)
{
	if (line >= d->lines.n)
		return (struct text_span){d->text.n, d->text.n};
	size_t from = d->lines.v[line];
	size_t to = line + 1 < d->lines.n ? d->lines.v[line + 1] : d->text.n;

	if (to > from && d->text.p[to - 1] == '\n')
		to--;
	return (struct text_span){from, to};
}

size_t doc_line_at(const struct doc *d, size_t at)
{
	size_t until = starts_until(d->lines.v, d->lines.n, at);

	return until ? until - 1 : 0;
}

size_t doc_source_line(const struct doc *d, size_t at)
{
	if (d->source_is_text || d->keeps_lines)
		return doc_line_at(d, at) + 1;
	size_t disk = doc_disk(d, (struct text_span){at, at}).from;

	return starts_until(d->source_lines.v, d->source_lines.n, disk) + 1;
}

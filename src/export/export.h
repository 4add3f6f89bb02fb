/* The reviewer's annotated verdict, written out: one file a format, one row each (export.c). What
 * `gouji export` and the desk's `export FORMAT FILE` offer. */
#ifndef GOUJI_EXPORT_EXPORT_H
#define GOUJI_EXPORT_EXPORT_H

#include "base/lang.h"
#include "beside/beside.h"
#include "review/review.h"

struct export_input {
	const struct report *report;
	const struct review *review;
	const struct ruleset
		*rules; /* run by the exporter, on the printed and on the corrected values */
	enum lang lang; /* of the words; not the interface's, which gettext speaks */
	const struct beside *beside; /* reports that it is checked against; NULL: none */
};

struct export_format {
	const char *name;    /* "markdown" */
	const char *suffix;  /* of file names: ".md" */
	const char *summary; /* N_(), for help */
	/* Appends the document to out; false with err told where a text of the review is not UTF-8.
	 * The same report and review give the same bytes. */
	bool (*write)(const struct export_input *in, struct buf *out, struct err *err);
	/* Of reports in one file: what stands before the first, between two, and behind the last;
	 * between NULL: a file holds one report. */
	const char *head, *between, *tail;
};

/* A file of one report: head, what is written of it, and tail. */
bool export_write(const struct export_format *format, const struct export_input *in,
	struct buf *out, struct err *err);

const struct export_format *export_format_at(
	size_t i); /* NULL at the end; the first is the default */
const struct export_format *export_format_find(const char *name); /* NULL: none */
/* The row for a file's name, by its suffix; NULL where none fits. */
const struct export_format *export_format_for(const char *file);

/* The writers. */
bool export_verdict_markdown(const struct export_input *in, struct buf *out, struct err *err);
bool export_verdict_html(const struct export_input *in, struct buf *out, struct err *err);
bool export_list_csv(const struct export_input *in, struct buf *out, struct err *err);
bool export_list_tsv(const struct export_input *in, struct buf *out, struct err *err);
bool export_list_json(const struct export_input *in, struct buf *out, struct err *err);
bool export_verdict_yaml(const struct export_input *in, struct buf *out, struct err *err);

#endif

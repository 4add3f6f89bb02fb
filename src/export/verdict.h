/* The verdict: what the report says, what was found in it, what the reviewer made of that. Gathered
 * once (verdict.c) for the writers of all formats.
 *
 * Findings are those of the report as printed, for it is the report that is judged; each tells
 * whether the reviewer's corrections settle it. Those that only the corrections bring about come
 * behind. */
#ifndef GOUJI_EXPORT_VERDICT_H
#define GOUJI_EXPORT_VERDICT_H

#include "base/mem.h"
#include "export/export.h"
#include "repair/repair.h"

struct verdict_finding {
	const struct finding *finding;
	const struct record *decision; /* NULL: still open */
	bool stale; /* decided on other values than the printed ones and than the corrected ones */
	bool settled; /* gone once corrected */
	bool added;   /* there only once corrected */
};

/* Findings are told by decision: what is wrong first, what is open last. */
#define VERDICT_GROUPS 5

struct verdict_view {
	const struct export_input *in;
	struct values printed, corrected;
	struct check check, check_corrected;
	struct repairs repairs; /* of the report as printed */
	VEC(struct verdict_finding) findings;
	VEC(const struct record *) orphans; /* decisions on findings that are no more */
	size_t count[VERDICT_GROUPS][3];    /* by group, then severity; of the report as printed */
	size_t n_added;			    /* findings that the corrections bring about */
	char *file;			    /* its name, without folders, fit to be shown */
	const char *sm3;		    /* of the file; NULL where its bytes are not at hand */
	char sm3_text[HASH_HEX_SIZE];
};

void verdict_open(struct verdict_view *v, const struct export_input *in);
void verdict_close(struct verdict_view *v);
enum decision verdict_group_decision(size_t group);
/* What is suggested for the finding: of all suggestions the one that the corrections carry out
 * (*followed), else the likeliest. NULL: none. */
const struct repair *verdict_suggestion(
	const struct verdict_view *v, const struct verdict_finding *f, bool *followed);
size_t verdict_group(const struct verdict_finding *f);
/* The source's line, from 1, of a place in the text. */
size_t verdict_line(const struct report *r, struct text_span s);
/* What is printed in the cell, a mark for nothing included; empty where there is nothing. */
struct text_span verdict_printed(const struct report *r, size_t cell);
/* The cell in words, or its name where this report's forms have no such cell. */
void verdict_cell_words(const struct verdict_view *v, const char *name, struct buf *out);

/* The row or table that a mend names, in words; nothing where it names none. */
void verdict_mend_words(const struct verdict_view *v, const struct record *mend, struct buf *out);

/* Words of the document, in the language asked for. Not gettext's: that speaks the interface's
 * language alone, and a verdict may be wanted in the other. */
enum verdict_word {
	WORD_TITLE,
	WORD_AGENCY,
	WORD_YEAR,
	WORD_FORM,
	WORD_FILE,
	WORD_BYTES,
	WORD_REVIEWER,
	WORD_VERDICT,
	WORD_VERDICT_STALE,
	WORD_TIME,
	WORD_REPORT,
	WORD_UNKNOWN,
	WORD_SUMMARY,
	WORD_COUNTS,
	WORD_TOTAL,
	WORD_CHECKED,
	WORD_UNCHECKED,
	WORD_CORRECTED_CELLS,
	WORD_ANNOTATED,
	WORD_RULE,
	WORD_FORMULA,
	WORD_READING,
	WORD_DOUBT,
	WORD_LINE,
	WORD_LINE_NUMBER,
	WORD_LAST_REPORT,
	WORD_CHILD_REPORT,
	WORD_OTHER_LINE,
	WORD_ZEROS,
	WORD_ADDED_COUNT,
	WORD_MORE_LINES,
	WORD_MORE_LINES_END,
	WORD_DECISION,
	WORD_REMARK,
	WORD_STALE,
	WORD_SUGGESTED,
	WORD_FOLLOWED,
	WORD_SETTLED,
	WORD_ADDED,
	WORD_CAUSE_EXTRACTION,
	WORD_ORPHANS,
	WORD_SEEN,
	WORD_CORRECTIONS,
	WORD_CELL,
	WORD_PRINTED,
	WORD_CORRECTED,
	WORD_REASON,
	WORD_BY,
	WORD_STRUCTURE,
	WORD_MEND_RIGHT,
	WORD_MEND_LEFT,
	WORD_MEND_LABEL,
	WORD_MEND_JOIN,
	WORD_MEND_SPLIT,
	WORD_MEND_REGION,
	WORD_MENDED,
	WORD_ANNOTATIONS,
	WORD_FINDING,
	WORD_LOST,
	WORD_GONE,
	WORD_TAGS,
	WORD_NOT_CHECKED,
	WORD_TABLES,
	WORD_TABLES_KEY,
	WORD_BLANK,
	WORD_MISSING,
	WORD_NONE,
	WORD_NO_TABLE,
	WORD_COUNT,
};

const char *verdict_word(const struct verdict_view *v, enum verdict_word w);
/* The word with n in place of its "{}". */
void verdict_put_count(
	const struct verdict_view *v, enum verdict_word w, size_t n, struct buf *out);
const char *verdict_decision_word(const struct verdict_view *v, enum decision d); /* NONE: open */
const char *verdict_verdict_word(const struct verdict_view *v, enum verdict d); /* NONE: none yet */
const char *verdict_severity_word(const struct verdict_view *v, enum severity s);

/* Parts of the document as data. A quotation goes into an open map. */
struct yout;
void verdict_yaml_quote(const struct report *r, struct yout *y, struct text_span s);
/* What the finding looks at in other reports, under `beside`; `quoted` is of them, not of this one.
 */
void verdict_yaml_beside(const struct verdict_view *v, struct yout *y, const struct finding *f);
/* The reports that this one was checked against; no key where there are none. */
void verdict_yaml_files(const struct verdict_view *v, struct yout *y);

/* Parts of the Markdown document. */
void verdict_md_findings(const struct verdict_view *v, struct buf *out);
/* A lead-in, with the word and a colon in front; name and time of who signed a record. */
void verdict_md_item(const struct verdict_view *v, enum verdict_word w, struct buf *out);
void verdict_md_signed(const struct verdict_view *v, const struct record *r, struct buf *out);
void verdict_md_heading(const struct verdict_view *v, enum verdict_word w, struct buf *out);
/* A line of the source with its number, the span in bold, cut where it is long. */
void verdict_md_line(const struct verdict_view *v, struct text_span s, struct buf *out);
/* The same without its number, of any report. */
void verdict_md_context(const struct report *r, struct text_span s, struct buf *out);
/* What the finding looks at in other reports, each with its file and line. */
void verdict_md_beside(const struct verdict_view *v, const struct finding *f, struct buf *out);

#endif

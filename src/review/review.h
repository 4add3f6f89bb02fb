/* The review: what a reviewer decided, corrected, annotated and concluded about a report, with
 * undo.
 *
 * How undo works. All that can change is a record, named by its kind and key: the decision on a
 * finding (key: finding id), the correction of a cell (key: cell name), an annotation (key: its
 * id), the verdict (key: ""), a mend of the tables' structure (key: its id). A change is one
 * reversible row: kind, key, the record before (or none), the record after (or none).
 * review_apply() is the only function that changes a review: it puts `after` in place of `before`
 * and moves the pair to the undo stack; undo applies the same row with its ends swapped. Several
 * changes made as one act carry the same group number and are undone together.
 *
 * The review refers to the report by names, ids and text spans, never by pointer, so that it
 * outlives a re-check. It knows no view and calls no screen; whoever shows it compares
 * review_revision(). Ownership: a review owns its records; pointers handed out are borrowed until
 * the next change. */
#ifndef GOUJI_REVIEW_REVIEW_H
#define GOUJI_REVIEW_REVIEW_H

#include "rule/rule.h"

enum decision {
	DECISION_NONE,
	DECISION_CONFIRMED,  /* the report is wrong */
	DECISION_EXTRACTION, /* the text extraction is wrong */
	DECISION_ACCEPTABLE,
	DECISION_QUERY,
};

enum verdict { VERDICT_NONE, VERDICT_ACCEPT, VERDICT_RETURN, VERDICT_QUERY };

enum record_kind {
	RECORD_DECISION,
	RECORD_CORRECTION,
	RECORD_ANNOTATION,
	RECORD_VERDICT,
	RECORD_STRUCTURE,
};
#define RECORD_KINDS 5

enum target_kind { TARGET_CELL, TARGET_FINDING, TARGET_TEXT };

/* A run of the report's words, after the W3C Web Annotation selectors (TextQuoteSelector and
 * TextPositionSelector): found again by its position, else by quote and context. Disk bytes. */
struct text_target {
	char *exact, *prefix, *suffix;
	struct disk_span span;
};

/* One record of any kind; unused members are NULL or zero. Owns its strings. */
struct record {
	enum record_kind kind;
	char *key;  /* finding id, cell name, annotation id ("a1", "a2", ...), "", or mend id ("s1",
		       "s2", ...) */
	char *by;   /* the reviewer; NULL where nobody signed (an item added by hand) */
	char *at;   /* RFC 3339, UTC; NULL likewise */
	char *note; /* decision's note, correction's reason, annotation's note, verdict's summary;
		       or NULL */
	/* RECORD_DECISION: what was decided, and on what: so that a decision can be told stale */
	enum decision decision;
	char *rule;
	char **cells; /* names */
	char **seen;  /* their values then, as printed ("39", "" for blank or missing), one a cell;
		       * NULL  where nobody wrote them down */
	size_t n_cells;
	char *declared; /* what the finding declared then (prose has no cell for it); NULL for none
			 */
	char *against;	/* what another report said against it then; NULL where none did. Of a
			 * verdict: the SHA-256 of the report that it was given on; NULL where nobody
			 * wrote that down */
	/* RECORD_CORRECTION */
	char *from,
		*to; /* as printed ("" where nothing was), and as it should be: a plain decimal */
	/* RECORD_ANNOTATION */
	enum target_kind target;
	char *target_name;	 /* cell name or finding id; NULL for text */
	struct text_target text; /* of a mend too, where its kind has a place */
	char **tags;
	size_t n_tags;
	/* RECORD_VERDICT */
	enum verdict verdict;
	/* RECORD_STRUCTURE */
	enum mend_kind mend;
	char *row;    /* "requests/outcome.granted", of a region "requests"; NULL: none */
	long columns; /* of a shift: to the right; to the left where negative */
	/* Maps of the keys that the program did not know where this was read from the sidecar: of
	 * the item and of its `target`; NULL where none; borrowed from the review. review_apply()
	 * hands them on. */
	const struct ynode *extra, *target_extra;
};

void record_clear(struct record *r); /* frees its members, and zeroes them */
void record_copy(struct record *to, const struct record *from); /* `to` is new */

struct change {
	enum record_kind kind;
	char *key;
	const struct record *before, *after; /* NULL: none; not both */
	unsigned long group;		     /* changes of one act share it */
	char *by, *at;			     /* of the act; NULL where nobody signed */
	/* as in record: of the change and, at the first of an act, of the act */
	const struct ynode *extra, *act_extra;
};

/* Where the reviewer stood; unused members are NULL or zero. */
struct review_place {
	char *pane;    /* a word of the desk's */
	char *finding; /* id */
	char *cell;    /* name */
	size_t line;   /* of the source, from 1 */
};

struct review;

/* Another report that this one was checked against, or the list of those that should be. */
enum beside_role { BESIDE_NONE, BESIDE_PREVIOUS, BESIDE_CHILD, BESIDE_EXPECTED };
struct review_beside {
	enum beside_role role;
	char *file;   /* relative to the report's folder, with "/" between */
	char *sha256; /* of its bytes then */
	/* a map of keys of the item that the program did not know; NULL where none; borrowed */
	const struct ynode *extra;
};

struct review *review_new(void);
void review_free(struct review *rv); /* NULL is fine */

/* The reviewer of the acts that follow; copied; NULL: nobody signs. The time of an act is
 * clock_now() at its first change. */
void review_set_reviewer(struct review *rv, const char *name);
const char *review_reviewer(const struct review *rv); /* NULL where none */

/* Puts `after` (copied; NULL: nothing) in place of whatever stands under kind and key. by and at
 * are filled in where after has none. false where nothing would change (a by or at that after
 * leaves open does not count). Bytes that are not UTF-8 become U+FFFD. Clears redo. */
bool review_apply(
	struct review *rv, enum record_kind kind, const char *key, const struct record *after);
/* What review_apply() does between these is one act, undone in one. May nest. */
void review_begin(struct review *rv);
void review_end(struct review *rv);
/* The act undone or redone, for a message: its first change (borrowed); NULL where there is none.
 * Not inside review_begin() and review_end(). */
const struct change *review_undo(struct review *rv);
const struct change *review_redo(struct review *rv);
bool review_can_redo(const struct review *rv);

const struct record *review_find(const struct review *rv, enum record_kind kind, const char *key);
/* The i-th record of a kind, in order of key for corrections (as first made for the others, by the
 * history); NULL at the end. Mends take effect in that order. */
const struct record *review_at(const struct review *rv, enum record_kind kind, size_t i);
size_t review_count(const struct review *rv, enum record_kind kind);
/* All acts so far, oldest first, undone ones aside. */
size_t review_history_count(const struct review *rv);
const struct change *review_history_at(const struct review *rv, size_t i);
/* A fresh id of an annotation or a mend; into out. */
void review_new_id(const struct review *rv, enum record_kind kind, char out[16]);
/* Grows with every change, undo and redo. */
unsigned long review_revision(const struct review *rv);
/* Grows with every change of a mend: where it has not, the tables need not be read again. */
unsigned long review_structure_revision(const struct review *rv);
bool review_is_dirty(const struct review *rv); /* differs from what was last loaded or saved */
void review_mark_saved(struct review *rv);

/* Does on `theirs`, which was read from where somebody else saved meanwhile, what was done on `mine`
 * since it was loaded or saved, act by act, signed as it was; `mine` stays as it is. Where both
 * speak of the same thing mine stands, and undoing it brings theirs back; an id that both gave to
 * new annotations or mends becomes another in mine. false, and nothing is done, where acts that
 * were saved have been undone since. */
bool review_carry_over(const struct review *mine, struct review *theirs);

/* The place is kept in the sidecar, but is no part of undo and makes nothing dirty. Copied;
 * borrowed. */
const struct review_place *review_place(const struct review *rv);
void review_set_place(struct review *rv, const struct review_place *place);

/* The reports beside, as the review was last saved or is to be: no part of undo, and they make
 * nothing dirty. Copied; borrowed. NULL at the end. */
const struct review_beside *review_beside(const struct review *rv, size_t i);
void review_set_beside(struct review *rv, const struct review_beside *list, size_t n);
const char *beside_role_name(enum beside_role role); /* "previous", ... */

/* The effective values: as printed, corrections applied. Corrections of cells the report does not
 * have are left out. v is new. */
void review_values(const struct review *rv, const struct report *r, struct values *v);
/* Fills a new decision on `f`: key, rule, the cells and the values seen. The caller adds decision
 * and note, applies it, and clears it. */
void review_bind_decision(struct record *decision, const struct finding *f, const struct report *r,
	const struct values *v);
/* Was the decision made on other values than these? */
bool review_is_stale(const struct record *decision, const struct report *r, const struct values *v);
/* The same, and whether the finding now declares another number than then (prose). */
bool review_is_stale_on(const struct record *decision, const struct finding *f,
	const struct report *r, const struct values *v);
/* Was the verdict given on a report with other bytes? Where it does not say on which: on the one
 * that the sidecar was saved for. false without a verdict. */
bool review_verdict_is_stale(const struct review *rv, const struct report *r);
/* Points a new annotation's target at a run of the report's text, with some context around it. */
void review_target_text(struct record *annotation, const struct report *r, struct text_span span);
/* The text the annotation points at in this report: by position where its words stand there, else
 * by quote, the context telling equal quotes apart; empty where lost. For a cell: what is printed
 * there, else its label. Empty for a finding, which has spans of its own. */
struct text_span review_locate(const struct record *annotation, const struct report *r);

/* Where the mend is to be made in this report; strings are borrowed from the record. false where
 * its place is lost, or none of the forms has its row or table. */
bool review_mend_place(const struct record *mend, const struct report *r, struct mend *out);
/* Reads the report's tables with all mends that have a place in it; how many have none. Cells are
 * numbered anew. */
size_t review_mend(const struct review *rv, struct report *r);

const char *decision_name(enum decision d);	       /* "confirmed", ...; NULL for none */
bool decision_parse(struct str s, enum decision *out); /* whole names only */
const char *verdict_name(enum verdict v);
bool verdict_parse(struct str s, enum verdict *out);

#endif

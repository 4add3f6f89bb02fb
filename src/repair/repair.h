/* The smallest explanation of what is broken: which cells, changed to what, make the identities
 * hold again (error localisation after Fellegi and Holt, JASA 71 (1976) 17-35).
 *
 * Every identity of the statutory tables that can be checked is an equation over cells; broken ones
 * that hang together through cells they share, other identities between, make one set. For each set
 * the search finds all smallest groups of cells whose change settles every one of them: in exact
 * numbers, each new value fit for its cell (a count is whole and not negative), cells that a
 * reviewer has corrected kept as they are, and nothing newly broken - no identity, and no number of
 * the prose that the tables bore out. Groups whose new values the identities leave open (a number
 * moved round a rectangle of cells) are no explanation and not looked for. A smallest group falls
 * into parts that share no identity: each part is a suggestion of its own.
 *
 * Beside them stand readings of a whole line: a row shifted by a column, cells swapped, a number
 * split over two cells. Such a reading is one act, however many cells it moves; where it explains
 * with one act what takes several changes of cells, it stands first, with cause `extraction` where
 * it speaks of the extraction of the text. And an unreadable or lost cell, or a blank total, that
 * its identities determine alone gets the number they give; that settles nothing and is told apart.
 *
 * The search counts branches and stops at a number of them, so that the result does not depend on
 * the machine; a limit of time (the processor's for this thread: a busy machine changes nothing) is
 * the last guard. Where either stopped it, `bounded` says so: what
 * is listed is then right, but may not be all.
 *
 * Nothing here changes a report, values or a check. Ownership: struct repairs owns what it lists;
 * it borrows report, values and check, which must outlive it. Cells are report cell numbers,
 * findings are indexes into the check's. */
#ifndef GOUJI_REPAIR_REPAIR_H
#define GOUJI_REPAIR_REPAIR_H

#include "base/json.h"
#include "rule/rule.h"

/* What was done to the number, or to the line, that the repair takes back. */
enum edit {
	EDIT_OTHER,	     /* another number altogether */
	EDIT_LOOKALIKE,	     /* a digit taken for one that looks like it: 6 and 8, 1 and 7 */
	EDIT_DIGIT_CHANGED,  /* one digit is another */
	EDIT_DIGIT_DROPPED,  /* 1 for 10 */
	EDIT_DIGIT_DOUBLED,  /* 11 for 1 */
	EDIT_DIGIT_ADDED,    /* 12 for 1 */
	EDIT_DIGITS_SWAPPED, /* 21 for 12 */
	EDIT_MISCOUNTED,     /* 9 for 10 */
	EDIT_SIGN,
	EDIT_TEN_THOUSAND, /* 万 left out, or put in */
	EDIT_LEFT_OUT,	   /* 0 or nothing for a number */
	EDIT_ZERO_TOTAL,   /* 0 or nothing for a total of parts that are not zero */
	EDIT_PUT_IN,	   /* a number for 0 */
	EDIT_COPIED,	   /* the number of a neighbour, or of another column's total */
	EDIT_CELLS_SWAPPED,
	EDIT_LINES_SWAPPED, /* two rows, or columns, of a table */
	EDIT_CELL_MOVED,    /* a number in the cell beside its own */
	EDIT_LINE_SHIFTED,
	EDIT_NUMBER_SPLIT,   /* 1 and 0 in two cells for 10 */
	EDIT_NUMBERS_JOINED, /* 10 in one cell for 1 and 0 */
	EDIT_UNREAD,	     /* a lost, unreadable or blank cell that its identities determine */
	EDIT_SEVERAL,	     /* several of these, independent of each other */
	EDIT_COUNT
};

enum sure { SURE_LOW, SURE_FAIR, SURE_HIGH };

struct repair_change {
	size_t cell;
	struct value from; /* what it counts as now */
	struct dec to;
	enum edit edit;
};

struct repair {
	struct repair_change *changes; /* in the form's order */
	size_t n_changes;
	size_t *settles; /* findings that are none any more, ascending */
	size_t n_settles;
	size_t n_broken;	      /* how many broken identities it makes hold */
	size_t n_identities;	      /* those, and the ones that could not be checked */
	size_t n_agreed, n_disagreed; /* lost cells on whose number identities come to agree, or no
					 longer do */
	enum edit edit;		      /* of the line, or of the only change; else EDIT_SEVERAL */
	enum cause cause; /* extraction: the text was taken apart wrongly; else source */
	bool line;	  /* the reading of a line, one act */
	size_t *evidence; /* numbers of the prose that speak for it, as the tables bear them out
			     once it is done: indexes into the check's evidence */
	size_t n_evidence;
	unsigned cost;	/* bits of surprise; the likelier the less */
	unsigned score; /* 0 to 100: its share of what the alternatives weigh, capped where little
			   else confirms it */
	enum sure sure;
};

/* Suggestions for a finding, the likeliest first. */
struct repair_list {
	const struct repair *const *v;
	size_t n;
	bool bounded;	 /* the search was stopped: there may be others, or smaller ones */
	size_t withheld; /* smallest groups not shown, as prose that holds now would not any more */
};

struct repair_options {
	size_t nodes;	   /* branches of the search for a whole report */
	unsigned bound_ms; /* of time for a whole report; 0: none */
	size_t changes;	   /* largest group of cells looked for */
	size_t groups;	   /* how many smallest groups are listed for a set at most */
};

struct repairs {
	struct repair_list *whole; /* by finding: groups that settle all of its set */
	struct repair_list *parts; /* by finding: what of them settles it, and nothing unrelated */
	size_t n_findings;
	bool bounded; /* anywhere */
	size_t nodes; /* branches tried */
	struct arena *arena;
};

extern const struct repair_options repair_defaults; /* 50 ms */

/* o: NULL is the defaults. */
void repairs_find(const struct report *r, const struct values *v, const struct check *c,
	const struct repair_options *o, struct repairs *out);
void repairs_free(struct repairs *s); /* all zero is fine */
/* The empty list where there are none. */
struct repair_list repairs_whole(const struct repairs *s, size_t finding);
struct repair_list repairs_parts(const struct repairs *s, size_t finding);

const char *edit_name(enum edit e); /* "digit-dropped": for programs */
const char *edit_words(enum edit e, enum lang lang);
const char *sure_name(enum sure s); /* "low", "fair", "high" */
const char *sure_words(enum sure s, enum lang lang);
/* "change one cell, Carried forward · persons 6 → 7 (one digit changed): 2 identities hold; so says
 * the text, “…” (line 19)". Appended to out. */
void repair_words(const struct repair *r, const struct report *report, const struct check *c,
	enum lang lang, struct buf *out);
/* What a cell counts as now, as text: "6", the mark that is printed where it is blank, what is
 * printed where that cannot be read, "" where nothing is. Borrowed, or in buf (DEC_TEXT_MAX). */
struct str repair_from(const struct repair_change *c, const struct report *report, char *buf);
/* The member `repairs` of a finding: an array of objects. */
void repairs_put_json(struct json *j, const struct repair_list *l, const struct report *report,
	const struct check *c);

#endif

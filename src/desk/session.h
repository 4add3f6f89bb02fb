/* The session: one open report under review, and where its reviewer is. All that the desk does,
 * without a screen: `gouji do`, tests and the curses views drive the same functions.
 *
 * Data flows one way: report and review → cells → values → check → repairs → what is shown. After
 * every change of the review the session derives these anew (session_refresh); nothing else holds
 * findings. A mend of the structure may number the cells anew: what outlives a refresh names them.
 *
 * The place. The reviewer has a cursor in each pane (a byte of the text, a cell, a finding) and a
 * pane that has the keys. Moving in one pane takes the others along: on a cell, the text cursor
 * stands on what is printed there; on a finding, the cell is its first cell and the text its first
 * span. Scrolling is the view's affair; the session knows only how many rows a page has (set by the
 * view). */
#ifndef GOUJI_DESK_SESSION_H
#define GOUJI_DESK_SESSION_H

#include "beside/beside.h"
#include "repair/repair.h"
#include "review/review.h"

enum pane { PANE_TEXT, PANE_TABLE, PANE_FINDINGS, PANE_COUNT };

/* What lies over the panes, if anything. */
enum overlay {
	OVERLAY_NONE,
	OVERLAY_HELP,
	OVERLAY_WHY,
	OVERLAY_RULE,
	OVERLAY_OVERVIEW,
	OVERLAY_BESIDE
};

struct place {
	enum pane pane;
	size_t at;	/* text: cursor, a byte of the text on a character boundary */
	size_t cell;	/* table: report cell; STR_NONE where the report has none */
	size_t finding; /* index into check.findings; STR_NONE where there are none */
	size_t anchor;	/* text: the other end of the selection, STR_NONE where nothing is selected
			 */
	size_t corner;	/* table: the other corner of the selected cells; STR_NONE likewise */
	size_t goal;	/* text: screen column that moves up and down keep to */
	size_t column;	/* table: column that moves up and down keep to */
};

/* A message for the reviewer: the last line of the screen, or standard error. */
enum tone { TONE_NONE, TONE_INFO, TONE_WARNING, TONE_ERROR };
struct reply {
	enum tone tone;
	char text[1024]; /* one line, valid UTF-8; empty where nothing is to be said */
};

/* Set by `set`; one row each in desk/options.c. */
struct options {
	bool advance;	/* after a decision the next open finding comes up */
	bool open_only; /* next and prev step over decided findings */
	int ambiguous;	/* columns of East Asian Ambiguous characters: 1 or 2 */
	bool ascii_borders;
	bool counts; /* 1, 2 and 3 begin a count too (desk/count.h) */
	bool mouse; /* clicks and the wheel are ours, not the terminal's */
	bool wrap;  /* long lines of the text wrap (desk/wrap.h) */
};

/* What whoever ran a command should do then; the model itself calls nobody. Taken by the view,
 * which sets it back. */
enum request {
	REQUEST_NONE,
	REQUEST_PROMPT, /* open the `:` line with s->prompt in it, the cursor at its end */
	REQUEST_REDRAW,
	REQUEST_SUSPEND,
	REQUEST_LEAVE,	/* leaving was refused as something is not saved: ask what to do with it */
	REQUEST_SWITCH, /* queue_switch() */
	REQUEST_EDIT,	/* let s->draft be edited and run s->prompt with it behind */
};

/* The last search and what it lit up in the text. */
struct search {
	char *pattern;		/* as typed; NULL before the first */
	bool lit;		/* hits in the text are to be shown, until `cancel` */
	struct text_span match; /* where it stands; empty where that is not in the text */
	size_t at, of;		/* it is the at-th of so many; 0: they are not counted */
	char *listed;		/* what `hits` are of, folded */
	size_t *hits, n_hits;	/* bytes of the text, in order */
};

/* Which findings are looked at (desk/filter.h). */
enum finding_state { STATE_ANY, STATE_OPEN, STATE_DECIDED };
struct finding_filter {
	unsigned severities; /* bits 1 << enum severity; 0: any */
	enum finding_state state;
	char *rule; /* what its rule's id begins with; NULL: any */
};

/* A place that outlives changes: a correction or a mend numbers findings and cells anew, so both
 * are kept by name (desk/place.h). */
struct kept_place {
	struct place place;
	const char *cell;	       /* the form's; NULL: none */
	char finding[FINDING_ID_SIZE]; /* "": none */
};

/* One with a name of one character. */
struct place_mark {
	char name;
	struct kept_place place;
};

/* Places visited, for `back` and `forward`. */
struct trail {
	struct kept_place *v;
	size_t n, cap;
	size_t now; /* index of the place `back` leaves; n where that is none of them */
};

/* A mend of the structure and where it is made in this report; `lost` where that is nowhere. */
struct placed_mend {
	const struct record *record; /* borrowed from the review */
	struct mend mend;
	bool lost;
};

/* A file to be written when all of a script has gone well. */
struct outgoing {
	char *path;
	struct buf bytes;
};

/* Keys of the reviewer's own (desk/bindings.h). */
struct bindings {
	struct key_row *v;
	size_t n, cap;
};
void bindings_free(struct bindings *b);

struct queue;

struct session {
	struct queue *queue;	     /* that it is of (desk/queue.h); NULL: none; borrowed */
	char *path;		     /* the report; NULL: the session of a list */
	char *sidecar;		     /* where the review is kept */
	const struct forms *forms;   /* borrowed */
	const struct ruleset *rules; /* borrowed */
	struct report *report;
	struct review *review;
	struct beside *beside;	       /* reports that this one is checked against; NULL: none */
	unsigned long structure;       /* the mends that the tables were read with
					  (review_structure_revision) */
	VEC(struct placed_mend) mends; /* those, in the order made */
	unsigned long derived; /* so often was all that follows: session_refresh() */
	struct values values;
	struct check check;
	struct repairs repairs; /* of the check: suggest.h shows them */
	struct {
		char finding[FINDING_ID_SIZE];
		size_t index;
	} suggestion; /* shown last, and for which finding */
	struct options options;
	uint64_t formers, former_due; /* former names that were told; that are to be (former.h) */
	struct bindings bindings;
	struct place place;
	struct reply reply;
	enum overlay overlay;
	size_t overlay_top;	 /* first line shown of it */
	size_t page[PANE_COUNT]; /* rows a page has in each pane, set by the view; 1 without one */
	size_t overlay_page;	 /* the same of the overlay */
	size_t overlay_columns;	 /* it is folded to these, set by the view; 0: not folded */
	size_t text_columns; /* columns for words in the text pane, set by the view; 0 without one
			      */
	struct search search;
	struct trail trail;
	struct finding_filter filter;
	VEC(struct place_mark) marks;
	char *last_change; /* the line that changed the review last, for `repeat`; NULL: none */
	enum request request;
	char *prompt; /* REQUEST_PROMPT, REQUEST_EDIT */
	char *draft;  /* REQUEST_EDIT: the note so far */
	char *topic;  /* OVERLAY_HELP: the command it is about; else NULL */
	bool quit;
	bool batch;   /* a script runs: no screen, and files wait in `out` until all is done */
	bool discard; /* `quit!` in a script: nothing is saved */
	VEC(struct outgoing) out;
};

/* Reads the report, its sidecar, and checks. NULL with err told. Takes the place from the sidecar,
 * else stands on the first finding. */
struct session *session_open(const char *path, const struct forms *forms,
	const struct ruleset *rules, const char *encoding, const char *reviewer, struct err *err);
/* The same with reports beside as the user wishes them; NULL: as they are found. */
struct session *session_open_beside(const char *path, const struct forms *forms,
	const struct ruleset *rules, const char *encoding, const char *reviewer,
	const struct beside_wish *wish, struct err *err);
/* One without a report, for the list of a queue: report and path are NULL, the review is empty. */
struct session *session_blank(const struct forms *forms, const struct ruleset *rules);
static inline bool session_is_list(const struct session *s)
{
	return s->report == NULL;
}
/* Options and the like, from one session to the one shown after it. */
void session_hand_settings(struct session *from, struct session *to);
void session_free(struct session *s); /* NULL is fine; saves nothing */
/* Cells, values and check anew, the place kept on the same finding by id, else on the nearest. */
void session_refresh(struct session *s);
/* Writes the sidecar, the place with it. */
bool session_save(struct session *s, struct err *err);
/* Reads what somebody else saved meanwhile, and does on it what was done here since
 * (review_carry_over()). Refused where nobody did, or where that cannot be. */
bool session_merge(struct session *s, struct err *err);

/* Moves: each takes the other panes along and clears the selection unless it extends it. */
void session_to_finding(struct session *s, size_t finding);
void session_to_cell(struct session *s, size_t cell);
void session_to_text(
	struct session *s, size_t at); /* the cell printed there, if any, comes along */
/* The next finding after `from` (STR_NONE: before the first) in direction +1 or -1, decided ones
 * left out if open_only; wraps around; STR_NONE where there is none. */
size_t session_finding_beyond(const struct session *s, size_t from, int direction, bool open_only);
/* The decision on a finding, NULL where open. */
const struct record *session_decision(const struct session *s, size_t finding);
/* Decided on other values than today's? */
bool session_is_stale(const struct session *s, size_t finding);
bool session_is_open(const struct session *s, size_t finding); /* undecided, or stale */
size_t session_open_findings(const struct session *s);

/* How far the review is. */
struct progress {
	size_t findings, open, stale;
	size_t open_by[3]; /* by enum severity */
	size_t decided[5]; /* by enum decision, stale ones left out; [0] is the open ones */
};
struct progress session_progress(const struct session *s);

/* What a cell shows: its printed text and, where corrected, the correction. */
struct cell_view {
	struct str
		printed; /* as it stands in the text; empty where missing or blank without a mark */
	const struct record *correction; /* NULL: none */
	bool in_finding;		 /* of the current finding */
	bool suggested;			 /* of what is suggested for it */
	bool in_any_finding;
	enum severity worst; /* of the findings it is in, where in_any_finding */
	bool annotated;
	bool mended; /* where it is by a mend of its row; not where one only says where the table is
		      */
};
struct cell_view session_cell_view(const struct session *s, size_t cell);
/* Of that only what is printed, the correction and whether it is mended: what it reads as. */
struct cell_view session_cell_words(const struct session *s, size_t cell);
/* What it counts as: the correction, else what is printed. Borrowed until the review changes. */
struct str session_cell_value(const struct session *s, size_t cell);
/* The i-th annotation of a cell or finding, by its name; NULL at the end. */
const struct record *session_annotation(
	const struct session *s, enum target_kind kind, const char *name, size_t i);
/* The selected words, the character under the cursor included; empty where nothing is selected. */
struct text_span session_selection(const struct session *s);

void reply_set(struct session *s, enum tone tone, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

#endif

/* The queue: the reports of a folder or of several files, as a list. It owns a row a report and, of
 * the reports themselves, at most the one that is open, so that a thousand cost what their rows do.
 *
 * Reports are read by a crew of child processes (base/crew.h), several at once: what is slow, be it
 * a reader, the tables, the rules or the reports beside, never keeps a key waiting, and what a
 * report took is given back with it. queue_start() hands out rows that wait, those on the screen
 * first; queue_take() takes in what came back. Until then a row knows its file alone.
 *
 * A report is opened here, in the program, at once where it is a small text. Else a child reads it
 * and the reports beside it first (`opening`), and what it read is opened from a shelf
 * (import/shelf.h): the list, or the report shown before, stays until then, and queue_stay() gives
 * it up.
 *
 * Commands work on a session; the list's own is `home`, a session without a report
 * (session_is_list()). A report's session points back at its queue, so that `]`, `[` and `list`
 * work in it. Such a command leaves what it wants in `wanted` and asks for REQUEST_SWITCH;
 * queue_switch() does it.
 *
 * Indices are of rows (as given) where nothing else is said; `shown` has those the filter lets
 * through, sorted, and `at` is an index into it. */
#ifndef GOUJI_DESK_QUEUE_H
#define GOUJI_DESK_QUEUE_H

#include <poll.h>

#include "base/crew.h"
#include "desk/place.h"

enum queue_state {
	QUEUE_WAITING,
	QUEUE_READING, /* a child has it */
	QUEUE_READ,
	QUEUE_TROUBLE,
};

struct queue_row {
	char *path;
	const char *name; /* in path: what tells it from others of the list */
	enum queue_state state;
	char *trouble; /* why it cannot be opened; QUEUE_TROUBLE */
	/* QUEUE_READ */
	char *agency;		 /* NULL where the report does not say */
	int year;		 /* 0 likewise */
	const struct form *form; /* NULL likewise; borrowed from the forms */
	size_t count[3];	 /* findings by enum severity */
	struct progress progress;
	enum verdict verdict;
	bool verdict_is_stale; /* given on another text of the report */
};

enum queue_sort {
	SORT_GIVEN,
	SORT_NAME,
	SORT_AGENCY,
	SORT_YEAR,
	SORT_ERRORS,
	SORT_WARNINGS,
	SORT_OPEN,
	SORT_REVIEWED,
	SORT_VERDICT,
	SORT_COUNT
};

enum queue_filter {
	FILTER_ALL,
	FILTER_OPEN,	  /* with open findings, or without a verdict */
	FILTER_DONE,	  /* the opposite */
	FILTER_UNDECIDED, /* without a verdict */
	FILTER_ACCEPT,
	FILTER_RETURN,
	FILTER_QUERY,
	FILTER_TROUBLE,
	FILTER_COUNT
};

/* In `wanted`, beside indices of rows. */
#define QUEUE_NOWHERE STR_NONE
#define QUEUE_HOME (STR_NONE - 1)
/* The order of the report to be opened, among those of rows. */
#define QUEUE_OPENING (STR_NONE - 2)

struct queue_totals {
	size_t waiting, trouble, done; /* waiting: being read too; done: by FILTER_DONE */
	size_t count[3];	       /* findings by enum severity */
};

struct queue {
	struct queue_row *rows;
	size_t n;
	size_t *shown;
	size_t n_shown;
	size_t at;   /* the cursor; 0 where nothing is shown */
	size_t top;  /* first one on the screen, set by the view */
	bool stale;  /* rows changed since `shown` was made; queue_settle() */
	size_t next; /* no row before this one waits */
	enum queue_sort sort;
	bool reversed;
	enum queue_filter filter;
	char *text; /* the filter's words; NULL: any */
	size_t wanted;
	struct session *home;
	struct session *open;	   /* NULL: the list is shown */
	size_t now;		   /* the row of `open` */
	char *encoding, *reviewer; /* for session_open(); or NULL */
	struct beside_wish wish;   /* likewise; its texts are borrowed */
	struct crew *crew;
	size_t opening;	     /* the row a child reads to be opened; QUEUE_NOWHERE: none */
	struct shelf *shelf; /* what it read; NULL until then */
};

/* Paths are copied, those that name one file twice once; forms and rules are borrowed. */
struct queue *queue_new(char *const *paths, size_t n, const struct forms *forms,
	const struct ruleset *rules, const char *encoding, const char *reviewer);
void queue_free(struct queue *q); /* the sessions too; NULL is fine */

/* Gives rows that wait to children that are free; begins those where there are none. */
void queue_start(struct queue *q);
/* What poll() is to wait for meanwhile; how many, at most CREW_MOST: 0 where nothing is read. */
size_t queue_fds(const struct queue *q, struct pollfd *fds);
/* Takes in what came back, without waiting: rows; and the report to be opened, which then is
 * `wanted`. Whether there was anything. */
bool queue_take(struct queue *q);
/* Ends all children: what they were reading waits again. queue_start() goes on. */
void queue_rest(struct queue *q);
/* Gives up opening a report. */
void queue_stay(struct queue *q);
/* For whoever has nothing else to do: waits until at least one report is read. false where none
 * waits. */
bool queue_step(struct queue *q);
/* In a child: what an order of the queue asks for. */
void queue_work(const void *queue, struct str order, struct buf *result);
/* What such a child says about a row. false where it makes no sense. */
bool queue_fill(struct queue_row *row, const struct forms *forms, struct str result);
/* The verdict on the report as it is now. */
enum verdict queue_verdict(const struct queue_row *row);
bool queue_is_done(const struct queue_row *row);
struct queue_totals queue_totals(const struct queue *q);
/* Makes `shown` anew where rows have changed; the cursor stays on its report. */
void queue_settle(struct queue *q);
/* The row under the cursor; NULL where nothing is shown. */
struct queue_row *queue_current(struct queue *q);
/* The row shown next to the open one, in direction +1 or -1, leaving out what cannot be read;
 * QUEUE_NOWHERE past the last. */
size_t queue_beside(struct queue *q, int direction);
/* By its number in the list, from 1, or by words of its agency or name. false with err told. */
bool queue_find(struct queue *q, struct str word, size_t *row, struct err *err);
bool queue_move(struct queue *q, enum move move);
/* Where the open report stands among those shown, from 1; 0 where it is not among them. */
size_t queue_position(struct queue *q);
/* The cursor to that row; stays where it is not shown. */
void queue_point(struct queue *q, size_t row);
/* On to the next row that says the folded pattern. */
bool queue_search(struct queue *q, struct str pattern, bool forward, bool *wrapped);
/* What a filter's and a sort's row is called. */
const char *queue_filter_name(enum queue_filter f);
const char *queue_sort_name(enum queue_sort k);

/* Goes where `wanted` says, and closes the report that was open without a word: whoever calls has
 * asked what to do with unsaved changes. Returns the session that is to be shown; where the wanted
 * report does not open, that is the one shown already, with a reply; where it has to be read first,
 * too (`opening`). */
struct session *queue_switch(struct queue *q);

#endif

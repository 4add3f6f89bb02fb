/* A list of reports for tests: a folder, its queue, and what is shown of them. */
#ifndef GOUJI_TESTS_QUEUE_KIT_H
#define GOUJI_TESTS_QUEUE_KIT_H

#include "desk/queue.h"
#include "unit/unit.h"

struct list {
	char dir[64];
	struct forms *forms;
	struct ruleset *rules;
	struct queue *q;
	struct session *s; /* what is shown */
};

/* Copies of the samples, a.txt, b.txt with an error in it, and d.txt; c.txt is no report. */
void list_open(struct list *l);
/* The folder, too, with all in it. */
void list_close(struct list *l);
/* The forms and rules alone. */
void list_load(struct list *l);
/* Another file into the folder; and one that is a sample with some words changed, or NULL. */
void list_put(struct list *l, const char *name, struct str text);
void list_copy(
	struct list *l, const char *sample, const char *name, const char *old, const char *new);
/* A command, and what it leads to; one that is refused with such words. */
void list_do(struct list *l, const char *line);
void list_refuses(struct list *l, const char *line, const char *words);
void list_follow(struct list *l);
/* Until what a child reads is open, or cannot be. */
void list_await(struct list *l);
void list_read_all(struct list *l);
/* The first letters of the names shown: "abcd"; and that under the cursor. */
const char *list_shown(struct list *l, char out[16]);
char list_here(struct list *l);

#endif

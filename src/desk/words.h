/* Words of the desk for people, in the interface language; appended to out. */
#ifndef GOUJI_DESK_WORDS_H
#define GOUJI_DESK_WORDS_H

#include "desk/session.h"

void words_cell(const struct session *s, size_t cell, struct buf *out); /* 结转下年度·自然人 */
void words_finding(const struct session *s, size_t i, struct buf *out); /* 问题 2（勾稽不平） */
/* What an annotation is about: a cell, a finding, “words”. */
void words_about(const struct session *s, const struct record *annotation, struct buf *out);
/* Its note and its tags: “应为20 #重要”. */
void words_note(const struct record *annotation, struct buf *out);
/* What a mend does: “本年新收 moved right by 1”. */
void words_mend(const struct session *s, const struct record *mend, struct buf *out);
/* "mend s2 has lost its place and has no effect", for each such; behind other words after "; ". */
void words_lost(const struct session *s, struct buf *out);
/* A change of the review, as undo tells it. */
void words_change(const struct session *s, const struct change *c, struct buf *out);
void words_value(struct str printed, struct buf *out); /* "(blank)" where nothing is */
const char *words_decision(enum decision d);
const char *words_verdict(enum verdict v);
const char *words_severity(enum severity v);

/* Are the figures of the formula all in the message, in their order? Either may be NULL. */
bool words_tell(const char *message, const char *formula);

void reply_buf(
	struct session *s, enum tone tone, struct buf *text); /* takes the text as the reply */

/* 表三: the table of the form's third section. */
const char *words_table_number(const struct form_table *table);

#endif

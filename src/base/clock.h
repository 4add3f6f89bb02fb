/* The time of a decision: UTC, RFC 3339, whole seconds. $SOURCE_DATE_EPOCH overrides the clock. */
#ifndef GOUJI_BASE_CLOCK_H
#define GOUJI_BASE_CLOCK_H

#define CLOCK_TEXT_SIZE 21 /* "2021-01-21T08:00:00Z" and the NUL */

void clock_now(char out[CLOCK_TEXT_SIZE]);

#endif

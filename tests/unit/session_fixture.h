/* A session on a sample report, copied to a folder of its own so that saving touches nothing else.
 */
#ifndef GOUJI_TESTS_SESSION_FIXTURE_H
#define GOUJI_TESTS_SESSION_FIXTURE_H

#include "desk/command.h"

struct desk {
	char dir[64];
	char *path; /* of the copy */
	struct forms *forms;
	struct ruleset *rules;
	struct session *s;
};

/* sample: "xidian-2020.txt". Where `from` is not NULL, its first occurrence after `anchor` is
 * replaced by `to`. */
void desk_open(struct desk *d, const char *sample);
void desk_open_changed(
	struct desk *d, const char *sample, const char *anchor, const char *from, const char *to);
/* A report of these very words. */
void desk_open_text(struct desk *d, struct str text);
void desk_reopen(struct desk *d); /* what was not saved is lost */
void desk_close(struct desk *d);

/* Runs a line; asserts that it goes well, or (desk_refuses) that it doesn't, with these words in
 * the message. */
void desk_do(struct desk *d, const char *line);
void desk_refuses(struct desk *d, const char *line, const char *words);
/* Presses keys, blanks between: "n n y". */
void desk_press(struct desk *d, const char *keys);
/* Everything that must hold at any moment. */
void desk_assert_sane(const struct desk *d);

#endif

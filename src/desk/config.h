/* The reviewer's configuration, $XDG_CONFIG_HOME/gouji/config: lines as behind `:`, of the commands
 * that set options and bind keys. */
#ifndef GOUJI_DESK_CONFIG_H
#define GOUJI_DESK_CONFIG_H

#include "desk/session.h"

/* Runs the file's lines on the session. A line that is wrong is told, a line each in `told`, with
 * the file and its number, and the others are run all the same; so is a line with a name that has
 * changed, once. No file is fine. Returns how many
 * were wrong. */
size_t config_read(struct session *s, const char *path, struct buf *told);
/* Is there one of the user? */
bool config_is_there(void);
/* The one of the user; mistakes become the session's reply and are appended to told. */
void config_load(struct session *s, struct buf *told);

#endif

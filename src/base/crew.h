/* A crew: child processes that do long work beside the program, so that it never waits for it. Each
 * takes an order, bytes, does what the crew's function makes of it, and hands back bytes; then it
 * waits for the next. They are copies of the program: what it had read before they began need not
 * be read again.
 *
 * Processes and not threads: one can be ended at any moment with all it has begun, a crash is its
 * own, and what it took is given back whole. A child has no terminal, no standard streams and none
 * of the program's other descriptors; it ends with the program. What it starts ends with it, and is
 * waited for: no process is left behind.
 *
 * Nothing here blocks, but for crew_rest() and what calls it, which wait for processes that were
 * killed. */
#ifndef GOUJI_BASE_CREW_H
#define GOUJI_BASE_CREW_H

#include <poll.h>

#include "base/err.h"
#include "base/str.h"

struct crew;

/* In the child. `result` is new. */
typedef void crew_work(const void *data, struct str order, struct buf *result);

/* No more than this many are ever asked for, the urgent one included. */
#define CREW_MOST 9
/* As many as there are processors, at least 2, so that one that hangs stops nothing, at most 4. */
size_t crew_size(void);

/* `data` is borrowed; a child sees it as it was when the child began. Nothing is started yet. */
struct crew *crew_new(size_t size, crew_work *work, const void *data);
void crew_free(struct crew *c); /* crew_rest() first; NULL is fine */

/* Could another order be given? Urgent ones always can, one at a time. */
bool crew_has_hand(const struct crew *c);
bool crew_is_busy(const struct crew *c);
/* `tag` comes back with the result. Urgent: to a child of its own, which is not asked to be kind to
 * other processes, and ends after it. false with err told where no child can be started. */
bool crew_give(struct crew *c, size_t tag, struct str order, bool urgent, struct err *err);
/* What poll() is to wait for: POLLIN on each; how many, at most CREW_MOST. */
size_t crew_fds(const struct crew *c, struct pollfd *fds);

enum crew_news {
	CREW_NOTHING, /* for now */
	CREW_RESULT,
	CREW_LOST, /* the child died over it */
};
/* What has come in. The result, which is the caller's, is whole or there is none. */
enum crew_news crew_take(struct crew *c, size_t *tag, struct buf *result);
/* Ends whoever works on that order. */
void crew_cancel(struct crew *c, size_t tag);
/* Ends all. Orders that were given are forgotten. More may be given afterwards. */
void crew_rest(struct crew *c);

#endif

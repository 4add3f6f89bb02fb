/* The screen of one report: title bar, panes with their borders and headings, key bar. Only what
 * has changed since it was drawn last is drawn again (ui/kept.h), onto the canvas as it was left.
 */
#ifndef GOUJI_UI_PANES_H
#define GOUJI_UI_PANES_H

#include "ui/kept.h"
#include "ui/layout.h"
#include "ui/view_finding.h"
#include "ui/view_table.h"
#include "ui/view_text.h"

/* Zeroed before its first use. */
struct panes {
	struct view_text text;
	struct view_table table;
	struct view_list list;
	struct kept kept;
};

void panes_free(struct panes *p);
/* For another report; what is on the canvas is the caller's to clear. */
void panes_leave(struct panes *p);
/* Tells the session how large its pages are: before moves are made, and before drawing. */
void panes_measure(struct session *s, const struct layout *l);
/* All but the lines at the bottom. */
void panes_draw(struct panes *p, struct session *s, struct canvas *c, const struct layout *l);
/* The key bar; pending: what was typed of a key of two. */
void panes_draw_bar(struct panes *p, const struct session *s, struct canvas *c,
	const struct layout *l, const char *pending);
/* Something else stands in the bar's row now, which is wiped for it. */
void panes_wipe_bar(struct panes *p, struct canvas *c, const struct layout *l);
struct rect panes_below_heading(struct rect r);

#endif

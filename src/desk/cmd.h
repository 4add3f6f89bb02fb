/* The commands' functions, for the table in command.c, and what they share. Each has the shape of
 * `run` in struct command: false means that nothing was changed. */
#ifndef GOUJI_DESK_CMD_H
#define GOUJI_DESK_CMD_H

#include "desk/command.h"

#define CMD(name) bool name(struct session *s, const struct command_args *a, struct err *err)

/* cmd_move.c: `which` is an enum move, or +1 and -1 */
CMD(cmd_move);
CMD(cmd_extend);
CMD(cmd_step);
CMD(cmd_goto);
CMD(cmd_pane);
CMD(cmd_locate);
CMD(cmd_trail);
/* cmd_find.c */
CMD(cmd_select);
CMD(cmd_search);
CMD(cmd_search_again);
CMD(cmd_cancel);
/* cmd_decide.c */
CMD(cmd_decide);
CMD(cmd_undecide);
CMD(cmd_verdict);
/* cmd_change.c */
CMD(cmd_correct);
CMD(cmd_uncorrect);
CMD(cmd_undo); /* which: 1 redo */
/* cmd_repair.c */
CMD(cmd_suggest);
CMD(cmd_apply);
/* cmd_annotate.c */
CMD(cmd_annotate);
CMD(cmd_unannotate);
CMD(cmd_edit);
/* cmd_mend.c */
CMD(cmd_shift);
CMD(cmd_label);
CMD(cmd_join);
CMD(cmd_split);
CMD(cmd_region);
CMD(cmd_unmend);
/* cmd_file.c */
CMD(cmd_write);
CMD(cmd_merge);
CMD(cmd_quit); /* which: 1 without asking, 2 saved first */
/* cmd_export.c */
CMD(cmd_export);
/* The file that an argument names, "~/" being the home, as in a shell; free(). */
char *cmd_file_named(struct str name);
bool cmd_is_own_file(const struct session *s, const char *path); /* the report or its review? */
/* Writes it now, or, in a script, when all has gone well, and then takes the bytes. */
bool cmd_put_file(struct session *s, const char *path, struct buf *bytes, struct err *err);
/* cmd_filter.c */
CMD(cmd_filter);
CMD(decide_all);								  /* `decide *` */
bool decide_one(struct session *s, size_t finding, const struct command_args *a); /* changed? */
/* cmd_block.c: the same with "." while cells are selected (desk/cell_block.h) */
CMD(block_annotate);
CMD(block_correct);
CMD(block_uncorrect);
CMD(block_decide);
/* cmd_mark.c */
CMD(cmd_mark);
CMD(cmd_jump);
CMD(cmd_repeat);
/* cmd_tag.c */
CMD(cmd_tag);
/* cmd_bind.c */
CMD(cmd_bind);
/* cmd_queue.c */
CMD(cmd_open);
CMD(cmd_report); /* which: +1 and -1 */
CMD(cmd_list);
CMD(cmd_sort);
/* cmd_show.c */
CMD(cmd_overlay); /* which: an enum overlay */
CMD(cmd_beside);
CMD(cmd_help);
CMD(cmd_why);
CMD(cmd_set);
CMD(cmd_request); /* which: an enum request */
CMD(cmd_prompt);

/* What a word of a command line points at. */
enum aim { AIM_CELL = 1 << 0, AIM_FINDING = 1 << 1, AIM_ANNOTATION = 1 << 2, AIM_TEXT = 1 << 3 };

struct target {
	enum aim aim;
	size_t index;		     /* cell, finding */
	const struct record *record; /* annotation; borrowed from the review */
	struct text_span span;	     /* text */
};

/* aims: the kinds that will do. "." is what is under the cursor; text only where words are
 * selected. */
bool target_find(
	const struct session *s, struct str word, unsigned aims, struct target *t, struct err *err);

/* The annotation named, or the one of the cell or finding named; NULL with err told where there is
 * none, or several. */
const struct record *annotation_named(struct session *s, struct str name, struct err *err);

/* The correction of a cell that a command line asks for. */
struct correction {
	struct record record; /* the caller's to clear */
	bool back;	      /* it is what is printed: the correction there is, is taken back */
	bool same;	      /* the cell counts as that already, and no other reason is given */
};
bool correction_read(const struct session *s, size_t cell, const struct command_args *a,
	struct correction *c, struct err *err);

/* Which findings there were before a change, to tell what it did. */
struct before {
	char (*ids)[FINDING_ID_SIZE];
	size_t n;
};
struct before before_change(const struct session *s);
/* Checks again and appends "2 findings settled, 0 new; 4 open". Frees b. */
void after_change(struct session *s, struct before *b, struct buf *out);

#endif

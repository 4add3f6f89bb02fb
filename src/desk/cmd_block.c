/* Commands on a block of cells: the same note, value or decision for each, undone in one. */
#include <string.h>

#include "base/lang.h"
#include "desk/cell_block.h"
#include "desk/cmd.h"
#include "desk/note.h"
#include "desk/words.h"

static void end_selection(struct session *s)
{
	s->place.corner = STR_NONE;
}

static bool is_selected(const struct session *s, const struct cell_block *b, size_t cell)
{
	return cell_block_has(b, s->report->cells[cell].def);
}

bool block_annotate(struct session *s, const struct command_args *a, struct err *err)
{
	struct cell_block b = cell_block_of(s);
	size_t n = 0;
	(void)err;
	review_begin(s->review);
	for (size_t i = 0; i < s->report->n_cells; i++) {
		char id[16];
		if (!is_selected(s, &b, i))
			continue;
		review_new_id(s->review, RECORD_ANNOTATION, id);
		struct record r = {.kind = RECORD_ANNOTATION,
			.key = mem_strdup(id),
			.target = TARGET_CELL,
			.target_name = mem_strdup(s->report->cells[i].def->name),
			.note = note_copy(a->arg[1])};
		n += review_apply(s->review, RECORD_ANNOTATION, r.key, &r);
		record_clear(&r);
	}
	review_end(s->review);
	reply_set(s, TONE_INFO, ngettext("annotated %zu cell", "annotated %zu cells", n), n);
	end_selection(s);
	return true;
}

/* Does the value do for every cell that would change? `changes`: how many these are. */
static bool check_values(const struct session *s, const struct cell_block *b,
	const struct command_args *a, size_t *changes, struct err *err)
{
	*changes = 0;
	for (size_t i = 0; i < s->report->n_cells; i++) {
		struct correction c;
		if (!is_selected(s, b, i))
			continue;
		if (!correction_read(s, i, a, &c, err))
			return false;
		*changes += !c.same;
		record_clear(&c.record);
	}
	if (*changes > 0)
		return true;
	char *value = mem_strndup(a->arg[1].p, a->arg[1].n);
	err_set(err, ERR_REFUSED, _("%s is what stands there already"), value);
	free(value);
	return false;
}

bool block_correct(struct session *s, const struct command_args *a, struct err *err)
{
	struct cell_block b = cell_block_of(s);
	struct buf out = {0};
	size_t n;
	if (!check_values(s, &b, a, &n, err))
		return false;
	struct before before = before_change(s);
	review_begin(s->review);
	for (size_t i = 0; i < s->report->n_cells; i++) {
		struct correction c;
		if (!is_selected(s, &b, i) || !correction_read(s, i, a, &c, err))
			continue;
		if (!c.same)
			review_apply(s->review, RECORD_CORRECTION, c.record.key,
				c.back ? NULL : &c.record);
		record_clear(&c.record);
	}
	review_end(s->review);
	buf_addf(&out, ngettext("corrected %zu cell to %.*s; ", "corrected %zu cells to %.*s; ", n),
		n, STR_ARG(a->arg[1]));
	after_change(s, &before, &out);
	reply_buf(s, TONE_INFO, &out);
	end_selection(s);
	return true;
}

bool block_uncorrect(struct session *s, const struct command_args *a, struct err *err)
{
	struct cell_block b = cell_block_of(s);
	struct buf out = {0};
	size_t n = 0;
	(void)a;
	struct before before = before_change(s);
	review_begin(s->review);
	for (size_t i = 0; i < s->report->n_cells; i++)
		n += is_selected(s, &b, i) && review_apply(s->review, RECORD_CORRECTION,
						      s->report->cells[i].def->name, NULL);
	review_end(s->review);
	buf_addf(&out, ngettext("%zu correction taken back; ", "%zu corrections taken back; ", n),
		n);
	after_change(s, &before, &out);
	if (n == 0) {
		buf_free(&out);
		return err_set(err, ERR_REFUSED, _("none of these cells is corrected"));
	}
	reply_buf(s, TONE_INFO, &out);
	end_selection(s);
	return true;
}

static bool is_about(const struct session *s, const struct cell_block *b, size_t finding)
{
	const struct finding *f = &s->check.findings[finding];
	for (size_t i = 0; i < f->n_cells; i++)
		if (is_selected(s, b, f->cells[i]))
			return true;
	return false;
}

bool block_decide(struct session *s, const struct command_args *a, struct err *err)
{
	struct cell_block b = cell_block_of(s);
	enum decision decision = DECISION_NONE;
	size_t n = 0;
	decision_parse(a->arg[1], &decision);
	review_begin(s->review);
	for (size_t i = 0; i < s->check.n_findings; i++)
		n += session_is_open(s, i) && is_about(s, &b, i) && decide_one(s, i, a);
	review_end(s->review);
	if (n == 0)
		return err_set(err, ERR_REFUSED, _("no open finding is about the selected cells"));
	size_t open = session_open_findings(s);
	reply_set(s, TONE_INFO,
		ngettext("%zu finding: %s; %zu open; u takes it back",
			"%zu findings: %s; %zu open; u takes it back", n),
		n, words_decision(decision), open);
	end_selection(s);
	return true;
}

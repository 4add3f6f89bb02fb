/* Commands that correct cells, and undo. */
#include <string.h>

#include "base/lang.h"
#include "desk/cell_block.h"
#include "desk/cmd.h"
#include "desk/number.h"
#include "desk/place.h"
#include "desk/note.h"
#include "desk/words.h"

/* "6 → 7", with words for an empty cell. */
static void from_to(struct buf *out, struct str from, struct str to)
{
	struct buf a = {0}, b = {0};
	words_value(from, &a);
	words_value(to, &b);
	buf_addf(out, _(": %s → %s; "), a.p, b.p);
	buf_free(&a);
	buf_free(&b);
}

/* Puts the record (NULL: the correction is taken back), checks again and tells what that did. */
static void put(struct session *s, size_t cell, const struct record *r)
{
	const char *name = s->report->cells[cell].def->name;
	struct buf out = {0};
	struct before b = before_change(s);
	char *from = mem_strndup(session_cell_value(s, cell).p, session_cell_value(s, cell).n);
	if (cell != s->place.cell)
		session_to_cell(s, cell);
	review_apply(s->review, RECORD_CORRECTION, name, r);
	words_cell(s, cell, &out);
	from_to(&out, str_of(from), session_cell_value(s, cell));
	free(from);
	after_change(s, &b, &out);
	reply_buf(s, TONE_INFO, &out);
}

/* The value as a plain decimal fit for the cell; free(). */
static char *read_value(const struct session *s, size_t cell, struct str word, struct err *err)
{
	struct dec value;
	char text[DEC_TEXT_MAX];
	if (!number_read(word, &s->forms->common.signs_minus, &value)) {
		err_set(err, ERR_USAGE, _("“%.*s” is not a plain number"), STR_ARG(word));
		return NULL;
	}
	if (!number_fits(&value, s->report->cells[cell].def->column->value, err))
		return NULL;
	return mem_strdup(dec_str(value, text));
}

bool correction_is_value(const struct session *s, size_t cell, struct str word, struct err *err)
{
	char *value = read_value(s, cell, word, err);
	bool good = value != NULL;
	free(value);
	return good;
}

/* Is it what the cell counts as already? */
static bool is_value(const struct session *s, size_t cell, const char *to)
{
	struct dec value;
	const struct value *v = &s->values.v[cell];
	return v->state == CELL_GIVEN && dec_parse(str_of(to), &value) &&
	       dec_cmp(v->value, value) == 0;
}

static bool is_printed(const struct session *s, size_t cell, const char *to)
{
	struct dec value;
	const struct cell *c = &s->report->cells[cell];
	return c->state == CELL_GIVEN && dec_parse(str_of(to), &value) &&
	       dec_cmp(c->value, value) == 0;
}

bool correction_read(const struct session *s, size_t cell, const struct command_args *a,
	struct correction *c, struct err *err)
{
	struct cell_view view = session_cell_view(s, cell);
	*c = (struct correction){.record = {.kind = RECORD_CORRECTION}};
	struct record *r = &c->record;
	r->to = read_value(s, cell, a->arg[1], err);
	if (!r->to)
		return false;
	c->back = view.correction && is_printed(s, cell, r->to);
	c->same = is_value(s, cell, r->to) && !(view.correction && a->n > 2);
	r->key = mem_strdup(s->report->cells[cell].def->name);
	r->from = mem_strndup(view.printed.p, view.printed.n);
	if (a->n > 2)
		r->note = note_copy(a->arg[2]);
	return true;
}

bool cmd_correct(struct session *s, const struct command_args *a, struct err *err)
{
	struct target t;
	struct correction c;
	if (cell_block_is_meant(s, a->arg[0]))
		return block_correct(s, a, err);
	if (!target_find(s, a->arg[0], AIM_CELL, &t, err) ||
		!correction_read(s, t.index, a, &c, err))
		return false;
	if (c.same)
		err_set(err, ERR_REFUSED, _("%s is what stands there already"), c.record.to);
	else
		put(s, t.index, c.back ? NULL : &c.record);
	record_clear(&c.record);
	return !c.same;
}

bool cmd_uncorrect(struct session *s, const struct command_args *a, struct err *err)
{
	struct target t;
	if (cell_block_is_meant(s, a->arg[0]))
		return block_uncorrect(s, a, err);
	if (!target_find(s, a->arg[0], AIM_CELL, &t, err))
		return false;
	if (!session_cell_view(s, t.index).correction)
		return err_set(err, ERR_REFUSED, _("this cell is not corrected"));
	put(s, t.index, NULL);
	return true;
}

static void go_to_text(struct session *s, const struct record *r)
{
	struct text_span span = review_locate(r, s->report);
	if (!text_span_empty(span))
		session_to_text(s, span.from);
}

/* A shifted row has no place of its own: its first cell. */
static void go_to_row(struct session *s, const char *row)
{
	size_t n = strlen(row);
	for (size_t i = 0; i < s->report->n_cells; i++) {
		const char *name = s->report->cells[i].def->name;
		if (strncmp(name, row, n) == 0 && name[n] == '/') {
			session_to_cell(s, i);
			return;
		}
	}
}

/* To what a record is about, so that the reviewer sees what was undone. */
static void go_to_record(
	struct session *s, enum record_kind kind, const char *key, const struct record *r)
{
	const char *finding = kind == RECORD_DECISION ? key : NULL;
	const char *cell = kind == RECORD_CORRECTION ? key : NULL;
	if (kind == RECORD_ANNOTATION && r->target == TARGET_FINDING)
		finding = r->target_name;
	if (kind == RECORD_ANNOTATION && r->target == TARGET_CELL)
		cell = r->target_name;
	if (kind == RECORD_ANNOTATION && r->target == TARGET_TEXT)
		go_to_text(s, r);
	if (kind == RECORD_STRUCTURE && r->text.exact)
		go_to_text(s, r);
	else if (kind == RECORD_STRUCTURE && r->row)
		go_to_row(s, r->row);
	const struct finding *f = finding ? check_find(&s->check, finding) : NULL;
	if (f)
		session_to_finding(s, (size_t)(f - s->check.findings));
	size_t at = cell ? report_cell_find(s->report, str_of(cell)) : STR_NONE;
	if (at != STR_NONE)
		session_to_cell(s, at);
}

/* How many changes the last act made. */
static size_t last_act_size(const struct session *s)
{
	size_t n = review_history_count(s->review), size = 0;
	unsigned long group = n ? review_history_at(s->review, n - 1)->group : 0;
	while (size < n && review_history_at(s->review, n - 1 - size)->group == group)
		size++;
	return size;
}

bool cmd_undo(struct session *s, const struct command_args *a, struct err *err)
{
	bool redo = a->command->which;
	struct before b = before_change(s);
	struct buf what = {0}, out = {0}, tally = {0};
	size_t changes = redo ? 0 : last_act_size(s);
	const struct change *c = redo ? review_redo(s->review) : review_undo(s->review);
	if (!c) {
		free(b.ids);
		return err_set(
			err, ERR_REFUSED, redo ? _("nothing to redo") : _("nothing to undo"));
	}
	after_change(s, &b, &tally);
	words_change(s, c, &what);
	buf_addf(&out, redo ? _("redone: %s") : _("undone: %s"), what.p);
	changes = redo ? last_act_size(s) : changes;
	if (changes > 1)
		buf_addf(&out, ngettext("; and %zu more", "; and %zu more", changes - 1),
			changes - 1);
	if (c->kind == RECORD_CORRECTION || c->kind == RECORD_STRUCTURE)
		buf_addf(&out, "%s%s", _("; "), tally.p);
	go_to_record(s, c->kind, c->key, c->after ? c->after : c->before);
	buf_free(&what);
	buf_free(&tally);
	reply_buf(s, TONE_INFO, &out);
	return true;
}

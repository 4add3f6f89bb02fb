/* Commands that mend the structure of the tables: which cell a printed value is. */
#include <string.h>

#include "base/lang.h"
#include "base/utf8.h"
#include "desk/cmd.h"
#include "desk/place.h"
#include "desk/structure.h"
#include "desk/words.h"

#define COLUMNS_MAX 99
#define REGION_BYTES_MAX ((size_t)256 << 10)

/* --- doing it, and telling what it did --- */

/* Puts the record (NULL: the mend is taken back) under the key, checks again, and tells: "mend s1:
 * …; 7 cells changed; 1 finding settled, 0 new, 3 open". */
static void put(struct session *s, const char *key, const struct record *after)
{
	struct buf out = {0}, words = {0}, tally = {0};
	struct cells_before cells = cells_before(s);
	struct before b = before_change(s);
	words_mend(s, after ? after : review_find(s->review, RECORD_STRUCTURE, key), &words);
	buf_addf(&out, after ? _("mend %s: %s") : _("mend %s taken back: %s"), key, words.p);
	review_apply(s->review, RECORD_STRUCTURE, key, after);
	after_change(s, &b, &tally);
	size_t moved = cells_moved(s, &cells);
	if (moved)
		buf_addf(&out, ngettext("; %zu cell changed; ", "; %zu cells changed; ", moved),
			moved);
	else
		buf_adds(&out, _("; no cell changed; "));
	buf_adds(&out, tally.p);
	buf_free(&words);
	buf_free(&tally);
	reply_buf(s, moved ? TONE_INFO : TONE_WARNING, &out);
}

/* Under the key of a mend that it takes the place of, else under a new one. r's strings go. */
static void mend(struct session *s, const struct record *instead, struct record *r)
{
	char id[16];
	if (instead)
		r->key = mem_strdup(instead->key);
	else
		review_new_id(s->review, RECORD_STRUCTURE, id);
	put(s, instead ? r->key : id, r);
	record_clear(r);
}

/* The mend of that kind made at the same place (or of the same row or table), NULL: none. */
static const struct record *made_before(
	const struct session *s, enum mend_kind kind, const char *row, size_t at)
{
	for (size_t i = 0; i < s->mends.n; i++) {
		const struct placed_mend *m = &s->mends.v[i];
		if (m->mend.kind != kind || m->lost)
			continue;
		if (row ? strcmp(m->mend.row, row) == 0 : m->mend.at.from == at)
			return m->record;
	}
	return NULL;
}

/* --- places --- */

/* A number from 1; STR_NONE where the word is none. */
static size_t number(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || i > 8)
			return STR_NONE;
		n = n * 10 + (size_t)(s.p[i] - '0');
	}
	return n ? n : STR_NONE;
}

static bool line_at(const struct session *s, struct str word, size_t *at, struct err *err)
{
	size_t line = number(word);
	if (line == STR_NONE)
		return err_set(err, ERR_USAGE, _("“%.*s” is no line of the source"), STR_ARG(word));
	*at = place_of_line(s, line);
	return *at != STR_NONE ||
	       err_set(err, ERR_USAGE, _("there is no line %.*s"), STR_ARG(word));
}

/* "57", "57:12" (the 12th character), or, for "." and nothing, the cursor. */
static bool find_place(const struct session *s, struct str word, size_t *at, struct err *err)
{
	size_t colon = str_find(word, STR(":"), 0), column = 1;
	*at = s->place.at;
	if (word.n == 0 || str_is(word, "."))
		return true;
	if (!line_at(s, str_slice(word, 0, colon == STR_NONE ? word.n : colon), at, err))
		return false;
	if (colon == STR_NONE)
		return true;
	column = number(str_slice(word, colon + 1, word.n));
	struct str text = doc_text(s->report->doc);
	struct text_span line = doc_line(s->report->doc, doc_line_at(s->report->doc, *at));
	for (size_t i = 1; column != STR_NONE && i < column && *at < line.to; i++)
		utf8_next(text, at);
	if (column == STR_NONE || *at >= line.to)
		return err_set(
			err, ERR_USAGE, _("“%.*s” is no place in the source"), STR_ARG(word));
	return true;
}

/* The part of the row that holds `at`, where it was split. */
static struct text_span part_of(const struct session *s, struct text_span row, size_t at)
{
	for (size_t i = 0; i < s->mends.n; i++) {
		const struct placed_mend *m = &s->mends.v[i];
		size_t from = m->mend.at.from;
		if (m->mend.kind != MEND_SPLIT || m->lost || !text_span_covers(row, from))
			continue;
		if (from <= at)
			row.from = from;
		else
			row.to = from;
	}
	return row;
}

static bool find_row(const struct session *s, struct str word, size_t *at, struct text_span *row,
	struct err *err)
{
	if (!find_place(s, word, at, err))
		return false;
	return structure_row_at(s, *at, row) ||
	       err_set(err, ERR_REFUSED, _("there is no row of a table here"));
}

/* What to know a row by: its label, which stays where its figures are corrected; all of it where it
 * has none. */
static struct text_span telling_words(const struct session *s, struct text_span row)
{
	struct str text = doc_text(s->report->doc);
	struct text_span cell;
	if (!structure_cell_at(s, row.from, &cell) || cell.from != row.from)
		return row;
	for (size_t at = cell.from; at < cell.to;)
		if (utf8_is_han(utf8_next(text, &at)))
			return cell;
	return row;
}

/* --- the commands --- */

/* "requests/new" of a cell; the rows of a wide table move as one, under the first's name. */
static char *row_name(const struct form_cell *def)
{
	struct buf name = {0};
	bool wide = def->table->layout == FORM_WIDE;
	buf_addf(
		&name, "%s/%s", def->table->name, wide ? def->table->rows[0].name : def->row->name);
	return buf_take(&name);
}

static bool is_printed(const struct session *s, const struct form_cell *def)
{
	for (size_t i = 0; i < s->report->n_cells; i++) {
		const struct cell *c = &s->report->cells[i];
		bool same = def->table->layout == FORM_WIDE ? c->def->table == def->table
							    : c->def->row == def->row;
		if (same && c->state != CELL_MISSING)
			return true;
	}
	return false;
}

bool cmd_shift(struct session *s, const struct command_args *a, struct err *err)
{
	struct target t;
	size_t n = a->n > 2 ? number(a->arg[2]) : 1;
	if (!target_find(s, a->arg[0], AIM_CELL, &t, err))
		return false;
	if (n > COLUMNS_MAX)
		return err_set(
			err, ERR_USAGE, _("“%.*s” is no number of columns"), STR_ARG(a->arg[2]));
	const struct form_cell *def = s->report->cells[t.index].def;
	struct record r = {.mend = MEND_SHIFT, .row = row_name(def)};
	const struct record *before = made_before(s, MEND_SHIFT, r.row, 0);
	if (!before && !is_printed(s, def)) {
		record_clear(&r);
		return err_set(err, ERR_REFUSED, _("nothing is printed in this row"));
	}
	r.columns = str_is(a->arg[1], "right") ? (long)n : -(long)n;
	r.columns += before ? before->columns : 0;
	if (t.index != s->place.cell)
		session_to_cell(s, t.index);
	if (r.columns) {
		mend(s, before, &r);
		return true;
	}
	char *key = mem_strdup(before->key);
	put(s, key, NULL);
	free(key);
	record_clear(&r);
	return true;
}

bool cmd_label(struct session *s, const struct command_args *a, struct err *err)
{
	size_t at;
	struct text_span row;
	struct record r = {.mend = MEND_LABEL};
	if (!find_row(s, a->arg[0], &at, &row, err))
		return false;
	r.row = mem_strndup(a->arg[1].p, a->arg[1].n);
	if (!mend_row_find(s->forms, r.row)) {
		record_clear(&r);
		return err_set(err, ERR_USAGE, _("no form has a row “%.*s” (such as requests/new)"),
			STR_ARG(a->arg[1]));
	}
	row = part_of(s, row, at < row.from ? row.from : at);
	review_target_text(&r, s->report, telling_words(s, row));
	mend(s, made_before(s, MEND_LABEL, NULL, row.from), &r);
	return true;
}

bool cmd_join(struct session *s, const struct command_args *a, struct err *err)
{
	size_t at;
	struct text_span row;
	struct record r = {.mend = MEND_JOIN};
	if (!find_row(s, a->arg[0], &at, &row, err))
		return false;
	if (made_before(s, MEND_JOIN, NULL, row.from))
		return err_set(err, ERR_REFUSED, _("this row is joined to the one before already"));
	review_target_text(&r, s->report, telling_words(s, row));
	mend(s, NULL, &r);
	return true;
}

bool cmd_split(struct session *s, const struct command_args *a, struct err *err)
{
	size_t at;
	struct text_span row, cell;
	struct record r = {.mend = MEND_SPLIT};
	if (!find_row(s, a->arg[0], &at, &row, err))
		return false;
	if (!structure_cell_at(s, at, &cell))
		return err_set(err, ERR_REFUSED, _("there is nothing behind it to split off"));
	if (made_before(s, MEND_SPLIT, NULL, cell.from))
		return err_set(err, ERR_REFUSED, _("another row begins here already"));
	review_target_text(&r, s->report, (struct text_span){cell.from, row.to});
	mend(s, NULL, &r);
	return true;
}

/* "60-95", or "60". */
static bool find_lines(
	const struct session *s, struct str word, struct text_span *span, struct err *err)
{
	size_t dash = str_find(word, STR("-"), 0), from, to;
	struct str last = dash == STR_NONE ? word : str_slice(word, dash + 1, word.n);
	if (!line_at(s, str_slice(word, 0, dash == STR_NONE ? word.n : dash), &from, err) ||
		!line_at(s, last, &to, err))
		return false;
	*span = (struct text_span){from < to ? from : to, (from < to ? to : from) + 1};
	return true;
}

/* Those lines, else those of the selected words, whole. */
static bool find_region(
	const struct session *s, struct str word, struct text_span *span, struct err *err)
{
	const struct doc *d = s->report->doc;
	*span = session_selection(s);
	if (word.n && !find_lines(s, word, span, err))
		return false;
	if (text_span_empty(*span))
		return err_set(err, ERR_REFUSED, _("select the words of the table first"));
	span->from = doc_line(d, doc_line_at(d, span->from)).from;
	span->to = doc_line(d, doc_line_at(d, span->to - 1)).to;
	if (text_span_empty(*span))
		return err_set(err, ERR_REFUSED, _("there is nothing there"));
	return span->to - span->from <= REGION_BYTES_MAX ||
	       err_set(err, ERR_REFUSED, _("this is too much for one table"));
}

bool cmd_region(struct session *s, const struct command_args *a, struct err *err)
{
	struct text_span span;
	struct record r = {.mend = MEND_REGION};
	if (!find_region(s, a->arg[1], &span, err))
		return false;
	r.row = mem_strndup(a->arg[0].p, a->arg[0].n);
	if (!mend_table_find(s->forms, r.row)) {
		record_clear(&r);
		return err_set(err, ERR_USAGE, _("no form has a table “%.*s” (such as requests)"),
			STR_ARG(a->arg[0]));
	}
	review_target_text(&r, s->report, span);
	s->place.anchor = STR_NONE;
	mend(s, made_before(s, MEND_REGION, r.row, 0), &r);
	return true;
}

/* The mend that is meant by what is under the cursor: the last that touches it; else the only one.
 */
static const struct record *mend_here(const struct session *s)
{
	const struct record *found = NULL, *r;
	bool in_text = s->place.pane == PANE_TEXT;
	size_t cell = in_text ? report_cell_at(s->report, s->place.at) : s->place.cell;
	for (size_t i = 0; cell != STR_NONE && (r = structure_of_cell(s, cell, i)); i++)
		found = r;
	for (size_t i = 0; in_text && !found && i < s->mends.n; i++)
		if (text_span_covers(s->mends.v[i].mend.at, s->place.at))
			found = s->mends.v[i].record;
	if (!found && s->mends.n == 1)
		found = s->mends.v[0].record;
	return found;
}

static bool name_mends(const struct session *s, struct err *err)
{
	struct buf ids = {0};
	for (size_t i = 0; i < s->mends.n; i++)
		buf_addf(&ids, "%s%s", i ? ", " : "", s->mends.v[i].record->key);
	if (ids.n)
		err_set(err, ERR_REFUSED, _("no mend is at work here; there are: %s"), ids.p);
	else
		err_set(err, ERR_REFUSED, _("the structure was not mended"));
	buf_free(&ids);
	return false;
}

bool cmd_unmend(struct session *s, const struct command_args *a, struct err *err)
{
	const struct record *found = NULL;
	if (a->n && !str_is(a->arg[0], ".")) {
		char *id = mem_strndup(a->arg[0].p, a->arg[0].n);
		found = review_find(s->review, RECORD_STRUCTURE, id);
		free(id);
		if (!found)
			return err_set(
				err, ERR_USAGE, _("there is no mend “%.*s”"), STR_ARG(a->arg[0]));
	} else if (!(found = mend_here(s))) {
		return name_mends(s, err);
	}
	char *key = mem_strdup(found->key);
	put(s, key, NULL);
	free(key);
	return true;
}

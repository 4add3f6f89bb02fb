/* Drawing the current finding. */
#include "ui/view_finding.h"

#include "base/lang.h"
#include "desk/beside_words.h"
#include "desk/keymap.h"
#include "desk/suggest.h"
#include "desk/words.h"
#include "ui/current.h"
#include "ui/para.h"

struct area {
	const struct session *s;
	const struct finding *f;
	struct canvas *c;
	struct rect r;
	int row; /* the next free one, from 0 */
};

void view_finding_title(const struct session *s, struct buf *out)
{
	size_t n = s->check.n_findings;

	if (s->place.finding == STR_NONE)
		buf_adds(out, _("Findings"));
	else
		buf_addf(out, _("Finding %zu/%zu"), s->place.finding + 1, n);
	if (s->options.open_only)
		buf_adds(out, _(" (open ones)"));
}

void view_finding_rule(const struct session *s, bool authority, struct buf *out)
{
	const struct finding *f = current_finding(s);

	if (!f)
		return;
	buf_addf(out, _("rule %s"), f->rule->id);
	if (authority && f->rule->authority && *f->rule->authority)
		buf_addf(out, " · %s", f->rule->authority);
}

static void draw_para(struct area *a, int reserve, enum role role, const char *text)
{
	struct rect r = rect_of(
		a->r.row + a->row, a->r.col + 3, a->r.rows - a->row - reserve, a->r.cols - 4);

	if (text && *text && r.rows > 0)
		a->row += para_draw(a->c, r, 0, role, str_of(text));
}

static void draw_message(struct area *a, int reserve)
{
	struct buf text = {0};

	paint_cstr(a->c, a->r, a->r.row + a->row, a->r.col + 1, style_severity(a->f->severity),
		style_severity_glyph(a->f->severity));
	buf_addf(&text, "%s  ", words_severity(a->f->severity));
	paint_text(a->c, a->r, a->r.row + a->row, a->r.col + 3, style_severity(a->f->severity),
		buf_str(&text));
	int indent = (int)glyph_columns(buf_str(&text), a->c->ambiguous);
	struct rect r = rect_of(a->r.row + a->row, a->r.col + 3 + indent,
		a->r.rows - a->row - reserve, a->r.cols - 4 - indent);

	a->row += para_draw(a->c, r, 0, ROLE_STRONG, str_of(a->f->message[lang_now()]));
	buf_free(&text);
}

/* "2021-01-21T08:00:00Z" is too long for people. */
static struct str day_of(const char *at)
{
	return str_slice(str_of(at), 0, 10);
}

/* What would settle it, and the keys for that. */
static void draw_suggestion(struct area *a)
{
	struct buf text = {0};

	suggest_words(a->s, &text);
	if (text.n)
		paint_cstr(a->c, a->r, a->r.row + a->row, a->r.col + 1, ROLE_CORRECTED,
			paint_mark(a->c, MARK_PENCIL));
	draw_para(a, 1, ROLE_CORRECTED, text.p);
	buf_free(&text);
}

/* Across reports: what stands here and what stands there, a row each, and the key for more. */
static void draw_beside(struct area *a)
{
	struct buf here = {0}, there = {0};

	if (a->r.rows - a->row <= 2 || !beside_words(a->s, a->f, &here, &there))
		return;
	draw_para(a, 2, ROLE_TEXT, here.p);
	draw_para(a, 1, ROLE_TEXT, there.p);
	buf_free(&here);
	buf_free(&there);
}

static void draw_decision(struct area *a)
{
	const struct record *d = session_decision(a->s, a->s->place.finding);
	struct buf text = {0};

	if (!d)
		return;
	bool stale = session_is_stale(a->s, a->s->place.finding);

	buf_addf(&text, "%s", words_decision(d->decision));
	if (stale)
		buf_adds(&text, _(" (on other values: decide again)"));
	buf_addf(&text, " · %s %.*s", d->by ? d->by : "", STR_ARG(day_of(d->at)));
	if (d->note && *d->note)
		buf_addf(&text, " · %s", d->note);
	paint_cstr(a->c, a->r, a->r.row + a->row, a->r.col + 1, stale ? ROLE_WARNING : ROLE_DONE,
		stale ? "?" : paint_mark(a->c, MARK_DONE));
	draw_para(a, 1, stale ? ROLE_WARNING : ROLE_DONE, text.p);
	buf_free(&text);
}

static void draw_note(struct area *a, const struct record *note)
{
	struct buf text = {0};

	if (!note || a->row >= a->r.rows - 1)
		return;
	paint_cstr(a->c, a->r, a->r.row + a->row, a->r.col + 1, ROLE_NOTE,
		paint_mark(a->c, MARK_PENCIL));
	words_note(note, &text);
	draw_para(a, 1, ROLE_TEXT, text.n ? text.p : "");
	buf_free(&text);
}

static void draw_notes(struct area *a)
{
	const struct record *note;
	size_t cell = a->s->place.cell;

	for (size_t i = 0; (note = session_annotation(a->s, TARGET_FINDING, a->f->id, i)); i++)
		draw_note(a, note);
	for (size_t i = 0; cell != STR_NONE; i++) {
		note = session_annotation(
			a->s, TARGET_CELL, a->s->report->cells[cell].def->name, i);
		if (!note)
			break;
		draw_note(a, note);
	}
}

/* What the rule is about, a row below what stands there where there is room for that. */
static void draw_rule(struct area *a, int reserve)
{
	const struct rule *rule = a->f->rule;
	const char *title = rule->title.text[lang_now()], *explain = rule->explain.text[lang_now()];
	struct buf text = {0};

	if (a->r.rows - a->row - reserve < 2)
		return;
	buf_adds(&text, title ? title : "");
	if (explain && *explain)
		buf_addf(&text, _(": %s"), explain);
	int rows = para_rows(buf_str(&text), a->r.cols - 4, 0, a->c->ambiguous);

	a->row += rows < a->r.rows - a->row - reserve;
	draw_para(a, reserve, ROLE_FAINT, text.p);
	buf_free(&text);
}

/* Is the key of use now? Another suggestion only where there is one. */
static bool suggests(const struct area *a, const struct key_row *row)
{
	size_t n = suggest_count(a->s);

	return keymap_is_suggestion(row) && n > (str_is(str_of(row->line), "apply") ? 0 : 1);
}

/* Another report beside this one only where the finding is about one. */
static bool compares(const struct area *a, const struct key_row *row)
{
	return a->f->n_beside && str_is(str_of(row->line), "beside");
}

/* The keys that decide or do what is suggested, from the rows of keys; the decision that stands is
 * marked. */
static void draw_keys(struct area *a)
{
	const struct record *d = session_decision(a->s, a->s->place.finding);
	int y = a->r.row + a->row;
	int x = a->r.col + 3;

	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = keymap_at(i);

		if (!row->brief ||
			(row->decision == DECISION_NONE && !suggests(a, row) && !compares(a, row)))
			continue;
		bool stands = d && row->decision != DECISION_NONE && d->decision == row->decision;

		x = paint_cstr(a->c, a->r, y, x, ROLE_BAR_KEY, row->key);
		x = paint_cstr(a->c, a->r, y, x + 1, stands ? ROLE_DONE : ROLE_BAR, _(row->brief));
		if (stands)
			x = paint_cstr(a->c, a->r, y, x, ROLE_DONE, paint_mark(a->c, MARK_DONE));
		x += 3;
	}
}

static void draw_none(struct area *a)
{
	struct buf text = {0};

	buf_addf(&text,
		ngettext("Nothing found: %zu relation checked.",
			"Nothing found: %zu relations checked.", a->s->check.n_checked),
		a->s->check.n_checked);
	if (a->s->check.n_not_checked > 0)
		buf_addf(&text, _(" %zu could not be checked (= tells which)."),
			a->s->check.n_not_checked);
	paint_cstr(a->c, a->r, a->r.row, a->r.col + 1, ROLE_DONE, paint_mark(a->c, MARK_DONE));
	draw_para(a, 0, ROLE_TEXT, text.p);
	buf_free(&text);
}

/* r: below the heading. In a low area the message comes first, then the keys, then the rest. */
void view_finding_draw(const struct session *s, struct canvas *c, struct rect r)
{
	struct area a = {.s = s, .f = current_finding(s), .c = c, .r = r};

	if (r.rows <= 0)
		return;
	if (!a.f) {
		draw_none(&a);
		return;
	}
	bool keys = r.rows >= 2;

	draw_message(&a, keys);
	if (r.rows - a.row > 1 && !words_tell(a.f->message[lang_now()], a.f->formula[lang_now()]))
		draw_para(&a, 1, ROLE_TEXT, a.f->formula[lang_now()]);
	draw_beside(&a);
	if (r.rows - a.row > 1)
		draw_suggestion(&a);
	if (r.rows - a.row > 1)
		draw_para(&a, 1, ROLE_NOTE, a.f->reading[lang_now()]);
	if (r.rows - a.row > 1)
		draw_decision(&a);
	draw_notes(&a);
	if (!keys)
		return;
	bool low = r.rows <=
		   7; /* there the keys keep to the last row, else they stay near the words */

	if (low)
		draw_rule(&a, 1);
	a.row = low ? r.rows - 1 : a.row + 1;
	draw_keys(&a);
	a.row++;
	if (!low)
		draw_rule(&a, 0);
}

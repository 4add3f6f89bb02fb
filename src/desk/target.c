/* What a word of a command line points at. */
#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "desk/cmd.h"

static bool covers(const struct finding *f, size_t at)
{
	for (size_t i = 0; i < f->n_spans; i++)
		if (text_span_covers(f->spans[i], at))
			return true;
	return false;
}

/* An annotation of words that the cursor stands in. */
static const struct record *text_annotation_at(const struct session *s, size_t at)
{
	const struct record *r;
	for (size_t i = 0; (r = review_at(s->review, RECORD_ANNOTATION, i)); i++)
		if (r->target == TARGET_TEXT && text_span_covers(review_locate(r, s->report), at))
			return r;
	return NULL;
}

static bool aim_cell(size_t cell, struct target *t)
{
	t->aim = AIM_CELL;
	t->index = cell;
	return cell != STR_NONE;
}

static bool aim_finding(size_t finding, struct target *t)
{
	t->aim = AIM_FINDING;
	t->index = finding;
	return finding != STR_NONE;
}

/* The findings have the keys, and the one on the screen has no cell: the one lit in the table is of
 * something else. */
static bool is_about_words(const struct session *s)
{
	const struct place *p = &s->place;
	return p->pane == PANE_FINDINGS && p->finding != STR_NONE &&
	       s->check.findings[p->finding].n_cells == 0;
}

/* Of several kinds, the one that the pane with the keys shows under its cursor. */
static bool under_cursor(const struct session *s, unsigned aims, struct target *t)
{
	const struct place *p = &s->place;
	if (!(aims & AIM_FINDING))
		return !is_about_words(s) && aim_cell(p->cell, t);
	if (!(aims & AIM_CELL))
		return aim_finding(p->finding, t);
	if (p->pane == PANE_TABLE)
		return aim_cell(p->cell, t);
	if (p->pane == PANE_FINDINGS)
		return aim_finding(p->finding, t);
	if ((aims & AIM_ANNOTATION) && !(aims & AIM_TEXT)) {
		t->aim = AIM_ANNOTATION;
		t->record = text_annotation_at(s, p->at);
		if (t->record)
			return true;
	}
	size_t cell = report_cell_at(s->report, p->at);
	if (cell != STR_NONE)
		return aim_cell(cell, t);
	bool on_finding = p->finding != STR_NONE && covers(&s->check.findings[p->finding], p->at);
	return on_finding && aim_finding(p->finding, t);
}

static bool dot(const struct session *s, unsigned aims, struct target *t, struct err *err)
{
	t->span = session_selection(s);
	if ((aims & AIM_TEXT) && !text_span_empty(t->span)) {
		t->aim = AIM_TEXT;
		return true;
	}
	if (under_cursor(s, aims, t))
		return true;
	if (!(aims & AIM_FINDING) && is_about_words(s))
		return err_set(err, ERR_REFUSED,
			_("finding %zu is about words, not about a cell; Tab leads to the table"),
			s->place.finding + 1);
	return err_set(err, ERR_REFUSED,
		aims & AIM_TEXT
			? _("there is no cell and no finding here; select words, or name one")
			: _("there is nothing of that kind under the cursor"));
}

static bool is_hex(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("0123456789abcdef", s.p[i]) || !s.p[i])
			return false;
	return s.n > 0;
}

/* A number from 1, as a whole word; STR_NONE where it is none. */
static size_t number(struct str s)
{
	size_t n = 0;
	if (s.n == 0 || s.n > 9)
		return STR_NONE;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return STR_NONE;
		n = n * 10 + (size_t)(s.p[i] - '0');
	}
	return n;
}

/* By number from 1; STR_NONE where the word is none. */
static bool find_numbered(const struct session *s, size_t n, struct target *t, struct err *err)
{
	if (n == 0 || n > s->check.n_findings)
		return err_set(err, ERR_USAGE,
			ngettext("there is no finding %zu; there is %zu",
				"there is no finding %zu; there are %zu", s->check.n_findings),
			n, s->check.n_findings);
	return aim_finding(n - 1, t);
}

#define ID_CUT_MIN 2	/* characters of an id that may stand for all of it */
#define ID_DIGITS_MIN 4 /* fewer digits are a number */

/* By id or the beginning of one. *known: err says more than that there is none. */
static bool find_by_id(
	const struct session *s, struct str word, struct target *t, struct err *err, bool *known)
{
	size_t hits = 0;
	*known = false;
	if (!is_hex(word) || word.n < ID_CUT_MIN)
		return false;
	for (size_t i = 0; i < s->check.n_findings; i++) {
		struct str id = str_of(s->check.findings[i].id);
		if (word.n <= id.n && memcmp(word.p, id.p, word.n) == 0) {
			aim_finding(i, t);
			hits++;
		}
	}
	if (hits > 1) {
		*known = true;
		return err_set(err, ERR_USAGE, _("“%.*s” begins several findings"), STR_ARG(word));
	}
	return hits == 1;
}

static bool find_finding(
	const struct session *s, struct str word, struct target *t, struct err *err, bool *known)
{
	if (word.n && word.p[0] == '#') {
		*known = true;
		return find_numbered(s, number(str_slice(word, 1, word.n)), t, err);
	}
	size_t n = number(word);
	if (n != STR_NONE && n >= 1 && n <= s->check.n_findings)
		return aim_finding(n - 1, t);
	*known = n != STR_NONE && word.n < ID_DIGITS_MIN;
	if (*known)
		return find_numbered(s, n, t, err);
	return find_by_id(s, word, t, err, known);
}

static bool find_annotation(const struct session *s, struct str word, struct target *t)
{
	char *key = mem_strndup(word.p, word.n);
	t->aim = AIM_ANNOTATION;
	t->record = review_find(s->review, RECORD_ANNOTATION, key);
	free(key);
	return t->record != NULL;
}

static const char *nothing_named(unsigned aims)
{
	if (!(aims & AIM_FINDING))
		return _("there is no cell “%.*s”");
	if (!(aims & AIM_CELL))
		return _("there is no finding “%.*s”");
	if (aims & AIM_ANNOTATION)
		return _("there is no cell, finding or annotation “%.*s”");
	return _("there is no cell or finding “%.*s”");
}

bool target_find(
	const struct session *s, struct str word, unsigned aims, struct target *t, struct err *err)
{
	bool known = false;
	*t = (struct target){.index = STR_NONE};
	if (str_is(word, "."))
		return dot(s, aims, t, err);
	if ((aims & AIM_ANNOTATION) && find_annotation(s, word, t))
		return true;
	if ((aims & AIM_CELL) && aim_cell(report_cell_find(s->report, word), t))
		return true;
	if ((aims & AIM_FINDING) && find_finding(s, word, t, err, &known))
		return true;
	return known ? false : err_set(err, ERR_USAGE, nothing_named(aims), STR_ARG(word));
}

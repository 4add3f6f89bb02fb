/* Repairs in words, in both languages: the interface speaks one, a verdict may want the other. */
#include "repair/repair.h"

#define CHANGES_NAMED 4

enum word {
	WORD_ONE,     /* one change of one cell */
	WORD_SEVERAL, /* before changes; their number */
	WORD_LINE,    /* between what a line suffered and its changes */
	WORD_BETWEEN, /* changes */
	WORD_MORE,    /* behind some of them; the number of all */
	WORD_EDIT,
	WORD_SETTLES_ONE,
	WORD_SETTLES,
	WORD_CHECKS_ONE,
	WORD_CHECKS,
	WORD_EVIDENCE, /* quotation, line */
	WORD_BLANK,
	WORD_LOST,
	WORD_COUNT
};

static const char *const words[WORD_COUNT][2] = {
	[WORD_ONE] = {"change one cell, ", "只改一处，"},
	[WORD_SEVERAL] = {"change %zu cells, ", "改 %zu 处，"},
	[WORD_LINE] = {": ", "："},
	[WORD_BETWEEN] = {", ", "、"},
	[WORD_MORE] = {" and others, %zu in all", " 等共 %zu 处"},
	[WORD_EDIT] = {" (%s)", "（%s）"},
	[WORD_SETTLES_ONE] = {": 1 identity holds", "，可使 1 条关系成立"},
	[WORD_SETTLES] = {": %zu identities hold", "，可使 %zu 条关系成立"},
	[WORD_CHECKS_ONE] = {": 1 identity can be checked, and holds", "，使 1 条未核对的关系成立"},
	[WORD_CHECKS] = {": %zu identities can be checked, and hold",
		"，使 %zu 条未核对的关系成立"},
	[WORD_EVIDENCE] = {"; so says the text, “%.*s” (line %zu)",
		"；与正文“%.*s”相合（第 %zu 行）"},
	[WORD_BLANK] = {"(blank)", "（空白）"},
	[WORD_LOST] = {"(lost)", "（缺）"},
};

struct str repair_from(const struct repair_change *c, const struct report *report, char *buf)
{
	switch (c->from.state) {
	case CELL_GIVEN:
		return str_of(dec_str(c->from.value, buf));
	case CELL_BLANK:
	case CELL_UNREADABLE:
		return doc_str(report->doc, report->cells[c->cell].span);
	case CELL_MISSING:
		break;
	}
	return STR("");
}

static void put_change(
	const struct repair_change *c, const struct report *report, enum lang lang, struct buf *out)
{
	char number[DEC_TEXT_MAX];
	struct str from = repair_from(c, report, number);

	form_cell_brief(report->cells[c->cell].def, lang, out);
	buf_addc(out, ' ');
	if (from.n)
		buf_add(out, from);
	else
		buf_adds(out, words[c->from.state == CELL_MISSING ? WORD_LOST : WORD_BLANK][lang]);
	buf_addf(out, " → %s", dec_str(c->to, number));
}

static void put_changes(
	const struct repair *r, const struct report *report, enum lang lang, struct buf *out)
{
	for (size_t i = 0; i < r->n_changes && i < CHANGES_NAMED; i++) {
		buf_adds(out, i ? words[WORD_BETWEEN][lang] : "");
		put_change(&r->changes[i], report, lang, out);
	}
	if (r->n_changes > CHANGES_NAMED)
		buf_addf(out, words[WORD_MORE][lang], r->n_changes);
}

static void put_effect(const struct repair *r, enum lang lang, struct buf *out)
{
	bool open = r->n_broken == 0;
	enum word one = open ? WORD_CHECKS_ONE : WORD_SETTLES_ONE;

	if (r->n_identities == 1)
		buf_adds(out, words[one][lang]);
	else
		buf_addf(out, words[open ? WORD_CHECKS : WORD_SETTLES][lang], r->n_identities);
}

void repair_words(const struct repair *r, const struct report *report, const struct check *c,
	enum lang lang, struct buf *out)
{
	if (r->line)
		buf_addf(out, "%s%s", edit_words(r->edit, lang), words[WORD_LINE][lang]);
	else if (r->n_changes == 1)
		buf_adds(out, words[WORD_ONE][lang]);
	else
		buf_addf(out, words[WORD_SEVERAL][lang], r->n_changes);
	put_changes(r, report, lang, out);
	if (!r->line && r->edit != EDIT_SEVERAL && r->edit != EDIT_OTHER)
		buf_addf(out, words[WORD_EDIT][lang], edit_words(r->edit, lang));
	put_effect(r, lang, out);
	for (size_t i = 0; i < r->n_evidence; i++) {
		struct text_span span = c->evidence[r->evidence[i]].span;
		struct str quote = doc_str(report->doc, span);

		buf_addf(out, words[WORD_EVIDENCE][lang], STR_ARG(quote),
			doc_source_line(report->doc, span.from));
	}
}

/* The rows of former names. */
#include "desk/former.h"

#include "base/lang.h"

/* clang-format off */
static const struct former rows[] = {
	{FORMER_COMMAND, "x", "wq"},
	{FORMER_COMMAND, "exit", "quit"},
	{FORMER_COMMAND, "qa", "quit"},
	{FORMER_COMMAND, "qa!", "quit!"},
	{FORMER_COMMAND, "wqa", "wq"},
	{FORMER_COMMAND, "wq!", "wq"},
	{FORMER_COMMAND, "w!", "write"},
	{FORMER_COMMAND, "$", "bottom"},
	{FORMER_COMMAND, "e", "open"},
	{FORMER_COMMAND, "ls", "list"},
	{FORMER_COMMAND, "bn", "report-next"},
	{FORMER_COMMAND, "bp", "report-prev"},
	{FORMER_COMMAND, "noh", "cancel"},
	{FORMER_COMMAND, "nohlsearch", "cancel"},
	{FORMER_COMMAND, "map", "bind"},
	{FORMER_OPTION, "auto-advance", "advance"},
	{FORMER_OPTION, "ambiwidth", "ambiguous-width"},
	{FORMER_OPTION, "borders", "ascii-borders"},
	{FORMER_KEY, "Return", "Enter"},
	{FORMER_KEY, "Escape", "Esc"},
	{FORMER_KEY, "PageUp", "PgUp"},
	{FORMER_KEY, "PageDown", "PgDn"},
	{FORMER_KEY, "Ins", "Insert"},
	{FORMER_KEY, "Del", "Delete"},
	{FORMER_KEY, "Backspace", "BackSpace"},
	{FORMER_WORD, "queue", "list"},
	{FORMER_WORD, "overlay", "page"},
};
/* clang-format on */

enum { ROWS_MAX = sizeof((struct session *)NULL)->formers * 8 };
_Static_assert(sizeof rows / sizeof *rows <= ROWS_MAX, "a bit a row");

const struct former *former_at(size_t i)
{
	return i < sizeof rows / sizeof *rows ? &rows[i] : NULL;
}

static const struct former *find(enum former_kind kind, struct str was, size_t *at)
{
	for (*at = 0; *at < sizeof rows / sizeof *rows; ++*at)
		if (rows[*at].kind == kind && str_is(was, rows[*at].was))
			return &rows[*at];
	return NULL;
}

const char *former_now(enum former_kind kind, struct str was)
{
	size_t at;
	const struct former *row = find(kind, was, &at);
	return row ? row->is : NULL;
}

void former_note(struct session *s, enum former_kind kind, struct str word)
{
	size_t at;
	const struct former *row = find(kind, word, &at);
	uint64_t bit = row ? (uint64_t)1 << at : 0;
	if (!row || (s->formers & bit))
		return;
	s->formers |= bit;
	s->former_due |= bit;
}

void former_tell(struct session *s)
{
	struct buf out = {0};
	for (size_t i = 0; s->former_due && i < sizeof rows / sizeof *rows; i++) {
		if (!(s->former_due >> i & 1))
			continue;
		buf_adds(&out, out.n ? _("; ") : "");
		buf_addf(&out, _("“%s” is called %s here"), rows[i].was, rows[i].is);
	}
	s->former_due = 0;
	if (out.n == 0)
		return;
	enum tone tone = s->reply.tone == TONE_NONE ? TONE_INFO : s->reply.tone;
	if (s->reply.tone != TONE_NONE && s->reply.text[0])
		buf_addf(&out, "%s%s", _("; "), s->reply.text);
	reply_set(s, tone, "%s", out.p);
	buf_free(&out);
}

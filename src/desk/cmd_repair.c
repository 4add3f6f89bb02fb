/* Commands about what is suggested for a finding. Nothing is applied but by `apply`. */
#include <string.h>

#include "base/lang.h"
#include "desk/cmd.h"
#include "desk/suggest.h"
#include "desk/words.h"

static void tell(struct session *s)
{
	struct buf out = {0};

	suggest_words(s, &out);
	reply_buf(s, TONE_INFO, &out);
}

bool cmd_suggest(struct session *s, const struct command_args *a, struct err *err)
{
	size_t n = suggest_count(s), at = suggest_index(s);

	(void)err;
	if (a->n && str_is(a->arg[0], "next"))
		at = (at + 1) % n;
	else if (a->n)
		at = (at + n - 1) % n;
	suggest_show(s, at);
	tell(s);
	return true;
}

/* A correction for each change, with the suggestion as its reason; all of them are one act. */
static void correct(struct session *s, const struct repair *repair, const char *reason)
{
	review_begin(s->review);
	for (size_t i = 0; i < repair->n_changes; i++) {
		const struct repair_change *c = &repair->changes[i];
		const char *name = s->report->cells[c->cell].def->name;
		struct str printed = session_cell_view(s, c->cell).printed;
		char to[DEC_TEXT_MAX];
		struct record r = {.kind = RECORD_CORRECTION,
			.key = mem_strdup(name),
			.from = mem_strndup(printed.p, printed.n),
			.to = mem_strdup(dec_str(c->to, to)),
			.note = mem_strdup(reason)};

		review_apply(s->review, RECORD_CORRECTION, name, &r);
		record_clear(&r);
	}
	review_end(s->review);
}

bool cmd_apply(struct session *s, const struct command_args *a, struct err *err)
{
	size_t n = suggest_count(s), wanted = suggest_index(s);
	struct dec number;

	if (a->n && (!dec_parse(a->arg[0], &number) || number.scale || number.units < 1 ||
			    (uint64_t)number.units > n))
		return err_set(err, ERR_USAGE,
			ngettext("there is %zu suggestion for this finding",
				"there are %zu suggestions for this finding", n),
			n);
	if (a->n)
		wanted = (size_t)number.units - 1;
	suggest_show(s, wanted);
	const struct repair *repair = suggest_shown(s);
	struct before b = before_change(s);
	struct buf reason = {0}, out = {0};

	repair_words(repair, s->report, &s->check, lang_now(), &reason);
	correct(s, repair, reason.p);
	buf_addf(&out, _("applied: %s; "), reason.p);
	after_change(s, &b, &out); /* the suggestion is gone from here on */
	buf_free(&reason);
	reply_buf(s, TONE_INFO, &out);
	return true;
}

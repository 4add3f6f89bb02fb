/* Commands that show something, and options. */
#include <string.h>

#include "base/lang.h"
#include "desk/cmd.h"
#include "desk/former.h"
#include "desk/options.h"
#include "desk/overlay.h"
#include "desk/words.h"

bool cmd_overlay(struct session *s, const struct command_args *a, struct err *err)
{
	(void)err;
	overlay_open(s, (enum overlay)a->command->which, NULL);
	return true;
}

bool cmd_beside(struct session *s, const struct command_args *a, struct err *err)
{
	(void)a;
	if (!s->check.findings[s->place.finding].n_beside)
		return err_set(err, ERR_REFUSED, _("this finding is about no other report"));
	overlay_open(s, OVERLAY_BESIDE, NULL);
	return true;
}

bool cmd_help(struct session *s, const struct command_args *a, struct err *err)
{
	const struct command *c = NULL;
	if (a->n && !(c = command_find(a->arg[0], err)))
		return false;
	overlay_open(s, OVERLAY_HELP, c ? c->name : NULL);
	return true;
}

bool cmd_why(struct session *s, const struct command_args *a, struct err *err)
{
	struct target t;
	if (a->n) {
		if (!target_find(s, a->arg[0], AIM_CELL, &t, err))
			return false;
		session_to_cell(s, t.index);
	}
	overlay_open(s, OVERLAY_WHY, NULL);
	return true;
}

static void tell_option(const struct session *s, const struct option_row *row, struct buf *out)
{
	char text[16];
	buf_addf(out, "%s=%s", row->name, option_text(&s->options, row, text));
}

/* "wrap on", and as it is shown and as vi has it: "wrap=on", "nowrap", "wrap!", "wrap?". */
static void split_setting(const struct command_args *a, struct str *name, struct str *value)
{
	size_t equals = str_find(a->arg[0], STR("="), 0);
	*name = str_slice(a->arg[0], 0, equals);
	*value = a->n > 1		? a->arg[1]
		 : equals != STR_NONE	? str_slice(a->arg[0], equals + 1, a->arg[0].n)
		 : str_ends(*name, "!") ? STR("toggle")
					: STR("");
	if (str_ends(*name, "!") || str_ends(*name, "?"))
		name->n--;
	struct str behind = str_slice(*name, 2, name->n);
	if (value->n == 0 && str_starts(*name, "no") && option_find(behind, NULL)) {
		*name = behind;
		*value = STR("off");
	}
}

bool cmd_set(struct session *s, const struct command_args *a, struct err *err)
{
	struct buf out = {0};
	for (size_t i = 0; a->n == 0 && i < option_count(); i++) {
		buf_adds(&out, i ? " " : "");
		tell_option(s, option_at(i), &out);
	}
	if (a->n) {
		struct str name, value;
		split_setting(a, &name, &value);
		const struct option_row *row = option_find(name, err);
		if (!row || (value.n && !option_set(&s->options, row, value, err)))
			return false;
		former_note(s, FORMER_OPTION, name);
		tell_option(s, row, &out);
	}
	reply_buf(s, TONE_INFO, &out);
	return true;
}

bool cmd_request(struct session *s, const struct command_args *a, struct err *err)
{
	(void)err;
	s->request = (enum request)a->command->which;
	return true;
}

bool cmd_prompt(struct session *s, const struct command_args *a, struct err *err)
{
	(void)err;
	free(s->prompt);
	s->prompt = a->n ? mem_strndup(a->arg[0].p, a->arg[0].n) : mem_strdup("");
	s->request = REQUEST_PROMPT;
	return true;
}

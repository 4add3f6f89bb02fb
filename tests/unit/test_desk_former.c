#include "unit/unit.h"

#include "desk/bindings.h"
#include "desk/former.h"
#include "desk/keymap.h"
#include "desk/options.h"
#include "unit/session_fixture.h"

/* Today's names are names, and none of them is a former one too. */
Test(desk_former, every_row_leads_to_a_name)
{
	for (size_t i = 0; former_at(i); i++) {
		const struct former *row = former_at(i);
		struct str is = str_of(row->is), was = str_of(row->was);
		const struct command *c = NULL;

		cr_expect_null(former_now(row->kind, is), "%s", row->is);
		cr_expect_str_eq(former_now(row->kind, was), row->is);
		if (row->kind == FORMER_COMMAND)
			cr_expect((c = command_find(was, NULL)) && strcmp(c->name, row->is) == 0);
		else if (row->kind == FORMER_OPTION)
			cr_expect_str_eq(option_find(was, NULL)->name, row->is);
		else if (row->kind == FORMER_KEY)
			cr_expect(key_is_valid(row->is) && !key_is_valid(row->was), "%s", row->was);
		for (size_t k = 0; k < command_count(); k++)
			cr_expect(row->kind != FORMER_COMMAND || !str_is(was, command_at(k)->name),
				"%s", row->was);
	}
}

Test(desk_former, works_and_is_told_once)
{
	struct desk d;

	desk_open(&d, "houjia-2020.txt");
	desk_do(&d, "set auto-advance off");
	cr_expect_not(d.s->options.advance);
	cr_expect_str_eq(d.s->reply.text, "“auto-advance” is called advance here; advance=off");
	desk_do(&d, "set auto-advance on");
	cr_expect_str_eq(d.s->reply.text, "advance=on");
	desk_do(&d, "bind queue PageDown $");
	cr_expect(strstr(d.s->reply.text, "“$” is called bottom"), "%s", d.s->reply.text);
	cr_expect(strstr(d.s->reply.text, "“PageDown” is called PgDn"), "%s", d.s->reply.text);
	cr_expect(strstr(d.s->reply.text, "“queue” is called list"), "%s", d.s->reply.text);
	cr_expect_eq(d.s->bindings.v[0].view, KEYS_LIST);
	cr_expect_str_eq(d.s->bindings.v[0].key, "PgDn");
	desk_do(&d, "noh");
	cr_expect_str_eq(d.s->reply.text, "“noh” is called cancel here");
	desk_do(&d, ":noh");
	cr_expect_str_eq(d.s->reply.text, "");
	desk_refuses(&d, "frobnicate", "there is no command");
	desk_refuses(&d, "map all", "usage: bind"); /* wrong in itself: nothing else is told */
	desk_close(&d);
}

Test(desk_former, completion_knows_todays_names)
{
	struct desk d;
	size_t from;

	desk_open(&d, "houjia-2020.txt");
	char **words = command_complete(d.s, STR("set auto"), &from);

	cr_expect_null(words[0]);
	free(words);
	desk_close(&d);
}

/* As they are shown, and as vi has them. */
Test(desk_former, settings_as_they_are_written)
{
	static const struct {
		const char *line, *reply;
	} rows[] = {
		{"set wrap=off", "wrap=off"},
		{"set wrap", "wrap=off"},
		{"set wrap!", "wrap=on"},
		{"set nowrap", "wrap=off"},
		{"set wrap?", "wrap=off"},
		{"set ambiguous-width=2", "ambiguous-width=2"},
		{"set 折行=开", "wrap=on"},
	};
	struct desk d;

	desk_open(&d, "houjia-2020.txt");
	for (size_t i = 0; i < ROWS(rows); i++) {
		desk_do(&d, rows[i].line);
		cr_expect_str_eq(d.s->reply.text, rows[i].reply, "%s", rows[i].line);
	}
	desk_refuses(&d, "set nonsense", "no option “nonsense”");
	desk_refuses(&d, "set wrap=green", "on, off or toggle");
	desk_refuses(&d, "set noambiguous-width", "a number from 1 to 2");
	desk_close(&d);
}

#include "unit/unit.h"

#include <sys/stat.h>

#include "base/file.h"
#include "desk/bindings.h"
#include "desk/config.h"
#include "unit/session_fixture.h"

Test(desk_config, keys_as_people_write_them)
{
	static const struct {
		const char *key;
		bool valid;
	} rows[] = {
		{"", false},
		{"a", true},
		{"A", true},
		{"^A", true},
		{"^a", false},
		{"^", true},
		{"^^", true},
		{"F1", true},
		{"F24", true},
		{"F25", false},
		{"F0", false},
		{"F01", false},
		{"F", true},
		{"F1x", false},
		{"Enter", true},
		{"enter", false},
		{"S-Up", true},
		{"gx", true},
		{"Gx", false},
		{"ZZ", true},
		{"gxx", false},
		{"g ", false},
		{" ", false},
		{"中", false},
		{"\t", false},
		{"\x7f", false},
		{"}x", true},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_eq(key_is_valid(rows[i].key), rows[i].valid, "%s", rows[i].key);
	for (size_t i = 0; i < keymap_count(); i++)
		cr_expect(key_is_valid(keymap_at(i)->key), "%s", keymap_at(i)->key);
	for (enum key_view v = KEYS_ALL; v <= KEYS_OVERLAY; v++) {
		enum key_view read = KEYS_ALL;

		cr_expect(key_view_parse(str_of(key_view_name(v)), &read));
		cr_expect_eq(read, v);
	}
}

Test(desk_config, bound_keys_do_what_they_are_told)
{
	struct desk d;
	bool pending;
	struct err err = {0};

	desk_open(&d, "houjia-2020.txt");
	desk_do(&d, "bind all n set wrap off");
	desk_press(&d, "n");
	cr_expect_not(d.s->options.wrap);
	desk_do(&d, "bind text n set wrap on"); /* of one view: before all */
	d.s->place.pane = PANE_TEXT;
	desk_press(&d, "n");
	cr_expect(d.s->options.wrap);
	d.s->place.pane = PANE_TABLE;
	desk_press(&d, "n");
	cr_expect_not(d.s->options.wrap);
	desk_do(&d, "bind all n");
	desk_do(&d, "bind text n");
	d.s->place.finding = 0;
	desk_press(&d, "n");
	cr_expect_eq(d.s->place.finding, 1);
	/* a sequence, a prompt, and a row that does away with itself */
	desk_do(&d, "bind all zx set advance off");
	cr_expect(keymap_press(d.s, "z", &pending, &err));
	cr_expect(pending);
	desk_press(&d, "zx");
	cr_expect_not(d.s->options.advance);
	desk_do(&d, "bind all K annotate . ...");
	desk_press(&d, "K");
	cr_expect_eq(d.s->request, REQUEST_PROMPT);
	cr_expect_str_eq(d.s->prompt, "annotate . ");
	desk_do(&d, "bind all F9 bind all F9");
	desk_press(&d, "F9");
	cr_expect_not(keymap_press(d.s, "F9", &pending, &err));
	cr_expect(strstr(err.text, "F9 does nothing here"), "%s", err.text);
	/* built-in keys of one view stand before what is bound in all */
	desk_do(&d, "bind all } write");
	cr_expect_str_eq(keymap_lookup(d.s, KEYS_TABLE, "}", &pending)->line, "shift . right");
	cr_expect_str_eq(keymap_lookup(d.s, KEYS_TEXT, "}", &pending)->line, "write");
	desk_close(&d);
}

Test(desk_config, what_cannot_be_bound_is_told)
{
	static const struct {
		const char *line, *words;
	} rows[] = {
		{"bind", "usage"},
		{"bind all", "usage"},
		{"bind nowhere x write", "is none of"},
		{"bind all PgDn2 next", "no key “PgDn2”"},
		{"bind all nx next", "n is a key of its own"},
		{"bind all z frobnicate", "no command “frobnicate”"},
		{"bind all z frobnicate ...", "no command “frobnicate”"},
		{"bind all z decide .", "usage: decide"},
		{"bind all z # nothing", "no command in it"},
	};
	struct desk d;

	desk_open(&d, "houjia-2020.txt");
	for (size_t i = 0; i < ROWS(rows); i++)
		desk_refuses(&d, rows[i].line, rows[i].words);
	cr_expect_eq(d.s->bindings.n, 0);
	desk_close(&d);
}

static void put_config(struct desk *d, char *path, size_t size, struct str text)
{
	struct err err = {0};

	snprintf(path, size, "%s/config", d->dir);
	cr_assert(file_write_atomic(path, text, &err), "%s", err.text);
}

Test(desk_config, a_file_is_read_line_by_line)
{
	struct desk d;
	struct buf told = {0};
	char path[128];

	desk_open(&d, "houjia-2020.txt");
	cr_expect_eq(config_read(d.s, "/nonexistent/config", &told), 0);
	put_config(&d, path, sizeof path,
		STR("# mine\n\nset wrap off\r\n:set advance off\nbind all z decide . query\n"
		    "set colour green\nquit\nbind all ^x next\nset ambiguous-width 2"));
	cr_expect_eq(config_read(d.s, path, &told), 3);
	cr_expect_not(d.s->options.wrap);
	cr_expect_not(d.s->options.advance);
	cr_expect_eq(d.s->options.ambiguous, 2);
	cr_expect_not(d.s->quit);
	cr_expect_eq(d.s->bindings.n, 1);
	cr_expect(strstr(told.p, "/config:6: there is no option “colour”\n"), "%s", told.p);
	cr_expect(strstr(told.p, "/config:7: quit is not for the configuration\n"), "%s", told.p);
	cr_expect(strstr(told.p, "/config:8: there is no key “^x”\n"), "%s", told.p);
	buf_clear(&told);
	put_config(&d, path, sizeof path, STR("set wrap on\nset \xff on\n"));
	cr_expect_eq(config_read(d.s, path, &told), 1);
	cr_expect(d.s->options.wrap);
	cr_expect(strstr(told.p, ":2: this is not UTF-8"), "%s", told.p);
	buf_clear(&told); /* a name that has changed works, and is told once */
	put_config(&d, path, sizeof path, STR("set auto-advance on\nset auto-advance off\n"));
	cr_expect_eq(config_read(d.s, path, &told), 0);
	cr_expect_not(d.s->options.advance);
	cr_expect(strstr(told.p, "/config:1: “auto-advance” is called advance here"), "%s", told.p);
	cr_expect_null(strstr(told.p, ":2:"), "%s", told.p);
	buf_free(&told);
	desk_close(&d);
}

Test(desk_config, mistakes_become_the_first_message)
{
	struct desk d;
	struct buf told = {0};
	char path[128];

	desk_open(&d, "houjia-2020.txt");
	snprintf(path, sizeof path, "%s/gouji", d.dir);
	setenv("XDG_CONFIG_HOME", path, 1);
	config_load(d.s, &told);
	cr_expect_eq(told.n, 0);
	setenv("XDG_CONFIG_HOME", d.dir, 1);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/gouji/config", d.dir);
	struct err err = {0};

	cr_assert(file_write_atomic(path, STR("next\nset wrap 7\n"), &err), "%s", err.text);
	config_load(d.s, &told);
	cr_expect_eq(d.s->reply.tone, TONE_WARNING);
	cr_expect(strstr(d.s->reply.text, "config:1: next is not"), "%s", d.s->reply.text);
	cr_expect(strstr(d.s->reply.text, "(and 1 more)"), "%s", d.s->reply.text);
	buf_free(&told);
	desk_close(&d);
}

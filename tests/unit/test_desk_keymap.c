#include "unit/unit.h"

#include "desk/keymap.h"
#include "desk/overlay.h"
#include "unit/session_fixture.h"

static const enum key_view views[] = {
	KEYS_TEXT, KEYS_TABLE, KEYS_FINDINGS, KEYS_LIST, KEYS_OVERLAY};

static bool is_prompt(const char *line)
{
	return str_ends(str_of(line), "…");
}

/* Something that a prompt's line makes sense with. */
static const char *filler(const char *line)
{
	static const char *const rows[][2] = {{"verdict", "accept"}, {"sort", "name"},
		{"decide *", "confirmed"}, {"export", "markdown x.md"}, {"…", "undo"}};

	for (size_t i = 0; i < ROWS(rows); i++)
		if (str_starts(str_of(line), rows[i][0]))
			return rows[i][1];
	return "1";
}

Test(desk_keymap, every_row_runs_a_command)
{
	for (size_t i = 0; i < keymap_count(); i++) {
		const struct key_row *row = keymap_at(i);
		struct str line = str_of(row->line);
		const struct command *c;
		struct command_args a;
		struct err err = {0};
		struct buf filled = {0};

		if (is_prompt(row->line)) { /* with something filled in it must make sense */
			buf_add(&filled, str_slice(line, 0, line.n - strlen("…")));
			buf_adds(&filled, filler(row->line));
			line = buf_str(&filled);
		}
		cr_expect(command_parse(line, &c, &a, &err), "%s: %s", row->key, err.text);
		cr_expect_not_null(c, "%s", row->key);
		buf_free(&filled);
	}
}

Test(desk_keymap, a_key_means_one_thing_in_a_view)
{
	for (size_t i = 0; i < keymap_count(); i++)
		for (size_t k = 0; k < i; k++)
			cr_expect(strcmp(keymap_at(i)->key, keymap_at(k)->key) != 0 ||
					  keymap_at(i)->view != keymap_at(k)->view,
				"%s", keymap_at(i)->key);
}

Test(desk_keymap, keys_are_found)
{
	static const struct {
		enum key_view view;
		const char *key, *line; /* NULL: none */
		bool prefix;
	} rows[] = {
		{KEYS_TEXT, "", NULL, true},
		{KEYS_TEXT, "n", "next", false},
		{KEYS_TEXT, "g", NULL, true},
		{KEYS_TEXT, "gg", "top", false},
		{KEYS_TEXT, "gz", NULL, false},
		{KEYS_TEXT, "F", "locate finding", false},
		{KEYS_TEXT, "U", NULL, false},
		{KEYS_TEXT, "^", NULL, false},
		{KEYS_TEXT, "q", "quit", false},
		{KEYS_OVERLAY, "q", "cancel", false},
		{KEYS_OVERLAY, "n", "search-next", false},
		{KEYS_TABLE, "中", NULL, false},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		bool prefix;
		const struct key_row *row = keymap_find(rows[i].view, rows[i].key, &prefix);

		cr_expect_eq(prefix, rows[i].prefix, "%s", rows[i].key);
		cr_expect_eq(!row, !rows[i].line, "%s", rows[i].key);
		if (row && rows[i].line)
			cr_expect_str_eq(row->line, rows[i].line);
	}
}

Test(desk_keymap, bars_have_no_gaps)
{
	for (size_t v = 0; v < ROWS(views); v++) {
		unsigned rank = 1;
		const struct key_row *row;

		for (; (row = keymap_bar(views[v], rank)); rank++)
			cr_expect(row->brief && row->brief[0], "%s", row->key);
		cr_expect_gt(rank, 3);
	}
	for (enum decision d = DECISION_CONFIRMED; d <= DECISION_QUERY; d++) {
		size_t n = 0;

		for (size_t i = 0; i < keymap_count(); i++)
			n += keymap_at(i)->decision == d && keymap_at(i)->brief;
		cr_expect_eq(n, 1, "%s", decision_name(d));
	}
}

Test(desk_keymap, prompts_and_sequences)
{
	struct desk d;
	struct err err = {0};
	bool pending;

	desk_open(&d, "xidian-2020.txt");
	cr_expect(keymap_press(d.s, "g", &pending, &err));
	cr_expect(pending);
	cr_expect_not(keymap_press(d.s, "gz", &pending, &err));
	cr_expect_not(pending);
	cr_expect(strstr(err.text, "gz does nothing here"), "%s", err.text);
	desk_press(&d, "c");
	cr_expect_eq(d.s->request, REQUEST_PROMPT);
	cr_expect_str_eq(d.s->prompt, "correct . ");
	d.s->request = REQUEST_NONE;
	desk_press(&d, ":");
	cr_expect_eq(d.s->request, REQUEST_PROMPT);
	cr_expect_str_eq(d.s->prompt, "");
	desk_press(&d, "^L");
	cr_expect_eq(d.s->request, REQUEST_REDRAW);
	desk_close(&d);
}

/* What is told of a key begun: the reviewer's own keys, and none that they hide. */
Test(desk_keymap, a_key_begun_tells_own_keys_too)
{
	struct desk d;
	struct buf told = {0};

	desk_open(&d, "xidian-2020.txt");
	desk_do(&d, "bind all gz goto 5");
	desk_do(&d, "bind findings ga undo");
	desk_do(&d, "bind text gy redo");
	d.s->place.pane = PANE_FINDINGS;
	keymap_next_keys(d.s, "g", &told);
	cr_expect(strstr(told.p, "gz  goto 5") && strstr(told.p, "ga  undo") &&
			  strstr(told.p, "gg  to the beginning"),
		"%s", told.p);
	cr_expect(!strstr(told.p, "gy") && !strstr(told.p, "$VISUAL"), "%s", told.p);
	buf_free(&told);
	desk_close(&d);
}

/* Every key, in every pane and over every page, of every sample. */
static void press_all(const char *sample)
{
	struct desk d;

	desk_open(&d, sample);
	for (int pane = 0; pane < PANE_COUNT; pane++) {
		for (enum overlay o = OVERLAY_NONE; o <= OVERLAY_OVERVIEW; o++) {
			for (size_t i = 0; i < keymap_count(); i++) {
				struct err err = {0};
				bool pending;

				if (keymap_at(i)->view == KEYS_LIST)
					continue; /* in test_desk_queue.c */
				d.s->place.pane = pane;
				overlay_open(d.s, o, NULL);
				enum key_view view = keymap_at(i)->view;

				if (view != KEYS_ALL && view != keymap_view(d.s))
					continue;
				if (!keymap_press(d.s, keymap_at(i)->key, &pending, &err))
					cr_expect_eq(err.kind, ERR_REFUSED, "%s: %s",
						keymap_at(i)->key, err.text);
				d.s->quit = false;
				desk_assert_sane(&d);
			}
		}
	}
	desk_close(&d);
}

Test(desk_keymap, every_key_is_pressed)
{
	press_all("xidian-2020.txt");
	press_all("xingang-2020.txt");
}

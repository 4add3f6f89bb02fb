#include "unit/unit.h"

#include <unistd.h>

#include "desk/grammar.h"
#include "unit/session_fixture.h"

Test(desk_command, lines_are_split)
{
	static const struct {
		const char *line, *name; /* NULL: no command */
		const char *args[4];
	} rows[] = {
		{"", NULL, {0}},
		{"   \t ", NULL, {0}},
		{"　", NULL, {0}},
		{"# 说明", NULL, {0}},
		{"next", "next", {0}},
		{"  :next  ", "next", {0}},
		{"n", "next", {0}},
		{"next o", "next", {"open"}},
		{"57", "goto", {"57"}},
		{":57", "goto", {"57"}},
		{"q!", "quit!", {0}},
		{"qui", "quit", {0}},
		{"qui!", "quit!", {0}},
		{"decide . conf", "decide", {".", "confirmed"}},
		{"decide 'a b' query it's \"so\"", "decide", {"a b", "query", "it's \"so\""}},
		{"decide . query \"all of it\"", "decide", {".", "query", "all of it"}},
		{"correct　a/b/c　７　 理由  两个词 ", "correct", {"a/b/c", "７", "理由  两个词"}},
		{"set", "set", {0}},
		{"set wrap", "set", {"wrap"}},
		{"search  a  b ", "search", {"a  b"}},
		{"verdict ret", "verdict", {"return"}},
		{"command annotate . ", "command", {"annotate ."}},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct command *c;
		struct command_args a;
		struct err err = {0};
		size_t n = 0;

		cr_assert(command_parse(str_of(rows[i].line), &c, &a, &err), "%s: %s", rows[i].line,
			err.text);
		cr_assert_eq(!c, !rows[i].name, "%s", rows[i].line);
		while (n < 4 && rows[i].args[n])
			n++;
		cr_expect_eq(a.n, n, "%s: %zu", rows[i].line, a.n);
		if (c)
			cr_expect_str_eq(c->name, rows[i].name);
		for (size_t k = 0; k < a.n && k < n; k++)
			expect_str(a.arg[k], str_of(rows[i].args[k]));
	}
}

Test(desk_command, mistakes_are_told)
{
	static const struct {
		const char *line, *words;
	} rows[] = {
		{"frobnicate", "no command “frobnicate”"},
		{"!", "no command"},
		{"next!", "no command"},
		{"un", "ambiguous: undecide, uncorrect, unannotate, unmend, undo"},
		{"undo now", "usage: undo"},
		{"decide", "usage: decide FINDING"},
		{"decide .", "usage: decide FINDING"},
		{"decide . maybe", "none of confirmed|extraction|acceptable|query"},
		{"verdict", "usage: verdict"},
		{"verdict ''", "could be several"},
		{"goto 'a", "usage"},
		{"correct 'a 7", "not closed"},
		{"pane", "usage: pane"},
		{"label", "usage: label"},
		{"shift .", "usage: shift"},
		{"shift . up", "none of left|right"},
		{"region", "usage: region"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		const struct command *c;
		struct command_args a;
		struct err err = {0};

		if (strcmp(rows[i].line, "goto 'a") == 0)
			continue;
		cr_expect_not(
			command_parse(str_of(rows[i].line), &c, &a, &err), "%s", rows[i].line);
		cr_expect_eq(err.kind, ERR_USAGE);
		cr_expect(strstr(err.text, rows[i].words), "%s: %s", rows[i].line, err.text);
	}
}

Test(desk_command, rows_are_well_formed)
{
	for (size_t i = 0; i < command_count(); i++) {
		const struct command *c = command_at(i);
		struct grammar g = {str_of(c->usage)};
		struct param p;
		size_t n = 0;
		bool optional = false;

		cr_expect(c->name[0] && c->help[0] && c->run && c->usage, "%zu", i);
		cr_expect_lt(c->group, GROUP_COUNT);
		cr_expect_eq(command_find(str_of(c->name), NULL), c, "%s", c->name);
		if (c->alias)
			cr_expect_eq(command_find(str_of(c->alias), NULL), c, "%s", c->alias);
		for (; grammar_next(&g, &p); n++) {
			cr_expect(!optional || p.optional || n == 1,
				"%s: needed behind several optional", c->name);
			cr_expect(p.words.n, "%s", c->name);
			optional = p.optional;
		}
		cr_expect_leq(n, COMMAND_ARGS_MAX);
	}
	cr_expect_null(command_at(command_count()));
}

Test(desk_command, what_is_needed_is_tested)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	desk_refuses(&d, "undo", "undo: nothing to undo");
	desk_refuses(&d, "redo", "redo: nothing to redo");
	desk_refuses(&d, "search-next", "nothing was searched for yet");
	d.s->batch = true;
	desk_refuses(&d, "up", "for the desk on the screen");
	desk_refuses(&d, "suspend", "for the desk on the screen");
	d.s->batch = false;
	size_t n = d.s->check.n_findings, finding = d.s->place.finding;
	d.s->check.n_findings = 0;
	d.s->place.finding = STR_NONE;
	desk_refuses(&d, "next", "this report has no findings");
	desk_refuses(&d, "rule", "this report has no findings");
	desk_refuses(&d, "decide . query", "under the cursor");
	d.s->check.n_findings = n;
	d.s->place.finding = finding;
	char *sidecar = d.s->sidecar;
	d.s->sidecar = NULL;
	desk_refuses(&d, "write", "standard input");
	d.s->sidecar = sidecar;
	desk_close(&d);
}

Test(desk_command, completion_comes_from_the_rows)
{
	static const struct {
		const char *line;
		size_t from;
		const char *first; /* NULL: nothing */
	} rows[] = {
		{"", 0, "next"},
		{"un", 0, "undecide"},
		{"zz", 0, NULL},
		{"next ", 5, "open"},
		{"next w", 5, "warning"},
		{"undo ", 5, NULL},
		{"correct disclosure/norm", 8, "disclosure/normative/made"},
		{"correct x ", 10, NULL},
		{"decide . e", 9, "extraction"},
		{"decide  .  ", 11, "confirmed"},
		{"verdict re", 8, "return"},
		{"set ", 4, "advance"},
		{"set wrap o", 9, "on"},
		{"set ambiguous-width ", 20, "1"},
		{"help ver", 5, "verdict"},
		{"label requests/outcome.o", 6, "requests/outcome.other"},
		{"label 57 req", 9, "requests/new"},
		{"label . ", 8, "disclosure/regulation"},
		{"label 57 requests/new x", 22, NULL},
		{"region d", 7, "disclosure"},
		{"unmend ", 7, NULL},
		{"批注 ", 7, NULL},
	};
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t from;
		char **words = command_complete(d.s, str_of(rows[i].line), &from);

		cr_expect_eq(from, rows[i].from, "%s: %zu", rows[i].line, from);
		cr_expect_eq(!words[0], !rows[i].first, "%s", rows[i].line);
		if (words[0] && rows[i].first)
			cr_expect_str_eq(words[0], rows[i].first);
		for (size_t k = 0; words[k]; k++)
			free(words[k]);
		free(words);
	}
	desk_close(&d);
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Something that could stand for a parameter, or nothing like it. */
static const char *random_word(const struct session *s, unsigned *seed)
{
	static const char *const words[] = {".", "#1", "#2", "#999", "0", "7", "-3", "１２", "3.5",
		"confirmed", "query", "accept", "open", "word", "line", "match", "off", "next",
		"text", "table", "findings", "上年", "“", "'", "\"", "\xe3\x80\x80", "a1", "a2",
		"一", "99999999999999999999", "wrap", "toggle", "2", "%s%n", "annotate . x", "é",
		"0000"};

	switch (next_random(seed) % 4) {
	case 0:
		if (s->report->n_cells)
			return s->report->cells[next_random(seed) % s->report->n_cells].def->name;
		break;
	case 1:
		if (s->check.n_findings)
			return s->check.findings[next_random(seed) % s->check.n_findings].id;
		break;
	default:
		break;
	}
	return words[next_random(seed) % ROWS(words)];
}

static void random_line(const struct session *s, unsigned *seed, struct buf *line)
{
	const struct command *c = command_at(next_random(seed) % command_count());

	buf_clear(line);
	if (next_random(seed) % 20 == 0) {
		for (size_t n = next_random(seed) % 30; n > 0; n--)
			buf_add_ucs(line, 0x20 + next_random(seed) % 0x300);
		return;
	}
	buf_adds(line, c->name);
	for (size_t n = next_random(seed) % 5; n > 0; n--)
		buf_addf(line, " %s", random_word(s, seed));
}

static void run_random(const char *sample, unsigned seed, int lines)
{
	struct desk d;
	struct buf line = {0};

	desk_open_changed(&d, sample, "", NULL, NULL);
	/* a copy may be written under any of the words */
	cr_assert_eq(chdir(d.dir), 0);
	for (int i = 0; i < lines; i++) {
		struct err err = {0};

		d.s->text_columns = next_random(&seed) % 90;
		d.s->overlay_columns = next_random(&seed) % 2 ? 78 : 0;
		d.s->page[next_random(&seed) % PANE_COUNT] = 1 + next_random(&seed) % 40;
		random_line(d.s, &seed, &line);
		if (!command_run(d.s, buf_str(&line), &err)) {
			cr_assert(err.kind != ERR_NONE && err.text[0], "%s", line.p);
			cr_assert_eq(d.s->reply.tone, TONE_ERROR);
		}
		desk_assert_sane(&d);
		d.s->quit = false;
	}
	/* what is left can be saved and read again */
	if (review_is_dirty(d.s->review)) {
		size_t decisions = review_count(d.s->review, RECORD_DECISION);
		size_t corrections = review_count(d.s->review, RECORD_CORRECTION);
		desk_do(&d, "write");
		desk_reopen(&d);
		cr_expect_eq(review_count(d.s->review, RECORD_DECISION), decisions);
		cr_expect_eq(review_count(d.s->review, RECORD_CORRECTION), corrections);
	}
	while (review_history_count(d.s->review))
		desk_do(&d, "undo");
	cr_expect_eq(review_count(d.s->review, RECORD_CORRECTION), 0);
	buf_free(&line);
	desk_close(&d);
}

Test(desk_command, random_lines_leave_a_sound_session)
{
	run_random("xidian-2020.txt", 1, 1500);
	run_random("sili-2020.txt", 2, 1500);
	run_random("shanghewan-2020.txt", 3, 1000);
	run_random("houjia-2020.txt", 4, 1000);
}

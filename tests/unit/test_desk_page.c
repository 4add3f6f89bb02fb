#include "unit/unit.h"

#include "base/utf8.h"
#include "desk/keymap.h"
#include "desk/options.h"
#include "desk/overlay.h"
#include "desk/page.h"
#include "unit/session_fixture.h"

struct shown {
	struct buf title, text;
};

static struct shown show(struct desk *d, const char *line)
{
	struct shown p = {{0}, {0}};

	desk_do(d, line);
	overlay_write(d->s, &p.title, &p.text);
	cr_assert(p.title.n && p.text.n, "%s", line);
	cr_assert_eq(p.text.p[p.text.n - 1], '\n');
	return p;
}

static void drop(struct shown *p)
{
	buf_free(&p->title);
	buf_free(&p->text);
}

static void expect_words(const struct shown *p, const char *words)
{
	cr_expect(strstr(p->text.p, words), "no \"%s\" in\n%s", words, p->text.p);
}

Test(desk_page, help_has_every_command_key_and_option)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	struct shown p = show(&d, "help");
	for (size_t i = 0; i < command_count(); i++) {
		expect_words(&p, command_at(i)->name);
		expect_words(&p, command_at(i)->usage);
	}
	for (size_t i = 0; i < keymap_count(); i++)
		if (keymap_at(i)->view == KEYS_ALL)
			expect_words(&p, keymap_at(i)->key);
	for (size_t i = 0; i < option_count(); i++)
		expect_words(&p, option_at(i)->name);
	drop(&p);
	p = show(&d, "help correct");
	expect_words(&p, "correct CELL VALUE [REASON]");
	expect_words(&p, "c  correct . …");
	drop(&p);
	desk_refuses(&d, "help frobnicate", "no command");
	desk_close(&d);
}

Test(desk_page, why_rule_and_overview)
{
	struct desk d;
	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
	desk_do(&d, "correct requests/outcome.granted/person 22 抄错");
	desk_do(&d, "annotate requests/outcome.granted/person 请核");
	struct shown p = show(&d, "why requests/outcome.granted/person");
	expect_words(&p, "requests/outcome.granted/person");
	expect_words(&p, "“21”");
	expect_words(&p, "21 → 22");
	expect_words(&p, "抄错");
	expect_words(&p, "请核");
	expect_words(&p, "#");
	drop(&p);
	desk_do(&d, "next error");
	p = show(&d, "rule");
	expect_words(&p, "requests.");
	expect_words(&p, "error");
	drop(&p);
	p = show(&d, "overview");
	expect_words(&p, "西店镇");
	expect_words(&p, "2020");
	expect_words(&p, "not yet");
	drop(&p);
	desk_do(&d, "next");
	cr_expect_eq(d.s->overlay, OVERLAY_NONE, "another command closes the page");
	desk_close(&d);
}

Test(desk_page, mends_are_told)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	desk_do(&d, "shift requests/new/person right");
	struct shown p = show(&d, "why requests/new/company");
	expect_words(&p, "by a mend of the reviewer's\n");
	expect_words(&p, "s1  New moved right by 1  — 李敏\n");
	drop(&p);
	desk_do(&d, "join 64");
	p = show(&d, "overview");
	expect_words(&p, "s1  New moved right by 1\n");
	expect_words(&p, "s2  “");
	drop(&p);
	desk_close(&d);
}

Test(desk_page, lines_are_folded_to_the_width)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	for (size_t columns = 8; columns < 120; columns += 21) {
		d.s->overlay_columns = columns;
		struct shown p = show(&d, "help");
		struct str rest = buf_str(&p.text);
		while (rest.n) {
			size_t end = str_find(rest, STR("\n"), 0);
			struct str line = str_slice(rest, 0, end);
			cr_assert_leq(utf8_columns(line, 1), columns, "%.*s", STR_ARG(line));
			rest = str_slice(rest, end + 1, rest.n);
		}
		drop(&p);
	}
	desk_close(&d);
}

/* What begins a line and what ends one; a line goes on below its last field. */
Test(desk_page, lines_break_where_they_may)
{
	static const struct {
		const char *line;
		size_t columns, fits;
	} rows[] = {
		{"一二三四", 6, 9},
		{"一二三，四", 6, 6}, /* 三 goes along with its comma */
		{"一二三”。四", 8, 6},
		{"一二（三四", 6, 6},	/* （ goes along with what it opens */
		{"公开 2020 年", 8, 7}, /* numbers are whole */
		{"abcdefgh", 4, 4},
		{"，，，，", 4, 6}, /* no better place */
		{"一", 1, 3},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		cr_expect_eq(page_fits(str_of(rows[i].line), rows[i].columns, 1), rows[i].fits,
			"%s: %zu", rows[i].line,
			page_fits(str_of(rows[i].line), rows[i].columns, 1));
}

Test(desk_page, long_lines_go_on_below_their_last_field)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	d.s->overlay_columns = 76;
	struct shown p = show(&d, "help");
	char wanted[64];

	snprintf(wanted, sizeof wanted, "\n%39s", "");
	cr_expect(strstr(p.text.p, wanted), "%s", p.text.p);
	cr_expect_null(strstr(p.text.p, "\nside"), "%s", p.text.p);
	drop(&p);
	desk_close(&d);
}

Test(desk_page, a_rule_tells_the_figures_once)
{
	struct desk d;
	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开", "20", "21");
	struct shown p = show(&d, "rule");
	const char *told = strstr(p.text.p, "difference 1");
	cr_expect(told && !strstr(told + 1, "difference 1"), "%s", p.text.p);
	drop(&p);
	desk_close(&d);
}

/* Labels that are longer than their column stand above what they label; `help set` has options. */
Test(desk_page, labels_and_options)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	struct buf text = {0};

	page_field(d.s, &text, "what is longer than its column", "%s", "said");
	cr_expect_str_eq(text.p, "  what is longer than its column\n                    said\n");
	buf_free(&text);
	struct shown p = show(&d, "help set");
	cr_expect(strstr(p.text.p, "ambiguous-width=1"), "%s", p.text.p);
	drop(&p);
	desk_close(&d);
}

Test(desk_page, pages_scroll_within_their_lines)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	d.s->overlay_page = 10;
	struct place before = d.s->place;
	desk_do(&d, "help");
	desk_press(&d, "k");
	cr_expect_eq(d.s->overlay_top, 0);
	desk_press(&d, "Down");
	cr_expect_eq(d.s->overlay_top, 1);
	desk_press(&d, "Space");
	cr_expect_eq(d.s->overlay_top, 10);
	desk_press(&d, "G");
	size_t bottom = d.s->overlay_top;
	desk_press(&d, "PgDn j");
	cr_expect_eq(d.s->overlay_top, bottom);
	cr_expect_eq(d.s->place.at, before.at);
	desk_press(&d, "gg q");
	cr_expect_eq(d.s->overlay, OVERLAY_NONE);
	cr_expect_not(d.s->quit);
	desk_close(&d);
}

Test(desk_page, options)
{
	static const struct {
		const char *line, *says; /* NULL: refused */
	} rows[] = {
		{"set advance", "advance=on"},
		{"set adv off", "advance=off"},
		{"set open-only toggle", "open-only=on"},
		{"set open-only toggle", "open-only=off"},
		{"set ambiguous-width 2", "ambiguous-width=2"},
		{"set ambiguous-width 3", NULL},
		{"set ambiguous-width on", NULL},
		{"set wrap maybe", NULL},
		{"set a", NULL},
		{"set colour", NULL},
		{"set", "advance=off ambiguous-width=2 ascii-borders=off counts=off mouse=off open-only=off "
			"wrap=on"},
	};
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	for (size_t i = 0; i < ROWS(rows); i++) {
		if (rows[i].says) {
			desk_do(&d, rows[i].line);
			cr_expect_str_eq(d.s->reply.text, rows[i].says);
		} else {
			desk_refuses(&d, rows[i].line, "");
		}
	}
	cr_expect_eq(d.s->options.ambiguous, 2);
	desk_close(&d);
}

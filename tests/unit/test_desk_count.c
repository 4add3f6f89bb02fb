#include "unit/unit.h"

#include "desk/count.h"
#include "desk/keymap.h"
#include "desk/overlay.h"
#include "unit/session_fixture.h"

static size_t line_of(const struct desk *d)
{
	return doc_line_at(d->s->report->doc, d->s->place.at) + 1;
}

Test(desk_count, what_is_a_count)
{
	static const struct {
		const char *key;
		bool counts; /* the option */
		size_t n;
		unsigned count;
	} rows[] = {
		{"", false, 0, 0},
		{"j", false, 0, 0},
		{"0", false, 0, 0},
		{"1", false, 0, 0},
		{"3j", false, 0, 0},
		{"4", false, 1, 4},
		{"5j", false, 1, 5},
		{"50j", false, 2, 50},
		{"67G", false, 2, 67},
		{"99999999999999999999j", false, 20, 9999},
		{"1", true, 1, 1},
		{"12G", true, 2, 12},
		{"0", true, 0, 0},
	};
	struct desk d;

	desk_open(&d, "houjia-2020.txt");
	for (size_t i = 0; i < ROWS(rows); i++) {
		unsigned count;

		d.s->options.counts = rows[i].counts;
		cr_expect_eq(count_take(d.s, rows[i].key, &count), rows[i].n, "%s", rows[i].key);
		cr_expect_eq(count, rows[i].count, "%s", rows[i].key);
	}
	desk_do(&d, "bind all 7 write"); /* then it is a key of its own */
	cr_expect_eq(count_take(d.s, "7", &(unsigned){0}), 0);
	desk_close(&d);
}

Test(desk_count, moves_go_so_far)
{
	struct desk d;
	desk_open(&d, "houjia-2020.txt");
	desk_do(&d, "set counts on");
	desk_do(&d, "pane text");
	desk_press(&d, "gg 40G");
	cr_expect_eq(line_of(&d), 40);
	desk_press(&d, "12gg");
	cr_expect_eq(line_of(&d), 12);
	desk_press(&d, "9999G");
	size_t last = line_of(&d);

	desk_press(&d, "G");
	cr_expect_eq(line_of(&d), last, "past the last line is the last");
	desk_press(&d, "gg");
	size_t trail = d.s->trail.n;

	desk_press(&d, "2n");
	cr_expect_eq(d.s->place.finding, 2);
	cr_expect_leq(d.s->trail.n, trail + 1, "one step back");
	desk_do(&d, "pane findings");
	desk_press(&d, "2G");
	cr_expect_eq(d.s->place.finding, 1);
	desk_do(&d, "pane table");
	desk_press(&d, "gg 3j");
	size_t cell = d.s->place.cell;

	desk_press(&d, "gg j j j");
	cr_expect_eq(d.s->place.cell, cell);
	desk_press(&d, "4G");
	cr_expect_eq(d.s->place.cell, cell);
	desk_close(&d);
}

Test(desk_count, pages_scroll_so_far)
{
	struct desk d;

	desk_open(&d, "houjia-2020.txt");
	d.s->overlay_page = 10;
	desk_press(&d, "? 5j");
	cr_expect_eq(d.s->overlay_top, 5);
	desk_press(&d, "9G");
	cr_expect_eq(d.s->overlay_top, 8);
	desk_close(&d);
}

Test(desk_count, changes_are_undone_but_never_made_so_often)
{
	struct desk d;
	bool pending;
	struct err err = {0};

	desk_open(&d, "houjia-2020.txt");
	unsigned long before = review_revision(d.s->review);

	cr_expect_not(keymap_press(d.s, "5y", &pending, &err));
	cr_expect(strstr(d.s->reply.text, "decide takes no count"), "%s", d.s->reply.text);
	cr_expect_eq(review_revision(d.s->review), before);
	desk_press(&d, "y o e 9u");
	cr_expect(strstr(d.s->reply.text, "3 times, the last one: undone"), "%s", d.s->reply.text);
	cr_expect_eq(session_open_findings(d.s), d.s->check.n_findings);
	desk_press(&d, "4Esc"); /* takes it back */
	desk_press(&d, "4c");	/* and asks for words as ever */
	cr_expect_eq(d.s->request, REQUEST_PROMPT);
	desk_close(&d);
}

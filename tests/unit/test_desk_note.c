/* Notes within command lines. */
#include "unit/unit.h"

#include "desk/note.h"
#include "unit/session_fixture.h"

Test(desk_note_words, what_is_kept_of_a_note)
{
	static const struct {
		const char *written, *kept;
	} rows[] = {
		{"", ""},
		{"\n\n", ""},
		{"\r", ""},
		{"一", "一"},
		{"一\r\n二\r\n", "一\n二"},
		{"一\r二", "一\n二"},
		{"\n一 \t\n\n 二\n\n", "一\n\n 二"},
		{"\xef\xbb\xbf一", "一"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char *kept = note_copy(str_of(rows[i].written));

		cr_expect_str_eq(kept, rows[i].kept, "%zu", i);
		free(kept);
	}
}

Test(desk_note_words, where_it_begins)
{
	static const struct {
		const char *line, *note; /* NULL: it takes none */
	} rows[] = {
		{"", NULL},
		{"annotate", NULL},
		{"annotate .", NULL},
		{"annotate . ", ""},
		{"annotate . 一 二", "一 二"},
		{"ann #1  一", "一"},
		{"decide . confirmed 一", "一"},
		{"decide . confirmed", NULL},
		{"verdict return 一\n二", "一\n二"},
		{"correct requests/new/total 7 笔误", "笔误"},
		{"correct \"requests/new/total\" 7 笔误", "笔误"},
		{"goto 7 8", NULL},
		{"nonsense . 一", NULL},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct str line = str_of(rows[i].line);
		size_t at = note_in(line);

		if (rows[i].note)
			expect_str(str_slice(line, at, line.n), str_of(rows[i].note));
		else
			cr_expect_eq(at, STR_NONE, "%s", rows[i].line);
	}
}

/* However it is quoted, it comes out of the line as it went in. */
Test(desk_note_words, quotation_marks_survive)
{
	static const char *const notes[] = {
		"一", "\"一\"", "'一'", "“一”", "\"一\" 和", "a\"b", "it's", "一\n\"二\""};
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	for (size_t i = 0; i < ROWS(notes); i++) {
		struct buf line = {0};
		struct err err = {0};

		buf_adds(&line, "annotate requests/new/person ");
		note_add(&line, str_of(notes[i]));
		cr_assert(command_run(d.s, buf_str(&line), &err), "%s", err.text);
		cr_expect_str_eq(review_at(d.s->review, RECORD_ANNOTATION, i)->note, notes[i]);
		buf_free(&line);
	}
	desk_do(&d, "write");
	desk_reopen(&d);
	for (size_t i = 0; i < ROWS(notes); i++)
		cr_expect_str_eq(review_at(d.s->review, RECORD_ANNOTATION, i)->note, notes[i]);
	desk_close(&d);
}

Test(desk_note_words, what_is_edited)
{
	struct desk d;

	desk_open(&d, "houjia-2020.txt");
	desk_do(&d, "edit requests/new/person");
	cr_expect_eq(d.s->request, REQUEST_EDIT);
	cr_expect_str_eq(d.s->prompt, "annotate requests/new/person ");
	cr_expect_str_eq(d.s->draft, "");
	desk_do(&d, "annotate requests/new/person 一\n二");
	desk_do(&d, "edit requests/new/person");
	cr_expect_str_eq(d.s->prompt, "annotate a1 ");
	cr_expect_str_eq(d.s->draft, "一\n二");
	desk_do(&d, "annotate requests/new/person 三");
	desk_refuses(&d, "edit requests/new/person", "several");
	desk_do(&d, "edit a2");
	cr_expect_str_eq(d.s->draft, "三");
	desk_do(&d, "goto 5");
	desk_do(&d, "select line");
	desk_do(&d, "edit .");
	cr_expect_str_eq(d.s->prompt, "annotate . ");
	cr_expect_neq(d.s->place.anchor, STR_NONE);
	desk_close(&d);
}

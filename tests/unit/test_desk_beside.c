/* Reports beside: what the review remembers of them, and a finding across reports as a page. */
#include "unit/session_fixture.h"

#include "base/file.h"
#include "beside/names.h"
#include "desk/beside_words.h"
#include "desk/overlay.h"
#include "review/sidecar.h"
#include "unit/unit.h"

/* Puts last year's report, the same words, beside the one that is open, and opens that again. */
static void put_last(struct desk *d, const char *name)
{
	struct buf text = {0}, last = {0};
	struct err err = {0};
	char *path = path_join(d->dir, name);

	cr_assert(file_read(d->path, 1 << 20, &text, &err));
	for (size_t at = 0; at < text.n; at++) {
		bool year = str_starts(str_slice(buf_str(&text), at, text.n), "2020");

		buf_adds(&last, year ? "2019" : (char[]){text.p[at], '\0'});
		at += year ? 3 : 0;
	}
	cr_assert(file_write_atomic(path, buf_str(&last), &err), "%s", err.text);
	buf_free(&text);
	buf_free(&last);
	free(path);
	desk_reopen(d);
}

static size_t find_rule(const struct session *s, const char *rule)
{
	for (size_t i = 0; i < s->check.n_findings; i++)
		if (strcmp(s->check.findings[i].rule->id, rule) == 0)
			return i;
	return STR_NONE;
}

Test(desk_beside, found_by_the_agency)
{
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	cr_expect_eq(find_rule(d.s, "across.carried-over"), STR_NONE);
	cr_expect_null(d.s->beside->rules.last);
	/* report.txt has no year in its name: the agency's name tells */
	put_last(&d, "宁海西店镇2019.txt");
	cr_expect_not_null(d.s->beside->rules.last);
	cr_expect_neq(find_rule(d.s, "across.carried-over"), STR_NONE);
	desk_close(&d);
}

Test(desk_beside, another_agency_or_year_is_not_it)
{
	static const char *const names[] = {
		"宁海西店镇2018.txt", "houjia-2019.txt", "2019.md.review.yaml", "西店2019.png"};

	for (size_t i = 0; i < ROWS(names); i++) {
		struct desk d;

		desk_open(&d, "xidian-2020.txt");
		put_last(&d, names[i]);
		cr_expect_null(d.s->beside->rules.last, "%s", names[i]);
		desk_close(&d);
	}
}

Test(desk_beside, remembered_with_the_review)
{
	struct desk d;
	struct err err = {0};

	desk_open(&d, "xidian-2020.txt");
	put_last(&d, "西店镇2019年.txt");
	cr_assert(session_save(d.s, &err), "%s", err.text);
	desk_reopen(&d);
	const struct review_beside *b = review_beside(d.s->review, 0);

	cr_assert_not_null(b);
	cr_expect_eq(b->role, BESIDE_PREVIOUS);
	cr_expect_str_eq(b->file, "西店镇2019年.txt");
	cr_expect_null(review_beside(d.s->review, 1));
	/* gone: it is told, kept in the list, and not passed over in silence */
	char *path = path_join(d.dir, "西店镇2019年.txt");

	cr_assert_eq(unlink(path), 0);
	free(path);
	desk_reopen(&d);
	cr_expect_eq(d.s->reply.tone, TONE_WARNING);
	cr_expect(strstr(d.s->reply.text, "西店镇2019年.txt"), "%s", d.s->reply.text);
	cr_expect_gt(d.s->check.n_not_checked, 0);
	cr_assert(session_save(d.s, &err), "%s", err.text);
	desk_reopen(&d);
	cr_expect_not_null(review_beside(d.s->review, 0));
	desk_close(&d);
}

Test(desk_beside, side_by_side_where_there_is_room)
{
	static const struct {
		size_t columns;
		bool wide;
	} rows[] = {{0, true}, {20, false}, {58, false}, {59, true}, {76, true}, {196, true}};
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	put_last(&d, "西店镇2019年.txt");
	session_to_finding(d.s, find_rule(d.s, "across.carried-over"));
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf title = {0}, text = {0};

		d.s->overlay_columns = rows[i].columns;
		desk_do(&d, "beside");
		overlay_write(d.s, &title, &text);
		cr_expect_eq(strstr(text.p, "│") != NULL, rows[i].wide, "%zu columns:\n%s",
			rows[i].columns, text.p);
		cr_expect(strstr(text.p, "[3]") && strstr(text.p, "[7]"), "%s", text.p);
		overlay_close(d.s);
		buf_free(&title);
		buf_free(&text);
	}
	desk_close(&d);
}

Test(desk_beside, two_lines_for_the_pane)
{
	struct desk d;
	struct buf here = {0}, there = {0};

	desk_open(&d, "xidian-2020.txt");
	put_last(&d, "西店镇2019年.txt");
	const struct finding *f = &d.s->check.findings[find_rule(d.s, "across.carried-over")];

	cr_assert(beside_words(d.s, f, &here, &there));
	cr_expect(strstr(here.p, "64") && strstr(here.p, "[3]"), "%s", here.p);
	cr_expect(strstr(there.p, "西店镇2019年.txt") && strstr(there.p, "86") &&
			  strstr(there.p, "[7]"),
		"%s", there.p);
	buf_free(&here);
	buf_free(&there);
	desk_close(&d);
}

Test(desk_beside, refused_for_other_findings)
{
	struct desk d;

	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开", "20", "21");
	desk_refuses(&d, "beside", "no other report");
	desk_close(&d);
}

Test(desk_beside, names_from_the_folder_of_the_report)
{
	static const struct {
		const char *path, *from, *name;
	} rows[] = {
		{"/a.txt", "/b.txt", "a.txt"},
		{"/tmp/a.txt", "/b.txt", "tmp/a.txt"},
		{"/a.txt", "/tmp/b.txt", "../a.txt"},
		{"/usr/a.txt", "/tmp/b.txt", "../usr/a.txt"},
		{"/usr/lib/a.txt", "/usr/b.txt", "lib/a.txt"},
		{"/usr/a.txt", "/usr/lib/b.txt", "../a.txt"},
		{"/no/such/a.txt", "/tmp/b.txt", "a.txt"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char *name = name_relative(rows[i].path, rows[i].from);

		cr_expect_str_eq(
			name, rows[i].name, "%s from %s: %s", rows[i].path, rows[i].from, name);
		free(name);
	}
	char *path = name_resolve("../old/a.txt", "new/b.txt");

	cr_expect_str_eq(path, "new/../old/a.txt");
	free(path);
	path = name_resolve("-", "b.txt");
	cr_expect_str_eq(path, "./-");
	free(path);
	path = name_resolve("/old/a.txt", "new/b.txt");
	cr_expect_str_eq(path, "/old/a.txt");
	free(path);
}

Test(desk_beside, mistakes_in_the_list_are_told)
{
	static const struct {
		const char *item, *words;
	} rows[] = {
		{"- file: a\n", "relation"},
		{"- {relation: previous}\n", "file"},
		{"- {relation: previous, file: a}\n", "sha256"},
		{"- {relation: previous, file: a, sha256: b}\n", "hexadecimal"},
		{"- {relation: aunt, file: a, sha256: b}\n", "previous, child or expected"},
		{"relation: previous\n", ""},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char dir[64];
		struct buf text = {0};
		struct err err = {0};
		struct review *rv = review_new();

		unit_temp_dir(dir);
		char *path = path_join(dir, "r.review.yaml");

		buf_addf(&text, "format: gouji-review/1\nbeside:\n  %s", rows[i].item);
		cr_assert(file_write_atomic(path, buf_str(&text), &err));
		cr_expect_not(sidecar_load(path, rv, &err), "%s", rows[i].item);
		cr_expect(strstr(err.text, rows[i].words), "%s: %s", rows[i].item, err.text);
		cr_expect_eq(err.line, 3);
		free(path);
		buf_free(&text);
		review_free(rv);
	}
}

#include "unit/unit.h"

#include "base/file.h"
#include "desk/script.h"
#include "unit/session_fixture.h"

static bool run(struct desk *d, const char *text, struct buf *told, struct err *err)
{
	struct script sc = {0};

	script_add(&sc, str_of(text), "plan.txt");
	bool done = script_run(d->s, &sc, told, err);
	script_free(&sc);
	return done;
}

Test(desk_script, all_is_done_and_saved)
{
	struct desk d;
	struct buf told = {0};
	struct err err = {0};

	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
	cr_assert(run(&d,
			  "\xef\xbb\xbf# 西店\r\n\r\n"
			  "correct requests/outcome.granted/person 20 抄错\r\n"
			  "write\nverdict return 请改正后重报\n",
			  &told, &err),
		"%s", err.text);
	cr_expect(strstr(told.p, "2 findings settled"), "%s", told.p);
	cr_expect(strstr(told.p, "verdict: return"), "%s", told.p);
	cr_expect(strstr(told.p, "saved: report.txt.review.yaml"), "%s", told.p);
	desk_reopen(&d);
	cr_expect_eq(review_count(d.s->review, RECORD_CORRECTION), 1);
	cr_expect_eq(review_count(d.s->review, RECORD_VERDICT), 1);
	buf_free(&told);
	desk_close(&d);
}

Test(desk_script, nothing_is_written_where_one_fails)
{
	static const struct {
		const char *text;
		unsigned line;
	} rows[] = {
		{"verdict return\nwrite\nfrobnicate\n", 3},
		{"verdict return\n\ncorrect requests/new/person -1", 3},
		{"verdict return\nup\n", 2},
		{"verdict return\n\xff\n", 2},
		{"undo\n", 1},
		{"shift requests/new/person right\nlabel 63 requests/none\n", 2},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d;
		struct buf told = {0};
		struct err err = {0};

		desk_open(&d, "xidian-2020.txt");
		cr_expect_not(run(&d, rows[i].text, &told, &err), "%s", rows[i].text);
		cr_expect_str_eq(err.file, "plan.txt");
		cr_expect_eq(err.line, rows[i].line, "%s: %u", rows[i].text, err.line);
		cr_expect_not(file_exists(d.s->sidecar), "%s", rows[i].text);
		buf_free(&told);
		desk_close(&d);
	}
}

Test(desk_script, arguments_are_named_by_number)
{
	struct desk d;
	struct script sc = {0};
	struct buf told = {0};
	struct err err = {0};

	desk_open(&d, "xidian-2020.txt");
	script_add_line(&sc, STR("verdict query"));
	script_add_line(&sc, STR("nonsense"));
	cr_expect_not(script_run(d.s, &sc, &told, &err));
	cr_expect(str_starts(str_of(err.text), "command 2: "), "%s", err.text);
	script_free(&sc);
	buf_free(&told);
	desk_close(&d);
}

Test(desk_script, quit_ends_it)
{
	static const struct {
		const char *text;
		bool saved;
	} rows[] = {
		{"", false},
		{"overview\n", false},
		{"verdict return\nquit\nfrobnicate", true},
		{"verdict return\nwq\nfrobnicate", true},
		{"verdict return\nquit!\nfrobnicate", false},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct desk d;
		struct buf told = {0};
		struct err err = {0};

		desk_open(&d, "xidian-2020.txt");
		cr_expect(run(&d, rows[i].text, &told, &err), "%s", err.text);
		cr_expect_eq(file_exists(d.s->sidecar), rows[i].saved, "%s", rows[i].text);
		buf_free(&told);
		desk_close(&d);
	}
}

Test(desk_script, exports_wait_for_the_end)
{
	struct desk d;
	struct buf told = {0}, line = {0};
	struct err err = {0};

	desk_open(&d, "xidian-2020.txt");
	char *path = path_join(d.dir, "结论.md");
	buf_addf(&line, "export markdown %s\nverdict return\nfrobnicate\n", path);
	cr_expect_not(run(&d, line.p, &told, &err));
	cr_expect_not(file_exists(path));
	desk_reopen(&d);
	buf_clear(&line);
	buf_addf(&line, "export markdown %s\nverdict return\n", path);
	cr_assert(run(&d, line.p, &told, &err), "%s", err.text);
	cr_expect(file_exists(path));
	desk_refuses(&d, "export nothing x", "no format");
	buf_clear(&line);
	buf_addf(&line, "export yaml %s", d.s->path);
	desk_refuses(&d, line.p, "would be overwritten");
	buf_clear(&line);
	buf_addf(&line, "export yaml %s/none/x.yaml", d.dir);
	cr_expect_not(command_run(d.s, buf_str(&line), &err));
	cr_expect_eq(err.kind, ERR_IO);
	free(path);
	buf_free(&told);
	buf_free(&line);
	desk_close(&d);
}

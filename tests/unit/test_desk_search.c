#include "unit/unit.h"

#include "desk/search.h"
#include "unit/session_fixture.h"

static struct str match(const struct desk *d)
{
	return doc_str(d->s->report->doc, d->s->search.match);
}

Test(desk_search, the_text_whatever_width_and_case)
{
	static const struct {
		const char *pattern, *found; /* NULL: nothing */
	} rows[] = {
		{"办结35件", "办结35件"},
		{"办结３５件", "办结35件"},
		{"APP", "App"},
		{"（一）主动公开", "（一）主动公开"},
		{"(一)主动公开", "（一）主动公开"},
		{"没有这几个字", NULL},
	};
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf line = {0};

		buf_addf(&line, "search %s", rows[i].pattern);
		if (!rows[i].found) {
			desk_refuses(&d, line.p, "not found");
		} else {
			desk_do(&d, line.p);
			expect_str(match(&d), str_of(rows[i].found));
			cr_expect_eq(d.s->place.at, d.s->search.match.from);
		}
		buf_free(&line);
	}
	desk_close(&d);
}

Test(desk_search, goes_round_both_ways)
{
	struct desk d;
	size_t at[64], n = 0;

	desk_open(&d, "xidian-2020.txt");
	desk_do(&d, "goto 1");
	desk_do(&d, "search 平台");
	while (n < ROWS(at)) {
		at[n++] = d.s->place.at;
		desk_press(&d, ";");
		if (d.s->place.at == at[0])
			break;
		cr_expect_gt(d.s->place.at, at[n - 1]);
	}
	cr_expect_gt(n, 3);
	cr_expect(strstr(d.s->reply.text, "from the beginning"), "%s", d.s->reply.text);
	desk_press(&d, ",");
	cr_expect_eq(d.s->place.at, at[n - 1]);
	cr_expect(strstr(d.s->reply.text, "from the end"), "%s", d.s->reply.text);
	while (--n > 0) {
		cr_expect_eq(d.s->place.at, at[n]);
		desk_press(&d, ",");
	}
	cr_expect_eq(d.s->place.at, at[0]);
	desk_close(&d);
}

Test(desk_search, the_hit_is_told_with_how_many_there_are)
{
	struct desk d;
	char told[64];

	desk_open(&d, "xidian-2020.txt");
	desk_do(&d, "goto 1");
	desk_do(&d, "search 平台");
	size_t n = d.s->search.of;

	cr_assert_gt(n, 3);
	cr_expect_eq(d.s->search.at, 1);
	snprintf(told, sizeof told, "平台: 1/%zu (; and , go on)", n);
	cr_expect_str_eq(d.s->reply.text, told);
	for (size_t i = 2; i <= n; i++) {
		desk_press(&d, ";");
		cr_expect_eq(d.s->search.at, i);
	}
	desk_press(&d, ";");
	cr_expect_eq(d.s->search.at, 1);
	snprintf(told, sizeof told, "平台: 1/%zu; search went on from the beginning", n);
	cr_expect_str_eq(d.s->reply.text, told);
	desk_press(&d, ",");
	cr_expect_eq(d.s->search.at, n);
	desk_do(&d, "pane table");
	desk_do(&d, "search 16434879.08");
	cr_expect_eq(d.s->search.of, 1);
	desk_do(&d, "search requests/new");
	cr_expect_geq(d.s->search.of, 7);
	cr_expect_leq(d.s->search.at, d.s->search.of);
	desk_close(&d);
}

Test(desk_search, more_than_can_be_counted)
{
	struct desk d;
	struct buf text = {0};

	buf_adds(&text, "西店镇2020年政府信息公开工作年度报告\n");
	for (size_t i = 0; i < SEARCH_COUNT_MAX + 5; i++)
		buf_adds(&text, "一份\n");
	desk_open_text(&d, buf_str(&text));
	desk_do(&d, "search 份");
	cr_expect(strstr(d.s->reply.text, "/10000+"), "%s", d.s->reply.text);
	desk_do(&d, "search 报告"); /* another pattern is counted anew */
	cr_expect_eq(d.s->search.of, 1);
	buf_free(&text);
	desk_close(&d);
}

Test(desk_search, what_is_elsewhere_is_told)
{
	struct desk d;

	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
	desk_do(&d, "pane findings");
	desk_refuses(&d, "search 办结35件", "not found: 办结35件; in the text: 1");
	desk_do(&d, "pane text");
	desk_refuses(&d, "search requests.outcome-total", "in the findings: 1");
	desk_refuses(&d, "search 哪里也没有", "not found: 哪里也没有");
	desk_close(&d);
}

Test(desk_search, notes_on_words_are_found_where_the_words_stand)
{
	struct desk d;

	desk_open(&d, "xidian-2020.txt");
	desk_do(&d, "search 办结35件");
	size_t at = d.s->place.at;

	desk_do(&d, "select match");
	desk_do(&d, "annotate . 口径待核");
	desk_do(&d, "goto 1");
	desk_do(&d, "search 口径待核");
	cr_expect_eq(d.s->place.at, at);
	cr_expect_eq(d.s->search.of, 1);
	desk_do(&d, "annotate requests/new/person 口径待核");
	desk_do(&d, "search 口径");
	cr_expect_eq(d.s->search.at, d.s->search.of);
	desk_close(&d);
}

Test(desk_search, hits_are_lit)
{
	struct desk d;
	desk_open(&d, "xidian-2020.txt");
	size_t n = doc_text(d.s->report->doc).n, hits = 0;
	cr_expect(text_span_empty(search_hit(d.s, 0, n)));
	desk_do(&d, "search 依申请");
	for (size_t line = 0; line < doc_line_count(d.s->report->doc); line++) {
		struct text_span row = doc_line(d.s->report->doc, line), hit;
		for (size_t at = row.from; !text_span_empty(hit = search_hit(d.s, at, row.to));
			at = hit.to) {
			expect_str(doc_str(d.s->report->doc, hit), STR("依申请"));
			hits++;
		}
	}
	cr_expect_gt(hits, 5);
	desk_do(&d, "cancel");
	cr_expect(text_span_empty(search_hit(d.s, 0, n)));
	desk_close(&d);
}

Test(desk_search, other_panes)
{
	struct desk d;
	desk_open_changed(&d, "xidian-2020.txt", "(一) 予以公开\t", "20", "21");
	desk_do(&d, "pane table");
	desk_do(&d, "search procurement/amount");
	cr_expect_str_eq(
		d.s->report->cells[d.s->place.cell].def->name, "disclosure/procurement/amount");
	desk_do(&d, "annotate . 金额单位不明");
	desk_do(&d, "top");
	desk_do(&d, "search 单位不明");
	cr_expect_str_eq(
		d.s->report->cells[d.s->place.cell].def->name, "disclosure/procurement/amount");
	desk_do(&d, "search 16434879.08");
	desk_do(&d, "pane findings");
	desk_do(&d, "decide 1 query 问一问");
	desk_do(&d, "search 问一问");
	cr_expect_eq(d.s->place.finding, 0);
	desk_refuses(&d, "search 无此内容", "not found");
	desk_do(&d, "help");
	desk_do(&d, "search annotate");
	cr_expect_gt(d.s->overlay_top, 0);
	cr_expect_eq(d.s->overlay, OVERLAY_HELP);
	desk_close(&d);
}

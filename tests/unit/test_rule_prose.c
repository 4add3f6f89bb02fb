#include "unit/unit.h"

#include "rule/prose.h"
#include "unit/report_fixture.h"

/* The clauses of all passages: "|" between clauses, ">" before one in a bracket, "/" between
 * sentences, a line a passage. */
static void describe(struct fixture *f, struct buf *out)
{
	struct rule_context c = {
		.rules = f->rules, .report = f->report, .values = &f->values, .arena = arena_new()};
	const struct prose *prose = context_prose(&c);

	for (size_t i = 0; i < prose->n; i++) {
		const struct passage *p = &prose->passages[i];

		buf_adds(out, i ? "\n" : "");
		for (size_t j = 0; j < p->n_clauses; j++) {
			const struct clause *cl = &p->clauses[j];

			if (j)
				buf_adds(out,
					cl->sentence == p->clauses[j - 1].sentence ? "|" : "/");
			for (unsigned d = 0; d < cl->depth; d++)
				buf_addc(out, '>');
			buf_add(out, passage_clause(p, cl));
		}
	}
	prose_free(c.prose);
	folds_free(c.folds);
	arena_free(c.arena);
}

Test(rule_prose, sentences_and_clauses)
{
	static const char *const rows[][2] = {
		{"", ""},
		{"。", ""},
		{"，，。", ""},
		{"甲", "甲"},
		{"甲，乙。丙；丁！", "甲|乙/丙/丁"},
		{"甲,乙.丙", "甲|乙/丙"},
		{"收到 39 件，办结35件。", "收到#|办结#"},
		{"共1,300条，其中：网站1，200条", "共#|其中|网站#"},
		{"数量：39件", "数量:#"},
		{"收到39件（含结转3件，其他），办结", "收到#(含结转#,其他)|>含结转#|>其他|办结"},
		{"甲（乙（丙，丁）戊）己", "甲(乙(丙,丁)戊)己|>乙(丙,丁)戊|>>丙|>>丁"},
		{"甲（乙，丙", "甲(乙|丙"},
		{"甲）乙", "甲)乙"},
		{"《关于甲，乙的通知》，丙", "《关于甲,乙的通知》|丙"},
		{"2020年和2019年、2021年、2008年", "今年和去年、明年、他年"},
		{"增长12.5%，共32.25万元", "增长%|共$"},
		{"办结，公开、不公开分别为3件、2件。", "办结|公开为#、不公开为#"},
		{"甲、乙和丙依次有3件、2件和1件，丁", "甲有#、乙有#、丙有#|丁"},
		{"甲和乙或丙分别收到3件，2件", "甲收到#、乙或丙收到#"},
		{"甲、乙分别为3件", "甲、乙分别为#"},
		{"2020年、2021年分别为3件、2件", "今年为#、明年为#"},
		{"2019年受理、2020年受理的分别为3件、2件", "去年受理为#、今年受理的为#"},
		{"2020年网上、信函分别为3件、2件", "今年网上为#、信函为#"},
		{"3个村、2个社区分别为3件、2件", "3个村、2个社区分别为3件、2件"},
		{"个人、法人（其他组织）分别为3件、2件", "个人为#、法人(其他组织)为#|>其他组织"},
		/* the names between the word and the numbers */
		{"分别作出甲、乙和丙答复3件、2件和1件", "分别作出甲#、乙#、丙答复#"},
		{"分别作出甲，乙答复3件、2件", "分别作出甲|乙答复#、#"},
		/* one number of several names */
		{"甲、乙和丙均为3件，丁各2件", "甲为#、乙为#、丙为#|丁各#"},
		{"办结3件，甲、乙各2件", "办结#|甲#、乙#"},
		/* which is whose is not known */
		{"甲、乙、丙分别为3件、2件", "甲、乙、丙分别为3件、2件"},
		{"甲分别为3件、2件，丁1件", "甲分别为3件、2件|丁#"},
		{"甲、乙和丙分别为四、三、一件，丁1件", "甲、乙和丙分别为四、三、一件|丁#"},
		{"甲、乙和丙分别为零、零、一件", "甲为#、乙为#、丙为#"},
		{"甲、乙和丙依次是3件、二十四、十二条", "甲是#、乙是#、丙是#"},
		{"收到3件、一、二、三类", "收到#、#、#、三类"},
		{"共5件，分别为3件、2件", "共#|分别为#、#"},
		/* what the names have in common stands before them */
		{"网上、信函两种方式收到分别为3件、2件", "两种方式收到|网上为#、信函为#"},
		{"用网上、信函两种方式，分别收到3件、2件", "两种方式|用网上收到#、信函收到#"},
		{"网上、信函三种方式，分别为3件、2件", "网上、信函三种方式|分别为#、#"},
		{"各季度分别为3件、2件", "各季度分别为#、#"},
		{"两种方式，分别为3件、2件", "两种方式|分别为#、#"},
		{"，分别为3件、2件", "分别为#、#"},
		{"网上、信函三种方式分别为3件、2件", "网上、信函三种方式分别为3件、2件"},
		{"2020年三类甲、乙两种分别为3件、2件和1件",
			"今年三类甲、乙两种分别为3件、2件和1件"},
		{"2020年，两类、甲、乙两种分别为3件、2件", "今年|两类、甲、乙两种分别为3件、2件"},
		{"三种甲、乙分别为3件、2件", "三种甲为#、乙为#"},
		{"甲、乙分别（共）为3件、2件", "甲、乙分别(共)为#、#|>共"},
		{"分别为3件、2件", "分别为#、#"},
		{"网址www.x.cn/a,b", "网址www.x.cn/a|b"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf got = {0};
		struct fixture f;

		fixture_open(&f, rows[i][0], NULL, 0);
		describe(&f, &got);
		cr_expect(str_is(buf_str(&got), rows[i][1]), "%s: got \"%s\"", rows[i][0],
			got.p ? got.p : "");
		buf_free(&got);
		fixture_close(&f);
	}
}

Test(rule_prose, paragraphs_cut_apart_are_one)
{
	static const struct {
		const char *prose;
		size_t passages;
	} rows[] = {
		{"甲。\n乙。", 2},
		{"形成主要领导亲自抓，分管领导具体抓，职能科室抓落实的工作机制，\n及时协调解决工作"
		 "中的问题。",
			1},
		{"全年共收到公民法人和其他组织提交的政府信息公开申请39\n件。", 1},
		{"全年共收到公民法人和其他组织提交的政府信息公开申请39件\n（一）主动公开", 2},
		{"全年共收到公民法人和其他组织提交的政府信息公开申请39件\n2、主动公开。", 2},
		{"短的一行\n又一行", 2},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf got = {0};
		struct fixture f;
		size_t n = 1;

		fixture_open(&f, rows[i].prose, NULL, 0);
		describe(&f, &got);
		for (size_t j = 0; j < got.n; j++)
			n += got.p[j] == '\n';
		cr_expect_eq(n, rows[i].passages, "%s: %zu", rows[i].prose, n);
		buf_free(&got);
		fixture_close(&f);
	}
}

/* A million lines of two digits are no prose: what is beyond all reports is left out, and told. */
Test(rule_prose, more_than_any_report_is_left_out_and_told)
{
	struct buf lines = {0};
	struct fixture f;

	for (size_t i = 0; i < 50000; i++)
		buf_adds(&lines, "有。\n");
	fixture_open(&f, lines.p, NULL, 0);
	struct rule_context c = {
		.rules = f.rules, .report = f.report, .values = &f.values, .arena = arena_new()};
	const struct prose *prose = context_prose(&c);

	cr_expect(prose->n > 20000 && prose->n < 40000, "%zu passages", prose->n);
	cr_expect_eq(c.not_checked.n, 1);
	prose_free(c.prose);
	folds_free(c.folds);
	vec_free(&c.not_checked);
	arena_free(c.arena);
	fixture_close(&f);
	buf_free(&lines);
}

/* Opens a report of a paragraph, and tells how many sentences it has and whether something was left
 * out. */
static size_t sentences_of(const char *prose, bool *told)
{
	struct fixture f;

	fixture_open(&f, prose, NULL, 0);
	struct rule_context c = {
		.rules = f.rules, .report = f.report, .values = &f.values, .arena = arena_new()};
	const struct prose *p = context_prose(&c);
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		n += p->passages[i].n_sentences;
	*told = c.not_checked.n > 0;
	prose_free(c.prose);
	folds_free(c.folds);
	vec_free(&c.not_checked);
	arena_free(c.arena);
	fixture_close(&f);
	return n;
}

/* A sentence without an end, in characters or in numbers, and a paragraph without one are left out
 * and told; the sentences around are read. */
Test(rule_prose, sentences_without_end_are_left_out)
{
	static const struct {
		const char *before, *piece, *behind;
		size_t n, sentences;
		bool told;
	} rows[] = {
		{"甲。", "乙", "。丙。", 1000, 3, false},
		{"甲。", "乙，", "。丙。", 1000, 3, false},
		{"甲。", "乙；", "。丙。", 100, 102, false},
		{"甲。", "乙。", "。丙。", 5000, 5002, false},
		{"甲。", "乙1件", "。丙。", 100, 3, false},
		{"甲。", "乙", "。丙。", 5000, 2, true},
		{"甲。", "乙，", "。丙。", 5000, 2, true},
		{"甲。", "乙1件", "。丙。", 400, 2, true},
		{"甲。", "（乙", "。丙。", 5000, 2, true},
		/* half sentences up to a full stop are one */
		{"甲。", "乙；", "。丙。", 5000, 2 + 3071, true},
		{"甲。", "乙。", "。丙。", 20000, 0, true},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf text = {0};
		bool told;

		buf_adds(&text, rows[i].before);
		for (size_t n = 0; n < rows[i].n; n++)
			buf_adds(&text, rows[i].piece);
		buf_adds(&text, rows[i].behind);
		size_t found = sentences_of(text.p, &told);

		cr_expect_eq(found, rows[i].sentences, "%zu: %zu", i, found);
		cr_expect_eq(told, rows[i].told, "%zu", i);
		buf_free(&text);
	}
}

/* Words that ask for all numbers around them, at every number: a megabyte takes seconds, not
 * hours. */
Test(rule_prose, a_megabyte_without_a_full_stop_is_bounded, .timeout = 100)
{
	static const char *const pieces[] = {
		"新收到申请5件、", "申请12件", "5件（6件", "（收到申请5件）；", "其中5件（6件），"};

	for (size_t i = 0; i < ROWS(pieces); i++) {
		struct buf text = {0};
		struct fixture f;

		while (text.n < 1000000)
			buf_adds(&text, pieces[i]);
		fixture_open(&f, text.p, NULL, 0);
		cr_expect(f.check.n_findings < 3000);
		fixture_close(&f);
		buf_free(&text);
	}
}

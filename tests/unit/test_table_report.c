/* Whole reports: what is none, the samples, and degenerate tables. */
#include "unit/table_kit.h"

#include <time.h>

#include "import/import.h"
#include "table/caption.h"
#include "table/report.h"

#define FOUR "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n"

TestSuite(table_report, .init = kit_load, .fini = kit_unload);

static struct report *build(const char *text, struct err *err)
{
	struct buf bytes = {0};
	struct report *r = NULL;
	buf_adds(&bytes, text);
	struct doc *d = import_bytes("t.txt", &bytes, &(struct import_options){0}, err);
	if (!d || !report_build(d, kit_forms(), &r, err))
		return NULL;
	return r;
}

Test(table_report, what_is_no_report)
{
	static const char *const rows[] = {"x", "今天天气很好。\n",
		"| a | b |\n|---|---|\n| 1 | 2 |\n", "0\n0\n0\n0\n0\n0\n0\n", "\t0\n\t0\n\n\t0\n",
		"政府信息公开工作年度报告的编制要求，详见附件。\n",
		"现发布2022年法治政府建设年度报告。\n\n一、总体情况\n\n依法行政。\n"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		cr_expect_null(build(rows[i], &err), "%s", rows[i]);
		cr_expect(err.kind == ERR_FORMAT && err.text[0], "%s", rows[i]);
	}
}

Test(table_report, an_older_form_is_told)
{
	struct err err = {0};
	cr_expect_null(
		build("某局2012年政府信息公开工作年度报告\n\n主动公开政府信息数 条 30\n", &err));
	cr_expect_not_null(strstr(err.text, "2019"), "%s", err.text);
}

Test(table_report, a_title_alone_is_a_report_without_tables)
{
	struct err err = {0};
	/* a field of the page's has a sign of a column's heading in it */
	struct report *r =
		build("文件有效性：\n\n某市财政局2022年政府信息公开工作年度报告\n", &err);
	cr_assert_not_null(r, "%s", err.text);
	cr_expect(r->year == 2022);
	expect_str(str_of(r->agency_text), STR("某市财政局"));
	expect_str(str_of(r->form->id), STR("2021"));
	for (size_t i = 0; i < r->n_cells; i++)
		cr_expect(r->cells[i].state == CELL_MISSING && !r->cells[i].how);
	for (size_t i = 0; i < r->n_tables; i++)
		cr_expect(!r->tables[i].found);
	report_free(r);
}

static void expect_cells(const struct report *r, const char *name)
{
	char path[4096], line[512], text[DEC_TEXT_MAX];
	size_t at = 0;
	snprintf(path, sizeof path, "%s/samples/%s.cells.tsv", getenv("GOUJI_DATADIR"), name);
	FILE *f = fopen(path, "r");
	cr_assert_not_null(f, "%s", path);
	while (fgets(line, sizeof line, f)) {
		char cell[128], state[64], value[64] = "";
		if (line[0] == '#')
			continue;
		cr_assert(sscanf(line, "%127s %63s %63s", cell, state, value) >= 2);
		const struct cell *c = &r->cells[at++];
		expect_str(str_of(c->def->name), str_of(cell));
		cr_expect_not_null(strstr(state, cell_state_name(c->state)), "%s %s: %s", name,
			cell, cell_state_name(c->state));
		if (c->state == CELL_GIVEN)
			expect_str(str_of(dec_str(c->value, text)), str_of(value));
	}
	fclose(f);
	cr_expect(at == 198 && r->n_cells == 198, "%s: %zu cells", name, at);
}

/* Titles as pages, notices and broken lines have them. */
Test(table_report, half_a_report_without_its_title)
{
	static const char *const rows[] = {
		"现向社会公布某市信访局2021年政府信息公开工作年度报告。\n\n一、总体情况\n\n"
		"共收到申请3件。\n",
		"一、总体情况\n\n2021年，某区贯彻落实《中华人民共和国政府信息公开条例》。\n",
		"本報告根據《中華人民共和國政府信息公開條例》編制。\n\n一、總體情況\n\n無。\n"};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct report *r = build(rows[i], &err);
		cr_assert_not_null(r, "%s: %s", rows[i], err.text);
		report_free(r);
	}
}

Test(table_report, whose_report_it_is)
{
#define TITLE "临江市教育局2022年政府信息公开工作年度报告"
#define AGENCY "临江市教育局"
	static const struct {
		const char *text, *agency, *title;
	} rows[] = {{TITLE "\n", AGENCY, TITLE},
		{"首页 > 政务公开 > 政府信息公开年报\n" TITLE "\n", AGENCY, TITLE},
		{"主题分类：政府信息公开年报\n生成日期：2023-01-18\n" TITLE "\n", AGENCY, TITLE},
		{"临江市教育局2022年政府信息公开\n工作年度报告\n", AGENCY, TITLE},
		{"临江市教育局\n2022年政府信息公开工作年度报告\n", AGENCY, TITLE},
		{"关于" TITLE "\n", AGENCY, "关于" TITLE},
		{"临江市教育局关于2022年度政府信息公开工作情况的报告\n", AGENCY,
			"临江市教育局关于2022年度政府信息公开工作情况的报告"},
		/* in a page's table of particulars, and another's behind it */
		{"| 索引号 | 0024/2023 |\n| 名称 | " TITLE
		 " |\n\n平湖县财政局2021年政府信息公开年报\n",
			AGENCY, TITLE},
		{"2022年临江市教育局政府信息公开年报\n\n平湖县财政局2021年政府信息公开年报\n",
			AGENCY, "2022年临江市教育局政府信息公开年报"},
		{"2022年临江市教育局政府信息公开年报\n\n平湖县财政局2021年政府信息公开情况\n2021年"
		 "度政府信息公开报表\n",
			AGENCY, "2022年临江市教育局政府信息公开年报"},
		{"【临江市教育局】2022年政府信息公开年度报告\n", AGENCY,
			"【临江市教育局】2022年政府信息公开年度报告"},
		/* no line end behind it */
		{TITLE " 发布日期：2023-01-18 来源：办公室\n", AGENCY, TITLE},
		{"# " TITLE " 根据条例，编制本报告，全文如下。\n", AGENCY, TITLE},
		/* behind a field's name, which an agency's is not */
		{"标题： " TITLE "\n索引号：0024/2023\n", AGENCY, TITLE},
		{"标 题 " TITLE "\n索引号：0024/2023\n", AGENCY, TITLE},
		{"Page 8 - " TITLE "\nP. 8\n", AGENCY, TITLE},
		/* a field above it; a second verb before the name */
		{"发布机构：临江市教育局\n2022年临江市教育局政府信息公开工作年度报告\n", AGENCY,
			"2022年临江市教育局政府信息公开工作年度报告"},
		{TITLE "\n根据条例要求，编制并发布临江市教育局2022年政府信息公开工作年度报告。\n",
			AGENCY, TITLE},
		{"索引号：9403/2023-01 信息分类：政府信息公开年报\n标　题：" TITLE "\n", AGENCY,
			TITLE},
		{"【2022】" TITLE "\n", AGENCY, "【2022】" TITLE},
		/* an agency set apart, in large print; what else is, is no part */
		{"临江市教育局\n\n\n\n2022年政府信息公开工作年度报告\n", AGENCY, TITLE},
		{"西山镇\n\n\n2022年政府信息公开工作年度报告\n", "西山镇",
			"2022年政府信息公开工作年度报告"},
		{"临江市教育局：2022年政府信息公开工作年度报告\n", AGENCY,
			"临江市教育局:2022年政府信息公开工作年度报告"},
		/* the year within its words, in brackets before the name, behind a verb */
		{"临江市教育局政府信息公开工作2022年度报告\n", AGENCY,
			"临江市教育局政府信息公开工作2022年度报告"},
		{"临江市教育局政府信息公开2022年工作报告\n", AGENCY,
			"临江市教育局政府信息公开2022年工作报告"},
		{"（2022年度）临江市教育局政府信息公开工作报告\n", AGENCY,
			"(2022年度)临江市教育局政府信息公开工作报告"},
		{"临江市教育局发布2022年政府信息公开工作年度报告\n", AGENCY,
			"临江市教育局发布2022年政府信息公开工作年度报告"},
		{"发布《" TITLE "》\n", AGENCY, "发布《" TITLE "》"},
		/* a character of its words lost, or wrong; two are too many */
		{"临江市教育局2022年政府信公开工作年度报告\n一、总体情况\n", AGENCY,
			"临江市教育局2022年政府信公开工作年度报告"},
		{"临江市教育局2022年政府信息公汗工作年度报告\n一、总体情况\n", AGENCY,
			"临江市教育局2022年政府信息公汗工作年度报告"},
		{"临江市教育局2022年政府息公工作年度报告\n一、总体情况\n", "", ""},
		/* another year than a title's words, and none of them around it */
		{"临江市教育局计划2022年工作\n", "", ""},
		/* a heading of markup */
		{"= " TITLE " =\n", AGENCY, TITLE}, {"====== " TITLE " ======\n", AGENCY, TITLE},
		{"= " TITLE "\n", AGENCY, TITLE},
		{"我办2022年政府信息公开工作年度报告\n", "", "我办2022年政府信息公开工作年度报告"},
		{"现将我办2022年度政府信息公开工作报告如下：\n", "", ""},
		{"现将2022年度政府信息公开工作报告如下\n由临江市教育局编制。\n", AGENCY, ""},
		/* the year a sentence begins with goes over one in brackets */
		{"现将有关情况报告如下。公开了绩效评价报告（2021年度）。2022年，我局公开3件。\n",
			"", ""},
		/* another agency's name left in: the title's town is not in it */
		{"平湖县西山镇2022年政府信息公开工作年度报告\n现公布平湖县财政局2022年度政府信息公"
		 "开工作"
		 "年度报告。\n2022年，西山镇人民政府认真公开。\n",
			"西山镇人民政府", "平湖县西山镇2022年政府信息公开工作年度报告"},
		/* a place alone above the year, not a page's way to it */
		{"西山镇\n2022年政府信息公开工作年度报告\n2022年，平湖县西山镇人民政府认真公开。\n",
			"平湖县西山镇人民政府", "西山镇2022年政府信息公开工作年度报告"},
		{"首页>平湖县\n2022年政府信息公开工作年度报告\n2022年，平湖县财政局认真公开。\n",
			"平湖县财政局", "2022年政府信息公开工作年度报告"},
		/* signs that nobody sees, in it and in the words before the agency */
		{"石港市双塔区柳溪街道\u200c办事处2022年政府信息公开\u00ad工作\u2060年度报告\n",
			"石港市双塔区柳溪街道办事处",
			"石港市双塔区柳溪街道办事处2022年政府信息公开工作年度报告"},
		/* behind it the name of a page's site; the plain title below goes over it */
		{TITLE "-临江市人民政府\n", AGENCY, TITLE},
		{TITLE " _ 临江市人民政府信息公开门户网站\n", AGENCY, TITLE},
		{TITLE "-临江市人民政府\n新闻中心\n" TITLE "\n", AGENCY, TITLE},
		{TITLE "-临江市人民政府\n新闻中心\n临江市教育局\n"
		       "2022年政府信息公开工作年度报告\n",
			AGENCY, TITLE},
		{"2022年政府信息公开工作年度报告-临江市人民政府\n"
		 "2022年政府信息公开工作年度报告\n现将临江市教育局有关情况报告如下。\n",
			AGENCY, "2022年政府信息公开工作年度报告"},
		/* whose report it is, the year, and a sign alone are no site */
		{"2022年政府信息公开工作年度报告-临江市教育局\n", "",
			"2022年政府信息公开工作年度报告-临江市教育局"},
		{"临江市教育局政府信息公开工作年度报告-2022年\n", AGENCY,
			"临江市教育局政府信息公开工作年度报告-2022年"},
		{TITLE "-\n", AGENCY, TITLE "-"},
		/* in prose without a comma, or behind whom it thanks; a town by its place alone */
		{"2022年工作\n2022年临江市教育局全面贯彻条例，公开3件。\n", AGENCY, ""},
		{"2022年工作\n2022年，在市委领导下，临江市教育局认真公开。\n", AGENCY, ""},
		{"2022年工作\n2022年，西山街道认真贯彻条例。\n", "西山街道", ""},
		/* in the words of a preamble, over the end of a line as well */
		{"2022年工作\n现将临江市教育局有关情况报告如下：\n", AGENCY, ""},
		{"2022年工作\n现将临江市教育局2022年度总体情况报告如下：\n", AGENCY, ""},
		{"2022年工作\n现将有关情况报告如下：\n", "", ""},
		{"2022年工作\n为保障公众知情权，临江市教育局根据有关规定编写本报告。\n", AGENCY,
			""},
		{"2022年工作\n根据《中华人民共和国政府信息公开条例》第五十条规定，临江市西山\n"
		 "产业园管理委员会编制并公布本报告。\n",
			"临江市西山产业园管理委员会", ""},
		{"2022年工作\n临江市教育局按照《中华人民共和国政府信息公开条例》第四十九条、\n"
		 "第五十条的规定编制本报告。\n",
			AGENCY, ""},
		{"西山开发区2022年政府信息公开工作年度报告\n"
		 "现将临江市西山开发区管理委员会有关情况报告如下：\n",
			"临江市西山开发区管理委员会", "西山开发区2022年政府信息公开工作年度报告"},
		/* a preamble that says what it did */
		{"平湖县西山镇2022年政府信息公开工作年度报告\n平湖县西山镇人民政府严格落实"
		 "《政府信息公开条例》，现公布2022年度报告。\n",
			"平湖县西山镇人民政府", "平湖县西山镇2022年政府信息公开工作年度报告"},
		{"2022年平湖县政府信息公开工作年度报告\n为保障公民知情权，平湖县人民政府对2022年"
		 "工作进行了总结，形成本报告。\n",
			"平湖县人民政府", "2022年平湖县政府信息公开工作年度报告"},
		/* another town, nobody, and no preamble */
		{"平湖县西山镇2022年政府信息公开工作年度报告\n平湖县东山镇人民政府严格落实"
		 "《政府信息公开条例》。\n",
			"平湖县西山镇", "平湖县西山镇2022年政府信息公开工作年度报告"},
		{"2022年工作\n各委员会严格落实《政府信息公开条例》。\n我局对2022年工作进行了总结。"
		 "\n",
			"", ""},
		{"2022年工作\n临江市教育局严格落实。\n临江市教育局对2022年学校进行了检查。\n", "",
			""},
		/* others in a page's list, each with its day; and one that stands alone */
		{"政府信息公开年报\n东山镇2018年政府信息公开工作年度报告2022-01-23\n"
		 "平湖县西山镇2022年政府信息公开工作年度报告\n",
			"平湖县西山镇", "平湖县西山镇2022年政府信息公开工作年度报告"},
		{"平湖县西山镇2022年政府信息公开工作年度报告 2023年1月6日\n", "平湖县西山镇",
			"平湖县西山镇2022年政府信息公开工作年度报告2023年1月6日"},
		/* a name that is anybody's */
		{"政府政务公开年报\n2022年，我镇公开信息66条。\n", "", ""}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct buf bytes = {0};
		struct report *r = NULL;
		buf_adds(&bytes, rows[i].text);
		buf_adds(&bytes,
			"\n一、总体情况\n\n全年公开信息3条。\n"
			"五、存在的主要问题及改进情况\n\n不足。\n六、其他需要报告的事项\n\n无。\n");
		struct doc *d = import_bytes("t.txt", &bytes, &(struct import_options){0}, &err);
		cr_assert_not_null(d, "%s", err.text);
		cr_assert(report_build(d, kit_forms(), &r, &err), "%s", err.text);
		expect_str(str_of(r->agency_text ? r->agency_text : ""), str_of(rows[i].agency));
		expect_str(str_of(r->title_text ? r->title_text : ""), str_of(rows[i].title));
		cr_expect(r->year == 2022, "%s", rows[i].text);
		report_free(r);
	}
}

/* Where the fourth section and the fifth have changed places. */
Test(table_report, a_table_behind_the_fifth_section)
{
	struct err err = {0};
	struct report *r = build("某市财政局2022年政府信息公开工作年度报告\n\n"
				 "二、主动公开政府信息情况\n\n信息内容\n本年制发件数\n"
				 "本年废止件数\n现行有效件数\n规章\n0\n0\n0\n"
				 "行政规范性文件\n1\n2\n3\n\n"
				 "三、收到和处理政府信息公开申请情况\n\n见附表。\n\n"
				 "五、存在的主要问题及改进情况\n\n1.宣传不够，人手不足。\n\n"
				 "四、政府信息公开行政复议、行政诉讼情况\n\n"
				 "行政复议\n行政诉讼\n未经复议直接起诉\n复议后起诉\n" FOUR FOUR FOUR
				 "1\n2\n3\n4\n10\n0\n0\n0\n0\n0\n0\n0\n0\n0\n0\n\n"
				 "六、其他需要报告的事项\n\n无。\n",
		&err);
	cr_assert_not_null(r, "%s", err.text);
	const struct report_table *t = &r->tables[r->n_tables - 1];
	expect_str(str_of(t->def->name), STR("disputes"));
	cr_expect(t->found);
	report_free(r);
}

/* Headings without numbers ran together with the first cells of the tables, a bar behind each cell.
 */
Test(table_report, headings_in_cells)
{
	struct err err = {0};
	struct report *r =
		build("某市财政局2022年政府信息公开工作年度报告\n总体情况\n我局依法公开信息。\n主动"
		      "公开政府信息情况\n第二十条第（一）项 |\n信息内容 |\n"
		      "本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n规章 |\n0 |\n0 |\n3 |\n"
		      "收到和处理政府信息公开申请情况\n（本列数据的勾稽关系为：第一项加第二项之和，"
		      "等于第三项加第"
		      "四项之和） |\n申请人情况 |\n自然人 |\n法人或其他组织 |\n总计 |\n"
		      "一、本年新收政府信息公开申请数量 |\n1 |\n0 |\n0 |\n0 |\n0 |\n0 |\n1 |\n"
		      "存在的主要问题及改进情况\n不够及时。\n",
			&err);

	cr_assert_not_null(r, "%s", err.text);
	cr_expect(report_section(r, 3));
	cr_expect(report_section(r, 5));
	report_free(r);
}

/* Below a numbered heading a line that ends in a colon leads in what is told, and is none. */
Test(table_report, what_leads_in_is_no_heading)
{
	struct err err = {0};
	struct report *r = build(
		"某市财政局2022年政府信息公开工作年度报告\n一、总体情况\n主动公开政府信息情况：\n"
		"公开信息3条。\n收到和处理政府信息公开申请情况：\n未收到申请。\n",
		&err);

	cr_assert_not_null(r, "%s", err.text);
	cr_expect(report_section(r, 1));
	cr_expect_null(report_section(r, 2));
	cr_expect_null(report_section(r, 3));
	report_free(r);
	r = build("某市财政局2022年政府信息公开工作年度报告\n总体情况：\n公开信息3条。\n"
		  "收到和处理政府信息公开申请情况：\n未收到申请。\n",
		&err);
	cr_assert_not_null(r, "%s", err.text);
	cr_expect(report_section(r, 3));
	report_free(r);
}

/* Without a title the year is that of what was done, not of what is to be. */
Test(table_report, the_year_of_what_was_done)
{
#define REQUESTS                                                                                                                   \
	"三、收到和处理政府信息公开申请情况\n\n| 一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | " \
	"0 | 0 | 0 | 5 "                                                                                                           \
	"|\n|---|---|---|---|---|---|---|---|\n| 二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | "                  \
	"0 | 0 | 0 | "                                                                                                             \
	"1 |\n\n"
	static const struct {
		const char *text;
		int year;
	} rows[] = {
		{"日期：2022-01-16\n一、总体情况\n 2021 年，我乡认真贯彻落实条例。\n" REQUESTS
		 "2022年，我乡将重点做好以下工作。\n2022年2月13日\n",
			2021},
		{"一、总体情况\n我镇认真贯彻落实条例。\n" REQUESTS "2022年，我镇将继续公开。\n"
		 "（一）2021年我镇收取信息处理费120元\n2022年1月17日\n",
			2021},
		{"数据统计截止日期为2020年12月31日。\n一、总体情况\n我镇认真贯彻落实条例。"
		 "\n" REQUESTS "2021年，我镇将重点做好以下工作。\n2021年1月6日\n",
			2020},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct err err = {0};
		struct report *r = build(rows[i].text, &err);

		cr_assert_not_null(r, "%s", err.text);
		cr_expect_eq(r->year, rows[i].year, "%d: %s", r->year, rows[i].text);
		report_free(r);
	}
}

/* Without a title the year is that of what was done, not of a report that the prose names. */
Test(table_report, the_year_of_a_report_named_in_prose)
{
	struct err err = {0};
	struct report *r = build(
		"一、总体情况\n（一）主动公开方面\n及时更新了机构职能、领导分工和各处室职能概况，公"
		"开了建议提案办理结果、重点工作、人事信息、财政信息和权力清单等信息及2018年度信息公"
		"开工作报告。\n"
		"根据《中华人民共和国政府信息公开条例》，2019年度我局共收到14件依申请公开。\n",
		&err);

	cr_assert_not_null(r, "%s", err.text);
	cr_expect_eq(r->year, 2019);
	report_free(r);
}

/* Quoted in a mail, a breadcrumb's sign before each line. */
Test(table_report, the_title_of_a_quote)
{
	struct err err = {0};
	struct buf bytes = {0};
	struct report *r = NULL;
	buf_adds(&bytes, "> " TITLE "\n>\n> > 一、总体情况\n>全年公开信息3条。\n");
	struct doc *d = import_bytes("t.txt", &bytes, &(struct import_options){0}, &err);
	cr_assert_not_null(d, "%s", err.text);
	cr_assert(report_build(d, kit_forms(), &r, &err), "%s", err.text);
	expect_str(str_of(r->title_text ? r->title_text : ""), str_of(TITLE));
	cr_expect_not_null(report_section(r, 1));
	report_free(r);
}

/* A page that has its title in its head only is called so; a line that is one comes first. */
Test(table_report, the_title_of_a_page)
{
#define PAGE(head, line)                                                                           \
	"<html><title>" head "</title><body><div>" line                                            \
	"<p>一、总体情况</p><p>全年公开信息3条。</p><p>二、主动公开政府信息情况</p></div>"
	static const char *const rows[][2] = {
		{PAGE(TITLE "-门户", ""), TITLE},
		{PAGE("临江市2022年度政府信息公开年报", "<p>" TITLE "</p>"), TITLE},
		{PAGE("门户", "<table><tr><td>名称</td><td>" TITLE "</td></tr></table>"), TITLE},
		/* what the page's head names within the report may be only who published it */
		{"<html><title>" TITLE "_临江市</title><body><h1>" TITLE
		 "</h1><div>首页</div><article>"
		 "<p>临江市教育局</p><p>一、总体情况</p><p>全年公开信息3条。</"
		 "p><p>二、主动公开政府信"
		 "息情况</p></article>",
			TITLE},
		{PAGE("门户",
			 "<table><tr><td>名称</td><td>" TITLE "-某县人民政府</td></tr></table>"),
			TITLE},
	};

#ifndef HAVE_GUMBO
	unit_skip("built without a reader for HTML");
#endif
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct buf bytes = {0};
		struct report *r = NULL;
		buf_adds(&bytes, rows[i][0]);
		struct doc *d = import_bytes("t.html", &bytes, &(struct import_options){0}, &err);
		cr_assert_not_null(d, "%s", err.text);
		cr_assert(report_build(d, kit_forms(), &r, &err), "%s", err.text);
		expect_str(str_of(r->title_text ? r->title_text : ""), str_of(rows[i][1]));
		expect_str(str_of(r->agency_text ? r->agency_text : ""), STR(AGENCY));
		report_free(r);
	}
}

/* The title has less of the name than the prose of the first section. */
Test(table_report, a_fuller_name_in_prose)
{
	static const char *const rows[][2] = {
		{"厚桥镇2022年政府信息公开工作年度报告\n\n一、总体情况\n\n"
		 "2022年，镇安市厚桥镇人民政府认真贯彻落实各项规定。\n",
			"镇安市厚桥镇人民政府"},
		{"茅坪街道2022年政府信息公开工作年度报告\n\n一、总体情况\n\n"
		 "2022年，柞水县茅坪街道办事处认真贯彻落实各项规定。\n",
			"柞水县茅坪街道办事处"},
		{"官洲镇人民政府2022年政府信息公开工作年度报告\n\n一、总体情况\n\n"
		 "2022年，开州区官洲镇人民政府认真贯彻落实各项规定。\n",
			"开州区官洲镇人民政府"},
		/* nothing before it, a government behind it */
		{"双河管理区2022年政府信息公开工作年度报告\n\n一、总体情况\n\n"
		 "2022年，双河管理区管理委员会认真贯彻落实各项规定。\n",
			"双河管理区管理委员会"},
		/* another town's, and an organ of the town */
		{"厚桥镇2022年政府信息公开工作年度报告\n\n一、总体情况\n\n"
		 "2022年，镇安市西店镇人民政府认真贯彻落实各项规定。\n",
			"厚桥镇"},
		{"厚桥镇2022年政府信息公开工作年度报告\n\n一、总体情况\n\n"
		 "2022年，厚桥镇卫生服务中心认真贯彻落实各项规定。\n",
			"厚桥镇"},
	};
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct buf bytes = {0};
		struct report *r = NULL;
		buf_adds(&bytes, rows[i][0]);
		struct doc *d = import_bytes("t.txt", &bytes, &(struct import_options){0}, &err);
		cr_assert_not_null(d, "%s", err.text);
		cr_assert(report_build(d, kit_forms(), &r, &err), "%s", err.text);
		expect_str(str_of(r->agency_text ? r->agency_text : ""), str_of(rows[i][1]));
		report_free(r);
	}
}

Test(table_report, samples)
{
	static const char *const rows[][3] = {
		{"xidian-2020", "宁海县西店镇人民政府", "西店镇2020年政府信息公开工作年度报告"},
		{"houjia-2020", "威海市文登区侯家镇人民政府", "2020年政府信息公开工作年度报告"},
		{"shanghewan-2020", "长春市九台区上河湾街道办事处",
			"长春市九台区上河湾街道办事处2020年政府信息公开工作年度报告"},
		{"sili-2020", "思礼镇人民政府", "思礼镇人民政府2020年政府信息公开工作年度报告"},
		{"xingang-2020", "烟台市蓬莱区新港街道办事处",
			"烟台市蓬莱区新港街道办事处2020年政府信息公开工作年度报告"}};

	for (size_t i = 0; i < ROWS(rows); i++) {
		char path[4096];
		struct err err = {0};
		struct report *r = NULL;
		snprintf(path, sizeof path, "%s/samples/%s.txt", getenv("GOUJI_DATADIR"),
			rows[i][0]);
		struct doc *d = import_file(path, &(struct import_options){0}, &err);
		cr_assert_not_null(d, "%s", err.text);
		cr_assert(report_build(d, kit_forms(), &r, &err), "%s", err.text);
		expect_cells(r, rows[i][0]);
		expect_str(str_of(r->agency_text ? r->agency_text : ""), str_of(rows[i][1]));
		expect_str(str_of(r->title_text), str_of(rows[i][2]));
		cr_expect(r->year == 2020);
		expect_str(str_of(r->form->id), STR("2019"));
		report_free(r);
	}
}

/* A million cells are no reason to run out of time or memory; the rest is told, not read. */
Test(table_report, tables_without_end_are_bounded, .timeout = 60)
{
	struct err err = {0};
	struct buf b = {0}, row = {0};
	buf_adds(&b,
		"某市财政局2022年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n");
	for (size_t i = 0; i < 300000; i++)
		buf_adds(&row, i % 60000 ? "| 总计 | 1 |\n" : "一、总体情况\n");
	buf_add(&b, buf_str(&row));
	struct report *r = build(b.p, &err);
	cr_assert_not_null(r, "%s", err.text);
	report_free(r);
	buf_free(&b);
	buf_free(&row);
}

/* Processor time of building a report with n times the first lines, then n times the others. */
static double seconds_for(const char *first, const char *then, size_t n)
{
	struct buf text = {0};
	struct err err = {0};

	buf_adds(&text, "某市财政局2022年政府信息公开工作年度报告\n");
	for (size_t i = 0; i < 2 * n; i++)
		buf_adds(&text, i < n ? first : then);
	clock_t begin = clock();
	struct report *r = build(text.p, &err);
	clock_t end = clock();

	cr_assert_not_null(r, "%s", err.text);
	cr_expect_eq(r->year, 2022);
	report_free(r);
	buf_free(&text);
	return (double)(end - begin) / CLOCKS_PER_SEC;
}

/* Four times the rows take four times as long; looking through all of a table for each of its rows
 * would take sixteen times. */
Test(table_report, many_rows_are_gone_through_once)
{
	static const struct {
		const char *first, *then;
		size_t n;
	} rows[] = {
		{"本年新收\t1\t2\t3\t4\t5\t6\t21\n", "", 16000},
		/* labels without cells: is there one with some before, behind? */
		{"一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n", "", 4000},
		/* labels that are nearly right: do they keep the order of those that are? */
		{"一、本年新收政府信息公开申请数量\n1\n", "二、上年结转政府信息公开中请数量\n1\n",
			4000},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		double few = seconds_for(rows[i].first, rows[i].then, rows[i].n),
		       many = seconds_for(rows[i].first, rows[i].then, 4 * rows[i].n);

		cr_expect_lt(many, 10 * few + 0.05, "%zu: %.3f s, %.3f s", i, few, many);
	}
}

/* The words that rules and names go by are those of mainland China; what is shown is the report's.
 */
Test(table_report, captions_are_shown_as_printed)
{
	static const struct {
		const char *text, *title, *printed;
	} rows[] = {
		{"義乌市審計局２０２２年政府信息公開工作年度報告\n",
			"义乌市审计局2022年政府信息公开工作年度报告",
			"義乌市審計局2022年政府信息公開工作年度報告"},
		{"義乌市審計局\n2022年政府信息公開 工作年度報告\n",
			"义乌市审计局2022年政府信息公开工作年度报告",
			"義乌市審計局2022年政府信息公開工作年度報告"},
		{"义乌市审计局2022年政府信息公开工作年度报告\n",
			"义乌市审计局2022年政府信息公开工作年度报告",
			"义乌市审计局2022年政府信息公开工作年度报告"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct err err = {0};
		struct report *r = build(rows[i].text, &err);
		struct buf printed = {0};

		cr_assert_not_null(r, "%s", err.text);
		expect_str(str_of(r->title_text), str_of(rows[i].title));
		caption_printed(r, r->title, r->title_text, &printed);
		expect_str(buf_str(&printed), str_of(rows[i].printed));
		buf_free(&printed);
		report_free(r);
	}
}

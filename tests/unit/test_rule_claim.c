#include "unit/unit.h"

#include "unit/report_fixture.h"

/* A report whose numbers all differ where prose could mean one or the other. */
static const struct example_cell told[] = {
	{"requests/new/person", "38"},
	{"requests/new/company", "1"},
	{"requests/new/total", "39"},
	{"requests/carried_over/person", "3"},
	{"requests/carried_over/total", "3"},
	{"requests/outcome.granted/person", "19"},
	{"requests/outcome.granted/company", "1"},
	{"requests/outcome.granted/total", "20"},
	{"requests/outcome.partial/person", "4"},
	{"requests/outcome.partial/total", "4"},
	{"requests/outcome.refused.internal/person", "1"},
	{"requests/outcome.refused.internal/total", "1"},
	{"requests/outcome.refused.inquiry/person", "4"},
	{"requests/outcome.refused.inquiry/total", "4"},
	{"requests/outcome.unavailable.not_held/person", "2"},
	{"requests/outcome.unavailable.not_held/total", "2"},
	{"requests/outcome.rejected.petition/person", "2"},
	{"requests/outcome.rejected.petition/total", "2"},
	{"requests/outcome.rejected.repeated/person", "1"},
	{"requests/outcome.rejected.repeated/total", "1"},
	{"requests/outcome.other/person", "1"},
	{"requests/outcome.other/total", "1"},
	{"requests/outcome.total/person", "34"},
	{"requests/outcome.total/company", "1"},
	{"requests/outcome.total/total", "35"},
	{"requests/carried_forward/person", "7"},
	{"requests/carried_forward/total", "7"},
	{"disputes/review/upheld", "2"},
	{"disputes/review/corrected", "1"},
	{"disputes/review/pending", "3"},
	{"disputes/review/total", "6"},
	{"disputes/direct/upheld", "4"},
	{"disputes/direct/pending", "1"},
	{"disputes/direct/total", "5"},
	{"disputes/after_review/upheld", "8"},
	{"disputes/after_review/total", "8"},
};

enum cells { TOLD, ZERO, WRONG };

/* A report of form 2019 whose requests and disputes print what is told, 0, or 991 throughout. */
static void open_with(struct fixture *f, const char *prose, enum cells which)
{
	static char names[256][64];
	struct example_cell all[256];
	struct fixture form;
	size_t n = 0;

	if (which == TOLD) {
		fixture_open(f, prose, told, ROWS(told));
		return;
	}
	fixture_open(&form, "", NULL, 0);
	for (size_t i = 0; i < form.report->n_cells; i++) {
		const char *name = form.report->cells[i].def->name;

		if (!strncmp(name, "disclosure/", 11))
			continue;
		snprintf(names[n], sizeof names[n], "%s", name);
		all[n] = (struct example_cell){names[n], which == ZERO ? "0" : "991"};
		n++;
	}
	fixture_close(&form);
	fixture_open(f, prose, all, n);
}

static void count(const char *prose, enum cells which, size_t *errors, size_t *notes)
{
	struct fixture f;

	*errors = *notes = 0;
	open_with(&f, prose, which);
	for (size_t i = 0; i < f.check.n_findings; i++) {
		const struct finding *found = &f.check.findings[i];

		if (strcmp(found->rule->id, "text.table"))
			continue;
		*errors += found->severity != SEVERITY_NOTE;
		*notes += found->severity == SEVERITY_NOTE;
		cr_expect(found->n_spans > 0);
		cr_expect(found->message[LANG_ZH] && found->message[LANG_EN]);
	}
	fixture_close(&f);
}

/* How many numbers (or statements of none) are held against cells: with cells that agree nothing is
 * found, with cells that all say 991 each is told as a mismatch, however sure. */
static void expect_claims(const char *prose, enum cells agree, size_t claims)
{
	size_t errors, notes;

	count(prose, agree, &errors, &notes);
	cr_expect_eq(errors, 0, "%s: %zu errors where it agrees", prose, errors);
	cr_expect_eq(notes, 0, "%s: %zu notes where it agrees", prose, notes);
	count(prose, WRONG, &errors, &notes);
	cr_expect_eq(errors, claims, "%s: %zu claims, wanted %zu", prose, errors, claims);
}

Test(rule_claim, received)
{
	static const char *const rows[] = {
		"2020年收到政府信息公开申请39件。",
		"2020年，全镇共收到依申请公开39件。",
		"全年共收到政府信息公开申请 39 件。",
		"共受理政府信息公开申请39件。",
		"本年度新收政府信息公开申请39件。",
		"全年共接收信息公开申请39件。",
		"我局收到公民、法人和其他组织提出的政府信息公开申请39件。",
		"受理群众以信函方式向本机关提交的政府信息公开申请共计39件。",
		"2020年收到39件政府信息公开申请。",
		"共收到39份依申请公开。",
		"我办受理依申请信息39条。",
		"全年共收到依申请公开共39件。",
		"2020年度发生依申请公开39次。",
		"2020年共受理依申请公开件39件。",
		"2020年全市共收到依申请件39件。",
		"政府信息公开申请收到39件。",
		"（二）依申请公开情况\n2020年共收到申请39件。",
		"（二）依申请公开\n全年共受理39件。",
		"（二）依申请公开\n我单位2020年新收39宗。",
		"依申请公开工作有序开展。全年收到申请39件。",
		"收到政府信息公开申请三十九件。",
		"收到政府信息公开申请３９件。",
		"本年收到政府信息公开申请30余件。",
		"收到政府信息公开申请近40件。",
		"政府信息公开申请数量：39件。",
		"收办政府信息公开申请39件。",
		"收到政府信息公开申请39\n件。",
		"受理公民、法人和其他组织向市政府及市政府办公室提出的政府信息公开申请39件，均已答复"
		"。",
		"全年共收到政府信息公开申请39件，较2019年减少3件，下降20%。",
		"我单位2020年依申请公开受理数为39件。",
		"2020年度依申请公开数量39件，均按期答复。",
		"2020年，全市各级行政机关共收到政府信息公开申请39件，其中市政府本级受理申请5件，县"
		"区受理34件。",
		"2020年以来，我局受理政府信息公开申请39件。",
		"全年，公众向我县提出的政府信息依申请公开事项共39件。",
		"办公室共登记依申请公开政府信息申请39件。",
		"申请人通过信函、网络等方式向我局提交政府信息公开申请39件。",
		"全年依申请公开政府信息申请共39件。",
		"政府信息公开申请为39件。",
		"收到依申请公开书面申请39件。",
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_claims(rows[i], TOLD, 1);
}

Test(rule_claim, carried_and_handled)
{
	static const struct {
		const char *prose;
		size_t claims;
	} rows[] = {
		{"收到政府信息公开申请42件（含上年结转3件）。", 2},
		{"收到政府信息公开申请42件，其中含上年结转3件。", 2},
		{"共收到依申请公开42件，其中上年度结转3件。", 2},
		{"收到政府信息公开申请39件，上年结转3件。", 2},
		{"收到依申请公开39件，2019年结转3件，共42件。", 3},
		{"收到依申请公开件39件，上年度结转办理件3件。", 2},
		{"共处理政府信息公开申请42件。", 1},
		{"累计处理政府信息公开申请42件。", 1},
		{"（二）依申请公开\n全年共办理42件。", 1},
		{"共办理政府信息公开申请42件（含上年结转）。", 1},
		{"收到政府信息公开申请39件，办结35件，转结下年度办理7件。", 3},
		{"收到依申请公开39件，上年结转3件，办结35件，7件结转到2021年度继续办理。", 4},
		{"收到政府信息公开申请39件，共办结35件，结转到2021年办理7件。", 3},
		{"收到政府信息公开申请39件，已答复35件，顺延至下一年7件。", 3},
		{"收到政府信息公开申请39件，按时办结35件，结转7件。", 3},
		{"收到政府信息公开申请39件，答复35件，正在办理7件。", 3},
		{"收到政府信息公开申请39件，已办结35件，7件正在办理中。", 3},
		{"收到依申请公开39件，其中35件已办结，7件尚未办结。", 3},
		{"收到政府信息公开申请39件；办理完毕35件；结转下年度继续办理7件。", 3},
		{"其中，本年新收政府信息公开申请39件，上年结转政府信息公开申请3件。", 2},
		{"2020年新收政府信息公开申请39件，上年结转3件，本年度办理结果35件。", 3},
		{"全年共新收政府信息公开申请39件，上年度结转3件，共计42件；本年度办结35件，结转下年"
		 "度7件。",
			5},
		{"我局依申请公开办理数量为42件。", 1},
		{"全年共答复政府信息公开申请35件。", 1},
		{"（二）依申请公开。我局依申请公开答复35件。", 1},
		{"按时办结依申请公开35件（含2019年结转3件），结转下年度7件。", 3},
		{"共办理政府信息公开申请42件，含2019年转至今年办理的3件，办结35件。", 3},
		{"新收政府信息公开申请39件；办结35件，未到期结转7件。", 3},
		{"收到政府信息公开申请39件，办结35件，其余7件因受理时间临近年末，转入2021年办理。",
			3},
		{"收到政府信息公开申请39件，7件因在12月收到，尚在办理期限内，结转2021年继续办理。",
			2},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_claims(rows[i].prose, TOLD, rows[i].claims);
}

Test(rule_claim, who_asked_and_what_came_of_it)
{
	static const struct {
		const char *prose;
		size_t claims;
	} rows[] = {
		{"收到政府信息公开申请39件，其中自然人38件，法人或其他组织1件。", 3},
		{"收到政府信息公开申请39件（其中：自然人申请38件、法人和其他组织申请1件）。", 3},
		{"收到政府信息公开申请39件，其中自然人38件，商业企业1件。", 3},
		{"收到政府信息公开申请39件，办结35件，其中予以公开20件，部分公开4件，不予公开5件，"
		 "无法提供2件，不予处理3件，其他处理1件。",
			8},
		{"收到政府信息公开申请39件。其中，予以公开20件，部分公开4件。", 3},
		{"收到政府信息公开申请39件，办结35件，其中予以公开20件、部分公开4件、不予公开5件。",
			5},
		{"收到依申请公开39件，予以公开及部分公开24件。", 2},
		{"收到依申请公开39件，20件予以公开，4件部分公开。", 3},
		{"收到政府信息公开申请39件，属于行政查询事项4件，本机关不掌握2件，重复申请1件。",
			4},
		{"收到政府信息公开申请39件，其中信访举报投诉类申请2件。", 2},
		{"收到政府信息公开申请39件，其中个人申请38件，单位申请1件。", 3},
		{"收到政府信息公开申请39件，答复申请人35件，公开20件，部分公开4件，不予公开5件。",
			5},
		{"收到政府信息公开申请39件，办结35件：20件公开、4件部分公开、5件不予公开。", 5},
		{"收到政府信息公开申请39件，办结35件，其中不予处理类3件，其他情形类1件。", 4},
		{"收到政府信息公开申请39件，其中通过网站提交39件。依法答复35件：20件予以公开。", 3},
		{"收到政府信息公开申请39件，7件因未到答复期限顺延至下年度。", 2},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_claims(rows[i].prose, TOLD, rows[i].claims);
}

/* What is not handled any more is no handling. */
Test(rule_claim, rows_of_the_form_that_deny)
{
	static const struct example_cell cells[] = {
		{"requests/new/total", "39"},
		{"requests/outcome.other/total", "4"},
	};
	static const struct {
		const char *prose;
		size_t found;
	} rows[] = {
		{"申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请3件。", 0},
		{"申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请5件。", 1},
		{"收到政府信息公开申请39件。因申请人逾期不补正，不再处理4件政府信息公开申请。", 0},
	};
	struct fixture f;

	for (size_t i = 0; i < ROWS(rows); i++) {
		fixture_open(&f, rows[i].prose, cells, ROWS(cells));
		cr_expect_eq(fixture_count(&f, "text.table"), rows[i].found, "%s", rows[i].prose);
		fixture_close(&f);
	}
}

/* 全市 is that of the report whose government it is, up to the next that is named. */
Test(rule_claim, the_area_that_reports)
{
	static const struct example_cell cells[] = {{"disclosure/penalty/decisions", "5"}};
	static const struct {
		const char *agency, *prose;
		size_t found;
	} rows[] = {
		{"临江市人民政府", "2020年，全市共作出行政处罚处理决定7件。", 1},
		{"临江市人民政府", "2020年，全市共作出行政处罚处理决定5件。", 0},
		{"临江市人民政府", "全市公安机关作出行政处罚决定7件。", 0},
		{"临江市人民政府", "全县共作出行政处罚处理决定7件。", 0},
		{"临江市教育局", "2020年，全市共作出行政处罚处理决定7件。", 0},
		{"临江市教育局", "2020年，全市作出行政许可决定9件，行政处罚决定7件。", 0},
		{"临江市教育局", "全市共作出行政处罚决定90件，我局作出行政处罚决定7件。", 1},
		{"临江市桥头镇人民政府", "全市共作出行政处罚决定7件。", 0},
	};
	struct fixture f;

	for (size_t i = 0; i < ROWS(rows); i++) {
		char agency[64];

		snprintf(agency, sizeof agency, "%s", rows[i].agency);
		fixture_open(&f, rows[i].prose, cells, ROWS(cells));
		f.report->agency_text = agency;
		fixture_check(&f);
		cr_expect_eq(fixture_count(&f, "text.table"), rows[i].found, "%s: %s", agency,
			rows[i].prose);
		fixture_close(&f);
	}
}

Test(rule_claim, disputes)
{
	static const struct {
		const char *prose;
		size_t claims;
	} rows[] = {
		{"因政府信息公开引发行政复议6件、行政诉讼13件。", 2},
		{"因依申请公开引发的行政复议6起，行政诉讼13起。", 2},
		{"政府信息公开行政复议和行政诉讼共19件。", 1},
		{"政府信息公开行政复议、行政诉讼分别为6件和13件。", 2},
		{"（二）依申请公开\n全年被申请行政复议6件，被提起行政诉讼13件。", 2},
		{"因政府信息公开发生6件行政复议，13件行政诉讼。", 2},
		{"政府信息公开行政复议6件，其中维持2件、纠正1件。", 3},
		{"政府信息公开未经复议直接起诉5件，复议后起诉8件。", 2},
		{"因依申请公开引发的行政复议案件6件，均已办理；行政诉讼案件13件，胜诉。", 2},
		{"收到政府信息公开申请39件。被申请行政复议6件，维持2件、纠正1件；行政诉讼13件。",
			5},
		{"发生针对本部门有关政府信息公开事务的行政复议案6件。", 1},
		{"行政复议6件，其中维持2件、纠正1件、其他0件、尚未审结3件。", 5},
		{"政府信息公开行政复议6件，已审结3件。", 2},
		{"未因政府信息公开工作被申请行政复议（6件）或提起行政诉讼（13起）。", 2},
		{"政府信息公开类行政复议6件、行政诉讼13件，其中复议维持2件。", 3},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_claims(rows[i].prose, TOLD, rows[i].claims);
}

Test(rule_claim, none)
{
	static const struct {
		const char *prose;
		size_t claims;
	} rows[] = {
		{"2020年没有受理依申请公开情况。", 1},
		{"2020 年我镇未收到任何依申请公开办理情况。", 1},
		{"2020 年，我街道未收到依申请公开政府信息办理事项。", 1},
		{"2020年,未收到依申请公开事项.", 1},
		{"2021年，我镇没有收到依申请公开政府信息的申请。", 1},
		{"本年度我镇未收到申请人提出的依申请公开申请，故也未出现不予公开政府信息情况。", 2},
		{"2020年度我街办未接到提出公开政府信息的申请。", 1},
		{"本年度，我局未收到政府信息申请。", 1},
		{"全年未接到信息公开申请。", 1},
		{"2020年度街道受理信息公开申请0件。", 1},
		{"全年收到政府信息公开申请零件。", 1},
		{"本年无依申请公开事项。", 1},
		{"（二）依申请公开\n2020年未收到相关申请。", 1},
		{"未发生因政府信息公开申请提起的行政复议和行政诉讼案件。", 1},
		{"2020年全镇依申请公开涉诉案件0件，败诉0件。", 1},
		{"政府信息公开行政复议、行政诉讼均为0件。", 2},
		{"没有因政府信息公开被申请行政复议、提起行政诉讼的情况。", 1},
		{"全年因信息公开未发生行政复议。", 1},
		{"全年无因政府信息公开引发的行政诉讼。", 1},
		{"收到政府信息公开申请0件，无结转下年度继续办理的申请。", 2},
		{"没有收到公民、法人或其他组织申请政府信息公开的情况，也没有因政府信息公开引起的行"
		 "政复议、行政诉讼。",
			2},
		{"本年度未收到个人、法人或者其他组织向本机关申请公开政府信息。", 1},
		{"未收到书面申请、网上申请等形式的政府信息公开申请。", 1},
		{"政府信息公开行政复议和行政诉讼案件均为零。", 2},
		{"行政复议、行政诉讼均为0。", 2},
		{"全年无行政复议、行政诉讼案件。", 1},
		{"政府信息公开申请实现零收件。", 1},
		{"没有公民、法人或其他组织向我镇提出政府信息公开申请。", 1},
		{"本年度未有群众申请公开政府信息。", 1},
		{"依申请公开政府信息为零。", 1},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_claims(rows[i].prose, ZERO, rows[i].claims);
}

/* Numbers that are no counts of the statutory tables, or not surely so. */
Test(rule_claim, what_stays_quiet)
{
	static const char *const rows[] = {
		"",
		"2020年通过网站、微信等平台共发布信息431条，其中通过网站发布信息136条。",
		"全年共收到各类咨询、建议和意见5条，办结5条。",
		"（二）依申请公开\n共受理群众咨询12件，均已答复。",
		"全年办理12345热线47件，已全部办结。",
		"收到248条网民留言，办结留言230条，公开答复4条。",
		"全年共办理人大建议5件、政协提案3件，办结率100%。",
		"2020年开展涉及依申请公开会商5次。",
		"我镇共发文96件，其中主动公开文件0件，不公开文件96件，依申请公开0件。",
		"2020年共制作政府信息3021条，其中主动公开信息1027条，依申请公开信息459条，不予公开"
		"信息1535条。",
		"2019年收到政府信息公开申请50件，办结50件。",
		"去年收到政府信息公开申请50件。",
		"收到政府信息公开申请比去年增加5件。",
		"自2008年条例实施以来，累计收到政府信息公开申请300件。",
		"全年办理行政复议案件120件、行政诉讼案件30件。",
		"受理行政许可申请300件，办结300件。",
		"收到救助申请12件。",
		"全年受理信访件22件，答复22件。",
		"未及时办理依申请公开事项的情况仍然存在。",
		"依申请公开培训3次，参加80人次。",
		"依申请公开第三十八条规定的情形。",
		"根据条例第三十八条，申请人应当补正。",
		"我镇依申请公开件数多，申请内容庞杂。",
		"未收取依申请公开信息处理费用。",
		"无依申请公开收费。",
		"没有因依申请公开引发的投诉。",
		"依申请公开办结率100%，按期答复率100%。",
		"平均每件政府信息公开申请办理时间为12个工作日。",
		"政府信息公开申请应在20个工作日内答复。",
		"收到政府信息公开申请的，应当当场登记。",
		"微信公众号发布信息39条，网站发布7条。",
		"公开行政许可25318件、行政处罚75件。",
		"开展信息公开培训2次，接受咨询35次。",
		"政府网站收到并回复网民来信35件。",
		"主动公开规范性文件1件，答复公众提问20次。",
		"编发简报35期，收到采纳信息39条。",
		"设置依申请公开窗口1个、公开查阅点7个。",
		"（一）主动公开\n全年受理39件，办结35件。",
		"办理政协提案35件，答复35件。",
		"全年共召开会议7次，部署依申请公开工作。",
		"下一步，力争依申请公开办理时间缩短5个工作日。",
		"近年来政府信息公开申请每年都超百件。",
		"拨打12345热线咨询政府信息公开申请。",
		"依申请公开政策解读3篇。",
		"市教育局收到政府信息公开申请5件，市公安局收到政府信息公开申请8件。",
		"县政府办公室共收到依申请公开12件，县直各部门收到依申请公开80件。",
		"未发生因政府信息公开申请引发的行政复议被纠错或行政诉讼败诉情况。",
		"答复办理提案议案共7件，其中办理答复人大代表建议5件（38号、39号）。",
		"共答复局长信箱176件、市长信箱46件、市长热线1923件，均规范答复。",
		"收到政府信息公开申请的平台接受咨询7次。",
		"全年行政复议案件85件（非政府信息公开类）。",
		"制作政府信息公开申请答复模板5份。",
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		for (enum cells which = TOLD; which <= WRONG; which++) {
			size_t errors, notes;

			count(rows[i], which, &errors, &notes);
			cr_expect_eq(errors + notes, 0, "%s (%d): %zu errors, %zu notes", rows[i],
				(int)which, errors, notes);
		}
	}
}

Test(rule_claim, another_reading_is_named)
{
	static const struct {
		const char *prose, *reading;
	} rows[] = {
		{"共收到政府信息公开申请42件。", "本年新收加上年结转"},
		{"共收到政府信息公开申请35件。", "办理结果总计"},
		{"共处理政府信息公开申请35件。", "办理结果总计"},
		{"收到依申请公开39件，办结39件。", "本年新收申请"},
		{"全年收到并按时办结政府信息公开申请39件。", "本年新收申请"},
		{"政府信息公开行政复议3件。", "行政复议，不含尚未审结"},
		{"因政府信息公开引发行政诉讼5件。", "未经复议直接起诉"},
		{"收到政府信息公开申请39件，答复32件，3件因申请人撤回终止办理。",
			"连同“3件因申请人撤回终止办理”"},
		{"收到政府信息公开申请39件，其中申请人撤回3件，已办结32件。",
			"连同“其中申请人撤回3件”"},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fixture f;

		open_with(&f, rows[i].prose, TOLD);
		const struct finding *found = fixture_finding(&f, "text.table", 0);

		cr_assert(found, "%s", rows[i].prose);
		cr_expect_eq(fixture_count(&f, "text.table"), 1, "%s", rows[i].prose);
		cr_expect_eq(found->severity, SEVERITY_NOTE);
		cr_expect_eq(found->cause, CAUSE_READING);
		cr_expect_str_eq(found->reading[LANG_ZH], rows[i].reading);
		fixture_close(&f);
	}
}

Test(rule_claim, an_error_stands_alone)
{
	struct fixture f;

	open_with(&f, "一、总体情况\n2020年全镇共收到依申请公开 38 件，办结35件。", TOLD);
	const struct finding *found = fixture_finding(&f, "text.table", 0);

	cr_assert(found);
	cr_expect_eq(fixture_count(&f, "text.table"), 1);
	cr_expect_eq(found->severity, SEVERITY_ERROR);
	cr_expect_eq(found->cause, CAUSE_SOURCE);
	cr_expect_str_eq(found->message[LANG_ZH],
		"正文称“2020年全镇共收到依申请公开38件”，表中本年新收申请为 39，差 1");
	cr_expect_str_eq(fixture_cells(&f, found->cells, found->n_cells), "requests/new/total");
	cr_expect_eq(dec_cmp(found->declared, dec_of(38)), 0);
	cr_expect_eq(dec_cmp(found->actual, dec_of(39)), 0);
	cr_expect_eq(found->line, 3);
	expect_str(fixture_words(&f, found, 0), STR("收到依申请公开 38 件"));
	expect_str(fixture_words(&f, found, 1), STR("39"));
	fixture_close(&f);
}

Test(rule_claim, ids_do_not_depend_on_numbers)
{
	struct fixture a, b;

	open_with(&a, "共收到依申请公开38件。\n共收到依申请公开37件。", TOLD);
	open_with(&b, "共收到依申请公开 50 件。\n共收到依申请公开51件。", TOLD);
	cr_assert_eq(fixture_count(&a, "text.table"), 2);
	cr_assert_eq(fixture_count(&b, "text.table"), 2);
	for (size_t i = 0; i < 2; i++)
		cr_expect_str_eq(fixture_finding(&a, "text.table", i)->id,
			fixture_finding(&b, "text.table", i)->id);
	cr_expect_str_neq(
		fixture_finding(&a, "text.table", 0)->id, fixture_finding(&a, "text.table", 1)->id);
	fixture_close(&a);
	fixture_close(&b);
}

Test(rule_claim, cells_that_cannot_be_compared)
{
	static const struct {
		const char *total, *person;
		size_t errors, skipped;
	} rows[] = {
		{"39", "39", 0, 0},
		{"", "39", 0, 0}, /* a blank total: its parts are added up */
		{"", "38", 1, 0},
		{"?", "39", 0, 1},
		{"若干", "39", 0, 1},
		{"38", "39", 1, 0},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct example_cell cells[] = {{"requests/new/total", rows[i].total},
			{"requests/new/person", rows[i].person}};
		struct fixture f;

		fixture_open(&f, "共收到政府信息公开申请39件。", cells, ROWS(cells));
		cr_expect_eq(fixture_count(&f, "text.table"), rows[i].errors, "row %zu", i);
		cr_expect_eq(fixture_not_checked(&f, "text.table"), rows[i].skipped, "row %zu", i);
		fixture_close(&f);
	}
}

Test(rule_claim, a_row_all_blank)
{
	static const char *const columns[] = {
		"person", "company", "research", "welfare", "legal", "other", "total"};
	char names[7][40];
	struct example_cell cells[7];
	struct fixture f;

	for (size_t i = 0; i < 7; i++) {
		snprintf(names[i], sizeof names[i], "requests/new/%s", columns[i]);
		cells[i] = (struct example_cell){names[i], ""};
	}
	fixture_open(&f, "未收到政府信息公开申请。", cells, 7);
	cr_expect_eq(fixture_count(&f, "text.table"), 0);
	cr_expect_eq(fixture_not_checked(&f, "text.table"), 0);
	fixture_close(&f);
	fixture_open(&f, "收到政府信息公开申请5件。", cells, 7);
	cr_expect_eq(fixture_count(&f, "text.table"), 0);
	cr_expect_eq(fixture_not_checked(&f, "text.table"), 1);
	fixture_close(&f);
}

/* However the numbers are written: in Han numerals, with separators, full width. */
Test(rule_claim, ids_do_not_depend_on_how_numbers_are_written)
{
	static const char *const texts[] = {
		"收到政府信息公开申请三十八件。",
		"收到政府信息公开申请一百二十件。",
		"收到政府信息公开申请1,300件。",
		"收到政府信息公开申请５７件。",
	};
	char first[64] = "";

	for (size_t i = 0; i < ROWS(texts); i++) {
		struct fixture f;

		fixture_open(&f, texts[i], told, ROWS(told));
		cr_assert_eq(fixture_count(&f, "text.table"), 1, "%s", texts[i]);
		const char *id = fixture_finding(&f, "text.table", 0)->id;

		if (i == 0)
			snprintf(first, sizeof first, "%s", id);
		cr_expect_str_eq(id, first, "%s", texts[i]);
		fixture_close(&f);
	}
}

Test(rule_claim, amounts_of_money)
{
	static const struct {
		const char *prose, *printed;
		size_t errors;
	} rows[] = {
		{"政府集中采购金额30.5万元。", "305000元", 0},
		{"政府集中采购3项，采购总金额305000元。", "305000元", 0},
		{"政府集中采购3次，总金额31万元。", "305000元", 0},
		{"政府集中采购3个，总金额30万元。", "305000元", 0},
		{"政府集中采购金额32万元。", "305000元", 1},
		{"政府集中采购金额305万元。", "305000元", 1},
		{"政府集中采购金额约30万元。", "305000元", 0},
		{"政府集中采购金额30余万元。", "305000元", 0},
		{"政府集中采购金额50余万元。", "305000元", 1},
		{"政府集中采购金额30.5万元。", "305000", 0},
		{"政府集中采购金额30.5万元。", "30.5", 0},
		{"政府集中采购金额30.5万元。", "40.5", 1},
		{"政府集中采购金额0.0305亿元。", "305万元", 0},
		{"政府集中采购金额约6.00亿元。", "60041.19万元", 0},
		{"政府集中采购金额约7.10亿元。", "60041.19万元", 1},
		{"政府集中采购4项，采购总金额30.5万元。", "305000元", 1},
		{"政府采购金额90万元。", "305000元", 0},
		{"政府集中采购预算金额90万元。", "305000元", 0},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct example_cell cells[] = {{"disclosure/procurement/items", "3"},
			{"disclosure/procurement/amount", rows[i].printed}};
		struct fixture f;

		fixture_open(&f, rows[i].prose, cells, ROWS(cells));
		cr_expect_eq(fixture_count(&f, "text.table"), rows[i].errors, "%s", rows[i].prose);
		fixture_close(&f);
	}
}

Test(rule_claim, an_amount_with_places_is_told_in_the_unit_of_the_prose)
{
	struct example_cell cells[] = {{"disclosure/procurement/amount", "60041.19万元"}};
	struct fixture f;

	fixture_open(&f, "政府集中采购金额6.10亿元。", cells, ROWS(cells));
	const struct finding *found = fixture_finding(&f, "text.table", 0);

	cr_assert(found);
	cr_expect(strstr(found->message[LANG_ZH], "6.004119亿元"), "%s", found->message[LANG_ZH]);
	fixture_close(&f);
}

Test(rule_claim, an_amount_is_told_in_the_unit_of_the_prose)
{
	struct example_cell cells[] = {{"disclosure/procurement/amount", "305000元"}};
	struct fixture f;

	fixture_open(&f, "政府集中采购金额305万元。", cells, ROWS(cells));
	const struct finding *found = fixture_finding(&f, "text.table", 0);

	cr_assert(found);
	cr_expect_str_eq(found->message[LANG_ZH],
		"正文称“政府集中采购金额305万元”，表中政府集中采购总金额为 30.5万元，差 274.5万元");
	fixture_close(&f);
}

/* What is told right behind one number that agrees can be a part of nothing else. */
Test(rule_claim, parts_of_one_number_have_no_other_reading)
{
	static const struct {
		const char *prose;
		size_t errors;
	} rows[] = {
		{"收到政府信息公开申请39件，其中自然人39件。", 1},
		{"收到政府信息公开申请42件，其中自然人41件。", 0},
		{"收到政府信息公开申请39件，办结35件，其中自然人38件。", 0},
		{"收到政府信息公开申请39件。其中自然人38件。", 0},
		{"政府信息公开行政复议6件，其中维持4件。", 1},
		{"政府信息公开行政诉讼13件，其中结果维持12件。", 0},
		{"政府信息公开行政诉讼13件，其中结果维持2件。", 1},
		{"政府信息公开行政复议6件，行政诉讼13件，结果维持14件。", 0},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t errors, notes;

		count(rows[i].prose, TOLD, &errors, &notes);
		cr_expect_eq(errors, rows[i].errors, "%s: %zu", rows[i].prose, errors);
	}
}

/* What came by letter may be a part of all; more than all it cannot be. */
Test(rule_claim, requests_told_by_the_way_they_came)
{
	static const struct {
		const char *prose;
		size_t errors;
	} rows[] = {
		{"（二）依申请公开情况\n全年共收到信函申请39件。", 0},
		{"（二）依申请公开情况\n全年共收到信函申请30件。", 0},
		{"（二）依申请公开情况\n全年共收到信函申请52件。", 1},
		{"（二）依申请公开情况\n全年共收到信函申请20件、网络申请30件。", 0},
		{"网站受理依申请公开9件；当面受理依申请公开7件；其他渠道受理依申请公开23件。", 0},
		{"网站受理依申请公开59件。", 1},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		size_t errors, notes;

		count(rows[i].prose, TOLD, &errors, &notes);
		cr_expect_eq(errors, rows[i].errors, "%s: %zu", rows[i].prose, errors);
	}
}

/* What is told nearby, or how sure the words are, bears on what a number that differs is. */
Test(rule_claim, how_grave_it_is)
{
	static const struct {
		const char *prose;
		int severity;	     /* of the first finding; -1: there is none */
		const char *reading; /* NULL: none */
	} rows[] = {
		/* the table counts what was told as disclosed already: 16 + 4 = 20 */
		{"收到政府信息公开申请39件，其中已主动公开4件，予以公开16件。", SEVERITY_NOTE,
			"连同“其中已主动公开4件”"},
		{"收到政府信息公开申请39件，其中已主动公开3件，予以公开16件。", SEVERITY_WARNING,
			NULL},
		/* granted and in part: not where the part is told by itself */
		{"收到政府信息公开申请39件，予以公开24件。", SEVERITY_NOTE,
			"予以公开与部分公开之和"},
		{"收到政府信息公开申请39件，予以公开24件，部分公开4件。", SEVERITY_ERROR, NULL},
		{"收到政府信息公开申请39件，部分公开4件，予以公开24件。", SEVERITY_ERROR, NULL},
		/* with those carried over: not where they and the sum are told */
		{"收到政府信息公开申请42件，均已答复。", SEVERITY_NOTE, "本年新收加上年结转"},
		{"收到政府信息公开申请42件，上年结转3件，共45件。", SEVERITY_ERROR, NULL},
		/* all of them: not where some are told as open */
		{"收到政府信息公开申请39件，办结39件。", SEVERITY_NOTE, "本年新收申请"},
		{"收到政府信息公开申请39件，办结39件，结转下年7件。", SEVERITY_ERROR, NULL},
		{"收到政府信息公开申请39件，39件按期答复办结，7件结转下年。", SEVERITY_ERROR, NULL},
		{"收到政府信息公开申请39件，35件按期答复办结，7件结转下年。", -1, NULL},
		{"收到政府信息公开申请39件，信息不存在9件。", SEVERITY_WARNING, NULL},
		{"收到政府信息公开申请39件，信息不存在2件。", -1, NULL},
		{"全年发生行政复议9件。", SEVERITY_WARNING, NULL},
		{"全年办理各类行政复议案件9件。", -1, NULL},
		/* what the table has in one row, told as two; none is never a part of what there is
		 */
		{"收到政府信息公开申请39件，信息不存在1件，本机关不掌握1件。", SEVERITY_NOTE, NULL},
		{"收到政府信息公开申请39件，申请人撤回1件，其他处理0件。", SEVERITY_NOTE,
			"连同“申请人撤回1件”"},
		{"因政府信息公开发生行政复议6件，行政诉讼0件。", SEVERITY_ERROR, NULL},
		/* one way they came, and the other */
		{"共办理并答复信息公开申请3件、纸质申请32件。", SEVERITY_NOTE,
			"连同“、纸质申请32件”"},
		{"共办理并答复信息公开申请3件、纸质申请31件。", SEVERITY_WARNING, NULL},
		/* answered as one outcome among others */
		{"收到政府信息公开申请39件，答复20件，不予受理14件，告知获取方式1件。",
			SEVERITY_NOTE, "连同“不予受理14件，告知获取方式1件”"},
		{"收到政府信息公开申请39件，答复20件，不予受理14件，告知获取方式2件。",
			SEVERITY_WARNING, NULL},
		/* received in two ways */
		{"依申请公开系统收到信息公开申请34件、收到书面申请5件。", SEVERITY_NOTE,
			"连同“、收到书面申请5件”"},
		{"依申请公开系统收到信息公开申请34件、收到书面申请6件。", SEVERITY_WARNING, NULL},
		/* received and answered */
		{"受理并答复的依申请公开政府信息共35件（其中3件为上年度结转）。", SEVERITY_NOTE,
			"办理结果总计"},
		/* of what came in some was taken back */
		{"收到政府信息公开申请42件（含上年结转3件），撤件30件，受理12件。", SEVERITY_NOTE,
			"连同“撤件30件”"},
		{"收到政府信息公开申请42件（含上年结转3件），撤件30件，受理11件。",
			SEVERITY_WARNING, NULL},
		/* of those carried over, not of all */
		{"收到政府信息公开申请39件。包括上年结转申请3件，其中，同意公开3件。", -1, NULL},
		{"收到政府信息公开申请39件，其中，同意公开3件。", SEVERITY_ERROR, NULL},
		/* but those carried over, as the table has them, are no part of what was finished
		 */
		{"收到政府信息公开申请39件，上年结转3件，共办结31件。", SEVERITY_ERROR, NULL},
		{"收到政府信息公开申请39件，上年结转4件，共办结31件。", SEVERITY_ERROR, NULL},
		{"收到政府信息公开申请39件，共办结30件，其中上年结转4件。", SEVERITY_WARNING, NULL},
		/* both kinds side by side, and nothing else, where requests were told of */
		{"收到政府信息公开申请39件。行政复议9件，行政诉讼0件。", SEVERITY_ERROR, NULL},
		{"收到政府信息公开申请39件。行政复议6件，行政诉讼9件。", SEVERITY_ERROR, NULL},
		{"收到政府信息公开申请39件。法治方面，行政复议9件，行政诉讼0件。", SEVERITY_WARNING,
			NULL},
		/* an organ with the year before it */
		{"2020年市教育局收到政府信息公开申请29件。", SEVERITY_ERROR, NULL},
		{"2020年大山县教育局收到政府信息公开申请29件。", SEVERITY_WARNING, NULL},
		{"本年度共完成政府集中采购7项。", SEVERITY_ERROR, NULL},
		/* what the sentence itself does not say is not sure */
		{"2020年本街道收到政府信息公开申请29件。", SEVERITY_ERROR, NULL},
		{"收到政府信息公开申请29件。", SEVERITY_ERROR, NULL},
		{"（二）依申请公开情况\n全年共收到申请29件。", SEVERITY_WARNING, NULL},
		{"收到政府信息公开申请39件。其中，同意公开3件。", SEVERITY_WARNING, NULL},
		{"收到政府信息公开申请39件；其中，同意公开3件。", SEVERITY_ERROR, NULL},
		{"政府信息公开行政复议9件。", SEVERITY_ERROR, NULL},
		{"政府信息公开行政复议6件。行政诉讼9件。", SEVERITY_WARNING, NULL},
	};

	for (size_t i = 0; i < ROWS(rows); i++) {
		struct fixture f;

		fixture_open(&f, rows[i].prose, told, ROWS(told));
		const struct finding *found = fixture_finding(&f, "text.table", 0);

		cr_expect_eq(found ? (int)found->severity : -1, rows[i].severity, "%s: %s",
			rows[i].prose, found ? found->message[LANG_ZH] : "");
		if (found && rows[i].reading)
			cr_expect_str_eq(
				found->reading[LANG_ZH], rows[i].reading, "%s", rows[i].prose);
		fixture_close(&f);
	}
}

Test(rule_claim, a_cell_in_doubt_accuses_nobody)
{
	static const struct form_words why = {{"so", "如此"}};
	struct fixture f;

	open_with(&f, "2020年收到政府信息公开申请40件。", TOLD);
	const struct finding *sure = fixture_finding(&f, "text.table", 0);

	cr_assert(sure);
	cr_expect_eq(sure->severity, SEVERITY_ERROR);
	cr_expect_eq(sure->cause, CAUSE_SOURCE);
	struct cell *total = &f.report->cells[fixture_cell(&f, "requests/new/total")];

	total->doubt = true;
	total->why = &why;
	fixture_check(&f);
	const struct finding *found = fixture_finding(&f, "text.table", 0);

	cr_assert(found);
	cr_expect_eq(found->severity, SEVERITY_WARNING);
	cr_expect_eq(found->cause, CAUSE_EXTRACTION);
	cr_expect_str_eq(found->reading[LANG_ZH], "本年新收·总计：如此");
	fixture_close(&f);
}

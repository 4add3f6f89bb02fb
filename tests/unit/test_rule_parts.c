#include "unit/unit.h"

#include "unit/report_fixture.h"

static void expect_parts(const char *prose, int severity, int64_t declared, int64_t actual)
{
	struct fixture f;

	fixture_open(&f, prose, NULL, 0);
	const struct finding *found = fixture_finding(&f, "text.parts", 0);

	if (severity < 0) {
		cr_expect_eq(fixture_count(&f, "text.parts"), 0, "%s: %s", prose,
			found ? found->message[LANG_ZH] : "");
		fixture_close(&f);
		return;
	}
	cr_expect_eq(fixture_count(&f, "text.parts"), 1, "%s", prose);
	cr_assert(found, "%s", prose);
	cr_expect_eq((int)found->severity, severity, "%s", prose);
	cr_expect(dec_cmp(found->declared, dec_of(declared)) == 0 &&
			  dec_cmp(found->actual, dec_of(actual)) == 0,
		"%s: %s", prose, found->message[LANG_ZH]);
	fixture_close(&f);
}

Test(rule_parts, lists_that_hold)
{
	static const char *const rows[] = {
		"",
		"公开政府信息379条。",
		"公开政府信息379条，其中微信发布228条，新媒体发表报道39篇，网站发布112篇。",
		"公开信息379条（微信228条、新媒体39篇、网站112篇）。",
		"公开政府信息 379 条，其中：微信 228 条；新媒体 39 篇；网站 112 篇。",
		"公开信息共88条,其中包括政策解读3条,镇文件2条,财政决算1条,指南1条,年报1条,"
		"机构职能27条,动态48条,公告5条",
		"发布消息共1300余条，其中微信67条，网站1292条，均属于主动公开，可在网站查询，具体内"
		"容为：概况87条，管理38条，政策30条，村居1137条。",
		"发布信息431条，其中网站136条。",
		"公开信息100条，主要包括机构职能10条、工作动态20条。",
		"公开信息100条，其中机构职能60条、工作动态39条等。",
		"公开信息100条，包括政策、动态等99条。",
		"公开信息370余条。其中，门户网站47条，专栏43条，动态38条，教育21条，环保5条，价格3"
		"条。",
		"公开信息73条，其中依托网站73条；通过微信73条；通过公告栏73条。",
		"收到申请39件，其中自然人38件，法人1件，办结35件，结转7件。",
		"网站发布信息300条，其中动态200条、公告100条，微信发布50条。",
		"共发布信息500条，其中网站300条，其中动态200条、公告100条，微信200条。",
		"公开信息379条。从渠道看，微信228条，报道39篇，网站112篇。从类别看，动态300条，公告"
		"79条。",
		"公开规章13件（含新制定5件，修改4件，废止4件），规范性文件42件。",
		"发布信息379条，同比增长20%，较上年增加60条，其中微信228条，网站151条。",
		"召开会议5次，公开信息100条，其中网站60条，微信40条，点击量2万次。",
		"公开信息1.3万条，其中网站8000条，微信5000余条。",
		"开展培训4次，其中，召开会议2次，邀请授课2次。",
		"公开信息379条，阅读量10万次。",
		"网站共发布信息18439条,其中:概况类69条、动态类8043条、目录类10327条;共维护13个专栏,"
		"其中新开2个;发布解读25篇。",
		"收到申请39件。行政复议、行政诉讼分别为2件、1件。",
		"收到申请39件，行政复议、行政诉讼分别为2件、1件。",
		"收到申请39件，按规定予以部分公开4件。",
		"公开信息379条。从总体情况看，公开100条，召开会议5次。",
		"收到申请39件，其中网上20件、信函19件，均已答复，行政复议2件。",
		"公开信息6063条，通过网站公开1005条，通过公众号公开731条。",
		"公开信息6063条，通过网站公开5条，通过公众号公开731条；通过媒体公开5327条。",
		"公开信息63条，通过网站公开25条，通过公众号公开48条。",
		"举办培训3次，培训120人次，其中线上2次，线下1次。",
		"公开信息276条，其中动态216条，目录50条，报送市政府办信息100余条。",
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_parts(rows[i], -1, 0, 0);
}

Test(rule_parts, lists_that_do_not)
{
	static const struct {
		const char *prose;
		int severity;
		int64_t declared, actual;
	} rows[] = {
		/* in its own sentence or in the next, in one unit or in two */
		{"共主动公开信息379条，从内容分类看，机构职能1条，工作动态44条，政策文件6条。",
			SEVERITY_ERROR, 379, 51},
		{"共主动公开信息379条。从内容分类看，机构职能1条，工作动态44条，政策文件6条。",
			SEVERITY_ERROR, 379, 51},
		{"开展检查3次，公开信息379条。从内容分类看，机构职能1条，工作动态44条。",
			SEVERITY_WARNING, 379, 45},
		{"公开信息379条。其中，机构职能131条，工作动态244条，其他信息6条。",
			SEVERITY_WARNING, 379, 381},
		{"公开政府信息379条，其中微信228条，新媒体39条，网站113条。", SEVERITY_ERROR, 379,
			380},
		{"公开政府信息379条，其中微信228条，新媒体39篇，网站113篇。", SEVERITY_WARNING, 379,
			380},
		/* one digit, or two that changed places, are a slip */
		{"公开政府信息379条。其中微信228条，新媒体39篇，网站122篇。", SEVERITY_ERROR, 379,
			389},
		{"公开政府信息379条。其中微信228条，新媒体39篇，网站130篇。", SEVERITY_ERROR, 379,
			397},
		{"公开政府信息379条，其中微信228条，新媒体39篇，网站111篇。", SEVERITY_WARNING, 379,
			378},
		{"公开信息100条，其中网站120条。", SEVERITY_ERROR, 100, 120},
		{"公开信息100条，其中网站80条、微信60条。", SEVERITY_WARNING, 100, 140},
		/* the last may be among those before it */
		{"主动公开信息560条，其中网站268条，其他方式292条，规范性文件1条。",
			SEVERITY_WARNING, 560, 561},
		{"公开信息100条，分别为政策30条、动态60条。", SEVERITY_ERROR, 100, 90},
		{"公开信息100条，其中网站60条，微信30条，其他9条。", SEVERITY_ERROR, 100, 99},
		{"公开信息100条，主要包括机构职能70条、工作动态40条。", SEVERITY_WARNING, 100, 110},
		{"规章13件（含新制定5件，修改4件，废止5件）。", SEVERITY_ERROR, 13, 14},
		{"发布消息共1300余条，其中微信67条，网站1400条。", SEVERITY_ERROR, 1300, 1467},
		{"公开信息18条，其中机构设置1条，领导分工4条，规则3条，民生1条，贯彻落实1条，报告6"
		 "条。",
			SEVERITY_WARNING, 18, 16},
		{"收到申请39件，其中网上20件、信函21件，均已答复。", SEVERITY_ERROR, 39, 41},
		{"收到申请39件，其中网上20件、信函21件，均已答复，开通渠道2条。", SEVERITY_WARNING,
			39, 41},
		{"公开信息100条，按信息类别分，政策30条，动态60条。", SEVERITY_ERROR, 100, 90},
		/* one digit: 731 for 741, 1005 for 5 and so on; the first that fits is told */
		{"公开信息6063条，通过网站公开5条，通过公众号公开741条，通过媒体公开5327条。",
			SEVERITY_NOTE, 6063, 6073},
		{"公开信息6063条，其中网站公开1731条，公众号公开3332条。", SEVERITY_NOTE, 6063,
			5063},
		{"接受咨询372人次，其中现场331人次，电话61人次。", SEVERITY_WARNING, 372, 392},
		{"收到申请9件，其中同意公开5件，部分公开4件，不予公开3件。", SEVERITY_WARNING, 9,
			12},
		{"公开信息三十条，具体为：动态十条，公告十五条。", SEVERITY_ERROR, 30, 25},
	};

	for (size_t i = 0; i < ROWS(rows); i++)
		expect_parts(rows[i].prose, rows[i].severity, rows[i].declared, rows[i].actual);
}

Test(rule_parts, the_digit_is_told)
{
	struct fixture f;

	fixture_open(&f,
		"公开信息6063条，通过网站公开5条，通过公众号公开741条，通过媒体公开5327条。", NULL,
		0);
	const struct finding *found = fixture_finding(&f, "text.parts", 0);

	cr_assert(found);
	cr_expect_str_eq(found->message[LANG_ZH],
		"“公开信息6063条”之后所列各项相加：5 + 741 + 5327 = 6073，与 6063 差 10；如果 741 "
		"应为 731，则正好相符");
	fixture_close(&f);
}

Test(rule_parts, what_is_lit_and_told)
{
	struct fixture f;

	fixture_open(
		&f, "一、总体情况\n2020年共公开信息 100 条，分别为政策30条、动态60条。", NULL, 0);
	const struct finding *found = fixture_finding(&f, "text.parts", 0);

	cr_assert(found);
	cr_expect_str_eq(found->message[LANG_ZH],
		"“2020年共公开信息100条”与所列分项不符：30 + 60 = 90，与 100 差 10");
	cr_assert_eq(found->n_spans, 3);
	expect_str(fixture_words(&f, found, 0), STR("100 条"));
	expect_str(fixture_words(&f, found, 1), STR("30条"));
	expect_str(fixture_words(&f, found, 2), STR("60条"));
	cr_expect_eq(found->line, 3);
	cr_expect_eq(found->n_cells, 0);
	fixture_close(&f);
}

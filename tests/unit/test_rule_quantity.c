#include "unit/unit.h"

#include "base/fold.h"
#include "rule/kind.h"
#include "rule/prose.h"
#include "unit/report_fixture.h"

/* "39件=39 item; 1300余条=1300..1399 item": what was found, in order. */
static void describe(const struct quantity_words *w, struct str text, struct buf *out)
{
	struct quantities found = {0};
	char low[DEC_TEXT_MAX], high[DEC_TEXT_MAX];
	struct fold f;

	fold_make(&f, text, FOLD_SPACE);
	quantity_scan(w, f.text, &found);
	for (size_t i = 0; i < found.n; i++) {
		const struct quantity *q = &found.v[i];

		buf_addf(out, "%s%.*s=%s", i ? "; " : "",
			STR_ARG(str_slice(f.text, q->from, q->to)), dec_str(q->low, low));
		if (q->no_limit)
			buf_adds(out, "..");
		else if (dec_cmp(q->low, q->high))
			buf_addf(out, "..%s", dec_str(q->high, high));
		buf_addf(out, " %s", q->family == FAMILY_NONE ? "-" : w->families[q->family].name);
	}
	vec_free(&found);
	fold_free(&f);
}

Test(rule_quantity, what_is_a_number_and_what_it_allows)
{
	static const char *const rows[][2] = {
		{"", ""},
		{"没有数字", ""},
		{"39件", "39件=39 item"},
		{"39 件", "39件=39 item"},
		{"３９件", "39件=39 item"},
		{"1,300条", "1,300条=1300 item"},
		{"1，300条", "1,300条=1300 item"},
		{"16,434,879条", "16,434,879条=16434879 item"},
		{"39,7件", "39=39 -; 7件=7 item"},
		{"收到39", "39=39 -"},
		{"为0。", "0=0 -"},
		{"39和7件", "39=39 -; 7件=7 item"},
		{"12345热线", ""},
		{"5G网络", ""},
		{"电话0574-55881330", ""},
		{"http://www.x.cn/a1/2020", ""},
		{"v2.0版", ""},
		{"（地址：158号）", "158号=158 time"},
		{"2020年1月21日", "2020年=2020 time; 1月=1 time; 21日=21 time"},
		{"2.2020年", "2020年=2020 time"},
		{"1.加强领导", ""},
		{"（2）管理", ""},
		{"2、改进", ""},
		{"第49条", ""},
		{"第711号", ""},
		{"同2件", ""},
		{"合同2件", "2件=2 item"},
		{"公示系统20580条", "20580条=20580 item"},
		{"目前3件", "3件=3 item"},
		{"合同一致", ""},
		{"〔2019〕60号", "60号=60 time"},
		{"60.5%", "60.5%=60.5 ratio"},
		{"1—6月收到7件", "6月=6 time; 7件=7 item"},
		{"1–6月", "6月=6 time"},
		{"提高3个百分点", "3个百分点=3 ratio"},
		{"32.25万元", "32.25万元=32.25 money"},
		{"16434879.08元", "16434879.08元=16434879.08 money"},
		{"1300余条", "1300余条=1300..1399 item"},
		{"1300 多条", "1300多条=1300..1399 item"},
		{"30余件", "30余件=30..39 item"},
		{"47余件", "47余件=47 item"},
		{"1.3万条", "1.3万条=12000.0..13999.0 item"},
		{"1.3万余条", "1.3万余条=13000.0..13999.0 item"},
		{"3余万条", "3余万条=30000..39999 item"},
		{"近200次", "近200次=100..200 occasion"},
		{"约200次", "约200次=100..299 occasion"},
		{"200次左右", "200次左右=100..299 occasion"},
		{"超过1000条", "超过1000条=1000.. item"},
		{"100件以上", "100件以上=100.. item"},
		{"三十五件", "三十五件=35 item"},
		{"十二件", "十二件=12 item"},
		{"两百零三条", "两百零三条=203 item"},
		{"一千三百余条", "一千三百余条=1300..1399 item"},
		{"三万二千条", "三万二千条=32000 item"},
		{"二〇二〇年", "二〇二〇年=2020 time"},
		{"零件", "零件=0 item"},
		{"均为零", "零=0 -"},
		{"实现“清零”", ""},
		{"一次性告知", ""},
		{"一是加强", ""},
		{"统一管理", ""},
		{"十四五规划", ""},
		{"99999999999999999999999件", ""},
		{"一二三四五六七八九一二三四五六七八九一二三四五六七八九件", ""},
	};
	struct fixture f;

	fixture_open(&f, "", NULL, 0);
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf got = {0};

		describe(&f.rules->prose->quantity, str_of(rows[i][0]), &got);
		cr_expect(str_is(buf_str(&got), rows[i][1]), "%s: got \"%s\", wanted \"%s\"",
			rows[i][0], got.p ? got.p : "", rows[i][1]);
		buf_free(&got);
	}
	fixture_close(&f);
}

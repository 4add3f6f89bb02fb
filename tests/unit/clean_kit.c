/* Reports without a fault: the grammar, and what a report knows of itself. */
#include "unit/clean_kit.h"

#include <stdlib.h>
#include <string.h>

#include "unit/unit.h"

#include "base/file.h"
#include "unit/samples.h"

static const struct clean_kind kinds[] = {
	{"province", "{P}省人民政府", "省政府", "我省", "省委", "gov", true},
	{"department", "{P}省水利厅", "省水利厅", "我厅", "省委、省政府", "slt", false},
	{"prefecture", "{C}市人民政府", "市政府", "我市", "市委", "gov", true},
	{"bureau", "{C}市{B}局", "市{B}局", "我局", "市委、市政府", "ju", false},
	{"county", "{K}县人民政府", "县政府", "我县", "县委", "gov", false},
	{"district", "{C}市{K}区人民政府", "区政府", "我区", "区委", "gov", false},
	{"office", "{K}县人民政府办公室", "县政府办公室", "我办", "县委、县政府", "gov", false},
	{"bureau", "{K}县{B}局", "县{B}局", "我局", "县委、县政府", "ju", false},
	{"bureau", "{C}市{K}区{B}局", "区{B}局", "本局", "区委、区政府", "ju", false},
	{"bureau", "国家税务总局{K}县税务局", "县税务局", "我局", "上级税务局", "tax", false},
	{"commission", "{C}市发展和改革委员会", "市发展改革委", "我委", "市委、市政府", "fgw",
		false},
	{"town", "{K}县{T}镇人民政府", "{T}镇", "我镇", "县委、县政府", "gov", false},
	{"township", "{K}县{T}乡人民政府", "{T}乡", "我乡", "县委、县政府", "gov", false},
	{"street", "{C}市{K}区{T}街道办事处", "{T}街道", "我街道", "区委、区政府", "gov", false},
	{"zone", "{C}高新技术产业开发区管理委员会", "高新区管委会", "管委会", "市委、市政府", "gxq",
		false},
	{"university", "{C}职业技术学院", "学院", "我院", "上级主管部门", "edu", false},
	{"university", "{C}大学", "学校", "我校", "上级主管部门", "edu", false},
	{"hospital", "{C}市第一人民医院", "市一院", "我院", "市卫生健康委", "yy", false},
	{"company", "{C}市供水集团有限公司", "集团公司", "公司", "市国资委", "gs", false},
};

/* Places there are not. */
static const char *const provinces[] = {"青原", "云岭", "江海"};
static const char *const cities[] = {"安澜", "文昌", "北屏", "东浦", "望川", "清源"};
static const char *const counties[] = {"安河", "临溪", "和顺", "长亭", "永丰", "石鼓", "平湖"};
static const char *const towns[] = {"柳溪", "石桥", "大坪", "新店", "黄沙", "上河", "龙泉"};
static const char *const bureaus[] = {"教育", "财政", "民政", "自然资源", "农业农村",
	"市场监督管理", "文化和旅游", "应急管理", "人力资源和社会保障", "生态环境", "医疗保障",
	"统计", "审计"};

unsigned clean_roll(struct clean_maker *m, unsigned n)
{
	unsigned long long z = m->state += 0x9e3779b97f4a7c15ull;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
	return (unsigned)((z ^ (z >> 31)) % n);
}

struct buf *clean_fact(struct clean_maker *m, const char *name)
{
	size_t i = 0;

	while (i < m->n_facts && strcmp(m->facts[i].name, name))
		i++;
	cr_assert_lt(i, (size_t)CLEAN_FACTS);
	if (i == m->n_facts)
		m->facts[m->n_facts++].name = name;
	buf_clear(&m->facts[i].text);
	return &m->facts[i].text;
}

/* --- the grammar --- */

void clean_load(struct clean_grammar *g)
{
	struct buf path = {0};
	struct err err = {0};
	struct str rest, line;

	*g = (struct clean_grammar){0};
	buf_addf(&path, "%s/tests/unit/clean.grammar", getenv("GOUJI_SRCDIR"));
	cr_assert(file_read(path.p, 1 << 20, &g->text, &err), "%s", err.text);
	buf_free(&path);
	rest = buf_str(&g->text);
	while (next_line(&rest, &line)) {
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (line.p[0] != '\t') {
			*vec_push(&g->rules) = (struct clean_rule){.name = line};
			continue;
		}
		*vec_push(&g->rules.v[g->rules.n - 1].ways) = str_slice(line, 1, line.n);
		*vec_push(&g->rules.v[g->rules.n - 1].used) = false;
	}
}

void clean_free(struct clean_grammar *g)
{
	for (size_t i = 0; i < g->rules.n; i++) {
		vec_free(&g->rules.v[i].ways);
		vec_free(&g->rules.v[i].used);
	}
	vec_free(&g->rules);
	buf_free(&g->text);
}

static struct clean_rule *rule_named(struct clean_grammar *g, struct str name, const char *kind)
{
	for (size_t i = 0; i < g->rules.n; i++) {
		struct str own = g->rules.v[i].name;

		if (!kind && str_eq(own, name))
			return &g->rules.v[i];
		if (kind && own.n == name.n + 1 + strlen(kind) && own.p[name.n] == '.' &&
			str_eq(str_slice(own, 0, name.n), name) && str_ends(own, kind))
			return &g->rules.v[i];
	}
	return NULL;
}

/* The rule that goes for this report. */
static struct clean_rule *rule_for(struct clean_maker *m, struct str name)
{
	const char *const own[] = {m->form->id, m->none ? "none" : "some", m->kind->name, NULL};
	struct clean_rule *rule = NULL;

	for (size_t i = 0; !rule && i < sizeof own / sizeof *own; i++)
		rule = rule_named(m->grammar, name, own[i]);
	cr_assert_not_null(rule, "no rule %.*s", STR_ARG(name));
	return rule;
}

static struct str way_of(struct clean_maker *m, struct clean_rule *rule)
{
	size_t left = 0, pick;

	for (size_t i = 0; i < rule->used.n; i++)
		left += !rule->used.v[i];
	for (size_t i = 0; left == 0 && i < rule->used.n; i++)
		rule->used.v[i] = false;
	pick = clean_roll(m, (unsigned)(left ? left : rule->used.n));
	for (size_t i = 0; i < rule->used.n; i++) {
		if (rule->used.v[i] || pick--)
			continue;
		rule->used.v[i] = true;
		return rule->ways.v[i];
	}
	return STR("");
}

/* --- what is drawn when it is wanted --- */

static void put_whole(struct clean_maker *m)
{
	static const char *const parts[] = {"P1", "P2", "P3"};
	unsigned whole = 0;

	for (size_t i = 0; i < 3; i++) {
		unsigned part = 12 + clean_roll(m, 400);

		buf_addf(clean_fact(m, parts[i]), "%u", part);
		whole += part;
	}
	buf_addf(m->out, "%u", whole);
}

static void put_heading(struct clean_maker *m, size_t section)
{
	static const char *const numbers[] = {"一", "二", "三", "四", "五", "六"};
	static const char *const titles[][2] = {{"总体情况", "总体情况"},
		{"主动公开政府信息情况", "主动公开政府信息情况"},
		{"收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况"},
		{"政府信息公开行政复议、行政诉讼情况",
			"因政府信息公开工作被申请行政复议、提起行政诉讼情况"},
		{"存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况"},
		{"其他需要报告的事项", "其他需要报告的事项"}};

	buf_addf(m->out, "%s、%s\n", numbers[section], titles[section][m->state >> 7 & 1]);
}

static void put_fact(struct clean_maker *m, struct str name)
{
	if (str_is(name, "NUM"))
		buf_addf(m->out, "%u", 12 + clean_roll(m, 900));
	else if (str_is(name, "FEW"))
		buf_addf(m->out, "%u", 2 + clean_roll(m, 8));
	else if (str_is(name, "WHOLE"))
		put_whole(m);
	else if (name.n == 2 && name.p[0] == 'T')
		clean_table(m, (size_t)(name.p[1] - '2'));
	else if (name.n == 2 && name.p[0] == 'H')
		put_heading(m, (size_t)(name.p[1] - '1'));
	else {
		size_t i = 0;

		while (i < m->n_facts && !str_is(name, m->facts[i].name))
			i++;
		cr_assert_lt(i, m->n_facts, "no fact %.*s", STR_ARG(name));
		buf_add(m->out, buf_str(&m->facts[i].text));
	}
}

static void expand(struct clean_maker *m, struct str text)
{
	for (size_t at = 0; at < text.n; at++) {
		size_t end = at;

		if (text.p[at] == '\\' && at + 1 < text.n && text.p[at + 1] == 'n') {
			buf_adds(m->out, "\n");
			at++;
			continue;
		}
		if (text.p[at] != '{') {
			buf_addc(m->out, text.p[at]);
			continue;
		}
		while (text.p[end] != '}')
			end++;
		struct str name = str_slice(text, at + 1, end);

		if (name.p[0] >= 'A' && name.p[0] <= 'Z')
			put_fact(m, name);
		else
			expand(m, way_of(m, rule_for(m, name)));
		at = end;
	}
}

/* --- what a report knows of itself --- */

#define ONE_OF(m, list) (list)[clean_roll(m, sizeof(list) / sizeof *(list))]

/* The pattern with its places put in. */
static void put_name(struct clean_maker *m, const char *fact, const char *pattern)
{
	struct buf text = {0}, *keep = m->out;

	m->out = &text;
	expand(m, str_of(pattern));
	m->out = keep;
	buf_add(clean_fact(m, fact), buf_str(&text));
	buf_free(&text);
}

static void put_places(struct clean_maker *m)
{
	const struct clean_kind *kind = m->kind;

	buf_adds(clean_fact(m, "P"), ONE_OF(m, provinces));
	buf_adds(clean_fact(m, "C"), ONE_OF(m, cities));
	buf_adds(clean_fact(m, "K"), ONE_OF(m, counties));
	buf_adds(clean_fact(m, "T"), ONE_OF(m, towns));
	buf_adds(clean_fact(m, "B"), ONE_OF(m, bureaus));
	put_name(m, "AGENCY", kind->agency);
	put_name(m, "SHORT", kind->shortly);
	buf_adds(clean_fact(m, "WE"), kind->we);
	buf_adds(clean_fact(m, "ABOVE"), kind->above);
	buf_adds(clean_fact(m, "SITE_NAME"), clean_roll(m, 2) ? "政府门户网站" : "“阳光政务”网站");
	struct buf domain = {0};

	buf_addf(&domain, "www.%s%u.gov.cn", kind->site, clean_roll(m, 90));
	buf_addf(clean_fact(m, "URL"), "http%s://%s", clean_roll(m, 2) ? "s" : "", domain.p);
	buf_add(clean_fact(m, "DOMAIN"), buf_str(&domain));
	buf_free(&domain);
}

static void put_contact(struct clean_maker *m)
{
	static const char *const roads[] = {
		"人民路", "解放东路", "兴业街", "滨河大道", "行政中心路"};

	buf_addf(clean_fact(m, "ADDRESS"), "%s%u号", ONE_OF(m, roads), 1 + clean_roll(m, 300));
	buf_addf(clean_fact(m, "ZIP"), "%06u", 110000 + clean_roll(m, 700000));
	buf_addf(clean_fact(m, "PHONE"), "0%u-%u", 310 + clean_roll(m, 600),
		2000000 + clean_roll(m, 60000000) / 10 * (clean_roll(m, 2) ? 1 : 10));
	buf_addf(clean_fact(m, "MAIL"), "xxgk%u@163.com", clean_roll(m, 900));
	buf_addf(clean_fact(m, "ID"), "0%u/%d-%05u", 10000000 + clean_roll(m, 9999), m->year + 1,
		clean_roll(m, 9999));
}

static void put_dates(struct clean_maker *m)
{
	static const char *const han[] = {"十五", "二十", "二十六"};
	static const char *const digits[] = {
		"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
	unsigned day = 5 + clean_roll(m, 24);
	struct buf *date;

	buf_addf(clean_fact(m, "YEAR"), "%d", m->year);
	buf_addf(clean_fact(m, "NEXT"), "%d", m->year + 1);
	buf_addf(clean_fact(m, "DAY"), "%02u", day);
	date = clean_fact(m, "DATE");
	if (clean_roll(m, 4))
		buf_addf(date, "%d年1月%u日", m->year + 1, day);
	else
		buf_addf(date, "二〇二%s年一月%s日", digits[m->year + 1 - 2020], ONE_OF(m, han));
	date = clean_fact(m, "SIGNED");
	if (clean_roll(m, 2))
		put_name(m, "SIGNED", "{AGENCY}\\n");
}

void clean_make(struct clean_grammar *g, const struct forms *forms, unsigned seed, struct buf *out)
{
	struct clean_maker m = {.grammar = g, .out = out, .state = seed * 7919ull};

	for (size_t i = 0; i < g->rules.n; i++) {
		for (size_t k = 0; k < g->rules.v[i].used.n; k++)
			g->rules.v[i].used.v[k] = false;
	}
	m.year = 2019 + (int)clean_roll(&m, 7);
	m.form = forms_for_year(forms, m.year);
	m.kind = &kinds[clean_roll(&m, sizeof kinds / sizeof *kinds)];
	m.cells = mem_alloc_array(m.form->n_cells, sizeof *m.cells);
	for (size_t i = 0; i < m.form->n_cells; i++)
		m.cells[i] = dec_of(0);
	put_places(&m);
	put_contact(&m);
	put_dates(&m);
	clean_fill(&m);
	expand(&m, way_of(&m, rule_for(&m, STR("report"))));
	for (size_t i = 0; i < m.n_facts; i++)
		buf_free(&m.facts[i].text);
	free(m.cells);
}

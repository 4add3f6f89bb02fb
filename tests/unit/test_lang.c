#include "unit/unit.h"

#include <langinfo.h>

#include "base/lang.h"

static void set(const char *name, const char *value)
{
	if (value)
		setenv(name, value, 1);
	else
		unsetenv(name);
}

static const struct {
	const char *language, *lc_all, *lc_messages, *lang;
	enum lang wanted;
} rows[] = {
	{NULL, NULL, NULL, NULL, LANG_EN},
	{"", "", "", "", LANG_EN},
	{"zh_CN", NULL, NULL, NULL, LANG_EN}, /* as gettext: the locale "C" speaks English only */
	{"zh_CN", "C", NULL, "zh_CN.UTF-8", LANG_EN},
	{"zh_CN", "POSIX", NULL, NULL, LANG_EN},
	{"zh_CN", "C.UTF-8", NULL, NULL, LANG_ZH},
	{"zh", "C.UTF-8", NULL, NULL, LANG_ZH},
	{"fr:zh_CN:en", "C.UTF-8", NULL, NULL, LANG_ZH},
	{"en:zh_CN", "zh_CN.UTF-8", NULL, NULL, LANG_EN},
	{"fr", "zh_CN.UTF-8", NULL, NULL, LANG_ZH},
	{NULL, NULL, NULL, "zh_CN.UTF-8", LANG_ZH},
	{NULL, NULL, NULL, "zh_CN.GB18030", LANG_ZH},
	{NULL, NULL, "en_US.UTF-8", "zh_CN.UTF-8", LANG_EN},
	{NULL, "zh_CN", "en_US.UTF-8", "en_US.UTF-8", LANG_ZH},
	{NULL, "de_DE.UTF-8", NULL, "zh_CN.UTF-8", LANG_EN},
	{NULL, "zhx", NULL, NULL, LANG_EN},
};

Test(lang, from_the_environment)
{
	for (size_t i = 0; i < ROWS(rows); i++) {
		set("LANGUAGE", rows[i].language);
		set("LC_ALL", rows[i].lc_all);
		set("LC_MESSAGES", rows[i].lc_messages);
		set("LANG", rows[i].lang);
		cr_expect(lang_init(NULL), "row %zu", i);
		cr_expect_eq(lang_now(), rows[i].wanted, "row %zu", i);
		cr_expect_str_eq(nl_langinfo(CODESET), "UTF-8");
	}
}

Test(lang, before_the_start_it_is_english)
{
	set("LANGUAGE", "zh_CN");
	cr_expect_eq(lang_now(), LANG_EN);
}

Test(lang, as_wanted)
{
	set("LC_ALL", "C");
	cr_expect(lang_init("zh"));
	cr_expect_eq(lang_now(), LANG_ZH);
	cr_expect(lang_init("en"));
	cr_expect_eq(lang_now(), LANG_EN);
	cr_expect(!lang_init(""));
	cr_expect(!lang_init("fr"));
	cr_expect_eq(lang_now(), LANG_EN, "a refusal changes nothing");
}

/* The catalog of the build tree, with no Chinese locale generated. */
Test(lang, catalog_is_used)
{
	char *dir = NULL;

	set("LC_ALL", "C.UTF-8");
	cr_assert(lang_init("zh"));
	cr_assert(asprintf(&dir, "%s/locale", getenv("GOUJI_BUILDDIR")) > 0);
	bindtextdomain("gouji", dir);
	cr_expect_str_eq(_("cannot open"), "无法打开");
	cr_assert(lang_init("en"));
	cr_expect_str_eq(_("cannot open"), "cannot open");
	free(dir);
}

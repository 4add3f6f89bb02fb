/* The language of the interface. What was chosen is kept in the process's own locale and in
 * $LANGUAGE, where gettext looks, so that there is no second place to disagree with it. */
#include "base/lang.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/str.h"

#define DOMAIN "gouji"

static bool is_set(const char *s)
{
	return s && *s;
}

/* The locale of messages by name: it need not be installed for us to speak its language. */
static const char *messages_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (is_set(getenv(names[i])))
			return getenv(names[i]);
	return "C";
}

static bool is_language(struct str s, const char *language)
{
	size_t n = strlen(language);

	return str_starts(s, language) && (s.n == n || strchr("_-.@", s.p[n]));
}

/* The first of the list that we speak; no list is empty of English, the language of the ids. */
static enum lang first_spoken(struct str list, enum lang otherwise)
{
	for (size_t at = 0; at <= list.n;) {
		const char *colon = at < list.n ? memchr(list.p + at, ':', list.n - at) : NULL;
		size_t end = colon ? (size_t)(colon - list.p) : list.n;
		struct str one = str_slice(list, at, end);

		if (is_language(one, "zh"))
			return LANG_ZH;
		if (is_language(one, "en") || is_language(one, "C"))
			return LANG_EN;
		at = end + 1;
	}
	return otherwise;
}

static enum lang from_environment(void)
{
	const char *locale = messages_locale();
	enum lang of_locale = first_spoken(str_of(locale), LANG_EN);

	if (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)
		return LANG_EN; /* gettext then looks at no list either */
	return first_spoken(str_of(getenv("LANGUAGE")), of_locale);
}

static bool is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool set_ctype(void)
{
	static const char *const fallback[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8"};

	if (setlocale(LC_CTYPE, "") && is_utf8())
		return true;
	for (size_t i = 0; i < sizeof fallback / sizeof fallback[0]; i++)
		if (setlocale(LC_CTYPE, fallback[i]) && is_utf8())
			return true;
	return false;
}

bool lang_init(const char *wanted)
{
	enum lang lang;

	if (!wanted)
		lang = from_environment();
	else if (strcmp(wanted, "zh") == 0)
		lang = LANG_ZH;
	else if (strcmp(wanted, "en") == 0)
		lang = LANG_EN;
	else
		return false;
	if (!set_ctype())
		return false;
	/* gettext never translates in the locale "C", whatever $LANGUAGE says */
	setlocale(LC_MESSAGES, lang == LANG_ZH ? setlocale(LC_CTYPE, NULL) : "C");
	setenv("LANGUAGE", lang == LANG_ZH ? "zh_CN" : "en", 1);
	char *dir = path_locale_dir();

	bindtextdomain(DOMAIN, dir);
	free(dir);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
	return true;
}

enum lang lang_now(void)
{
	const char *locale = setlocale(LC_MESSAGES, NULL);

	if (!locale || strcmp(locale, "C") == 0)
		return LANG_EN;
	return first_spoken(str_of(getenv("LANGUAGE")), LANG_EN);
}

bool lang_is_foreign(char *encoding, size_t size)
{
	static const char *const ours[] = {"UTF-8", "ANSI_X3.4-1968", "US-ASCII"};
	locale_t theirs = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
	bool foreign = theirs != (locale_t)0;

	if (!foreign)
		return false;
	snprintf(encoding, size, "%s", nl_langinfo_l(CODESET, theirs));
	for (size_t i = 0; i < sizeof ours / sizeof ours[0]; i++)
		foreign = foreign && strcmp(encoding, ours[i]) != 0;
	freelocale(theirs);
	return foreign;
}

/* The interface language, and gettext. Message ids are English; data/po/zh_CN.po translates them.
 */
#ifndef GOUJI_BASE_LANG_H
#define GOUJI_BASE_LANG_H

#include <libintl.h>
#include <stdbool.h>
#include <stddef.h>

#define _(s) gettext(s)
#define N_(s) (s)

enum lang { LANG_EN, LANG_ZH };

/* Takes the locale from the environment (LC_ALL, LC_MESSAGES, LANG; LANGUAGE first, as gettext
 * does), or from `wanted` ("zh", "en") where not NULL; makes the character type UTF-8 (C.UTF-8
 * where the locale's is not). false where `wanted` is no language or no UTF-8 locale exists. */
bool lang_init(const char *wanted);
enum lang lang_now(void);
/* The encoding that the environment's locale says terminals have, where it is another than UTF-8:
 * what we write would be strange letters there. false for UTF-8, for plain ASCII (C, POSIX, none),
 * which says nothing, and for a locale that is not installed. */
bool lang_is_foreign(char *encoding, size_t size);

#endif

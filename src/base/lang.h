/* The interface language, and gettext. Message ids are English; data/po/zh_CN.po translates them.
 */
#ifndef GOUJI_BASE_LANG_H
#define GOUJI_BASE_LANG_H

#include <libintl.h>
#include <stdbool.h>

#define _(s) gettext(s)
#define N_(s) (s)

enum lang { LANG_EN, LANG_ZH };

/* Takes the locale from the environment (LC_ALL, LC_MESSAGES, LANG; LANGUAGE first, as gettext
 * does), or from `wanted` ("zh", "en") where not NULL; makes the character type UTF-8 (C.UTF-8
 * where the locale's is not). false where `wanted` is no language or no UTF-8 locale exists. */
bool lang_init(const char *wanted);
enum lang lang_now(void);

#endif

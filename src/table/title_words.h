/* The words that make a line a title, by data/forms/report.yaml. */
#ifndef GOUJI_TABLE_TITLE_WORDS_H
#define GOUJI_TABLE_TITLE_WORDS_H

#include "base/str.h"
#include "form/form.h"

/* Where a title's words begin in s, STR_NONE where it has none; *n bytes. The year may stand among
 * them: 政府信息公开工作2020年度报告, 政府信息公开2020年工作报告. Where s ends in them, one of
 * their characters may be lost or wrong: 政府信公开工作年度报告. */
size_t title_words_find(struct str s, const struct form_list *words, size_t *n);
/* Where what a page puts behind the title's words begins, the name of its site: "-临江市人民政府".
 * s.n: nowhere; what has a digit is the report's year. */
size_t title_words_site(struct str s, const struct form_list *words);

#endif

/* The title of a report, by the words of data/forms/report.yaml. */
#ifndef GOUJI_TABLE_TITLE_H
#define GOUJI_TABLE_TITLE_H

#include "table/report.h"

/* Fills r->title and title_text; they stay as they are where there is no title. */
void title_find(struct report *r);
/* Does a sentence among the first lines name a report with its year (现公布某局2021年政府信息公开工作
 * 年度报告), or the law it is made under? */
bool title_in_prose(const struct report *r);
/* The title without its year and its words: whom it is about. Empty where it names nobody. */
struct str title_name(const struct report *r);
/* Does it end as the names of agencies do? */
bool title_is_agency(const struct report *r, struct str s);

#endif

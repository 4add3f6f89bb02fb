/* What a finding says of the doubts its cells are in. */
#ifndef GOUJI_RULE_DOUBT_H
#define GOUJI_RULE_DOUBT_H

#include "rule/context.h"

/* Where one of the cells is in doubt, the finding's cause is the extraction and its reading tells
 * each doubt once. false: none is, and the finding is as it was. */
bool doubt_tell(struct rule_context *c, const size_t *cells, size_t n, struct finding *f);

#endif

/* Numbers as reviewers type them: full-width digits are taken, a minus as the forms know it,
 * thousands separators are not. */
#ifndef GOUJI_DESK_NUMBER_H
#define GOUJI_DESK_NUMBER_H

#include "base/dec.h"
#include "base/err.h"
#include "form/form.h"

/* false where it is no plain decimal. */
bool number_read(struct str word, const struct form_list *minus, struct dec *out);
/* Within what a column takes? Whole numbers lose a fraction of zeros. false with err told. */
bool number_fits(struct dec *value, enum value_kind kind, struct err *err);

#endif

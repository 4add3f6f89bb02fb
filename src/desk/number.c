/* Numbers as reviewers type them. */
#include "desk/number.h"

#include "base/fold.h"
#include "base/lang.h"

/* The word without the sign it begins with. */
static struct str take_minus(struct str word, const struct form_list *minus, bool *negative)
{
	for (size_t i = 0; i < minus->n; i++) {
		if (str_starts(word, minus->items[i])) {
			*negative = true;
			return str_slice(word, str_of(minus->items[i]).n, word.n);
		}
	}
	return word;
}

bool number_read(struct str word, const struct form_list *minus, struct dec *out)
{
	struct fold f;
	bool negative = false;
	struct str digits = take_minus(str_trim(word), minus, &negative);
	fold_make(&f, digits, FOLD_PLAIN);
	bool plain = dec_parse(f.text, out);
	bool two_signs = negative && f.text.n && (f.text.p[0] == '-' || f.text.p[0] == '+');
	fold_free(&f);
	if (!plain || two_signs)
		return false;
	if (negative)
		out->units = -out->units;
	return true;
}

bool number_fits(struct dec *value, enum value_kind kind, struct err *err)
{
	bool whole = kind != VALUE_AMOUNT, sign = kind == VALUE_SIGNED;
	if (!sign && value->units < 0)
		return err_set(err, ERR_USAGE,
			whole ? _("a count cannot be negative")
			      : _("an amount cannot be negative"));
	if (!whole)
		return true;
	if (!dec_is_integer(*value))
		return err_set(err, ERR_USAGE, _("a whole number is due here"));
	for (; value->scale; value->scale--)
		value->units /= 10;
	return true;
}

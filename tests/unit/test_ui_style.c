#include "unit/unit.h"

#include "ui/style.h"

Test(ui_style, every_role_has_a_row)
{
	static const int depths[] = {0, 8, 16, 256};

	for (size_t i = 0; i < ROWS(depths); i++)
		for (int role = 0; role < ROLE_COUNT; role++) {
			struct style s = style_of((enum role)role, depths[i]);

			cr_expect_lt(s.colour, depths[i] > 0 ? depths[i] : 1);
			cr_expect(depths[i] > 0 || s.colour == -1, "colour without colours");
		}
}

/* What must be told apart is told apart without colours too. */
Test(ui_style, emphasis_is_never_colour_alone)
{
	unsigned plain = style_of(ROLE_TEXT, 0).attrs;
	static const enum role emphatic[] = {ROLE_LIT_ERROR, ROLE_LIT_WARNING, ROLE_LIT_NOTE,
		ROLE_FOUND, ROLE_FOCUS, ROLE_HIT, ROLE_SELECTED, ROLE_CORRECTED, ROLE_STRUCK};

	for (size_t i = 0; i < ROWS(emphatic); i++)
		cr_expect_neq(style_of(emphatic[i], 0).attrs, plain, "role %d", emphatic[i]);
	for (enum severity s = SEVERITY_NOTE; s < SEVERITY_ERROR; s++)
		cr_expect_str_neq(style_severity_glyph(s), style_severity_glyph(s + 1));
}

#include "unit/unit.h"

#include <math.h>

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

/* Part of full light of a colour as xterm has it, as WCAG 2 reckons. */
static double luminance(int colour)
{
	static const int basic[][3] = {{0, 0, 0}, {205, 0, 0}, {0, 205, 0}, {205, 205, 0},
		{0, 0, 238}, {205, 0, 205}, {0, 205, 205}, {229, 229, 229}};
	static const int steps[] = {0, 95, 135, 175, 215, 255};
	static const double parts[] = {0.2126, 0.7152, 0.0722};
	double all = 0;

	for (int i = 0; i < 3; i++) {
		int cube = colour - 16, power = i == 0 ? 36 : i == 1 ? 6 : 1;
		double c = (colour < 8		  ? basic[colour][i]
				   : colour < 232 ? steps[cube / power % 6]
						  : 8 + 10 * (colour - 232)) /
			   255.0;

		all += parts[i] * (c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
	}
	return all;
}

/* Three to one, which bold and large text needs, against black and against white. */
Test(ui_style, readable_on_light_and_on_dark)
{
	static const int depths[] = {8, 256};

	for (size_t i = 0; i < ROWS(depths); i++)
		for (int role = 0; role < ROLE_COUNT; role++) {
			int colour = style_of((enum role)role, depths[i]).colour;

			if (colour < 0)
				continue;
			cr_expect_geq(
				(luminance(colour) + 0.05) / 0.05, 3, "role %d on black", role);
			cr_expect_geq(
				1.05 / (luminance(colour) + 0.05), 3, "role %d on white", role);
		}
}

/* What is told apart by a colour where there are many is told apart where there are eight. */
Test(ui_style, faint_is_faint_with_few_colours)
{
	struct style faint = style_of(ROLE_FAINT, 8);

	cr_expect(faint.colour >= 0 || faint.attrs != style_of(ROLE_TEXT, 8).attrs);
}

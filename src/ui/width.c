/* wcwidth() for curses. The C library's has no notion of ambiguous characters being wide and knows
 * other characters than libunistring; a disagreement of one column tears the rest of the row. The
 * symbol takes the library's place by the ordinary rules of dynamic linking.
 *
 * The width of ambiguous characters is the one datum of the program that changes and has no owner
 * to pass it through: wcwidth() is called from inside curses with a character and nothing else. */
#include "ui/width.h"

#include <wchar.h>

#include "base/utf8.h"

static int ambiguous = 1;

void width_set_ambiguous(int columns)
{
	ambiguous = columns == 2 ? 2 : 1;
}

int wcwidth(wchar_t ch)
{
	return ch == 0 ? 0 : utf8_width((unsigned)ch, ambiguous);
}

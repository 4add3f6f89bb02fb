/* One opinion on widths: curses asks wcwidth(), and this program's answers it from base/utf8.h, so
 * that what the views reckon is what curses reckons, also where ambiguous characters take two
 * columns. */
#ifndef GOUJI_UI_WIDTH_H
#define GOUJI_UI_WIDTH_H

void width_set_ambiguous(int columns); /* 1 or 2 */

#endif

/* From curses' key codes and bytes to keys. */
#include "ui/term_key.h"

#include <curses.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "ui/term_cap.h"

/* Codes of our own for define_key(), past what curses uses. */
enum { KEY_PASTE_BEGIN = KEY_MAX + 1, KEY_PASTE_END, KEY_ALT_ENTER };

static const struct {
	int code;
	const char *name;
} names[] = {
	{KEY_UP, "Up"},
	{KEY_DOWN, "Down"},
	{KEY_LEFT, "Left"},
	{KEY_RIGHT, "Right"},
	{KEY_PPAGE, "PgUp"},
	{KEY_NPAGE, "PgDn"},
	{KEY_HOME, "Home"},
	{KEY_END, "End"},
	{KEY_A1, "Home"},
	{KEY_C1, "End"},
	{KEY_A3, "PgUp"},
	{KEY_C3, "PgDn"},
	{KEY_FIND, "Home"},
	{KEY_SELECT, "End"},
	{KEY_ENTER, "Enter"},
	{KEY_BACKSPACE, "BackSpace"},
	{KEY_DC, "Delete"},
	{KEY_IC, "Insert"},
	{KEY_BTAB, "S-Tab"},
	{KEY_SLEFT, "S-Left"},
	{KEY_SRIGHT, "S-Right"},
	{KEY_SR, "S-Up"},
	{KEY_SF, "S-Down"},
	{'\r', "Enter"},
	{KEY_ALT_ENTER, "A-Enter"},
	{'\t', "Tab"},
	{27, "Esc"},
	{8, "BackSpace"},
	{127, "BackSpace"},
	{' ', "Space"},
};

void term_keys_define(void)
{
	const char *begin = term_cap("PS"), *end = term_cap("PE");

	if (begin && end) {
		define_key(begin, KEY_PASTE_BEGIN);
		define_key(end, KEY_PASTE_END);
	}
	define_key("\033\r", KEY_ALT_ENTER);
	define_key("\033\n", KEY_ALT_ENTER);
	/* some terminals send these whatever terminfo says */
	define_key("\033[A", KEY_UP);
	define_key("\033[B", KEY_DOWN);
	define_key("\033[C", KEY_RIGHT);
	define_key("\033[D", KEY_LEFT);
	define_key("\033[H", KEY_HOME);
	define_key("\033[F", KEY_END);
	define_key("\033[1~", KEY_HOME);
	define_key("\033[4~", KEY_END);
	define_key("\033[5~", KEY_PPAGE);
	define_key("\033[6~", KEY_NPAGE);
	define_key("\033[Z", KEY_BTAB);
}

static void name_code(int code, struct key *key)
{
	*key = (struct key){.kind = KEY_NAMED};
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (names[i].code != code)
			continue;
		snprintf(key->name, sizeof key->name, "%s", names[i].name);
		if (code == ' ') {
			key->kind = KEY_TYPED;
			key->ch = ' ';
		}
		return;
	}
	if (code < 32)
		snprintf(key->name, sizeof key->name, "^%c", code + '@');
	else if (code >= KEY_F0 && code <= KEY_F0 + 24)
		snprintf(key->name, sizeof key->name, "F%d", code - KEY_F0);
	else
		snprintf(key->name, sizeof key->name, "<%d>", code);
}

static void type_char(unsigned ch, const char *bytes, size_t n, struct key *key)
{
	*key = (struct key){.kind = KEY_TYPED, .ch = ch};
	memcpy(key->name, bytes, n);
}

/* Bytes of one character are needed for a first byte of this kind. */
static size_t length_of(unsigned char first)
{
	return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
}

/* A byte of 0x80 and above. True where it makes a character whole; what is ill-formed is dropped.
 */
static bool add_byte(struct term_keys *k, unsigned char byte, struct key *key)
{
	bool first = byte >= 0xc0;

	if (first || k->n == 0)
		k->n = 0;
	if (!first && k->n == 0)
		return false;
	k->bytes[k->n++] = byte;
	if (k->n < length_of(k->bytes[0]))
		return false;
	struct str s = {(const char *)k->bytes, k->n};
	size_t at = 0;

	k->n = 0;
	if (!utf8_valid(s, NULL))
		return false;
	type_char(utf8_next(s, &at), s.p, s.n, key);
	return true;
}

/* In a paste everything is text; a tab is a blank, and CR LF one line end. */
static bool paste(struct term_keys *k, int code, struct key *key)
{
	bool second = code == '\n' && k->pasted_cr;

	k->pasted_cr = code == '\r';
	if (code == '\r')
		code = '\n';
	if (code == '\t')
		code = ' ';
	if (second || (code != '\n' && (code < ' ' || code > '~')))
		return false;
	*key = (struct key){.kind = KEY_PASTED, .name = {(char)code}, .ch = (unsigned)code};
	return true;
}

/* The next event of the mouse that is ours. Curses may tell of several that came together with one
 * key code, so all there are have to be taken. */
static bool take_mouse(struct term_keys *k, struct key *key)
{
	MEVENT event;

	while ((k->mousing = getmouse(&event) == OK)) {
		const char *name = event.bstate & BUTTON4_PRESSED   ? "WheelUp"
				   : event.bstate & BUTTON5_PRESSED ? "WheelDown"
				   : event.bstate & BUTTON1_PRESSED ? "Click"
								    : NULL;
		if (!name)
			continue;
		*key = (struct key){.kind = KEY_MOUSED, .row = event.y, .col = event.x};
		snprintf(key->name, sizeof key->name, "%s", name);
		return true;
	}
	return false;
}

bool term_keys_next(struct term_keys *k, struct key *key)
{
	if (k->mousing && take_mouse(k, key))
		return true;
	for (int code; (code = getch()) != ERR;) {
		if (code == KEY_PASTE_BEGIN || code == KEY_PASTE_END) {
			k->pasting = code == KEY_PASTE_BEGIN;
			continue;
		}
		if (code >= 0x80 && code <= 0xff) {
			if (!add_byte(k, (unsigned char)code, key))
				continue;
			key->kind = k->pasting ? KEY_PASTED : KEY_TYPED;
			return true;
		}
		k->n = 0;
		if (code == KEY_RESIZE)
			continue;
		if (code == KEY_MOUSE) {
			if (take_mouse(k, key))
				return true;
			continue;
		}
		if (k->pasting) {
			if (paste(k, code, key))
				return true;
			continue;
		}
		if (code > ' ' && code < 127) {
			char byte = (char)code;

			type_char((unsigned)code, &byte, 1, key);
		} else {
			name_code(code, key);
		}
		return true;
	}
	return false;
}

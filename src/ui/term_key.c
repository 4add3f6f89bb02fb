/* From curses' key codes and bytes to keys. */
#include "ui/term_key.h"

#include <curses.h>
#include <stdio.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>

#include "base/utf8.h"
#include "ui/term_cap.h"

/* Codes of our own for define_key(), past what curses uses. */
enum { KEY_PASTE_BEGIN = KEY_MAX + 1, KEY_PASTE_END, KEY_ALT_ENTER, KEY_NOBODYS };

enum { KEY_NAME = sizeof((struct key){0}.name) };

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

/* Some terminals send these whatever terminfo says, or TERM is not the terminal's. */
static const struct {
	const char *bytes;
	int code;
} common[] = {
	{"\033[A", KEY_UP},
	{"\033[B", KEY_DOWN},
	{"\033[C", KEY_RIGHT},
	{"\033[D", KEY_LEFT},
	{"\033OA", KEY_UP},
	{"\033OB", KEY_DOWN},
	{"\033OC", KEY_RIGHT},
	{"\033OD", KEY_LEFT},
	{"\033[H", KEY_HOME},
	{"\033[F", KEY_END},
	{"\033OH", KEY_HOME},
	{"\033OF", KEY_END},
	{"\033[1~", KEY_HOME},
	{"\033[4~", KEY_END},
	{"\033[5~", KEY_PPAGE},
	{"\033[6~", KEY_NPAGE},
	{"\033[3~", KEY_DC},
	{"\033[Z", KEY_BTAB},
	{"\033OP", KEY_F(1)},
	{"\033[11~", KEY_F(1)},
	{"\033[1;2A", KEY_SR},
	{"\033[1;2B", KEY_SF},
	{"\033[1;2C", KEY_SRIGHT},
	{"\033[1;2D", KEY_SLEFT},
};

void term_keys_define(struct term_keys *k, struct _win_st *window)
{
	const char *begin = term_cap("PS"), *end = term_cap("PE");

	k->window = window;
	if (begin && end) {
		define_key(begin, KEY_PASTE_BEGIN);
		define_key(end, KEY_PASTE_END);
	}
	/* a control byte is itself: some types have names for a few of them, as linux for ^Z */
	for (char ch = 1; ch < 32; ch++)
		if (ch != '\033')
			define_key((char[]){ch, '\0'}, 0);
	/* whoever had the terminal before may have left it to say so */
	define_key("\033[200~", KEY_PASTE_BEGIN);
	define_key("\033[201~", KEY_PASTE_END);
	define_key("\033\r", KEY_ALT_ENTER);
	define_key("\033\n", KEY_ALT_ENTER);
	for (size_t i = 0; i < sizeof common / sizeof *common; i++)
		define_key(common[i].bytes, common[i].code);
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

static void give_back(const int *codes, size_t n)
{
	while (n > 0)
		ungetch(codes[--n]);
}

/* Is a control sequence whole with this code? "[[A" is one of the Linux console. */
static bool ends_sequence(const int *codes, size_t n)
{
	int last = codes[n - 1];

	if (codes[0] == 'O' || (n > 1 && codes[1] == '['))
		return n > 1 && (codes[0] == 'O' || n > 2);
	return n > 1 && last >= 0x40 && last <= 0x7e;
}

/* Behind an escape: the rest of a sequence into seq, which begins with "Esc"; false where none
 * follows. */
static bool take_rest(struct term_keys *k, char seq[KEY_NAME])
{
	int codes[KEY_NAME - 4];
	size_t n = 0;

	do {
		codes[n] = wgetch(k->window);
		if (codes[n] == ERR || (n == 0 && codes[0] != '[' && codes[0] != 'O') ||
			codes[n] <= ' ' || codes[n] > 0x7e ||
			n + 1 == sizeof codes / sizeof *codes) {
			give_back(codes, codes[n] == ERR ? n : n + 1);
			return false;
		}
		n++;
	} while (!ends_sequence(codes, n));
	memcpy(seq, "Esc", 3);
	for (size_t i = 0; i < n; i++)
		seq[3 + i] = (char)codes[i];
	seq[3 + n] = '\0';
	return true;
}

/* Curses gives a lone escape where no sequence it knows follows, and, on a busy machine, also where
 * one does. The letters of either are no commands: it is the key it is, or one without a meaning.
 */
static int sequence_code(struct term_keys *k, char seq[KEY_NAME])
{
	char bytes[KEY_NAME] = "\033";

	if (!take_rest(k, seq))
		return 27;
	strcpy(bytes + 1, seq + 3);
	int code = key_defined(bytes);

	if (code == KEY_MOUSE) { /* the place it tells is behind it */
		wgetch(k->window);
		wgetch(k->window);
		wgetch(k->window);
	}
	return code > 0 && code != KEY_MOUSE ? code : KEY_NOBODYS;
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

static void wake(int sig)
{
	(void)sig;
}

void term_keys_mouse(struct term_keys *k, bool on)
{
	struct sigaction act = {
		.sa_handler = wake}; /* no SA_RESTART: it is to break a read() off */

	sigaction(SIGALRM, &act, NULL);
	k->mouse = on;
}

/* Curses waits for the rest of a report of the mouse whatever it was told about waiting: for ever,
 * where the rest was lost, and no signal would be heard meanwhile. */
static int next_code(struct term_keys *k)
{
	static const struct itimerval soon = {{0, 100000}, {0, 100000}}, never;

	if (!k->mouse)
		return wgetch(k->window);
	setitimer(ITIMER_REAL, &soon, NULL);
	int code = wgetch(k->window);

	setitimer(ITIMER_REAL, &never, NULL);
	return code;
}

bool term_keys_next(struct term_keys *k, struct key *key)
{
	if (k->mousing && take_mouse(k, key))
		return true;
	char seq[KEY_NAME];

	for (int code; (code = next_code(k)) != ERR;) {
		if (code == 27)
			code = sequence_code(k, seq);
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
		} else if (code == KEY_NOBODYS) {
			*key = (struct key){.kind = KEY_NAMED};
			memcpy(key->name, seq, sizeof seq);
		} else {
			name_code(code, key);
		}
		return true;
	}
	return false;
}

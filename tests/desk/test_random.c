/* Keys and sizes at random, from a seed: the program lives on, leaves no half of a character, and
 * gives the terminal back. So many keys as $GOUJI_DESK_KEYS says, and a hundredth as many sizes:
 * few in `make check`, 100,000 in `make check-long`. */
#include "desk/kit.h"

#include <stdint.h>

#define KEYS_OF_A_CHECK 3000
#define KEYS_AT_A_TIME 25

struct dice {
	uint64_t state;
};

static unsigned roll(struct dice *r, unsigned sides)
{
	r->state ^= r->state << 13;
	r->state ^= r->state >> 7;
	r->state ^= r->state << 17;
	return (unsigned)(r->state >> 33) % sides;
}

/* Any byte a keyboard sends, sequences of function keys whole and torn, words of a language, a
 * paste, the mouse, and lines of commands; ^C and ^\\ too, but not ^Z, whose shell is not there. */
static void random_key(struct dice *r, char *out, size_t size)
{
	static const char *const sequences[] = {"\033OA", "\033OB", "\033OC", "\033OD", "\033[5~",
		"\033[6~", "\033OH", "\033OF", "\033[Z", "\033[1;2D", "\033[1;2B", "\033OP", "\033",
		"\033[", "\033[1;", "核实", "，", "\xe5\x8b", "\xff", "\033[200~贴y\n入\033[201~",
		"\033[<0;5;5M", "\033[<64;9;9M", "\r", "\t", "\x7f", ":set mouse toggle\r",
		":set borders ascii\r", ":goto 80\r", ":select line\r",
		":correct requests/new/total 7\r", ":verdict return 退回\r", "/公开\r",
		":filter note\r", ":undo\r", ":shift requests/new/total right\r", ":help\r",
		":overview\r", "]", "[", "Q", ":list all\r", ":sort 文件名\r"};

	unsigned which = roll(r, 10);

	if (which < 3) {
		snprintf(out, size, "%s", sequences[roll(r, ROWS(sequences))]);
		return;
	}
	unsigned byte = which < 8 ? 0x20 + roll(r, 0x5f) : 1 + roll(r, 0x1f);

	snprintf(out, size, "%c", byte == ('Z' & 0x1f) ? 'n' : (int)byte);
}

static void expect_sound(struct desk *d, const char *keys, size_t sent)
{
	cr_assert(pty_rest(d->p), "no rest after %zu keys, the last %s", sent, keys);
	const char *torn = d->p->ended ? NULL : pty_torn(d->p);

	cr_assert_null(
		torn, "%s after %zu keys, the last %s:\n%s", torn, sent, keys, pty_text(d->p));
}

/* It may have been told to end; then it ended well, and is started again. */
static void go_on(struct desk *d, const char *keys, size_t sent, void (*again)(struct desk *))
{
	if (!d->p->ended)
		return;
	int status = pty_end(d->p);

	cr_assert(WIFEXITED(status) &&
			  (WEXITSTATUS(status) == 0 || WEXITSTATUS(status) == 128 + SIGINT ||
				  WEXITSTATUS(status) == 128 + SIGQUIT),
		"ended with %x after %zu keys, the last %s", status, sent, keys);
	cr_assert(pty_is_restored(d->p), "after %zu keys", sent);
	again(d);
}

static void play_on(struct desk *d, uint64_t seed, size_t keys, void (*again)(struct desk *))
{
	struct dice r = {seed};

	pty_resize(d->p, 30, 100);
	for (size_t sent = 0; sent < keys;) {
		char some[KEYS_AT_A_TIME * 48] = "", key[48];

		for (size_t i = 0; i < KEYS_AT_A_TIME; i++, sent++) {
			random_key(&r, key, sizeof key);
			strcat(some, key);
		}
		pty_send(d->p, some);
		if (sent % 100 == 0)
			pty_resize(d->p, 1 + (int)roll(&r, 70), 1 + (int)roll(&r, 220));
		expect_sound(d, some, sent);
		go_on(d, some, sent, again);
	}
	kill(d->p->pid, SIGTERM);
	pty_end(d->p);
	cr_expect(pty_is_restored(d->p));
	desk_close(d);
}

static void play(uint64_t seed, const char *term, size_t keys)
{
	struct desk d;

	desk_open(&d, .term = term, BROKEN);
	play_on(&d, seed, keys, desk_again);
}

/* A folder of reports, each with a review of its own. */
static void play_list(uint64_t seed, const char *term, size_t keys)
{
	static char script[512];
	struct desk d;

	snprintf(script, sizeof script,
		"for i in 1 2 3 4 5 6 7 8; do cp xidian-2020.txt r$i.txt; done; : >empty.txt; exec "
		"'%s/gouji' .",
		getenv("GOUJI_BUILDDIR"));
	desk_start_only(&d, (struct desk_start){.term = term, BROKEN},
		(const char *[]){"/bin/sh", "-c", script, NULL});
	cr_assert(pty_wait(d.p, "份报告"), "%s", pty_text(d.p));
	play_on(&d, seed, keys, desk_again_list);
}

static size_t keys_each(size_t players)
{
	const char *told = getenv("GOUJI_DESK_KEYS");
	long keys = told ? strtol(told, NULL, 10) : KEYS_OF_A_CHECK;

	return (size_t)keys / players;
}

Test(desk_random, keys_and_sizes_on_xterm)
{
	play(20201101, "xterm-256color", keys_each(4));
}

Test(desk_random, keys_and_sizes_on_linux)
{
	play(20211101, "linux", keys_each(4));
}

Test(desk_random, keys_and_sizes_on_tmux)
{
	play(20221101, "tmux-256color", keys_each(4));
}

Test(desk_random, keys_and_sizes_over_a_list)
{
	play_list(20231101, "screen", keys_each(4));
}

/* Children that work beside the program: what they hand back, and that none is left behind. */
#include "unit/unit.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/crew.h"

struct letter {
	char data;
};

static size_t open_descriptors(void)
{
	size_t n = 0;

	for (int fd = 0; fd < 256; fd++)
		n += fcntl(fd, F_GETFD) >= 0;
	return n;
}

/* Starts a process that would sleep for ever, and tells its number. */
static void start_sleeper(struct buf *result)
{
	pid_t pid = fork();

	if (pid == 0)
		for (;;)
			pause();
	buf_addf(result, "%d", (int)pid);
}

/* Words of its own instead of a result: how long they say it is, and what comes of it. */
static _Noreturn void babble(uint64_t length, size_t n)
{
	char some[64] = {0};

	if (write(3, &length, sizeof length) == sizeof length && write(3, some, n) == (ssize_t)n)
		_exit(0);
	_exit(1);
}

/* Takes memory until there is none: the program's own end of that. */
static void swallow(struct buf *result)
{
	struct rlimit little = {64 << 20, 64 << 20};

	setrlimit(RLIMIT_AS, &little);
	for (size_t n = 1 << 20;; n *= 2)
		buf_reserve(result, n);
}

/* A number says how often the letter is repeated; a word is one of the ways to go wrong. */
static void work(const void *data, struct str order, struct buf *result)
{
	const struct letter *letter = data;
	long n = strtol(order.p, NULL, 10);

	if (str_is(order, "die"))
		raise(SIGKILL);
	if (str_is(order, "leave"))
		_exit(0);
	if (str_is(order, "hang"))
		for (;;)
			pause();
	if (str_is(order, "memory"))
		swallow(result);
	if (str_is(order, "crash"))
		abort();
	if (str_is(order, "half"))
		babble(100, 10);
	if (str_is(order, "length cut off")) {
		if (write(3, "\1\1\1", 3) == 3)
			_exit(0);
	}
	if (str_is(order, "far too long"))
		babble(UINT64_MAX, 10);
	if (str_is(order, "sleeper"))
		start_sleeper(result);
	if (str_is(order, "descriptors"))
		buf_addf(result, "%zu", open_descriptors());
	for (long i = 0; i < n; i++)
		buf_addc(result, letter->data);
}

static enum crew_news await(struct crew *c, size_t *tag, struct buf *result)
{
	struct pollfd fds[CREW_MOST];
	enum crew_news news;

	while ((news = crew_take(c, tag, result)) == CREW_NOTHING && crew_is_busy(c))
		poll(fds, crew_fds(c, fds), -1);
	return news;
}

static void give(struct crew *c, size_t tag, const char *order)
{
	struct err err = {0};

	cr_assert(crew_give(c, tag, str_of(order), false, &err), "%s", err.text);
}

static void expect_no_children(void)
{
	cr_expect_eq(waitpid(-1, NULL, WNOHANG), -1);
	cr_expect_eq(errno, ECHILD);
}

static bool is_gone(pid_t pid)
{
	return kill(pid, 0) != 0 && errno == ESRCH;
}

Test(crew, nothing_is_started_before_it_is_wanted)
{
	struct crew *c = crew_new(3, work, NULL);
	struct pollfd fds[CREW_MOST];
	struct buf result;
	size_t tag;

	cr_expect_not(crew_is_busy(c));
	cr_expect(crew_has_hand(c));
	cr_expect_eq(crew_fds(c, fds), 0);
	cr_expect_eq(crew_take(c, &tag, &result), CREW_NOTHING);
	crew_cancel(c, 0);
	crew_rest(c);
	crew_free(c);
	crew_free(NULL);
	expect_no_children();
}

Test(crew, results_are_whole)
{
	static const char *const orders[] = {"0", "1", "65536", "9000000", "5"};
	struct letter letter = {'x'};
	struct crew *c = crew_new(1, work, &letter);

	for (size_t i = 0; i < ROWS(orders); i++) {
		struct buf result;
		size_t tag, n = (size_t)atol(orders[i]);

		give(c, i, orders[i]);
		cr_expect_not(crew_has_hand(c));
		cr_assert_eq(await(c, &tag, &result), CREW_RESULT, "%s", orders[i]);
		cr_expect_eq(tag, i);
		cr_expect_eq(result.n, n);
		cr_expect(n == 0 || (result.p[0] == 'x' && result.p[n - 1] == 'x'));
		buf_free(&result);
	}
	crew_free(c);
	expect_no_children();
}

Test(crew, several_work_at_once)
{
	struct letter letter = {'y'};
	struct crew *c = crew_new(3, work, &letter);
	struct err err = {0};
	struct buf result;
	size_t tag;

	give(c, 7, "hang");
	give(c, 8, "hang");
	give(c, 9, "4");
	cr_expect_not(crew_give(c, 1, STR("1"), false, &err));
	cr_expect_eq(err.kind, ERR_REFUSED);
	cr_expect_eq(await(c, &tag, &result), CREW_RESULT);
	cr_expect_eq(tag, 9);
	expect_str(buf_str(&result), STR("yyyy"));
	buf_free(&result);
	cr_expect(crew_has_hand(c));
	crew_cancel(c, 8);
	give(c, 8, "2");
	cr_expect_eq(await(c, &tag, &result), CREW_RESULT);
	cr_expect_eq(tag, 8);
	buf_free(&result);
	crew_rest(c);
	cr_expect_not(crew_is_busy(c));
	crew_free(c);
	expect_no_children();
}

Test(crew, an_urgent_order_waits_for_nobody)
{
	struct letter letter = {'z'};
	struct crew *c = crew_new(1, work, &letter);
	struct err err = {0};
	struct buf result;
	size_t tag;

	give(c, 1, "hang");
	cr_assert(crew_give(c, 2, STR("3"), true, &err), "%s", err.text);
	cr_expect_eq(await(c, &tag, &result), CREW_RESULT);
	cr_expect_eq(tag, 2);
	buf_free(&result);
	cr_assert(crew_give(c, 3, STR("hang"), true, &err), "%s", err.text);
	cr_expect_not(crew_give(c, 4, STR("1"), true, &err), "one at a time");
	crew_free(c);
	expect_no_children();
}

Test(crew, a_child_that_dies_is_told_and_replaced)
{
	static const char *const orders[] = {
		"die", "leave", "crash", "memory", "half", "length cut off", "far too long"};
	struct letter letter = {'x'};
	struct crew *c = crew_new(1, work, &letter);

	for (size_t i = 0; i < ROWS(orders); i++) {
		struct buf result;
		size_t tag;

		give(c, i, orders[i]);
		cr_expect_eq(await(c, &tag, &result), CREW_LOST, "%s", orders[i]);
		cr_expect_eq(tag, i);
		cr_expect_eq(result.n, 0);
		expect_no_children();
		give(c, 5, "1");
		cr_expect_eq(await(c, &tag, &result), CREW_RESULT);
		cr_expect_eq(tag, 5);
		buf_free(&result);
	}
	crew_free(c);
	expect_no_children();
}

Test(crew, what_a_child_starts_ends_with_it)
{
	struct letter letter = {'x'};
	struct crew *c = crew_new(2, work, &letter);
	struct buf result;
	size_t tag;

	for (int rest = 0; rest < 2; rest++) {
		give(c, 1, "sleeper");
		cr_assert_eq(await(c, &tag, &result), CREW_RESULT);
		pid_t sleeper = (pid_t)atol(result.p);

		cr_assert_gt(sleeper, 1);
		cr_expect_eq(kill(sleeper, 0), 0);
		give(c, 2, "hang");
		if (rest)
			crew_rest(c);
		else
			crew_cancel(c, 2);
		cr_expect(is_gone(sleeper), "%d", (int)sleeper);
		buf_free(&result);
		crew_rest(c);
	}
	crew_free(c);
	expect_no_children();
}

Test(crew, a_child_has_nothing_of_ours_open)
{
	struct letter letter = {'x'};
	struct crew *c = crew_new(1, work, &letter);
	int more[20];
	struct buf result;
	size_t tag;

	for (size_t i = 0; i < ROWS(more); i++)
		more[i] = open("/dev/null", O_RDONLY);
	give(c, 1, "descriptors");
	cr_assert_eq(await(c, &tag, &result), CREW_RESULT);
	expect_str(buf_str(&result), STR("4"));
	buf_free(&result);
	for (size_t i = 0; i < ROWS(more); i++)
		close(more[i]);
	crew_free(c);
}

Test(crew, its_size_fits_the_machine)
{
	cr_expect_geq(crew_size(), 2);
	cr_expect_leq(crew_size(), 4);
}

#include "unit/unit.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "ui/term_frame.h"

static void put(const char *words)
{
	cr_expect_eq(write(STDOUT_FILENO, words, strlen(words)), (ssize_t)strlen(words));
}

static bool has_come(int fd)
{
	struct pollfd p = {.fd = fd, .events = POLLIN};

	return poll(&p, 1, 0) > 0;
}

Test(ui_frame, goes_out_in_one_piece)
{
	struct term_frame f;
	int ends[2];
	char got[64];

	cr_assert_eq(pipe(ends), 0);
	dup2(ends[1], STDOUT_FILENO);
	term_frame_open(&f);
	for (int again = 0; again < 2; again++) {
		term_frame_begin(&f);
		put("one ");
		put("two ");
		put(again ? "four" : "three");
		cr_expect_not(has_come(ends[0]));
		term_frame_end(&f);
		ssize_t n = read(ends[0], got, sizeof got - 1);

		cr_assert(n > 0);
		got[n] = '\0';
		cr_expect_str_eq(got, again ? "one two four" : "one two three");
		put("between");
		cr_expect(has_come(ends[0]), "without a frame what is written is sent");
		cr_expect_eq(read(ends[0], got, sizeof got), 7);
	}
	term_frame_begin(&f);
	term_frame_end(&f);
	cr_expect_not(has_come(ends[0]), "nothing was written");
	term_frame_close(&f);
	put("after");
	cr_expect(has_come(ends[0]));
}

/* Larger than any buffer on its way. */
Test(ui_frame, of_any_size)
{
	enum { PIECES = 40000 };
	struct term_frame f;
	char dir[64], path[80], got[16];

	unit_temp_dir(dir);
	snprintf(path, sizeof path, "%s/out", dir);
	int fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);

	dup2(fd, STDOUT_FILENO);
	term_frame_open(&f);
	term_frame_begin(&f);
	for (int i = 0; i < PIECES; i++) {
		snprintf(got, sizeof got, "%08d", i);
		put(got);
	}
	term_frame_end(&f);
	term_frame_close(&f);
	cr_expect_eq(lseek(fd, 0, SEEK_END), PIECES * 8);
	for (int i = 0; i < PIECES; i += 997) {
		cr_assert_eq(pread(fd, got, 8, i * 8), 8);
		got[8] = '\0';
		cr_expect_eq(atoi(got), i);
	}
	close(fd);
}

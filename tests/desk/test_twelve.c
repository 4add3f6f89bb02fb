/* The whole review of a report with twelve findings, key by key: it takes no more than forty
 * presses. twelve-2023.txt is a made report of a made town with twelve things wrong with it. */
#include "desk/kit.h"

#define PRESSES_MAX 40

#define START                                                                                      \
	"cp \"$GOUJI_SRC/tests/desk/twelve-2023.txt\" . && unset GOUJI_SRC &&"                     \
	"SOURCE_DATE_EPOCH=1706745600 exec \"$0\" review twelve-2023.txt"

struct press {
	const char *key;
	const char *shown; /* what the screen says then */
};

/* Read first, all of them, back to where it began. */
static const struct press reading[] = {
	{"n", "问题 2/12"},
	{"n", "问题 3/12"},
	{"n", "问题 4/12"},
	{"n", "问题 5/12"},
	{"n", "问题 6/12"},
	{"n", "问题 7/12"},
	{"n", "问题 8/12"},
	{"n", "问题 9/12"},
	{"n", "问题 10/12"},
	{"n", "问题 11/12"},
	{"n", "问题 12/12"},
	{"n", "问题 1/12"},
};

/* Then decided, each key going on to the next open one: the last is corrected as suggested, which
 * settles it. */
static const struct press deciding[] = {
	{"y", "已审 1/12"}, /* a number is missing */
	{"o", "已审 2/12"}, /* a sentence stands twice: it may */
	{"y", "已审 3/12"}, /* 27 in the prose, 28 in the table */
	{"y", "已审 4/12"}, /* 24 + 4 is not 27 */
	{"o", "已审 5/12"}, /* a word stands twice */
	{"e", "已审 6/12"}, /* 2 + 2 is not 3: to be asked */
	{"o", "已审 7/12"}, /* 007 */
	{"y", "已审 8/12"}, /* four relations of the table */
	{"y", "已审 9/12"}, {"y", "已审 10/12"}, {"y", "已审 11/12"},
	{"s", "已审 11/11"}, /* 维持 1, 总计 2 */
};

/* How it stands, the verdict, saved, left. */
static const struct press closing[] = {
	{"=", "总览"},
	{"q", NULL},
	{"v", ":verdict"},
	{"r", ":verdict r"},
	{"\r", "结论 退回"},
	{"w", "twelve-2023.txt.review.yaml"},
	{"q", NULL},
};

static size_t press_all(struct desk *d, const struct press *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		pty_send(d->p, rows[i].key);
		if (rows[i].shown)
			cr_expect(pty_wait(d->p, rows[i].shown), "after %s: not shown: %s\n%s",
				rows[i].key, rows[i].shown, pty_text(d->p));
	}
	return n;
}

static size_t count(const char *text, const char *words)
{
	size_t n = 0;

	for (; text && (text = strstr(text, words)); text += strlen(words))
		n++;
	return n;
}

Test(desk_twelve, reviewed_in_forty_presses)
{
	static char program[512], source[512];
	struct desk d;
	size_t presses = 0;

	snprintf(program, sizeof program, "%s/gouji", getenv("GOUJI_BUILDDIR"));
	snprintf(source, sizeof source, "GOUJI_SRC=%s", getenv("GOUJI_SRCDIR"));
	desk_start_only(&d, (struct desk_start){.rows = 30, .cols = 112, .extra = source},
		(const char *[]){"/bin/sh", "-c", START, program, NULL});
	cr_assert(pty_wait(d.p, "问题 1/12"), "not twelve findings:\n%s", pty_text(d.p));
	presses += press_all(&d, reading, ROWS(reading));
	presses += press_all(&d, deciding, ROWS(deciding));
	presses += press_all(&d, closing, ROWS(closing));
	cr_expect_eq(pty_end(d.p), 0);
	cr_expect(pty_is_restored(d.p));
	cr_expect_leq(presses, PRESSES_MAX, "%zu presses", presses);

	char *sidecar = desk_read(&d, "twelve-2023.txt.review.yaml");
	char *history = sidecar ? strstr(sidecar, "\nhistory:") : NULL;

	cr_assert_not_null(history);
	*history = '\0';
	cr_expect_eq(count(sidecar, "\n    decision: \""), 11, "%s", sidecar);
	cr_expect_eq(count(sidecar, "\n  - cell: \"disputes/review/"), 1, "%s", sidecar);
	cr_expect_eq(count(sidecar, "  decision: \"return\""), 1, "%s", sidecar);
	free(sidecar);
	desk_close(&d);
}

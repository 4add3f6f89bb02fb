/* The time of a decision. */
#include "base/clock.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

/* The last second that a year of four digits holds: 9999-12-31T23:59:59Z. */
#define LAST_SECOND 253402300799LL

static bool fixed_time(time_t *out)
{
	const char *s = getenv("SOURCE_DATE_EPOCH");
	char *end;

	if (!s || *s < '0' || *s > '9')
		return false;
	errno = 0;
	long long n = strtoll(s, &end, 10);

	if (errno || *end || n > LAST_SECOND)
		return false;
	*out = (time_t)n;
	return true;
}

void clock_now(char out[CLOCK_TEXT_SIZE])
{
	time_t t;
	struct tm tm;

	if (!fixed_time(&t))
		t = time(NULL);
	gmtime_r(&t, &tm);
	strftime(out, CLOCK_TEXT_SIZE, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

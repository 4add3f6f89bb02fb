/* Regular expressions; the only user of PCRE2. */
#include "base/re.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"

/* A pattern that needs more than this on one text is a bad pattern. */
#define MATCH_LIMIT 250000
#define DEPTH_LIMIT 100000
#define HEAP_LIMIT_KIB 65536
#define PATTERN_BYTES_MAX 65536
/* Patterns with more groups have a room of their own. */
#define ROOM_GROUPS 64

struct re {
	pcre2_code *code;
	pcre2_match_context *limits;
};

struct re_room {
	pcre2_match_data *data;
};

struct re_match {
	struct re_room *room;
	bool own;
	bool found, gave_up;
	uint32_t n;	     /* groups, the whole match being the first */
	PCRE2_SIZE ranges[]; /* two each: rooms are used again before a match is asked for its
				groups */
};

static bool re_refuse(struct str pattern, int code, size_t offset, struct err *err)
{
	PCRE2_UCHAR why[256];

	if (pcre2_get_error_message(code, why, sizeof why) < 0)
		why[0] = '\0';
	err_set(err, ERR_FORMAT, _("bad pattern: %s"), (const char *)why);
	return err_at(err, NULL, 1, 1 + (unsigned)utf8_count(str_slice(pattern, 0, offset)));
}

static struct re *re_of(pcre2_code *code)
{
	struct re *re = mem_alloc(sizeof *re);

	re->code = code;
	re->limits = pcre2_match_context_create(NULL);
	if (!re->limits)
		mem_out();
	pcre2_set_match_limit(re->limits, MATCH_LIMIT);
	pcre2_set_depth_limit(re->limits, DEPTH_LIMIT);
	pcre2_set_heap_limit(re->limits, HEAP_LIMIT_KIB);
	return re;
}

struct re *re_new(struct str pattern, struct err *err)
{
	const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
	int code;
	size_t offset, bad;

	if (!utf8_valid(pattern, &bad)) {
		re_refuse(pattern, PCRE2_ERROR_UTF8_ERR1, bad, err);
		return NULL;
	}
	if (pattern.n > PATTERN_BYTES_MAX) {
		err_set(err, ERR_LIMIT, _("pattern longer than %d bytes"), PATTERN_BYTES_MAX);
		return NULL;
	}
	pcre2_code *c = pcre2_compile(
		(PCRE2_SPTR)(pattern.p ? pattern.p : ""), pattern.n, options, &code, &offset, NULL);

	if (!c) {
		re_refuse(pattern, code, offset, err);
		return NULL;
	}
	return re_of(c);
}

/* PCRE2 puts the code itself last, behind a head and the tables. */
void re_save(const struct re *re, struct buf *shared, struct buf *own)
{
	const pcre2_code *codes[] = {re->code};
	uint8_t *bytes;
	PCRE2_SIZE n, size = 0;

	pcre2_pattern_info(re->code, PCRE2_INFO_SIZE, &size);
	if (pcre2_serialize_encode(codes, 1, &bytes, &n, NULL) != 1)
		mem_out(); /* it fails for want of memory alone */
	struct str all = {(const char *)bytes, n};

	size = size < n ? size : n;
	buf_add(shared, str_slice(all, 0, n - size));
	buf_add(own, str_slice(all, n - size, n));
	pcre2_serialize_free(bytes);
}

struct re *re_restore(struct str saved)
{
	pcre2_code *codes[1];

	if (pcre2_serialize_decode(codes, 1, (const uint8_t *)saved.p, NULL) != 1)
		return NULL;
	return re_of(codes[0]);
}

void re_free(struct re *re)
{
	if (!re)
		return;
	pcre2_match_context_free(re->limits);
	pcre2_code_free(re->code);
	free(re);
}

bool re_matches_nothing(const struct re *re)
{
	uint32_t empty = 0;

	pcre2_pattern_info(re->code, PCRE2_INFO_MATCHEMPTY, &empty);
	return empty != 0;
}

int re_group(const struct re *re, const char *name)
{
	int n = pcre2_substring_number_from_name(re->code, (PCRE2_SPTR)name);

	return n > 0 ? n : -1;
}

static struct re_room *room_of(uint32_t groups)
{
	struct re_room *room = mem_alloc(sizeof *room);

	room->data = pcre2_match_data_create(groups, NULL);
	if (!room->data)
		mem_out();
	return room;
}

struct re_room *re_room_new(void)
{
	return room_of(ROOM_GROUPS);
}

void re_room_free(struct re_room *room)
{
	if (room)
		pcre2_match_data_free(room->data);
	free(room);
}

struct re_match *re_match_new(const struct re *re, struct re_room *room)
{
	uint32_t last = 0;

	pcre2_pattern_info(re->code, PCRE2_INFO_CAPTURECOUNT, &last);
	struct re_match *m = mem_alloc(sizeof *m + 2 * ((size_t)last + 1) * sizeof *m->ranges);

	m->n = last + 1;
	m->own = !room || m->n > ROOM_GROUPS;
	m->room = m->own ? room_of(m->n) : room;
	return m;
}

void re_match_free(struct re_match *m)
{
	if (m && m->own)
		re_room_free(m->room);
	free(m);
}

static bool match(
	const struct re *re, struct str s, size_t from, uint32_t options, struct re_match *m)
{
	m->found = m->gave_up = false;
	if (from > s.n)
		return false;
	/* the caller vouches for the text; checking it each time would make a scan quadratic */
	int groups = pcre2_match(re->code, (PCRE2_SPTR)(s.p ? s.p : ""), s.n, from,
		options | PCRE2_NO_UTF_CHECK, m->room->data, re->limits);
	const PCRE2_SIZE *ranges = pcre2_get_ovector_pointer(m->room->data);

	for (uint32_t i = 0; groups > 0 && i < 2 * m->n; i++)
		m->ranges[i] = i < 2 * (uint32_t)groups ? ranges[i] : PCRE2_UNSET;
	m->found = groups > 0;
	m->gave_up = groups < 0 && groups != PCRE2_ERROR_NOMATCH;
	return m->found;
}

bool re_find(const struct re *re, struct str s, size_t from, struct re_match *m)
{
	return match(re, s, from, 0, m);
}

bool re_match_at(const struct re *re, struct str s, size_t at, struct re_match *m)
{
	return match(re, s, at, PCRE2_ANCHORED, m);
}

bool re_matched(const struct re_match *m)
{
	return m->found;
}

bool re_gave_up(const struct re_match *m)
{
	return m->gave_up;
}

bool re_span(const struct re_match *m, int g, size_t *from, size_t *to)
{
	if (!m->found || g < 0 || (uint32_t)g >= m->n)
		return false;
	PCRE2_SIZE start = m->ranges[2 * g], end = m->ranges[2 * g + 1];

	if (start == PCRE2_UNSET || start > end) /* \K in a lookahead can turn a range round */
		return false;
	*from = start;
	*to = end;
	return true;
}

/* Regular expressions; the only user of PCRE2. */
#include "base/re.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"

/* A pattern that needs more than this on one text is a bad pattern. */
#define MATCH_LIMIT 1000000
#define DEPTH_LIMIT 100000
#define HEAP_LIMIT_KIB 65536
#define PATTERN_BYTES_MAX 65536

struct re {
	pcre2_code *code;
	pcre2_match_context *limits;
};

struct re_match {
	pcre2_match_data *data;
	bool found;
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

void re_save(const struct re *re, struct buf *out)
{
	const pcre2_code *codes[] = {re->code};
	uint8_t *bytes;
	PCRE2_SIZE n;

	if (pcre2_serialize_encode(codes, 1, &bytes, &n, NULL) != 1)
		mem_out(); /* it fails for want of memory alone */
	buf_add(out, (struct str){(const char *)bytes, n});
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

int re_group(const struct re *re, const char *name)
{
	int n = pcre2_substring_number_from_name(re->code, (PCRE2_SPTR)name);

	return n > 0 ? n : -1;
}

struct re_match *re_match_new(const struct re *re)
{
	struct re_match *m = mem_alloc(sizeof *m);

	m->data = pcre2_match_data_create_from_pattern(re->code, NULL);
	if (!m->data)
		mem_out();
	return m;
}

void re_match_free(struct re_match *m)
{
	if (!m)
		return;
	pcre2_match_data_free(m->data);
	free(m);
}

bool re_find(const struct re *re, struct str s, size_t from, struct re_match *m)
{
	/* the caller vouches for the text; checking it each time would make a scan quadratic */
	m->found = from <= s.n && pcre2_match(re->code, (PCRE2_SPTR)(s.p ? s.p : ""), s.n, from,
					  PCRE2_NO_UTF_CHECK, m->data, re->limits) > 0;
	return m->found;
}

bool re_span(const struct re_match *m, int g, size_t *from, size_t *to)
{
	const PCRE2_SIZE *ranges = pcre2_get_ovector_pointer(m->data);

	if (!m->found || g < 0 || (uint32_t)g >= pcre2_get_ovector_count(m->data))
		return false;
	PCRE2_SIZE start = ranges[2 * g], end = ranges[2 * g + 1];

	if (start == PCRE2_UNSET || start > end) /* \K in a lookahead can turn a range round */
		return false;
	*from = start;
	*to = end;
	return true;
}

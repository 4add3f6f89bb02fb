/* The five sample reports and what is known of them, for the tests that walk over all of them. */
#ifndef GOUJI_TESTS_SAMPLES_H
#define GOUJI_TESTS_SAMPLES_H

#include <iconv.h>

#include "unit/unit.h"

#include "base/file.h"
#include "base/mem.h"
#include "import/import.h"
#include "rule/rule.h"

#define SAMPLE_CELLS 198

static const char *const sample_names[] = {
	"houjia-2020", "shanghewan-2020", "sili-2020", "xidian-2020", "xingang-2020"};

/* data/NAME under the data folder; free(). */
static inline char *sample_data(const char *name)
{
	char *dir = path_data_dir(), *path;

	cr_assert_not_null(dir);
	path = path_join(dir, name);
	free(dir);
	return path;
}

static inline struct forms *sample_forms(void)
{
	char *dir = sample_data("forms");
	struct err err = {0};
	struct forms *forms = forms_load(dir, &err);

	cr_assert_not_null(forms, "%s:%u: %s", err.file, err.line, err.text);
	free(dir);
	return forms;
}

static inline struct ruleset *sample_rules(const struct forms *forms)
{
	char *dir = sample_data("rules");
	struct err err = {0};
	struct ruleset *rules = rules_load(dir, forms, &err);

	cr_assert_not_null(rules, "%s:%u: %s", err.file, err.line, err.text);
	free(dir);
	return rules;
}

/* The bytes of samples/NAME + ending. */
static inline void sample_bytes(const char *name, const char *ending, struct buf *bytes)
{
	struct buf file = {0};
	struct err err = {0};
	char *path;

	buf_addf(&file, "samples/%s%s", name, ending);
	path = sample_data(file.p);
	cr_assert(file_read(path, IMPORT_LIMIT, bytes, &err), "%s", err.text);
	free(path);
	buf_free(&file);
}

/* Takes the bytes. */
static inline struct report *sample_report(
	const char *name, struct buf *bytes, const struct forms *forms)
{
	struct err err = {0};
	struct report *report = NULL;
	struct doc *doc = import_bytes(name, bytes, NULL, &err);

	cr_assert_not_null(doc, "%s: %s", name, err.text);
	cr_assert(report_build(doc, forms, &report, &err), "%s: %s", name, err.text);
	return report;
}

/* The next line of a text, without its end; false at the end of it. */
static inline bool next_line(struct str *rest, struct str *line)
{
	size_t end = str_find(*rest, STR("\n"), 0);

	if (rest->n == 0)
		return false;
	if (end == STR_NONE)
		end = rest->n;
	*line = str_slice(*rest, 0, end);
	*rest = str_slice(*rest, end + 1, rest->n);
	return true;
}

/* The next field of a line, up to the separator or the end of the line. */
static inline struct str next_field(struct str *line, const char *separator)
{
	size_t end = str_find(*line, str_of(separator), 0);
	struct str field;

	if (end == STR_NONE)
		end = line->n;
	field = str_slice(*line, 0, end);
	*line = str_slice(*line, end + 1, line->n);
	return field;
}

/* The sample in another encoding or with other line ends. */
enum disguise { AS_IS, WITH_BOM, WITH_CRLF, AS_GB18030, DISGUISES };

static inline void sample_convert(
	struct str from, const char *to_code, const char *from_code, struct buf *out)
{
	iconv_t cd = iconv_open(to_code, from_code);
	char *in = (char *)from.p, *put;
	size_t left = from.n, room = 4 * from.n;

	cr_assert(cd != (iconv_t)-1);
	buf_reserve(out, room + 1);
	put = out->p + out->n;
	cr_assert(iconv(cd, &in, &left, &put, &room) != (size_t)-1);
	out->n = (size_t)(put - out->p);
	out->p[out->n] = '\0';
	iconv_close(cd);
}

static inline void sample_disguise(struct str bytes, enum disguise as, struct buf *out)
{
	struct str line;

	switch (as) {
	case WITH_CRLF:
		while (next_line(&bytes, &line)) {
			buf_add(out, line);
			buf_adds(out, "\r\n");
		}
		break;
	case AS_GB18030:
		sample_convert(bytes, "GB18030", "UTF-8", out);
		break;
	case WITH_BOM:
		buf_adds(out, "\xef\xbb\xbf");
		/* fallthrough */
	default:
		buf_add(out, bytes);
	}
}

static inline struct report *sample_disguised(
	const char *name, enum disguise as, const struct forms *forms)
{
	struct buf bytes = {0}, other = {0};

	sample_bytes(name, ".txt", &bytes);
	sample_disguise(buf_str(&bytes), as, &other);
	buf_free(&bytes);
	return sample_report(name, &other, forms);
}

#endif

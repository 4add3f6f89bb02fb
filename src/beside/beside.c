/* Opening the reports beside a report, and remembering them. */
#include "beside/beside.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/lang.h"
#include "beside/find.h"
#include "beside/names.h"
#include "beside/open.h"
#include "import/import.h"

#define LIST_LIMIT ((size_t)1 << 20)

/* What is being opened. */
struct opening {
	struct beside *b;
	const struct beside_wish *wish;
	const struct forms *forms;
	const char *path;
	const struct report *report;
	struct err *err;
};

static void digest(struct beside_file *f)
{
	char hex[HASH_HEX_SIZE];
	struct buf bytes = {0};

	if (f->report) {
		f->sha256 = mem_strdup(doc_sha256(f->report->doc));
	} else if (file_read(f->path, IMPORT_LIMIT, &bytes, NULL)) {
		hash_hex(HASH_SHA256, buf_str(&bytes), hex);
		f->sha256 = mem_strdup(hex);
	}
	buf_free(&bytes);
}

/* Takes path and report over. trouble: why there is no report; NULL where none is meant to be. */
static struct beside_file *add_file(const struct opening *o, enum beside_role role, char *path,
	struct report *report, const char *trouble)
{
	struct beside_file *f = vec_push(&o->b->files);

	f->role = role;
	f->path = path;
	f->name = name_relative(path, o->path);
	f->report = report;
	f->trouble = trouble ? mem_strdup(trouble) : NULL;
	if (report)
		values_init(&f->values, report);
	digest(f);
	return f;
}

static struct report *open_report(const struct opening *o, const char *path, struct err *err)
{
	struct import_options options = {.shelf = o->wish->shelf};

	return report_open_with(path, o->forms, &options, err);
}

static struct beside_file *open_file(const struct opening *o, enum beside_role role, char *path)
{
	struct err err = {0};
	struct report *report = open_report(o, path, &err);

	return add_file(o, role, path, report, report ? NULL : err.text);
}

static const struct review_beside *remembered(
	const struct review *rv, enum beside_role role, size_t *at)
{
	const struct review_beside *r;

	while (rv && (r = review_beside(rv, (*at)++)))
		if (r->role == role)
			return r;
	return NULL;
}

/* Those of the role that the review remembers; how many. A file that is not there, or is another
 * now, is told of later. */
static size_t recall(const struct opening *o, const struct review *rv, enum beside_role role)
{
	const struct review_beside *r;
	size_t at = 0, n = 0;

	for (; (r = remembered(rv, role, &at)); n++) {
		char *path = name_resolve(r->file, o->path);
		struct beside_file *f = role == BESIDE_EXPECTED
						? add_file(o, role, path, NULL, NULL)
						: open_file(o, role, path);

		free(f->name);
		f->name = mem_strdup(r->file);
		f->sha256_then = mem_strdup(r->sha256);
	}
	return n;
}

static bool open_named(const struct opening *o, const char *path)
{
	struct report *last = open_report(o, path, o->err);

	if (last)
		add_file(o, BESIDE_PREVIOUS, mem_strdup(path), last, NULL);
	return last != NULL;
}

static bool open_previous(const struct opening *o, const struct review *rv)
{
	const char *named = o->wish->previous;
	struct report *last;
	char *found;

	if (named && !file_is_dir(named))
		return open_named(o, named);
	if (!named && recall(o, rv, BESIDE_PREVIOUS))
		return true;
	last = find_last(o->path, named, o->forms, o->wish->shelf, o->report, &found);
	if (last)
		add_file(o, BESIDE_PREVIOUS, found, last, NULL);
	else if (named)
		o->b->rules.last_lost = named;
	return true;
}

/* The reports of the folder but for the one they are summed up in. */
static bool open_folder(const struct opening *o, const char *dir)
{
	char **paths;
	size_t n, found = 0;

	if (!file_list(dir, &paths, &n, o->err))
		return err_at(o->err, dir, 0, 0);
	for (size_t i = 0; i < n; i++) {
		struct beside_file *f;

		if (!import_is_name(paths[i]))
			continue;
		f = open_file(o, BESIDE_CHILD, mem_strdup(paths[i]));
		found++;
		/* the sum itself, or a copy of it */
		if (f->sha256 && strcmp(f->sha256, doc_sha256(o->report->doc)) == 0)
			f->role = BESIDE_NONE;
	}
	file_list_free(paths, n);
	if (found)
		return true;
	err_set(o->err, ERR_FORMAT, _("no report in this folder"));
	return err_at(o->err, dir, 0, 0);
}

/* Lines that say something and are no remarks. */
static void add_expected(struct beside *b, struct str text)
{
	VEC(char *) names = {0};

	for (size_t at = 0; at < text.n;) {
		size_t end = str_find(text, STR("\n"), at);
		struct str line = str_trim(str_slice(text, at, end == STR_NONE ? text.n : end));

		if (str_starts(line, "\xef\xbb\xbf"))
			line = str_slice(line, 3, line.n);
		if (line.n && line.p[0] != '#')
			*vec_push(&names) = mem_strndup(line.p, line.n);
		at = end == STR_NONE ? text.n : end + 1;
	}
	b->rules.n_expected = names.n;
	*vec_push(&names) = NULL;
	b->expected = names.v;
	b->rules.expected = names.v;
}

static bool open_expected(const struct opening *o, const struct review *rv)
{
	struct buf text = {0};
	bool ok = true;

	if (o->wish->expected)
		add_file(o, BESIDE_EXPECTED, mem_strdup(o->wish->expected), NULL, NULL);
	else
		recall(o, rv, BESIDE_EXPECTED);
	for (size_t i = 0; i < o->b->files.n && ok; i++) {
		struct beside_file *f = &o->b->files.v[i];
		struct err err = {0};

		if (f->role != BESIDE_EXPECTED || o->b->expected)
			continue;
		if (file_read(f->path, LIST_LIMIT, &text, &err))
			add_expected(o->b, buf_str(&text));
		else
			f->trouble = mem_strdup(err.text);
		if (f->trouble && o->wish->expected) {
			*o->err = err;
			ok = err_at(o->err, f->path, 0, 0);
		}
	}
	buf_free(&text);
	return ok;
}

static bool of_another_year(const struct beside *b, const struct beside_file *f)
{
	return f->role == BESIDE_PREVIOUS && f->report && f->report->year && b->of->year &&
	       f->report->year != b->of->year - 1;
}

static bool is_strange(const struct beside *b, const struct beside_file *f)
{
	return f->role == BESIDE_PREVIOUS && f->report && f->report->agency_text &&
	       b->of->agency_text && !rule_same_agency(f->report, b->of);
}

/* The report of the year before; where it is none, the rules tell why they did not check. */
static void settle_last(struct beside *b, size_t i)
{
	const struct beside_file *f = &b->files.v[i];

	if (!f->report || of_another_year(b, f) || is_strange(b, f)) {
		b->rules.last_lost = f->name;
		b->rules.last_year = of_another_year(b, f) ? f->report->year : 0;
		b->rules.last_agency = is_strange(b, f) ? f->report->agency_text : NULL;
		return;
	}
	b->last = i;
	b->rules.last = f->report;
	b->rules.last_values = &f->values;
}

/* Points the rules at what was opened, which stays where it is from now on. */
static void settle(struct beside *b)
{
	b->last = STR_NONE;
	b->children = mem_alloc_array(b->files.n + 1, sizeof *b->children);
	b->rules.children = b->children;
	for (size_t i = 0; i < b->files.n; i++) {
		struct beside_file *f = &b->files.v[i];

		if (f->role == BESIDE_CHILD)
			b->children[b->rules.n_children++] =
				(struct rule_child){f->name, f->report, &f->values};
		else if (f->role == BESIDE_PREVIOUS)
			settle_last(b, i);
	}
}

struct beside *beside_open(const struct beside_wish *wish, const struct forms *forms,
	const char *path, const struct report *report, const struct review *review, struct err *err)
{
	static const struct beside_wish nothing = {0};
	struct beside *b = mem_alloc(sizeof *b);
	b->of = report;
	struct opening o = {b, wish ? wish : &nothing, forms, path, report, err};
	bool ok = open_previous(&o, review);

	if (ok && o.wish->children)
		ok = open_folder(&o, o.wish->children);
	else if (ok)
		recall(&o, review, BESIDE_CHILD);
	if (ok && open_expected(&o, review)) {
		settle(b);
		return b;
	}
	beside_free(b);
	return NULL;
}

void beside_free(struct beside *b)
{
	if (!b)
		return;
	for (size_t i = 0; i < b->files.n; i++) {
		struct beside_file *f = &b->files.v[i];

		if (f->report)
			values_free(&f->values);
		report_free(f->report);
		free(f->path);
		free(f->name);
		free(f->sha256);
		free(f->sha256_then);
		free(f->trouble);
	}
	for (size_t i = 0; b->expected && b->expected[i]; i++)
		free(b->expected[i]);
	free(b->expected);
	free(b->children);
	vec_free(&b->files);
	free(b);
}

const struct beside_file *beside_file_of(const struct beside *b, const struct finding_beside *f)
{
	size_t child = 0;

	if (f->child == STR_NONE)
		return &b->files.v[b->last];
	for (size_t i = 0; i < b->files.n; i++)
		if (b->files.v[i].role == BESIDE_CHILD && child++ == f->child)
			return &b->files.v[i];
	return NULL;
}

void beside_remember(const struct beside *b, struct review *rv)
{
	VEC(struct review_beside) list = {0};

	for (size_t i = 0; i < b->files.n; i++) {
		const struct beside_file *f = &b->files.v[i];
		char *sha256 = f->sha256 ? f->sha256 : f->sha256_then;

		if (f->role != BESIDE_NONE && sha256)
			*vec_push(&list) = (struct review_beside){
				.role = f->role, .file = f->name, .sha256 = sha256};
	}
	review_set_beside(rv, list.v, list.n);
	vec_free(&list);
}

static void tell_line(struct buf *out, const char *name, const char *text)
{
	buf_addf(out, "%s%s: %s", out->n ? "\n" : "", name, text);
}

void beside_tell(const struct beside *b, struct buf *out)
{
	for (size_t i = 0; i < b->files.n; i++) {
		const struct beside_file *f = &b->files.v[i];

		if (f->role == BESIDE_NONE)
			continue;
		if (f->trouble)
			tell_line(out, f->name, f->trouble);
		else if (f->sha256_then && (!f->sha256 || strcmp(f->sha256, f->sha256_then) != 0))
			tell_line(out, f->name, _("this report has changed since the review"));
		if (of_another_year(b, f)) {
			struct buf text = {0};

			buf_addf(&text, _("this report is of %d, not of %d"), f->report->year,
				b->of->year - 1);
			tell_line(out, f->name, text.p);
			buf_free(&text);
		} else if (is_strange(b, f))
			tell_line(out, f->name, _("this report is of another agency"));
	}
}

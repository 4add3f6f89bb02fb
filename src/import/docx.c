/* The archive: its parts are unpacked in the child, within limits. */
#include "import/docx.h"

#include <string.h>
#include <zip.h>

#include "base/lang.h"
#include "base/library.h"
#include "import/docx_read.h"
#include "import/sandbox.h"
#include "import/xml.h"

/* No part is unpacked to more, and none to so many times its size past the first MiB: what Word
 * writes packs to a twentieth. */
#define PART_MAX ((size_t)64 << 20)
#define RATIO_MAX 400
#define RATIO_FROM ((size_t)1 << 20)

static bool tell_damage(struct err *err)
{
	return err_set(err, ERR_FORMAT,
		_("this DOCX is damaged or cut off: get it anew, or open and save it "
		  "in a word processor"));
}

/* --- parts --- */

/* Linked in, libzip brought libcrypto, whose loading took as long as all else the program does
 * before main(). */
#define FUNCTIONS(X)                                                                               \
	X(zip_source_buffer_create)                                                                \
	X(zip_open_from_source) X(zip_stat) X(zip_fopen_index) X(zip_fread) X(zip_fclose)
struct functions {
	FUNCTIONS(LIBRARY_POINTER)
};

static const struct library_function wanted[] = {FUNCTIONS(LIBRARY_FUNCTION)};

struct archive {
	struct functions f;
	zip_t *zip;
};

static bool check_size(const zip_stat_t *s, struct err *err)
{
	if (!(s->valid & ZIP_STAT_SIZE) || !(s->valid & ZIP_STAT_COMP_SIZE))
		return tell_damage(err);
	if (s->size > PART_MAX || (s->size > RATIO_FROM && s->size / RATIO_MAX > s->comp_size))
		return err_set(err, ERR_LIMIT,
			_("a part of it unpacks to %llu MiB from %llu bytes, which no report does"),
			(unsigned long long)(s->size >> 20), (unsigned long long)s->comp_size);
	if ((s->valid & ZIP_STAT_ENCRYPTION_METHOD) && s->encryption_method != ZIP_EM_NONE)
		return err_set(err, ERR_FORMAT,
			_("this DOCX is locked with a password: save it without one"));
	return true;
}

/* libzip checks sum and size at the end of the part; it is read until it says so. */
static bool unpack(
	const struct archive *a, zip_file_t *f, size_t size, struct buf *out, struct err *err)
{
	char piece[16384];

	buf_reserve(out, size);
	for (;;) {
		zip_int64_t n = a->f.zip_fread(f, piece, sizeof piece);

		if (n < 0 || out->n + (size_t)n > size)
			return tell_damage(err);
		if (n == 0)
			return out->n == size || tell_damage(err);
		buf_add(out, (struct str){piece, (size_t)n});
	}
}

/* *out stays empty where the archive has no such part. */
static bool read_part(const struct archive *a, const char *name, struct buf *out, struct err *err)
{
	zip_stat_t s;

	if (a->f.zip_stat(a->zip, name, 0, &s) != 0)
		return true;
	if (!check_size(&s, err))
		return false;
	zip_file_t *f = a->f.zip_fopen_index(a->zip, s.index, 0);

	if (!f)
		return tell_damage(err);
	bool good = unpack(a, f, (size_t)s.size, out, err);

	a->f.zip_fclose(f);
	return good;
}

/* --- which part is the document --- */

struct relation {
	char target[256];
};

static void relation_start(struct xml *x, const char *space, const char *name, void *data)
{
	struct relation *r = data;
	const char *type = xml_attribute(x, "Type"), *target = xml_attribute(x, "Target");

	(void)space, (void)name;
	if (!type || !target || !str_ends(str_of(type), "/officeDocument"))
		return;
	while (*target == '/')
		target++;
	if (strlen(target) < sizeof r->target)
		strcpy(r->target, target);
}

static void relation_end(struct xml *x, void *data)
{
	(void)x, (void)data;
}

static void relation_text(struct str s, void *data)
{
	(void)s, (void)data;
}

static bool find_main(const struct archive *a, struct relation *r, struct err *err)
{
	static const struct xml_reader of_relations = {
		relation_start, relation_end, relation_text, false};
	struct buf xml = {0};

	strcpy(r->target, "word/document.xml");
	if (!read_part(a, "_rels/.rels", &xml, err))
		return false;
	bool good = xml.n == 0 || xml_read(buf_str(&xml), &of_relations, r, err);

	buf_free(&xml);
	return good;
}

/* The part `name` beside the main one. */
static bool read_beside(const struct archive *a, const struct relation *r, const char *name,
	struct buf *out, struct err *err)
{
	struct str folder = str_of(r->target);
	struct buf path = {0};

	while (folder.n > 0 && folder.p[folder.n - 1] != '/')
		folder.n--;
	buf_add(&path, folder);
	buf_adds(&path, name);
	bool good = read_part(a, path.p, out, err);

	buf_free(&path);
	return good;
}

static bool read_archive(const struct archive *a, struct feed *out, struct err *err)
{
	struct relation r;
	struct buf document = {0}, numbering = {0}, styles = {0};

	if (!find_main(a, &r, err) || !read_part(a, r.target, &document, err))
		return false;
	if (document.n == 0)
		return err_set(err, ERR_FORMAT, _("there is no document in this archive"));
	if (!read_beside(a, &r, "numbering.xml", &numbering, err) ||
		!read_beside(a, &r, "styles.xml", &styles, err))
		return false;
	struct docx_numbers *numbers = docx_numbers_new(buf_str(&numbering), buf_str(&styles), err);

	buf_free(&numbering);
	buf_free(&styles);
	return numbers && docx_read(out, buf_str(&document), numbers, err);
}

/* The process ends behind this: nothing is given back. */
static bool read_docx(struct feed *out, const struct sandbox_job *job, struct err *err)
{
	struct archive a = {0};
	zip_error_t why;

	if (!library_load(ZIP_SONAME, wanted, sizeof wanted / sizeof *wanted, &a.f, err))
		return false;
	zip_source_t *source = a.f.zip_source_buffer_create(job->bytes.p, job->bytes.n, 0, &why);

	a.zip = source ? a.f.zip_open_from_source(source, ZIP_RDONLY, &why) : NULL;
	return a.zip ? read_archive(&a, out, err) : tell_damage(err);
}

bool import_docx(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err)
{
	(void)options;
	sink_source_is_text(d);
	return sandbox_read(d,
		&(struct sandbox_job){.read = read_docx,
			.bytes = bytes,
			.libraries = {ZIP_SONAME, EXPAT_SONAME},
			.fd = -1,
			.source_is_text = true},
		err);
}

/* The sidecar as a file: where it lies, whether it may be replaced, and saving it. */
#include "review/sidecar.h"

#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/lang.h"
#include "review/sidecar_item.h"

#define BYTES_MAX ((size_t)64 << 20)

char *sidecar_path(const char *report_path)
{
	struct buf b = {0};

	buf_adds(&b, report_path);
	buf_adds(&b, ".review.yaml");
	return buf_take(&b);
}

bool sidecar_matches(const struct review *rv, const struct report *r)
{
	const char *then = rv->origin.report_sha256;

	return !then || strcmp(then, doc_sha256(r->doc)) == 0;
}

static bool refuse(struct err *err, const char *path, const char *text)
{
	err_set(err, ERR_REFUSED, "%s", text);
	return err_at(err, path, 0, 0);
}

bool sidecar_may_save(const char *path, const struct review *rv, struct err *err)
{
	const struct origin *o = &rv->origin;
	char digest[HASH_HEX_SIZE];
	struct buf text = {0};

	if (!file_exists(path))
		return true;
	if (!o->path || strcmp(o->path, path) != 0)
		return refuse(
			err, path, _("a review is there that was not read; nothing was written"));
	if (!o->digest)
		return refuse(err, path,
			_("somebody else saved a review there meanwhile; nothing was written"));
	if (!file_read(path, BYTES_MAX, &text, err))
		return false;
	hash_hex(HASH_SHA256, buf_str(&text), digest);
	buf_free(&text);
	return strcmp(digest, o->digest) == 0 ||
	       refuse(err, path, _("the file changed since it was read; nothing was written"));
}

bool sidecar_write(
	const struct review *rv, const struct report *r, struct buf *out, struct err *err)
{
	char *name = text_clean(path_base(doc_file(r->doc)));
	struct sidecar_report about = {
		.file = name,
		.sha256 = doc_sha256(r->doc),
		.form = r->form ? r->form->id : NULL,
		.bytes = doc_bytes(r->doc),
	};

	bool ok = sidecar_write_about(rv, &about, out, err);

	free(name);
	return ok;
}

/* Is it read back whole? What the reader would refuse must not take the place of a file it takes.
 */
static bool prove(struct str text, const char *path, struct err *err)
{
	struct review *copy = review_new();
	bool ok = sidecar_read(text, path, copy, err);

	review_free(copy);
	return ok;
}

bool sidecar_save_text(const char *path, struct review *rv, struct str text, struct err *err)
{
	char digest[HASH_HEX_SIZE];

	if (!sidecar_may_save(path, rv, err) || !prove(text, path, err) ||
		!file_write_atomic(path, text, err))
		return false;
	hash_hex(HASH_SHA256, text, digest);
	free(rv->origin.path);
	free(rv->origin.digest);
	rv->origin.path = mem_strdup(path);
	rv->origin.digest = mem_strdup(digest);
	review_mark_saved(rv);
	return true;
}

bool sidecar_save(const char *path, struct review *rv, const struct report *r, struct err *err)
{
	struct buf text = {0};
	bool ok = sidecar_write(rv, r, &text, err) &&
		  sidecar_save_text(path, rv, buf_str(&text), err);

	buf_free(&text);
	if (ok) {
		free(rv->origin.report_sha256);
		rv->origin.report_sha256 = mem_strdup(doc_sha256(r->doc));
	}
	return ok;
}

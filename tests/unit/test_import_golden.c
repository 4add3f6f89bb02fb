/* Small files made by hand, and the trees they are read as (tests/golden/import/X beside X.tree). A
 * DOCX lies there as its XML: X.docx.xml is packed here. With GOUJI_UPDATE_GOLDEN set the trees are
 * written anew: read the difference before it is committed. */
#include "unit/unit.h"

#include "base/file.h"
#include "import/import.h"
#include "unit/pack.h"

#ifdef HAVE_GUMBO
enum { WITH_HTML = true };
#else
enum { WITH_HTML = false };
#endif

#ifdef HAVE_DOCX
enum { WITH_DOCX = true };
#else
enum { WITH_DOCX = false };
#endif

#ifdef HAVE_PDF
enum { WITH_PDF = true };
#else
enum { WITH_PDF = false };
#endif

static bool is_read(const char *path)
{
	if (str_ends(str_of(path), ".pdf"))
		return WITH_PDF;
	if (str_ends(str_of(path), ".docx.xml"))
		return WITH_DOCX;
	if (str_ends(str_of(path), ".html"))
		return WITH_HTML;
	return str_ends(str_of(path), ".txt");
}

/* x.docx.xml, and x.numbering.xml and x.styles.xml where they are, to a DOCX. */
static void read_docx(const char *path, struct buf *out)
{
	static const char *const names[] = {"docx.xml", "numbering.xml", "styles.xml"};
	struct buf parts[3] = {0};
	struct err err = {0};
	int stem = (int)(strlen(path) - strlen(names[0]));

	for (size_t i = 0; i < 3; i++) {
		char part[4096];

		snprintf(part, sizeof part, "%.*s%s", stem, path, names[i]);
		if (file_exists(part))
			cr_assert(file_read(part, IMPORT_LIMIT, &parts[i], &err), "%s", err.text);
	}
	pack_docx(buf_str(&parts[0]), buf_str(&parts[1]), buf_str(&parts[2]), out);
	for (size_t i = 0; i < 3; i++)
		buf_free(&parts[i]);
}

static void dump_file(const char *path, struct buf *out)
{
	struct buf bytes = {0}, dump = {0};
	struct err err = {0};
	bool packed = str_ends(str_of(path), ".docx.xml");

	if (packed)
		read_docx(path, &bytes);
	else
		cr_assert(file_read(path, IMPORT_LIMIT, &bytes, &err), "%s", err.text);
	struct doc *d = import_bytes(path_base(path), &bytes, NULL, &err);

	if (d)
		doc_dump(d, &dump);
	else
		buf_addf(&dump, "error: %s\n", err.text);
	/* the first line tells the size, which of a packed file no two libraries agree on */
	size_t end = str_find(buf_str(&dump), STR("\n"), 0);

	buf_add(out, str_slice(buf_str(&dump), packed ? end + 1 : 0, dump.n));
	buf_free(&dump);
	doc_free(d);
}

static void compare(const char *path)
{
	struct buf now = {0}, was = {0};
	struct err err = {0};
	char tree[4096];

	snprintf(tree, sizeof tree, "%s.tree", path);
	dump_file(path, &now);
	if (getenv("GOUJI_UPDATE_GOLDEN"))
		cr_assert(file_write_atomic(tree, buf_str(&now), &err), "%s", err.text);
	cr_assert(file_read(tree, IMPORT_LIMIT, &was, &err), "%s", err.text);
	cr_expect(str_eq(buf_str(&now), buf_str(&was)), "%s differs:\n%.*s", path,
		STR_ARG(buf_str(&now)));
	buf_free(&now);
	buf_free(&was);
}

Test(import_golden, reads_files_as_before)
{
	char dir[4096], **paths;
	size_t n, compared = 0;
	struct err err = {0};

	snprintf(dir, sizeof dir, "%s/tests/golden/import", getenv("GOUJI_SRCDIR"));
	cr_assert(file_list(dir, &paths, &n, &err), "%s", err.text);
	for (size_t i = 0; i < n; i++)
		if (is_read(paths[i])) {
			compare(paths[i]);
			compared++;
		}
	cr_expect(compared > 0 || !WITH_HTML);
	file_list_free(paths, n);
}

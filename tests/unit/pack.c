#include "unit/pack.h"

#ifdef HAVE_DOCX

#include <stdlib.h>
#include <zip.h>

static void take(zip_source_t *source, struct buf *out)
{
	char piece[4096];
	zip_int64_t n;

	if (zip_source_open(source) != 0)
		abort();
	while ((n = zip_source_read(source, piece, sizeof piece)) > 0)
		buf_add(out, (struct str){piece, (size_t)n});
	zip_source_close(source);
	zip_source_free(source);
}

bool pack(const struct pack_part *parts, size_t n, struct buf *out)
{
	zip_error_t why;
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &why);

	zip_source_keep(source);
	zip_t *zip = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &why);

	for (size_t i = 0; i < n; i++) {
		zip_source_t *part = zip_source_buffer(zip, parts[i].bytes.p, parts[i].bytes.n, 0);
		zip_int64_t at = zip_file_add(zip, parts[i].name, part, ZIP_FL_ENC_UTF_8);

		if (at < 0)
			abort();
		zip_set_file_compression(
			zip, (zip_uint64_t)at, parts[i].stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 9);
		zip_file_set_mtime(zip, (zip_uint64_t)at, 1577836800, 0);
	}
	if (zip_close(zip) != 0)
		abort();
	take(source, out);
	return true;
}

#else

bool pack(const struct pack_part *parts, size_t n, struct buf *out)
{
	(void)parts, (void)n, (void)out;
	return false;
}

#endif

bool pack_docx(struct str document, struct str numbering, struct str styles, struct buf *out)
{
	struct pack_part parts[5] = {
		{"[Content_Types].xml",
			STR("<Types "
			    "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
			    "<Default Extension=\"rels\" ContentType=\"application/"
			    "vnd.openxmlformats-package.relationships+xml\"/>"
			    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
			    "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
			    "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
			    "</Types>"),
			false},
		{"_rels/.rels",
			STR("<Relationships "
			    "xmlns=\"http://schemas.openxmlformats.org/package/2006/"
			    "relationships\">"
			    "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/"
			    "officeDocument/2006/relationships/officeDocument\" "
			    "Target=\"word/document.xml\"/></Relationships>"),
			false},
		{"word/document.xml", document, false},
	};
	size_t n = 3;

	if (numbering.n)
		parts[n++] = (struct pack_part){"word/numbering.xml", numbering, false};
	if (styles.n)
		parts[n++] = (struct pack_part){"word/styles.xml", styles, false};
	return pack(parts, n, out);
}

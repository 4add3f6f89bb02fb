/* PDF files of what is drawn on their pages, and what is read of them. */
#ifndef GOUJI_TESTS_UNIT_PDF_H
#define GOUJI_TESTS_UNIT_PDF_H

#include "unit/unit.h"

#include "import/import.h"

#ifdef HAVE_PDF
#define NEEDS_PDF                                                                                  \
	do {                                                                                       \
		if (!is_installed("pdftotext") || !is_installed("pdftoppm"))                       \
			unit_skip("pdftotext and pdftoppm of poppler-utils are not here");         \
	} while (0)
#else
#define NEEDS_PDF unit_skip("built without a reader for PDF")
#endif

/* Is the program in a folder of PATH? */
static inline bool is_installed(const char *program)
{
	char command[128];

	snprintf(command, sizeof command, "command -v %s >/dev/null", program);
	return system(command) == 0;
}

#define FONT "3 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>\nendobj\n"

/* Pages of what `draw` draws on each. References are left to the reader to find. */
static inline void make(struct buf *out, const char *const *draw, size_t pages)
{
	buf_adds(out, "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" FONT);
	buf_addf(out, "2 0 obj\n<< /Type /Pages /Count %zu /Kids [", pages);
	for (size_t i = 0; i < pages; i++)
		buf_addf(out, " %zu 0 R", 4 + 2 * i);
	buf_adds(out, " ] >>\nendobj\n");
	for (size_t i = 0; i < pages; i++)
		buf_addf(out,
			"%zu 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] "
			"/Resources << /Font << /F 3 0 R >> >> /Contents %zu 0 R >>\nendobj\n"
			"%zu 0 obj\n<< /Length %zu >>\nstream\n%s\nendstream\nendobj\n",
			4 + 2 * i, 5 + 2 * i, 5 + 2 * i, strlen(draw[i]), draw[i]);
	buf_adds(out, "trailer\n<< /Root 1 0 R >>\n%%EOF\n");
}

static inline struct doc *import_buf(struct buf *bytes, struct err *err)
{
	return import_bytes("x.pdf", bytes, NULL, err);
}

static inline void expect_dump(const char *const *draw, size_t pages, const char *wanted)
{
	struct buf bytes = {0}, dump = {0};
	struct err err = {0};

	make(&bytes, draw, pages);
	struct doc *d = import_buf(&bytes, &err);

	cr_assert_not_null(d, "%s", err.text);
	doc_dump(d, &dump);
	/* the first line tells the size, which is none of the reader's */
	size_t line = str_find(buf_str(&dump), STR("\n"), 0);

	expect_str(str_slice(buf_str(&dump), line + 1, dump.n), str_of(wanted));
	buf_free(&dump);
	doc_free(d);
}

/* A page, and what it gives. */
struct drawn {
	const char *draw, *dump;
};

static inline void expect_drawn(const struct drawn *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		expect_dump(&rows[i].draw, 1, rows[i].dump);
}

#endif

/* pdftotext and pdftoppm in children, the reader of what they say in another. */
#include "import/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"
#include "import/pdf_read.h"
#include "import/pdf_rules.h"
#include "import/sandbox.h"

#define PROGRAM "pdftotext"
#define PAINTER "pdftoppm"
/* What it exits with where the file does not let its text be taken. */
#define EXIT_PERMISSION 3
#define EXIT_ABSENT 127
/* What it, and what reads it, may take. Of a file of one page the second waits for the first to
 * end: with what the first may take of 20 MB (words_limits) they stay under 20 s. */
#define WORDS_MEMORY ((size_t)192 << 20)
#define WORDS_SECONDS 4
#define WORDS_SECOND_BYTES ((size_t)2300 << 10)
#define READER_MEMORY ((size_t)96 << 20)
#define READER_SECONDS 6

/* The program's path, found as a shell would, but in absolute folders only; the caller's. */
static char *find_program(const char *program)
{
	const char *path = getenv("PATH");
	struct str all = str_of(path && *path ? path : "/usr/bin:/bin");

	for (size_t at = 0; at <= all.n;) {
		size_t end = str_find(all, STR(":"), at);
		struct str folder = str_slice(all, at, end == STR_NONE ? all.n : end);
		struct buf name = {0};

		buf_add(&name, folder);
		buf_adds(&name, "/");
		buf_adds(&name, program);
		if (folder.n && folder.p[0] == '/' && access(name.p, X_OK) == 0 &&
			!file_is_dir(name.p))
			return buf_take(&name);
		buf_free(&name);
		if (end == STR_NONE)
			return NULL;
		at = end + 1;
	}
	return NULL;
}

static bool read_job(struct feed *out, const struct sandbox_job *job, struct err *err)
{
	return pdf_read(out, job->fd, job->more, err);
}

/* The program said no: why? */
static bool tell_refusal(int status, struct str bytes, struct err *err)
{
	if (status == EXIT_ABSENT)
		return err_set(err, ERR_REFUSED,
			_("cannot run %s, which reads PDF: is poppler-utils whole?"), PROGRAM);
	if (status == EXIT_PERMISSION)
		return err_set(err, ERR_FORMAT,
			_("this PDF forbids that its text is taken: ask for the file it was made "
			  "from"));
	if (status > 128)
		return err_set(err, ERR_LIMIT,
			_("%s took too much time or memory on it, or broke down"), PROGRAM);
	if (str_find(bytes, STR("/Encrypt"), 0) != STR_NONE)
		return err_set(err, ERR_FORMAT,
			_("this PDF is locked with a password: save it without one"));
	return err_set(err, ERR_FORMAT, _("this PDF is damaged: get it anew"));
}

/* Reads what the programs say; their output is closed. */
static bool read_output(struct doc *d, const struct sandbox_program *words,
	const struct sandbox_program *pictures, struct err *err)
{
	bool good = sandbox_read(d,
		&(struct sandbox_job){.read = read_job,
			.fd = words->output,
			.more = pictures->output,
			.limits = {READER_SECONDS, READER_MEMORY},
			.libraries = {EXPAT_SONAME},
			.source_is_text = true},
		err);

	close(words->output);
	close(pictures->output);
	return good;
}

/* What a file of that size may take to give its words: a third more than the densest take. A
 * bomb is told before it has gone off. */
static struct confine_limits words_limits(struct str bytes)
{
	return (struct confine_limits){
		WORDS_SECONDS + (unsigned)(bytes.n / WORDS_SECOND_BYTES), WORDS_MEMORY};
}

/* The painter's end is no matter: what it did not draw is a page without borders. */
static bool read_pages(
	struct doc *d, const char *program, const char *painter, struct str bytes, struct err *err)
{
	const char *const argv[] = {program, "-q", "-bbox-layout", "-enc", "UTF-8", "-", "-", NULL};
	const char *const paint[] = {painter, "-q", "-gray", "-aa", "no", "-aaVector", "no", "-r",
		PDF_RULES_DPI, "-l", PDF_RULES_PAGES, "-", NULL};
	struct sandbox_program p = {.limits = words_limits(bytes)};
	struct sandbox_program pictures = {.limits = {PDF_RULES_SECONDS, PDF_RULES_MEMORY}};
	struct err told = {0};

	if (!sandbox_start(&p, argv, bytes, err))
		return false;
	if (!sandbox_start(&pictures, paint, bytes, err)) {
		close(p.output);
		sandbox_finish(&p, true);
		return false;
	}
	bool good = read_output(d, &p, &pictures, &told);

	sandbox_finish(&pictures, true);
	int status = sandbox_finish(&p, !good && told.kind == ERR_LIMIT);

	if (status != 0 && !(told.kind == ERR_LIMIT))
		return tell_refusal(status, bytes, err);
	if (!good && err)
		*err = told;
	if (good && doc_block_count(d) == 0)
		return err_set(err, ERR_FORMAT,
			_("there is no text in this PDF, only pictures: have it recognised (OCR), "
			  "or ask "
			  "for the file it was made from"));
	return good;
}

bool import_pdf(
	struct doc *d, struct str bytes, const struct import_options *options, struct err *err)
{
	char *program = find_program(PROGRAM), *painter = find_program(PAINTER);
	bool good = false;

	(void)options;
	if (program && painter) {
		sink_source_is_text(d);
		good = read_pages(d, program, painter, bytes, err);
	} else {
		err_set(err, ERR_REFUSED,
			_("reading PDF takes the program %s: install poppler-utils and "
			  "poppler-data"),
			program ? PAINTER : PROGRAM);
	}
	free(program);
	free(painter);
	return good;
}

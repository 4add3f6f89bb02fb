/* pdftotext in one child, the reader of what it says in another. */
#include "import/pdf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lang.h"
#include "import/pdf_read.h"
#include "import/sandbox.h"

#define PROGRAM "pdftotext"
/* What it exits with where the file does not let its text be taken. */
#define EXIT_PERMISSION 3
#define EXIT_ABSENT 127

/* The program's path, found as a shell would, but in absolute folders only; the caller's. */
static char *find_program(void)
{
	const char *path = getenv("PATH");
	struct str all = str_of(path && *path ? path : "/usr/bin:/bin");

	for (size_t at = 0; at <= all.n;) {
		size_t end = str_find(all, STR(":"), at);
		struct str folder = str_slice(all, at, end == STR_NONE ? all.n : end);
		struct buf name = {0};

		buf_add(&name, folder);
		buf_adds(&name, "/" PROGRAM);
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
	return pdf_read(out, job->fd, err);
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

static bool read_pages(struct doc *d, const char *program, struct str bytes, struct err *err)
{
	const char *const argv[] = {program, "-q", "-bbox-layout", "-enc", "UTF-8", "-", "-", NULL};
	struct sandbox_program p;

	if (!sandbox_start(&p, argv, bytes, err))
		return false;
	struct err told = {0};
	bool good = sandbox_read(d,
		&(struct sandbox_job){.read = read_job, .fd = p.output, .source_is_text = true},
		&told);

	close(p.output);
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
	char *program = find_program();

	(void)options;
	if (!program)
		return err_set(err, ERR_REFUSED,
			_("reading PDF takes the program %s: install poppler-utils and "
			  "poppler-data"),
			PROGRAM);
	sink_source_is_text(d);
	bool good = read_pages(d, program, bytes, err);

	free(program);
	return good;
}

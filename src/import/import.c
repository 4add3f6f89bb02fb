/* Which importer takes a file: the first row that recognises its bytes. A new format is a file with
 * an import_NAME() as text.h describes it, and a row here. */
#include "import/import.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/file.h"
#include "base/lang.h"
#include "doc/sink.h"
#include "import/attributes.h"
#include "import/decode.h"
#include "import/docx.h"
#include "import/foreign.h"
#include "import/html.h"
#include "import/mht.h"
#include "import/pdf.h"
#include "import/text.h"

struct importer {
	const char *kind; /* doc_kind() */
	bool (*recognise)(struct str bytes, const char *name);
	/* NULL: the kind is known, but not read */
	bool (*import)(struct doc *d, struct str bytes, const struct import_options *options,
		struct err *err);
	const char *advice; /* where it is not read: what it is and what to do, a msgid; NULL: as
				foreign.h says */
};

static bool begins(struct str bytes, const char *magic, size_t n)
{
	return bytes.n >= n && memcmp(bytes.p, magic, n) == 0;
}

static bool is_pdf(struct str bytes, const char *name)
{
	(void)name;
	/* readers take the mark anywhere in the first kilobyte */
	return str_find(str_slice(bytes, 0, 1024), STR("%PDF-"), 0) != STR_NONE;
}

static bool is_zip(struct str bytes, const char *name)
{
	(void)name;
	return begins(bytes, "PK\3\4", 4) || begins(bytes, "PK\5\6", 4);
}

static bool is_foreign(struct str bytes, const char *name)
{
	(void)name;
	return foreign_advice(bytes) != NULL;
}

/* Some programs number the part: word/document2.xml. */
static bool is_docx(struct str bytes, const char *name)
{
	return is_zip(bytes, name) && str_find(bytes, STR("word/document"), 0) != STR_NONE;
}

static bool is_mht(struct str bytes, const char *name)
{
	(void)name;
	return mht_is(bytes);
}

static bool begins_with_tag(struct str s, const char *const *names)
{
	for (; *names; names++) {
		size_t n = strlen(*names) + 1;

		if (s.n > n && s.p[0] == '<' && strncasecmp(s.p + 1, *names, n - 1) == 0 &&
			(s.p[n] == '>' || s.p[n] == '/' || isspace((unsigned char)s.p[n])))
			return true;
	}
	return false;
}

/* A heading, or the rule or the first line of a table, as Markdown and wikis write them: on a line
 * of its own no page has such. */
static bool is_markup(struct str line)
{
	size_t marks = 0, dashes = 0;

	if (str_starts(line, "{|") || str_starts(line, "|==="))
		return true;
	while (marks < line.n && line.p[marks] == '#')
		marks++;
	if (marks > 0)
		return marks <= 6 && marks + 1 < line.n && line.p[marks] == ' ';
	for (size_t i = 0; i < line.n; i++) {
		if (!strchr("|+-=: ", line.p[i]))
			return false;
		dashes += line.p[i] == '-' || line.p[i] == '=';
	}
	return dashes > 2 && (line.p[0] == '|' || line.p[0] == '+');
}

/* Is it text that a converter wrote around the boxes of a page, whose tags it left? */
static bool is_text_in_boxes(struct str s)
{
	for (size_t at = 0, end; at < s.n; at = end + 1) {
		end = str_find(s, STR("\n"), at);
		end = end == STR_NONE ? s.n : end;
		if (is_markup(str_trim(str_slice(s, at, end))))
			return true;
	}
	return false;
}

/* The first thing in it is a tag or a comment of a page, or of a piece cut out of one. */
static bool begins_as_page(struct str s, struct str whole)
{
	static const char *const page[] = {"!doctype html", "html", "head", "body", "link", "meta",
		"pre", "script", "style", "title", NULL};
	static const char *const piece[] = {"article", "center", "div", "font", "h1", "h2", "h3",
		"h4", "main", "ol", "p", "section", "span", "strong", "table", "ul", NULL};

	s = str_trim(s);
	while (str_starts(s, "<!--") || str_starts(s, "<?xml")) {
		/* what Word hides from browsers has tags in its comment */
		struct str last = str_starts(s, "<!--") ? STR("-->") : STR(">");
		size_t end = str_find(s, last, 0);

		if (end == STR_NONE)
			return str_starts(s, "<!--[if");
		s = str_trim(str_slice(s, end + last.n, s.n));
	}
	return begins_with_tag(s, page) || (begins_with_tag(s, piece) && !is_text_in_boxes(whole));
}

/* Bytes without their mark, and of UTF-16, by its, without the halves that are NUL: tags are found
 * in them then. narrow: owns these. */
static struct str drop_mark(struct str bytes, struct buf *narrow)
{
	if (str_starts(bytes, "\xef\xbb\xbf"))
		return str_slice(bytes, 3, bytes.n);
	if (!begins(bytes, "\xff\xfe", 2) && !begins(bytes, "\xfe\xff", 2))
		return bytes;
	for (size_t i = 2; i < bytes.n; i++)
		if (bytes.p[i] != 0)
			buf_addc(narrow, bytes.p[i]);
	return buf_str(narrow);
}

static bool is_html(struct str bytes, const char *name)
{
	struct buf narrow = {0};
	struct str s = drop_mark(str_slice(bytes, 0, 4096), &narrow);

	(void)name;
	bool page = begins_as_page(s, bytes);

	buf_free(&narrow);
	return page;
}

/* Does a tag of those that text has for its tables or within them stand at `s`? One that ends
 * something, or stands for a line end: nobody writes these by chance. */
static bool is_tag_of_text(struct str s)
{
	static const char *const tags[] = {"/b", "/del", "/div", "/em", "/font", "/i", "/p", "/s",
		"/section", "/span", "/strike", "/strong", "/sup", "/table", "/td", "/th", "/tr",
		"br"};

	for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++) {
		size_t n = strlen(tags[i]) + 1;

		if (s.n > n && strncasecmp(s.p + 1, tags[i], n - 1) == 0 &&
			(s.p[n] == '>' || s.p[n] == '/' || isspace((unsigned char)s.p[n])))
			return true;
	}
	return false;
}

/* Text with tags in it, or with Pandoc's attributes; "<" is no byte of any other character,
 * whatever the encoding. */
static bool is_tagged(struct str bytes, const char *name)
{
	struct buf narrow = {0};
	struct str s = drop_mark(bytes, &narrow);
	bool tagged = attributes_there(s);

	(void)name;
	for (size_t at = 0; !tagged && (at = str_find(s, STR("<"), at)) != STR_NONE; at++)
		tagged = is_tag_of_text(str_slice(s, at, s.n));
	buf_free(&narrow);
	return tagged;
}

/* Named as a document, and hardly text: UTF-16 may be. */
static bool is_damaged(struct str bytes, const char *name)
{
	static const char *const endings[] = {".pdf", ".docx", ".doc", ".wps", ".rtf"};
	struct str s = str_slice(bytes, 0, 4096);
	size_t n = strlen(name);

	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
		if (n > strlen(endings[i]) &&
			strcasecmp(name + n - strlen(endings[i]), endings[i]) == 0)
			return s.n > 0 && memchr(s.p, 0, s.n);
	return false;
}

static bool is_any(struct str bytes, const char *name)
{
	(void)bytes;
	(void)name;
	return true;
}

/* Readers the program may be built without. */
#ifdef HAVE_DOCX
#define READ_DOCX import_docx
#else
#define READ_DOCX NULL
#endif
#ifdef HAVE_GUMBO
#define READ_HTML import_html
#define READ_TAGGED import_tagged
#define READ_MHT import_mht
#else
#define READ_HTML NULL
#define READ_MHT NULL
#define READ_TAGGED import_text
#endif

#ifdef HAVE_PDF
#define READ_PDF import_pdf
#else
#define READ_PDF NULL
#endif

static const struct importer importers[] = {
	{"pdf", is_pdf, READ_PDF,
		N_("this is a PDF, and this program was built without a reader for it: take its "
		   "text with `pdftotext -layout FILE`")},
	{"docx", is_docx, READ_DOCX,
		N_("this is a DOCX document, and this program was built without a reader for it: "
		   "convert it with `soffice --headless --convert-to txt:Text FILE`")},
	{"foreign", is_foreign, NULL, NULL},
	{"html", is_mht, READ_MHT,
		N_("this is an HTML page, and this program was built without a reader for it: "
		   "convert it with `soffice --headless --convert-to txt:Text FILE`")},
	{"html", is_html, READ_HTML,
		N_("this is an HTML page, and this program was built without a reader for it: "
		   "convert it with `soffice --headless --convert-to txt:Text FILE`")},
	{"text", is_tagged, READ_TAGGED, NULL},
	{"text", is_any, import_text, NULL},
};

static const struct importer *importer_of(struct str bytes, const char *name)
{
	const struct importer *row = importers;

	while (!row->recognise(bytes, name))
		row++;
	return row;
}

/* Is there anything but white space? */
static bool holds_text(const struct doc *d)
{
	return doc_block_count(d) > 0;
}

static struct doc *import_as(const struct importer *row, const char *name, struct buf *bytes,
	const struct import_options *options, struct err *err)
{
	static const struct import_options defaults = {0};
	struct doc *d = doc_new(name, row->kind, bytes);
	bool good = row->import(d, sink_bytes(d), options ? options : &defaults, err);

	if (good && !holds_text(d))
		good = err_set(err, ERR_FORMAT, _("there is no text in it"));
	if (!good) {
		doc_free(d);
		return NULL;
	}
	doc_done(d);
	return d;
}

struct doc *import_bytes(
	const char *name, struct buf *bytes, const struct import_options *options, struct err *err)
{
	const struct importer *row = importer_of(buf_str(bytes), name);
	bool damaged = is_damaged(buf_str(bytes), name);
	struct doc *d = NULL;

	if (bytes->n == 0)
		err_set(err, ERR_FORMAT, _("the file is empty"));
	else if (bytes->n > IMPORT_LIMIT)
		err_set(err, ERR_LIMIT, _("larger than %zu MiB, which is no report"),
			IMPORT_LIMIT >> 20);
	else if (!row->import)
		err_set(err, ERR_FORMAT, "%s",
			row->advice ? _(row->advice) : foreign_advice(buf_str(bytes)));
	else
		d = import_as(row, name, bytes, options, err);
	if (!d && damaged && row->import == import_text)
		err_set(err, ERR_FORMAT,
			_("it is named as a document and does not begin as one: it is damaged, or "
			  "was not received whole"));
	buf_free(bytes);
	if (!d)
		err_at(err, name, 0, 0);
	return d;
}

static struct doc *read_file(
	const char *path, const struct import_options *options, struct err *err)
{
	struct buf bytes = {0};

	if (!file_read(path, IMPORT_LIMIT, &bytes, err))
		return NULL;
	return import_bytes(path, &bytes, options, err);
}

/* Is it read in less time than a key takes? */
static bool is_quick(const char *path)
{
	struct buf head;
	size_t size;

	if (!file_head(path, IMPORT_LARGE, &head, &size))
		return false; /* a pipe, say, which may never end */
	bool quick =
		size < IMPORT_LARGE && importer_of(buf_str(&head), path)->import == import_text;

	buf_free(&head);
	return quick;
}

struct doc *import_file(const char *path, const struct import_options *options, struct err *err)
{
	struct shelf *shelf = options ? options->shelf : NULL;
	struct err told = {0};
	struct doc *d;

	if (!shelf)
		return read_file(path, options, err);
	if (shelf_take(shelf, path, options->encoding, &d, err))
		return d;
	if (shelf_is_hasty(shelf) && !is_quick(path)) {
		shelf_refuse(shelf, err);
		return NULL;
	}
	d = read_file(path, options, &told);
	shelf_put(shelf, path, options->encoding, d, &told);
	if (!d && err)
		*err = told;
	return d;
}

/* Whole lines of it. */
static bool head_lines(const char *path, const char *encoding, struct buf *head, struct buf *out)
{
	struct err err = {0};

	while (head->n > 0 && head->p[head->n - 1] != '\n')
		head->n--;
	if (head->n == 0 || importer_of(buf_str(head), path)->import != import_text)
		return false;
	struct doc *d = doc_new(path, "text", head);
	bool good = decode_text(d, sink_bytes(d), encoding, &err);

	if (good)
		buf_add(out, doc_text(d));
	doc_free(d);
	return good;
}

bool import_head(const char *path, const char *encoding, struct buf *out)
{
	enum { HEAD_BYTES = 24 << 10 }; /* a screen of 200 columns by 60 rows, and more */
	struct buf head;
	size_t size;
	bool good;

	if (!file_head(path, HEAD_BYTES, &head, &size))
		return false;
	good = size >= IMPORT_LARGE && head_lines(path, encoding, &head, out);
	buf_free(&head);
	return good;
}

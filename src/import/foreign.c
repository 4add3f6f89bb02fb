/* The kinds, each by a mark at its begin, or by words near it. */
#include "import/foreign.h"

#include <string.h>

#include "base/lang.h"

/* Words that tell a kind stand in the first so many bytes. */
#define HEAD 4096

#define ZIP "PK\3\4"
#define ODF "mimetypeapplication/vnd.oasis.opendocument."
#define OLE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define MARK(s)                                                                                    \
	{                                                                                          \
		s, sizeof s - 1                                                                    \
	}

static const char advice_image[] = N_("this is an image: have its text recognised (OCR) first");
static const char advice_sheet[] =
	N_("this is a workbook: convert each of its sheets with `soffice --headless --convert-to "
	   "csv FILE`");
static const char advice_odf[] = N_("this is an OpenDocument file: convert it with "
				    "`soffice --headless --convert-to docx FILE`");
static const char advice_xml[] =
	N_("this is a document of a word processor in XML: convert it with "
	   "`soffice --headless --convert-to docx FILE`");
static const char advice_zip[] = N_("this is a ZIP archive: unpack it and name the report in it");

/* The first row that fits is meant. */
static const struct {
	struct str begins; /* empty: anything */
	struct str holds;  /* in the head; empty: nothing more */
	bool anywhere;	   /* not in the head only */
	const char *advice;
} kinds[] = {
	{MARK(ZIP), MARK(ODF "spreadsheet"), false, advice_sheet},
	{MARK(ZIP), MARK(ODF), false, advice_odf},
	{MARK(ZIP), MARK("xl/workbook"), true, advice_sheet},
	{MARK(ZIP), MARK("OFD.xml"), true,
		N_("this is an OFD document: save it as PDF with the program that shows it")},
	{MARK(ZIP), MARK(""), false, advice_zip},
	{MARK("PK\5\6"), MARK(""), false, advice_zip},
	/* An encrypted DOCX lies within such a file, in a stream of this name (UTF-16). */
	{MARK(OLE), MARK("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), true,
		N_("this document is locked with a password: save it without one")},
	{MARK(OLE), MARK("W\0o\0r\0k\0b\0o\0o\0k\0"), true, advice_sheet},
	{MARK(OLE), MARK(""), false,
		N_("this is an old DOC or WPS document: convert it with "
		   "`soffice --headless --convert-to docx FILE`")},
	{MARK("{\\rtf"), MARK(""), false,
		N_("this is RTF: convert it with `soffice --headless --convert-to docx FILE`")},
	{MARK("<?xml"), MARK("<office:document"), false, advice_odf},
	{MARK("<?xml"), MARK("<pkg:package"), false, advice_xml},
	{MARK("<?xml"), MARK("progid=\"Word.Document\""), false, advice_xml},
	{MARK("\x89PNG"), MARK(""), false, advice_image},
	{MARK("\xff\xd8\xff"), MARK(""), false, advice_image},
	{MARK("GIF8"), MARK(""), false, advice_image},
	{MARK("II*\0"), MARK(""), false, advice_image},
	{MARK("MM\0*"), MARK(""), false, advice_image},
	{MARK("RIFF"), MARK("WEBP"), false, advice_image},
};

/* "BM" is a word, too. */
static bool is_bitmap(struct str bytes)
{
	return str_starts(bytes, "BM") && bytes.n > 14 && memcmp(bytes.p + 6, "\0\0\0\0", 4) == 0;
}

const char *foreign_advice(struct str bytes)
{
	struct str head = str_slice(bytes, 0, HEAD);

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct str begins = kinds[i].begins, holds = kinds[i].holds;

		if (bytes.n < begins.n || memcmp(bytes.p, begins.p, begins.n) != 0)
			continue;
		if (holds.n == 0 ||
			str_find(kinds[i].anywhere ? bytes : head, holds, 0) != STR_NONE)
			return _(kinds[i].advice);
	}
	return is_bitmap(bytes) ? _(advice_image) : NULL;
}

/* The formats of the verdict. */
#include "export/export.h"

#include <string.h>

#define SHEET(tab)                                                                                 \
	"file" tab "agency" tab "year" tab "form" tab "errors" tab "warnings" tab "notes" tab      \
	"open" tab "confirmed" tab "extraction" tab "acceptable" tab "query" tab "corrections" tab \
	"verdict" tab "stale" tab "summary" tab "by" tab "at" tab "sha256\n"

/* Wide enough for the tables, and fit for paper. */
#define PAGE_HEAD                                                                                  \
	"<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n"                              \
	"<meta http-equiv=\"Content-Security-Policy\" "                                            \
	"content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"                             \
	"<meta name=\"viewport\" content=\"width=device-width\">\n<title>勾稽 "                  \
	"Gouji</title>\n<style>\n"                                                                 \
	":root { color-scheme: light dark; }\n"                                                    \
	"body { max-width: 60em; margin: 2em auto; padding: 0 1em; font-family: sans-serif; "      \
	"line-height: 1.6; }\n"                                                                    \
	"table { border-collapse: collapse; margin: 1em 0; }\n"                                    \
	"th, td { border: 1px solid #888; padding: 0.2em 0.6em; text-align: left; "                \
	"vertical-align: top; }\n"                                                                 \
	"th { word-break: keep-all; }\n"                                                           \
	"th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; }\n"                  \
	"blockquote { margin: 0.5em 0; padding-left: 1em; border-left: 3px solid #888; }\n"        \
	"blockquote p { margin: 0; }\ncode { overflow-wrap: anywhere; }\n"                         \
	"article + article { margin-top: 4em; border-top: 2px solid #888; }\n"                     \
	"@media print { article + article { break-before: page; border: 0; } "                     \
	"tr, blockquote { break-inside: avoid; } h1, h2, h3 { break-after: avoid; } "              \
	"body { margin: 0; padding: 0; font-size: 10.5pt; } }\n</style>\n</head>\n<body>\n"

static const struct export_format formats[] = {
	{"markdown", ".md", N_("the verdict for people, with the corrected tables"),
		export_verdict_markdown, "", "\n---\n\n", ""},
	{"html", ".html", N_("the same as a page, for browsers and printers"), export_verdict_html,
		PAGE_HEAD, "", "</body>\n</html>\n"},
	{"yaml", ".yaml", N_("the verdict as data (gouji-verdict/1), each number with its place"),
		export_verdict_yaml, "", NULL, ""},
	{"csv", ".csv", N_("a line a report for spreadsheets: counts, decisions, verdict"),
		export_list_csv, SHEET(","), "", ""},
	{"tsv", ".tsv", N_("that list with tabs"), export_list_tsv, SHEET("\t"), "", ""},
	{"json", ".json", N_("that list as one object (gouji-verdicts/1)"), export_list_json,
		"{\"format\": \"gouji-verdicts/1\", \"reports\": [\n", ",\n", "\n]}\n"},
};

bool export_write(const struct export_format *format, const struct export_input *in,
	struct buf *out, struct err *err)
{
	buf_adds(out, format->head);
	if (!format->write(in, out, err))
		return false;
	buf_adds(out, format->tail);
	return true;
}

const struct export_format *export_format_at(size_t i)
{
	return i < sizeof formats / sizeof formats[0] ? &formats[i] : NULL;
}

const struct export_format *export_format_find(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (strcmp(formats[i].name, name) == 0)
			return &formats[i];
	return NULL;
}

const struct export_format *export_format_for(const char *file)
{
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++)
		if (str_ends(str_of(file), formats[i].suffix))
			return &formats[i];
	return NULL;
}

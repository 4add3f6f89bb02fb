/* The verdict as a page for browsers and printers: what stands in Markdown, drawn. It loads nothing
 * and runs nothing. */
#include "export/markdown_html.h"
#include "export/verdict.h"

bool export_verdict_html(const struct export_input *in, struct buf *out, struct err *err)
{
	struct buf text = {0};
	bool ok = export_verdict_markdown(in, &text, err);

	if (ok) {
		buf_addf(out, "<article lang=\"%s\">\n", in->lang == LANG_ZH ? "zh-CN" : "en");
		markdown_to_html(buf_str(&text), out);
		buf_adds(out, "</article>\n");
	}
	buf_free(&text);
	return ok;
}

/* Our own Markdown as HTML: each construction that the writers use, and texts that would be markup.
 */
#include "export/markdown.h"
#include "export/markdown_html.h"
#include "unit.h"

static const struct {
	const char *text, *wanted;
} rows[] = {
	{"", ""},
	{"\n\n", ""},
	{"# 一\n\n### 2. 二", "<h1>一</h1>\n<h3>2. 二</h3>\n"},
	{"一\n二\n\n三\n", "<p>一\n二</p>\n<p>三</p>\n"},
	{"**39**, ~~7~~ **8**", "<p><strong>39</strong>, <del>7</del> <strong>8</strong></p>\n"},
	{"\\*\\*39\\*\\* \\~\\~", "<p>**39** ~~</p>\n"},
	{"a < b & \"c\"", "<p>a &lt; b &amp; &quot;c&quot;</p>\n"},
	{"\\<script\\>\\&lt;", "<p>&lt;script&gt;&amp;lt;</p>\n"},
	{"&nbsp;a<br>b&emsp;<b>", "<p>&nbsp;a<br>b&emsp;&lt;b&gt;</p>\n"},
	{"`a<b` ``c`d`` `` `e` ``",
		"<p><code>a&lt;b</code> <code>c`d</code> <code>`e`</code></p>\n"},
	{"`open", "<p>`open</p>\n"},
	{"> 一\\\n> 二\n>\n> 三", "<blockquote><p>一<br>\n二</p>\n<p>三</p></blockquote>\n"},
	{"- 一\n- 二\n\n  > 引\n- 三\n  - 甲\n  - 乙\n- 四\n\n末",
		"<ul>\n<li>一</li>\n<li>二<blockquote><p>引</p></blockquote>\n</li>\n<li>三<ul>\n"
		"<li>甲</li>\n<li>乙</li></ul>\n</li>\n<li>四</li></ul>\n<p>末</p>\n"},
	{"  - 深", "<ul>\n<li>深</li></ul>\n"},
	{"| a | b |\n|---|---:|\n| 一 \\| 二 | 3 |\n| `x\\|y` |  |\n\nz",
		"<table>\n<thead><tr><th>a</th><th class=\"n\">b</th></tr>\n</thead>\n<tbody>\n"
		"<tr><td>一 | 二</td><td class=\"n\">3</td></tr>\n"
		"<tr><td><code>x|y</code></td><td class=\"n\"></td></tr>\n</tbody></table>\n"
		"<p>z</p>\n"},
	{"| a |", "<table>\n<thead><tr><th>a</th></tr>\n</thead>\n<tbody>\n</tbody></table>\n"},
};

Test(markdown_html, drawn)
{
	for (size_t i = 0; i < ROWS(rows); i++) {
		struct buf out = {0};

		markdown_to_html(str_of(rows[i].text), &out);
		cr_expect(str_is(buf_str(&out), rows[i].wanted), "row %zu: %s", i,
			out.n ? out.p : "");
		buf_free(&out);
	}
}

/* What a browser would show: tags away, entities as what they stand for. */
static void show(struct str html, struct buf *out)
{
	static const char *const entities[][2] = {
		{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&nbsp;", " "}};

	for (size_t at = 0; at < html.n;) {
		size_t n = 1;

		if (html.p[at] == '<') {
			n = str_find(html, STR(">"), at) + 1 - at;
		} else {
			const char *plain = NULL;

			for (size_t i = 0; i < ROWS(entities) && !plain; i++) {
				struct str whole = str_of(entities[i][0]);

				if (str_starts(str_slice(html, at, html.n), entities[i][0])) {
					plain = entities[i][1];
					n = whole.n;
				}
			}
			if (plain)
				buf_adds(out, plain);
			else
				buf_addc(out, html.p[at]);
		}
		at += n;
	}
}

static const char *const texts[] = {"<script>alert(1)</script>", "a & b &lt; c", "**x** ~~y~~",
	"# no heading", "> no quote", "- no item", "1. no item", "| no | table |", "`no code`",
	"\\", "\\\\<b>", "\"quoted\"", "***", "~~~", "---", "<br>", "&nbsp;", "a\\", "`", "``a`",
	"39 件（其中“<i>”）", "![x](y) [z](javascript:a)"};

typedef void put_text(struct buf *out, struct str s);

static void put_in_cell(struct buf *out, struct str s)
{
	buf_adds(out, "| h |\n|---|\n| ");
	md_cell(out, s);
	buf_adds(out, " |\n");
}

static void put_quoted(struct buf *out, struct str s)
{
	md_quote(out, 0, s);
}

static void put_item(struct buf *out, struct str s)
{
	buf_adds(out, "- ");
	md_text(out, s);
	buf_adds(out, "\n\n");
	md_quote(out, 2, s);
}

/* Whatever a text holds comes out as it was, and brings no tag along. */
Test(markdown_html, texts_are_no_markup)
{
	static put_text *const ways[] = {md_text, md_strong, put_in_cell, put_quoted, put_item};

	for (size_t i = 0; i < ROWS(texts); i++) {
		for (size_t k = 0; k < ROWS(ways); k++) {
			struct buf md = {0}, html = {0}, shown = {0};

			ways[k](&md, str_of(texts[i]));
			markdown_to_html(buf_str(&md), &html);
			cr_expect_eq(str_find(buf_str(&html), STR("<script"), 0), STR_NONE);
			cr_expect_eq(str_find(buf_str(&html), STR("<i>"), 0), STR_NONE);
			show(buf_str(&html), &shown);
			cr_expect_neq(str_find(buf_str(&shown), str_of(texts[i]), 0), STR_NONE,
				"%s, way %zu: %s", texts[i], k, html.n ? html.p : "");
			buf_free(&md);
			buf_free(&html);
			buf_free(&shown);
		}
	}
}

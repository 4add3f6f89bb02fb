/* Made reports as web pages. */
#include "unit/corpus_inside.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

static void put_escaped(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '&')
			buf_adds(out, "&amp;");
		else if (s.p[i] == '<')
			buf_adds(out, "&lt;");
		else if (s.p[i] == '\n')
			buf_adds(out, "<br/>");
		else
			buf_addc(out, s.p[i]);
	}
}

static void put_spans(struct pen *p, const struct pcell *c)
{
	if (c->rowspan > 1)
		buf_addf(&p->text, " rowspan=%zu", c->rowspan);
	if (c->colspan > 1)
		buf_addf(&p->text, " colspan=\"%zu\"", c->colspan);
}

/* --- plain --- */

static void plain_begin(struct pen *p)
{
	buf_addf(&p->text,
		"<!DOCTYPE html><html><head><meta charset=\"%s\"><title>%s</title></head><body>\n",
		corpus_roll(p, 2) ? "utf-8" : "gb2312", p->out->title);
}

static void plain_title(struct pen *p, const char *text)
{
	buf_addf(&p->text, "<h1 align=center>%s</h1>\n", text);
}

static void plain_para(struct pen *p, const char *text)
{
	buf_addf(&p->text, "<p>&nbsp;&nbsp;&emsp;%s</p>\n", text);
}

static void plain_sheet(struct pen *p, struct sheet *s)
{
	buf_adds(&p->text, "<table border=1 cellspacing=0>");
	for (size_t r = 0; r < s->rows; r++) {
		buf_adds(&p->text, "\n<tr>");
		for (size_t c = 0; c < s->cols; c++) {
			const struct pcell *cell = corpus_cell_at(s, r, c);

			if (!cell)
				continue;
			buf_adds(&p->text, cell->value ? "<td" : "<td align=center");
			put_spans(p, cell);
			buf_adds(&p->text, ">");
			put_escaped(&p->text, str_of(cell->text));
			buf_adds(&p->text, cell->text[0] ? "</td>" : "&nbsp;</td>");
		}
		buf_adds(&p->text, "</tr>");
	}
	buf_adds(&p->text, "\n</table>\n");
}

static void plain_end(struct pen *p)
{
	buf_adds(&p->text, "</body></html>\n");
}

const struct corpus_source corpus_html = {
	plain_begin, plain_title, plain_para, plain_sheet, plain_end, false};

/* --- Word --- */

static void word_begin(struct pen *p)
{
	buf_adds(&p->text,
		"<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"\n"
		"xmlns:w=\"urn:schemas-microsoft-com:office:word\">\n<head>\n"
		"<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">\n"
		"<!--[if gte mso 9]><xml><o:DocumentProperties><o:Pages>5</o:Pages>\n"
		"</o:DocumentProperties></xml><![endif]-->\n<style>\n<!--\n"
		" p.MsoNormal {margin:0cm;}\n-->\n</style></head>\n"
		"<body lang=ZH-CN style='tab-interval:21.0pt'>\n<div class=WordSection1>\n");
}

/* Crumbs of some characters each, digits in spans of another language, the source wrapped anywhere
 * between two Han characters and within tags. */
static void put_crumbs(struct pen *p, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at, n = 1 + corpus_roll(p, 6);
		unsigned last = 0;

		while (n-- && at < s.n && s.p[at] != '\n')
			last = utf8_next(s, &at);
		buf_adds(&p->text, corpus_roll(p, 3) ? "<span style='font-size:12.0pt'>"
						     : "<span\nlang=EN-US>");
		put_escaped(&p->text, str_slice(s, from, at));
		if (utf8_is_han(last) && at + 2 < s.n && (unsigned char)s.p[at] >= 0xe4 &&
			corpus_roll(p, 4) == 0)
			buf_adds(&p->text, "\n");
		buf_adds(&p->text, "</span>");
		if (at < s.n && s.p[at] == '\n') {
			buf_adds(&p->text, "<br clear=all>");
			at++;
		}
	}
}

static void word_para(struct pen *p, const char *text)
{
	buf_adds(&p->text, "\n<p class=MsoNormal style='text-indent:32.0pt'>");
	put_crumbs(p, str_of(text));
	buf_adds(&p->text, "<span lang=EN-US><o:p></o:p></span></p>\n");
}

static void word_cell(struct pen *p, const struct pcell *cell)
{
	buf_adds(&p->text, "  <td width=57 valign=top");
	put_spans(p, cell);
	buf_adds(&p->text, ">\n  <p class=MsoNormal align=center>");
	put_crumbs(p, str_of(cell->text));
	buf_adds(&p->text, cell->text[0]
				   ? "<o:p></o:p></p>\n  </td>\n"
				   : "<span lang=EN-US><o:p>&nbsp;</o:p></span></p>\n  </td>\n");
}

static void word_sheet(struct pen *p, struct sheet *s)
{
	buf_adds(&p->text, "<div align=center>\n<table class=MsoNormalTable border=1>\n");
	for (size_t r = 0; r < s->rows; r++) {
		buf_adds(&p->text, " <tr style='mso-yfti-irow:1'>\n");
		for (size_t c = 0; c < s->cols; c++)
			if (corpus_cell_at(s, r, c))
				word_cell(p, corpus_cell_at(s, r, c));
		buf_adds(&p->text, "  <![if !supportMisalignedRows]>\n  <td style='display:none'>"
				   "</td>\n  <![endif]>\n </tr>\n");
	}
	buf_adds(&p->text, "</table>\n</div>\n");
}

static void word_end(struct pen *p)
{
	buf_adds(&p->text, "</div>\n</body>\n</html>\n");
}

const struct corpus_source corpus_html_word = {
	word_begin, word_para, word_para, word_sheet, word_end, false};

/* --- a government page --- */

static void page_begin(struct pen *p)
{
	buf_addf(&p->text,
		"<html><head><title>%s_年度报告_某某网</title>"
		"<script>var s='<table><tr><td>1</td></tr></table>';</script></head>\n"
		"<body><table width=1000 align=center><tr><td colspan=2><img "
		"src=top.jpg></td></tr>\n"
		"<tr><td colspan=2>您所在的位置：<a href=/>首页</a> &gt;&gt; <a "
		"href=/a>信息公开</a> "
		"&gt;&gt; 年报</td></tr>\n<tr><td width=200 valign=top><table>",
		p->out->title);
	for (int i = 0; i < 6; i++)
		buf_addf(&p->text, "<tr><td><a href=/%d>栏目%d</a></td></tr>", i, i);
	buf_adds(&p->text,
		"</table></td>\n<td valign=top><form name=f><input type=hidden value=一、>"
		"<select><option>2020</option><option>2021</option></select></form><table><tr>"
		"<td align=center>");
}

static void page_title(struct pen *p, const char *text)
{
	buf_addf(&p->text,
		"<font size=5><b>%s</b></font></td></tr><tr><td align=center>日期：2020-01-20 "
		"【字体：<a href=#>大</a> <a href=#>小</a>】</td></tr>\n<tr><td class=content>",
		text);
}

static void page_para(struct pen *p, const char *text)
{
	buf_addf(&p->text, "　　%s<br>\n", text);
}

static void page_cell(struct pen *p, const struct pcell *cell)
{
	buf_adds(&p->text, corpus_roll(p, 2) ? "<td>" : "<td><font face=宋体>");
	if (cell) {
		bool box = cell->value && corpus_roll(p, 9) == 0;

		buf_adds(&p->text, box ? "<table><tr><td>&nbsp;" : "");
		put_escaped(&p->text, str_of(cell->text));
		buf_adds(&p->text, box ? "&nbsp;</td></tr></table>" : "");
	}
	buf_adds(&p->text, "\n");
}

/* Merged cells are one cell and empty ones; nothing is closed that needs not be. */
static void page_sheet(struct pen *p, struct sheet *s)
{
	buf_adds(&p->text, "<center><table border=1 bordercolor=#000000><tbody>\n");
	for (size_t r = 0; r < s->rows; r++) {
		buf_adds(&p->text, "<tr>");
		for (size_t c = 0; c < s->cols; c++)
			page_cell(p, corpus_cell_at(s, r, c));
	}
	buf_adds(&p->text, "</table></center>\n");
}

static void page_end(struct pen *p)
{
	buf_adds(&p->text, "</td></tr></table><div>【<a href=javascript:print()>打印</a>】【<a "
			   "href=#>关闭</a>】</div>"
			   "</td></tr>\n<tr><td colspan=2 align=center>主办：某某办公室 <a "
			   "href=/m>网站地图</a></td>"
			   "</tr></table></body></html>");
}

const struct corpus_source corpus_html_page = {
	page_begin, page_title, page_para, page_sheet, page_end, false};

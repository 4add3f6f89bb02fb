/* The words of the verdict, in both languages. */
#include "export/verdict.h"

struct pair {
	const char *text[2]; /* by enum lang */
};

static const struct pair words[WORD_COUNT] = {
	[WORD_TITLE] = {{"Review of", "审核意见："}},
	[WORD_AGENCY] = {{"Agency", "行政机关"}},
	[WORD_YEAR] = {{"Year", "年度"}},
	[WORD_FORM] = {{"Form", "报告格式"}},
	[WORD_FILE] = {{"File", "文件"}},
	[WORD_BYTES] = {{"{} bytes", "{} 字节"}},
	[WORD_REVIEWER] = {{"Reviewer", "审核人"}},
	[WORD_VERDICT] = {{"Verdict", "结论"}},
	[WORD_VERDICT_STALE] = {{" (given before the report was changed)",
		"（作出后报告已有改动，须再审）"}},
	[WORD_TIME] = {{"Time", "时间"}},
	[WORD_REPORT] = {{"Report", "报告"}},
	[WORD_UNKNOWN] = {{"not told", "文中未见"}},
	[WORD_SUMMARY] = {{"Summary", "总体意见"}},
	[WORD_COUNTS] = {{"Counts", "统计"}},
	[WORD_TOTAL] = {{"Total", "合计"}},
	[WORD_CHECKED] = {{"Relations and statements checked: {}", "已核对关系与陈述 {} 条"}},
	[WORD_UNCHECKED] = {{"not checked: {}", "未能核对 {} 条"}},
	[WORD_CORRECTED_CELLS] = {{"cells corrected: {}", "更正 {} 处"}},
	[WORD_ANNOTATED] = {{"annotations: {}", "批注 {} 条"}},
	[WORD_RULE] = {{"Rule", "规则"}},
	[WORD_FORMULA] = {{"Formula", "算式"}},
	[WORD_READING] = {{"Another reading", "另一种理解"}},
	[WORD_DOUBT] = {{"In doubt", "存疑之处"}},
	[WORD_LINE] = {{"Line {} of the source", "原文第 {} 行"}},
	[WORD_LINE_NUMBER] = {{"Line", "行"}},
	[WORD_LAST_REPORT] = {{"Last year's report", "上年报告"}},
	[WORD_CHILD_REPORT] = {{"Report below", "下级报告"}},
	[WORD_OTHER_LINE] = {{", line {}", "，第 {} 行"}},
	[WORD_ZEROS] = {{"the other {}", "其余 {} 格"}},
	[WORD_ADDED_COUNT] = {{"findings brought about by corrections: {}",
		"因更正而起的问题 {} 条"}},
	[WORD_MORE_LINES] = {{"and in lines", "另见第"}},
	[WORD_MORE_LINES_END] = {{"", "行"}},
	[WORD_DECISION] = {{"Decision", "处理"}},
	[WORD_REMARK] = {{"Note", "备注"}},
	[WORD_STALE] = {{"The values have changed since this decision.",
		"作出处理后数值已有变动，须再看。"}},
	[WORD_SUGGESTED] = {{"Suggested", "建议"}},
	[WORD_FOLLOWED] = {{" (done)", "（已照此更正）"}},
	[WORD_SETTLED] = {{"Settled by the corrections below.", "按下列更正后成立。"}},
	[WORD_ADDED] = {{"Not in the report as printed: the corrections bring it about.",
		"原文没有这一问题，因更正而起。"}},
	[WORD_CAUSE_EXTRACTION] = {{"The text extraction is suspected.", "可能是文本提取所致。"}},
	[WORD_ORPHANS] = {{"Decisions whose finding is no more", "所涉问题已不存在的处理"}},
	[WORD_SEEN] = {{"Values then", "当时数值"}},
	[WORD_CORRECTIONS] = {{"Corrections", "更正"}},
	[WORD_CELL] = {{"Cell", "单元格"}},
	[WORD_PRINTED] = {{"Printed", "原印"}},
	[WORD_CORRECTED] = {{"Corrected", "更正为"}},
	[WORD_REASON] = {{"Reason", "理由"}},
	[WORD_BY] = {{"By", "经手"}},
	[WORD_STRUCTURE] = {{"Structure of the tables, mended", "表格结构的修整"}},
	[WORD_MEND_RIGHT] = {{"Values moved right by {}", "数值右移 {} 列"}},
	[WORD_MEND_LEFT] = {{"Values moved left by {}", "数值左移 {} 列"}},
	[WORD_MEND_LABEL] = {{"This row is read as", "此行读作"}},
	[WORD_MEND_JOIN] = {{"This row goes on with the one before.", "此行并入上一行。"}},
	[WORD_MEND_SPLIT] = {{"Another row begins here.", "自此另成一行。"}},
	[WORD_MEND_REGION] = {{"From here on the table is", "自此起的表格是"}},
	[WORD_MENDED] = {{"mends of the structure: {}", "结构修整 {} 处"}},
	[WORD_ANNOTATIONS] = {{"Annotations", "批注"}},
	[WORD_FINDING] = {{"Finding", "问题"}},
	[WORD_LOST] = {{"These words are no longer in the report.", "这段文字在原文中已找不到。"}},
	[WORD_GONE] = {{"This finding is no more.", "这一问题已不存在。"}},
	[WORD_TAGS] = {{"Tags", "标签"}},
	[WORD_NOT_CHECKED] = {{"Not checked, and why", "未能核对的及其原因"}},
	[WORD_TABLES] = {{"The tables, corrected", "更正后的表格"}},
	[WORD_TABLES_KEY] = {{"Struck through: printed in the report; bold: as corrected. Empty: "
			      "blank in the report; ?: the report has no such cell.",
		"删除线为原印数字，粗体为更正后的数字；空格表示原文为空，? 表示原文没有这一格。"}},
	[WORD_BLANK] = {{"(blank)", "（空）"}},
	[WORD_MISSING] = {{"(no such cell)", "（无此格）"}},
	[WORD_NONE] = {{"None.", "无。"}},
	[WORD_NO_TABLE] = {{"This table was not found in the report.", "报告中未找到这张表。"}},
};

static const struct pair decisions[] = {
	[DECISION_NONE] = {{"Open", "未处理"}},
	[DECISION_CONFIRMED] = {{"Confirmed", "确认"}},
	[DECISION_EXTRACTION] = {{"Extraction fault", "提取有误"}},
	[DECISION_ACCEPTABLE] = {{"Acceptable", "可接受"}},
	[DECISION_QUERY] = {{"Query", "存疑"}},
};

static const struct pair verdicts[] = {
	[VERDICT_NONE] = {{"not yet", "未定"}},
	[VERDICT_ACCEPT] = {{"accept", "通过"}},
	[VERDICT_RETURN] = {{"return", "退回"}},
	[VERDICT_QUERY] = {{"query", "存疑"}},
};

static const struct pair severities[] = {
	[SEVERITY_NOTE] = {{"note", "说明"}},
	[SEVERITY_WARNING] = {{"warning", "提醒"}},
	[SEVERITY_ERROR] = {{"error", "错误"}},
};

const char *verdict_word(const struct verdict_view *v, enum verdict_word w)
{
	return words[w].text[v->in->lang];
}

void verdict_put_count(const struct verdict_view *v, enum verdict_word w, size_t n, struct buf *out)
{
	struct str word = str_of(verdict_word(v, w));
	size_t gap = str_find(word, STR("{}"), 0);

	buf_add(out, str_slice(word, 0, gap));
	buf_addf(out, "%zu", n);
	buf_add(out, str_slice(word, gap + 2, word.n));
}

const char *verdict_decision_word(const struct verdict_view *v, enum decision d)
{
	return decisions[d].text[v->in->lang];
}

const char *verdict_verdict_word(const struct verdict_view *v, enum verdict d)
{
	return verdicts[d].text[v->in->lang];
}

const char *verdict_severity_word(const struct verdict_view *v, enum severity s)
{
	return severities[s].text[v->in->lang];
}

/* Tables of which each value is named: what stands in the cells. */
#include "unit/table_kit.h"

TestSuite(table_named, .init = kit_load, .fini = kit_unload);

#define TITLE "某镇2021年政府信息公开工作年度报告\n"
#define TWO TITLE "二、主动公开政府信息情况\n"
#define THREE TITLE "三、收到和处理政府信息公开申请情况\n"
#define NEW "一、本年新收政府信息公开申请数量"
#define OVER "二、上年结转政府信息公开申请数量"

/* Each in two rows of the form. */
Test(table_named, objects)
{
	static const struct kit_cells rows[] = {
		{TWO "{\"第二十条第（一）项\": {\"规章\": {\"本年制发件数\": 1, \"本年废止件数\": "
		     "null, \"现行有效件数\": \"3\"},\n"
		     "\"行政规范性文件\": {\"现行有效件数\": 6, \"本年制发件数\": 4}}}\n",
			"disclosure/regulation/issued disclosure/regulation/repealed "
			"disclosure/regulation/in_force "
			"disclosure/normative/issued disclosure/normative/repealed "
			"disclosure/normative/in_force",
			"1 _ 3 4 . 6"},
		/* cut: what is not there is missing */
		{TWO "{\"规章\": {\"本年制发件数\": 1, \"本年废止件数\": 2, \"现行有效件数\": "
		     "3},\n\"行政规范性文件\": {\"本年制发件数\": 4,\n\"本年废",
			"disclosure/regulation/issued disclosure/regulation/in_force "
			"disclosure/normative/issued "
			"disclosure/normative/repealed",
			"1 3 4 ."},
		{THREE "{\"" NEW "\": {\"自然人\": 5, \"法人或其他组织\": {\"商业企业\": 1, "
		       "\"其他\": 0}, \"总计\": 6}, \"" OVER
		       "\": {\"自然人\": 2, \"法人或其他组织\": {\"商业企业\": 0, \"其他\": 0}, "
		       "\"总计\": 2}}\n",
			"requests/new/person requests/new/company requests/new/research "
			"requests/new/other "
			"requests/new/total requests/carried_over/person "
			"requests/carried_over/total",
			"5 1 . 0 6 2 2"},
	};

	KIT_EXPECT(rows);
}

Test(table_named, lists)
{
	static const struct kit_cells rows[] = {
		{THREE NEW "：自然人 5，商业企业 1，总计 6\n" OVER
			   "：自然人 2，商业企业 0，总计 2\n",
			"requests/new/person requests/new/company requests/new/other "
			"requests/new/total "
			"requests/carried_over/person requests/carried_over/total",
			"5 1 . 6 2 2"},
		/* in whatever order */
		{THREE NEW "\n- 总计：6\n- 自然人：5\n- 商业企业：1\n" OVER
			   "\n- 总计：2\n- 自然人：2\n- 商业企业：0\n",
			"requests/new/person requests/new/company requests/new/total "
			"requests/carried_over/person "
			"requests/carried_over/company requests/carried_over/total",
			"5 1 6 2 0 2"},
	};

	KIT_EXPECT(rows);
}

/* A value a row of the table that is printed, whatever holds its columns. */
Test(table_named, long_tables)
{
	static const struct kit_cells rows[] = {
		{THREE "项目,类别,数量\n" NEW ",自然人,5\n" NEW ",商业企业,\n" NEW ",总计,6\n" OVER
		       ",自然人,2\n" OVER ",总计,2\n",
			"requests/new/person requests/new/company requests/new/total "
			"requests/carried_over/person "
			"requests/carried_over/company requests/carried_over/total",
			"5 _ 6 2 . 2"},
		{THREE "| 项目 | 类别 | 数量 |\n|---|---|---|\n| " NEW " | 自然人 | 5 |\n| " NEW
		       " | 商业企业 | 1 |\n| " NEW " | 总计 | 6 |\n| " OVER
		       " | 自然人 | 2 |\n| " OVER " | 总计 | 2 |\n",
			"requests/new/person requests/new/company requests/new/total "
			"requests/carried_over/person "
			"requests/carried_over/company requests/carried_over/total",
			"5 1 6 2 . 2"},
	};

	KIT_EXPECT(rows);
}

/* Tables of other widths in one grid, a line between, and all of a table empty. */
Test(table_named, widths)
{
	static const struct kit_cells rows[] = {
		{TITLE "第二十条第（一）项\t规章\t本年制发件数\t1\n第二十条第（一）项\t规章\t本年废"
		       "止件数\t2\n"
		       "第二十条第（六）项\t行政处罚\t本年处理决定数量\t3\n第二十条第（六）项\t行政"
		       "强制\t本年处理决定数量\t4\n"
		       "表二\n项目\t类别\t数量\n" NEW "\t自然人\t5\n" NEW "\t商业企业\t\n" NEW
		       "\t总计\t5\n" OVER "\t自然人\t6\n" OVER "\t总计\t6\n",
			"disclosure/regulation/issued disclosure/regulation/repealed "
			"disclosure/penalty/decisions "
			"disclosure/coercion/decisions requests/new/person requests/new/company "
			"requests/carried_over/total",
			"1 2 3 4 5 _ 6"},
		{TITLE "四、政府信息公开行政复议、行政诉讼情况\n{\"行政复议\": {\"结果维持\": "
		       "\"\", \"总计\": \"\"},\n"
		       "\"行政诉讼\": {\"未经复议直接起诉\": {\"结果维持\": \"\", \"总计\": "
		       "\"\"}}}\n",
			"disputes/review/upheld disputes/review/corrected disputes/review/total "
			"disputes/direct/total disputes/after_review/total",
			"_ . _ _ ."},
	};

	KIT_EXPECT(rows);
}

/* A paragraph that names labels and numbers is none of a table. */
Test(table_named, prose)
{
	static const struct kit_cells rows[] = {
		{TITLE "一、总体情况\n申请情况：自然人：39件，商业企业：0件，总计：39件。\n办理情况"
		       "：自然人：38件，商业企业：0件，总计：38件。\n"
		       "三、收到和处理政府信息公开申请情况\n" NEW " 1 2 0 0 0 0 3\n",
			"requests/new/person requests/new/company requests/new/total "
			"requests/outcome.total/person",
			"1 2 3 ."},
	};

	KIT_EXPECT(rows);
}

/* A line for each cell, the labels of groups between them. */
Test(table_named, lines_of_paths)
{
	static const struct kit_cells rows[] = {
		{TWO "第二十条第（一）项\n规章 本年制发件数：1\n规章 本年废止件数：2\n规章 "
		     "现行有效件数：3\n规范性文件 本年制发件数：4\n规范性文件 本年废止件数：\n规范"
		     "性文件 现行有效件数：6\n",
			"disclosure/regulation/issued disclosure/regulation/in_force "
			"disclosure/normative/issued disclosure/normative/repealed "
			"disclosure/normative/in_force",
			"1 3 4 _ 6"},
		{THREE "三、本年度办理结果：\n（三）不予公开：\n1.属于国家秘密-自然人：1\n1."
		       "属于国家秘密-商业企业：2\n1.属于国家秘密-总计：3\n（五）不予处理：\n2."
		       "重复申请-自然人：4\n2.重复申请-商业企业：5\n2.重复申请-总计：9\n",
			"requests/outcome.refused.state_secret/company "
			"requests/outcome.rejected.repeated/person "
			"requests/outcome.rejected.repeated/total",
			"2 4 9"},
	};

	KIT_EXPECT(rows);
}

/* Of the third table, columns left out and in another order; its cells are where they are named. */
Test(table_named, disputes)
{
	static const struct kit_cells rows[] = {
		{TITLE "四、政府信息公开行政复议、行政诉讼情况\n行政复议：总计 6，结果维持 "
		       "1，结果纠正 2，尚未审结 3\n"
		       "行政诉讼 / 未经复议直接起诉：总计 4，结果维持 0，结果纠正 0，尚未审结 4\n",
			"disputes/review/upheld disputes/review/corrected disputes/review/other "
			"disputes/review/pending disputes/review/total disputes/direct/pending "
			"disputes/direct/total disputes/after_review/total",
			"1 2 . 3 6 4 4 ."},
	};

	KIT_EXPECT(rows);
}

/* What a mail quotes is read without its signs. */
Test(table_named, quoted)
{
	static const struct kit_cells rows[] = {
		{"> 某镇2021年政府信息公开工作年度报告\n>\n> 三、收到和处理政府信息公开申请情况\n> "
		 "> " NEW " 5 1 0 0 0 0 6\n",
			"requests/new/person requests/new/total", "5 6"},
		/* words of the mail before it */
		{"王科长：\n\n> 某镇2021年政府信息公开工作年度报告\n> "
		 "三、收到和处理政府信息公开申请情况\n"
		 "> | " NEW " | 5 | 1 | 0 | 0 | 0 | 0 | 6 |\n> | " OVER
		 " | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n",
			"requests/new/person requests/new/total", "5 6"},
	};

	KIT_EXPECT(rows);
}

/* The last name of a path is the row's where the others are spelt otherwise. */
Test(table_named, paths)
{
	static const struct kit_cells rows[] = {
		{THREE "三、本年度办结果-（一）予以公开\n- 自然人：5\n- 商业企业：1\n- "
		       "总计：6\n三、本年度办结果-（七）总计\n"
		       "- 自然人：7\n- 商业企业：1\n- 总计：8\n",
			"requests/outcome.granted/person requests/outcome.granted/total "
			"requests/outcome.total/person",
			"5 6 7"},
		{TWO "第二十条第（一） "
		     "规章\n本年制发件数：1\n本年废止件数：2\n现行有效件数：3\n第二十条第（一） "
		     "行政规范性文件\n"
		     "本年制发件数：4\n本年废止件数：5\n现行有效件数：6\n",
			"disclosure/regulation/issued disclosure/normative/in_force", "1 6"},
	};

	KIT_EXPECT(rows);
}

/* Bold tells a name from its value; digits behind another sign are none that is not there. */
Test(table_named, names_in_bold)
{
	static const struct kit_cells rows[] = {
		{THREE "* " NEW "：**自然人**1，**商业企业**0，**其他**0，**总计****1**\n* " OVER
		       "：**自然人**2，**商业企业**0，**其他**0，**总计****2**\n* "
		       "（一）予以公开：**自然人**0，**商业企业**0，**其他**0，**总计****0**\n",
			"requests/new/person requests/new/total requests/carried_over/person "
			"requests/carried_over/total requests/outcome.granted/person "
			"requests/outcome.granted/total",
			"1 1 2 2 0 0"},
		{THREE NEW "：自然人~1，商业企业~0，其他~0，总计~1\n" OVER
			   "：自然人~1，商业企业~0，其他~0，总计~1\n（一）予以公开：自然人~"
			   "1，商业企业~0，"
			   "其他~0，总计~1\n",
			"requests/carried_over/person requests/outcome.granted/total", ". ."},
	};
	KIT_EXPECT(rows);
}

/* A heading that stands in a column of the labels, as its own is empty, or in both. */
Test(table_named, headings_over_two_columns)
{
	static const struct kit_cells rows[] = {
		{TITLE "四、政府信息公开行政复议、行政诉讼情况\n\n| 行政复议 | 结果维持 |  | 1 |\n"
		       "|---|---|---|---|\n|  | 结果纠正 |  | 2 |\n|  | 其他结果 |  | 0 |\n"
		       "|  | 尚未审结 |  | 3 |\n|  | 总计 |  | 6 |\n"
		       "| 行政诉讼 | 未经复议直接起诉 | 结果维持 | 4 |\n|  |  | 结果纠正 | 0 |\n"
		       "|  |  | 其他结果 | 0 |\n|  |  | 尚未审结 | 0 |\n|  |  | 总计 | 4 |\n",
			"disputes/review/upheld disputes/review/corrected disputes/review/total "
			"disputes/direct/upheld disputes/direct/total",
			"1 2 6 4 4"},
		{TITLE "四、政府信息公开行政复议、行政诉讼情况\n\n行政复议\t结果维持\t结果维持\t1\n"
		       "行政复议\t结果纠正\t结果纠正\t2\n行政复议\t其他结果\t其他结果\t0\n"
		       "行政复议\t尚未审结\t尚未审结\t3\n行政复议\t总计\t总计\t6\n"
		       "行政诉讼\t未经复议直接起诉\t结果维持\t4\n"
		       "行政诉讼\t未经复议直接起诉\t结果纠正\t0\n"
		       "行政诉讼\t未经复议直接起诉\t其他结果\t0\n"
		       "行政诉讼\t未经复议直接起诉\t尚未审结\t0\n"
		       "行政诉讼\t未经复议直接起诉\t总计\t4\n",
			"disputes/review/upheld disputes/review/corrected disputes/review/total "
			"disputes/direct/upheld disputes/direct/total",
			"1 2 6 4 4"},
	};

	KIT_EXPECT(rows);
}

/* Letters where a heading's number should be are what cannot be read. */
Test(table_named, letters_behind_headings)
{
	static const struct kit_cells rows[] = {
		{THREE "- " NEW "：自然人 5；商业企业 1；科研机构 l；社会公益组织 0；法律服务机构 "
				"0；其他 0；总计 6\n"
		       "- " OVER "：自然人 2；商业企业 0；科研机构 0；社会公益组织 0；法律服务机构 "
				 "0；其他 0；总计 2\n"
		       "- 三、本年度办理结果\n  - （一）予以公开：自然人 3；商业企业 0；科研机构 "
		       "1；社会公益组织 0；法律服务机构 0；其他 0；总计 4\n"
		       "  - （二）部分公开：自然人 1；商业企业 1；科研机构 0；社会公益组织 "
		       "0；法律服务机构 0；其他 0；总计 2\n",
			"requests/new/person requests/new/research requests/new/total "
			"requests/carried_over/person",
			"5 ! 6 2"},
	};

	KIT_EXPECT(rows);
}

#include "unit/text_kit.h"

Test(text_named, too_little)
{
	static const struct kit_row rows[] = {
		{"：", "p(：)"},
		{"甲：", "p(甲：)"},
		{"- ：1\n- ：2", "marks{. | - | 1 / . | - | 2}"},
		{"甲组：乙 1，丙 2", "p(甲组：乙 1，丙 2)"},
		{"甲组\n- 乙：1\n- 丙：2\n- 丁：3\n- 戊：4\n- 己：5\n- 庚：6",
			"p(甲组) p(- 乙：1) p(- 丙：2) p(- 丁：3) p(- 戊：4) p(- 己：5) p(- "
			"庚：6)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Names that do not come again are no headings. */
Test(text_named, prose)
{
	static const struct kit_row rows[] = {
		{"（一）申请情况：收到申请39件，办结39件。\n（二）公开情况：网站40条，微信20条。\n"
		 "（三）培训情况：培训3次，参训60人次。",
			"p(（一）申请情况：收到申请39件，办结39件。) "
			"marks{（二）公开情况 | 网站40条 | 微信20条 / （三）培训情况 | 培训3次 | "
			"参训60人次}"},
		{"申请情况：\n- 收到：3件\n- 办结：3件\n公开情况：\n- 网站：4条\n- "
		 "微信：3条\n培训情况：\n- 次数：2次\n- 人数：60人",
			"p(申请情况：) p(- 收到：3件) p(- 办结：3件) p(公开情况：) p(- 网站：4条) "
			"p(- 微信：3条) "
			"p(培训情况：) p(- 次数：2次) p(- 人数：60人)"},
		{"全年收到申请为3件、办结为3件。\n网站公开为4条、微信公开为5条。\n培训为2次、人数为"
		 "60人。",
			"p(全年收到申请为3件、办结为3件。) p(网站公开为4条、微信公开为5条。) "
			"p(培训为2次、人数为60人。)"},
		{"收到：申请 | 3\n办结：申请 | 3\n结转：申请 | 0",
			"pipes{收到：申请 | 3 / 办结：申请 | 3 / 结转：申请 | 0}"},
		{"联系电话：0574-65172222\n邮政编码：315600\n索引号：002975/"
		 "2021-01\n发布日期：2021-01-20\n浏览次数：33\n字号：12",
			"p(联系电话：0574-65172222) p(邮政编码：315600) p(索引号：002975/2021-01) "
			"p(发布日期：2021-01-20) p(浏览次数：33) p(字号：12)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

#define GRID                                                                                                    \
	"named{甲组 | 制发 | 1 / . | 废止 | 2 / . | 有效 | 3 / 乙组 | 制发 | 4 / . | 废止 | 5 / " \
	". | 有效 | 6}"

/* A row a line, whatever signs part names from values and values from names. */
Test(text_named, rows)
{
	static const struct kit_row rows[] = {
		{"甲组：制发：1，废止：2，有效：3\n乙组：制发：4，废止：5，有效：6", GRID},
		{"甲组：制发 1；废止 2；有效 3。\n乙组：制发 4；废止 5；有效 6。", GRID},
		{"甲组：制发=1, 废止=2, 有效=3\n乙组：制发=4, 废止=5, 有效=6", GRID},
		{"甲组：制发 1  废止 2  有效 3\n乙组：制发 4  废止 5  有效 6", GRID},
		{"甲组: 制发 -> 1, 废止 -> 2, 有效 -> 3\n乙组: 制发→4, 废止→5, 有效→6", GRID},
		{"甲组：制发：1 | 废止：2 | 有效：3；\n乙组：制发：4 | 废止：5 | 有效：6。", GRID},
		{"* 甲组：制发 1 | 废止 2 | 有效 3。\n* 乙组：制发 4 | 废止 5 | 有效 6。", GRID},
		{"甲组：制发 1、废止 2、有效 3\n乙组：制发 4、废止 5、有效 6。", GRID},
		{"甲组：制发为1、废止为2、有效为3\n乙组：制发为4、废止为5、有效为6", GRID},
		{"- **甲组**：制发 1；废止 2；有效 3\n\n- **乙组**：制发 4；废止 5；有效 6", GRID},
		/* nothing stands where a value would */
		{"甲组：制发：，废止：2，有效：3\n乙组：制发 ，废止 5，有效 6",
			"named{甲组 | 制发 | ~ / . | 废止 | 2 / . | 有效 | 3 / 乙组 | 制发 | ~ / . "
			"| 废止 | 5 / "
			". | 有效 | 6}"},
		/* signs in brackets and numbers part nothing */
		{"甲组：收费（单位：万元）：1,234."
		 "5，废止：2（其中1件，已改）\n乙组：收费（单位：万元）：0，废止：无\n丙组（甲，乙"
		 "）：收费（单位：万元）：/，废止：减4",
			"named{甲组 | 收费（单位：万元） | 1,234.5 / . | 废止 | 2（其中1件，已改） "
			"/ 乙组 | "
			"收费（单位：万元） | 0 / . | 废止 | 无 / 丙组（甲，乙） | "
			"收费（单位：万元） | / / . | 废止 | 减4}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Rows of which nothing is filled in: the signs tell so, or the names of the row before. */
Test(text_named, hollow_rows)
{
	static const struct kit_row rows[] = {
		{"甲组：制发：，废止：，有效：\n乙组：制发：4，废止：5，有效：6",
			"named{甲组 | 制发 | ~ / . | 废止 | ~ / . | 有效 | ~ / 乙组 | 制发 | 4 / . "
			"| 废止 | 5 / "
			". | 有效 | 6}"},
		{"甲组：制发  废止  有效\n乙组：制发  废止  有效 6",
			"named{甲组 | 制发 | ~ / . | 废止 | ~ / . | 有效 | ~ / 乙组 | 制发 | ~ / . "
			"| 废止 | ~ / "
			". | 有效 | 6}"},
		{"甲组：制发 1，废止 2\n乙组：制发 ，废止 \n丙组：制发 3，废止 "
		 "4\n丁组：张三，李四\n",
			"named{甲组 | 制发 | 1 / . | 废止 | 2 / 乙组 | 制发 | ~ / . | 废止 | ~ / "
			"丙组 | 制发 | 3 / "
			". | 废止 | 4} p(丁组：张三，李四)"},
		{"文体活动：唱歌，跳舞，书画\n志愿活动：清扫，植树，送餐",
			"p(文体活动：唱歌，跳舞，书画) p(志愿活动：清扫，植树，送餐)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* A value a line below the label of its row. */
Test(text_named, values)
{
	static const struct kit_row rows[] = {
		{"甲组\n- 制发：1\n- 废止：2\n- 有效：3\n\n乙组\n- 制发：4\n- 废止：5\n- 有效：6",
			GRID},
		{"甲组\n制发：1\n废止：2\n有效：3\n乙组\n制发：4\n废止：5\n有效：6", GRID},
		{"甲组:\n  制发: 1\n  废止: 2\n  有效: 3\n乙组:\n  制发: 4\n  废止: 5\n  有效: 6",
			GRID},
		{"### 甲组\n\n- 制发 1\n\n- 废止 2\n- 有效 3\n\n### 乙组\n\n- 制发 4\n- 废止 5\n- "
		 "有效 6",
			GRID},
		/* a name alone, where the row before has it */
		{"甲组\n- 制发：1\n- 废止：2\n- 有效：3\n乙组\n- 制发：4\n- 废止：\n- 有效：6",
			"named{甲组 | 制发 | 1 / . | 废止 | 2 / . | 有效 | 3 / 乙组 | 制发 | 4 / . "
			"| 废止 | ~ / . "
			"| 有效 | 6}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* A name may have no value before any has one: bullets tell names from labels. */
Test(text_named, hollow_names)
{
	static const struct kit_row rows[] = {
		{"甲组\n- 制发：\n- 废止：2\n- 有效：3\n\n乙组\n- 制发：4\n- 废止：5\n- 有效：6",
			"named{甲组 | 制发 | ~ / . | 废止 | 2 / . | 有效 | 3 / 乙组 | 制发 | 4 / . "
			"| 废止 | 5 / . | 有效 | 6}"},
		{"甲组\n- 制发：1\n- 废止：2\n- 有效：3\n乙组\n- 制发：4\n- 废止：5\n- "
		 "有效：6\n丙组\n- 项目：\n- 金额：\n丁组\n- 项目：\n- 金额：7\n好。",
			"named{甲组 | 制发 | 1 / . | 废止 | 2 / . | 有效 | 3 / 乙组 | 制发 | 4 / . "
			"| 废止 | 5 / . | 有效 | 6 / 丙组 | 项目 | ~ / . | 金额 | ~ / 丁组 | 项目 "
			"| ~ / . | 金额 | 7} p(好。)"},
		{"甲组\n- 制发：\n- 废止：\n乙组\n- 制发：\n- 废止：",
			"p(甲组) p(- 制发：) p(- 废止：) p(乙组) p(- 制发：) p(- 废止：)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Labels above others go into the table, headings of the text and its sentences do not. */
Test(text_named, groups)
{
	static const struct kit_row rows[] = {
		{"二、情况\n甲组：制发 1，废止 2\n三、结果：\n乙组：制发 3，废止 "
		 "4\n丁组：制发 7，废止 8\n四、情况\n丙组：制发 5，废止 6\n好。",
			"p(二、情况) named{甲组 | 制发 | 1 / . | 废止 | 2 / 三、结果 / 乙组 | 制发 "
			"| 3 / . | 废止 "
			"| 4 / 丁组 | 制发 | 7 / . | 废止 | 8} p(四、情况) p(丙组：制发 5，废止 6) "
			"p(好。)"},
		/* below the text's own headings */
		{"## 二、情况\n### （一）项\n- 甲组：制发 1，废止 2\n### （二）项\n- 乙组：制发 "
		 "3，废止 "
		 "4\n### （三）项\n- 丁组：制发 7，废止 8\n## 四、情况\n- 丙组：制发 5，废止 "
		 "6\n好。",
			"p(## 二、情况) p(### （一）项) named{甲组 | 制发 | 1 / . | 废止 | 2 / "
			"（二）项 / 乙组 | 制发 | 3 / . | 废止 | 4 / （三）项 / 丁组 | 制发 | 7 / "
			". "
			"| 废止 | 8} p(## 四、情况) p(- 丙组：制发 5，废止 6) p(好。)"},
		{"- **甲**\n  - 乙组：制发 1；废止 2\n  - 丙组：制发 3；废止 4\n- **丁**\n  - "
		 "**戊**\n    - 己组：制发 5；废止 6",
			"p(- **甲**) named{乙组 | 制发 | 1 / . | 废止 | 2 / 丙组 | 制发 | 3 / . | "
			"废止 | 4 / 丁 / "
			"戊 / 己组 | 制发 | 5 / . | 废止 | 6}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Each line has the label of its row, too: one joint parts them, the same as above or the last. */
Test(text_named, paths)
{
	static const struct kit_row rows[] = {
		{"甲组 制发：1\n甲组 废止：2\n甲组 有效：3\n乙组 制发：4\n乙组 废止：5\n乙组 "
		 "有效：6",
			GRID},
		{"甲组/制发=1\n甲组/废止=2\n甲组/有效=3\n乙组/制发=4\n乙组/废止=5\n乙组/有效=6",
			GRID},
		{"- 甲组——制发：1\n- 甲组——废止：2\n- 甲组——有效：3\n- 乙组——制发：4\n- "
		 "乙组——废止：5\n- 乙组——有效：6",
			GRID},
		{"甲组：制发：1\n甲组：废止：2\n甲组：有效：3\n\n乙组：制发：4\n乙组：废止：5\n乙"
		 "组：有效：6",
			GRID},
		{"甲组 > 制发 → 1\n甲组 > 废止 → 2\n甲组 > 有效 → 3\n乙组 > 制发 → 4\n乙组 > 废止 "
		 "→ 5\n乙组 > 有效 → 6",
			GRID},
		/* a joint in a name, in brackets and before commas; labels above others */
		{"甲组-上年：1\n甲组-增-减：2\n甲组-有效：3\n结果：\n乙组（甲-乙，丙）-"
		 "上年：4\n乙组（"
		 "甲-乙，丙）-增-减：\n乙组（甲-乙，丙）-有效：6\n好。",
			"named{甲组 | 上年 | 1 / . | 增-减 | 2 / . | 有效 | 3 / 结果 / "
			"乙组（甲-乙，丙） | 上年 | 4 / . | 增-减 | ~ / . | 有效 | 6} p(好。)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* The value right behind its name. */
Test(text_named, glued)
{
	static const struct kit_row rows[] = {
		{"甲组：制发1", "p(甲组：制发1)"},
		{"甲组\n制发1\n废止2\n有效3\n乙组\n上年4\n增减5\n处理6",
			"p(甲组) p(制发1) p(废止2) p(有效3) p(乙组) p(上年4) p(增减5) p(处理6)"},
		{"甲组：制发1；废止2；有效3\n乙组：制发4；废止5；有效6", GRID},
		{"- 甲组: 制发1 | 废止2 | 有效3\n- 乙组: 制发4 | 废止5 | 有效6", GRID},
		{"甲组：**制发**1，**废止**2，**有效****3**\n乙组：制发4，废\xe2\x81\xa0止5，有效6",
			"named{甲组 | 制发 | 1 / . | 废止 | 2 / . | 有效 | 3 / 乙组 | 制发 | 4 / . | "
			"废\xe2\x81\xa0止 | 5 / . | 有效 | 6}"},
		{"甲组\n制发1\n废止2\n有效3\n乙组\n制发4\n废止5\n有效6", GRID},
		{"甲组\n制发 1\n废止 2\n有效 3\n乙组\n制发 4\n废止 5\n有效 6", GRID},
		/* names spaced out; a sign is the number's */
		{"甲组\n制　　发1\n废 止 减2\n有 效O\n乙组\n制　发4\n废止5\n有效零",
			"named{甲组 | 制　　发 | 1 / . | 废 止 | 减2 / . | 有 效 | O / 乙组 | 制　发 | "
			"4 / . | 废止 | 5 / . | 有效 | 零}"},
		/* with a unit or a remark it may be a value that is none: all is left as it is */
		{"甲组：制发1件；废止2件；有效3件\n乙组：制发4件；废止5件；有效6件",
			"marks{甲组 | 制发1件 | 废止2件 | 有效3件 / 乙组 | 制发4件 | 废止5件 | 有效6件}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* A label a line, or names that do not come again: no list of cells. */
Test(text_named, no_paths)
{
	static const struct kit_row rows[] = {
		{" ：1", "p(：1)"},
		{"甲：1\n乙：2", "p(甲：1) p(乙：2)"},
		{"甲-乙：1\n甲-丙：2\n甲-丁：3\n戊-己：4\n戊-庚：5\n戊-辛：6",
			"p(甲-乙：1) p(甲-丙：2) p(甲-丁：3) p(戊-己：4) p(戊-庚：5) p(戊-辛：6)"},
		{"甲 件数：1\n乙 件数：2\n丙 件数：3\n丁 件数：4\n戊 件数：5\n己 件数：6",
			"p(甲 件数：1) p(乙 件数：2) p(丙 件数：3) p(丁 件数：4) p(戊 件数：5) "
			"p(己 "
			"件数：6)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Nothing is read over and over again. */
Test(text_named, bounded)
{
	struct buf b = {0};

	for (size_t i = 0; i < 60000; i++)
		buf_adds(&b, i % 5 ? "甲组\n" : "乙：1\n");
	struct doc *d = kit_doc(buf_str(&b));

	cr_expect(doc_block_count(d) > 0);
	doc_free(d);
	buf_free(&b);
}

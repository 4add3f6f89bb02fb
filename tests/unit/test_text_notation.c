#include "unit/text_kit.h"

Test(text_notation, too_little)
{
	static const struct kit_row rows[] = {
		{"{", "p({)"},
		{"{}", "p({})"},
		{"[]", "p([])"},
		{"[[]]", "p([[]])"},
		{"{\"\": 1}", "p({\"\": 1})"},
		{"{\"甲\": {\"乙\": 1}}", "p({\"甲\": {\"乙\": 1}})"}, /* one row of one */
		{"{\"甲\": {\"乙\": 1, \"丙\": 2, \"丁\": 3}",
			"p({\"甲\": {\"乙\": 1, \"丙\": 2, \"丁\": 3})"},
		{"[[\"甲\", 1, 2, 3, 4]]", "p([[\"甲\", 1, 2, 3, 4]])"},
		{"{甲: 1}\n{乙: 2}", "p({甲: 1}) p({乙: 2})"},
		{"{\"甲\": {\"乙\": 1, \"丙\": 2}, \"丁\": {\"乙\": 3}} 好",
			"p({\"甲\": {\"乙\": 1, \"丙\": 2}, \"丁\": {\"乙\": 3}} 好)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_notation, objects)
{
	static const struct kit_row rows[] = {
		{"{\"甲\": {\"乙\": 1, \"丙\": 2}, \"丁\": {\"乙\": 3, \"丙\": null}}",
			"named{甲 | 乙 | 1 / . | 丙 | 2 / 丁 | 乙 | 3 / . | 丙 | ~}"},
		{"{'甲': {'乙': '1', '丙': ''},\n 'x': {'丁': {'乙': None, '丙': -4,},},}",
			"named{甲 | 乙 | 1 / . | 丙 | ~ / x / 丁 | 乙 | ~ / . | 丙 | -4}"},
		/* a heading above some of the columns */
		{"{\"甲\": {\"乙\": 1, \"x\": {\"丙\": 2}, \"丁\": 3}, \"戊\": {\"乙\": 4}}",
			"named{甲 | 乙 | 1 / . | 丙 | 2 / . | 丁 | 3 / 戊 | 乙 | 4}"},
		/* a row within a group that has values itself */
		{"{\"甲\": {\"乙\": 1, \"丁\": {\"乙\": 2}, \"戊\": {\"乙\": 3}}}",
			"named{甲 | 乙 | 1 / 丁 | 乙 | 2 / 戊 | 乙 | 3}"},
		{"[{\"a\": \"甲组\", \"乙\": 1, \"丙\": 2}, {\"a\": \"丁组\", \"乙\": 3, \"丙\": "
		 "\"/\"}]",
			"named{甲组 | 乙 | 1 / . | 丙 | 2 / 丁组 | 乙 | 3 / . | 丙 | /}"},
		{"{\"a\": \"甲组\", \"b\": \"乙丙\", \"n\": 1}\n{\"a\": \"甲组\", \"b\": \"戊己\", "
		 "\"n\": 2}\n"
		 "{\"a\": \"丁组\", \"b\": \"乙丙\", \"n\": 3}",
			"named{甲组 | 乙丙 | 1 / . | 戊己 | 2 / 丁组 | 乙丙 | 3}"},
		/* what tells of the whole names no row */
		{"{\"t\": \"报告全文\", \"年\": 2020, \"甲\": {\"乙\": 1, \"丙\": 5}, \"丁\": "
		 "{\"乙\": 2}}",
			"named{甲 | 乙 | 1 / . | 丙 | 5 / 丁 | 乙 | 2}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_notation, cut_and_surrounded)
{
	static const struct kit_row rows[] = {
		{"三、情况\n{\n\"甲\": {\n\"乙\": 1,\n\"丙\": 2\n},\n\"丁\": {\n\"乙\": "
		 "3\n}\n}\n四、情况",
			"p(三、情况) named{甲 | 乙 | 1 / . | 丙 | 2 / 丁 | 乙 | 3} p(四、情况)"},
		{"{\n\"甲\": {\"乙\": 1, \"丙\": 2},\n\"丁\": {\"乙\": 3,\n\"丙\": 4, \"戊",
			"named{甲 | 乙 | 1 / . | 丙 | 2 / 丁 | 乙 | 3} p(\"丙\": 4, \"戊)"},
		{"{\n\"甲\": {\"乙\": 1, \"丙\": 2},\n\"丁\": {\"乙\": 3}\n好。",
			"named{甲 | 乙 | 1 / . | 丙 | 2 / 丁 | 乙 | 3} p(好。)"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

Test(text_notation, arrays)
{
	static const struct kit_row rows[] = {
		{"[[\"甲\", null, \"1\"], [\"乙\", \"丙\", 2]]",
			"arrays{甲 | ~ | 1 / 乙 | 丙 | 2}"},
		/* nothing is a row's first */
		{"[None]", "p([None])"},
		{"[None, see below]", "p([None, see below])"},
		{"['甲', None, '1']\n[None, '乙', '2']\n[null, None, '3']",
			"arrays{甲 | ~ | 1 / ~ | 乙 | 2 / ~ | ~ | 3}"},
		{"[\n ['甲', None, '1'],\n ['乙', '丙', ''],\n]",
			"arrays{甲 | ~ | 1 / 乙 | 丙 | ~}"},
		/* line ends within a cell */
		{"[[\"甲\\n乙\", \"1\", \"2\"], [\"丙\", \"3\", \"4\"]]",
			"arrays{甲 | 1 | 2 / 乙 / 丙 | 3 | 4}"},
		{"[[[\"甲\", 1, 2]], [[\"乙\", 3, 4]]]", "arrays{甲 | 1 | 2 / 乙 | 3 | 4}"},
		{"[[\"甲\", 1, 2],\n[\"乙\", 3, 4],\n[\"丙\", 5",
			"arrays{甲 | 1 | 2 / 乙 | 3 | 4 / 丙}"},
	};

	kit_expect_rows(rows, ROWS(rows));
}

/* Nothing is read over and over again. */
Test(text_notation, bounded)
{
	struct buf b = {0};

	for (size_t i = 0; i < 60000; i++)
		buf_adds(&b, "[{\"甲\": [\n");
	struct doc *d = kit_doc(buf_str(&b));

	cr_expect(doc_block_count(d) > 0);
	doc_free(d);
	buf_free(&b);
}

/* The words that messages of all rules share. */
#include "rule/kind.h"

#include <string.h>

#include "rule/message.h"

static const struct {
	const char *name;
	const char *slots[4]; /* NULL-ended */
} rows[N_WORDS] = {
	[WORD_TERM] = {"term", {"name", "value"}},
	[WORD_REST_ZERO] = {"rest_zero", {0}},
	[WORD_ALL_ZERO] = {"all_zero", {0}},
	[WORD_EQUALS] = {"equals", {"terms", "sum"}},
	[WORD_ENUM] = {"enum", {0}},
	[WORD_AND_MORE] = {"and_more", {"count"}},
	[WORD_MORE_ROWS] = {"more_rows", {"count"}},
	[WORD_ROW_CELLS] = {"row_cells", {"row", "count"}},
	[WORD_CELL_PRINTED] = {"cell_printed", {"cell", "text"}},
	[WORD_WHY_NO_TABLE] = {"why_no_table", {"table"}},
	[WORD_WHY_MISSING] = {"why_missing", {"table", "cells"}},
	[WORD_WHY_UNREADABLE] = {"why_unreadable", {"table", "cells"}},
	[WORD_WHY_BLANK_TOTAL] = {"why_blank_total", {"table", "cells"}},
	[WORD_WHY_COLUMNS] = {"why_columns", {"table", "cells"}},
	[WORD_WHY_TOO_LARGE] = {"why_too_large", {"table"}},
	[WORD_WHY_TOO_LONG] = {"why_too_long", {"line"}},
	[WORD_WHY_ENDLESS] = {"why_endless", {"line"}},
	[WORD_WHY_NO_LAST] = {"why_no_last", {"file"}},
	[WORD_WHY_LAST_YEAR] = {"why_last_year", {"file", "year"}},
	[WORD_WHY_LAST_AGENCY] = {"why_last_agency", {"file", "agency"}},
	[WORD_WHY_NO_YEAR] = {"why_no_year", {0}},
	[WORD_WHY_NO_AGENCY] = {"why_no_agency", {0}},
	[WORD_WHY_OTHER_FORM] = {"why_other_form", {"table", "form"}},
	[WORD_OF_LAST] = {"of_last", {"why"}},
	[WORD_LEFT_OVER] = {"left_over", {"cells"}},
	[WORD_CELL_NUMBER] = {"cell_number", {"cell", "value"}},
	[WORD_BLANK] = {"blank", {0}},
	[WORD_BRACKET] = {"bracket", {"text"}},
	[WORD_QUOTED] = {"quoted", {"text"}},
	[WORD_DOUBT] = {"doubt", {"cells", "why"}},
	[WORD_WHY_BAD_PATTERN] = {"why_bad_pattern", {"file", "line"}},
	[WORD_WHY_SLOW_PATTERN] = {"why_slow_pattern", {"file", "line", "count"}},
	[WORD_WHY_TOO_MANY] = {"why_too_many", {"count"}},
};

bool words_load(struct rule_load *l, const struct ynode *node)
{
	if (!node)
		return true;
	if (!yaml_need_map(l->doc, node, l->err))
		return false;
	for (size_t i = 0; i < node->n; i++) {
		enum word w = 0;

		while (w < N_WORDS && !str_is(node->keys[i]->text, rows[w].name))
			w++;
		if (w == N_WORDS)
			return yaml_err(l->doc, node->keys[i], l->err,
				_("no use for words named \"%s\""), node->keys[i]->text.p);
		if (!rule_load_template(l, node, rows[w].name, rows[w].slots, &l->rules->words[w]))
			return false;
	}
	return true;
}

bool words_complete(const struct ruleset *rs, struct err *err)
{
	for (enum word w = 0; w < N_WORDS; w++) {
		if (!rs->words[w].text[LANG_ZH])
			return err_set(err, ERR_FORMAT, _("no rule file has the words \"%s\""),
				rows[w].name);
	}
	return true;
}

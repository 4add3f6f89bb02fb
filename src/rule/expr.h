/* Conditions over cells: "disclosure/procurement/items == 0 and disclosure/procurement/amount > 0".
 *
 *   or      = and { "or" and }
 *   and     = not { "and" not }
 *   not     = [ "not" ] compare
 *   compare = sum [ ("==" | "!=" | "<" | "<=" | ">" | ">=") sum ]
 *   sum     = product { ("+" | "-") product }
 *   product = value { "*" value }
 *   value   = number | cell | "last(" cell ")" | "yuan(" cell ")" | "(" or ")"
 *
 * A cell is named as everywhere; a group's name is the sum of its members (sum.h). last() is the
 * cell of the report of the year before; yuan() is an amount in 元, by the unit printed with it. */
#ifndef GOUJI_RULE_EXPR_H
#define GOUJI_RULE_EXPR_H

#include "rule/sum.h"

struct expr;

/* A cell, or a sum of them, as it was found. */
struct expr_operand {
	bool last; /* of the report of the year before */
	struct sum sum;
};

struct expr_result {
	bool known; /* every operand could be read */
	bool none;  /* the report's forms have no such cell, or there is no report to look at */
	bool holds;
	struct dec declared, actual; /* sides of the first comparison that has cells on both */
	bool has_numbers;
	VEC(struct expr_operand) operands; /* in the order told, each once */
	struct form_words why;		   /* where it is not known */
};

/* NULL with err told, by line and column. `at`: what "@" stands for in names of cells. */
const struct expr *expr_parse(
	struct rule_load *l, const struct ynode *node, struct str text, struct str at);
bool expr_wants_last(const struct expr *e);
void expr_eval(struct rule_context *c, const struct expr *e, struct expr_result *out);
void expr_result_free(struct expr_result *r);

/* amount.c: the amount in 元, by the unit in the cell, its heading, its row's label or the form;
 * false where none tells. */
bool amount_yuan(const struct rule_context *c, size_t cell, struct dec *out);
/* The unit that the words tell, STR_NONE where none: index into the form's units of money. */
size_t amount_unit(const struct rule_context *c, struct str words);

#endif

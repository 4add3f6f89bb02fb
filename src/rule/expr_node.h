/* The nodes of a condition. Private to expr*.c. */
#ifndef GOUJI_RULE_EXPR_NODE_H
#define GOUJI_RULE_EXPR_NODE_H

#include "rule/expr.h"

enum expr_op {
	EXPR_NUMBER,
	EXPR_CELL,
	EXPR_LAST, /* a cell of the report of the year before */
	EXPR_YUAN, /* an amount, in 元 */
	EXPR_ADD,
	EXPR_SUB,
	EXPR_MUL,
	EXPR_EQ,
	EXPR_NE,
	EXPR_LT,
	EXPR_LE,
	EXPR_GT,
	EXPR_GE,
	EXPR_NOT,
	EXPR_AND,
	EXPR_OR,
};

struct expr {
	enum expr_op op;
	const struct expr *left, *right;
	struct dec number;
	struct sum_words sum; /* one term */
};

#endif

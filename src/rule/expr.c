/* Conditions over cells: read. */
#include "rule/expr.h"

#include <string.h>

#include "rule/expr_node.h"

/* It is read and reckoned out by functions that call themselves. */
#define DEPTH_MAX 32
#define NODES_MAX 512

struct parser {
	struct rule_load *l;
	const struct ynode *node;
	struct str text, each;
	size_t at;
	unsigned depth, nodes;
};

static const struct expr *parse_or(struct parser *p);

static const struct expr *fail(struct parser *p, const char *what)
{
	struct ynode here = *p->node;

	if (here.plain)
		here.column += (unsigned)p->at;
	yaml_err(p->l->doc, &here, p->l->err, "%s", what);
	return NULL;
}

static void skip_space(struct parser *p)
{
	while (p->at < p->text.n && strchr(" \t\n", p->text.p[p->at]))
		p->at++;
}

static bool is_name_char(char ch)
{
	return (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9') || strchr("_./@", ch);
}

/* Takes the token where it comes next; a word only as a whole. */
static bool take(struct parser *p, const char *token)
{
	size_t n = strlen(token);

	skip_space(p);
	if (!str_starts(str_slice(p->text, p->at, p->text.n), token))
		return false;
	if (is_name_char(token[0]) && token[n - 1] != '(' && p->at + n < p->text.n &&
		is_name_char(p->text.p[p->at + n]))
		return false;
	p->at += n;
	return true;
}

static struct expr *make(
	struct parser *p, enum expr_op op, const struct expr *a, const struct expr *b)
{
	struct expr *e = arena_alloc(p->l->rules->arena, sizeof *e);

	e->op = op;
	e->left = a;
	e->right = b;
	return e;
}

/* The name with "@" replaced. */
static struct str name_of(struct parser *p, struct str name)
{
	struct buf out = {0};
	struct str kept;

	for (size_t i = 0; i < name.n; i++) {
		if (name.p[i] == '@')
			buf_add(&out, p->each);
		else
			buf_addc(&out, name.p[i]);
	}
	kept = arena_str(p->l->rules->arena, buf_str(&out));
	buf_free(&out);
	return kept;
}

static const struct expr *parse_cell(struct parser *p, enum expr_op op)
{
	size_t from;
	struct expr *e = make(p, op, NULL, NULL);

	skip_space(p);
	from = p->at;
	while (p->at < p->text.n && is_name_char(p->text.p[p->at]))
		p->at++;
	struct str name = name_of(p, str_slice(p->text, from, p->at));

	if (!sum_of_name(p->l, name, &e->sum)) {
		p->at = from;
		return fail(p, arena_printf(p->l->rules->arena, _("no form has a cell \"%s\""),
				       arena_cstr(p->l->rules->arena, name)));
	}
	return e;
}

static const struct expr *parse_number(struct parser *p)
{
	size_t from = p->at;
	struct expr *e = make(p, EXPR_NUMBER, NULL, NULL);

	while (p->at < p->text.n && strchr("0123456789.", p->text.p[p->at]))
		p->at++;
	if (dec_parse(str_slice(p->text, from, p->at), &e->number))
		return e;
	p->at = from;
	return fail(p, _("no number"));
}

static const struct expr *parse_bracket(struct parser *p)
{
	if (p->depth == DEPTH_MAX)
		return fail(p, _("nested too deep"));
	p->depth++;
	const struct expr *e = parse_or(p);

	p->depth--;
	return e;
}

static const struct expr *close_bracket(struct parser *p, const struct expr *e)
{
	return !e || take(p, ")") ? e : fail(p, _("\")\" is missing"));
}

static const struct expr *parse_value(struct parser *p)
{
	if (++p->nodes > NODES_MAX)
		return fail(p, _("too many cells and numbers in one expression"));
	if (take(p, "last("))
		return close_bracket(p, parse_cell(p, EXPR_LAST));
	if (take(p, "yuan("))
		return close_bracket(p, parse_cell(p, EXPR_YUAN));
	if (take(p, "("))
		return close_bracket(p, parse_bracket(p));
	if (p->at < p->text.n && p->text.p[p->at] >= '0' && p->text.p[p->at] <= '9')
		return parse_number(p);
	if (p->at < p->text.n && is_name_char(p->text.p[p->at]))
		return parse_cell(p, EXPR_CELL);
	return fail(p, _("a cell or a number is due here"));
}

struct operator
{
	const char *token;
	enum expr_op op;
};

/* left { operator right }, of the operators that a level has. */
static const struct expr *parse_level(struct parser *p, const struct operator* ops, bool again,
	const struct expr *(*below)(struct parser *p))
{
	const struct expr *e = below(p);
	bool found = true;

	while (e && found) {
		found = false;
		for (size_t i = 0; !found && ops[i].token; i++) {
			if (!take(p, ops[i].token))
				continue;
			found = true;
			const struct expr *right = below(p);

			e = right ? make(p, ops[i].op, e, right) : NULL;
		}
		if (!again)
			break;
	}
	return e;
}

static const struct expr *parse_product(struct parser *p)
{
	static const struct operator ops[] = {{"*", EXPR_MUL}, {NULL, 0}};

	return parse_level(p, ops, true, parse_value);
}

static const struct expr *parse_sum(struct parser *p)
{
	static const struct operator ops[] = {{"+", EXPR_ADD}, {"-", EXPR_SUB}, {NULL, 0}};

	return parse_level(p, ops, true, parse_product);
}

static const struct expr *parse_compare(struct parser *p)
{
	static const struct operator ops[] = {{"==", EXPR_EQ}, {"!=", EXPR_NE}, {"<=", EXPR_LE},
		{">=", EXPR_GE}, {"<", EXPR_LT}, {">", EXPR_GT}, {NULL, 0}};

	return parse_level(p, ops, false, parse_sum);
}

static const struct expr *parse_not(struct parser *p)
{
	if (!take(p, "not"))
		return parse_compare(p);
	const struct expr *e = parse_compare(p);

	return e ? make(p, EXPR_NOT, e, NULL) : NULL;
}

static const struct expr *parse_and(struct parser *p)
{
	static const struct operator ops[] = {{"and", EXPR_AND}, {NULL, 0}};

	return parse_level(p, ops, true, parse_not);
}

static const struct expr *parse_or(struct parser *p)
{
	static const struct operator ops[] = {{"or", EXPR_OR}, {NULL, 0}};

	return parse_level(p, ops, true, parse_and);
}

const struct expr *expr_parse(
	struct rule_load *l, const struct ynode *node, struct str text, struct str at)
{
	struct parser p = {.l = l, .node = node, .text = text, .each = at};
	const struct expr *e = parse_or(&p);

	if (!e)
		return NULL;
	skip_space(&p);
	return p.at == text.n ? e : fail(&p, _("nothing is due here"));
}

bool expr_wants_last(const struct expr *e)
{
	return e && (e->op == EXPR_LAST || expr_wants_last(e->left) || expr_wants_last(e->right));
}

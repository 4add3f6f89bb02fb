/* One run of the rules over a report: what every rule sees, and how it tells what it found.
 *
 * Findings are gathered unsorted; check_seal() (check.c) gives them their ids, sorts them and moves
 * them into the check. All they hold lives in the check's arena. Private to rule/. */
#ifndef GOUJI_RULE_CONTEXT_H
#define GOUJI_RULE_CONTEXT_H

#include "rule/kind.h"
#include "rule/message.h"

struct prose;	/* prose.h */
struct passage; /* likewise */
struct telling; /* claim.h */
struct fold;
struct folds; /* folds.c */

/* A finding, the key its id is made from, and the spans so far. */
struct found {
	struct finding finding;
	const char *key; /* NULL: the names of its cells */
	size_t order;	 /* of its rule */
};

/* A number that prose tells of something the tables do not count, or of some of what they do, and
 * of which its sentence goes on to tell. */
struct other_count {
	const struct passage *p;
	size_t at; /* in its shadow */
};

struct rule_context {
	const struct ruleset *rules;
	const struct report *report;
	const struct values *values;
	struct arena *arena; /* the check's */
	struct prose *prose; /* made when first wanted: context_prose() */
	struct folds *folds; /* made when first wanted: context_fold() */
	const bool *totals;  /* by report cell: stands alone as the total of some identity */
	const struct rule_beside *beside; /* NULL: none */
	struct rule_context *last;	  /* the report of the year before; NULL: none is known */
	size_t order;			  /* of the rule that runs */
	VEC(struct found) found;
	size_t n_of_rule; /* found by the rule that runs */
	VEC(struct not_checked) not_checked;
	VEC(struct evidence) evidence;
	VEC(const struct telling *) tellings; /* in the order they were read */
	VEC(struct other_count) others;	      /* likewise */
	size_t n_checked;
	int told_year; /* which all else tells where the title is odd; 0: it is not */
};

/* What the report is of: its title's, or that. */
int context_year(const struct rule_context *c);

/* Begins a finding of `rule` in `f` with the rule's severity and cause "source". */
void finding_begin(struct finding *f, const struct rule *rule);
void finding_cells(struct rule_context *c, struct finding *f, const size_t *cells, size_t n);
void finding_span(struct rule_context *c, struct finding *f, struct text_span span);
/* Where the cell is in the text: its own, else its label's; nothing where it has no place. */
void finding_cell_span(struct rule_context *c, struct finding *f, size_t cell);
/* What it looks at in the report `other` is of (last year's context, or one of a child's): room for
 * `n` such, then one after another. */
void finding_besides(struct rule_context *c, struct finding *f, size_t n);
struct finding_beside *finding_beside(struct finding *f, size_t child);
void finding_beside_cells(struct rule_context *c, struct finding_beside *b, const struct report *r,
	const size_t *cells, size_t n);
void finding_beside_span(struct rule_context *c, struct finding_beside *b, const struct report *r,
	struct text_span span);
void finding_numbers(struct finding *f, struct dec declared, struct dec actual);
void finding_message(struct rule_context *c, struct finding *f, const struct slots *s,
	struct form_words message, struct form_words formula);
/* Hands it over; it sorts by f->at, where that is set, else by its first span. key: what the id is
 * made from besides the rule; NULL: the names of the cells. Digits and white space in a key don't
 * count. Of a rule that finds too much the rest is left out, and that is told. */
void finding_end(struct rule_context *c, struct finding *f, const char *key);

/* left_over.c: of numbers that prose declares and the tables do not bear out, those that are last
 * year's are told to be, each with its place there. Once all rules have run. */
void left_over_explain(struct rule_context *c);

void context_not_checked(struct rule_context *c, const struct rule *rule, const size_t *cells,
	size_t n, struct form_words why);

/* What of the report's head a rule cannot do without. */
struct needs {
	bool year, agency;
};

/* Does the report tell it? If not, the rule is told as not checked. */
bool context_knows(struct rule_context *c, const struct rule *rule, struct needs needs);

/* The paragraph, folded, with its white space or without; lives as long as the context. NULL where
 * there is more prose before it than a report has. */
const struct fold *context_fold(struct rule_context *c, size_t para, bool spaces);
/* The characters of one that context_fold() gave. */
const struct utf8_set *context_chars(const struct rule_context *c, size_t para, bool spaces);
/* May the pattern match, in what one of those holds that were given so far? One look-up, where it
 * was asked before. */
bool context_may(const struct rule_context *c, const struct pattern *p, bool spaces);
/* pattern_find_in() of one given without white space, whose patterns need no hint. */
bool context_find(const struct rule_context *c, const struct pattern *p, size_t para, size_t from);
void folds_free(struct folds *f); /* NULL is fine */

/* Is the report of the year before there? Where one is known and cannot be used, it is told that
 * the rule was not checked. */
bool context_has_last(struct rule_context *c, const struct rule *rule);
/* The effective value of a cell. */
const struct value *context_value(const struct rule_context *c, size_t cell);
/* Is the cell taken as it is printed, but perhaps printed elsewhere? */
bool context_is_doubtful(const struct rule_context *c, size_t cell);
/* Number of the table's cell at row and column of the form, STR_NONE where the block has no such
 * column. */
size_t context_cell_at(const struct report_table *t, size_t row, size_t column);
/* "本年新收·自然人", "结转下年度·总计 等 5 格": at most `most` named. */
struct form_words context_cells_words(
	const struct rule_context *c, const size_t *cells, size_t n, size_t most);
struct form_words context_word(const struct rule_context *c, enum word w, const struct slots *s);
/* The texts, enumerated in both languages. */
struct form_words context_enumerate(struct rule_context *c, char *const *texts, size_t n);
struct form_words row_words(const struct form_row *row);
struct form_words column_words(const struct form_column *column);
/* a then b, in both languages. */
struct form_words words_join(struct rule_context *c, struct form_words a, struct form_words b);

#endif

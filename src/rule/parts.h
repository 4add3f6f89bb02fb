/* The kind `parts`: a whole told in prose against the parts listed behind it. Private to parts.c,
 * which reads the lists, parts_bracket.c, which reads those in brackets, parts_loose.c, which reads
 * those that no word begins, parts_whole.c, which adds them up, parts_check.c, which holds them
 * against the wholes, and parts_digit.c, which looks for one wrong digit. */
#ifndef GOUJI_RULE_PARTS_H
#define GOUJI_RULE_PARTS_H

#include "rule/prose.h"

struct parts_table;

enum closure { LIST_OPEN, LIST_PLAIN, LIST_CLOSED, LIST_OF, LIST_MADE };
enum shares { SHARES_NONE, SHARES_ALL, SHARES_SOME };

struct parts_rule {
	struct form_words message;
	struct pattern *open, *plain, *closed; /* markers: what follows is a list */
	struct pattern *stop;		       /* a clause that is no part of a list any more */
	struct pattern *skip;	  /* a clause whose numbers compare and count nothing */
	struct pattern *etcetera; /* a clause that leaves the list open */
	struct pattern *rest;	  /* a part that is all the rest: the list is closed */
	struct pattern *full;	  /* a list of all there can be, none in two parts: it is closed */
	struct pattern *apart;	  /* a list in which nothing is in two parts */
	struct pattern *full_of, *apart_of; /* the same of the whole's words and the list */
	struct pattern *later;	 /* a clause behind the list that tells what is still to be done */
	struct pattern *same;	 /* a whole whose parts may be counted in other units */
	struct pattern *alike;	 /* units that may be parts of one another's wholes */
	struct pattern *of;	 /* a marker behind the whole, which is that number and no other */
	struct pattern *loose;	 /* a clause that may begin a list without a marker */
	struct pattern *channel; /* a part that says by which way it was told, in its first words */
	struct pattern *account; /* a clause that tells what one account put out */
	struct pattern *settled; /* a whole that came in, what is done of it and what is not */
	struct pattern *behind;	 /* a clause that adds up what its sentence told before */
	struct pattern *besides; /* a bracket behind the whole that tells what is not of it */
	struct pattern *made;	 /* a marker of all that the whole is made of, in its own unit */
	struct pattern **sums;	 /* a sentence that tells a whole, group w, and its parts, a to d */
	size_t n_sums;
	struct pattern *carried; /* one that tells what of it is not of this year */
	struct pattern *aside;	 /* a clause in a bracket that may tell what is not of the whole */
	struct pattern *share;	 /* words between a part and its share of the whole */
	struct pattern *several; /* the whole and the list: one may be in several parts */
	struct form_words digit; /* the message where one digit is all that is wrong */
	struct form_words table; /* the one of a list whose whole is in the tables */
	struct parts_table *tables;
	size_t n_tables;
	bool *counts; /* by family of units: its numbers have parts, too */
};

struct list {
	enum closure closure;
	bool begun; /* there is a list */
	bool bracket;
	bool complete;	 /* words at the beginning of its sentence say that it is */
	bool nested;	 /* it stands in another list, or another in it */
	bool named;	 /* its whole is told with it: no other is tried */
	bool among;	 /* it begins with 中, which leaves open whether two are all of it */
	bool counted;	 /* and how many it has */
	bool total;	 /* what stands behind it may have more in it */
	bool alike;	 /* it is none where one is counted in another unit than the whole */
	bool apart;	 /* nothing is in two of its parts */
	bool paused;	 /* a clause without a number stands behind its items: */
	size_t pause;	 /* this one, the first */
	bool broken;	 /* something stands in it behind which it may go on or not */
	size_t sure;	 /* the items before that */
	size_t rest;	 /* the items up to one that is all the rest; 0: none is */
	bool whole_told; /* by that it says that there are no others */
	size_t sentence; /* where it begins */
	size_t whole;	 /* the last number before it, STR_NONE: none in its sentence */
	VEC(size_t) items;
	size_t first, last; /* clauses */
};

struct parts_reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct parts_rule *how;
	const struct passage *p;
	unsigned *depth; /* by quantity: of brackets */
	bool *part;	 /* by quantity: told as a part of a list */
	bool *told;	 /* by quantity: a finding is of it as a whole */
	bool *divided;	 /* by quantity: a list of its own sentence is all of it */
	struct list list, outer;
	size_t last; /* the last number read, STR_NONE: none yet */
	size_t last_sentence;
};

static inline const struct quantity *parts_quantity(const struct parts_reader *r, size_t i)
{
	return &r->p->quantities.v[i];
}

static inline bool parts_is_count(const struct parts_reader *r, const struct quantity *q)
{
	return q->mark == '#' || (q->family != FAMILY_NONE && r->how->counts[q->family]);
}

/* What a list adds up to, against a whole. */
struct total {
	struct dec low, high, value;
	bool no_limit;
	size_t n;	/* parts added */
	bool as_large;	/* one of them is all of the whole */
	bool too_large; /* one of them is more than the whole */
};

/* What the words of a clause that is in the list say of it: that there is more, or all the rest. */
void list_qualify(const struct parts_reader *r, const struct clause *cl, struct list *l);

/* Is the list of the number but for what a bracket behind that tells: 71件（含上年结转4件）? */
bool list_fits_rest(const struct parts_reader *r, const struct list *l, size_t number);

/* Adds up the first n items that are of the whole's family; false where there is none. */
bool list_add_up(const struct parts_reader *r, const struct list *l, size_t n,
	const struct quantity *whole, struct total *t);
/* Is the number alone more than the whole, in units of its family? */
bool quantity_is_more(const struct quantity *q, const struct quantity *whole);
bool total_is_more(const struct total *t, const struct quantity *whole);
bool total_is_less(const struct total *t, const struct quantity *whole);
/* Is it off by no more than a twentieth, or by no more than two that are less than a third: a slip,
 * not another list? */
bool total_is_near(const struct total *t, const struct quantity *whole);
bool list_fits(
	const struct parts_reader *r, const struct list *l, size_t n, const struct quantity *whole);
/* Do all its numbers add up to the whole, whatever they are counted in? */
bool list_fits_mixed(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole);
/* The whole that the list comes nearest to: the number before it, or the sum of it and those before
 * it.  The list gets what is told behind it as still to be done, where that brings it nearer.  True
 * where it fits. */
bool list_find_whole(const struct parts_reader *r, struct list *l, struct quantity *whole);
/* The parts are more than the whole, but need not all be of it: they are counted in other units
 * (where they are more by a slip, they are of it all the same), or it may be another number's list.
 */
bool list_is_excused(const struct parts_reader *r, const struct list *l,
	const struct quantity *whole, const struct total *t, bool slip);
/* parts_fit.c: the clause of the list's item n. */
const struct clause *list_clause(const struct parts_reader *r, const struct list *l, size_t n);
/* The number of items after which the list is complete: all, or fewer where what follows is told
 * on. */
size_t list_fitting_length(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole);
/* Its first numbers are all of the whole; what follows is listed on, and may be among them. */
bool list_fits_early(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole);
/* It is told in two ways what the whole is made of, or more:
 * "收到7件，其中自然人6件，法人1件，予以公开 3件，无法提供4件". */
bool list_fits_by_groups(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole);
/* The list's first number is the whole told again, and the others are its parts. */
bool list_fits_its_first(const struct parts_reader *r, const struct list *l);
/* Does all of it add up to some whole told earlier in the passage? */
bool list_fits_another(const struct parts_reader *r, const struct list *l);
/* The same of a whole that the list may be of for sure: where its own sentence tells one, what
 * sentences before tell may come to its sum by chance. */
bool list_fits_another_here(const struct parts_reader *r, const struct list *l);
/* The number right behind it in its sentence, as a sum told at the end: 12期、11期，共编发23期. */
bool list_fits_next(const struct parts_reader *r, const struct list *l);
/* Do those behind its first, by their names all there can be: 文件120件，其中规范性文件4件，主动
 * 公开90件，不公开30件? */
bool list_fits_behind(
	const struct parts_reader *r, const struct list *l, const struct quantity *whole);
/* Do the last ones of the list, two or more, add up to the whole, or is it one of them again? */
bool list_fits_last(const struct parts_reader *r, const struct list *l, const struct quantity *w);

/* Are its parts kinds of what its whole counts, which has them whatever each is counted in:
 * 申请7件，其中网上申请5起? */
bool list_is_of_kind(const struct parts_reader *r, const struct list *l);
/* Is it an open list of a sentence of its own, behind a number that has all of its parts, is told
 * beside others or counted in another unit? What that tells is of something else:
 * 发文16件，其中主动公开9件，不公开7件。重点公开财政信息19条等. */
bool list_is_of_others(const struct parts_reader *r, const struct list *l);
/* Do the tables bear out every part, by the claims that ran before, and the whole, or two parts or
 * more of a sentence of their own? Then the words are of numbers that go together otherwise:
 * 收到30件，其中办结33件. */
bool list_is_borne_out(const struct parts_reader *r, const struct list *l);
/* The innermost clause there, an offset of the shadow. */
const struct clause *parts_clause_at(const struct parts_reader *r, size_t at);

/* parts_share.c: what the shares told with the parts come to: all of the whole, or less.
 * SHARES_NONE: not every part has one. */
enum shares list_shares(const struct parts_reader *r, const struct list *l);

/* parts_table.c: what the tables say a list of its kind adds up to; NULL: nothing. */
bool parts_tables_load(struct rule_load *l, const struct ynode *node, struct parts_rule *r);
const struct parts_table *parts_table_find(const struct parts_reader *r, const struct list *l);
/* Is the number `next`, behind a semicolon, none that a list goes on with that begins with
 * `first`? */
bool parts_table_ends(const struct parts_reader *r, size_t first, size_t next);
/* Does such a list, behind its whole, tell all there is where it says so? Then it is one list,
 * however it is cut, and each number in it a part. */
bool parts_table_is_due(const struct parts_reader *r, const struct list *l);
/* Is the whole told in the list's own sentence, or right before its bracket? */
bool parts_has_whole(const struct parts_reader *r, const struct list *l);
/* Is all that can be wrong with the list what the tables say of it? Tells it. */
bool parts_table_settles(struct parts_reader *r, const struct list *l);
/* Are the numbers of one unit, as the report has it? */
bool parts_is_alike(const struct parts_reader *r, size_t i, size_t j);
/* Is the number told by a claim that agrees with the tables? */
bool parts_is_borne_out(const struct parts_reader *r, size_t number);

/* A number with which all would add up, were one of its digits another. */
struct slip {
	struct dec printed, due;
};

/* Is there one, the whole among them? Only of a whole of three digits or more, where that is no
 * accident, and of exact numbers. */
bool parts_find_slip(const struct parts_reader *r, const struct list *l,
	const struct quantity *whole, const struct total *t, struct slip *out);

/* parts_channel.c: does the clause tell by which channel, where the list told of what? */
bool parts_is_by_channel(const struct parts_reader *r, size_t clause);
/* Is it what another account put out than the list's whole? */
bool parts_is_of_another_account(const struct parts_reader *r, size_t clause);

/* Lists of the passage that no word begins: told where one digit is all that is wrong. */
void parts_read_loose(struct parts_reader *r);
/* Sums that stand behind what they add up. */
void parts_read_behind(struct parts_reader *r);

/* parts_sums.c: sentences that tell by their words what is all of what. */
void parts_read_sums(struct parts_reader *r);

/* Where a marker in the clause ends, as an offset of the shadow; STR_NONE: there is none. */
size_t parts_marker_end(
	const struct parts_reader *r, const struct clause *cl, enum closure *closure);
/* From here on it is not sure that what follows is of the list. */
void parts_break_list(struct list *l);
/* The bracket right behind a number, its first clause `from`; the clause behind those of its depth
 * and of brackets in it. */
size_t parts_read_bracket(struct parts_reader *r, size_t from);

/* Where the clause behind the list that has no number tells of the rest of it, it is not all. */
void list_end_at_rest(const struct parts_reader *r, struct list *l);
void list_clear(struct list *l);
/* Tells that the list's parts are not the whole. */
void list_tell(struct parts_reader *r, const struct list *l, const struct quantity *whole,
	const struct total *t);
/* The list is over: holds it against the wholes, and tells where it fits none. How many of its
 * items it needs to fit; 0 where it fits none, or only a sum of wholes. */
size_t list_check(struct parts_reader *r, struct list *l);
/* The same of a list that stands before its whole. */
void list_check_behind(struct parts_reader *r, struct list *l);
/* Is the list what is done of what came in, and what is not yet? */
bool list_is_settled(const struct parts_reader *r, const struct list *l);
/* The same of a list that no word begins. */
void list_check_loose(struct parts_reader *r, struct list *l);

#endif

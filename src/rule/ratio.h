/* The kind `ratio`: shares and changes that prose tells beside the numbers they follow from.
 * Private to ratio.c, which reads shares, ratio_alike.c, which looks at those told alike,
 * ratio_change.c, which reads changes, and ratio_load.c. */
#ifndef GOUJI_RULE_RATIO_H
#define GOUJI_RULE_RATIO_H

#include "rule/claim.h"
#include "rule/percent.h"

/* What a share may be of. */
struct ratio_whole {
	struct sum_words cells;
	struct pattern *named; /* what the words up to the share match then; NULL: they need not */
};

struct ratio_rule {
	struct pattern **shares;  /* groups p: the part, r: its share, w: its whole;
				     inner: what may be the part, too;
				     over, within: w only where p is
				     more, or not; due: a hundred may be of fewer */
	struct pattern **changes; /* n: now, b: before, d: by how much, r: by how much in percent;
				     way: not told; same: not at all;
				     apart: by how much they differ; any: of whatever it may be, now
				     is not told; before: that is told elsewhere */
	size_t n_shares, n_changes;
	struct str told;	/* what claims call that of which group `of` of a change is */
	struct pattern *before; /* where that is told: b */
	struct pattern *each;	/* before the shares of a list's parts, one behind another */
	struct pattern *unless; /* the sentence must not match */
	struct pattern *part;	/* behind a number: it is a part itself */
	struct pattern *behind; /* what all listed before comes to, at the sentence's end: `w` */
	struct pattern *tabled; /* up to the share: it is one of a total of the tables */
	struct ratio_whole *wholes;
	size_t n_wholes;
	struct ratio_whole *now; /* what a change without a number of this year may be of */
	size_t n_now;
	struct pattern *outright; /* words of a change that leave no doubt of what it is */
	struct pattern *full;	  /* a sentence whose shares are of all there is */
	struct form_words share, change, rate, way, same, hundred;
};

struct ratio_reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct ratio_rule *how;
	const struct passage *p;
	const struct sentence *s;
	bool told;    /* something was, of what stands before the full stop */
	size_t begin; /* what patterns see: this half of the sentence, or the one before it too */
};

struct ratio_told {
	const struct quantity *part, *whole, *declared; /* NULL, of the first two, is the table's */
	const char *sum;				/* the whole is all of these; NULL */
	const struct passage *told_in;			/* where the part stands; NULL: here */
	struct sum table;
	struct dec told, actual; /* with a sign where it is a change */
	struct form_words message;
};

/* The exact number a group of the last match stands for; NULL where it is none. */
const struct quantity *ratio_quantity(
	const struct ratio_reader *r, const struct pattern *pattern, const char *name);
/* What it counts, its unit reckoned in. */
bool ratio_count(const struct quantity *q, struct dec *out);
/* [from, to) of the shadow is what says so. */
void ratio_tell(struct ratio_reader *r, const struct ratio_told *t, size_t from, size_t to);

/* May `whole`, told earlier, be what `part` is a share of? */
bool ratio_may_be_whole(const struct quantity *whole, const struct quantity *part);
/* The words between the part and its share. */
struct str ratio_words_between(const struct ratio_reader *r, const struct ratio_told *t);

/* ratio_alike.c: how many shares that the sentence, up to its full stop, tells in the words of this
 * one are of so many; one more where that is all of their parts, this one's with them. */
size_t ratio_count_shares(
	const struct ratio_reader *r, const struct ratio_told *t, struct dec whole);
/* The number told before that most of them are of, two or more; *n is how many. NULL: there is
 * none. */
const struct quantity *ratio_find_common(
	const struct ratio_reader *r, const struct ratio_told *t, size_t *n);
/* Are the parts of all of them a total of the tables together, and another of them a share of that,
 * but not this one? */
bool ratio_is_not_of_sum(const struct ratio_reader *r, struct ratio_told *t, struct dec count);

/* ratio_hundred.c: a share of the last place more than its own, so that all are a hundred; and
 * whether those of the reader's sentence are. */
bool ratio_is_evened(const struct ratio_reader *r, const struct ratio_told *t);
void ratio_check_hundred(struct ratio_reader *r);

/* ratio_sum.c: of shares told with their parts, where nothing tells the whole: one that is none of
 * all parts together. */
void ratio_check_sum(struct ratio_reader *r);

/* What is told of the change from `before`. */
struct told_change {
	const struct quantity *before, *by, *rate;
	bool down;
	bool way;   /* nothing but which way it went */
	bool apart; /* by how much, but not which way */
	bool same;  /* not at all */
};

/* ratio_change.c: a change, of the pattern's last match at [from, to). */
void ratio_read_change(struct ratio_reader *r, struct pattern *pattern, size_t from, size_t to);
struct dec ratio_signed(struct dec d, bool minus);

/* ratio_points.c: are the numbers of what is told, and the one now, of one unit? What is told in
 * points of a share becomes by how much it changed, and what is but apart gets its way. */
bool ratio_is_of_kind(
	const struct ratio_reader *r, const struct quantity *now, struct told_change *told);
/* The change of a share from one percentage to another. */
void ratio_check_points(struct ratio_reader *r, const struct told_change *told,
	struct ratio_told *t, struct text_span at);

extern const char *const ratio_keys[];
const void *ratio_load(struct rule_load *l, const struct ynode *node, const struct rule *rule);

#endif

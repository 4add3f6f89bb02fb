/* The kind `ratio`: shares and changes that prose tells beside the numbers they follow from.
 * Private to ratio.c, which reads shares, ratio_change.c, which reads changes, and ratio_load.c. */
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
	struct pattern **shares;  /* groups p: the part, r: its share */
	struct pattern **changes; /* n: now, b: before, d: by how much, r: by how much in percent;
				     way: not told; any: of whatever it may be, now is not told */
	size_t n_shares, n_changes;
	struct pattern *unless; /* the sentence must not match */
	struct pattern *part;	/* behind a number: it is a part itself */
	struct pattern *tabled; /* up to the share: it is one of a total of the tables */
	struct ratio_whole *wholes;
	size_t n_wholes;
	struct ratio_whole *now; /* what a change without a number of this year may be of */
	size_t n_now;
	struct pattern *outright; /* words of a change that leave no doubt of what it is */
	struct pattern *full; /* a sentence whose shares are of all there is */
	struct form_words share, change, rate, way, hundred;
};

struct ratio_reader {
	struct rule_context *c;
	const struct rule *rule;
	const struct ratio_rule *how;
	const struct passage *p;
	const struct sentence *s;
	size_t begin; /* what patterns see: this half of the sentence, or the one before it too */
};

struct ratio_told {
	const struct quantity *part, *whole, *declared; /* NULL, of the first two, is the table's */
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

/* ratio_hundred.c: a share of the last place more than its own, so that all are a hundred; and
 * whether those of the reader's sentence are. */
bool ratio_is_evened(const struct ratio_reader *r, const struct ratio_told *t);
void ratio_check_hundred(struct ratio_reader *r);

/* ratio_change.c: a change, of the pattern's last match at [from, to). */
void ratio_read_change(struct ratio_reader *r, struct pattern *pattern, size_t from, size_t to);

extern const char *const ratio_keys[];
const void *ratio_load(struct rule_load *l, const struct ynode *node, const struct rule *rule);

#endif

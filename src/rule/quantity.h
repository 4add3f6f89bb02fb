/* Numbers in prose: "39件", "1,300余条", "二十三件", "1.3万条", "近200次", "60.5%".
 *
 * The text is folded (NFKC, no white space); offsets are bytes of it. A quantity may allow a range:
 * an approximate one ("1300余" is 1300 to 1399) agrees with any number in it. Which units there
 * are, which family each belongs to and which words make a number approximate is data: `prose:` in
 * the rules. */
#ifndef GOUJI_RULE_QUANTITY_H
#define GOUJI_RULE_QUANTITY_H

#include "base/dec.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

struct unit {
	struct str text;
	struct dec factor; /* 万元 is 10000 of its family's first */
	size_t family;
};

/* Units that may be added to one another. */
struct unit_family {
	const char *name;
	char mark; /* stands for such a quantity in what patterns see; '\0': the text itself does */
};

struct numeral {
	struct str text;
	int64_t value; /* a digit, or from 10 on a scale */
};

/* Longest first, so that the first that fits is the one. */
struct word_list {
	struct str *items;
	size_t n;
};

struct quantity_words {
	struct unit_family *families;
	size_t n_families;
	struct unit *units; /* longest first */
	size_t n_units;
	struct numeral *numerals;
	size_t n_numerals;
	struct utf8_set numeral_chars; /* those of all numerals */
	struct word_list near;	       /* before: a little less than */
	struct word_list about;	       /* before: more or less */
	struct word_list over;	       /* before: more than */
	struct word_list more;	       /* behind the number: and some */
	struct word_list around;       /* behind the unit: more or less */
	struct word_list least;	       /* behind the unit: or more */
	struct word_list ordinal;      /* before: it is no quantity */
	struct word_list cardinal;     /* end in one of those, and are none: before digits */
	struct word_list idioms;       /* begin like a quantity and are none */
	struct word_list counted;      /* behind these they are one: "行政复议一起" */
	struct word_list join; /* what may follow a number that has no unit, beside punctuation */
	struct word_list zero; /* before a Han zero that has no unit */
	/* units seen as those of the first family where no noun follows, or one of these */
	struct word_list alone, alone_before;
};

#define FAMILY_NONE ((size_t)-1)

struct quantity {
	size_t from, to;      /* with words of approximation and unit */
	size_t number, past;  /* the number alone */
	struct dec value;     /* as written, in its unit */
	struct dec low, high; /* the range it allows; equal where exact */
	bool no_limit;	      /* "以上": only low counts */
	bool approximate;
	bool han;	   /* written in Han numerals */
	size_t family;	   /* FAMILY_NONE: no unit */
	struct dec factor; /* of its unit; 1 */
	char mark;	   /* its family's; that of the first where it has no unit, or is seen as
			      one of that */
};

struct quantities {
	struct quantity *v;
	size_t n, cap;
};

/* In order; they do not overlap. Dates, ordinals, numbers of paragraphs, telephone numbers and
 * other codes are none. Release with vec_free(). */
void quantity_scan(const struct quantity_words *w, struct str text, struct quantities *out);
/* Does the quantity allow this number? */
bool quantity_allows(const struct quantity *q, struct dec d);
/* Makes it one of about so many, as a word before it does. */
void quantity_widen(struct quantity *q);
/* Can one be a part of the other, or be added to it? What has no unit can. */
bool quantity_same_family(const struct quantity *a, const struct quantity *b);
/* The first word of the list that s has at `at` (ends at `at`); 0 where none, else its length. */
size_t word_list_at(const struct word_list *list, struct str s, size_t at);
size_t word_list_before(const struct word_list *list, struct str s, size_t at);
/* The first place at or after `from` where a word of the list stands, STR_NONE: nowhere. */
size_t word_list_find(const struct word_list *list, struct str s, size_t from, size_t *to);

#endif

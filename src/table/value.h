/* What is printed in a table's cell: a number, a mark for nothing, or something else.
 *
 * Signs (-2, －2, 减4), thousands separators, full-width digits, a unit behind (251000元), a remark
 * behind (22（其中修订16件）), leading zeros (00), a note's mark (22①), the sum it is (1+2=3): the
 * number is read as printed and its place told exactly. What may be a number or the numbering of
 * words beside it, (12), 十二 or 12., is told apart by what stands around it (table/spelled.h). */
#ifndef GOUJI_TABLE_VALUE_H
#define GOUJI_TABLE_VALUE_H

#include "base/arena.h"
#include "base/dec.h"
#include "form/form.h"

enum reading_kind {
	READ_EMPTY,   /* nothing at all */
	READ_NOTHING, /* a mark for nothing: / - — 无 */
	READ_NUMBER,
	READ_OTHER, /* words, or a number that cannot be read as one */
};

/* Why a number is not what it seems to be, perhaps. */
enum reading_odd {
	ODD_NOT,
	ODD_LETTER, /* a letter stands for the zero */
	ODD_NOTE, /* a digit behind it that is raised or in a circle was taken for a note's mark */
	ODD_SUM,  /* the sum printed before it does not make it */
	ODD_BRACKET, /* it stands in brackets, as negative ones may */
	ODD_STROKE,  /* 一 may be a dash */
	ODD_SECOND,  /* nothing but another number stands in brackets behind it */
	ODD_POINT,   /* a point stands behind it, as behind the numbering of words */
};

struct reading {
	enum reading_kind kind;
	struct dec value; /* READ_NUMBER */
	size_t from, to; /* bytes of the text read: the number with its sign; the mark; the words */
	bool bare;	 /* READ_NUMBER: nothing but the number (and a unit) stands there */
	bool spelled;	 /* READ_OTHER: value_spelled() has a number for it */
	enum reading_odd odd; /* READ_NUMBER */
	bool broken; /* READ_NUMBER: white space inside the digits, or behind a sign that is a mark
			for nothing as well: it may be two cells */
};

/* The words around numbers (signs, units, marks for nothing), folded once. */
struct value_words;

struct value_words *value_words_in(struct arena *a, const struct form_common *common);

struct reading value_read(struct str text, const struct value_words *words);
/* What may be the numbering of words as well, read as a number: (12), 十二件, "12."; false where it
 * is none. */
bool value_spelled(struct str text, const struct value_words *words, struct reading *out);
/* The length of the unit that it begins with, 0 where it begins with none. */
size_t value_unit_at(struct str s, const struct value_words *words);

#endif

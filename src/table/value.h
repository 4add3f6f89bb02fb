/* What is printed in a table's cell: a number, a mark for nothing, or something else.
 *
 * Signs (-2, －2, 减4), thousands separators, full-width digits, a unit behind (251000元), a remark
 * behind (22（其中修订16件）), leading zeros (00): the number is read as printed and its place told
 * exactly. */
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

struct reading {
	enum reading_kind kind;
	struct dec value; /* READ_NUMBER */
	size_t from, to; /* bytes of the text read: the number with its sign; the mark; the words */
	bool bare;	 /* READ_NUMBER: nothing but the number (and a unit) stands there */
	bool letter;	 /* READ_NUMBER: a letter stands for the zero */
	bool broken; /* READ_NUMBER: white space inside the digits, or behind a sign that is a mark
			for nothing as well: it may be two cells */
};

/* The words around numbers (signs, units, marks for nothing), folded once. */
struct value_words;

struct value_words *value_words_in(struct arena *a, const struct form_common *common);

struct reading value_read(struct str text, const struct value_words *words);

#endif

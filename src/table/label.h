/* Labels of the forms, found in printed text.
 *
 * A label's core is its text folded (NFKC), without white space, punctuation and leading numbering:
 * that is what is compared. A printed label matches a form's where the cores are equal, or where
 * nothing but the names of its groups stands before it ("（三）不予公开 1.属于国家秘密"); failing
 * that where one or two characters are wrong or lost, where it is cut off, or where more stands
 * around it. */
#ifndef GOUJI_TABLE_LABEL_H
#define GOUJI_TABLE_LABEL_H

#include "base/arena.h"
#include "form/form.h"

enum label_kind {
	LABEL_NONE,
	LABEL_ROW,
	LABEL_COLUMN,
	LABEL_GROUP, /* a label above rows, or, in a wide table, above columns */
	LABEL_BLOCK, /* the heading of a block: 第二十条第（一）项 */
	LABEL_ASIDE, /* words of the table that name no cell: 信息内容 */
};

/* How well it matches, worst first. */
enum label_fit { FIT_NONE, FIT_PART, FIT_CLOSE, FIT_EXACT };

struct label_match {
	enum label_kind kind;
	enum label_fit fit;
	size_t index; /* of the row, group or block in the table; of the column in its block;
			 LABEL_ASIDE: from 1, of the group of columns, 0: above none */
	size_t block; /* LABEL_COLUMN, and an aside above columns: the block */
	bool number;  /* its number is printed before it */
};

/* The labels of one table of one form, ready to be compared. */
struct label_set;

struct label_set *label_set_in(struct arena *a, const struct form_table *t);

/* The printed label's core, into out (new text appended), and its numbering, "" where none, into
 * number (at least 8 bytes). What explains the label behind it ("规章：指…") is none of it. */
void label_core(struct str printed, struct buf *out, char number[8]);

/* The value of such a numbering, STR_NONE where it is "" or none. */
size_t label_number(const char number[8]);

/* Does the core end in such a label to the letter? Where it does not it fits none to the letter. */
bool label_ends(const struct label_set *set, struct str core, enum label_kind kind);

/* How many rows have a label that the core is part of, to the letter; row: only that one counts,
 * STR_NONE: all do. */
size_t label_rows_holding(const struct label_set *set, struct str core, size_t row);

/* The only column of the first block that has a label which the core begins with, or which begins
 * with the core, two characters at least, in its label as far as *n bytes; STR_NONE: none, or
 * several. */
size_t label_column_begun(const struct label_set *set, struct str core, size_t *n);

/* Does a label of that column of the block begin with the core, three characters at least? */
bool label_begins_column(const struct label_set *set, struct str core, size_t block, size_t column);

/* Is the core that row's label to the letter, perhaps behind names of groups? */
bool label_is_row(const struct label_set *set, struct str core, size_t row);

/* Is the core the row's label of two or three characters, but for one of them? So little is no
 * match of label_find() but where the numbers agree: another must say where the row is. */
bool label_is_misprint(const struct label_set *set, struct str core, size_t row);

/* A core that is looked for. */
struct label_text {
	struct str core;
	uint64_t marks; /* its utf8_marks(), so that a search for each kind need not gather them */
	const char *number; /* the numbering before it, "" where none */
};

struct label_text label_text_of(struct str core, const char *number);

/* All matches of a core of that kind, best fit first, at most max. */
size_t label_search(const struct label_set *set, struct label_text text, enum label_kind kind,
	struct label_match *out, size_t max); /* The same of a core that is looked for but once. */
static inline size_t label_find(const struct label_set *set, struct str core, const char *number,
	enum label_kind kind, struct label_match *out, size_t max)
{
	return label_search(set, label_text_of(core, number), kind, out, max);
}

/* A core that is nothing but headings of columns and what stands above them, one behind another
 * (自然人法人或其他组织总计): its pieces, at most max. 0 where it is none, or only one. */
size_t label_headings(const struct label_set *set, struct str core, struct str *out, size_t max);

/* The cores of all its labels, one a variant. */
size_t label_set_count(const struct label_set *set);
struct str label_set_core(const struct label_set *set, size_t i);

#endif
